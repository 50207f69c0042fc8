"""How late rows leave: one at a time on an idle machine, and ten thousand of one minute.

    python -m tests.bench.lateness [--rows 300] [--seconds 30] [--burst 10000]

The burst goes to a Telegram that takes everything, at Telegram's own rates: how many a second, the
longest gap between two sends, and whether the nearest deadlines went first.
"""

import argparse
import asyncio
import random
import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from sqlalchemy import text

from bot.event_loop import run
from bot.limits import RATES
from bot.platforms.base import Outcome, Outgoing, Sent
from storage.engine import Database
from storage.instants import microseconds
from tests.bench.backlog import empty_database, fill
from tests.bench.dispatch import Quiet, dispatcher
from tests.bench.inbound import show


class Noting(Quiet):
    """Notes when each address was sent to."""

    def __init__(self, name: str) -> None:
        super().__init__(name=name, idempotent_push=False)
        self.sent: dict[str, float] = {}

    async def send(self, outgoing: Outgoing) -> Outcome:
        self.sent[outgoing.address] = time.time()
        return Sent("1")


async def one_at_a_time(rows: int, seconds: float) -> None:
    """Rows due at random moments of the coming seconds."""
    async with empty_database("sqlite") as database:
        await fill(database, chats=rows, due=rows, to_come=100_000, platform="line")
        begin = datetime.now(UTC) + timedelta(seconds=2)
        due = {n: begin + timedelta(seconds=random.uniform(0, seconds)) for n in range(1, rows + 1)}
        await _set(database, {n: {"due_at": microseconds(at)} for n, at in due.items()})
        platform = Noting("line")
        await _run(database, platform, rows, rates=False)
        late = [platform.sent[f"U{n}"] - at.timestamp() for n, at in due.items()]
        show("after due, on an idle machine", late)
        print(f"  the earliest {min(late) * 1000:.1f} ms")


async def burst(rows: int) -> None:
    """Rows of one minute, each with a deadline of its own, at Telegram's rates."""
    async with empty_database("sqlite") as database:
        await fill(database, chats=rows, due=rows, to_come=100_000, platform="telegram")
        now = microseconds(datetime.now(UTC))
        urgent = {n: now + random.randrange(10**12) for n in range(1, rows + 1)}
        await _set(database, {n: {"urgent_at": at} for n, at in urgent.items()})
        platform = Noting("telegram")
        wanted = min(rows, 900)
        await _run(database, platform, wanted, rates=True)
        order = sorted(platform.sent, key=platform.sent.__getitem__)[:wanted]
        times = [platform.sent[address] for address in order]
        gaps = [after - before for before, after in pairwise(times)]
        rate = (len(times) - 1) / (times[-1] - times[0])
        nearest = sorted(urgent, key=urgent.__getitem__)[:wanted]
        first = len({f"U{n}" for n in nearest} & set(order)) / wanted
        print(f"burst of {rows:,}: {rate:.1f} a second, longest gap {max(gaps) * 1000:.0f} ms,")
        print(f"  {first:.1%} of the first {wanted:,} are the {wanted:,} most urgent")


async def _set(database: Database, changes: dict[int, dict[str, int]]) -> None:
    """Columns of the due rows, by their chats."""
    async with database.write() as tx:
        for chat, values in changes.items():
            for name, value in values.items():
                await tx.execute(
                    text(
                        f"UPDATE outbox SET {name} = {value} WHERE chat_id = {chat}"
                        " AND kind = 'answer'"
                    )
                )


async def _run(database: Database, platform: Noting, rows: int, *, rates: bool) -> None:
    machine = dispatcher(database, platform, rates=RATES if rates else {})
    stopping = asyncio.Event()
    running = asyncio.create_task(machine.run(stopping))
    while len(platform.sent) < rows:
        await asyncio.sleep(0.05)
    stopping.set()
    machine.wake.ring()
    await running


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--burst", type=int, default=10_000)
    given = parser.parse_args()
    run(one_at_a_time(given.rows, given.seconds))
    run(burst(given.burst))


if __name__ == "__main__":
    main()
