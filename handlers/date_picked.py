"""A date was picked: for an open card, for a deadline, or as one more deadline of a case."""

from handlers import moving
from handlers.asking_date import LIVE, ask_for, wait_for_another, wait_for_date
from handlers.buttons import Payload, Verb
from handlers.casework import schedule
from handlers.ceilings import FAR
from handlers.draft_buttons import date_of_draft
from handlers.events import PickedDate
from handlers.gone import gone
from handlers.overview import case_reply
from handlers.picking import NewDate, picked
from handlers.register import show_draft
from handlers.replies import Reply
from handlers.turn import Turn
from storage import changes, conversations, deadlines, disputes
from storage.records import Dispute
from storage.states import DeadlineStatus, DisputeStatus


async def picked_for_case(turn: Turn, payload: Payload) -> Reply:
    """A date was picked for a draft or a case; without a value, ask for it again."""
    case = await _case(turn, payload.id)
    if case is None:
        return await gone(turn)
    value = turn.event.value if isinstance(turn.event, PickedDate) else ""
    date = picked(value, turn.owner.zone, payload.argument)
    draft = case.status is DisputeStatus.DRAFT
    if date is None:
        went_back = isinstance(turn.event, PickedDate)
        if draft and went_back:
            return await show_draft(turn, case, pressed=True)
        return await wait_for_date(turn, case, payload.argument)
    if problem := _problem(turn, date):
        return ask_for(turn, case, problem, payload.argument)
    await conversations.stop_waiting(turn.tx, turn.chat.id)
    if draft:
        return await date_of_draft(turn, case, date)
    return await moving.put(turn, case, date)


def _problem(turn: Turn, date: NewDate) -> str | None:
    if date.at < turn.now:
        return turn.say("date-is-past")
    return turn.say("date-is-far") if date.at > turn.now + FAR else None


async def picked_for_clock(turn: Turn, payload: Payload) -> Reply:
    """日付変更 of one deadline."""
    clock = await deadlines.get(turn.tx, turn.owner.id, payload.id or 0)
    case = await _case(turn, clock.dispute_id) if clock else None
    if clock is None or case is None:
        return await gone(turn)
    value = turn.event.value if isinstance(turn.event, PickedDate) else ""
    date = picked(value, turn.owner.zone)
    if date is None or case.status not in LIVE:
        if case.status in LIVE and not isinstance(turn.event, PickedDate):
            return await wait_for_date(turn, case, clock.kind)
        return await _as_it_stands(turn, case)
    if problem := _problem(turn, date):
        return ask_for(turn, case, problem, clock.kind)
    if clock.status in (DeadlineStatus.ACTIVE, DeadlineStatus.OVER):
        return await moving.put_on(turn, case, clock, date)
    kind = clock.kind
    return await moving.put(turn, case, NewDate(date.at, date.precision, kind))


async def picked_beside(turn: Turn, payload: Payload) -> Reply:
    """期限を追加: one more deadline for a case."""
    case = await _case(turn, payload.id)
    if case is None:
        return await gone(turn)
    value = turn.event.value if isinstance(turn.event, PickedDate) else ""
    date = picked(value, turn.owner.zone, payload.argument)
    if date is None or case.status not in LIVE:
        if case.status in LIVE and not isinstance(turn.event, PickedDate):
            return await wait_for_another(turn, case)
        return await _as_it_stands(turn, case)
    if problem := _problem(turn, date):
        return ask_for(turn, case, problem, verb=Verb.ADD_DEADLINE)
    await conversations.stop_waiting(turn.tx, turn.chat.id)
    return await moving.put_beside(turn, case, date)


async def confirm(turn: Turn, payload: Payload) -> Reply:
    """The 目安 is what the screen says: from now on it is the deadline."""
    clock = await deadlines.get(turn.tx, turn.owner.id, payload.id or 0)
    case = await _case(turn, clock.dispute_id) if clock else None
    if clock is None or case is None:
        return await gone(turn)
    if clock.status is not DeadlineStatus.ACTIVE or not clock.provisional:
        return await _as_it_stands(turn, case)
    await changes.remember(turn.tx, turn.owner.id, case.id, "undo-what-date", turn.now)
    kept = await deadlines.change(turn.tx, clock.id, provisional=False)
    await schedule.replan(turn.tx, turn.owner, turn.chat.id, kept, turn.now)
    return await moving.told(turn, case, moving.Moved(kept, clock))


async def _as_it_stands(turn: Turn, case: Dispute) -> Reply:
    return await case_reply(turn, case, pressed=True)


async def _case(turn: Turn, case_id: int | None) -> Dispute | None:
    return await disputes.get(turn.tx, turn.owner.id, case_id) if case_id else None
