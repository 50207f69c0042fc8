"""Waking a loop that waits: by this process, by another one, or by the net of polling.

PostgreSQL: LISTEN/NOTIFY. SQLite: a look at `data_version`, which changes when another connection
has written. A process that misses both still looks once a second.
"""

import asyncio
import contextlib
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Literal

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import Database

log = logging.getLogger(__name__)

CHANNEL = "funso_navi"
Topic = Literal["events", "deliveries", "background"]
SQLITE_LOOK = 0.05
"""Seconds between two looks at SQLite's data_version."""
POLL_ALONE = 0.5


class Wake:
    """Bells that loops wait for; rung by whoever writes rows that are due."""

    def __init__(self) -> None:
        self._bells: list[tuple[Topic | None, asyncio.Event]] = []

    def bell(self, topic: Topic | None = None) -> asyncio.Event:
        """A new loop's own event, set at each ring for its topic (None: at every ring)."""
        bell = asyncio.Event()
        self._bells.append((topic, bell))
        return bell

    def ring(self, *topics: Topic) -> None:
        """Wake the loops of these topics; every loop of this process if none is named.

        At fifty messages a second most rings are for one loop, and each look costs the others a
        transaction.
        """
        for topic, bell in self._bells:
            if not topics or topic is None or topic in topics:
                bell.set()


async def wait(bell: asyncio.Event, seconds: float) -> None:
    """Sleep until the bell rings or the time is over, by the monotonic clock."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(max(seconds, 0)):
            await bell.wait()
    bell.clear()


async def tell_others(tx: AsyncConnection) -> None:
    """Wake other processes when this transaction commits (PostgreSQL; SQLite needs no word)."""
    if tx.dialect.name == "postgresql":
        await tx.execute(text("SELECT pg_notify(:channel, '')"), {"channel": CHANNEL})


async def listen(database: Database, wake: Wake, *, alone: bool = False) -> None:
    """Ring when another process has written, until cancelled; the database may go and come.

    A process that does everything itself hardly needs it: `alone` looks at SQLite less often, for
    each look after a write of its own rings all its bells.
    """
    watch: Callable[[Database, Wake], Awaitable[None]]
    if database.is_sqlite:
        watch = partial(_watch_sqlite, every=POLL_ALONE if alone else SQLITE_LOOK)
    elif database.is_pooled:
        return
    else:
        watch = _watch_postgres
    while True:
        try:
            await watch(database, wake)
        except (OSError, SQLAlchemyError, sqlite3.Error):
            log.warning("cannot listen for new rows, polling meanwhile")
            await asyncio.sleep(2)


async def _watch_sqlite(database: Database, wake: Wake, *, every: float) -> None:
    async with database.engine.connect() as connection:
        seen = None
        while True:
            driver = (await connection.get_raw_connection()).driver_connection
            assert driver is not None
            cursor = await driver.execute("PRAGMA data_version")
            row = await cursor.fetchone()
            await cursor.close()
            if seen is not None and row != seen:
                wake.ring()
            seen = row
            await asyncio.sleep(every)


async def _watch_postgres(database: Database, wake: Wake) -> None:
    # 3 MB that a process on SQLite does without.
    import asyncpg

    try:
        await _listen_postgres(database, wake, asyncpg.connect)
    except (asyncpg.PostgresError, asyncpg.InterfaceError) as failure:
        raise OSError("PostgreSQL does not let us listen") from failure


async def _listen_postgres(
    database: Database, wake: Wake, connect: Callable[..., Awaitable[Any]]
) -> None:
    query = dict(database.url.query)
    ssl = query.pop("ssl", None)
    url = database.url.set(drivername="postgresql", query=query)
    gone = asyncio.Event()
    connection = await connect(url.render_as_string(hide_password=False), ssl=ssl, timeout=10)
    try:
        connection.add_termination_listener(lambda _: gone.set())
        await connection.add_listener(CHANNEL, lambda *_: wake.ring())
        wake.ring()
        await gone.wait()
        raise OSError("the listening connection was closed")
    finally:
        if not connection.is_closed():
            connection.terminate()
