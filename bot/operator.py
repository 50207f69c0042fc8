"""Telling whoever runs the bot: by their own chat if they named one, else an ERROR line."""

import logging
from datetime import datetime
from typing import Any

import msgspec
from prometheus_client import Counter
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.wake import Wake, tell_others
from handlers.replies import Reply, Text
from locales.catalogue import DEFAULT, Words
from storage import outbox, owners
from storage.engine import Database

log = logging.getLogger(__name__)

TOLD = Counter("funso_operator_told_total", "Troubles the operator was told of", ["cause"])


class Operator:
    """Tells each cause at most once an hour."""

    def __init__(
        self, database: Database, clock: Clock, wake: Wake, address: str | None, zone: str
    ) -> None:
        self.database = database
        self.clock = clock
        self.wake = wake
        self.platform, _, self.address = (address or "").partition(":")
        self.zone = zone
        self._told: dict[str, str] = {}

    async def tell(self, cause: str, **details: Any) -> None:
        """Report a trouble. `details` are ids and numbers only, never texts of a person."""
        now = self.clock.now()
        hour = now.strftime("%Y-%m-%dT%H")
        if self._told.get(cause) == hour:
            return
        self._told[cause] = hour
        TOLD.labels(cause).inc()
        log.error("the operator should know", extra={"cause": cause, **details})
        if self.address:
            try:
                await self._put(cause, hour, now, details)
            except (OSError, SQLAlchemyError):
                # The log has it; the chat is told the next time.
                del self._told[cause]
                log.exception("the operator's chat was not told")

    async def _put(self, cause: str, hour: str, now: datetime, details: dict[str, Any]) -> None:
        say = Words(DEFAULT)
        words = say(
            "operator-trouble",
            cause=cause,
            details=", ".join(f"{name}={value}" for name, value in details.items()) or "-",
        )
        content = {"reply": msgspec.to_builtins(Reply((Text(words),))), "to": {}}
        async with self.database.write() as tx:
            chat = await owners.open_chat(
                tx,
                self.platform,
                self.address,
                group=False,
                zone=self.zone,
                locale=DEFAULT,
                now=now,
            )
            await outbox.put_notice(
                tx, chat.id, content, now, now, dedupe_key=f"operator:{cause}:{hour}"
            )
            await tell_others(tx)
        self.wake.ring()
