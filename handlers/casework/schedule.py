"""Keeping a deadline's planned warnings in step with it, inside the caller's transaction."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.casework import look_in
from handlers.casework.leads import offsets_for
from handlers.casework.planner import MORNING, PlannedWarning, plan, plan_looks
from handlers.casework.policy import LOOK, LOOK_AT, SNOOZE, is_look
from handlers.reading.zones import wall_instant, zone_of
from storage import deadlines, disputes, outbox, owners, warnings
from storage.message_records import Planned
from storage.owner_records import Owner
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus


async def replan(
    tx: AsyncConnection,
    owner: Owner,
    chat_id: int,
    deadline: Deadline,
    now: datetime,
    *,
    from_settings: bool = False,
) -> tuple[PlannedWarning, ...]:
    """Cancel what was planned for a deadline and plan anew; returns what will come.

    `from_settings`: only the owner's settings changed, so nothing already sent for the same
    instant is repeated; what the buyer put off stays, and what is due this moment is not lost. The
    deadline's version rises where warnings of it stand already. A deadline that is not active gets
    none.
    """
    standing = await outbox.warnings_of(tx, deadline.id)
    await outbox.cancel_of_deadline(tx, deadline.id, now)
    if deadline.status is not DeadlineStatus.ACTIVE:
        return ()
    if from_settings or any(row.deadline_version == deadline.version for row in standing):
        deadline = await deadlines.change(tx, deadline.id)
    sent, kept = set[str](), list[Planned]()
    if from_settings:
        sent = await outbox.sent_offsets(tx, deadline.id, deadline.at)
        kept = [row for row in standing if _stays(row, now)]
        sent |= {row.offset for row in kept}
    planned = plan(
        deadline.kind,
        deadline.at,
        deadline.precision,
        owner.zone,
        now,
        quiet_from=owner.quiet_from,
        quiet_until=owner.quiet_until,
        provisional=deadline.provisional,
        skip=frozenset(name for name in sent if not is_look(name)),
        offsets=offsets_for(deadline.kind, owner.leads, owner.warn_at),
        morning=owner.warn_at or MORNING,
    )
    planned += await _looks(tx, owner, chat_id, deadline, planned, now)
    for one in planned:
        await outbox.plan_warning(tx, chat_id, deadline, one.offset, one.due_at, now)
    for row in kept:
        content = {key: value for key, value in row.content.items() if key != "at"}
        await outbox.plan_warning(tx, row.chat_id, deadline, row.offset, row.due_at, now, **content)
    return planned


def _stays(row: Planned, now: datetime) -> bool:
    """Whether a row goes on under new settings as it stands: put off, or due and not sent yet."""
    due = row.due_at <= now and not is_look(row.offset)
    return row.offset.startswith(SNOOZE) or due


async def _looks(
    tx: AsyncConnection,
    owner: Owner,
    chat_id: int,
    deadline: Deadline,
    standing: Iterable[PlannedWarning],
    now: datetime,
) -> tuple[PlannedWarning, ...]:
    """The daily questions that go with a deadline's warnings, without those that were put."""
    dispute = await disputes.get(tx, owner.id, deadline.dispute_id)
    if dispute is None:
        return ()
    platform = (await owners.chat(tx, chat_id)).platform
    days = look_in.days_before(dispute, platform, deadline.kind)
    if days is None:
        return ()
    return plan_looks(
        standing,
        deadline.at,
        owner.zone,
        now,
        days=days,
        quiet_from=owner.quiet_from,
        quiet_until=owner.quiet_until,
        asked=frozenset(await warnings.sent_of_dispute(tx, dispute.id, LOOK)),
        look_at=owner.look_at or time(LOOK_AT),
    )


async def replan_looks(
    tx: AsyncConnection, owner: Owner, chat_id: int, dispute: Dispute, now: datetime
) -> None:
    """Plan a case's daily questions anew, after it was said whether they are wanted.

    Its warnings stay as they stand: one that is just falling due must not be lost.
    """
    for clock in await deadlines.of_dispute(tx, dispute.id, DeadlineStatus.ACTIVE):
        await outbox.cancel_of_deadline(tx, clock.id, now, beginning=LOOK)
        rows = await outbox.warnings_of(tx, clock.id)
        # They ride with the warnings, so they go where those go.
        there = rows[0].chat_id if rows else chat_id
        standing = [PlannedWarning(row.offset, row.due_at) for row in rows]
        for one in await _looks(tx, owner, there, clock, standing, now):
            planned = await outbox.plan_warning(tx, there, clock, one.offset, one.due_at, now)
            if not planned:
                await warnings.plan_again(tx, clock, one.offset, one.due_at)


async def replan_all(tx: AsyncConnection, owner: Owner, chat_id: int, now: datetime) -> int:
    """Plan all of an owner's deadlines anew after a change of its settings; returns how many.

    In a new zone a deadline that is only a day keeps its day, the others keep their instant.
    """
    found = await deadlines.active(tx, owner.id)
    for deadline in found:
        moved = deadline
        if deadline.precision == "date" and deadline.zone != owner.zone:
            day = deadline.at.astimezone(zone_of(deadline.zone)).date()
            there = wall_instant(datetime.combine(day, time(23, 59)), zone_of(owner.zone))
            moved = replace(deadline, at=there.astimezone(UTC))
            await deadlines.change(tx, deadline.id, at=moved.at, zone=owner.zone)
            # It is the same day still: what was said of it is not said again.
            await outbox.carry_sent(tx, deadline.id, deadline.at, moved.at)
        await replan(tx, owner, chat_id, moved, now, from_settings=True)
    return len(found)


async def cancel(
    tx: AsyncConnection,
    deadline: Deadline,
    now: datetime,
    status: DeadlineStatus = DeadlineStatus.CANCELLED,
) -> None:
    """A deadline counts no more: nothing more is sent about it."""
    await outbox.cancel_of_deadline(tx, deadline.id, now)
    await deadlines.change(tx, deadline.id, status=status)


async def cancel_dispute(
    tx: AsyncConnection, dispute: Dispute, now: datetime, status: DeadlineStatus
) -> None:
    """All clocks of a dispute stop, for this reason: nothing more is sent about it."""
    for deadline in await deadlines.of_dispute(
        tx, dispute.id, DeadlineStatus.ACTIVE, DeadlineStatus.PROPOSED
    ):
        await cancel(tx, deadline, now, status)
