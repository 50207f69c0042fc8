"""Telegram's answers to calls: tokens, chats, edits, presses, settings, pacing."""

from datetime import timedelta
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MenuButtonDefault,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter

from tests.fakes.conftest import Clock, bot_for
from tests.fakes.telegram import FakeTelegram


def board(*labels: str) -> InlineKeyboardMarkup:
    keys = [InlineKeyboardButton(label, callback_data=f"v1:{label}") for label in labels]
    return InlineKeyboardMarkup([keys])


@pytest.mark.parametrize("token", ["123456789:wrong", "nothing"])
async def test_wrong_token(token: str, telegram: FakeTelegram) -> None:
    bot = bot_for(telegram, token)
    with pytest.raises(InvalidToken):
        await bot.get_me()
    await bot.request.shutdown()
    assert telegram.ledger.refused[0][1] == (401 if ":" in token else 404)


async def test_me_and_unknown_method(telegram: FakeTelegram, bot: Bot) -> None:
    assert (await bot.get_me()).username == "funso_navi_bot"
    with pytest.raises(Exception, match="not found"):
        await bot.do_api_request("sendSong", api_kwargs={"chat_id": 1})
    assert len(telegram.offences) == 1


async def test_who_may_be_written_to(telegram: FakeTelegram, bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(42, "a")
    stranger = telegram.world.user(opened=False)
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.send_message(stranger, "a")
    await telegram.say(stranger, "/start")
    await bot.send_message(stranger, "a")
    await telegram.deliver(telegram.updates.blocked(stranger))
    with pytest.raises(Forbidden, match="blocked by the user"):
        await bot.send_message(stranger, "a")
    await telegram.deliver(telegram.updates.unblocked(stranger))
    telegram.world.chats[stranger].deactivated = True
    with pytest.raises(Forbidden, match="deactivated"):
        await bot.send_message(stranger, "a")
    group = telegram.world.group()
    await telegram.deliver(telegram.updates.added(group))
    await bot.send_message(group, "a")
    await telegram.deliver(telegram.updates.removed(group))
    with pytest.raises(Forbidden, match="kicked from the group chat"):
        await bot.send_message(group, "a")
    assert len(telegram.ledger.of(stranger)) == 1


async def test_migrated_group(telegram: FakeTelegram, bot: Bot) -> None:
    old = telegram.world.group()
    new = telegram.world.migrate(old)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old, "a")
    assert moved.value.new_chat_id == new
    await bot.send_message(new, "a")


async def test_edits(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.world.user()
    sent = await bot.send_message(chat, "<b>期限</b>", "HTML", reply_markup=board("できた"))
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text(
            "<b>期限</b>", chat, sent.id, parse_mode="HTML", reply_markup=board("できた")
        )
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(chat, sent.id, reply_markup=board("できた"))
    await bot.edit_message_reply_markup(chat, sent.id, reply_markup=board("あとで"))
    assert telegram.screen(chat)[0].labels == ["あとで"]
    await bot.edit_message_text("済み", chat, sent.id)
    (shown,) = telegram.screen(chat)
    assert (shown.text, shown.labels, shown.via) == ("済み", [], "edit")
    with pytest.raises(BadRequest, match="too long"):
        await bot.edit_message_text("a" * 4097, chat, sent.id)
    with pytest.raises(BadRequest, match="no caption"):
        await bot.edit_message_caption(chat, sent.id, caption="a")
    with pytest.raises(BadRequest, match="to edit not found"):
        await bot.edit_message_text("a", chat, 1)
    theirs = (await telegram.say(chat, "a"))["message"]["message_id"]
    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("b", chat, theirs)
    await bot.delete_message(chat, sent.id)
    with pytest.raises(BadRequest, match="to edit not found"):
        await bot.edit_message_text("a", chat, sent.id)
    assert [entry.via for entry in telegram.ledger] == ["send", "edit", "edit", "delete"]
    assert [str(bubble) for bubble in telegram.screen(chat)] == ["user: a"]


async def test_delete_within_two_days(telegram: FakeTelegram, bot: Bot, clock: Clock) -> None:
    chat = telegram.world.user()
    sent = await bot.send_message(chat, "a")
    clock.move(hours=49)
    with pytest.raises(BadRequest, match="can't be deleted"):
        await bot.delete_message(chat, sent.id)
    with pytest.raises(BadRequest, match="to delete not found"):
        await bot.delete_message(chat, 1)


async def test_callback_answers(telegram: FakeTelegram, bot: Bot, clock: Clock) -> None:
    chat = telegram.world.user()
    await bot.send_message(chat, "a", reply_markup=board("できた"))
    names = []
    for _ in range(2):
        update = await telegram.press(chat, "できた")
        assert update is not None
        names.append(update["callback_query"]["id"])
    assert telegram.world.unanswered() == names
    with pytest.raises(BadRequest, match=r"(?i)message_too_long"):
        await bot.answer_callback_query(names[0], "a" * 201)
    await bot.answer_callback_query(names[0], "a" * 200)
    assert telegram.world.unanswered() == names[1:]
    clock.move(minutes=5)
    for name in (*names, "1"):
        with pytest.raises(BadRequest, match="Query is too old"):
            await bot.answer_callback_query(name)
    assert telegram.ledger.of(chat, via="answer")[0].body["text"] == "a" * 200


async def test_presses_that_stay_on_the_phone(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.world.user()
    link = InlineKeyboardButton("開く", url="https://example.com/")
    await bot.send_message(chat, "a", reply_markup=InlineKeyboardMarkup([[link]]))
    assert await telegram.press(chat, "開く") is None
    assert telegram.client_side[0][1].value == "https://example.com/"
    assert telegram.feed.pending == []
    with pytest.raises(LookupError):
        telegram.find(chat, "閉じる")


async def test_chat_action(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.world.user()
    await bot.send_chat_action(chat, "typing")
    with pytest.raises(BadRequest, match=r"(?i)wrong parameter action"):
        await bot.send_chat_action(chat, "thinking")
    assert telegram.screen(chat) == []


async def test_settings(telegram: FakeTelegram, bot: Bot) -> None:
    commands = [BotCommand("list", "一覧")]
    await bot.set_my_commands(commands, language_code="ja")
    assert [c.command for c in await bot.get_my_commands(language_code="ja")] == ["list"]
    assert await bot.get_my_commands() == ()
    for command, description in (("List", "a"), ("list", ""), ("list", "a" * 257)):
        with pytest.raises(BadRequest):
            await bot.set_my_commands([(command, description)])
    await bot.set_chat_menu_button(menu_button=MenuButtonDefault())
    await bot.set_my_description("説明")
    assert (await bot.get_my_description()).description == "説明"
    with pytest.raises(BadRequest):
        await bot.set_my_short_description("a" * 121)
    group = telegram.world.group(members=5)
    assert await bot.get_chat_member_count(group) == 5
    assert (await bot.get_chat(group)).title == "a group"
    await bot.leave_chat(group)
    with pytest.raises(Forbidden):
        await bot.send_message(group, "a")


async def seconds_until_allowed(call: Any) -> float:
    with pytest.raises(RetryAfter) as flood:
        await call
    assert isinstance(flood.value.retry_after, timedelta)
    return flood.value.retry_after.total_seconds()


async def test_pacing(telegram: FakeTelegram, bot: Bot, clock: Clock) -> None:
    telegram.pacing.on = True
    chat = telegram.world.user()
    await bot.send_message(chat, "a")
    assert await seconds_until_allowed(bot.send_message(chat, "b")) == 1
    assert telegram.offences == []
    await seconds_until_allowed(bot.send_message(chat, "b"))
    assert "before retry_after" in telegram.offences.pop()
    clock.move(seconds=1)
    await bot.send_message(chat, "b")
    clock.move(seconds=1)
    for _ in range(30):
        await bot.send_message(telegram.world.user(), "a")
    assert await seconds_until_allowed(bot.send_message(telegram.world.user(), "a")) == 1


async def test_pacing_of_groups(telegram: FakeTelegram, bot: Bot, clock: Clock) -> None:
    telegram.pacing.on = True
    group = telegram.world.group()
    for _ in range(20):
        await bot.send_message(group, "a")
        clock.move(seconds=1)
    assert await seconds_until_allowed(bot.send_message(group, "a")) == 40


async def test_html_that_shows_as_it_stands(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.world.user()
    sent = await bot.send_message(chat, " <b>1&nbsp;&#50;&lt;</b> 😀<i>x</i>", "HTML")
    assert sent.text == "1&nbsp;2< 😀x"
    assert [(e.type, e.offset, e.length) for e in sent.entities] == [
        ("bold", 0, 9),
        ("italic", 12, 1),
    ]
    assert "&nbsp;" in telegram.offences[0]
