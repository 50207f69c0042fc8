"""Deadlines of disputes. A deadline moves as a whole: every change raises its version."""

from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.records import Deadline
from storage.states import DeadlineStatus
from storage.tables import deadlines


def _deadline(row: RowMapping) -> Deadline:
    return Deadline(
        id=row["id"],
        dispute_id=row["dispute_id"],
        owner_id=row["owner_id"],
        kind=row["kind"],
        at=row["at"],
        precision=row["precision"],
        zone=row["zone"],
        source_text=row["source_text"],
        assumptions=tuple(row["assumptions"]),
        alternatives=tuple(row["alternatives"]),
        provisional=row["provisional"],
        status=DeadlineStatus(row["status"]),
        version=row["version"],
        created_at=row["created_at"],
    )


def _stored(values: dict[str, Any]) -> dict[str, Any]:
    stored = dict(values)
    for name in ("assumptions", "alternatives"):
        if name in stored:
            stored[name] = list(stored[name])
    if "status" in stored:
        stored["status"] = DeadlineStatus(stored["status"]).value
    return stored


async def add(
    tx: AsyncConnection,
    *,
    owner_id: int,
    dispute_id: int,
    kind: str,
    at: datetime,
    precision: str,
    zone: str,
    now: datetime,
    status: DeadlineStatus,
    source_text: str = "",
    assumptions: tuple[str, ...] = (),
    alternatives: tuple[dict[str, Any], ...] = (),
    provisional: bool = False,
) -> Deadline:
    """Keep a new deadline, version 1."""
    values = {
        "owner_id": owner_id,
        "dispute_id": dispute_id,
        "kind": kind,
        "at": at,
        "precision": precision,
        "zone": zone,
        "status": status,
        "source_text": source_text,
        "assumptions": assumptions,
        "alternatives": alternatives,
        "provisional": provisional,
        "version": 1,
        "created_at": now,
    }
    result = await tx.execute(_ADD, _stored(values))
    return _deadline(result.mappings().one())


async def change(tx: AsyncConnection, deadline_id: int, **fields: Any) -> Deadline:
    """Change a deadline and raise its version; returns it as it is now."""
    result = await tx.execute(_CHANGE, {**_stored(fields), "deadline": deadline_id})
    return _deadline(result.mappings().one())


async def get(tx: AsyncConnection, owner_id: int, deadline_id: int) -> Deadline | None:
    """The deadline of this id, if it is this owner's."""
    result = await tx.execute(_GET, {"deadline": deadline_id, "owner": owner_id})
    row = result.mappings().one_or_none()
    return _deadline(row) if row else None


async def of_dispute(
    tx: AsyncConnection, dispute_id: int, *statuses: DeadlineStatus
) -> list[Deadline]:
    """A dispute's deadlines in these statuses (all, if none is given), the nearest first."""
    wanted = [status.value for status in statuses or DeadlineStatus]
    result = await tx.execute(_OF_DISPUTE, {"dispute": dispute_id, "statuses": wanted})
    return [_deadline(row) for row in result.mappings()]


async def active(tx: AsyncConnection, owner_id: int) -> list[Deadline]:
    """All active deadlines of an owner, the nearest first."""
    result = await tx.execute(_ACTIVE, {"owner": owner_id})
    return [_deadline(row) for row in result.mappings()]


async def many(tx: AsyncConnection, ids: list[int]) -> dict[int, Deadline]:
    """The deadlines of these ids."""
    result = await tx.execute(_MANY, {"ids": ids})
    return {row["id"]: _deadline(row) for row in result.mappings()}


# Built once each: to build them takes longer than to run them, several times for each message.

_NEAREST = (deadlines.c.at, deadlines.c.id)
_OF_OWNER = deadlines.c.owner_id == bindparam("owner")
_ADD = insert(deadlines).returning(*deadlines.c)
_CHANGE = (
    update(deadlines)
    .where(deadlines.c.id == bindparam("deadline"))
    .values(version=deadlines.c.version + 1)
    .returning(*deadlines.c)
)
_GET = select(deadlines).where(deadlines.c.id == bindparam("deadline"), _OF_OWNER)
_OF_DISPUTE = (
    select(deadlines)
    .where(
        deadlines.c.dispute_id == bindparam("dispute"),
        deadlines.c.status.in_(bindparam("statuses", expanding=True)),
    )
    .order_by(*_NEAREST)
)
_ACTIVE = (
    select(deadlines)
    .where(_OF_OWNER, deadlines.c.status == DeadlineStatus.ACTIVE.value)
    .order_by(*_NEAREST)
)
_MANY = select(deadlines).where(deadlines.c.id.in_(bindparam("ids", expanding=True)))
