"""How far a dispute is in each playbook."""

from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.records import PlaybookProgress
from storage.tables import progress


def _progress(row: RowMapping) -> PlaybookProgress:
    return PlaybookProgress(
        row["dispute_id"],
        row["playbook"],
        row["step"],
        tuple(row["done"]),
        row["device"],
        row["finished_at"],
    )


async def get(tx: AsyncConnection, dispute_id: int, playbook: str) -> PlaybookProgress | None:
    """How far this dispute is in this playbook; None if it was never begun."""
    result = await tx.execute(
        select(progress).where(progress.c.dispute_id == dispute_id, progress.c.playbook == playbook)
    )
    row = result.mappings().one_or_none()
    return _progress(row) if row else None


async def of_dispute(tx: AsyncConnection, dispute_id: int) -> list[PlaybookProgress]:
    """All playbooks that were begun for a dispute."""
    result = await tx.execute(
        select(progress).where(progress.c.dispute_id == dispute_id).order_by(progress.c.playbook)
    )
    return [_progress(row) for row in result.mappings()]


async def put(tx: AsyncConnection, new: PlaybookProgress) -> None:
    """Keep this as the state of its dispute and playbook."""
    await forget(tx, new.dispute_id, new.playbook)
    values: dict[str, Any] = {
        "dispute_id": new.dispute_id,
        "playbook": new.playbook,
        "step": new.step,
        "done": list(new.done),
        "device": new.device,
        "finished_at": new.finished_at,
    }
    await tx.execute(insert(progress).values(values))


async def forget(tx: AsyncConnection, dispute_id: int, playbook: str) -> None:
    """The playbook was never begun for this dispute."""
    await tx.execute(
        delete(progress).where(progress.c.dispute_id == dispute_id, progress.c.playbook == playbook)
    )


async def finish(tx: AsyncConnection, state: PlaybookProgress, now: datetime) -> PlaybookProgress:
    """All steps are done."""
    finished = PlaybookProgress(
        state.dispute_id, state.playbook, None, state.done, state.device, now
    )
    await put(tx, finished)
    return finished
