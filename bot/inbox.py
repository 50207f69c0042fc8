"""Stored events become answers: an owner's oldest first, each in one transaction.

What needs the network (a photo's bytes) happens before the transaction opens. Inside it lie the new
state, the planned warnings, the answer as an outbox row, and "event handled": a crash before its
end leaves all of it undone, and the event is handled again.
"""

import asyncio
import contextlib
import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.media import receive
from bot.platforms.base import AnswerTo, Arrived, Incoming, MediaLater, Platform
from bot.wake import Wake, tell_others, wait
from handlers import routes
from handlers.events import Event, Left, Said, SentMedia
from handlers.reading.read import read
from handlers.replies import Reply, Text
from handlers.turn import Turn
from locales.catalogue import DEFAULT, Words
from storage import inbox, outbox, owners
from storage.blobs import Blobs
from storage.deliveries import LEASE
from storage.engine import Database
from storage.leases import new_token
from storage.records import Chat, ChatState, Owner, StoredEvent

log = logging.getLogger(__name__)

AT_ONCE = 8
"""Owners whose events are handled at the same time."""
TRIES = 3
PER_MINUTE = 30
"""Messages a minute from one owner that are answered; the next one gets a kind notice."""
POLL = 1.0
"""Seconds between two looks when nothing rings: the net under the bells."""
WORKING_AFTER = 0.7
"""Seconds after which a person is shown that the bot is at work."""


class Inbox:
    """Takes raw events in, and handles them."""

    def __init__(
        self,
        database: Database,
        platforms: Mapping[str, Platform],
        blobs: Blobs,
        clock: Clock,
        wake: Wake,
        *,
        zone: str,
        strict: bool = False,
    ) -> None:
        self.database = database
        self.platforms = platforms
        self.blobs = blobs
        self.clock = clock
        self.wake = wake
        self.zone = zone
        self.strict = strict
        self._bell = wake.bell()

    async def keep(self, platform: str, arrivals: Sequence[Arrived]) -> int:
        """Store raw events; returns how many were new. Only after this may a 200 be answered."""
        if not arrivals:
            return 0
        now = self.clock.now()
        new = 0
        async with self.database.write() as tx:
            for arrived in arrivals:
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

    async def _chat_of(
        self, tx: AsyncConnection, platform: str, arrived: Arrived, now: datetime
    ) -> Chat | None:
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

    async def run(self, stopping: asyncio.Event) -> None:
        """Handle events until told to stop; what is in work is finished first."""
        while not stopping.is_set():
            try:
                busy = await self.handle_waiting()
            except (OSError, SQLAlchemyError) as failure:
                why = type(failure).__name__
                log.error("the inbox cannot reach the database", extra={"why": why})
                log.debug("the inbox cannot reach the database", exc_info=failure)
                await wait(self._bell, 2)
                continue
            if not busy:
                await wait(self._bell, POLL)

    async def handle_waiting(self) -> bool:
        """Handle what waits now; False when there was nothing."""
        now = self.clock.now()
        async with self.database.read() as tx:
            if not await inbox.anything_new(tx, now):
                return False
        token = new_token()
        async with self.database.write() as tx:
            claimed = await inbox.claim_owners(tx, now, token, now + LEASE, AT_ONCE)
        if not claimed:
            return False
        ends = await asyncio.gather(
            *(self._handle_owner(owner_id, token) for owner_id in claimed), return_exceptions=True
        )
        for end in ends:
            if isinstance(end, BaseException):
                raise end
        return True

    async def _handle_owner(self, owner_id: int, token: str) -> None:
        holding = asyncio.create_task(self._keep_holding(owner_id, token))
        try:
            while await self._handle_oldest(owner_id, token):
                pass
        finally:
            holding.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await holding
            async with self.database.write() as tx:
                await inbox.release(tx, owner_id, token)

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
            await self._handle(event, chat, owner, token)
        except (OSError, SQLAlchemyError):
            raise
        except Exception as failure:
            # Whatever a handler stumbled over must not block this chat's later events.
            log.exception("an event could not be handled", extra={"event_id": event.id})
            return await self._failed(event, chat, owner, later=isinstance(failure, MediaLater))
        self.wake.ring()
        return True

    async def _handle(self, event: StoredEvent, chat: Chat, owner: Owner, token: str) -> None:
        platform = self.platforms.get(event.platform)
        if platform is None:
            async with self.database.write() as tx:
                await inbox.settle(tx, event.id, "ignored", self.clock.now())
            return
        incoming = platform.understand(event.raw, locale=owner.locale)
        showing = self._show_working(platform, chat) if not incoming.silent else None
        try:
            what = incoming.event
            if incoming.media and not incoming.silent:
                what = await receive(platform, incoming.media, self.blobs, owner.id)
            await self._settle(event, incoming, what, chat, owner, token)
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
    ) -> None:
        """Answer and note it as handled, all or nothing."""
        real_now = self.clock.now()
        now = real_now + timedelta(seconds=chat.clock_ahead)
        say = Words(owner.locale, strict=self.strict)
        reading = read(what.text, now, owner.zone) if isinstance(what, Said) else None
        if isinstance(what, SentMedia) and what.caption:
            reading = read(what.caption, now, owner.zone)
        async with self.database.write() as tx:
            if not await inbox.hold(tx, owner.id, token, real_now + LEASE):
                return
            reply: Reply | None = None
            state = "handled"
            if incoming.silent or (what is None and not incoming.bodies):
                state = "ignored"
            elif what is not None:
                too_many = await self._too_many(tx, event, owner, real_now)
                if too_many is None:
                    if not isinstance(what, Left) and chat.state != ChatState.ACTIVE:
                        await owners.set_chat_state(tx, chat.id, ChatState.ACTIVE, now)
                    turn = Turn(tx, now, event.at, owner, chat, what, say, reading)
                    reply = await routes.answer(turn)
                elif too_many:
                    reply = Reply((Text(say("service-too-many")),))
            await self._put_answer(tx, incoming, reply, chat, event, now)
            await inbox.settle(tx, event.id, state, real_now)
            await tell_others(tx)

    async def _too_many(
        self, tx: AsyncConnection, event: StoredEvent, owner: Owner, now: datetime
    ) -> bool | None:
        """None: within the ceiling. True: the first one over it. False: a later one."""
        before = await inbox.count_since(tx, owner.id, event.id, now - timedelta(minutes=1))
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
        content: dict[str, Any]
        if incoming.bodies:
            content = {"bodies": list(incoming.bodies)}
        elif reply is not None and (reply.nodes or incoming.callback):
            content = {"reply": msgspec.to_builtins(reply)}
        elif incoming.callback:
            content = {"reply": msgspec.to_builtins(Reply())}
        else:
            return
        # LINE's reply token lives a minute from when the webhook reached us: a redelivered event's
        # own timestamp may be older.
        to = AnswerTo(
            reply_token=incoming.reply_token,
            reply_at=event.received_at if incoming.reply_token else None,
            callback=incoming.callback,
            pressed_message=incoming.pressed_message,
        )
        content["to"] = msgspec.to_builtins(to)
        await outbox.put_answer(tx, chat.id, content, now)

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
