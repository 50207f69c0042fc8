"""A wall clock that jumps ahead or back while the loops run: nothing lost, nothing twice."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import select, update

from bot import clock_watch
from bot.clock_watch import ClockWatch
from bot.dispatcher import Dispatcher
from bot.operator import Operator
from bot.platforms.base import Outgoing, Sent
from bot.platforms.local import LocalPlatform
from bot.settling import FEWEST_TRIES
from bot.wake import Wake
from handlers.replies import Reply, Text
from storage import claims, facts, inbox, jumps, outbox, paces
from storage.blobs import Blobs
from storage.engine import Database
from storage.leases import new_token
from storage.owner_records import Chat
from storage.paces import Rate
from storage.tables import chats as chats_table
from storage.tables import deadlines as deadlines_table
from storage.tables import deliveries as deliveries_table
from storage.tables import outbox as outbox_table
from tests.conftest import START, StandingClock
from tests.live import LiveBot, live_bot
from tests.storage import sending as one_chat
from tests.storage.making import EVERYWHERE, LEASE, a_chat, a_deadline, an_open_dispute, is_due
from tests.storage.test_inbox import an_event

HOUR = timedelta(hours=1)


class SlowPage(LocalPlatform):
    """A platform that answers when told, and would send again what it is asked to."""

    idempotent_push = False
    counts_pushes = False

    def __init__(self, spool: Path) -> None:
        super().__init__(spool)
        self.sent: list[datetime] = []
        self.clock: StandingClock
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def send(self, outgoing: Outgoing) -> Sent:
        self.sent.append(self.clock.now())
        await self.may_answer.wait()
        return await super().send(outgoing)


@pytest.fixture
def page(tmp_path: Path, clock: StandingClock) -> SlowPage:
    page = SlowPage(tmp_path)
    page.clock = clock
    return page


@pytest.fixture
def wake() -> Wake:
    return Wake()


@pytest.fixture
def watch(database: Database, clock: StandingClock, wake: Wake) -> ClockWatch:
    return ClockWatch(database, clock, wake)


@pytest.fixture
async def chat(database: Database) -> Chat:
    async with database.write() as tx:
        return await a_chat(tx, "local", platform="local")


@asynccontextmanager
async def sending(
    database: Database, page: SlowPage, clock: StandingClock, wake: Wake, folder: Path
) -> AsyncIterator[None]:
    dispatcher = Dispatcher(
        database,
        {"local": page},
        Blobs(folder.as_uri()),
        clock,
        wake,
        Operator(database, clock, wake, None, "Asia/Tokyo"),
        strict=True,
    )
    stopping = asyncio.Event()
    task = asyncio.create_task(dispatcher.run(stopping))
    try:
        yield
    finally:
        page.may_answer.set()
        stopping.set()
        wake.ring()
        await task


async def a_notice(
    database: Database, chat: Chat, due_at: datetime, words: str = "期限です"
) -> None:
    content = {"reply": msgspec.to_builtins(Reply((Text(words),))), "to": {}}
    async with database.write() as tx:
        await outbox.put_notice(tx, chat.id, content, due_at, START)


async def looks(wake: Wake, times: int = 8) -> None:
    """Let the loops look several times."""
    for _ in range(times):
        wake.ring()
        await asyncio.sleep(0.06)


async def until_sent(page: SlowPage, wake: Wake, count: int) -> None:
    async with asyncio.timeout(15):
        while len(page.sent) < count:
            await looks(wake, 1)


async def state_of(database: Database) -> list[str]:
    async with database.read() as tx:
        found = await tx.execute(select(outbox_table.c.state).order_by(outbox_table.c.id))
        return list(found.scalars())


async def test_what_is_on_its_way_is_not_sent_again_after_a_jump_ahead(
    database: Database,
    chat: Chat,
    page: SlowPage,
    clock: StandingClock,
    wake: Wake,
    tmp_path: Path,
) -> None:
    """A laptop sleeps while a message is being sent: its lease is long over when it wakes up."""
    page.may_answer.clear()
    await a_notice(database, chat, START)
    async with sending(database, page, clock, wake, tmp_path):
        await until_sent(page, wake, 1)
        clock.forward(hours=8)
        await looks(wake)
        page.may_answer.set()
        await looks(wake)
        clock.forward(minutes=1)
        await looks(wake)
    assert len(page.sent) == 1
    assert await state_of(database) == ["sent"]


async def test_there_and_back_sends_once_and_at_most_so_much_early(
    database: Database,
    chat: Chat,
    page: SlowPage,
    clock: StandingClock,
    wake: Wake,
    watch: ClockWatch,
    tmp_path: Path,
) -> None:
    async with database.write() as tx:
        deadline = await a_deadline(tx, await an_open_dispute(tx, chat.owner_id))
        for minutes in (30, 90):
            due = START + timedelta(minutes=minutes)
            await outbox.plan_warning(tx, chat.id, deadline, f"+{minutes}", due, START)
    await watch.look()
    async with sending(database, page, clock, wake, tmp_path):
        await looks(wake)
        assert page.sent == []
        clock.forward(hours=1)
        await until_sent(page, wake, 1)
        clock.forward(hours=-1)
        await watch.look()
        clock.forward(minutes=31)
        await looks(wake)
        assert len(page.sent) == 1
        clock.forward(minutes=60)
        await until_sent(page, wake, 2)
        await looks(wake)
    assert len(page.sent) == 2
    assert await state_of(database) == ["sent", "sent"]


async def test_a_jump_back_moves_pauses_and_answers_but_no_warning(
    database: Database, chat: Chat, clock: StandingClock, watch: ClockWatch
) -> None:
    soon = START + timedelta(seconds=5)
    async with database.write() as tx:
        deadline = await a_deadline(tx, await an_open_dispute(tx, chat.owner_id))
        await outbox.put_answer(tx, chat.id, {}, START)
        await outbox.plan_warning(tx, chat.id, deadline, "D-1", START + HOUR / 2, START)
        row = await one_chat.due_answer(tx, chat.id, START)
        assert row is not None
        await one_chat.freeze(tx, chat.id, [row], [{}], START, rank=0)
        await tx.execute(update(deliveries_table).values(next_try_at=soon))
        await outbox.put_answer(tx, chat.id, {}, START)
        await an_event(tx, chat, "e1")
        event = await inbox.oldest(tx, chat.owner_id)
        assert event is not None
        await inbox.try_again(tx, event.id, soon)
    await watch.look()
    clock.forward(hours=-1)
    now = clock.now() + timedelta(seconds=6)
    async with database.write() as tx:
        # As it would be: nothing for an hour.
        assert not await is_due(tx, now)
        assert not await inbox.anything_new(tx, now)
    await watch.look()
    async with database.write() as tx:
        assert await is_due(tx, now)
        assert await one_chat.head(tx, chat.id, now) is not None
        assert await one_chat.due_answer(tx, chat.id, now) is not None
        assert await inbox.claim_owners(tx, now, "t", now + LEASE, 5) == [chat.owner_id]
        (warning,) = await outbox.warnings_of(tx, deadline.id)
        assert warning.due_at == START + HOUR / 2
    # Once, not at every look.
    await watch.look()
    async with database.read() as tx:
        found = await tx.execute(select(deliveries_table.c.next_try_at))
        assert abs(found.scalar_one() - (soon - HOUR)) < timedelta(seconds=1)


async def test_a_jump_back_while_the_database_is_away_is_seen_later(
    database: Database, chat: Chat, clock: StandingClock, watch: ClockWatch
) -> None:
    await watch.look()
    async with database.write() as tx:
        await outbox.put_answer(tx, chat.id, {}, START)
    clock.forward(hours=-1)
    away, watch.database = watch.database, Database("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(ConnectionRefusedError):
        await watch.look()
    await watch.database.close()
    watch.database = away
    await watch.look()
    async with database.read() as tx:
        assert await is_due(tx, clock.now() + timedelta(seconds=2))


async def test_a_clock_that_is_slowed_down_or_jumps_ahead_moves_nothing(
    database: Database, chat: Chat, clock: StandingClock, watch: ClockWatch
) -> None:
    await watch.look()
    async with database.write() as tx:
        await outbox.put_answer(tx, chat.id, {}, START)
    for seconds in (-1.5, 3600):
        clock.forward(seconds=seconds)
        await watch.look()
    async with database.read() as tx:
        assert (await tx.execute(select(outbox_table.c.due_at))).scalar_one() == START


async def lease_of(database: Database, chat: Chat) -> str | None:
    async with database.read() as tx:
        found = await tx.execute(
            select(chats_table.c.lease_token).where(chats_table.c.id == chat.id)
        )
        token: str | None = found.scalar_one()
        return token


async def test_a_lease_of_a_clock_that_stood_ahead_does_not_hold_for_an_hour(
    database: Database,
    chat: Chat,
    clock: StandingClock,
    watch: ClockWatch,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clock_watch, "STALE_AFTER", 0.3)
    monkeypatch.setattr(clock_watch, "LEASES_EVERY", 0.0)
    async with database.write() as tx:
        living = await a_chat(tx, "U2")
        for one in (chat, living):
            await outbox.put_answer(tx, one.id, {}, START - HOUR)
        ahead = clock.now()
        claimed = await claims.claim_chats(
            tx, ahead, new_token(), ahead + LEASE, 5, real_now=ahead, platforms=EVERYWHERE
        )
        assert len(claimed) == 2
    # The holder dies, and the clock is set right.
    clock.forward(hours=-1)
    await watch.look()
    assert await lease_of(database, chat) is not None
    await asyncio.sleep(0.2)
    async with database.write() as tx:
        # This one's holder lives: it lengthens its lease, by the clock that is right now or not.
        await tx.execute(
            update(chats_table)
            .where(chats_table.c.id == living.id)
            .values(lease_until=ahead + 2 * LEASE)
        )
    await asyncio.sleep(0.2)
    await watch.look()
    assert await lease_of(database, chat) is None
    assert await lease_of(database, living) is not None


async def test_a_lease_that_was_lengthened_just_now_is_not_let_go(
    database: Database, chat: Chat, clock: StandingClock
) -> None:
    async with database.write() as tx:
        values = {"lease_token": "t", "lease_until": START + HOUR}
        await tx.execute(update(chats_table).values(values))
        found = await jumps.far_leases(tx, START)
        assert [(one.table, one.id, one.token) for one in found] == [("chats", chat.id, "t")]
        await tx.execute(update(chats_table).values(lease_until=START + 2 * HOUR))
        assert await jumps.let_go(tx, found) == 0
        await tx.execute(update(chats_table).values(values))
        assert await jumps.let_go(tx, found) == 1


async def test_a_named_lease_of_a_clock_that_stood_ahead(
    database: Database, clock: StandingClock
) -> None:
    async def take(holder: str) -> bool:
        async with database.write() as tx:
            now = clock.now()
            return await facts.take_lease(tx, "poller", holder, now, now + LEASE)

    assert await take("a")
    # Clocks of two machines may differ a little: that is no reason to take it away.
    clock.forward(minutes=-4)
    assert not await take("b")
    clock.forward(minutes=-56)
    assert await take("b")
    assert not await take("a")


async def test_paces_move_back_with_the_clock(database: Database, clock: StandingClock) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        await tx.execute(
            update(chats_table)
            .where(chats_table.c.id == chat.id)
            .values(free_at=START + timedelta(seconds=3))
        )
        await paces.pause(tx, "telegram", Rate(), START, 30)
        assert await jumps.move_back(tx, HOUR, START - HOUR) == 2
        assert await paces.slots(tx, "telegram", Rate(), START - HOUR, 5) == 0
        assert await paces.slots(tx, "telegram", Rate(), START - HOUR + HOUR / 2, 5) == 5
        found = await tx.execute(select(chats_table.c.free_at))
        assert found.scalar_one() == START - HOUR + timedelta(seconds=3)


@pytest.fixture
async def bot(tmp_path: Path, clock: StandingClock) -> AsyncIterator[LiveBot]:
    async with live_bot(tmp_path, clock) as running:
        yield running


@pytest.mark.parametrize(("tries", "state"), [(1, "frozen"), (FEWEST_TRIES, "parked")])
async def test_who_slept_for_days_gives_up_nothing_unsent(
    bot: LiveBot, tries: int, state: str
) -> None:
    """The network comes back later than the clock: the first failure after it is not the last."""
    user = bot.line.world.user()
    async with bot.app.database.write() as tx:
        chat = await a_chat(tx, user)
    bot.line.faults.next("500", on="push", times=2)
    await a_notice(bot.app.database, chat, START)
    await bot.forward(seconds=0)
    async with bot.app.database.write() as tx:
        await tx.execute(update(deliveries_table).values(tries=tries))
    await bot.forward(days=3)
    assert await state_of(bot.app.database) == [state]
    await bot.forward(minutes=6)
    shown = [bubble for bubble in bot.line.screen(user) if bubble.author == "bot"]
    assert len(shown) == (1 if state == "frozen" else 0)


async def deadline_of(bot: LiveBot) -> datetime:
    async with bot.app.database.read() as tx:
        found = await tx.execute(select(deadlines_table.c.at))
        at: datetime = found.scalar_one()
        return at


@pytest.mark.parametrize("platform", ["line", "telegram"])
async def test_a_sentence_counts_from_when_it_was_said(bot: LiveBot, platform: str) -> None:
    """The bot was off all night; あと2日5時間 was typed before it."""
    words = "色違いで紛争中、残り2日5時間"
    event: Any
    if platform == "line":
        event = bot.line.events.text(bot.line.world.user(), words)
        bot.clock.forward(hours=9)
        assert bot.line.webhook_url
        await bot.line.deliver(bot.line.webhook_url, event)
    else:
        event = bot.telegram.updates.text(bot.telegram.world.user(), words)
        bot.clock.forward(hours=9)
        await bot.telegram.deliver(event)
    await bot.settled()
    assert await deadline_of(bot) == START + timedelta(days=2, hours=5)


@pytest.mark.parametrize("days", [-1, 8])
async def test_a_time_that_cannot_be_is_not_counted_from(bot: LiveBot, days: int) -> None:
    event = bot.line.events.text(bot.line.world.user(), "色違いで紛争中、残り2日5時間")
    event["timestamp"] -= days * 86_400_000
    assert bot.line.webhook_url
    await bot.line.deliver(bot.line.webhook_url, event)
    await bot.settled()
    assert await deadline_of(bot) == START + timedelta(days=2, hours=5)


async def test_a_clock_set_back_makes_nobody_hasty(database: Database, chat: Chat) -> None:
    async with database.write() as tx:
        for number in range(40):
            await an_event(tx, chat, f"e{number}", now=START + number * timedelta(minutes=1))
        await an_event(tx, chat, "later", now=START - HOUR, at=START + 2 * HOUR)
        while (event := await inbox.oldest(tx, chat.owner_id)) and event.key != "later":
            await inbox.settle(tx, event.id, "handled", START)
        assert event is not None
        assert await inbox.count_before(tx, event, timedelta(minutes=1)) == 0
