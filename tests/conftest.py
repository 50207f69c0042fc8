"""What all tests share: both databases, a clock that stands still, and where things lie."""

import os
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.engine import Database
from storage.migrate import migrate
from storage.tables import metadata
from tests import postgres

# python-telegram-bot warns in every RetryAfter without it, and warnings are errors here.
os.environ.setdefault("PTB_TIMEDELTA", "1")

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""Monday, 23 November 2026, 10:00 in Tokyo."""


class StandingClock:
    """A clock that moves only when told."""

    def __init__(self, now: datetime = START) -> None:
        self.time = now

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return self.time

    def forward(self, **by: float) -> None:
        """Move ahead."""
        self.time += timedelta(**by)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture(scope="session")
def postgres_address(worker_id: str) -> Iterator[str]:
    """A database of this test process's own on a real PostgreSQL server."""
    try:
        server = postgres.server()
    except postgres.NoPostgres as problem:
        if os.environ.get("REQUIRE_POSTGRES"):
            raise
        pytest.skip(f"no PostgreSQL: {problem}")
    with postgres.database(server, f"funso_{worker_id}_{os.getpid()}") as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def database_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database: each test runs once on either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/funso.db"
    return str(request.getfixturevalue("postgres_address"))


@pytest.fixture
async def database(database_address: str) -> AsyncIterator[Database]:
    """A migrated, empty database."""
    opened = Database(database_address)
    try:
        await migrate(opened)
        if not opened.is_sqlite:
            names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
            async with opened.write() as tx:
                await tx.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
        yield opened
    finally:
        await opened.close()


@pytest.fixture
async def sqlite_database(tmp_path: Path) -> AsyncIterator[Database]:
    """A migrated, empty SQLite file."""
    opened = Database(f"sqlite:///{tmp_path}/funso.db")
    try:
        await migrate(opened)
        yield opened
    finally:
        await opened.close()
