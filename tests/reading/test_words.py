"""Each field by itself, in the words of buyers of every age."""

import pytest

from handlers.reading.read import read
from tests.reading.moments import MONDAY
from tests.reading.word_rows import ROWS


@pytest.mark.parametrize(("field", "text", "value"), ROWS, ids=[row[1][:30] for row in ROWS])
def test_a_field_is_read(field: str, text: str, value: str | None) -> None:
    assert getattr(read(text, MONDAY), field) == value
