"""From a deadline to its warnings: pure arithmetic, no database and no clock of its own.

The rules, in the order they are applied:

1. Each row of `policy` gives a wall time in the chat's zone; a skipped one (change to summer time)
   is the first valid instant after it, a doubled one the earlier. Hours before need a clock time.
   At an hour of the owner's own, what would come after the deadline comes a day sooner.
2. What falls into quiet hours goes to their end if two hours then remain, else to half an hour
   before they begin (21:30), and stays where it is if that is past too: nothing better is left. A
   question about what happened always waits for their end; a moment the buyer chose stays.
3. What is not after `now` is dropped, and so is what is not before the deadline, except questions.
4. If none before the deadline is left, and none was sent, one stands at half the time left.
5. Of several in the same minute only the first stays.

The daily question after the screen (`plan_looks`) rides with the first warning of its day, else it
has an hour of its own; on a day that asks something else it is left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from handlers.casework.policy import (
    ASK_DATE,
    HALFWAY,
    LOOK,
    LOOK_AHEAD,
    LOOK_AT,
    After,
    AtOnce,
    Before,
    Hours,
    Offset,
    Workdays,
    is_look,
    is_question,
    lead_of,
    offsets_of,
)
from handlers.casework.quiet import ENOUGH, Quiet, at_wall
from handlers.reading.business_days import add_business_days
from handlers.reading.zones import zone_of

EVENING_LEAD = timedelta(minutes=30)
"""How long before quiet hours the warnings go that cannot wait: 21:30 for 22:00."""
MORNING = time(9)
"""When what counts days comes, where nothing else is said."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PlannedWarning:
    """One warning to come: its name among the deadline's, at most 16 characters, and when (UTC)."""

    offset: str
    due_at: datetime


def plan(
    kind: str,
    at: datetime,
    precision: str,
    zone: str,
    now: datetime,
    *,
    quiet_from: time,
    quiet_until: time,
    provisional: bool = False,
    skip: frozenset[str] = frozenset(),
    offsets: Iterable[Offset] | None = None,
    morning: time = MORNING,
) -> tuple[PlannedWarning, ...]:
    """All warnings of a deadline that are still to come, the nearest first.

    `zone` is the chat's, an IANA name; `at` and `now` are instants. `skip` names those that were
    sent already, at whatever hour. A `provisional` deadline also gets the next day's question after
    the real date. `offsets` stand for the rules of its kind where the owner chose others,
    `morning` for nine o'clock.
    """
    there = zone_of(zone)
    quiet = Quiet(quiet_from, quiet_until, there)
    # First, so that it is the one to stay where it falls together with another.
    found = list(_asking_for_the_date(at, now, there, quiet, morning)) if provisional else []
    for offset in offsets_of(kind) if offsets is None else offsets:
        moment = _moment(offset, at, precision, there, morning)
        if moment is None:
            continue
        name = offset.name
        if not isinstance(offset, AtOnce):
            moment = _outside_quiet(moment, at, now, quiet, question=is_question(name))
        if moment > now and (moment < at or is_question(name) or isinstance(offset, AtOnce)):
            found.append(PlannedWarning(name, moment))
    if now < at and not any(one.due_at <= at for one in found) and not skip:
        moment = _outside_quiet(now + (at - now) / 2, at, now, quiet, question=False)
        found.append(PlannedWarning(HALFWAY, moment))
    told = {lead_of(name) for name in skip}
    return tuple(_once_a_minute(one for one in found if lead_of(one.offset) not in told))


def plan_looks(
    warnings: Iterable[PlannedWarning],
    at: datetime,
    zone: str,
    now: datetime,
    *,
    days: int,
    quiet_from: time,
    quiet_until: time,
    asked: frozenset[str] = frozenset(),
    look_at: time = time(LOOK_AT),
) -> tuple[PlannedWarning, ...]:
    """The daily questions whether the screen has changed, from `days` before a deadline's day on.

    `warnings` are those that stand for the deadline: the first of a day carries its question, and a
    day with another question has none. `asked` names the questions that were put already. Nothing
    is asked of its own accord on the day that this is planned, unless that is the deadline's or the
    one before: whoever talks about a case has just looked at it.
    """
    there = zone_of(zone)
    quiet = Quiet(quiet_from, quiet_until, there)
    last, today = at.astimezone(there).date(), now.astimezone(there).date()
    first = max(last - days * _DAY, today)
    moments: dict[date, datetime] = {}
    for day in _days(first - _DAY, min(last, today + LOOK_AHEAD * _DAY)):
        moment = _outside_quiet(at_wall(day, look_at, there), at, now, quiet, question=True)
        moments[moment.astimezone(there).date()] = moment
    if today < last - _DAY:
        moments.pop(today, None)
    standing = [one for one in warnings if not is_look(one.offset)]
    for one in sorted(standing, key=lambda warning: warning.due_at, reverse=True):
        if one.due_at < at:
            moments[one.due_at.astimezone(there).date()] = one.due_at
    for one in standing:
        if is_question(one.offset) or one.offset == ASK_DATE:
            moments.pop(one.due_at.astimezone(there).date(), None)
    named = (
        PlannedWarning(look_name(day), moment)
        for day, moment in sorted(moments.items())
        if first <= day <= last and now < moment < at
    )
    return tuple(one for one in named if one.offset not in asked)


def look_name(day: date) -> str:
    """The name of the question of this day among a deadline's warnings."""
    return f"{LOOK}{day:%Y%m%d}"


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + number * _DAY


def _moment(
    offset: Offset, at: datetime, precision: str, zone: tzinfo, morning: time
) -> datetime | None:
    day = at.astimezone(zone).date()
    match offset:
        case Before(days, hour, minute, own):
            moment = at_wall(day - days * _DAY, time(hour, minute), zone)
            if own and moment >= at:
                return at_wall(day - (days + 1) * _DAY, time(hour, minute), zone)
            return moment
        case After(days, hour, minute):
            return at_wall(day + days * _DAY, time(hour, minute), zone)
        case Workdays(days, hour, minute):
            return at_wall(add_business_days(day, -days), time(hour, minute), zone)
        case Hours(hours):
            return None if precision == "date" else at - timedelta(hours=hours)
        case AtOnce():
            return at_wall(day, morning, zone) if precision == "date" else at


def _asking_for_the_date(
    at: datetime, now: datetime, zone: tzinfo, quiet: Quiet, morning: time
) -> Iterator[PlannedWarning]:
    """The question of the next morning; sooner, halfway, if the 目安 runs out before it."""
    next_day = at_wall(now.astimezone(zone).date() + _DAY, morning, zone)
    if now < at <= next_day:
        next_day = now + (at - now) / 2
    moment = _outside_quiet(next_day, at, now, quiet, question=at <= now)
    yield PlannedWarning(ASK_DATE, moment)


def _outside_quiet(
    moment: datetime, at: datetime, now: datetime, quiet: Quiet, *, question: bool
) -> datetime:
    window = quiet.window(moment)
    if window is None:
        return moment
    evening, morning = window[0] - EVENING_LEAD, window[1]
    if question or at - morning >= ENOUGH:
        return morning
    before = quiet.window(evening)
    if before is not None:
        evening = before[1]  # less than half an hour is free between two nights
    return evening if evening > now else moment


def _once_a_minute(found: Iterator[PlannedWarning]) -> Iterator[PlannedWarning]:
    taken: set[datetime] = set()
    # Sorting keeps the table's order within one instant.
    for one in sorted(found, key=lambda warning: warning.due_at):
        minute = one.due_at.replace(second=0, microsecond=0)
        if minute not in taken:
            taken.add(minute)
            yield one
