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


def test_the_day_of_a_page_stands_beside_another_time() -> None:
    text = "返品の発送をお待ちしています\n返送期限 12月5日\n返金予定額 ¥2,900\n追跡番号を入力する"
    found = read(f"{text}\n\nいま外なので、明日の朝もう一度教えて", NOW).deadline
    assert found is not None
    assert (found.at.month, found.at.day, found.kind) == (12, 5, "return_ship")


def test_a_sellers_wish_is_warned_of_though_it_reads_like_a_command() -> None:
    reading = read("紛争を消してください。お金は別に送ります", NOW)
    assert reading.trick == "cancel_first"
