"""Answering one event: reading, conversation and outbox row, all in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import albums
from bot.clock import Clock
from bot.platforms.base import AnswerTo, Incoming, Platform
from bot.wake import tell_others
from handlers import routes
from handlers.calendar_addresses import Addresses
from handlers.events import Event, Left, Said, SentMedia
from handlers.house import House
from handlers.reading.read import read
from handlers.replies import Reply, Text
from handlers.turn import Turn
from locales.catalogue import Words
from storage import inbox, outbox, owners
from storage.claims import LEASE
from storage.engine import Database
from storage.message_records import StoredEvent
from storage.owner_records import Chat, Owner
from storage.states import ChatState

PER_MINUTE = 30
"""Messages a minute from one owner that are answered; the next one gets a kind notice."""
PRESSES = ("postback", "callback_query", "press")
"""Kinds of events that count for nothing there: who is led by buttons presses often."""
LONGEST_WAY = timedelta(days=2)
"""An event that seems to have been longer on its way has no time to be trusted."""


@dataclass(frozen=True, slots=True)
class Head:
    """An owner's oldest event, and what it is answered with."""

    event: StoredEvent
    chat: Chat
    owner: Owner


class End(Enum):
    """How far an owner's event came, and who has the owner now."""

    MORE = "handled, and ours: look for the next"
    RELEASED = "handled, and given back: there was no other"
    UNDONE = "to be tried again, or the owner is somebody else's by now"


@dataclass(frozen=True, slots=True)
class Answering:
    """Turns understood events into answers."""

    database: Database
    platforms: Mapping[str, Platform]
    clock: Clock
    calendars: Addresses | None = None
    strict: bool = False
    house: House = field(default_factory=House)

    async def answer(self, head: Head, incoming: Incoming, what: Event | None, token: str) -> End:
        """Answer an event and note it as handled, all or nothing.

        `what` is the event of the conversation, with whatever had to be fetched for it.
        """
        event, chat, owner = head.event, head.chat, head.owner
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
                return End.UNDONE
            reply: Reply | None = None
            state = "handled"
            if incoming.silent or (what is None and not incoming.bodies):
                state = "ignored"
            elif what is not None:
                too_many = await self._too_many(tx, event)
                if too_many is None:
                    if not isinstance(what, Left) and chat.state != ChatState.ACTIVE:
                        await owners.set_chat_state(tx, chat.id, ChatState.ACTIVE, now)
                    turn = Turn(
                        *(tx, now, event.at, owner, chat, what, say, reading),
                        calendars=self.calendars,
                        house=self.house,
                    )
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
            more = await inbox.anything_of(tx, owner.id)
            if not more:
                # In the same transaction: mostly there was one event, and that was all.
                await inbox.release(tx, owner.id, token)
            await tell_others(tx)
        return End.MORE if more else End.RELEASED

    async def _too_many(self, tx: AsyncConnection, event: StoredEvent) -> bool | None:
        """None: within the ceiling. True: the first one over it. False: a later one."""
        if event.kind in PRESSES:
            return None
        # Among messages alone the count passes no number by: the first one over it is told.
        minute = timedelta(minutes=1)
        before = await inbox.count_before(tx, event, minute, besides=PRESSES)
        if before < PER_MINUTE:
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
