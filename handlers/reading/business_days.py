"""Japanese business days and runs of holidays, by the holiday library jpholiday.

The library takes longer to import than all the rest of the reader, so it is loaded when a text
first speaks of 営業日 or 連休.
"""

from datetime import date, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)
_MOST = 400  # beyond this a count of business days is a slip of the keyboard


@lru_cache(maxsize=1_000)
def is_day_off(day: date) -> bool:
    """Saturday, Sunday or a Japanese public holiday."""
    if day.weekday() >= 5:
        return True
    import jpholiday

    return bool(jpholiday.is_holiday(day))


def add_business_days(day: date, count: int) -> date:
    """Count business days on (or back), the day itself not counted."""
    step = _DAY if count >= 0 else -_DAY
    for _ in range(min(abs(count), _MOST)):
        day += step
        while is_day_off(day):
            day += step
    return day


def after_holidays(today: date, shortest: int = 3) -> date:
    """The first business day after the coming (or running) run of days off of that length."""
    day = today
    while is_day_off(day) and is_day_off(day - _DAY):
        day -= _DAY  # the run that is running counts from its first day
    for _ in range(370):
        run_start = day
        while is_day_off(day):
            day += _DAY
        if (day - run_start).days >= shortest:
            return day
        day += _DAY
    return today


def next_public_holiday(today: date) -> date:
    """The coming Japanese public holiday, today included."""
    import jpholiday

    days = (today + _DAY * ahead for ahead in range(_MOST))
    return next((day for day in days if jpholiday.is_holiday(day)), today)


@lru_cache(maxsize=200)
def public_holiday(name: str, year: int) -> date | None:
    """The day of a Japanese public holiday in a year, or None if it was none then."""
    import jpholiday

    for day, title in jpholiday.year_holidays(year):
        if name in title and "振替" not in title:
            return day if isinstance(day, date) else None
    return None
