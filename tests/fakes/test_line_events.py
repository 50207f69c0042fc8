"""LINE's webhook: signed bytes, every event, what a press delivers, what the screen shows."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from linebot.v3 import WebhookParser
from linebot.v3.messaging import AsyncMessagingApi, FlexContainer, FlexMessage, PushMessageRequest
from linebot.v3.messaging import TextMessage as SentText
from linebot.v3.webhook import UnknownEvent

from tests.fakes.conftest import BotServer, Clock
from tests.fakes.ledger import Json
from tests.fakes.line import FakeLine
from tests.fakes.line_events import LineEvents

USER, GROUP = "U" + "1" * 32, "C" + "2" * 32
EVENTS: dict[str, Callable[[LineEvents], Json | list[Json]]] = {
    "text": lambda e: e.text(USER, "紛争中です"),
    "group": lambda e: e.text(USER, "a", group=GROUP),
    "room": lambda e: e.text(USER, "a", room="R" + "3" * 32),
    "image": lambda e: e.image(USER),
    "imageSet": lambda e: e.image_set(USER, 3),
    "video": lambda e: e.video(USER),
    "audio": lambda e: e.audio(USER),
    "file": lambda e: e.file(USER),
    "location": lambda e: e.location(USER),
    "sticker": lambda e: e.sticker(USER),
    "postback": lambda e: e.postback(USER, "v1"),
    "datetime": lambda e: e.postback(USER, "v1", params={"datetime": "2026-12-01T22:45"}),
    "follow": lambda e: e.follow(USER, unblocked=True),
    "unfollow": lambda e: e.unfollow(USER),
    "join": lambda e: e.join(GROUP),
    "leave": lambda e: e.leave(GROUP),
    "memberJoined": lambda e: e.member_joined(GROUP, USER),
    "memberLeft": lambda e: e.member_left(GROUP, USER),
    "unsend": lambda e: e.unsend(USER, "1"),
    "messageEdited": lambda e: e.message_edited(USER, GROUP, "1", "b"),
    "accountLink": lambda e: e.account_link(USER),
    "accountLink failed": lambda e: e.account_link(),
    "standby": lambda e: e.text(USER, "a", standby=True),
    "redelivered": lambda e: e.redelivered(e.text(USER, "a")),
    "unknown": lambda e: e.unknown(USER),
    "unknown sticker": lambda e: e.sticker(USER, resource="HOLOGRAM", known=False),
}
UNKNOWN = ("unknown", "unknown sticker")


def parse(line: FakeLine, server: BotServer) -> list[Any]:
    headers, raw = server.received[-1]
    parser = WebhookParser(line.channel_secret)
    return list(parser.parse(raw.decode(), headers["x-line-signature"]))


@pytest.mark.parametrize("name", EVENTS)
async def test_event(name: str, line: FakeLine, bot_server: BotServer, clock: Clock) -> None:
    made = EVENTS[name](line.events)
    events = made if isinstance(made, list) else [made]
    assert (await line.deliver(bot_server.url, *events)).status_code == 200
    parsed = parse(line, bot_server)
    assert len(parsed) == len(events)
    assert all(isinstance(event, UnknownEvent) == (name in UNKNOWN) for event in parsed)
    raw = json.loads(bot_server.received[-1][1])
    assert raw["destination"] == line.bot_user_id
    for event in raw["events"]:
        assert event["timestamp"] == int(clock().timestamp() * 1000)
        assert len(event["webhookEventId"]) == 26
        assert not (name == "standby" and "replyToken" in event)
        assert event["deliveryContext"]["isRedelivery"] == (name == "redelivered")


async def test_ulid_holds_the_time(line: FakeLine) -> None:
    name = line.events.text(USER, "a", at=datetime(2026, 1, 1, tzinfo=UTC))["webhookEventId"]
    later = line.events.text(USER, "a", at=datetime(2026, 1, 2, tzinfo=UTC))["webhookEventId"]
    assert name < later
    assert name.startswith("01KDVD")


async def test_verify_button_and_wrong_signature(line: FakeLine, bot_server: BotServer) -> None:
    await line.deliver(bot_server.url)
    assert parse(line, bot_server) == []
    await line.deliver(bot_server.url, signature="bm8=")
    assert bot_server.received[-1][0]["x-line-signature"] == "bm8="


async def test_duplicate_delivery(line: FakeLine, bot_server: BotServer) -> None:
    line.faults.next("duplicate")
    await line.deliver(bot_server.url, line.events.text(USER, "a"))
    first, second = bot_server.received
    assert first[1] == second[1]
    assert [str(bubble) for bubble in line.screen(USER)] == ["user: a"]


def card() -> FlexMessage:
    def button(action: Json) -> Json:
        return {"type": "button", "action": action}

    contents = {
        "type": "bubble",
        "header": {
            "type": "box",
            "layout": "vertical",
            "contents": [{"type": "text", "text": "紛争 1"}],
        },
        "body": {
            "type": "box",
            "layout": "vertical",
            "contents": [
                {
                    "type": "box",
                    "layout": "baseline",
                    "contents": [
                        {"type": "text", "text": "期限"},
                        {"type": "text", "contents": [{"type": "span", "text": "2月3日"}]},
                    ],
                }
            ],
        },
        "footer": {
            "type": "box",
            "layout": "vertical",
            "contents": [
                button(
                    {"type": "postback", "label": "できた", "data": "a", "displayText": "できた"}
                ),
                button(
                    {
                        "type": "datetimepicker",
                        "label": "日付を直す",
                        "data": "d",
                        "mode": "date",
                        "min": "2026-11-24",
                    }
                ),
                button({"type": "clipboard", "label": "コピー", "clipboardText": "text"}),
                button({"type": "uri", "label": "開く", "uri": "https://example.com/"}),
            ],
        },
    }
    return FlexMessage(alt_text="紛争 1", contents=FlexContainer.from_dict(contents))


async def test_screen_and_presses(
    line: FakeLine, api: AsyncMessagingApi, bot_server: BotServer
) -> None:
    user = line.world.user()
    line.webhook_url = bot_server.url
    quick = {
        "items": [
            {"type": "action", "action": {"type": "message", "label": "一覧", "text": "一覧"}}
        ]
    }
    last = SentText.from_dict({"type": "text", "text": "どうしますか?", "quickReply": quick})
    await api.push_message(PushMessageRequest(to=user, messages=[card(), last]))
    shown = line.screen(user)
    assert shown[0].text == "紛争 1\n期限 2月3日"
    assert shown[0].alt == "紛争 1"
    assert shown[0].labels == ["できた", "日付を直す", "コピー", "開く"]
    assert shown[1].labels == ["一覧"]

    await line.press(user, "一覧")
    (event,) = parse(line, bot_server)
    assert event.message.text == "一覧"
    assert line.screen(user)[1].quick == []
    with pytest.raises(LookupError):
        line.find(user, "一覧")

    await line.press(user, "できた")
    (event,) = parse(line, bot_server)
    assert event.postback.data == "a"
    assert line.screen(user)[-1].text == "できた"

    await line.press(user, "日付を直す", value="2026-12-01")
    (event,) = parse(line, bot_server)
    assert event.postback.params == {"date": "2026-12-01"}
    for wrong in (None, "2026-12-01T09:00", "2026-11-23"):
        with pytest.raises(ValueError, match=r"picker|value"):
            line.pressed(user, "日付を直す", value=wrong)

    count = len(bot_server.received)
    assert await line.press(user, "コピー") is None
    assert await line.press(user, "開く") is None
    assert [button.value for _, button in line.client_side] == ["text", "https://example.com/"]
    assert len(bot_server.received) == count
    assert line.offences == []
