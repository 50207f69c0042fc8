"""The whole bot inside a test: real HTTP in and out, both fakes, a clock that stands still.

The path is the one of service: signed webhook → inbox → handlers → outbox → view → SDK → the fake
platform's server. Nothing of ours is replaced; only the clock is the test's.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from bot.app import App
from bot.config import settings
from storage.migrate import migrate
from storage.paces import Rates
from storage.tables import archives, chats, deliveries, inbox, outbox, owners
from tests.conftest import StandingClock
from tests.fakes.line import FakeLine
from tests.fakes.server import HttpServer
from tests.fakes.telegram import FakeTelegram

PATIENCE = 20.0


@dataclass
class LiveBot:
    """The app and both platforms it talks to."""

    app: App
    clock: StandingClock
    line: FakeLine
    telegram: FakeTelegram
    url: str
    server: HttpServer

    async def settled(self) -> None:
        """Return when every event is handled and everything due has been sent."""
        async with asyncio.timeout(PATIENCE):
            while await self._busy():
                await asyncio.sleep(0.012)

    async def _busy(self) -> int:
        now = self.clock.now()
        async with self.app.database.read() as tx:
            # What a background work leaves to be sent is looked for after the work itself.
            waiting = (
                select(func.count())
                .select_from(archives)
                .where(archives.c.state == "waiting", archives.c.next_try_at <= now),
                select(func.count()).select_from(owners).where(owners.c.erasing_since.is_not(None)),
                select(func.count()).select_from(inbox).where(inbox.c.state == "new"),
                select(func.count())
                .select_from(outbox)
                .where(outbox.c.state == "planned", outbox.c.due_at <= now),
                select(func.count())
                .select_from(deliveries)
                .where(deliveries.c.state == "ready", deliveries.c.next_try_at <= now),
                select(func.count()).select_from(chats).where(chats.c.lease_token.is_not(None)),
            )
            counts = select(*(query.scalar_subquery() for query in waiting))
            return sum((await tx.execute(counts)).one())

    async def forward(self, **by: float) -> None:
        """Move the clock, and let everything that falls due leave."""
        self.clock.forward(**by)
        self.app.wake.ring()
        await self.settled()

    @property
    def offences(self) -> list[str]:
        """What either platform would have refused, or a well-behaved client never does."""
        return self.line.offences + self.telegram.offences


@contextlib.asynccontextmanager
async def live_bot(
    folder: Path,
    clock: StandingClock,
    *,
    database: str | None = None,
    environment: dict[str, str] | None = None,
    rates: Mapping[str, Rates] | None = None,
) -> AsyncIterator[LiveBot]:
    """The running bot, connected to a fake LINE and a fake Telegram (by webhook).

    Without `rates` nothing is paced: the clock stands still, and a pace would wait for it.
    """
    async with (
        FakeLine(now=clock.now) as line,
        FakeTelegram(now=clock.now, allow_http=True) as telegram,
    ):
        given = {
            "DATABASE_URL": database or f"sqlite:///{folder}/funso.db",
            "EVIDENCE_URL": f"file://{folder}/evidence",
            "LINE_CHANNEL_SECRET": line.channel_secret,
            "LINE_CHANNEL_ACCESS_TOKEN": line.access_token,
            "LINE_API_URL": line.url,
            "LINE_DATA_API_URL": line.url,
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "TELEGRAM_API_URL": telegram.url,
            "TELEGRAM_WEBHOOK_SECRET": "a-secret",
            "PUBLIC_URL": "http://127.0.0.1:1",
            **(environment or {}),
        }
        app = App(settings(given), clock=clock, strict=True, rates=rates or {})
        await migrate(app.database)
        stopping = asyncio.Event()
        async with HttpServer(app.asgi) as server, app.started():
            line.webhook_url = f"{server.url}/line/webhook"
            await app.telegram.set_webhook(f"{server.url}/telegram/webhook")
            running = [
                asyncio.create_task(app.inbox.run(stopping)),
                asyncio.create_task(app.dispatcher.run(stopping)),
                asyncio.create_task(app.archives.run(stopping)),
                asyncio.create_task(app.eraser.run(stopping)),
            ]
            try:
                yield LiveBot(app, clock, line, telegram, server.url, server)
            finally:
                stopping.set()
                app.wake.ring()
                await asyncio.gather(*running)
