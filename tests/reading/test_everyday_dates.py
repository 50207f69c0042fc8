"""Days and hours of a story, of every day and of what is to be done."""

import pytest

from handlers.reading.read import read
from tests.reading.date_rows import FRIDAY
from tests.reading.everyday_dates import EVERYDAY


@pytest.mark.parametrize(("text", "expected"), EVERYDAY, ids=[row[0][:40] for row in EVERYDAY])
def test_the_deadline_of_a_sentence(text: str, expected: str | None) -> None:
    found = read(text, FRIDAY).deadline
    if found is None:
        assert expected is None
        return
    assert found.at.isoformat().startswith(expected or "none")
    assert found.precision == ("datetime" if "T" in (expected or "") else "date")
