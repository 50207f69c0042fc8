"""Stored events become answers: an owner's oldest first, each in one transaction.

What needs the network (a photo's bytes) happens before the transaction opens. Inside it lie the new
state, the planned warnings, the answer as an outbox row, and "event handled": a crash before its
end leaves all of it undone, and the event is handled again.
"""

import asyncio
import contextlib
import logging
from collections.abc import Coroutine, Mapping
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import albums
from bot.clock import Clock
from bot.loop import Loop
from bot.media import receive
from bot.platforms.base import AnswerTo, Incoming, MediaLater, Platform
from bot.wake import Wake, tell_others
from handlers import routes
from handlers.calendar_addresses import Addresses
from handlers.events import Event, Left, Said, SentMedia
from handlers.reading.read import read
from handlers.replies import Reply, Text
from handlers.turn import Turn
from locales.catalogue import Words
from storage import inbox, outbox, owners
from storage.blobs import Blobs
from storage.claims import LEASE
from storage.engine import Database, is_outage
from storage.leases import new_token
from storage.records import Chat, ChatState, Owner, StoredEvent

log = logging.getLogger(__name__)

AT_ONCE = 8
"""Owners whose events are handled at the same time."""
TRIES = 3
PER_MINUTE = 30
"""Messages a minute from one owner that are answered; the next one gets a kind notice."""
LONGEST_WAY = timedelta(days=2)
"""An event that seems to have been longer on its way has no time to be trusted."""
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
        *,
        calendars: Addresses | None = None,
        strict: bool = False,
    ) -> None:
        super().__init__("inbox", wake, AT_ONCE)
        self.calendars = calendars
        self.database = database
        self.platforms = platforms
        self.blobs = blobs
        self.clock = clock
        self.wake = wake
        self.strict = strict
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
        self._unreleased.clear()
        return [self._handle_owner(owner_id, token) for owner_id in claimed]

    async def _handle_owner(self, owner_id: int, token: str) -> None:
        holding = asyncio.create_task(self._keep_holding(owner_id, token))
        try:
            while await self._handle_oldest(owner_id, token) and not self._stopping.is_set():
                pass
        finally:
            holding.cancel()
            with contextlib.suppress(asyncio.CancelledError, OSError, SQLAlchemyError):
                await holding
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

    async def _handle_oldest(self, owner_id: int, token: str) -> bool:
        """Handle one event; False when there is none left, or none that may be tried now."""
        async with self.database.read() as tx:
            event = await inbox.oldest(tx, owner_id)
            if event is None or event.chat_id is None:
                return False
            chat = await owners.chat(tx, event.chat_id)
            owner = await owners.owner(tx, owner_id)
        try:
            ours = await self._handle(event, chat, owner, token)
        except Exception as failure:
            if is_outage(failure):
                raise
            # Whatever a handler stumbled over must not block this chat's later events.
            log.exception("an event could not be handled", extra={"event_id": event.id})
            return await self._failed(event, chat, owner, later=isinstance(failure, MediaLater))
        self.wake.ring()
        return ours

    async def _handle(self, event: StoredEvent, chat: Chat, owner: Owner, token: str) -> bool:
        """False when the owner is somebody else's by now, and nothing was done."""
        platform = self.platforms.get(event.platform)
        if platform is None:
            async with self.database.write() as tx:
                await inbox.settle(tx, event.id, "ignored", self.clock.now())
            return True
        incoming = platform.understand(event.raw, locale=owner.locale)
        showing = self._show_working(platform, chat) if not incoming.silent else None
        try:
            what = incoming.event
            if incoming.media and not incoming.silent:
                await platform.working(chat.address)
                what = await receive(platform, incoming.media, self.blobs, owner.id)
            return await self._settle(event, incoming, what, chat, owner, token)
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

    async def _settle(
        self,
        event: StoredEvent,
        incoming: Incoming,
        what: Event | None,
        chat: Chat,
        owner: Owner,
        token: str,
    ) -> bool:
        """Answer and note it as handled, all or nothing; False if the owner is not ours now."""
        real_now = self.clock.now()
        ahead = timedelta(seconds=chat.clock_ahead)
        now = real_now + ahead
        said_at = _said_at(event) + ahead
        say = Words(owner.locale, strict=self.strict)
        reading = read(what.text, said_at, owner.zone) if isinstance(what, Said) else None
        if isinstance(what, SentMedia) and what.caption:
            reading = read(what.caption, said_at, owner.zone)
        async with self.database.write() as tx:
            if not await inbox.hold(tx, owner.id, token, real_now + LEASE):
                return False
            reply: Reply | None = None
            state = "handled"
            if incoming.silent or (what is None and not incoming.bodies):
                state = "ignored"
            elif what is not None:
                too_many = await self._too_many(tx, event)
                if too_many is None:
                    if not isinstance(what, Left) and chat.state != ChatState.ACTIVE:
                        await owners.set_chat_state(tx, chat.id, ChatState.ACTIVE, now)
                    turn = Turn(tx, now, event.at, owner, chat, what, say, reading, self.calendars)
                    reply = await routes.answer(turn)
                elif too_many:
                    reply = Reply((Text(say("service-too-many")),))
            if reply is not None and reply.album:
                waits = await self._others_come(tx, event, owner, reply.album)
                content = _content(incoming, reply, event)
                await albums.put(tx, chat.id, reply, content, now, more_come=waits)
            else:
                await self._put_answer(tx, incoming, reply, chat, event, now)
            await inbox.settle(tx, event.id, state, real_now)
            await tell_others(tx)
        return True

    async def _too_many(self, tx: AsyncConnection, event: StoredEvent) -> bool | None:
        """None: within the ceiling. True: the first one over it. False: a later one."""
        before = await inbox.count_before(tx, event, timedelta(minutes=1))
        if before < PER_MINUTE or event.kind in ("postback", "callback_query", "press"):
            return None
        return before == PER_MINUTE

    async def _put_answer(
        self,
        tx: AsyncConnection,
        incoming: Incoming,
        reply: Reply | None,
        chat: Chat,
        event: StoredEvent,
        now: datetime,
    ) -> None:
        if incoming.bodies or incoming.callback or (reply is not None and reply.nodes):
            content = _content(incoming, reply or Reply(), event)
            await outbox.put_answer(tx, chat.id, content, now)

    async def _others_come(
        self, tx: AsyncConnection, event: StoredEvent, owner: Owner, album: str
    ) -> bool:
        """Whether more of the same album lies in the inbox, still to be handled."""
        platform = self.platforms[event.platform]
        for one in await inbox.new_of(tx, owner.id, event.id, albums.LOOKED_AT):
            if one.chat_id != event.chat_id:
                continue
            media = platform.understand(one.raw, locale=owner.locale).media
            if media is not None and media.album == album:
                return True
        return False

    async def _failed(self, event: StoredEvent, chat: Chat, owner: Owner, *, later: bool) -> bool:
        now = self.clock.now()
        async with self.database.write() as tx:
            tries = await inbox.try_again(tx, event.id, now + timedelta(seconds=2))
            if tries < TRIES:
                return False
            say = Words(owner.locale, strict=self.strict)
            words = say("service-media-gone") if later else say("service-failed")
            content = {"reply": msgspec.to_builtins(Reply((Text(words),))), "to": {}}
            await outbox.put_answer(tx, chat.id, content, now + timedelta(seconds=chat.clock_ahead))
            await inbox.settle(tx, event.id, "parked", now)
        log.error("an event is parked", extra={"event_id": event.id, "tries": tries})
        self.wake.ring()
        return True


def _content(incoming: Incoming, reply: Reply, event: StoredEvent) -> dict[str, Any]:
    """What lies in the outbox: what is answered, and what the answer hangs on."""
    # LINE's reply token lives a minute from when the webhook reached us: a redelivered event's
    # own timestamp may be older.
    to = AnswerTo(
        reply_token=incoming.reply_token,
        reply_at=event.received_at if incoming.reply_token else None,
        callback=incoming.callback,
        pressed_message=incoming.pressed_message,
    )
    said = (
        {"bodies": list(incoming.bodies)}
        if incoming.bodies
        else {"reply": msgspec.to_builtins(reply)}
    )
    return {**said, "to": msgspec.to_builtins(to)}


def _said_at(event: StoredEvent) -> datetime:
    """When it was typed: 残り3時間 counts from then, however long it waited for us."""
    way = event.received_at - event.at
    return event.at if timedelta(0) <= way <= LONGEST_WAY else event.received_at
