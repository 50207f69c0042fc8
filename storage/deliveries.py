"""Deliveries: what goes over the wire, frozen before the first try, and what became of it.

Claiming (the lease on the chat's row) and attempting (`attempted_at`) are two durable facts. No
`attempted_at`: surely unsent. `attempted_at` without a fate: unknown. Attempts and fates are in
`storage/fates.py`.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, RowMapping, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import among, mapped
from storage.outbox import PLANNED_ROW, planned_of_row
from storage.records import Delivery, OutboxKind, OutboxState, Planned
from storage.tables import HELD, PLANNED, READY, deliveries, outbox

RANK_ANSWER = 0
RANK_WARNING = 1


def _delivery(row: RowMapping) -> Delivery:
    return Delivery(
        id=row["id"],
        chat_id=row["chat_id"],
        rank=row["rank"],
        body=row["body"],
        retry_key=row["retry_key"],
        reply_token=row["reply_token"],
        reply_until=row["reply_until"],
        tries=row["tries"],
        first_attempt_at=row["first_attempt_at"],
        attempted_at=row["attempted_at"],
        uncertain=row["uncertain"],
        marked=row["marked"],
    )


def _new(number: int, values: dict[str, Any]) -> Delivery:
    return Delivery(
        id=number,
        chat_id=values["chat_id"],
        rank=values["rank"],
        body=values["body"],
        retry_key=values["retry_key"],
        reply_token=values["reply_token"],
        reply_until=values["reply_until"],
        tries=0,
        first_attempt_at=None,
        attempted_at=None,
        uncertain=False,
        marked=False,
    )


async def heads(tx: AsyncConnection, chat_ids: Sequence[int], now: datetime) -> dict[int, Delivery]:
    """The delivery to try now of each of these chats: answers before warnings, then the oldest."""
    result = await tx.execute(
        select(deliveries)
        .where(
            among(tx, deliveries.c.chat_id, chat_ids),
            deliveries.c.state == READY,
            deliveries.c.next_try_at <= now,
        )
        .order_by(deliveries.c.rank, deliveries.c.id)
    )
    found: dict[int, Delivery] = {}
    for row in result.mappings():
        found.setdefault(row["chat_id"], _delivery(row))
    return found


async def due_answers(
    tx: AsyncConnection, chat_ids: Sequence[int], now: datetime
) -> dict[int, Planned]:
    """The oldest answer of each of these chats that is not frozen yet."""
    oldest = (
        select(func.min(outbox.c.id))
        .where(
            among(tx, outbox.c.chat_id, chat_ids),
            outbox.c.state == PLANNED,
            outbox.c.kind == OutboxKind.ANSWER.value,
            outbox.c.due_at <= now,
        )
        .group_by(outbox.c.chat_id)
    )
    result = await tx.execute(select(*PLANNED_ROW).where(outbox.c.id.in_(oldest)))
    return {row["chat_id"]: planned_of_row(row) for row in result.mappings()}


async def due_notices(
    tx: AsyncConnection, chat_ids: Sequence[int], now: datetime, joined_until: datetime
) -> dict[int, list[Planned]]:
    """The due warnings and notices of each of these chats, with those that soon join them.

    A chat for which nothing is due yet is left out, however near its next one is.
    """
    result = await tx.execute(
        select(*PLANNED_ROW)
        .where(
            among(tx, outbox.c.chat_id, chat_ids),
            outbox.c.state == PLANNED,
            outbox.c.kind != OutboxKind.ANSWER.value,
            outbox.c.due_at <= joined_until,
        )
        .order_by(outbox.c.due_at, outbox.c.id)
    )
    found = _by_chat(result.mappings())
    return {chat_id: rows for chat_id, rows in found.items() if rows[0].due_at <= now}


async def held(tx: AsyncConnection, chat_ids: Sequence[int]) -> dict[int, list[Planned]]:
    """Warnings of these chats that could not be pushed because the month's quota is spent."""
    result = await tx.execute(
        select(*PLANNED_ROW)
        .where(among(tx, outbox.c.chat_id, chat_ids), outbox.c.state == HELD)
        .order_by(outbox.c.due_at, outbox.c.id)
    )
    return _by_chat(result.mappings())


def _by_chat(rows: Iterable[RowMapping]) -> dict[int, list[Planned]]:
    found: dict[int, list[Planned]] = {}
    for row in rows:
        found.setdefault(row["chat_id"], []).append(planned_of_row(row))
    return found


@dataclass(frozen=True, slots=True)
class Freezing:
    """Rows of one chat and the bodies that they become; only the first may use the reply token."""

    chat_id: int
    rows: Sequence[Planned]
    bodies: Sequence[dict[str, Any]]
    rank: int
    reply_token: str | None = None
    reply_until: datetime | None = None


async def freeze(
    tx: AsyncConnection, parts: Sequence[Freezing], now: datetime
) -> list[list[Delivery]]:
    """Freeze rows into deliveries, one a body with a retry key of its own; those of each part.

    A row settles with its last delivery: those before it have been sent by then.
    """
    values = [
        {
            "chat_id": part.chat_id,
            "rank": part.rank,
            "body": body,
            "retry_key": str(uuid.uuid4()),
            "reply_token": None if index else part.reply_token,
            "reply_until": None if index else part.reply_until,
            "state": "ready",
            "next_try_at": now,
            "tries": 0,
            "created_at": now,
        }
        for part in parts
        for index, body in enumerate(part.bodies)
    ]
    if not values:
        return [[] for _ in parts]
    # Found again by their keys: asked for in the order of the parameters, SQLite takes one by one.
    result = await tx.execute(
        insert(deliveries).returning(deliveries.c.id, deliveries.c.retry_key), values
    )
    ids = {row.retry_key: row.id for row in result}
    made = iter([_new(ids[one["retry_key"]], one) for one in values])
    frozen = [[next(made) for _ in part.bodies] for part in parts]
    settles_with = {
        row.id: mine[-1].id
        for part, mine in zip(parts, frozen, strict=True)
        for row in part.rows
        if mine
    }
    await tx.execute(
        update(outbox)
        .where(among(tx, outbox.c.id, settles_with))
        .values(
            state=OutboxState.FROZEN.value,
            delivery_id=mapped(tx, settles_with, outbox.c.id, BigInteger),
        )
    )
    return frozen


async def settle_rows(
    tx: AsyncConnection, rows: Sequence[Planned], state: OutboxState, now: datetime
) -> None:
    """Give rows a fate without a delivery (cancelled, or refused by a chat that is blocked)."""
    await tx.execute(
        update(outbox)
        .where(outbox.c.id.in_([row.id for row in rows]))
        .values(state=state.value, settled_at=now)
    )


async def postpone(tx: AsyncConnection, row_id: int, due_at: datetime) -> None:
    """A row that is overdue in quiet hours waits for the morning."""
    await tx.execute(update(outbox).where(outbox.c.id == row_id).values(due_at=due_at))


async def parked_since(tx: AsyncConnection, since: datetime) -> list[RowMapping]:
    """Deliveries parked since then: id, chat, reason."""
    result = await tx.execute(
        select(deliveries.c.id, deliveries.c.chat_id, deliveries.c.reason, deliveries.c.settled_at)
        .where(deliveries.c.state == "parked", deliveries.c.settled_at >= since)
        .order_by(deliveries.c.id.desc())
        .limit(100)
    )
    return list(result.mappings())


async def counts(tx: AsyncConnection) -> dict[str, int]:
    """How many deliveries there are in each state."""
    result = await tx.execute(select(deliveries.c.state, func.count()).group_by(deliveries.c.state))
    return {row[0]: int(row[1]) for row in result}
