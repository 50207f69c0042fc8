"""An owner's settings: changed one by one, remembered, and put back."""

from datetime import time, timedelta

from sqlalchemy import delete, func, select

from storage import owner_settings, owners
from storage.engine import Database
from storage.tables import owner_changes
from storage.tables import owners as owners_table
from tests.conftest import START
from tests.storage.making import a_chat


async def test_settings_change_one_by_one(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx, "U1")
        other = await a_chat(tx, "U2")
        changed = await owner_settings.change(tx, chat.owner_id, {"zone": "Europe/Berlin"})
        assert (changed.zone, changed.locale, changed.quiet_from) == (
            *("Europe/Berlin", "ja"),
            time(22),
        )
        changed = await owner_settings.change(
            tx,
            chat.owner_id,
            {"locale": "en", "quiet_from": time(23, 30), "quiet_until": time(0)},
        )
        assert (changed.zone, changed.locale) == ("Europe/Berlin", "en")
        assert (changed.quiet_from, changed.quiet_until) == (time(23, 30), time(0))
        assert await owner_settings.change(tx, chat.owner_id, {}) == changed
        assert (await owners.owner(tx, other.owner_id)).locale == "ja"


async def test_what_nobody_chose_is_empty(database: Database) -> None:
    async with database.write() as tx:
        owner = await owners.owner(tx, (await a_chat(tx)).owner_id)
    assert (owner.warn_at, owner.leads, owner.look_at, owner.quiet_good) == (None, {}, None, False)


async def test_every_setting_comes_back_as_it_was(database: Database) -> None:
    async with database.write() as tx:
        before = await owners.owner(tx, (await a_chat(tx)).owner_id)
        await owner_settings.remember(tx, before, START)
        chosen: owner_settings.Settings = {
            "zone": "America/New_York",
            "locale": "en",
            "quiet_from": time(0),
            "quiet_until": time(0),
            "warn_at": time(20, 30),
            "leads": {"all": ("3d", "1d@20:00"), "return": ("5d",)},
            "look_at": time(7, 5),
            "quiet_good": True,
        }
        assert set(chosen) == set(owner_settings.FIELDS)
        after = await owner_settings.change(tx, before.id, chosen)
        assert {name: getattr(after, name) for name in chosen} == chosen
        change = await owner_settings.last(tx, before.id)
        assert change is not None
        assert await owner_settings.undo(tx, change) == before
        assert await owner_settings.last(tx, before.id) is None


async def test_changes_are_undone_the_latest_first(database: Database) -> None:
    async with database.write() as tx:
        owner = await owners.owner(tx, (await a_chat(tx)).owner_id)
        stranger = await owners.owner(tx, (await a_chat(tx, "U2")).owner_id)
        for number in range(owner_settings.KEPT + 5):
            now = START + timedelta(minutes=number)
            id = await owner_settings.remember(tx, owner, now)
            owner = await owner_settings.change(tx, owner.id, {"warn_at": time(number % 24)})
        last = await owner_settings.last(tx, owner.id)
        assert last is not None
        assert (last.id, last.made_at) == (id, now)
        kept = await tx.execute(select(func.count()).select_from(owner_changes))
        assert kept.scalar_one() == owner_settings.KEPT
        assert await owner_settings.last(tx, stranger.id) is None


async def test_changes_go_with_their_owner(database: Database) -> None:
    async with database.write() as tx:
        owner = await owners.owner(tx, (await a_chat(tx)).owner_id)
        await owner_settings.remember(tx, owner, START)
        await tx.execute(delete(owners_table).where(owners_table.c.id == owner.id))
        assert (await tx.execute(select(owner_changes))).all() == []
