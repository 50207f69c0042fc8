"""The cards that show a case: what was understood, what is registered, what can be pressed."""

from handlers import calendars, look_buttons, menu, proposals_told
from handlers.buttons import Verb, pack
from handlers.card_rows import (
    assumption_notes,
    clock_rows,
    coming_rows,
    facts,
    live_clocks,
    silence_note,
    warning_note,
)
from handlers.casework.evidence_needed import needed
from handlers.evidence_words import add_buttons, evidence_row
from handlers.picking import picker
from handlers.proposals_told import SHOWN_AS_PROPOSALS
from handlers.replies import Button, Card, Press, Row
from handlers.turn import Turn
from handlers.watching import is_watched
from handlers.which import named
from handlers.wording import (
    kind_words,
    outcome_words,
    stage_words,
)
from locales.catalogue import Words
from storage import evidence, proposals
from storage.records import Deadline, Dispute
from storage.states import DisputeStatus

BEGINNINGS = frozenset({"seller_response", "negotiation", "ae_steps_in", "in_transit"})
"""Stages that a card need not name: a case begins there, and the deadline tells the rest."""
BUBBLE = 12
"""Buttons that stand together under one card."""


def draft_card(turn: Turn, draft: Dispute, clocks: list[Deadline]) -> Card:
    """What was understood so far, to be confirmed or corrected."""
    say = turn.say
    # Of two dates that were typed alike the same was assumed.
    notes = list(dict.fromkeys(one for clock in clocks for one in assumption_notes(turn, clock)))
    if len(draft.order_ids) > 1:
        notes.append(say("draft-several", count=str(len(draft.order_ids))))
    watched = is_watched(draft.stage, [clock.kind for clock in clocks])
    rows = facts(turn, draft)
    if draft.stage and draft.stage not in BEGINNINGS:
        rows.append(Row(say("card-stage"), stage_words(say, draft.stage)))
    rows += clock_rows(turn, clocks)
    if not clocks:
        rows.append(Row(say("card-deadline"), say("card-no-deadline")))
    payload = pack(Verb.SET_DATE, draft.id)
    buttons: list[Button] = [
        Press(say("button-register"), pack(Verb.REGISTER, draft.id), "primary"),
        picker(turn, say("button-fix-date"), payload, clocks[0] if clocks else None),
        Press(say("button-fix-reason"), pack(Verb.FIX_REASON, draft.id)),
        Press(say("button-drop"), pack(Verb.DROP_DRAFT, draft.id)),
    ]
    title = say("draft-title-watch") if watched else say("draft-title")
    return Card(title, tuple(rows), tuple(notes), tuple(buttons))


async def registered_card(turn: Turn, dispute: Dispute) -> Card:
    """The answer to これで登録: number, title, deadline and when warnings will come."""
    say = turn.say
    clocks = await live_clocks(turn, dispute)
    notes = await _registered_notes(turn, clocks)
    buttons: list[Button] = [todo(say, dispute)]
    if dispute.status is DisputeStatus.WATCHING:
        buttons.append(open_dispute(say, dispute))
    if clocks:
        buttons.append(calendars.add_button(turn, clocks[0]))
    buttons += [*look_buttons.offer(turn, dispute, clocks), menu.cases(say)]
    rows = [*facts(turn, dispute), *clock_rows(turn, clocks), *coming_rows(turn, dispute, clocks)]
    notes += silence_note(turn, dispute, clocks)
    title = say("registered-title", title=named(say, dispute))
    return Card(title, tuple(rows), tuple(notes), tuple(buttons), tone="done")


async def registered_together(turn: Turn, cases: list[Dispute]) -> Card:
    """Several cases registered at once: one card, however many they are."""
    say = turn.say
    clocks = await live_clocks(turn, cases[0])
    rows = [Row(say("card-order"), named(say, case)) for case in cases]
    rows += clock_rows(turn, clocks)
    buttons: list[Button] = [todo(say, cases[0])]
    if clocks:
        buttons.append(calendars.add_button(turn, clocks[0]))
    buttons.append(menu.cases(say))
    title = say("registered-several", count=str(len(cases)))
    notes = [say("registered-several-note"), *await _registered_notes(turn, clocks)]
    return Card(title, tuple(rows), tuple(notes), tuple(buttons), tone="done")


async def _registered_notes(turn: Turn, clocks: list[Deadline]) -> list[str]:
    """When warnings come, and what is to be known of them."""
    notes = await warning_note(turn, clocks)
    if any(clock.provisional for clock in clocks):
        notes.append(turn.say("registered-provisional"))
    if turn.chat.group and turn.chat.platform == "line":
        notes.append(turn.say("registered-group"))
    return notes


def open_dispute(say: Words, dispute: Dispute) -> Press:
    """The button by which a watched order becomes a dispute."""
    return Press(say("button-open-dispute"), pack(Verb.OPEN_DISPUTE, dispute.id))


def todo(say: Words, dispute: Dispute) -> Press:
    """The button to the checklist of a case."""
    return Press(say("button-todo"), pack(Verb.TODO, dispute.id), "primary")


async def dispute_card(turn: Turn, dispute: Dispute) -> Card:
    """A registered case with everything that can be done with it."""
    say = turn.say
    clocks = await live_clocks(turn, dispute)
    latest = await proposals.latest_by(turn.tx, dispute.id)
    offered = proposals_told.rows(say, dispute, latest)
    rows = facts(turn, dispute, without=SHOWN_AS_PROPOSALS if offered else frozenset())
    rows += [*offered, *proposals_told.floor_row(say, dispute)]
    if dispute.stage and dispute.status is DisputeStatus.OPEN:
        rows.append(Row(say("card-stage"), stage_words(say, dispute.stage)))
    if dispute.outcome:
        rows.append(Row(say("card-outcome"), outcome_words(say, dispute.outcome)))
    rows += [*clock_rows(turn, clocks), *coming_rows(turn, dispute, clocks)]
    state = needed(dispute, await evidence.of_dispute(turn.tx, dispute.id))
    listed = bool(state.must) and dispute.status is not DisputeStatus.CLOSED
    if listed:
        rows.append(evidence_row(say, state))
    elif state.pieces:
        count = str(len(state.pieces))
        rows.append(Row(say("card-evidence"), say("card-evidence-count", count=count)))
    notes = tuple(await warning_note(turn, clocks))
    if any(clock.provisional for clock in clocks):
        notes += (say("card-note-provisional"),)
    if dispute.status is DisputeStatus.CLOSED:
        return Card(named(say, dispute), tuple(rows), notes, _closed_buttons(turn, dispute))
    buttons = list(_buttons(turn, dispute, clocks))
    if listed:
        # After 証拠一覧, and no more than one bubble of LINE holds.
        lacking = add_buttons(say, dispute.id, state.missing_must)
        buttons[-3:-3] = lacking[: max(0, BUBBLE - len(buttons))]
    return Card(named(say, dispute), tuple(rows), notes, tuple(buttons))


def _closed_buttons(turn: Turn, dispute: Dispute) -> tuple[Button, ...]:
    say = turn.say
    return (
        Press(say("button-evidence"), pack(Verb.EVIDENCE_LIST, dispute.id)),
        Press(say("button-delete"), pack(Verb.DELETE, dispute.id), "danger"),
        menu.cases(say),
    )


def _buttons(turn: Turn, dispute: Dispute, clocks: list[Deadline]) -> tuple[Button, ...]:
    say = turn.say
    buttons: list[Button] = []
    if dispute.status is DisputeStatus.WATCHING:
        buttons.append(open_dispute(say, dispute))
    buttons.append(todo(say, dispute))
    for clock in clocks[:3]:
        label = say("button-change-date")
        if len(clocks) > 1:
            label = say("button-change-date-of", kind=kind_words(say, clock.kind))
        if clock.provisional:
            confirm = pack(Verb.CONFIRM_DEADLINE, clock.id)
            buttons.append(Press(say("button-confirm-date"), confirm))
        buttons.append(picker(turn, label, pack(Verb.CHANGE_DEADLINE, clock.id), clock))
    buttons += [
        picker(turn, say("button-add-date"), pack(Verb.ADD_DEADLINE, dispute.id)),
        Press(say("button-timeline"), pack(Verb.TIMELINE, dispute.id)),
        Press(say("button-evidence"), pack(Verb.EVIDENCE_LIST, dispute.id)),
        Press(say("menu-trouble"), pack(Verb.TROUBLE, dispute.id)),
        Press(say("button-close"), pack(Verb.CLOSE, dispute.id)),
        Press(say("button-delete"), pack(Verb.DELETE, dispute.id), "danger"),
        menu.cases(say),
    ]
    return tuple(buttons)
