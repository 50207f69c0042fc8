"""LINE's monthly quota: what leaves, what waits, what the operator hears; counted by the fake."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.platforms.base import AnswerTo
from storage import outbox, owners, quotas
from storage.engine import Database
from storage.owner_records import Chat
from storage.tables import chats as chats_table
from tests.bot.test_dispatch import chat_on, put, seen, states
from tests.conftest import START, StandingClock
from tests.live import LiveBot, live_bot
from tests.storage.making import a_deadline, an_open_dispute

DAY = timedelta(days=1)


@pytest.fixture
async def bot(
    tmp_path: Path, clock: StandingClock, database: Database, database_address: str
) -> AsyncIterator[LiveBot]:
    operator = {"OPERATOR_CHAT": "telegram:777"}
    async with live_bot(
        tmp_path, clock, database=database_address, environment=operator
    ) as running:
        running.telegram.world.user(777)
        yield running


async def month(bot: LiveBot, *, quota: int | None, used: int = 0) -> None:
    """LINE's month as it stands, and the bot has asked."""
    bot.line.world.quota = quota
    bot.line.world.used = {bot.line.world.month: used}
    assert bot.app.quota is not None
    await bot.app.quota.look()
    await bot.settled()


async def warn(bot: LiveBot, chat: Chat, ends_in: timedelta) -> None:
    """A warning of a deadline so far ahead, due now."""
    now = bot.clock.now()
    async with bot.app.database.write() as tx:
        case = await an_open_dispute(tx, chat.owner_id, title="色違い")
        clock = await a_deadline(tx, case, at=now + ends_in)
        await outbox.plan_warning(tx, chat.id, clock, "D-1", now, now)
    bot.app.wake.ring()
    await bot.settled()


async def a_group(bot: LiveBot, members: int) -> tuple[Chat, str]:
    people = [bot.line.world.user() for _ in range(members)]
    address = bot.line.world.group(*people)
    async with bot.app.database.write() as tx:
        chat = await owners.open_chat(
            tx, "line", address, group=True, zone="Asia/Tokyo", locale="ja", now=START
        )
    return chat, address


async def test_the_last_tenth_is_for_what_ends_within_a_day(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "line")
    await month(bot, quota=20, used=18)
    await warn(bot, chat, 5 * DAY)
    assert seen(bot, user) == []
    assert (await states(bot))[-1] == "held"
    other, neighbour = await chat_on(bot, "line")
    await warn(bot, other, timedelta(hours=20))
    assert len(seen(bot, neighbour)) == 1
    assert bot.line.world.usage == 19


async def test_what_was_held_back_is_said_first_in_the_next_reply(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "line")
    await month(bot, quota=20, used=18)
    await warn(bot, chat, 5 * DAY)
    await bot.line.deliver(f"{bot.url}/line/webhook", bot.line.events.text(user, "ヘルプ"))
    await bot.settled()
    shown = [bubble.text for bubble in bot.line.screen(user) if bubble.author == "bot"]
    assert "色違い" in shown[0]
    assert "held" not in await states(bot)
    assert bot.line.world.usage == 18, "a reply is free"


async def test_between_two_looks_the_pushes_are_counted_here(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "line")
    await month(bot, quota=20, used=10)
    for number in range(10):
        await put(bot, chat, f"お知らせ{number}")
        await bot.settled()
    assert len(seen(bot, user)) == 8
    assert (await states(bot)).count("held") == 2


async def test_an_answer_is_not_held_back(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "line")
    await month(bot, quota=20, used=19)
    await put(bot, chat, "お答えです", answer=AnswerTo())
    await bot.settled()
    assert seen(bot, user) == ["お答えです"]


async def test_a_group_counts_its_members(bot: LiveBot) -> None:
    chat, address = await a_group(bot, 9)
    await put(bot, chat, "まだ数えていません")
    await bot.settled()
    await month(bot, quota=40, used=29)
    async with bot.app.database.write() as tx:
        await quotas.count_members(tx, chat.id, None)
        now = bot.clock.now()
        content = {"reply": {"nodes": []}, "to": {}}
        await outbox.put_notice(tx, chat.id, content, now + timedelta(hours=1), now)
    assert bot.app.quota is not None
    await bot.app.quota.look()
    async with bot.app.database.read() as tx:
        found = await tx.execute(chats_table.select().where(chats_table.c.id == chat.id))
        assert found.mappings().one()["members"] == 9
    # Nine more would go into the last tenth (36 and above).
    await put(bot, chat, "九人に")
    await bot.settled()
    assert "九人に" not in [bubble.text for bubble in bot.line.screen(address)]
    single, user = await chat_on(bot, "line")
    await put(bot, single, "一人に")
    await bot.settled()
    assert seen(bot, user) == ["一人に"]


async def test_who_comes_into_a_group_or_goes_is_counted(bot: LiveBot) -> None:
    chat, address = await a_group(bot, 3)
    newcomer = bot.line.world.user()
    events = bot.line.events
    for change, members in ((events.member_joined, 4), (events.member_left, 3)):
        group = bot.line.world.groups[address]
        if members == 4:
            group.members.add(newcomer)
        else:
            group.members.discard(newcomer)
        async with bot.app.database.write() as tx:
            await quotas.count_members(tx, chat.id, 7 - members)
            now = bot.clock.now()
            content = {"reply": {"nodes": []}, "to": {}}
            await outbox.put_notice(tx, chat.id, content, now + timedelta(hours=1), now)
        assert bot.line.webhook_url
        await bot.line.deliver(bot.line.webhook_url, change(address, newcomer))
        await bot.settled()
        assert bot.app.quota is not None
        await bot.app.quota.look()
        async with bot.app.database.read() as tx:
            found = await tx.execute(chats_table.select().where(chats_table.c.id == chat.id))
            assert found.mappings().one()["members"] == members
    assert bot.line.screen(address) == []


async def test_a_new_month_brings_what_was_held(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "line")
    await month(bot, quota=20, used=20)
    await warn(bot, chat, 20 * DAY)
    assert seen(bot, user) == []
    # From 1 December in Japan on.
    await bot.forward(days=7, hours=13)
    assert bot.app.quota is not None
    await bot.app.quota.look()
    assert seen(bot, user) == []
    await bot.forward(hours=1)
    await bot.app.quota.look()
    await bot.settled()
    assert len(seen(bot, user)) == 1


async def test_the_operator_is_told_at_70_and_at_90_percent_once(bot: LiveBot) -> None:
    heard = []
    for used in (69, 70, 75, 89, 90, 95):
        await bot.forward(minutes=11)
        await month(bot, quota=100, used=used)
        heard.append(len(seen(bot, 777)))
    assert heard == [0, 1, 1, 1, 2, 2]
    assert "line-quota-70" in seen(bot, 777)[0]
    assert "used=90" in seen(bot, 777)[1]


async def test_without_a_limit_everything_leaves(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "line")
    await month(bot, quota=None, used=5000)
    await put(bot, chat, "お知らせ")
    await bot.settled()
    assert seen(bot, user) == ["お知らせ"]


async def test_line_that_does_not_tell_holds_nothing(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "line")
    await bot.line.go_down()
    assert bot.app.quota is not None
    await bot.app.quota.look()
    await bot.line.come_back()
    await put(bot, chat, "お知らせ")
    await bot.settled()
    assert seen(bot, user) == ["お知らせ"]


async def test_it_is_asked_every_ten_minutes_only(bot: LiveBot) -> None:
    await month(bot, quota=20, used=3)
    bot.line.world.used = {bot.line.world.month: 9}
    assert bot.app.quota is not None
    await bot.app.quota.look()
    async with bot.app.database.read() as tx:
        known = await quotas.current(tx, bot.clock.now())
    assert known is not None
    assert known.used == 3
    await bot.forward(minutes=10)
    await bot.app.quota.look()
    async with bot.app.database.read() as tx:
        known = await quotas.current(tx, bot.clock.now())
    assert known is not None
    assert known.used == 9
