"""Moving the local chat's own clock, so that days of warnings can be seen in half a minute.

The clock of the chat is the real time plus `chats.clock_ahead`; nothing else is moved by it.
"""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.clock import Clock
from storage import deadlines, history, outbox, owners
from storage.engine import Database
from storage.owner_records import Chat

BEFORE_DEADLINE = timedelta(minutes=10)
FARTHEST = timedelta(days=3 * 366)
"""How far ahead the clock may be moved; the longest clock of a case is half a year."""

LOOK_EVERY = 0.03
PATIENCE = 3.0
"""Seconds to wait for one warning to go out, and for what is being handled to end."""
PATIENCE_ALTOGETHER = 30.0


class NoDeadlineError(Exception):
    """There is no deadline ahead to move to."""


def present(clock: Clock, chat: Chat | None) -> datetime:
    """What the chat's clock shows."""
    return clock.now() + timedelta(seconds=chat.clock_ahead if chat else 0)


@dataclass(slots=True)
class ChatClock:
    """Moves one chat's clock from warning to warning; `wake` lets the dispatcher look."""

    database: Database
    clock: Clock
    wake: Callable[[], None]

    async def move(self, chat: Chat, ahead: int) -> None:
        """Set the clock `ahead` seconds ahead; warnings on the way go out one after another."""
        ahead = max(0, min(ahead, int(FARTHEST.total_seconds())))
        give_up = time.monotonic() + PATIENCE_ALTOGETHER
        # What was just said or pressed may still be planning warnings.
        await self._until(lambda: self._is_idle(chat))
        while time.monotonic() < give_up:
            due = await self._next_warning(chat)
            if due is None or due >= self.clock.now() + timedelta(seconds=ahead):
                break
            if due > present(self.clock, await self._again(chat)):
                await self._set(chat, self._ahead_of(due))
            self.wake()
            if not await self._until(partial(self._is_past, chat, due)):
                # It stays planned for a reason (a chat that is stopped); the clock must not.
                break
        await self._set(chat, ahead)
        self.wake()

    async def before_deadline(self, chat: Chat) -> int:
        """How far ahead is ten minutes before the nearest deadline. Raises NoDeadlineError."""
        async with self.database.read() as tx:
            running = await deadlines.active(tx, chat.owner_id)
        now = present(self.clock, chat)
        for deadline in running:
            if deadline.at - BEFORE_DEADLINE > now:
                return self._ahead_of(deadline.at - BEFORE_DEADLINE)
        raise NoDeadlineError

    def _ahead_of(self, moment: datetime) -> int:
        return math.ceil((moment - self.clock.now()).total_seconds())

    async def _again(self, chat: Chat) -> Chat:
        async with self.database.read() as tx:
            return await owners.find_chat(tx, chat.platform, chat.address) or chat

    async def _set(self, chat: Chat, ahead: int) -> None:
        async with self.database.write() as tx:
            await owners.set_clock_ahead(tx, chat.id, ahead)

    async def _next_warning(self, chat: Chat) -> datetime | None:
        async with self.database.read() as tx:
            return await outbox.next_warning_of_chat(tx, chat.id)

    async def _is_past(self, chat: Chat, due: datetime) -> bool:
        following = await self._next_warning(chat)
        return following is None or following > due

    async def _is_idle(self, chat: Chat) -> bool:
        async with self.database.read() as tx:
            return not await history.is_waiting(tx, chat.id)

    async def _until(self, done: Callable[[], Awaitable[bool]]) -> bool:
        """Look again and again until it is done; False if that takes too long."""
        give_up = time.monotonic() + PATIENCE
        while not await done():
            if time.monotonic() > give_up:
                return False
            await asyncio.sleep(LOOK_EVERY)
        return True
