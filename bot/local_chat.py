"""The local page's addresses: the page, its feed, and what a person does there.

What a person does goes into the inbox exactly as a webhook's event would.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from sse_starlette import EventSourceResponse
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.clock import Clock
from bot.drawings import MEDIA_TYPE, drawn_of
from bot.local_assets import assets, page
from bot.local_clock import ChatClock, NoDeadlineError, present
from bot.local_feed import Feed
from bot.local_forms import (
    Join,
    MoveClock,
    Pick,
    Press,
    Say,
    album_of,
    clean,
    read_form,
    read_upload,
)
from bot.local_guard import LoopbackOnly, UnusableError
from bot.platforms.base import Arrived
from bot.platforms.local import ADDRESS, LocalPlatform
from storage import history
from storage.engine import Database

SHOWN_IN_PLACE = re.compile(r"image/(png|jpeg|gif|webp|avif|bmp)|video/(mp4|webm|quicktime)")
"""Everything else is only offered for saving."""

KINDS = {"said": "text", "pressed": "press", "picked": "press"}


class LocalChat:
    """The one chat of this machine; `keep` stores an event, `wake` has it handled."""

    def __init__(
        self,
        *,
        database: Database,
        platform: LocalPlatform,
        clock: Clock,
        keep: Callable[[Arrived], Awaitable[None]],
        wake: Callable[[], None],
        read_blob: Callable[[str], AsyncIterator[bytes]],
        zone: str = "Asia/Tokyo",
        locale: str = "ja",
        fill: Callable[[dict[str, Any]], dict[str, Any]] = dict,
    ) -> None:
        self._database = database
        self._platform = platform
        self._clock = clock
        self._keep = keep
        self._wake = wake
        self._read_blob = read_blob
        self._feed = Feed(database, clock, zone, locale, fill)
        self._chat_clock = ChatClock(database, clock, wake)
        self._moving = asyncio.Lock()

    def close(self) -> None:
        """End all open streams, so that the server can stop."""
        self._feed.close()

    async def page(self, request: Request) -> Response:
        """The page itself."""
        seen = await self._feed.look(entries=False)
        locale = seen.owner.locale if seen.owner else self._feed.locale
        return HTMLResponse(page(locale), headers={"Cache-Control": "no-store"})

    async def history(self, request: Request) -> Response:
        """The whole conversation so far."""
        return _json(await self._feed.everything())

    async def stream(self, request: Request) -> Response:
        """What is new, as it comes; `after` or Last-Event-ID tells what the page has."""
        after = request.headers.get("last-event-id") or request.query_params.get("after", "")
        return EventSourceResponse(self._feed.news(after), ping=15)

    async def file(self, request: Request) -> Response:
        """A kept photo, video or document of this chat's owner."""
        key = request.path_params["key"]
        seen = await self._feed.look(entries=False)
        async with self._database.read() as tx:
            kind = await history.media_type(tx, seen.chat.owner_id, key) if seen.chat else None
        if kind is None:
            raise UnusableError(404, "no_file")
        pieces = self._read_blob(key)
        try:
            first = await anext(pieces, b"")
        except FileNotFoundError:
            raise UnusableError(404, "no_file") from None

        async def body() -> AsyncIterator[bytes]:
            yield first
            async for piece in pieces:
                yield piece

        in_place = SHOWN_IN_PLACE.fullmatch(kind)
        saved = f"attachment; filename*=utf-8''{quote(PurePath(key).name)}"
        return StreamingResponse(
            body(),
            media_type=kind if in_place else "application/octet-stream",
            headers={
                "Cache-Control": "private, max-age=86400, immutable",
                "Content-Disposition": "inline" if in_place else saved,
            },
        )

    async def drawing(self, request: Request) -> Response:
        """The picture of an answer, drawn from what was delivered."""
        seen = await self._feed.look(entries=False)
        async with self._database.read() as tx:
            message = request.path_params["message"]
            body = await history.body(tx, seen.chat.id, message) if seen.chat else None
        node = (body or {}).get("node", {})
        picture = await drawn_of({"drawing": node.get("timeline")}) if "timeline" in node else None
        if picture is None:
            raise UnusableError(404, "no_file")
        headers = {"Cache-Control": "private, max-age=86400, immutable"}
        return Response(picture, media_type=MEDIA_TYPE, headers=headers)

    async def join(self, request: Request) -> Response:
        """The page was opened on an empty chat: the bot greets, once."""
        await read_form(request, Join)
        return await self._arrive("joined", "local-joined")

    async def say(self, request: Request) -> Response:
        """A typed message."""
        said = await read_form(request, Say)
        return await self._arrive("said", said.id, text=clean(said.text))

    async def press(self, request: Request) -> Response:
        """A pressed button."""
        pressed = await read_form(request, Press)
        return await self._arrive(
            "pressed",
            pressed.id,
            payload=clean(pressed.payload),
            label=clean(pressed.label),
            message=clean(pressed.message),
        )

    async def pick(self, request: Request) -> Response:
        """A chosen date."""
        picked = await read_form(request, Pick)
        return await self._arrive(
            "picked",
            picked.id,
            payload=clean(picked.payload),
            # Minutes are all that a picker of ours asks for; some browsers send seconds.
            value=picked.value[:16],
            label=clean(picked.label),
            message=clean(picked.message),
        )

    async def photo(self, request: Request) -> Response:
        """An uploaded photo or video, as multipart with `file` and the page's `id`."""
        form, upload, key = await read_upload(request)
        try:
            await asyncio.to_thread(self._platform.take, key, upload.file)
        finally:
            await form.close()
        return await self._arrive(
            "media",
            key,
            file=key,
            name=clean(upload.filename or "")[:200],
            size=upload.size or 0,
            media_type=clean(upload.content_type or "")[:100],
            **album_of(form),
        )

    async def _arrive(self, type: str, key: str, **raw: Any) -> Response:
        seen = await self._feed.look(entries=False)
        async with self._database.read() as tx:
            after = await history.last_delivery(tx, seen.chat.id) if seen.chat else 0
        shown_at = present(self._clock, seen.chat).isoformat()
        arrived = Arrived(
            key=key,
            address=ADDRESS,
            group=False,
            at=self._clock.now(),
            raw={"type": type, "id": key, **raw, "after": after, "shown_at": shown_at},
            kind=KINDS.get(type, type),
        )
        await self._keep(arrived)
        self._wake()
        return _json({"id": key})

    async def clock(self, request: Request) -> Response:
        """What the chat's clock shows."""
        return _json(self._feed.state(await self._feed.look(entries=False))["clock"])

    async def move_clock(self, request: Request) -> Response:
        """Move the chat's clock; answers when the warnings on the way have gone out."""
        asked = await read_form(request, MoveClock)
        if (asked.ahead_seconds is None) == (asked.to is None):
            raise UnusableError(400, "bad_json")
        async with self._moving:
            chat = (await self._feed.look(entries=False)).chat
            if chat is None:
                # Nothing was ever said here: there is no clock to move.
                raise UnusableError(409, "no_deadline")
            ahead = asked.ahead_seconds or 0
            if asked.to == "before_deadline":
                try:
                    ahead = await self._chat_clock.before_deadline(chat)
                except NoDeadlineError:
                    raise UnusableError(409, "no_deadline") from None
            await self._chat_clock.move(chat, ahead)
        return await self.clock(request)


def routes(chat: LocalChat) -> list[Route]:
    """All addresses of the local page, each behind the guard."""
    guard = [Middleware(LoopbackOnly)]
    files = assets()

    async def asset(request: Request) -> Response:
        content, media_type = files[request.url.path.rpartition("/")[2]]
        return Response(content, media_type=media_type, headers={"Cache-Control": "no-cache"})

    return [
        Route("/", chat.page, middleware=guard),
        Route("/local/history", chat.history, middleware=guard),
        Route("/local/stream", chat.stream, middleware=guard),
        Route("/local/clock", chat.clock, methods=["GET"], middleware=guard),
        Route("/local/clock", chat.move_clock, methods=["POST"], middleware=guard),
        Route("/local/join", chat.join, methods=["POST"], middleware=guard),
        Route("/local/say", chat.say, methods=["POST"], middleware=guard),
        Route("/local/press", chat.press, methods=["POST"], middleware=guard),
        Route("/local/pick", chat.pick, methods=["POST"], middleware=guard),
        Route("/local/photo", chat.photo, methods=["POST"], middleware=guard),
        Route("/local/file/{key:path}", chat.file, middleware=guard),
        Route("/local/drawing/{message}", chat.drawing, middleware=guard),
        *(Route(f"/local/{name}", asset, middleware=guard) for name in files),
    ]


def _json(content: object) -> Response:
    return JSONResponse(content, headers={"Cache-Control": "no-store"})
