"""A window of a long text is asked about its own words, and answers as all rows would."""

import pytest

from handlers.reading.lexicon.tables import _USUAL, Table

SENTENCES = (
    "7月3日に紛争を開いた。",
    "セラー回答期限7/8、",
    "AE介入予定日は7月12日です。",
    "判定が出て、承認か拒否を選ぶ期限は7月15日まで。",
    "返品の期限は7月25日。",
    "保護期間は8月1日に終わる。",
    "何日までに返送すればいいですか?",
    "紛争は取り下げていません。",
    "PayPalの異議は8月20日までに申請する。",
)
PAGE = "".join(SENTENCES * 2)


@pytest.mark.parametrize("name", ["events", "kinds", "kinds beside", "open from", "asks", "wh"])
def test_a_window_of_a_page_names_the_first_row_that_stands_in_it(name: str) -> None:
    assert len(PAGE) > 200
    seen = _USUAL.at(PAGE)
    begin = 0
    for sentence in SENTENCES:
        for window in ((begin, begin + len(sentence)), (begin + 3, begin + len(sentence) - 2)):
            rows = seen.rows_of(name) if name in seen.entries else []
            named = (row[0] for row in rows if seen.stands(row, window))
            assert Table(name).first(PAGE, window) == next(named, None)
        begin += len(sentence)
