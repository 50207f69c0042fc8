"""The bot's processes, of which one or more are killed at a moment that chance picks."""

import asyncio
import contextlib
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.acceptance.chaos_wire import Kill, Moment, Wire
from tests.acceptance.nursery import Child, Nursery
from tests.acceptance.processes import ready
from tests.fakes.words import system_now

MOMENTS = {"starting": 1, "working": 2, "arrived": 3, "answering": 3, "settling": 3}
"""Kinds of moments, and how often each comes: while it starts, at any time, as a call arrives at a
platform, as the platform answers it, and just after."""
TRAP_PATIENCE = 3.0
"""Seconds to wait for a call."""


@dataclass(frozen=True, slots=True)
class Room:
    """A process's place: it is started again whenever it dies."""

    name: str
    command: str
    environment: Mapping[str, str]
    port: int = 0


@dataclass
class House:
    """All rooms; one a machine on SQLite, several on PostgreSQL."""

    rooms: Sequence[Room]
    nursery: Nursery
    wire: Wire
    chance: random.Random
    folder: Path
    starts: int = 0
    logs: list[Path] = field(default_factory=list)
    _living: dict[str, Child] = field(default_factory=dict)

    async def start(self, room: Room) -> None:
        """Start what belongs into a room."""
        child = await self.nursery.start(room.command, self.folder, room.environment)
        self._living[room.name] = child
        self.logs.append(child.log)
        self.starts += 1

    async def start_all(self) -> None:
        """Start all that does not run, and wait until all that can be asked is ready."""
        for room in self.rooms:
            child = self._living.get(room.name)
            if child is None or child.ended.done():
                await self.start(room)
        for room in self.rooms:
            if room.port:
                await ready(f"http://127.0.0.1:{room.port}")

    async def kill(self) -> None:
        """Kill one, now and then all of a kind, at some moment; and start it again."""
        chosen = self.chance.choice(self.rooms)
        victims = [chosen]
        if self.chance.random() < 0.2:
            victims = [room for room in self.rooms if room.command == chosen.command]
        moment = self.chance.choices(list(MOMENTS), list(MOMENTS.values()))[0]
        delay = self.chance.uniform(0.0, 0.03)
        if moment == "starting":
            await asyncio.sleep(self.chance.uniform(0.0, 0.7))
        else:
            await self._until_it_works(chosen)
            await asyncio.sleep(self.chance.uniform(0.0, 0.8))
        if moment in ("starting", "working"):
            self._strike(victims, moment)
        else:
            await self._strike_at_a_call(victims, moment, delay)
        for room in victims:
            await self._living[room.name].ended
            await self.start(room)

    async def _until_it_works(self, room: Room) -> None:
        if room.port:
            await ready(f"http://127.0.0.1:{room.port}")
        else:
            await asyncio.sleep(0.7)

    def _strike(self, victims: Sequence[Room], moment: str) -> None:
        for room in victims:
            self._living[room.name].strike()
            self.wire.kills.append(Kill(room.name, system_now(), moment))

    async def _strike_at_a_call(self, victims: Sequence[Room], moment: str, delay: float) -> None:
        loop, struck = asyncio.get_running_loop(), asyncio.Event()

        def strike() -> None:
            self._strike(victims, moment)
            struck.set()

        def trap(seen: Moment) -> None:
            if seen == "answering" and moment == "settling":
                self.wire.trap = None
                loop.call_later(delay, strike)
            elif seen == moment:
                self.wire.trap = None
                strike()

        self.wire.trap = trap
        try:
            async with asyncio.timeout(TRAP_PATIENCE):
                await struck.wait()
        except TimeoutError:
            self.wire.trap = None
            if not struck.is_set():
                self._strike(victims, "working")

    async def stop(self) -> list[int]:
        """SIGTERM to all; their exit codes."""
        living = [child for child in self._living.values() if not child.ended.done()]
        return list(await asyncio.gather(*(child.stop() for child in living)))

    def complaints(self) -> list[str]:
        """Lines of the logs that no kill and no fault of a platform explains."""
        found = []
        for log in self.logs:
            with contextlib.suppress(FileNotFoundError):
                text = log.read_text(errors="replace")
                found += [
                    f"{log.stem}: {line[:200]}"
                    for line in text.splitlines()
                    if "Traceback" in line or "database is locked" in line or "level=ERROR" in line
                ]
        return found
