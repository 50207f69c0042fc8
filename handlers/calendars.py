"""カレンダー: an address for one's own calendar app, and single deadlines as files."""

import uuid

from msgspec import structs

from handlers import menu, no_such_number
from handlers.buttons import Payload, Verb, pack
from handlers.calendar_events import Entry, as_ical, entry_of
from handlers.calendar_link import calendar_link
from handlers.gone import gone
from handlers.replies import Button, Card, Copy, Document, Press, Reply, Row, Text
from handlers.turn import Turn
from handlers.which import meant, named
from handlers.wording import deadline_words, kind_words
from storage import calendars, deadlines, disputes
from storage.disputes import RUNNING
from storage.records import Deadline, Dispute

RENEW, STOP, ONE = "new", "off", "one"
SHOWN = 5
"""Deadlines that are offered as single files where there is no address."""


async def show(turn: Turn) -> Reply:
    """The address of the owner's calendar, made when it is first asked for."""
    return Reply((await _card(turn),))


async def on_press(turn: Turn, payload: Payload) -> Reply:
    """The card, a new address, the end of it, or one deadline as a file."""
    if payload.argument == ONE:
        return await _one(turn, payload.id)
    if payload.argument == RENEW:
        await _make(turn)
        card = await _card(turn, turn.say("calendar-renewed"))
        return Reply((card,), replaces_pressed=True, toast=turn.say("calendar-renewed-toast"))
    if payload.argument == STOP:
        return await _stopped(turn)
    if payload.argument:
        return await gone(turn)
    return await show(turn)


def add_button(turn: Turn, clock: Deadline) -> Press:
    """カレンダーに追加, for one deadline."""
    return Press(turn.say("button-calendar"), pack(Verb.CALENDAR, clock.id, ONE))


async def one_told(turn: Turn, text: str) -> Reply:
    """A single deadline was asked for in words: its file, or which of several is meant."""
    if lost := await no_such_number.answer(turn, text, "update_deadline"):
        return lost
    cases = {case.id: case for case in await meant(turn, text)}
    clocks = [
        clock
        for clock in await deadlines.active(turn.tx, turn.owner.id)
        if clock.dispute_id in cases and clock.at > turn.now
    ]
    if not clocks:
        return menu.plain(turn.say("next-none"), menu.new(turn.say), menu.cases(turn.say))
    if len(clocks) == 1 or any(word in text for word in ("次の", "next")):
        return await _one(turn, min(clocks, key=lambda one: one.at).id)
    clocks.sort(key=lambda one: one.at)
    buttons = [_one_button(turn, clock, cases[clock.dispute_id]) for clock in clocks[:SHOWN]]
    return menu.plain(turn.say("calendar-which"), *buttons, menu.cases(turn.say))


def _one_button(turn: Turn, clock: Deadline, case: Dispute) -> Press:
    kind = kind_words(turn.say, clock.kind)
    label = turn.say("button-calendar-one", number=str(case.number), kind=kind)
    return Press(label, pack(Verb.CALENDAR, clock.id, ONE))


async def _make(turn: Turn) -> None:
    if turn.calendars is None:
        return
    nonce = uuid.uuid4().hex
    token_hash = turn.calendars.token_hash(nonce)
    await calendars.set_address(turn.tx, turn.owner.id, nonce, token_hash, turn.now)


async def _address(turn: Turn) -> str | None:
    """The address as it may be kept; None where this house has none to give."""
    signer = turn.calendars
    if signer is None or signer.feed(turn.chat.platform, "") is None:
        return None
    known = await calendars.address(turn.tx, turn.owner.id)
    # Signed with a key that is gone, it cannot be shown again: a new one takes its place.
    if known is None or signer.token_hash(known.nonce) != known.token_hash:
        await _make(turn)
        known = await calendars.address(turn.tx, turn.owner.id)
    assert known is not None
    return signer.feed(turn.chat.platform, known.nonce)


async def _card(turn: Turn, title: str = "") -> Card:
    say = turn.say
    address = await _address(turn)
    if address is None:
        return await _without_address(turn)
    notes = [
        say("calendar-what"),
        say("calendar-google"),
        say("calendar-iphone"),
        say("calendar-secret-group" if turn.chat.group else "calendar-secret"),
    ]
    buttons: tuple[Button, ...] = (
        Copy(say("button-calendar-copy"), address),
        Press(say("button-calendar-renew"), pack(Verb.CALENDAR, None, RENEW)),
        Press(say("button-calendar-stop"), pack(Verb.CALENDAR, None, STOP)),
        Press(say("button-set-back"), pack(Verb.SETTINGS, None, "card")),
    )
    rows = (Row(say("calendar-address"), address),)
    return Card(title or say("calendar-card"), rows, tuple(notes), buttons)


async def _without_address(turn: Turn) -> Card:
    """No address can be given: the nearest deadlines, each as a file."""
    say = turn.say
    buttons: list[Button] = []
    for clock in await deadlines.active(turn.tx, turn.owner.id):
        if clock.at > turn.now and len(buttons) < SHOWN:
            case = await disputes.get(turn.tx, turn.owner.id, clock.dispute_id)
            if case is not None and case.status.value in RUNNING:
                buttons.append(_one_button(turn, clock, case))
    notes = (say("calendar-one-by-one" if buttons else "calendar-nothing"),)
    return Card(say("calendar-no-address"), (), notes, (*buttons, menu.cases(say)))


async def _stopped(turn: Turn) -> Reply:
    say = turn.say
    stopped = await calendars.revoke(turn.tx, turn.owner.id)
    words = say("calendar-stopped" if stopped else "calendar-stopped-already")
    buttons = (
        Press(say("button-calendar-again"), pack(Verb.CALENDAR)),
        Press(say("button-set-back"), pack(Verb.SETTINGS, None, "card")),
    )
    return Reply(
        (Card(words, (), (), buttons),),
        replaces_pressed=True,
        toast=say("calendar-stopped-toast"),
    )


async def _one(turn: Turn, id: int | None) -> Reply:
    """One deadline as a file, with the same for Google's calendar as a link."""
    clock = await deadlines.get(turn.tx, turn.owner.id, id) if id else None
    entry = await entry_of(turn.tx, turn.owner.id, clock) if clock else None
    if entry is None or clock is None:
        return await gone(turn)
    return Reply(_file(turn, entry, entry.case, clock))


def _file(turn: Turn, entry: Entry, case: Dispute, clock: Deadline) -> tuple[Document | Text, ...]:
    say = turn.say
    address = turn.calendars.file(turn.chat.platform, clock.id) if turn.calendars else None
    document = Document(
        name=f"funso-navi-{clock.id}.ics",
        media_type="text/calendar",
        content=as_ical(say, [entry]).decode(),
        caption=say("calendar-file", title=named(say, case)),
        label=say("button-calendar-open"),
        address=address or "",
    )
    when = deadline_words(say, clock, turn.owner.zone, turn.now)
    google = structs.replace(calendar_link(say, case, clock), label=say("button-calendar-google"))
    whole = Press(say("button-calendar-whole"), pack(Verb.CALENDAR))
    words = say("calendar-file-how", kind=kind_words(say, clock.kind), when=when)
    return (document, Text(words, (google, whole)))
