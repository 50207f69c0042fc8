"""Calendars over HTTP: an owner's feed under its own address, and one deadline's file for a day.

Calendar apps ask every hour or so: what has not changed costs one query and comes as 304. A token
that is not signed by us is looked for a few times a second at most (it may be of a former key), so
that guessing gets nowhere and costs nothing.
"""

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from aiolimiter import AsyncLimiter
from prometheus_client import Counter
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.calendar_links import LONGEST, CalendarLinks, hash_of
from bot.clock import Clock
from handlers.calendar_events import FORM, Entry, as_ical, entry_of
from locales.catalogue import Words
from storage import calendars, deadlines, owners
from storage.engine import Database

log = logging.getLogger(__name__)

STRANGERS = 5
"""Unsigned tokens a second that are looked for."""
POLLS = Counter("funso_calendar_polls_total", "Polls of calendars by their end", ["end"])
HEADERS = {
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
TYPE = "text/calendar; charset=utf-8"


class CalendarFeed:
    """Answers polls of calendars."""

    def __init__(
        self, links: CalendarLinks, database: Database, clock: Clock, *, strict: bool = False
    ) -> None:
        self.links = links
        self.database = database
        self.clock = clock
        self.strict = strict
        self._strangers = AsyncLimiter(STRANGERS, 1)

    def routes(self) -> Sequence[Route]:
        """The addresses."""
        return [
            Route("/calendar/one/{name}", self.give_one),
            Route("/calendar/{name}", self.give),
        ]

    async def give(self, request: Request) -> Response:
        """The feed of this address: 200, 304, 404 for a stranger's, 429 for too many of those."""
        token = _token(request)
        if token is None:
            return _ended("unknown", 404)
        if not self.links.is_signed(token):
            if not self._strangers.has_capacity():
                return _ended("too_many", 429, {"Retry-After": "60"})
            await self._strangers.acquire()
        try:
            return await self._give(request, hash_of(token))
        except (OSError, SQLAlchemyError) as failure:
            log.warning("a calendar cannot be read", extra={"error": type(failure).__name__})
            return _ended("unready", 503, {"Retry-After": "300"})

    async def _give(self, request: Request, token_hash: str) -> Response:
        async with self.database.read() as tx:
            look = await calendars.look(tx, token_hash)
            if look is None:
                return _ended("unknown", 404)
            changed_at = look.changed_at
            fresh = look.known != look.state
            etag = f'"{FORM}-{look.state}"'
            unchanged = not fresh and _has_it(request, etag, changed_at)
            body = None if unchanged else await self._body(tx, look.owner_id)
        if fresh:
            changed_at = self.clock.now()
            async with self.database.write() as tx:
                await calendars.note_state(tx, token_hash, look.state, changed_at)
            unchanged = _has_etag(request, etag)
        headers = {**HEADERS, "ETag": etag, "Last-Modified": format_datetime(changed_at, True)}
        if unchanged or body is None:
            return _ended("unchanged", 304, headers)
        POLLS.labels("given").inc()
        return Response(body, headers=headers, media_type=TYPE)

    async def _body(self, tx: AsyncConnection, owner_id: int) -> bytes:
        owner = await owners.owner(tx, owner_id)
        say = Words(owner.locale, strict=self.strict)
        entries: list[Entry] = []
        for clock in await deadlines.active(tx, owner_id):
            entry = await entry_of(tx, owner_id, clock)
            if entry is not None:
                entries.append(entry)
        return as_ical(say, entries, name=say("calendar-name"))

    async def give_one(self, request: Request) -> Response:
        """One deadline as a file; 404 once its address is a day old, 410 once it is over."""
        deadline_id = self.links.deadline_of(_token(request) or "")
        if deadline_id is None:
            return _ended("unknown", 404)
        try:
            async with self.database.read() as tx:
                clock = (await deadlines.many(tx, [deadline_id])).get(deadline_id)
                entry = await entry_of(tx, clock.owner_id, clock) if clock else None
                if clock is None or entry is None:
                    return _ended("over", 410)
                owner = await owners.owner(tx, clock.owner_id)
        except (OSError, SQLAlchemyError):
            return _ended("unready", 503, {"Retry-After": "60"})
        POLLS.labels("one").inc()
        headers = {
            **HEADERS,
            "Content-Disposition": f'attachment; filename="funso-navi-{deadline_id}.ics"',
        }
        body = as_ical(Words(owner.locale, strict=self.strict), [entry])
        return Response(body, headers=headers, media_type=TYPE)


def _token(request: Request) -> str | None:
    """What may be a token of ours; anything else is not even looked for."""
    name = str(request.path_params["name"])
    token = name.removesuffix(".ics")
    if token == name or not token or len(token) > LONGEST or not token.isascii():
        return None
    return token


def _ended(end: str, status: int, headers: dict[str, str] | None = None) -> Response:
    POLLS.labels(end).inc()
    return Response(status_code=status, headers={**HEADERS, **(headers or {})})


def _has_it(request: Request, etag: str, changed_at: datetime) -> bool:
    """Whether the app has this state. RFC 9110: the tag counts, the date only without one."""
    if "if-none-match" in request.headers:
        return _has_etag(request, etag)
    try:
        since = parsedate_to_datetime(request.headers.get("if-modified-since", ""))
    except ValueError:
        return False
    since = since if since.tzinfo else since.replace(tzinfo=UTC)
    return changed_at.replace(microsecond=0) <= since


def _has_etag(request: Request, etag: str) -> bool:
    named = [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
    return "*" in named or etag in [one.removeprefix("W/") for one in named]
