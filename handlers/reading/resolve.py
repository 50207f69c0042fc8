"""From an expression to an instant in the reading zone, with what had to be assumed for it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo

from handlers.reading.calendar_days import latest, shift
from handlers.reading.expression import Expression
from handlers.reading.grammar import Clock, Length
from handlers.reading.model import Precision
from handlers.reading.zones import PACIFIC, valid_instant, wall_instant, zone_of

_LAST_MINUTE = Clock(23, 59)
_FAR = timedelta(days=400)
_A_DAY = timedelta(days=1)
# No clock of a dispute runs so long: who writes 11月20日 on 25 November may mean the day behind.
NEARLY_A_YEAR = timedelta(days=300)
# Who writes 19日 on the 22nd may well mean three days ago: after that few days have passed, the one
# of the next month is farther ahead than most clocks run.
_NEARLY_A_MONTH = timedelta(days=25)


class Resolved:
    """An instant in the reading zone; ``others`` are further readings of the same words."""

    __slots__ = ("assumptions", "at", "doubts", "others", "precision")

    def __init__(
        self, at: datetime, precision: Precision, assumptions: list[str] | None = None
    ) -> None:
        self.at, self.precision = at, precision
        self.assumptions = assumptions or []
        self.doubts: list[str] = []
        self.others: list[Resolved] = []


def resolve(
    expression: Expression, now: datetime, zone: tzinfo, *, from_page: bool = False
) -> Resolved | None:
    """The instant of an expression; None for one that no calendar has, or that is out of range.

    ``now`` is aware and in ``zone``, the reading zone; ``from_page``: the text was copied from an
    AliExpress page or mail, whose clock times may be Pacific.
    """
    if expression.impossible:
        return None
    try:
        return _resolve(expression, now, zone, from_page=from_page)
    except (OverflowError, ValueError):
        return None


def on_day(day: date, now: datetime, zone: tzinfo, assumptions: list[str]) -> Resolved:
    """A day without an hour: 23:59 of it in the reading zone."""
    at = _instant(day, _LAST_MINUTE, zone)
    found = Resolved(at, "date", [*assumptions, "date_only"])
    return _judge(found, now)


def _resolve(
    expression: Expression, now: datetime, zone: tzinfo, *, from_page: bool
) -> Resolved | None:
    length, clock = expression.length, expression.clock
    if length is not None and length.exact and expression.base is None:
        return _judge(Resolved(_moment(now, length, zone), "datetime"), now)
    if length is not None and length.exact and expression.base is not None:
        start = _base(expression, length, now)
        if clock is not None and not clock.guessed:  # 「11/20の15時から48時間以内」
            return from_moment(start, clock, length, now, zone, expression.assumptions)
        return _after_base(start, length, now, zone, expression.assumptions)
    if length is not None:
        base = _base(expression, length, now)
        signed = length if length.toward != "ago" or expression.base else length.backwards()
        day: date | None = shift(base, signed)
    else:
        day = expression.day
    if clock is None:
        if day is None:
            return None
        found = on_day(day, now, zone, expression.assumptions)
        found.doubts += expression.doubts
        for other in expression.others:
            found.others.append(on_day(other, now, zone, expression.assumptions))
        if expression.zone is not None:
            _end_of_day_elsewhere(found, day, expression.zone, now, zone)
        behind = _perhaps_behind(expression, found, now)
        if behind is not None:
            found.doubts.append("far")
            found.others.append(on_day(behind, now, zone, []))
        return _two_readings(found)
    return _at_clock(expression, day, clock, now, zone, from_page=from_page)


def _at_clock(
    expression: Expression,
    day: date | None,
    clock: Clock,
    now: datetime,
    zone: tzinfo,
    *,
    from_page: bool,
) -> Resolved:
    written = expression.zone or zone
    assumptions = list(expression.assumptions)
    if clock.guessed:
        assumptions.append("part_of_day")
    if expression.zone is not None and _differs(expression.zone, zone, now):
        assumptions.append("converted_zone")
    if day is None:
        at = _instant(now.astimezone(written).date(), clock, written)
        if at.astimezone(UTC) <= now:
            at = _instant(now.astimezone(written).date() + _A_DAY, clock, written)
    else:
        at = _instant(day, clock, written)
    found = _judge(Resolved(at.astimezone(zone), "datetime", assumptions), now)
    if from_page and expression.zone is None and not clock.guessed:
        _perhaps_pacific(found, at.replace(tzinfo=None), zone)
    found.doubts += expression.doubts
    for other in expression.others:
        there = _instant(other, clock, written).astimezone(zone)
        found.others.append(_judge(Resolved(there, "datetime", list(assumptions)), now))
    behind = _perhaps_behind(expression, found, now)
    if behind is not None:
        there = _instant(behind, clock, written).astimezone(zone)
        found.doubts.append("far")
        found.others.append(_judge(Resolved(there, "datetime"), now))
    return _two_readings(found)


def _perhaps_behind(expression: Expression, found: Resolved, now: datetime) -> date | None:
    """The day just before today that a day without a year may mean, moved on by nearly a year."""
    if expression.length is not None or expression.parts is None:
        return None
    if "no_year" not in found.assumptions or found.at - now <= NEARLY_A_YEAR:
        return None
    return latest(*expression.parts, now.date())


def is_nearly_a_month_ahead(expression: Expression, today: date) -> bool:
    """Whether a day without its month has just passed, and was taken for the next one."""
    day, parts = expression.day, expression.parts
    bare = parts is not None and parts[:2] == (None, None)
    return bare and day is not None and day - today >= _NEARLY_A_MONTH


def or_just_behind(found: Resolved, expression: Expression, now: datetime) -> None:
    """Ask about a day that was taken for the next one of its number, and keep the last beside it.

    That one is no deadline any more: whether there is any, is what has to be asked.
    """
    day, parts = expression.day, expression.parts
    if parts is not None and day is not None and is_nearly_a_month_ahead(expression, now.date()):
        behind = latest(*parts, now.date())
        if behind is not None:
            there = found.at - (day - behind)
            found.others.append(_judge(Resolved(there, found.precision), now))
            found.doubts.append("unsure")


def _perhaps_pacific(found: Resolved, wall: datetime, zone: tzinfo) -> None:
    """AliExpress' pages show Pacific time, often without saying so: both readings are kept."""
    found.assumptions.append("unknown_zone")
    found.doubts.append("ae_time_without_zone")
    there = wall_instant(wall, zone_of(PACIFIC)).astimezone(zone)
    if there != found.at:
        found.others.append(Resolved(there, "datetime", ["converted_zone"]))


def _after_base(
    base: date, length: Length, now: datetime, zone: tzinfo, assumptions: list[str]
) -> Resolved:
    """「12月1日から48時間以内」: whole days make a date, anything else counts from midnight."""
    if length.seconds % 86400 == 0:
        days = length.days + length.seconds // 86400
        whole = Length(days=days, months=length.months)
        return on_day(shift(base, whole), now, zone, assumptions)
    start = _instant(shift(base, length), Clock(0), zone)
    moment = start.astimezone(UTC) + timedelta(seconds=length.seconds)
    return _judge(Resolved(moment.astimezone(zone), "datetime", list(assumptions)), now)


def from_moment(
    base: date,
    clock: Clock,
    length: Length,
    now: datetime,
    zone: tzinfo,
    assumptions: Sequence[str] = ("from_base",),
) -> Resolved:
    """What begins at a clock time of a day and lasts hours or less."""
    start = _instant(shift(base, length), clock, zone).astimezone(UTC)
    moment = (start + timedelta(seconds=length.seconds)).astimezone(zone)
    return _judge(Resolved(moment, "datetime", list(assumptions)), now)


def _moment(now: datetime, length: Length, zone: tzinfo) -> datetime:
    sign = -1 if length.toward == "ago" else 1
    start = now.astimezone(UTC)
    if length.months or length.business_days:
        step = length if sign > 0 else length.backwards()
        day = shift(now.date(), Length(0, step.months, 0, step.business_days))
        start = wall_instant(
            datetime.combine(day, now.time()).replace(tzinfo=None), zone
        ).astimezone(UTC)
    moment = start + sign * timedelta(days=length.days, seconds=length.seconds)
    return moment.astimezone(zone).replace(microsecond=0)


def _base(expression: Expression, length: Length, now: datetime) -> date:
    """The day a length counts from; without a year, the one whose end still lies ahead."""
    base = expression.base or now.date()
    if expression.base is not None and expression.parts is not None and base > now.date():
        behind = latest(*expression.parts, now.date())
        end = shift(behind, length) + timedelta(seconds=length.seconds) if behind else None
        if behind is not None and end is not None and end >= now.date():
            return behind
    return base


def _instant(day: date, clock: Clock, zone: tzinfo) -> datetime:
    hour = clock.hour
    there = datetime(
        day.year, day.month, day.day, hour % 24, clock.minute, clock.second, tzinfo=zone
    )
    return valid_instant(there if hour < 24 else there + hour // 24 * _A_DAY)


def _differs(written: tzinfo, zone: tzinfo, now: datetime) -> bool:
    wall = now.replace(tzinfo=None)
    return wall.replace(tzinfo=written).utcoffset() != wall.replace(tzinfo=zone).utcoffset()


def _end_of_day_elsewhere(
    found: Resolved, day: date, written: tzinfo, now: datetime, zone: tzinfo
) -> None:
    """ "Feb 3 PST" may mean the end of that day over there: kept beside the date as written."""
    if not _differs(written, zone, now):
        return
    there = _instant(day, _LAST_MINUTE, written).astimezone(zone)
    found.others.append(Resolved(there, "datetime", ["date_only", "converted_zone"]))


def _judge(found: Resolved, now: datetime) -> Resolved:
    ahead = found.at - now
    if ahead > _FAR:
        found.doubts.append("far")
    # Within one zone wall clocks are compared, which are off by an hour or two at most.
    elif ahead < _A_DAY and found.at.astimezone(UTC) < now:
        found.assumptions.append("past")
        found.doubts.append("past")
    return found


def _two_readings(found: Resolved) -> Resolved:
    if "weekday_mismatch" in found.doubts or "far" in found.doubts:
        return found
    if any(abs(other.at - found.at) >= _A_DAY for other in found.others):
        found.doubts.append("two_readings")
    return found
