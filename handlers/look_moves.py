"""A stage was entered, told by buttons: written down, with a 目安 for its clock and its date asked.

Unlike a sentence, a press says that it happened just now, even where the stage stays the same.
"""

from handlers import moving
from handlers.casework import schedule, stages
from handlers.entering import OVER_WITH
from handlers.replies import Reply
from handlers.stage import noted
from handlers.starting import give_provisional
from handlers.turn import Turn
from storage import changes, disputes
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus

_SERVING = {"negotiation": ("ae_step_in", "negotiation_end", "accept_decline")}
"""Clocks that still hold in a stage, besides its own: a seller's proposal ends no judgement."""


async def move(turn: Turn, case: Dispute, stage: str, playbook: str) -> Reply:
    """A case is in this stage now; the same press again changes nothing.

    Clocks that lie behind stop. Where none of the stage's is still to come, a 目安 stands in.
    """
    kind = stages.STAGES[stage].kind or "unknown"
    serving = _SERVING.get(stage, (kind,))
    coming = await _coming(turn, case, serving)
    again = bool(coming) and (case.stage, case.playbook) == (stage, playbook)
    if not again:
        await changes.remember(turn.tx, turn.owner.id, case.id, "undo-what-stage", turn.now)
        case = await disputes.change(turn.tx, case.id, stage=stage, playbook=playbook)
        await _stop_behind(turn, case, kept={clock.id for clock in coming})
        if not coming:
            coming = [await give_provisional(turn, case, since=turn.now)]
        await schedule.replan_looks(turn.tx, turn.owner, turn.chat.id, case, turn.now)
    return await noted(turn, case, playbook, coming[0].kind, undo=not again)


async def _coming(turn: Turn, case: Dispute, kinds: tuple[str, ...]) -> list[Deadline]:
    clocks = await moving.active(turn, case)
    return [clock for clock in clocks if clock.kind in kinds and clock.at > turn.now]


async def _stop_behind(turn: Turn, case: Dispute, *, kept: set[int]) -> None:
    behind = OVER_WITH.get(case.stage or "", ())
    for clock in await moving.active(turn, case):
        if clock.id not in kept and (clock.provisional or clock.kind in behind):
            await schedule.cancel(turn.tx, clock, turn.now, DeadlineStatus.REPLACED)
