import json
from datetime import UTC, datetime

import pytest

from bot.platforms.base import Forged, Incoming, MediaSource, Unreadable
from bot.platforms.line import LinePlatform
from handlers.events import Joined, Left, PickedDate, Pressed, Said, Unknown, Unsent
from tests.fakes.line import FakeLine

fake = FakeLine()
events = fake.events
platform = LinePlatform(fake.channel_secret, fake.access_token, file_address=lambda *_: None)
USER, GROUP = "U" + "1" * 32, "C" + "2" * 32


def read(event):
    return platform.understand(event, locale="ja")


def body(*given):
    return json.dumps({"destination": fake.bot_user_id, "events": list(given)}).encode()


def receive(*given):
    raw = body(*given)
    return platform.receive(raw, fake.sign(raw))


def test_each_event_is_named_placed_and_dated_before_it_is_stored():
    at = datetime(2026, 11, 24, 3, 0, 0, 250_000, UTC)
    text = events.text(USER, "紛争中です", at=at)
    joined = events.join(GROUP)
    first, second = receive(text, joined)
    assert (first.key, first.address, first.group) == (text["webhookEventId"], USER, False)
    assert (first.at, first.kind, first.language) == (at, "text", None)
    assert first.raw == {**text, "destination": fake.bot_user_id}
    assert (second.address, second.group, second.kind) == (GROUP, True, "join")
    (said,) = receive(events.text(USER, "a", group=GROUP))
    assert (said.address, said.group) == (GROUP, True)


def test_the_verify_button_sends_no_events():
    assert receive() == []


def test_events_of_no_chat_and_without_an_id_are_kept():
    (link,) = receive(events.account_link())
    assert (link.address, link.kind) == (None, "accountLink")
    odd = {"type": "odd", "timestamp": "soon"}
    (once,), (twice,) = receive(odd), receive(odd)
    assert once.key == twice.key
    assert once.key.startswith("sha256-")


@pytest.mark.parametrize("signature", [None, "", "あ", "\udcff", "AAAA"])
def test_a_wrong_signature_is_forged(signature):
    with pytest.raises(Forged):
        platform.receive(body(), signature)


def test_the_signature_is_of_the_bytes_and_comes_before_the_reading():
    raw = b'{"events": []}'
    with pytest.raises(Forged):
        platform.receive(raw + b" ", fake.sign(raw))
    with pytest.raises(Forged):
        platform.receive(b"no json", fake.sign(raw))


@pytest.mark.parametrize(
    "raw",
    [b"", b"no json", b"\xff\xfe", b"[]", b'{"events": {}}', b'{"events": [1]}', b"[" * 100_000],
)
def test_what_is_no_webhook_is_unreadable(raw):
    with pytest.raises(Unreadable):
        platform.receive(raw, fake.sign(raw))


def test_a_text_is_said():
    event = events.text(USER, "紛争中です")
    said = Said("紛争中です", event["message"]["id"])
    assert read(event) == Incoming(event=said, reply_token=event["replyToken"])


@pytest.mark.parametrize(
    ("text", "mention", "heard"),
    [
        ("色違いで紛争中", None, None),
        ("紛争ナビって知ってる?", None, "って知ってる?"),
        ("紛争ナビ、色違いで紛争中", None, "色違いで紛争中"),
        ("紛争ナビ", None, "紛争ナビ"),
        ("/list", None, "/list"),
        ("👍 @紛争ナビ 色違い", {"index": 3, "length": 5, "isSelf": True}, "👍  色違い"),
        ("@だれか 色違い", {"index": 0, "length": 4, "isSelf": False}, None),
        ("@だれか 色違い", {"index": "x", "length": 4, "isSelf": True}, None),
    ],
)
def test_in_a_group_only_what_is_said_to_the_bot_is_heard(text, mention, heard):
    content = {"mention": {"mentionees": [{"type": "user", **mention}]}} if mention else {}
    event = events.text(USER, text, group=GROUP, content=content, known=False)
    expected = Unknown("text") if heard is None else Said(heard, event["message"]["id"])
    assert read(event).event == expected


def test_an_edited_message_corrects():
    event = events.message_edited(USER, GROUP, "7", "紛争ナビ 29日")
    assert read(event).event == Said("29日", "7", edited=True)


def test_pictures_films_and_documents_are_fetched():
    image = events.image(USER)
    number = image["message"]["id"]
    assert read(image).media == MediaSource(number, "photo", number)
    assert read(events.video(USER)).media.kind == "video"
    pdf = events.file(USER, "受領書.pdf", 1234)
    number = pdf["message"]["id"]
    assert read(pdf).media == MediaSource(number, "file", number, 1234, "受領書.pdf")
    assert read(events.file(USER, "動画.mp4")).media.kind == "video"
    away = events.image(USER, content={"contentProvider": {"type": "external"}})
    assert read(away).event == Unknown("image", in_conversation=True)


@pytest.mark.parametrize("kind", ["audio", "location", "sticker"])
def test_what_cannot_be_used_is_known_to_be_meant_for_us(kind):
    event = getattr(events, kind)(USER)
    assert read(event).event == Unknown(kind, in_conversation=True)
    assert read(event).reply_token == event["replyToken"]
    assert read(events.file(USER, "a.zip")).event == Unknown("file", in_conversation=True)
    assert read(events.image(USER, group=GROUP)).event == Unknown("image")


def test_presses_and_picked_dates():
    assert read(events.postback(USER, "1~list~~", group=GROUP)).event == Pressed("1~list~~")
    for params, value in (
        ({"date": "2027-02-03"}, "2027-02-03"),
        ({"datetime": "2027-02-03t18:00"}, "2027-02-03T18:00"),
        ({"time": "18:00"}, "18:00"),
    ):
        event = events.postback(USER, "1~date~1~", params=params)
        assert read(event).event == PickedDate("1~date~1~", value)


def test_coming_and_going():
    assert read(events.follow(USER)).event == Joined()
    assert read(events.follow(USER, unblocked=True)).event == Joined(again=True)
    assert read(events.join(GROUP)).event == Joined()
    assert read(events.unfollow(USER)).event == Left("blocked")
    assert read(events.leave(GROUP)).event == Left("removed")
    assert read(events.unsend(USER, "7")).event == Unsent("7")


def test_standby_is_silent_and_has_no_token():
    event = events.text(USER, "紛争中です", standby=True)
    incoming = read({**event, "replyToken": "0" * 32})
    assert incoming.silent
    assert incoming.reply_token is None


def test_an_event_that_the_sdk_cannot_type_is_read_as_it_came():
    sticker = events.sticker(USER, resource="HOLOGRAM", known=False)
    assert read(sticker).event == Unknown("sticker", in_conversation=True)
    assert read(sticker).reply_token == sticker["replyToken"]
    text = events.text(USER, "紛争中です")
    del text["message"]["quoteToken"]
    text["mode"] = "resting"
    assert read(text).event == Said("紛争中です", text["message"]["id"])


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"type": 7},
        {"type": "message"},
        {"type": "message", "message": []},
        {"type": "message", "message": {"type": "text", "text": None}},
        {"type": "message", "message": {"type": "image"}},
        {"type": "postback"},
        {"type": "unsend", "unsend": {"messageId": 7}},
        {"type": "follow", "source": "U1", "follow": 1, "mode": []},
        events.unknown(USER),
        events.member_joined(GROUP, USER),
    ],
)
def test_nothing_is_an_error(event):
    assert isinstance(read(event), Incoming)


def test_pictures_sent_together_name_their_set_and_its_size():
    found = [read(event).media for event in events.image_set(USER, 3)]
    assert len({one.album for one in found}) == 1
    assert found[0].album
    assert [one.album_size for one in found] == [3, 3, 3]
    odd = events.image(USER)
    # As a newer LINE might send it: the SDK then gives up on the whole event.
    odd["message"]["imageSet"] = {"id": 5, "total": "many"}
    assert (read(odd).media.album, read(odd).media.album_size) == ("", None)
