"""Checklists: a playbook led through step by step, with the same five buttons on every step.

できた・やり方・ボタンがない・あとで・わからない. Progress is kept per dispute and playbook, so any
old message goes on from where the case really stands, and several playbooks do not mix.
"""

import unicodedata
from dataclasses import replace

from handlers import entering, guide, playbook_question
from handlers.buttons import Payload, Verb
from handlers.casework import playbooks, schedule
from handlers.casework.playbooks import Step
from handlers.checklist_end import AGAIN, end, later
from handlers.course import Course, course_of, known_now
from handlers.gone import gone
from handlers.replies import Reply, Text
from handlers.step_cards import (
    HELP_WITH_BUTTONS,
    LABELS,
    missing,
    overview,
    step_nodes,
    unsure,
)
from handlers.turn import Turn
from storage import conversations, disputes, progress
from storage.records import Conversation, Dispute
from storage.states import DisputeStatus


async def begin(turn: Turn, dispute: Dispute, playbook: str) -> Reply:
    """List a playbook's steps and show the one to do now; a begun one goes on where it was."""
    found = playbooks.load().get(playbook)
    if found is None:
        return await gone(turn)
    answers = {**dispute.answers, **dict(turn.reading.told if turn.reading else ())}
    if answers != dispute.answers:
        dispute = await disputes.change(turn.tx, dispute.id, answers=answers)
    course = await course_of(turn, dispute, found)
    if dispute.playbook != playbook and not (found.aside and dispute.playbook):
        changed = await disputes.change(turn.tx, dispute.id, playbook=playbook)
        await schedule.replan_looks(turn.tx, turn.owner, turn.chat.id, changed, turn.now)
    await _keep(turn, course)
    if course.current is None:
        return Reply((overview(turn, course), *await end(turn, course)))
    asked = () if course.question is None else (await playbook_question.put(turn, course),)
    return Reply((overview(turn, course), *asked, *step_nodes(turn, course, course.current)))


async def on_press(turn: Turn, payload: Payload) -> Reply:
    """Answer やること, a playbook's button, and the buttons of a step, however old they are."""
    if payload.verb == Verb.PLAYBOOK and payload.id is None:
        return await guide.without_case(turn, payload.argument)
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
    course = await course_of(turn, dispute, playbook)
    step = course.find(id)
    if step is None:
        # The step is no longer part of this case's list: show how it stands.
        return await begin(turn, dispute, name)
    return await _pressed(turn, course, step, payload.verb)


async def told_done(turn: Turn, dispute: Dispute, names: tuple[str, ...]) -> Reply | None:
    """Steps of the case's checklist that a message says to be done; None if it has none of them.

    ``names`` are those of the steps, without the ending of a variant: ``decline`` is also
    ``decline_seller``.
    """
    playbook = playbooks.load().get(dispute.playbook or playbooks.playbook_for(dispute))
    if playbook is None or not names:
        return None
    course = await course_of(turn, dispute, playbook)
    told = [step for step in course.left if step.id.partition("_")[0] in names]
    if not told:
        return None
    begun = course.state.step is not None or bool(course.state.done)
    shown = Reply(())
    for step in told:
        shown = await _done(turn, await course_of(turn, dispute, playbook), step)
    ticked = [turn.say("step-ticked", step=turn.say(one.title_id), done="yes") for one in told]
    after = await course_of(turn, dispute, playbook)
    head = Text("\n".join(ticked)) if begun else overview(turn, after)
    return Reply((head, *shown.nodes))


def _labelled(turn: Turn, text: str) -> list[Verb]:
    typed = unicodedata.normalize("NFKC", text).strip(" 。.!！").casefold()
    return [verb for verb, id in LABELS.items() if typed == turn.say(id).casefold()]


async def label_without_step(turn: Turn, dispute: Dispute, text: str) -> Reply | None:
    """A typed label of a step while none is begun: the checklist, or that of missing buttons."""
    verbs = _labelled(turn, text)
    if not verbs or verbs[0] is Verb.STEP_LATER:
        return None
    is_missing = verbs[0] is Verb.STEP_MISSING
    return await begin(
        turn, dispute, HELP_WITH_BUTTONS if is_missing else playbooks.playbook_for(dispute)
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
    course = await course_of(turn, dispute, playbook)
    if course.current is None:
        return None
    return await _pressed(turn, course, course.current, verbs[0])


async def answered(turn: Turn, payload: Payload) -> Reply:
    """The question before the first step was answered; a later answer corrects it."""
    name, _, rest = payload.argument.partition(".")
    question, _, answer = rest.partition(".")
    dispute = await disputes.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    playbook = playbooks.load().get(name)
    if dispute is None or dispute.status is DisputeStatus.DRAFT or playbook is None:
        return await gone(turn)
    if question != playbook.ask or not playbook_question.is_answer(question, answer):
        return await begin(turn, dispute, name)
    before = (await course_of(turn, dispute, playbook)).steps
    answers = {**dispute.answers, question: answer}
    dispute = await disputes.change(turn.tx, dispute.id, answers=answers)
    await conversations.stop_waiting(turn.tx, turn.chat.id)
    course = await course_of(turn, dispute, playbook)
    if course.current is None or course.steps != before:
        # The list that stands above is no longer the right one.
        return await begin(turn, dispute, name)
    return Reply(step_nodes(turn, course, course.current), replaces_pressed=True)


async def answered_in_words(turn: Turn, waiting: Conversation | None, text: str) -> Reply | None:
    """A message that answers the question of a playbook; None if it does not."""
    if waiting is None or waiting.waiting_for != playbook_question.WAITING:
        return None
    question = waiting.data.get("question") or ""
    answer = playbook_question.typed(turn, question, text)
    if answer is None:
        return None
    argument = f"{waiting.data.get('playbook')}.{question}.{answer}"
    return await answered(turn, Payload(Verb.ANSWER, waiting.dispute_id, argument))


async def _pressed(turn: Turn, course: Course, step: Step, verb: str) -> Reply:
    if verb == Verb.STEP_DONE:
        return await _done(turn, course, step)
    await _keep(turn, course)
    if verb == Verb.STEP_HOW:
        return Reply(step_nodes(turn, course, step, how=True))
    if verb == Verb.STEP_MISSING:
        return Reply(missing(turn, course, step))
    if verb == Verb.STEP_UNSURE:
        return Reply(unsure(turn, course, step))
    if verb == Verb.STEP_LATER:
        return await later(turn, course, step)
    return Reply(step_nodes(turn, course, step), replaces_pressed=True)


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
    await playbook_question.over(turn)
    if step.id in course.state.done:
        nodes = (
            step_nodes(turn, course, course.current) if course.current else await end(turn, course)
        )
        return Reply(nodes, toast=turn.say("step-already-done"))
    state = replace(course.state, done=(*course.state.done, step.id), step=None)
    before = course.known
    case, note = await entering.by_step(turn, course.dispute, step)
    course = replace(course, state=state, dispute=case, known=await known_now(turn, case))
    course = replace(course, waits=before.get("case") == "watching" and course.is_for_later)
    if course.waits:
        await _keep(turn, course)
        return Reply(await end(turn, course, note), toast=turn.say("step-done-toast"))
    if course.current is None:
        await progress.finish(turn.tx, course.state, turn.now)
        return Reply(await end(turn, course, note), toast=turn.say("checklist-finished-toast"))
    await _keep(turn, course)
    nodes = step_nodes(turn, course, course.current, note=note)
    return Reply(nodes, replaces_pressed=True, toast=turn.say("step-done-toast"))
