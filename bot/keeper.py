"""Keeping raw events: what comes before any 200 is answered."""

import logging
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.platforms.base import Arrived
from bot.wake import Wake, tell_others
from locales.catalogue import DEFAULT
from storage import inbox, owners
from storage.engine import Database
from storage.records import Chat

log = logging.getLogger(__name__)


class Keeper:
    """Stores what platforms hand over, and wakes whoever handles it."""

    def __init__(self, database: Database, clock: Clock, wake: Wake, *, zone: str) -> None:
        self.database = database
        self.clock = clock
        self.wake = wake
        self.zone = zone

    async def keep(self, platform: str, arrivals: Sequence[Arrived]) -> int:
        """Store raw events; returns how many were new. Raises the database's errors."""
        if not arrivals:
            return 0
        now = self.clock.now()
        new = 0
        async with self.database.write() as tx:
            for arrived in arrivals:
                if await self._is_of_the_erased(tx, platform, arrived):
                    continue
                chat = await self._chat_of(tx, platform, arrived, now)
                new += await inbox.keep(
                    tx,
                    platform=platform,
                    key=arrived.key,
                    kind=arrived.kind,
                    at=arrived.at,
                    raw=arrived.raw,
                    owner_id=chat.owner_id if chat else None,
                    chat_id=chat.id if chat else None,
                    now=now,
                )
            await tell_others(tx)
        for arrived in arrivals:
            log.info("event kept", extra={"platform": platform, "kind": arrived.kind})
        self.wake.ring()
        return new

    async def _is_of_the_erased(self, tx: AsyncConnection, platform: str, arrived: Arrived) -> bool:
        """Whether an event came before, and its chat is gone: it must not bring the person back."""
        if arrived.address is None:
            return False
        if await owners.find_chat(tx, platform, arrived.address) is not None:
            return False
        return await inbox.known(tx, platform, arrived.key)

    async def _chat_of(
        self, tx: AsyncConnection, platform: str, arrived: Arrived, now: datetime
    ) -> Chat | None:
        """The chat of an event, made at its first word; None for events of no chat."""
        if arrived.address is None:
            return None
        return await owners.open_chat(
            tx,
            platform,
            arrived.address,
            group=arrived.group,
            zone=self.zone,
            locale=DEFAULT,
            now=now,
        )
