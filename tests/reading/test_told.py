"""What a message tells of a case, so that no playbook asks for it."""

import pytest

from handlers.casework.playbooks import questions
from handlers.reading.lexicon.files import phrases
from handlers.reading.read import read
from tests.reading.moments import MONDAY


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("PayPalで払いました。最終判定に納得できません", {"paid_with": "paypal"}),
        ("ペイパル決済です", {"paid_with": "paypal"}),
        ("クレジットカードで支払いました", {"paid_with": "card"}),
        ("カード払いです、チャージバックしたい", {"paid_with": "card"}),
        ("コンビニで払ったんですが", {"paid_with": "other"}),
        # Who asks when it ends over there has paid by it.
        ("PayPalの異議って11/2まででいいんだよね?", {"paid_with": "paypal"}),
        ("チャージバックの期限はいつですか", {"paid_with": "card"}),
        ("PayPalの期限とカードの期限はいつ?", {}),
        ("PayPalで払ってないけど、PayPalの期限は?", {}),
        ("抗議をクリックして訴えています", {"appealed": "yes"}),
        ("もう抗議文も送りました", {"appealed": "yes"}),
        ("セラーの提案は拒否しました", {"declined": "yes"}),
        ("ログインできなくなりました", {"login": "no"}),
        ("アプリでもPCでも承認ボタンが出ない", {"looked": "both"}),
        ("完了から15日を過ぎてしまった", {"opening": "over"}),
        ("返品無料の印があります", {"free_return": "yes"}),
        ("返品無料ではないです", {"free_return": "no"}),
        ("60日の保護期限が切れた後に開きました", {"protection": "over"}),
        ("保護期間はまだ残っています", {"protection": "left"}),
        # Questions, wishes and dates tell none of it.
        ("抗議のやり方は?", {}),
        ("PayPalに申し立てしたい", {}),
        ("保護期限は2月20日です", {}),
        ("カード会社に相談できますか", {}),
        ("提案を拒否したい", {}),
        ("セラーが私の提案を拒否した", {}),
        ("色違いで紛争中です。2月3日にAliExpress介入", {}),
    ],
)
def test_what_is_told(text: str, told: dict[str, str]) -> None:
    assert dict(read(text, MONDAY).told) == told


def test_every_row_answers_a_question_of_the_playbooks() -> None:
    rows = {line.row for line in phrases() if line.table == "told"}
    assert rows
    for row in rows:
        fact, _, value = row.partition(".")
        assert value in questions()[fact], row
