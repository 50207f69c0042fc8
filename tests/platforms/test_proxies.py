"""Both platforms' calls, through the proxy that the environment names."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from telegram.error import NetworkError

from bot.platforms import proxies
from bot.platforms.line import LinePlatform
from bot.platforms.telegram_http import AiohttpRequest


@pytest.fixture(autouse=True)
def _looked_up_anew() -> Iterator[None]:
    proxies._named.cache_clear()
    yield
    proxies._named.cache_clear()


@asynccontextmanager
async def proxy(asked: list[str]) -> AsyncIterator[str]:
    """A proxy that answers for everybody, and notes what it was asked for."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append((await reader.readuntil(b"\r\n\r\n")).decode().splitlines()[0])
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def call(url: str) -> tuple[int, bytes]:
    request = AiohttpRequest(1, 5.0, ssl.create_default_context())
    try:
        return await request.do_request(url, "POST")
    finally:
        await request.shutdown()


async def test_a_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    async with proxy(asked) as address:
        monkeypatch.setenv("http_proxy", address)
        monkeypatch.setenv("no_proxy", "elsewhere.example")
        assert await call("http://telegram.example/bot1:a/getMe") == (200, b"{}")
    assert asked == ["POST http://telegram.example/bot1:a/getMe HTTP/1.1"]


async def test_what_needs_no_proxy_is_called_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    async with proxy(asked) as itself:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert await call(f"{itself}/getMe") == (200, b"{}")
        assert asked == ["POST /getMe HTTP/1.1"]
        monkeypatch.setenv("no_proxy", "")
        proxies._named.cache_clear()
        with pytest.raises(NetworkError):
            await call(f"{itself}/getMe")


async def test_line_goes_through_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    async with proxy(asked) as address:
        monkeypatch.setenv("http_proxy", address)
        line = LinePlatform("s", "t", file_address=lambda *_: "", api_url="http://line.example")
        await line.start()
        try:
            await line.working("U1")
        finally:
            await line.stop()
    assert asked == ["POST http://line.example/v2/bot/chat/loading/start HTTP/1.1"]
