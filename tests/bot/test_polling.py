"""Asking Telegram for updates: none is confirmed before it is kept."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot import polling
from bot.platforms.base import Arrived
from bot.polling import LEASE, LEASE_NAME, Poller
from storage import facts
from storage.engine import Database
from tests.conftest import START, StandingClock


class Updates:
    """Telegram's side: updates wait until a later offset is asked for."""

    name = "telegram"

    def __init__(self) -> None:
        self.waiting: list[dict[str, Any]] = []
        self.asked: list[int | None] = []
        self.webhook_deleted = 0
        self.news = asyncio.Event()
        self.failure: Exception | None = None
        self.let_go = 0

    def come(self, *ids: int) -> None:
        self.waiting += [{"update_id": number} for number in ids]
        self.news.set()

    async def delete_webhook(self) -> None:
        self.webhook_deleted += 1

    async def poll(self, offset: int | None, seconds: int) -> list[dict[str, Any]]:
        self.asked.append(offset)
        if self.failure:
            raise self.failure
        if offset is not None:
            self.waiting = [one for one in self.waiting if one["update_id"] >= offset]
        try:
            async with asyncio.timeout(seconds):
                while not self.waiting:
                    self.news.clear()
                    await self.news.wait()
        except TimeoutError:
            return []
        except asyncio.CancelledError:
            self.let_go += 1
            raise
        return self.waiting[:2]

    def arrived(self, update: dict[str, Any]) -> Arrived:
        return Arrived(str(update["update_id"]), "1", group=False, at=START, raw=update)


class Keeper:
    """Keeps what arrived; fails as often as told."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.tried: list[list[str]] = []
        self.failures = 0

    async def keep(self, platform: str, arrivals: Sequence[Arrived]) -> None:
        keys = [arrived.key for arrived in arrivals]
        self.tried.append(keys)
        if self.failures:
            self.failures -= 1
            raise OSError("no disk")
        assert platform == "telegram"
        self.kept += keys


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses of a hundredth."""
    sleep = Poller._sleep
    monkeypatch.setattr(
        Poller,
        "_sleep",
        staticmethod(lambda stopping, seconds: sleep(stopping, seconds / 100)),
    )


@asynccontextmanager
async def running(poller: Poller) -> AsyncIterator[asyncio.Event]:
    stopping = asyncio.Event()
    task = asyncio.create_task(poller.run(stopping))
    try:
        yield stopping
    finally:
        stopping.set()
        async with asyncio.timeout(5):
            await task


async def until(condition: Any) -> None:
    async with asyncio.timeout(8):
        while not condition():
            await asyncio.sleep(0.005)


async def holder(database: Database) -> Any:
    async with database.read() as tx:
        return await facts.get(tx, LEASE_NAME)


async def test_each_update_is_kept_once_and_then_confirmed(
    database: Database, clock: StandingClock
) -> None:
    updates, keeper = Updates(), Keeper()
    updates.come(7, 8, 9)
    async with running(Poller(updates, keeper.keep, database, clock)):
        await until(lambda: len(updates.asked) == 3)
        assert keeper.kept == ["7", "8", "9"]
        updates.come(12)
        await until(lambda: len(updates.asked) == 4)
    assert keeper.kept == ["7", "8", "9", "12"]
    assert updates.asked == [None, 9, 10, 13]
    assert updates.webhook_deleted == 1


async def test_what_could_not_be_kept_is_asked_for_again(
    database: Database, clock: StandingClock
) -> None:
    updates, keeper = Updates(), Keeper()
    keeper.failures = 3
    updates.come(7, 8)
    async with running(Poller(updates, keeper.keep, database, clock)):
        await until(lambda: keeper.kept)
        await until(lambda: len(updates.asked) == 5)
    assert keeper.tried == [["7", "8"]] * 4
    assert keeper.kept == ["7", "8"]
    assert updates.asked == [None, None, None, None, 9]


async def test_telegram_may_go_and_come(database: Database, clock: StandingClock) -> None:
    updates, keeper = Updates(), Keeper()
    updates.failure = RuntimeError("bad gateway")
    async with running(Poller(updates, keeper.keep, database, clock)):
        await until(lambda: len(updates.asked) == 3)
        updates.failure = None
        updates.come(1)
        await until(lambda: keeper.kept == ["1"])


async def test_a_stop_does_not_wait_for_the_long_poll(
    database: Database, clock: StandingClock
) -> None:
    updates, keeper = Updates(), Keeper()
    loop = asyncio.get_running_loop()
    async with running(Poller(updates, keeper.keep, database, clock)):
        await until(lambda: updates.asked)
        began = loop.time()
    assert loop.time() - began < 2
    assert updates.let_go == 1
    # And the next one may poll at once.
    assert await holder(database) is None


async def test_a_cancelled_poller_leaves_no_request_behind(
    database: Database, clock: StandingClock
) -> None:
    updates = Updates()
    task = asyncio.create_task(Poller(updates, Keeper().keep, database, clock).run(asyncio.Event()))
    await until(lambda: updates.asked)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.sleep(0.01)
    assert updates.let_go == 1


async def test_another_holders_lease_is_respected_until_it_runs_out(
    database: Database, clock: StandingClock
) -> None:
    """On one machine's file, whoever starts last polls: a killed process holds up nobody."""
    async with database.write() as tx:
        now = clock.now()
        assert await facts.take_lease(tx, LEASE_NAME, "somebody", now, now + LEASE)
    updates, keeper = Updates(), Keeper()
    updates.come(1)
    poller = Poller(updates, keeper.keep, database, clock)
    async with running(poller):
        if not database.is_sqlite:
            await asyncio.sleep(0.3)
            assert updates.asked == []
            assert updates.webhook_deleted == 0
            assert await holder(database) == "somebody"
            clock.forward(seconds=LEASE.total_seconds() + 1)
        await until(lambda: keeper.kept == ["1"])
        assert await holder(database) == poller.holder


async def test_whoever_lost_the_lease_stops_asking(
    database: Database, clock: StandingClock
) -> None:
    first, second = Updates(), Updates()
    former = Poller(first, Keeper().keep, database, clock)
    async with running(former):
        await until(lambda: first.asked)
        clock.forward(seconds=LEASE.total_seconds() + 1)
        present = Poller(second, Keeper().keep, database, clock)
        async with running(present):
            await until(lambda: second.asked)
            asked = len(first.asked)
            first.come(1)
            await asyncio.sleep(0.2)
            assert len(first.asked) == asked
            assert await holder(database) == present.holder
        # It gave the lease back when it stopped, so the former one goes on.
        await until(lambda: len(first.asked) > asked)


async def test_the_lease_outlasts_a_long_poll() -> None:
    assert LEASE.total_seconds() > polling.LONG_POLL * 1.5
