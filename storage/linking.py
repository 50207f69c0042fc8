"""Chats of one person on several platforms: codes that link them, and where warnings go.

A code is made in one chat and typed in the other; the owner of the chat where it is typed takes
over all that the other had, because that owner is the one whose events are being handled.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import owners as people
from storage.owner_records import Chat
from storage.owner_settings import change, settings_of
from storage.states import ChatState, OutboxKind, OutboxState
from storage.tables import HELD, PLANNED, calendars, chats, disputes, link_codes, metadata, outbox
from storage.tables import owners as owners_table

LIVES = timedelta(minutes=10)
TRIES = 5
TRIES_LAST = timedelta(hours=1)
"""So many wrong codes are taken from a chat in this time, then none."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two owners that became one: short numbers that changed, as (former, new)."""

    renumbered: tuple[tuple[int, int], ...]


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


async def offer(tx: AsyncConnection, chat: Chat, code: str, now: datetime) -> None:
    """Let this chat be linked by a code, for ten minutes; a former code ends."""
    await tx.execute(delete(link_codes).where(link_codes.c.chat_id == chat.id))
    await tx.execute(delete(link_codes).where(link_codes.c.until < now))
    await tx.execute(
        insert(link_codes).values(code_hash=_hash(code), chat_id=chat.id, until=now + LIVES)
    )


async def offered_by(tx: AsyncConnection, code: str, now: datetime) -> Chat | None:
    """The chat that a code links; None if it is unknown, used or over."""
    result = await tx.execute(
        select(link_codes.c.chat_id).where(
            link_codes.c.code_hash == _hash(code), link_codes.c.until >= now
        )
    )
    found = result.scalar_one_or_none()
    return None if found is None else await people.chat(tx, found)


async def end_offer(tx: AsyncConnection, chat_id: int) -> None:
    """A code is used once."""
    await tx.execute(delete(link_codes).where(link_codes.c.chat_id == chat_id))


async def may_try(tx: AsyncConnection, chat_id: int, now: datetime) -> bool:
    """Whether one more code is taken from this chat; guessing is not."""
    result = await tx.execute(
        select(chats.c.link_tries, chats.c.link_tried_at).where(chats.c.id == chat_id)
    )
    row = result.one()
    recent = row.link_tried_at is not None and now - row.link_tried_at < TRIES_LAST
    return not recent or row.link_tries < TRIES


async def note_try(tx: AsyncConnection, chat_id: int, now: datetime) -> None:
    """A code was wrong. The hour begins with the first of a row."""
    recent = chats.c.link_tried_at > now - TRIES_LAST
    counted = await tx.execute(
        update(chats).where(chats.c.id == chat_id, recent).values(link_tries=chats.c.link_tries + 1)
    )
    if not counted.rowcount:
        await tx.execute(
            update(chats).where(chats.c.id == chat_id).values(link_tries=1, link_tried_at=now)
        )


async def join(tx: AsyncConnection, owner_id: int, former: int) -> Joined:
    """All that `former` has becomes this owner's, its settings too; `former` is no more.

    Short numbers that both gave stay with what comes: the one here gets the next free ones.
    """
    renumbered = await _make_room(tx, owner_id, former)
    settings = settings_of(await people.owner(tx, former))
    for table in metadata.sorted_tables:
        if "owner_id" not in table.c:
            continue
        if table is calendars:
            # One address a person: the one that a calendar app may know already.
            taken = select(calendars.c.owner_id).where(calendars.c.owner_id == former)
            if (await tx.execute(taken)).first():
                await tx.execute(delete(calendars).where(calendars.c.owner_id == owner_id))
        await tx.execute(update(table).where(table.c.owner_id == former).values(owner_id=owner_id))
    await tx.execute(delete(owners_table).where(owners_table.c.id == former))
    await change(tx, owner_id, settings)
    return Joined(renumbered)


async def _make_room(
    tx: AsyncConnection, owner_id: int, former: int
) -> tuple[tuple[int, int], ...]:
    numbers = {}
    for one in (owner_id, former):
        result = await tx.execute(
            select(disputes.c.id, disputes.c.number)
            .where(disputes.c.owner_id == one, disputes.c.number.is_not(None))
            .order_by(disputes.c.number)
        )
        numbers[one] = {row.number: row.id for row in result}
    result = await tx.execute(
        select(func.max(owners_table.c.last_number)).where(
            owners_table.c.id.in_([owner_id, former])
        )
    )
    last = int(result.scalar_one())
    renumbered = []
    for number, dispute_id in numbers[owner_id].items():
        if number in numbers[former]:
            last += 1
            await tx.execute(
                update(disputes).where(disputes.c.id == dispute_id).values(number=last)
            )
            renumbered.append((number, last))
    await tx.execute(
        update(owners_table).where(owners_table.c.id == owner_id).values(last_number=last)
    )
    return tuple(renumbered)


async def part(tx: AsyncConnection, chat: Chat, now: datetime) -> None:
    """The chat gets an owner of its own, without cases; all stays with the others."""
    settings = settings_of(await people.owner(tx, chat.owner_id))
    new = await people.new_owner(tx, zone=settings["zone"], locale=settings["locale"], now=now)
    await change(tx, new, settings)
    await tx.execute(update(chats).where(chats.c.id == chat.id).values(owner_id=new))
    await hand_over(tx, chat)


async def prefer(tx: AsyncConnection, owner_id: int, platform: str) -> None:
    """Warnings go to this platform while it takes them."""
    await tx.execute(
        update(owners_table).where(owners_table.c.id == owner_id).values(told_on=platform)
    )


async def told_in(tx: AsyncConnection, owner_id: int) -> Chat | None:
    """Where warnings go: the preferred chat, or else one that takes them; None if there is none."""
    reachable = [
        one for one in await people.chats_of(tx, owner_id) if one.state == ChatState.ACTIVE
    ]
    wanted = (await people.owner(tx, owner_id)).told_on
    return next((one for one in reachable if one.platform == wanted), next(iter(reachable), None))


async def route(tx: AsyncConnection, owner_id: int) -> None:
    """Bring what is planned for an owner of several chats to the one where warnings go."""
    everywhere = [one.id for one in await people.chats_of(tx, owner_id)]
    if len(everywhere) < 2 or (there := await told_in(tx, owner_id)) is None:
        return
    await tx.execute(
        update(outbox)
        .where(
            outbox.c.chat_id.in_([one for one in everywhere if one != there.id]),
            outbox.c.state == PLANNED,
            outbox.c.kind != OutboxKind.ANSWER.value,
        )
        .values(chat_id=there.id)
    )


async def instead_of(tx: AsyncConnection, chat: Chat) -> Chat | None:
    """Another chat of the same owner that takes messages."""
    known = await people.chats_of(tx, chat.owner_id)
    others = (one for one in known if one.id != chat.id and one.state == ChatState.ACTIVE)
    return next(others, None)


async def hand_over(tx: AsyncConnection, chat: Chat, *, only_held: bool = False) -> bool:
    """What a chat would have been told goes to another one instead; False if there is none.

    Answers stay: they belong where somebody asked. `only_held`: only what the quota holds back.
    """
    other = await instead_of(tx, chat)
    if other is None:
        return False
    waits = [outbox.c.state == HELD]
    if not only_held:
        waits += [outbox.c.state == PLANNED, outbox.c.state == OutboxState.FROZEN.value]
    await tx.execute(
        update(outbox)
        .where(
            outbox.c.chat_id == chat.id,
            or_(*waits),
            outbox.c.kind != OutboxKind.ANSWER.value,
        )
        .values(
            chat_id=other.id,
            state=OutboxState.PLANNED.value,
            delivery_id=None,
            settled_at=None,
        )
    )
    return True
