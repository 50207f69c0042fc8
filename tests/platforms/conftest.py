"""Both platforms, each against its fake server over HTTP."""

import io
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import pytest
from PIL import Image

from bot.platforms import line as line_module
from bot.platforms.base import Body, Outgoing
from bot.platforms.line import LinePlatform
from bot.platforms.telegram import TelegramPlatform
from tests.fakes.line import FakeLine
from tests.fakes.telegram import FakeTelegram

SHORT = 0.2
"""Seconds that a call waits where the platform is told to stay silent."""


@contextmanager
def impatient(platform: LinePlatform | TelegramPlatform, fault: str) -> Iterator[None]:
    """Calls give up soon, if the fault is silence; all others are given the time they need."""
    if not fault.startswith("timeout"):
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        if isinstance(platform, LinePlatform):
            patch.setattr(line_module, "TIMEOUT", SHORT)
        else:
            patch.setattr(platform._bot.request, "_read_timeout", SHORT)
        yield


def outgoing(address: str | int, body: Body | None = None, **more: object) -> Outgoing:
    given = {"messages": [{"type": "text", "text": "こんにちは"}]} if body is None else body
    return Outgoing(str(address), given, str(uuid.uuid4()), **more)  # type: ignore[arg-type]


@pytest.fixture
async def fake_line() -> AsyncIterator[FakeLine]:
    async with FakeLine() as fake:
        yield fake
        assert fake.offences == []


@pytest.fixture
async def line(fake_line: FakeLine) -> AsyncIterator[LinePlatform]:
    platform = LinePlatform(
        fake_line.channel_secret,
        fake_line.access_token,
        file_address=lambda blob, kind, name: f"https://files.example/{blob}",
        api_url=fake_line.url,
        data_api_url=fake_line.url,
    )
    await platform.start()
    yield platform
    await platform.stop()


@pytest.fixture
async def fake_telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(allow_http=True) as fake:
        yield fake
        assert fake.offences == []


@pytest.fixture
async def telegram(fake_telegram: FakeTelegram) -> AsyncIterator[TelegramPlatform]:
    platform = TelegramPlatform(
        fake_telegram.token, api_url=fake_telegram.url, webhook_secret="a-secret"
    )
    await platform.start()
    yield platform
    await platform.stop()


@pytest.fixture(scope="session")
def png() -> bytes:
    """A real picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(buffer, "PNG")
    return buffer.getvalue()
