from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from handlers.reading.read import read
from tests.reading.buyers import BUYERS
from tests.reading.chat_words import TOLD
from tests.reading.typed_deadlines import TYPED

_THURSDAY = datetime(2026, 11, 19, 10, tzinfo=ZoneInfo("Asia/Tokyo"))


_ROWS = (*BUYERS, *TOLD)


@pytest.mark.parametrize(("text", "expected"), _ROWS, ids=[row[0][:40] for row in _ROWS])
def test_a_buyer_means(text: str, expected: dict[str, Any]) -> None:
    reading = read(text, _THURSDAY)
    found = {name: getattr(reading, name) for name in expected}
    if "amounts" in found:
        found["amounts"] = [f"{a.value} {a.currency} {a.role}" for a in reading.amounts]
    assert found == expected


@pytest.mark.parametrize(("text", "at", "kind"), TYPED, ids=[row[0][:40] for row in TYPED])
def test_a_typed_deadline(text: str, at: str | None, kind: str | None) -> None:
    found = read(text, _THURSDAY).deadline
    if found is None:
        assert at is None
        return
    assert found.at.strftime("%Y-%m-%dT%H:%M:%S" if "T" in (at or "") else "%Y-%m-%d") == at
    assert found.precision == ("datetime" if "T" in (at or "") else "date")
    assert kind in (None, found.kind)
