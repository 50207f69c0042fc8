"""Telegram's updates: the secret, and the little that is read before one is stored."""

import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.platforms.base import Arrived, Forged, Unreadable

Json = Mapping[str, Any]

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
"""The kinds of update that are asked for; Telegram remembers the list it was given last."""

CONTENTS = (
    *("text", "photo", "document", "video", "animation", "sticker", "voice", "video_note", "audio"),
    *("location", "contact", "poll", "dice", "story", "migrate_to_chat_id"),
)


def verify(secret: str | None, given: str | None) -> None:
    """Check the secret of a webhook call in constant time. Raises Forged.

    https://core.telegram.org/bots/api#setwebhook
    """
    wanted = (secret or "").encode()
    offered = (given or "").encode("utf-8", "surrogateescape")
    if not hmac.compare_digest(wanted, offered) or not wanted:
        raise Forged


def read(body: bytes) -> dict[str, Any]:
    """A webhook call's update. Raises Unreadable."""
    try:
        update = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable from error
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        raise Unreadable
    return update


def arrived(update: Json, now: datetime) -> Arrived:
    """What is kept beside a raw update. `now` is the time of what has none of its own (a press)."""
    kind, part = content(update)
    message = part.get("message") if kind == "callback_query" else part
    chat = message.get("chat") if isinstance(message, dict) else None
    chat = chat if isinstance(chat, dict) else {}
    sender = part.get("from")
    language = sender.get("language_code") if isinstance(sender, dict) else None
    return Arrived(
        key=str(update.get("update_id")),
        address=str(chat["id"]) if "id" in chat else None,
        group=chat.get("type") in ("group", "supergroup", "channel"),
        at=_moment(part) or now,
        raw=update,
        kind=sort_of(kind, part)[:60],
        language=language if isinstance(language, str) else None,
    )


def sort_of(kind: str, part: Json) -> str:
    """What an update is by name: of a message, what is in it."""
    if kind not in ("message", "edited_message"):
        return kind
    return next((name for name in CONTENTS if name in part), "service")


def content(update: Json) -> tuple[str, Json]:
    """The kind of an update and its one part beside the id."""
    for kind, part in update.items():
        if kind != "update_id" and isinstance(part, dict):
            return kind, part
    return "unknown", {}


def _moment(part: Json) -> datetime | None:
    # A press has no time of its own: the date in it is when the bot sent the message it stands on.
    seconds = part.get("edit_date") or part.get("date")
    if not isinstance(seconds, int) or seconds <= 0:
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
