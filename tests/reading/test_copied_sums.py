"""The sums of what was copied are whose the page says they are."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from tests.reading.copied_sums import COPIED
from tests.reading.moments import TOKYO

NOW = datetime(2027, 5, 20, 12, 0, tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("text", "sums"),
    COPIED,
    ids=lambda one: one.replace("\n", " ")[:40] if isinstance(one, str) else "",
)
def test_a_copied_sum_is_whose_the_page_says_it_is(text: str, sums: tuple[str, ...]) -> None:
    found = {f"{one.value} {one.currency} {one.role}" for one in read(text, NOW).amounts}
    assert found == set(sums)
