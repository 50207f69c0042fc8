"""Making archives in the background: exports and evidence packs, each under a lease.

A ZIP grows in a temporary folder and goes to the evidence store; row and message follow in one
transaction. A killed process leaves a folder that its system clears and a lease that runs out: the
archive is then begun anew. Not long after it was told of, the files are deleted (`bot/erasing.py`).
"""

import asyncio
import contextlib
import logging
import tempfile
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from prometheus_client import Counter
from sqlalchemy.exc import NoResultFound
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import evidence_pack, export_zip
from bot.archive_parts import Parts
from bot.clock import Clock
from bot.loop import BACKGROUND_REST, Loop
from bot.platforms.base import AnswerTo, Platform
from bot.wake import Wake, tell_others
from handlers import archive_cards
from handlers.replies import Card, Reply
from locales.catalogue import Words
from storage import archives, outbox, owners
from storage.blobs import Blobs
from storage.engine import Database, is_outage
from storage.leases import new_token
from storage.owner_records import Chat, Owner
from storage.records import Archive

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=30)
EVERY = 2.0
"""Seconds between two notes of how far it is; each lengthens the lease."""
LOADING_EVERY = 18.0
"""Seconds after which LINE's animation is shown anew: it lasts 20."""
KEPT = timedelta(hours=24)
"""So long it can be fetched."""
MOST_TRIES = 5
PAUSE = timedelta(seconds=15)
"""Until what could not be made is tried again; doubled each time."""
PART = {"telegram": 30 * 1024 * 1024}
"""Bytes of a part. Telegram takes 50 MB, but it must also be sent within a lease."""
SHOWN_WITHIN = 3.0
"""Seconds that its beginning may take to be on the screen before its end follows."""

MADE = Counter("funso_archives_total", "Archives by kind and end", ["kind", "end"])


class LeaseLost(Exception):
    """The archive is gone (its owner or case was deleted), or another process makes it."""


class Stopped(Exception):
    """The process ends: it is begun anew by the next one."""


@dataclass(slots=True)
class Work:
    """One archive that is being made, and how far it is."""

    archive: Archive
    chat: Chat
    owner: Owner
    token: str
    say: Words
    done: int = 0
    shown: int = 0
    parts: list[dict[str, Any]] = field(default_factory=list)

    def step(self, done: int) -> None:
        """So many pieces are in it."""
        self.done = done


class ArchiveMaker(Loop):
    """Makes one archive at a time: it is the disk's and the processor's heaviest work here."""

    def __init__(
        self,
        database: Database,
        platforms: Mapping[str, Platform],
        blobs: Blobs,
        clock: Clock,
        wake: Wake,
        *,
        font: Path | None = None,
        strict: bool = False,
    ) -> None:
        super().__init__("archives", wake, 1, topic="background", rest=BACKGROUND_REST)
        self.database = database
        self.platforms = platforms
        self.blobs = blobs
        self.clock = clock
        self.wake = wake
        self.font = font
        self.strict = strict

    async def _claim_works(self, free: int) -> list[Coroutine[Any, Any, None]]:
        now = self.clock.now()
        async with self.database.read() as tx:
            if not await archives.any_waiting(tx, now):
                return []
        token = new_token()
        async with self.database.write() as tx:
            claimed = await archives.claim(tx, now, token, now + LEASE, free)
        return [self._work(archive, token) for archive in claimed]

    async def _work(self, archive: Archive, token: str) -> None:
        try:
            async with self.database.read() as tx:
                owner = await owners.owner(tx, archive.owner_id)
                chat = await owners.chat(tx, archive.chat_id)
                fits = await archives.is_for_its_chat(tx, archive.id)
        except NoResultFound:
            return
        say = Words(owner.locale, strict=self.strict)
        work = Work(archive, chat, owner, token, say)
        try:
            if archive.tries > MOST_TRIES or not fits:
                await self._fail(work)
                return
            await self._make(work)
        except LeaseLost:
            log.info("an archive is nobody's any more", extra={"archive_id": archive.id})
            await self._drop(work)
        except Stopped:
            async with self.database.write() as tx:
                now = self.clock.now()
                await archives.try_later(tx, archive.id, token, now, counts=False)
        except Exception as failure:
            outage = is_outage(failure)
            log.error(
                "an archive could not be made",
                extra={"archive_id": archive.id, "why": type(failure).__name__},
                exc_info=None if outage else failure,
            )
            await self._later(work)
        self.wake.ring()

    async def _make(self, work: Work) -> None:
        making = asyncio.create_task(self._fill(work))
        watching = asyncio.create_task(self._watch(work))
        try:
            await asyncio.wait({making, watching}, return_when=asyncio.FIRST_COMPLETED)
            if not making.done():
                # Only a lease that was lost, or a database that failed, ends the watch.
                making.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await making
                await watching
            await making
        finally:
            for task in (making, watching):
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError, Exception):
                    await task
        await self._until_shown(work)
        await self._finish(work)

    async def _fill(self, work: Work) -> None:
        """Make the ZIPs and store them. Raises LeaseLost, the database's and the store's errors."""
        archive, now = work.archive, self.clock.now()
        limit = PART.get(work.chat.platform)
        with tempfile.TemporaryDirectory(prefix="funso-") as name:
            folder = Path(name)
            if archive.kind == "pack":
                async with self.database.read() as tx:
                    pack = await evidence_pack.rows(tx, archive)
                if pack is None:
                    raise LeaseLost
                parts = Parts(folder, evidence_pack.stem(pack, now), now, limit)
                await evidence_pack.fill(
                    pack, parts, self.blobs, folder, now, work.step, work.say, self.font
                )
            else:
                async with self.database.read() as tx:
                    everything = await export_zip.rows(tx, archive, folder)
                parts = Parts(folder, export_zip.stem(now), now, limit)
                await export_zip.fill(
                    everything, parts, self.blobs, folder, now, work.step, work.say
                )
            for number, path in enumerate(await asyncio.to_thread(parts.close), start=1):
                key = f"{archive.owner_id}/archive-{archive.id}-{number}.zip"
                work.parts.append(
                    {"blob": key, "name": parts.name(number), "size": path.stat().st_size}
                )
                await self.blobs.put(key, path)

    async def _watch(self, work: Work) -> None:
        """Note how far it is, and show it. Raises LeaseLost, Stopped."""
        platform = self.platforms.get(work.chat.platform)
        loading = 0.0
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(EVERY):
                    await self._stopping.wait()
                    raise Stopped
            async with self.database.write() as tx:
                until = self.clock.now() + LEASE
                if not await archives.hold(tx, work.archive.id, work.token, until, work.done):
                    raise LeaseLost
                if work.done != work.shown:
                    work.shown = work.done
                    seen = replace(work.archive, done=work.done)
                    await self._update(tx, work, archive_cards.working(work.say, seen))
            self.wake.ring()
            if work.chat.platform == "line" and platform is not None:
                # Nothing can be changed on LINE's screen, and a message costs: the animation.
                tick = asyncio.get_running_loop().time()
                if tick - loading > LOADING_EVERY:
                    loading = tick
                    await platform.working(work.chat.address)

    async def _until_shown(self, work: Work) -> None:
        """Wait a little for the message that said that it has begun."""
        if work.chat.platform == "line":
            return
        payload = archive_cards.again_payload(work.archive)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SHOWN_WITHIN):
                while True:
                    async with self.database.read() as tx:
                        if await archives.message_showing(tx, work.archive, payload):
                            return
                    await asyncio.sleep(0.1)

    async def _finish(self, work: Work) -> None:
        archive = work.archive
        async with self.database.write() as tx:
            now = self.clock.now()
            if not await archives.is_for_its_chat(tx, archive.id):
                raise LeaseLost
            if not await archives.made(tx, archive.id, work.token, work.parts, now + KEPT):
                raise LeaseLost
            made = replace(archive, done=archive.total, files=tuple(work.parts), state="made")
            await self._update(tx, work, archive_cards.finished(work.say, made))
            await self._tell(tx, work, archive_cards.files(work.say, made), now)
        MADE.labels(archive.kind, "made").inc()
        size = sum(part["size"] for part in work.parts)
        log.info("an archive is made", extra={"archive_id": archive.id, "bytes": size})

    async def _later(self, work: Work) -> None:
        """Try again in a while; after some tries say that it cannot be made."""
        if work.archive.tries >= MOST_TRIES:
            await self._fail(work)
            return
        await self._drop(work)
        async with self.database.write() as tx:
            at = self.clock.now() + PAUSE * (1 << work.archive.tries)
            await archives.try_later(tx, work.archive.id, work.token, at)

    async def _fail(self, work: Work) -> None:
        await self._drop(work)
        async with self.database.write() as tx:
            now = self.clock.now()
            if await archives.failed(tx, work.archive.id, work.token, now + KEPT):
                await self._tell(tx, work, archive_cards.failed(work.say, work.archive), now)
        MADE.labels(work.archive.kind, "failed").inc()

    async def _drop(self, work: Work) -> None:
        """Delete what was stored of it. A row that another process holds names the same keys."""
        async with self.database.read() as tx:
            there = await archives.ids_of(tx, [work.archive.id])
        if work.parts and not there:
            with contextlib.suppress(OSError):
                await self.blobs.delete([part["blob"] for part in work.parts])

    async def _update(self, tx: AsyncConnection, work: Work, card: Card) -> None:
        """Change the message that shows it, where a platform can."""
        if work.chat.platform == "line":
            return
        payload = archive_cards.again_payload(work.archive)
        message = await archives.message_showing(tx, work.archive, payload)
        if message is None:
            return
        to = AnswerTo(pressed_message=message, updates=True)
        reply = Reply((card,), replaces_pressed=True)
        await outbox.put_answer(tx, work.chat.id, _content(reply, to), self._now(work.chat))
        await tell_others(tx)

    async def _tell(self, tx: AsyncConnection, work: Work, reply: Reply, now: datetime) -> None:
        chat, shown_at = work.chat, self._now(work.chat)
        if chat.platform == "line":
            # A push, and counted: one message, which the quota may hold back.
            key = f"archive:{work.archive.id}"
            content = _content(reply, AnswerTo())
            await outbox.put_notice(tx, chat.id, content, shown_at, now, dedupe_key=key)
        else:
            await outbox.put_answer(tx, chat.id, _content(reply, AnswerTo()), shown_at)
        await tell_others(tx)

    def _now(self, chat: Chat) -> datetime:
        return self.clock.now() + timedelta(seconds=chat.clock_ahead)


def _content(reply: Reply, to: AnswerTo) -> dict[str, Any]:
    return {"reply": msgspec.to_builtins(reply), "to": msgspec.to_builtins(to)}
