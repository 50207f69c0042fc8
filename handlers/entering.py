"""A case enters a stage: clocks of what lies behind stop, and the usual next one stands in."""

from datetime import datetime

from handlers import moving
from handlers.casework import schedule, stages
from handlers.casework.playbooks import Step
from handlers.starting import add_provisional, give_provisional
from handlers.turn import Turn
from handlers.watch import stop_watching
from handlers.watching import STAGES as WATCHED_STAGES
from handlers.wording import day_words, kind_words, stage_words
from storage import changes, disputes
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus, DisputeStatus

_JUDGED = ("seller_response", "ae_step_in", "negotiation_end", "accept_decline")
OVER_WITH = {
    "negotiation": ("seller_response",),
    "ae_proposal": ("seller_response", "ae_step_in"),
    "return_goods": _JUDGED,
    "seller_receives_return": (*_JUDGED, "return_ship"),
    "refund_processing": (*_JUDGED, "return_ship", "seller_receive"),
    "appeal": _JUDGED,
    "closed": (*_JUDGED, "return_ship", "seller_receive"),
}
"""Clocks that mean nothing any more once a stage has begun."""


async def enter(
    turn: Turn,
    case: Dispute,
    stage: str,
    *,
    has_date: bool = False,
    kind: str = "",
    since: datetime | None = None,
) -> Dispute:
    """Put a case into a stage; without a date of its own it gets a 目安, counted from `since`.

    `kind` is that of the clock that begins, where it is not the stage's own.
    """
    fields: dict[str, object] = {"stage": stage}
    if case.status is DisputeStatus.WATCHING and stage not in WATCHED_STAGES:
        fields |= {"status": DisputeStatus.OPEN, "opened_at": turn.now}
    if case.status is DisputeStatus.CLOSED:
        fields |= {"status": DisputeStatus.OPEN, "closed_at": None, "outcome": None}
    watched = case.status is DisputeStatus.WATCHING
    case = await disputes.change(turn.tx, case.id, **fields)
    if watched and case.status is DisputeStatus.OPEN:
        await stop_watching(turn, case)
    behind = OVER_WITH.get(stage, ())
    # Told to be over and not to be content with: what runs on is the time to appeal.
    kind = kind or ("appeal" if stage == "closed" else "")
    if kind and stages.STAGES[stage].kind:
        behind = (*behind, stages.STAGES[stage].kind or "")
    for clock in await moving.active(turn, case):
        if clock.kind != kind and (clock.provisional or clock.kind in behind):
            await schedule.cancel(turn.tx, clock, turn.now, DeadlineStatus.REPLACED)
    running = await moving.active(turn, case)
    if kind and not any(clock.kind == kind for clock in running):
        await add_provisional(turn, case, stages.clock_of(kind))
    elif not has_date and not running and stages.STAGES[stage].kind is not None:
        await give_provisional(turn, case, since=since or turn.now)
    return case


async def by_step(turn: Turn, case: Dispute, step: Step) -> tuple[Dispute, str]:
    """A step is done that moves the case; the case as it is now, and a line that tells so.

    A case never goes back by a step: whoever declines once more after AliExpress's proposal is not
    in the negotiation again. Of closed cases only an appeal makes running ones.
    """
    stage, _, kind = step.moves.partition(":")
    order = list(stages.STAGES)
    here = order.index(case.stage) if case.stage in order else -1
    closed = case.status is DisputeStatus.CLOSED or case.stage == "closed"
    if not stage or (closed and stage != "appeal"):
        return case, ""
    begun = any(clock.kind == kind for clock in await moving.active(turn, case)) if kind else True
    if (here > order.index(stage) and not closed) or (here == order.index(stage) and begun):
        return case, ""
    await changes.remember(turn.tx, turn.owner.id, case.id, "undo-what-stage", turn.now)
    case = await enter(turn, case, stage, kind=kind)
    say = turn.say
    clocks = await moving.active(turn, case)
    coming = min(clocks, key=lambda clock: clock.at) if clocks else None
    if coming is None:
        return case, say("step-moved", stage=stage_words(say, stage))
    return case, say("step-moved-clock", stage=stage_words(say, stage), clock=_clock(turn, coming))


def _clock(turn: Turn, clock: Deadline) -> str:
    say = turn.say
    label = kind_words(say, clock.kind)
    if clock.provisional:
        label = say("card-provisional", kind=label)
    return f"{label} {day_words(say, clock.at, clock.zone)}"
