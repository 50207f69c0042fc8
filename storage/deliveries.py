"""Deliveries: what goes over the wire, frozen before the first try, and what became of it.

Claiming (the lease on the chat's row) and attempting (`attempted_at`) are two durable facts. No
`attempted_at`: surely unsent. `attempted_at` without a fate: unknown. Whoever settles shows its own
lease token; zero rows touched means that somebody else owns the chat by now.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, and_, case, exists, func, insert, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.instants import Instant
from storage.outbox import planned_of_row
from storage.records import Delivery, OutboxKind, OutboxState, Planned
from storage.tables import PLANNED, READY, chats, deliveries, outbox

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


async def head(tx: AsyncConnection, chat_id: int, now: datetime) -> Delivery | None:
    """The chat's delivery to try now: answers before warnings, then the oldest."""
    result = await tx.execute(
        select(deliveries)
        .where(
            deliveries.c.chat_id == chat_id,
            deliveries.c.state == READY,
            deliveries.c.next_try_at <= now,
        )
        .order_by(deliveries.c.rank, deliveries.c.id)
        .limit(1)
    )
    row = result.mappings().one_or_none()
    return _delivery(row) if row else None


async def due_answer(tx: AsyncConnection, chat_id: int, now: datetime) -> Planned | None:
    """The chat's oldest answer that is not frozen yet."""
    result = await tx.execute(
        select(outbox)
        .where(
            outbox.c.chat_id == chat_id,
            outbox.c.state == PLANNED,
            outbox.c.kind == OutboxKind.ANSWER.value,
            outbox.c.due_at <= now,
        )
        .order_by(outbox.c.id)
        .limit(1)
    )
    row = result.mappings().one_or_none()
    return planned_of_row(row) if row else None


async def due_notices(
    tx: AsyncConnection, chat_id: int, now: datetime, joined_until: datetime
) -> list[Planned]:
    """The chat's due warnings and notices, with those of the next minutes that join them.

    Empty when nothing is due yet, however near the next one is.
    """
    result = await tx.execute(
        select(outbox)
        .where(
            outbox.c.chat_id == chat_id,
            outbox.c.state == PLANNED,
            outbox.c.kind != OutboxKind.ANSWER.value,
            outbox.c.due_at <= joined_until,
        )
        .order_by(outbox.c.due_at, outbox.c.id)
    )
    rows = [planned_of_row(row) for row in result.mappings()]
    return rows if rows and rows[0].due_at <= now else []


async def held(tx: AsyncConnection, chat_id: int) -> list[Planned]:
    """Warnings that could not be pushed because the month's quota is spent."""
    result = await tx.execute(
        select(outbox)
        .where(outbox.c.chat_id == chat_id, outbox.c.state == OutboxState.HELD.value)
        .order_by(outbox.c.due_at, outbox.c.id)
    )
    return [planned_of_row(row) for row in result.mappings()]


async def freeze(
    tx: AsyncConnection,
    chat_id: int,
    rows: Sequence[Planned],
    bodies: Sequence[dict[str, Any]],
    retry_keys: Sequence[str],
    now: datetime,
    *,
    rank: int,
    reply_token: str | None = None,
    reply_until: datetime | None = None,
) -> list[Delivery]:
    """Freeze rows into deliveries, one a body; only the first may use the reply token.

    A row settles with its last delivery: those before it have been sent by then.
    """
    frozen: list[Delivery] = []
    for body, retry_key in zip(bodies, retry_keys, strict=True):
        first = not frozen
        result = await tx.execute(
            insert(deliveries)
            .values(
                chat_id=chat_id,
                rank=rank,
                body=body,
                retry_key=retry_key,
                reply_token=reply_token if first else None,
                reply_until=reply_until if first else None,
                state="ready",
                next_try_at=now,
                tries=0,
                created_at=now,
            )
            .returning(*deliveries.c)
        )
        frozen.append(_delivery(result.mappings().one()))
    await tx.execute(
        update(outbox)
        .where(outbox.c.id.in_([row.id for row in rows]))
        .values(state=OutboxState.FROZEN.value, delivery_id=frozen[-1].id)
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


def _ours(delivery_id: int, token: str) -> Any:
    return and_(
        deliveries.c.id == delivery_id,
        deliveries.c.state == READY,
        exists().where(chats.c.id == deliveries.c.chat_id, chats.c.lease_token == token),
    )


async def attempt(
    tx: AsyncConnection, delivery: Delivery, token: str, now: datetime, until: datetime
) -> bool:
    """Note, before the body leaves, that it is being tried; False if the chat is not ours now.

    The lease is lengthened to `until`: waiting for the pace may have used it up. An attempt that a
    crash interrupted does not count as a try: it tells nothing about the platform, and the pauses
    between tries grow by their number.
    """
    await tx.execute(
        update(chats)
        .where(chats.c.id == delivery.chat_id, chats.c.lease_token == token)
        .values(lease_until=until)
    )
    result = await tx.execute(
        update(deliveries)
        .where(_ours(delivery.id, token))
        .values(
            attempted_at=now,
            first_attempt_at=func.coalesce(deliveries.c.first_attempt_at, literal(now, Instant())),
            tries=deliveries.c.tries + case((deliveries.c.attempted_at.is_(None), 1), else_=0),
        )
    )
    return result.rowcount == 1


async def settle(
    tx: AsyncConnection,
    delivery_id: int,
    token: str,
    state: str,
    now: datetime,
    *,
    message: str | None = None,
    reason: str = "",
    rows: OutboxState | None = None,
) -> bool:
    """The delivery's fate: `sent`, `refused` or `parked`; its rows follow (or take `rows`)."""
    result = await tx.execute(
        update(deliveries)
        .where(_ours(delivery_id, token))
        .values(state=state, settled_at=now, message=message, reason=reason or None)
    )
    if result.rowcount != 1:
        return False
    fate = rows or OutboxState(state)
    await tx.execute(
        update(outbox)
        .where(outbox.c.delivery_id == delivery_id, outbox.c.state == OutboxState.FROZEN.value)
        .values(state=fate.value, settled_at=now)
    )
    return True


async def try_later(
    tx: AsyncConnection,
    delivery_id: int,
    token: str,
    at: datetime,
    *,
    uncertain: bool,
    marked: bool,
    counts: bool = True,
    reply_token: str | None,
    retry_key: str,
) -> bool:
    """Set the next try. `uncertain`: the attempt may have been delivered; else it surely was not.

    `counts` is False where the failure was not this delivery's (a wrong token, a pause for all).
    """
    values: dict[str, Any] = {
        "next_try_at": at,
        "attempted_at": None,
        "uncertain": uncertain,
        "marked": marked,
        "reply_token": reply_token,
        "retry_key": retry_key,
    }
    if not counts:
        values["tries"] = deliveries.c.tries - 1
    result = await tx.execute(
        update(deliveries)
        .where(_ours(delivery_id, token))
        .values(values)
        .returning(deliveries.c.chat_id, deliveries.c.rank)
    )
    row = result.one_or_none()
    if row is None:
        return False
    # The other parts of a long message must not overtake this one.
    await tx.execute(
        update(deliveries)
        .where(
            deliveries.c.chat_id == row.chat_id,
            deliveries.c.rank == row.rank,
            deliveries.c.id > delivery_id,
            deliveries.c.state == READY,
            deliveries.c.next_try_at < at,
        )
        .values(next_try_at=at)
    )
    return True


async def refuse_all(tx: AsyncConnection, chat_id: int, now: datetime) -> None:
    """A chat takes nothing any more: what is ready or due for it is refused; later rows stay.

    They are planned for when the person comes back, and refused in turn if they fall due before.
    """
    await tx.execute(
        update(deliveries)
        .where(deliveries.c.chat_id == chat_id, deliveries.c.state == READY)
        .values(state="refused", settled_at=now)
    )
    await tx.execute(
        update(outbox)
        .where(
            outbox.c.chat_id == chat_id,
            or_(
                outbox.c.state == OutboxState.FROZEN.value,
                and_(outbox.c.state == PLANNED, outbox.c.due_at <= now),
            ),
        )
        .values(state=OutboxState.REFUSED.value, settled_at=now)
    )


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
