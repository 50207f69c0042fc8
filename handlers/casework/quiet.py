"""Quiet hours: when nobody is woken, and what waits for the morning.

Wall times in the chat's zone, 22:00 to 07:00 unless the owner chose others.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from handlers.reading.zones import wall_instant, zone_of

ENOUGH = timedelta(hours=2)
"""What must remain after quiet hours for a warning to wait for their end."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Quiet:
    """The quiet hours of a zone; equal times mean that there are none."""

    start: time
    end: time
    zone: tzinfo

    def window(self, moment: datetime) -> tuple[datetime, datetime] | None:
        """The quiet hours that this moment lies in, as instants (UTC); None outside of them.

        The first instant is quiet, the last one is not any more.
        """
        if self.start == self.end:
            return None
        day = moment.astimezone(self.zone).date()
        for begin in (day - _DAY, day):
            finish = begin + _DAY if self.end <= self.start else begin
            window = (at_wall(begin, self.start, self.zone), at_wall(finish, self.end, self.zone))
            if window[0] <= moment < window[1]:
                return window
        return None


def wait_for_morning(
    now: datetime, at: datetime, zone: str, quiet_from: time, quiet_until: time
) -> datetime | None:
    """The end of quiet hours (UTC) for which an overdue warning waits; None: it goes now.

    It goes now outside of them, and where less than two hours would remain before the deadline. A
    deadline that has passed already can wait.
    """
    window = Quiet(quiet_from, quiet_until, zone_of(zone)).window(now)
    if window is None or now < at < window[1] + ENOUGH:
        return None
    return window[1]


def at_wall(day: date, clock: time, zone: tzinfo) -> datetime:
    """The instant (UTC) of a wall time: the first valid one of none, the earlier of two."""
    return wall_instant(datetime.combine(day, clock), zone).astimezone(UTC)
