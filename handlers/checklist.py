"""Checklists: a playbook led through step by step, with the same five buttons on every step.

できた・やり方・ボタンがない・あとで・わからない. Progress is kept per dispute and playbook, so any
old message goes on from where the case really stands, and several playbooks do not mix.
"""

import unicodedata
from dataclasses import dataclass, replace

from handlers import snooze
from handlers.buttons import Payload, Verb, pack
from handlers.casework import playbooks
from handlers.casework.drafts import drafts
from handlers.casework.evidence_items import items_for
from handlers.casework.playbooks import Playbook, Step
from handlers.gone import gone
from handlers.picking import picker
from handlers.replies import Button, Card, Press, Progress, Reply, ReplyNode, Row, Text
from handlers.turn import Turn
from handlers.wording import deadline_instant, deadline_left, kind_words, title_of
from storage import conversations, deadlines, disputes, progress
from storage.records import Deadline, DeadlineStatus, Dispute, DisputeStatus, PlaybookProgress

HELP_WITH_BUTTONS = "no_buttons"
HELP_FROM_PEOPLE = "reach_human"
WAITING = "date"
"""What a chat waits for at the end: a typed date of the conversation's dispute."""
AGAIN = "again"
"""In a playbook's button: from the first step again, once it is finished (a new proposal came)."""
LABELS = {
    Verb.STEP_DONE: "step-button-done",
    Verb.STEP_HOW: "step-button-how",
    Verb.STEP_MISSING: "step-button-missing",
    Verb.STEP_LATER: "step-button-later",
    Verb.STEP_UNSURE: "step-button-unsure",
}
"""The five buttons of a step, in their order."""


@dataclass(frozen=True, slots=True)
class Course:
    """One dispute in one playbook: the steps that it needs, and how far it is."""

    dispute: Dispute
    playbook: Playbook
    state: PlaybookProgress

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps for a case as it now stands."""
        return self.playbook.steps_for(self.dispute.status)

    @property
    def left(self) -> tuple[Step, ...]:
        """Steps not done yet."""
        return tuple(step for step in self.steps if step.id not in self.state.done)

    @property
    def done(self) -> int:
        """How many of its steps are done."""
        return len(self.steps) - len(self.left)

    @property
    def current(self) -> Step | None:
        """The step to do now; None when all are done."""
        return next((one for one in self.left if one.id == self.state.step), None) or (
            self.left[0] if self.left else None
        )

    def find(self, id: str) -> Step | None:
        """One of its steps."""
        return next((step for step in self.steps if step.id == id), None)

    def number(self, step: Step) -> str:
        """2/5."""
        return f"{self.steps.index(step) + 1}/{len(self.steps)}"


async def begin(turn: Turn, dispute: Dispute, playbook: str) -> Reply:
    """List a playbook's steps and show the one to do now; a begun one goes on where it was."""
    found = playbooks.load().get(playbook)
    if found is None:
        return await gone(turn)
    course = await _course(turn, dispute, found)
    if dispute.playbook != playbook and not (found.aside and dispute.playbook):
        await disputes.change(turn.tx, dispute.id, playbook=playbook)
    await _keep(turn, course)
    if course.current is None:
        return Reply((_overview(turn, course), *await _end(turn, course)))
    return Reply((_overview(turn, course), *_step(turn, course, course.current)))


async def guide(turn: Turn, playbook: str, draft: Dispute | None = None) -> Reply:
    """The answer to a question and its steps, for somebody who has registered no case.

    The card that is open beside it, if one is, can be registered here, too.
    """
    found = playbooks.load().get(playbook)
    if found is None:
        return await gone(turn)
    say = turn.say
    steps = found.steps_for(DisputeStatus.OPEN)
    rows = tuple(
        Row(f"{number}/{len(steps)}", say(step.title_id))
        for number, step in enumerate(steps, start=1)
    )
    notes = [say(f"pb-{playbook}-answer"), *(say(f"trap-{trap}") for trap in found.traps)]
    notes += [say("checklist-safety")] if found.safety else []
    new = Press(say("checklist-register"), pack(Verb.NEW), "primary")
    if draft is not None:
        new = Press(say("button-register"), pack(Verb.REGISTER, draft.id), "primary")
    buttons = (
        new,
        *(_to(turn, None, name) for name in found.leads_to),
    )
    return Reply((Card(say(f"pb-{playbook}"), rows, tuple(notes), buttons),))


async def on_press(turn: Turn, payload: Payload) -> Reply:
    """Answer やること, a playbook's button, and the buttons of a step, however old they are."""
    if payload.verb == Verb.PLAYBOOK and payload.id is None:
        return await guide(turn, payload.argument)
    dispute = payload.id and await disputes.get(turn.tx, turn.owner.id, payload.id)
    if not dispute or dispute.status is DisputeStatus.DRAFT:
        return await gone(turn)
    if payload.verb == Verb.TODO:
        return await begin(turn, dispute, playbooks.playbook_for(dispute))
    name, _, id = payload.argument.partition(".")
    if payload.verb == Verb.PLAYBOOK:
        if id == AGAIN:
            await _forget_finished(turn, dispute, name)
        return await begin(turn, dispute, name)
    playbook = playbooks.load().get(name)
    if playbook is None:
        return await gone(turn)
    course = await _course(turn, dispute, playbook)
    step = course.find(id)
    if step is None:
        # The step is no longer part of this case's list: show how it stands.
        return await begin(turn, dispute, name)
    return await _pressed(turn, course, step, payload.verb)


def _labelled(turn: Turn, text: str) -> list[Verb]:
    typed = unicodedata.normalize("NFKC", text).strip(" 。.!！").casefold()
    return [verb for verb, id in LABELS.items() if typed == turn.say(id).casefold()]


async def label_without_step(turn: Turn, dispute: Dispute, text: str) -> Reply | None:
    """A typed label of a step while none is begun: the checklist, or that of missing buttons."""
    verbs = _labelled(turn, text)
    if not verbs or verbs[0] is Verb.STEP_LATER:
        return None
    missing = verbs[0] is Verb.STEP_MISSING
    return await begin(
        turn, dispute, HELP_WITH_BUTTONS if missing else playbooks.playbook_for(dispute)
    )


async def on_text(turn: Turn, dispute: Dispute, text: str) -> Reply | None:
    """A typed label of a step (できた, やり方 …); None if it is none or no step is waiting."""
    verbs = _labelled(turn, text)
    begun = await progress.of_dispute(turn.tx, dispute.id)
    names = [one.playbook for one in begun if one.finished_at is None]
    if not verbs or not names:
        return None
    name = dispute.playbook if dispute.playbook in names else names[0]
    playbook = playbooks.load().get(name or "")
    if playbook is None:
        return None
    course = await _course(turn, dispute, playbook)
    if course.current is None:
        return None
    return await _pressed(turn, course, course.current, verbs[0])


async def _pressed(turn: Turn, course: Course, step: Step, verb: str) -> Reply:
    if verb == Verb.STEP_DONE:
        return await _done(turn, course, step)
    await _keep(turn, course)
    if verb == Verb.STEP_HOW:
        return Reply(_step(turn, course, step, how=True))
    if verb == Verb.STEP_MISSING:
        return Reply(_missing(turn, course, step))
    if verb == Verb.STEP_UNSURE:
        return Reply(_unsure(turn, course, step))
    if verb == Verb.STEP_LATER:
        return await _later(turn, course, step)
    return Reply(_step(turn, course, step), replaces_pressed=True)


async def _course(turn: Turn, dispute: Dispute, playbook: Playbook) -> Course:
    state = await progress.get(turn.tx, dispute.id, playbook.name)
    fresh = PlaybookProgress(dispute.id, playbook.name, None, (), None, None)
    return Course(dispute, playbook, state or fresh)


async def _forget_finished(turn: Turn, dispute: Dispute, playbook: str) -> None:
    state = await progress.get(turn.tx, dispute.id, playbook)
    if state is not None and state.finished_at is not None:
        await progress.forget(turn.tx, dispute.id, playbook)


async def _keep(turn: Turn, course: Course) -> None:
    """Keep where the buyer is; a finished course stays as it is."""
    if course.current is not None:
        step = course.current.id
        await progress.put(turn.tx, replace(course.state, step=step, finished_at=None))


async def _done(turn: Turn, course: Course, step: Step) -> Reply:
    """Note a step as done and show the next; one that was done already changes nothing."""
    if step.id in course.state.done:
        nodes = _step(turn, course, course.current) if course.current else await _end(turn, course)
        return Reply(nodes, toast=turn.say("step-already-done"))
    state = replace(course.state, done=(*course.state.done, step.id), step=None)
    course = replace(course, state=state)
    if course.current is None:
        await progress.finish(turn.tx, course.state, turn.now)
        return Reply(await _end(turn, course), toast=turn.say("checklist-finished-toast"))
    await _keep(turn, course)
    nodes = _step(turn, course, course.current)
    return Reply(nodes, replaces_pressed=True, toast=turn.say("step-done-toast"))


def _overview(turn: Turn, course: Course) -> Card:
    say, playbook = turn.say, course.playbook
    notes = [say(f"pb-{playbook.name}-answer")]
    notes += [say(f"trap-{trap}") for trap in playbook.traps]
    if playbook.safety:
        notes.append(say("checklist-safety"))
    notes.append(say("checklist-disclaimer"))
    rows = [
        Row(course.number(step), say("step-ticked", step=say(step.title_id), done=_yes(done)))
        for step in course.steps
        for done in [step.id in course.state.done]
    ]
    title = say(
        "checklist-title", title=title_of(say, course.dispute), playbook=say(f"pb-{playbook.name}")
    )
    return Card(title, tuple(rows), tuple(notes))


def _yes(done: bool) -> str:
    return "yes" if done else "no"


def _step(
    turn: Turn, course: Course, step: Step, *, how: bool = False, note: str = ""
) -> tuple[ReplyNode, ...]:
    """A step's card, after the English draft that goes with it: the buttons stand last."""
    say = turn.say
    rows: list[Row] = []
    notes = [note] if note else []
    if how:
        rows += _how(turn, course, step)
    if step.evidence:
        items = course.playbook.evidence or items_for(course.dispute.reason)
        listed = "\n".join(say("step-evidence-item", item=say(f"proof-{i}")) for i in items)
        rows.append(Row(say("step-evidence"), listed))
        notes.append(say("step-evidence-note"))
    draft = course.playbook.draft_of(step)
    blocks = drafts(say, draft, course.dispute) if draft else ()
    if draft:
        notes.append(say("step-draft-note"))
    title = say("step-title", number=course.number(step), step=say(step.title_id))
    card = Card(
        title,
        tuple(rows),
        tuple(notes),
        _buttons(turn, course, step),
        Progress(course.done, len(course.steps)),
        tone="step",
    )
    return (*blocks, card)


def _how(turn: Turn, course: Course, step: Step) -> list[Row]:
    say = turn.say
    if not step.by_device:
        return [Row(say("step-how"), say(step.how_ids[0]))]
    devices = (say("device-app"), say("device-pc"))
    both = [Row(name, say(id)) for name, id in zip(devices, step.how_ids, strict=True)]
    return {"app": both[:1], "pc": both[1:]}.get(course.state.device or "", both)


def _buttons(turn: Turn, course: Course, step: Step) -> tuple[Button, ...]:
    argument = f"{course.playbook.name}.{step.id}"
    return tuple(
        Press(
            turn.say(label),
            pack(verb, course.dispute.id, argument),
            "primary" if verb == Verb.STEP_DONE else "plain",
        )
        for verb, label in LABELS.items()
    )


def _missing(turn: Turn, course: Course, step: Step) -> tuple[ReplyNode, ...]:
    """ボタンがない: where else to look, and the playbook for screens without buttons."""
    words = turn.say(step.missing_id if turn.say.has(step.missing_id) else "step-missing")
    return _helped(turn, course, step, words, (HELP_WITH_BUTTONS, HELP_FROM_PEOPLE))


def _unsure(turn: Turn, course: Course, step: Step) -> tuple[ReplyNode, ...]:
    """わからない: the instructions for both devices, the answer again, and people to ask."""
    words = turn.say("step-unsure")
    return _helped(turn, course, step, words, ("message_to_ae", HELP_FROM_PEOPLE))


def _helped(
    turn: Turn, course: Course, step: Step, words: str, ways: tuple[str, ...]
) -> tuple[ReplyNode, ...]:
    *before, card = _step(turn, course, step, how=True, note=words)
    assert isinstance(card, Card)
    others = tuple(
        _to(turn, course.dispute.id, name) for name in ways if name != course.playbook.name
    )
    shown = Card(
        card.title,
        card.rows,
        card.notes,
        (*card.buttons, *others),
        card.progress,
        tone="step",
    )
    return (*before, shown)


async def _later(turn: Turn, course: Course, step: Step) -> Reply:
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


async def _end(turn: Turn, course: Course) -> tuple[ReplyNode, ...]:
    """All done: the next date is asked for, to pick or to type, and what else there is."""
    say, dispute = turn.say, course.dispute
    kind = course.playbook.next
    total = len(course.steps)
    buttons: list[Button] = []
    rows: list[Row] = []
    notes = [say("checklist-finished-note")]
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
        notes += [say(asked, kind=kind_words(say, kind)), say("where-is-the-date")]
        await conversations.wait_for(
            turn.tx,
            turn.chat.id,
            WAITING,
            turn.now,
            dispute_id=dispute.id,
            deadline_id=known.id if known else None,
            data={"kind": kind},
        )
    name = course.playbook.name
    if course.playbook.aside and dispute.playbook not in (None, name):
        buttons.insert(0, Press(say("checklist-back"), pack(Verb.TODO, dispute.id), "primary"))
    again = pack(Verb.PLAYBOOK, dispute.id, f"{name}.{AGAIN}")
    buttons += [
        Press(say("checklist-again"), again),
        Press(say("checklist-evidence"), pack(Verb.EVIDENCE_LIST, dispute.id)),
        Press(say("checklist-case"), pack(Verb.CARD, dispute.id)),
        *(_to(turn, dispute.id, name) for name in course.playbook.leads_to),
    ]
    title = say("checklist-finished", title=title_of(say, dispute))
    done = Progress(total, total)
    return (Card(title, tuple(rows), tuple(notes), tuple(buttons), done, tone="done"),)


def _to(turn: Turn, dispute_id: int | None, playbook: str) -> Press:
    return Press(turn.say(f"pb-{playbook}-short"), pack(Verb.PLAYBOOK, dispute_id, playbook))


async def _clocks(turn: Turn, dispute: Dispute) -> list[Deadline]:
    return await deadlines.of_dispute(turn.tx, dispute.id, DeadlineStatus.ACTIVE)
