"""A chat goes on under another address (Telegram: a group became a supergroup)."""

from datetime import datetime

from sqlalchemy import delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import owners
from storage.owner_records import Chat
from storage.states import ChatState, OutboxState
from storage.tables import archives, changes, chats, deliveries, disputes, evidence, inbox, outbox
from storage.tables import owners as owners_table


async def follow(tx: AsyncConnection, chat_id: int, address: str, now: datetime) -> Chat:
    """Move a chat to its new address; returns the chat that stands there.

    Its first message there may have come before the news of the move, and made a chat: that one
    then joins the old chat's owner (unless it has cases of its own), and takes over what was still
    to be sent.
    """
    old = await owners.chat(tx, chat_id)
    there = await owners.find_chat(tx, old.platform, address)
    if there is None or there.id == chat_id:
        await tx.execute(update(chats).where(chats.c.id == chat_id).values(address=address))
        return await owners.chat(tx, chat_id)
    if there.owner_id != old.owner_id:
        await _join_owner(tx, there.owner_id, old.owner_id)
    await _hand_over(tx, chat_id, there.id, now)
    await owners.set_chat_state(tx, chat_id, ChatState.LEFT, now)
    return await owners.chat(tx, there.id)


async def _join_owner(tx: AsyncConnection, newcomer: int, owner_id: int) -> None:
    has_cases = select(exists().where(disputes.c.owner_id == newcomer))
    if (await tx.execute(has_cases)).scalar_one():
        return
    for table in (archives, chats, inbox, evidence, changes):
        await tx.execute(
            update(table).where(table.c.owner_id == newcomer).values(owner_id=owner_id)
        )
    await tx.execute(delete(owners_table).where(owners_table.c.id == newcomer))


async def _hand_over(tx: AsyncConnection, old: int, new: int, now: datetime) -> None:
    """What was not sent to the old address is planned for the new one, and rendered anew."""
    await tx.execute(
        update(deliveries)
        .where(deliveries.c.chat_id == old, deliveries.c.state == "ready")
        .values(state="refused", settled_at=now, reason="moved")
    )
    unsent = [OutboxState.PLANNED.value, OutboxState.FROZEN.value, OutboxState.HELD.value]
    await tx.execute(
        update(outbox)
        .where(outbox.c.chat_id == old, outbox.c.state.in_(unsent))
        .values(chat_id=new, state=OutboxState.PLANNED.value, delivery_id=None)
    )
