"""Bringing the database to the newest shape, one process at a time."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage.engine import Database

# Any number, as long as no other program on the same database uses it for its advisory lock.
_LOCK = 7_203_411_906


def config() -> Config:
    """Alembic's settings, without an alembic.ini."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return made


async def migrate(database: Database, revision: str = "head") -> None:
    """Walk up to a revision; a second process waits and then finds nothing to do.

    On SQLite the write transaction is the lock, on PostgreSQL an advisory one.
    """
    async with database.write() as tx:
        if not database.is_sqlite:
            await tx.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        await tx.run_sync(_upgrade, revision)


async def downgrade(database: Database, revision: str) -> None:
    """Walk back to a revision (`base`: nothing is left)."""
    async with database.write() as tx:
        if not database.is_sqlite:
            await tx.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        await tx.run_sync(_downgrade, revision)


async def pending(database: Database) -> list[str]:
    """The revisions that are still to be applied, for `doctor` and the readiness check."""
    async with database.read() as tx:
        present = await tx.run_sync(
            lambda connection: MigrationContext.configure(connection).get_current_heads()
        )
    script = ScriptDirectory.from_config(config())
    return [
        revision.revision
        for revision in script.walk_revisions()
        if not present or revision.revision not in _ancestors(script, present)
    ]


def _ancestors(script: ScriptDirectory, heads: tuple[str, ...]) -> set[str]:
    return {r.revision for head in heads for r in script.iterate_revisions(head, "base")} | set(
        heads
    )


def _with(connection: Connection) -> Config:
    made = config()
    made.attributes["connection"] = connection
    return made


def _upgrade(connection: Connection, revision: str) -> None:
    command.upgrade(_with(connection), revision)


def _downgrade(connection: Connection, revision: str) -> None:
    command.downgrade(_with(connection), revision)
