"""Processes of the bot forked from one that has loaded everything, so that many can be killed.

Loading costs a few seconds of CPU each time; a fork costs milliseconds. What is forked is a process
like any other: its own database connections, its own clients, killed by its own number.

`python -m tests.acceptance.nursery [PLANT]` takes a line of JSON for each start, and writes
`started <start> <pid>` and `ended <pid> <code>`. When its input ends, it ends all that it started.
"""

import asyncio
import contextlib
import ctypes
import gc
import json
import os
import select
import signal
import sys
import traceback
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.acceptance.processes import PATIENCE, ROOT

DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of Linux's prctl."""


@dataclass
class Child:
    """One running command of the bot."""

    command: str
    pid: int
    log: Path
    ended: asyncio.Future[int] = field(repr=False)

    @property
    def output(self) -> str:
        """What it wrote so far, both streams."""
        return self.log.read_text(errors="replace")

    def strike(self) -> None:
        """SIGKILL, this very moment; nothing if it has ended."""
        if not self.ended.done():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    async def stop(self) -> int:
        """SIGTERM, and wait for its clean end."""
        if not self.ended.done():
            os.kill(self.pid, signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            return await self.ended


class Nursery:
    """The side of whoever starts and kills."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._starting: dict[str, tuple[str, Path, asyncio.Future[Child]]] = {}
        self._living: dict[int, Child] = {}
        self._count = 0

    async def start(self, command: str, folder: Path, environment: Mapping[str, str]) -> Child:
        """Fork `bot <command>` with exactly this environment."""
        self._count += 1
        name = f"{command}-{self._count}"
        log = folder / f"{name}.log"
        order = {
            "name": name,
            "command": command,
            "environment": dict(environment),
            "log": str(log),
        }
        started: asyncio.Future[Child] = asyncio.get_running_loop().create_future()
        self._starting[name] = (command, log, started)
        assert self._process.stdin
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        async with asyncio.timeout(PATIENCE):
            return await started

    async def listen(self) -> None:
        """Take note of what has started and ended, until the nursery is gone."""
        assert self._process.stdout
        while line := (await self._process.stdout.readline()).decode().split():
            if line[0] == "started":
                command, log, started = self._starting.pop(line[1])
                ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
                child = Child(command, int(line[2]), log, ended)
                self._living[child.pid] = child
                started.set_result(child)
            elif line[0] == "ended":
                self._living.pop(int(line[1])).ended.set_result(int(line[2]))


@contextlib.asynccontextmanager
async def nursery(folder: Path, plant: str = "") -> AsyncIterator[Nursery]:
    """A nursery that has loaded the bot (with a planted bug, if one is named)."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    with (folder / "nursery.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.acceptance.nursery", plant),
            cwd=ROOT,
            env={**kept, "PYTHONUNBUFFERED": "1"},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=log,
        )
    assert process.stdin
    assert process.stdout
    made = Nursery(process)
    listening: asyncio.Task[None] | None = None
    try:
        async with asyncio.timeout(60):
            assert await process.stdout.readline() == b"ready\n", "the nursery did not start"
        listening = asyncio.create_task(made.listen())
        yield made
    finally:
        process.stdin.close()
        async with asyncio.timeout(PATIENCE):
            await process.wait()
        if listening:
            await listening


# The nursery's own side ---------------------------------------------------------------------------


def _child(order: dict[str, object]) -> None:
    """Become `bot <command>`; does not return."""
    code = 1
    try:
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
        out = os.open(str(order["log"]), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for target, source in ((0, nothing), (1, out), (2, out)):
            os.dup2(source, target)
        os.environ.clear()
        environment = order["environment"]
        assert isinstance(environment, dict)
        os.environ.update(environment)
        from bot.__main__ import main

        code = main([str(order["command"])])
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _reap(living: set[int]) -> None:
    while living:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid == 0:
            return
        living.discard(pid)
        print("ended", pid, os.waitstatus_to_exitcode(status), flush=True)


def _serve(plant: str) -> None:
    import bot.__main__
    import bot.app
    import bot.platforms.line
    import bot.platforms.telegram  # noqa: F401
    from handlers.reading.read import prepare

    if plant:
        from tests.acceptance.planted import PLANTS

        PLANTS[plant]()
    prepare()
    gc.freeze()
    print("ready", flush=True)
    living: set[int] = set()
    waiting = b""
    while True:
        readable, _, _ = select.select([0], [], [], 0.01 if living else None)
        if readable:
            given = os.read(0, 65536)
            if not given:
                break
            *lines, waiting = (waiting + given).split(b"\n")
            for line in lines:
                order = json.loads(line)
                pid = os.fork()
                if pid == 0:
                    _child(order)
                living.add(pid)
                print("started", order["name"], pid, flush=True)
        _reap(living)
    for pid in living:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


if __name__ == "__main__":
    _serve(sys.argv[1] if len(sys.argv) > 1 else "")
