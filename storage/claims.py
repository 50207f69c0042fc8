"""Claiming chats that have something to be sent: the lease lies on the chat's row.

Only one process sends to a chat at a time, so one delivery is in flight there and order is kept.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import among, is_sqlite
from storage.due import FEW, due_chats, first_rows, given
from storage.owner_records import Chat
from storage.owners import CHAT, chat_of_row
from storage.paces import Rates, chat_moves_on
from storage.tables import chats

LEASE = timedelta(seconds=20)
"""How long a claimed chat is ours: longer than a send may take."""
LEASE_WITH_FILE = timedelta(seconds=55)
"""The same while a photo or video is sent up."""
LOOKED_AT = 4
"""Due rows that are looked at first for each chat that is wanted."""


async def claim_chats(
    tx: AsyncConnection,
    now: datetime,
    token: str,
    until: datetime,
    limit: int,
    *,
    real_now: datetime,
    platforms: Sequence[str],
    only: int | None = None,
    without: Collection[int] = (),
    rates: Rates | None = None,
    few: bool = False,
) -> list[Chat]:
    """Lease chats of these platforms that have something due: answers first, then the urgent.

    `now` is the time that rows are compared with: a local chat whose clock was moved is claimed
    with `only` and its own time. Leases go by `real_now`. A chat whose answer waits for another try
    is left alone, so that a later answer does not overtake it. So are those in `without`: the
    caller is sending to them, whatever has become of their leases; and those whose own pace in
    `rates` holds them up. `few`: a look has shown that hardly anything is due.
    """
    rates = rates or Rates()
    values = given(now, real_now, platforms, without, rates)
    values |= {"token": token, "until": until, "only": only}
    claimed: list[Chat] = []
    # The most urgent rows mostly belong to as many chats as are wanted. Where they do not (a burst
    # for one chat, chats that wait for their pace, another platform's rows) all are looked at.
    for window in (True,) if few else (True, False):
        statement = _claim(is_sqlite(tx), rates, only is not None, window)
        values |= {"wanted": limit - len(claimed), "looked_at": max(limit * LOOKED_AT, FEW)}
        result = await tx.execute(statement, values)
        claimed += [chat_of_row(row) for row in result.all()]
        if len(claimed) >= limit:
            break
    return claimed


@cache
def _claim(sqlite: bool, rates: Rates, only: bool, window: bool) -> Any:
    rows = first_rows(only=only) if window else None
    picked = due_chats(sqlite, rates, rows, only=only)
    picked = picked.with_for_update(skip_locked=True, of=chats)
    values: dict[str, Any] = {"lease_token": bindparam("token"), "lease_until": bindparam("until")}
    if rates.by_chat:
        values["free_at"] = chat_moves_on(rates)
    return (
        update(chats)
        .where(chats.c.id.in_(select(picked.cte("picked").c.id)))
        .values(values)
        .returning(*CHAT)
    )


async def lengthen(tx: AsyncConnection, chat_id: int, token: str, until: datetime) -> None:
    """Keep a chat longer: a file is sent up."""
    await tx.execute(
        update(chats)
        .where(chats.c.id == chat_id, chats.c.lease_token == token)
        .values(lease_until=until)
    )


async def release(tx: AsyncConnection, chat_ids: Sequence[int], token: str) -> None:
    """Give chats back."""
    await tx.execute(
        update(chats)
        .where(among(tx, chats.c.id, chat_ids), chats.c.lease_token == token)
        .values(lease_token=None, lease_until=None)
    )
