"""How fast may be sent, kept in the database so that all processes share one pace.

The generic cell rate algorithm: one instant a platform (and one a chat) tells when it is free
again. A message moves it on by one interval; as long as it lies no further ahead than a burst, more
may leave. A pause that a platform asked for is the same instant, set far enough ahead.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    and_,
    bindparam,
    case,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import insert_of, is_sqlite
from storage.instants import Instant, microseconds
from storage.tables import chats, paces

_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Rate:
    """One message an interval on average, and so many at once at the most."""

    interval: timedelta = timedelta(0)
    burst: int = 1

    @property
    def ahead(self) -> timedelta:
        """How far ahead the instant may lie while one more message leaves."""
        return self.interval * (self.burst - 1)


@dataclass(frozen=True, slots=True)
class Rates:
    """A platform's rates: overall, for a private chat, for a group. None unless given."""

    overall: Rate = Rate()
    private: Rate = Rate()
    group: Rate = Rate()

    @property
    def by_chat(self) -> bool:
        """Whether single chats have a pace of their own."""
        return bool(self.private.interval or self.group.interval)


async def slots(tx: AsyncConnection, platform: str, rate: Rate, now: datetime, most: int) -> int:
    """How many messages may leave now; the platform's pace stays locked until `tx` ends."""
    query = _FREE_AT_LOCKED if rate.interval else _FREE_AT
    free_at = (await tx.execute(query, {"platform": platform})).scalar_one_or_none() or now
    if not rate.interval:
        return most if free_at <= now else 0
    room = now + rate.ahead - max(free_at, now)
    return max(0, min(most, room // rate.interval + 1))


async def take(tx: AsyncConnection, platform: str, rate: Rate, count: int, now: datetime) -> None:
    """Note that so many messages leave now."""
    if rate.interval and count:
        free_at = await _free_at(tx, platform) or now
        await _set(tx, platform, max(free_at, now) + rate.interval * count)


async def pause(
    tx: AsyncConnection, platform: str, rate: Rate, now: datetime, seconds: float
) -> None:
    """Send nothing to this platform for so long: it said so. A longer pause stands."""
    # The width of a burst is added, since so much may lie ahead while messages leave.
    until = now + timedelta(seconds=seconds) + rate.ahead
    free_at = await _free_at(tx, platform)
    if free_at is None or free_at < until:
        await _set(tx, platform, until)


async def next_free(
    tx: AsyncConnection, platform: str, rates: Rates, since: datetime
) -> datetime | None:
    """When the platform, or the next of its chats that wait for their own pace, is free again.

    `since` is when that was last looked at: what has become free meanwhile counts.
    """
    free_at = await _free_at(tx, platform)
    times = [free_at - rates.overall.ahead] if free_at else []
    if rates.by_chat:
        result = await tx.execute(_CHATS_THAT_WAIT, {"since": since, "platform": platform})
        times += [
            row.free_at - (rates.group if row.group else rates.private).ahead for row in result
        ]
    return min((time for time in times if time > since), default=None)


CHAT_IS_FREE = or_(
    chats.c.free_at.is_(None),
    and_(chats.c.group, chats.c.free_at <= bindparam("group_until", type_=Instant())),
    and_(~chats.c.group, chats.c.free_at <= bindparam("private_until", type_=Instant())),
)
"""The condition that a chat's own pace lets one more message leave; see `pace_times`."""


def pace_times(rates: Rates, now: datetime) -> dict[str, datetime | int]:
    """What the condition above and the change below are run with."""
    return {
        "group_until": now + rates.group.ahead,
        "private_until": now + rates.private.ahead,
        "moment": microseconds(now),
    }


def chat_moves_on(rates: Rates) -> ColumnElement[datetime]:
    """A chat's new `free_at` when one message leaves."""
    tick = timedelta(microseconds=1)
    moment = bindparam("moment", type_=BigInteger())
    free_at = type_coerce(chats.c.free_at, BigInteger)
    begin = case((free_at > moment, free_at), else_=moment)
    group, private = (rate.interval // tick for rate in (rates.group, rates.private))
    interval = case((chats.c.group, literal(group, BigInteger)), else_=literal(private, BigInteger))
    return type_coerce(begin + interval, Instant())


async def _free_at(tx: AsyncConnection, platform: str) -> datetime | None:
    found: datetime | None = (
        await tx.execute(_FREE_AT, {"platform": platform})
    ).scalar_one_or_none()
    return found


_FREE_AT = select(paces.c.free_at).where(paces.c.platform == bindparam("platform"))
_FREE_AT_LOCKED = _FREE_AT.with_for_update()
_CHATS_THAT_WAIT = (
    select(chats.c.free_at, chats.c.group)
    .where(chats.c.free_at > bindparam("since"), chats.c.platform == bindparam("platform"))
    .order_by(chats.c.free_at)
    .limit(_LOOKED_AT)
)


async def _set(tx: AsyncConnection, platform: str, free_at: datetime) -> None:
    await tx.execute(_set_on(is_sqlite(tx)), {"platform": platform, "free_at": free_at})


@cache
def _set_on(sqlite: bool) -> Any:
    new = insert_of(sqlite)(paces)
    return new.on_conflict_do_update(
        index_elements=["platform"], set_={"free_at": new.excluded.free_at}
    )
