"""Bringing the database to the newest shape, one process at a time.

Alembic is loaded only where there is something to do: it takes a tenth of a second and 8 MB of
every start, and most find the database as it should be.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import Database

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

_FOLDER = Path(__file__).parent / "migrations"

# Any number, as long as no other program on the same database uses it for its advisory lock.
_LOCK = 7_203_411_906


class BrokenKeysError(Exception):
    """A migration left rows that point to nothing, in these tables; it was rolled back."""


def config() -> "Config":
    """Alembic's settings, without an alembic.ini."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(_FOLDER))
    return made


def newest() -> str:
    """The last revision, by the names of the files, which begin with it."""
    return max(path.stem for path in (_FOLDER / "versions").glob("[0-9]*.py")).partition("_")[0]


async def migrate(database: Database, revision: str = "head") -> None:
    """Walk up to a revision; a second process waits and then finds nothing to do.

    On SQLite the write transaction is the lock, on PostgreSQL an advisory one.
    """
    if revision == "head" and await _present(database) == {newest()}:
        return
    async with _alone(database) as tx:
        await tx.run_sync(_upgrade, revision)


async def downgrade(database: Database, revision: str) -> None:
    """Walk back to a revision (`base`: nothing is left)."""
    async with _alone(database) as tx:
        await tx.run_sync(_downgrade, revision)


@asynccontextmanager
async def _alone(database: Database) -> AsyncIterator[AsyncConnection]:
    """One transaction that no other migration shares.

    On SQLite without foreign keys: a table that Alembic makes anew drops the old one first, and
    with it all rows that point to it. They are checked before the commit instead.
    """
    if not database.is_sqlite:
        async with database.write() as tx:
            await tx.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            yield tx
        return
    async with database.engine.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        await driver.execute("PRAGMA foreign_keys=OFF")
        try:
            tx = await connection.execution_options(immediate=True)
            async with tx.begin():
                yield tx
                broken = (await tx.execute(text("PRAGMA foreign_key_check"))).all()
                if broken:
                    raise BrokenKeysError(sorted({str(row[0]) for row in broken}))
        finally:
            await driver.execute("PRAGMA foreign_keys=ON")


async def pending(database: Database) -> list[str]:
    """The revisions that are still to be applied, for `doctor` and the readiness check."""
    present = await _present(database)
    if present == {newest()}:
        return []
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(config())
    known = {revision.revision for revision in script.walk_revisions()}
    if not present <= known:
        # The database is ahead of this program: a newer release has migrated it while we ran.
        return []
    return [
        revision.revision
        for revision in script.walk_revisions()
        if not present or revision.revision not in _ancestors(script, present)
    ]


async def _present(database: Database) -> set[str]:
    async with database.read() as tx:
        if not await tx.run_sync(lambda there: inspect(there).has_table("alembic_version")):
            return set()
        return set((await tx.execute(text("SELECT version_num FROM alembic_version"))).scalars())


def _ancestors(script: "ScriptDirectory", heads: set[str]) -> set[str]:
    return {r.revision for head in heads for r in script.iterate_revisions(head, "base")} | heads


def _with(connection: Connection) -> "Config":
    made = config()
    made.attributes["connection"] = connection
    return made


def _upgrade(connection: Connection, revision: str) -> None:
    from alembic import command

    command.upgrade(_with(connection), revision)


def _downgrade(connection: Connection, revision: str) -> None:
    from alembic import command

    command.downgrade(_with(connection), revision)
