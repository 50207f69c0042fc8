"""The outbox: answers, planned warnings and notices, in the transaction that caused them.

A warning's `dedupe_key` is unique per (deadline, version, offset): planning twice plans once. What
is sent lies in `storage/deliveries.py`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.batches import insert_of, is_sqlite
from storage.message_records import Planned
from storage.records import Deadline
from storage.states import OutboxKind, OutboxState
from storage.tables import PLANNED, READY, chats, deliveries, outbox

CAN_WAIT = timedelta(days=7)


PLANNED_ROW = (
    *(outbox.c.id, outbox.c.chat_id, outbox.c.kind, outbox.c.due_at, outbox.c.content),
    *(outbox.c.dispute_id, outbox.c.deadline_id, outbox.c.deadline_version),
    *(outbox.c.offset, outbox.c.dedupe_key, outbox.c.state, outbox.c.delivery_id),
    outbox.c.created_at,
)


def planned_of_row(row: Sequence[Any]) -> Planned:
    """Read what PLANNED_ROW names of a row of the outbox."""
    number, chat_id, kind, due_at, content, *case, state, delivery_id, made_at = row
    rest = (*case, OutboxState(state), delivery_id, made_at)
    return Planned(number, chat_id, OutboxKind(kind), due_at, content, *rest)


async def put_answer(
    tx: AsyncConnection, chat_id: int, content: dict[str, Any], now: datetime
) -> int:
    """An answer, due at once. `content` is {"reply": tree, "to": what it hangs on}."""
    values = {
        "chat_id": chat_id,
        "kind": OutboxKind.ANSWER.value,
        "due_at": now,
        "content": content,
        "state": OutboxState.PLANNED.value,
        "created_at": now,
    }
    return int((await tx.execute(_PUT, values)).scalar_one())


async def planned_answers(tx: AsyncConnection, chat_id: int) -> list[Planned]:
    """A chat's answers that are not frozen yet, the oldest first."""
    result = await tx.execute(
        select(*PLANNED_ROW)
        .where(
            outbox.c.chat_id == chat_id,
            outbox.c.state == PLANNED,
            outbox.c.kind == OutboxKind.ANSWER.value,
        )
        .order_by(outbox.c.id)
    )
    return [planned_of_row(row) for row in result]


async def change_answer(
    tx: AsyncConnection, row_id: int, content: dict[str, Any], due_at: datetime
) -> bool:
    """Say something else in an answer; False if it is frozen by now and stays as it is."""
    result = await tx.execute(
        update(outbox)
        .where(outbox.c.id == row_id, outbox.c.state == PLANNED)
        .values(content=content, due_at=due_at)
    )
    return result.rowcount == 1


async def content(tx: AsyncConnection, row_id: int) -> dict[str, Any] | None:
    """What a row says; None if there is no such row (any more)."""
    result = await tx.execute(select(outbox.c.content).where(outbox.c.id == row_id))
    found: dict[str, Any] | None = result.scalar_one_or_none()
    return found


async def _put_once(tx: AsyncConnection, values: dict[str, Any]) -> bool:
    return (await tx.execute(_put_once_on(is_sqlite(tx)), values)).first() is not None


async def plan_warning(
    tx: AsyncConnection,
    chat_id: int,
    deadline: Deadline,
    offset: str,
    due_at: datetime,
    now: datetime,
    **content: Any,
) -> bool:
    """Plan one warning of a deadline's present version; False if it was planned already.

    `offset` names it among the deadline's warnings (`D-1`, `-3h`, `+1d`; `snooze:` and minutes
    since 1970). What it says is written when it is frozen; `content` may add to it.
    """
    return await _put_once(
        tx,
        {
            "chat_id": chat_id,
            "kind": OutboxKind.WARNING.value,
            "due_at": due_at,
            # What asks afterwards how it went can wait for warnings.
            "urgent_at": deadline.at if due_at < deadline.at else due_at + CAN_WAIT,
            "content": {**content, "at": deadline.at.isoformat()},
            "dispute_id": deadline.dispute_id,
            "deadline_id": deadline.id,
            "deadline_version": deadline.version,
            "offset": offset,
            "dedupe_key": f"{deadline.id}:{deadline.version}:{offset}",
            "state": OutboxState.PLANNED.value,
            "created_at": now,
        },
    )


async def put_notice(
    tx: AsyncConnection,
    chat_id: int,
    content: dict[str, Any],
    due_at: datetime,
    now: datetime,
    *,
    dedupe_key: str | None = None,
    dispute_id: int | None = None,
) -> bool:
    """Any other message (to the operator, after a long work); False if its key was there."""
    return await _put_once(
        tx,
        {
            "chat_id": chat_id,
            "kind": OutboxKind.NOTICE.value,
            "due_at": due_at,
            "content": content,
            "dispute_id": dispute_id,
            "dedupe_key": dedupe_key,
            "state": OutboxState.PLANNED.value,
            "created_at": now,
        },
    )


async def cancel_of_deadline(
    tx: AsyncConnection, deadline_id: int, now: datetime, *, beginning: str = ""
) -> int:
    """Cancel a deadline's warnings that are still planned; returns how many.

    With a `beginning` only those whose names begin so.
    """
    result = await tx.execute(
        update(outbox)
        .where(
            outbox.c.deadline_id == deadline_id,
            outbox.c.state == PLANNED,
            *([outbox.c.offset.startswith(beginning)] if beginning else []),
        )
        .values(state=OutboxState.CANCELLED.value, settled_at=now)
    )
    return result.rowcount


async def warnings_of(tx: AsyncConnection, deadline_id: int) -> list[Planned]:
    """A deadline's warnings that are still to come, the nearest first."""
    result = await tx.execute(_WARNINGS_OF, {"deadline": deadline_id})
    return [planned_of_row(row) for row in result]


async def sent_offsets(tx: AsyncConnection, deadline_id: int, at: datetime) -> set[str]:
    """Offsets of a deadline that were sent (or are on their way) for this same instant.

    A replan from changed settings must not repeat them.
    """
    result = await tx.execute(
        select(outbox.c.offset, outbox.c.content).where(
            outbox.c.deadline_id == deadline_id,
            outbox.c.state.in_([OutboxState.SENT.value, OutboxState.FROZEN.value]),
        )
    )
    return {row.offset for row in result if row.content.get("at") == at.isoformat()}


async def carry_sent(
    tx: AsyncConnection, deadline_id: int, before: datetime, after: datetime
) -> None:
    """What was sent for one instant counts as sent for another: the same day in a new zone."""
    result = await tx.execute(
        select(outbox.c.id, outbox.c.content).where(
            outbox.c.deadline_id == deadline_id,
            outbox.c.state.in_([OutboxState.SENT.value, OutboxState.FROZEN.value]),
        )
    )
    for row in result.all():
        if row.content.get("at") == before.isoformat():
            content = {**row.content, "at": after.isoformat()}
            await tx.execute(update(outbox).where(outbox.c.id == row.id).values(content=content))


async def next_warning_of_chat(tx: AsyncConnection, chat_id: int) -> datetime | None:
    """When this chat's next planned warning falls due."""
    result = await tx.execute(
        select(func.min(outbox.c.due_at)).where(
            outbox.c.chat_id == chat_id,
            outbox.c.state == PLANNED,
            outbox.c.kind == OutboxKind.WARNING.value,
        )
    )
    earliest: datetime | None = result.scalar_one_or_none()
    return earliest


async def oldest_due(tx: AsyncConnection, now: datetime) -> timedelta | None:
    """How long the oldest due row of a reachable chat has been waiting; None if nothing waits.

    A frozen delivery waits since it was frozen, however often it was tried.
    """
    active = (chats.c.state == "active", chats.c.clock_ahead == 0)
    planned = (
        select(func.min(outbox.c.due_at))
        .join(chats, chats.c.id == outbox.c.chat_id)
        .where(outbox.c.state == PLANNED, outbox.c.due_at <= now, *active)
    )
    frozen = (
        select(func.min(deliveries.c.created_at))
        .join(chats, chats.c.id == deliveries.c.chat_id)
        .where(deliveries.c.state == READY, deliveries.c.created_at <= now, *active)
    )
    times = [(await tx.execute(query)).scalar_one_or_none() for query in (planned, frozen)]
    known = [time for time in times if time is not None]
    return now - min(known) if known else None


# Built once each: to build them takes longer than to run them.

_PUT = insert(outbox).returning(outbox.c.id)
_WARNINGS_OF = (
    select(*PLANNED_ROW)
    .where(outbox.c.deadline_id == bindparam("deadline"), outbox.c.state == PLANNED)
    .order_by(outbox.c.due_at, outbox.c.id)
)


@cache
def _put_once_on(sqlite: bool) -> Any:
    new = insert_of(sqlite)(outbox).on_conflict_do_nothing(index_elements=["dedupe_key"])
    return new.returning(outbox.c.id)
