"""Deliveries: what goes over the wire, frozen before the first try, and what became of it.

Claiming (the lease on the chat's row) and attempting (`attempted_at`) are two durable facts. No
`attempted_at`: surely unsent. `attempted_at` without a fate: unknown. Attempts and fates are in
`storage/fates.py`.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Row,
    RowMapping,
    Select,
    bindparam,
    cast,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import among_bound, each_bound, is_sqlite
from storage.message_records import Delivery, Planned
from storage.outbox import PLANNED_ROW, planned_of_row
from storage.states import OutboxKind, OutboxState
from storage.tables import HELD, PLANNED, READY, deliveries, outbox

RANK_ANSWER = 0
RANK_WARNING = 1

DELIVERY = (
    *(deliveries.c.id, deliveries.c.chat_id, deliveries.c.rank, deliveries.c.body),
    *(deliveries.c.retry_key, deliveries.c.reply_token, deliveries.c.reply_until),
    *(deliveries.c.tries, deliveries.c.first_attempt_at, deliveries.c.attempted_at),
    *(deliveries.c.uncertain, deliveries.c.marked),
)
"""What is read of a row, in the order of its record."""


async def heads(tx: AsyncConnection, chat_ids: Sequence[int], now: datetime) -> dict[int, Delivery]:
    """The delivery to try now of each of these chats: answers before warnings, then the oldest."""
    result = await tx.execute(_heads(is_sqlite(tx)), {"chats": chat_ids, "now": now})
    found: dict[int, Delivery] = {}
    for row in result:
        found.setdefault(row.chat_id, Delivery(*row))
    return found


async def due_answers(
    tx: AsyncConnection, chat_ids: Sequence[int], now: datetime
) -> dict[int, Planned]:
    """The oldest answer of each of these chats that is not frozen yet."""
    result = await tx.execute(_due_answers(is_sqlite(tx)), {"chats": chat_ids, "now": now})
    return {row.chat_id: planned_of_row(row) for row in result}


async def due_notices(
    tx: AsyncConnection, chat_ids: Sequence[int], now: datetime, joined_until: datetime
) -> dict[int, list[Planned]]:
    """The due warnings and notices of each of these chats, with those that soon join them.

    A chat for which nothing is due yet is left out, however near its next one is.
    """
    given = {"chats": chat_ids, "until": joined_until}
    found = _by_chat(await tx.execute(_due_notices(is_sqlite(tx)), given))
    return {chat_id: rows for chat_id, rows in found.items() if rows[0].due_at <= now}


async def held(tx: AsyncConnection, chat_ids: Sequence[int]) -> dict[int, list[Planned]]:
    """Warnings of these chats that could not be pushed because the month's quota is spent."""
    return _by_chat(await tx.execute(_held(is_sqlite(tx)), {"chats": chat_ids}))


def _by_chat(rows: Iterable[Row[Any]]) -> dict[int, list[Planned]]:
    found: dict[int, list[Planned]] = {}
    for row in rows:
        found.setdefault(row.chat_id, []).append(planned_of_row(row))
    return found


# Built once each: to build them takes longer than to run them, several times for each message.


@cache
def _heads(sqlite: bool) -> Select[Any]:
    return (
        select(*DELIVERY)
        .where(
            among_bound(sqlite, deliveries.c.chat_id, "chats"),
            deliveries.c.state == READY,
            deliveries.c.next_try_at <= bindparam("now"),
        )
        .order_by(deliveries.c.rank, deliveries.c.id)
    )


@cache
def _due_answers(sqlite: bool) -> Select[Any]:
    oldest = (
        select(func.min(outbox.c.id))
        .where(
            among_bound(sqlite, outbox.c.chat_id, "chats"),
            outbox.c.state == PLANNED,
            outbox.c.kind == OutboxKind.ANSWER.value,
            outbox.c.due_at <= bindparam("now"),
        )
        .group_by(outbox.c.chat_id)
    )
    return select(*PLANNED_ROW).where(outbox.c.id.in_(oldest))


@cache
def _due_notices(sqlite: bool) -> Select[Any]:
    return (
        select(*PLANNED_ROW)
        .where(
            among_bound(sqlite, outbox.c.chat_id, "chats"),
            outbox.c.state == PLANNED,
            outbox.c.kind != OutboxKind.ANSWER.value,
            outbox.c.due_at <= bindparam("until"),
        )
        .order_by(outbox.c.due_at, outbox.c.id)
    )


@cache
def _held(sqlite: bool) -> Select[Any]:
    return (
        select(*PLANNED_ROW)
        .where(among_bound(sqlite, outbox.c.chat_id, "chats"), outbox.c.state == HELD)
        .order_by(outbox.c.due_at, outbox.c.id)
    )


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
    values: list[dict[str, Any]] = [
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
    result = await tx.execute(_FREEZE, values)
    ids = {row.retry_key: row.id for row in result}
    made = (
        Delivery(ids[one["retry_key"]], **{name: one[name] for name in _MADE_WITH})
        for one in values
    )
    frozen = [[next(made) for _ in part.bodies] for part in parts]
    settles_with = {
        str(row.id): mine[-1].id
        for part, mine in zip(parts, frozen, strict=True)
        for row in part.rows
        if mine
    }
    await tx.execute(_frozen(is_sqlite(tx)), {"settles_with": settles_with})
    return frozen


_MADE_WITH = ("chat_id", "rank", "body", "retry_key", "reply_token", "reply_until")
_FREEZE = insert(deliveries).returning(deliveries.c.id, deliveries.c.retry_key)


@cache
def _frozen(sqlite: bool) -> Any:
    each = each_bound(sqlite, "settles_with")
    return (
        update(outbox)
        .where(outbox.c.id == cast(each.c.key, BigInteger))
        .values(state=OutboxState.FROZEN.value, delivery_id=cast(each.c.value, BigInteger))
    )


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
