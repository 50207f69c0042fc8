"""終わった and どうなりましたか?: how a case ended, or that it goes on with a new date."""

from collections.abc import Sequence

from handlers import after_closing
from handlers.buttons import Payload, Verb, pack
from handlers.casework import schedule, stages
from handlers.gone import gone
from handlers.picking import picker
from handlers.replies import Button, Card, Press, Reply, Row
from handlers.starting import add_provisional
from handlers.turn import Turn
from handlers.wording import (
    deadline_instant,
    deadline_left,
    kind_words,
    outcome_words,
    title_of,
    where_words,
)
from locales.catalogue import Words
from storage import changes, conversations, deadlines, disputes
from storage.disputes import RUNNING
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus, DisputeStatus

ENDINGS = ("full_refund", "partial_refund", "return_refund", "resend", "zero")
"""Endings with a button of their own, in this order; then まだ続いている and その他."""
GOING = "going"
OTHER = "other"
ALL_ENDINGS = (*ENDINGS, OTHER, "lost", "withdrawn")
WAITING = "date"
"""What a chat waits for after まだ続いている: a typed date of the conversation's dispute."""
FOLLOWING = {
    "full_refund": "refund_arrival",
    "partial_refund": "refund_arrival",
    "return_refund": "return_goods",
    "zero": "final_judgement_unhappy",
    "lost": "final_judgement_unhappy",
}
"""The checklist that an ending leads to."""
REFUNDS = frozenset({"full_refund", "partial_refund"})


def outcome_buttons(say: Words, dispute_id: int) -> tuple[Press, ...]:
    """The answers to どうなりましたか?"""
    names = (*ENDINGS[:-1], ENDINGS[-1], GOING, OTHER)
    return tuple(
        Press(
            say("outcome-going") if name == GOING else outcome_words(say, name),
            pack(Verb.OUTCOME, dispute_id, name),
        )
        for name in names
    )


async def on_press(turn: Turn, payload: Payload) -> Reply:
    """終わった asks how it ended; an ending closes the case."""
    case = payload.id and await disputes.get(turn.tx, turn.owner.id, payload.id)
    if not case or case.status is DisputeStatus.DRAFT:
        return await gone(turn)
    if payload.verb == Verb.CLOSE:
        return await ask(turn, case)
    if payload.argument == GOING:
        return await goes_on(turn, case)
    if payload.argument in ALL_ENDINGS:
        return await close(turn, case, payload.argument)
    return await gone(turn)


async def ask(turn: Turn, case: Dispute) -> Reply:
    """Ask how a case ended; of a closed one, show how it did."""
    return _ask(turn, case, "outcome-question", "outcome-question-note")


async def ask_accepted(turn: Turn, case: Dispute) -> Reply:
    """The buyer has accepted a proposal: ask what it gives."""
    return _ask(turn, case, "outcome-accepted", "outcome-accepted-note")


def _ask(turn: Turn, case: Dispute, question: str, note: str) -> Reply:
    if case.status is DisputeStatus.CLOSED:
        return _closed(turn, case, None, again=True)
    card = Card(
        turn.say(question, title=title_of(turn.say, case)),
        notes=(turn.say(note),),
        buttons=outcome_buttons(turn.say, case.id),
        tone="question",
    )
    return Reply((card,))


async def close(turn: Turn, case: Dispute, outcome: str, *, arrived: bool = False) -> Reply:
    """Close a case with this outcome and stop its clocks; it can be undone.

    The same ending again changes nothing; another one corrects it. `arrived`: the money is here
    already, and need not be waited for.
    """
    if case.status is DisputeStatus.CLOSED and case.outcome == outcome:
        return _closed(turn, case, None, again=True)
    await changes.remember(turn.tx, turn.owner.id, case.id, "undo-what-close", turn.now)
    change = await changes.last(turn.tx, turn.owner.id)
    closed_at = case.closed_at or turn.now
    case = await disputes.change(
        turn.tx,
        case.id,
        status=DisputeStatus.CLOSED,
        outcome=outcome,
        stage="closed",
        closed_at=closed_at,
    )
    await schedule.cancel_dispute(turn.tx, case, turn.now, DeadlineStatus.CANCELLED)
    asked = await after_closing.ask_sum(turn, case)
    last = change.id if change else None
    return _closed(turn, case, last, again=False, asked=asked, arrived=arrived)


def _closed(
    turn: Turn,
    case: Dispute,
    change: int | None,
    *,
    again: bool,
    asked: Sequence[str] = (),
    arrived: bool = False,
) -> Reply:
    say = turn.say
    outcome = case.outcome or OTHER
    buttons: list[Button] = []
    if change is not None:
        buttons.append(Press(say("outcome-undo"), pack(Verb.UNDO, change)))
    here = arrived and outcome in REFUNDS
    following = None if here else FOLLOWING.get(outcome)
    if following:
        payload = pack(Verb.PLAYBOOK, case.id, following)
        buttons.insert(0, Press(say(f"pb-{following}-short"), payload, "primary"))
    buttons += after_closing.buttons(turn, case, arrived=here)
    buttons.append(Press(say("notice-see-case"), pack(Verb.CARD, case.id)))
    notes = [say("outcome-note-arrived" if here else f"outcome-note-{outcome}")]
    if not again:
        notes += [say("outcome-no-more-warnings"), *asked]
    card = Card(
        say("outcome-closed", title=title_of(say, case)),
        rows=(
            Row(say("outcome-row"), outcome_words(say, outcome)),
            *after_closing.rows(turn, case),
        ),
        notes=tuple(notes),
        buttons=tuple(buttons),
        tone="done",
    )
    return Reply((card,), toast=say("outcome-again-toast") if again else "")


async def goes_on(turn: Turn, case: Dispute) -> Reply:
    """The case goes on: clocks that ran out are over, the usual next one stands in as 目安.

    Then the date on the screen is asked for, to pick or to type.
    """
    if case.status.value not in RUNNING:
        return _closed(turn, case, None, again=True)
    clocks = await deadlines.of_dispute(turn.tx, case.id, DeadlineStatus.ACTIVE)
    over = [clock for clock in clocks if clock.at <= turn.now]
    running = [clock for clock in clocks if clock.at > turn.now]
    if over:
        await changes.remember(turn.tx, turn.owner.id, case.id, "undo-what-going", turn.now)
    for clock in over:
        await schedule.cancel(turn.tx, clock, turn.now, DeadlineStatus.OVER)
    if not running:
        running = [await _usual_next(turn, case, over[-1] if over else None)]
    await conversations.wait_for(
        turn.tx, turn.chat.id, WAITING, turn.now, dispute_id=case.id, deadline_id=running[0].id
    )
    return Reply((_new_date(turn, case, running[0]),))


async def _usual_next(turn: Turn, case: Dispute, last: Deadline | None) -> Deadline:
    stage = stages.STAGE_OF_KIND.get(last.kind, case.stage) if last else case.stage
    usual = stages.next_clock(stage) or stages.Clock("unknown", 3)
    return await add_provisional(turn, case, usual)


def _new_date(turn: Turn, case: Dispute, clock: Deadline) -> Card:
    say, zone, now = turn.say, turn.owner.zone, turn.now
    notes = [say("outcome-going-note"), where_words(say, clock.kind)]
    if clock.provisional:
        notes.insert(1, say("notice-provisional"))
    change = pack(Verb.CHANGE_DEADLINE, clock.id)
    return Card(
        say("outcome-going-title", title=title_of(say, case)),
        rows=(
            Row(kind_words(say, clock.kind), deadline_instant(say, clock, zone, now)),
            Row(say("notice-left"), deadline_left(say, clock, zone, now)),
        ),
        notes=tuple(notes),
        buttons=(
            picker(turn, say("notice-enter-date"), change, clock),
            Press(say("notice-todo"), pack(Verb.TODO, case.id)),
        ),
        tone="question",
    )
