"""Opening the database: SQLite by default, PostgreSQL when several processes share the work.

`Database.write()` is one transaction, committed at its end; on SQLite it begins IMMEDIATE, so that
it waits for the other writer at its start instead of failing in the middle. `Database.read()` sees
one consistent state and changes nothing.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.sqlite_trips import DRIVER

SQLITE_PATIENCE = 30.0
"""Seconds that SQLite waits for another process's write before it gives up."""


class BadAddressError(ValueError):
    """DATABASE_URL cannot be used; the message says why."""


def database_url(address: str) -> URL:
    """Turn an address as hosts hand it out into one for our drivers.

    `sqlite:///path`, `postgresql://…` and Heroku's `postgres://…` are understood, with `?sslmode=`
    as libpq spells it. Raises BadAddressError.
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        # ValueError: a port that is no number.
        raise BadAddressError("is not a database address") from None
    backend = url.get_backend_name()
    if backend == "sqlite":
        if not url.database or url.database == ":memory:":
            raise BadAddressError("must name a file: sqlite:///./data/funso.db")
        path = str(Path(url.database).expanduser())
        return url.set(drivername=DRIVER, database=path)
    if backend in ("postgres", "postgresql"):
        # The driver refuses what it does not know, and hosts write much that is libpq's own.
        query = {name: url.query[name] for name in ("host", "ssl") if name in url.query}
        if url.query.get("sslmode"):
            query["ssl"] = url.query["sslmode"]
        return url.set(drivername="postgresql+asyncpg", query=query)
    raise BadAddressError(f"is for {backend}: only sqlite and postgresql are supported")


def is_pooled(url: URL) -> bool:
    """Whether a connection pooler stands before PostgreSQL.

    Behind one that shares sessions, prepared statements and LISTEN belong to somebody else: no
    statement cache then, and polling instead of LISTEN.
    """
    host = url.host or ""
    return "pooler" in host or url.port == 6543 or "pgbouncer" in host


def is_outage(failure: BaseException) -> bool:
    """Whether the database could not do its work just now (gone, locked, full): try again later.

    Anything else that it raises (a broken constraint, an impossible value) is a mistake of ours.
    """
    if isinstance(failure, DBAPIError) and failure.connection_invalidated:
        return True
    return isinstance(failure, (OSError, OperationalError, InterfaceError, PoolTimeoutError))


class Database:
    """One database for the whole process."""

    def __init__(self, address: str, *, pool_size: int = 10) -> None:
        self.url = database_url(address)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.is_pooled = not self.is_sqlite and (is_pooled(self.url) or "pgbouncer=true" in address)
        self.engine: AsyncEngine = self._make_engine(pool_size)
        # One writer at a time in this process: SQLite takes no more anyway, and waiting here is
        # fair and cheap where its busy handler sleeps and starves.
        self._writing = asyncio.Lock() if self.is_sqlite else None
        self._after_commit: list[Callable[[], None]] = []

    def _make_engine(self, pool_size: int) -> AsyncEngine:
        options: dict[str, Any] = {}
        if self.is_sqlite:
            options["connect_args"] = {"timeout": SQLITE_PATIENCE, "isolation_level": None}
            Path(str(self.url.database)).parent.mkdir(parents=True, exist_ok=True)
        else:
            options.update(pool_size=pool_size, max_overflow=pool_size, pool_pre_ping=True)
            arguments: dict[str, Any] = {"timeout": 10, "command_timeout": 30}
            if self.is_pooled:
                arguments["statement_cache_size"] = 0
                arguments["prepared_statement_name_func"] = lambda: ""
            options["connect_args"] = arguments
        engine = create_async_engine(
            self.url,
            # What people write must not reach a log line through an error.
            hide_parameters=True,
            # Several are read and written for each message; and Japanese stays as it is.
            json_serializer=lambda value: msgspec.json.encode(value).decode(),
            json_deserializer=msgspec.json.decode,
            **options,
        )
        if self.is_sqlite:
            event.listen(engine.sync_engine, "connect", _prepare_sqlite)
            event.listen(engine.sync_engine, "begin", _begin_sqlite)
        return engine

    def on_commit(self, call: Callable[[], None]) -> None:
        """Call this after every committed write of this process (the local page looks again)."""
        self._after_commit.append(call)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """One write transaction; an exception inside rolls it all back."""
        if self._writing is None:
            async with self.engine.begin() as tx:
                yield tx
        else:
            async with self._writing, self.engine.connect() as connection:
                tx = await connection.execution_options(immediate=True)
                async with tx.begin():
                    yield tx
        for call in self._after_commit:
            call()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """One consistent look at the database."""
        async with self.engine.connect() as tx:
            yield tx

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    # 16 MB of log between two checkpoints: at the usual 4 a page is copied back to the file several
    # times while thousands of rows are sent, a fifth of all that it takes among a million.
    cursor.execute("PRAGMA wal_autocheckpoint=4000")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA busy_timeout={int(SQLITE_PATIENCE * 1000)}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    driver: Any = connection.connection.dbapi_connection
    driver.begin_with("BEGIN IMMEDIATE" if immediate else "BEGIN")
