"""What a question tells before it asks."""

import pytest

from handlers.reading.telling import telling_part


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("セラーに拒否されました。次は何をすればいい?", "セラーに拒否されました。"),
        ("介入中なんですが証拠は追加できますか?", "介入中なんですが"),
        ("抗議したけど結果はいつ来る?", "抗議したけど"),
        ("判定が出たらどうなりますか?", ""),
        ("返金処理中ってどういう意味?", ""),
        ("返品になったら、送料は自腹ですか", ""),
    ],
)
def test_the_clauses_that_tell_something(text: str, told: str) -> None:
    assert telling_part(text) == told
