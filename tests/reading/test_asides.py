"""What is told beside a case, and that nothing of it is passed over unseen."""

import pytest

from handlers.reading import asides
from handlers.reading.asides import Asides, asides_of
from handlers.reading.lexicon.files import Look, phrases


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("セラーの提案を承認していいですか?", {"tap": "accept"}),
        ("受取確認を押しました", {"tapped": "confirm"}),
        ("can i accept the offer of the seller", {"tap": "accept"}),
        ("先に紛争を取り下げてくれたら返金すると言われた", {"trick": "cancel_first"}),
        ("メルカリで買った服が偽物だった", {"other_shop": "メルカリ"}),
        ("支払いはpaypalです", {"told": (("paid_with", "paypal"),)}),
        ("別件なのですが、イヤホンが動きません", {"another_case": True}),
        ("もう1件、別の注文でも紛争中です", {"another_case": True}),
        ("イヤホンが動きません。これは別件です", {"another_case": True}),
        ("去年のあの別件が片付きました", {}),
        ("別の商品が届いた", {}),
        ("3個のうち、もう一つが届かない", {}),
        ("12月1日まで", {}),
    ],
)
def test_each_of_them_is_told(text: str, expected: dict[str, object]) -> None:
    found = asides_of(text, question="?" in text or text.startswith("can"))
    told = {
        name: value
        for name, value in found._asdict().items()
        if value != Asides()[Asides._fields.index(name)]
    }
    assert told == expected


def test_the_one_look_sees_all_of_their_tables() -> None:
    looks = {line.table: line.look for line in phrases() if line.group is None}
    assert {looks[name] for name in asides._TELLING} == {Look.USUAL}
