"""Deleting files from the evidence store: what was dropped, and what no row names.

A photo is stored before its row is written, so a file without a row may be about to get one. Both
happen under the lease of its owner; whoever deletes takes that lease, too, and then nothing of this
owner is in work.
"""

import asyncio
import re
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.clock import Clock
from storage import archives, clearing, inbox
from storage.blobs import Blobs
from storage.claims import LEASE
from storage.engine import Database
from storage.leases import new_token

DROPPED_KEEPS = timedelta(days=3)
"""What was dropped may still be shown: a delivery is tried for two days, and LINE fetches a picture
for one day after it was rendered."""
AT_ONCE = 20
"""Files deleted under one lease of their owner."""
PATIENCE = LEASE.total_seconds() / 2
"""Seconds that deleting them may take: within the lease."""
LISTED = 500
"""Files looked at together."""

OURS = re.compile(r"(\d{1,18})/[0-9a-f]{64}\.[0-9a-z]{1,5}")
"""The keys that photos are kept under; anything else in the store is not ours to delete."""
ARCHIVE = re.compile(r"\d{1,18}/archive-(\d{1,18})-\d{1,4}\.zip")
"""The keys of archives, each with its row's id."""


class FileClearing:
    """Raises the database's errors, the evidence store's, and TimeoutError where it hangs."""

    def __init__(self, database: Database, blobs: Blobs, clock: Clock) -> None:
        self.database = database
        self.blobs = blobs
        self.clock = clock

    async def dropped(self, stopping: asyncio.Event) -> int:
        """Delete what was dropped, the file and then its row; returns how many rows."""
        before = self.clock.now() - DROPPED_KEEPS
        last = count = 0
        while not stopping.is_set():
            async with self.database.read() as tx:
                found = await clearing.dropped(tx, before, last, AT_ONCE)
            if not found:
                break
            last = found[-1].id
            by_owner = defaultdict(list)
            for piece in found:
                by_owner[piece.owner_id].append(piece)
            for owner_id, pieces in by_owner.items():
                count += await self._drop(owner_id, pieces, before)
        return count

    async def _drop(
        self, owner_id: int, pieces: Sequence[clearing.DroppedPiece], before: datetime
    ) -> int:
        async with self._leased(owner_id) as token:
            if token is None:
                return 0
            blobs = list({piece.blob for piece in pieces})
            async with self.database.read() as tx:
                kept = await clearing.still_kept(tx, blobs, before)
            await self._delete([blob for blob in blobs if blob not in kept])
            async with self.database.write() as tx:
                if not await inbox.hold(tx, owner_id, token, self.clock.now() + LEASE):
                    return 0
                ids = [piece.id for piece in pieces]
                return await clearing.forget_dropped(tx, ids, before)

    async def without_row(self, before: datetime, stopping: asyncio.Event) -> int:
        """Delete files last written before a moment that no row names; returns how many.

        They come from an event that could not be handled, or from a case that was deleted.
        """
        count = 0
        async for listed in self.blobs.older_than(before, LISTED):
            by_owner = defaultdict(list)
            for key in await self._unnamed(listed):
                by_owner[int(key.partition("/")[0])].append(key)
            for owner_id, keys in by_owner.items():
                while keys and not stopping.is_set():
                    some, keys = keys[:AT_ONCE], keys[AT_ONCE:]
                    count += await self._sweep(owner_id, some)
            if stopping.is_set():
                break
        return count

    async def _sweep(self, owner_id: int, keys: Sequence[str]) -> int:
        async with self._leased(owner_id) as token:
            if token is None:
                return 0
            # Asked again: it may have got its row since the listing.
            unnamed = await self._unnamed(keys)
            await self._delete(unnamed)
            return len(unnamed)

    async def _unnamed(self, keys: Sequence[str]) -> list[str]:
        photos = [key for key in keys if OURS.fullmatch(key)]
        packed = {key: int(found[1]) for key in keys if (found := ARCHIVE.fullmatch(key))}
        if not photos and not packed:
            return []
        async with self.database.read() as tx:
            unnamed = await clearing.without_row(tx, photos)
            known = await archives.ids_of(tx, list(packed.values()))
        return unnamed + [key for key, number in packed.items() if number not in known]

    async def _delete(self, blobs: list[str]) -> None:
        async with asyncio.timeout(PATIENCE):
            await self.blobs.delete(blobs)

    @asynccontextmanager
    async def _leased(self, owner_id: int) -> AsyncIterator[str | None]:
        """The lease of an owner; None where somebody has it: the next round comes."""
        token = new_token()
        async with self.database.write() as tx:
            now = self.clock.now()
            taken = await inbox.take(tx, owner_id, now, token, now + LEASE)
        if not taken:
            yield None
            return
        try:
            yield token
        finally:
            async with self.database.write() as tx:
                await inbox.release(tx, owner_id, token)
