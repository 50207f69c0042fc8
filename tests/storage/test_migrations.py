"""Migrations: up, down and up again, and at their end exactly the tables of storage/tables.py."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, Integer, String, inspect, select
from sqlalchemy.exc import IntegrityError

from storage import disputes, owners
from storage.engine import Database
from storage.migrate import BrokenKeysError, config, downgrade, migrate, newest, pending
from storage.tables import chats, metadata
from tests.conftest import START
from tests.storage.making import a_chat

REVISIONS = [
    revision.revision for revision in ScriptDirectory.from_config(config()).walk_revisions()
][::-1]


def test_the_newest_file_is_the_last_revision() -> None:
    assert newest() == REVISIONS[-1]


def test_a_start_that_has_nothing_to_migrate_does_without_alembic(tmp_path: Path) -> None:
    start = "import sys; from bot.__main__ import main; main(['migrate']); print(*sys.modules)"
    loaded = [
        subprocess.run(
            [sys.executable, "-c", start],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/funso.db"},
        ).stdout.split()
        for _ in range(2)
    ]
    assert ["alembic" in modules for modules in loaded] == [True, False]


async def table_names(database: Database) -> set[str]:
    async with database.read() as tx:
        return set(await tx.run_sync(lambda connection: inspect(connection).get_table_names()))


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


async def test_the_migrations_arrive_at_the_tables(database: Database) -> None:
    async with database.read() as tx:
        assert await tx.run_sync(differences) == []


async def test_the_comparison_sees_a_difference(database: Database) -> None:
    def change(connection: Connection) -> None:
        Operations(MigrationContext.configure(connection)).add_column(
            "facts", Column("extra", Integer)
        )

    async with database.engine.connect() as tx:
        await tx.run_sync(change)
        assert await tx.run_sync(differences)
        await tx.rollback()


async def test_down_and_up_again(database: Database) -> None:
    shape = await table_names(database)
    await downgrade(database, "base")
    assert await table_names(database) <= {"alembic_version"}
    assert await pending(database) == REVISIONS[::-1]
    await migrate(database)
    assert await pending(database) == []
    assert await table_names(database) == shape
    async with database.read() as tx:
        assert await tx.run_sync(differences) == []


async def test_every_revision_by_itself(database: Database) -> None:
    await downgrade(database, "base")
    for revision in REVISIONS:
        before = await table_names(database)
        await migrate(database, revision)
        await downgrade(database, "-1")
        # Alembic's own table stays, empty.
        assert await table_names(database) == before | {"alembic_version"}
        await migrate(database, revision)
        assert revision not in await pending(database)
    assert await pending(database) == []


async def test_migrating_twice_changes_nothing(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
    await migrate(database)
    async with database.read() as tx:
        assert (await tx.execute(select(chats.c.id))).scalar_one() == chat.id


async def test_a_failed_migration_leaves_nothing_half_done(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await downgrade(database, "base")
    create_table = op.create_table

    def fail_at_disputes(name: str, *columns: Any, **more: Any) -> Any:
        if name == "disputes":
            raise RuntimeError("power cut")
        return create_table(name, *columns, **more)

    with monkeypatch.context() as patched:
        patched.setattr(op, "create_table", fail_at_disputes)
        with pytest.raises(RuntimeError, match="power cut"):
            await migrate(database)
    assert await table_names(database) <= {"alembic_version"}
    await migrate(database)
    assert await pending(database) == []


async def test_a_table_made_anew_keeps_the_rows_that_point_to_it(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite changes a table by making a new one and dropping the old."""

    def change(connection: Connection, _revision: str) -> None:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("owners", recreate="always") as batch:
            batch.alter_column("zone", type_=String(65))

    def put_back(connection: Connection, _revision: str) -> None:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("owners", recreate="auto") as batch:
            batch.alter_column("zone", type_=String(64))

    async with sqlite_database.write() as tx:
        chat = await a_chat(tx)
    for step in (change, put_back):
        monkeypatch.setattr("storage.migrate._upgrade", step)
        await migrate(sqlite_database, "next")
    async with sqlite_database.read() as tx:
        assert await owners.chat(tx, chat.id) == chat
    # And foreign keys hold again afterwards.
    with pytest.raises(IntegrityError):
        async with sqlite_database.write() as tx:
            await disputes.add(tx, 4711, START)


async def test_a_migration_that_breaks_keys_is_taken_back(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sqlite_database.write() as tx:
        chat = await a_chat(tx)
    monkeypatch.setattr(
        "storage.migrate._upgrade",
        lambda connection, _revision: connection.exec_driver_sql("DELETE FROM owners"),
    )
    with pytest.raises(BrokenKeysError, match="chats"):
        await migrate(sqlite_database, "next")
    async with sqlite_database.read() as tx:
        assert (await owners.owner(tx, chat.owner_id)).id == chat.owner_id


@pytest.mark.process
async def test_processes_that_migrate_at_once_take_turns(database_address: str) -> None:
    before = Database(database_address)
    try:
        await migrate(before)
        await downgrade(before, "base")
    finally:
        await before.close()
    if database_address.startswith("sqlite"):
        for file in Path(database_address.removeprefix("sqlite:///")).parent.glob("funso.db*"):
            file.unlink()
    script = Path(__file__).with_name("process_migrate.py")
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable,
            str(script),
            database_address,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        for _ in range(3)
    ]
    ends = await asyncio.gather(*(process.communicate() for process in processes))
    assert [output.decode() for output, _ in ends] == ["[]\n"] * 3
    assert [process.returncode for process in processes] == [0] * 3
