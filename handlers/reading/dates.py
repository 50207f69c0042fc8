"""Absolute dates: 2026年12月5日, 12/5, 12月5日, 2026-12-05."""

# ruff: noqa: ARG001 - all rules are built alike, although some do not depend on now

import re
from datetime import date, datetime

from handlers.reading.calendar_days import coming, make_day
from handlers.reading.grammar import DIGITS, TEXT_ENDS, Atom, rule

_NOT_IN_NUMBER = r"(?<![\d/.,-])(?<!\d:)"
_ENDS = r"(?![\d/]|[.:,]\d|-\d)"


def absolute(
    found: re.Match[str], now: datetime, year: int | None, month: int | None, day: int
) -> Atom:
    """A day with some of its parts written; marked impossible where no calendar has it."""
    start, end = found.span()
    resolved = coming(year, month, day, now.date())
    missing = () if year is not None else (("no_year",) if month is not None else ("next_month",))
    if resolved is None:
        return Atom("day", start, end, impossible=True, weak=year is None and month is None)
    if month is None and resolved.month == now.month:
        missing = ()  # this month's: nothing had to be assumed
    return Atom("day", start, end, day=resolved, parts=(year, month, day), assumptions=missing)


def full_year(digits: str, now: datetime) -> int:
    """A year as written; two digits are of this century."""
    return int(digits) if len(digits) > 2 else now.year // 100 * 100 + int(digits)


@rule(DIGITS, r"(?<!\d)(\d{4}|\d{2}) ?年[ /]?の?(\d{1,2}) ?月[ /]?の?(\d{1,2}) ?日", then="年")
def year_month_day(found: re.Match[str], now: datetime) -> Atom | None:
    return absolute(found, now, full_year(found[1], now), int(found[2]), int(found[3]))


@rule(DIGITS, r"(?<![\d/.-])(\d{4})([/.-]) ?(\d{1,2})\2 ?(\d{1,2})(?![\d])(?!\2\d)", then="/.-")
def year_first(found: re.Match[str], now: datetime) -> Atom | None:
    return absolute(found, now, int(found[1]), int(found[3]), int(found[4]))


@rule("'" + DIGITS, r"(?<![\d/.-])'?(\d{2})([/.])(\d{1,2})\2(\d{1,2})(?![\d/])(?!\.\d)", then="/.")
def short_year_first(found: re.Match[str], now: datetime) -> Atom | None:
    year, month, day = full_year(found[1], now), int(found[3]), int(found[4])
    if not (abs(year - now.year) <= 3 and make_day(year, month, day)):
        return None
    return absolute(found, now, year, month, day)


@rule(DIGITS, r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/])", then="/.-")
def year_last(found: re.Match[str], now: datetime) -> Atom | None:
    """12/5/2026: month first, as AliExpress' American pages write, unless that cannot be."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    month_first, day_first = make_day(year, first, second), make_day(year, second, first)
    if found[2] == ".":  # 05.12.2026 is European
        month_first, day_first = day_first, month_first
    chosen = month_first or day_first
    if chosen is None:
        return Atom("day", *found.span(), impossible=True)
    others: tuple[date, ...] = ()
    if month_first and day_first and month_first != day_first:
        others = (day_first,)
    return Atom(
        "day",
        *found.span(),
        day=chosen,
        parts=(chosen.year, chosen.month, chosen.day),
        others=others,
    )


@rule(
    "2",
    r"(?<!\d)(20\d{2})(?:の(\d{1,2})の(\d{1,2})| (\d{2}) (\d{2}))(?![\d年月])",
    then="の" + DIGITS,
)
def loosely(found: re.Match[str], now: datetime) -> Atom | None:
    """2027の5の18, 2027 05 18."""
    month, day = found[2] or found[4], found[3] or found[5]
    made = make_day(int(found[1]), int(month), int(day))
    return absolute(found, now, int(found[1]), int(month), int(day)) if made else None


@rule(
    "01",
    r"\A(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=(?:まで|です|だ|や|ね|よ|。)*\Z)",
    then="まですだやねよ。" + TEXT_ENDS,
)
def four_digits(found: re.Match[str], now: datetime) -> Atom | None:
    """1227, where the message says nothing else."""
    atom = absolute(found, now, None, int(found[1]), int(found[2]))
    return None if atom.impossible else atom


@rule("2", r"(?<!\d)(20\d{2})([01]\d)([0-3]\d)(?!\d)")
def digits_only(found: re.Match[str], now: datetime) -> Atom | None:
    day = make_day(int(found[1]), int(found[2]), int(found[3]))
    if day is None:
        return None
    return Atom("day", *found.span(), day=day, parts=(day.year, day.month, day.day), weak=True)


@rule(
    DIGITS,
    r"(?<![\d/.])(\d{1,2}) ?月 ?の? ?(\d{1,2})(?: ?日|(?=[~-]\d{1,2}日)|か(?=です|まで|に|。|$)"
    r"|(?=まで|迄|\(|[ 、。]|$))",
    then="月",
    beyond=DIGITS + " の",
)
def month_day(found: re.Match[str], now: datetime) -> Atom | None:
    return absolute(found, now, None, int(found[1]), int(found[2]))


@rule(
    DIGITS,
    r"(?<![\d/.])(\d{1,2})月の?(\d{1,2})日?か(\d{1,2})(?:日|(?=[にまがはで、。]|$))",
    then="月",
    beyond=DIGITS + "の",
)
def one_of_two(found: re.Match[str], now: datetime) -> Atom | None:
    """1月25か26: the nearer, and the other is asked about."""
    first = absolute(found, now, None, int(found[1]), int(found[2]))
    second = absolute(found, now, None, int(found[1]), int(found[3]))
    if first.day is None or second.day is None:
        return None
    return first._replace(others=(second.day,))


@rule(DIGITS, _NOT_IN_NUMBER + r"(\d{1,2})/ ?(\d{1,2})日?" + _ENDS, then="/")
def month_slash_day(found: re.Match[str], now: datetime) -> Atom | None:
    first, second = int(found[1]), int(found[2])
    if first > 12 >= second >= 1 and first <= 31:  # 29/2
        first, second = second, first
    if not (1 <= first <= 12 and 1 <= second <= 31):
        return None  # 50/60Hz, 24/7: no date was meant
    return absolute(found, now, None, first, second)


@rule(DIGITS, r"(?<![\d/.,-])(\d{1,2})/(\d{1,2}) ?- ?(\d{1,2})/(\d{1,2})(?![\d/]|\.\d)", then="/")
def days_in_short(found: re.Match[str], now: datetime) -> Atom | None:
    """11/29-12/6 ends on 6 December."""
    if make_day(2024, int(found[1]), int(found[2])) is None:
        return None
    atom = absolute(found, now, None, int(found[3]), int(found[4]))
    return None if atom.impossible else atom


@rule(
    DIGITS,
    _NOT_IN_NUMBER + r"(\d{1,2})([.-])(\d{1,2})(?!\d|[./]\d|-\d)"
    r"(?! ?(?:営業|平日|日間?(?:以|で|後|か|お|程)|週|時間|分|秒|[かヵヶケカ箇]月"
    r"|business|working|days?|weeks?))",
    then=".-",
)
def month_dot_day(found: re.Match[str], now: datetime) -> Atom | None:
    """12.5 or 12-05: a date only when something near it says so (12.5まで, 12.5(土))."""
    day = coming(None, int(found[1]), int(found[3]), now.date())
    if day is None:
        return None
    return Atom(
        "day",
        *found.span(),
        day=day,
        parts=(None, int(found[1]), int(found[3])),
        assumptions=("no_year",),
        weak=True,
    )


RULES = (
    year_month_day,
    year_first,
    year_last,
    short_year_first,
    loosely,
    four_digits,
    digits_only,
    one_of_two,
    days_in_short,
    month_day,
    month_slash_day,
    month_dot_day,
)
