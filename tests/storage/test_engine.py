"""Opening databases: addresses as hosts hand them out, SQLite's settings, failures and recovery."""

import asyncio
import gc
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError, OperationalError

from storage import facts, owners
from storage.engine import BadAddressError, Database, database_url, is_pooled
from storage.migrate import migrate
from tests.storage.making import a_chat


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("sqlite:///data/funso.db", "sqlite+trips:///data/funso.db"),
        ("sqlite:////srv/funso.db", "sqlite+trips:////srv/funso.db"),
        ("postgres://u:p@h:5/d", "postgresql+asyncpg://u:p@h:5/d"),
        ("postgresql://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("postgresql+psycopg2://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("postgresql://u:p%40ss@h/d", "postgresql+asyncpg://u:p%40ss@h/d"),
        ("postgres://u:p@h/d?sslmode=require", "postgresql+asyncpg://u:p@h/d?ssl=require"),
        (
            "postgresql://u:p@h/d?sslmode=require&channel_binding=require&application_name=x"
            "&connect_timeout=10&options=endpoint%3Dx&sslrootcert=system",
            "postgresql+asyncpg://u:p@h/d?ssl=require",
        ),
        ("postgresql://u:p@h:6543/d?pgbouncer=true", "postgresql+asyncpg://u:p@h:6543/d"),
    ],
)
def test_addresses_as_hosts_write_them(address: str, meant: str) -> None:
    assert database_url(address).render_as_string(hide_password=False) == meant


def test_a_home_folder_is_understood(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert database_url("sqlite:///~/funso.db").database == f"{tmp_path}/funso.db"


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("sqlite://", "must name a file"),
        ("sqlite:///", "must name a file"),
        ("sqlite:///:memory:", "must name a file"),
        ("mysql://u:p@h/d", "is for mysql"),
        ("mongodb+srv://u:p@h/d", "is for mongodb"),
        ("funso.db", "is not a database address"),
        ("", "is not a database address"),
        ("postgresql://u:x@h:password/d", "is not a database address"),
    ],
)
def test_other_addresses_are_refused(address: str, why: str) -> None:
    with pytest.raises(BadAddressError, match=why) as refused:
        database_url(address)
    # A piece of a password may stand anywhere in an address that is wrong.
    assert "password" not in str(refused.value)


@pytest.mark.parametrize(
    ("address", "pooled"),
    [
        ("postgresql://u@ep-x-pooler.eu.example/d", True),
        ("postgresql://u@aws.pooler.example:5432/d", True),
        ("postgresql://u@h:6543/d", True),
        ("postgresql://u@pgbouncer/d", True),
        ("postgresql://u@h:5432/d", False),
        ("postgresql://u@h/d", False),
    ],
)
def test_poolers_are_seen(address: str, pooled: bool) -> None:
    assert is_pooled(database_url(address)) is pooled


async def test_statements_work_without_a_cache(postgres_address: str) -> None:
    database = Database(f"{postgres_address}?pgbouncer=true")
    assert database.is_pooled
    try:
        await migrate(database)
        async with database.write() as tx:
            for number in range(3):
                await facts.put(tx, "a", number)
                assert await facts.get(tx, "a") == number
                await a_chat(tx, f"pooled-{number}")
            await facts.forget(tx, "a")
    finally:
        await database.close()


async def test_sqlite_is_opened_as_it_must_be(sqlite_database: Database) -> None:
    async def asked(tx: Any, name: str) -> Any:
        return (await tx.execute(text(f"PRAGMA {name}"))).scalar_one()

    # Several connections at once: each must have them.
    async with (
        sqlite_database.read() as one,
        sqlite_database.read() as two,
        sqlite_database.write() as three,
    ):
        for tx in (one, two, three):
            assert await asked(tx, "journal_mode") == "wal"
            assert await asked(tx, "synchronous") == 2
            assert await asked(tx, "foreign_keys") == 1
            assert await asked(tx, "busy_timeout") == 30_000


async def test_folders_are_made(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/a/b/funso.db")
    try:
        await migrate(database)
    finally:
        await database.close()
    assert (tmp_path / "a/b/funso.db").exists()


async def test_an_exception_rolls_all_back(database: Database) -> None:
    async def stop() -> None:
        async with database.write() as tx:
            await a_chat(tx)
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        await stop()
    async with database.read() as tx:
        assert await owners.count_chats(tx) == 0


async def test_reading_changes_nothing(database: Database) -> None:
    async with database.read() as tx:
        await facts.put(tx, "a", 1)
    async with database.read() as tx:
        assert await facts.get(tx, "a") is None


async def test_readers_see_one_state_while_another_writes(sqlite_database: Database) -> None:
    async with sqlite_database.read() as reader:
        assert await facts.get(reader, "a") is None
        async with sqlite_database.write() as writer:
            await facts.put(writer, "a", 1)
        assert await facts.get(reader, "a") is None
    async with sqlite_database.read() as reader:
        assert await facts.get(reader, "a") == 1


async def test_writers_of_one_process_take_turns(sqlite_database: Database) -> None:
    async def add() -> None:
        async with sqlite_database.write() as tx:
            value = await facts.get(tx, "count") or 0
            await asyncio.sleep(0.001)
            await facts.put(tx, "count", value + 1)

    await asyncio.gather(*(add() for _ in range(40)))
    async with sqlite_database.read() as tx:
        assert await facts.get(tx, "count") == 40


async def test_whoever_asked_is_told_of_each_commit(database: Database) -> None:
    told: list[int] = []
    database.on_commit(lambda: told.append(1))
    async with database.write() as tx:
        await facts.put(tx, "a", 1)
        assert told == []
    assert told == [1]
    with pytest.raises(RuntimeError):
        async with database.write():
            raise RuntimeError
    assert told == [1]


async def test_what_people_write_stays_out_of_errors(database: Database) -> None:
    with pytest.raises(DBAPIError) as failed:
        async with database.write() as tx:
            await tx.execute(text("SELECT * FROM nowhere WHERE a = :a"), {"a": "色違いです"})
    assert "色違いです" not in str(failed.value)


async def fill(database: Database) -> None:
    """Write half a megabyte in one transaction."""
    async with database.write() as tx:
        await a_chat(tx)
        for number in range(100):
            await facts.put(tx, f"large-{number}", "x" * 4000)


async def test_a_full_disk(tmp_path: Path) -> None:
    """A clear error, nothing half written, and once there is room again it works."""
    full = False

    def limit(connection: Any, _record: Any) -> None:
        if full:
            cursor = connection.cursor()
            cursor.execute("PRAGMA page_count")
            pages = cursor.fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count={pages + 3}")
            cursor.close()

    database = Database(f"sqlite:///{tmp_path}/funso.db")
    event.listen(database.engine.sync_engine, "connect", limit)
    try:
        await migrate(database)
        async with database.write() as tx:
            await facts.put(tx, "before", 1)
        full = True
        await database.engine.dispose()
        with pytest.raises(OperationalError, match="database or disk is full"):
            await fill(database)
        async with database.read() as tx:
            assert await owners.count_chats(tx) == 0
            assert await facts.get(tx, "large-0") is None
            assert await facts.get(tx, "before") == 1
        # The same connection still takes what has room.
        async with database.write() as tx:
            await facts.put(tx, "small", 1)
        full = False
        await database.engine.dispose()
        await fill(database)
        async with database.read() as tx:
            assert await facts.get(tx, "large-99") is not None
            check = await tx.execute(text("PRAGMA integrity_check"))
            assert check.scalar_one() == "ok"
    finally:
        await database.close()


async def test_postgres_stopped_under_load(postgres_address: str) -> None:
    """All its connections end in the middle of work: errors that are named, then it goes on."""
    database = Database(postgres_address, pool_size=4)
    other = Database(postgres_address)
    errors: list[BaseException] = []
    written = 0
    stopping = False

    async def write(name: str) -> None:
        nonlocal written
        while not stopping:
            try:
                async with database.write() as tx:
                    await facts.put(tx, name, written)
                    await asyncio.sleep(0)
                written += 1
            except (OSError, DBAPIError) as failure:
                errors.append(failure)
                await asyncio.sleep(0.01)

    async def more_was_written(than: int) -> None:
        # On a busy machine the connections may take longer to come than any fixed pause.
        async with asyncio.timeout(20):
            while written <= than:
                await asyncio.sleep(0.01)

    try:
        await migrate(database)
        workers = [asyncio.create_task(write(f"worker-{number}")) for number in range(4)]
        for _ in range(3):
            await more_was_written(written + 20)
            async with other.engine.connect() as tx:
                await tx.execute(
                    text(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    )
                )
        await more_was_written(written)
        stopping = True
        # Only those two kinds of errors came out, or gather would raise here.
        await asyncio.gather(*workers)
        assert errors
        async with database.write() as tx:
            for number in range(4):
                await facts.forget(tx, f"worker-{number}")
    finally:
        await database.close()
        await other.close()


async def test_a_server_that_is_not_there(unused_tcp_port: int) -> None:
    database = Database(f"postgresql://nobody@127.0.0.1:{unused_tcp_port}/funso")
    try:
        with pytest.raises((OSError, DBAPIError)):
            async with database.read():
                pass
    finally:
        await database.close()


async def test_a_database_that_takes_no_connections(postgres_address: str) -> None:
    """What PostgreSQL answers while it starts or is refused comes as the same kind of error."""
    database = Database(f"{postgres_address}_that_is_not_there")
    try:
        with pytest.raises(DBAPIError):
            async with database.read():
                pass
    finally:
        await database.close()


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    """A clear error each time, and no thread left behind by any."""
    path = tmp_path / "funso.db"
    path.write_bytes(b"these are words and no database" * 400)
    database = Database(f"sqlite:///{path}")
    try:
        with pytest.raises(DBAPIError, match="file is not a database"):
            async with database.read():
                pass
        before = threading.active_count()
        for _ in range(3):
            with pytest.raises(DBAPIError):
                async with database.write():
                    pass
        async with asyncio.timeout(10):
            while threading.active_count() > before:  # a thread needs a moment to end
                await asyncio.sleep(0.02)
        # What was not closed would say so now.
        gc.collect()
    finally:
        await database.close()
