"""LINE's webhook: the signature, and the little that is read before an event is stored."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.platforms.base import Arrived, Forged, Unreadable


def verify(secret: str, body: bytes, signature: str | None) -> None:
    """Check the signature over the raw bytes, in constant time. Raises Forged.

    https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/
    """
    digest = hmac.new(secret.encode(), body, hashlib.sha256).digest()
    given = (signature or "").encode("utf-8", "surrogateescape")
    if not hmac.compare_digest(given, base64.b64encode(digest)):
        raise Forged


def arrivals(body: bytes) -> list[Arrived]:
    """The events of a webhook call; none for the console's Verify button. Raises Unreadable."""
    try:
        envelope = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable from error
    events = envelope.get("events") if isinstance(envelope, dict) else None
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise Unreadable
    return [_arrived(event, envelope.get("destination")) for event in events]


def _arrived(event: dict[str, Any], destination: object) -> Arrived:
    address, group = place(event)
    message = event.get("message")
    kind = message.get("type") if isinstance(message, dict) else None
    return Arrived(
        key=_key(event),
        address=address,
        group=group,
        at=_moment(event.get("timestamp")),
        raw={**event, "destination": destination},
        kind=str(kind or event.get("type") or "unknown")[:60],
    )


def place(event: Mapping[str, Any]) -> tuple[str | None, bool]:
    """Which chat an event belongs to, and whether several people are in it.

    A failed account link has no source; a group's event has its sender beside the group.
    """
    source = event.get("source")
    if not isinstance(source, dict):
        return None, False
    where = source.get("groupId") or source.get("roomId")
    address = where or source.get("userId")
    return (address if isinstance(address, str) else None), bool(where)


def _key(event: Mapping[str, Any]) -> str:
    key = event.get("webhookEventId")
    if isinstance(key, str) and key:
        return key
    # An event without an id is kept too; the same event again is still the same one.
    text = json.dumps(event, sort_keys=True)
    return "sha256-" + hashlib.sha256(text.encode()).hexdigest()


def _moment(milliseconds: object) -> datetime:
    """LINE's timestamp: milliseconds, of the event itself also when it is redelivered."""
    if not isinstance(milliseconds, int | float):
        return datetime.fromtimestamp(0, UTC)
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)
