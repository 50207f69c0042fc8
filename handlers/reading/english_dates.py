"""English dates, as on AliExpress pages: Feb 3, 3 Feb 2027, Dec. 5th, December 10, 2026."""

# ruff: noqa: ARG001 - all rules are built alike, although some do not depend on now

import re
from datetime import datetime

from handlers.reading.calendar_days import last_of_month
from handlers.reading.dates import absolute
from handlers.reading.grammar import DIGITS, Atom, rule
from handlers.reading.zones import OFFSET, ZONE, written_zone

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAME = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? (?:the )?)?"
_YEAR = r"(?:(?:,? ?(?:of )?|[/-])'?(20\d{2})(?!\d|:))?"


def _month(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1


@rule(
    "jfmasond",
    rf"(?<![a-z]){MONTH_NAME}\.?[ -]?(?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|\.\d"
    rf"|[a-z]){_YEAR}",
)
def month_first(found: re.Match[str], now: datetime) -> Atom | None:
    return absolute(found, now, _year(found[3]), _month(found[1]), int(found[2]))


@rule(
    DIGITS,
    rf"(?<![\d:.,/])(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ /-]?{MONTH_NAME}(?![a-z])\.?{_YEAR}",
    then="snrto-/jfmasond",
)
def day_first(found: re.Match[str], now: datetime) -> Atom | None:
    return absolute(found, now, _year(found[3]), _month(found[2]), int(found[1]))


_TO = r" ?(?:[~-]|to|and) ?"


@rule(
    DIGITS,
    rf"(?<![\d:.,/-])\d{{1,2}}(?:st|nd|rd|th)?{_TO}(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?"
    rf" {MONTH_NAME}(?![a-z])\.?{_YEAR}",
    then="snrt~-ao",
)
def days_then_month(found: re.Match[str], now: datetime) -> Atom | None:
    """ "2-20 Nov 2030": the last of them counts."""
    return absolute(found, now, _year(found[3]), _month(found[2]), int(found[1]))


@rule(
    "jfmasond",
    rf"(?<![a-z]){MONTH_NAME}\.? \d{{1,2}}(?:st|nd|rd|th)?{_TO}(\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?![\d:/-]|\.\d| ?[a-z]){_YEAR}",
)
def month_then_days(found: re.Match[str], now: datetime) -> Atom | None:
    """ "Nov 2-20, 2030"."""
    return absolute(found, now, _year(found[3]), _month(found[1]), int(found[2]))


@rule("t", r"(?<![a-z])the (\d{1,2})(?:st|nd|rd|th)(?![a-z]| days? (?:after|of|from|since))")
def day_of_month(found: re.Match[str], now: datetime) -> Atom | None:
    """ "the 28th"."""
    return absolute(found, now, None, None, int(found[1]))


def _year(digits: str | None) -> int | None:
    return int(digits) if digits else None


@rule(
    "(+-gupcejzbml太北中日米ア西協カロ向" + "etc",
    rf"\(?(?:{ZONE}|(?<=\d)z(?![a-z])|(?<=:\d\d) ?{OFFSET}(?!\d))\)?",
)
def zone(found: re.Match[str], now: datetime) -> Atom | None:
    """A zone beside a time; a country name in brackets after the time counts too."""
    meant = written_zone(found[0].strip("() "))
    return None if meant is None else Atom("zone", *found.span(), zone=meant)


@rule("te", rf"(?:the )?end of {MONTH_NAME}{_YEAR}(?![a-z])")
def end_of_month(found: re.Match[str], now: datetime) -> Atom | None:
    month = _month(found[1])
    year = _year(found[2]) or now.year + (month < now.month)
    return absolute(found, now, year, month, last_of_month(year, month).day)


RANGES = (days_then_month, month_then_days)
RULES = (month_first, day_first, end_of_month, day_of_month, zone)
