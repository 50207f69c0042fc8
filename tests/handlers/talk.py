"""A chat without a platform: says, presses and picks, and reads what is answered.

Real reading, real routes, a real database file; each turn is one committed transaction, as the
inbox does it.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.calendar_links import CalendarLinks
from handlers.buttons import pack
from handlers.events import Event, PickedDate, Pressed, Said, SentMedia
from handlers.reading.model import Reading
from handlers.reading.read import read
from handlers.replies import (
    Button,
    Camera,
    Card,
    Copy,
    Copyable,
    Document,
    Instant,
    Link,
    Media,
    PickDate,
    Picture,
    Press,
    Reply,
    ReplyNode,
    Shown,
    Text,
    apart,
    from_json,
    to_json,
    together,
)
from handlers.routes import answer
from handlers.turn import Turn
from locales.catalogue import Words
from storage import deadlines, disputes, outbox, owners
from storage.engine import Database
from storage.message_records import Planned
from storage.owner_records import Chat
from storage.records import Deadline, Dispute
from storage.tables import metadata

START = datetime(2027, 1, 30, 3, 0, tzinfo=UTC)
"""Saturday, January 30th 2027, 12:00 in Tokyo."""


@dataclass
class Talk:
    """One chat with the bot."""

    database: Database
    chat: Chat
    now: datetime = START
    reply: Reply | None = None
    pressed: list[str] = field(default_factory=list)
    calendars: CalendarLinks | None = None

    async def happens(self, event: Event, reading: Reading | None = None) -> Reply | None:
        """One event, handled and committed; its answer must survive the outbox.

        A message is really read, unless a `reading` is given.
        """
        async with self.database.write() as tx:
            self.reply = await self._answer(tx, event, reading)
        return self.reply

    async def tries(self, event: Event) -> Reply | None:
        """What would be answered, without any of its consequences."""
        async with self.database.read() as tx:
            reply = await self._answer(tx, event, None)
            await tx.rollback()
        return reply

    async def _answer(
        self, tx: AsyncConnection, event: Event, reading: Reading | None
    ) -> Reply | None:
        chat = self.chat = await owners.chat(tx, self.chat.id)
        owner = await owners.owner(tx, chat.owner_id)
        say = Words(owner.locale, strict=True)
        if reading is None and isinstance(event, Said):
            reading = read(event.text, self.now, owner.zone)
        reply = await answer(
            Turn(tx, self.now, self.now, owner, chat, event, say, reading, self.calendars)
        )
        if reply is not None:
            _check_reply(reply)
        return reply

    async def say(self, text: str, message: str | None = None, *, edited: bool = False) -> str:
        """Write a message; returns what the answer shows, as one text."""
        await self.happens(Said(text, message, edited))
        return self.shown

    async def understood(self, reading: Reading, text: str = "…") -> str:
        """Write a message that is read like this."""
        await self.happens(Said(text), reading)
        return self.shown

    async def press(self, label: str) -> str:
        """Press the last button of this label."""
        button = self.button(label)
        assert isinstance(button, Press), f"{label} is no button to press"
        return await self.press_payload(button.payload)

    async def press_payload(self, payload: str) -> str:
        """Press a button that stands somewhere above, or never stood anywhere."""
        self.pressed.append(payload)
        reply = await self.happens(Pressed(payload))
        assert reply is not None, f"no answer to {payload}"
        return self.shown

    async def pick(self, label: str, value: str) -> str:
        """Open the picker of this label and choose."""
        button = self.button(label)
        assert isinstance(button, PickDate), f"{label} is no picker"
        return await self.pick_payload(button.payload, value)

    async def pick_payload(self, payload: str, value: str) -> str:
        """A date from a picker that stands somewhere above."""
        self.pressed.append(payload)
        assert await self.happens(PickedDate(payload, value)) is not None
        return self.shown

    async def photo(self, sha256: str = "a" * 64, **more: Any) -> str:
        """Send a photo."""
        values: dict[str, Any] = {
            "sha256": sha256,
            "blob": f"evidence/{sha256}",
            "media_type": "image/jpeg",
            "size": 120_000,
            "width": 800,
            "height": 600,
            **more,
        }
        await self.happens(SentMedia(**values))
        return self.shown

    @property
    def nodes(self) -> tuple[Shown, ...]:
        """What this platform shows of the answer."""
        if self.reply is None:
            return ()
        edits = self.chat.platform == "telegram"
        return together(self.reply) if edits else apart(self.reply)

    @property
    def shown(self) -> str:
        """Everything a person reads in the answer, buttons in square brackets."""
        if self.reply is None:
            return ""
        return "\n".join(line for node in self.nodes for line in _lines(node))

    @property
    def buttons(self) -> list[Button]:
        """All buttons of the last answer."""
        nodes = self.nodes
        return [
            b for node in nodes if isinstance(node, Text | Card | Picture) for b in node.buttons
        ]

    @property
    def labels(self) -> list[str]:
        """Their labels."""
        return [button.label for button in self.buttons]

    def button(self, label: str) -> Button:
        """The last button of this label, or whose label begins with it."""
        found = [b for b in self.buttons if b.label == label]
        found = found or [b for b in self.buttons if b.label.startswith(label)]
        assert found, f"no button {label!r} among {self.labels}"
        return found[-1]

    def cards(self) -> list[Card]:
        """The cards of the last answer."""
        nodes = self.nodes
        return [node for node in nodes if isinstance(node, Card)]

    async def running(self) -> list[Dispute]:
        """The owner's running cases."""
        async with self.database.read() as tx:
            return await disputes.running(tx, self.chat.owner_id)

    async def drafts(self) -> list[Dispute]:
        """The owner's open cards."""
        async with self.database.read() as tx:
            return await disputes.drafts(tx, self.chat.owner_id)

    async def clocks(self) -> list[Deadline]:
        """The owner's active deadlines."""
        async with self.database.read() as tx:
            return await deadlines.active(tx, self.chat.owner_id)

    async def warnings(self) -> list[Planned]:
        """All warnings to come."""
        async with self.database.read() as tx:
            found = [await outbox.warnings_of(tx, clock.id) for clock in await self._all(tx)]
        return sorted((one for rows in found for one in rows), key=lambda one: one.due_at)

    async def _all(self, tx: Any) -> list[Deadline]:
        found = []
        for dispute_id in range(1, 80):
            found += await deadlines.of_dispute(tx, dispute_id)
        return found

    async def later(self, **span: float) -> None:
        """Time passes."""
        self.now += timedelta(**span)

    async def register(self, text: str = "") -> str:
        """Register a case from a sentence."""
        await self.say(text or "色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入")
        return await self.press("これで登録")


def payload(verb: str, id: int | None = None, argument: object = "") -> str:
    """A payload as a button would carry it."""
    return pack(verb, id, argument)


def _lines(node: ReplyNode) -> list[str]:
    if isinstance(node, Card):
        rows = [f"{row.label}: {_value(row.value)}" for row in node.rows]
        return [node.title, *rows, *node.notes, _labels(node.buttons)]
    if isinstance(node, Text):
        return [node.words, _labels(node.buttons)]
    if isinstance(node, Copyable):
        return [node.words, node.meaning]
    if isinstance(node, Document):
        return [f"<{node.media_type} {node.name}> {node.caption} {node.address}"]
    if isinstance(node, Picture):
        return [node.caption, _labels(node.buttons)]
    assert isinstance(node, Media)
    return [f"<{node.media_type} {node.name}> {node.caption}"]


def _value(value: str | Instant) -> str:
    return value if isinstance(value, str) else value.words


def _labels(buttons: tuple[Button, ...]) -> str:
    return " ".join(f"[{button.label}]" for button in buttons)


def _check_reply(reply: Reply) -> None:
    """What the outbox needs: content that comes back from it as it went in."""
    assert from_json(to_json(reply)) == reply
    assert reply.nodes or reply.album, "an answer without content"
    assert len(reply.toast) <= 200
    for node in (*apart(reply), *together(reply)):
        _check(node)


def _check(node: Shown) -> None:
    """What every platform needs: texts that are there, payloads that fit."""
    for button in node.buttons if isinstance(node, Text | Card | Picture) else ():
        assert button.label.strip()
        if isinstance(button, Press | PickDate):
            assert len(button.payload.encode()) <= 64
        if isinstance(button, Link):
            assert button.url.startswith("https://")
            assert len(button.url) <= 1000
            assert button.url.isascii()
        assert isinstance(button, Press | PickDate | Link | Copy | Camera)
    shown = "\n".join(_lines(node))
    assert "{ $" not in shown
    assert shown.strip()


@cache
def _empty_file() -> bytes:
    """A database file with all tables and no rows: made once, copied for each test."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "empty.db")
        engine = create_engine(f"sqlite:///{path}")
        metadata.create_all(engine)
        engine.dispose()
        return path.read_bytes()


@asynccontextmanager
async def talk_in(
    path: Path,
    *,
    platform: str = "line",
    group: bool = False,
    address: str = "U1",
    locale: str = "ja",
    zone: str = "Asia/Tokyo",
) -> AsyncIterator[Talk]:
    """A chat over a new database file (or over the one that is there)."""
    if not path.exists():
        path.write_bytes(_empty_file())
    database = Database(f"sqlite:///{path}")
    try:
        async with database.write() as tx:
            chat = await owners.open_chat(
                tx, platform, address, group=group, zone=zone, locale=locale, now=START
            )
        yield Talk(database, chat)
    finally:
        await database.close()
