"""Registering a case: from a sentence or by buttons to a running case with its warnings."""

from msgspec import structs

from handlers import menu
from handlers.buttons import Payload, Verb, pack
from handlers.card import dispute_card, draft_card, registered_card, registered_together
from handlers.casework import playbooks, stages
from handlers.ceilings import OPEN_DISPUTES, SOURCE_TEXT
from handlers.draft import begin, clocks_of, merge, open_draft
from handlers.evidence_offer import after_registering
from handlers.gone import gone
from handlers.questions import (
    doubt_of,
    doubt_question,
    next_question,
    reason_question,
    unsettled,
)
from handlers.reading.model import Reading
from handlers.replies import Asked, Press, Reply, ReplyNode, Text
from handlers.starting import start
from handlers.turn import Turn
from handlers.which import named
from storage import conversations, disputes, inbox
from storage.records import Deadline, Dispute
from storage.states import DisputeStatus


async def show_draft(
    turn: Turn,
    draft: Dispute,
    *,
    pressed: bool = False,
    impossible: bool = False,
    note: str | None = None,
) -> Reply:
    """The card first, perhaps with a note more, then at most one question."""
    card = draft_card(turn, draft, await clocks_of(turn, draft))
    if note is not None:
        card = structs.replace(card, notes=(*card.notes, note))
    question = await next_question(turn, draft, impossible=impossible)
    return Reply((Asked(card, question),), replaces_pressed=pressed)


async def from_text(turn: Turn, reading: Reading, text: str, message: str | None) -> Reply:
    """A sentence that tells of a case: onto the open card, or onto a new one."""
    before = await open_draft(turn)
    draft = await noted(turn, reading, text, message)
    impossible = "impossible_date" in reading.doubts and reading.deadline is None
    another = before is not None and before.id != draft.id
    note = turn.say("draft-another") if another else None
    return await show_draft(turn, draft, impossible=impossible, note=note)


async def noted(turn: Turn, reading: Reading, text: str, message: str | None) -> Dispute:
    """The open card, or a new one, with what a sentence says."""
    draft = await open_draft(turn)
    if draft is not None and not await _is_another_case(turn, draft, reading):
        return await merge(turn, draft, reading, text, message)
    return await begin(turn, reading, text, message)


async def _is_another_case(turn: Turn, draft: Dispute, reading: Reading) -> bool:
    """Whether a message says so, or tells a whole story with other order numbers: no correction of
    an open card.
    """
    if reading.another_case:
        return await _tells_something(turn, draft)
    a_story = reading.reason or reading.stage or reading.intent == "import_paste"
    return bool(
        a_story
        and reading.order_ids
        and draft.order_ids
        and not set(reading.order_ids) & set(draft.order_ids)
    )


async def _tells_something(turn: Turn, draft: Dispute) -> bool:
    told = draft.reason or draft.order_ids or draft.amounts or await clocks_of(turn, draft)
    return bool(told)


async def still_open(turn: Turn) -> Text | None:
    """The card before this one, which still waits to be confirmed: no warning comes for it."""
    draft = await open_draft(turn)
    if draft is None:
        return None
    see = Press(turn.say("button-see-waiting-card"), pack(Verb.CARD, draft.id))
    return Text(turn.say("draft-still-open", title=named(turn.say, draft)), (see,))


async def edited(turn: Turn, reading: Reading, text: str, message: str | None) -> Reply | None:
    """An edited message corrects its own card while that is open, and changes nothing else."""
    if message is None:
        return None
    # What it said before was taken back with the edit.
    await inbox.forget_message(turn.tx, turn.chat.id, message, earlier=True)
    for draft in await disputes.drafts(turn.tx, turn.owner.id):
        if draft.message == message:
            draft = await merge(turn, draft, reading)
            draft = await disputes.change(turn.tx, draft.id, source_text=text[:SOURCE_TEXT])
            return await show_draft(turn, draft)
    for case in await disputes.running(turn.tx, turn.owner.id):
        if case.message == message:
            return Reply((Text(turn.say("edited-too-late")), await dispute_card(turn, case)))
    return None


async def new(turn: Turn) -> Reply:
    """Begin step by step: an empty card and one question, answered by a button or in words."""
    draft = await open_draft(turn)
    if draft is None:
        draft = await begin(turn)
        draft = await disputes.change(turn.tx, draft.id, asked=("reason",))
    elif await _tells_something(turn, draft):
        return await show_draft(turn, draft)
    question = reason_question(turn, draft)
    question = Text(turn.say("new-intro", question=question.words), question.buttons)
    return Reply((Asked(draft_card(turn, draft, []), question),))


async def new_pressed(turn: Turn, payload: Payload) -> Reply:
    """この紛争を登録する, under the answer to a question: what that told is kept."""
    stage, _, playbook = payload.argument.partition(".")
    if await open_draft(turn) is None:
        known = Reading(
            stage=stage if stage in stages.STAGES else None,
            playbook=playbook if playbook in playbooks.load() else None,
        )
        draft = await begin(turn, known)
        await disputes.change(turn.tx, draft.id, asked=("reason",))
    return await new(turn)


async def confirm(turn: Turn, payload: Payload) -> Reply:
    """これで登録: once, however often it is pressed."""
    draft = await _case(turn, payload)
    if draft is None:
        return await gone(turn)
    if draft.status is not DisputeStatus.DRAFT:
        node = await registered_card(turn, draft)
        return Reply((node,), replaces_pressed=True, toast=turn.say("register-done-already"))
    clocks = await clocks_of(turn, draft)
    if doubtful := unsettled(turn, clocks):
        return _ask_again(turn, draft, clocks, doubtful)
    wanted = max(1, len(draft.order_ids))
    if len(await disputes.running(turn.tx, turn.owner.id)) + wanted > OPEN_DISPUTES:
        words = turn.say("register-too-many", limit=str(OPEN_DISPUTES))
        return menu.plain(words, menu.cases(turn.say))
    cases = await start(turn, draft, clocks)
    await conversations.stop_waiting(turn.tx, turn.chat.id)
    several = len(cases) > 1
    card = await (registered_together(turn, cases) if several else registered_card(turn, cases[0]))
    if waiting := await still_open(turn):
        notes, buttons = (*card.notes, waiting.words), (*card.buttons, *waiting.buttons)
        card = structs.replace(card, notes=notes, buttons=buttons)
    nodes: list[ReplyNode] = [card]
    if offer := await after_registering(turn, cases[0]):
        nodes.append(offer)
    return Reply(tuple(nodes), replaces_pressed=True, toast=turn.say("register-done"))


def _ask_again(turn: Turn, draft: Dispute, clocks: list[Deadline], clock: Deadline) -> Reply:
    card = draft_card(turn, draft, clocks)
    doubt = doubt_of(turn, clock) or "past"
    question = doubt_question(turn, clock, doubt)
    # Sent anew: an edit would change nothing, and the press would seem to do nothing.
    return Reply((Asked(card, question),), toast=turn.say(f"date-is-{doubt}"))


async def _case(turn: Turn, payload: Payload) -> Dispute | None:
    return await disputes.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
