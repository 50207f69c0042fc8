"""A process in its role: `web` keeps what comes, `worker` handles and sends, `run` is both."""

import asyncio
import contextlib
import gc
import logging
import signal
import socket
from collections.abc import Coroutine
from typing import Any, Literal

import uvicorn
from sqlalchemy.exc import SQLAlchemyError

from bot.app import App
from bot.serving import QuietServer, tell_until_heard
from bot.wake import listen
from handlers.reading.read import prepare_places
from storage.leases import release_dead
from storage.migrate import migrate, pending

log = logging.getLogger(__name__)

Role = Literal["run", "web", "worker"]
START_PATIENCE = 60
"""Seconds that `web` and `worker` wait for the release step to migrate the database."""


class PortTaken(Exception):
    """Nothing can listen on HOST and PORT."""


class NotMigrated(Exception):
    """The database has not the shape that this program needs, and nobody gives it."""


class Process:
    """One process of the bot."""

    def __init__(self, app: App, role: Role) -> None:
        self.app = app
        self.role = role

    async def run(self) -> None:
        """Work until SIGTERM or SIGINT, then finish what is in work.

        Raises NotMigrated, PortTaken.
        """
        if self.role != "worker":
            self._listen()
            if self.app.settings.has_local_chat:
                port = self._socket.getsockname()[1]
                self.app.calendars.local_url = f"http://127.0.0.1:{port}"
                print(f"紛争ナビ: http://127.0.0.1:{port}/", flush=True)  # noqa: T201
        stopping = asyncio.Event()
        loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, stopping.set)
        try:
            await self._prepare_database()
            async with self.app.started():
                await self._run_all(stopping)
        finally:
            await self.app.database.close()
        log.info("stopped", extra={"role": self.role})

    async def _run_all(self, stopping: asyncio.Event) -> None:
        parts: list[Coroutine[Any, Any, None]] = []
        if self.role in ("run", "web"):
            parts += [self._serve_http(stopping), self._tell_telegram_our_address(stopping)]
        if self.role in ("run", "worker"):
            parts += [
                self.app.inbox.run(stopping),
                self.app.dispatcher.run(stopping),
                self.app.archives.run(stopping),
                self.app.eraser.run(stopping),
                self.app.housekeeping.run(stopping),
                self.app.clock_watch.run(stopping),
                asyncio.to_thread(prepare_places),
            ]
            if self.app.quota:
                parts.append(self.app.quota.run(stopping))
            if self.app.poller:
                parts.append(self.app.poller.run(stopping))
        # What stands now stays: the collector need never go through it.
        gc.freeze()
        gc.enable()
        listening = asyncio.create_task(
            listen(self.app.database, self.app.wake, alone=self.role == "run")
        )
        tasks = [asyncio.create_task(part) for part in parts]
        waking = asyncio.create_task(self._ring_at_end(stopping))
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
            stopping.set()
            await asyncio.gather(*tasks)
            for task in done:
                task.result()
        finally:
            for task in (listening, waking):
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task

    async def _ring_at_end(self, stopping: asyncio.Event) -> None:
        await stopping.wait()
        self.app.wake.ring()

    async def _prepare_database(self) -> None:
        if self.role == "run":
            await migrate(self.app.database)
            if self.app.database.is_sqlite:
                async with self.app.database.write() as tx:
                    await release_dead(tx)
            return
        for waited in range(START_PATIENCE):
            try:
                if not await pending(self.app.database):
                    return
            except (OSError, SQLAlchemyError):
                log.warning("the database cannot be reached yet")
            if waited == 0:
                log.warning("waiting for the database to be migrated (python -m bot migrate)")
            await asyncio.sleep(1)
        raise NotMigrated

    def _listen(self) -> None:
        """Bind before anything starts: a port that is taken must end the start, and say so."""
        host, port = self.app.settings.host, self.app.settings.port
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            self._socket = socket.create_server((host, port), family=family, backlog=2048)
        except OSError as failure:
            raise PortTaken(f"HOST={host} PORT={port}: {failure.strerror}") from None
        self._socket.setblocking(False)

    async def _serve_http(self, stopping: asyncio.Event) -> None:
        config = uvicorn.Config(
            self.app.asgi,
            log_config=None,
            access_log=False,
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=5,
        )
        server = QuietServer(config)
        serving = asyncio.create_task(server.serve(sockets=[self._socket]))
        told = asyncio.create_task(stopping.wait())
        await asyncio.wait({serving, told}, return_when=asyncio.FIRST_COMPLETED)
        told.cancel()
        for closing in self.app.closing:
            closing.close()
        server.should_exit = True
        await serving

    async def _tell_telegram_our_address(self, stopping: asyncio.Event) -> None:
        if self.app.settings.has_telegram and self.app.settings.public_url:
            address = f"{self.app.settings.public_url}/telegram/webhook"
            await tell_until_heard(self.app.telegram.set_webhook, address, stopping)
