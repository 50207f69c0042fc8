"""A date is told: it goes onto the open card, to the case it belongs to, or opens a new card."""

from datetime import UTC, datetime

from handlers import kept_news, moving
from handlers.asking_date import ask_for
from handlers.buttons import Payload, Verb, pack
from handlers.draft import alternative_from_json, completed, new_date, propose
from handlers.gone import gone
from handlers.overview import case_reply
from handlers.picking import NewDate, date_payload, picker
from handlers.questions import DOUBTS
from handlers.reading.model import ReadDeadline, Reading
from handlers.register import show_draft
from handlers.replies import Asked, Button, Card, Press, Reply, Row, Text
from handlers.turn import Turn
from handlers.which import ask, named
from handlers.wording import date_words, instant, kind_words
from storage import conversations, deadlines, disputes
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus, DisputeStatus


async def told(
    turn: Turn, found: ReadDeadline, cases: list[Dispute], news: Reading | None = None
) -> Reply:
    """A date was told while cases run: for the only one, or for the one that is named.

    Where that must be asked, the message's `news` are kept until a case is chosen.
    """
    say = turn.say
    if len(cases) == 1:
        return await for_case(turn, cases[0], found)
    if news is not None:
        await kept_news.keep(turn, news)
    date = new_date(found)
    words = date_words(say, date.at, date.precision, turn.owner.zone, turn.now)
    question = say("ask-which-date", date=words)
    return ask(turn, question, cases, lambda case: date_payload(case, date))


async def for_case(
    turn: Turn, case: Dispute, found: ReadDeadline, *, remembered: bool = False
) -> Reply:
    """Give a case a date that was read, or ask first if it is doubtful.

    `remembered`: a change told in the same breath was remembered already, so that one
    元に戻す takes back both.
    """
    clocks = await moving.active(turn, case)
    nearest = moving.target(clocks, found.kind)
    if nearest is not None:
        found = completed(turn, found, nearest)
    await conversations.stop_waiting(turn.tx, turn.chat.id)
    date = new_date(found)
    if date.at < turn.now or found.doubts or found.alternatives:
        return _doubtful(turn, case, found, date)
    return await moving.put(turn, case, date, remembered=remembered)


async def beside(turn: Turn, case: Dispute, found: ReadDeadline) -> Reply:
    """One more deadline for a case, told in words after 期限を追加."""
    date = new_date(found)
    if date.at < turn.now:
        return ask_for(turn, case, turn.say("date-is-past"), verb=Verb.ADD_DEADLINE)
    if found.doubts or found.alternatives:
        words = date_words(turn.say, date.at, date.precision, turn.owner.zone, turn.now)
        question = turn.say(f"doubt-{_doubt(found).replace('_', '-')}", date=words)
        return ask_for(turn, case, question, verb=Verb.ADD_DEADLINE)
    await conversations.stop_waiting(turn.tx, turn.chat.id)
    return await moving.put_beside(turn, case, date)


def _doubt(found: ReadDeadline) -> str:
    """The weightiest doubt; other readings without a named one are two readings."""
    return next((doubt for doubt in DOUBTS if doubt in found.doubts), "two_readings")


def _doubtful(turn: Turn, case: Dispute, found: ReadDeadline, best: NewDate) -> Reply:
    """Show what was read and ask: a tap takes it or another reading, or opens the picker."""
    say = turn.say
    zone = turn.owner.zone
    past = best.at < turn.now
    doubt = "past" if past else _doubt(found)
    words = date_words(say, best.at, best.precision, zone, turn.now)
    card = Card(
        say("read-date-title", title=named(say, case)),
        (Row(kind_words(say, best.kind), instant(say, best.at, best.precision, zone, turn.now)),),
    )
    readings = ([] if past else [best]) + [new_date(other) for other in found.alternatives[:5]]
    several = len({date.kind for date in readings}) > 1
    buttons: list[Button] = []
    for date in readings:
        if date.at > turn.now:
            label = date_words(say, date.at, date.precision, zone, turn.now)
            label = f"{kind_words(say, date.kind)} {label}" if several else label
            buttons.append(Press(label, date_payload(case, date)))
    buttons.append(picker(turn, say("button-pick-other"), pack(Verb.SET_DATE, case.id)))
    buttons.append(Press(say("button-leave"), pack(Verb.CARD, case.id)))
    question = Text(say(f"doubt-{doubt.replace('_', '-')}", date=words), tuple(buttons))
    return Reply((Asked(card, question),))


async def put(turn: Turn, payload: Payload) -> Reply:
    """A date that was read before, now for this case."""
    case = await _case(turn, payload.id)
    parts = payload.argument.split(".")
    if case is None or len(parts) != 3 or not parts[2].isdigit():
        return await gone(turn)
    precision = "date" if parts[1] == "d" else "datetime"
    try:
        date = NewDate(datetime.fromtimestamp(int(parts[2]), UTC), precision, parts[0])
    except (ValueError, OverflowError, OSError):
        return await gone(turn)
    if case.status is DisputeStatus.CLOSED:
        return await _as_it_stands(turn, case)
    if date.at < turn.now:
        return ask_for(turn, case, turn.say("date-is-past"))
    if case.status is DisputeStatus.DRAFT:
        # The registration was undone since: the date goes onto the card that is open again.
        await propose(turn, case, date)
        return await show_draft(turn, case, pressed=True)
    return await moving.put(turn, case, date)


async def take(turn: Turn, payload: Payload) -> Reply:
    """One of the readings of a doubtful date on a card."""
    clock = await deadlines.get(turn.tx, turn.owner.id, payload.id or 0)
    draft = await disputes.get(turn.tx, turn.owner.id, clock.dispute_id) if clock else None
    if clock is None or draft is None:
        return await gone(turn)
    if draft.status is not DisputeStatus.DRAFT or clock.status is not DeadlineStatus.PROPOSED:
        return await _as_it_stands(turn, draft)
    if payload.argument in ("ok", "both"):
        others = [alternative_from_json(kept) for kept in clock.alternatives]
        doubts = {
            "far",
            "weekday_mismatch",
            "two_readings",
            "ae_time_without_zone",
            "past",
            "unsure",
        }
        kept = tuple(one for one in clock.assumptions if one not in doubts)
        fields = {"assumptions": kept, "alternatives": ()}
        await deadlines.change(turn.tx, clock.id, **fields)
        for date in others if payload.argument == "both" else ():
            if date.kind != clock.kind:
                await propose(turn, draft, date)
    elif payload.argument.isdigit() and int(payload.argument) < len(clock.alternatives):
        await _take(turn, draft, clock, int(payload.argument))
    else:
        return await gone(turn)
    return await show_draft(turn, draft, pressed=True)


async def _take(turn: Turn, draft: Dispute, clock: Deadline, index: int) -> None:
    date = alternative_from_json(clock.alternatives[index])
    await deadlines.change(turn.tx, clock.id, status=DeadlineStatus.REPLACED)
    await propose(turn, draft, date)


async def _as_it_stands(turn: Turn, case: Dispute) -> Reply:
    return await case_reply(turn, case, pressed=True)


async def _case(turn: Turn, case_id: int | None) -> Dispute | None:
    return await disputes.get(turn.tx, turn.owner.id, case_id) if case_id else None
