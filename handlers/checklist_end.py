"""Where a checklist rests: put off until later, or finished and waiting for the next date."""

from handlers import look_buttons, snooze
from handlers.buttons import Verb, pack
from handlers.card import open_dispute
from handlers.card_rows import clock_rows
from handlers.casework.playbooks import GRANTED, Step
from handlers.course import Course
from handlers.picking import picker
from handlers.replies import Button, Card, Press, Progress, Reply, ReplyNode, Row, Text
from handlers.step_cards import playbook_button
from handlers.turn import Turn
from handlers.wording import deadline_instant, deadline_left, kind_words, title_of, where_words
from storage import conversations, deadlines
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus, DisputeStatus

WAITING = "date"
"""What a chat waits for at the end: a typed date of the conversation's dispute."""
AGAIN = "again"
"""In a playbook's button: from the first step again, once it is finished (a new proposal came)."""


async def later(turn: Turn, course: Course, step: Step) -> Reply:
    """あとで: the place is kept; when to go on, and until when there is time."""
    say, now = turn.say, turn.now
    going_on = Press(
        say("checklist-go-on"),
        pack(Verb.STEP_SHOW, course.dispute.id, f"{course.playbook.name}.{step.id}"),
        "primary",
    )
    clocks = await _clocks(turn, course.dispute)
    coming = [clock for clock in clocks if clock.at > now]
    if not coming:
        return Reply((Text(say("checklist-later"), (going_on,)),))
    clock = coming[0]
    zone = turn.owner.zone
    card = Card(
        say("checklist-later"),
        rows=(
            Row(kind_words(say, clock.kind), deadline_instant(say, clock, zone, now)),
            Row(say("notice-left"), deadline_left(say, clock, zone, now)),
        ),
        buttons=(
            going_on,
            Press(say("notice-snooze-hour"), pack(Verb.SNOOZE, clock.id, snooze.HOUR)),
            Press(say("notice-snooze-morning"), pack(Verb.SNOOZE, clock.id, snooze.MORNING)),
        ),
        progress=Progress(course.done, len(course.steps)),
        tone="step",
    )
    return Reply((card,))


async def end(turn: Turn, course: Course, note: str = "") -> tuple[ReplyNode, ...]:
    """All done: the next date is asked for, to pick or to type, and what else there is.

    `note` tells what the last step has moved.
    """
    say, dispute = turn.say, course.dispute
    kind = "seller_response" if course.waits else course.playbook.next_for(course.known)
    total, finished = len(course.steps), len(course.steps) - len(course.left)
    buttons: list[Button] = []
    rows: list[Row] = []
    notes = [note] if note else []
    notes.append(say("checklist-opened-note" if course.waits else "checklist-finished-note"))
    running = dispute.status in (DisputeStatus.OPEN, DisputeStatus.WATCHING)
    if kind is not None and running:
        clocks = [one for one in await _clocks(turn, dispute) if one.kind == kind]
        known = clocks[0] if clocks else None
        if known is not None:
            when = deadline_instant(say, known, turn.owner.zone, turn.now)
            rows.append(Row(kind_words(say, kind), when))
        label = say("checklist-change-date" if known else "notice-enter-date")
        payload = (
            pack(Verb.CHANGE_DEADLINE, known.id) if known else pack(Verb.SET_DATE, dispute.id, kind)
        )
        buttons.append(picker(turn, label, payload, known))
        asked = "checklist-check-date" if known else "checklist-ask-date"
        notes += [say(asked, kind=kind_words(say, kind)), where_words(say, kind)]
        await conversations.wait_for(
            turn.tx,
            turn.chat.id,
            WAITING,
            turn.now,
            dispute_id=dispute.id,
            deadline_id=known.id if known else None,
            data={"kind": kind},
        )
    elif running:
        # Nothing new is asked for: what runs goes on, and is shown.
        rows = clock_rows(turn, await _clocks(turn, dispute))[:4]
    if dispute.status is DisputeStatus.WATCHING:
        buttons.append(open_dispute(say, dispute))
    name = course.playbook.name
    if course.playbook.aside and dispute.playbook not in (None, name):
        buttons.insert(0, Press(say("checklist-back"), pack(Verb.TODO, dispute.id), "primary"))
    again = Press(say("checklist-again"), pack(Verb.PLAYBOOK, dispute.id, f"{name}.{AGAIN}"))
    if course.waits:
        again = Press(say("checklist-go-on"), pack(Verb.PLAYBOOK, dispute.id, name))
    buttons += [
        again,
        Press(say("checklist-evidence"), pack(Verb.EVIDENCE_LIST, dispute.id)),
        Press(say("checklist-case"), pack(Verb.CARD, dispute.id)),
        *(playbook_button(turn, dispute.id, name) for name in course.playbook.leads_to),
        *(look_buttons.offer(turn, dispute) if name == GRANTED else ()),
    ]
    title = say("checklist-finished", title=title_of(say, dispute))
    done = Progress(finished, total)
    return (Card(title, tuple(rows), tuple(notes), tuple(buttons), done, tone="done"),)


async def _clocks(turn: Turn, dispute: Dispute) -> list[Deadline]:
    return await deadlines.of_dispute(turn.tx, dispute.id, DeadlineStatus.ACTIVE)
