"""Calendar addresses: one an owner, of which a hash is kept, gone with the owner."""

from datetime import timedelta

from sqlalchemy import delete, select

from storage import calendars, deadlines, disputes, owner_settings
from storage.engine import Database
from storage.states import DeadlineStatus
from storage.tables import calendars as table
from storage.tables import owners as owners_table
from tests.conftest import START
from tests.storage.making import a_chat, a_deadline, an_open_dispute


async def test_an_owner_has_one_address(database: Database) -> None:
    async with database.write() as tx:
        owner_id = (await a_chat(tx)).owner_id
        assert await calendars.address(tx, owner_id) is None
        await calendars.set_address(tx, owner_id, "1" * 32, "first", START)
        await calendars.set_address(tx, owner_id, "2" * 32, "second", START)
        assert await calendars.look(tx, "first") is None
        look = await calendars.look(tx, "second")
        assert look is not None
        assert look.owner_id == owner_id
        address = await calendars.address(tx, owner_id)
        assert address is not None
        assert (address.nonce, address.token_hash) == ("2" * 32, "second")
        assert await calendars.revoke(tx, owner_id)
        assert not await calendars.revoke(tx, owner_id)
        assert await calendars.look(tx, "second") is None


async def test_it_goes_with_its_owner(database: Database) -> None:
    async with database.write() as tx:
        owner_id = (await a_chat(tx)).owner_id
        await calendars.set_address(tx, owner_id, "1" * 32, "first", START)
        await tx.execute(delete(owners_table).where(owners_table.c.id == owner_id))
        assert (await tx.execute(select(table))).all() == []
        assert await calendars.look(tx, "first") is None


async def test_the_state_changes_with_what_is_shown_and_with_nothing_else(
    database: Database,
) -> None:
    async with database.write() as tx:
        owner_id = (await a_chat(tx)).owner_id
        stranger = await an_open_dispute(tx, (await a_chat(tx, "U2")).owner_id)
        await calendars.set_address(tx, owner_id, "1" * 32, "first", START)

        async def state() -> str:
            look = await calendars.look(tx, "first")
            assert look is not None
            return look.state

        seen = [await state()]
        case = await an_open_dispute(tx, owner_id)
        clock = await a_deadline(tx, case)
        seen.append(await state())
        await a_deadline(tx, stranger)
        assert await state() == seen[-1], "of another owner"
        await deadlines.change(tx, clock.id, at=START + timedelta(days=6))
        seen.append(await state())
        await disputes.change(tx, case.id, title="青い方")
        seen.append(await state())
        await owner_settings.change(tx, owner_id, {"locale": "en"})
        seen.append(await state())
        await deadlines.change(tx, clock.id, status=DeadlineStatus.OVER)
        seen.append(await state())
        assert await state() == seen[-1]
        assert len(set(seen)) == len(seen)


async def test_when_a_state_was_first_seen(database: Database) -> None:
    async with database.write() as tx:
        owner_id = (await a_chat(tx)).owner_id
        await calendars.set_address(tx, owner_id, "1" * 32, "first", START)
        for minutes in (1, 2):
            later = START + timedelta(minutes=minutes)
            await calendars.note_state(tx, "first", "a state", later)
        look = await calendars.look(tx, "first")
        assert look is not None
        assert (look.known, look.changed_at) == ("a state", START + timedelta(minutes=1))
