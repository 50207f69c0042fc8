"""What a wall clock that jumped back would hold up, and leases that reach too far ahead.

Warnings stand at wall times and stay there. Pauses, retries and answers are meant as "from now on":
they move back with the clock.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import BigInteger, select, true, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.instants import Instant
from storage.states import OutboxKind
from storage.tables import (
    NEW,
    PLANNED,
    READY,
    WAITING,
    archives,
    chats,
    deliveries,
    inbox,
    outbox,
    owners,
    paces,
)

_LEASED = {table.name: table for table in (archives, chats, owners)}


class FarLease(NamedTuple):
    """A lease that ends later than any that is taken now: on whose row, by which token."""

    table: str
    id: int
    token: str
    until: datetime


async def move_back(tx: AsyncConnection, by: timedelta, now: datetime) -> int:
    """Move what waits for a moment after `now`, other than warnings; returns how many rows."""
    moved = 0
    for table, due, waits in (
        (deliveries, deliveries.c.next_try_at, deliveries.c.state == READY),
        (inbox, inbox.c.next_try_at, inbox.c.state == NEW),
        (archives, archives.c.next_try_at, archives.c.state == WAITING),
        (
            outbox,
            outbox.c.due_at,
            (outbox.c.state == PLANNED) & (outbox.c.kind != OutboxKind.WARNING.value),
        ),
        (chats, chats.c.free_at, true()),
        (paces, paces.c.free_at, true()),
    ):
        earlier = type_coerce(due, BigInteger) - by // timedelta(microseconds=1)
        result = await tx.execute(
            update(table).where(waits, due > now).values({due: type_coerce(earlier, Instant())})
        )
        moved += result.rowcount
    return moved


async def far_leases(tx: AsyncConnection, beyond: datetime) -> set[FarLease]:
    """Leases of chats, owners and archives that end after a moment."""
    found: set[FarLease] = set()
    for name, table in _LEASED.items():
        rows = await tx.execute(
            select(table.c.id, table.c.lease_token, table.c.lease_until).where(
                table.c.lease_until > beyond
            )
        )
        found |= {FarLease(name, row.id, row.lease_token, row.lease_until) for row in rows}
    return found


async def let_go(tx: AsyncConnection, leases: Collection[FarLease]) -> int:
    """Release those that nobody has lengthened or given back meanwhile; returns how many."""
    freed = 0
    for lease in leases:
        table = _LEASED[lease.table]
        result = await tx.execute(
            update(table)
            .where(
                table.c.id == lease.id,
                table.c.lease_token == lease.token,
                table.c.lease_until == lease.until,
            )
            .values(lease_token=None, lease_until=None)
        )
        freed += result.rowcount
    return freed
