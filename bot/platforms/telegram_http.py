"""Telegram's calls over aiohttp, by python-telegram-bot's own interface for it.

PTB's default goes over httpx, whose connection pool looks through all of its requests at each one's
beginning and end: twenty calls at a time go slower than one. aiohttp, which line-bot-sdk brings
along, does not (`tests/bench/sending.py` measures both).
https://docs.python-telegram-bot.org/en/stable/telegram.request.baserequest.html
"""

import asyncio
import ssl

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.platforms.proxies import proxy_for

NEVER_LEFT = (
    *(aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError),
    *(aiohttp.ClientHttpProxyError, aiohttp.InvalidURL),
)
"""Failures before a byte of the call was written."""
CONNECT = 5.0
POOL = 1.0
WRITE_AND_READ_FILES = 20.0
LOOKS = 2
"""Turns of the loop: one reads the end of a stream, the next closes the connection."""


class AiohttpRequest(BaseRequest):
    """The network backend of PTB's Bot. Seconds throughout; raises TimedOut, NetworkError.

    The error of aiohttp is the cause of PTB's, and only its name is said: it may hold the address,
    and that holds the token.
    """

    def __init__(self, connections: int, read_timeout: float, secure: ssl.SSLContext) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._secure = secure
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer unless a call says otherwise."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the connection pool; the first call does so too."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, ssl=self._secure)
            self._session = aiohttp.ClientSession(
                connector=connector, headers={"User-Agent": self.USER_AGENT}
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call: its status and body."""
        await self.initialize()
        assert self._session is not None
        files = request_data.multipart_data if request_data else {}
        reading = _given(read_timeout, self._read_timeout)
        if files:
            reading = max(reading or 0, _given(write_timeout, WRITE_AND_READ_FILES) or 0)
        connecting = _given(connect_timeout, CONNECT)
        waiting = _given(pool_timeout, POOL)
        timeout = aiohttp.ClientTimeout(
            connect=None if connecting is None or waiting is None else connecting + waiting,
            sock_connect=connecting,
            sock_read=reading,
        )
        form = aiohttp.FormData(default_to_multipart=bool(files))
        for name, value in (request_data.json_parameters if request_data else {}).items():
            form.add_field(name, value)
        for name, (filename, content, media_type) in files.items():
            form.add_field(name, content, filename=filename, content_type=media_type)
        # A kept connection that was closed at the other end is known to be so once the loop has
        # looked: what is written into it sooner has an unknown fate: a message might come twice.
        for _ in range(LOOKS):
            await asyncio.sleep(0)
        try:
            async with self._session.request(
                method, url, data=form, timeout=timeout, proxy=proxy_for(url)
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from error
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from error


def _given(timeout: ODVInput[float], default: float) -> float | None:
    return default if isinstance(timeout, DefaultValue) else timeout
