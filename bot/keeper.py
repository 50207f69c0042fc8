"""Keeping raw events: what comes before any 200 is answered."""

import logging
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.commits import Batches
from bot.platforms.base import Arrived
from bot.wake import Wake, tell_others
from locales.catalogue import DEFAULT
from storage.arrivals import Arrival, take_in
from storage.engine import Database

log = logging.getLogger(__name__)


class Keeper:
    """Stores what platforms hand over, and wakes whoever handles it.

    Events that come while others are being stored are stored together afterwards.
    """

    def __init__(self, database: Database, clock: Clock, wake: Wake, *, zone: str) -> None:
        self.clock = clock
        self.wake = wake
        self.zone = zone
        self._batches = Batches(database, self._take_in)

    async def keep(self, platform: str, arrivals: Sequence[Arrived]) -> None:
        """Store raw events. Raises the database's errors."""
        if not arrivals:
            return
        await self._batches.put(
            [
                Arrival(platform, one.key, one.kind, one.at, one.raw, one.address, one.group)
                for one in arrivals
            ]
        )
        for arrived in arrivals:
            log.info("event kept", extra={"platform": platform, "kind": arrived.kind})
        self.wake.ring("events")

    async def _take_in(self, tx: AsyncConnection, batch: Sequence[Sequence[Arrival]]) -> list[None]:
        together = [arrival for arrivals in batch for arrival in arrivals]
        await take_in(tx, together, zone=self.zone, locale=DEFAULT, now=self.clock.now())
        await tell_others(tx)
        return [None] * len(batch)
