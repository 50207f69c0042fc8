"""Kills and bad platforms, in short; the long run and the planted bugs are by hand.

CHAOS=1 .venv/bin/python -m pytest tests/acceptance/test_chaos.py
"""

import os
from pathlib import Path

import pytest

from tests.acceptance.chaos import Plan, run

pytestmark = [pytest.mark.process, pytest.mark.timeout(400)]
by_hand = pytest.mark.skipif("CHAOS" not in os.environ, reason="by hand, with CHAOS=1")


def test_the_books_close_after_kills(tmp_path: Path) -> None:
    report = run(Plan(kills=6, buyers=4, countdown=24, calm=2, pause=2), tmp_path)
    print(report)
    assert not report.wrong, report
    assert int(report.figures["registered"]) > 0


@by_hand
def test_the_books_close_after_kills_of_many_processes(
    tmp_path: Path, postgres_address: str
) -> None:
    plan = Plan(kills=15, database="postgresql", countdown=120, patience=180)
    report = run(plan, tmp_path, postgres_address)
    print(report)
    assert not report.wrong, report


@by_hand
@pytest.mark.parametrize(
    ("plant", "found"),
    [
        ("settle-before-send", "was never answered"),
        ("no-retry-key", "a push without a retry key"),
        ("changed-body", "a retry key with another body"),
        ("unattempted-as-unknown", "is marked 再送, and nothing was doubtful"),
    ],
)
def test_a_planted_bug_is_found(tmp_path: Path, plant: str, found: str) -> None:
    plan = Plan(kills=3, buyers=6, countdown=30, patience=25, trouble=2.0, plant=plant)
    report = run(plan, tmp_path)
    print(report)
    assert any(found in one for one in report.wrong), report
