"""Claiming chats that have something to be sent: the lease lies on the chat's row.

Only one process sends to a chat at a time, so one delivery is in flight there and order is kept.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import among
from storage.deliveries import RANK_ANSWER, RANK_WARNING
from storage.owners import CHAT, chat_of_row
from storage.paces import Rates, chat_is_free, chat_moves_on
from storage.records import Chat, OutboxKind
from storage.tables import PLANNED, READY, chats, deliveries, outbox

LEASE = timedelta(seconds=20)
"""How long a claimed chat is ours: longer than a send may take."""
LEASE_WITH_FILE = timedelta(seconds=55)
"""The same while a photo or video is sent up."""
LOOKED_AT = 4
"""Due rows that are looked at first for each chat that is wanted."""
LOOKED_AT_IN_VAIN = 64
"""Due rows that are looked at first for any chat that could be claimed."""


async def next_due(tx: AsyncConnection, *, only: int | None = None) -> datetime | None:
    """When the next planned row falls due or the next delivery is tried again (of one chat).

    The first of an index, however many rows have had their end: asked for any row that is due,
    PostgreSQL expects to meet one soon among those, and reads them all.
    """
    planned = select(func.min(outbox.c.due_at)).where(outbox.c.state == PLANNED)
    ready = select(func.min(deliveries.c.next_try_at)).where(deliveries.c.state == READY)
    if only is not None:
        planned = planned.where(outbox.c.chat_id == only)
        ready = ready.where(deliveries.c.chat_id == only)
    result = await tx.execute(select(planned.scalar_subquery(), ready.scalar_subquery()))
    return min((time for time in result.one() if time is not None), default=None)


async def claim_chats(
    tx: AsyncConnection,
    now: datetime,
    token: str,
    until: datetime,
    limit: int,
    *,
    real_now: datetime,
    platforms: Sequence[str],
    only: int | None = None,
    without: Collection[int] = (),
    rates: Rates | None = None,
) -> list[Chat]:
    """Lease chats of these platforms that have something due: answers first, then the urgent.

    `now` is the time that rows are compared with: a local chat whose clock was moved is claimed
    with `only` and its own time. Leases go by `real_now`. A chat whose answer waits for another try
    is left alone, so that a later answer does not overtake it. So are those in `without`: the
    caller is sending to them, whatever has become of their leases; and those whose own pace in
    `rates` holds them up.
    """
    rates = rates or Rates()
    free = _free(tx, now, real_now, platforms, without, rates)
    values: dict[str, Any] = {"lease_token": token, "lease_until": until}
    if rates.by_chat:
        values |= chat_moves_on(rates, now)
    claimed: list[Chat] = []
    # The most urgent rows mostly belong to as many chats as are wanted. Where they do not (a burst
    # for one chat, chats that wait for their pace, another platform's rows) all are looked at.
    for window in (limit * LOOKED_AT, None):
        picked = (
            _picked(now, limit - len(claimed), only, window)
            .where(*free)
            .with_for_update(skip_locked=True, of=chats)
        )
        result = await tx.execute(
            update(chats)
            .where(chats.c.id.in_(select(picked.cte("picked").c.id)))
            .values(values)
            .returning(*CHAT)
        )
        claimed += [chat_of_row(row) for row in result.mappings()]
        if len(claimed) >= limit:
            break
    return claimed


async def anything_free(
    tx: AsyncConnection,
    now: datetime,
    *,
    real_now: datetime,
    platforms: Sequence[str],
    without: Collection[int] = (),
    rates: Rates | None = None,
) -> bool:
    """Whether a chat could be claimed; a look that takes no lock.

    What falls due on one platform, or is being sent just now, wakes the others in vain.
    """
    free = _free(tx, now, real_now, platforms, without, rates or Rates())
    for window in (LOOKED_AT_IN_VAIN, None):
        picked = _picked(now, 1, None, window).where(*free)
        if (await tx.execute(picked)).first() is not None:
            return True
    return False


def _free(
    tx: AsyncConnection,
    now: datetime,
    real_now: datetime,
    platforms: Sequence[str],
    without: Collection[int],
    rates: Rates,
) -> list[ColumnElement[bool]]:
    return [
        chats.c.platform.in_(platforms),
        or_(chats.c.lease_until.is_(None), chats.c.lease_until < real_now),
        *([~among(tx, chats.c.id, without)] if without else []),
        *([chat_is_free(rates, now)] if rates.by_chat else []),
    ]


def _picked(now: datetime, limit: int, only: int | None, window: int | None) -> Select[Any]:
    """Chats with something due, by its rank and urgency, among the first `window` rows of it."""
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
    if only is not None:
        planned = planned.where(outbox.c.chat_id == only)
        ready = ready.where(deliveries.c.chat_id == only)
    due: Any = planned.union_all(ready).subquery()
    if window is not None:
        due = select(due).order_by(due.c.rank, due.c.urgent).limit(window).subquery()
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
        deliveries.c.next_try_at > now,
    )
    # As a CTE it runs once, however the planner joins it, and so its limit holds.
    return (
        select(chats.c.id)
        .join(first, first.c.chat_id == chats.c.id)
        .where(~answer_waits)
        .order_by(first.c.rank, first.c.urgent)
        .limit(limit)
    )


async def moved_clocks(tx: AsyncConnection) -> list[tuple[int, int]]:
    """Local chats whose own clock was moved ahead: their ids and by how many seconds."""
    result = await tx.execute(
        select(chats.c.id, chats.c.clock_ahead).where(
            chats.c.platform == "local", chats.c.clock_ahead != 0
        )
    )
    return [(row.id, row.clock_ahead) for row in result]


async def lengthen(tx: AsyncConnection, chat_id: int, token: str, until: datetime) -> None:
    """Keep a chat longer: a file is sent up."""
    await tx.execute(
        update(chats)
        .where(chats.c.id == chat_id, chats.c.lease_token == token)
        .values(lease_until=until)
    )


async def release(tx: AsyncConnection, chat_ids: Sequence[int], token: str) -> None:
    """Give chats back."""
    await tx.execute(
        update(chats)
        .where(among(tx, chats.c.id, chat_ids), chats.c.lease_token == token)
        .values(lease_token=None, lease_until=None)
    )
