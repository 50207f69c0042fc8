"""What a picked wall time means."""

from datetime import UTC, datetime

import pytest

from handlers.picking import picked


@pytest.mark.parametrize(
    ("value", "zone", "at", "precision"),
    [
        ("2027-02-03", "Asia/Tokyo", datetime(2027, 2, 3, 14, 59, tzinfo=UTC), "date"),
        ("2027-02-03T23:59", "Asia/Tokyo", datetime(2027, 2, 3, 14, 59, tzinfo=UTC), "date"),
        ("2027-02-03T18:00", "Asia/Tokyo", datetime(2027, 2, 3, 9, 0, tzinfo=UTC), "datetime"),
        # Skipped by the change to summer time: the first valid instant, 03:00 there.
        ("2027-03-14T02:30", "America/New_York", datetime(2027, 3, 14, 7, 0, tzinfo=UTC),
         "datetime"),
        # Doubled by the change back: the earlier.
        ("2027-11-07T01:30", "America/New_York", datetime(2027, 11, 7, 5, 30, tzinfo=UTC),
         "datetime"),
    ],
)  # fmt: skip
def test_wall_times(value: str, zone: str, at: datetime, precision: str) -> None:
    date = picked(value, zone)
    assert date is not None
    assert (date.at, date.precision, date.kind) == (at, precision, "unknown")


@pytest.mark.parametrize(
    "value", ["", "soon", "2027-02-30", "2027-02-03T18:00+09:00", "T18:00", "0001-01-01T00:00"]
)
def test_no_dates(value: str) -> None:
    assert picked(value, "Asia/Tokyo") is None
