"""The inbox: each event once, each owner's in order and one at a time."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import inbox
from storage.engine import Database
from storage.owner_records import Chat
from storage.tables import inbox as inbox_table
from tests.conftest import START, StandingClock
from tests.storage.making import LEASE, a_chat, chats_for, keep_event


async def an_event(tx: AsyncConnection, chat: Chat | None, key: str, **fields: Any) -> bool:
    values: dict[str, Any] = {
        "platform": "line",
        "key": key,
        "kind": "message",
        "at": START,
        "raw": {"message": {"id": key, "text": "色違いです"}},
        "owner_id": chat.owner_id if chat else None,
        "chat_id": chat.id if chat else None,
        "now": START,
        **fields,
    }
    return await keep_event(tx, **values)


async def claim(tx: AsyncConnection, now: datetime, token: str, limit: int = 8) -> list[int]:
    return await inbox.claim_owners(tx, now, token, now + LEASE, limit)


async def handle_oldest(tx: AsyncConnection, chat: Chat) -> str:
    event = await inbox.oldest(tx, chat.owner_id)
    assert event is not None
    await inbox.settle(tx, event.id, "handled", START)
    return event.key


async def test_an_event_is_kept_as_it_came(database: Database) -> None:
    at = START + timedelta(microseconds=7)
    async with database.write() as tx:
        chat = await a_chat(tx)
        assert await an_event(tx, chat, "e1", at=at, raw={"ü": ["文", 1, None, {"x": 0.5}]})
        event = await inbox.oldest(tx, chat.owner_id)
    assert event is not None
    assert event.raw == {"ü": ["文", 1, None, {"x": 0.5}]}
    assert (event.at, event.received_at, event.tries) == (at, START, 0)
    assert (event.platform, event.key, event.kind) == ("line", "e1", "message")


async def test_the_same_key_twice_changes_nothing(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        assert await an_event(tx, chat, "e1")
    async with database.write() as tx:
        assert not await an_event(tx, chat, "e1", raw={"other": True}, kind="postback")
        # Keys are each platform's own.
        assert await an_event(tx, chat, "e1", platform="telegram")
        event = await inbox.oldest(tx, chat.owner_id)
        assert event is not None
        assert (event.kind, event.raw["message"]["id"]) == ("message", "e1")
        # And one that was handled does not come to life again.
        await inbox.settle(tx, event.id, "handled", START)
        assert not await an_event(tx, chat, "e1")
        second = await inbox.oldest(tx, chat.owner_id)
    assert second is not None
    assert second.platform == "telegram"


async def test_events_come_by_the_platforms_time_then_by_arrival(database: Database) -> None:
    def seconds(count: float) -> datetime:
        return START + timedelta(seconds=count)

    async with database.write() as tx:
        chat = await a_chat(tx)
        for key, at in (("c", seconds(2)), ("a", seconds(1)), ("d", seconds(2)), ("b", seconds(1))):
            await an_event(tx, chat, key, at=at)
        order = [await handle_oldest(tx, chat) for _ in range(4)]
        assert await inbox.oldest(tx, chat.owner_id) is None
    assert order == ["a", "b", "c", "d"]


async def test_one_event_in_work_an_owner(database: Database, clock: StandingClock) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        await an_event(tx, chat, "e1")
        assert await inbox.anything_new(tx, clock.now())
        assert await claim(tx, clock.now(), "first") == [chat.owner_id]
        await an_event(tx, chat, "e2")
        assert await claim(tx, clock.now(), "second") == []
        await inbox.release(tx, chat.owner_id, "second")
        assert await claim(tx, clock.now(), "second") == []
        await inbox.release(tx, chat.owner_id, "first")
        assert await claim(tx, clock.now(), "second") == [chat.owner_id]
        for _ in range(2):
            await handle_oldest(tx, chat)
        await inbox.release(tx, chat.owner_id, "second")
        assert not await inbox.anything_new(tx, clock.now())
        assert await claim(tx, clock.now(), "third") == []


async def test_whoever_waits_longest_comes_first(database: Database, clock: StandingClock) -> None:
    chats = await chats_for(database, 12)
    async with database.write() as tx:
        for number, chat in enumerate(reversed(chats)):
            await an_event(tx, chat, f"e{number}")
    claimed = []
    for number in range(6):
        async with database.write() as tx:
            claimed.append(set(await claim(tx, clock.now(), f"t{number}", 2)))
    waiting = [chat.owner_id for chat in reversed(chats)]
    assert claimed == [set(waiting[start : start + 2]) for start in range(0, 12, 2)]


async def test_a_failed_event_holds_its_owners_later_ones(
    database: Database, clock: StandingClock
) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx, "U1")
        other = await a_chat(tx, "U2")
        await an_event(tx, chat, "e1")
        event = await inbox.oldest(tx, chat.owner_id)
        assert event is not None
        at = clock.now() + timedelta(seconds=2)
        assert await inbox.try_again(tx, event.id, at) == 1
        await an_event(tx, chat, "e2", at=START + timedelta(seconds=1))
        await an_event(tx, other, "e3")
        assert await claim(tx, clock.now(), "t") == [other.owner_id]
        clock.forward(seconds=2)
        assert await claim(tx, clock.now(), "t2") == [chat.owner_id]
        assert await handle_oldest(tx, chat) == "e1"
        assert await inbox.try_again(tx, event.id, at) == 2


async def test_a_lease_that_ran_out_is_taken_over(database: Database, clock: StandingClock) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        await an_event(tx, chat, "e1")
        assert await claim(tx, clock.now(), "former")
        # Whoever is still at work lengthens it.
        clock.forward(seconds=15)
        assert await inbox.hold(tx, chat.owner_id, "former", clock.now() + LEASE)
        clock.forward(seconds=15)
        assert await claim(tx, clock.now(), "present") == []
        clock.forward(seconds=6)
        assert await claim(tx, clock.now(), "present") == [chat.owner_id]
        assert not await inbox.hold(tx, chat.owner_id, "former", clock.now() + LEASE)
        await inbox.release(tx, chat.owner_id, "former")
        assert await inbox.hold(tx, chat.owner_id, "present", clock.now() + LEASE)


async def test_an_event_without_an_owner_is_kept_and_not_handled(
    database: Database, clock: StandingClock
) -> None:
    async with database.write() as tx:
        assert await an_event(tx, None, "e1", kind="accountLink")
        assert not await an_event(tx, None, "e1", kind="accountLink")
        assert not await inbox.anything_new(tx, clock.now())
        assert await claim(tx, clock.now(), "t") == []
        states = await tx.execute(inbox_table.select())
        assert [(row.state, row.kind) for row in states] == [("ignored", "accountLink")]


async def test_a_parked_event_lets_the_chat_go_on(database: Database, clock: StandingClock) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        await an_event(tx, chat, "e1")
        await an_event(tx, chat, "e2")
        event = await inbox.oldest(tx, chat.owner_id)
        assert event is not None
        await inbox.try_again(tx, event.id, clock.now() + timedelta(hours=1))
        assert await claim(tx, clock.now(), "t") == []
        await inbox.settle(tx, event.id, "parked", clock.now())
        assert await claim(tx, clock.now(), "t") == [chat.owner_id]
        assert await handle_oldest(tx, chat) == "e2"


async def test_a_clock_that_jumped_back_holds_up_no_fresh_event(
    database: Database, clock: StandingClock
) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        await an_event(tx, chat, "e1", now=START + timedelta(hours=1))
        assert await inbox.anything_new(tx, clock.now())
        assert await claim(tx, clock.now(), "t") == [chat.owner_id]


async def test_recent_messages_are_counted(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx, "U1")
        other = await a_chat(tx, "U2")
        for number in range(4):
            now = START + timedelta(seconds=30 * number)
            await an_event(tx, chat, f"e{number}", now=now, at=now)
            await an_event(tx, other, f"o{number}", now=now, at=now)
        for _ in range(3):
            await handle_oldest(tx, chat)
        last = await inbox.oldest(tx, chat.owner_id)
        assert last is not None
        # Three came before it, 30 s apart.
        for span, count in ((30, 0), (31, 1), (61, 2), (86_400, 3)):
            assert await inbox.count_before(tx, last, timedelta(seconds=span)) == count


async def test_a_message_taken_back_is_emptied(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx, "U1")
        other = await a_chat(tx, "U2")
        await an_event(tx, chat, "m1")
        await an_event(tx, chat, "m2")
        await an_event(tx, other, "m1b", raw={"message": {"id": "m1"}})
        await an_event(tx, chat, "postback", raw={"postback": {"data": "x"}})
        await inbox.forget_message(tx, chat.id, "m1")
        rows = {row.key: row.raw for row in await tx.execute(inbox_table.select())}
    assert rows["m1"] == {"unsent": "m1"}
    assert rows["m2"]["message"]["text"] == "色違いです"
    assert rows["m1b"] == {"message": {"id": "m1"}}
