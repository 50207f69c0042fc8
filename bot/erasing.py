"""Deleting for good what a person asked to have deleted: rows and files, also after a crash.

What is to go is noted in the database first (`owners.erasing_since`, a dispute's `deleted`, a piece
that was taken back, an archive that expired), so a killed process only delays it. Files go before
their rows, under the lease of their owner, so that nothing of this owner is in work meanwhile.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from typing import Any

from prometheus_client import Counter
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.file_clearing import FileClearing
from bot.loop import BACKGROUND_REST, Loop
from bot.wake import Wake
from handlers.traces import Traces
from locales.catalogue import DEFAULT
from storage import archives, clearing, deadlines, disputes, erasing, evidence, inbox, owners
from storage.blobs import Blobs
from storage.claims import LEASE
from storage.engine import Database
from storage.leases import new_token

log = logging.getLogger(__name__)

DELETED_KEEPS = timedelta(days=1)
"""So long a deleted case can be brought back."""
ANSWER_PATIENCE = timedelta(hours=1)
"""The last answer may take so long to be delivered; then everything goes, told or not."""
PAUSE, LONGEST_PAUSE = 0.5, 10.0
"""Seconds until what could not be erased just now is looked at again; doubled each time."""
AT_ONCE = 20

ERASED = Counter("funso_erased_total", "What was deleted for good on a person's wish", ["what"])


class Eraser(Loop):
    """Deletes owners, disputes, pieces and archives whose time has come."""

    def __init__(
        self,
        database: Database,
        blobs: Blobs,
        clock: Clock,
        wake: Wake,
        zone: str,
        *,
        forget_uploads: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        super().__init__("eraser", wake, 1, topic="background", rest=BACKGROUND_REST)
        self.database = database
        self.blobs = blobs
        self.clock = clock
        self.zone = zone
        self.forget_uploads = forget_uploads
        self.files = FileClearing(database, blobs, clock)
        self._not_before = 0.0
        self._pause = PAUSE

    async def _claim_works(self, free: int) -> list[Coroutine[Any, Any, None]]:
        now = self.clock.now()
        if asyncio.get_running_loop().time() < self._not_before:
            return []
        async with self.database.read() as tx:
            found = (
                await erasing.waiting_owners(tx)
                or await erasing.deleted(tx, now - DELETED_KEEPS, 1)
                or await clearing.dropped(tx, evidence.AT_ONCE, 0, 1)
                or await archives.expired(tx, now, 1)
            )
        return [self._work()] if found else []

    async def _work(self) -> None:
        done = 0
        try:
            done = await self.round()
        except (OSError, SQLAlchemyError) as failure:
            log.warning("could not erase just now", extra={"why": type(failure).__name__})
            log.debug("could not erase", exc_info=failure)
        finally:
            if done:
                self._pause = PAUSE
            else:
                self._not_before = asyncio.get_running_loop().time() + self._pause
                self._pause = min(self._pause * 2, LONGEST_PAUSE)

    async def round(self) -> int:
        """Erase what is due; returns how much.

        Raises the database's errors, the evidence store's, and TimeoutError where it hangs.
        """
        now = self.clock.now()
        async with self.database.read() as tx:
            people = await erasing.waiting_owners(tx)
            cases = await erasing.deleted(tx, now - DELETED_KEEPS, AT_ONCE)
            taken_back = await clearing.dropped(tx, evidence.AT_ONCE, 0, 1)
            old = await archives.expired(tx, now, AT_ONCE)
        done = 0
        for owner_id in people:
            done += _note("everything", await self._erase_owner(owner_id))
        for dispute_id, owner_id in cases:
            done += _note("a case", await self._erase_dispute(dispute_id, owner_id))
        if taken_back:
            done += _note("pieces", await self.files.dropped(self._stopping))
        if old:
            await self.blobs.delete([file["blob"] for one in old for file in one.files])
            async with self.database.write() as tx:
                done += _note("archives", await archives.remove(tx, [one.id for one in old]))
        return done

    async def _erase_owner(self, owner_id: int) -> bool:
        token = new_token()
        if not await self._take(owner_id, token):
            return False
        try:
            async with self.database.write() as tx:
                if await erasing.still_talking(tx, owner_id, self.clock.now(), ANSWER_PATIENCE):
                    return False
                chats = await owners.chats_of(tx, owner_id)
                named = await erasing.files_of(tx, owner_id)
            lying = [key async for some in self.blobs.under(str(owner_id), 500) for key in some]
            keys = list({*named, *lying})
            if not await self._delete(owner_id, token, keys):
                return False
            if self.forget_uploads and any(chat.platform == "local" for chat in chats):
                await self.forget_uploads()
            async with self.database.write() as tx:
                now = self.clock.now()
                if not await inbox.hold(tx, owner_id, token, now + LEASE):
                    return False
                # Asked again: something may have become due for it since.
                if await erasing.still_talking(tx, owner_id, now, ANSWER_PATIENCE):
                    return False
                await erasing.finish(tx, owner_id, now, zone=self.zone, locale=DEFAULT)
        finally:
            await self._release(owner_id, token)
        log.info("everything of an owner was erased")
        return True

    async def _erase_dispute(self, dispute_id: int, owner_id: int) -> bool:
        token = new_token()
        if not await self._take(owner_id, token):
            return False
        try:
            async with self.database.read() as tx:
                case = await disputes.get_deleted(tx, owner_id, dispute_id)
                if case is None:
                    return False
                traces = Traces(
                    case,
                    await deadlines.of_dispute(tx, dispute_id),
                    await evidence.of_case(tx, dispute_id),
                )
                keys = await erasing.blobs_of(tx, dispute_id)
            if not await self._delete(owner_id, token, keys):
                return False
            async with self.database.write() as tx:
                now = self.clock.now()
                if not await inbox.hold(tx, owner_id, token, now + LEASE):
                    return False
                erased = await erasing.erase_dispute(
                    tx, owner_id, dispute_id, now - DELETED_KEEPS, traces
                )
        finally:
            await self._release(owner_id, token)
        log.info("a case was erased", extra={"dispute_id": dispute_id})
        return erased

    async def _take(self, owner_id: int, token: str) -> bool:
        async with self.database.write() as tx:
            now = self.clock.now()
            return await inbox.take(tx, owner_id, now, token, now + LEASE)

    async def _release(self, owner_id: int, token: str) -> None:
        async with self.database.write() as tx:
            await inbox.release(tx, owner_id, token)

    async def _delete(self, owner_id: int, token: str, keys: list[str]) -> bool:
        """Delete files, a few under each lengthening of the lease; False if it was lost."""
        for at in range(0, len(keys), AT_ONCE):
            async with self.database.write() as tx:
                if not await inbox.hold(tx, owner_id, token, self.clock.now() + LEASE):
                    return False
            async with asyncio.timeout(LEASE.total_seconds() / 2):
                await self.blobs.delete(keys[at : at + AT_ONCE])
        return True


def _note(what: str, count: int) -> int:
    if count:
        ERASED.labels(what).inc(count)
    return int(count)
