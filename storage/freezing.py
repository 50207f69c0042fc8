"""Freezing: rows of the outbox become deliveries, all of one claim in two statements.

A body that leaves as soon as its freezing is committed is written down as attempted from the first:
the two facts, frozen and attempted, then are one, and no body leaves before both are durable.
"""

import os
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from msgspec import Struct
from sqlalchemy import BigInteger, bindparam, case, cast, insert, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import each_bound, is_sqlite, rows_bound
from storage.instants import Instant, microseconds
from storage.message_records import Delivery
from storage.sqlite_trips import go_along
from storage.states import OutboxState
from storage.tables import READY, deliveries, outbox


class Freezing(Struct, frozen=True):
    """Rows of one chat and the bodies that they become; only the first may use the reply token."""

    chat_id: int
    row_ids: Sequence[int]
    bodies: Sequence[dict[str, Any]]
    rank: int
    reply_token: str | None = None
    reply_until: datetime | None = None
    at_once: bool = False
    """Whether the first body leaves as soon as this is committed."""


async def freeze(
    tx: AsyncConnection, parts: Sequence[Freezing], now: datetime
) -> list[list[Delivery]]:
    """Freeze rows into deliveries, one a body with a retry key of its own; those of each part.

    What leaves at once is noted as attempted, and handed back as what it was before. A row settles
    with its last delivery: those before it have been sent by then.
    """
    keys = [[_retry_key() for _ in part.bodies] for part in parts]
    rows = [
        {
            "chat_id": part.chat_id,
            "rank": part.rank,
            "body": body,
            "retry_key": key,
            "reply_token": None if index else part.reply_token,
            "reply_until": None
            if index or not part.reply_until
            else microseconds(part.reply_until),
            "tries": 1 if part.at_once and not index else 0,
        }
        for part, mine in zip(parts, keys, strict=True)
        for index, (body, key) in enumerate(zip(part.bodies, mine, strict=True))
    ]
    if not rows:
        return [[] for _ in parts]
    # Found again by their keys: the order in which they come back is nobody's promise.
    result = await tx.execute(_freeze(is_sqlite(tx)), {"rows": rows, "now": now})
    ids = {key: number for number, key in result.all()}
    settles_with = {
        str(row_id): ids[mine[-1]]
        for part, mine in zip(parts, keys, strict=True)
        for row_id in part.row_ids
        if mine
    }
    await go_along(tx, _frozen(is_sqlite(tx)), {"settles_with": settles_with})
    return [
        [
            Delivery(
                ids[key],
                part.chat_id,
                part.rank,
                body,
                key,
                None if index else part.reply_token,
                None if index else part.reply_until,
            )
            for index, (body, key) in enumerate(zip(part.bodies, mine, strict=True))
        ]
        for part, mine in zip(parts, keys, strict=True)
    ]


def _retry_key() -> str:
    """A random UUID, as LINE wants it; `uuid.uuid4` takes three times as long."""
    digits = os.urandom(16).hex()
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"


# Built once each: to build them takes longer than to run them, several times for each message.

_GIVEN = (
    *(deliveries.c.chat_id, deliveries.c.rank, deliveries.c.body, deliveries.c.retry_key),
    *(deliveries.c.reply_token, deliveries.c.reply_until, deliveries.c.tries),
)


@cache
def _freeze(sqlite: bool) -> Any:
    given = rows_bound(sqlite, "rows", _GIVEN)
    now = bindparam("now", type_=Instant())
    attempted = case((given.c.tries > 0, now), else_=null())
    made: dict[str, Any] = {column.name: given.c[column.name] for column in _GIVEN}
    made |= {"state": READY, "next_try_at": now, "created_at": now}
    made |= {"first_attempt_at": attempted, "attempted_at": attempted}
    picked = select(*made.values())
    return (
        insert(deliveries)
        .from_select(list(made), picked)
        .returning(deliveries.c.id, deliveries.c.retry_key)
    )


@cache
def _frozen(sqlite: bool) -> Any:
    each = each_bound(sqlite, "settles_with")
    return (
        update(outbox)
        .where(outbox.c.id == cast(each.c.key, BigInteger))
        .values(state=OutboxState.FROZEN.value, delivery_id=cast(each.c.value, BigInteger))
    )
