"""Waking: by this process, by another one, and after the database went away."""

import asyncio
import contextlib
import sqlite3
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import wake as waking
from bot.wake import Wake, listen, tell_others, wait
from storage import facts
from storage.engine import Database
from storage.migrate import migrate


@asynccontextmanager
async def listening(database: Database) -> AsyncIterator[asyncio.Event]:
    """A bell that rings for writes of others; quiet at first."""
    wake = Wake()
    bell = wake.bell()
    task = asyncio.create_task(listen(database, wake))
    try:
        if database.is_sqlite:
            await asyncio.sleep(4 * waking.SQLITE_LOOK)
        else:
            # It rings once as soon as it listens: something may have come before.
            async with asyncio.timeout(5):
                await bell.wait()
        bell.clear()
        yield bell
        assert not task.done()
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def rings(bell: asyncio.Event, seconds: float = 5) -> bool:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await bell.wait()
            return True
    return False


async def write(database: Database, *, fail: bool = False) -> None:
    async with database.write() as tx:
        await facts.put(tx, "x", time.time())
        await tell_others(tx)
        if fail:
            raise RuntimeError


async def test_a_ring_wakes_every_loop() -> None:
    wake = Wake()
    first, second = wake.bell(), wake.bell()
    began = time.monotonic()
    asyncio.get_running_loop().call_later(0.05, wake.ring)
    await asyncio.gather(wait(first, 10), wait(second, 10))
    assert time.monotonic() - began < 5
    assert not first.is_set()
    assert not second.is_set()


async def test_a_ring_before_the_wait_is_not_lost() -> None:
    wake = Wake()
    bell = wake.bell()
    wake.ring()
    async with asyncio.timeout(5):
        await wait(bell, 60)
    assert not bell.is_set()


@pytest.mark.parametrize("seconds", [0.02, 0, -5])
async def test_a_wait_ends_by_itself(seconds: float) -> None:
    async with asyncio.timeout(5):
        await wait(Wake().bell(), seconds)


async def test_another_connections_write_is_heard(
    database: Database, database_address: str
) -> None:
    other = Database(database_address)
    try:
        async with listening(database) as bell:
            assert not await rings(bell, 0.2)
            for _ in range(2):
                await write(other)
                assert await rings(bell)
                bell.clear()
                await asyncio.sleep(3 * waking.SQLITE_LOOK)
                bell.clear()
    finally:
        await other.close()


@pytest.mark.process
async def test_another_processes_write_is_heard(database: Database, database_address: str) -> None:
    async with listening(database) as bell:
        script = Path(__file__).with_name("process_write.py")
        process = await asyncio.create_subprocess_exec(
            sys.executable, str(script), database_address
        )
        heard = await rings(bell, 20)
        assert await process.wait() == 0
        assert heard


async def test_a_write_that_is_rolled_back_rings_nobody(
    database: Database, database_address: str
) -> None:
    other = Database(database_address)
    try:
        async with listening(database) as bell:
            with pytest.raises(RuntimeError):
                await write(other, fail=True)
            assert not await rings(bell, 0.3)
    finally:
        await other.close()


async def test_listening_comes_back_after_the_connection_was_lost(
    postgres_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sleep = asyncio.sleep
    monkeypatch.setattr(waking.asyncio, "sleep", lambda seconds: sleep(min(seconds, 0.1)))
    database, other = Database(postgres_address), Database(postgres_address)
    try:
        await migrate(database)
        async with listening(database) as bell:
            async with other.engine.connect() as tx:
                ended = await tx.execute(
                    text(
                        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    )
                )
                assert ended.scalar_one() >= 1
            # It listens again, and rings for what it may have missed.
            assert await rings(bell)
            bell.clear()
            await write(other)
            assert await rings(bell)
    finally:
        await database.close()
        await other.close()


async def test_an_address_with_options_can_be_listened_to(postgres_address: str) -> None:
    database = Database(f"{postgres_address}?application_name=x&sslmode=prefer")
    try:
        async with listening(database) as bell:
            await write(database)
            assert await rings(bell)
    finally:
        await database.close()


async def test_behind_a_pooler_nobody_listens(postgres_address: str) -> None:
    database = Database(f"{postgres_address}?pgbouncer=true")
    try:
        async with asyncio.timeout(5):
            await listen(database, Wake())
    finally:
        await database.close()


async def test_a_file_that_fails_does_not_end_the_watch(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The driver's own errors reach this loop unwrapped."""
    sleep, watch, failed = asyncio.sleep, waking._watch_sqlite, asyncio.Event()

    async def fail_once(database: Database, wake: Wake, **how: float) -> None:
        if not failed.is_set():
            failed.set()
            raise sqlite3.OperationalError("disk I/O error")
        await watch(database, wake, **how)

    monkeypatch.setattr(waking, "_watch_sqlite", fail_once)
    monkeypatch.setattr(waking.asyncio, "sleep", lambda seconds: sleep(min(seconds, 0.05)))
    other = Database(f"sqlite:///{sqlite_database.url.database}")
    try:
        async with listening(sqlite_database) as bell:
            assert failed.is_set()
            await sleep(0.2)
            await write(other)
            assert await rings(bell)
    finally:
        await other.close()
