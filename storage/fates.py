"""What becomes of deliveries: that they are tried, and how each ends.

Whoever settles shows its own lease token; zero rows touched means that somebody else owns the chat
by now.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, and_, bindparam, case, cast, exists, func, or_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import among_bound, each_bound, is_sqlite
from storage.instants import Instant
from storage.sqlite_trips import go_along
from storage.states import OutboxState
from storage.tables import PLANNED, READY, chats, deliveries, outbox


def _ours(delivery_id: int, token: str) -> Any:
    return and_(
        deliveries.c.id == delivery_id,
        deliveries.c.state == READY,
        exists().where(chats.c.id == deliveries.c.chat_id, chats.c.lease_token == token),
    )


async def attempt(
    tx: AsyncConnection, delivery_ids: Sequence[int], token: str, now: datetime
) -> set[int]:
    """Note, before their bodies leave, that these are being tried; those that are ours now.

    An attempt that a crash interrupted does not count as a try: it tells nothing about the
    platform, and the pauses between tries grow by their number.
    """
    if not delivery_ids:
        return set()
    given = {"ids": delivery_ids, "now": now, "token": token}
    return {row.id for row in await tx.execute(_attempt(is_sqlite(tx)), given)}


# Built once each: to build them takes longer than to run them, several times for each message.


@cache
def _attempt(sqlite: bool) -> Any:
    now = bindparam("now", type_=Instant())
    return (
        update(deliveries)
        .where(
            among_bound(sqlite, deliveries.c.id, "ids"),
            deliveries.c.state == READY,
            exists().where(
                chats.c.id == deliveries.c.chat_id, chats.c.lease_token == bindparam("token")
            ),
        )
        .values(
            attempted_at=now,
            first_attempt_at=func.coalesce(deliveries.c.first_attempt_at, now),
            tries=deliveries.c.tries + case((deliveries.c.attempted_at.is_(None), 1), else_=0),
        )
        .returning(deliveries.c.id)
    )


class Taken(NamedTuple):
    """A delivery that a platform took: under whose lease, when, and its message there."""

    delivery_id: int
    chat_id: int
    token: str
    at: datetime
    message: str | None


async def settle_sent(tx: AsyncConnection, taken: Sequence[Taken]) -> set[int]:
    """The fate of many at once, and their chats given back; those that were ours to settle."""
    statements = _settle_sent(is_sqlite(tx))
    tokens = {str(one.delivery_id): one.token for one in taken}
    freed = set((await tx.execute(statements.release, {"tokens": tokens})).scalars().all())
    ours = [one for one in taken if one.chat_id in freed]
    if not ours:
        return set()
    ids = [one.delivery_id for one in ours]
    messages = {str(one.delivery_id): one.message for one in ours}
    await go_along(tx, statements.settle, {"messages": messages, "at": ours[-1].at})
    await go_along(tx, statements.rows, {"ids": ids, "at": ours[-1].at})
    return set(ids)


class _SettleSent(NamedTuple):
    release: Any
    settle: Any
    rows: Any


@cache
def _settle_sent(sqlite: bool) -> _SettleSent:
    token = each_bound(sqlite, "tokens")
    message = each_bound(sqlite, "messages")
    at = bindparam("at", type_=Instant())
    return _SettleSent(
        # The chats first: their locks keep everybody else away from the rest.
        update(chats)
        .where(
            deliveries.c.id == cast(token.c.key, BigInteger),
            deliveries.c.state == READY,
            chats.c.id == deliveries.c.chat_id,
            chats.c.lease_token == token.c.value,
        )
        .values(lease_token=None, lease_until=None)
        .returning(chats.c.id),
        update(deliveries)
        .where(deliveries.c.id == cast(message.c.key, BigInteger))
        .values(state="sent", settled_at=at, message=message.c.value),
        update(outbox)
        .where(
            among_bound(sqlite, outbox.c.delivery_id, "ids"),
            outbox.c.state == OutboxState.FROZEN.value,
        )
        .values(state=OutboxState.SENT.value, settled_at=at),
    )


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
