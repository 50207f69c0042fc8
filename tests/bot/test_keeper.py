"""Keeping what comes: many webhooks at once share a transaction, and none spoils another's."""

import asyncio

import pytest
from sqlalchemy import event, func, select

from bot.keeper import Keeper
from bot.platforms.base import Arrived
from bot.wake import Wake
from storage import owners
from storage.engine import Database
from storage.tables import chats, inbox
from storage.tables import owners as owners_table
from tests.conftest import START, StandingClock


def arrived(key: str, address: str | None = "U1", **more: object) -> Arrived:
    fields: dict[str, object] = {
        "key": key,
        "address": address,
        "group": False,
        "at": START,
        "raw": {"text": key},
        "kind": "message",
        **more,
    }
    return Arrived(**fields)  # type: ignore[arg-type]


@pytest.fixture
def keeper(database: Database, clock: StandingClock) -> Keeper:
    return Keeper(database, clock, Wake(), zone="Asia/Tokyo")


async def kept(database: Database) -> list[str]:
    async with database.read() as tx:
        return list((await tx.execute(select(inbox.c.key).order_by(inbox.c.id))).scalars())


async def count(database: Database, table: object) -> int:
    async with database.read() as tx:
        return int((await tx.execute(select(func.count()).select_from(table))).scalar_one())  # type: ignore[arg-type]


async def test_what_comes_at_once_is_kept_together_and_in_order(
    keeper: Keeper, database: Database
) -> None:
    commits: list[int] = []
    event.listen(database.engine.sync_engine, "commit", lambda _: commits.append(1))
    keys = [f"e{number:03}" for number in range(150)]
    await asyncio.gather(*(keeper.keep("line", [arrived(key, f"U{key[-1]}")]) for key in keys))
    assert await kept(database) == keys
    assert len(commits) == 1
    assert await count(database, chats) == await count(database, owners_table) == 10


async def test_the_same_event_twice_in_one_batch_is_kept_once(
    keeper: Keeper, database: Database
) -> None:
    one, other = arrived("e1"), arrived("e2")
    await asyncio.gather(*(keeper.keep("line", [one, other]) for _ in range(3)))
    await keeper.keep("line", [other, one])
    assert await kept(database) == ["e1", "e2"]


async def test_two_platforms_and_events_of_no_chat(keeper: Keeper, database: Database) -> None:
    await asyncio.gather(
        keeper.keep("line", [arrived("e1"), arrived("e2", None)]),
        keeper.keep("telegram", [arrived("e1"), arrived("e3", "7", group=True)]),
    )
    async with database.read() as tx:
        rows = (await tx.execute(select(inbox).order_by(inbox.c.id))).mappings().all()
        of = {
            (chat.platform, chat.address): (chat.id, chat.owner_id)
            for chat in (await tx.execute(select(chats))).all()
        }
        group = await owners.find_chat(tx, "telegram", "7")
    assert [(row["platform"], row["key"], row["state"]) for row in rows] == [
        ("line", "e1", "new"),
        ("line", "e2", "ignored"),
        ("telegram", "e1", "new"),
        ("telegram", "e3", "new"),
    ]
    assert [(row["chat_id"], row["owner_id"]) for row in rows] == [
        of["line", "U1"],
        (None, None),
        of["telegram", "U1"],
        of["telegram", "7"],
    ]
    assert len(of) == 3
    assert group
    assert group.group


async def test_one_that_cannot_be_kept_spoils_no_other(keeper: Keeper, database: Database) -> None:
    broken = arrived("bad", at="yesterday")
    ends = await asyncio.gather(
        keeper.keep("line", [arrived("e1")]),
        keeper.keep("line", [arrived("e2"), broken]),
        keeper.keep("line", [arrived("e3")]),
        return_exceptions=True,
    )
    assert [end is None for end in ends] == [True, False, True]
    assert await kept(database) == ["e1", "e3"]


async def test_an_old_event_does_not_bring_back_who_was_forgotten(
    keeper: Keeper, database: Database
) -> None:
    await keeper.keep("line", [arrived("e1"), arrived("e2", "U2")])
    async with database.write() as tx:
        await tx.execute(chats.update().where(chats.c.address == "U1").values(address="gone"))
        await tx.execute(inbox.update().where(inbox.c.key == "e1").values(chat_id=None))
    await keeper.keep("line", [arrived("e1"), arrived("e3", "U2")])
    assert await kept(database) == ["e1", "e2", "e3"]
    assert await count(database, chats) == 2
    await keeper.keep("line", [arrived("e1"), arrived("e4")])
    # Who writes anew is somebody new, and the old event stays what it was.
    assert await kept(database) == ["e1", "e2", "e3", "e4"]
    assert await count(database, chats) == 3
