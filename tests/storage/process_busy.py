"""A process of its own that writes, claims, reads and settles on one SQLite file for a while."""

import asyncio
import sys
import time
import uuid
from datetime import UTC, datetime, timedelta

from storage import claims, due, facts, fates, outbox, owners
from storage.engine import Database
from tests.storage import sending
from tests.storage.making import keep_event

LEASE = timedelta(seconds=20)


async def put_in(database: Database, name: str, until: float) -> int:
    """Keep events and answers, as the web process does."""
    count = 0
    while time.monotonic() < until:
        now = datetime.now(UTC)
        async with database.write() as tx:
            chat = await owners.open_chat(
                tx, "line", f"U{count % 7}", group=False, zone="Asia/Tokyo", locale="ja", now=now
            )
            await keep_event(
                tx,
                platform="line",
                key=f"{name}-{count}",
                kind="message",
                at=now,
                raw={},
                owner_id=chat.owner_id,
                chat_id=chat.id,
                now=now,
            )
            await outbox.put_answer(tx, chat.id, {}, now)
        async with database.write() as tx:
            await facts.put(tx, "count", (await facts.get(tx, "count") or 0) + 1)
        count += 1
    return count


async def take_out(database: Database, until: float) -> int:
    """Claim, freeze and settle, as the worker does."""
    count = 0
    while time.monotonic() < until:
        now = datetime.now(UTC)
        token = str(uuid.uuid4())
        async with database.read() as tx:
            await due.next_due(tx)
        async with database.write() as tx:
            chats = await claims.claim_chats(
                tx, now, token, now + LEASE, 3, real_now=now, platforms=["line"]
            )
            for chat in chats:
                row = await sending.due_answer(tx, chat.id, now)
                if row is not None:
                    await sending.freeze(tx, chat.id, [row], [{}], now, rank=0)
        for chat in chats:
            async with database.write() as tx:
                head = await sending.head(tx, chat.id, now)
                if head is not None:
                    assert await fates.settle(tx, head.id, token, "sent", now)
                    count += 1
                await claims.release(tx, [chat.id], token)
    return count


async def main(address: str, name: str, seconds: float) -> None:
    """Work until the time is over, then say how much was done."""
    database = Database(address)
    until = time.monotonic() + seconds
    try:
        done = await asyncio.gather(
            put_in(database, name, until), take_out(database, until), take_out(database, until)
        )
    finally:
        await database.close()
    print(*done)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], float(sys.argv[3])))
