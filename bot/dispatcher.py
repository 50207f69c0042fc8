"""Claim → freeze → attempt → send → settle: how answers and warnings leave, each once.

1. Claim chats that have something due, under a lease, and freeze each one's next delivery.
2. Wait for the pace, then commit that it is being attempted; only now may the body leave.
3. Let go of the database and send.
4. Settle with the lease's own token: zero rows touched means that somebody else owns it now.

A crash before 2 leaves a delivery surely unsent; after it, one whose fate is unknown, which the
next claim finds and treats as the platform allows (`bot/settling.py`).
"""

import asyncio
import logging
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from obstore.exceptions import BaseError
from prometheus_client import Counter
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.commits import GroupCommit
from bot.freeze import Freezer
from bot.limits import Pace
from bot.loop import POLL, Loop
from bot.operator import Operator
from bot.platforms.base import Outcome, Outgoing, Platform, TryLater, Uncertain
from bot.settling import Settling
from bot.wake import Wake
from locales.catalogue import DEFAULT
from storage import claims, deliveries, owners
from storage.blobs import BlobMissing, Blobs
from storage.claims import LEASE, LEASE_WITH_FILE
from storage.engine import Database
from storage.leases import new_token
from storage.records import Chat, Delivery

log = logging.getLogger(__name__)

IN_FLIGHT = 32
"""Deliveries on their way at the same time, and so the most whose fate a crash can hide."""
SEND_PATIENCE = 15.0
FILE_PATIENCE = 50.0
"""Seconds a send may take at the most, without and with a file: within the lease."""

SENDS = Counter("funso_sends_total", "Attempts to send, by their outcome", ["platform", "outcome"])


@dataclass(frozen=True, slots=True)
class Job:
    """One delivery that is ours to send now."""

    chat: Chat
    delivery: Delivery
    token: str


class Dispatcher(Loop):
    """Sends what is due, for all platforms of this process."""

    def __init__(
        self,
        database: Database,
        platforms: Mapping[str, Platform],
        blobs: Blobs,
        clock: Clock,
        wake: Wake,
        operator: Operator,
        *,
        strict: bool = False,
    ) -> None:
        super().__init__("dispatcher", wake, IN_FLIGHT)
        self.database = database
        self.platforms = platforms
        self.blobs = blobs
        self.clock = clock
        self.pace = Pace()
        self.commits = GroupCommit(database)
        self.freezer = Freezer(strict=strict)
        self._sending: set[int] = set()
        self.settling = Settling(self.commits, self.pace, clock, operator)

    async def _idle_seconds(self) -> float:
        """Until the next row falls due, at most the polling interval."""
        try:
            async with self.database.read() as tx:
                due = await claims.next_due(tx)
        except (OSError, SQLAlchemyError):
            return POLL
        if due is None:
            return POLL
        # A row that is due and could not be claimed (leased, paused) is no reason to spin.
        seconds = (due - self.clock.now()).total_seconds()
        return min(seconds, POLL) if seconds > 0 else POLL / 2

    async def _claim_works(self, free: int) -> list[Coroutine[Any, Any, None]]:
        now = self.clock.now()
        jobs = await self._claim(now, free)
        for chat_id, ahead in await self._moved_clocks():
            jobs += await self._claim(now + timedelta(seconds=ahead), 1, only=chat_id)
        return [self._send(job) for job in jobs]

    async def _moved_clocks(self) -> list[tuple[int, int]]:
        """Local chats whose own clock was moved ahead."""
        if "local" not in self.platforms:
            return []
        async with self.database.read() as tx:
            return await claims.moved_clocks(tx)

    async def _claim(self, now: datetime, limit: int, *, only: int | None = None) -> list[Job]:
        platforms = self.pace.open(list(self.platforms), now)
        async with self.database.read() as tx:
            if not platforms or not await claims.anything_due(tx, now, only=only):
                return []
        token = new_token()
        real_now = self.clock.now()
        jobs: list[Job] = []
        async with self.database.write() as tx:
            chats = await claims.claim_chats(
                tx,
                now,
                token,
                real_now + LEASE,
                limit,
                real_now=real_now,
                platforms=platforms,
                only=only,
                # A laptop that slept, or a clock set ahead, ends leases while a send is on its way.
                without=self._sending,
            )
            idle: list[int] = []
            for chat in chats:
                platform = self.platforms[chat.platform]
                delivery = await self.freezer.next_delivery(tx, chat, platform, now)
                if delivery is None:
                    idle.append(chat.id)
                else:
                    jobs.append(Job(chat, delivery, token))
            if idle:
                await claims.release(tx, idle, token)
        self._sending |= {job.chat.id for job in jobs}
        return jobs

    async def _send(self, job: Job) -> None:
        try:
            await self._deliver(job)
        finally:
            self._sending.discard(job.chat.id)

    async def _deliver(self, job: Job) -> None:
        await self.pace.wait(job.chat)
        delivery = job.delivery
        # An attempt without a fate is one that a crash interrupted: it may have arrived.
        found_unknown = delivery.attempted_at is not None
        now = self._now(job)
        try:
            outgoing = await self._outgoing(job, found_unknown=found_unknown)
        except (OSError, BaseError):
            log.warning("the evidence store cannot be reached", extra={"delivery_id": delivery.id})
            await self.settling.wait_for_file(job.chat, delivery, job.token, now)
            return
        if outgoing is None:
            await self.settling.hold_back(job.chat, delivery, job.token, now)
            return
        lease = LEASE_WITH_FILE if outgoing.blobs else LEASE
        ours = await self.commits.write(
            lambda tx: deliveries.attempt(tx, delivery, job.token, now, self.clock.now() + lease)
        )
        if not ours:
            # Another holder settled it while we claimed: nothing to send, and nothing to hold.
            await self.commits.write(lambda tx: claims.release(tx, [job.chat.id], job.token))
            return
        outcome = await self._try(job, outgoing)
        SENDS.labels(job.chat.platform, type(outcome).__name__).inc()
        await self.settling.settle(
            job.chat,
            delivery,
            job.token,
            outgoing,
            outcome,
            self._now(job),
            idempotent=self.platforms[job.chat.platform].idempotent_push,
        )

    def _now(self, job: Job) -> datetime:
        return self.clock.now() + timedelta(seconds=job.chat.clock_ahead)

    async def _outgoing(self, job: Job, *, found_unknown: bool) -> Outgoing | None:
        """What leaves now; None when it must wait a little first because its fate is unknown."""
        delivery = job.delivery
        platform = self.platforms[job.chat.platform]
        now = self._now(job)
        again = delivery.uncertain or found_unknown
        token = delivery.reply_token
        if token and delivery.reply_until and now > delivery.reply_until:
            token = None
        if found_unknown and not delivery.uncertain and not platform.idempotent_push:
            return None
        return Outgoing(
            address=job.chat.address,
            body=delivery.body,
            retry_key=delivery.retry_key,
            reply_token=token,
            again=again,
            marked=delivery.marked,
            blobs=await self._blobs(delivery),
            locale=await self._locale(job) if delivery.marked else DEFAULT,
        )

    async def _locale(self, job: Job) -> str:
        """The language of the 再送 mark."""
        async with self.database.read() as tx:
            return (await owners.owner(tx, job.chat.owner_id)).locale

    async def _blobs(self, delivery: Delivery) -> dict[str, bytes]:
        key = delivery.body.get("blob")
        if not key:
            return {}
        try:
            return {key: await self.blobs.get(key)}
        except BlobMissing:
            log.warning("a kept file is gone", extra={"delivery_id": delivery.id})
            return {}

    async def _try(self, job: Job, outgoing: Outgoing) -> Outcome:
        try:
            patience = FILE_PATIENCE if outgoing.blobs else SEND_PATIENCE
            async with asyncio.timeout(patience):
                return await self.platforms[job.chat.platform].send(outgoing)
        except TimeoutError:
            return Uncertain("no answer")
        except Exception as failure:
            # A mistake of ours in a platform: the same body later, the operator reads the log.
            log.exception("a send failed in our own code", extra={"delivery_id": job.delivery.id})
            return TryLater(type(failure).__name__, after=60)
