"""SQLite in few trips to its thread: what is counted, and what a broken trip must not leave."""

import asyncio
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import Database
from storage.sqlite_trips import go_along

LONG = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000)"
    " INSERT INTO things (name) SELECT 'long' FROM n WHERE i = 3000000"
)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = Database(f"sqlite:///{tmp_path}/trips.db")
    async with opened.write() as tx:
        await tx.execute(text("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT UNIQUE)"))
    yield opened
    await opened.close()


async def names(database: Database) -> list[str]:
    async with database.read() as tx:
        return list((await tx.execute(text("SELECT name FROM things ORDER BY id"))).scalars())


async def keep(tx: AsyncConnection, name: str) -> None:
    await tx.execute(text("INSERT INTO things (name) VALUES (:name)"), {"name": name})


def trips(caplog: pytest.LogCaptureFixture) -> int:
    """aiosqlite logs each trip as it begins."""
    began = sum(record.message.startswith("executing") for record in caplog.records)
    caplog.clear()
    return began


async def test_a_statement_is_one_trip(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    await names(database)
    with caplog.at_level(logging.DEBUG, logger="aiosqlite"):
        caplog.clear()
        await names(database)
        # The statement with its BEGIN, and the end of the look.
        assert trips(caplog) == 2
        async with database.write() as tx:
            await keep(tx, "a")
            await keep(tx, "b")
        assert trips(caplog) == 3
        async with database.write():
            pass
        assert trips(caplog) == 0


async def test_what_a_cursor_knows_is_there_afterwards(database: Database) -> None:
    async with database.write() as tx:
        rows = [{"name": name} for name in "abc"]
        await tx.execute(text("INSERT INTO things (name) VALUES (:name)"), rows)
        changed = await tx.execute(text("UPDATE things SET name = name || '!' WHERE id > 1"))
        assert changed.rowcount == 2
        back = await tx.execute(text("DELETE FROM things WHERE id = 1 RETURNING id, name"))
        assert list(back.keys()) == ["id", "name"]
        assert back.all() == [(1, "a")]
    assert await names(database) == ["b!", "c!"]


async def test_rows_that_stream_see_one_state(database: Database) -> None:
    async with database.write() as tx:
        for name in "abc":
            await keep(tx, name)
    async with database.read() as tx, tx.stream(text("SELECT name FROM things")) as found:
        seen = []
        async for row in found:
            seen.append(row.name)
            if len(seen) == 1:
                async with database.write() as other:
                    await keep(other, "d")
        again = await tx.execute(text("SELECT count(*) FROM things"))
        assert again.scalar_one() == 3
    assert seen == ["a", "b", "c"]


async def test_a_failed_statement_takes_its_transaction_back(database: Database) -> None:
    async def twice() -> None:
        async with database.write() as tx:
            await keep(tx, "a")
            await keep(tx, "a")

    with pytest.raises(IntegrityError):
        await twice()
    assert await names(database) == []
    async with database.write() as tx:
        await keep(tx, "b")
    assert await names(database) == ["b"]


async def test_a_trip_that_nobody_waited_for_leaves_no_transaction(database: Database) -> None:
    async def write() -> None:
        async with database.write() as tx:
            await tx.execute(LONG)

    for pause in (0.0, 0.05):
        writing = asyncio.create_task(write())
        await asyncio.sleep(pause)
        writing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await writing
        async with database.write() as tx:
            await keep(tx, f"after {pause}")
    assert await names(database) == ["after 0.0", "after 0.05"]


async def test_a_begin_that_fails_is_begun_anew(tmp_path: Path, database: Database) -> None:
    other = Database(f"sqlite:///{tmp_path}/trips.db")
    try:
        async with other.write() as tx:
            await tx.execute(text("PRAGMA busy_timeout=0"))
        async with database.write() as held:
            await keep(held, "first")
            with pytest.raises(OperationalError, match="locked"):
                async with other.write() as tx:
                    await keep(tx, "refused")
        async with other.write() as tx:
            await keep(tx, "second")
    finally:
        await other.close()
    assert await names(database) == ["first", "second"]


RENAME = text("UPDATE things SET name = :to WHERE name = :name")


async def test_what_nobody_reads_goes_along(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    await names(database)
    with caplog.at_level(logging.DEBUG, logger="aiosqlite"):
        async with database.write() as tx:
            await keep(tx, "a")
            await keep(tx, "b")
            caplog.clear()
            await go_along(tx, RENAME, {"name": "a", "to": "c"})
            assert trips(caplog) == 0
            seen = await tx.execute(text("SELECT name FROM things ORDER BY id"))
            assert list(seen.scalars()) == ["c", "b"]
            assert trips(caplog) == 1
            await go_along(tx, RENAME, {"name": "b", "to": "d"})
            await go_along(tx, RENAME, {"name": "d", "to": "e"})
        # Both of them, and the commit.
        assert trips(caplog) == 1
        async with database.write() as tx:
            await go_along(tx, RENAME, {"name": "e", "to": "f"})
        assert trips(caplog) == 1
    assert await names(database) == ["c", "f"]


async def test_what_fails_as_it_goes_along_takes_all_back(database: Database) -> None:
    async with database.write() as tx:
        await keep(tx, "a")
        await keep(tx, "b")

    async def clash(*, read: bool) -> None:
        async with database.write() as tx:
            await go_along(tx, RENAME, {"name": "a", "to": "c"})
            await go_along(tx, RENAME, {"name": "c", "to": "b"})
            if read:
                await tx.execute(text("SELECT 1"))

    for read in (True, False):
        with pytest.raises(IntegrityError):
            await clash(read=read)
        assert await names(database) == ["a", "b"]
    async with database.write() as tx:
        await keep(tx, "c")
    assert await names(database) == ["a", "b", "c"]


async def test_what_waits_to_go_along_goes_with_its_own_transaction_only(
    database: Database,
) -> None:
    async with database.write() as tx:
        await keep(tx, "a")

    async def broken() -> None:
        async with database.write() as tx:
            await go_along(tx, RENAME, {"name": "a", "to": "b"})
            raise LookupError

    with pytest.raises(LookupError):
        await broken()
    async with database.write() as tx:
        await keep(tx, "c")
    assert await names(database) == ["a", "c"]
