"""A crowd in one place holds up nobody elsewhere, and what ends soonest goes first."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import event, update

from handlers.replies import Reply, Text
from storage import outbox
from storage.engine import Database
from storage.owner_records import Chat
from storage.paces import Rate, Rates
from storage.tables import chats
from storage.tables import outbox as rows
from tests.bot.test_dispatch import chat_on, seen
from tests.conftest import StandingClock
from tests.live import LiveBot, live_bot

FIVE_A_SECOND = {"telegram": Rates(overall=Rate(timedelta(seconds=0.2), burst=5))}


@pytest.fixture
async def bot(
    tmp_path: Path, clock: StandingClock, database: Database, database_address: str
) -> AsyncIterator[LiveBot]:
    async with live_bot(tmp_path, clock, database=database_address, rates=FIVE_A_SECOND) as running:
        yield running


async def plan(bot: LiveBot, chat: Chat, *texts: str, urgent_at: datetime | None = None) -> None:
    """Notices that are due now, perhaps as pressing as a warning of a deadline."""
    now = bot.clock.now()
    async with bot.app.database.write() as tx:
        for words in texts:
            content = {"reply": msgspec.to_builtins(Reply((Text(words),))), "to": {}}
            await outbox.put_notice(tx, chat.id, content, now, now)
        if urgent_at is not None:
            of_chat = update(rows).where(rows.c.chat_id == chat.id)
            await tx.execute(of_chat.values(urgent_at=urgent_at))


def said_in_order(bot: LiveBot, platform: str) -> list[Any]:
    fake = bot.line if platform == "line" else bot.telegram
    return [entry.chat for entry in fake.ledger if entry.via in ("push", "send")]


async def until_seen(bot: LiveBot, address: Any, seconds: float = 5) -> None:
    async with asyncio.timeout(seconds):
        while not seen(bot, address):
            await asyncio.sleep(0.01)


async def test_a_long_queue_of_one_platform_does_not_hold_up_another(bot: LiveBot) -> None:
    crowd = [await chat_on(bot, "telegram") for _ in range(60)]
    chat, user = await chat_on(bot, "line")
    for other, _ in crowd:
        await plan(bot, other, "期限です")
    await plan(bot, chat, "期限です")
    bot.app.wake.ring()
    await until_seen(bot, user)
    # Five may leave at once; the clock stands still, so the others wait for their pace.
    async with asyncio.timeout(5):
        while len(said_in_order(bot, "telegram")) < 5:
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.1)
    assert len(said_in_order(bot, "telegram")) == 5


async def test_a_platform_that_asks_to_wait_holds_up_no_other(bot: LiveBot) -> None:
    other, waiting = await chat_on(bot, "telegram")
    chat, user = await chat_on(bot, "line")
    bot.telegram.faults.next("429", on="sendMessage", retry_after=60)
    await plan(bot, other, "期限です")
    await bot.settled()
    await plan(bot, chat, "期限です")
    bot.app.wake.ring()
    await until_seen(bot, user)
    assert not seen(bot, waiting)
    await bot.forward(seconds=62)
    assert seen(bot, waiting) == ["期限です"]


async def test_a_burst_for_one_chat_does_not_hold_up_the_others(bot: LiveBot) -> None:
    loud, loud_user = await chat_on(bot, "line")
    quiet, user = await chat_on(bot, "line")
    now = bot.clock.now()
    async with bot.app.database.write() as tx:
        for number in range(60):
            content = {"reply": msgspec.to_builtins(Reply((Text(f"{number}"),))), "to": {}}
            await outbox.put_answer(tx, loud.id, content, now)
    bot.app.wake.ring()
    await asyncio.sleep(0.1)
    await plan(bot, quiet, "期限です")
    bot.app.wake.ring()
    await until_seen(bot, user)
    assert len(seen(bot, loud_user)) < 60
    await bot.settled()
    assert seen(bot, loud_user) == [f"{number}" for number in range(60)]


async def test_what_ends_soonest_goes_first(bot: LiveBot) -> None:
    now = bot.clock.now()
    hours = [30, 2, 70, 9, 1, 50, 20, 5, 40, 3, 60, 12]
    people = [await chat_on(bot, "telegram") for _ in hours]
    # All fall due before anybody looks, as at midnight.
    async with asyncio.TaskGroup() as together:
        for (chat, _), hour in zip(people, hours, strict=True):
            together.create_task(plan(bot, chat, "期限です", urgent_at=now + timedelta(hours=hour)))
    order: list[Any] = []
    for _ in range(4):
        bot.app.wake.ring()
        await asyncio.sleep(0.3)
        order = said_in_order(bot, "telegram")
        bot.clock.forward(seconds=1)
    await bot.forward(seconds=1)
    order = said_in_order(bot, "telegram")
    by_hours = [address for _, (_, address) in sorted(zip(hours, people, strict=True))]
    # What leaves together in one second may overtake itself on the wire.
    waves = [order[begin : begin + 5] for begin in range(0, len(order), 5)]
    expected = [by_hours[begin : begin + 5] for begin in range(0, len(order), 5)]
    assert [sorted(wave) for wave in waves] == [sorted(wave) for wave in expected]


async def test_a_chat_that_another_process_holds_makes_nobody_spin(
    tmp_path: Path, clock: StandingClock, database: Database, database_address: str
) -> None:
    once_a_second = {"telegram": Rates(private=Rate(timedelta(seconds=1)))}
    async with live_bot(tmp_path, clock, database=database_address, rates=once_a_second) as bot:
        chat, _ = await chat_on(bot, "telegram")
        await plan(bot, chat, "期限です")
        bot.app.wake.ring()
        await bot.settled()
        await plan(bot, chat, "期限です")
        held = update(chats).where(chats.c.id == chat.id)
        until = clock.now() + timedelta(seconds=60)
        async with bot.app.database.write() as tx:
            await tx.execute(held.values(lease_token="1.another", lease_until=until))
        looks = 0

        def count(*asked: Any) -> None:
            nonlocal looks
            looks += "first_rows" in asked[2]

        # The chat's own pace has passed since the last claim, and it still is another's.
        clock.forward(seconds=2)
        event.listen(bot.app.database.engine.sync_engine, "before_cursor_execute", count)
        bot.app.wake.ring()
        await asyncio.sleep(0.7)
        assert 1 <= looks < 20
        async with bot.app.database.write() as tx:
            await tx.execute(held.values(lease_token=None, lease_until=None))
        await bot.settled()
        assert len(said_in_order(bot, "telegram")) == 2


async def test_what_falls_due_behind_a_look_is_looked_for_at_once(
    tmp_path: Path, clock: StandingClock, database: Database, database_address: str
) -> None:
    # A timer of the loop rings up to a millisecond before its time.
    async with live_bot(tmp_path, clock, database=database_address) as bot:
        chat, _ = await chat_on(bot, "line")
        lane = bot.app.dispatcher.lane(bot.app.dispatcher.platforms["line"])
        now = clock.now()
        due = now + timedelta(milliseconds=1)
        async with bot.app.database.write() as tx:
            await outbox.put_notice(tx, chat.id, {}, due, now)
        assert await lane._look(now) is None
        assert 0 < await lane._idle_seconds() <= 0.001
        clock.forward(seconds=0.002)
        assert await lane._idle_seconds() == 0
