"""What others make of 10,000 due jobs: APScheduler 3 on SQLite, Procrastinate on PostgreSQL."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib.util import find_spec

from tests import postgres
from tests.bench.apscheduler_jobs import apscheduler

NAMES = ("apscheduler", "procrastinate")
DUE = 10_000
PATIENCE = 60.0


def of(name: str) -> Iterator[tuple[str, Callable[[], Awaitable[float]]]]:
    """The measurements of one peer; none if it is not installed."""
    if find_spec(name) is None:
        print(f"{name} is not installed")
        return
    if name == "apscheduler":
        for executor, fates in (("pool", True), ("asyncio", True), ("debug", False)):
            told = f"{executor} executor, {'its own fate' if fates else 'no fate'}"
            yield f"APScheduler, sqlite, {told}", partial(apscheduler, executor, fates)
    else:
        yield "Procrastinate, postgresql, nothing to come", lambda: procrastinate(0)
        yield "Procrastinate, postgresql, 100,000 to come", lambda: procrastinate(100_000)
        yield "Procrastinate, postgresql, 1,000,000 to come", lambda: procrastinate(1_000_000)


async def procrastinate(to_come: int) -> float:
    """Jobs a second of one worker with ten at a time, stopped after a minute."""
    from procrastinate import App, PsycopgConnector

    stack = ExitStack()
    try:
        server = await asyncio.to_thread(postgres.server)
        address = await asyncio.to_thread(
            stack.enter_context, postgres.database(server, "procrastinate_bench")
        )
        app = App(connector=PsycopgConnector(conninfo=address))
        done = 0
        ended = asyncio.Event()

        @app.task(name="fire")
        async def fire_one() -> None:
            nonlocal done
            done += 1
            if done == DUE:
                ended.set()

        async with app.open_async():
            await app.schema_manager.apply_schema_async()
            later = fire_one.configure(schedule_at=datetime.now(UTC) + timedelta(days=9))
            for _ in range(to_come // 1000):
                await later.batch_defer_async(*[{} for _ in range(1000)])
            for _ in range(DUE // 1000):
                await fire_one.configure().batch_defer_async(*[{} for _ in range(1000)])
            began = time.perf_counter()
            working = asyncio.create_task(
                app.run_worker_async(
                    concurrency=10, wait=True, install_signal_handlers=False, listen_notify=True
                )
            )
            try:
                async with asyncio.timeout(PATIENCE):
                    await ended.wait()
            except TimeoutError:
                pass
            took = time.perf_counter() - began
            rate = done / took
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)
    finally:
        await asyncio.to_thread(stack.close)
    return rate
