"""Owners (persons and groups) and the chats that point to them."""

from collections.abc import Collection
from datetime import datetime, time
from typing import Any

from sqlalchemy import RowMapping, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import among
from storage.records import Chat, ChatState, Owner
from storage.tables import chats, owners

DEFAULT_QUIET_FROM = time(22, 0)
DEFAULT_QUIET_UNTIL = time(7, 0)


OWNER = (
    *(owners.c.id, owners.c.zone, owners.c.locale),
    *(owners.c.quiet_from, owners.c.quiet_until, owners.c.created_at),
    *(owners.c.warn_at, owners.c.leads, owners.c.look_at, owners.c.quiet_good),
)
CHAT = (
    *(chats.c.id, chats.c.owner_id, chats.c.platform, chats.c.address),
    *(chats.c.group, chats.c.state, chats.c.clock_ahead, chats.c.members),
)
"""What is read of a row: an instant that nobody wants costs as much as one that somebody does."""


def _owner(row: RowMapping) -> Owner:
    return Owner(
        id=row["id"],
        zone=row["zone"],
        locale=row["locale"],
        quiet_from=time.fromisoformat(row["quiet_from"]),
        quiet_until=time.fromisoformat(row["quiet_until"]),
        created_at=row["created_at"],
        warn_at=_time(row["warn_at"]),
        leads={kind: tuple(tokens) for kind, tokens in row["leads"].items()},
        look_at=_time(row["look_at"]),
        quiet_good=row["quiet_good"],
    )


def _time(stored: str | None) -> time | None:
    return time.fromisoformat(stored) if stored else None


def chat_of_row(row: RowMapping) -> Chat:
    """Read a chat from a row of the chats table."""
    return Chat(
        id=row["id"],
        owner_id=row["owner_id"],
        platform=row["platform"],
        address=row["address"],
        group=row["group"],
        state=ChatState(row["state"]),
        clock_ahead=row["clock_ahead"],
        members=row["members"],
    )


async def owner(tx: AsyncConnection, owner_id: int) -> Owner:
    """The owner of this id. Raises NoResultFound."""
    result = await tx.execute(select(owners).where(owners.c.id == owner_id))
    return _owner(result.mappings().one())


async def many(tx: AsyncConnection, owner_ids: Collection[int]) -> dict[int, Owner]:
    """Owners by their ids."""
    result = await tx.execute(select(*OWNER).where(among(tx, owners.c.id, owner_ids)))
    return {row["id"]: _owner(row) for row in result.mappings()}


async def chat(tx: AsyncConnection, chat_id: int) -> Chat:
    """The chat of this id. Raises NoResultFound."""
    result = await tx.execute(select(chats).where(chats.c.id == chat_id))
    return chat_of_row(result.mappings().one())


async def chats_of(tx: AsyncConnection, owner_id: int) -> list[Chat]:
    """All chats of an owner, oldest first."""
    result = await tx.execute(
        select(chats).where(chats.c.owner_id == owner_id).order_by(chats.c.id)
    )
    return [chat_of_row(row) for row in result.mappings()]


async def find_chat(tx: AsyncConnection, platform: str, address: str) -> Chat | None:
    """The chat at this address, if it ever wrote to us."""
    result = await tx.execute(
        select(chats).where(chats.c.platform == platform, chats.c.address == address)
    )
    row = result.mappings().one_or_none()
    return chat_of_row(row) if row else None


async def open_chat(
    tx: AsyncConnection,
    platform: str,
    address: str,
    *,
    group: bool,
    zone: str,
    locale: str,
    now: datetime,
) -> Chat:
    """The chat at this address, made with an owner of its own if it is new.

    Two processes that meet the same new chat at once end with one chat.
    """
    known = await find_chat(tx, platform, address)
    if known:
        return known
    made = await tx.execute(
        insert(owners)
        .values(
            zone=zone,
            locale=locale,
            quiet_from=DEFAULT_QUIET_FROM.isoformat("minutes"),
            quiet_until=DEFAULT_QUIET_UNTIL.isoformat("minutes"),
            created_at=now,
        )
        .returning(owners.c.id)
    )
    owner_id = made.scalar_one()
    values: dict[str, Any] = {
        "owner_id": owner_id,
        "platform": platform,
        "address": address,
        "group": group,
        "state": ChatState.ACTIVE.value,
        "created_at": now,
    }
    dialect = sqlite if tx.dialect.name == "sqlite" else postgresql
    new = await tx.execute(
        dialect.insert(chats)
        .values(values)
        .on_conflict_do_nothing(index_elements=["platform", "address"])
        .returning(*chats.c)
    )
    row = new.mappings().one_or_none()
    if row is None:
        # Another process was first; its owner stands, ours goes.
        await tx.execute(owners.delete().where(owners.c.id == owner_id))
        found = await find_chat(tx, platform, address)
        assert found is not None
        return found
    return chat_of_row(row)


async def set_chat_state(
    tx: AsyncConnection, chat_id: int, state: ChatState, now: datetime
) -> None:
    """Note that a chat takes messages again, or no more."""
    await tx.execute(
        update(chats).where(chats.c.id == chat_id).values(state=state.value, state_changed_at=now)
    )


async def set_clock_ahead(tx: AsyncConnection, chat_id: int, seconds: int) -> None:
    """Move a local chat's own clock; it never reaches LINE or Telegram."""
    await tx.execute(
        update(chats)
        .where(chats.c.id == chat_id, chats.c.platform == "local")
        .values(clock_ahead=seconds)
    )


async def next_number(tx: AsyncConnection, owner_id: int) -> int:
    """The owner's next short number; numbers of deleted disputes are not given again."""
    result = await tx.execute(
        update(owners)
        .where(owners.c.id == owner_id)
        .values(last_number=owners.c.last_number + 1)
        .returning(owners.c.last_number)
    )
    return int(result.scalar_one())


async def count_chats(tx: AsyncConnection) -> int:
    """How many chats there are."""
    return int((await tx.execute(select(func.count()).select_from(chats))).scalar_one())
