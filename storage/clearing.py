"""Deleting what has had its end long ago, a bounded piece at a time.

A table is walked by its primary key: no index is kept for clearing alone, so that sending pays
nothing for it. Each piece is first looked at without any lock; the delete then names its rows and
asks its conditions again, for a row may have come back to life in between.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, case, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.states import DeadlineStatus, DisputeStatus, EvidenceStatus, OutboxState
from storage.tables import (
    DROPPED,
    changes,
    chats,
    deadlines,
    deliveries,
    disputes,
    evidence,
    facts,
    inbox,
    outbox,
)

PAGE_KEEPS = timedelta(days=30)
"""The local page shows its conversation for so long, whatever is kept elsewhere."""
EXPIRED_KEEPS = timedelta(days=1)
"""A fact is forgotten so long after its end, so that two clocks need not agree."""


@dataclass(frozen=True, slots=True)
class Ages:
    """Before which moments things are old."""

    other: datetime
    page: datetime
    facts: datetime

    @classmethod
    def at(cls, now: datetime, keep: timedelta) -> "Ages":
        """What is older than `keep` is old; on the local page never before 30 days."""
        return cls(now - keep, now - max(keep, PAGE_KEEPS), now - EXPIRED_KEEPS)


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows that were looked at: the last one's id, and the ids of those that can go."""

    last: int
    old: list[int]


@dataclass(frozen=True, slots=True)
class DroppedPiece:
    """A piece of evidence that nobody wants: its row, whose it is, and its file's key."""

    id: int
    owner_id: int
    blob: str


def _old(
    table: Table, ended: ColumnElement[Any], begun: ColumnElement[Any], ages: Ages
) -> ColumnElement[bool]:
    """Whether a chat's row is old; the local page keeps its own for longer.

    By its beginning, too: a clock that stood far back for a while has put ends before it.
    """
    on_page = exists().where(chats.c.id == table.c.chat_id, chats.c.platform == "local")
    later = case((ended > begun, ended), else_=begun)
    return and_(later < ages.other, or_(later < ages.page, ~on_page))


def _old_outbox(ages: Ages) -> ColumnElement[bool]:
    ended = (OutboxState.SENT, OutboxState.REFUSED, OutboxState.PARKED, OutboxState.CANCELLED)
    # What a running deadline has sent is what a replan from settings must not send again.
    needed = and_(
        outbox.c.state == OutboxState.SENT.value,
        exists().where(
            deadlines.c.id == outbox.c.deadline_id,
            deadlines.c.status == DeadlineStatus.ACTIVE.value,
        ),
    )
    return and_(
        outbox.c.state.in_([state.value for state in ended]),
        _old(outbox, outbox.c.settled_at, outbox.c.created_at, ages),
        ~needed,
    )


def _old_deliveries(ages: Ages) -> ColumnElement[bool]:
    # The last part of a long message settles its rows; parts before it wait for nothing.
    waits = exists().where(
        outbox.c.delivery_id == deliveries.c.id, outbox.c.state == OutboxState.FROZEN.value
    )
    return and_(
        deliveries.c.state.in_(["sent", "refused", "parked"]),
        _old(deliveries, deliveries.c.settled_at, deliveries.c.created_at, ages),
        ~waits,
    )


def _old_events(ages: Ages) -> ColumnElement[bool]:
    # An event of no chat was never handled: it is as old as its arrival.
    ended = func.coalesce(inbox.c.handled_at, inbox.c.received_at)
    return and_(
        inbox.c.state.in_(["handled", "ignored", "parked"]),
        _old(inbox, ended, inbox.c.received_at, ages),
    )


def _old_changes(ages: Ages) -> ColumnElement[bool]:
    return changes.c.made_at < ages.other


_TABLES: dict[str, tuple[Table, Callable[[Ages], ColumnElement[bool]]]] = {
    "outbox": (outbox, _old_outbox),
    # After the outbox, so that few rows still point to a delivery when it goes.
    "deliveries": (deliveries, _old_deliveries),
    "inbox": (inbox, _old_events),
    "changes": (changes, _old_changes),
}
TABLES = tuple(_TABLES)
"""What is cleared, in this order."""


async def look(tx: AsyncConnection, name: str, after: int, ages: Ages, limit: int) -> Piece | None:
    """The next rows of a table behind an id, at most so many; takes no lock. None at the end."""
    table, is_old = _TABLES[name]
    found = await tx.execute(
        select(table.c.id).where(table.c.id > after).order_by(table.c.id).limit(limit)
    )
    ids = found.scalars().all()
    if not ids:
        return None
    old = await tx.execute(
        select(table.c.id)
        .where(table.c.id > after, table.c.id <= ids[-1], is_old(ages))
        .order_by(table.c.id)
    )
    return Piece(ids[-1], list(old.scalars()))


async def clear(tx: AsyncConnection, name: str, ids: Sequence[int], ages: Ages) -> int:
    """Delete those of these rows that are old still; returns how many."""
    table, is_old = _TABLES[name]
    doomed = and_(table.c.id.in_(ids), is_old(ages))
    if table is deliveries:
        gone = select(deliveries.c.id).where(doomed)
        # A row that stays (held, or of a running deadline) must not go with its delivery.
        await tx.execute(
            update(outbox).where(outbox.c.delivery_id.in_(gone)).values(delivery_id=None)
        )
    result = await tx.execute(delete(table).where(doomed))
    return result.rowcount


async def forget_expired(tx: AsyncConnection, ages: Ages) -> int:
    """Delete facts that ended; returns how many."""
    result = await tx.execute(delete(facts).where(facts.c.until < ages.facts))
    return result.rowcount


async def old_photos(tx: AsyncConnection, before: datetime, limit: int) -> list[int]:
    """Evidence of cases closed before a moment, and what has waited for a case since then."""
    result = await tx.execute(
        select(evidence.c.id).where(_old_photo(before)).order_by(evidence.c.id).limit(limit)
    )
    return list(result.scalars())


async def drop_photos(
    tx: AsyncConnection, ids: Sequence[int], before: datetime, now: datetime
) -> int:
    """Drop those of these pieces that are old still; returns how many."""
    result = await tx.execute(
        update(evidence)
        .where(evidence.c.id.in_(ids), _old_photo(before))
        .values(status=EvidenceStatus.DROPPED.value, dropped_at=now)
    )
    return result.rowcount


def _old_photo(before: datetime) -> ColumnElement[bool]:
    # A case is not over while a clock of it still runs (a refund, an appeal).
    runs = exists().where(
        deadlines.c.dispute_id == disputes.c.id,
        deadlines.c.status == DeadlineStatus.ACTIVE.value,
    )
    over = exists().where(
        disputes.c.id == evidence.c.dispute_id,
        disputes.c.status == DisputeStatus.CLOSED.value,
        disputes.c.closed_at < before,
        ~runs,
    )
    forgotten = and_(
        evidence.c.status == EvidenceStatus.WAITING.value, evidence.c.created_at < before
    )
    return and_(evidence.c.status != DROPPED, or_(over, forgotten))


async def dropped(
    tx: AsyncConnection, before: datetime, after: int, limit: int
) -> list[DroppedPiece]:
    """Evidence that was dropped before a moment, behind an id."""
    result = await tx.execute(
        select(evidence.c.id, evidence.c.owner_id, evidence.c.blob)
        .where(evidence.c.status == DROPPED, evidence.c.id > after, _dropped_before(before))
        .order_by(evidence.c.id)
        .limit(limit)
    )
    return [DroppedPiece(row.id, row.owner_id, row.blob) for row in result]


async def still_kept(tx: AsyncConnection, blobs: Sequence[str], before: datetime) -> set[str]:
    """Which of these files a row still needs: all but those that were dropped before a moment."""
    needed = or_(evidence.c.status != DROPPED, ~_dropped_before(before))
    result = await tx.execute(
        select(evidence.c.blob).where(evidence.c.blob.in_(blobs), needed).distinct()
    )
    return set(result.scalars())


async def without_row(tx: AsyncConnection, blobs: Sequence[str]) -> list[str]:
    """Which of these files no row names."""
    result = await tx.execute(select(evidence.c.blob).where(evidence.c.blob.in_(blobs)).distinct())
    named = set(result.scalars())
    return [blob for blob in blobs if blob not in named]


async def forget_dropped(tx: AsyncConnection, ids: Sequence[int], before: datetime) -> int:
    """Delete rows of dropped evidence, once their files are gone; returns how many."""
    result = await tx.execute(
        delete(evidence).where(
            evidence.c.id.in_(ids), evidence.c.status == DROPPED, _dropped_before(before)
        )
    )
    return result.rowcount


def _dropped_before(moment: datetime) -> ColumnElement[bool]:
    # Those dropped before this was noted have only their arrival.
    return func.coalesce(evidence.c.dropped_at, evidence.c.created_at) < moment
