"""Claim → freeze → attempt → send → settle: how answers and warnings leave, each once.

1. Claim as many chats that have something due as may be sent to now, under a lease; freeze each
   one's next delivery and note that it is being attempted; commit. Only now may a body leave.
2. Let go of the database and send.
3. Settle with the lease's own token: zero rows touched means that somebody else owns it now.

What needs a file first is attempted when the file is there. A crash before the attempt leaves a
delivery surely unsent; after it, one whose fate is unknown, which the next claim finds and treats
as the platform allows (`bot/settling.py`).
"""

import logging
import mimetypes
from collections.abc import Callable, Coroutine, Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from msgspec import Struct
from prometheus_client import Counter
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clean_files import clean_file
from bot.clock import Clock
from bot.commits import GroupCommit
from bot.drawings import drawn_of
from bot.freeze import Freezer, needs_file
from bot.loop import POLL, Loop
from bot.patience import Patience
from bot.platforms.base import NO_FILES, Body, Outcome, Outgoing, Platform, TryLater, Uncertain
from bot.settling import Settling
from bot.wake import Wake
from locales.catalogue import DEFAULT
from storage import claims, due, fates, owners, paces
from storage.blobs import BlobMissing, Blobs
from storage.claims import LEASE, LEASE_WITH_FILE
from storage.engine import Database
from storage.leases import new_token
from storage.message_records import Delivery
from storage.owner_records import Chat
from storage.paces import Rates

log = logging.getLogger(__name__)

IN_FLIGHT = 200
"""Deliveries attempted at the same time, and so the most whose fate a crash can hide. Telegram's
pace keeps it to a few there, where one that is sent again arrives again; how many are on the wire
is for the clients' connection pools to say."""
WORTH_A_CLAIM = 64
"""Sends that must have ended before more is claimed, while more is known to wait."""
SEND_PATIENCE = 15.0
FILE_PATIENCE = 50.0
"""Seconds a send may take at the most, without and with a file: within the lease."""
SENDS = Counter("funso_sends_total", "Attempts to send, by their outcome", ["platform", "outcome"])


@cache
def _sends(platform: str, outcome: type[Outcome]) -> Counter:
    return SENDS.labels(platform, outcome.__name__)


class Job(Struct, frozen=True):
    """One delivery that is ours to send now."""

    chat: Chat
    delivery: Delivery
    token: str
    at_once: bool
    """Whether it can leave as it is, with nothing to be fetched or waited for."""

    @property
    def interrupted(self) -> bool:
        """Whether a crash interrupted an attempt at it: it may have arrived."""
        return self.delivery.attempted_at is not None


class Lane(Loop):
    """Sends what is due on one platform, so that no other platform waits for it."""

    def __init__(
        self,
        database: Database,
        platform: Platform,
        blobs: Blobs,
        clock: Clock,
        wake: Wake,
        commits: GroupCommit,
        settling: Settling,
        freezer: Freezer,
        rates: Rates,
        fill: Callable[[Body], Body],
    ) -> None:
        super().__init__(f"{platform.name} lane", wake, IN_FLIGHT, topic="deliveries")
        self.database = database
        self.platform = platform
        self.blobs = blobs
        self.clock = clock
        self.commits = commits
        self.settling = settling
        self.freezer = freezer
        self.rates = rates
        self.fill = fill
        """Puts in what a kept body must not hold; the same each time."""
        self._patience, self._file_patience = Patience(SEND_PATIENCE), Patience(FILE_PATIENCE)
        self._sending: set[int] = set()
        # Whether the last claim found as much as it wanted: then the next look is a claim.
        self._more = False
        # What the last look found: the pause after it needs no look of its own.
        self._due: datetime | None = None
        self._free_at: datetime | None = None
        self._looked_at = clock.now()

    def _room(self) -> int:
        # One claim costs the same for one chat as for many. Where more wait than can leave, each
        # send that ends would else claim one more.
        room = super()._room()
        return 0 if self._more and room < WORTH_A_CLAIM else room

    async def _idle_seconds(self) -> float:
        """Until the next row falls due, or the pace lets one more leave; at most a poll."""
        now = self.clock.now()
        if self._due is None:
            return POLL
        if self._due > self._looked_at:
            # A timer may ring a moment early: what has fallen due since the look is looked for now.
            return min(max((self._due - now).total_seconds(), 0.0), POLL)
        # A row that is due and could not be claimed (leased) is no reason to spin.
        waits = POLL / 2 if self._free_at is None else (self._free_at - now).total_seconds()
        return min(max(waits, 0.0), POLL / 2)

    async def _claim_works(self, free: int) -> list[Coroutine[Any, Any, None]]:
        now = self.clock.now()
        works = await self._claim(now, free) if self._more else []
        if not works and (look := await self._look(now)):
            works = await self._claim(now, free, few=look.few)
        for chat_id, ahead in await self._moved_clocks():
            works += await self._claim_moved(now + timedelta(seconds=ahead), chat_id)
        return works

    async def _look(self, now: datetime) -> due.Look | None:
        """What can be claimed; None if nothing can."""
        self._looked_at = now
        async with self.database.read() as tx:
            self._due = await due.next_due(tx)
            if self._due is None or self._due > now:
                return None
            look = await due.look(
                tx,
                now,
                real_now=self.clock.now(),
                platforms=[self.platform.name],
                without=self._sending,
                rates=self.rates,
            )
            if look.free:
                return look
            await self._note_pace(tx, now)
            return None

    async def _note_pace(self, tx: AsyncConnection, now: datetime) -> None:
        """When more may leave than `now`: what was free then and could not be claimed is no use."""
        self._free_at = await paces.next_free(tx, self.platform.name, self.rates, now)

    async def _moved_clocks(self) -> list[tuple[int, int]]:
        """Local chats whose own clock was moved ahead."""
        if self.platform.name != "local":
            return []
        async with self.database.read() as tx:
            return await due.moved_clocks(tx)

    async def _claim_moved(self, now: datetime, chat_id: int) -> list[Coroutine[Any, Any, None]]:
        """What is due by the clock of one local chat."""
        async with self.database.read() as tx:
            first = await due.next_due(tx, only=chat_id)
        return await self._claim(now, 1, only=chat_id) if first and first <= now else []

    async def _claim(
        self, now: datetime, limit: int, *, only: int | None = None, few: bool = False
    ) -> list[Coroutine[Any, Any, None]]:
        self._more = False
        token = new_token()
        name, overall = self.platform.name, self.rates.overall
        real_now = self.clock.now()
        async with self.database.write() as tx:
            limit = await paces.slots(tx, name, overall, real_now, limit)
            if not limit:
                await self._note_pace(tx, now)
                return []
            chats = await claims.claim_chats(
                tx,
                now,
                token,
                real_now + LEASE,
                limit,
                real_now=real_now,
                platforms=[name],
                only=only,
                # A laptop that slept, or a clock set ahead, ends leases while a send is on its way.
                without=self._sending,
                rates=self.rates,
                few=few,
            )
            if not chats:
                await self._note_pace(tx, now)
                return []
            self._more = len(chats) == limit and only is None
            await paces.take(tx, name, overall, len(chats), real_now)
            found, attempted = await self.freezer.next_deliveries(tx, chats, self.platform, now)
            idle = [chat.id for chat in chats if chat.id not in found]
            if idle:
                await claims.release(tx, idle, token)
            jobs = [
                Job(chat, found[chat.id], token, self._at_once(found[chat.id]))
                for chat in chats
                if chat.id in found
            ]
            at_once = {job.delivery.id for job in jobs if job.at_once}
            await fates.attempt(tx, list(at_once - attempted), token, now)
        self._sending |= {job.chat.id for job in jobs}
        return [self._send(job) for job in jobs]

    def _at_once(self, delivery: Delivery) -> bool:
        if needs_file(delivery.body) or delivery.marked:
            return False
        return self.platform.idempotent_push or delivery.attempted_at is None

    async def _send(self, job: Job) -> None:
        try:
            if job.at_once:
                await self._try_and_settle(job, self._outgoing(job))
            else:
                await self._prepare_and_send(job)
        finally:
            self._sending.discard(job.chat.id)

    async def _prepare_and_send(self, job: Job) -> None:
        """Send what needs a pause, a file or a mark first; only then is it attempted."""
        delivery, now = job.delivery, self._now(job)
        if job.interrupted and not delivery.uncertain and not self.platform.idempotent_push:
            await self.settling.hold_back(job.chat, delivery, job.token, now)
            return
        try:
            files = await self._files(delivery)
        except OSError:
            log.warning("the evidence store cannot be reached", extra={"delivery_id": delivery.id})
            await self.settling.wait_for_file(job.chat, delivery, job.token, now)
            return
        locale = await self._locale(job) if delivery.marked else DEFAULT
        until = self.clock.now() + (LEASE_WITH_FILE if files else LEASE)

        async def attempt(tx: AsyncConnection) -> bool:
            await claims.lengthen(tx, job.chat.id, job.token, until)
            ours = await fates.attempt(tx, [delivery.id], job.token, self._now(job))
            if not ours:
                # Another holder settled it meanwhile: nothing to send, and nothing to hold.
                await claims.release(tx, [job.chat.id], job.token)
            return bool(ours)

        if await self.commits.write(attempt):
            await self._try_and_settle(job, self._outgoing(job, files, locale))

    async def _try_and_settle(self, job: Job, outgoing: Outgoing) -> None:
        self.settling.on_their_way += 1
        try:
            outcome = await self._try(job, outgoing)
        finally:
            self.settling.on_their_way -= 1
        _sends(job.chat.platform, type(outcome)).inc()
        await self.settling.settle(
            job.chat,
            job.delivery,
            job.token,
            outgoing,
            outcome,
            self._now(job),
            idempotent=self.platform.idempotent_push,
        )

    def _now(self, job: Job) -> datetime:
        now, ahead = self.clock.now(), job.chat.clock_ahead
        return now + timedelta(seconds=ahead) if ahead else now

    def _outgoing(
        self, job: Job, files: Mapping[str, bytes] = NO_FILES, locale: str = DEFAULT
    ) -> Outgoing:
        delivery = job.delivery
        token = delivery.reply_token
        if token and delivery.reply_until and self._now(job) > delivery.reply_until:
            token = None
        return Outgoing(
            address=job.chat.address,
            body=self.fill(delivery.body),
            retry_key=delivery.retry_key,
            reply_token=token,
            again=delivery.uncertain or job.interrupted,
            marked=delivery.marked,
            blobs=files,
            locale=locale,
        )

    async def _locale(self, job: Job) -> str:
        """The language of the 再送 mark."""
        async with self.database.read() as tx:
            return (await owners.owner(tx, job.chat.owner_id)).locale

    async def _files(self, delivery: Delivery) -> dict[str, bytes]:
        key = delivery.body.get("blob")
        if not key:
            return {}
        if "drawing" in delivery.body:
            picture = await drawn_of(delivery.body)
            return {} if picture is None else {key: picture}
        try:
            name = str(delivery.body.get("name") or key)
            kind = delivery.body.get("media_type") or mimetypes.guess_type(name)[0] or ""
            return {key: await (await clean_file(self.blobs, key, str(kind))).content()}
        except BlobMissing:
            log.warning("a kept file is gone", extra={"delivery_id": delivery.id})
            return {}

    async def _try(self, job: Job, outgoing: Outgoing) -> Outcome:
        try:
            patience = self._file_patience if outgoing.blobs else self._patience
            return await patience.wait_for(self.platform.send(outgoing))
        except TimeoutError:
            return Uncertain("no answer")
        except Exception as failure:
            # A mistake of ours in a platform: the same body later, the operator reads the log.
            log.exception("a send failed in our own code", extra={"delivery_id": job.delivery.id})
            return TryLater(type(failure).__name__, after=60)
