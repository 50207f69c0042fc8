"""What a process needs to be served and to be found: uvicorn without its signals, our address."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import uvicorn

log = logging.getLogger(__name__)


class QuietServer(uvicorn.Server):
    """Uvicorn without its own signal handlers: one stop for all parts of the process."""

    @contextlib.contextmanager
    def capture_signals(self) -> Any:
        """Signals are handled in `bot/roles.py`."""
        yield


async def tell_until_heard(
    tell: Callable[[str], Awaitable[object]], address: str, stopping: asyncio.Event
) -> None:
    """Set a webhook once, trying again while its platform cannot be reached."""
    pause = 1.0
    while not stopping.is_set():
        try:
            await tell(address)
        except Exception as failure:
            log.warning("the webhook is not set yet", extra={"why": type(failure).__name__})
        else:
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await stopping.wait()
        pause = min(pause * 2, 60.0)
