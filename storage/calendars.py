"""Calendar addresses: one an owner, of which only a hash is kept."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import insert_of, is_sqlite
from storage.records import CalendarAddress
from storage.states import DeadlineStatus
from storage.tables import calendars, deadlines, disputes, owners


@dataclass(frozen=True, slots=True)
class Look:
    """What a poll needs to know: whose calendar it is, and whether anything has changed.

    `state` is a digest of everything that the calendar shows; `known` is the one that was seen
    last, and `changed_at` when it was first seen.
    """

    owner_id: int
    state: str
    known: str
    changed_at: datetime


async def set_address(
    tx: AsyncConnection, owner_id: int, nonce: str, token_hash: str, now: datetime
) -> None:
    """Give an owner this address; the one before it is dead at once."""
    values = {"nonce": nonce, "token_hash": token_hash, "etag": "", "changed_at": now}
    await tx.execute(
        insert_of(is_sqlite(tx))(calendars)
        .values(owner_id=owner_id, **values)
        .on_conflict_do_update(index_elements=["owner_id"], set_=values)
    )


async def address(tx: AsyncConnection, owner_id: int) -> CalendarAddress | None:
    """The owner's address, if there is one."""
    result = await tx.execute(
        select(calendars.c.owner_id, calendars.c.nonce, calendars.c.token_hash).where(
            calendars.c.owner_id == owner_id
        )
    )
    row = result.mappings().one_or_none()
    return CalendarAddress(**row) if row else None


async def revoke(tx: AsyncConnection, owner_id: int) -> bool:
    """Take the owner's address away; False if there was none."""
    result = await tx.execute(delete(calendars).where(calendars.c.owner_id == owner_id))
    return result.rowcount > 0


async def look(tx: AsyncConnection, token_hash: str) -> Look | None:
    """Whose calendar this is and what state it is in, in one query; None for a stranger's token."""
    result = await tx.execute(
        select(
            calendars.c.owner_id,
            calendars.c.etag,
            calendars.c.changed_at,
            owners.c.locale,
            owners.c.zone,
            deadlines.c.id,
            deadlines.c.version,
            deadlines.c.kind,
            deadlines.c.at,
            disputes.c.status,
            disputes.c.number,
            disputes.c.title,
            disputes.c.reason,
            disputes.c.amounts,
            disputes.c.order_ids,
        )
        .join(owners, owners.c.id == calendars.c.owner_id)
        .outerjoin(
            deadlines,
            (deadlines.c.owner_id == calendars.c.owner_id)
            & (deadlines.c.status == DeadlineStatus.ACTIVE.value),
        )
        .outerjoin(disputes, disputes.c.id == deadlines.c.dispute_id)
        .where(calendars.c.token_hash == token_hash)
        .order_by(deadlines.c.id)
    )
    rows = result.all()
    if not rows:
        return None
    first = rows[0]
    shown: list[Any] = [[*row[3:]] for row in rows]
    state = hashlib.sha256(json.dumps(shown, default=str).encode()).hexdigest()[:40]
    return Look(first.owner_id, state, first.etag, first.changed_at)


async def note_state(tx: AsyncConnection, token_hash: str, state: str, now: datetime) -> None:
    """Note that a calendar was seen in a new state."""
    await tx.execute(
        update(calendars)
        .where(calendars.c.token_hash == token_hash, calendars.c.etag != state)
        .values(etag=state, changed_at=now)
    )
