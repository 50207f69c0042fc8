"""What a stored LINE event means.

The SDK's models type an event where they can; one new value anywhere makes them give up the whole
event, and then the same fields are read from the JSON as it came.
https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects
"""

import mimetypes
from collections.abc import Mapping
from typing import Any, cast

from bot.platforms.base import Incoming, MediaSource
from bot.platforms.line_groups import spoken_to_us
from bot.platforms.line_sdk import WebhookEvent
from bot.platforms.line_webhook import place
from handlers.events import (
    Event,
    Joined,
    Left,
    MembersChanged,
    PickedDate,
    Pressed,
    Said,
    Unknown,
    Unsent,
)

Json = Mapping[str, Any]


def understand(raw: Json) -> Incoming:
    """Read a stored event; anything unforeseen is `Unknown`, never an error."""
    event = _typed(raw) or raw
    standby = event.get("mode") == "standby"
    token = None if standby else _text(event.get("replyToken"))
    meaning = _meaning(event)
    if isinstance(meaning, MediaSource):
        return Incoming(media=meaning, reply_token=token, silent=standby)
    return Incoming(event=meaning, reply_token=token, silent=standby)


def _typed(raw: Json) -> Json | None:
    try:
        return cast("Json", WebhookEvent.from_dict(dict(raw)).to_dict())
    except Exception:  # noqa: BLE001, RUF100 - generated code: it fails in any way it likes
        return None


def _meaning(event: Json) -> Event | MediaSource:
    kind = _text(event.get("type")) or "unknown"
    match kind:
        case "message" | "messageEdited":
            return _message(event, edited=kind == "messageEdited")
        case "postback":
            return _postback(_part(event, "postback"))
        case "follow":
            return Joined(again=_part(event, "follow").get("isUnblocked") is True)
        case "join":
            return Joined()
        case "unfollow":
            return Left("blocked")
        case "leave":
            return Left("removed")
        case "memberJoined" | "memberLeft":
            return MembersChanged()
        case "unsend":
            message = _text(_part(event, "unsend").get("messageId"))
            return Unsent(message) if message else Unknown(kind)
    return Unknown(kind)


def _message(event: Json, *, edited: bool) -> Event | MediaSource:
    message = _part(event, "message")
    kind = _text(message.get("type")) or "message"
    number = _text(message.get("id"))
    group = place(event)[1]
    if kind == "text":
        text = _text(message.get("text"))
        if text is None:
            return Unknown(kind)
        said = spoken_to_us(text, message) if group else text
        return Unknown(kind) if said is None else Said(said, number, edited)
    # In a group nobody can say for whom a picture or a sticker was meant: we stay out of it.
    if group or edited:
        return Unknown(kind)
    return _media(kind, number, message) or Unknown(kind, in_conversation=True)


def _media(kind: str, number: str | None, message: Json) -> MediaSource | None:
    # Content that another server holds ("external") cannot be fetched from LINE.
    if number is None or _part(message, "contentProvider").get("type") == "external":
        return None
    if kind == "image":
        album = _part(message, "imageSet")
        name, size = _text(album.get("id")) or "", album.get("total")
        total = size if isinstance(size, int) else None
        return MediaSource(number, "photo", number, album=name, album_size=total)
    if kind == "video":
        return MediaSource(number, "video", number)
    if kind == "file":
        name, size = _text(message.get("fileName")) or "", message.get("fileSize")
        guess = mimetypes.guess_type(name)[0] or ""
        if guess.startswith(("image/", "video/")) or guess == "application/pdf":
            sort: Any = "video" if guess.startswith("video/") else "file"
            return MediaSource(number, sort, number, size if isinstance(size, int) else None, name)
    return None


def _postback(postback: Json) -> Event:
    payload = _text(postback.get("data"))
    if payload is None:
        return Unknown("postback")
    params = _part(postback, "params")
    for mode in ("datetime", "date", "time"):
        value = _text(params.get(mode))
        if value:
            # LINE writes `2027-02-03T18:00`, older clients with a small t.
            return PickedDate(payload, value.replace("t", "T"))
    return Pressed(payload)


def _part(json: Json, name: str) -> Json:
    part = json.get(name)
    return part if isinstance(part, dict) else {}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
