"""Date pickers: what one opens with, and the moment that a picked wall time means.

A picker knows no zone: its values are wall times in the owner's zone. 23:59, which it opens with,
means that only the day is known.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.buttons import Verb, pack
from handlers.ceilings import FAR
from handlers.reading.zones import wall_instant
from handlers.replies import PickDate
from handlers.turn import Turn
from storage.records import Deadline, Dispute

END_OF_DAY = time(23, 59)


@dataclass(frozen=True, slots=True)
class NewDate:
    """A deadline's new moment in UTC, however it was told."""

    at: datetime
    precision: str
    kind: str = "unknown"
    source_text: str = ""
    assumptions: tuple[str, ...] = field(default=())


def date_payload(case: Dispute, date: NewDate) -> str:
    """A button that gives a case, or a card that is open, this date."""
    precision = "d" if date.precision == "date" else "t"
    return pack(Verb.PUT_DATE, case.id, f"{date.kind}.{precision}.{int(date.at.timestamp())}")


def picker(turn: Turn, label: str, payload: str, clock: Deadline | None = None) -> PickDate:
    """A picker that opens on this deadline if it is still to come, else on tomorrow."""
    here = turn.now.astimezone(ZoneInfo(turn.owner.zone))
    start = datetime.combine(here.date() + timedelta(days=1), END_OF_DAY)
    if clock is not None and clock.at > turn.now:
        start = clock.at.astimezone(here.tzinfo).replace(tzinfo=None)
    earliest = datetime.combine(here.date(), time())
    return PickDate(
        label,
        payload,
        initial=f"{start:%Y-%m-%dT%H:%M}",
        earliest=f"{earliest:%Y-%m-%dT%H:%M}",
        latest=f"{max(start, earliest + FAR):%Y-%m-%dT%H:%M}",
    )


def picked(value: str, zone: str, kind: str = "") -> NewDate | None:
    """The moment of a picked wall time; None for what is no date.

    A wall time that a clock change skips becomes the first valid moment after it; of a doubled
    one the earlier is taken.
    """
    try:
        wall = datetime.fromisoformat(value)
    except ValueError:
        return None
    if wall.tzinfo is not None:
        return None
    dated = len(value) <= len("2027-02-03") or wall.time() == END_OF_DAY
    if dated:
        wall = datetime.combine(wall.date(), END_OF_DAY)
    try:
        at = wall_instant(wall, ZoneInfo(zone)).astimezone(UTC)
    except OverflowError:
        return None
    return NewDate(at, "date" if dated else "datetime", kind or "unknown")
