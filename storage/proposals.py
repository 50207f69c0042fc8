"""What each side proposed in a dispute, in the order it was told."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import RowMapping, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.records import Money, Proposal
from storage.tables import proposals

ROLES = {"seller": "offered_by_seller", "aliexpress": "offered_by_ae", "buyer": "claimed"}
"""The role that a proposal's sum has among a case's amounts."""


def _proposal(row: RowMapping) -> Proposal:
    amount = None
    if row["value"] is not None:
        amount = Money(Decimal(row["value"]), row["currency"], ROLES[row["made_by"]])
    return Proposal(
        row["id"],
        row["dispute_id"],
        row["made_by"],
        row["kind"],
        amount,
        row["with_return"],
        row["told_at"],
    )


async def add(
    tx: AsyncConnection,
    dispute_id: int,
    made_by: str,
    kind: str,
    amount: Money | None,
    with_return: bool | None,
    now: datetime,
) -> Proposal:
    """Keep a proposal that was told of; the same one told again is not kept twice."""
    latest = (await latest_by(tx, dispute_id)).get(made_by)
    if latest and (latest.kind, _figure(latest.amount), latest.with_return) == (
        kind,
        _figure(amount),
        with_return,
    ):
        return latest
    result = await tx.execute(
        insert(proposals)
        .values(
            dispute_id=dispute_id,
            made_by=made_by,
            kind=kind,
            value=str(amount.value) if amount else None,
            currency=amount.currency if amount else None,
            with_return=with_return,
            told_at=now,
        )
        .returning(*proposals.c)
    )
    return _proposal(result.mappings().one())


def _figure(amount: Money | None) -> tuple[Decimal, str] | None:
    return (amount.value, amount.currency) if amount else None


async def of_dispute(tx: AsyncConnection, dispute_id: int) -> list[Proposal]:
    """All proposals of a dispute, the oldest first."""
    result = await tx.execute(
        select(proposals).where(proposals.c.dispute_id == dispute_id).order_by(proposals.c.id)
    )
    return [_proposal(row) for row in result.mappings()]


async def latest_by(tx: AsyncConnection, dispute_id: int) -> dict[str, Proposal]:
    """The last proposal of each side."""
    return {one.made_by: one for one in await of_dispute(tx, dispute_id)}
