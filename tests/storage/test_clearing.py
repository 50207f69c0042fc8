"""What has had its end long ago goes; what is younger or still needed stays."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Table, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import clearing, deadlines, facts, history, inbox, outbox
from storage.clearing import Ages
from storage.engine import Database
from storage.owner_records import Chat
from storage.states import DeadlineStatus
from storage.tables import changes as changes_table
from storage.tables import deliveries as deliveries_table
from storage.tables import evidence as evidence_table
from storage.tables import inbox as inbox_table
from storage.tables import outbox as outbox_table
from tests.conftest import START
from tests.storage import sending
from tests.storage.making import a_chat, a_deadline, an_open_dispute

KEEP = timedelta(days=30)
AGES = Ages.at(START, KEEP)
OLD = START - KEEP - timedelta(seconds=1)
YOUNG = START - KEEP + timedelta(seconds=1)


async def a_row(tx: AsyncConnection, chat: Chat, state: str, ended: Any, **more: Any) -> int:
    values: dict[str, Any] = {
        "chat_id": chat.id,
        "kind": "warning",
        "due_at": OLD,
        "content": {},
        "state": state,
        "created_at": OLD,
        "settled_at": ended,
        **more,
    }
    result = await tx.execute(insert(outbox_table).values(values).returning(outbox_table.c.id))
    return int(result.scalar_one())


async def a_delivery(tx: AsyncConnection, chat: Chat, state: str, ended: Any, **more: Any) -> int:
    values: dict[str, Any] = {
        "chat_id": chat.id,
        "rank": 1,
        "body": {"text": "期限です"},
        "retry_key": "key",
        "state": state,
        "next_try_at": OLD,
        "created_at": OLD,
        "settled_at": ended,
        **more,
    }
    result = await tx.execute(
        insert(deliveries_table).values(values).returning(deliveries_table.c.id)
    )
    return int(result.scalar_one())


async def an_event(tx: AsyncConnection, chat: Chat, state: str, ended: Any, **more: Any) -> int:
    values: dict[str, Any] = {
        "platform": chat.platform,
        "key": f"{state}{ended}{more}"[-64:],
        "owner_id": chat.owner_id,
        "chat_id": chat.id,
        "kind": "message",
        "at": OLD,
        "received_at": OLD,
        "raw": {},
        "state": state,
        "next_try_at": OLD,
        "handled_at": ended,
        **more,
    }
    result = await tx.execute(insert(inbox_table).values(values).returning(inbox_table.c.id))
    return int(result.scalar_one())


async def ids(tx: AsyncConnection, table: Table) -> list[int]:
    return list((await tx.execute(select(table.c.id).order_by(table.c.id))).scalars())


async def clear_all(database: Database, ages: Ages = AGES, *, limit: int = 100) -> dict[str, int]:
    """Everything that is old, piece by piece; returns how many rows went of each table."""
    gone: dict[str, int] = {}
    for name in clearing.TABLES:
        last = 0
        while True:
            async with database.read() as tx:
                piece = await clearing.look(tx, name, last, ages, limit)
            if piece is None:
                break
            last = piece.last
            assert len(piece.old) <= limit
            async with database.write() as tx:
                gone[name] = gone.get(name, 0) + await clearing.clear(tx, name, piece.old, ages)
    return gone


async def test_rows_of_the_outbox(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        for state in ("sent", "refused", "parked", "cancelled"):
            await a_row(tx, chat, state, OLD)
        stays = [
            await a_row(tx, chat, state, YOUNG)
            for state in ("sent", "refused", "parked", "cancelled")
        ]
        # Not at their end, however old they are.
        stays += [await a_row(tx, chat, state, None) for state in ("planned", "frozen")]
        stays.append(await a_row(tx, chat, "held", OLD))
        # Settled by a clock that stood far back.
        stays.append(await a_row(tx, chat, "sent", OLD, created_at=YOUNG))
    assert (await clear_all(database))["outbox"] == 4
    async with database.read() as tx:
        assert await ids(tx, outbox_table) == stays


@pytest.mark.parametrize("status", list(DeadlineStatus))
async def test_a_replan_still_knows_what_was_sent(
    database: Database, status: DeadlineStatus
) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        clock = await a_deadline(tx, await an_open_dispute(tx, chat.owner_id), status=status)
        of_clock = {
            "deadline_id": clock.id,
            "dispute_id": clock.dispute_id,
            "content": {"at": clock.at.isoformat()},
        }
        body = await a_delivery(tx, chat, "sent", OLD)
        await a_row(tx, chat, "sent", OLD, offset="D-60", delivery_id=body, **of_clock)
        await a_row(tx, chat, "cancelled", OLD, offset="D-7", **of_clock)
    gone = await clear_all(database)
    needed = status is DeadlineStatus.ACTIVE
    assert gone["outbox"] == (1 if needed else 2)
    # What was on the wire goes all the same, and does not take the row with it.
    assert gone["deliveries"] == 1
    async with database.read() as tx:
        known = await outbox.sent_offsets(tx, clock.id, clock.at)
        assert known == ({"D-60"} if needed else set())


async def test_what_a_running_deadline_sent_goes_after_its_end(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        clock = await a_deadline(tx, await an_open_dispute(tx, chat.owner_id))
        await a_row(tx, chat, "sent", OLD, deadline_id=clock.id, dispute_id=clock.dispute_id)
    assert (await clear_all(database))["outbox"] == 0
    async with database.write() as tx:
        await deadlines.change(tx, clock.id, status=DeadlineStatus.OVER)
    assert (await clear_all(database))["outbox"] == 1


async def test_deliveries_with_their_bodies(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        for state in ("sent", "refused", "parked"):
            await a_delivery(tx, chat, state, OLD)
        stays = [
            await a_delivery(tx, chat, "sent", YOUNG),
            await a_delivery(tx, chat, "ready", None),
            await a_delivery(tx, chat, "ready", None, attempted_at=OLD, uncertain=True),
        ]
        # The quota was spent: the row is held for the next reply, its delivery is at its end.
        spent = await a_delivery(tx, chat, "parked", OLD)
        held = await a_row(tx, chat, "held", OLD, delivery_id=spent)
        waited_for = await a_delivery(tx, chat, "parked", OLD)
        frozen = await a_row(tx, chat, "frozen", None, delivery_id=waited_for)
    assert (await clear_all(database))["deliveries"] == 4
    async with database.read() as tx:
        assert await ids(tx, deliveries_table) == [*stays, waited_for]
        assert await ids(tx, outbox_table) == [held, frozen]
        assert [row.id for row in await sending.held(tx, chat.id)] == [held]


async def test_events(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        for state in ("handled", "ignored", "parked"):
            await an_event(tx, chat, state, OLD)
        nobodys = {"owner_id": None, "chat_id": None}
        await an_event(tx, chat, "ignored", None, **nobodys)
        stays = [await an_event(tx, chat, state, YOUNG) for state in ("handled", "parked")]
        stays.append(await an_event(tx, chat, "new", None))
        stays.append(await an_event(tx, chat, "ignored", None, received_at=YOUNG, **nobodys))
        stays.append(await an_event(tx, chat, "handled", OLD, received_at=YOUNG))
    assert (await clear_all(database))["inbox"] == 4
    async with database.read() as tx:
        assert await ids(tx, inbox_table) == stays
        waiting = await inbox.oldest(tx, chat.owner_id)
        assert waiting is not None
        assert waiting.id == stays[2]


async def test_old_changes_and_expired_facts(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        case = await an_open_dispute(tx, chat.owner_id)
        values = {"owner_id": chat.owner_id, "dispute_id": case.id, "what": "x", "before": {}}
        for made_at in (OLD, YOUNG):
            await tx.execute(insert(changes_table).values(**values, made_at=made_at))
        await facts.put(tx, "for ever", 1)
        await facts.put(tx, "over", 1, START - timedelta(days=1, seconds=1))
        await facts.put(tx, "over for an hour", 1, START - timedelta(hours=1))
    assert (await clear_all(database))["changes"] == 1
    async with database.write() as tx:
        assert await clearing.forget_expired(tx, AGES) == 1
        assert await facts.get(tx, "over") is None
        assert await facts.get(tx, "for ever") == 1
        assert await facts.get(tx, "over for an hour") == 1


async def test_the_local_page_keeps_thirty_days_of_its_conversation(database: Database) -> None:
    """However short everything else is kept."""
    a_week = Ages.at(START, timedelta(days=7))
    eight_days = START - timedelta(days=8)
    async with database.write() as tx:
        here, there = await a_chat(tx, platform="local"), await a_chat(tx)
        for chat in (here, there):
            for ended in (OLD, eight_days):
                times = {"created_at": ended}
                body = await a_delivery(tx, chat, "sent", ended, message=str(ended), **times)
                await a_row(tx, chat, "sent", ended, delivery_id=body, **times)
                await an_event(tx, chat, "handled", ended, received_at=ended)
    gone = await clear_all(database, a_week)
    assert gone == {"outbox": 3, "deliveries": 3, "inbox": 3}
    async with database.read() as tx:
        shown = await history.conversation(tx, here)
        assert [(entry.mine, entry.at) for entry in shown] == [
            (True, eight_days),
            (False, eight_days),
        ]
        assert await history.conversation(tx, there) == []


async def test_a_row_that_came_back_to_life_stays(database: Database) -> None:
    """Between the look and the delete a warning that was cancelled was planned again."""
    async with database.write() as tx:
        chat = await a_chat(tx)
        row = await a_row(tx, chat, "cancelled", OLD)
    async with database.read() as tx:
        piece = await clearing.look(tx, "outbox", 0, AGES, 10)
        assert piece is not None
        assert piece.old == [row]
    async with database.write() as tx:
        await tx.execute(update(outbox_table).values(state="planned", settled_at=None))
        assert await clearing.clear(tx, "outbox", piece.old, AGES) == 0
        assert await ids(tx, outbox_table) == [row]


async def test_evidence_goes_by_when_it_was_dropped(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)

        async def piece(blob: str, status: str, dropped_at: Any, created_at: Any = OLD) -> int:
            values = {
                "owner_id": chat.owner_id,
                "status": status,
                "sha256": blob,
                "blob": blob,
                "media_type": "image/jpeg",
                "size": 1,
                "caption": "",
                "created_at": created_at,
                "dropped_at": dropped_at,
            }
            result = await tx.execute(
                insert(evidence_table).values(values).returning(evidence_table.c.id)
            )
            return int(result.scalar_one())

        gone = await piece("1/a", "dropped", OLD)
        before_it_was_noted = await piece("1/b", "dropped", None)
        again = await piece("1/c", "dropped", OLD)
        await piece("1/c", "kept", None)
        await piece("1/d", "waiting", None)
        await piece("1/e", "dropped", YOUNG)
        found = await clearing.dropped(tx, AGES.other, 0, 10)
        assert [one.id for one in found] == [gone, before_it_was_noted, again]
        assert [one.id for one in await clearing.dropped(tx, AGES.other, gone, 1)] == [
            before_it_was_noted
        ]
        blobs = ["1/a", "1/b", "1/c", "1/d", "1/e", "1/f"]
        assert await clearing.still_kept(tx, blobs, AGES.other) == {"1/c", "1/d", "1/e"}
        assert await clearing.without_row(tx, blobs) == ["1/f"]
        assert await clearing.forget_dropped(tx, [gone, again, again + 1], AGES.other) == 2
        count = select(func.count()).select_from(evidence_table)
        assert (await tx.execute(count)).scalar_one() == 4
