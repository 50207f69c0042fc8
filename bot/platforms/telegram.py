"""Telegram through python-telegram-bot's Bot and types, without its Application.

The Application answers a webhook before an update is handled and keeps updates in memory only: a
crash would lose them. Here the inbox stores each update before it is confirmed, so that layer has
nothing left to do.
https://core.telegram.org/bots/api
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import httpx
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.clock import Clock, SystemClock
from bot.platforms import telegram_events, telegram_files, telegram_view, telegram_webhook
from bot.platforms.base import (
    AnswerTo,
    Arrived,
    Body,
    Incoming,
    MediaSource,
    Outcome,
    Outgoing,
)
from bot.platforms.telegram_http import AiohttpRequest
from bot.platforms.telegram_outcomes import wait_of
from bot.platforms.telegram_sending import send
from handlers.replies import Reply

log = logging.getLogger(__name__)

TIMEOUT = 10
"""Seconds to wait for an answer, beyond a long poll's own time."""
PAUSES = (5, 15, 60, 300)
"""Seconds between tries to learn the bot's own name; the last one repeats."""
CONNECTIONS = 32
"""Calls at a time; more go slower."""
JAPAN = ZoneInfo("Asia/Tokyo")


class Unavailable(Exception):
    """Telegram gives no updates or webhook just now.

    `after`: seconds it asked for. `token`: it does not know the token. `conflict`: somebody else
    polls, or a webhook is set.
    """

    def __init__(
        self,
        reason: str,
        *,
        after: float | None = None,
        token: bool = False,
        conflict: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.after = after
        self.token = token
        self.conflict = conflict


class TelegramPlatform:
    """The `Platform` for Telegram."""

    name = "telegram"
    idempotent_push = False
    counts_pushes = False

    def __init__(
        self,
        token: str,
        *,
        api_url: str = "https://api.telegram.org",
        webhook_secret: str | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._base = api_url.rstrip("/")
        self._token = token
        self._secret = webhook_secret
        self._clock = clock or SystemClock()
        # The number before the colon is the bot's own id.
        self._me = telegram_events.Self(int(token.partition(":")[0] or 0))
        self._naming: asyncio.Task[None] | None = None
        self._bot: Bot
        self._polling: AiohttpRequest
        self._files: httpx.AsyncClient

    async def start(self) -> None:
        """Open the clients and ask for the bot's name once; unreachable, it is asked for later."""
        # Made once for the three clients: each would read all root certificates anew.
        secure = httpx.create_ssl_context()
        self._polling = AiohttpRequest(2, TIMEOUT, secure)
        self._bot = Bot(
            self._token,
            base_url=f"{self._base}/bot",
            base_file_url=f"{self._base}/file/bot",
            request=AiohttpRequest(CONNECTIONS, TIMEOUT, secure),
            get_updates_request=self._polling,
        )
        self._files = httpx.AsyncClient(timeout=httpx.Timeout(15, connect=5), verify=secure)
        if not await self._learn_name():
            self._naming = asyncio.create_task(self._keep_asking())

    async def stop(self) -> None:
        """Close the clients."""
        if self._naming:
            self._naming.cancel()
            await asyncio.gather(self._naming, return_exceptions=True)
            self._naming = None
        await self._files.aclose()
        await self._bot.request.shutdown()
        await self._polling.shutdown()

    async def _learn_name(self) -> bool:
        try:
            user = await self._bot.get_me()
        except TelegramError as error:
            log.warning("Telegram is not reached", extra={"error": type(error).__name__})
            return False
        self._me = telegram_events.Self(user.id, user.username)
        return True

    async def _keep_asking(self) -> None:
        pauses = iter(PAUSES)
        while True:
            await asyncio.sleep(next(pauses, PAUSES[-1]))
            if await self._learn_name():
                return

    # In -------------------------------------------------------------------------------------

    def receive(self, body: bytes, secret: str | None) -> list[Arrived]:
        """The update of a webhook call. Raises Forged, Unreadable."""
        telegram_webhook.verify(self._secret, secret)
        return [self.arrived(telegram_webhook.read(body))]

    def arrived(self, update: Mapping[str, Any], now: datetime | None = None) -> Arrived:
        """What is kept beside a raw update, polled or posted."""
        return telegram_webhook.arrived(update, now or self._clock.now())

    async def poll(self, offset: int | None, seconds: float) -> list[dict[str, Any]]:
        """Updates from `offset` on, as they came; waits up to `seconds` for the first.

        Asking with an offset confirms all before it: store them first. Raises Unavailable.
        PTB's own get_updates drops nothing but types everything, and a type may fail.
        """
        params: dict[str, Any] = {
            "timeout": int(seconds),
            "allowed_updates": json.dumps(telegram_webhook.ALLOWED),
        }
        if offset is not None:
            params["offset"] = offset
        address = f"{self._bot.base_url}/getUpdates?{urlencode(params)}"
        try:
            updates: Any = await self._polling.post(address, read_timeout=seconds + TIMEOUT)
        except TelegramError as error:
            raise _unavailable(error) from None
        return [one for one in updates if isinstance(one, dict)]

    async def set_webhook(self, url: str) -> bool:
        """Have updates posted to `url`; whether that had to be changed. Raises Unavailable.

        The secret cannot be asked back: that it differs shows in Telegram's last delivery.
        """
        try:
            info = await self._bot.get_webhook_info()
            turned_away = any(code in (info.last_error_message or "") for code in ("401", "403"))
            kinds = set(info.allowed_updates or ())
            if info.url == url and kinds == set(telegram_webhook.ALLOWED) and not turned_away:
                return False
            await self._bot.set_webhook(
                url, secret_token=self._secret, allowed_updates=telegram_webhook.ALLOWED
            )
        except TelegramError as error:
            raise _unavailable(error) from None
        return True

    async def delete_webhook(self) -> None:
        """Have updates kept for polling; those that wait are not dropped. Raises Unavailable."""
        try:
            await self._bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            raise _unavailable(error) from None

    def understand(self, raw: Mapping[str, Any], *, locale: str) -> Incoming:
        """Read a stored raw update; see telegram_events."""
        # The month that a calendar opens with where nothing better is known: Japan's.
        today = self._clock.now().astimezone(JAPAN).date()
        return telegram_events.understand(raw, self._me, today, locale)

    def fetch(self, media: MediaSource, limit: int) -> AsyncIterator[bytes]:
        """Stream a photo, video or file; see telegram_files for what is raised."""
        return telegram_files.stream(self._bot, self._files, media, limit)

    # Out ------------------------------------------------------------------------------------

    def render(self, reply: Reply, to: AnswerTo, *, locale: str) -> list[Body]:
        """Turn a reply into bodies of one call each; see telegram_view."""
        return telegram_view.render(reply, to, locale=locale)

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Send one body and say what became of it; see telegram_sending."""
        return await send(self._bot, outgoing)

    async def working(self, address: str) -> None:
        """Show "typing"; never a reason to fail."""
        try:
            await self._bot.send_chat_action(address, "typing")
        except TelegramError as error:
            log.debug("no chat action", extra={"error": type(error).__name__})

    async def members(self, address: str) -> int | None:
        """Nothing is counted on Telegram."""
        return None


def _unavailable(error: TelegramError) -> Unavailable:
    if isinstance(error, RetryAfter):
        return Unavailable("flood", after=wait_of(error))
    if isinstance(error, InvalidToken):
        return Unavailable("the token is not known", token=True)
    if isinstance(error, BadRequest):
        return Unavailable(error.message)
    kind = type(error).__name__
    return Unavailable(kind, conflict=kind == "Conflict")
