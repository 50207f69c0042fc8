"""One look at a text answers for all of its tables, and each phrase is found by either word."""

import pytest

from handlers.reading.lexicon.files import Effect, Line
from handlers.reading.lexicon.index import Lexicon
from handlers.reading.lexicon.tables import _LOOKS, _USUAL, Look, Table

_PARTS = _LOOKS[Look.PARTS]


def _line(phrase: str, row: str = "row") -> Line:
    return Line(None, "table", 0, row, Effect.NAMES, phrase)


@pytest.mark.parametrize(
    ("phrases", "text", "named"),
    [
        # A word that many phrases have, and one that only one has.
        (["荷物…割れ", "荷物…濡れ", "荷物…空っぽ"], "荷物が届いたら割れていた", True),
        (["割れ…荷物", "濡れ…荷物", "空っぽ…荷物"], "割れた荷物が届いた", True),
        (["荷物…割れ", "荷物…濡れ"], "割れた荷物が届いた", False),  # the other way round
        (["荷物…割れ", "荷物…濡れ"], "荷物が届いた", False),
        (["荷物&割れ", "荷物&濡れ"], "割れた。荷物はもう捨てた", True),
        (["色違い"], "色違いでした", True),
    ],
)
def test_a_phrase_is_found_whichever_of_its_words_is_rarer(
    phrases: list[str], text: str, named: bool
) -> None:
    seen = Lexicon([_line(one) for one in phrases]).look_at(text)
    rows = seen.rows_of("table") if "table" in seen.entries else []
    assert any(seen.stands(row) for row in rows) is named


def test_a_text_is_looked_at_once_for_parts_and_for_the_whole() -> None:
    text = "「承認」を押していいですか?期限は12月1日です。"
    usual = _USUAL.at(text)
    assert _PARTS.at(text) is usual
    part = _PARTS.at("期限は12月1日です。")
    assert part is not usual
    assert _PARTS.at(text) is usual  # and the whole is remembered beside the part
    assert _USUAL.at(text) is usual


def test_what_was_seen_in_the_last_text_goes_before_the_next() -> None:
    first = _USUAL.at("色違いで紛争中です")
    second = _USUAL.at("箱が空っぽでした")
    assert _PARTS.last[1] is _USUAL.last[1] is second is not first


def test_a_table_with_one_phrase_in_a_text_answers_as_with_several() -> None:
    one, both = "サイズが合わない", "サイズが合わないし、色違いです"
    table = Table("reasons")
    assert table.first(one) == "size_mismatch"
    assert table.all(one) == ["size_mismatch"]
    assert table.first(both) == "color_mismatch"
    assert set(table.all(both)) == {"size_mismatch", "color_mismatch"}
