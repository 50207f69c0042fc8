"""What the date grammar is made of: rules that recognise atoms, and the scan that finds them.

A rule says with which characters it can begin, what it looks like, and builds an Atom or, where
the numbers make no sense, None. To teach the reader a new spelling, add a rule to the file of
its concept; ``scan.py`` lists the files, the earlier rule wins where two match.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from handlers.reading.patterns import Pattern

__all__ = ["DIGITS", "TEXT_ENDS", "Atom", "Clock", "Length", "Rule", "rule"]

DIGITS = "0123456789"
# Stands in ``then`` for the end of the text.
TEXT_ENDS = "$"


class Clock(NamedTuple):
    """A clock time; hours from 24 to 29 belong to the day that is named with them."""

    hour: int
    minute: int = 0
    second: int = 0
    guessed: bool = False  # only a part of the day was named: 夕方 is taken as 17:00
    meridiem: bool = True  # 午前/午後, 夜 or a 24-hour reading leave no doubt


class Length(NamedTuple):
    """A stretch of time.

    ``toward``: after, within, left, plain (3日間, 5分で), ago, lasted (10日放置された), nth or
    elapsed, which tells how long something would have to last (10日たっても来ない): a deadline
    only when it counts from a day that is named.
    """

    days: int = 0
    months: int = 0
    seconds: int = 0
    business_days: int = 0
    toward: str = "plain"

    @property
    def exact(self) -> bool:
        """Whether it counts hours or less, and so ends at a moment rather than on a day."""
        return self.seconds != 0

    def backwards(self) -> "Length":
        """As long, before the day it counts from."""
        return Length(-self.days, -self.months, -self.seconds, -self.business_days, "ago")


class Atom(NamedTuple):
    """One piece of a date expression, at its place in the folded text."""

    kind: str  # day · clock · length · shift (days from the day named before) · zone · weekday
    start: int
    end: int
    day: date | None = None
    # Year, month, day as far as they were written: lets a missing part be filled anew.
    parts: tuple[int | None, int | None, int] | None = None
    clock: Clock | None = None
    length: Length | None = None
    zone: tzinfo | None = None
    weekday: int | None = None
    others: tuple[date, ...] = ()
    assumptions: tuple[str, ...] = ()
    past: bool = False  # the words themselves look back: 昨日, 先週, 3日前
    weak: bool = False  # only a date when something near it says so: 12.5, 夕方
    impossible: bool = False
    today: bool = False


Build = Callable[[re.Match[str], datetime], Atom | None]


class Rule(NamedTuple):
    """One spelling: where it can begin, its pattern, and what it means at a given now.

    ``then``: what stands behind its first number where it begins with one (after a space, perhaps);
    ``beyond``: what stands behind that again, where it is the 月 of a month or the 日 of a day.
    Nothing if it may be anything.
    """

    starts: str
    pattern: Pattern
    build: Build
    then: str = ""
    beyond: str = ""


def rule(starts: str, pattern: str, then: str = "", beyond: str = "") -> Callable[[Build], Rule]:
    """Make a rule of the function below it."""

    def made(build: Build) -> Rule:
        return Rule(starts, Pattern(pattern), build, then, beyond)

    return made
