"""The outbox: planned with what caused it, and planned once."""

from datetime import timedelta
from typing import Any

import pytest

from storage import deadlines, deliveries, outbox
from storage.engine import Database
from storage.states import OutboxKind, OutboxState
from tests.conftest import START
from tests.storage import sending
from tests.storage.making import a_chat, a_deadline, all_planned, an_open_dispute

DAY = timedelta(days=1)
HELLO: dict[str, Any] = {"reply": {"nodes": []}, "to": {}}


async def test_a_warning_is_planned_once_a_version(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        clock = await a_deadline(tx, await an_open_dispute(tx, chat.owner_id))
        due = clock.at - DAY
        assert await outbox.plan_warning(tx, chat.id, clock, "D-1", due, START, why="x")
        assert not await outbox.plan_warning(tx, chat.id, clock, "D-1", due + DAY, START)
        assert await outbox.plan_warning(tx, chat.id, clock, "-3h", due - DAY, START)
        moved = await deadlines.change(tx, clock.id, at=clock.at)
        assert await outbox.plan_warning(tx, chat.id, moved, "D-1", due, START)
        first, second, third = await outbox.warnings_of(tx, clock.id)
        assert (first.offset, second.offset) == ("-3h", "D-1")
        assert (second.due_at, second.dispute_id, second.kind) == (
            *(due, clock.dispute_id),
            OutboxKind.WARNING,
        )
        assert second.content == {"why": "x", "at": clock.at.isoformat()}
        assert (second.deadline_version, third.deadline_version) == (1, 2)


async def test_cancelling_leaves_other_deadlines_and_what_was_sent(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        dispute = await an_open_dispute(tx, chat.owner_id)
        clock, other = await a_deadline(tx, dispute), await a_deadline(tx, dispute)
        for one in (clock, other):
            for offset in ("D-2", "D-1"):
                await outbox.plan_warning(tx, chat.id, one, offset, one.at - DAY, START)
        first, *_ = await outbox.warnings_of(tx, clock.id)
        await sending.freeze(tx, chat.id, [first], [{}], START, rank=1)
        assert await outbox.cancel_of_deadline(tx, clock.id, START) == 1
        assert await outbox.cancel_of_deadline(tx, clock.id, START) == 0
        assert await outbox.warnings_of(tx, clock.id) == []
        assert len(await outbox.warnings_of(tx, other.id)) == 2
        states = [row.state for row in await all_planned(tx) if row.deadline_id == clock.id]
        assert states == [OutboxState.FROZEN, OutboxState.CANCELLED]


@pytest.mark.parametrize("fate", ["frozen", "sent", "cancelled", "refused"])
async def test_offsets_that_were_sent_for_the_same_instant(database: Database, fate: str) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        clock = await a_deadline(tx, await an_open_dispute(tx, chat.owner_id))
        await outbox.plan_warning(tx, chat.id, clock, "D-1", clock.at - DAY, START)
        assert await outbox.sent_offsets(tx, clock.id, clock.at) == set()
        rows = await outbox.warnings_of(tx, clock.id)
        await deliveries.settle_rows(tx, [row.id for row in rows], OutboxState(fate), START)
        sent = {"D-1"} if fate in ("frozen", "sent") else set()
        assert await outbox.sent_offsets(tx, clock.id, clock.at) == sent
        assert await outbox.sent_offsets(tx, clock.id, clock.at + DAY) == set()


async def test_a_notice_with_a_key_is_put_once(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        put = [
            await outbox.put_notice(tx, chat.id, HELLO, START, START, dedupe_key=key)
            for key in ("a", "a", "b", None, None)
        ]
        assert put == [True, False, True, True, True]
        assert len(await sending.due_notices(tx, chat.id, START, START)) == 4


async def test_answers_come_oldest_first_and_only_their_chats(database: Database) -> None:
    async with database.write() as tx:
        chat, other = await a_chat(tx, "U1"), await a_chat(tx, "U2")
        await outbox.put_answer(tx, other.id, HELLO, START)
        first = await outbox.put_answer(tx, chat.id, {"reply": {"n": 1}}, START)
        await outbox.put_answer(tx, chat.id, {"reply": {"n": 2}}, START)
        assert await sending.due_notices(tx, chat.id, START, START) == []
        row = await sending.due_answer(tx, chat.id, START)
        assert row is not None
        assert (row.id, row.content, row.locale) == (first, {"reply": {"n": 1}}, "ja")
        assert not row.held
        assert await sending.due_answer(tx, chat.id, START - timedelta(microseconds=1)) is None


async def test_the_next_warning_of_a_chat(database: Database) -> None:
    async with database.write() as tx:
        chat, other = await a_chat(tx, "U1"), await a_chat(tx, "U2")
        clock = await a_deadline(tx, await an_open_dispute(tx, chat.owner_id))
        assert await outbox.next_warning_of_chat(tx, chat.id) is None
        await outbox.put_notice(tx, chat.id, HELLO, START, START)
        await outbox.plan_warning(tx, chat.id, clock, "D-1", START + DAY, START)
        await outbox.plan_warning(tx, chat.id, clock, "D-0", START + 2 * DAY, START)
        assert await outbox.next_warning_of_chat(tx, chat.id) == START + DAY
        assert await outbox.next_warning_of_chat(tx, other.id) is None
