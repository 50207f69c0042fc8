"""Claiming chats that have something to be sent: the lease lies on the chat's row.

Only one process sends to a chat at a time, so one delivery is in flight there and order is kept.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Integer, Select, bindparam, case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import among, among_bound, is_sqlite
from storage.deliveries import RANK_ANSWER, RANK_WARNING
from storage.instants import Instant
from storage.owner_records import Chat
from storage.owners import CHAT, chat_of_row
from storage.paces import CHAT_IS_FREE, Rates, chat_moves_on, pace_times
from storage.states import OutboxKind
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
    """When the next planned row falls due or the next delivery is tried again (of one chat)."""
    if only is None:
        result = await tx.execute(_NEXT_DUE)
    else:
        result = await tx.execute(_NEXT_DUE_OF_CHAT, {"only": only})
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
    given = _given(now, real_now, platforms, without, rates)
    given |= {"token": token, "until": until, "only": only}
    claimed: list[Chat] = []
    # The most urgent rows mostly belong to as many chats as are wanted. Where they do not (a burst
    # for one chat, chats that wait for their pace, another platform's rows) all are looked at.
    for window in (True, False):
        statement = _claim(is_sqlite(tx), rates, only is not None, window)
        given |= {"wanted": limit - len(claimed), "looked_at": limit * LOOKED_AT}
        result = await tx.execute(statement, given)
        claimed += [chat_of_row(row) for row in result]
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
    rates = rates or Rates()
    given = _given(now, real_now, platforms, without, rates)
    given |= {"wanted": 1, "looked_at": LOOKED_AT_IN_VAIN}
    for window in (True, False):
        look = _picked(is_sqlite(tx), rates, False, window)
        if (await tx.execute(look, given)).first() is not None:
            return True
    return False


def _given(
    now: datetime,
    real_now: datetime,
    platforms: Sequence[str],
    without: Collection[int],
    rates: Rates,
) -> dict[str, Any]:
    return {
        "now": now,
        "real_now": real_now,
        "platforms": list(platforms),
        "without": list(without),
        **pace_times(rates, now),
    }


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


@cache
def _claim(sqlite: bool, rates: Rates, only: bool, window: bool) -> Any:
    picked = _picked(sqlite, rates, only, window).with_for_update(skip_locked=True, of=chats)
    values: dict[str, Any] = {"lease_token": bindparam("token"), "lease_until": bindparam("until")}
    if rates.by_chat:
        values["free_at"] = chat_moves_on(rates)
    return (
        update(chats)
        .where(chats.c.id.in_(select(picked.cte("picked").c.id)))
        .values(values)
        .returning(*CHAT)
    )


@cache
def _picked(sqlite: bool, rates: Rates, only: bool, window: bool) -> Select[Any]:
    """Chats with something due, by its rank and urgency, among the first rows of it or all."""
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
    due: Any = planned.union_all(ready).subquery()
    if window:
        looked_at = bindparam("looked_at", type_=Integer())
        due = select(due).order_by(due.c.rank, due.c.urgent).limit(looked_at).subquery()
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
