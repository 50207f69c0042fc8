"""A database with many chats, a million rows to come and some that are due, for the benches."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import Database
from storage.instants import microseconds
from storage.migrate import migrate
from tests import postgres

SETTLED = 50_000
MOST = 100_000
"""Rows of one statement, within a statement's patience."""
DAY = 86_400_000_000
BODY = '{"bodies": [{"text": "x"}], "to": {}}'


@contextlib.asynccontextmanager
async def empty_database(kind: str, name: str = "funso_bench") -> AsyncIterator[Database]:
    """A migrated database that is gone afterwards: `sqlite` or `postgresql`."""
    stack = contextlib.ExitStack()
    try:
        if kind == "sqlite":
            folder = stack.enter_context(TemporaryDirectory(prefix="bench-"))
            address = f"sqlite:///{Path(folder)}/funso.db"
        else:
            server = await asyncio.to_thread(postgres.server)
            address = await asyncio.to_thread(stack.enter_context, postgres.database(server, name))
        database = Database(address)
        try:
            await migrate(database)
            yield database
        finally:
            await database.close()
    finally:
        await asyncio.to_thread(stack.close)


async def fill(
    database: Database, *, chats: int, due: int, to_come: int, platform: str, body: str = BODY
) -> None:
    """So many chats of one platform, with rows due now and rows of the coming 60 days."""
    now = microseconds(datetime.now(UTC) - timedelta(seconds=1))
    async with database.write() as tx:
        await _many(
            tx,
            chats,
            "INSERT INTO owners (zone, locale, quiet_from, quiet_until, created_at)",
            f"'Asia/Tokyo', 'ja', '22:00', '07:00', {now}",
        )
        await _many(
            tx,
            chats,
            'INSERT INTO chats (owner_id, platform, address, "group", state, created_at)',
            f"n, '{platform}', 'U' || n, false, 'active', {now}",
        )
    async with database.write() as tx:
        # A service that has run for a while: PostgreSQL plans by what it has met.
        await _many(
            tx,
            SETTLED,
            "INSERT INTO deliveries (chat_id, rank, body, retry_key, state, next_try_at, tries,"
            " created_at, settled_at)",
            f"n % {chats} + 1, 1, '{{}}', 'key', 'sent', {now}, 1, {now}, {now}",
        )
    rows = "INSERT INTO outbox (chat_id, kind, due_at, content, dedupe_key, state, created_at)"
    for begin in range(0, to_come, MOST):
        async with database.write() as tx:
            later = f"{now} + {DAY} + CAST(n AS BIGINT) * 7919000000 % (60 * {DAY})"
            await _many(
                tx,
                min(MOST, to_come - begin),
                rows,
                f"n % {chats} + 1, 'warning', {later}, '{{}}', 'later{begin}-' || n,"
                f" 'planned', {now}",
            )
    async with database.write() as tx:
        # Loaded last: they lie together, as rows do that one day's planning made.
        await _many(
            tx,
            due,
            rows,
            f"n % {chats} + 1, 'answer', {now} + n % 1000, '{body}', NULL, 'planned', {now}",
        )
    async with database.engine.connect() as connection:
        plain = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await plain.execute(text("ANALYZE"))


async def _many(tx: AsyncConnection, count: int, into: str, values: str) -> None:
    if not count:
        return
    series = (
        f"WITH RECURSIVE series(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series"
        f" WHERE n < {count})"
    )
    await tx.execute(text(f"{into} {series} SELECT {values} FROM series".replace(":", r"\:")))


async def left(database: Database) -> int:
    """Rows and deliveries that are due and have no fate yet."""
    now = microseconds(datetime.now(UTC))
    async with database.read() as tx:
        result = await tx.execute(
            text(
                "SELECT (SELECT count(*) FROM outbox WHERE state IN ('planned', 'frozen')"
                f" AND due_at <= {now})"
                " + (SELECT count(*) FROM deliveries WHERE state = 'ready')"
            )
        )
        return int(result.scalar_one())
