"""One turn of a conversation: what a handler gets, whatever the platform."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.calendar_addresses import Addresses
from handlers.events import Event, Said
from handlers.house import House
from handlers.reading.model import Reading
from locales.catalogue import Words
from storage.owner_records import Chat, Owner


@dataclass(slots=True)
class Turn:
    """An event, who it came from, and the open write transaction that its consequences go into.

    `now` is the present moment in UTC (a local chat's own clock, if that was moved), `at` the
    platform's time of the event. `reading` is there for `Said` only. `say` gives texts in the
    owner's language: `say("register-card-title", number=3)`.
    """

    tx: AsyncConnection
    now: datetime
    at: datetime
    owner: Owner
    chat: Chat
    event: Event
    say: Words
    reading: Reading | None = None
    calendars: Addresses | None = None
    """Who signs the addresses of calendars; None where there are none."""
    house: House = field(default_factory=House)

    @property
    def message(self) -> str | None:
        """The platform's id of what was written, if the event is a written message."""
        return self.event.message if isinstance(self.event, Said) else None
