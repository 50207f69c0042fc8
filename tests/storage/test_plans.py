"""What is looked at many times a second is found by an index, not by reading whole tables."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event, insert, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import claims, clearing, deliveries, due, inbox, outbox
from storage.engine import Database
from storage.tables import chats, owners
from storage.tables import deliveries as deliveries_table
from storage.tables import inbox as inbox_table
from storage.tables import outbox as outbox_table
from tests.conftest import START
from tests.storage.making import EVERYWHERE, LEASE

ROWS = 20_000
CHATS = 500
Work = Callable[[AsyncConnection], Awaitable[Any]]


@pytest.fixture
async def full(database: Database) -> Database:
    """A database with many rows that are not due, and some that are."""
    async with database.write() as tx:
        common = {"created_at": START}
        await tx.execute(
            insert(owners),
            [
                {
                    **common,
                    "id": n,
                    "zone": "Asia/Tokyo",
                    "locale": "ja",
                    "quiet_from": "22:00",
                    "quiet_until": "07:00",
                }
                for n in range(1, CHATS + 1)
            ],
        )
        await tx.execute(
            insert(chats),
            [
                {
                    **common,
                    "id": n,
                    "owner_id": n,
                    "platform": "line",
                    "address": f"U{n}",
                    "group": False,
                    "state": "active",
                }
                for n in range(1, CHATS + 1)
            ],
        )
        await tx.execute(
            insert(outbox_table),
            [
                {
                    **common,
                    "chat_id": n % CHATS + 1,
                    "kind": "warning",
                    "content": {},
                    "state": "planned",
                    "due_at": START + timedelta(minutes=n),
                }
                for n in range(1, ROWS + 1)
            ],
        )
        await tx.execute(
            insert(deliveries_table),
            [
                {
                    **common,
                    "chat_id": n % CHATS + 1,
                    "rank": 1,
                    "body": {},
                    "retry_key": str(n),
                    "state": "sent",
                    "next_try_at": START,
                }
                for n in range(ROWS // 4)
            ],
        )
        await tx.execute(
            insert(inbox_table),
            [
                {
                    "platform": "line",
                    "key": str(n),
                    "kind": "message",
                    "raw": {},
                    "owner_id": n % CHATS + 1,
                    "chat_id": n % CHATS + 1,
                    "at": START,
                    "received_at": START,
                    "state": "handled",
                    "next_try_at": START,
                }
                for n in range(ROWS // 4)
            ],
        )
        await outbox.put_answer(tx, 7, {}, START)
        await tx.execute(
            insert(inbox_table).values(
                platform="line",
                key="new",
                kind="message",
                raw={},
                owner_id=7,
                chat_id=7,
                at=START,
                received_at=START,
                state="new",
                next_try_at=inbox.AT_ONCE,
            )
        )
    return database


async def analyze(database: Database) -> None:
    """Tell the database what its tables hold."""
    async with database.write() as tx:
        await tx.execute(text("ANALYZE"))


async def plan_of(database: Database, work: Work) -> str:
    """The plan of the statements that `work` runs, as the database tells it."""
    seen: list[tuple[str, Any]] = []

    def note(
        _c: Connection, _cursor: Any, statement: str, parameters: Any, _x: Any, _many: bool
    ) -> None:
        seen.append((statement, parameters))

    engine = database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        async with database.write() as tx:
            await work(tx)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    explain = "EXPLAIN QUERY PLAN " if database.is_sqlite else "EXPLAIN "
    lines = []
    async with database.engine.connect() as tx:
        for statement, parameters in seen:
            if statement.startswith("BEGIN"):
                continue
            result = await tx.exec_driver_sql(explain + statement, parameters)
            lines += [str(row[-1]) for row in result]
    return "\n".join(lines)


def reads_all_of(table: str, plan: str) -> bool:
    """Whether the plan reads the whole table (SQLite: also the whole of one of its indexes)."""
    whole = (f"Seq Scan on {table}", f"SCAN {table}")
    return any(line.strip().lstrip("-> ").startswith(whole) for line in plan.splitlines())


async def claim_chats(tx: AsyncConnection) -> Any:
    return await claims.claim_chats(
        tx, START, "t", START + LEASE, 10, real_now=START, platforms=EVERYWHERE
    )


LOOKS: dict[str, tuple[Work, str]] = {
    "claiming chats": (claim_chats, "ix_outbox_claim"),
    "anything free": (
        lambda tx: due.look(tx, START, real_now=START, platforms=["line"]),
        "ix_outbox_claim",
    ),
    "due answers": (
        lambda tx: deliveries.due_answers(tx, [7, 8, 9], START),
        "ix_outbox_",
    ),
    "next due": (due.next_due, "ix_outbox_claim"),
    "oldest due": (lambda tx: outbox.oldest_due(tx, START), "ix_outbox_"),
    "claiming owners": (
        lambda tx: inbox.claim_owners(tx, START, "t", START + LEASE, 8),
        "ix_inbox_waiting",
    ),
    "oldest event": (lambda tx: inbox.oldest(tx, 7), "ix_inbox_"),
}


async def test_what_is_due_is_found_by_its_index(full: Database) -> None:
    async with full.write() as tx:
        assert [chat.id for chat in await claim_chats(tx)] == [7]
        await claims.release(tx, [7], "t")
    # SQLite is never told what its tables hold; PostgreSQL finds out by itself after a while.
    if full.is_sqlite:
        await check_all(full)
    await analyze(full)
    await check_all(full)


async def check_all(database: Database) -> None:
    for name, (work, index) in LOOKS.items():
        plan = await plan_of(database, work)
        assert index in plan, f"{name}\n{plan}"
        for table in ("outbox", "deliveries", "inbox"):
            assert not reads_all_of(table, plan), f"{name}\n{plan}"


async def test_an_owners_oldest_event_is_found_without_its_history(
    sqlite_database: Database,
) -> None:
    plan = await plan_of(sqlite_database, lambda tx: inbox.oldest(tx, 7))
    assert "ix_inbox_of_owner (owner_id=? AND state=?)" in plan
    assert "TEMP B-TREE" not in plan


async def test_a_plan_that_reads_all_is_seen(full: Database) -> None:
    await analyze(full)
    plan = await plan_of(full, lambda tx: tx.execute(text("SELECT * FROM outbox")))
    assert reads_all_of("outbox", plan), plan


SETTLED = 100_000


async def settle_many(database: Database) -> None:
    """As many rows that have had their end, beside those that wait."""
    numbers = (
        f"WITH RECURSIVE series(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series"
        f" WHERE n < {SETTLED}) "
    )
    old = int((START - timedelta(days=40)).timestamp() * 1_000_000)
    outbox_rows = (
        "INSERT INTO outbox (chat_id, kind, due_at, content, state, created_at, settled_at,"
        f" delivery_id) {numbers} SELECT n % {CHATS} + 1, 'warning', {old} + n, '{{}}', 'sent',"
        f" {old}, {old}, {ROWS // 4} + n FROM series"
    )
    delivery_rows = (
        "INSERT INTO deliveries (chat_id, rank, body, retry_key, state, next_try_at, created_at,"
        f" settled_at) {numbers} SELECT n % {CHATS} + 1, 1, '{{}}', 'key', 'sent', {old}, {old},"
        f" {old} FROM series"
    )
    event_rows = (
        "INSERT INTO inbox (platform, key, owner_id, chat_id, kind, at, received_at, raw, state,"
        f" next_try_at, handled_at) {numbers} SELECT 'line', 'old' || n, n % {CHATS} + 1,"
        f" n % {CHATS} + 1, 'message', {old}, {old}, '{{}}', 'handled', {old}, {old} FROM series"
    )
    async with database.write() as tx:
        for statement in (delivery_rows, outbox_rows, event_rows):
            await tx.execute(text(statement))


async def test_what_is_settled_makes_nobody_slower(full: Database) -> None:
    await settle_many(full)
    if full.is_sqlite:
        await check_all(full)
    await analyze(full)
    await check_all(full)
    ages = clearing.Ages.at(START, timedelta(days=30))
    for name in ("outbox", "deliveries", "inbox"):
        # Also clearing itself reads a piece, not the table, wherever it stands.
        for after in (0, SETTLED // 2):
            plan = await plan_of(
                full, lambda tx, name=name, after=after: clearing.look(tx, name, after, ages, 500)
            )
            assert not reads_all_of(name, plan), f"{name}\n{plan}"
            plan = await plan_of(
                full,
                lambda tx, name=name, after=after: clearing.clear(
                    tx, name, range(after, after + 100), ages
                ),
            )
            assert not any(reads_all_of(table, plan) for table in ("outbox", name)), plan
    async with full.write() as tx:
        last = 0
        while piece := await clearing.look(tx, "outbox", last, ages, 5_000):
            last = piece.last
            await clearing.clear(tx, "outbox", piece.old, ages)
        left = await tx.execute(text("SELECT count(*) FROM outbox"))
        assert left.scalar_one() == ROWS + 1
    await check_all(full)
    await analyze(full)
    await check_all(full)
