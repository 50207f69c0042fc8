"""The fakes and the real SDK clients that talk to them."""

import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from linebot.v3.messaging import (
    AsyncApiClient,
    AsyncMessagingApi,
    AsyncMessagingApiBlob,
    Configuration,
)
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from telegram import Bot
from telegram.request import HTTPXRequest

from tests.fakes.line import FakeLine
from tests.fakes.server import HttpServer
from tests.fakes.telegram import FakeTelegram

# Without it every RetryAfter of python-telegram-bot warns, and warnings are errors here.
os.environ.setdefault("PTB_TIMEDELTA", "1")


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def line(clock: Clock) -> AsyncIterator[FakeLine]:
    async with FakeLine(now=clock) as fake:
        yield fake


@pytest.fixture
async def line_client(line: FakeLine) -> AsyncIterator[AsyncApiClient]:
    configuration = Configuration(host=line.url, access_token=line.access_token)
    async with AsyncApiClient(configuration) as client:
        yield client


@pytest.fixture
def api(line_client: AsyncApiClient) -> AsyncMessagingApi:
    return AsyncMessagingApi(line_client)


@pytest.fixture
def blob(line_client: AsyncApiClient) -> AsyncMessagingApiBlob:
    return AsyncMessagingApiBlob(line_client)


@pytest.fixture
async def telegram(clock: Clock) -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(now=clock, allow_http=True) as fake:
        yield fake


def bot_for(fake: FakeTelegram, token: str | None = None) -> Bot:
    """The real client; more than one connection each, as long polls overlap."""
    options = {"verify": False, "trust_env": False}
    return Bot(
        token or fake.token,
        base_url=f"{fake.url}/bot",
        base_file_url=f"{fake.url}/file/bot",
        request=HTTPXRequest(connection_pool_size=4, httpx_kwargs=options),
        get_updates_request=HTTPXRequest(connection_pool_size=4, httpx_kwargs=options),
    )


@pytest.fixture
async def bot(telegram: FakeTelegram) -> AsyncIterator[Bot]:
    async with bot_for(telegram) as client:
        yield client


@dataclass
class BotServer:
    """A smallest bot, to have something that webhooks can be delivered to."""

    url: str = ""
    status: int = 200
    answer: dict[str, object] | None = None
    received: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture
async def bot_server() -> AsyncIterator[BotServer]:
    bot = BotServer()

    async def webhook(request: Request) -> Response:
        bot.received.append((dict(request.headers), await request.body()))
        if bot.answer is not None:
            return JSONResponse(bot.answer)
        return Response(status_code=bot.status)

    async with HttpServer(Starlette(routes=[Route("/", webhook, methods=["POST"])])) as server:
        bot.url = server.url + "/"
        yield bot
