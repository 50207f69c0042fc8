"""How fast due rows leave, beside APScheduler and Procrastinate in the same run.

    python -m tests.bench.dispatch [ours] [backlog] [workers] [apscheduler] [procrastinate]

Each row has a no-op send and a settled fate of its own, as each job of a peer has its own end. The
peers come with the dependency group ``bench``; one that is not installed is left out.
"""

import argparse
import asyncio
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.clock import SystemClock
from bot.dispatcher import Dispatcher
from bot.event_loop import run
from bot.operator import Operator
from bot.platforms.base import Body, Outcome, Outgoing, Sent
from bot.wake import Wake
from storage.blobs import Blobs
from storage.engine import Database
from storage.paces import Rates
from tests.bench import peers
from tests.bench.backlog import empty_database, fill, left

DUE = 10_000
TO_COME = 1_000_000


@dataclass
class Quiet:
    """A platform that takes everything at once."""

    name: str = "line"
    idempotent_push: bool = True
    counts_pushes: bool = False
    taken: int = 0

    async def send(self, outgoing: Outgoing) -> Outcome:
        self.taken += 1
        return Sent(str(self.taken))

    def render(self, *_: Any, **__: Any) -> list[Body]:
        return [{"text": "x"}]


def dispatcher(
    database: Database, platform: Any, rates: Mapping[str, Rates] | None = None
) -> Dispatcher:
    """A dispatcher as the app makes it, without limits unless they are given."""
    clock, wake = SystemClock(), Wake()
    operator = Operator(database, clock, wake, None, "Asia/Tokyo")
    blobs = Blobs("file:///nonexistent")
    return Dispatcher(
        database, {platform.name: platform}, blobs, clock, wake, operator, rates=rates or {}
    )


class Counting:
    """A platform whose sends are counted."""

    def __init__(self, platform: Any) -> None:
        self._platform = platform
        self.taken = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._platform, name)

    async def send(self, outgoing: Outgoing) -> Outcome:
        outcome: Outcome = await self._platform.send(outgoing)
        assert isinstance(outcome, Sent), outcome
        self.taken += 1
        return outcome


async def drain(database: Database, to: Any = None) -> float:
    """Send what is due; how many rows a second."""
    platform = Counting(to) if to else Quiet()
    machine = dispatcher(database, platform)
    due = await left(database)
    stopping = asyncio.Event()
    began = time.perf_counter()
    running = asyncio.create_task(machine.run(stopping))
    while platform.taken < due or await left(database):
        await asyncio.sleep(0.002 if platform.taken >= due else 0.02)
        if time.perf_counter() - began > 300:
            raise TimeoutError(f"{platform.taken} of {due} sent")
    took = time.perf_counter() - began
    stopping.set()
    await running
    assert platform.taken == due, f"{platform.taken} sent of {due}"
    return due / took


async def ours(kind: str, to_come: int = TO_COME) -> float:
    """Our rate on one database with so many rows still to come."""
    async with empty_database(kind) as database:
        await fill(database, chats=DUE, due=DUE, to_come=to_come, platform="line")
        return await drain(database)


async def workers(count: int) -> float:
    """The rate of several processes on one PostgreSQL, from the first send to the last fate."""
    async with empty_database("postgresql") as database:
        await fill(database, chats=DUE, due=DUE, to_come=TO_COME, platform="line")
        address = database.url.render_as_string(hide_password=False)
        address = address.replace("+asyncpg", "")
        command = [sys.executable, "-m", "tests.bench.dispatch", "--worker", address]
        started = [
            subprocess.Popen(  # noqa: ASYNC220 (nothing else runs here)
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            for _ in range(count)
        ]
        for one in started:
            assert one.stdout
            assert one.stdout.readline() == "ready\n"
        began = time.perf_counter()
        for one in started:
            assert one.stdin
            one.stdin.write("go\n")
            one.stdin.flush()
        while await left(database):
            await asyncio.sleep(0.02)
        took = time.perf_counter() - began
        figures = []
        for one in started:
            out, _ = one.communicate("stop\n", timeout=20)
            figures.append(json.loads(out))
        shares = [figure["sent"] for figure in figures]
        print(
            f"    {count} workers sent {shares}, at most {max(f['rss'] for f in figures)} MB each"
        )
        assert sum(shares) == DUE
        return DUE / took


async def worker(address: str) -> None:
    """One process of several: sends until told to stop, then says how much it sent."""
    database = Database(address)
    platform = Quiet()
    machine = dispatcher(database, platform)
    stopping = asyncio.Event()
    await left(database)
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    running = asyncio.create_task(machine.run(stopping))
    await asyncio.to_thread(sys.stdin.readline)
    stopping.set()
    await running
    await database.close()
    print(json.dumps({"sent": platform.taken, "rss": memory()}))


def memory() -> int:
    """The most that this process held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measured(label: str, work: Callable[[], Awaitable[float]], runs: int) -> float:
    """Run it several times; the median of rows a second."""
    rates = [run(work()) for _ in range(runs)]  # type: ignore[arg-type]
    middle = statistics.median(rates)
    shown = " ".join(f"{rate:,.0f}" for rate in rates)
    print(f"{label:52} {middle:10,.0f}/s   ({shown})", flush=True)
    return middle


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=["ours", "backlog", "workers", *peers.NAMES])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.worker:
        run(worker(given.worker))
        return
    runs = given.runs
    for kind in ("sqlite", "postgresql"):
        if "ours" in given.parts:
            measured(f"ours, {kind}, {TO_COME:,} to come", lambda k=kind: ours(k), runs)
        if "backlog" in given.parts:
            measured(f"ours, {kind}, 10,000 to come", lambda k=kind: ours(k, 10_000), runs)
    if "workers" in given.parts:
        for count in (1, 4):
            measured(f"ours, postgresql, {count} processes", lambda c=count: workers(c), runs)
    for name in peers.NAMES:
        if name in given.parts:
            for label, work in peers.of(name):
                measured(label, work, runs)
    print(f"resident memory of this process at most {memory()} MB")


if __name__ == "__main__":
    main()
