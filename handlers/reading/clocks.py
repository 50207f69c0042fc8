"""The clocks that the events of a text start without naming a length: opened + 5 days."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from handlers.reading import events
from handlers.reading.calendar_days import shift
from handlers.reading.event_days import EventDays
from handlers.reading.expression import Expression
from handlers.reading.grammar import Length

# How much more may speak for it being a day of nothing.
_LIKELY = -15


class StartedClock(NamedTuple):
    """A length that counts from the day of an event, and where the text tells that day."""

    day: date
    length: Length
    kind: str
    source: Expression


def started(days: EventDays, external: tuple[str, Length] | None) -> StartedClock | None:
    """The clock that an event of the text starts; ``external``: that of PayPal or of a card, if
    the text names one.
    """
    return _external_clock(days, external) or _clock_of_aliexpress(days)


def opens(days: EventDays) -> StartedClock | None:
    """「発送日は11月18日」: from when a dispute can be opened."""
    return _clock(days, "shipped", *events.OPENS) if "shipped" in days.told else None


def _external_clock(days: EventDays, external: tuple[str, Length] | None) -> StartedClock | None:
    """The clock of PayPal or of a card: from the payment, or from the dispute over there."""
    if external is not None and events.is_about_external(days.words):
        for name in events.PAYMENTS:
            # PayPal counts from the payment, whatever was promised.
            if name in days.told and not (name == "expected" and external is events.PAYPAL):
                return _clock(days, name, *external)
    if "opened" in days.told and events.opened_at_paypal(days.words):
        return _clock(days, "opened", *events.ESCALATE)
    if external is events.PAYPAL and events.is_transaction(days.words):
        dated = (one for one in days.past if one[1].parts and one[1].parts[0])
        first = min(dated, key=lambda one: one[1].start, default=None)
        if first is not None:
            return StartedClock(first[0], events.PAYPAL[1], events.PAYPAL[0], first[1])
    return None


def _clock_of_aliexpress(days: EventDays) -> StartedClock | None:
    name = next((name for name in events.CLOCKS if name in days.told), None)
    if name is None or (name == "opened" and events.is_answered(days.words)):
        return None
    if name in ("opened", "judged", "completed") and events.is_over(days.words):
        return None
    if name == "return_judged" and events.is_sent_back(days.words):
        return None
    returned = name == "judged" and events.also_a_return(days.words)
    return _clock(days, name, *events.CLOCKS["return_judged" if returned else name])


def _clock(days: EventDays, name: str, kind: str, length: Length) -> StartedClock:
    day, source = days.told[name]
    return StartedClock(day, length, kind, source)


def likely(days: EventDays, expressions: Sequence[Expression]) -> StartedClock | None:
    """「防水30日保証が3日で浸水。申し立て11/18」: the clock that a day has started more likely than
    any other, where none is sure to run; one that has not run out.
    """
    today = days.now.date()
    first: StartedClock | None = None
    most = _LIKELY
    for here in expressions:
        day = days.day_told(here)
        event = days.opinions.likeliest_event(here) if day is not None else None
        if day is None or event is None or event[1] <= most:
            continue
        kind, length = events.CLOCKS[event[0]]
        if day <= today <= shift(day, length):
            first, most = StartedClock(day, length, kind, here), event[1]
    if first is None or events.is_over(days.words) or events.is_answered(days.words):
        return None
    return first
