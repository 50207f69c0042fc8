"""Photos, videos and files that were sent to the bot, streamed from LINE's other host.

The SDK reads a whole file into memory; here its session and headers are used, its decoding is not.
https://developers.line.biz/en/reference/messaging-api/#get-content
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from bot.platforms.base import MediaGone, MediaLater, MediaTooLarge
from bot.platforms.line_outcomes import LOST

CHUNK = 64 * 1024
PATIENCE = aiohttp.ClientTimeout(total=120, sock_connect=5, sock_read=15)
"""Of a download, in seconds: a video may take long, silence may not."""
PAUSES = (0.5, 1.0, 2.0, 4.0)
"""Seconds between looks at a video that LINE is still preparing."""


async def stream(client: Any, base: str, message: str, limit: int) -> AsyncIterator[bytes]:
    """The bytes of a message's content, at most `limit` of them.

    Raises MediaGone (unsent, expired), MediaTooLarge, MediaLater (still prepared, unreachable).
    """
    place = f"{base}/v2/bot/message/{message}/content"
    for pause in (*PAUSES, None):
        async with _get(client, place) as answer:
            if answer.status == 200:
                async for chunk in _chunks(answer, limit):
                    yield chunk
                return
        # 202: a long video or audio is still being prepared.
        if pause is None:
            raise MediaLater("still prepared")
        await _look(client, f"{place}/transcoding")
        await asyncio.sleep(pause)


async def _chunks(answer: aiohttp.ClientResponse, limit: int) -> AsyncIterator[bytes]:
    seen = 0
    if (answer.content_length or 0) > limit:
        raise MediaTooLarge
    async for chunk in answer.content.iter_chunked(CHUNK):
        seen += len(chunk)
        if seen > limit:
            raise MediaTooLarge
        yield chunk


async def _look(client: Any, place: str) -> None:
    """How far the preparation is. Raises MediaGone when it can no longer succeed."""
    async with _get(client, place) as answer:
        state = await answer.json(content_type=None)
    if isinstance(state, dict) and state.get("status") == "failed":
        raise MediaGone


@asynccontextmanager
async def _get(client: Any, place: str) -> AsyncIterator[aiohttp.ClientResponse]:
    try:
        answer: aiohttp.ClientResponse = await client.rest_client.get_request(
            place,
            headers=dict(client.default_headers),
            _preload_content=False,
            _request_timeout=PATIENCE,
        )
        async with answer:
            if answer.status in (404, 410):
                raise MediaGone
            if answer.status not in (200, 202):
                raise MediaLater(str(answer.status))
            yield answer
    except LOST as error:
        raise MediaLater(type(error).__name__) from None
