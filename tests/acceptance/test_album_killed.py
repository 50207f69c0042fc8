"""A process dies in the middle of an album: no photo is lost, and none is kept twice."""

import asyncio
import io
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from storage.engine import Database
from storage.tables import evidence
from tests.acceptance.processes import bot_process, free_port, ready, until
from tests.acceptance.test_killed import connected
from tests.fakes.line import FakeLine
from tests.fakes.telegram import FakeTelegram

pytestmark = [pytest.mark.process, pytest.mark.timeout(120)]


def photo(number: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (64, 48), (number * 20, 0, 0)).save(file, "JPEG")
    return file.getvalue()


async def test_killed_between_two_photos(tmp_path: Path) -> None:
    async with FakeLine() as line, FakeTelegram() as telegram:
        port = free_port()
        environment = connected(tmp_path, line, telegram, port)
        buyer = telegram.world.user()
        updates = [
            telegram.updates.photo(buyer, photo(number), media_group_id="5") for number in range(4)
        ]
        database = Database(f"sqlite:///{tmp_path}/funso.db")

        async def pieces() -> int:
            async with database.read() as tx:
                return len((await tx.execute(select(evidence.c.id))).all())

        async with bot_process("run", tmp_path, environment) as first:
            await ready(f"http://127.0.0.1:{port}")
            # The first two, and the process is killed as soon as the first of them is kept.
            await telegram.deliver(*updates[:2])
            async with asyncio.timeout(30):
                while not await pieces():
                    await asyncio.sleep(0.002)
            await first.kill()
        async with bot_process("run", tmp_path, environment) as second:
            await telegram.deliver(*updates[2:])
            await until(lambda: any("4点受け取りました" in b.text for b in telegram.screen(buyer)))
            await asyncio.sleep(3)
            assert await second.stop() == 0
        assert await pieces() == 4
        await database.close()
        told = [b.text for b in telegram.screen(buyer) if "受け取りました" in b.text]
        assert sum("4点" in one for one in told) == 1
        assert len(told) == len(set(told)), "no answer came twice"
        assert not telegram.offences
