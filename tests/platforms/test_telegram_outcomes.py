import copy

import pytest

from bot.platforms.base import (
    AnswerTo,
    BadToken,
    Followed,
    Refused,
    Rejected,
    Sent,
    TryLater,
    Uncertain,
)
from bot.platforms.telegram import TelegramPlatform
from handlers.replies import Media, Press, Reply, Text
from tests.platforms.conftest import impatient, outgoing

HELLO = {"method": "sendMessage", "text": "こんにちは"}


@pytest.fixture
def chat(fake_telegram):
    return fake_telegram.world.user()


@pytest.fixture
def press(fake_telegram, chat):
    """A pressed button: the body that answers it and one that edits its message."""

    async def press(telegram):
        reply = Reply((Text("選んでください", (Press("一覧", "1~list~~"),)),))
        (body,) = telegram.render(reply, AnswerTo(), locale="ja")
        await telegram.send(outgoing(chat, body))
        query = fake_telegram.pressed(chat, "一覧")["callback_query"]
        to = AnswerTo(callback=query["id"], pressed_message=str(query["message"]["message_id"]))
        return telegram.render(Reply((Text("一覧です"),), replaces_pressed=True), to, locale="ja")

    return press


async def test_a_message_is_sent_as_it_was_frozen(telegram, fake_telegram, chat):
    key = {"text": "一覧", "callback_data": "1~list~~", "style": "primary"}
    bold = {"type": "bold", "offset": 0, "length": 2}
    body = {**HELLO, "entities": [bold], "reply_markup": {"inline_keyboard": [[key]]}}
    frozen = copy.deepcopy(body)
    outcome = await telegram.send(outgoing(chat, body))
    (entry,) = fake_telegram.ledger.of(chat)
    assert outcome == Sent(str(entry.message_ids[0]))
    del frozen["method"]
    assert entry.body == {"chat_id": chat, **frozen}


async def test_edits_and_answers(telegram, fake_telegram, chat, press):
    answer, edit = await press(telegram)
    assert await telegram.send(outgoing(chat, answer)) == Sent()
    assert await telegram.send(outgoing(chat, edit)) == Sent(str(edit["message_id"]))
    (bubble,) = fake_telegram.screen(chat)
    assert (bubble.text, bubble.labels) == ("一覧です", [])
    # The same again: the platform has them.
    assert await telegram.send(outgoing(chat, answer)) == Sent()
    assert await telegram.send(outgoing(chat, edit)) == Sent()


async def test_an_edit_of_a_deleted_message_is_sent_anew(telegram, fake_telegram, chat, press):
    _, edit = await press(telegram)
    fake_telegram.world.messages.clear()
    outcome = await telegram.send(outgoing(chat, edit))
    (bubble,) = fake_telegram.screen(chat)
    assert bubble.text == "一覧です"
    assert outcome == Sent(str(bubble.message_id))


async def test_a_calendar_of_a_deleted_message_is_sent_anew(telegram, fake_telegram, chat):
    markup = {"inline_keyboard": [[{"text": "1", "callback_data": "c~d~2027-02-01~p"}]]}
    body = {"method": "editMessageReplyMarkup", "message_id": 5, "reply_markup": markup}
    assert isinstance(await telegram.send(outgoing(chat, body)), Sent)
    assert fake_telegram.screen(chat)[-1].labels == ["1"]


@pytest.mark.parametrize("kind", ["500", "502"])
async def test_a_server_error_is_tried_later(telegram, fake_telegram, chat, kind):
    fake_telegram.faults.next(kind)
    assert isinstance(await telegram.send(outgoing(chat, HELLO)), TryLater)
    assert isinstance(await telegram.send(outgoing(chat, HELLO)), Sent)


KINDS = ["timeout_before", "timeout_after", "reset_before", "reset_after"]


@pytest.mark.parametrize("kind", KINDS)
async def test_no_answer_leaves_a_message_uncertain(telegram, fake_telegram, chat, kind):
    fake_telegram.faults.next(kind)
    with impatient(telegram, kind):
        assert isinstance(await telegram.send(outgoing(chat, HELLO)), Uncertain)


@pytest.mark.parametrize("kind", KINDS)
async def test_no_answer_to_an_edit_or_a_press_means_again(
    telegram, fake_telegram, chat, press, kind
):
    for body in await press(telegram):
        fake_telegram.faults.next(kind)
        with impatient(telegram, kind):
            assert isinstance(await telegram.send(outgoing(chat, body)), TryLater)
        assert isinstance(await telegram.send(outgoing(chat, body)), Sent)


async def test_nobody_listens(telegram, fake_telegram, chat):
    await fake_telegram.go_down()
    outcome = await telegram.send(outgoing(chat, HELLO))
    assert outcome == TryLater("ClientConnectorError")
    await telegram.working(str(chat))
    await fake_telegram.come_back()
    assert isinstance(await telegram.send(outgoing(chat, HELLO)), Sent)


@pytest.mark.parametrize(
    ("group", "wait", "everyone"), [(False, 1, False), (False, 30, True), (True, 30, False)]
)
async def test_a_flood_wait_is_obeyed(telegram, fake_telegram, chat, group, wait, everyone):
    address = fake_telegram.world.group() if group else chat
    fake_telegram.faults.next("429", retry_after=wait)
    outcome = await telegram.send(outgoing(address, HELLO))
    assert outcome == TryLater("flood", after=wait, everyone=everyone)


async def test_whoever_blocked_or_removed_us_gets_nothing_more(telegram, fake_telegram, chat):
    fake_telegram.world.chats[chat].blocked = True
    assert isinstance(await telegram.send(outgoing(chat, HELLO)), Refused)
    assert isinstance(await telegram.send(outgoing(424242, HELLO)), Refused)
    group = fake_telegram.world.group()
    fake_telegram.world.chats[group].kicked = True
    assert isinstance(await telegram.send(outgoing(group, HELLO)), Refused)


async def test_a_group_that_moved_is_followed(telegram, fake_telegram):
    old, new = fake_telegram.world.group(), fake_telegram.world.group()
    fake_telegram.world.chats[old].migrated_to = new
    assert await telegram.send(outgoing(old, HELLO)) == Followed(str(new))


@pytest.mark.parametrize("token", ["123456789:another", "123456789"])
async def test_a_wrong_token_refuses_nobody(fake_telegram, chat, token):
    platform = TelegramPlatform(token, api_url=fake_telegram.url)
    await platform.start()
    outcome = await platform.send(outgoing(chat, HELLO))
    assert outcome == BadToken("the token is not known")
    await platform.stop()


@pytest.mark.parametrize(
    "body",
    [
        {"method": "sendMessage", "text": "a" * 4097},
        {"method": "sendMessage", "text": " "},
        {"method": "unheard"},
        {},
        {"method": "sendPhoto", "blob": "lost"},
        {"method": "sendMessage"},
    ],
)
async def test_a_body_that_can_never_go_is_rejected(telegram, chat, body):
    assert isinstance(await telegram.send(outgoing(chat, body)), Rejected)


async def test_the_mark_is_all_that_changes(telegram, fake_telegram, chat):
    bold = {"type": "bold", "offset": 0, "length": 3}
    body = {**HELLO, "entities": [bold]}
    await telegram.send(outgoing(chat, body, marked=True))
    sent = fake_telegram.ledger[0].body
    assert sent["text"] == "【再送】こんにちは"
    assert sent["entities"] == [{**bold, "offset": 4}]
    assert body == {**HELLO, "entities": [bold]}


async def test_files(telegram, fake_telegram, chat, png):
    nodes = (
        Media("b1", "image/png", "傷.png", "届いたとき"),
        Media("b2", "application/pdf", "受領書.pdf"),
        Media("b3", "video/mp4", "開封.mp4"),
    )
    for body in telegram.render(Reply(nodes), AnswerTo(), locale="ja"):
        blobs = {"b1": png, "b2": b"%PDF", "b3": b"film"}
        assert isinstance(await telegram.send(outgoing(chat, body, blobs=blobs)), Sent)
    assert [bubble.media for bubble in fake_telegram.screen(chat)] == ["photo", "document", "video"]


async def test_a_photo_that_telegram_cannot_show_goes_as_a_file(telegram, fake_telegram, chat):
    body = {"method": "sendPhoto", "blob": "b1", "name": "傷.png"}
    outcome = await telegram.send(outgoing(chat, body, blobs={"b1": b"no picture"}))
    assert isinstance(outcome, Sent)
    assert fake_telegram.screen(chat)[-1].media == "document"


async def test_working_shows_that_it_types(telegram, fake_telegram, chat):
    await telegram.working(str(chat))
    assert fake_telegram.ledger.of(chat)[0].endpoint == "sendChatAction"
    assert await telegram.members(str(chat)) is None
