"""What a chat waits for: one row a chat, only while typed text or a photo is expected."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.records import Conversation
from storage.tables import conversations


async def current(tx: AsyncConnection, chat_id: int) -> Conversation | None:
    """What this chat waits for, if anything."""
    result = await tx.execute(_CURRENT, {"chat": chat_id})
    row = result.mappings().one_or_none()
    if row is None:
        return None
    return Conversation(
        row["chat_id"],
        row["waiting_for"],
        row["dispute_id"],
        row["deadline_id"],
        row["data"],
        row["since"],
    )


async def wait_for(
    tx: AsyncConnection,
    chat_id: int,
    what: str,
    now: datetime,
    *,
    dispute_id: int | None = None,
    deadline_id: int | None = None,
    data: dict[str, Any] | None = None,
) -> None:
    """From now on the chat waits for this, and for nothing else."""
    await stop_waiting(tx, chat_id)
    await tx.execute(
        _WAIT_FOR,
        {
            "chat_id": chat_id,
            "waiting_for": what,
            "dispute_id": dispute_id,
            "deadline_id": deadline_id,
            "data": data or {},
            "since": now,
        },
    )


async def stop_waiting(tx: AsyncConnection, chat_id: int) -> None:
    """The chat waits for nothing."""
    await tx.execute(_STOP_WAITING, {"chat": chat_id})


# Built once each: to build them takes longer than to run them.

_OF_CHAT = conversations.c.chat_id == bindparam("chat")
_CURRENT = select(conversations).where(_OF_CHAT)
_WAIT_FOR = insert(conversations)
_STOP_WAITING = delete(conversations).where(_OF_CHAT)
