"""Who may use the local page: a browser on this machine, on a page that we served ourselves.

A peer that is not loopback, a Host that is not this machine (DNS rebinding), a proxy in between and
another page's form or script (Origin) all get 403.
"""

import ipaddress
from collections.abc import AsyncGenerator

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ("127.0.0.1", "localhost", "[::1]")
# Whoever passes requests on adds at least one of these.
PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")

CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
SAFETY = {
    "Content-Security-Policy": CONTENT_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class UnusableError(Exception):
    """A request that cannot be used; the page is told why in `problem`."""

    def __init__(self, status: int, problem: str) -> None:
        super().__init__(problem)
        self.status = status
        self.problem = problem


class LoopbackOnly:
    """Lets through what comes from this machine's own page, and adds the safety headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(SAFETY)
            await send(message)

        why = stranger(scope)
        try:
            if why:
                raise UnusableError(403, why)
            await self._app(scope, receive, send_safely)
        except UnusableError as refused:
            answer = JSONResponse({"problem": refused.problem}, refused.status)
            if refused.status == 413:
                # The rest of the body is not read, so the connection cannot be used again.
                answer.headers["Connection"] = "close"
            await answer(scope, receive, send_safely)


def stranger(scope: Scope) -> str:
    """Why a request is not ours; empty if it is."""
    headers = Headers(scope=scope)
    if not _is_loopback(scope):
        return "not_loopback"
    if any(name in headers for name in PASSED_ON):
        return "passed_on"
    host = headers.get("host", "")
    if not _is_this_machine(host):
        return "host"
    origin = headers.get("origin")
    if scope["method"] not in ("GET", "HEAD") and origin not in (
        None,
        f"http://{host}",
        f"https://{host}",
    ):
        return "origin"
    return ""


def _is_loopback(scope: Scope) -> bool:
    client = scope.get("client")
    if not client:
        return False
    try:
        address = ipaddress.ip_address(client[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return address.is_loopback


def _is_this_machine(host: str) -> bool:
    name, colon, port = host.rpartition(":")
    if not colon or host.endswith("]"):
        return host in HOSTS
    return name in HOSTS and port.isascii() and port.isdigit()


async def limited(request: Request, limit: int) -> AsyncGenerator[bytes, None]:
    """The body in pieces. Raises UnusableError (413) as soon as it is over `limit` bytes."""
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > limit:
        raise UnusableError(413, "too_large")
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise UnusableError(413, "too_large")
        yield chunk
