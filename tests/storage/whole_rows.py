"""A row in every table for one owner, made from the tables, so that a new one is not forgotten."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Integer, Table, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.everything import OURS
from storage.instants import Instant
from storage.tables import metadata
from tests.conftest import START

KEYS = ("owner_id", "chat_id", "dispute_id", "deadline_id", "delivery_id")


async def fill(tx: AsyncConnection, marker: str) -> dict[str, int]:
    """Rows in all tables that can hold something of a person; returns their ids by table.

    Each text holds the marker, so that it can be looked for afterwards.
    """
    ids: dict[str, int] = {}
    for table in metadata.sorted_tables:
        if table.name in OURS:
            continue
        values = {column.name: _value(column, marker, ids) for column in table.c}
        if "id" in table.c:
            del values["id"]
        made = await tx.execute(insert(table).values(values).returning(*table.c))
        row = made.mappings().one()
        if "id" in table.c:
            ids[table.name] = row["id"]
    return ids


def _value(column: Any, marker: str, ids: dict[str, int]) -> Any:
    for key in column.foreign_keys:
        return ids[key.column.table.name]
    kind = column.type
    if column.name in ("lease_token", "lease_until", "erasing_since"):
        return None
    if isinstance(kind, Instant):
        return START
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, BigInteger | Integer):
        return 1
    if isinstance(kind, JSON) or "JSON" in type(kind).__name__.upper():
        return {"said": marker}
    return WORDS.get(column.name, marker)[: getattr(kind, "length", None) or 200]


WORDS = {
    "zone": "Asia/Tokyo",
    "locale": "ja",
    "quiet_from": "22:00",
    "quiet_until": "07:00",
    "platform": "line",
    "kind": "answer",
    "state": "sent",
    "status": "open",
    "precision": "date",
    "made_by": "seller",
    "currency": "JPY",
    "device": "app",
    "value": "1",
}
"""What a column must hold; the marker everywhere else."""


async def everything(tx: AsyncConnection) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, as they are."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table in metadata.sorted_tables:
        rows = await tx.execute(select(table).order_by(*table.primary_key))
        found[table.name] = [dict(row) for row in rows.mappings()]
    return found


def holding(rows: dict[str, list[dict[str, Any]]], marker: str) -> dict[str, list[dict[str, Any]]]:
    """Rows that hold a marker anywhere."""
    return {
        name: mine
        for name, those in rows.items()
        if (mine := [row for row in those if marker in str(row)])
    }


def tables_of_people() -> list[Table]:
    """All tables that can hold something of a person."""
    return [table for table in metadata.sorted_tables if table.name not in OURS]


def later(by: Any) -> datetime:
    """A moment after the start."""
    moment: datetime = START + by
    return moment
