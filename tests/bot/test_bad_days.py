"""A dead database and a full disk: refused clearly, tried again, nothing lost."""

import asyncio
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import event, func, select

from storage.tables import disputes, inbox
from tests import postgres
from tests.conftest import StandingClock
from tests.live import LiveBot, live_bot


async def status(bot: LiveBot, path: str) -> int:
    async with httpx.AsyncClient(trust_env=False, timeout=10) as client:
        return (await client.get(f"{bot.url}{path}")).status_code


async def deliver(bot: LiveBot, *events: dict[str, Any]) -> int:
    assert bot.line.webhook_url
    return (await bot.line.deliver(bot.line.webhook_url, *events)).status_code


async def kept(bot: LiveBot) -> tuple[int, int]:
    async with bot.app.database.read() as tx:
        events = (await tx.execute(select(func.count()).select_from(inbox))).scalar_one()
        cases = (await tx.execute(select(func.count()).select_from(disputes))).scalar_one()
    return events, cases


async def test_a_full_disk(tmp_path: Path, clock: StandingClock) -> None:
    async with live_bot(tmp_path, clock) as bot:
        first = bot.line.world.user()
        assert await deliver(bot, bot.line.events.text(first, "色違いで紛争中、12月5日まで")) == 200
        await bot.settled()
        before = await kept(bot)

        limit = "PRAGMA max_page_count = 1"  # SQLite never goes below what is there already

        @event.listens_for(bot.app.database.engine.sync_engine, "checkout")
        def full(connection: Any, *_: Any) -> None:
            connection.execute(limit).close()

        events = []
        refused = 0
        for number in range(40):
            words = f"サイズ違いで紛争中、12月{number % 28 + 1}日まで。" + "あ" * 3000
            events.append(bot.line.events.text(bot.line.world.user(), words))
            refused += await deliver(bot, events[-1]) == 503
        assert refused > 0, "the disk was never full"
        assert await status(bot, "/healthz") == 200

        limit = "PRAGMA max_page_count = 1073741823"
        for one in events:
            assert await deliver(bot, bot.line.events.redelivered(one)) == 200
        bot.clock.forward(seconds=5)
        bot.app.wake.ring()
        await bot.settled()
        after = await kept(bot)
        assert after == (before[0] + 40, before[1] + 40)


@pytest.fixture(scope="module")
def own_postgres() -> Iterator[postgres.Cluster]:
    """A PostgreSQL that this test may stop."""
    try:
        cluster = postgres.throw_away()
    except postgres.NoPostgres as problem:
        pytest.skip(f"no PostgreSQL binaries: {problem}")
    yield cluster
    cluster.remove()


@pytest.mark.timeout(90)
async def test_postgresql_stopped_under_load(
    tmp_path: Path, clock: StandingClock, own_postgres: postgres.Cluster
) -> None:
    async with live_bot(tmp_path, clock, database=own_postgres.address) as bot:
        users = [bot.line.world.user() for _ in range(30)]
        events = [bot.line.events.text(user, "色違いで紛争中、12月5日まで") for user in users]

        async def send_all() -> list[int]:
            answers = []
            for one in events:
                answers.append(await deliver(bot, one))
                await asyncio.sleep(0.02)
            return answers

        sending = asyncio.create_task(send_all())
        await asyncio.sleep(0.2)
        await asyncio.to_thread(own_postgres.stop)
        answers = await sending
        assert set(answers) <= {200, 503}
        assert 503 in answers
        assert await status(bot, "/readyz") == 503
        assert await status(bot, "/healthz") == 200

        await asyncio.to_thread(own_postgres.start)
        for one, answer in zip(events, answers, strict=True):
            if answer != 200:
                assert await deliver(bot, bot.line.events.redelivered(one)) == 200
        bot.clock.forward(seconds=30)
        bot.app.wake.ring()
        await asyncio.sleep(2.5)
        await bot.settled()
        assert await kept(bot) == (30, 30)
        assert await status(bot, "/readyz") == 200
        for user in users:
            shown = [b for b in bot.line.screen(user) if b.author == "bot"]
            assert shown, "a buyer was left without an answer"


def test_the_cluster_really_stops(own_postgres: postgres.Cluster) -> None:
    own_postgres.stop()
    with pytest.raises(subprocess.CalledProcessError):
        own_postgres.stop()
    own_postgres.start()
