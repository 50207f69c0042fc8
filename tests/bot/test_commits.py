"""Group commit: many small writes, one transaction, in their order."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.commits import MOST, GroupCommit
from storage import facts
from storage.engine import Database

Write = Callable[[AsyncConnection], Awaitable[int]]


def adding(log: list[int], number: int) -> Write:
    """A write that notes its number in the database and in a list."""

    async def work(tx: AsyncConnection) -> int:
        log.append(number)
        await facts.put(tx, f"n{number}", number)
        return number * 2

    return work


async def test_results_come_back_in_order_once_they_are_committed(database: Database) -> None:
    commits = GroupCommit(database)
    order: list[int] = []
    results = await asyncio.gather(*(commits.write(adding(order, n)) for n in range(30)))
    assert results == [n * 2 for n in range(30)]
    assert order == list(range(30))
    async with database.read() as tx:
        assert [await facts.get(tx, f"n{n}") for n in range(30)] == list(range(30))


async def test_what_waits_shares_a_transaction(database: Database) -> None:
    ends: list[int] = []
    event.listen(database.engine.sync_engine, "commit", lambda _: ends.append(1))
    commits = GroupCommit(database)
    order: list[int] = []
    await asyncio.gather(*(commits.write(adding(order, n)) for n in range(MOST + 50)))
    # The full group, and the rest; never one for each.
    assert len(ends) == 2


async def test_a_write_sees_those_before_it(database: Database) -> None:
    commits = GroupCommit(database)

    async def count(tx: AsyncConnection) -> int:
        value = int(await facts.get(tx, "count") or 0) + 1
        await facts.put(tx, "count", value)
        return value

    assert await asyncio.gather(*(commits.write(count) for _ in range(20))) == list(range(1, 21))


async def test_one_that_fails_does_not_fail_its_group(database: Database) -> None:
    commits = GroupCommit(database)

    async def failing(tx: AsyncConnection) -> int:
        await facts.put(tx, "failed", 1)
        raise LookupError("mine alone")

    async def refused(tx: AsyncConnection) -> int:
        # An error of the database itself, after which PostgreSQL takes no more statements.
        await tx.exec_driver_sql("SELECT * FROM nowhere")
        return 0

    order: list[int] = []
    works: list[Write] = [adding(order, 0), failing, adding(order, 1), refused, adding(order, 2)]
    ends = await asyncio.gather(*(commits.write(w) for w in works), return_exceptions=True)
    assert [ends[0], ends[2], ends[4]] == [0, 2, 4]
    assert isinstance(ends[1], LookupError)
    assert isinstance(ends[3], Exception)
    async with database.read() as tx:
        assert [await facts.get(tx, f"n{n}") for n in range(3)] == [0, 1, 2]
        assert await facts.get(tx, "failed") is None


async def test_a_failing_write_alone(database: Database) -> None:
    commits = GroupCommit(database)

    async def failing(_tx: AsyncConnection) -> int:
        raise LookupError("alone")

    with pytest.raises(LookupError, match="alone"):
        await commits.write(failing)
    order: list[int] = []
    assert await commits.write(adding(order, 3)) == 6


async def test_whoever_stops_waiting_harms_nobody(database: Database) -> None:
    commits = GroupCommit(database)
    order: list[int] = []
    first, second = (asyncio.create_task(commits.write(adding(order, n))) for n in (1, 2))
    await asyncio.sleep(0)
    first.cancel()
    assert await second == 4
    with pytest.raises(asyncio.CancelledError):
        await first
    assert await commits.write(adding(order, 3)) == 6


async def test_an_unreachable_database_is_told_to_each(unused_tcp_port: int) -> None:
    database = Database(f"postgresql://nobody@127.0.0.1:{unused_tcp_port}/funso")
    commits = GroupCommit(database)
    try:
        order: list[int] = []
        ends = await asyncio.gather(
            *(commits.write(adding(order, n)) for n in range(3)), return_exceptions=True
        )
        assert all(isinstance(end, OSError) for end in ends)
        assert order == []
    finally:
        await database.close()
