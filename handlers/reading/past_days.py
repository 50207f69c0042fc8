"""The day of what a text says has happened."""

from datetime import date, datetime, timedelta

from handlers.reading.calendar_days import latest, shift
from handlers.reading.expression import Expression


def past_day(expression: Expression, now: datetime) -> date | None:
    """The day of an expression that tells of something that happened: never rolled forward."""
    if expression.impossible:
        return None
    if expression.length is not None and not expression.length.exact:
        if expression.length.toward == "ago" and expression.base is None:
            return shift(now.date(), expression.length.backwards())
        return None
    if expression.length is not None and expression.length.toward == "ago":
        return (now - timedelta(seconds=expression.length.seconds)).date()
    if expression.day is None:
        return None
    if expression.parts is None or expression.day <= now.date():
        return expression.day
    year, month, day = expression.parts
    if expression.weekday is not None and not expression.past and month is not None:
        behind = (now.date().weekday() - expression.weekday) % 7
        return (
            now.date() - timedelta(days=behind)
            if year is not None
            else latest(year, month, day, now.date())
        )
    return latest(year, month, day, now.date())
