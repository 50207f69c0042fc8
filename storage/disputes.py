"""Disputes of an owner: drafts, watched orders, open and closed cases."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import RowMapping, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.owners import next_number
from storage.records import Dispute, Money
from storage.states import DisputeStatus
from storage.tables import disputes

RUNNING = (DisputeStatus.OPEN.value, DisputeStatus.WATCHING.value)


def _dispute(row: RowMapping) -> Dispute:
    return Dispute(
        id=row["id"],
        owner_id=row["owner_id"],
        status=DisputeStatus(row["status"]),
        number=row["number"],
        title=row["title"],
        reason=row["reason"],
        demand=row["demand"],
        stage=row["stage"],
        playbook=row["playbook"],
        amounts=tuple(
            Money(Decimal(amount["value"]), amount["currency"], amount["role"])
            for amount in row["amounts"]
        ),
        order_ids=tuple(row["order_ids"]),
        tracking=tuple(row["tracking"]),
        source_text=row["source_text"],
        asked=tuple(row["asked"]),
        answers=dict(row["answers"]),
        look_in=row["look_in"],
        outcome=row["outcome"],
        message=row["message"],
        created_at=row["created_at"],
        opened_at=row["opened_at"],
        closed_at=row["closed_at"],
    )


def _stored(values: dict[str, Any]) -> dict[str, Any]:
    """Values of record fields as the columns take them."""
    stored = dict(values)
    if "amounts" in stored:
        stored["amounts"] = [
            {"value": str(money.value), "currency": money.currency, "role": money.role}
            for money in stored["amounts"]
        ]
    for name in ("order_ids", "tracking", "asked"):
        if name in stored:
            stored[name] = list(stored[name])
    if "status" in stored:
        stored["status"] = DisputeStatus(stored["status"]).value
    return stored


async def add(
    tx: AsyncConnection,
    owner_id: int,
    now: datetime,
    *,
    status: DisputeStatus = DisputeStatus.DRAFT,
    **fields: Any,
) -> Dispute:
    """Keep a new dispute; `fields` are those of the record. A draft has no number yet."""
    values: dict[str, Any] = {
        "title": "",
        "amounts": (),
        "order_ids": (),
        "tracking": (),
        "source_text": "",
        "asked": (),
        "answers": {},
        **fields,
        "owner_id": owner_id,
        "status": status,
        "created_at": now,
    }
    result = await tx.execute(_ADD, _stored(values))
    return _dispute(result.mappings().one())


async def change(tx: AsyncConnection, dispute_id: int, **fields: Any) -> Dispute:
    """Change what is given, leave the rest; returns the dispute as it is now."""
    result = await tx.execute(_CHANGE, {**_stored(fields), "dispute": dispute_id})
    return _dispute(result.mappings().one())


async def register(
    tx: AsyncConnection, dispute_id: int, status: DisputeStatus, opened_at: datetime | None
) -> Dispute:
    """Turn a draft into a running case with the owner's next short number."""
    found = await tx.execute(select(disputes.c.owner_id).where(disputes.c.id == dispute_id))
    number = await next_number(tx, found.scalar_one())
    return await change(tx, dispute_id, status=status, number=number, opened_at=opened_at)


async def get(tx: AsyncConnection, owner_id: int, dispute_id: int) -> Dispute | None:
    """The dispute of this id, if it is this owner's and not deleted; else None."""
    result = await tx.execute(_GET, {"dispute": dispute_id, "owner": owner_id})
    row = result.mappings().one_or_none()
    return _dispute(row) if row else None


async def get_deleted(tx: AsyncConnection, owner_id: int, dispute_id: int) -> Dispute | None:
    """A dispute that was deleted a moment ago and can still be brought back."""
    result = await tx.execute(
        select(disputes).where(
            disputes.c.id == dispute_id,
            disputes.c.owner_id == owner_id,
            disputes.c.status == DisputeStatus.DELETED.value,
        )
    )
    row = result.mappings().one_or_none()
    return _dispute(row) if row else None


async def by_number(tx: AsyncConnection, owner_id: int, number: int) -> Dispute | None:
    """The owner's dispute of this short number."""
    result = await tx.execute(
        select(disputes).where(
            disputes.c.owner_id == owner_id,
            disputes.c.number == number,
            disputes.c.status != DisputeStatus.DELETED.value,
        )
    )
    row = result.mappings().one_or_none()
    return _dispute(row) if row else None


async def running(tx: AsyncConnection, owner_id: int) -> list[Dispute]:
    """Open disputes and watched orders, by their numbers."""
    result = await tx.execute(_RUNNING_OF_OWNER, {"owner": owner_id})
    return [_dispute(row) for row in result.mappings()]


async def closed(tx: AsyncConnection, owner_id: int, limit: int = 20) -> list[Dispute]:
    """Closed disputes, the latest first."""
    result = await tx.execute(
        select(disputes)
        .where(
            disputes.c.owner_id == owner_id,
            disputes.c.status == DisputeStatus.CLOSED.value,
        )
        .order_by(disputes.c.closed_at.desc())
        .limit(limit)
    )
    return [_dispute(row) for row in result.mappings()]


async def of_owner(tx: AsyncConnection, owner_id: int) -> list[Dispute]:
    """All that is kept of an owner's disputes, also drafts and those about to go."""
    result = await tx.execute(
        select(disputes).where(disputes.c.owner_id == owner_id).order_by(disputes.c.id)
    )
    return [_dispute(row) for row in result.mappings()]


async def drafts(tx: AsyncConnection, owner_id: int) -> list[Dispute]:
    """Cards not yet confirmed, the latest first."""
    result = await tx.execute(_DRAFTS, {"owner": owner_id})
    return [_dispute(row) for row in result.mappings()]


async def remove(tx: AsyncConnection, dispute_id: int) -> None:
    """Really delete a dispute's row, and with it all rows that belong to it."""
    await tx.execute(delete(disputes).where(disputes.c.id == dispute_id))


# Built once each: to build them takes longer than to run them, several times for each message.

_OF_OWNER = disputes.c.owner_id == bindparam("owner")
_ADD = insert(disputes).returning(*disputes.c)
_CHANGE = update(disputes).where(disputes.c.id == bindparam("dispute")).returning(*disputes.c)
_GET = select(disputes).where(
    disputes.c.id == bindparam("dispute"),
    _OF_OWNER,
    disputes.c.status != DisputeStatus.DELETED.value,
)
_RUNNING_OF_OWNER = (
    select(disputes).where(_OF_OWNER, disputes.c.status.in_(RUNNING)).order_by(disputes.c.number)
)
_DRAFTS = (
    select(disputes)
    .where(_OF_OWNER, disputes.c.status == DisputeStatus.DRAFT.value)
    .order_by(disputes.c.id.desc())
)
