"""Days ahead that a text names without making a deadline of them: what may be asked about."""

from collections.abc import Sequence
from datetime import date

from handlers.reading.expression import Expression
from handlers.reading.model import ReadDeadline
from handlers.reading.named_days import is_numbered
from handlers.reading.other_dates import OF_ANOTHER
from handlers.reading.surroundings import Surroundings
from handlers.reading.teller import Teller

# Lengths that lead to a day to come.
_AHEAD = ("after", "within", "left")
_MOST_AHEAD = 2
_NOT_OFFERED = frozenset(["past", "far"])

# What was not taken for a deadline, with what speaks for it and against it.
Left = tuple[int, Expression, Surroundings]


def only_day_ahead(
    left: Sequence[Left], teller: Teller, masked: str, today: date
) -> ReadDeadline | None:
    """In a story, the only day to come that nothing speaks for or against: to ask about."""
    ahead = [
        (here, words)
        for weight, here, words in left
        if weight == 0
        and not here.weak
        and here.day is not None
        and here.day > today
        and is_numbered(masked, here)
    ]
    if len(ahead) != 1:
        return None
    told = teller.tell(*ahead[0])
    return told if told is not None and _NOT_OFFERED.isdisjoint(told.doubts) else None


def days_ahead(left: Sequence[Left], teller: Teller) -> tuple[ReadDeadline, ...]:
    """The next days that are named and were not taken for a deadline, the nearest first."""
    found: list[ReadDeadline] = []
    for _, here, words in left:
        length = here.length
        if here.today or (length is None and here.day is None):
            continue
        if length is not None and length.toward not in _AHEAD:
            continue
        if OF_ANOTHER.match(words.behind):
            continue  # 「2週間後に旅行なので」
        told = teller.tell(here, words)
        if told is not None and told.at > teller.now and _NOT_OFFERED.isdisjoint(told.doubts):
            found.append(told)
    nearest = {one.at: one for one in sorted(found, key=lambda one: one.at)}
    return tuple(nearest.values())[:_MOST_AHEAD]
