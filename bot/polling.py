"""Asking Telegram for updates where it has no public address to call.

Telegram forgets an update once a later offset is asked for; so the offset moves on only after the
update is kept. One process polls at a time: a second would make Telegram end the first's request.
"""

import asyncio
import logging
import uuid
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Any, Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.platforms.base import Arrived
from storage import facts
from storage.engine import Database

log = logging.getLogger(__name__)

LEASE_NAME = "telegram-poller"
LEASE = timedelta(seconds=20)
LONG_POLL = 10
"""Seconds that Telegram holds an empty answer: the lease is lengthened between two of them."""
LONGEST_PAUSE = 60.0


class Pollable(Protocol):
    """What the poller needs of Telegram's platform."""

    name: str

    async def delete_webhook(self) -> None:
        """Stop webhook delivery; pending updates are kept."""
        ...

    async def poll(self, offset: int | None, seconds: int) -> list[dict[str, Any]]:
        """Updates from an offset on, as raw JSON; waits up to so many seconds for the first."""
        ...

    def arrived(self, update: dict[str, Any]) -> Arrived:
        """The little that is read of an update before it is kept."""
        ...


class Poller:
    """Fetches updates and keeps them, while it holds the lease."""

    def __init__(
        self,
        platform: Pollable,
        keep: Callable[[str, Sequence[Arrived]], Awaitable[None]],
        database: Database,
        clock: Clock,
    ) -> None:
        self.platform = platform
        self.keep = keep
        self.database = database
        self.clock = clock
        self.holder = str(uuid.uuid4())
        # One machine, one database file: whoever starts last polls, as Telegram itself has it. So a
        # killed process's lease holds up nobody.
        self._by_force = database.is_sqlite

    async def run(self, stopping: asyncio.Event) -> None:
        """Poll until told to stop; failures are waited out."""
        pause = 1.0
        offset: int | None = None
        prepared = False
        while not stopping.is_set():
            try:
                if not await self._leads():
                    await self._sleep(stopping, 5)
                    continue
                if not prepared:
                    await self.platform.delete_webhook()
                    prepared = True
                updates = await self._ask(offset, stopping)
                if updates:
                    await self.keep(self.platform.name, [self.platform.arrived(u) for u in updates])
                    offset = max(int(update["update_id"]) for update in updates) + 1
                pause = 1.0
            except Exception as failure:
                # Whatever it is (no network, a deploy of Telegram's, a dead database): the updates
                # stay with Telegram for a day, so wait and ask again.
                log.warning("polling failed", extra={"why": type(failure).__name__})
                if isinstance(failure, (OSError, SQLAlchemyError)):
                    log.debug("polling failed", exc_info=failure)
                asked = getattr(failure, "after", None)
                await self._sleep(stopping, max(pause, float(asked or 0)))
                pause = min(pause * 2, LONGEST_PAUSE)
        await self._give_up()

    async def _ask(self, offset: int | None, stopping: asyncio.Event) -> list[dict[str, Any]]:
        asking = asyncio.create_task(self.platform.poll(offset, LONG_POLL))
        told = asyncio.create_task(stopping.wait())
        try:
            await asyncio.wait({asking, told}, return_when=asyncio.FIRST_COMPLETED)
            if asking.done():
                return asking.result()
            return []
        finally:
            # The request ends here, before its client is closed.
            told.cancel()
            asking.cancel()
            await asyncio.gather(asking, told, return_exceptions=True)

    async def _leads(self) -> bool:
        now = self.clock.now()
        async with self.database.write() as tx:
            if self._by_force:
                self._by_force = False
                await facts.forget(tx, LEASE_NAME)
            return await facts.take_lease(tx, LEASE_NAME, self.holder, now, now + LEASE)

    async def _give_up(self) -> None:
        try:
            async with self.database.write() as tx:
                if await facts.get(tx, LEASE_NAME) == self.holder:
                    await facts.forget(tx, LEASE_NAME)
        except (OSError, SQLAlchemyError):
            log.warning("the poller's lease runs out by itself")

    @staticmethod
    async def _sleep(stopping: asyncio.Event, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await stopping.wait()
        except TimeoutError:
            return
