"""LINE's monthly quota: asked every ten minutes, told to the operator when it runs short."""

import asyncio
import contextlib
import logging
from datetime import timedelta
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.operator import Operator
from bot.wake import Wake
from storage import facts, quotas
from storage.engine import Database
from storage.quotas import Quota

log = logging.getLogger(__name__)

LOOK_EVERY = 60.0
ASK_EVERY = timedelta(minutes=10)
TELL_AT = (90, 70)
"""Per cent of the month at which the operator is told, once a month each."""
TOLD = "line-quota-told"
AHEAD = timedelta(days=1)
"""Groups that a warning is planned for within this time have their members counted."""
GROUPS = 20


class QuotaUnknown(Exception):
    """LINE does not tell the quota just now."""


class Counted(Protocol):
    """What is asked of LINE."""

    async def quota(self) -> tuple[int | None, int]:
        """This month's limit (None: no limit) and its use. Raises QuotaUnknown."""
        ...

    async def members(self, address: str) -> int | None:
        """How many people a push to this chat reaches; None when unknown."""
        ...


class LineQuota:
    """Keeps what is known of the quota fresh for all processes."""

    def __init__(
        self, database: Database, line: Counted, clock: Clock, operator: Operator, wake: Wake
    ) -> None:
        self.database = database
        self.line = line
        self.clock = clock
        self.operator = operator
        self.wake = wake

    async def run(self, stopping: asyncio.Event) -> None:
        """Look every minute until told to stop."""
        while not stopping.is_set():
            try:
                await self.look()
            except (OSError, SQLAlchemyError) as failure:
                log.warning("the quota was not looked at", extra={"why": type(failure).__name__})
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY):
                    await stopping.wait()

    async def look(self) -> None:
        """Ask LINE if it is time, count groups, tell the operator. Raises the database's errors."""
        now = self.clock.now()
        async with self.database.read() as tx:
            known = await quotas.current(tx, now)
            groups = await quotas.uncounted_groups(tx, now + AHEAD, GROUPS)
        for chat_id, address in groups:
            members = await self.line.members(address)
            if members is not None:
                async with self.database.write() as tx:
                    await quotas.count_members(tx, chat_id, members)
        if known is None or not timedelta(0) <= now - known.asked_at < ASK_EVERY:
            known = await self._ask() or known
        if known is not None:
            await self._tell(known)

    async def _ask(self) -> Quota | None:
        try:
            limit, used = await self.line.quota()
        except QuotaUnknown as failure:
            log.info("LINE does not tell its quota", extra={"why": str(failure)})
            return None
        now, released = self.clock.now(), 0
        async with self.database.write() as tx:
            quota = await quotas.learn(tx, limit, used, now)
            if quota.lets(1, urgent=False):
                released = await quotas.release_held(tx, now)
        if released:
            log.info("held warnings are planned again", extra={"rows": released})
            self.wake.ring()
        return quota

    async def _tell(self, quota: Quota) -> None:
        reached = next((part for part in TELL_AT if quota.share * 100 >= part), None)
        if reached is None:
            return
        async with self.database.read() as tx:
            told = await facts.get(tx, TOLD)
        if told and told["month"] == quota.month and told["part"] >= reached:
            return
        await self.operator.tell(f"line-quota-{reached}", used=quota.used, limit=quota.limit)
        async with self.database.write() as tx:
            await facts.put(tx, TOLD, {"month": quota.month, "part": reached})
