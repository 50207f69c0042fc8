"""Deadlines as an iCalendar file (RFC 5545), in the words of their owner's language.

A deadline keeps its UID for good, and its version is the SEQUENCE. One of which only a day is known
is an entry for that whole day, any other is a moment in UTC. What is over or closed is left out: a
calendar that is subscribed to takes the file as a whole, and drops what is not in it any more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.casework.policy import is_warning
from handlers.reading.zones import zone_of
from handlers.which import named
from handlers.wording import kind_words, stage_words
from locales.catalogue import Words
from storage import disputes, outbox
from storage.disputes import RUNNING
from storage.message_records import Planned
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus

if TYPE_CHECKING:
    from icalendar import Event

FORM = 1
"""Raised when the file is written otherwise, so that calendars fetch it anew."""
TITLE = 60
LENGTH = timedelta(minutes=30)
"""How long an entry lasts that ends with its deadline."""
HOUR = timedelta(hours=1)
"""How often a calendar app should ask."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A deadline with its case and the warnings that are still planned for it."""

    deadline: Deadline
    case: Dispute
    warnings: tuple[Planned, ...] = ()


async def entry_of(tx: AsyncConnection, owner_id: int, clock: Deadline) -> Entry | None:
    """A deadline as an entry of its owner's calendar; None if it is over, or its case is."""
    if clock.status is not DeadlineStatus.ACTIVE:
        return None
    case = await disputes.get(tx, owner_id, clock.dispute_id)
    if case is None or case.status.value not in RUNNING:
        return None
    return Entry(clock, case, tuple(await outbox.warnings_of(tx, clock.id)))


def as_ical(say: Words, entries: Iterable[Entry], *, name: str = "") -> bytes:
    """The file; with a `name` it is a calendar to subscribe to, asked for again every hour."""
    # Loaded where the first one is written: most processes never write any.
    from icalendar import Calendar, vDuration

    calendar = Calendar()
    calendar.add("prodid", "-//funso-navi//deadlines//JA")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", name)
        calendar["refresh-interval"] = vDuration(HOUR, params={"VALUE": "DURATION"})
        calendar["x-published-ttl"] = "PT1H"
    for entry in entries:
        calendar.add_component(_event(say, entry))
    return bytes(calendar.to_ical())


def _event(say: Words, entry: Entry) -> "Event":
    from icalendar import Alarm, Event

    clock, case = entry.deadline, entry.case
    event = Event()
    event.add("uid", uid_of(clock))
    event.add("sequence", clock.version)
    event.add("dtstamp", _written_at(entry))
    event.add("last-modified", _written_at(entry))
    title = say("calendar-title", kind=kind_words(say, clock.kind), title=named(say, case, TITLE))
    event.add("summary", title)
    event.add("description", _description(say, clock, case))
    if clock.precision == "date":
        day = clock.at.astimezone(zone_of(clock.zone)).date()
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
    else:
        at = clock.at.astimezone(UTC)
        event.add("dtstart", at - LENGTH)
        event.add("dtend", at)
    # It is nothing that takes place: the day stays free.
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    for row in entry.warnings:
        if is_warning(row.offset) and row.due_at <= clock.at:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", title)
            alarm.add("trigger", row.due_at.astimezone(UTC), parameters={"VALUE": "DATE-TIME"})
            event.add_component(alarm)
    return event


def uid_of(clock: Deadline) -> str:
    """Stable as long as the deadline lives, and nobody else's."""
    return f"{clock.id}-{int(clock.created_at.timestamp() * 1000)}@funso-navi"


def _written_at(entry: Entry) -> datetime:
    """When this version of the deadline came to be: then its warnings were planned."""
    planned = [row.planned_at for row in entry.warnings]
    return max([entry.deadline.created_at, *planned]).astimezone(UTC).replace(microsecond=0)


def _description(say: Words, clock: Deadline, case: Dispute) -> str:
    """What to do by then, and where the case stands."""
    known = clock.kind if say.has(f"do-{clock.kind}") else "unknown"
    lines = [say(f"do-{known}")]
    if case.stage:
        lines.append(say("calendar-stage", stage=stage_words(say, case.stage)))
    if clock.provisional:
        lines.append(say("card-note-provisional"))
    return "\n".join([*lines, say("calendar-source")])
