"""Owners and chats."""

import asyncio
from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError, NoResultFound, StatementError

from storage import disputes, owners
from storage.engine import Database
from storage.instants import Instant
from storage.states import ChatState, DisputeStatus
from storage.tables import chats as chats_table
from storage.tables import owners as owners_table
from tests.conftest import START
from tests.storage.making import a_chat, an_open_dispute


async def test_a_chat_is_opened_once(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx, "U1", group=True)
        assert await a_chat(tx, "U1", group=True) == chat
        assert await owners.find_chat(tx, "line", "U1") == chat
        assert await owners.chat(tx, chat.id) == chat
        assert (chat.platform, chat.address, chat.group) == ("line", "U1", True)
        assert (chat.state, chat.clock_ahead) == (ChatState.ACTIVE, 0)
        # The same address elsewhere is somebody else.
        other = await a_chat(tx, "U1", platform="telegram")
        assert other.owner_id != chat.owner_id
        assert await owners.count_chats(tx) == 2
        assert await owners.chats_of(tx, chat.owner_id) == [chat]
        assert await owners.find_chat(tx, "line", "U2") is None


async def test_an_owner_begins_with_the_defaults(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        owner = await owners.owner(tx, chat.owner_id)
        assert (owner.zone, owner.locale) == ("Asia/Tokyo", "ja")
        assert (owner.quiet_from, owner.quiet_until) == (time(22), time(7))
        assert owner.created_at == START
        with pytest.raises(NoResultFound):
            await owners.owner(tx, chat.owner_id + 1)


async def test_two_that_meet_a_new_chat_at_once_end_with_one(postgres_address: str) -> None:
    database = Database(postgres_address)
    try:
        for number in range(15):
            address = f"new-{datetime.now(UTC).timestamp()}-{number}"

            async def meet(address: str = address) -> int:
                async with database.write() as tx:
                    chat = await a_chat(tx, address)
                    await asyncio.sleep(0.005)
                    return chat.id

            assert len(set(await asyncio.gather(*(meet() for _ in range(3))))) == 1
        async with database.read() as tx:
            alone = (
                select(func.count())
                .select_from(owners_table)
                .where(owners_table.c.id.not_in(select(chats_table.c.owner_id)))
            )
            assert (await tx.execute(alone)).scalar_one() == 0
    finally:
        await database.close()


@pytest.fixture(autouse=True)
async def _migrated(database: Database) -> None:
    """Also those tests that open their own connections find an empty, migrated database."""


async def test_a_chats_state(database: Database) -> None:
    async with database.write() as tx:
        chat = await a_chat(tx)
        for state in (ChatState.BLOCKED, ChatState.LEFT, ChatState.ACTIVE):
            await owners.set_chat_state(tx, chat.id, state, START)
            assert (await owners.chat(tx, chat.id)).state is state


async def test_only_a_local_chats_clock_can_be_moved(database: Database) -> None:
    async with database.write() as tx:
        local = await a_chat(tx, "here", platform="local")
        line = await a_chat(tx, "U1")
        for chat in (local, line):
            await owners.set_clock_ahead(tx, chat.id, 3600)
        assert (await owners.chat(tx, local.id)).clock_ahead == 3600
        assert (await owners.chat(tx, line.id)).clock_ahead == 0


async def test_numbers_are_an_owners_own_and_never_given_again(database: Database) -> None:
    async with database.write() as tx:
        first, second = await a_chat(tx, "U1"), await a_chat(tx, "U2")
        cases = [await an_open_dispute(tx, first.owner_id) for _ in range(3)]
        assert [case.number for case in cases] == [1, 2, 3]
        assert (await an_open_dispute(tx, second.owner_id)).number == 1
        await disputes.change(tx, cases[2].id, status=DisputeStatus.DELETED)
        assert (await an_open_dispute(tx, first.owner_id)).number == 4
        await disputes.remove(tx, cases[2].id)
        assert (await an_open_dispute(tx, first.owner_id)).number == 5


async def test_a_number_is_given_once_to_transactions_at_once(postgres_address: str) -> None:
    database = Database(postgres_address)
    try:
        async with database.write() as tx:
            chat = await a_chat(tx, f"counting-{datetime.now(UTC).timestamp()}")

        async def number() -> int:
            async with database.write() as tx:
                given = await owners.next_number(tx, chat.owner_id)
                await asyncio.sleep(0.002)
                return given

        given = await asyncio.gather(*(number() for _ in range(10)))
        assert sorted(given) == list(range(1, 11))
    finally:
        await database.close()


async def test_an_unknown_owner_is_refused(database: Database) -> None:
    """Foreign keys hold on both databases."""
    with pytest.raises(IntegrityError):
        async with database.write() as tx:
            await disputes.add(tx, 4711, START)


async def test_instants_keep_microseconds_and_come_back_in_utc(database: Database) -> None:
    tokyo = timezone(timedelta(hours=9))
    moments = [
        datetime(2026, 2, 3, 23, 59, 59, 999_999, tokyo),
        datetime(2026, 2, 3, 15, 0, 0, 1, UTC),
        datetime(1969, 12, 31, 23, 59, 59, 999_999, UTC),
        datetime(9999, 12, 31, 23, 59, 59, 999_999, UTC),
    ]
    async with database.write() as tx:
        for number, moment in enumerate(moments):
            chat = await owners.open_chat(
                tx, "line", f"T{number}", group=False, zone="UTC", locale="ja", now=moment
            )
            kept = (await owners.owner(tx, chat.owner_id)).created_at
            assert kept == moment
            assert kept.tzinfo is UTC


async def test_naive_times_are_refused(database: Database) -> None:
    naive = datetime(2026, 2, 3)  # noqa: DTZ001
    with pytest.raises((ValueError, StatementError), match="needs a time zone"):
        async with database.write() as tx:
            await owners.open_chat(
                tx, "line", "U1", group=False, zone="UTC", locale="ja", now=naive
            )
    async with database.read() as tx:
        assert await owners.count_chats(tx) == 0


def test_no_time_is_no_instant() -> None:
    from sqlalchemy.dialects import sqlite

    dialect = sqlite.dialect()
    assert Instant().process_bind_param(None, dialect) is None
    assert Instant().process_result_value(None, dialect) is None
