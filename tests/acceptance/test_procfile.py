"""The Procfile, started as a host does: release first, then web and worker under honcho."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from storage.engine import Database
from tests.acceptance.processes import PATIENCE, ROOT, free_port, ready, until
from tests.acceptance.test_killed import connected
from tests.fakes.line import FakeLine
from tests.fakes.telegram import FakeTelegram

pytestmark = [pytest.mark.process, pytest.mark.timeout(120)]


async def honcho(
    environment: dict[str, str], *arguments: str, log: Path
) -> asyncio.subprocess.Process:
    """Honcho with this project's Procfile."""
    with log.open("ab") as out:
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "honcho", "-f", str(ROOT / "Procfile"), *arguments),
            cwd=ROOT,
            env=environment,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )


async def test_a_buyer_is_answered_by_the_procfiles_processes(
    tmp_path: Path, database: Database, database_address: str
) -> None:
    await database.close()
    async with FakeLine() as line, FakeTelegram() as telegram:
        port = free_port()
        environment = connected(tmp_path, line, telegram, port, DATABASE_URL=database_address)
        # The Procfile's commands are found as on a host: `python` is the one with the packages.
        environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
        log = tmp_path / "honcho.log"
        release = await honcho(environment, "run", "python", "-m", "bot", "migrate", log=log)
        assert await release.wait() == 0, log.read_text()
        running = await honcho(environment, "start", "web", "worker", log=log)
        try:
            await ready(f"http://127.0.0.1:{port}")
            line.webhook_url = f"http://127.0.0.1:{port}/line/webhook"
            buyer, other = line.world.user(), telegram.world.user()
            await line.say(buyer, "色違いで紛争中、12月5日まで")
            await telegram.deliver(telegram.updates.text(other, "色違いで紛争中、12月5日まで"))
            await until(lambda: any("これで登録" in b.labels for b in line.screen(buyer)))
            await until(lambda: any("これで登録" in b.labels for b in telegram.screen(other)))
        finally:
            os.killpg(running.pid, signal.SIGTERM)
            async with asyncio.timeout(PATIENCE):
                await running.wait()
        assert not line.offences + telegram.offences, log.read_text()
