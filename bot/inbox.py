"""Stored events become answers: an owner's oldest first, each in one transaction.

What needs the network (a photo's bytes) happens before the transaction opens. Inside it lie the new
state, the planned warnings, the answer as an outbox row, and "event handled": a crash before its
end leaves all of it undone, and the event is handled again.
"""

import asyncio
import contextlib
import logging
from collections.abc import Coroutine, Mapping
from datetime import timedelta
from typing import Any

import msgspec
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.answering import Answering, End, Head
from bot.clock import Clock
from bot.loop import Loop
from bot.media import receive
from bot.platforms.base import MediaLater, Platform
from bot.wake import Wake
from handlers.replies import Reply, Text
from locales.catalogue import Words
from storage import inbox, outbox, owners
from storage.blobs import Blobs
from storage.claims import LEASE
from storage.engine import Database, is_outage
from storage.leases import new_token
from storage.owner_records import Chat

log = logging.getLogger(__name__)

AT_ONCE = 8
"""Owners whose events are handled at the same time."""
TRIES = 3
WORKING_AFTER = 0.7
"""Seconds after which a person is shown that the bot is at work."""


class Inbox(Loop):
    """Handles the events that were kept."""

    def __init__(
        self,
        database: Database,
        platforms: Mapping[str, Platform],
        blobs: Blobs,
        clock: Clock,
        wake: Wake,
        answering: Answering,
    ) -> None:
        super().__init__("inbox", wake, AT_ONCE, topic="events")
        self.database = database
        self.platforms = platforms
        self.blobs = blobs
        self.clock = clock
        self.wake = wake
        self.answering = answering
        self._unreleased: list[tuple[int, str]] = []

    async def _claim_works(self, free: int) -> list[Coroutine[Any, Any, None]]:
        """Each owner is a task of its own: a large file of one must not hold up the others."""
        now = self.clock.now()
        async with self.database.read() as tx:
            if not await inbox.anything_new(tx, now):
                return []
        token = new_token()
        async with self.database.write() as tx:
            for owner_id, former in self._unreleased:
                await inbox.release(tx, owner_id, former)
            claimed = await inbox.claim_owners(tx, now, token, now + LEASE, free)
            heads = [await _head(tx, owner_id) for owner_id in claimed]
        self._unreleased.clear()
        return [
            self._handle_owner(owner_id, token, head)
            for owner_id, head in zip(claimed, heads, strict=True)
        ]

    def _look_again(self, claimed: int, free: int) -> bool:
        # What comes later rings.
        return claimed == free

    async def _handle_owner(self, owner_id: int, token: str, head: Head | None) -> None:
        holding = asyncio.create_task(self._keep_holding(owner_id, token))
        end = End.UNDONE
        try:
            while head is not None and not self._stopping.is_set():
                end = await self._handle_head(head, token)
                if end is not End.MORE:
                    break
                async with self.database.read() as tx:
                    head = await _head(tx, owner_id)
        finally:
            holding.cancel()
            with contextlib.suppress(asyncio.CancelledError, OSError, SQLAlchemyError):
                await holding
            if end is not End.RELEASED:
                await self._release(owner_id, token)

    async def _release(self, owner_id: int, token: str) -> None:
        try:
            async with self.database.write() as tx:
                await inbox.release(tx, owner_id, token)
        except (OSError, SQLAlchemyError):
            # The database is gone: given back as soon as it answers again.
            self._unreleased.append((owner_id, token))

    async def _keep_holding(self, owner_id: int, token: str) -> None:
        """Lengthen the lease while a large file is being fetched."""
        while True:
            await asyncio.sleep(LEASE.total_seconds() / 3)
            async with self.database.write() as tx:
                await inbox.hold(tx, owner_id, token, self.clock.now() + LEASE)

    async def _handle_head(self, head: Head, token: str) -> End:
        """Handle an owner's oldest event."""
        event = head.event
        try:
            end = await self._handle(head, token)
        except Exception as failure:
            if is_outage(failure):
                raise
            # Whatever a handler stumbled over must not block this chat's later events.
            log.exception("an event could not be handled", extra={"event_id": event.id})
            later = isinstance(failure, MediaLater)
            parked = await self._failed(head, later=later)
            return End.MORE if parked else End.UNDONE
        # A task's end rings for the inbox itself.
        self.wake.ring("deliveries", "background")
        return end

    async def _handle(self, head: Head, token: str) -> End:
        event, chat, owner = head.event, head.chat, head.owner
        platform = self.platforms.get(event.platform)
        if platform is None:
            async with self.database.write() as tx:
                await inbox.settle(tx, event.id, "ignored", self.clock.now())
            return End.MORE
        incoming = platform.understand(event.raw, locale=owner.locale)
        showing = self._show_working(platform, chat) if not incoming.silent else None
        try:
            what = incoming.event
            if incoming.media and not incoming.silent:
                await platform.working(chat.address)
                what = await receive(platform, incoming.media, self.blobs, owner.id)
            return await self.answering.answer(head, incoming, what, token)
        finally:
            if showing:
                showing.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await showing

    def _show_working(self, platform: Platform, chat: Chat) -> asyncio.Task[None]:
        async def show() -> None:
            await asyncio.sleep(WORKING_AFTER)
            await platform.working(chat.address)

        return asyncio.create_task(show())

    async def _failed(self, head: Head, *, later: bool) -> bool:
        """Count the failure; whether it was the last, and the event is parked."""
        event, chat, owner = head.event, head.chat, head.owner
        now = self.clock.now()
        async with self.database.write() as tx:
            tries = await inbox.try_again(tx, event.id, now + timedelta(seconds=2))
            if tries < TRIES:
                return False
            say = Words(owner.locale, strict=self.answering.strict)
            words = say("service-media-gone") if later else say("service-failed")
            content = {"reply": msgspec.to_builtins(Reply((Text(words),))), "to": {}}
            await outbox.put_answer(tx, chat.id, content, now + timedelta(seconds=chat.clock_ahead))
            await inbox.settle(tx, event.id, "parked", now)
        log.error("an event is parked", extra={"event_id": event.id, "tries": tries})
        self.wake.ring()
        return True


async def _head(tx: AsyncConnection, owner_id: int) -> Head | None:
    """None where nothing is to be handled, or the owner is about to be erased."""
    event = await inbox.oldest(tx, owner_id)
    if event is None or event.chat_id is None:
        return None
    owner = await owners.owner(tx, owner_id)
    if owner.erasing_since is not None:
        return None
    return Head(event, await owners.chat(tx, event.chat_id), owner)
