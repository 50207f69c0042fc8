"""Rows that many storage tests begin with."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deadlines, disputes, due, inbox, outbox, owners
from storage.engine import Database
from storage.inbox import NewEvent
from storage.message_records import Planned
from storage.owner_records import Chat
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus, DisputeStatus
from storage.tables import outbox as outbox_table
from tests.conftest import START

EVERYWHERE = ("line", "telegram", "local")
LEASE = timedelta(seconds=20)


async def a_chat(
    tx: AsyncConnection, address: str = "U1", *, platform: str = "line", group: bool = False
) -> Chat:
    """A chat with an owner of its own."""
    return await owners.open_chat(
        tx, platform, address, group=group, zone="Asia/Tokyo", locale="ja", now=START
    )


async def chats_for(database: Database, count: int, *, platform: str = "line") -> list[Chat]:
    """So many chats, each with an owner of its own."""
    async with database.write() as tx:
        return [await a_chat(tx, f"U{number}", platform=platform) for number in range(count)]


async def an_open_dispute(tx: AsyncConnection, owner_id: int, **fields: Any) -> Dispute:
    """A dispute that is registered."""
    draft = await disputes.add(tx, owner_id, START, **fields)
    return await disputes.register(tx, draft.id, DisputeStatus.OPEN, START)


async def a_deadline(tx: AsyncConnection, dispute: Dispute, **fields: Any) -> Deadline:
    """An active deadline in five days."""
    values: dict[str, Any] = {
        "kind": "seller_response",
        "at": START + timedelta(days=5),
        "precision": "datetime",
        "zone": "Asia/Tokyo",
        "status": DeadlineStatus.ACTIVE,
        "now": START,
        **fields,
    }
    return await deadlines.add(tx, owner_id=dispute.owner_id, dispute_id=dispute.id, **values)


async def planned_row(tx: AsyncConnection, row_id: int) -> Planned:
    """A row of the outbox as it is now."""
    result = await tx.execute(select(*outbox.PLANNED_ROW).where(outbox_table.c.id == row_id))
    return outbox.planned_of_row(result.one())


async def all_planned(tx: AsyncConnection) -> list[Planned]:
    """All rows of the outbox as they are now."""
    result = await tx.execute(select(*outbox.PLANNED_ROW).order_by(outbox_table.c.id))
    return [outbox.planned_of_row(row) for row in result]


async def keep_event(tx: AsyncConnection, *, now: datetime, **fields: Any) -> bool:
    """Keep one raw event; whether it was new."""
    return await inbox.keep(tx, [NewEvent(**fields)], now) == 1


async def is_due(tx: AsyncConnection, now: datetime, *, only: int | None = None) -> bool:
    """Whether anything is to be sent by now (to one chat)."""
    first = await due.next_due(tx, only=only)
    return first is not None and first <= now
