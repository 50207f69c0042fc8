"""Which lines beside a page are its buyer's own."""

import pytest

from handlers.reading.line_opinion import by_hand
from handlers.reading.normalise import normalise
from handlers.reading.own_words import SURELY, lines_by_hand
from handlers.reading.read import read
from tests.reading.beside_pages import OFFER
from tests.reading.test_beside_pages import NOW

_OWN = (
    "これ承認したら全部終わりですよね?",
    "昨日郵便局から送って番号も入れときました",
    "安すぎて話にならん、断りたい",
    "無事もどってきたのでもう大丈夫です",
)
_OF_A_PAGE = (
    "販売者が期限内に回答しませんでした",
    "返送期限 12月5日 23:59",
    "紛争をキャンセル",
    "ご不明な点はヘルプセンターへお問い合わせください。",
    "返金はお支払い方法に応じて3~20営業日以内に行われます",
)


def _lead(line: str) -> int:
    text = normalise(f"{OFFER}\n{line}").text
    begin = text.rindex("\n") + 1
    return by_hand(text, [(begin, len(text))])[0]


@pytest.mark.parametrize("line", _OWN)
def test_a_line_is_worded_as_buyers_do(line: str) -> None:
    assert _lead(line) >= SURELY


@pytest.mark.parametrize("line", _OF_A_PAGE)
def test_a_line_is_worded_as_pages_are(line: str) -> None:
    assert _lead(line) < SURELY / 2


def test_the_lines_at_both_ends_may_be_own() -> None:
    text = normalise(f"{_OWN[0]}\n{OFFER}\n{_OWN[2]}").text
    assert lines_by_hand(text) == [normalise(_OWN[2]).text, normalise(_OWN[0]).text]
    assert lines_by_hand(normalise(OFFER).text) == []


def test_a_page_of_one_line_has_none() -> None:
    assert lines_by_hand(_OWN[0]) == []
    assert read(_OWN[0], NOW).intent == "ask_howto"
