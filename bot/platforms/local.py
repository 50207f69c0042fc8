"""The local page as a platform: the same handlers, answering in a browser on this machine.

The page reads what was delivered from the database (`storage/history.py`), so that a page that was
closed, or opens anew, misses nothing; sending is done once the delivery is settled as sent.
"""

import asyncio
import re
import shutil
import time
import uuid
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Literal

import msgspec

from bot.platforms.base import (
    AnswerTo,
    Body,
    Incoming,
    MediaGone,
    MediaSource,
    MediaTooLarge,
    Outgoing,
    Sent,
)
from handlers.events import Event, Joined, PickedDate, Pressed, Said, Unknown
from handlers.replies import Document, Link, Reply, Shown, Text, apart

ADDRESS = "local"
"""There is one local chat."""

SPOOL_KEEPS = 24 * 3600
"""Seconds that an upload lies here; the evidence store has a copy of its own long before."""

CHUNK = 256 * 1024

_SAFE_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


class LocalPlatform:
    """Turns the page's events into those of a conversation, and replies into what it can show."""

    name = "local"
    idempotent_push = True
    counts_pushes = False

    def __init__(self, spool: Path) -> None:
        self._spool = spool

    async def start(self) -> None:
        """Make the folder that uploads wait in."""
        await asyncio.to_thread(self._sweep)

    async def stop(self) -> None:
        """Nothing is open."""

    def understand(self, raw: Mapping[str, Any], *, locale: str) -> Incoming:
        """Read an event of the page; what is not one of ours becomes `Unknown`."""
        key = _text(raw, "id") or None
        message = _text(raw, "message") or None
        event: Event
        match raw.get("type"):
            case "said":
                event = Said(_text(raw, "text"), message=key)
            case "pressed":
                event = Pressed(_text(raw, "payload"), message)
            case "picked":
                event = PickedDate(_text(raw, "payload"), _text(raw, "value"), message)
            case "media":
                return Incoming(media=_media(raw, key))
            case "joined":
                event = Joined()
            case other:
                event = Unknown(str(other))
        return Incoming(event=event, pressed_message=message)

    def render(self, reply: Reply, to: AnswerTo, *, locale: str) -> list[Body]:
        """One body a node, as the page shows it; a reply that only has a toast becomes a line."""
        shown = (_as_shown(node) for node in apart(reply))
        bodies: list[Body] = [{"node": msgspec.to_builtins(node)} for node in shown]
        if reply.toast:
            if bodies:
                bodies[0]["toast"] = reply.toast
            else:
                bodies.append({"toast": reply.toast})
        return bodies

    async def send(self, outgoing: Outgoing) -> Sent:
        """Take a body: the commit that settles it wakes the open pages."""
        return Sent(message=outgoing.retry_key)

    async def fetch(self, media: MediaSource, limit: int) -> AsyncIterator[bytes]:
        """Read an uploaded file. Raises MediaGone, and MediaTooLarge over `limit` bytes."""
        try:
            path = self.spooled(media.reference)
            size = (await asyncio.to_thread(path.stat)).st_size
        except (FileNotFoundError, ValueError):
            raise MediaGone(media.reference) from None
        if size > limit:
            raise MediaTooLarge(media.reference)
        file = await asyncio.to_thread(path.open, "rb")
        try:
            while chunk := await asyncio.to_thread(file.read, CHUNK):
                yield chunk
        finally:
            file.close()

    async def working(self, address: str) -> None:
        """The page sees for itself that an answer is due."""

    async def members(self, address: str) -> int | None:
        """One person sits before the page, and a push costs nothing."""
        return 1

    def spooled(self, name: str) -> Path:
        """Where the upload of this name lies. Raises ValueError for a name that is not ours."""
        if not _SAFE_NAME.fullmatch(name):
            raise ValueError(name)
        return self._spool / name

    def take(self, name: str, file: BinaryIO) -> None:
        """Put an upload into the folder, whole or not at all; the same name again replaces it."""
        self._sweep()
        path = self.spooled(name)
        partly = path.with_suffix(f".{uuid.uuid4().hex}")
        with partly.open("wb") as copy:
            shutil.copyfileobj(file, copy, CHUNK)
        partly.replace(path)

    def _sweep(self) -> None:
        self._spool.mkdir(parents=True, exist_ok=True)
        oldest = time.time() - SPOOL_KEEPS
        for path in self._spool.iterdir():
            if path.is_file() and path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)


def _as_shown(node: Shown) -> Shown:
    """A file of one answer is a link here: the page and the bot are on one machine."""
    if not isinstance(node, Document):
        return node
    return Text(node.caption, (Link(node.label, node.address),) if node.address else ())


def _text(raw: Mapping[str, Any], name: str) -> str:
    value = raw.get(name)
    return value if isinstance(value, str) else ""


def _media(raw: Mapping[str, Any], key: str | None) -> MediaSource:
    media_type = _text(raw, "media_type")
    kind: Literal["photo", "video", "file"] = "file"
    if media_type.startswith("image/"):
        kind = "photo"
    elif media_type.startswith("video/"):
        kind = "video"
    size, album_size = raw.get("size"), raw.get("album_size")
    return MediaSource(
        reference=_text(raw, "file"),
        kind=kind,
        message=key,
        size=size if isinstance(size, int) else None,
        name=_text(raw, "name"),
        album=_text(raw, "album"),
        album_size=album_size if isinstance(album_size, int) else None,
    )
