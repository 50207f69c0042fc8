"""Taking in what platforms hand over: raw events, and the chats that write for the first time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import inbox, owners
from storage.inbox import NewEvent
from storage.owner_records import Chat


@dataclass(frozen=True, slots=True)
class Arrival:
    """A raw event and where it came from; `address` is None for one of no chat."""

    platform: str
    key: str
    kind: str
    at: datetime
    raw: Mapping[str, Any]
    address: str | None
    group: bool


async def take_in(
    tx: AsyncConnection, arrivals: Sequence[Arrival], *, zone: str, locale: str, now: datetime
) -> int:
    """Keep many raw events in a few statements, in this order; returns how many were new.

    An event that came before, and whose chat is gone since, does not bring the person back.
    """
    chats: dict[tuple[str, str], Chat] = {}
    for platform in {one.platform for one in arrivals}:
        of = [one for one in arrivals if one.platform == platform and one.address is not None]
        groups = {one.address: one.group for one in of if one.address is not None}
        if not groups:
            continue
        found = await owners.find_chats(tx, platform, groups)
        unknown = [one for one in of if one.address not in found]
        if unknown:
            erased = await inbox.known(tx, platform, [one.key for one in unknown])
            new = {
                one.address: one.group
                for one in unknown
                if one.key not in erased and one.address is not None
            }
            if new:
                found |= await owners.open_chats(
                    tx, platform, new, zone=zone, locale=locale, now=now
                )
        chats |= {(platform, address): chat for address, chat in found.items()}
    return await inbox.keep(tx, _events(arrivals, chats), now)


def _events(arrivals: Sequence[Arrival], chats: Mapping[tuple[str, str], Chat]) -> list[NewEvent]:
    events = []
    for one in arrivals:
        chat = chats.get((one.platform, one.address)) if one.address is not None else None
        if one.address is not None and chat is None:
            continue
        events.append(
            NewEvent(
                one.platform,
                one.key,
                one.kind,
                one.at,
                one.raw,
                chat.owner_id if chat else None,
                chat.id if chat else None,
            )
        )
    return events
