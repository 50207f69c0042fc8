"""Small single facts by name: a polling offset, a lease, what was last told to the operator."""

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Text, cast, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import insert_of, is_sqlite
from storage.tables import facts

CLOCKS_DIFFER = timedelta(minutes=5)
"""More than the clocks of two machines should differ by."""


async def get(tx: AsyncConnection, name: str) -> Any:
    """The fact of this name, or None."""
    result = await tx.execute(select(facts.c.value).where(facts.c.name == name))
    return result.scalar_one_or_none()


async def put(tx: AsyncConnection, name: str, value: Any, until: datetime | None = None) -> None:
    """Keep a fact in place of the former one."""
    await tx.execute(
        insert_of(is_sqlite(tx))(facts)
        .values(name=name, value=value, until=until)
        .on_conflict_do_update(index_elements=["name"], set_={"value": value, "until": until})
    )


async def take_lease(
    tx: AsyncConnection, name: str, holder: str, now: datetime, until: datetime
) -> bool:
    """Take or lengthen a named lease (one Telegram poller at a time); False if another holds it.

    One that ends long after `until` was taken by a clock that stood ahead: it holds up nobody.
    """
    new = insert_of(is_sqlite(tx))(facts).values(name=name, value=holder, until=until)
    result = await tx.execute(
        new.on_conflict_do_update(
            index_elements=["name"],
            set_={"value": holder, "until": until},
            where=or_(
                facts.c.until < now,
                facts.c.until.is_(None),
                facts.c.until > until + CLOCKS_DIFFER,
                # Both databases give a JSON string back as it is written, in quotes.
                cast(facts.c.value, Text) == json.dumps(holder),
            ),
        ).returning(facts.c.name)
    )
    return result.first() is not None


async def forget(tx: AsyncConnection, name: str) -> None:
    """There is no such fact any more."""
    await tx.execute(delete(facts).where(facts.c.name == name))
