"""Pacing: bursts pass, then messages wait; a pause is one platform's."""

import asyncio
import time
from datetime import timedelta

import pytest

from bot import limits
from bot.limits import Pace
from storage.records import Chat, ChatState
from tests.conftest import StandingClock


def a_chat(number: int = 1, platform: str = "telegram", *, group: bool = False) -> Chat:
    return Chat(number, number, platform, str(number), group, ChatState.ACTIVE, 0)


async def passes(pace: Pace, chat: Chat, count: int, seconds: float = 0.1) -> int:
    """How many of so many messages may leave at once."""
    left = 0
    try:
        async with asyncio.timeout(seconds):
            for _ in range(count):
                await pace.wait(chat)
                left += 1
    except TimeoutError:
        return left
    return left


async def test_a_short_burst_passes_and_then_it_waits() -> None:
    assert await passes(Pace(), a_chat(), 10) == 4


async def test_a_group_has_twenty_a_minute() -> None:
    assert await passes(Pace(), a_chat(group=True), 40) == 20


async def test_one_chat_does_not_hold_up_another() -> None:
    pace = Pace()
    assert await passes(pace, a_chat(1), 10) == 4
    assert await passes(pace, a_chat(2), 4) == 4


async def test_all_chats_of_telegram_share_thirty_a_second() -> None:
    pace = Pace()
    began = time.monotonic()
    await asyncio.gather(*(pace.wait(a_chat(number)) for number in range(36)))
    assert 0.1 < time.monotonic() - began < 3


async def test_the_bucket_fills_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rates = {"telegram": ((30, 1), (2, 0.1), (20, 60))}
    monkeypatch.setattr(limits, "RATES", rates)
    assert await passes(Pace(), a_chat(), 6, seconds=5) == 6


@pytest.mark.parametrize("platform", ["line", "local"])
async def test_line_and_the_page_are_hardly_held_up(platform: str) -> None:
    assert await passes(Pace(), a_chat(platform=platform), 90) == 90


async def test_only_so_many_chats_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHATS_REMEMBERED", 3)
    pace = Pace()
    for number in range(10):
        await pace.wait(a_chat(number))
    assert await passes(pace, a_chat(9), 10) == 3
    assert len(pace._chats) == 3


def test_a_pause_is_one_platforms_and_ends(clock: StandingClock) -> None:
    pace = Pace()
    both = ["line", "telegram"]
    assert pace.open(both, clock.now()) == both
    pace.pause("telegram", clock.now(), 30)
    assert pace.open(both, clock.now()) == ["line"]
    # A shorter one does not shorten it, a longer one lengthens it.
    pace.pause("telegram", clock.now(), 5)
    assert pace.open(both, clock.now() + timedelta(seconds=29)) == ["line"]
    assert pace.open(both, clock.now() + timedelta(seconds=30)) == both
    pace.pause("telegram", clock.now(), 60)
    assert pace.open(both, clock.now() + timedelta(seconds=59)) == ["line"]
