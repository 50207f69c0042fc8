"""The reply tree: what a handler answers, before any platform's limits.

A handler builds it, a view (`bot/platforms/*_view.py`) walks it and knows its platform's limits:
nothing is dropped for being long, it is split. The tree is kept as JSON in the outbox until it is
sent, so each node is a tagged msgspec struct.
"""

from collections.abc import Callable
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


class Document(Node, frozen=True, tag="document"):
    """A small text file that is written for this answer, as a calendar's entry is.

    It goes as a file where the platform takes files with a message; elsewhere `address` (a public
    one, or empty) stands behind a button of this `label`.
    """

    name: str
    media_type: str
    content: str
    caption: str
    label: str
    address: str = ""


class Mark(Node, frozen=True):
    """One moment on a time line: when it is, in words too, and what it is.

    `more` is a few words beside it: the time left, or whose proposal it was. A `warnings` mark
    stands for all notices until the mark after it.
    """

    kind: Literal["past", "now", "next", "clock", "coming", "warnings"]
    at: datetime
    words: str
    label: str
    more: str = ""


class Timeline(Node, frozen=True):
    """A case's clocks in their order, as finished words: a platform draws them and knows no more.

    Marks stand in the order of time.
    """

    title: str
    stage: str
    marks: tuple[Mark, ...]


class Picture(Node, frozen=True, tag="picture"):
    """A time line to be drawn. All that it shows stands in `caption`, too.

    Whoever gets no picture (LINE without a public address, a screen reader) reads the caption.
    """

    timeline: Timeline
    caption: str
    buttons: tuple[Button, ...] = ()

    @property
    def told(self) -> "Text":
        """The same without the picture."""
        return Text(self.caption, self.buttons)


class Asked(Node, frozen=True, tag="asked"):
    """A card and the question after it, so that a press on either leaves no outdated card behind.

    Where a platform edits the pressed message, both stand in one (`together`); elsewhere they are
    two messages (`apart`). `shown` says that the card stands on the screen already: where it cannot
    be edited, the question alone is enough then.
    """

    card: Card
    question: Text | None = None
    shown: bool = False


Shown = Text | Card | Copyable | Media | Document | Picture
ReplyNode = Shown | Asked


class Reply(Node, frozen=True):
    """One answer or notice: nodes in order.

    `replaces_pressed`: where a platform can edit the message that was pressed (Telegram), the first
    node takes its place; elsewhere it is sent anew. `toast`: a few words shown over the screen
    where the platform can (Telegram's callback answer). `silent`: it comes without a sound.

    `album`: it tells of files that came together, and takes the place of the former answer to the
    same album, but for that one's first `album_lead` nodes. It waits a moment for the next file,
    unless the album is `album_whole`.
    """

    nodes: tuple[ReplyNode, ...] = ()
    replaces_pressed: bool = False
    toast: str = ""
    silent: bool = False
    album: str = ""
    album_lead: int = 0
    album_whole: bool = False


def change_card(reply: Reply, change: Callable[[Card], Card]) -> Reply:
    """The reply with its first node's card changed; as it was, if it does not begin with one."""
    first, *others = reply.nodes
    if isinstance(first, Card):
        first = change(first)
    elif isinstance(first, Asked):
        first = msgspec.structs.replace(first, card=change(first.card))
    return msgspec.structs.replace(reply, nodes=(first, *others))


def cards(reply: Reply) -> tuple[Card, ...]:
    """The cards of a reply, without the questions after them."""
    found = (node.card if isinstance(node, Asked) else node for node in reply.nodes)
    return tuple(node for node in found if isinstance(node, Card))


def together(reply: Reply) -> tuple[Shown, ...]:
    """What is shown where a press edits its message: each question stands in its card's message."""
    return tuple(_joined(node) for node in reply.nodes)


def _joined(node: ReplyNode) -> Shown:
    if not isinstance(node, Asked):
        return node
    if node.question is None:
        return node.card
    return msgspec.structs.replace(
        node.card,
        notes=(*node.card.notes, node.question.words),
        buttons=(*node.question.buttons, *node.card.buttons),
    )


def apart(reply: Reply) -> tuple[Shown, ...]:
    """What is shown elsewhere: each question is a message of its own, after its card."""
    return tuple(part for node in reply.nodes for part in _parts(node))


def _parts(node: ReplyNode) -> tuple[Shown, ...]:
    if not isinstance(node, Asked):
        return (node,)
    if node.question is None:
        return (node.card,)
    return (node.question,) if node.shown else (node.card, node.question)


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Reply)


def to_json(reply: Reply) -> str:
    """Write a reply as JSON, as it lies in the outbox."""
    return _encoder.encode(reply).decode()


def from_json(text: str) -> Reply:
    """Read a reply back from the outbox. Raises msgspec.ValidationError if it is none."""
    return _decoder.decode(text)
