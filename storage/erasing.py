"""Deleting for good: all of an owner, or one dispute with what can be told to belong to it.

An owner goes in two steps. `begin` empties what the conversation shows, in the transaction of the
press; the owner and the chat stay so that the last answer can be delivered. `finish` deletes the
owner's row, and with it every row that points to it (all foreign keys cascade).

What stays: the ids of events that came within the last days, without owner, chat, or content, so
that an event that the platform delivers once more does not make the person known again.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.evidence import LONG_AGO
from storage.instants import Instant
from storage.owners import new_owner
from storage.states import ChatState, EvidenceStatus, OutboxKind, OutboxState
from storage.tables import (
    DELETED,
    DROPPED,
    NEW,
    PLANNED,
    READY,
    WAITING,
    archives,
    calendars,
    changes,
    chats,
    conversations,
    deadlines,
    deliveries,
    disputes,
    evidence,
    inbox,
    link_codes,
    outbox,
    owner_changes,
    owners,
)

KEYS_KEPT = timedelta(days=3)
"""Ids of events this young stay: no platform is known to deliver one again later than that."""
PAGE_SHOWS = timedelta(seconds=5)
"""The local page reads what was said from the rows themselves: they stay for a moment."""


async def begin(tx: AsyncConnection, owner_id: int, now: datetime) -> None:
    """Delete what the owner told us, and stop all warnings; the rest goes with `finish`."""
    theirs = select(chats.c.id).where(chats.c.owner_id == owner_id)
    await _let_go_of_files(tx, owner_id)
    # Also the calendar: its address leads nowhere from now on.
    for table in (disputes, changes, owner_changes, calendars):
        await tx.execute(delete(table).where(table.c.owner_id == owner_id))
    for table in (conversations, link_codes):
        await tx.execute(delete(table).where(table.c.chat_id.in_(theirs)))
    await tx.execute(
        delete(outbox).where(
            outbox.c.chat_id.in_(theirs),
            or_(
                outbox.c.kind != OutboxKind.ANSWER.value,
                outbox.c.state.not_in([OutboxState.PLANNED.value, OutboxState.FROZEN.value]),
            ),
        )
    )
    # Whoever sends one of these just now finds at the end that it is nobody's any more.
    await tx.execute(
        delete(deliveries).where(
            deliveries.c.chat_id.in_(theirs), deliveries.c.state == READY, deliveries.c.rank > 0
        )
    )
    await tx.execute(update(owners).where(owners.c.id == owner_id).values(erasing_since=now))


async def _let_go_of_files(tx: AsyncConnection, owner_id: int) -> None:
    """Leave of pieces and archives only where their files lie, until these are deleted.

    Not all lie in the owner's folder: two chats that were linked had a folder each.
    """
    await tx.execute(
        delete(archives).where(archives.c.owner_id == owner_id, archives.c.state == WAITING)
    )
    await tx.execute(
        update(archives)
        .where(archives.c.owner_id == owner_id)
        .values(dispute_id=None, state="failed", expires_at=LONG_AGO)
    )
    await tx.execute(
        update(evidence)
        .where(evidence.c.owner_id == owner_id)
        .values(
            dispute_id=None,
            status=EvidenceStatus.DROPPED.value,
            dropped_at=LONG_AGO,
            caption="",
            message=None,
            item=None,
            album=None,
        )
    )


async def files_of(tx: AsyncConnection, owner_id: int) -> list[str]:
    """Where files of an owner lie, as far as rows name them."""
    pieces = await tx.execute(select(evidence.c.blob).where(evidence.c.owner_id == owner_id))
    packed = await tx.execute(select(archives.c.files).where(archives.c.owner_id == owner_id))
    return [*pieces.scalars(), *(file["blob"] for row in packed for file in row.files)]


async def gone(tx: AsyncConnection, before: datetime, limit: int) -> list[int]:
    """Owners who can be reached nowhere since a moment."""
    left = (
        select(chats.c.owner_id)
        .where(
            chats.c.state.in_([ChatState.BLOCKED.value, ChatState.LEFT.value]),
            chats.c.state_changed_at < before,
        )
        .distinct()
    )
    found = await tx.execute(
        select(owners.c.id).where(owners.c.id.in_(left), _is_gone(before)).limit(limit)
    )
    return list(found.scalars())


async def let_go(tx: AsyncConnection, ids: Sequence[int], before: datetime, now: datetime) -> int:
    """Have those of these owners erased who have not come back; returns how many."""
    found = await tx.execute(select(owners.c.id).where(owners.c.id.in_(ids), _is_gone(before)))
    still = list(found.scalars())
    for owner_id in still:
        await begin(tx, owner_id, now)
    return len(still)


def _is_gone(before: datetime) -> ColumnElement[bool]:
    reachable = exists().where(
        chats.c.owner_id == owners.c.id,
        or_(chats.c.state == ChatState.ACTIVE.value, chats.c.state_changed_at >= before),
    )
    # A group that moved, with cases under both addresses: it is still warned of the older ones.
    warned_elsewhere = exists().where(
        deadlines.c.owner_id == owners.c.id,
        outbox.c.deadline_id == deadlines.c.id,
        outbox.c.state == PLANNED,
        chats.c.id == outbox.c.chat_id,
        chats.c.owner_id != owners.c.id,
    )
    return and_(~reachable, ~warned_elsewhere, owners.c.erasing_since.is_(None))


async def waiting_owners(tx: AsyncConnection) -> list[int]:
    """Owners that are to be erased."""
    result = await tx.execute(
        select(owners.c.id).where(owners.c.erasing_since.is_not(None)).order_by(owners.c.id)
    )
    return list(result.scalars())


async def still_talking(
    tx: AsyncConnection, owner_id: int, now: datetime, patience: timedelta
) -> bool:
    """Whether something is being sent to the owner, or the last answer is still to arrive.

    Locks the chats, so that nothing is sent from here on. An answer that cannot be delivered is
    waited for no longer than `patience`.
    """
    locked = select(chats).where(chats.c.owner_id == owner_id).with_for_update()
    theirs = (await tx.execute(locked)).mappings().all()
    if any(chat["lease_until"] is not None and chat["lease_until"] >= now for chat in theirs):
        return True
    since = await tx.execute(select(owners.c.erasing_since).where(owners.c.id == owner_id))
    begun = since.scalar_one_or_none()
    if begun is None or now - begun > patience:
        return False
    for chat in theirs:
        if chat["state"] == ChatState.ACTIVE.value and await _is_unsent(tx, chat["id"]):
            return True
        if chat["platform"] == "local":
            last = await tx.execute(
                select(func.max(deliveries.c.settled_at)).where(deliveries.c.chat_id == chat["id"])
            )
            shown_at = last.scalar_one() or begun
            # Of a local chat's own clock, which may stand ahead.
            if shown_at - timedelta(seconds=chat["clock_ahead"]) > now - PAGE_SHOWS:
                return True
    return False


async def _is_unsent(tx: AsyncConnection, chat_id: int) -> bool:
    ready = exists().where(deliveries.c.chat_id == chat_id, deliveries.c.state == READY)
    planned = exists().where(outbox.c.chat_id == chat_id, outbox.c.state == PLANNED)
    return bool((await tx.execute(select(or_(ready, planned)))).scalar_one())


async def finish(
    tx: AsyncConnection, owner_id: int, now: datetime, *, zone: str, locale: str
) -> None:
    """Delete the owner and all that is its; whoever wrote meanwhile begins anew, as a stranger."""
    said_since = await tx.execute(
        select(inbox.c.chat_id).where(inbox.c.owner_id == owner_id, inbox.c.state == NEW).distinct()
    )
    for chat_id in list(said_since.scalars()):
        await _begin_anew(tx, owner_id, chat_id, now, zone=zone, locale=locale)
    await tx.execute(
        update(inbox)
        .where(
            inbox.c.owner_id == owner_id,
            inbox.c.received_at > now - KEYS_KEPT,
            inbox.c.platform != "local",
        )
        .values(owner_id=None, chat_id=None, kind="erased", raw={}, state="ignored")
    )
    await tx.execute(delete(owners).where(owners.c.id == owner_id))


async def _begin_anew(
    tx: AsyncConnection, owner_id: int, chat_id: int, now: datetime, *, zone: str, locale: str
) -> None:
    """Give a chat a new owner, and leave it nothing but what was said since."""
    new = await new_owner(tx, zone=zone, locale=locale, now=now)
    for table in (outbox, deliveries):
        await tx.execute(delete(table).where(table.c.chat_id == chat_id))
    await tx.execute(
        update(chats)
        .where(chats.c.id == chat_id)
        .values(owner_id=new, clock_ahead=0, created_at=now, state_changed_at=None)
    )
    await tx.execute(
        update(inbox)
        .where(inbox.c.owner_id == owner_id, inbox.c.chat_id == chat_id, inbox.c.state == NEW)
        .values(owner_id=new)
    )


async def deleted(tx: AsyncConnection, before: datetime, limit: int) -> list[tuple[int, int]]:
    """Disputes that were deleted before a moment and cannot be brought back: id and owner."""
    result = await tx.execute(
        select(disputes.c.id, disputes.c.owner_id)
        .where(disputes.c.status == DELETED, _deleted_before(before))
        .order_by(disputes.c.id)
        .limit(limit)
    )
    return [(row.id, row.owner_id) for row in result]


def _deleted_before(moment: datetime) -> Any:
    # Those that were deleted before this was noted have only their beginning.
    return func.coalesce(disputes.c.deleted_at, disputes.c.created_at, type_=Instant()) < moment


async def blobs_of(tx: AsyncConnection, dispute_id: int) -> list[str]:
    """Files that only this dispute's evidence and archives need."""
    theirs = select(evidence.c.blob).where(evidence.c.dispute_id == dispute_id)
    others = select(evidence.c.blob).where(
        or_(evidence.c.dispute_id != dispute_id, evidence.c.dispute_id.is_(None)),
        evidence.c.status != DROPPED,
        evidence.c.blob.in_(theirs),
    )
    found = await tx.execute(theirs.where(evidence.c.blob.not_in(others)).distinct())
    packed = await tx.execute(select(archives.c.files).where(archives.c.dispute_id == dispute_id))
    return [*found.scalars(), *(file["blob"] for row in packed for file in row.files)]


async def erase_dispute(
    tx: AsyncConnection,
    owner_id: int,
    dispute_id: int,
    before: datetime,
    belongs: Callable[[dict[str, Any]], bool],
) -> bool:
    """Delete a dispute with all its rows, and what was said and sent about it.

    `belongs` tells of a raw event or a body whether it is about it. False if the dispute was
    brought back meanwhile.
    """
    doomed = await tx.execute(
        select(disputes.c.id).where(
            disputes.c.id == dispute_id, disputes.c.status == DELETED, _deleted_before(before)
        )
    )
    if doomed.first() is None:
        return False
    theirs = select(chats.c.id).where(chats.c.owner_id == owner_id)
    warned = await tx.execute(
        select(outbox.c.delivery_id).where(
            outbox.c.dispute_id == dispute_id, outbox.c.delivery_id.is_not(None)
        )
    )
    sent = await tx.execute(
        select(deliveries.c.id, deliveries.c.body).where(
            deliveries.c.chat_id.in_(theirs), deliveries.c.state != READY
        )
    )
    gone = {*warned.scalars(), *(row.id for row in sent if belongs(row.body))}
    answers = await tx.execute(
        select(outbox.c.id, outbox.c.content).where(
            outbox.c.chat_id.in_(theirs),
            outbox.c.state.not_in([OutboxState.PLANNED.value, OutboxState.FROZEN.value]),
        )
    )
    answered = [row.id for row in answers if belongs(row.content)]
    await _delete(tx, outbox, answered)
    # Rows of other disputes that went out in the same message stay: a replan must know of them.
    for some in _some(list(gone)):
        await tx.execute(
            update(outbox)
            .where(outbox.c.delivery_id.in_(some), outbox.c.dispute_id.is_distinct_from(dispute_id))
            .values(delivery_id=None)
        )
    await _delete(tx, deliveries, list(gone), deliveries.c.state != READY)
    said = await tx.execute(
        select(inbox.c.id, inbox.c.raw).where(inbox.c.owner_id == owner_id, inbox.c.state != NEW)
    )
    for some in _some([row.id for row in said if belongs(row.raw)]):
        await tx.execute(update(inbox).where(inbox.c.id.in_(some)).values(raw={}))
    await tx.execute(delete(evidence).where(evidence.c.dispute_id == dispute_id))
    await tx.execute(delete(disputes).where(disputes.c.id == dispute_id))
    return True


def _some(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[at : at + 500] for at in range(0, len(ids), 500)]


async def _delete(tx: AsyncConnection, table: Any, ids: Sequence[int], *also: Any) -> None:
    for some in _some(ids):
        await tx.execute(delete(table).where(table.c.id.in_(some), *also))
