"""The composition root: the only file that knows every part."""

import asyncio
import contextlib
import logging
import os
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

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
from bot.wake import Wake
from bot.web import Drawings, Health, KeptFiles, Webhook, application
from handlers.house import House
from storage.blobs import Blobs
from storage.engine import Database
from storage.paces import Rates

log = logging.getLogger(__name__)

DATA = Path("data")


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
        self.closing: list[Any] = []
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
        self.closing.append(chat)
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
