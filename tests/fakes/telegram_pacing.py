"""Telegram's flood law, as far as it is published: 1/s a chat, 30/s in all, 20/min a group."""

import math
from collections import deque
from datetime import datetime, timedelta

from tests.fakes.words import Now


class Pacing:
    def __init__(self, now: Now) -> None:
        self.now = now
        self.on = False
        self._sent: dict[int | None, deque[datetime]] = {}
        self._until: dict[int, datetime] = {}

    def _wait(self, key: int | None, most: int, seconds: int, now: datetime) -> float:
        sent = self._sent.setdefault(key, deque())
        inside = [t for t in sent if now - t < timedelta(seconds=seconds)]
        if len(inside) < most:
            return 0
        return seconds - (now - inside[-most]).total_seconds()

    def refuse(self, chat: int, items: int = 1) -> tuple[int, bool]:
        """(seconds to wait, 0 if let through; whether it came inside an earlier wait)."""
        now = self.now()
        early = chat in self._until and now < self._until[chat]
        wait = max(
            self._wait(chat, 1, 1, now),
            self._wait(None, 30, 1, now),
            self._wait(chat, 20, 60, now) if chat < 0 else 0,
        )
        if early:
            wait = max(wait, (self._until[chat] - now).total_seconds())
        if wait > 0:
            seconds = max(1, math.ceil(wait))
            self._until[chat] = now + timedelta(seconds=seconds)
            return seconds, early
        for key in (chat, None):
            self._sent.setdefault(key, deque(maxlen=100)).extend([now] * items)
        return 0, early
