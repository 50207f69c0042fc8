"""The bot as real processes, started and killed as an operator's machine would."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Process:
    """One running command."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self.process = process
        self.log = log

    @property
    def output(self) -> str:
        """What it wrote so far, both streams."""
        return self.log.read_text(errors="replace")

    async def kill(self) -> None:
        """SIGKILL: no goodbye."""
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()

    async def stop(self) -> int:
        """SIGTERM, and wait for its clean end."""
        self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            return await self.process.wait()


def bot_environment(folder: Path, **more: str) -> dict[str, str]:
    """A bare environment, with nothing of the tester's own settings."""
    kept = {
        name: os.environ[name]
        for name in ("PATH", "HOME", "LANG", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")
        if name in os.environ
    }
    return {
        **kept,
        "PYTHONUNBUFFERED": "1",
        "DATABASE_URL": f"sqlite:///{folder}/funso.db",
        "EVIDENCE_URL": f"file://{folder}/evidence",
        **more,
    }


@contextlib.asynccontextmanager
async def bot_process(
    command: str, folder: Path, environment: Mapping[str, str], *options: str
) -> AsyncIterator[Process]:
    """`python -m bot <command> <options>`, killed at the end if it still runs."""
    log = folder / f"{command}-{os.urandom(3).hex()}.log"
    with log.open("wb") as out:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", command, *options),
            cwd=ROOT,
            env=dict(environment),
            stdout=out,
            stderr=out,
        )
    running = Process(process, log)
    try:
        yield running
    finally:
        if process.returncode is None:
            await running.kill()


async def ready(url: str) -> None:
    """Return when the process at this address can work."""
    async with asyncio.timeout(PATIENCE), httpx.AsyncClient(trust_env=False) as client:
        while True:
            with contextlib.suppress(httpx.TransportError):
                if (await client.get(f"{url}/readyz")).status_code == 200:
                    return
            await asyncio.sleep(0.05)


async def until(seen: object, seconds: float = PATIENCE) -> None:
    """Return when a condition (a callable) holds."""
    assert callable(seen)
    async with asyncio.timeout(seconds):
        while not seen():
            await asyncio.sleep(0.02)
