"""Linked chats on both platforms: the one takes over what the other cannot take."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from storage import linking, quotas
from storage.engine import Database
from storage.owner_records import Chat
from tests.bot.test_dispatch import chat_on, put, seen, states
from tests.bot.test_line_quota import DAY, warn
from tests.conftest import StandingClock
from tests.live import LiveBot, live_bot


@pytest.fixture
async def bot(
    tmp_path: Path, clock: StandingClock, database: Database, database_address: str
) -> AsyncIterator[LiveBot]:
    async with live_bot(tmp_path, clock, database=database_address) as running:
        yield running


async def linked(bot: LiveBot) -> tuple[Chat, Any, Any]:
    """A LINE chat to which warnings go, and the addresses of both."""
    line, user = await chat_on(bot, "line")
    telegram, number = await chat_on(bot, "telegram")
    async with bot.app.database.write() as tx:
        await linking.join(tx, telegram.owner_id, line.owner_id)
        await linking.prefer(tx, telegram.owner_id, "line")
        chat = await linking.told_in(tx, telegram.owner_id)
    assert chat is not None
    return chat, user, number


async def test_what_a_blocked_chat_refuses_comes_in_the_other(bot: LiveBot) -> None:
    chat, user, number = await linked(bot)
    bot.line.world.users[user].blocked = True
    await bot.line.deliver(f"{bot.url}/line/webhook", bot.line.events.unfollow(user))
    await bot.settled()
    await warn(bot, chat, 2 * DAY)
    await bot.forward(seconds=1)
    assert len(seen(bot, number)) == 1
    assert "色違い" in seen(bot, number)[0]
    assert set(await states(bot)) == {"sent"}


async def test_a_telegram_chat_that_turns_a_warning_down_hands_it_over(bot: LiveBot) -> None:
    chat, user, number = await linked(bot)
    async with bot.app.database.write() as tx:
        await linking.prefer(tx, chat.owner_id, "telegram")
        telegram = await linking.told_in(tx, chat.owner_id)
    assert telegram is not None
    bot.telegram.world.chats[number].blocked = True
    await warn(bot, telegram, 2 * DAY)
    await bot.forward(seconds=1)
    assert seen(bot, number) == []
    (told,) = seen(bot, user)
    assert "色違い" in told


async def test_what_the_quota_does_not_let_through_comes_in_the_other(bot: LiveBot) -> None:
    chat, user, number = await linked(bot)
    bot.line.world.quota = 20
    bot.line.world.used = {bot.line.world.month: 18}
    assert bot.app.quota is not None
    await bot.app.quota.look()
    await warn(bot, chat, 5 * DAY)
    await bot.forward(seconds=1)
    assert seen(bot, user) == []
    assert len(seen(bot, number)) == 1
    async with bot.app.database.read() as tx:
        known = await quotas.current(tx, bot.clock.now())
    assert known is not None
    assert known.used == 18


async def test_what_line_refuses_for_its_quota_comes_in_the_other(bot: LiveBot) -> None:
    chat, user, number = await linked(bot)
    bot.line.world.quota = 0
    await put(bot, chat, "お知らせ")
    await bot.settled()
    await bot.forward(seconds=1)
    assert seen(bot, user) == []
    assert seen(bot, number) == ["お知らせ"]


async def test_an_answer_stays_where_it_was_asked_for(bot: LiveBot) -> None:
    _, user, number = await linked(bot)
    await bot.line.deliver(f"{bot.url}/line/webhook", bot.line.events.text(user, "ヘルプ"))
    await bot.settled()
    await bot.forward(seconds=1)
    assert seen(bot, number) == []
    assert [bubble for bubble in bot.line.screen(user) if bubble.author == "bot"]
