"""Keeping house: what has had its end long ago is deleted, once an hour, by one process at a time.

Nobody waits for it: it deletes a few rows a transaction, fewer where that takes long, and lets the
others write in between. The hour goes by the monotonic clock, the age of things by the wall clock.
"""

import asyncio
import contextlib
import logging
import uuid
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

from prometheus_client import Counter
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.file_clearing import FileClearing
from storage import clearing, erasing, facts
from storage.blobs import Blobs
from storage.clearing import Ages
from storage.engine import Database

log = logging.getLogger(__name__)

FIRST_AFTER = 120.0
"""Seconds after the start: whoever starts has other things to do."""
EVERY = 3600.0
AGAIN_AFTER = 300.0
"""Seconds until a database or a store that failed is tried again."""
LOOK_AT_STORE = 24
"""Every so many rounds the whole evidence store is looked through for files without a row."""

LEASE_NAME = "housekeeper"
LEASE = timedelta(seconds=EVERY + 900)
"""Longer than from one round to the next, so that the same process goes on."""

LOOKED_AT = 500
"""Rows looked at in one read."""
FEWEST, MOST = 10, 500
"""Rows deleted in one transaction."""
SHORT, LONG = 0.015, 0.05
"""Seconds: after a shorter transaction the next may be larger, after a longer one it is smaller."""
REST = 3
"""How many times as long as it has just written, it lets the others write."""

LEAP = timedelta(days=1)
"""A wall clock that ran so far ahead of the monotonic one (a wrong time, or a laptop that slept)
gets an hour in which it may be set right before anything is deleted by it."""

CLEARED = Counter("funso_cleared_total", "What was deleted when keeping house", ["what"])


class LeaseLost(Exception):
    """Another process keeps house."""


class Housekeeping:
    """Deletes settled rows, handled events, old changes, dropped files and expired facts."""

    def __init__(
        self,
        database: Database,
        blobs: Blobs,
        clock: Clock,
        keep_days: int,
        *,
        keep_blocked_days: int = 30,
        keep_photos_days: int = 180,
    ) -> None:
        self.database = database
        self.clock = clock
        self.keep = timedelta(days=keep_days)
        self.keep_blocked = timedelta(days=keep_blocked_days)
        self.keep_photos = timedelta(days=keep_photos_days)
        self.files = FileClearing(database, blobs, clock)
        self.holder = str(uuid.uuid4())
        # As with the poller: on one machine's file whoever starts last takes over.
        self._by_force = database.is_sqlite
        self._stopping = asyncio.Event()
        self._rows = 100
        self._rounds = 0
        self._failing = False
        self._met: tuple[datetime, float] | None = None

    async def run(self, stopping: asyncio.Event) -> None:
        """Keep house every hour until told to stop; failures are waited out."""
        self._stopping = stopping
        self._clock_leapt()
        await self._rest(FIRST_AFTER)
        while not stopping.is_set():
            await self._rest(EVERY if await self._round() else AGAIN_AFTER)
        await self._give_up()

    async def _round(self) -> bool:
        """One round, or none where it must not be; False if it failed."""
        try:
            if self._clock_leapt():
                log.warning("the wall clock leapt ahead: nothing is deleted for an hour")
            else:
                await self.clear()
        except LeaseLost:
            return True
        except Exception as failure:
            # Whatever it is, the bot works without it: said once, and tried again.
            if not self._failing:
                outage = isinstance(failure, (OSError, SQLAlchemyError))
                log.error(
                    "house cannot be kept",
                    extra={"why": type(failure).__name__},
                    exc_info=None if outage else failure,
                )
            self._failing = True
            return False
        self._failing = False
        return True

    def _clock_leapt(self) -> bool:
        """Whether the wall clock went far ahead of the monotonic one since the last look."""
        now, tick = self.clock.now(), asyncio.get_running_loop().time()
        met, self._met = self._met, (now, tick)
        return met is not None and now - met[0] - timedelta(seconds=tick - met[1]) > LEAP

    async def clear(self) -> dict[str, int]:
        """One round; returns how much of each kind was deleted.

        Raises LeaseLost, the database's errors and the evidence store's.
        """
        ages = Ages.at(self.clock.now(), self.keep)
        gone: dict[str, int] = {}
        _note(gone, "facts", await self._write(lambda tx: clearing.forget_expired(tx, ages)))
        for name in clearing.TABLES:
            await self._clear_table(name, ages, gone)
        await self._drop_old_photos(gone)
        await self._let_go_of_the_gone(gone)
        _note(gone, "dropped evidence", await self.files.dropped(self._stopping))
        if self._rounds % LOOK_AT_STORE == 0:
            count = await self.files.without_row(ages.other, self._stopping)
            _note(gone, "files without a row", count)
        self._rounds += 1
        if gone:
            log.info("house was kept", extra={"cleared": gone})
        return gone

    async def _drop_old_photos(self, gone: dict[str, int]) -> None:
        """Photos of cases that ended long ago, and those that were never put to a case."""
        now = self.clock.now()
        before = now - self.keep_photos
        while not self._stopping.is_set():
            async with self.database.read() as tx:
                ids = await clearing.old_photos(tx, before, FEWEST)
            if not ids:
                return
            count = await self._write(partial(_drop_photos, ids, before, now))
            _note(gone, "photos of closed cases", count)

    async def _let_go_of_the_gone(self, gone: dict[str, int]) -> None:
        """People who have blocked the bot, or removed it: all of theirs is deleted in the end."""
        now = self.clock.now()
        before = now - self.keep_blocked
        while not self._stopping.is_set():
            async with self.database.read() as tx:
                ids = await erasing.gone(tx, before, FEWEST)
            if not ids:
                return
            _note(gone, "people who left", await self._write(partial(_let_go, ids, before, now)))

    async def _clear_table(self, name: str, ages: Ages, gone: dict[str, int]) -> None:
        last = 0
        while not self._stopping.is_set():
            async with self.database.read() as tx:
                piece = await clearing.look(tx, name, last, ages, LOOKED_AT)
            if piece is None:
                return
            last, old = piece.last, piece.old
            while old and not self._stopping.is_set():
                some, old = old[: self._rows], old[self._rows :]
                _note(gone, name, await self._write_bounded(name, some, ages))

    async def _write_bounded(self, name: str, ids: list[int], ages: Ages) -> int:
        took = 0.0

        async def work(tx: AsyncConnection) -> int:
            nonlocal took
            began = asyncio.get_running_loop().time()
            count = await clearing.clear(tx, name, ids, ages)
            took = asyncio.get_running_loop().time() - began
            return count

        count = await self._write(work)
        if took > LONG:
            self._rows = max(self._rows // 2, FEWEST)
        elif took < SHORT and len(ids) == self._rows:
            self._rows = min(self._rows * 2, MOST)
        await self._rest(took * REST)
        return count

    async def _write(self, work: Callable[[AsyncConnection], Awaitable[int]]) -> int:
        """A write that proves the lease in its own transaction. Raises LeaseLost."""
        async with self.database.write() as tx:
            now = self.clock.now()
            if self._by_force:
                await facts.forget(tx, LEASE_NAME)
            if not await facts.take_lease(tx, LEASE_NAME, self.holder, now, now + LEASE):
                raise LeaseLost
            result = await work(tx)
        self._by_force = False
        return result

    async def _give_up(self) -> None:
        try:
            async with self.database.write() as tx:
                if await facts.get(tx, LEASE_NAME) == self.holder:
                    await facts.forget(tx, LEASE_NAME)
        except (OSError, SQLAlchemyError):
            log.warning("the housekeeper's lease runs out by itself")

    async def _rest(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stopping.wait()


def _note(gone: dict[str, int], what: str, count: int) -> None:
    if count:
        gone[what] = gone.get(what, 0) + count
        CLEARED.labels(what).inc(count)


async def _drop_photos(ids: list[int], before: datetime, now: datetime, tx: AsyncConnection) -> int:
    return await clearing.drop_photos(tx, ids, before, now)


async def _let_go(ids: list[int], before: datetime, now: datetime, tx: AsyncConnection) -> int:
    return await erasing.let_go(tx, ids, before, now)
