"""What every platform can do for the rest of the bot, and what can become of a send.

A platform turns raw webhook events into `Incoming`, a reply tree into bodies that are frozen into
deliveries, and sends one frozen body at a time. It keeps no state of a chat and opens no database.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol

from msgspec import Struct

from handlers.events import Event
from handlers.replies import Reply

Body = dict[str, Any]
"""One call over the wire, as JSON: frozen before the first try, resent byte for byte."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """The little that is read from a raw event before it is stored.

    `key` is the platform's own id of the event (LINE `webhookEventId`, Telegram `update_id`);
    `address` is None for events that belong to no chat (they are kept and logged by type only).
    """

    key: str
    address: str | None
    group: bool
    at: datetime
    raw: Mapping[str, Any]
    kind: str = "unknown"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class MediaSource:
    """Where the bytes of a photo, video or file can be fetched, while the platform keeps them."""

    reference: str
    kind: Literal["photo", "video", "file"]
    message: str | None
    size: int | None = None
    name: str = ""
    caption: str = ""
    album: str = ""
    """The platform's name of what was sent together; empty for a file that came alone."""
    album_size: int | None = None
    """Of how many files, where the platform tells."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A stored raw event, understood: either an event of the conversation or media to fetch first.

    `reply_token` and `reply_until` are LINE's free answer; `callback` is Telegram's query id that
    must be answered; `pressed_message` is the message a button stood on. `silent` events are kept
    and not answered (LINE standby).
    """

    event: Event | None = None
    media: MediaSource | None = None
    reply_token: str | None = None
    callback: str | None = None
    pressed_message: str | None = None
    silent: bool = False
    bodies: tuple[Body, ...] = ()
    """What the platform itself answers, without the conversation: Telegram's inline calendar."""


class AnswerTo(Struct, frozen=True):
    """What an answer hangs on: carried in the outbox row beside the reply tree, as JSON.

    `row` is that row's own number, known once it is frozen.
    """

    reply_token: str | None = None
    reply_at: datetime | None = None
    callback: str | None = None
    pressed_message: str | None = None
    row: int | None = None
    updates: bool = False
    """Nobody pressed: a message of ours is brought up to date, where a platform can do that."""


class Sent(Struct, frozen=True):
    """The platform has it; `message` is its id of the message there, if it told one."""

    message: str | None = None


class TryLater(Struct, frozen=True):
    """Surely not delivered, or repeatable without harm: the same body again.

    `after`: seconds the platform asked for. `everyone`: it holds for all traffic to this platform.
    """

    reason: str
    after: float | None = None
    everyone: bool = False


class Uncertain(Struct, frozen=True):
    """The body left and no answer came: it may have been delivered."""

    reason: str


class Refused(Struct, frozen=True):
    """The chat takes nothing any more (blocked, removed, unknown): nothing more goes there."""

    reason: str


class Followed(Struct, frozen=True):
    """The chat has a new address: send the same there."""

    address: str


class QuotaSpent(Struct, frozen=True):
    """LINE's monthly number of pushes is used up."""

    reason: str = "monthly limit"


class BadToken(Struct, frozen=True):
    """The platform does not know our token: nothing is refused, the operator is told."""

    reason: str


class Rejected(Struct, frozen=True):
    """The platform will never take this body: a mistake of ours. Parked, the operator is told."""

    reason: str


Outcome = Sent | TryLater | Uncertain | Refused | Followed | QuotaSpent | BadToken | Rejected


NO_FILES: Mapping[str, bytes] = {}


class Outgoing(Struct, frozen=True):
    """One frozen delivery on its way.

    `again` is true when an earlier attempt at it has an unknown fate; `reply_token` is None when
    it must be pushed. `marked` asks for the 再送 mark, in the words of `locale`.
    """

    address: str
    body: Body
    retry_key: str
    reply_token: str | None = None
    again: bool = False
    marked: bool = False
    locale: str = "ja"
    blobs: Mapping[str, bytes] = NO_FILES


class Platform(Protocol):
    """LINE, Telegram or the local page."""

    name: str
    idempotent_push: bool
    """A body sent again under its retry key cannot arrive twice (LINE)."""
    counts_pushes: bool
    """Only so many recipients may be pushed to in a month (LINE)."""

    async def start(self) -> None:
        """Open the client. A platform that cannot be reached now is tried again, not fatal."""
        ...

    async def stop(self) -> None:
        """Close the client."""
        ...

    def understand(self, raw: Mapping[str, Any], *, locale: str) -> Incoming:
        """Read a stored raw event; what the SDK cannot type becomes `Unknown`, never an error."""
        ...

    def render(self, reply: Reply, to: AnswerTo, *, locale: str) -> list[Body]:
        """Turn a reply into bodies, one per call, none over a limit, none empty."""
        ...

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Send one body and say what became of it. Never raises for a platform's failure."""
        ...

    def fetch(self, media: MediaSource, limit: int) -> AsyncIterator[bytes]:
        """Stream the bytes of a photo or video.

        Raises MediaGone when the platform no longer has it, MediaTooLarge over `limit` bytes,
        MediaLater when it should be tried again.
        """
        ...

    async def working(self, address: str) -> None:
        """Show that the bot is at work (LINE's loading animation, Telegram's chat action)."""
        ...

    async def members(self, address: str) -> int | None:
        """How many recipients a push to this chat counts; None when unknown."""
        ...


class MediaGone(Exception):
    """The platform has deleted the file, or its sender took it back."""


class MediaTooLarge(Exception):
    """The file is over the limit."""


class MediaLater(Exception):
    """The platform cannot give the file just now."""


class Forged(Exception):
    """A webhook's signature or secret is missing or wrong: nothing of it is stored."""


class Unreadable(Exception):
    """A webhook's body is not the JSON that the platform sends."""
