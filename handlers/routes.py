"""The routing table: what happened in a chat, and who answers it."""

from collections.abc import Awaitable, Callable

from handlers import (
    after_closing,
    album,
    archives,
    calendars,
    checklist,
    chosen_case,
    date_picked,
    deadline,
    delete,
    draft_buttons,
    erase_all,
    evidence,
    evidence_item,
    evidence_list,
    evidence_typed,
    guard,
    help,
    howto,
    joined,
    linking,
    look_answers,
    look_in,
    look_words,
    no_such_number,
    other_shops,
    outcome,
    overview,
    pacific,
    privacy,
    register,
    return_sent,
    said,
    same_case,
    settings,
    snooze,
    stop,
    timeline,
    tricks,
    typed,
    undo,
    unknown,
    watch,
)
from handlers.buttons import Payload, Verb, parse
from handlers.draft import open_draft, says_something
from handlers.events import (
    Event,
    Joined,
    Left,
    MembersChanged,
    Moved,
    PickedDate,
    Pressed,
    Said,
    SentMedia,
    Unknown,
    Unsent,
)
from handlers.gone import gone
from handlers.reading.model import Reading
from handlers.reading.read import read
from handlers.replies import Reply, cards
from handlers.turn import Turn
from handlers.waiting import waited_for
from storage import conversations
from storage.linking import route


def _alone(answer: Callable[[Turn], Awaitable[Reply]]) -> Callable[..., Awaitable[Reply]]:
    """For who needs nothing but the turn."""
    return lambda turn, *_: answer(turn)


def _by_text(answer: Callable[[Turn, str], Awaitable[Reply]]) -> Callable[..., Awaitable[Reply]]:
    """For who needs the words, not what they were read as."""
    return lambda turn, _reading, text: answer(turn, text)


PRESSED: dict[str, Callable[[Turn, Payload], Awaitable[Reply]]] = {
    Verb.REGISTER: register.confirm,
    Verb.FIX_DATE: date_picked.picked_for_case,
    Verb.FIX_REASON: draft_buttons.fix_reason,
    Verb.DROP_DRAFT: draft_buttons.drop,
    Verb.SET_REASON: draft_buttons.set_reason,
    Verb.SET_DEMAND: draft_buttons.set_demand,
    Verb.SKIP: draft_buttons.skip,
    Verb.SAME_CASE: same_case.same,
    Verb.SET_DATE: date_picked.picked_for_case,
    Verb.TAKE_DATE: deadline.take,
    Verb.PUT_DATE: chosen_case.put,
    Verb.SET_STAGE: chosen_case.set_stage,
    Verb.NEW: register.new_pressed,
    Verb.LIST: overview.cases,
    Verb.NEXT: _alone(overview.next_deadline),
    Verb.CARD: overview.card,
    Verb.TIMELINE: timeline.on_press,
    Verb.HELP: _alone(help.show),
    Verb.TROUBLE: howto.trouble_pressed,
    Verb.ADD_DEADLINE: date_picked.picked_beside,
    Verb.CHANGE_DEADLINE: date_picked.picked_for_clock,
    Verb.CONFIRM_DEADLINE: date_picked.confirm,
    Verb.SNOOZE: snooze.on_press,
    Verb.CLOSE: outcome.on_press,
    Verb.OUTCOME: outcome.on_press,
    Verb.DELETE: delete.asked,
    Verb.DELETE_SURE: delete.done,
    Verb.UNDO: undo.pressed,
    Verb.OPEN_DISPUTE: watch.open_dispute,
    Verb.FOLLOW: after_closing.follow,
    Verb.LOOK: look_answers.on_press,
    Verb.LOOK_IN: look_in.on_press,
    Verb.TODO: checklist.on_press,
    Verb.PLAYBOOK: checklist.on_press,
    Verb.STEP_DONE: checklist.on_press,
    Verb.STEP_HOW: checklist.on_press,
    Verb.STEP_MISSING: checklist.on_press,
    Verb.STEP_LATER: checklist.on_press,
    Verb.STEP_UNSURE: checklist.on_press,
    Verb.STEP_SHOW: checklist.on_press,
    Verb.ANSWER: checklist.answered,
    Verb.GUARD: guard.on_press,
    Verb.EVIDENCE_KEEP: evidence.keep,
    Verb.EVIDENCE_KEEP_ALL: evidence.keep_all,
    Verb.EVIDENCE_DATE: evidence.screen_date,
    Verb.EVIDENCE_DROP: evidence.drop,
    Verb.EVIDENCE_GET: evidence_list.get,
    Verb.EVIDENCE_LIST: evidence_list.listed,
    Verb.EVIDENCE_SEND: evidence_list.send,
    Verb.EVIDENCE_ITEM: evidence_item.on_press,
    Verb.SETTINGS: settings.on_press,
    Verb.LANGUAGE: settings.language,
    Verb.CALENDAR: calendars.on_press,
    Verb.LINK: linking.on_press,
    Verb.STOP: stop.stop,
    Verb.PRIVACY: privacy.show,
    Verb.EXPORT: archives.export,
    Verb.ERASE: erase_all.asked,
    Verb.ERASE_SURE: erase_all.sure,
    Verb.DELETE_NOW: delete.now,
    Verb.PACK: archives.pack_pressed,
    Verb.ARCHIVE: archives.show,
}

MEANT: dict[str, Callable[[Turn, Reading, str], Awaitable[Reply]]] = {
    "register_dispute": said.case,
    "import_paste": said.case,
    "report_stage": said.case,
    "report_progress": said.progress,
    "update_deadline": said.new_date,
    "set_external_deadline": said.new_date,
    "close_dispute": said.closed,
    "snooze": said.later,
    "ask_howto": howto.answer,
    "ask_next_step": howto.answer,
    "ask_evidence": howto.proofs,
    "ask_template": howto.answer,
    "ask_external_deadline": howto.answer,
    "ask_timezone": pacific.answer,
    "list_disputes": _alone(overview.cases),
    "show_next_deadline": _alone(overview.next_deadline),
    "set_notify_pref": _alone(settings.not_found),
    "delete_dispute": _by_text(delete.told),
    "greeting": _by_text(unknown.greeted),
}

ONTO_A_CARD = frozenset(
    {
        "register_dispute",
        "import_paste",
        "report_stage",
        "report_progress",
        "update_deadline",
        "set_external_deadline",
        "unknown",
    }
)
"""Intents whose message goes onto the card that is open, if it says something for it."""


async def answer(turn: Turn) -> Reply | None:
    """Answer one event; None where there is nothing to say.

    Everything that follows from it goes into `turn.tx`.
    """
    reply = await HAPPENED[type(turn.event)](turn)
    await route(turn.tx, turn.owner.id)
    return reply


async def _said(turn: Turn) -> Reply | None:
    event = turn.event
    assert isinstance(event, Said)
    reading = turn.reading or read(event.text, turn.now, turn.owner.zone)
    if event.edited:
        return await register.edited(turn, reading, event.text, event.message)
    if named := await evidence_typed.told(turn, reading, event.text):
        return named
    return await _understood(turn, reading, event.text)


async def _understood(turn: Turn, reading: Reading, text: str) -> Reply | None:
    if obeyed := await typed.answer(turn, text):
        return await _known(turn, obeyed)
    if about_looking := await look_words.answer(turn, text):
        return await _known(turn, about_looking)
    if reading.preferences:
        return await _known(turn, await settings.told(turn, reading.preferences))
    if other_shops.is_about_another(reading):
        return await _known(turn, await other_shops.answer(turn, reading))
    if tricks.is_all(reading):
        return await _known(turn, await tricks.before(turn, reading, text, Reply()))
    if guard.is_all(reading):
        shown = await _known(turn, await guard.answer(turn, reading, text))
    else:
        shown = await _meant(turn, reading, text)
        if guard.is_asked(reading):
            shown = await guard.after(turn, reading, text, shown)
    return await tricks.before(turn, reading, text, shown)


async def _meant(turn: Turn, reading: Reading, text: str) -> Reply:
    """Answer by the intent: onto the card that is open, or by the table."""
    if lost := await no_such_number.answer(turn, text, reading.intent):
        return await _known(turn, lost)
    if on_its_way := await return_sent.told(turn, reading, text):
        return await _known(turn, on_its_way)
    if reading.intent in ONTO_A_CARD:
        found = await said.for_waiting_date(turn, reading, text)
        found = found or await said.onto_open_card(turn, reading, text)
        if found is not None:
            return await _known(turn, found)
    if reading.intent not in MEANT:
        if says_something(reading):
            return await _known(turn, await said.case(turn, reading, text))
        return await unknown.answer(turn, text)
    return await _known(turn, await MEANT[reading.intent](turn, reading, text))


async def _known(turn: Turn, shown: Reply) -> Reply:
    """What was understood ends a row of things that were not."""
    waiting = await waited_for(turn)
    if waiting is not None and waiting.waiting_for == unknown.AGAIN:
        await conversations.stop_waiting(turn.tx, turn.chat.id)
    return shown


async def _pressed(turn: Turn) -> Reply:
    event = turn.event
    assert isinstance(event, Pressed | PickedDate)
    payload = parse(event.payload)
    handler = PRESSED.get(payload.verb) if payload else None
    if payload is None or handler is None:
        return await gone(turn)
    return await _known(turn, await handler(turn, payload))


async def _media(turn: Turn) -> Reply | None:
    event = turn.event
    assert isinstance(event, SentMedia)
    about_file = await evidence.arrived(turn)
    if not event.caption.strip():
        return await album.beside_card(turn, event, about_file)
    # A caption is read like a message: what was understood stands before the question.
    reading = read(event.caption, turn.now, turn.owner.zone)
    if reading.intent == "unknown":
        return about_file
    shown = await _understood(turn, reading, event.caption)
    if shown is None:
        return about_file
    if event.problem is None and await open_draft(turn) is not None:
        shown = evidence.beside_card(turn, shown)
        return await album.answer(turn, event, shown, lead=len(shown.nodes))
    # One question at a time: that of the file, which stands last.
    told = cards(shown) or shown.nodes
    lead = len(told) + about_file.album_lead
    return await album.answer(turn, event, Reply((*told, *about_file.nodes)), lead=lead)


async def _unknown(turn: Turn) -> Reply | None:
    event = turn.event
    assert isinstance(event, Unknown)
    if turn.chat.group or not event.in_conversation:
        return None
    return await unknown.wordless(turn)


HAPPENED: dict[type[Event], Callable[[Turn], Awaitable[Reply | None]]] = {
    Said: _said,
    Pressed: _pressed,
    PickedDate: _pressed,
    SentMedia: _media,
    Joined: joined.joined,
    Left: joined.left,
    MembersChanged: joined.members_changed,
    Unsent: joined.unsent,
    Moved: joined.moved,
    Unknown: _unknown,
}
