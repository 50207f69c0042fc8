"""All sentences that tests hold the reader to, each with its deadline and the moment it is read at.

The deadline is a date or a moment ("2026-12-03T18:00"); None for none.
"""

from datetime import datetime

from tests.reading import (
    bare_sentences,
    base_sentences,
    chosen_sentences,
    correction_sentences,
    counted_sentences,
    figure_sentences,
    mixed_sentences,
    shown_sentences,
    story_sentences,
)
from tests.reading.cue_sentences import CUES
from tests.reading.everyday_dates import EVERYDAY
from tests.reading.moments import TOKYO
from tests.reading.other_date_sentences import NONE

DateRow = tuple[str, str | None, datetime]

MOMENTS = {
    "IN_NOVEMBER": datetime(2026, 11, 26, 20, 15, tzinfo=TOKYO),
    "IN_JANUARY": datetime(2027, 1, 18, 13, 5, tzinfo=TOKYO),
    "IN_MARCH": datetime(2027, 3, 10, 18, 40, tzinfo=TOKYO),
    "IN_JUNE": datetime(2027, 6, 2, 9, 40, tzinfo=TOKYO),
    "IN_JULY": datetime(2027, 7, 13, 10, 0, tzinfo=TOKYO),
    "IN_SEPTEMBER": datetime(2027, 9, 14, 22, 30, tzinfo=TOKYO),
}
_TABLES = (
    bare_sentences,
    base_sentences,
    chosen_sentences,
    correction_sentences,
    counted_sentences,
    figure_sentences,
    mixed_sentences,
    shown_sentences,
    story_sentences,
)
CHOSEN: list[DateRow] = [
    (text, expected, moment)
    for table in _TABLES
    for name, moment in MOMENTS.items()
    for text, expected in getattr(table, name, ())
]
FRIDAY = datetime(2026, 11, 27, 12, 0, tzinfo=TOKYO)
THURSDAY = datetime(2026, 11, 19, 10, 0, tzinfo=TOKYO)
DATE_ROWS: list[DateRow] = [
    *CHOSEN,
    *((text, expected, FRIDAY) for text, expected in EVERYDAY),
    *((text, None, MOMENTS["IN_NOVEMBER"]) for text in NONE),
    *((text, expected, THURSDAY) for text, expected, _ in CUES),
]
