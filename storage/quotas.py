"""LINE's monthly number of pushes: what LINE told of it, and what was pushed since.

LINE counts recipients, by the months of Japan, and tells what was used with some delay; so what
this bot has frozen since is counted here, and within a month the count never goes down by a late
answer. https://developers.line.biz/en/docs/messaging-api/overview/#line-official-account-plan
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import facts
from storage.states import OutboxState
from storage.tables import HELD, chats, outbox

NAME = "line-quota"
JAPAN = ZoneInfo("Asia/Tokyo")
URGENT = timedelta(hours=24)
"""A warning whose deadline lies nearer than this may use the last tenth."""
RESERVED = 10
"""One part in so many of the month is kept for urgent warnings."""
SETTLES = timedelta(hours=1)
"""After so long without a push, LINE's own count is taken as it is."""


@dataclass(frozen=True, slots=True)
class Quota:
    """`limit` pushes a month (None: no limit), of which so many are used; when LINE was asked."""

    month: str
    limit: int | None
    used: int
    asked_at: datetime
    pushed_at: datetime | None = None

    @property
    def share(self) -> float:
        """How much of the month is used, from 0 to 1."""
        return self.used / self.limit if self.limit else 0.0

    def lets(self, recipients: int, *, urgent: bool) -> bool:
        """Whether a push to so many may leave: the last tenth is for what is urgent."""
        if self.limit is None:
            return True
        kept = 0 if urgent else -(-self.limit // RESERVED)
        return self.used + recipients <= self.limit - kept

    def spend(self, recipients: int, now: datetime) -> "Quota":
        """The same with one more push."""
        return replace(self, used=self.used + recipients, pushed_at=now)


def month_of(now: datetime) -> str:
    """The month that a push now counts for."""
    return now.astimezone(JAPAN).strftime("%Y-%m")


async def current(tx: AsyncConnection, now: datetime) -> Quota | None:
    """What is known of this month; None while LINE has never told a limit."""
    kept = await facts.get(tx, NAME)
    if kept is None:
        return None
    quota = msgspec.convert(kept, Quota)
    month = month_of(now)
    return quota if quota.month == month else replace(quota, month=month, used=0, pushed_at=None)


async def keep(tx: AsyncConnection, quota: Quota) -> None:
    """Remember it for all processes."""
    await facts.put(tx, NAME, msgspec.to_builtins(quota))


async def learn(tx: AsyncConnection, limit: int | None, used: int, now: datetime) -> Quota:
    """Take over what LINE has just told."""
    known = await current(tx, now)
    if known and known.pushed_at and now - known.pushed_at < SETTLES:
        used = max(used, known.used)
    pushed_at = known.pushed_at if known else None
    quota = Quota(month_of(now), limit, used, now, pushed_at)
    await keep(tx, quota)
    return quota


async def release_held(tx: AsyncConnection, now: datetime) -> int:
    """Plan anew what was held back for want of quota; returns how many rows.

    A new month has begun, or the plan was changed. What no longer holds by then says nothing.
    """
    on_line = select(chats.c.id).where(chats.c.platform == "line")
    result = await tx.execute(
        update(outbox)
        .where(outbox.c.state == HELD, outbox.c.chat_id.in_(on_line))
        .values(state=OutboxState.PLANNED.value, due_at=now, settled_at=None)
    )
    return result.rowcount


async def uncounted_groups(
    tx: AsyncConnection, until: datetime, most: int
) -> list[tuple[int, str]]:
    """LINE groups that something is planned for until then and whose members were not counted."""
    result = await tx.execute(
        select(chats.c.id, chats.c.address)
        .join(outbox, outbox.c.chat_id == chats.c.id)
        .where(
            chats.c.platform == "line",
            chats.c.group,
            chats.c.members.is_(None),
            outbox.c.state == OutboxState.PLANNED.value,
            outbox.c.due_at <= until,
        )
        .group_by(chats.c.id, chats.c.address)
        .order_by(func.min(outbox.c.due_at))
        .limit(most)
    )
    return [(row.id, row.address) for row in result]


async def count_members(tx: AsyncConnection, chat_id: int, members: int | None) -> None:
    """Remember how many people a push to this group reaches; None: to be asked anew."""
    values: dict[str, Any] = {"members": members}
    await tx.execute(update(chats).where(chats.c.id == chat_id).values(values))
