"""Two processes on one SQLite file never see "database is locked", and lose nothing."""

import asyncio
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage import facts
from storage.engine import Database
from storage.tables import deliveries, inbox, outbox

SECONDS = 3


@pytest.mark.process
async def test_two_processes_share_one_file(sqlite_database: Database) -> None:
    script = Path(__file__).with_name("process_busy.py")
    address = f"sqlite:///{sqlite_database.url.database}"
    processes = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, str(script), address, name, str(SECONDS)),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        for name in ("web", "worker")
    ]
    ends = await asyncio.gather(*(process.communicate() for process in processes))
    assert [errors.decode() for _, errors in ends] == ["", ""]
    assert [process.returncode for process in processes] == [0, 0]
    done = [[int(number) for number in output.split()] for output, _ in ends]
    kept = [numbers[0] for numbers in done]
    sent = [sum(numbers[1:]) for numbers in done]
    assert min(kept) > 0
    assert sum(sent) > 0
    async with sqlite_database.read() as tx:
        assert await facts.get(tx, "count") == sum(kept)
        for table, count in ((inbox, sum(kept)), (outbox, sum(kept))):
            rows = await tx.execute(select(func.count()).select_from(table))
            assert rows.scalar_one() == count
        settled = await tx.execute(
            select(func.count()).select_from(deliveries).where(deliveries.c.state == "sent")
        )
        assert settled.scalar_one() == sum(sent)
