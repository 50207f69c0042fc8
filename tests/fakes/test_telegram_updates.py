"""Telegram's updates: every kind, long polling, webhooks."""

import asyncio
import json
from collections.abc import Callable

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MaybeInaccessibleMessage
from telegram.error import BadRequest, Conflict

from tests.fakes.conftest import BotServer, bot_for
from tests.fakes.ledger import Json
from tests.fakes.telegram import FakeTelegram

KINDS: dict[str, tuple[str, Callable[[FakeTelegram, int], Json]]] = {
    "text": ("message", lambda t, c: t.updates.text(c, "紛争中です")),
    "command": ("message", lambda t, c: t.updates.text(c, "/start now")),
    "edited": ("edited_message", lambda t, c: t.updates.edited(t.updates.text(c, "a"), "b")),
    "photo": ("message", lambda t, c: t.updates.photo(c, b"jpeg", caption="色違い")),
    "document": ("message", lambda t, c: t.updates.document(c, b"png")),
    "video": ("message", lambda t, c: t.updates.video(c, b"mp4")),
    "sticker": ("message", lambda t, c: t.updates.sticker(c)),
    "blocked": ("my_chat_member", lambda t, c: t.updates.blocked(c)),
    "unblocked": ("my_chat_member", lambda t, c: t.updates.unblocked(c)),
    "added": ("my_chat_member", lambda t, c: t.updates.added(t.world.group(), user=c)),
    "removed": ("my_chat_member", lambda t, c: t.updates.removed(t.world.group(), user=c)),
    "in a group": ("message", lambda t, c: t.updates.text(t.world.group(), "a", user=c)),
    "migrated to": ("message", lambda t, c: t.updates.migrated(t.world.group(), c)[0]),
    "migrated from": ("message", lambda t, c: t.updates.migrated(c, t.world.group())[1]),
}


@pytest.mark.parametrize("name", KINDS)
async def test_update(name: str, telegram: FakeTelegram, bot: Bot) -> None:
    field, build = KINDS[name]
    chat = telegram.world.user()
    await telegram.deliver(build(telegram, chat))
    (update,) = await bot.get_updates()
    assert getattr(update, field) is not None
    if name == "command":
        assert update.message is not None
        assert [*update.message.parse_entities(["bot_command"]).values()] == ["/start"]
    if name == "photo":
        assert update.message is not None
        assert [size.width for size in update.message.photo] == [90, 1280]


async def test_unknown_update(telegram: FakeTelegram, bot: Bot) -> None:
    await telegram.deliver(telegram.updates.unknown())
    (update,) = await bot.get_updates()
    assert update.api_kwargs == {"something_new": {"value": 1}}


async def test_offset_confirms(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.world.user()
    for text in "abcd":
        await telegram.say(chat, text)
    first = await bot.get_updates(limit=2)
    assert [u.message.text for u in first if u.message] == ["a", "b"]
    assert [u.update_id for u in await bot.get_updates(limit=2)] == [u.update_id for u in first]
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [u.message.text for u in rest if u.message] == ["c", "d"]
    (last,) = await bot.get_updates(offset=-1)
    assert last.message
    assert last.message.text == "d"
    assert (await bot.get_webhook_info()).pending_update_count == 1


async def test_long_poll_wakes(telegram: FakeTelegram, bot: Bot) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=30))
    await telegram.feed.waiting.wait()
    await telegram.say(telegram.world.user(), "a")
    assert len(await waiting) == 1


async def test_second_poll_ends_the_first(telegram: FakeTelegram, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await telegram.feed.waiting.wait()
    async with bot_for(telegram) as other:
        assert await other.get_updates(timeout=0) == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates"):
        await first


async def test_allowed_updates(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.world.user()
    await bot.get_updates(allowed_updates=["my_chat_member"])
    await telegram.say(chat, "a")
    await telegram.deliver(telegram.updates.blocked(chat))
    (update,) = await bot.get_updates()
    assert update.my_chat_member
    assert (await bot.get_webhook_info()).allowed_updates == ("my_chat_member",)
    await bot.get_updates(allowed_updates=[])
    (kept,) = telegram.feed.pending
    reactions = {
        "chat": {"id": chat, "type": "private"},
        "message_id": 1,
        "date": 1,
        "reactions": [],
    }
    await telegram.deliver(telegram.updates.update("message_reaction_count", reactions))
    assert telegram.feed.pending == [kept]


async def test_duplicate_in_polling(telegram: FakeTelegram, bot: Bot) -> None:
    telegram.faults.next("duplicate")
    await telegram.say(telegram.world.user(), "a")
    first, second = await bot.get_updates()
    assert first.update_id == second.update_id


async def test_press(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.world.user()
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("できた", callback_data="v1:1")]])
    sent = await bot.send_message(chat, "a", reply_markup=keys)
    await telegram.press(chat, "できた")
    await telegram.deliver(telegram.updates.callback(chat, "v1:old", 5, inaccessible=True))
    fresh, old = (u.callback_query for u in await bot.get_updates())
    assert fresh
    assert fresh.message
    assert (fresh.data, fresh.message.message_id) == ("v1:1", sent.id)
    assert old
    assert isinstance(old.message, MaybeInaccessibleMessage)
    assert not old.message.is_accessible


async def test_webhook(telegram: FakeTelegram, bot: Bot, bot_server: BotServer) -> None:
    await bot.set_webhook(bot_server.url, secret_token="s3cret_-")
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    one, two = telegram.world.user(), telegram.world.user()
    bot_server.status = 500
    await telegram.say(one, "a")
    await telegram.say(one, "b")
    assert len(bot_server.received) == 2  # "b" waits for "a"; "a" was tried twice
    assert {json.loads(raw)["message"]["text"] for _, raw in bot_server.received} == {"a"}
    bot_server.status = 200
    await telegram.say(two, "c")
    texts = [json.loads(raw)["message"]["text"] for _, raw in bot_server.received]
    assert texts == ["a", "a", "a", "b", "c"]
    assert bot_server.received[-1][0]["x-telegram-bot-api-secret-token"] == "s3cret_-"
    telegram.faults.next("duplicate")
    await telegram.say(two, "d")
    assert bot_server.received[-1][1] == bot_server.received[-2][1]
    bot_server.answer = {"method": "sendMessage", "chat_id": two, "text": "いま"}
    await telegram.say(two, "e")
    assert telegram.screen(two)[-1].text == "いま"
    await bot.delete_webhook()
    assert await bot.get_updates() == ()
    assert telegram.offences == []


@pytest.mark.parametrize(
    ("url", "more"),
    [
        ("http://example.com/", {}),
        ("https://example.com:8000/", {}),
        ("https://192.168.0.1/", {}),
        ("https://example.com/", {"secret_token": "not allowed"}),
        ("https://example.com/", {"max_connections": 101}),
    ],
)
async def test_refused_webhooks(url: str, more: Json, telegram: FakeTelegram, bot: Bot) -> None:
    with pytest.raises(BadRequest):
        await bot.set_webhook(url, **more)
    await bot.set_webhook("https://example.com/")
    assert (await bot.get_webhook_info()).url == "https://example.com/"


async def test_http_webhooks_need_the_flag() -> None:
    async with FakeTelegram() as telegram, bot_for(telegram) as bot:
        with pytest.raises(BadRequest, match=r"(?i)HTTPS"):
            await bot.set_webhook("http://127.0.0.1:8000/")


async def test_dropping_updates_is_an_offence(telegram: FakeTelegram, bot: Bot) -> None:
    await telegram.say(telegram.world.user(), "a")
    await bot.delete_webhook(drop_pending_updates=True)
    assert "threw 1 updates away" in telegram.offences[0]
