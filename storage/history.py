"""A chat as it was shown: what came in (inbox) and what was delivered, in one order.

The order comes from ids, never from times: a local chat's clock can be moved ahead and back. An
event notes the last delivery that stood before it (`after` in its raw form); deliveries are
numbered as they are made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.owner_records import Chat
from storage.states import OutboxKind, OutboxState
from storage.tables import deliveries, evidence, inbox, outbox

OVERLAP = 20
"""Rows read again behind a mark: an older delivery may have been settled after a newer one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a reader has come: the last event and the last delivery that it saw."""

    event: int = 0
    delivery: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing shown in the chat: `raw` of an event, or `body` of a delivery.

    `id` is the event's own key or the delivery's message id, the same at every reading. `at` is
    what the chat's clock showed. A photo that is kept has its place in the evidence store in
    `blob`.
    """

    id: str
    mine: bool
    at: datetime
    row: int
    after: int
    content: dict[str, Any]
    blob: str | None = None


async def conversation(
    tx: AsyncConnection, chat: Chat, *, since: Mark | None = None, limit: int = 400
) -> list[Entry]:
    """The last `limit` things each way, in order; with `since`, what is newer (and a little more).

    Only deliveries that were sent count; whatever came in counts from its storing.
    """
    start = since or Mark()
    said = await _said(tx, chat, start.event - OVERLAP, limit)
    sent = await _sent(tx, chat, start.delivery - OVERLAP, limit)
    return sorted(said + sent, key=lambda entry: (entry.after, entry.mine, entry.row))


async def last_delivery(tx: AsyncConnection, chat_id: int) -> int:
    """The number of the chat's newest delivery; 0 if there was none."""
    result = await tx.execute(
        select(func.max(deliveries.c.id)).where(deliveries.c.chat_id == chat_id)
    )
    return int(result.scalar_one() or 0)


async def is_waiting(tx: AsyncConnection, chat_id: int) -> bool:
    """Whether a person waits: an event not handled yet, or an answer not delivered yet."""
    unhandled = select(inbox.c.id).where(inbox.c.chat_id == chat_id, inbox.c.state == "new")
    unsent = select(outbox.c.id).where(
        outbox.c.chat_id == chat_id,
        outbox.c.kind == OutboxKind.ANSWER.value,
        outbox.c.state.in_([OutboxState.PLANNED.value, OutboxState.FROZEN.value]),
    )
    result = await tx.execute(select(or_(unhandled.exists(), unsent.exists())))
    return bool(result.scalar_one())


async def _said(tx: AsyncConnection, chat: Chat, behind: int, limit: int) -> list[Entry]:
    result = await tx.execute(
        select(inbox.c.id, inbox.c.key, inbox.c.raw, inbox.c.received_at)
        .where(
            # The owner stands in the index, the chat does not.
            inbox.c.owner_id == chat.owner_id,
            inbox.c.chat_id == chat.id,
            inbox.c.id > behind,
        )
        .order_by(inbox.c.id.desc())
        .limit(limit)
    )
    rows = list(result.mappings())
    blobs = await _blobs(tx, chat.owner_id, [row["key"] for row in rows])
    return [
        Entry(
            id=row["key"],
            mine=True,
            at=_moment(row["raw"].get("shown_at")) or row["received_at"],
            row=row["id"],
            after=int(row["raw"].get("after") or 0),
            content=row["raw"],
            blob=blobs.get(row["key"]),
        )
        for row in rows
    ]


async def _sent(tx: AsyncConnection, chat: Chat, behind: int, limit: int) -> list[Entry]:
    result = await tx.execute(
        select(
            deliveries.c.id,
            deliveries.c.body,
            deliveries.c.message,
            deliveries.c.retry_key,
            deliveries.c.created_at,
        )
        .where(
            deliveries.c.chat_id == chat.id,
            deliveries.c.state == "sent",
            deliveries.c.id > behind,
        )
        .order_by(deliveries.c.id.desc())
        .limit(limit)
    )
    rows = list(result.mappings())
    due = await _due_times(tx, chat.id, [row["id"] for row in rows])
    entries = []
    for row in rows:
        # A warning reached by moving the clock belongs to the moment that it was planned for.
        times = [time for time in (row["created_at"], due.get(row["id"])) if time is not None]
        entries.append(
            Entry(
                id=row["message"] or row["retry_key"],
                mine=False,
                at=max(times),
                row=row["id"],
                after=row["id"],
                content=row["body"],
            )
        )
    return entries


async def _due_times(tx: AsyncConnection, chat_id: int, ids: Sequence[int]) -> dict[int, datetime]:
    """When each delivery was due. Of several made from the same rows only the last is linked."""
    if not ids:
        return {}
    result = await tx.execute(
        select(outbox.c.delivery_id, func.max(outbox.c.due_at))
        .where(
            outbox.c.chat_id == chat_id,
            outbox.c.delivery_id >= min(ids),
            outbox.c.delivery_id <= max(ids) + OVERLAP,
        )
        .group_by(outbox.c.delivery_id)
    )
    known: dict[int, datetime] = {row[0]: row[1] for row in result}
    times: dict[int, datetime] = {}
    for id in ids:
        linked = min((other for other in known if other >= id), default=None)
        if linked is not None:
            times[id] = known[linked]
    return times


async def _blobs(tx: AsyncConnection, owner_id: int, messages: Sequence[str]) -> dict[str, str]:
    if not messages:
        return {}
    result = await tx.execute(
        select(evidence.c.message, evidence.c.blob).where(
            evidence.c.owner_id == owner_id, evidence.c.message.in_(messages)
        )
    )
    return {row.message: row.blob for row in result}


def _moment(text: object) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None


async def media_type(tx: AsyncConnection, owner_id: int, blob: str) -> str | None:
    """What kind of file this owner keeps under a key of the evidence store; None if it is not."""
    result = await tx.execute(
        select(evidence.c.media_type)
        .where(evidence.c.owner_id == owner_id, evidence.c.blob == blob)
        .limit(1)
    )
    return result.scalar_one_or_none()


async def body(tx: AsyncConnection, chat_id: int, message: str) -> dict[str, Any] | None:
    """What was delivered to a chat under this id of an `Entry`."""
    id = func.coalesce(deliveries.c.message, deliveries.c.retry_key)
    result = await tx.execute(
        select(deliveries.c.body).where(deliveries.c.chat_id == chat_id, id == message).limit(1)
    )
    found: dict[str, Any] | None = result.scalar_one_or_none()
    return found
