"""A real HTTP server inside the running event loop.

uvicorn's protocol on a free port of 127.0.0.1, without its process-wide signal handling and
without its start and stop pauses. The application sees the connection's transport in the ASGI
scope, so that a fault can hang up or reset it.
"""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import Response
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

AsgiApp = Callable[[Any, Any, Any], Awaitable[None]]
Around = Callable[[AsgiApp], AsgiApp]
"""Puts something around an application, to see or to disturb its calls."""


class _Protocol(H11Protocol):
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        inner = self.app

        async def app(scope: Any, receive: Any, send: Any) -> None:
            scope["transport"] = transport
            await cast("AsgiApp", inner)(scope, receive, send)

        self.app = cast("Any", app)


class HttpServer:
    """`async with HttpServer(app) as server:` serves `app` at `server.url`."""

    def __init__(self, app: AsgiApp) -> None:
        self._app = app
        self._state = ServerState()
        self._server: asyncio.Server | None = None
        self.url = ""

    async def __aenter__(self) -> "HttpServer":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Listen; a port given again lets a stopped platform come back at the same address."""
        config = Config(
            cast("Any", self._app),
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="none",
            # A connection closed just as a client takes it up again would look like a lost answer.
            timeout_keep_alive=120,
        )
        config.load()

        def protocol() -> _Protocol:
            return _Protocol(config, self._state, {})

        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(protocol, "127.0.0.1", port)
        host, bound = self._server.sockets[0].getsockname()[:2]
        self.url = f"http://{host}:{bound}"

    async def go_down(self) -> int:
        """Refuse connections until `start(port)` with the port given back."""
        port = int(self.url.rsplit(":", 1)[1])
        await self.stop()
        return port

    async def stop(self) -> None:
        if self._server is None:
            return
        self._server.close()
        for connection in list(self._state.connections):
            transport = connection.transport
            # A connection in mid-answer is cut; an idle one is closed politely.
            if getattr(connection, "cycle", None) and not connection.cycle.response_complete:  # type: ignore[union-attr]
                transport.abort()
            else:
                transport.close()
        # Handlers that wait for their client see the hang-up and end by themselves.
        await asyncio.sleep(0)
        tasks = list(self._state.tasks)
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=1)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        self._server = None


async def until_disconnect(request: Request) -> None:
    """Wait until the client gives up (its own timeout) or the server stops."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


class Silence(Response):
    """An answer that never comes: holds the connection until the client hangs up."""

    def __init__(self, request: Request) -> None:
        super().__init__()
        self._request = request

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await until_disconnect(self._request)


class Reset(Response):
    """A connection torn down with a TCP reset in place of an answer."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        transport: asyncio.Transport = scope["transport"]
        sock = transport.get_extra_info("socket")
        if sock is not None and not transport.is_closing():
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
        while (await receive())["type"] != "http.disconnect":
            pass
