"""From a confirmed draft to running cases: numbers, active deadlines, planned warnings."""

from dataclasses import replace
from datetime import datetime

from handlers.casework import schedule, stages
from handlers.proposals_told import keep_told
from handlers.turn import Turn
from handlers.watching import is_watched
from storage import changes, deadlines, disputes
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus, DisputeStatus


async def start(turn: Turn, draft: Dispute, clocks: list[Deadline]) -> list[Dispute]:
    """Register a draft: one case for each order number, all with its reason and its dates.

    A sum is told of all of them together, so it goes with none where there are several.
    """
    watched = is_watched(draft.stage, [clock.kind for clock in clocks])
    orders = draft.order_ids
    first = draft
    if len(orders) > 1:
        first = replace(draft, order_ids=orders[:1], amounts=())
    cases = [await _register(turn, first, clocks, watched)]
    for order in orders[1:]:
        copy = await disputes.add(
            turn.tx,
            turn.owner.id,
            turn.now,
            title=draft.title,
            reason=draft.reason,
            demand=draft.demand,
            stage=draft.stage,
            playbook=draft.playbook,
            order_ids=(order,),
            source_text=draft.source_text,
            message=draft.message,
            asked=draft.asked,
        )
        copies = [await _copy(turn, copy, clock) for clock in clocks]
        cases.append(await _register(turn, copy, copies, watched))
    return cases


async def _copy(turn: Turn, dispute: Dispute, clock: Deadline) -> Deadline:
    return await deadlines.add(
        turn.tx,
        owner_id=turn.owner.id,
        dispute_id=dispute.id,
        kind=clock.kind,
        at=clock.at,
        precision=clock.precision,
        zone=clock.zone,
        now=turn.now,
        status=DeadlineStatus.PROPOSED,
        source_text=clock.source_text,
        assumptions=clock.assumptions,
    )


async def _register(turn: Turn, draft: Dispute, clocks: list[Deadline], watched: bool) -> Dispute:
    await changes.remember(turn.tx, turn.owner.id, draft.id, "undo-what-register", turn.now)
    status = DisputeStatus.WATCHING if watched else DisputeStatus.OPEN
    await disputes.register(turn.tx, draft.id, status, None if watched else turn.now)
    stage = draft.stage or _stage(clocks, watched)
    case = await disputes.change(
        turn.tx, draft.id, order_ids=draft.order_ids, amounts=draft.amounts, stage=stage
    )
    await keep_told(turn, case)
    for clock in clocks:
        fields = {"status": DeadlineStatus.ACTIVE, "alternatives": ()}
        active = await deadlines.change(turn.tx, clock.id, **fields)
        await schedule.replan(turn.tx, turn.owner, turn.chat.id, active, turn.now)
    if not clocks:
        await give_provisional(turn, case)
    return case


def _stage(clocks: list[Deadline], watched: bool) -> str:
    for clock in clocks:
        if stage := stages.STAGE_OF_KIND.get(clock.kind):
            return stage
    return "in_transit" if watched else "seller_response"


async def give_provisional(turn: Turn, case: Dispute, since: datetime | None = None) -> Deadline:
    """A clock of our own (目安) for a case without a date; the next day its date is asked for.

    It counts from the opening, or from `since` where a later stage has just begun.
    """
    if case.stage == "appeal" and case.answers.get("appealed") == "yes":
        # Filed already: what is left to wait for is its result.
        return await add_provisional(turn, case, stages.clock_of("appeal_result"))
    base = since or case.opened_at or turn.now
    kind, at, precision = stages.provisional_deadline(
        case.stage, case.status, base, turn.owner.zone, turn.now
    )
    return await _stand_in(turn, case, kind, at, precision)


async def add_provisional(turn: Turn, case: Dispute, clock: stages.Clock) -> Deadline:
    """This clock as a 目安, counted from now, beside whatever runs."""
    return await _stand_in(turn, case, clock.kind, clock.after(turn.now, turn.owner.zone), "date")


async def _stand_in(turn: Turn, case: Dispute, kind: str, at: datetime, precision: str) -> Deadline:
    clock = await deadlines.add(
        turn.tx,
        owner_id=turn.owner.id,
        dispute_id=case.id,
        kind=kind,
        at=at,
        precision=precision,
        zone=turn.owner.zone,
        now=turn.now,
        status=DeadlineStatus.ACTIVE,
        provisional=True,
    )
    await schedule.replan(turn.tx, turn.owner, turn.chat.id, clock, turn.now)
    return clock
