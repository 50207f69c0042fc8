"""The inbox: raw events as they came, kept before the platform gets its 200.

An event that comes twice is kept once. Events of one owner are handled one at a time, by the
platform's timestamp and then by arrival; the lease lies on the owner's row.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    Integer,
    RowMapping,
    Select,
    and_,
    bindparam,
    exists,
    func,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import among_bound, insert_of, is_sqlite
from storage.instants import Instant
from storage.message_records import StoredEvent
from storage.tables import NEW, inbox, owners

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""A fresh event is due whatever the clock says: it must not wait for one that jumped back."""


@dataclass(frozen=True, slots=True)
class NewEvent:
    """A raw event that is to be kept."""

    platform: str
    key: str
    kind: str
    at: datetime
    raw: Mapping[str, Any]
    owner_id: int | None
    chat_id: int | None


def _event(row: RowMapping) -> StoredEvent:
    return StoredEvent(
        id=row["id"],
        platform=row["platform"],
        key=row["key"],
        owner_id=row["owner_id"],
        chat_id=row["chat_id"],
        kind=row["kind"],
        at=row["at"],
        received_at=row["received_at"],
        raw=row["raw"],
        tries=row["tries"],
    )


def _storable(value: Any) -> Any:
    """JSON that both databases take: PostgreSQL keeps neither NUL nor half a surrogate pair."""
    if isinstance(value, str):
        whole = value.replace("\x00", "").encode("utf-16", "surrogatepass")
        return whole.decode("utf-16", "replace")
    if isinstance(value, Mapping):
        return {_storable(key): _storable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_storable(inner) for inner in value]
    return value


async def keep(tx: AsyncConnection, events: Sequence[NewEvent], now: datetime) -> int:
    """Keep raw events, in this order; returns how many were not here already.

    One without an owner needs no handling.
    """
    names = {one.platform for one in events}
    there = {(name, key) for name in names for key in await known(tx, name, _keys(events, name))}
    new = {(one.platform, one.key): one for one in events if (one.platform, one.key) not in there}
    if not new:
        return 0
    await tx.execute(
        _keep(is_sqlite(tx)),
        [
            {
                "platform": one.platform,
                "key": one.key,
                "kind": one.kind,
                "at": one.at,
                "raw": _storable(one.raw),
                "owner_id": one.owner_id,
                "chat_id": one.chat_id,
                "received_at": now,
                "next_try_at": AT_ONCE,
                "state": "new" if one.owner_id is not None else "ignored",
            }
            for one in new.values()
        ],
    )
    return len(new)


def _keys(events: Sequence[NewEvent], platform: str) -> list[str]:
    return [one.key for one in events if one.platform == platform]


async def claim_owners(
    tx: AsyncConnection, now: datetime, token: str, until: datetime, limit: int
) -> list[int]:
    """Lease owners whose oldest event can be handled now; whoever waits longest comes first.

    An event that waits for another try holds its owner's later events, so that order is kept.
    """
    given = {"now": now, "token": token, "until": until, "wanted": limit}
    return list((await tx.execute(_CLAIM, given)).scalars())


def _claim() -> Any:
    now = bindparam("now", type_=Instant())
    waiting = inbox.alias()
    backing_off = exists().where(
        waiting.c.owner_id == owners.c.id,
        waiting.c.state == NEW,
        waiting.c.next_try_at > now,
    )
    # "+ 0": SQLite would else walk all events there ever were, by their owners.
    owner = (inbox.c.owner_id + literal_column("0")).label("owner_id")
    due = (
        select(owner, func.min(inbox.c.id).label("first"))
        .where(inbox.c.state == NEW, inbox.c.next_try_at <= now)
        .group_by(owner)
        .subquery()
    )
    # SKIP LOCKED looks again at the owner's row once it has it, so two workers that saw the same
    # free owner cannot both take it.
    picked = (
        select(owners.c.id)
        .join(due, due.c.owner_id == owners.c.id)
        .where(
            or_(owners.c.lease_until.is_(None), owners.c.lease_until < now),
            # What is said meanwhile waits until the old things are gone.
            owners.c.erasing_since.is_(None),
            ~backing_off,
        )
        .order_by(due.c.first)
        .limit(bindparam("wanted", type_=Integer()))
        .with_for_update(skip_locked=True, of=owners)
        # As a CTE it runs once, however the planner joins it, and so its limit holds.
        .cte("picked")
    )
    return (
        update(owners)
        .where(owners.c.id.in_(select(picked.c.id)))
        .values(lease_token=bindparam("token"), lease_until=bindparam("until"))
        .returning(owners.c.id)
    )


# Built once: to build it takes longer than to run it.
_CLAIM = _claim()


async def anything_new(tx: AsyncConnection, now: datetime) -> bool:
    """Whether an event waits of an owner whom nobody has; a look that takes no lock."""
    result = await tx.execute(_ANYTHING_NEW, {"now": now})
    return result.first() is not None


_ANYTHING_NEW = (
    select(inbox.c.id)
    .join(owners, owners.c.id == inbox.c.owner_id)
    .where(
        inbox.c.state == NEW,
        inbox.c.next_try_at <= bindparam("now"),
        or_(owners.c.lease_until.is_(None), owners.c.lease_until < bindparam("now")),
    )
    .limit(1)
)


async def oldest(tx: AsyncConnection, owner_id: int) -> StoredEvent | None:
    """The owner's oldest event that is not handled."""
    result = await tx.execute(_OLDEST, {"owner": owner_id})
    row = result.mappings().one_or_none()
    return _event(row) if row else None


async def anything_of(tx: AsyncConnection, owner_id: int) -> bool:
    """Whether an event of this owner is not handled."""
    result = await tx.execute(_ANYTHING_OF, {"owner": owner_id})
    return result.first() is not None


async def new_of(tx: AsyncConnection, owner_id: int, besides: int, limit: int) -> list[StoredEvent]:
    """An owner's oldest events that are not handled, without this one."""
    result = await tx.execute(
        select(inbox)
        .where(inbox.c.owner_id == owner_id, inbox.c.state == NEW, inbox.c.id != besides)
        .order_by(inbox.c.at, inbox.c.id)
        .limit(limit)
    )
    return [_event(row) for row in result.mappings()]


async def take(
    tx: AsyncConnection, owner_id: int, now: datetime, token: str, until: datetime
) -> bool:
    """Lease one owner, so that no event of it is in work meanwhile; False if somebody has it.

    Nobody has an owner that is not there: then it is True, too.
    """
    free = or_(owners.c.lease_until.is_(None), owners.c.lease_until < now)
    result = await tx.execute(
        update(owners)
        .where(owners.c.id == owner_id, free)
        .values(lease_token=token, lease_until=until)
    )
    if result.rowcount == 1:
        return True
    return (await tx.execute(select(owners.c.id).where(owners.c.id == owner_id))).first() is None


async def hold(tx: AsyncConnection, owner_id: int, token: str, until: datetime) -> bool:
    """Lengthen our lease of an owner and lock the row; False if it is somebody else's now."""
    result = await tx.execute(_HOLD, {"owner": owner_id, "token": token, "until": until})
    return result.rowcount == 1


async def release(tx: AsyncConnection, owner_id: int, token: str) -> None:
    """Give the owner back."""
    await tx.execute(_RELEASE, {"owner": owner_id, "token": token})


async def settle(tx: AsyncConnection, event_id: int, state: str, now: datetime) -> None:
    """The event's end: `handled`, `ignored` (nothing to do) or `parked` (failed too often)."""
    await tx.execute(_SETTLE, {"event": event_id, "state": state, "handled_at": now})


async def try_again(tx: AsyncConnection, event_id: int, at: datetime) -> int:
    """Count a failed try and set the next one; returns how often it failed."""
    result = await tx.execute(
        update(inbox)
        .where(inbox.c.id == event_id)
        .values(tries=inbox.c.tries + 1, next_try_at=at)
        .returning(inbox.c.tries)
    )
    return int(result.scalar_one())


async def count_before(
    tx: AsyncConnection, event: StoredEvent, span: timedelta, *, besides: Collection[str] = ()
) -> int:
    """How many events of the same owner, not of these kinds, came within this time before this one.

    By when they came, both ends: a clock that was set back meanwhile makes nobody look hasty.
    """
    given = {
        "owner": event.owner_id,
        "since": event.received_at - span,
        "until": event.received_at,
        "event": event.id,
        "besides": list(besides),
    }
    return int((await tx.execute(_COUNT_BEFORE, given)).scalar_one())


async def known(tx: AsyncConnection, platform: str, keys: Collection[str]) -> set[str]:
    """Which events were kept before, also those of which nothing but the id is left."""
    given = {"platform": platform, "keys": list(keys)}
    return set((await tx.execute(_known(is_sqlite(tx)), given)).scalars())


# Built once each: to build them takes longer than to run them, several times for each message.

_NEW_OF_OWNER = and_(inbox.c.owner_id == bindparam("owner"), inbox.c.state == NEW)
_OLDEST = select(inbox).where(_NEW_OF_OWNER).order_by(inbox.c.at, inbox.c.id).limit(1)
_ANYTHING_OF = select(inbox.c.id).where(_NEW_OF_OWNER).limit(1)
_LEASED = update(owners).where(
    owners.c.id == bindparam("owner"), owners.c.lease_token == bindparam("token")
)
_HOLD = _LEASED.values(lease_until=bindparam("until"))
_RELEASE = _LEASED.values(lease_token=None, lease_until=None)
_SETTLE = update(inbox).where(inbox.c.id == bindparam("event"))
_COUNT_BEFORE = select(func.count()).where(
    inbox.c.owner_id == bindparam("owner"),
    inbox.c.received_at > bindparam("since"),
    inbox.c.received_at <= bindparam("until"),
    inbox.c.id < bindparam("event"),
    inbox.c.kind.not_in(bindparam("besides", expanding=True)),
)


@cache
def _keep(sqlite: bool) -> Any:
    # Another process may be keeping the same ones.
    return insert_of(sqlite)(inbox).on_conflict_do_nothing(index_elements=["platform", "key"])


@cache
def _known(sqlite: bool) -> Select[Any]:
    return select(inbox.c.key).where(
        inbox.c.platform == bindparam("platform"), among_bound(sqlite, inbox.c.key, "keys")
    )


def message_of(raw: Mapping[str, Any]) -> str:
    """The platform's id of the message in a raw event; empty if it is none."""
    for name in ("message", "edited_message"):
        part = raw.get(name)
        if isinstance(part, Mapping):
            return str(part.get("id") or part.get("message_id") or "")
    # The local page: an event is its own message.
    return str(raw.get("id") or "")


async def forget_message(
    tx: AsyncConnection, chat_id: int, message: str, *, earlier: bool = False
) -> str:
    """Empty the raw events of a message that its sender took back (LINE `unsend`).

    `earlier`: it was written anew, and only what it said before is to go. Returns the words that it
    held, so that they can be forgotten elsewhere, too.
    """
    words = ""
    rows = await tx.execute(
        select(inbox.c.id, inbox.c.raw).where(
            inbox.c.chat_id == chat_id, *([inbox.c.state != NEW] if earlier else [])
        )
    )
    for row in rows.all():
        if message_of(row.raw) != message:
            continue
        held = row.raw.get("message")
        if isinstance(held, Mapping):
            words = str(held.get("text") or words)
        await tx.execute(update(inbox).where(inbox.c.id == row.id).values(raw={"unsent": message}))
    return words
