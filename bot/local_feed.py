"""What the local page shows, read from the database: the conversation so far, then what is new.

A page that was closed, opened twice or outlived a restart of the bot shows the same as one that
stayed open: each entry has an id of its own, and a mark says how far a page has come.
"""

import asyncio
import contextlib
import json
import logging
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sse_starlette import ServerSentEvent

from bot.clock import Clock
from bot.local_clock import present
from bot.platforms.local import ADDRESS, LocalPlatform
from storage import history, owners
from storage.engine import Database
from storage.history import Entry, Mark
from storage.owner_records import Chat, Owner

log = logging.getLogger(__name__)
# It writes every event that it sends into the debug log, and those hold what people wrote.
logging.getLogger("sse_starlette.sse").setLevel(logging.INFO)

LOOK_EVERY = 2.0
"""Seconds between looks without a commit of this process: another one may have sent something."""

WAITS_AFTER_LOSS = 2.0
"""Seconds before a page that lost the database may ask again."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One look at the chat; everything is empty before its first event."""

    chat: Chat | None = None
    owner: Owner | None = None
    entries: tuple[Entry, ...] = ()
    waiting: bool = False


@dataclass(slots=True)
class Feed:
    """Reads the local chat for its pages, and wakes those that are open."""

    database: Database
    clock: Clock
    zone: str
    locale: str
    fill: Callable[[dict[str, Any]], dict[str, Any]] = dict
    """Puts in what a kept answer must not hold."""
    _open: set[asyncio.Event] = field(default_factory=set)
    _closed: bool = False

    def __post_init__(self) -> None:
        """Every commit of this process may hold something to show."""
        self.database.on_commit(self._ring)

    def close(self) -> None:
        """End all open streams, so that the server can stop."""
        self._closed = True
        self._ring()

    def _ring(self) -> None:
        for stream in self._open:
            stream.set()

    async def look(self, since: Mark | None = None, *, entries: bool = True) -> Seen:
        """The chat as it is now, in one consistent look."""
        async with self.database.read() as tx:
            chat = await owners.find_chat(tx, LocalPlatform.name, ADDRESS)
            if chat is None:
                return Seen()
            return Seen(
                chat,
                await owners.owner(tx, chat.owner_id),
                tuple(await history.conversation(tx, chat, since=since)) if entries else (),
                await history.is_waiting(tx, chat.id),
            )

    async def everything(self) -> dict[str, Any]:
        """The whole conversation as the page reads it."""
        seen = await self.look()
        mark = Mark()
        for entry in seen.entries:
            mark = _advance(mark, entry)
        return {
            "entries": [self._shown(entry) for entry in seen.entries],
            "mark": _written(mark),
            **self.state(seen),
        }

    async def news(self, after: str) -> AsyncIterator[ServerSentEvent]:
        """What comes after a mark, as it comes; ids let the page drop what it has already."""
        mark = _read_mark(after)
        rung = asyncio.Event()
        self._open.add(rung)
        told: set[str] = set()
        state: dict[str, Any] = {}
        try:
            while not self._closed:
                rung.clear()
                seen = await self.look(mark)
                fresh = [entry for entry in seen.entries if entry.id not in told]
                for entry in fresh:
                    told.add(entry.id)
                    mark = _advance(mark, entry)
                    yield _event("entry", self._shown(entry), _written(mark))
                # Also after each entry: an answer may be there before anybody saw that one is due.
                if fresh or self._settings(seen) != state:
                    state = self._settings(seen)
                    yield _event("state", self.state(seen))
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(rung.wait(), LOOK_EVERY)
        except (OSError, SQLAlchemyError) as problem:
            # Ending the stream tells the page, which asks again by itself.
            log.warning("the local page lost the database: %s", type(problem).__name__)
            await asyncio.sleep(WAITS_AFTER_LOSS)
        finally:
            self._open.discard(rung)

    def state(self, seen: Seen) -> dict[str, Any]:
        """Whether an answer is due, and what the chat's clock shows."""
        settings = self._settings(seen)
        waiting = settings.pop("waiting")
        shown = {"now": present(self.clock, seen.chat).isoformat(), **settings}
        return {"waiting": waiting, "clock": shown}

    def _shown(self, entry: Entry) -> dict[str, Any]:
        return {
            "id": entry.id,
            "mine": entry.mine,
            "at": entry.at.isoformat(),
            "blob": entry.blob,
            "content": entry.content if entry.mine else self.fill(entry.content),
        }

    def _settings(self, seen: Seen) -> dict[str, Any]:
        return {
            "waiting": seen.waiting,
            "ahead": seen.chat.clock_ahead if seen.chat else 0,
            "zone": seen.owner.zone if seen.owner else self.zone,
            "locale": seen.owner.locale if seen.owner else self.locale,
        }


def _event(name: str, content: dict[str, Any], id: str | None = None) -> ServerSentEvent:
    return ServerSentEvent(json.dumps(content, ensure_ascii=False), event=name, id=id)


def _advance(mark: Mark, entry: Entry) -> Mark:
    if entry.mine:
        return Mark(max(mark.event, entry.row), mark.delivery)
    return Mark(mark.event, max(mark.delivery, entry.row))


def _written(mark: Mark) -> str:
    return f"{mark.event}.{mark.delivery}"


def _read_mark(text: str) -> Mark:
    found = re.fullmatch(r"(\d{1,15})\.(\d{1,15})", text, re.ASCII)
    return Mark(int(found[1]), int(found[2])) if found else Mark()
