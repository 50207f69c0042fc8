"""Pacing: how fast each platform may be sent to, and pauses that a platform asked for.

Telegram's FAQ: about 30 messages a second overall, one a second in a chat (short bursts pass), 20 a
minute in a group. LINE's documentation: 2,000 requests a second for reply and push. Pacing only
avoids refusals; what a 429 says is law.
"""

import time
from collections import OrderedDict
from datetime import datetime, timedelta

from aiolimiter import AsyncLimiter

from storage.records import Chat

CHATS_REMEMBERED = 5_000

# platform: (overall, private chat, group) as (messages, seconds)
RATES: dict[str, tuple[tuple[float, float], tuple[float, float], tuple[float, float]]] = {
    "telegram": ((30, 1), (4, 4), (20, 60)),
    "line": ((1000, 1), (100, 1), (100, 1)),
    "local": ((1000, 1), (1000, 1), (1000, 1)),
}


class Pace:
    """Waits until a message may leave."""

    def __init__(self) -> None:
        self._overall = {name: AsyncLimiter(*rates[0]) for name, rates in RATES.items()}
        self._chats: OrderedDict[int, AsyncLimiter] = OrderedDict()
        # By both clocks: a wall clock that jumps must not make a second's pause last for an hour.
        self._paused_until: dict[str, tuple[datetime, float]] = {}

    async def wait(self, chat: Chat) -> None:
        """Return when a message to this chat may leave."""
        limiter = self._chats.pop(chat.id, None)
        if limiter is None:
            rates = RATES[chat.platform]
            limiter = AsyncLimiter(*(rates[2] if chat.group else rates[1]))
        self._chats[chat.id] = limiter
        if len(self._chats) > CHATS_REMEMBERED:
            self._chats.popitem(last=False)
        await limiter.acquire()
        await self._overall[chat.platform].acquire()

    def pause(self, platform: str, now: datetime, seconds: float) -> None:
        """Send nothing to this platform for so long: it said so."""
        until = (now + timedelta(seconds=seconds), time.monotonic() + seconds)
        former = self._paused_until.get(platform, until)
        self._paused_until[platform] = (max(former[0], until[0]), max(former[1], until[1]))

    def open(self, platforms: list[str], now: datetime) -> list[str]:
        """Those of these platforms that may be sent to now."""
        tick = time.monotonic()
        for name, (until, until_tick) in list(self._paused_until.items()):
            if until <= now or until_tick <= tick:
                del self._paused_until[name]
        return [name for name in platforms if name not in self._paused_until]
