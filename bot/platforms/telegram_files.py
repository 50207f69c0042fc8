"""Files that were sent to the bot, streamed.

https://core.telegram.org/bots/api#getfile
"""

from collections.abc import AsyncIterator

import httpx
from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.platforms.base import MediaGone, MediaLater, MediaSource, MediaTooLarge
from bot.platforms.telegram_outcomes import says

CHUNK = 64 * 1024


async def stream(
    bot: Bot, client: httpx.AsyncClient, media: MediaSource, limit: int
) -> AsyncIterator[bytes]:
    """The bytes of a file, at most `limit` of them.

    Raises MediaTooLarge (Telegram itself gives out at most 20 MB), MediaGone, MediaLater.
    """
    if (media.size or 0) > limit:
        raise MediaTooLarge
    address = await _address(bot, media.reference)
    seen = 0
    try:
        async with client.stream("GET", address) as answer:
            if answer.status_code in (404, 410):
                raise MediaGone
            if answer.status_code != 200:
                raise MediaLater(str(answer.status_code))
            async for chunk in answer.aiter_bytes(CHUNK):
                seen += len(chunk)
                if seen > limit:
                    raise MediaTooLarge
                yield chunk
    except httpx.HTTPError as error:
        # Not the error itself: it may hold the address, and that holds the token.
        raise MediaLater(type(error).__name__) from None


async def _address(bot: Bot, reference: str) -> str:
    try:
        file = await bot.get_file(reference)
    except BadRequest as error:
        if says(error.message, ("too big",)):
            raise MediaTooLarge from None
        if says(error.message, ("temporarily unavailable",)):
            raise MediaLater("temporarily unavailable") from None
        raise MediaGone from None
    except TelegramError as error:
        raise MediaLater(type(error).__name__) from None
    if not file.file_path:
        raise MediaGone
    return file.file_path
