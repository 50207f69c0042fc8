"""Keeping house: in small pieces, by one process at a time, and never in anybody's way."""

import asyncio
import hashlib
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, func, insert, select, text, update

from bot import housekeeping
from bot.app import App
from bot.config import settings
from bot.housekeeping import CLEARED, LEASE, LEASE_NAME, MOST, Housekeeping
from storage import evidence, facts, inbox, owners
from storage.blobs import BlobMissing, Blobs
from storage.engine import Database
from storage.owner_records import Chat
from storage.tables import changes as changes_table
from storage.tables import evidence as evidence_table
from storage.tables import outbox as outbox_table
from tests.conftest import START, StandingClock
from tests.storage.making import a_chat, an_open_dispute

OLD = START - timedelta(days=31)
ROWS = 1_200


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs((tmp_path / "evidence").as_uri())


@pytest.fixture
def house(database: Database, blobs: Blobs, clock: StandingClock) -> Housekeeping:
    return Housekeeping(database, blobs, clock, 30)


@pytest.fixture
async def chat(database: Database) -> Chat:
    async with database.write() as tx:
        return await a_chat(tx)


async def old_rows(database: Database, chat: Chat, count: int = ROWS) -> None:
    row = {
        "chat_id": chat.id,
        "kind": "answer",
        "due_at": OLD,
        "content": {},
        "state": "sent",
        "created_at": OLD,
        "settled_at": OLD,
    }
    async with database.write() as tx:
        await tx.execute(insert(outbox_table), [row] * count)


async def rows_left(database: Database) -> int:
    async with database.read() as tx:
        return (await tx.execute(select(func.count()).select_from(outbox_table))).scalar_one()


@asynccontextmanager
async def running(*houses: Housekeeping) -> AsyncIterator[None]:
    stopping = asyncio.Event()
    tasks = [asyncio.create_task(house.run(stopping)) for house in houses]
    try:
        yield
    finally:
        stopping.set()
        async with asyncio.timeout(10):
            await asyncio.gather(*tasks)


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hours that last a twentieth of a second."""
    monkeypatch.setattr(housekeeping, "FIRST_AFTER", 0.0)
    monkeypatch.setattr(housekeeping, "EVERY", 0.05)
    monkeypatch.setattr(housekeeping, "AGAIN_AFTER", 0.05)


async def until(condition: Any) -> None:
    async with asyncio.timeout(20):
        while not await condition():
            await asyncio.sleep(0.01)


async def holder(database: Database) -> Any:
    async with database.read() as tx:
        return await facts.get(tx, LEASE_NAME)


async def test_it_deletes_in_small_pieces(
    database: Database, house: Housekeeping, chat: Chat
) -> None:
    await old_rows(database, chat)
    deleted: list[int] = []

    def note(
        _c: Connection, cursor: Any, statement: str, _parameters: Any, _x: Any, _many: bool
    ) -> None:
        if statement.startswith("DELETE FROM outbox"):
            deleted.append(cursor.rowcount)

    event.listen(database.engine.sync_engine, "after_cursor_execute", note)
    before = CLEARED.labels("outbox")._value.get()
    gone = await house.clear()
    assert gone == {"outbox": ROWS}
    assert sum(deleted) == ROWS
    assert max(deleted) <= MOST
    assert len(deleted) >= ROWS / MOST
    assert CLEARED.labels("outbox")._value.get() - before == ROWS
    assert await house.clear() == {}


async def test_what_takes_long_is_done_in_smaller_pieces(
    database: Database, house: Housekeeping, chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "LONG", 0.0)
    monkeypatch.setattr(housekeeping, "REST", 0)
    await old_rows(database, chat, 300)
    assert (await house.clear())["outbox"] == 300
    assert house._rows == housekeeping.FEWEST


async def test_who_writes_meanwhile_does_not_wait_long(
    database: Database, house: Housekeeping, chat: Chat
) -> None:
    await old_rows(database, chat, 5_000)
    clearing = asyncio.create_task(house.clear())
    loop = asyncio.get_running_loop()
    waits = []
    while not clearing.done():
        began = loop.time()
        async with database.write() as tx:
            await facts.put(tx, "somebody else's", 1)
        waits.append(loop.time() - began)
        await asyncio.sleep(0.005)
    assert (await clearing)["outbox"] == 5_000
    assert len(waits) > 10
    assert sorted(waits)[len(waits) // 2] < 0.2


async def test_one_process_at_a_time(
    database: Database, database_address: str, blobs: Blobs, clock: StandingClock, chat: Chat
) -> None:
    other_process = Database(database_address)
    try:
        first = Housekeeping(database, blobs, clock, 30)
        second = Housekeeping(other_process, blobs, clock, 30)
        await old_rows(database, chat, 100)
        assert await first.clear()
        assert await holder(database) == first.holder
        if database.is_sqlite:
            # On one machine's file whoever starts last takes over, and the former one stops.
            assert await second.clear() == {}
            first, second = second, first
        await old_rows(database, chat, 100)
        with pytest.raises(housekeeping.LeaseLost):
            await second.clear()
        assert await rows_left(database) == 100
        # Whoever was killed is succeeded when its lease has run out.
        clock.forward(seconds=LEASE.total_seconds() + 1)
        assert (await second.clear())["outbox"] == 100
        with pytest.raises(housekeeping.LeaseLost):
            await first.clear()
    finally:
        await other_process.close()


async def test_two_at_the_same_time_do_it_once(
    database: Database, blobs: Blobs, clock: StandingClock, chat: Chat
) -> None:
    houses = [Housekeeping(database, blobs, clock, 30) for _ in range(4)]
    for one in houses:
        one._by_force = False
    await old_rows(database, chat)
    ends = await asyncio.gather(*(one.clear() for one in houses), return_exceptions=True)
    done = [end for end in ends if isinstance(end, dict)]
    assert done == [{"outbox": ROWS}]
    assert sum(isinstance(end, housekeeping.LeaseLost) for end in ends) == 3


@pytest.mark.usefixtures("hurried")
async def test_it_goes_on_every_hour_and_lets_go_at_the_end(
    database: Database, house: Housekeeping, chat: Chat
) -> None:
    async def empty() -> bool:
        return not await rows_left(database)

    async with running(house):
        for _ in range(3):
            await old_rows(database, chat, 50)
            await until(empty)
        assert await holder(database) == house.holder
    assert await holder(database) is None


@pytest.mark.usefixtures("hurried")
async def test_a_failing_database_is_told_once_and_asked_again(
    database: Database, house: Housekeeping, chat: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    async with database.write() as tx:
        await tx.execute(text("ALTER TABLE changes RENAME TO away"))
    try:
        async with running(house):
            await asyncio.sleep(0.6)
            assert [r.levelno for r in caplog.records if "kept" in r.message] == [logging.ERROR]
            await old_rows(database, chat, 50)
            async with database.write() as tx:
                await tx.execute(text("ALTER TABLE away RENAME TO changes"))
            async with database.write() as tx:
                case = await an_open_dispute(tx, chat.owner_id)
                await tx.execute(
                    insert(changes_table).values(
                        owner_id=chat.owner_id, dispute_id=case.id, what="x", before={}, made_at=OLD
                    )
                )

            async def empty() -> bool:
                async with database.read() as tx:
                    found = await tx.execute(select(func.count()).select_from(changes_table))
                    return found.scalar_one() == 0 and await rows_left(database) == 0

            await until(empty)
    finally:
        async with database.write() as tx:
            names = await tx.run_sync(lambda c: set(database.engine.dialect.get_table_names(c)))
            if "away" in names:
                await tx.execute(text("ALTER TABLE away RENAME TO changes"))


async def test_a_disk_that_takes_no_write(
    sqlite_database: Database,
    blobs: Blobs,
    clock: StandingClock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with sqlite_database.write() as tx:
        chat = await a_chat(tx)
    await old_rows(sqlite_database, chat, 50)
    mode = "ON"

    @event.listens_for(sqlite_database.engine.sync_engine, "checkout")
    def read_only(connection: Any, *_: Any) -> None:
        connection.execute(f"PRAGMA query_only = {mode}").close()

    house = Housekeeping(sqlite_database, blobs, clock, 30)
    assert not await house._round()
    assert not await house._round()
    assert len([r for r in caplog.records if r.levelno == logging.ERROR]) == 1
    mode = "OFF"
    assert await house._round()
    assert await rows_left(sqlite_database) == 0


async def test_a_clock_that_leapt_ahead_deletes_nothing_for_an_hour(
    database: Database, house: Housekeeping, clock: StandingClock, chat: Chat
) -> None:
    """Set wrong by a year for a moment, it would else take everything for old."""
    await old_rows(database, chat, 10)
    house._clock_leapt()
    clock.forward(days=365)
    assert await house._round()
    assert await rows_left(database) == 10
    clock.forward(days=-365)
    assert await house._round()
    clock.forward(days=3)
    assert await house._round()
    # It stands there an hour later still: a laptop that slept over the weekend.
    assert await house._round()
    assert await rows_left(database) == 0


async def a_piece(
    database: Database, blobs: Blobs, folder: Path, chat: Chat, content: bytes, **fields: Any
) -> tuple[int, str]:
    sha256 = hashlib.sha256(content).hexdigest()
    blob = f"{chat.owner_id}/{sha256}.jpg"
    (folder / "photo").write_bytes(content)
    await blobs.put(blob, folder / "photo")
    async with database.write() as tx:
        piece = await evidence.add(
            tx, chat.owner_id, START, sha256=sha256, blob=blob, media_type="image/jpeg", size=1
        )
        if fields:
            await tx.execute(
                update(evidence_table).where(evidence_table.c.id == piece.id).values(fields)
            )
    return piece.id, blob


async def is_there(blobs: Blobs, key: str) -> bool:
    try:
        await blobs.get(key)
    except BlobMissing:
        return False
    return True


async def test_dropped_evidence_goes_with_its_file(
    database: Database,
    blobs: Blobs,
    house: Housekeeping,
    clock: StandingClock,
    chat: Chat,
    tmp_path: Path,
) -> None:
    async def piece(content: bytes) -> tuple[int, str]:
        return await a_piece(database, blobs, tmp_path, chat, content)

    dropped, twice, again, kept = [
        await piece(content) for content in (b"one", b"two", b"two", b"three")
    ]
    async with database.write() as tx:
        for number in (dropped[0], twice[0]):
            await evidence.drop(tx, number, clock.now())
    # LINE may fetch a picture for a day after it was rendered: nothing goes at once.
    clock.forward(days=2, hours=23)
    assert await house.clear() == {}
    clock.forward(hours=2)
    assert await house.clear() == {"dropped evidence": 2}
    assert not await is_there(blobs, dropped[1])
    assert twice[1] == again[1]
    assert await is_there(blobs, again[1]), "another row points to it"
    assert await is_there(blobs, kept[1])
    async with database.read() as tx:
        assert await evidence.get(tx, chat.owner_id, dropped[0]) is None
        assert await evidence.get(tx, chat.owner_id, again[0]) is not None


async def test_files_of_an_owner_in_work_wait(
    database: Database,
    blobs: Blobs,
    house: Housekeeping,
    clock: StandingClock,
    chat: Chat,
    tmp_path: Path,
) -> None:
    """The same photo may just be coming in again: stored already, its row not yet written."""
    _, blob = await a_piece(
        database, blobs, tmp_path, chat, b"one", status="dropped", dropped_at=OLD
    )
    orphan = f"{chat.owner_id}/{'0' * 64}.jpg"
    await blobs.put(orphan, tmp_path / "photo")
    seconds = (START - timedelta(days=31)).timestamp()
    os.utime(tmp_path / "evidence" / orphan, (seconds, seconds))
    async with database.write() as tx:
        now = clock.now()
        assert await inbox.take(tx, chat.owner_id, now, "inbox", now + timedelta(seconds=20))
    assert await house.clear() == {}
    assert await is_there(blobs, blob)
    assert await is_there(blobs, orphan)
    async with database.write() as tx:
        await inbox.release(tx, chat.owner_id, "inbox")
    house._rounds = 0
    assert await house.clear() == {"dropped evidence": 1, "files without a row": 1}
    assert not await is_there(blobs, blob)
    assert not await is_there(blobs, orphan)
    async with database.write() as tx:
        # And the owner was given back.
        now = clock.now()
        assert await inbox.take(tx, chat.owner_id, now, "inbox", now + timedelta(seconds=20))


async def test_files_without_a_row(
    database: Database, blobs: Blobs, house: Housekeeping, chat: Chat, tmp_path: Path
) -> None:
    _, named = await a_piece(database, blobs, tmp_path, chat, b"one")
    strangers = ["holiday.jpg", f"{chat.owner_id}/notes.txt", f"a/{'0' * 64}.jpg"]
    gone = [f"{owner_id}/{'0' * 64}.jpg" for owner_id in (chat.owner_id, 4711)]
    young = f"{chat.owner_id}/{'1' * 64}.jpg"
    for key in (*strangers, *gone, young):
        await blobs.put(key, tmp_path / "photo")
    for key in (named, *strangers, *gone):
        seconds = (START - timedelta(days=31)).timestamp()
        os.utime(tmp_path / "evidence" / key, (seconds, seconds))
    seconds = (START - timedelta(days=29)).timestamp()
    os.utime(tmp_path / "evidence" / young, (seconds, seconds))
    assert await house.clear() == {"files without a row": 2}
    for key in (named, young, *strangers):
        assert await is_there(blobs, key), key
    for key in gone:
        assert not await is_there(blobs, key), key


async def test_an_evidence_store_that_cannot_be_reached(
    database: Database,
    blobs: Blobs,
    house: Housekeeping,
    chat: Chat,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    number, blob = await a_piece(
        database, blobs, tmp_path, chat, b"one", status="dropped", dropped_at=OLD
    )
    path = tmp_path / "evidence" / blob
    path.unlink()
    path.mkdir()
    (path / "in the way").touch()
    await old_rows(database, chat, 10)
    assert not await house._round()
    assert not await house._round()
    assert len([r for r in caplog.records if r.levelno == logging.ERROR]) == 1
    # Rows were cleared all the same, and the piece is still known.
    assert await rows_left(database) == 0
    async with database.read() as tx:
        assert await evidence.get(tx, chat.owner_id, number) is not None
        assert (await owners.owner(tx, chat.owner_id)).id == chat.owner_id
    (path / "in the way").unlink()
    path.rmdir()
    assert await house._round()


async def test_the_app_keeps_house_as_its_settings_say(tmp_path: Path) -> None:
    app = App(settings({"DATABASE_URL": f"sqlite:///{tmp_path}/a.db", "KEEP_DAYS": "90"}))
    assert app.housekeeping.keep == timedelta(days=90)
    await app.database.close()
