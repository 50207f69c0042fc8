"""Bugs to be found: each changes one thing in a process of the bot, as a bad edit would.

Applied only where a chaos run is told to (`--plant NAME`), in the processes that it starts.
"""

import copy
import itertools
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from msgspec import structs
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.lane import Job, Lane
from bot.platforms.base import Outcome, Outgoing, Sent
from bot.platforms.line import LinePlatform
from storage import deliveries
from storage.message_records import Delivery


def settle_before_send() -> None:
    """A delivery's fate is written down before the body has left."""
    send = Lane._try

    async def settled_first(self: Lane, job: Job, outgoing: Outgoing) -> Outcome:
        await self.settling.settle(
            job.chat,
            job.delivery,
            job.token,
            outgoing,
            Sent(),
            self._now(job),
            idempotent=False,
        )
        return await send(self, job, outgoing)

    Lane._try = settled_first  # type: ignore[method-assign]


def no_retry_key() -> None:
    """LINE pushes carry no retry key."""
    send = LinePlatform.send

    async def without(self: LinePlatform, outgoing: Outgoing) -> Outcome:
        keyless: Any = None
        return await send(self, structs.replace(outgoing, retry_key=keyless))

    LinePlatform.send = without  # type: ignore[method-assign]


def changed_body() -> None:
    """A LINE push is written anew at each try, under the same retry key."""
    send, count = LinePlatform.send, itertools.count()

    async def changed(self: LinePlatform, outgoing: Outgoing) -> Outcome:
        body = copy.deepcopy(outgoing.body)
        first = body["messages"][0]
        for name in ("text", "altText"):
            if name in first:
                first[name] += f" ({next(count)})"
        return await send(self, structs.replace(outgoing, body=body))

    LinePlatform.send = changed  # type: ignore[method-assign]


def unattempted_as_unknown() -> None:
    """What was surely not sent is taken for something that may have been."""
    heads = deliveries.heads

    async def doubtful(
        tx: AsyncConnection, chat_ids: Sequence[int], now: datetime
    ) -> dict[int, Delivery]:
        return {
            chat_id: found
            if found.attempted_at or found.uncertain
            else structs.replace(found, attempted_at=now)
            for chat_id, found in (await heads(tx, chat_ids, now)).items()
        }

    deliveries.heads = doubtful


PLANTS: dict[str, Callable[[], None]] = {
    "settle-before-send": settle_before_send,
    "no-retry-key": no_retry_key,
    "changed-body": changed_body,
    "unattempted-as-unknown": unattempted_as_unknown,
}
