"""A loop that starts tasks for what is due, and sleeps until a bell or the next due time."""

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Coroutine
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from bot.wake import Topic, Wake, wait

log = logging.getLogger(__name__)

POLL = 1.0
"""Seconds between two looks when nothing rings: the net under the bells."""
BACKGROUND_REST = 0.2
"""Seconds between two looks of a loop whose work takes longer than that anyway."""
OUTAGE_PAUSE = 2.0
"""Seconds until a database that could not be reached is asked again."""


class Loop(ABC):
    """What the inbox and the dispatcher have in common: at most `most` tasks at the same time.

    `rest`: seconds between two looks at the least, for work that nobody waits for.
    """

    def __init__(
        self, name: str, wake: Wake, most: int, *, topic: Topic | None = None, rest: float = 0.0
    ) -> None:
        self._name = name
        self._most = most
        self._rest = rest
        self._bell = wake.bell(topic)
        self._running: set[asyncio.Task[None]] = set()
        self._stopping = asyncio.Event()

    async def run(self, stopping: asyncio.Event) -> None:
        """Work until told to stop; what is begun is finished first."""
        self._stopping = stopping
        while not stopping.is_set():
            try:
                more = await self._start()
            except (OSError, SQLAlchemyError) as failure:
                why = type(failure).__name__
                log.error("the database cannot be reached", extra={"loop": self._name, "why": why})
                log.debug("the database cannot be reached", exc_info=failure)
                await wait(self._bell, OUTAGE_PAUSE)
                continue
            if self._room() <= 0:
                # The end of a task rings.
                await wait(self._bell, POLL)
            elif not more:
                await asyncio.sleep(self._rest)
                await wait(self._bell, await self._idle_seconds())
        if self._running:
            await asyncio.gather(*self._running, return_exceptions=True)

    async def _start(self) -> bool:
        free = self._room()
        if free <= 0:
            return False
        works = await self._claim_works(free)
        for work in works:
            task = asyncio.create_task(work)
            self._running.add(task)
            task.add_done_callback(self._done)
        return self._look_again(len(works), free)

    def _look_again(self, claimed: int, free: int) -> bool:
        """Whether more may be due than was claimed, or another time must be waited for."""
        return claimed > 0

    def _room(self) -> int:
        """How many more tasks may be started now."""
        return self._most - len(self._running)

    @abstractmethod
    async def _claim_works(self, free: int) -> list[Coroutine[Any, Any, None]]:
        """Claim what is due, at most so many, and return what is to be done about each."""

    async def _idle_seconds(self) -> float:
        """How long to sleep when nothing was claimed."""
        return POLL

    def _done(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._bell.set()
        if not task.cancelled() and (failure := task.exception()) is not None:
            # What it had leased is found again when the lease has run out.
            log.error("a task was left to its lease", extra={"loop": self._name}, exc_info=failure)
