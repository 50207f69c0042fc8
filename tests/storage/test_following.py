"""A group that moved keeps its cases and its warnings, whichever news comes first."""

from datetime import timedelta

from storage import archives, erasing, following, outbox, owners
from storage.engine import Database
from storage.states import ChatState
from tests.conftest import START
from tests.storage.making import a_chat, a_deadline, an_open_dispute


async def test_a_chat_is_followed_to_its_new_address(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx, "-1", platform="telegram", group=True)
        elsewhere = await a_chat(tx, "-1001", platform="line")
        moved = await following.follow(tx, chat.id, "-1001", START)
        assert (moved.id, moved.owner_id, moved.address) == (chat.id, chat.owner_id, "-1001")
        assert await owners.chat(tx, elsewhere.id) == elsewhere


async def test_the_new_chat_that_wrote_first_joins_the_old_ones_owner(database: Database) -> None:
    async with database.write() as tx:
        old = await a_chat(tx, "-1", platform="telegram", group=True)
        case = await an_open_dispute(tx, old.owner_id)
        clock = await a_deadline(tx, case)
        await outbox.plan_warning(tx, old.id, clock, "D-1", clock.at, START)
        new = await a_chat(tx, "-1001", platform="telegram", group=True)
        asked = await archives.ask(tx, new.owner_id, new.id, "export", START, total=0)
        there = await following.follow(tx, old.id, "-1001", START)
        assert there.id == new.id
        assert await archives.get(tx, old.owner_id, asked.id) is not None
        assert there.owner_id == old.owner_id
        assert (await owners.chat(tx, old.id)).state is ChatState.LEFT
        (row,) = await outbox.warnings_of(tx, clock.id)
        assert row.chat_id == new.id


async def test_a_chat_with_cases_of_its_own_keeps_its_owner(database: Database) -> None:
    async with database.write() as tx:
        old = await a_chat(tx, "-1", platform="telegram", group=True)
        case = await an_open_dispute(tx, old.owner_id)
        clock = await a_deadline(tx, case)
        await outbox.plan_warning(tx, old.id, clock, "D-1", clock.at, START)
        new = await a_chat(tx, "-1001", platform="telegram", group=True)
        await an_open_dispute(tx, new.owner_id)
        there = await following.follow(tx, old.id, "-1001", START)
        assert (there.id, there.owner_id) == (new.id, new.owner_id)
        # It is warned of the older case still: that is not deleted as if everybody had left.
        late = START + timedelta(days=1)
        assert await erasing.gone(tx, late, 10) == []
        await outbox.cancel_of_deadline(tx, clock.id, START)
        assert await erasing.gone(tx, late, 10) == [old.owner_id]
