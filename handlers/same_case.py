"""A new card turns out to be about a case that runs already: what it says goes there."""

from dataclasses import replace

from handlers import moving
from handlers.asking_date import LIVE
from handlers.buttons import Payload
from handlers.draft import clocks_of
from handlers.draft_buttons import forget
from handlers.gone import gone
from handlers.overview import case_reply
from handlers.picking import NewDate
from handlers.replies import Reply
from handlers.turn import Turn
from storage import changes, disputes
from storage.records import Deadline, Dispute
from storage.states import DisputeStatus


async def same(turn: Turn, payload: Payload) -> Reply:
    """Move what the draft says to the running case; the draft is gone then."""
    draft = await disputes.get(turn.tx, turn.owner.id, payload.id or 0)
    other = int(payload.argument) if payload.argument.isdigit() else 0
    case = await disputes.get(turn.tx, turn.owner.id, other)
    if case is None or case.status not in LIVE:
        return await gone(turn)
    if draft is None or draft.status is not DisputeStatus.DRAFT:
        return await case_reply(turn, case, pressed=True)
    clocks = [clock for clock in await clocks_of(turn, draft) if clock.at > turn.now]
    await changes.remember(turn.tx, turn.owner.id, case.id, "undo-what-stage", turn.now)
    case = await _take_over(turn, case, draft)
    for clock in clocks:
        await _date(turn, case, clock)
    await forget(turn, draft)
    return await case_reply(turn, case, pressed=True)


async def _take_over(turn: Turn, case: Dispute, draft: Dispute) -> Dispute:
    told = {money.role: money for money in (*case.amounts, *draft.amounts)}
    return await disputes.change(
        turn.tx,
        case.id,
        demand=draft.demand or case.demand,
        stage=draft.stage or case.stage,
        amounts=tuple(told.values()),
        order_ids=case.order_ids or draft.order_ids,
        tracking=case.tracking or draft.tracking,
    )


async def _date(turn: Turn, case: Dispute, clock: Deadline) -> None:
    date = NewDate(clock.at, clock.precision, clock.kind, clock.source_text)
    standing = moving.target(await moving.active(turn, case), date.kind)
    if standing is None:
        await moving.add(turn, case, date)
    else:
        await moving.move(turn, standing, replace(date))
