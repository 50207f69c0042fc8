"""Paces: bursts pass, then messages wait; a pause is one platform's."""

from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.limits import RATES
from storage import claims, outbox, paces
from storage.engine import Database
from storage.owner_records import Chat
from storage.paces import Rate, Rates
from tests.conftest import START, StandingClock
from tests.storage.making import LEASE, a_chat

SECOND = timedelta(seconds=1)
TELEGRAM = RATES["telegram"]


async def leave(database: Database, rate: Rate, clock: StandingClock, most: int = 100) -> int:
    """As many as may leave now do so."""
    async with database.write() as tx:
        count = await paces.slots(tx, "telegram", rate, clock.now(), most)
        await paces.take(tx, "telegram", rate, count, clock.now())
    return count


async def test_a_burst_passes_and_then_the_rate_holds(
    database: Database, clock: StandingClock
) -> None:
    rate = Rate(SECOND / 30, burst=5)
    assert await leave(database, rate, clock) == 5
    assert await leave(database, rate, clock) == 0
    sent = 0
    for _ in range(600):
        clock.forward(milliseconds=100)
        sent += await leave(database, rate, clock)
    assert 1795 <= sent <= 1800, "30 a second over a minute"
    clock.forward(hours=1)
    assert await leave(database, rate, clock) == 5, "an idle hour saves up no more than a burst"


async def test_no_second_holds_more_than_telegram_takes(
    database: Database, clock: StandingClock
) -> None:
    left = []
    for _ in range(200):
        count = await leave(database, TELEGRAM.overall, clock)
        left += [clock.now()] * count
        clock.forward(milliseconds=17)
    busiest = max(sum(first <= one < first + SECOND for one in left) for first in left)
    assert busiest <= 35


async def test_no_more_is_taken_than_is_wanted(database: Database, clock: StandingClock) -> None:
    rate = Rate(SECOND, burst=10)
    assert await leave(database, rate, clock, most=4) == 4
    assert await leave(database, rate, clock, most=10) == 6


async def test_without_a_rate_everything_leaves(database: Database, clock: StandingClock) -> None:
    for _ in range(3):
        assert await leave(database, Rate(), clock) == 100


@pytest.mark.parametrize("rate", [Rate(), TELEGRAM.overall])
async def test_a_pause_is_one_platforms_and_ends(
    database: Database, clock: StandingClock, rate: Rate
) -> None:
    async with database.write() as tx:
        await paces.pause(tx, "telegram", rate, START, 30)
        # A shorter one does not shorten it, a longer one lengthens it.
        await paces.pause(tx, "telegram", rate, START, 5)
        assert await paces.slots(tx, "line", rate, START, 5) == 5
        assert await paces.slots(tx, "telegram", rate, START + 29.9 * SECOND, 5) == 0
        assert await paces.slots(tx, "telegram", rate, START + 30 * SECOND, 5) > 0
        await paces.pause(tx, "telegram", rate, START, 60)
        assert await paces.slots(tx, "telegram", rate, START + 59.9 * SECOND, 5) == 0
        rates = Rates(overall=rate)
        free = await paces.next_free(tx, "telegram", rates, START)
        assert free == START + 60 * SECOND


async def sent_to(database: Database, chat: Chat, clock: StandingClock, count: int) -> int:
    """How many of so many messages to one chat may leave now, each let go of at once."""
    left = 0
    for number in range(count):
        async with database.write() as tx:
            claimed = await claims.claim_chats(
                tx,
                clock.now(),
                f"t{number}",
                clock.now() + LEASE,
                5,
                real_now=clock.now(),
                platforms=["telegram"],
                rates=TELEGRAM,
            )
            left += len(claimed)
            await claims.release(tx, [one.id for one in claimed], f"t{number}")
    return left


@pytest.mark.parametrize(("group", "burst", "a_minute"), [(False, 4, 60), (True, 4, 20)])
async def test_a_chat_has_a_pace_of_its_own(
    database: Database, clock: StandingClock, group: bool, burst: int, a_minute: int
) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx, platform="telegram", group=group)
        await outbox.put_answer(tx, chat.id, {}, clock.now())
    assert await sent_to(database, chat, clock, 10) == burst
    sent = 0
    for _ in range(60):
        async with database.read() as tx:
            free = await paces.next_free(tx, "telegram", TELEGRAM, clock.now())
        assert free is not None
        assert free - clock.now() <= 3 * SECOND
        clock.forward(seconds=1)
        sent += await sent_to(database, chat, clock, 2)
    assert sent == a_minute


async def test_one_chat_does_not_hold_up_another(database: Database, clock: StandingClock) -> None:
    async with database.write() as tx:
        for address in ("busy", "calm"):
            chat = await a_chat(tx, address, platform="telegram")
            await outbox.put_answer(tx, chat.id, {}, clock.now())
            if address == "busy":
                await sent_once(tx, chat, clock)
    async with database.write() as tx:
        claimed = await claims.claim_chats(
            tx,
            clock.now(),
            "t",
            clock.now() + LEASE,
            5,
            real_now=clock.now(),
            platforms=["telegram"],
            rates=Rates(private=Rate(SECOND)),
        )
    assert [one.address for one in claimed] == ["calm"]


async def sent_once(tx: AsyncConnection, chat: Chat, clock: StandingClock) -> None:
    """The chat has just had a message."""
    claimed = await claims.claim_chats(
        tx,
        clock.now(),
        "once",
        clock.now() + LEASE,
        1,
        real_now=clock.now(),
        platforms=["telegram"],
        only=chat.id,
        rates=Rates(private=Rate(SECOND)),
    )
    await claims.release(tx, [one.id for one in claimed], "once")
