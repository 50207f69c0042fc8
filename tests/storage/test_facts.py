"""Facts by name, and leases among them."""

import asyncio
from datetime import timedelta

from storage import facts
from storage.engine import Database
from tests.conftest import StandingClock

LEASE = timedelta(seconds=20)


async def test_a_fact_is_kept_in_place_of_the_former(database: Database) -> None:
    async with database.write() as tx:
        assert await facts.get(tx, "offset") is None
        for value in (1, "文", {"a": [1, None]}, 0):
            await facts.put(tx, "offset", value)
            assert await facts.get(tx, "offset") == value
        await facts.put(tx, "other", True)
        await facts.forget(tx, "offset")
        assert await facts.get(tx, "offset") is None
        assert await facts.get(tx, "other") is True


async def test_a_lease_is_one_holders(database: Database, clock: StandingClock) -> None:
    async def take(holder: str) -> bool:
        async with database.write() as tx:
            now = clock.now()
            return await facts.take_lease(tx, "poller", holder, now, now + LEASE)

    assert await take("a")
    assert not await take("b")
    clock.forward(seconds=15)
    assert await take("a")
    clock.forward(seconds=15)
    assert not await take("b")
    clock.forward(seconds=6)
    assert await take("b")
    assert not await take("a")
    async with database.write() as tx:
        assert await facts.get(tx, "poller") == "b"
        await facts.forget(tx, "poller")
    assert await take("a")


async def test_one_of_many_gets_the_lease(database: Database, clock: StandingClock) -> None:
    async def take(holder: str) -> bool:
        async with database.write() as tx:
            now = clock.now()
            return await facts.take_lease(tx, "poller", holder, now, now + LEASE)

    for _ in range(5):
        got = await asyncio.gather(*(take(f"holder-{number}") for number in range(8)))
        assert sum(got) == 1
        clock.forward(seconds=21)
