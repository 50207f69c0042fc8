"""Deleting for good: no row of a person is left in any table, and nobody else loses one."""

from datetime import timedelta

import pytest
from sqlalchemy import ForeignKeyConstraint, select, update

from storage import disputes, erasing, evidence, inbox, owners
from storage.engine import Database
from storage.everything import owned_tables, rows_of
from storage.states import ChatState
from storage.tables import chats, metadata
from storage.tables import disputes as disputes_table
from storage.tables import inbox as inbox_table
from storage.tables import owners as owners_table
from tests.conftest import START
from tests.storage.making import a_chat, an_open_dispute, keep_event
from tests.storage.whole_rows import everything, fill, holding, tables_of_people

MINE, OTHERS = "mine-7c1e", "others-9f2d"
PATIENCE = timedelta(hours=1)
ZONE = {"zone": "Asia/Tokyo", "locale": "ja"}


async def test_no_row_is_left_in_any_table(database: Database) -> None:
    async with database.write() as tx:
        mine = await fill(tx, MINE)
        await fill(tx, OTHERS)
    async with database.read() as tx:
        before = await everything(tx)
    names = {table.name for table in tables_of_people()}
    assert {name: len(before[name]) for name in names} == dict.fromkeys(names, 2)
    async with database.write() as tx:
        await erasing.begin(tx, mine["owners"], START)
        await erasing.finish(tx, mine["owners"], START, **ZONE)
    async with database.read() as tx:
        after = await everything(tx)
    left = holding(after, MINE)
    # Only the id of the event: without owner, chat and content.
    assert left.keys() <= {"inbox"}
    for row in left.get("inbox", []):
        assert (row["owner_id"], row["chat_id"], row["raw"]) == (None, None, {})
        assert [name for name, value in row.items() if MINE in str(value)] == ["key"]
    assert mine["owners"] not in [row["id"] for row in after["owners"]]
    # Other people's rows are as they were, all of them, and nothing stands beside them.
    for name in names - {"inbox"}:
        assert after[name] == before[name][1:], name
    assert [row for row in after["inbox"] if row["owner_id"]] == before["inbox"][1:]


def test_every_key_goes_with_what_it_points_to() -> None:
    """What `finish` rests on: a table whose rows would stay is found here."""
    for table in tables_of_people():
        keys = [one for one in table.constraints if isinstance(one, ForeignKeyConstraint)]
        assert all(key.ondelete == "CASCADE" for key in keys), table.name
        assert keys or table.name == "owners", f"{table.name} belongs to nobody"
    assert {table.name for table in owned_tables()} == {one.name for one in tables_of_people()}


async def test_an_export_finds_the_rows_of_every_table(database: Database) -> None:
    async with database.write() as tx:
        mine = await fill(tx, MINE)
        await fill(tx, OTHERS)
    async with database.read() as tx:
        for table in owned_tables():
            rows = [row async for row in rows_of(tx, table, mine["owners"])]
            assert len(rows) == 1, table.name
            assert OTHERS not in str(rows)
            assert not {"lease_token", "reply_token", "retry_key"} & rows[0].keys()


async def test_what_is_shown_goes_at_once_and_the_answer_is_waited_for(database: Database) -> None:
    async with database.write() as tx:
        mine = await fill(tx, MINE)
        await erasing.begin(tx, mine["owners"], START)
    async with database.read() as tx:
        rows = await everything(tx)
        for name in ("disputes", "deadlines", "proposals", "changes", "conversations", "progress",
                     "owner_changes", "calendars", "link_codes"):  # fmt: skip
            assert rows[name] == [], name
        # Only where their files lie is known still, until these are deleted.
        (piece,), (archive,) = rows["evidence"], rows["archives"]
        assert [name for name, value in piece.items() if MINE in str(value)] == [
            "sha256",
            "blob",
            "media_type",
        ]
        assert (piece["status"], piece["dispute_id"], archive["dispute_id"]) == (
            "dropped",
            None,
            None,
        )
        assert await erasing.waiting_owners(tx) == [mine["owners"]]
    async with database.write() as tx:
        assert not await erasing.still_talking(tx, mine["owners"], START, PATIENCE)
        await keep_event(
            tx,
            platform="line",
            key="e9",
            kind="text",
            at=START,
            raw={"said": "later"},
            owner_id=mine["owners"],
            chat_id=mine["chats"],
            now=START,
        )
        assert await inbox.claim_owners(tx, START, "t", START + PATIENCE, 5) == []


async def test_an_answer_that_never_arrives_is_waited_for_an_hour(database: Database) -> None:
    async with database.write() as tx:
        mine = await fill(tx, MINE)
        await erasing.begin(tx, mine["owners"], START)
        await tx.execute(
            metadata.tables["deliveries"].update().values(state="ready", rank=0, next_try_at=START)
        )
        await tx.execute(update(chats).values(state="active"))
        soon, late = START + timedelta(minutes=59), START + timedelta(minutes=61)
        assert await erasing.still_talking(tx, mine["owners"], soon, PATIENCE)
        assert not await erasing.still_talking(tx, mine["owners"], late, PATIENCE)
        # Nobody is deleted under a message that is on its way.
        await tx.execute(update(chats).values(lease_token="x", lease_until=late))
        assert await erasing.still_talking(tx, mine["owners"], late, PATIENCE)


async def test_who_writes_meanwhile_begins_anew(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        await an_open_dispute(tx, chat.owner_id)
        await erasing.begin(tx, chat.owner_id, START)
        for number in range(2):
            await keep_event(
                tx,
                platform="line",
                key=f"e{number}",
                kind="text",
                at=START,
                raw={"said": f"word {number}"},
                owner_id=chat.owner_id,
                chat_id=chat.id,
                now=START,
            )
        await tx.execute(
            update(inbox_table).where(inbox_table.c.key == "e0").values(state="handled")
        )
        await erasing.finish(tx, chat.owner_id, START, **ZONE)
    async with database.read() as tx:
        fresh = await owners.find_chat(tx, "line", "U1")
        assert fresh is not None
        assert fresh.owner_id != chat.owner_id
        event = await inbox.oldest(tx, fresh.owner_id)
        assert event is not None
        assert (event.key, event.raw) == ("e1", {"said": "word 1"})
        assert await disputes.of_owner(tx, fresh.owner_id) == []
        known = await tx.execute(select(inbox_table.c.raw).where(inbox_table.c.key == "e0"))
        assert known.scalar_one() == {}


async def test_old_ids_of_events_go_too(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        for number, age in enumerate((1, 4)):
            await keep_event(
                tx,
                platform="line",
                key=f"e{number}",
                kind="text",
                at=START,
                raw={},
                owner_id=chat.owner_id,
                chat_id=chat.id,
                now=START - timedelta(days=age),
            )
        await tx.execute(update(inbox_table).values(state="handled"))
        await erasing.begin(tx, chat.owner_id, START)
        await erasing.finish(tx, chat.owner_id, START, **ZONE)
    async with database.read() as tx:
        assert list((await tx.execute(select(inbox_table.c.key))).scalars()) == ["e0"]


@pytest.mark.parametrize("state", [ChatState.BLOCKED, ChatState.LEFT])
async def test_who_has_left_long_ago_is_let_go(database: Database, state: ChatState) -> None:
    async with database.write() as tx:
        gone, back, here = [await a_chat(tx, f"U{n}") for n in range(3)]
        for chat in (gone, back):
            await owners.set_chat_state(tx, chat.id, state, START)
        await owners.set_chat_state(tx, back.id, ChatState.ACTIVE, START + timedelta(days=29))
        early, late = START - timedelta(seconds=1), START + timedelta(seconds=1)
        assert await erasing.gone(tx, early, 10) == []
        assert await erasing.gone(tx, late, 10) == [gone.owner_id]
        assert await erasing.let_go(tx, [gone.owner_id], early, START) == 0
        assert await erasing.let_go(tx, [gone.owner_id, back.owner_id], late, START) == 1
        assert await erasing.gone(tx, late, 10) == []
        assert await erasing.waiting_owners(tx) == [gone.owner_id]
        marked = select(owners_table.c.id).where(owners_table.c.erasing_since.is_(None))
        assert set((await tx.execute(marked)).scalars()) == {back.owner_id, here.owner_id}


async def test_a_second_chat_that_is_reached_keeps_its_owner(database: Database) -> None:
    async with database.write() as tx:
        one, two = await a_chat(tx, "U1"), await a_chat(tx, "U2")
        await tx.execute(update(chats).where(chats.c.id == two.id).values(owner_id=one.owner_id))
        await owners.set_chat_state(tx, one.id, ChatState.BLOCKED, START)
        assert await erasing.gone(tx, START + timedelta(days=1), 10) == []


async def test_a_deleted_case_goes_after_its_day_and_only_then(database: Database) -> None:
    async with database.write() as tx:
        mine = await fill(tx, MINE)
        await fill(tx, OTHERS)
        case = mine["disputes"]
        await tx.execute(
            update(disputes_table)
            .where(disputes_table.c.id == case)
            .values(status="deleted", deleted_at=START)
        )
        assert await erasing.deleted(tx, START, 10) == []
        later = START + timedelta(seconds=1)
        assert await erasing.deleted(tx, later, 10) == [(case, mine["owners"])]
        everything_goes = (mine["owners"], case)
        assert not await erasing.erase_dispute(tx, *everything_goes, START, lambda _content: True)
        assert await erasing.erase_dispute(tx, *everything_goes, later, lambda _content: True)
    async with database.read() as tx:
        rows = await everything(tx)
    # The person stays with what is not of the case: settings, the chat, and the empty event.
    of_a_case = {table.name for table in tables_of_people() if "dispute_id" in table.c}
    assert len(of_a_case) >= 8
    for name in {"disputes", "deliveries"} | of_a_case:
        assert len(rows[name]) == 1, name
    assert all(row["raw"] == {} for row in holding(rows, MINE)["inbox"])


async def test_files_that_another_case_needs_stay(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        first = await an_open_dispute(tx, chat.owner_id)
        second = await an_open_dispute(tx, chat.owner_id)
        for case, blob in ((first, "1/a"), (first, "1/both"), (second, "1/both")):
            piece = await evidence.add(
                tx, chat.owner_id, START, sha256=blob, blob=blob, media_type="image/png", size=1
            )
            await evidence.keep(tx, piece.id, case.id)
        assert await erasing.blobs_of(tx, first.id) == ["1/a"]


async def test_one_that_was_deleted_before_that_was_noted_goes(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        case = await an_open_dispute(tx, chat.owner_id)
        await tx.execute(update(disputes_table).values(status="deleted"))
        assert await erasing.deleted(tx, START + timedelta(seconds=1), 10) == [
            (case.id, chat.owner_id)
        ]
