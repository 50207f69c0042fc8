"""What a buyer adds to a page in his own words."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from tests.reading.beside_pages import INTENTS, PLAYBOOKS, PROPOSERS
from tests.reading.moments import TOKYO

NOW = datetime(2026, 11, 26, 20, 15, tzinfo=TOKYO)


@pytest.mark.parametrize(("text", "expected"), INTENTS)
def test_what_is_wanted_beside_a_page(text: str, expected: str) -> None:
    assert read(text, NOW).intent == expected


@pytest.mark.parametrize(("text", "expected"), PLAYBOOKS)
def test_the_playbook_that_is_asked_for_beside_a_page(text: str, expected: str) -> None:
    assert read(text, NOW).playbook == expected


@pytest.mark.parametrize(("text", "expected"), PROPOSERS)
def test_who_proposes_by_the_sums_of_a_page(text: str, expected: str | None) -> None:
    assert read(text, NOW).proposer == expected
