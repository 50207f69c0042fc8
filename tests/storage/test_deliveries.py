"""Deliveries: claimed under a lease, frozen once, settled only by whoever holds the chat."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from msgspec import structs
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import claims, deliveries, due, fates, outbox, owners
from storage.deliveries import RANK_ANSWER, RANK_WARNING
from storage.engine import Database
from storage.message_records import Delivery
from storage.owner_records import Chat
from storage.states import OutboxState
from storage.tables import deliveries as deliveries_table
from tests.conftest import START, StandingClock
from tests.storage import sending
from tests.storage.making import (
    EVERYWHERE,
    LEASE,
    a_chat,
    all_planned,
    chats_for,
    is_due,
    planned_row,
)

SOON = timedelta(minutes=10)
HELLO: dict[str, Any] = {"reply": {"nodes": []}, "to": {}}


async def claim(
    tx: AsyncConnection,
    now: datetime,
    token: str,
    limit: int = 10,
    *,
    platforms: Sequence[str] = EVERYWHERE,
    only: int | None = None,
    real_now: datetime | None = None,
) -> list[Chat]:
    real = real_now or now
    return await claims.claim_chats(
        tx, now, token, real + LEASE, limit, real_now=real, platforms=platforms, only=only
    )


async def frozen_answer(
    tx: AsyncConnection, chat: Chat, now: datetime, *, bodies: int = 1
) -> list[Delivery]:
    await outbox.put_answer(tx, chat.id, HELLO, now)
    row = await sending.due_answer(tx, chat.id, now)
    assert row is not None
    return await sending.freeze(
        tx,
        chat.id,
        [row],
        [{"number": number} for number in range(bodies)],
        now,
        rank=RANK_ANSWER,
        reply_token="reply",
        reply_until=now + timedelta(seconds=50),
    )


async def frozen_notice(
    tx: AsyncConnection, chat: Chat, now: datetime, *, bodies: int = 1
) -> list[Delivery]:
    await outbox.put_notice(tx, chat.id, HELLO, now, now)
    rows = await sending.due_notices(tx, chat.id, now, now + SOON)
    return await sending.freeze(
        tx,
        chat.id,
        rows,
        [{"number": number} for number in range(bodies)],
        now,
        rank=RANK_WARNING,
    )


async def later(
    tx: AsyncConnection, delivery: Delivery, token: str, at: datetime, **changed: Any
) -> bool:
    values: dict[str, Any] = {
        "uncertain": False,
        "marked": False,
        "reply_token": delivery.reply_token,
        "retry_key": delivery.retry_key,
        **changed,
    }
    return await fates.try_later(tx, delivery.id, token, at, **values)


async def stored(tx: AsyncConnection, delivery_id: int) -> Any:
    found = await tx.execute(select(deliveries_table).where(deliveries_table.c.id == delivery_id))
    return found.mappings().one()


async def test_answers_are_claimed_first_then_what_is_due_longest(
    database: Database, clock: StandingClock
) -> None:
    now = clock.now()
    old, older, asked, later_asked = await chats_for(database, 4)
    async with database.write() as tx:
        await outbox.put_notice(tx, old.id, HELLO, now - timedelta(hours=1), now)
        await outbox.put_notice(tx, older.id, HELLO, now - timedelta(hours=2), now)
        await outbox.put_answer(tx, later_asked.id, HELLO, now - timedelta(seconds=1))
        await outbox.put_answer(tx, asked.id, HELLO, now - timedelta(seconds=5))
    order = []
    for number in range(4):
        async with database.write() as tx:
            order += [chat.id for chat in await claim(tx, now, f"t{number}", 1)]
    assert order == [asked.id, later_asked.id, older.id, old.id]


async def test_a_ready_answer_goes_before_planned_warnings(
    database: Database, clock: StandingClock
) -> None:
    now = clock.now()
    warned, asked = await chats_for(database, 2)
    async with database.write() as tx:
        await outbox.put_notice(tx, warned.id, HELLO, now - timedelta(hours=3), now)
        await frozen_answer(tx, asked, now)
        assert [chat.id for chat in await claim(tx, now, "t", 1)] == [asked.id]


async def test_what_is_not_due_is_not_claimed(database: Database, clock: StandingClock) -> None:
    now = clock.now()
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        await outbox.put_notice(tx, chat.id, HELLO, now + timedelta(microseconds=1), now)
        assert not await is_due(tx, now)
        assert await claim(tx, now, "t") == []
        due = now + timedelta(microseconds=1)
        assert await is_due(tx, due)
        assert [c.id for c in await claim(tx, due, "t")] == [chat.id]


async def test_a_chat_is_sent_to_by_one_at_a_time(database: Database, clock: StandingClock) -> None:
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        await outbox.put_answer(tx, chat.id, HELLO, clock.now())
        assert len(await claim(tx, clock.now(), "first")) == 1
        await outbox.put_answer(tx, chat.id, HELLO, clock.now())
        assert await claim(tx, clock.now(), "second") == []
        clock.forward(seconds=20, microseconds=1)
        assert len(await claim(tx, clock.now(), "second")) == 1
        await claims.release(tx, [chat.id], "first")
        assert await claim(tx, clock.now(), "third") == []
        await claims.release(tx, [chat.id], "second")
        assert len(await claim(tx, clock.now(), "third")) == 1


async def test_a_paused_platform_is_left_alone(database: Database, clock: StandingClock) -> None:
    async with database.write() as tx:
        line = await a_chat(tx, "U1", platform="line")
        telegram = await a_chat(tx, "1", platform="telegram")
        for chat in (line, telegram):
            await outbox.put_answer(tx, chat.id, HELLO, clock.now())
        claimed = await claim(tx, clock.now(), "t", platforms=["telegram"])
        assert [chat.id for chat in claimed] == [telegram.id]


async def test_a_later_answer_does_not_overtake_one_that_waits(
    database: Database, clock: StandingClock
) -> None:
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        (first,) = await frozen_answer(tx, chat, clock.now())
        await claim(tx, clock.now(), "t")
        assert await later(tx, first, "t", clock.now() + timedelta(seconds=2))
        await claims.release(tx, [chat.id], "t")
        await outbox.put_answer(tx, chat.id, HELLO, clock.now())
        assert await claim(tx, clock.now(), "t2") == []
        clock.forward(seconds=2)
        assert len(await claim(tx, clock.now(), "t2")) == 1
        head = await sending.head(tx, chat.id, clock.now())
    assert head is not None
    assert head.id == first.id


async def test_a_waiting_warning_does_not_hold_an_answer(
    database: Database, clock: StandingClock
) -> None:
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        (warning,) = await frozen_notice(tx, chat, clock.now())
        await claim(tx, clock.now(), "t")
        await later(tx, warning, "t", clock.now() + timedelta(minutes=5))
        await claims.release(tx, [chat.id], "t")
        (answer,) = await frozen_answer(tx, chat, clock.now())
        assert len(await claim(tx, clock.now(), "t2")) == 1
        head = await sending.head(tx, chat.id, clock.now())
    assert head is not None
    assert head.id == answer.id


@pytest.mark.parametrize("kind", ["answer", "notice"])
async def test_the_parts_of_one_message_keep_their_order(
    database: Database, clock: StandingClock, kind: str
) -> None:
    (chat,) = await chats_for(database, 1)
    make = frozen_answer if kind == "answer" else frozen_notice
    async with database.write() as tx:
        first, second = await make(tx, chat, clock.now(), bodies=2)
        await claim(tx, clock.now(), "t")
        assert await later(tx, first, "t", clock.now() + timedelta(seconds=4))
        await claims.release(tx, [chat.id], "t")
        clock.forward(seconds=1)
        assert await claim(tx, clock.now(), "t2") == []
        assert await sending.head(tx, chat.id, clock.now()) is None
        clock.forward(seconds=3)
        assert len(await claim(tx, clock.now(), "t3")) == 1
        heads = []
        for _ in (first, second):
            head = await sending.head(tx, chat.id, clock.now())
            assert head is not None
            heads.append(head.id)
            assert await fates.settle(tx, head.id, "t3", "sent", clock.now())
    assert heads == [first.id, second.id]


async def test_rows_settle_with_their_last_delivery(
    database: Database, clock: StandingClock
) -> None:
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        first, second = await frozen_answer(tx, chat, clock.now(), bodies=2)
        (row,) = await all_planned(tx)
        assert (row.state, row.delivery_id) == (OutboxState.FROZEN, second.id)
        assert (first.reply_token, second.reply_token) == ("reply", None)
        assert second.reply_until is None
        await claim(tx, clock.now(), "t")
        assert await fates.settle(tx, first.id, "t", "sent", clock.now(), message="m1")
        assert (await planned_row(tx, row.id)).state == OutboxState.FROZEN
        assert await fates.settle(tx, second.id, "t", "sent", clock.now())
        assert (await planned_row(tx, row.id)).state == OutboxState.SENT
        assert (await stored(tx, first.id))["message"] == "m1"


@pytest.mark.parametrize("fate", ["sent", "refused", "parked"])
async def test_rows_follow_their_delivery(
    database: Database, clock: StandingClock, fate: str
) -> None:
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        (delivery,) = await frozen_notice(tx, chat, clock.now())
        await claim(tx, clock.now(), "t")
        assert await fates.settle(tx, delivery.id, "t", fate, clock.now(), reason="why")
        assert [row.state.value for row in await all_planned(tx)] == [fate]
        row = await stored(tx, delivery.id)
        assert (row["state"], row["reason"], row["settled_at"]) == (fate, "why", clock.now())
        assert not await fates.settle(tx, delivery.id, "t", "sent", clock.now())
        assert await deliveries.counts(tx) == {fate: 1}
        parked = await deliveries.parked_since(tx, clock.now())
        assert [row["id"] for row in parked] == ([delivery.id] if fate == "parked" else [])


async def test_a_foreign_token_touches_nothing(database: Database, clock: StandingClock) -> None:
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        (delivery,) = await frozen_answer(tx, chat, clock.now())
        await claim(tx, clock.now(), "former")
        clock.forward(seconds=21)
        await claim(tx, clock.now(), "present")
        before = dict(await stored(tx, delivery.id))
        until = clock.now() + timedelta(hours=1)
        assert not await sending.attempt(tx, delivery, "former", clock.now(), until)
        assert not await fates.settle(tx, delivery.id, "former", "sent", clock.now())
        assert not await later(tx, delivery, "former", until)
        assert dict(await stored(tx, delivery.id)) == before
        assert [row.state for row in await all_planned(tx)] == [OutboxState.FROZEN]
        # Nor did the former holder lengthen the lease.
        clock.forward(seconds=21)
        assert len(await claim(tx, clock.now(), "next")) == 1


async def test_an_attempt_is_a_fact_that_outlives_its_process(
    database: Database, clock: StandingClock
) -> None:
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        (delivery,) = await frozen_answer(tx, chat, clock.now())
        await claim(tx, clock.now(), "t")
        assert (delivery.attempted_at, delivery.tries) == (None, 0)
    async with database.write() as tx:
        until = clock.now() + LEASE
        assert await sending.attempt(tx, delivery, "t", clock.now(), until)
    again = Database(database.url.render_as_string(hide_password=False))
    try:
        async with again.read() as tx:
            head = await sending.head(tx, chat.id, clock.now())
    finally:
        await again.close()
    assert head is not None
    assert (head.attempted_at, head.first_attempt_at) == (START, START)
    assert head.tries == 1
    async with database.write() as tx:
        # Interrupted by a crash, it is begun again: still the same try.
        assert await sending.attempt(tx, head, "t", clock.now(), until)
        head = await sending.head(tx, chat.id, clock.now())
    assert head is not None
    assert head.tries == 1


async def test_what_leaves_at_once_is_frozen_as_attempted(
    database: Database, clock: StandingClock
) -> None:
    (chat,) = await chats_for(database, 1)
    bodies: list[dict[str, Any]] = [
        {"text": '期限 "です" \\ \n 🎁 \u2028', "nothing": None, "list": [1, 2.5, -1, True, {}]},
        {"text": "二つ目"},
    ]
    async with database.write() as tx:
        await outbox.put_answer(tx, chat.id, HELLO, clock.now())
        row = await sending.due_answer(tx, chat.id, clock.now())
        assert row is not None
        now, until = clock.now(), clock.now() + timedelta(seconds=50)
        made = await sending.freeze(
            *(tx, chat.id, [row], bodies, now),
            rank=RANK_ANSWER,
            reply_token="reply",
            reply_until=until,
            at_once=True,
        )
        assert [(one.attempted_at, one.tries) for one in made] == [(None, 0)] * 2
        first, second = made
        head = await sending.head(tx, chat.id, now)
        assert head == structs.replace(first, attempted_at=now, first_attempt_at=now, tries=1)
        await claim(tx, now, "t")
        assert await fates.settle(tx, first.id, "t", "sent", now)
        assert await sending.head(tx, chat.id, now) == second
    assert (first.reply_token, first.reply_until) == ("reply", until)
    assert (second.reply_token, second.reply_until, second.body) == (None, None, bodies[1])


async def test_an_attempt_lengthens_the_lease(database: Database, clock: StandingClock) -> None:
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        (delivery,) = await frozen_answer(tx, chat, clock.now())
        await claim(tx, clock.now(), "t")
        clock.forward(seconds=15)
        assert await sending.attempt(tx, delivery, "t", clock.now(), clock.now() + LEASE)
        clock.forward(seconds=15)
        assert await claim(tx, clock.now(), "other") == []


async def test_the_next_try_keeps_what_is_known(database: Database, clock: StandingClock) -> None:
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        (delivery,) = await frozen_answer(tx, chat, clock.now())
        await claim(tx, clock.now(), "t")
        await sending.attempt(tx, delivery, "t", clock.now(), clock.now() + LEASE)
        at = clock.now() + timedelta(seconds=2)
        assert await later(
            tx, delivery, "t", at, uncertain=True, marked=True, reply_token=None, retry_key="new"
        )
        assert await sending.head(tx, chat.id, clock.now()) is None
        clock.forward(seconds=2)
        head = await sending.head(tx, chat.id, clock.now())
        assert head is not None
        assert (head.uncertain, head.marked, head.reply_token, head.retry_key) == (
            *(True, True),
            *(None, "new"),
        )
        assert head.body == delivery.body
        # The fate of the attempt is known, when it began is not forgotten.
        assert (head.attempted_at, head.first_attempt_at, head.tries) == (None, START, 1)
        await sending.attempt(tx, head, "t", clock.now(), clock.now() + LEASE)
        assert await later(tx, head, "t", clock.now(), counts=False)
        head = await sending.head(tx, chat.id, clock.now())
    assert head is not None
    assert (head.tries, head.first_attempt_at) == (1, START)


async def test_a_refusing_chat_keeps_only_what_is_planned_for_later(
    database: Database, clock: StandingClock
) -> None:
    now = clock.now()
    chat, other = await chats_for(database, 2)
    async with database.write() as tx:
        await outbox.put_notice(tx, chat.id, HELLO, now + timedelta(days=1), now)
        await frozen_answer(tx, chat, now)
        await outbox.put_notice(tx, chat.id, HELLO, now, now)
        await frozen_answer(tx, other, now)
        await fates.refuse_all(tx, chat.id, now)
        states = [(row.chat_id, row.state) for row in await all_planned(tx)]
        assert states == [
            (chat.id, OutboxState.PLANNED),
            (chat.id, OutboxState.REFUSED),
            (chat.id, OutboxState.REFUSED),
            (other.id, OutboxState.FROZEN),
        ]
        assert await deliveries.counts(tx) == {"refused": 1, "ready": 1}


async def test_held_rows_are_found_and_settled(database: Database, clock: StandingClock) -> None:
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        (delivery,) = await frozen_notice(tx, chat, clock.now())
        await claim(tx, clock.now(), "t")
        assert await sending.held(tx, chat.id) == []
        await fates.settle(tx, delivery.id, "t", "parked", clock.now(), rows=OutboxState.HELD)
        held = await sending.held(tx, chat.id)
        assert [row.state for row in held] == [OutboxState.HELD]
        await deliveries.settle_rows(
            tx, [row.id for row in held], OutboxState.CANCELLED, clock.now()
        )
        assert await sending.held(tx, chat.id) == []
        assert (await planned_row(tx, held[0].id)).state == OutboxState.CANCELLED


async def test_what_falls_due_soon_joins_only_what_is_due(
    database: Database, clock: StandingClock
) -> None:
    now = clock.now()
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        for minutes in (20, 9, 5):
            await outbox.put_notice(tx, chat.id, HELLO, now + timedelta(minutes=minutes), now)
        await outbox.put_answer(tx, chat.id, HELLO, now + timedelta(minutes=5))
        assert await sending.due_notices(tx, chat.id, now, now + SOON) == []
        clock.forward(minutes=5)
        due = await sending.due_notices(tx, chat.id, clock.now(), clock.now() + SOON)
    assert [row.due_at - now for row in due] == [timedelta(minutes=5), timedelta(minutes=9)]


async def test_a_postponed_row_waits(database: Database, clock: StandingClock) -> None:
    now = clock.now()
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        await outbox.put_notice(tx, chat.id, HELLO, now, now)
        (row,) = await all_planned(tx)
        morning = now + timedelta(hours=8)
        await deliveries.postpone(tx, row.id, morning)
        assert await claim(tx, now, "t") == []
        assert await due.next_due(tx) == morning
        assert len(await claim(tx, morning, "t")) == 1


async def test_the_next_due_time_is_the_earliest_of_both_kinds(
    database: Database, clock: StandingClock
) -> None:
    now = clock.now()
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        assert await due.next_due(tx) is None
        (delivery,) = await frozen_answer(tx, chat, now)
        assert await due.next_due(tx) == now
        await outbox.put_notice(tx, chat.id, HELLO, now + timedelta(minutes=3), now)
        await claim(tx, now, "t")
        await later(tx, delivery, "t", now + timedelta(minutes=5))
        assert await due.next_due(tx) == now + timedelta(minutes=3)
        await later(tx, delivery, "t", now + timedelta(minutes=1))
        assert await due.next_due(tx) == now + timedelta(minutes=1)
        await fates.settle(tx, delivery.id, "t", "sent", now)
        assert await due.next_due(tx) == now + timedelta(minutes=3)


async def test_a_moved_clock_is_its_own_chats_alone(
    database: Database, clock: StandingClock
) -> None:
    now = clock.now()
    tomorrow = now + timedelta(days=1)
    async with database.write() as tx:
        moved = await a_chat(tx, "here", platform="local")
        line = await a_chat(tx, "U1", platform="line")
        for chat in (moved, line):
            await outbox.put_notice(tx, chat.id, HELLO, tomorrow, now)
            await owners.set_clock_ahead(tx, chat.id, 86_400)
        assert await due.moved_clocks(tx) == [(moved.id, 86_400)]
        assert (await owners.chat(tx, line.id)).clock_ahead == 0
        assert not await is_due(tx, now)
        assert not await is_due(tx, now, only=moved.id)
        assert await is_due(tx, tomorrow, only=moved.id)
        claimed = await claim(tx, tomorrow, "t", only=moved.id, real_now=now)
        assert [chat.id for chat in claimed] == [moved.id]
        # The lease runs by the real time, not by the moved one.
        soon = now + timedelta(seconds=1)
        assert await claim(tx, tomorrow, "t2", only=moved.id, real_now=soon) == []
        much_later = now + timedelta(seconds=21)
        assert len(await claim(tx, tomorrow, "t2", only=moved.id, real_now=much_later)) == 1


async def test_the_oldest_waiting_row_is_known(database: Database, clock: StandingClock) -> None:
    (chat,) = await chats_for(database, 1)
    async with database.write() as tx:
        assert await outbox.oldest_due(tx, clock.now()) is None
        await outbox.put_answer(tx, chat.id, HELLO, clock.now())
        clock.forward(seconds=90)
        assert await outbox.oldest_due(tx, clock.now()) == timedelta(seconds=90)
