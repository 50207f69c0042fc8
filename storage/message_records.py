"""What comes in and goes out, as plain frozen records; times are in UTC."""

from datetime import datetime
from typing import Any

from msgspec import Struct

from storage.states import OutboxKind, OutboxState


class Planned(Struct, frozen=True):
    """A row of the outbox: an answer, a planned warning or another notice to one chat."""

    id: int
    chat_id: int
    kind: OutboxKind
    due_at: datetime
    content: dict[str, Any]
    dispute_id: int | None
    deadline_id: int | None
    deadline_version: int | None
    offset: str
    dedupe_key: str | None
    state: OutboxState
    delivery_id: int | None
    planned_at: datetime


class DueAnswer(Struct, frozen=True):
    """The next answer of one chat, with what it takes to render it."""

    id: int
    chat_id: int
    content: dict[str, Any]
    locale: str
    held: bool
    """Whether warnings were held back from this chat, which are to be said first."""


class Delivery(Struct, frozen=True):
    """What goes over the wire in one call, frozen before its first try."""

    id: int
    chat_id: int
    rank: int
    body: dict[str, Any]
    retry_key: str
    reply_token: str | None
    reply_until: datetime | None
    tries: int = 0
    first_attempt_at: datetime | None = None
    attempted_at: datetime | None = None
    uncertain: bool = False
    marked: bool = False


class StoredEvent(Struct, frozen=True):
    """A raw event in the inbox."""

    id: int
    platform: str
    key: str
    owner_id: int | None
    chat_id: int | None
    kind: str
    at: datetime
    """The platform's time of the event."""
    received_at: datetime
    raw: dict[str, Any]
    tries: int
