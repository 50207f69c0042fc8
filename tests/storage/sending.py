"""One chat's way of sending, step by step: what the machine does for many chats at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import claims, deliveries, fates, freezing
from storage.freezing import Freezing
from storage.message_records import Delivery, DueAnswer, Planned


async def head(tx: AsyncConnection, chat_id: int, now: datetime) -> Delivery | None:
    """The chat's delivery to try now."""
    return (await deliveries.heads(tx, [chat_id], now)).get(chat_id)


async def due_answer(tx: AsyncConnection, chat_id: int, now: datetime) -> DueAnswer | None:
    """The chat's oldest answer that is not frozen yet."""
    return (await deliveries.due_answers(tx, [chat_id], now)).get(chat_id)


async def due_notices(
    tx: AsyncConnection, chat_id: int, now: datetime, joined_until: datetime
) -> list[Planned]:
    """The chat's due warnings and what joins them."""
    return (await deliveries.due_notices(tx, [chat_id], now, joined_until)).get(chat_id, [])


async def held(tx: AsyncConnection, chat_id: int) -> list[Planned]:
    """What the chat is told with its next reply."""
    return (await deliveries.held(tx, [chat_id])).get(chat_id, [])


async def freeze(
    tx: AsyncConnection,
    chat_id: int,
    rows: Sequence[Planned | DueAnswer],
    bodies: Sequence[dict[str, Any]],
    now: datetime,
    *,
    rank: int,
    reply_token: str | None = None,
    reply_until: datetime | None = None,
    at_once: bool = False,
) -> list[Delivery]:
    """Freeze rows into deliveries, one a body."""
    row_ids = [row.id for row in rows]
    part = Freezing(chat_id, row_ids, bodies, rank, reply_token, reply_until, at_once)
    (frozen,) = await freezing.freeze(tx, [part], now)
    return frozen


async def attempt(
    tx: AsyncConnection, delivery: Delivery, token: str, now: datetime, until: datetime
) -> bool:
    """Keep the chat until then and note that the delivery is being tried."""
    await claims.lengthen(tx, delivery.chat_id, token, until)
    return bool(await fates.attempt(tx, [delivery.id], token, now))
