"""What is asked after a draft's card: one thing at a time, each skippable, none asked twice."""

from handlers.buttons import Verb, pack
from handlers.draft import alternative_from_json, clocks_of, new_date
from handlers.picking import date_payload, picker
from handlers.reading.read import read
from handlers.replies import Button, Press, Text
from handlers.turn import Turn
from handlers.watching import is_watched
from handlers.which import named
from handlers.wording import date_words, demand_words, kind_words, reason_short
from storage import disputes
from storage.records import Deadline, Dispute
from storage.states import DisputeStatus

REASONS = (
    "color_mismatch",
    "size_mismatch",
    "not_received",
    "wrong_address",
    "wrong_item",
    "damaged",
    "not_working",
    "not_as_described",
    "shortage",
    "delivered_not_received",
    "quality",
    "tracking_invalid",
    "empty_parcel",
    "counterfeit",
    "returned_to_sender",
    "customs",
    "shipping_method_changed",
    "no_longer_needed",
)
FIRST_REASONS = 10
DEMANDS = ("full_refund", "partial_refund", "refund_only", "return_refund", "resend")
DOUBTS = ("past", "far", "weekday_mismatch", "ae_time_without_zone", "two_readings", "unsure")
UNSETTLED = frozenset({"past", "far"})
"""Doubts that stand in the way of registering until they are answered."""


def doubt_of(turn: Turn, clock: Deadline) -> str | None:
    """What is doubtful about a date, the weightiest first; None if nothing is."""
    if clock.at < turn.now:
        return "past"
    for doubt in DOUBTS[1:]:
        if doubt in clock.assumptions:
            return doubt
    return "two_readings" if clock.alternatives else None


def unsettled(turn: Turn, clocks: list[Deadline]) -> Deadline | None:
    """The first deadline that cannot be registered as it stands."""
    return next((clock for clock in clocks if doubt_of(turn, clock) in UNSETTLED), None)


async def next_question(turn: Turn, draft: Dispute, *, impossible: bool = False) -> Text | None:
    """The question that comes after the card, or None if nothing more is worth asking."""
    clocks = await clocks_of(turn, draft)
    if impossible:
        return date_question(turn, draft, turn.say("ask-impossible-date"))
    for clock in clocks:
        if doubt := doubt_of(turn, clock):
            return doubt_question(turn, clock, doubt)
    watched = is_watched(draft.stage, [clock.kind for clock in clocks])
    wanted = {
        "same": not watched and draft.reason is not None,
        "reason": not watched and draft.reason is None,
        "date": not clocks,
        "demand": not watched and draft.demand is None,
    }
    for name, missing in wanted.items():
        if missing and name not in draft.asked:
            question = await _ask(turn, draft, name)
            if question is not None:
                asked = (*draft.asked, name)
                await disputes.change(turn.tx, draft.id, asked=asked)
                return question
    return None


async def _ask(turn: Turn, draft: Dispute, name: str) -> Text | None:
    if name == "same":
        return await _same_question(turn, draft)
    if name == "reason":
        return reason_question(turn, draft)
    if name == "date":
        return _date_asked(turn, draft)
    return demand_question(turn, draft)


def skip(turn: Turn, draft: Dispute, what: str, label: str = "button-skip") -> Press:
    """The way past a question."""
    return Press(turn.say(label), pack(Verb.SKIP, draft.id, what))


async def _same_question(turn: Turn, draft: Dispute) -> Text | None:
    say = turn.say
    for case in await disputes.running(turn.tx, turn.owner.id):
        if case.status is DisputeStatus.OPEN and case.reason == draft.reason:
            title = named(say, case, 24)
            this = Press(say("button-same"), pack(Verb.SAME_CASE, draft.id, case.id))
            return Text(
                say("ask-same", title=title), (this, skip(turn, draft, "same", "button-other"))
            )
    return None


def reason_question(turn: Turn, draft: Dispute, page: int = 1) -> Text:
    """What the dispute is about, in two pages of buttons."""
    say = turn.say
    first = page <= 1
    keys = REASONS[:FIRST_REASONS] if first else REASONS[FIRST_REASONS:]
    buttons = [Press(reason_short(say, key), pack(Verb.SET_REASON, draft.id, key)) for key in keys]
    turn_page = pack(Verb.FIX_REASON, draft.id, 2 if first else 1)
    buttons.append(Press(say("button-more-reasons" if first else "button-back"), turn_page))
    buttons.append(skip(turn, draft, "reason"))
    return Text(say("ask-reason"), tuple(buttons))


def demand_question(turn: Turn, draft: Dispute) -> Text:
    """What the buyer asks for."""
    say = turn.say
    buttons = [
        Press(demand_words(say, key), pack(Verb.SET_DEMAND, draft.id, key)) for key in DEMANDS
    ]
    return Text(say("ask-demand"), (*buttons, skip(turn, draft, "demand")))


def _date_asked(turn: Turn, draft: Dispute) -> Text:
    """Ask for the date of the screen; what the message names itself is one tap away."""
    zone = turn.owner.zone
    told = read(draft.source_text, draft.created_at, zone).days_ahead
    dates = [new_date(one) for one in told if one.at > turn.now]
    if not dates:
        return date_question(turn, draft, turn.say("ask-date"))
    labels = [date_words(turn.say, one.at, one.precision, zone, turn.now) for one in dates]
    offered = tuple(
        Press(label, date_payload(draft, one)) for label, one in zip(labels, dates, strict=True)
    )
    words = turn.say("ask-date-named", date=labels[0], number=len(dates))
    asked = date_question(turn, draft, words)
    return Text(asked.words, (*offered, *asked.buttons))


def date_question(
    turn: Turn, draft: Dispute, words: str, clock: Deadline | None = None, kind: str = ""
) -> Text:
    """The date on the AliExpress page: typed, picked, or not to be found there."""
    pick = picker(turn, turn.say("button-pick-date"), pack(Verb.SET_DATE, draft.id, kind), clock)
    return Text(words, (pick, skip(turn, draft, "date", "button-no-date")))


def doubt_question(turn: Turn, clock: Deadline, doubt: str) -> Text:
    """Ask about a doubtful date, each other reading one tap away."""
    say = turn.say
    zone = turn.owner.zone
    kinds = {clock.kind, *(other["kind"] for other in clock.alternatives)}

    def label(kind: str, words: str) -> str:
        return f"{kind_words(say, kind)} {words}" if len(kinds) > 1 else words

    best = date_words(say, clock.at, clock.precision, zone, turn.now)
    buttons: list[Button] = []
    if doubt != "past":
        words = say("button-date-is-right") if doubt == "far" else label(clock.kind, best)
        buttons.append(Press(words, pack(Verb.TAKE_DATE, clock.id, "ok")))
    for index, kept in enumerate(clock.alternatives[:5]):
        other = alternative_from_json(kept)
        if other.at > turn.now:
            words = date_words(say, other.at, other.precision, zone, turn.now)
            taken = pack(Verb.TAKE_DATE, clock.id, index)
            buttons.append(Press(label(other.kind, words), taken))
    if len(kinds) > 1:
        buttons.append(Press(say("button-both"), pack(Verb.TAKE_DATE, clock.id, "both")))
    payload = pack(Verb.SET_DATE, clock.dispute_id)
    # Whoever did not mean next year means a day soon.
    near = None if doubt == "far" else clock
    buttons.append(picker(turn, say("button-pick-other"), payload, near))
    skipped = pack(Verb.SKIP, clock.dispute_id, "dates")
    if doubt == "past":
        buttons.append(Press(say("button-without-date"), skipped))
    return Text(say(f"doubt-{doubt.replace('_', '-')}", date=best), tuple(buttons))
