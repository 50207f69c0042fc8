"""What a checklist shows: the list of its steps, one step with its five buttons, and more help."""

from handlers import look_buttons, proposals_told
from handlers.buttons import Verb, pack
from handlers.casework.drafts import drafts
from handlers.casework.playbooks import Step
from handlers.course import Course
from handlers.evidence_words import proof_lines
from handlers.guard_cards import guard_button
from handlers.replies import Button, Card, Press, Progress, ReplyNode, Row
from handlers.turn import Turn
from handlers.wording import title_of

COMPARING = "compare"
"""The step that puts the sums of the case side by side."""
HELP_WITH_BUTTONS = "no_buttons"
HELP_FROM_PEOPLE = "reach_human"
LABELS = {
    Verb.STEP_DONE: "step-button-done",
    Verb.STEP_HOW: "step-button-how",
    Verb.STEP_MISSING: "step-button-missing",
    Verb.STEP_LATER: "step-button-later",
    Verb.STEP_UNSURE: "step-button-unsure",
}
"""The five buttons of a step, in their order."""


def overview(turn: Turn, course: Course) -> Card:
    """All steps of a checklist, those done with a tick, and what to beware of."""
    say, playbook = turn.say, course.playbook
    notes = [say(f"pb-{playbook.name}-answer")]
    notes += [say(f"trap-{trap}") for trap in playbook.traps_for(course.known)]
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


def step_nodes(
    turn: Turn, course: Course, step: Step, *, how: bool = False, note: str = ""
) -> tuple[ReplyNode, ...]:
    """A step's card, after the English draft that goes with it: the buttons stand last."""
    say = turn.say
    rows: list[Row] = []
    notes = [note] if note else []
    if step.id == COMPARING:
        compared, conclusion = proposals_told.compared(turn, course)
        rows += compared
        notes.append(conclusion)
    if how:
        rows += _how(turn, step)
    if step.evidence:
        rows.append(Row(say("step-evidence"), proof_lines(say, course)))
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


def _how(turn: Turn, step: Step) -> list[Row]:
    say = turn.say
    if not step.by_device:
        return [Row(say("step-how"), say(step.how_ids[0]))]
    devices = (say("device-app"), say("device-pc"))
    return [Row(name, say(id)) for name, id in zip(devices, step.how_ids, strict=True)]


def _buttons(turn: Turn, course: Course, step: Step) -> tuple[Button, ...]:
    argument = f"{course.playbook.name}.{step.id}"
    guard = [guard_button(turn.say, course.dispute.id, step.guard)] if step.guard else []
    labelled = (
        Press(
            turn.say(label),
            pack(verb, course.dispute.id, argument),
            "primary" if verb == Verb.STEP_DONE else "plain",
        )
        for verb, label in LABELS.items()
    )
    looking = look_buttons.offer(turn, course.dispute) if step.id in look_buttons.STEPS else ()
    return (*labelled, *guard, *looking)


def missing(turn: Turn, course: Course, step: Step) -> tuple[ReplyNode, ...]:
    """ボタンがない: where else to look, and the playbook for screens without buttons."""
    words = turn.say(step.missing_id if turn.say.has(step.missing_id) else "step-missing")
    return _helped(turn, course, step, words, (HELP_WITH_BUTTONS, HELP_FROM_PEOPLE))


def unsure(turn: Turn, course: Course, step: Step) -> tuple[ReplyNode, ...]:
    """わからない: the instructions for both devices, the answer again, and people to ask."""
    words = turn.say("step-unsure")
    return _helped(turn, course, step, words, ("message_to_ae", HELP_FROM_PEOPLE))


def _helped(
    turn: Turn, course: Course, step: Step, words: str, ways: tuple[str, ...]
) -> tuple[ReplyNode, ...]:
    *before, card = step_nodes(turn, course, step, how=True, note=words)
    assert isinstance(card, Card)
    others = tuple(
        playbook_button(turn, course.dispute.id, name)
        for name in ways
        if name != course.playbook.name
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


def playbook_button(turn: Turn, dispute_id: int | None, playbook: str) -> Press:
    """The button to a playbook, for a case or (without one) in general."""
    return Press(turn.say(f"pb-{playbook}-short"), pack(Verb.PLAYBOOK, dispute_id, playbook))
