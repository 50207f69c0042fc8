"""Sending what is due on all platforms, in a lane for each (`bot/lane.py`)."""

import asyncio
from collections.abc import Callable, Mapping

from bot.clock import Clock
from bot.commits import GroupCommit
from bot.freeze import Freezer
from bot.lane import Lane
from bot.limits import RATES
from bot.operator import Operator
from bot.platforms.base import Body, Platform
from bot.settling import Settling
from bot.wake import Wake
from storage.blobs import Blobs
from storage.engine import Database
from storage.paces import Rates


class Dispatcher:
    """The lanes of this process; their small writes go into shared transactions."""

    def __init__(
        self,
        database: Database,
        platforms: Mapping[str, Platform],
        blobs: Blobs,
        clock: Clock,
        wake: Wake,
        operator: Operator,
        *,
        fill: Callable[[Body], Body] = dict,
        strict: bool = False,
        rates: Mapping[str, Rates] = RATES,
    ) -> None:
        self.database = database
        self.platforms = platforms
        self.blobs = blobs
        self.clock = clock
        self.wake = wake
        self.operator = operator
        self.rates = rates
        self.fill = fill
        self.commits = GroupCommit(database)
        self.freezer = Freezer(strict=strict)

    def lane(self, platform: Platform) -> Lane:
        """A lane for one platform."""
        rates = self.rates.get(platform.name, Rates())
        return Lane(
            self.database,
            platform,
            self.blobs,
            self.clock,
            self.wake,
            self.commits,
            Settling(self.commits, self.clock, self.operator, rates.overall),
            self.freezer,
            rates,
            self.fill,
        )

    async def run(self, stopping: asyncio.Event) -> None:
        """Work until told to stop; what is begun is finished first."""
        lanes = [self.lane(platform) for platform in self.platforms.values()]
        await asyncio.gather(*(lane.run(stopping) for lane in lanes))
