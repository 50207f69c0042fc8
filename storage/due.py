"""What is due: when, for which chats, and whether one of them could be claimed now.

These looks take no lock, so that whoever is woken in vain holds nobody up.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import CTE, Integer, Select, bindparam, case, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import among_bound, is_sqlite
from storage.deliveries import RANK_ANSWER, RANK_WARNING
from storage.instants import Instant
from storage.paces import CHAT_IS_FREE, Rates, pace_times
from storage.states import OutboxKind
from storage.tables import PLANNED, READY, chats, deliveries, outbox

FEW = 64
"""Due rows that are looked at first for any chat that could be claimed."""


@dataclass(frozen=True, slots=True)
class Look:
    """Whether a chat could be claimed, and whether so few rows are due that all were looked at."""

    free: bool
    few: bool


async def next_due(tx: AsyncConnection, *, only: int | None = None) -> datetime | None:
    """When the next planned row falls due or the next delivery is tried again (of one chat)."""
    if only is None:
        result = await tx.execute(_NEXT_DUE)
    else:
        result = await tx.execute(_NEXT_DUE_OF_CHAT, {"only": only})
    return min((time for time in result.one() if time is not None), default=None)


async def look(
    tx: AsyncConnection,
    now: datetime,
    *,
    real_now: datetime,
    platforms: Sequence[str],
    without: Collection[int] = (),
    rates: Rates | None = None,
) -> Look:
    """Whether a chat could be claimed; see `claims.claim_chats` for what is given.

    What falls due on one platform, or is being sent just now, wakes the others in vain.
    """
    rates = rates or Rates()
    values = given(now, real_now, platforms, without, rates) | {"wanted": 1, "looked_at": FEW}
    statement = _look(is_sqlite(tx), rates)
    rows, chat_id = (await tx.execute(statement, values)).one()
    few = rows < FEW
    if chat_id is None and not few:
        chat_id = (await tx.execute(_every(is_sqlite(tx), rates), values)).scalar_one_or_none()
    return Look(chat_id is not None, few)


def given(
    now: datetime,
    real_now: datetime,
    platforms: Sequence[str],
    without: Collection[int],
    rates: Rates,
) -> dict[str, Any]:
    """What `due_chats` is run with, besides `wanted`, `looked_at` and `only`."""
    return {
        "now": now,
        "real_now": real_now,
        "platforms": list(platforms),
        "without": list(without),
        **pace_times(rates, now),
    }


async def moved_clocks(tx: AsyncConnection) -> list[tuple[int, int]]:
    """Local chats whose own clock was moved ahead: their ids and by how many seconds."""
    result = await tx.execute(
        select(chats.c.id, chats.c.clock_ahead).where(
            chats.c.platform == "local", chats.c.clock_ahead != 0
        )
    )
    return [(row.id, row.clock_ahead) for row in result]


# Built once each: to build them took longer than to run them, several times for each message.


def _earliest(only: bool) -> Select[Any]:
    """When the first planned row and the first delivery fall due.

    The first of an index, however many rows have had their end: asked for any row that is due,
    PostgreSQL expects to meet one soon among those, and reads them all.
    """
    planned = select(func.min(outbox.c.due_at)).where(outbox.c.state == PLANNED)
    ready = select(func.min(deliveries.c.next_try_at)).where(deliveries.c.state == READY)
    if only:
        planned = planned.where(outbox.c.chat_id == bindparam("only"))
        ready = ready.where(deliveries.c.chat_id == bindparam("only"))
    return select(planned.scalar_subquery(), ready.scalar_subquery())


_NEXT_DUE, _NEXT_DUE_OF_CHAT = _earliest(only=False), _earliest(only=True)


def due_rows(*, only: bool = False) -> Any:
    """Planned rows and deliveries that are due: their chats, rank and urgency."""
    now = bindparam("now", type_=Instant())
    # Grouped only once they are found: SQLite would else walk all planned rows by their chats.
    answer_first = case((outbox.c.kind == OutboxKind.ANSWER.value, RANK_ANSWER), else_=RANK_WARNING)
    planned = select(
        outbox.c.chat_id,
        answer_first.label("rank"),
        func.coalesce(outbox.c.urgent_at, outbox.c.due_at).label("urgent"),
    ).where(outbox.c.state == PLANNED, outbox.c.due_at <= now)
    ready = select(
        deliveries.c.chat_id, deliveries.c.rank, deliveries.c.next_try_at.label("urgent")
    ).where(deliveries.c.state == READY, deliveries.c.next_try_at <= now)
    if only:
        planned = planned.where(outbox.c.chat_id == bindparam("only"))
        ready = ready.where(deliveries.c.chat_id == bindparam("only"))
    return planned.union_all(ready)


def first_rows(*, only: bool = False) -> CTE:
    """The first of them, by rank and urgency: as many as `looked_at` says."""
    due = due_rows(only=only).subquery()
    return (
        select(due)
        .order_by(due.c.rank, due.c.urgent)
        .limit(bindparam("looked_at", type_=Integer()))
        .cte("first_rows")
    )


@cache
def _look(sqlite: bool, rates: Rates) -> Select[Any]:
    rows = first_rows()
    count = select(func.count()).select_from(rows).scalar_subquery()
    return select(count, due_chats(sqlite, rates, rows).scalar_subquery())


@cache
def _every(sqlite: bool, rates: Rates) -> Select[Any]:
    return due_chats(sqlite, rates, None)


def due_chats(sqlite: bool, rates: Rates, rows: Any, *, only: bool = False) -> Select[Any]:
    """Chats that could be claimed, the most urgent first, among these due rows (None: all)."""
    due = due_rows(only=only).subquery() if rows is None else rows
    first = (
        select(
            due.c.chat_id,
            func.min(due.c.rank).label("rank"),
            func.min(due.c.urgent).label("urgent"),
        )
        .group_by(due.c.chat_id)
        .subquery()
    )
    answer_waits = exists().where(
        deliveries.c.chat_id == chats.c.id,
        deliveries.c.state == READY,
        deliveries.c.rank == RANK_ANSWER,
        deliveries.c.next_try_at > bindparam("now", type_=Instant()),
    )
    # As a CTE it runs once, however the planner joins it, and so its limit holds.
    return (
        select(chats.c.id)
        .join(first, first.c.chat_id == chats.c.id)
        .where(
            ~answer_waits,
            among_bound(sqlite, chats.c.platform, "platforms"),
            or_(chats.c.lease_until.is_(None), chats.c.lease_until < bindparam("real_now")),
            ~among_bound(sqlite, chats.c.id, "without"),
            *([CHAT_IS_FREE] if rates.by_chat else []),
        )
        .order_by(first.c.rank, first.c.urgent)
        .limit(bindparam("wanted", type_=Integer()))
    )
