"""The composition root: the only file that knows every part."""

import asyncio
import contextlib
import gc
import logging
import os
import signal
import socket
from collections.abc import AsyncIterator, Coroutine, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import uvicorn
from sqlalchemy.exc import SQLAlchemyError
from starlette.routing import BaseRoute

from bot.answering import Answering
from bot.archives import ArchiveMaker
from bot.calendar_feed import CalendarFeed
from bot.calendar_links import CalendarLinks, key_in
from bot.clock import Clock, SystemClock
from bot.clock_watch import ClockWatch
from bot.config import Settings
from bot.dispatcher import Dispatcher
from bot.erasing import Eraser
from bot.file_links import FileLinks
from bot.housekeeping import Housekeeping
from bot.inbox import Inbox
from bot.keeper import Keeper
from bot.limits import RATES
from bot.line_quota import LineQuota
from bot.operator import Operator
from bot.platforms.base import Arrived, Platform
from bot.polling import Poller
from bot.serving import QuietServer, tell_until_heard
from bot.wake import Wake, listen
from bot.web import Drawings, Health, KeptFiles, Webhook, application
from handlers.house import House
from handlers.reading.read import prepare_places
from storage.blobs import Blobs
from storage.engine import Database
from storage.leases import release_dead
from storage.migrate import migrate, pending
from storage.paces import Rates

log = logging.getLogger(__name__)

Role = Literal["run", "web", "worker"]
DATA = Path("data")
START_PATIENCE = 60
"""Seconds that `web` and `worker` wait for the release step to migrate the database."""


class PortTaken(Exception):
    """Nothing can listen on HOST and PORT."""


class NotMigrated(Exception):
    """The database has not the shape that this program needs, and nobody gives it."""


@dataclass
class App:
    """All parts of one process, wired together."""

    settings: Settings
    clock: Clock = field(default_factory=SystemClock)
    strict: bool = False
    rates: Mapping[str, Rates] = field(default_factory=lambda: RATES)

    def __post_init__(self) -> None:
        settings = self.settings
        self.wake = Wake()
        self.database = Database(settings.database_url)
        self.blobs = Blobs(settings.evidence_url or self._folder("evidence").as_uri())
        self.links = FileLinks(settings.public_url, settings.line_channel_secret)
        key = settings.address_key or key_in(self._folder("keys"))
        self.calendars = CalendarLinks(key, settings.public_url)
        self.operator = Operator(
            self.database, self.clock, self.wake, settings.operator_chat, settings.default_timezone
        )
        self.platforms: dict[str, Platform] = {}
        self.webhooks: list[Webhook] = []
        self.extra_routes: list[BaseRoute] = []
        self.keeper = Keeper(self.database, self.clock, self.wake, zone=settings.default_timezone)
        self.inbox = Inbox(
            self.database,
            self.platforms,
            self.blobs,
            self.clock,
            self.wake,
            Answering(
                self.database,
                self.platforms,
                self.clock,
                self.calendars,
                self.strict,
                House(
                    settings.keep_days,
                    settings.keep_blocked_days,
                    settings.keep_photos_days,
                    line_gives_files=self.links.can_give,
                ),
            ),
        )
        self.dispatcher = Dispatcher(
            self.database,
            self.platforms,
            self.blobs,
            self.clock,
            self.wake,
            self.operator,
            fill=self.calendars.filled,
            strict=self.strict,
            rates=self.rates,
        )
        self.housekeeping = Housekeeping(
            self.database,
            self.blobs,
            self.clock,
            settings.keep_days,
            keep_blocked_days=settings.keep_blocked_days,
            keep_photos_days=settings.keep_photos_days,
        )
        self.archives = ArchiveMaker(
            self.database, self.platforms, self.blobs, self.clock, self.wake, strict=self.strict
        )
        self.eraser = Eraser(
            self.database, self.blobs, self.clock, self.wake, settings.default_timezone
        )
        self.clock_watch = ClockWatch(self.database, self.clock, self.wake)
        self.poller: Poller | None = None
        self.quota: LineQuota | None = None
        self._closing: list[Any] = []
        if settings.has_line:
            self._add_line()
        if settings.has_telegram:
            self._add_telegram()
        if settings.has_local_chat:
            self._add_local()
        self.asgi = application(
            self.webhooks,
            Health(self.database, self.clock),
            KeptFiles(self.links, self.blobs),
            Drawings(self.links, self.database),
            [
                *CalendarFeed(
                    self.calendars, self.database, self.clock, strict=self.strict
                ).routes(),
                *self.extra_routes,
            ],
        )

    def _folder(self, name: str) -> Path:
        """A folder beside the SQLite file, or below ./data on PostgreSQL."""
        beside = Path(str(self.database.url.database)).parent if self.database.is_sqlite else DATA
        folder = (beside / name).absolute()
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _add_line(self) -> None:
        # Loading an SDK takes up to 1.5 s and 60 MB: only where its platform is connected.
        from bot.platforms.line import LinePlatform

        assert self.settings.line_channel_secret
        assert self.settings.line_channel_access_token
        line = LinePlatform(
            self.settings.line_channel_secret,
            self.settings.line_channel_access_token,
            file_address=self.links.address,
            drawing_address=self.links.drawing,
            api_url=self.settings.line_api_url,
            data_api_url=self.settings.line_data_api_url,
        )
        self.platforms["line"] = line
        self.quota = LineQuota(self.database, line, self.clock, self.operator, self.wake)
        self.webhooks.append(Webhook("line", "x-line-signature", line.receive, self.keeper.keep))

    def _add_telegram(self) -> None:
        # python-telegram-bot then gives waiting times as timedelta and warns of nothing.
        os.environ.setdefault("PTB_TIMEDELTA", "1")
        from bot.platforms.telegram import TelegramPlatform

        assert self.settings.telegram_bot_token
        telegram = TelegramPlatform(
            self.settings.telegram_bot_token,
            api_url=self.settings.telegram_api_url,
            webhook_secret=self.settings.webhook_secret,
            clock=self.clock,
        )
        self.platforms["telegram"] = telegram
        self.telegram = telegram
        self.webhooks.append(
            Webhook(
                "telegram",
                "x-telegram-bot-api-secret-token",
                telegram.receive,
                self.keeper.keep,
            )
        )
        if self.settings.polls_telegram:
            self.poller = Poller(telegram, self.keeper.keep, self.database, self.clock)

    def _add_local(self) -> None:
        from bot.local_chat import LocalChat, routes
        from bot.platforms.local import LocalPlatform

        local = LocalPlatform(self._folder("uploads"))
        self.platforms["local"] = local
        self.eraser.forget_uploads = local.forget_uploads

        async def keep(arrived: Arrived) -> None:
            await self.keeper.keep("local", [arrived])

        chat = LocalChat(
            database=self.database,
            platform=local,
            clock=self.clock,
            keep=keep,
            wake=self.wake.ring,
            read_blob=self.blobs.stream,
            zone=self.settings.default_timezone,
            fill=self.calendars.filled,
        )
        self.calendars.local_url = f"http://127.0.0.1:{self.settings.port}"
        self._closing.append(chat)
        self.extra_routes += routes(chat)

    @contextlib.asynccontextmanager
    async def started(self) -> AsyncIterator[None]:
        """Platforms open; all closed at the end."""
        # Together: one that cannot be reached must not hold up the others.
        await asyncio.gather(*(platform.start() for platform in self.platforms.values()))
        try:
            yield
        finally:
            for platform in self.platforms.values():
                await platform.stop()
            await self.database.close()

    async def serve(self, role: Role) -> None:
        """Run one role until SIGTERM or SIGINT, then finish what is in work.

        Raises NotMigrated, PortTaken.
        """
        if role != "worker":
            self._listen()
            if self.settings.has_local_chat:
                port = self._socket.getsockname()[1]
                self.calendars.local_url = f"http://127.0.0.1:{port}"
                print(f"紛争ナビ: http://127.0.0.1:{port}/", flush=True)  # noqa: T201
        stopping = asyncio.Event()
        loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, stopping.set)
        try:
            await self._prepare_database(role)
            async with self.started():
                await self._run_all(role, stopping)
        finally:
            await self.database.close()
        log.info("stopped", extra={"role": role})

    async def _run_all(self, role: Role, stopping: asyncio.Event) -> None:
        parts: list[Coroutine[Any, Any, None]] = []
        if role in ("run", "web"):
            parts += [self._serve_http(stopping), self._tell_telegram_our_address(stopping)]
        if role in ("run", "worker"):
            parts += [
                self.inbox.run(stopping),
                self.dispatcher.run(stopping),
                self.archives.run(stopping),
                self.eraser.run(stopping),
                self.housekeeping.run(stopping),
                self.clock_watch.run(stopping),
                asyncio.to_thread(prepare_places),
            ]
            if self.quota:
                parts.append(self.quota.run(stopping))
            if self.poller:
                parts.append(self.poller.run(stopping))
        # What stands now stays: the collector need never go through it.
        gc.freeze()
        gc.enable()
        listening = asyncio.create_task(listen(self.database, self.wake, alone=role == "run"))
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
        self.wake.ring()

    async def _prepare_database(self, role: Role) -> None:
        if role == "run":
            await migrate(self.database)
            if self.database.is_sqlite:
                async with self.database.write() as tx:
                    await release_dead(tx)
            return
        for waited in range(START_PATIENCE):
            try:
                if not await pending(self.database):
                    return
            except (OSError, SQLAlchemyError):
                log.warning("the database cannot be reached yet")
            if waited == 0:
                log.warning("waiting for the database to be migrated (python -m bot migrate)")
            await asyncio.sleep(1)
        raise NotMigrated

    def _listen(self) -> None:
        """Bind before anything starts: a port that is taken must end the start, and say so."""
        host, port = self.settings.host, self.settings.port
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            self._socket = socket.create_server((host, port), family=family, backlog=2048)
        except OSError as failure:
            raise PortTaken(f"HOST={host} PORT={port}: {failure.strerror}") from None
        self._socket.setblocking(False)

    async def _serve_http(self, stopping: asyncio.Event) -> None:
        config = uvicorn.Config(
            self.asgi,
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
        for closing in self._closing:
            closing.close()
        server.should_exit = True
        await serving

    async def _tell_telegram_our_address(self, stopping: asyncio.Event) -> None:
        if self.settings.has_telegram and self.settings.public_url:
            address = f"{self.settings.public_url}/telegram/webhook"
            await tell_until_heard(self.telegram.set_webhook, address, stopping)
