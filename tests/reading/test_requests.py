"""Requests to the bot: what belongs to a case stays out of them, and what they ask for comes in."""

from handlers.reading.read import read
from tests.reading.moments import MONDAY


def test_a_list_of_all_cases_tells_of_no_stage() -> None:
    found = read("買いすぎて把握できてない、抱えてる紛争ぜんぶ出して", MONDAY)
    assert (found.intent, found.stage, found.reason) == ("list_disputes", None, None)


def test_a_notice_that_is_put_off_takes_the_date() -> None:
    found = read("用事が続くので、3営業日後に再度ご案内ください", MONDAY).deadline
    assert found is not None
    assert (found.kind, found.at.date().isoformat()) == ("snooze", "2026-11-26")
