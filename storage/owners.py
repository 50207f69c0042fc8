"""Owners (persons and groups) and the chats that point to them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, time
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import among, among_bound, insert_of, is_sqlite
from storage.owner_records import Chat, Owner
from storage.states import ChatState
from storage.tables import chats, owners

DEFAULT_QUIET_FROM = time(22, 0)
DEFAULT_QUIET_UNTIL = time(7, 0)


OWNER = (
    *(owners.c.id, owners.c.zone, owners.c.locale),
    *(owners.c.quiet_from, owners.c.quiet_until, owners.c.created_at),
    *(owners.c.warn_at, owners.c.leads, owners.c.look_at, owners.c.quiet_good),
    owners.c.told_on,
    owners.c.erasing_since,
)
CHAT = (
    *(chats.c.id, chats.c.owner_id, chats.c.platform, chats.c.address),
    *(chats.c.group, chats.c.state, chats.c.clock_ahead, chats.c.members),
)
"""What is read of a row: an instant that nobody wants costs as much as one that somebody does."""


def _owner(row: Sequence[Any]) -> Owner:
    number, zone, locale, quiet_from, quiet_until, made_at, warn_at, leads, look_at, *rest = row
    return Owner(
        number,
        zone,
        locale,
        time.fromisoformat(quiet_from),
        time.fromisoformat(quiet_until),
        made_at,
        _time(warn_at),
        {kind: tuple(tokens) for kind, tokens in leads.items()},
        _time(look_at),
        *rest,
    )


def _time(stored: str | None) -> time | None:
    return time.fromisoformat(stored) if stored else None


def chat_of_row(row: Sequence[Any]) -> Chat:
    """Read what CHAT names of a row of the chats table."""
    number, owner_id, platform, address, group, state, *rest = row
    return Chat(number, owner_id, platform, address, group, ChatState(state), *rest)


async def owner(tx: AsyncConnection, owner_id: int) -> Owner:
    """The owner of this id. Raises NoResultFound."""
    result = await tx.execute(_OWNER_OF_ID, {"owner": owner_id})
    return _owner(result.one())


async def many(tx: AsyncConnection, owner_ids: Collection[int]) -> dict[int, Owner]:
    """Owners by their ids."""
    result = await tx.execute(_many(is_sqlite(tx)), {"ids": list(owner_ids)})
    return {row.id: _owner(row) for row in result}


async def chat(tx: AsyncConnection, chat_id: int) -> Chat:
    """The chat of this id. Raises NoResultFound."""
    result = await tx.execute(_CHAT_OF_ID, {"chat": chat_id})
    return chat_of_row(result.one())


async def chats_of(tx: AsyncConnection, owner_id: int) -> list[Chat]:
    """All chats of an owner, oldest first."""
    result = await tx.execute(_CHATS_OF_OWNER, {"owner": owner_id})
    return [chat_of_row(row) for row in result]


async def find_chat(tx: AsyncConnection, platform: str, address: str) -> Chat | None:
    """The chat at this address, if it ever wrote to us."""
    return (await find_chats(tx, platform, [address])).get(address)


async def find_chats(
    tx: AsyncConnection, platform: str, addresses: Collection[str]
) -> dict[str, Chat]:
    """The chats at these addresses that ever wrote to us."""
    given = {"platform": platform, "addresses": list(addresses)}
    result = await tx.execute(_chats_at(is_sqlite(tx)), given)
    return {row.address: chat_of_row(row) for row in result}


async def new_owners(
    tx: AsyncConnection, count: int, *, zone: str, locale: str, now: datetime
) -> list[int]:
    """Some who have nothing yet; returns their ids."""
    values = {
        "zone": zone,
        "locale": locale,
        "quiet_from": DEFAULT_QUIET_FROM.isoformat("minutes"),
        "quiet_until": DEFAULT_QUIET_UNTIL.isoformat("minutes"),
        "created_at": now,
    }
    made = await tx.execute(_NEW_OWNER, [values] * count)
    return list(made.scalars())


async def new_owner(tx: AsyncConnection, *, zone: str, locale: str, now: datetime) -> int:
    """Somebody who has nothing yet; returns the id."""
    return (await new_owners(tx, 1, zone=zone, locale=locale, now=now))[0]


async def open_chats(
    tx: AsyncConnection,
    platform: str,
    groups: Mapping[str, bool],
    *,
    zone: str,
    locale: str,
    now: datetime,
) -> dict[str, Chat]:
    """The chats at these addresses, each made with an owner of its own if it is new.

    `groups` tells of each address whether many write there. Two processes that meet the same new
    chat at once end with one chat.
    """
    found = await find_chats(tx, platform, groups)
    missing = [address for address in groups if address not in found]
    if not missing:
        return found
    ids = await new_owners(tx, len(missing), zone=zone, locale=locale, now=now)
    made = await tx.execute(
        _new_chat(is_sqlite(tx)),
        [
            {
                "owner_id": owner_id,
                "platform": platform,
                "address": address,
                "group": groups[address],
                "state": ChatState.ACTIVE.value,
                "created_at": now,
            }
            for owner_id, address in zip(ids, missing, strict=True)
        ],
    )
    found |= {row.address: chat_of_row(row) for row in made}
    if len(found) < len(groups):
        # Another process was first; its owners stand, ours go.
        used = {chat.owner_id for chat in found.values()}
        unused = [owner_id for owner_id in ids if owner_id not in used]
        await tx.execute(owners.delete().where(among(tx, owners.c.id, unused)))
        found |= await find_chats(tx, platform, [one for one in missing if one not in found])
    return found


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
    """The chat at this address, made with an owner of its own if it is new."""
    found = await open_chats(tx, platform, {address: group}, zone=zone, locale=locale, now=now)
    return found[address]


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


# Built once each: to build them takes longer than to run them, several times for each message.

_OWNER_OF_ID = select(*OWNER).where(owners.c.id == bindparam("owner"))
_CHAT_OF_ID = select(*CHAT).where(chats.c.id == bindparam("chat"))
_CHATS_OF_OWNER = select(*CHAT).where(chats.c.owner_id == bindparam("owner")).order_by(chats.c.id)
_NEW_OWNER = insert(owners).returning(owners.c.id)


@cache
def _many(sqlite: bool) -> Select[Any]:
    return select(*OWNER).where(among_bound(sqlite, owners.c.id, "ids"))


@cache
def _chats_at(sqlite: bool) -> Select[Any]:
    return select(*CHAT).where(
        chats.c.platform == bindparam("platform"),
        among_bound(sqlite, chats.c.address, "addresses"),
    )


@cache
def _new_chat(sqlite: bool) -> Any:
    new = insert_of(sqlite)(chats).on_conflict_do_nothing(index_elements=["platform", "address"])
    return new.returning(*CHAT)
