"""The reply tree: what a handler answers, before any platform's limits.

A handler builds it, a view (`bot/platforms/*_view.py`) walks it and knows its platform's limits:
nothing is dropped for being long, it is split. The tree is kept as JSON in the outbox until it is
sent, so each node is a tagged msgspec struct.
"""

from datetime import datetime
from typing import Literal

import msgspec


class Node(msgspec.Struct, frozen=True, omit_defaults=True):
    """Common settings of all nodes: immutable, small as JSON."""


class Press(Node, frozen=True, tag="press"):
    """A button that comes back as `Pressed` with this payload (`handlers/buttons.py`)."""

    label: str
    payload: str
    style: Literal["plain", "primary", "danger"] = "plain"


class PickDate(Node, frozen=True, tag="pick"):
    """A button that opens a date picker and comes back as `PickedDate`.

    LINE and the local page have a picker of their own; Telegram gets an inline calendar. `initial`,
    `earliest` and `latest` are wall times in the chat's zone, `2027-02-03T18:00`.
    """

    label: str
    payload: str
    mode: Literal["date", "datetime"] = "datetime"
    initial: str | None = None
    earliest: str | None = None
    latest: str | None = None


class Link(Node, frozen=True, tag="link"):
    """A button that opens a public https address."""

    label: str
    url: str


class Copy(Node, frozen=True, tag="copy"):
    """A button that puts a text into the clipboard (at most 256 characters: Telegram's limit)."""

    label: str
    text: str


class Camera(Node, frozen=True, tag="camera"):
    """A button that opens the camera or the camera roll where the platform has one (LINE)."""

    label: str
    roll: bool = False


Button = Press | PickDate | Link | Copy | Camera


class Instant(Node, frozen=True, tag="instant"):
    """A moment: Telegram shows it in each reader's own zone, the others show `words`."""

    at: datetime
    words: str
    precision: Literal["date", "datetime"] = "date"


class Row(Node, frozen=True, tag="row"):
    """One line of a card: a label and what stands beside it."""

    label: str
    value: str | Instant


class Progress(Node, frozen=True, tag="progress"):
    """How far a checklist is."""

    done: int
    total: int


class Text(Node, frozen=True, tag="text"):
    """A plain message, with buttons below it if there are any."""

    words: str
    buttons: tuple[Button, ...] = ()


class Card(Node, frozen=True, tag="card"):
    """A titled block that must stay legible and pressable: a dispute, a step, a warning, a list."""

    title: str
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()
    progress: Progress | None = None
    tone: Literal["case", "step", "warning", "done", "question"] = "case"


class Copyable(Node, frozen=True, tag="copyable"):
    """A text to be copied with one tap, e.g. an English sentence for AliExpress."""

    words: str
    label: str
    meaning: str = ""


class Media(Node, frozen=True, tag="media"):
    """A kept photo, video or document, given back. `blob` is its key in the evidence store."""

    blob: str
    media_type: str
    name: str
    caption: str = ""


ReplyNode = Text | Card | Copyable | Media


class Reply(Node, frozen=True):
    """One answer or notice: nodes in order.

    `replaces_pressed`: where a platform can edit the message that was pressed (Telegram), the first
    node takes its place; elsewhere it is sent anew. `toast`: a few words shown over the screen
    where the platform can (Telegram's callback answer).
    """

    nodes: tuple[ReplyNode, ...] = ()
    replaces_pressed: bool = False
    toast: str = ""


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Reply)


def to_json(reply: Reply) -> str:
    """Write a reply as JSON, as it lies in the outbox."""
    return _encoder.encode(reply).decode()


def from_json(text: str) -> Reply:
    """Read a reply back from the outbox. Raises msgspec.ValidationError if it is none."""
    return _decoder.decode(text)
