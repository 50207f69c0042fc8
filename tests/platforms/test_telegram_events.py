import json
from datetime import UTC, datetime

import pytest

from bot.clock import SystemClock
from bot.platforms.base import Forged, Incoming, Unreadable
from bot.platforms.telegram import TelegramPlatform
from bot.platforms.telegram_events import Self
from handlers.events import Joined, Left, Moved, Pressed, Said, Unknown
from tests.fakes.telegram import FakeTelegram

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


class Still(SystemClock):
    def now(self):
        return NOW


fake = FakeTelegram(now=lambda: NOW)
updates = fake.updates
platform = TelegramPlatform(fake.token, webhook_secret="a-secret", clock=Still())
platform._me = Self(fake.bot["id"], "funso_navi_bot")
USER, GROUP = fake.world.user(), fake.world.group()


def read(update):
    return platform.understand(update, locale="ja")


def receive(update):
    (arrived,) = platform.receive(json.dumps(update).encode(), "a-secret")
    return arrived


def test_an_update_is_named_placed_and_dated_before_it_is_stored():
    update = updates.text(USER, "紛争中です")
    arrived = receive(update)
    assert (arrived.key, arrived.address) == (str(update["update_id"]), str(USER))
    assert (arrived.at, arrived.group, arrived.kind) == (NOW, False, "text")
    assert arrived.language == "ja"
    assert arrived.raw == update
    assert receive(updates.text(GROUP, "a")).group
    old = updates.text(USER, "a")
    old["message"]["date"] = 1_700_000_000
    assert receive(old).at == datetime.fromtimestamp(1_700_000_000, UTC)
    assert receive(updates.edited(old, "b")).at == NOW


def test_a_press_happens_now_not_when_its_message_was_sent():
    update = updates.callback(USER, "x", 5, inaccessible=True)
    assert (receive(update).at, receive(update).kind) == (NOW, "callback_query")
    assert receive(update).address == str(USER)


def test_what_belongs_to_no_chat_is_kept():
    arrived = receive(updates.unknown())
    assert (arrived.address, arrived.kind, arrived.at) == (None, "something_new", NOW)


@pytest.mark.parametrize("secret", [None, "", "wrong", "あ", "\udcff"])
def test_a_wrong_secret_is_forged(secret):
    with pytest.raises(Forged):
        platform.receive(b'{"update_id": 1}', secret)


def test_without_a_secret_there_is_no_webhook():
    for given in (None, ""):
        with pytest.raises(Forged):
            TelegramPlatform(fake.token).receive(b'{"update_id": 1}', given)


@pytest.mark.parametrize("raw", [b"", b"no", b"[]", b"{}", b'{"update_id": "1"}', b"[" * 100_000])
def test_what_is_no_update_is_unreadable(raw):
    with pytest.raises(Unreadable):
        platform.receive(raw, "a-secret")


@pytest.mark.parametrize(
    ("text", "said"),
    [("紛争中です", "紛争中です"), ("/start x", "/start x"), ("/list@Funso_Navi_Bot", "/list")],
)
def test_texts_and_commands_are_said(text, said):
    update = updates.text(USER, text)
    number = str(update["message"]["message_id"])
    assert read(update) == Incoming(event=Said(said, number))
    assert read(updates.edited(update, text)).event == Said(said, number, edited=True)


def mention(text, name):
    at = len(text[: text.index(name)].encode("utf-16-le")) // 2
    return [{"type": "mention", "offset": at, "length": len(name)}]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("色違いで紛争中", None),
        ("/list", "/list"),
        ("/list@funso_navi_bot", "/list"),
        ("/new@funso_navi_bot 色違い", "/new 色違い"),
        ("/list@another_bot", None),
        ("👍 @Funso_Navi_Bot 色違い", "👍 色違い"),
        ("@somebody_else 色違い", None),
    ],
)
def test_in_a_group_only_what_is_said_to_the_bot_is_heard(text, heard):
    named = next((w for w in text.split() if w.startswith("@")), None)
    more = {"entities": mention(text, named)} if named else {}
    event = read(updates.text(GROUP, text, **more)).event
    assert event == (Unknown("text") if heard is None else Said(heard, event.message))


def test_in_a_group_an_answer_to_the_bot_is_heard():
    chat = fake.world.chats[GROUP]
    ours = fake.world.new_message(chat, fake.bot, {"text": "いつですか?"})
    event = read(updates.text(GROUP, "11月28日", reply_to_message=ours)).event
    assert isinstance(event, Said)
    theirs = fake.world.new_message(chat, {**fake.bot, "id": 5}, {"text": "いつですか?"})
    assert read(updates.text(GROUP, "11月28日", reply_to_message=theirs)).event == Unknown("text")


def test_before_the_bot_knows_its_name_commands_are_still_heard():
    nameless = TelegramPlatform(fake.token)
    update = updates.text(GROUP, "/list@funso_navi_bot")
    assert isinstance(nameless.understand(update, locale="ja").event, Said)


def test_the_largest_photo_is_fetched():
    update = updates.photo(USER, b"x" * 5000, caption="届いたとき")
    media = read(update).media
    assert media is not None
    assert media.reference == update["message"]["photo"][-1]["file_id"]
    assert (media.kind, media.size, media.caption) == ("photo", 5000, "届いたとき")


def test_films_and_documents_are_fetched():
    assert read(updates.video(USER, b"x")).media.kind == "video"
    picture = read(updates.document(USER, b"x", name="傷.png")).media
    assert (picture.kind, picture.name) == ("file", "傷.png")
    assert read(updates.document(USER, b"x", mime="application/pdf")).media.kind == "file"
    assert read(updates.document(USER, b"x", mime="video/mp4")).media.kind == "video"
    odd = updates.document(USER, b"x", mime="application/zip")
    assert read(odd).event == Unknown("document", in_conversation=True)


def test_photos_sent_together_name_their_album():
    assert read(updates.photo(USER, b"x", media_group_id="13")).media.album == "13"
    assert read(updates.photo(USER, b"x")).media.album == ""


def test_in_a_group_a_photo_must_name_the_bot():
    assert read(updates.photo(GROUP, b"x")).event == Unknown("photo")
    text = "@funso_navi_bot 証拠"
    named = updates.photo(
        GROUP, b"x", caption=text, caption_entities=mention(text, "@funso_navi_bot")
    )
    assert read(named).media.caption == "証拠"


def test_a_sticker_is_meant_for_us_and_a_service_message_is_not():
    assert read(updates.sticker(USER)).event == Unknown("sticker", in_conversation=True)
    assert read(updates.sticker(GROUP)).event == Unknown("sticker")
    title = updates.message(GROUP, {"new_chat_title": "x"})
    assert read(title).event == Unknown("service")


def test_a_press_is_to_be_answered():
    update = updates.callback(GROUP, "1~list~~", 5, inaccessible=True)
    query = update["callback_query"]["id"]
    expected = Incoming(event=Pressed("1~list~~", "5"), callback=query, pressed_message="5")
    assert read(update) == expected
    del update["callback_query"]["data"]
    assert read(update).bodies[0]["method"] == "answerCallbackQuery"
    del update["callback_query"]["from"]
    assert read(update).bodies[0]["callback_query_id"] == query


def test_coming_and_going():
    assert read(updates.blocked(USER)).event == Left("blocked")
    assert read(updates.unblocked(USER)).event == Joined(again=True)
    assert read(updates.added(GROUP)).event == Joined()
    assert read(updates.removed(GROUP)).event == Left("removed")
    promoted = updates._member(GROUP, "member", "member", None)
    assert read(promoted).event == Unknown("my_chat_member")


def test_a_group_that_became_a_supergroup_is_followed():
    new = fake.world.group()
    moved, came = updates.migrated(GROUP, new)
    assert read(moved).event == Moved(str(new))
    assert read(came).event == Unknown("service")


@pytest.mark.parametrize(
    "update",
    [
        {},
        {"update_id": 1},
        {"update_id": 1, "message": {}},
        {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 1}}},
        {"update_id": 1, "callback_query": {}},
        {"update_id": 1, "my_chat_member": {"chat": 1}},
        updates.unknown(),
    ],
)
def test_nothing_is_an_error(update):
    assert isinstance(read(update), Incoming)
    assert isinstance(platform.arrived(update), object)
