"""The HTTP door: webhooks in, health out.

A webhook is verified on its raw bytes, kept in the inbox, and only then answered with 200: LINE
waits two seconds, and what is not kept by then comes again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from urllib.parse import quote

import msgspec
from prometheus_client import CONTENT_TYPE_LATEST, Counter, Gauge, generate_latest
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.clean_files import clean_file
from bot.clock import Clock
from bot.drawings import MEDIA_TYPE, drawn, named
from bot.file_links import FileLinks
from bot.platforms.base import Arrived, Forged, Unreadable
from handlers.replies import Reply
from locales.catalogue import LOCALES, Words
from storage import deliveries, outbox
from storage.blobs import BlobMissing, Blobs
from storage.engine import Database

log = logging.getLogger(__name__)

LARGEST_BODY = 1024 * 1024
DATABASE_PATIENCE = 2.0

WEBHOOKS = Counter("funso_webhooks_total", "Webhook calls by their end", ["platform", "end"])
OLDEST = Gauge("funso_oldest_due_seconds", "Age of the oldest row that is due and not sent")
DELIVERIES = Gauge("funso_deliveries", "Deliveries by state", ["state"])

Receive = Callable[[bytes, str | None], Sequence[Arrived]]
Keep = Callable[[str, Sequence[Arrived]], Awaitable[None]]


class TooLarge(Exception):
    """A request's body is over the limit."""


async def _body(request: Request) -> bytes:
    """The raw body. Raises TooLarge without reading what is over the limit."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > LARGEST_BODY:
        raise TooLarge
    pieces = bytearray()
    async for piece in request.stream():
        pieces += piece
        if len(pieces) > LARGEST_BODY:
            raise TooLarge
    return bytes(pieces)


class Webhook:
    """One platform's webhook address."""

    def __init__(self, platform: str, header: str, receive: Receive, keep: Keep) -> None:
        self.platform = platform
        self.header = header
        self.receive = receive
        self.keep = keep

    async def take(self, request: Request) -> Response:
        """Verify, keep, and only then say 200."""
        status, end = await self._end(request)
        WEBHOOKS.labels(self.platform, end).inc()
        return Response(status_code=status)

    async def _end(self, request: Request) -> tuple[int, str]:
        try:
            body = await _body(request)
            arrivals = self.receive(body, request.headers.get(self.header))
        except TooLarge:
            return 413, "too_large"
        except ClientDisconnect:
            return 400, "disconnected"
        except Forged:
            log.warning(
                "a webhook was not signed by its platform", extra={"platform": self.platform}
            )
            return 401, "forged"
        except Unreadable:
            return 400, "unreadable"
        try:
            await self.keep(self.platform, arrivals)
        except (OSError, SQLAlchemyError):
            # Not kept, so not 200: the platform sends it again.
            log.exception("an event could not be kept", extra={"platform": self.platform})
            return 503, "not_kept"
        return 200, "kept"


class Health:
    """Whether the process lives, and whether it can work."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock

    async def alive(self, _request: Request) -> Response:
        """The process answers."""
        return JSONResponse({"status": "alive"})

    async def ready(self, _request: Request) -> Response:
        """The database answers; says how long the oldest due row has been waiting."""
        oldest = await self._oldest_due()
        if oldest is None:
            return JSONResponse({"status": "unready", "database": "unreachable"}, status_code=503)
        return JSONResponse(
            {"status": "ready", "database": "ok", "oldest_due_seconds": oldest.total_seconds()}
        )

    async def metrics(self, _request: Request) -> Response:
        """Counters and gauges for Prometheus; ids and numbers only."""
        oldest = await self._oldest_due()
        OLDEST.set(-1 if oldest is None else oldest.total_seconds())
        if oldest is not None:
            async with self.database.read() as tx:
                for state, count in (await deliveries.counts(tx)).items():
                    DELIVERIES.labels(state).set(count)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    async def _oldest_due(self) -> timedelta | None:
        """None: the database cannot be reached."""
        try:
            async with asyncio.timeout(DATABASE_PATIENCE), self.database.read() as tx:
                return await outbox.oldest_due(tx, self.clock.now()) or timedelta(0)
        except (OSError, TimeoutError, SQLAlchemyError):
            return None


class KeptFiles:
    """Kept files by their signed addresses, for LINE's servers."""

    def __init__(self, links: FileLinks, blobs: Blobs) -> None:
        self.links = links
        self.blobs = blobs

    async def give(self, request: Request) -> Response:
        """The file without its metadata, or 404 for a token that is forged or too old."""
        file = self.links.read(request.path_params["token"])
        if file is None:
            return _gone()
        try:
            clean = await clean_file(self.blobs, file.blob, file.media_type)
        except BlobMissing:
            return _gone()
        except OSError:
            log.warning("the evidence store cannot be reached")
            return Response(status_code=503)
        return StreamingResponse(
            clean.stream(),
            media_type=file.media_type,
            headers={
                "Content-Length": str(clean.size),
                "Cache-Control": "private, no-store",
                "X-Content-Type-Options": "nosniff",
                "Referrer-Policy": "no-referrer",
                **_saved_as(file.name),
            },
        )


class Drawings:
    """Drawings of answers by their signed addresses, for LINE's servers."""

    def __init__(self, links: FileLinks, database: Database) -> None:
        self.links = links
        self.database = database

    async def give(self, request: Request) -> Response:
        """The picture, or 404 for a token that is forged, too old, or of what is cleared."""
        linked = self.links.read_drawing(request.path_params["token"])
        if linked is None:
            return Response(status_code=404)
        try:
            async with self.database.read() as tx:
                content = await outbox.content(tx, linked.row)
        except (OSError, SQLAlchemyError):
            log.warning("the database cannot be reached")
            return Response(status_code=503)
        reply = msgspec.convert((content or {}).get("reply", {}), Reply)
        timeline = named(reply.nodes, linked.digest)
        if timeline is None:
            return Response(status_code=404)
        headers = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
        return Response(await drawn(timeline), media_type=MEDIA_TYPE, headers=headers)


def _saved_as(name: str) -> dict[str, str]:
    return {"Content-Disposition": f"attachment; filename*=utf-8''{quote(name)}"} if name else {}


def _gone() -> Response:
    """What a person sees who opens an address too late."""
    words = "\n\n".join(Words(locale)("archive-expired") for locale in LOCALES)
    return PlainTextResponse(words, status_code=404, headers={"Cache-Control": "no-store"})


def application(
    webhooks: Sequence[Webhook],
    health: Health,
    files: KeptFiles,
    drawings: Drawings,
    extra: Sequence[BaseRoute] = (),
) -> Starlette:
    """The ASGI application with what this process serves."""
    routes: list[BaseRoute] = [
        Route("/healthz", health.alive),
        Route("/readyz", health.ready),
        Route("/metrics", health.metrics),
        Route("/files/{token}", files.give),
        Route("/drawings/{token}", drawings.give),
    ]
    routes += [
        Route(f"/{hook.platform}/webhook", hook.take, methods=["POST"], name=hook.platform)
        for hook in webhooks
    ]
    return Starlette(routes=[*routes, *extra])
