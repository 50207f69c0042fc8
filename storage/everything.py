"""All rows that belong to an owner, of whatever table: an export can forget none.

A table is an owner's by its own column, or by that of the chat or the dispute it points to.
"""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import chats, disputes, metadata, owners

SECRET = frozenset(
    {
        *("lease_token", "lease_until", "reply_token", "reply_until", "retry_key"),
        *("nonce", "token_hash", "etag"),
    }
)
"""Columns that are the machine's own, and say nothing of the owner."""
AT_ONCE = 200

OURS = frozenset({"facts", "paces"})
"""Tables that hold nothing of a person."""


def owned_tables() -> list[Table]:
    """The tables that can hold rows of an owner, those that others point to first.

    Raises LookupError for a table of which that cannot be told.
    """
    return [table for table in metadata.sorted_tables if _owned_by(table, 0) is not None]


def _owned_by(table: Table, owner_id: int) -> ColumnElement[bool] | None:
    if table.name in OURS:
        return None
    if table is owners:
        return owners.c.id == owner_id
    if "owner_id" in table.c:
        return table.c.owner_id == owner_id
    if "chat_id" in table.c:
        theirs = select(chats.c.id).where(chats.c.owner_id == owner_id)
        return table.c.chat_id.in_(theirs)
    if "dispute_id" in table.c:
        cases = select(disputes.c.id).where(disputes.c.owner_id == owner_id)
        return table.c.dispute_id.in_(cases)
    raise LookupError(f"whose are the rows of {table.name}?")


def _query(table: Table, owner_id: int) -> Select[Any]:
    columns = [column for column in table.c if column.name not in SECRET]
    condition = _owned_by(table, owner_id)
    assert condition is not None
    return select(*columns).where(condition).order_by(*table.primary_key)


async def rows_of(
    tx: AsyncConnection, table: Table, owner_id: int
) -> AsyncIterator[dict[str, Any]]:
    """An owner's rows of a table, a few at a time; moments as ISO texts in UTC."""
    query = _query(table, owner_id).execution_options(yield_per=AT_ONCE)
    async with tx.stream(query) as found:
        async for row in found.mappings():
            yield {
                name: value.isoformat() if isinstance(value, datetime) else value
                for name, value in row.items()
            }
