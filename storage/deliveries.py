"""Deliveries: what goes over the wire, frozen before the first try, and what became of it.

Claiming (the lease on the chat's row) and attempting (`attempted_at`) are two durable facts. No
`attempted_at`: surely unsent. `attempted_at` without a fate: unknown. Deliveries are made in
`storage/freezing.py`; attempts and fates are in `storage/fates.py`.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Row, RowMapping, Select, bindparam, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import among_bound, is_sqlite
from storage.message_records import Delivery, DueAnswer, Planned
from storage.outbox import PLANNED_ROW, planned_of_row
from storage.states import OutboxKind, OutboxState
from storage.tables import HELD, PLANNED, READY, chats, deliveries, outbox, owners

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
    for row in result.all():
        found.setdefault(row.chat_id, Delivery(*row))
    return found


async def due_answers(
    tx: AsyncConnection, chat_ids: Sequence[int], now: datetime
) -> dict[int, DueAnswer]:
    """The oldest answer of each of these chats that is not frozen yet."""
    result = await tx.execute(_due_answers(is_sqlite(tx)), {"chats": chat_ids, "now": now})
    return {row[1]: DueAnswer(*row) for row in result.all()}


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
    held = outbox.alias("held")
    # One statement for all that an answer needs: most have nothing held before them.
    waits = exists().where(held.c.chat_id == outbox.c.chat_id, held.c.state == HELD)
    return (
        select(outbox.c.id, outbox.c.chat_id, outbox.c.content, owners.c.locale, waits)
        .join(chats, chats.c.id == outbox.c.chat_id)
        .join(owners, owners.c.id == chats.c.owner_id)
        .where(outbox.c.id.in_(oldest))
    )


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


async def settle_rows(
    tx: AsyncConnection, row_ids: Sequence[int], state: OutboxState, now: datetime
) -> None:
    """Give rows a fate without a delivery (cancelled, or refused by a chat that is blocked)."""
    await tx.execute(
        update(outbox).where(outbox.c.id.in_(row_ids)).values(state=state.value, settled_at=now)
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
