"""What went over the wire, and when somebody was killed: what may excuse a doubled message."""

import asyncio
import contextlib
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from starlette.requests import Request

from tests.fakes.ledger import Json
from tests.fakes.server import AsgiApp
from tests.fakes.telegram_params import read_params
from tests.fakes.words import system_now

Moment = Literal["arrived", "answering"]
SENDING = ("sendMessage", "editMessageText", "editMessageReplyMarkup", "answerCallbackQuery")


@dataclass(slots=True)
class Call:
    """One call that reached a platform, taken or not."""

    platform: Literal["line", "telegram"]
    endpoint: str
    body: Json
    key: str | None
    began: datetime
    status: int | None = None
    """None: no answer was given, whatever became of the call."""
    over: bool = False


@dataclass(frozen=True, slots=True)
class Kill:
    """A process that was killed, when, and at which kind of moment."""

    name: str
    at: datetime
    moment: str


@dataclass
class Wire:
    """All calls that send something, and all kills."""

    calls: list[Call] = field(default_factory=list)
    kills: list[Kill] = field(default_factory=list)
    trap: Callable[[Moment], None] | None = None
    """Called at each moment of a call; may kill before another line of code has run."""

    def spring(self, moment: Moment) -> None:
        """Let the trap see this moment."""
        if self.trap:
            self.trap(moment)

    def line(self, app: AsgiApp) -> AsgiApp:
        """Watch a fake LINE."""

        async def watching(scope: Any, receive: Any, send: Any) -> None:
            endpoint = scope["path"].rpartition("/")[2]
            if not scope["path"].endswith(("message/push", "message/reply")):
                await app(scope, receive, send)
                return
            read = await _read(scope, receive)
            if read is None:
                return
            again, request = read
            call = Call("line", endpoint, await request.json(), None, system_now())
            call.key = request.headers.get("x-line-retry-key")
            await self._follow(call, app, scope, again, send)

        return watching

    def telegram(self, app: AsgiApp) -> AsgiApp:
        """Watch a fake Telegram."""

        async def watching(scope: Any, receive: Any, send: Any) -> None:
            endpoint = scope["path"].rpartition("/")[2]
            if endpoint not in SENDING:
                await app(scope, receive, send)
                return
            read = await _read(scope, receive)
            if read is None:
                return
            again, request = read
            params, _ = await read_params(request)
            call = Call("telegram", endpoint, params, None, system_now())
            await self._follow(call, app, scope, again, send)

        return watching

    async def _follow(self, call: Call, app: AsgiApp, scope: Any, receive: Any, send: Any) -> None:
        self.calls.append(call)
        self.spring("arrived")

        async def answering(message: Any) -> None:
            if message["type"] == "http.response.start":
                call.status = message["status"]
                if call.status == 200:
                    self.spring("answering")
            await send(message)

        try:
            await app(scope, receive, answering)
        finally:
            call.over = True


async def _read(scope: Any, receive: Any) -> tuple[Callable[[], Any], Request] | None:
    """The whole body, to be read twice: what gives it again, and a request that holds it.

    None where the caller was gone before it had said all.
    """
    messages = []
    while not messages or messages[-1].get("more_body"):
        messages.append(await receive())
        if messages[-1]["type"] == "http.disconnect":
            return None

    async def once(rest: list[Any], then: Callable[[], Any]) -> Any:
        return rest.pop(0) if rest else await then()

    first, second = list(messages), list(messages)
    return (lambda: once(first, receive)), Request(scope, lambda: once(second, receive))


class Router:
    """One address before several processes: takes whichever can be reached, as a host's does."""

    def __init__(self, ports: Sequence[int], chance: random.Random) -> None:
        self.ports = ports
        self.chance = chance
        self.port = 0
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> "Router":
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        self.port = int(self._server.sockets[0].getsockname()[1])
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server
        self._server.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for port in self.chance.sample(list(self.ports), len(self.ports)):
            with contextlib.suppress(OSError):
                there, here = await asyncio.open_connection("127.0.0.1", port)
                # Whichever side ends, both do: half a conversation helps nobody.
                both = [asyncio.create_task(_pour(reader, here))]
                both += [asyncio.create_task(_pour(there, writer))]
                await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
                for task in both:
                    task.cancel()
                await asyncio.gather(*both, return_exceptions=True)
                here.close()
                break
        writer.close()


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
