"""`doctor --set-up`: put up what the platforms show of the bot, and only what is not so yet."""

import os
from collections.abc import Awaitable, Callable

from bot.config import Settings

Say = Callable[[bool, str], None]


async def set_up(settings: Settings, say: Say) -> None:
    """Put up LINE's rich menu and Telegram's commands and texts; says a line for each change."""
    if not settings.has_line and not settings.has_telegram:
        say(False, "set-up: there are no tokens of LINE or Telegram")
    if settings.has_line:
        await _told("LINE", _line(settings), say)
    if settings.has_telegram:
        await _told("Telegram", _telegram(settings), say)


async def _told(platform: str, work: Awaitable[list[str]], say: Say) -> None:
    try:
        done = await work
    except Exception as failure:
        # The SDKs' errors may hold the address that was called, and that holds a token.
        status = getattr(failure, "status", None)
        code = f" {status}" if status else ""
        say(False, f"{platform}: not set up ({type(failure).__name__}{code}). Try again later")
        return
    for one in done or ["everything is set up already"]:
        say(True, f"{platform}: {one}")


async def _line(settings: Settings) -> list[str]:
    from bot.platforms.line_menu import put_up
    from bot.platforms.line_menu_sdk import (
        AsyncApiClient,
        AsyncMessagingApi,
        AsyncMessagingApiBlob,
        Configuration,
    )

    token = settings.line_channel_access_token
    clients = [
        AsyncApiClient(Configuration(host=host.rstrip("/"), access_token=token))
        for host in (settings.line_api_url, settings.line_data_api_url)
    ]
    try:
        return await put_up(AsyncMessagingApi(clients[0]), AsyncMessagingApiBlob(clients[1]))
    finally:
        for client in clients:
            await client.close()


async def _telegram(settings: Settings) -> list[str]:
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    from telegram import Bot

    from bot.platforms.telegram_profile import put_up

    assert settings.telegram_bot_token
    base = settings.telegram_api_url.rstrip("/")
    bot = Bot(settings.telegram_bot_token, base_url=f"{base}/bot")
    try:
        return await put_up(bot)
    finally:
        await bot.request.shutdown()
