"""A chat as it was shown: in its order, whatever its clock was moved to, on both databases."""

from datetime import timedelta
from typing import Any

from sqlalchemy import insert, update

from storage import history, inbox, outbox, owners
from storage.engine import Database
from storage.history import Mark
from storage.owner_records import Chat
from storage.tables import deliveries as deliveries_table
from storage.tables import evidence
from storage.tables import outbox as outbox_table
from tests.conftest import StandingClock
from tests.storage import sending
from tests.storage.making import keep_event


async def a_chat(database: Database, clock: StandingClock, address: str = "local") -> Chat:
    async with database.write() as tx:
        return await owners.open_chat(
            tx,
            "local",
            address,
            group=False,
            zone="Asia/Tokyo",
            locale="ja",
            now=clock.now(),
        )


async def say(database: Database, clock: StandingClock, chat: Chat, key: str, **raw: Any) -> None:
    async with database.write() as tx:
        after = await history.last_delivery(tx, chat.id)
        await keep_event(
            tx,
            platform="local",
            key=key,
            kind="text",
            at=clock.now(),
            raw={"text": key, "after": after, **raw},
            owner_id=chat.owner_id,
            chat_id=chat.id,
            now=clock.now(),
        )


async def deliver(
    database: Database,
    clock: StandingClock,
    chat: Chat,
    *texts: str,
    ahead: timedelta = timedelta(),
    state: str = "sent",
) -> None:
    now = clock.now() + ahead
    async with database.write() as tx:
        await outbox.put_answer(tx, chat.id, {}, now)
        row = await sending.due_answer(tx, chat.id, now)
        assert row is not None
        frozen = await sending.freeze(
            tx, chat.id, [row], [{"t": text} for text in texts], clock.now(), rank=0
        )
        # The page knows a bubble by its retry key: here by its own text.
        for one, text in zip(frozen, texts, strict=True):
            await tx.execute(
                update(deliveries_table)
                .where(deliveries_table.c.id == one.id)
                .values(state=state, retry_key=text)
            )
        await tx.execute(
            update(outbox_table).where(outbox_table.c.id == row.id).values(state=state)
        )


async def shown(database: Database, chat: Chat, since: Mark | None = None) -> list[str]:
    async with database.read() as tx:
        return [entry.id for entry in await history.conversation(tx, chat, since=since)]


async def test_both_sides_in_one_order(database: Database, clock: StandingClock) -> None:
    chat = await a_chat(database, clock)
    await say(database, clock, chat, "said-1")
    await say(database, clock, chat, "said-2")
    await deliver(database, clock, chat, "answer-1", "answer-2")
    clock.forward(days=-2)
    await say(database, clock, chat, "said-3")
    await deliver(database, clock, chat, "answer-3")
    expected = ["said-1", "said-2", "answer-1", "answer-2", "said-3", "answer-3"]
    assert await shown(database, chat) == expected


async def test_what_was_not_sent_and_other_chats_do_not_show(
    database: Database, clock: StandingClock
) -> None:
    chat, other = await a_chat(database, clock), await a_chat(database, clock, "other")
    await say(database, clock, other, "said-other")
    await deliver(database, clock, other, "answer-other")
    await deliver(database, clock, chat, "refused", state="refused")
    await deliver(database, clock, chat, "sent")
    assert await shown(database, chat) == ["sent"]


async def test_the_chats_own_time_stands_beside_each(
    database: Database, clock: StandingClock
) -> None:
    chat = await a_chat(database, clock)
    tomorrow = clock.now() + timedelta(days=1)
    await say(database, clock, chat, "said", shown_at=tomorrow.isoformat())
    await deliver(database, clock, chat, "first", "second", ahead=timedelta(days=1))
    await deliver(database, clock, chat, "back")
    async with database.read() as tx:
        times = [entry.at for entry in await history.conversation(tx, chat)]
    assert times == [tomorrow, tomorrow, tomorrow, clock.now()]


async def test_only_the_last_ones_and_what_is_new_since_a_mark(
    database: Database, clock: StandingClock
) -> None:
    chat = await a_chat(database, clock)
    for number in range(30):
        await deliver(database, clock, chat, f"answer-{number}")
    async with database.read() as tx:
        last = await history.last_delivery(tx, chat.id)
        few = await history.conversation(tx, chat, limit=3)
    assert [entry.id for entry in few] == ["answer-27", "answer-28", "answer-29"]
    # A few older ones come again: one of them might have been sent only now.
    again = await shown(database, chat, Mark(0, last))
    assert again == [f"answer-{number}" for number in range(30 - history.OVERLAP, 30)]


async def test_somebody_waits(database: Database, clock: StandingClock) -> None:
    chat = await a_chat(database, clock)

    async def waits() -> bool:
        async with database.read() as tx:
            return await history.is_waiting(tx, chat.id)

    assert not await waits()
    await say(database, clock, chat, "said-1")
    assert await waits()
    async with database.write() as tx:
        event = await inbox.oldest(tx, chat.owner_id)
        assert event is not None
        await outbox.put_answer(tx, chat.id, {}, clock.now())
        await inbox.settle(tx, event.id, "handled", clock.now())
    assert await waits()
    async with database.write() as tx:
        await tx.execute(update(outbox_table).values(state="sent"))
    assert not await waits()


async def test_kept_files(database: Database, clock: StandingClock) -> None:
    chat, other = await a_chat(database, clock), await a_chat(database, clock, "other")
    await say(database, clock, chat, "photo-1")
    async with database.write() as tx:
        await tx.execute(
            insert(evidence).values(
                owner_id=chat.owner_id,
                status="kept",
                sha256="0" * 64,
                blob="1/a.png",
                media_type="image/png",
                size=3,
                message="photo-1",
                caption="",
                created_at=clock.now(),
            )
        )
    async with database.read() as tx:
        (entry,) = await history.conversation(tx, chat)
        assert entry.blob == "1/a.png"
        assert await history.media_type(tx, chat.owner_id, "1/a.png") == "image/png"
        assert await history.media_type(tx, other.owner_id, "1/a.png") is None


async def test_an_event_that_was_emptied_stays_in_its_place(
    database: Database, clock: StandingClock
) -> None:
    chat = await a_chat(database, clock)
    await say(database, clock, chat, "emptied", after=None, text=None, shown_at=None)
    async with database.read() as tx:
        (entry,) = await history.conversation(tx, chat)
    assert (entry.after, entry.at) == (0, clock.now())
