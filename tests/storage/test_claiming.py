"""Claiming from several connections at once, on PostgreSQL; SQLite has its own processes test."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import text, update

from storage import claims, deliveries, fates, inbox, outbox
from storage.engine import Database
from storage.migrate import migrate
from storage.tables import chats, metadata, owners
from tests.conftest import START
from tests.storage import sending
from tests.storage.making import LEASE, chats_for
from tests.storage.test_inbox import an_event

ROUNDS = 25
CLAIMERS = 6
CONVERSATIONS = 20


@pytest.fixture
async def busy(postgres_address: str) -> AsyncIterator[Database]:
    """PostgreSQL with twenty chats, each with an event and an answer to be handled."""
    database = Database(postgres_address, pool_size=CLAIMERS)
    try:
        await migrate(database)
        names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
        async with database.write() as tx:
            await tx.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
        for chat in await chats_for(database, CONVERSATIONS):
            async with database.write() as tx:
                await an_event(tx, chat, f"e{chat.id}")
                await outbox.put_answer(tx, chat.id, {}, START)
        yield database
    finally:
        await database.close()


async def _owners(database: Database, token: str, limit: int) -> list[int]:
    async with database.write() as tx:
        claimed = await inbox.claim_owners(tx, START, token, START + LEASE, limit)
        # Stay inside for a moment, so that the others meet locked rows.
        await asyncio.sleep(0.002)
        return claimed


async def _chats(database: Database, token: str, limit: int) -> list[int]:
    async with database.write() as tx:
        claimed = await claims.claim_chats(
            tx, START, token, START + LEASE, limit, real_now=START, platforms=["line"]
        )
        await asyncio.sleep(0.002)
        return [chat.id for chat in claimed]


@pytest.mark.parametrize("kind", ["owners", "chats"])
async def test_claimers_never_get_the_same(busy: Database, kind: str) -> None:
    table, take = (owners, _owners) if kind == "owners" else (chats, _chats)
    for number in range(ROUNDS):
        async with busy.write() as tx:
            await tx.execute(update(table).values(lease_token=None, lease_until=None))
        got = await asyncio.gather(*(take(busy, f"{number}.{i}", 5) for i in range(CLAIMERS)))
        claimed = [one for claim in got for one in claim]
        assert len(claimed) == len(set(claimed))
        assert max(len(claim) for claim in got) <= 5
        assert claimed, "nobody got anything"
        # What was locked while it was looked for is there at the next look.
        while more := await _again(busy, take, f"{number}.again"):
            claimed += more
        assert sorted(claimed) == list(range(1, CONVERSATIONS + 1))
        async with busy.read() as tx:
            held = await tx.execute(table.select())
            tokens = {row.id: row.lease_token for row in held}
        for i, claim in enumerate(got):
            assert all(tokens[one] == f"{number}.{i}" for one in claim)


async def _again(database: Database, take: object, token: str) -> list[int]:
    assert callable(take)
    return list(await take(database, token, CONVERSATIONS))


async def test_a_claim_waits_for_nobody(busy: Database) -> None:
    async with busy.write() as first:
        mine = await claims.claim_chats(
            first, START, "a", START + LEASE, 3, real_now=START, platforms=["line"]
        )
        async with asyncio.timeout(5), busy.write() as second:
            theirs = await claims.claim_chats(
                second,
                *(START, "b", START + LEASE, CONVERSATIONS),
                real_now=START,
                platforms=["line"],
            )
    assert len(mine) == 3
    assert len(theirs) == CONVERSATIONS - 3


async def test_settling_and_taking_over_do_not_mix(busy: Database) -> None:
    """The former holder settles just when its lease is taken over: exactly one of them wins."""
    async with busy.write() as tx:
        row = await sending.due_answer(tx, 1, START)
        assert row is not None
        (delivery,) = await sending.freeze(tx, 1, [row], [{}], START, rank=0)
        await tx.execute(
            update(chats).where(chats.c.id == 1).values(lease_token="old", lease_until=START)
        )
    later = START + timedelta(seconds=1)

    async def settle() -> bool:
        async with busy.write() as tx:
            done = await fates.settle(tx, delivery.id, "old", "sent", later)
            await claims.release(tx, [1], "old")
            return done

    async def take_over() -> bool:
        async with busy.write() as tx:
            claimed = await claims.claim_chats(
                tx, later, "new", later + LEASE, 30, real_now=later, platforms=["line"]
            )
            if 1 not in [chat.id for chat in claimed]:
                return False
            return await sending.head(tx, 1, later) is not None

    settled, taken = await asyncio.gather(settle(), take_over())
    assert settled or taken
    async with busy.read() as tx:
        assert await deliveries.counts(tx) == ({"sent": 1} if settled else {"ready": 1})
