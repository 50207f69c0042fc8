"""Arithmetic on calendar days: missing years and months, month lengths, weeks from Monday."""

from datetime import date, timedelta

from handlers.reading.business_days import add_business_days
from handlers.reading.grammar import Length

WEEK = timedelta(days=7)


def make_day(year: int, month: int, day: int) -> date | None:
    """That day, or None where no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_of_month(year: int, month: int) -> date:
    """The last day of a month; month 13 is January of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the month's last where it is too short."""
    index = day.year * 12 + day.month - 1 + months
    last = last_of_month(index // 12, index % 12 + 1)
    return last.replace(day=min(day.day, last.day))


def monday_of(day: date, weeks: int = 0) -> date:
    """The Monday of the day's week, or of one some weeks on."""
    return day - timedelta(days=day.weekday()) + WEEK * weeks


def coming(year: int | None, month: int | None, day: int, today: date) -> date | None:
    """The coming day of that name, today included; None where no calendar has it."""
    if year is not None and month is not None:
        return make_day(year, month, day)
    if month is not None:
        for years in range(9):  # 29 February: up to eight years ahead
            found = make_day(today.year + years, month, day)
            if found is not None and found >= today:
                return found
        return None
    if not 1 <= day <= 31:
        return None
    for months in range(3):
        first = add_months(today.replace(day=1), months)
        found = make_day(first.year, first.month, day)
        if found is not None and found >= today:
            return found
    return None


def latest(year: int | None, month: int | None, day: int, today: date) -> date | None:
    """The most recent day of that name, today included: what an event that happened means."""
    if year is not None and month is not None:
        return make_day(year, month, day)
    if month is not None:
        for years in range(9):
            found = make_day(today.year - years, month, day)
            if found is not None and found <= today:
                return found
        return None
    for months in range(3):
        first = add_months(today.replace(day=1), -months)
        found = make_day(first.year, first.month, day)
        if found is not None and found <= today:
            return found
    return None


def weekday_on(monday: date, weekday: int) -> date:
    """A weekday (Monday is 0) of the week that begins there."""
    return monday + timedelta(days=weekday)


def next_weekday(today: date, weekday: int) -> date:
    """The coming weekday; the same weekday as today is in seven days."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def shift(day: date, length: Length) -> date:
    """That many years, months, weeks, days and Japanese business days from a day."""
    if length.months:
        day = add_months(day, length.months)
    if length.business_days:
        day = add_business_days(day, length.business_days)
    return day + timedelta(days=length.days)
