"""Group commit: many small writes share one transaction, in the order they were handed in.

A durable commit costs the same for one row as for fifty, and SQLite takes one writer at a time. A
write waits for no timer: whatever was handed in while the last commit ran goes into the next.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar, cast

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import Database

T = TypeVar("T")
Write = Callable[[AsyncConnection], Awaitable[Any]]

MOST = 200
"""Writes in one transaction at the most."""


class GroupCommit:
    """Runs writes in shared transactions; if one raises, each of its group runs on its own."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._waiting: list[tuple[Write, asyncio.Future[Any]]] = []
        self._task: asyncio.Task[None] | None = None

    async def write(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        """Run a write and return its result once it is committed; raises what it raised."""
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, future))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._drain())
        return cast("T", await future)

    async def _drain(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            try:
                async with self.database.write() as tx:
                    results = [await work(tx) for work, _ in group]
            except Exception as failure:
                if len(group) == 1:
                    _fail(group[0][1], failure)
                    continue
                for work, future in group:
                    await self._alone(work, future)
            else:
                for (_, future), result in zip(group, results, strict=True):
                    if not future.done():
                        future.set_result(result)

    async def _alone(self, work: Write, future: asyncio.Future[Any]) -> None:
        try:
            async with self.database.write() as tx:
                result = await work(tx)
        except Exception as failure:
            _fail(future, failure)
        else:
            if not future.done():
                future.set_result(result)


def _fail(future: asyncio.Future[Any], failure: Exception) -> None:
    if not future.done():
        future.set_exception(failure)
