"""Days and hours of a story, of every day and of what is to be done."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from tests.reading.everyday_dates import EVERYDAY
from tests.reading.moments import TOKYO

_FRIDAY = datetime(2026, 11, 27, 12, 0, tzinfo=TOKYO)


@pytest.mark.parametrize(("text", "expected"), EVERYDAY, ids=[row[0][:40] for row in EVERYDAY])
def test_the_deadline_of_a_sentence(text: str, expected: str | None) -> None:
    found = read(text, _FRIDAY).deadline
    if found is None:
        assert expected is None
        return
    assert found.at.isoformat().startswith(expected or "none")
    assert found.precision == ("datetime" if "T" in (expected or "") else "date")
