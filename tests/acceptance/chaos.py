"""The bot under kills and bad platforms, and the books closed afterwards.

    python -m tests.acceptance.chaos --kills 200 --seed 7
    python -m tests.acceptance.chaos --database postgresql --kills 100
    python -m tests.acceptance.chaos --plant no-retry-key

Real processes: `run` on SQLite; two `web` and three `worker` on PostgreSQL. Buyers on fakes of LINE
and Telegram register disputes whose warnings fall due within the run. Both platforms lose calls,
refuse them and send events twice; processes are killed (SIGKILL) and started again. Then kills
stop, a calm with faults follows, and what the platforms took is held against what was said.
"""

import argparse
import asyncio
import contextlib
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import httpx

from tests import postgres
from tests.acceptance.chaos_books import Books
from tests.acceptance.chaos_buyers import Buyer, OnLine, OnTelegram, Post
from tests.acceptance.chaos_house import House, Room
from tests.acceptance.chaos_wire import Router, Wire
from tests.acceptance.nursery import nursery
from tests.acceptance.planted import PLANTS
from tests.acceptance.processes import bot_environment, free_port
from tests.fakes.faults import Faults, Kind
from tests.fakes.line import FakeLine
from tests.fakes.telegram import FakeTelegram

FAULTS: dict[Kind, float] = {
    "429": 0.08,
    "500": 0.08,
    "timeout_before": 0.015,
    "timeout_after": 0.02,
    "reset_before": 0.04,
    "reset_after": 0.05,
    "duplicate": 0.2,
}
"""How often each strikes a call that sends something (or a webhook, for "duplicate")."""
QUIET = 6.5
"""Seconds without a call after which none is on its way: longer than a doubtful message waits."""
DRAINED_WITHIN = 90.0


@dataclass(frozen=True)
class Plan:
    """What is to be done, all of it bounded."""

    kills: int = 5
    seed: int = 0
    database: str = "sqlite"
    buyers: int = 3
    """On each platform."""
    countdown: int = 40
    """Seconds that a dispute is said to have left; its warning comes at half of it."""
    calm: float = 8.0
    """Seconds of faults without kills, in which buyers go on."""
    pause: float = 4.0
    """Seconds that a buyer rests, about, between two bursts."""
    patience: float = DRAINED_WITHIN
    """Seconds until all that is owed must have come."""
    trouble: float = 1.0
    """How much oftener than by `FAULTS` the platforms fail."""
    plant: str = ""


@dataclass
class Report:
    """What was seen."""

    figures: dict[str, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        width = max(len(name) for name in self.figures)
        rows = [f"{name:<{width}}  {value}" for name, value in self.figures.items()]
        rows += [f"WRONG  {one}" for one in self.wrong[:40]]
        rows.append(f"{len(self.wrong)} wrong" if self.wrong else "all books are closed")
        return "\n".join(rows)


def disturb(faults: Faults, plan: Plan, seed: int, *sending: str) -> None:
    """Switch faults on for the calls that send something."""
    for number, (kind, share) in enumerate(FAULTS.items()):
        for on in ("*",) if kind == "duplicate" else sending:
            wait = 1 if kind == "429" else None
            faults.random(kind, on, share * plan.trouble, seed * 100 + number, retry_after=wait)


@contextlib.contextmanager
def database(plan: Plan, folder: Path, given: str | None) -> AsyncIterator[str]:  # type: ignore[misc]
    """The address of an empty database."""
    if given or plan.database == "sqlite":
        yield given or f"sqlite:///{folder}/funso.db"
        return
    with postgres.database(postgres.server(), f"funso_chaos_{time.time_ns()}") as address:
        yield address


class Run:
    """One run, from an empty database to closed books."""

    def __init__(self, plan: Plan, folder: Path, address: str) -> None:
        self.plan = plan
        self.folder = folder
        self.address = address
        self.chance = random.Random(plan.seed)
        self.wire = Wire()
        self.report = Report()
        self.buyers: list[Buyer] = []

    async def go(self) -> Report:
        """Do all of it."""
        plan, wire, begun = self.plan, self.wire, time.monotonic()
        async with contextlib.AsyncExitStack() as stack:
            self.line = await stack.enter_async_context(FakeLine(around=wire.line))
            self.telegram = await stack.enter_async_context(
                FakeTelegram(allow_http=True, around=wire.telegram)
            )
            kin = await stack.enter_async_context(nursery(self.folder, plan.plant))
            self.house = House(await self._rooms(stack), kin, wire, self.chance, self.folder)
            self.post = Post(self.telegram)
            await self._migrate()
            await self.house.start_all()
            disturb(self.line.faults, plan, plan.seed, "push", "reply")
            disturb(self.telegram.faults, plan, plan.seed + 1, "send*", "edit*", "answer*")
            self.telegram.faults.random("500", "getUpdates", 0.03, plan.seed + 2)
            self.telegram.faults.random("reset_after", "getUpdates", 0.03, plan.seed + 3)
            await self._live()
            self._count(time.monotonic() - begun)
        return self.report

    async def _rooms(self, stack: contextlib.AsyncExitStack) -> list[Room]:
        environment = bot_environment(
            self.folder,
            DATABASE_URL=self.address,
            LINE_CHANNEL_SECRET=self.line.channel_secret,
            LINE_CHANNEL_ACCESS_TOKEN=self.line.access_token,
            LINE_API_URL=self.line.url,
            LINE_DATA_API_URL=self.line.url,
            TELEGRAM_BOT_TOKEN=self.telegram.token,
            TELEGRAM_API_URL=self.telegram.url,
        )
        if self.plan.database == "sqlite":
            port = free_port()
            self.line.webhook_url = f"http://127.0.0.1:{port}/line/webhook"
            return [Room("run", "run", {**environment, "PORT": str(port)}, port)]
        ports = [free_port(), free_port()]
        router = await stack.enter_async_context(Router(ports, random.Random(self.plan.seed)))
        public = f"http://127.0.0.1:{router.port}"
        self.line.webhook_url = f"{public}/line/webhook"
        environment["PUBLIC_URL"] = public
        webs = [Room(f"web{p}", "web", {**environment, "PORT": str(p)}, p) for p in ports]
        return [*webs, *(Room(f"worker{n}", "worker", environment) for n in range(3))]

    async def _migrate(self) -> None:
        child = await self.house.nursery.start(
            "migrate", self.folder, bot_environment(self.folder, DATABASE_URL=self.address)
        )
        assert await child.ended == 0, child.output

    async def _live(self) -> None:
        plan = self.plan
        for serial in range(plan.buyers):
            one = random.Random(plan.seed * 1000 + serial)
            self.buyers.append(OnLine(serial, plan.countdown, one).on(self.line))
            other = OnTelegram(100 + serial, plan.countdown, random.Random(one.random()))
            self.buyers.append(other.on(self.telegram, self.post))
        stop = asyncio.Event()
        living = [asyncio.create_task(buyer.live(stop, plan.pause)) for buyer in self.buyers]
        posting = asyncio.create_task(self.post.keep_trying())
        try:
            for _ in range(plan.kills):
                await self.house.kill()
            await self.house.start_all()
            await asyncio.sleep(plan.calm)
            stop.set()
            await self._drain(living)
            await self._rest()
        finally:
            for task in (posting, *living):
                task.cancel()
            ended = await asyncio.gather(posting, *living, return_exceptions=True)
            self.report.wrong += [
                f"a buyer failed: {one!r}"
                for one in ended
                if isinstance(one, Exception) and not isinstance(one, asyncio.CancelledError)
            ]

    async def _drain(self, living: list[asyncio.Task[None]]) -> None:
        """Wait until everybody has all that is owed, faults still on."""
        begun = time.monotonic()
        while time.monotonic() - begun < self.plan.patience:
            for buyer in self.buyers:
                buyer.look()
            if all(task.done() for task in living) and not any(
                case.open for buyer in self.buyers for case in buyer.cases
            ):
                break
            await asyncio.sleep(0.2)
        else:
            self.report.wrong.append(f"not drained within {self.plan.patience:.0f} s")
        self.report.figures["drained in"] = f"{time.monotonic() - begun:.1f} s"

    async def _rest(self) -> None:
        """Nothing more may come; then all processes end well."""
        self.line.faults.clear()
        self.telegram.faults.clear()
        quiet_since, seen = time.monotonic(), len(self.wire.calls)
        begun = quiet_since
        while time.monotonic() - quiet_since < QUIET and time.monotonic() - begun < 60:
            await asyncio.sleep(0.2)
            if len(self.wire.calls) != seen or not all(call.over for call in self.wire.calls):
                quiet_since, seen = time.monotonic(), len(self.wire.calls)
        async with httpx.AsyncClient(trust_env=False) as client:
            for room in self.house.rooms:
                if room.port:
                    answer = await client.get(f"http://127.0.0.1:{room.port}/readyz")
                    oldest = answer.json().get("oldest_due_seconds")
                    if answer.status_code != 200 or oldest != 0:
                        self.report.wrong.append(f"{room.name} /readyz: {answer.text}")
        codes = await self.house.stop()
        if any(codes):
            self.report.wrong.append(f"exit codes after SIGTERM: {codes}")

    def _count(self, seconds: float) -> None:
        plan, wire = self.plan, self.wire
        reach = timedelta(seconds=20 if plan.database == "sqlite" else 45)
        books = Books(self.line, self.telegram, wire, self.buyers, reach)
        wrong = books.close() + [f"log: {one}" for one in self.house.complaints()]
        moments = Counter(kill.moment for kill in wire.kills)
        struck: Counter[str] = Counter()
        for faults in (self.line.faults, self.telegram.faults):
            struck.update(kind for _, kind in faults.happened)
        redelivered = sum(buyer.redelivered for buyer in self.buyers) + self.post.failed
        figures = {
            "seed": str(plan.seed),
            "database": plan.database,
            "planted bug": plan.plant or "none",
            "kills": f"{len(wire.kills)} ({_list(moments)})",
            "starts": str(self.house.starts),
            "faults of platforms": f"{struck.total()} ({_list(struck)})",
            "webhooks taken late or again": str(redelivered),
            **{name: str(value) for name, value in sorted(books.count.items())},
            **self.report.figures,
            "whole run": f"{seconds:.1f} s",
        }
        self.report.figures = figures
        self.report.wrong += wrong


def _list(counted: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(counted.items())) or "-"


def run(plan: Plan, folder: Path, address: str | None = None) -> Report:
    """One run in this folder, on a database of its own or the (empty) one that is given."""
    with database(plan, folder, address) as where:  # type: ignore[attr-defined]
        return asyncio.run(Run(plan, folder, where).go())


def main() -> int:
    """By hand; the exit code is 1 if anything was wrong."""
    given = argparse.ArgumentParser(prog="python -m tests.acceptance.chaos")
    given.add_argument("--kills", type=int, default=20)
    given.add_argument("--seed", type=int, default=time.time_ns() % 100_000)
    given.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    given.add_argument("--buyers", type=int, default=4, help="on each platform")
    given.add_argument("--countdown", type=int, help="seconds that a dispute has left")
    given.add_argument("--calm", type=float, default=15.0, help="seconds without kills")
    given.add_argument("--patience", type=float, help="seconds until all owed must have come")
    given.add_argument("--plant", choices=sorted(PLANTS), default="")
    options = given.parse_args()
    on_postgres = options.database == "postgresql"
    plan = Plan(
        kills=options.kills,
        seed=options.seed,
        database=options.database,
        buyers=options.buyers,
        countdown=options.countdown or (120 if on_postgres else 60),
        calm=options.calm,
        trouble=2.0 if options.plant else 1.0,
        patience=options.patience or DRAINED_WITHIN * (2 if on_postgres else 1),
        plant=options.plant,
    )
    folder = Path(tempfile.mkdtemp(prefix="chaos-"))
    report = run(plan, folder)
    print(report)
    if report.wrong:
        print(f"logs: {folder}")
    return bool(report.wrong)


if __name__ == "__main__":
    sys.exit(main())
