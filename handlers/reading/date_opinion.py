"""What the words around a date speak for: that it is a deadline, an event of a clock, or neither.

The rules weigh a date by words that they know, and people tell of what happened in others:
「妹に24日渡したら即バレ」, 「紛争は7日にポチった」. As second_opinion.py does for a message, each
of some thousand words of the lists has a weight for every value, by where it stands: in front of a
date or behind it, near it, short of the dates beside it, or in its sentence. They are learned from
the corpus (``make weights``), and count where they speak against the rules by a wide margin, and
only of days in what somebody typed.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum
from functools import cache
from pathlib import Path

from handlers.reading.expression import Expression
from handlers.reading.lexicon.tables import Word, words_at
from handlers.reading.second_opinion import is_by_hand
from handlers.reading.weights import FOLDED_DIGITS, Weights, weights_of

WEIGHTS = Path(__file__).with_name("date_weights.txt")
DEADLINE, NEITHER = "deadline", "none"
_NEXT_TO_IT = 4  # characters
_NEAR = 3
_ENDS = "。!?\n"
_ANOTHER = "＃"  # another date in the words around one: folding leaves no such character
_FEWEST = 8
_ALONE = 6  # a date with no more characters around it is left to the rules
_MOST_DATES = 8
# How many days ahead a date lies, as its pieces tell it: up to so many.
_AHEAD = (-1, 0, 5, 10, 20, 27, 31, 90)
# How much more has to speak against a date than for it to be doubtful, and to be no deadline: from
# this weight on that it has by the rules. In the weights' own unit. On 2,100 messages that nothing
# was learned from anything between half and twice of these was as good, so they are wide where a
# word speaks for a date.
_AGAINST = ((5, 40, 100), (1, 22, 40), (0, 6, 24))
_AGAINST_WEAK = 0, 6
_FOR, _OF_AN_EVENT = 30, 4
# Of a date with this weight, or less, the rules say that it is something else's.
_OF_ANOTHER, _FOR_OF_ANOTHER = -3, 90


class DateLook(IntEnum):
    """What the words around a date say of it being a deadline."""

    STANDS = 0
    DOUBTFUL = 1
    NO_DEADLINE = 2


class DateOpinions:
    """The opinions on the dates of one text."""

    def __init__(
        self, words: str, expressions: Sequence[Expression], today: date, *, is_asked: bool
    ) -> None:
        """``words``: the folded text; ``is_asked``: it is about something bought, and no copied
        page; of anything else there is no opinion.
        """
        self._words, self._expressions, self._today = words, expressions, today
        self._none = not (is_asked and len(expressions) <= _MOST_DATES and is_by_hand(words))
        self._told: dict[int, dict[str, int]] = {}
        self._named: list[Word] = []

    def lead(self, here: Expression, value: str = DEADLINE) -> int:
        """How much more speaks for an expression being the deadline, or the day of an event by its
        name in events.py, than for anything else; nothing where there is no opinion.
        """
        told = self._of(here)
        return _lead(told, value) if told else 0

    def likeliest_event(self, here: Expression) -> tuple[str, int] | None:
        """The event that starts a clock for which most speaks on the day of an expression, by its
        name in events.py, with how much more than for anything else, which may be less.
        """
        told = self._of(here)
        events = [value for value in told if value not in (DEADLINE, NEITHER)]
        name = max(events, key=told.__getitem__, default=None)
        return (name, _lead(told, name)) if name is not None else None

    def is_deadline(self, place: int, weight: int) -> bool:
        """Whether all speaks for the deadline in an expression, given by its place in their row, by
        the weight it has by rules.
        """
        return self._lead(place) > (_FOR if weight > _OF_ANOTHER else _FOR_OF_ANOTHER)

    def against(self, place: int, weight: int) -> DateLook:
        """Whether more speaks against an expression than for it, by the weight it has by rules."""
        told = self._on(place)
        lead = max(told.values()) - told[DEADLINE] if told else 0
        doubtful, none = next(
            (leads for least, *leads in _AGAINST if weight >= least), _AGAINST_WEAK
        )
        if lead > none:
            return DateLook.NO_DEADLINE
        return DateLook.DOUBTFUL if lead > doubtful else DateLook.STANDS

    def event(self, place: int) -> tuple[str, int] | None:
        """The event that starts a clock on the day of an expression, by its name in events.py, with
        how much more speaks for it than for anything else.
        """
        return _event_in(self._on(place))

    def event_just_now(self, here: Expression) -> tuple[str, int] | None:
        """The same of さっき and its like, which are no dates."""
        if self._none:
            return None
        return _event_in(self._sums([here], 0))

    def _of(self, here: Expression) -> dict[str, int]:
        known = here in self._expressions  # さっき is none of them
        return self._on(self._expressions.index(here)) if known else {}

    def _lead(self, place: int) -> int:
        told = self._on(place)
        return _lead(told, DEADLINE) if told else 0

    def _on(self, place: int) -> dict[str, int]:
        if self._none:
            return {}
        told = self._told.get(place)
        if told is None:
            told = self._told[place] = self._look_at(place)
        return told

    def _look_at(self, place: int) -> dict[str, int]:
        here = self._expressions[place]
        if len(self._words) - (here.end - here.start) <= _ALONE:
            return {}
        return self._sums(self._expressions, place)

    def _sums(self, expressions: Sequence[Expression], place: int) -> dict[str, int]:
        """What the words around an expression speak for, by value; empty where few are known."""
        self._named = self._named or words_at(self._words)
        pieces = pieces_at(self._words, self._named, expressions, place, self._today)
        return weights().by_value(pieces, _FEWEST)


def _lead(told: dict[str, int], value: str) -> int:
    return told[value] - max(told[one] for one in told if one != value)


def _event_in(told: dict[str, int]) -> tuple[str, int] | None:
    first = max(told, key=told.__getitem__, default=NEITHER)
    if first in (DEADLINE, NEITHER):
        return None
    lead = _lead(told, first)
    return (first, lead) if lead > _OF_AN_EVENT else None


def pieces_at(
    words: str,
    named: Iterable[Word],
    expressions: Sequence[Expression],
    place: int,
    today: date,
) -> set[str]:
    """The words of the lists around an expression, each with a mark of where it stands, what stands
    right beside it, and its shape.

    ``named``: those of the whole text.
    """
    here = expressions[place]
    left = expressions[place - 1].end if place else 0
    right = expressions[place + 1].start if place + 1 < len(expressions) else len(words)
    before = (_ANOTHER if place else "") + words[left : here.start].translate(FOLDED_DIGITS)
    behind = words[here.end : right].translate(FOLDED_DIGITS)
    behind += _ANOTHER if right < len(words) else ""
    shape = _shape(here)
    pieces = {
        "T" + shape,
        f"D{_ahead(here, today)}{shape}",
        f"I{min(place, 2)}{min(len(expressions), 3)}",
        *("<" + before[-length:] for length in range(1, _NEXT_TO_IT + 1)),
        *(">" + behind[:length] for length in range(1, _NEXT_TO_IT + 1)),
    }
    first, last = _sentence(words, here)
    for begin, end, name in named:
        if end <= here.start:
            if begin >= first:
                pieces.add("SB" + name)
            if begin >= left:
                pieces.add("OB" + name)
            if end >= here.start - _NEAR:
                pieces.add("NB" + name)
        elif begin >= here.end:
            if end <= last:
                pieces.add("SA" + name)
            if end <= right:
                pieces.add("OA" + name)
            if begin <= here.end + _NEAR:
                pieces.add("NA" + name)
    return pieces


def _sentence(words: str, here: Expression) -> tuple[int, int]:
    """Where the sentence begins and ends that an expression stands in."""
    begin = max(words.rfind(mark, 0, here.start) for mark in _ENDS) + 1
    ends = (words.find(mark, here.end) for mark in _ENDS)
    return begin, min((end for end in ends if end >= 0), default=len(words))


def _shape(here: Expression) -> str:
    """What an expression is made of: a day of a month, a weekday, a length, an hour."""
    if here.length is not None:
        shape = here.length.toward
    elif here.day is None:
        shape = "clock"
    elif here.parts is not None and here.parts[1] is not None:
        shape = "date"
    elif here.weekday is not None:
        shape = "weekday"
    else:
        shape = "day" if here.parts is not None else "named"
    marks = (
        (here.clock is not None, "+"),
        (here.length is not None and here.length.exact, "x"),
        (here.past, "p"),
        (here.today, "t"),
    )
    return shape + "".join(mark for is_so, mark in marks if is_so)


def _ahead(here: Expression, today: date) -> int:
    if here.day is not None:
        days = (here.day - today).days
    else:
        days = here.length.days + 31 * here.length.months if here.length is not None else 0
    return sum(days > most for most in _AHEAD)


@cache
def weights() -> Weights:
    """The weights that were learned, read from their file once."""
    return weights_of(WEIGHTS.read_text("utf-8"))
