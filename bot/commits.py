"""Group commit: many small writes share one transaction, in the order they were handed in.

A durable commit costs the same for one row as for fifty, and SQLite takes one writer at a time. A
write waits for no timer: whatever was handed in while the last commit ran goes into the next.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import Database

Item = TypeVar("Item")
Result = TypeVar("Result")
Write = Callable[[AsyncConnection], Awaitable[Any]]

MOST = 200
"""Items in one transaction at the most."""


@dataclass(frozen=True, slots=True)
class _Handed(Generic[Item, Result]):
    item: Item
    future: asyncio.Future[Result]


_Group = Sequence[_Handed[Item, Result]]


class Batches(Generic[Item, Result]):
    """Hands items to `work` in batches; if it raises, each item of the batch goes alone.

    `work` returns one result for each item, in their order.
    """

    def __init__(
        self,
        database: Database,
        work: Callable[[AsyncConnection, Sequence[Item]], Awaitable[Sequence[Result]]],
    ) -> None:
        self.database = database
        self.work = work
        self._waiting: list[_Handed[Item, Result]] = []
        self._task: asyncio.Task[None] | None = None

    async def put(self, item: Item) -> Result:
        """Return the item's result once it is committed; raises what its work raised."""
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Handed(item, future))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._drain())
        return await future

    async def _drain(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            failure = await self._commit(group)
            if failure is not None:
                await self._commit_each(group, failure)

    async def _commit_each(self, group: _Group[Item, Result], failure: Exception) -> None:
        for one in group:
            alone = failure if len(group) == 1 else await self._commit([one])
            if alone is not None and not one.future.done():
                one.future.set_exception(alone)

    async def _commit(self, group: _Group[Item, Result]) -> Exception | None:
        try:
            async with self.database.write() as tx:
                results = await self.work(tx, [one.item for one in group])
        except Exception as failure:
            return failure
        for one, result in zip(group, results, strict=True):
            if not one.future.done():
                one.future.set_result(result)
        return None


class GroupCommit:
    """Runs writes of any kind in shared transactions."""

    def __init__(self, database: Database) -> None:
        self._batches: Batches[Write, Any] = Batches(database, _each)

    async def write(self, work: Callable[[AsyncConnection], Awaitable[Result]]) -> Result:
        """Run a write and return its result once it is committed; raises what it raised."""
        return cast("Result", await self._batches.put(work))


async def _each(tx: AsyncConnection, writes: Sequence[Write]) -> list[Any]:
    return [await write(tx) for write in writes]
