"""Owners (persons and groups) and their chats, as plain frozen records; times are in UTC.

Structs, as the records of messages are: some of each are made for every message that comes or goes,
and a frozen dataclass takes six times as long to make.
"""

from collections.abc import Mapping
from datetime import datetime, time

from msgspec import Struct, field

from storage.states import ChatState


class Owner(Struct, frozen=True):
    """A person or a group, with its settings. All times of day are wall times in `zone`."""

    id: int
    zone: str
    locale: str
    quiet_from: time
    quiet_until: time
    """Equal to `quiet_from`: there are no quiet hours."""
    created_at: datetime
    warn_at: time | None = None
    """The hour at which warnings that count days come; None: each at the hour of its rule."""
    leads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How long before a deadline it is warned about, by kind or `all` (`handlers.casework.leads`);
    empty: by the rules of its kind."""
    look_at: time | None = None
    """The hour of the daily question after the screen, where no warning of its day carries it."""
    quiet_good: bool = False
    """Whether what is only good news comes without a sound."""
    told_on: str | None = None
    """The platform that warnings go to, where chats on several are linked."""
    erasing_since: datetime | None = None
    """Everything of this owner is to go: nothing new is handled until it has."""


UNCOUNTED = 5


class Chat(Struct, frozen=True):
    """One conversation on one platform."""

    id: int
    owner_id: int
    platform: str
    address: str
    group: bool
    state: ChatState
    clock_ahead: int
    """Seconds that a local chat's own clock was moved ahead; 0 on LINE and Telegram."""
    members: int | None = None
    """How many people a push to a LINE group reaches, as far as it was counted."""

    @property
    def recipients(self) -> int:
        """How many a push counts for; a group that nobody has counted yet as a few."""
        return (self.members or UNCOUNTED) if self.group else 1
