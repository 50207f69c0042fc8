"""What can happen in a chat, with the platform taken out of it."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Said:
    """A person wrote a message; an edited one names the message that it corrects."""

    text: str
    message: str | None = None
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Pressed:
    """A person pressed a button; `message` is the platform's id of the message it stood on."""

    payload: str
    message: str | None = None


@dataclass(frozen=True, slots=True)
class PickedDate:
    """A person chose a date or a moment in a picker.

    `value` is a wall time without a zone (`2027-02-03` or `2027-02-03T18:00`), to be read in the
    chat's zone: neither LINE's picker nor our calendar knows one.
    """

    payload: str
    value: str
    message: str | None = None


MediaProblem = Literal["too_large", "too_many_pixels", "not_a_picture", "unsupported", "gone"]


@dataclass(frozen=True, slots=True)
class SentMedia:
    """A person sent a photo, a video or a file, already fetched and stored.

    `problem` tells why nothing was stored; then `sha256` is empty.
    """

    sha256: str = ""
    blob: str = ""
    media_type: str = ""
    size: int = 0
    width: int | None = None
    height: int | None = None
    message: str | None = None
    caption: str = ""
    problem: MediaProblem | None = None
    is_video: bool = False
    album: str = ""
    """The platform's name of what was sent together; empty for a file that came alone."""
    album_size: int | None = None
    """Of how many files, where the platform tells."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The bot was added: followed, unblocked, or invited into a group."""

    again: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """The bot was blocked or removed: nothing can be sent here now."""

    reason: Literal["blocked", "removed"] = "blocked"


@dataclass(frozen=True, slots=True)
class MembersChanged:
    """People came into a group, or went out of it."""


@dataclass(frozen=True, slots=True)
class Unsent:
    """A person took a message back."""

    message: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat goes on under another address (Telegram: a group became a supergroup)."""

    address: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that needs no answer: a sticker, a new kind of event, a service message."""

    kind: str = "unknown"
    in_conversation: bool = field(default=False)
    """True when a person meant it for the bot (a sticker, a voice message) and waits."""


Event = (
    Said
    | Pressed
    | PickedDate
    | SentMedia
    | Joined
    | Left
    | MembersChanged
    | Unsent
    | Moved
    | Unknown
)
