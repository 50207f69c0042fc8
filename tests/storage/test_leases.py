"""Leases of processes that died on this machine are let go; those of living ones are kept."""

import asyncio
import os
import subprocess
import sys

from sqlalchemy import select, update

from storage.engine import Database
from storage.leases import new_token, release_dead
from storage.tables import chats, owners
from tests.conftest import START
from tests.storage.making import LEASE, a_chat


async def test_only_the_dead_let_go(database: Database) -> None:
    dead = await asyncio.create_subprocess_exec(sys.executable, "-c", "")
    await dead.wait()
    living = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "input()"), stdin=subprocess.PIPE
    )
    try:
        tokens = {
            "U-dead": f"{dead.pid}.abc",
            "U-ours-before-us": f"{os.getpid()}.abc",
            "U-living": f"{living.pid}.abc",
            "U-foreign": "of-another-kind",
        }
        async with database.write() as tx:
            for address, token in tokens.items():
                chat = await a_chat(tx, address)
                values = {"lease_token": token, "lease_until": START + LEASE}
                await tx.execute(update(chats).where(chats.c.id == chat.id).values(values))
                await tx.execute(update(owners).where(owners.c.id == chat.owner_id).values(values))
            assert await release_dead(tx) == 4
            for table in (chats, owners):
                found = await tx.execute(
                    select(table.c.lease_token).where(table.c.lease_token.is_not(None))
                )
                assert sorted(found.scalars()) == sorted([tokens["U-living"], tokens["U-foreign"]])
    finally:
        await living.communicate(b"\n")


def test_a_token_fits_its_column_and_is_never_the_same() -> None:
    tokens = {new_token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert max(map(len, tokens)) <= 36
