"""Warnings of a dispute, whichever of its deadlines they belong to."""

from datetime import datetime

from sqlalchemy import and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.message_records import Planned
from storage.outbox import PLANNED_ROW, planned_of_row
from storage.records import Deadline
from storage.states import OutboxKind, OutboxState
from storage.tables import outbox

_LEAVING = (OutboxState.FROZEN.value, OutboxState.HELD.value, OutboxState.SENT.value)


async def sent_of_dispute(tx: AsyncConnection, dispute_id: int, beginning: str) -> set[str]:
    """Offsets that begin so, of warnings that were sent or are on their way."""
    result = await tx.execute(
        select(outbox.c.offset).where(
            outbox.c.dispute_id == dispute_id,
            outbox.c.offset.startswith(beginning),
            outbox.c.state.in_(_LEAVING),
        )
    )
    return {row.offset for row in result}


async def between(
    tx: AsyncConnection, dispute_id: int, begin: datetime, end: datetime
) -> list[Planned]:
    """What falls due in this span of time or was sent in it, the earliest first."""
    sent = and_(
        outbox.c.state.in_(_LEAVING), outbox.c.settled_at >= begin, outbox.c.settled_at < end
    )
    result = await tx.execute(
        select(*PLANNED_ROW)
        .where(
            outbox.c.dispute_id == dispute_id,
            outbox.c.kind == OutboxKind.WARNING.value,
            outbox.c.state.in_((OutboxState.PLANNED.value, *_LEAVING)),
            or_(and_(outbox.c.due_at >= begin, outbox.c.due_at < end), sent),
        )
        .order_by(outbox.c.due_at, outbox.c.id)
    )
    return [planned_of_row(row) for row in result]


async def plan_again(
    tx: AsyncConnection, deadline: Deadline, offset: str, due_at: datetime
) -> bool:
    """Plan a warning that was cancelled in this same version; False if there is none."""
    result = await tx.execute(
        update(outbox)
        .where(
            outbox.c.dedupe_key == f"{deadline.id}:{deadline.version}:{offset}",
            outbox.c.state == OutboxState.CANCELLED.value,
        )
        .values(state=OutboxState.PLANNED.value, due_at=due_at, settled_at=None)
    )
    return result.rowcount > 0
