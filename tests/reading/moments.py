"""The moment that the tests read at, and how they write an instant down."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.reading.model import ReadDeadline
from handlers.reading.read import read

TOKYO = ZoneInfo("Asia/Tokyo")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=TOKYO)


def deadline(text: str, now: datetime = MONDAY) -> ReadDeadline | None:
    return read(text, now).deadline


def written(found: ReadDeadline | None) -> str | None:
    """As the tables have it: a date, or a date and a time."""
    if found is None:
        return None
    return found.at.strftime("%Y-%m-%d" if found.precision == "date" else "%Y-%m-%dT%H:%M")
