"""What pasted mails and pages say of a case, by their labels."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from tests.reading.moments import TOKYO
from tests.reading.page_deadlines import DEADLINES
from tests.reading.page_sentences import (
    AMOUNTS,
    DEMANDS,
    PLAYBOOKS,
    PROPOSERS,
    STAGES,
)

NOW = datetime(2026, 11, 26, 20, 15, tzinfo=TOKYO)


@pytest.mark.parametrize(("text", "expected"), DEADLINES)
def test_the_deadline_of_a_page(text: str, expected: str | None) -> None:
    found = read(text, NOW).deadline
    assert (found and f"{found.at.date()} {found.kind}") == expected


@pytest.mark.parametrize(("text", "expected"), STAGES)
def test_the_stage_of_a_page(text: str, expected: str | None) -> None:
    assert read(text, NOW).stage == expected


@pytest.mark.parametrize(("text", "expected"), PROPOSERS)
def test_who_proposes_on_a_page(text: str, expected: str | None) -> None:
    assert read(text, NOW).proposer == expected


@pytest.mark.parametrize(("text", "expected"), DEMANDS)
def test_what_is_demanded_on_a_page(text: str, expected: str | None) -> None:
    assert read(text, NOW).demand == expected


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_the_sums_of_a_page(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(sorted(f"{one.value} {one.role}" for one in read(text, NOW).amounts)) == expected


@pytest.mark.parametrize(("text", "expected"), PLAYBOOKS)
def test_the_playbook_of_a_page(text: str, expected: str | None) -> None:
    assert read(text, NOW).playbook == expected
