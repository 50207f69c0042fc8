"""One timer for many waits that may all take equally long.

Each send is given up after the same time, and nearly none is: a timer of its own for each cost a
twentieth of all that it takes to send.
"""

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar

Result = TypeVar("Result")


class Patience:
    """Waits for so many seconds, as `asyncio.timeout` does."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        # By when each task must be done, the earliest first, since all have the same time.
        self._until: dict[asyncio.Task[Any], float] = {}
        self._late: set[asyncio.Task[Any]] = set()
        self._timer: asyncio.TimerHandle | None = None

    async def wait_for(self, work: Awaitable[Result]) -> Result:
        """The result of this, awaited once at a time by a task; TimeoutError if it takes longer."""
        task = asyncio.current_task()
        assert task is not None
        cancelling = task.cancelling()
        loop = asyncio.get_running_loop()
        self._until[task] = loop.time() + self._seconds
        if self._timer is None:
            self._timer = loop.call_later(self._seconds, self._look)
        stopped = None
        try:
            return await work
        except asyncio.CancelledError as cancelled:
            stopped = cancelled
            raise
        finally:
            self._until.pop(task, None)
            if task in self._late:
                self._late.discard(task)
                # Somebody else may have cancelled it as well: then that stands.
                if task.uncancel() <= cancelling and stopped is not None:
                    raise TimeoutError from stopped

    def _look(self) -> None:
        """Cancel what is late, and look again when the next one will be."""
        loop = asyncio.get_running_loop()
        self._timer = None
        for task, until in list(self._until.items()):
            if until > loop.time():
                self._timer = loop.call_at(until, self._look)
                break
            del self._until[task]
            self._late.add(task)
            task.cancel()
