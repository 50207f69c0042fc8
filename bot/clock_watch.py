"""Watching the wall clock by the monotonic one: time synchronisation or a person may set it back.

A retry in five seconds would then wait for an hour and five seconds, an answer would lie there, and
a lease of a process that died would hold its chat all that time. A jump ahead needs nothing: what
was to wait goes sooner, and a chat that is being sent to is not claimed again
(`bot/dispatcher.py`).
"""

import asyncio
import contextlib
import logging
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.wake import Wake
from storage import jumps
from storage.claims import LEASE_WITH_FILE
from storage.engine import Database
from storage.jumps import FarLease

log = logging.getLogger(__name__)

LOOK_EVERY = 2.0
TOLERANCE = timedelta(seconds=2)
"""A clock that is being slowed down loses less than this between two looks."""
LEASES_EVERY = 15.0
STALE_AFTER = LEASE_WITH_FILE.total_seconds() + 30
"""Seconds, by the monotonic clock, after which an unchanged lease is over whatever it says itself:
a holder that lives has given it back or lengthened it by then."""


class ClockWatch:
    """Moves what waits back with the clock, and ends leases that a jump made too long."""

    def __init__(self, database: Database, clock: Clock, wake: Wake) -> None:
        self.database = database
        self.clock = clock
        self.wake = wake
        self._met: tuple[datetime, float] | None = None
        self._far: dict[FarLease, float] = {}
        self._looked = float("-inf")

    async def run(self, stopping: asyncio.Event) -> None:
        """Watch until told to stop."""
        while not stopping.is_set():
            # Without the database nothing is moved, and the jump is seen again at the next look.
            with contextlib.suppress(OSError, SQLAlchemyError):
                await self.look()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY):
                    await stopping.wait()

    async def look(self) -> None:
        """One look at both clocks and at the leases. Raises the database's errors."""
        now, tick = self.clock.now(), asyncio.get_running_loop().time()
        if self._met is not None:
            lost = timedelta(seconds=tick - self._met[1]) - (now - self._met[0])
            if lost > TOLERANCE:
                await self._move_back(lost, now)
        self._met = (now, tick)
        if tick - self._looked >= LEASES_EVERY:
            self._looked = tick
            await self._end_far_leases(now, tick)

    async def _move_back(self, by: timedelta, now: datetime) -> None:
        async with self.database.write() as tx:
            moved = await jumps.move_back(tx, by, now)
        log.warning(
            "the wall clock jumped back", extra={"seconds": by.total_seconds(), "rows": moved}
        )
        self.wake.ring()

    async def _end_far_leases(self, now: datetime, tick: float) -> None:
        async with self.database.read() as tx:
            found = await jumps.far_leases(tx, now + LEASE_WITH_FILE + TOLERANCE)
        self._far = {lease: self._far.get(lease, tick) for lease in found}
        stale = [lease for lease, since in self._far.items() if tick - since >= STALE_AFTER]
        if stale:
            async with self.database.write() as tx:
                freed = await jumps.let_go(tx, stale)
            log.warning("leases reached too far ahead", extra={"leases": freed})
            self.wake.ring()
