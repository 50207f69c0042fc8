"""A small backend for the page: the real LocalChat and database, with answers of the test's own."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.applications import Starlette

from bot.local_chat import LocalChat, routes
from bot.platforms.base import AnswerTo, Arrived, Incoming
from bot.platforms.local import LocalPlatform
from handlers.replies import Reply
from storage import deadlines, disputes, inbox, outbox, owners
from storage.engine import Database
from storage.owner_records import Chat
from storage.records import Deadline
from storage.states import DeadlineStatus, DisputeStatus, OutboxState
from storage.tables import deliveries as deliveries_table
from storage.tables import evidence, metadata
from storage.tables import inbox as inbox_table
from storage.tables import outbox as outbox_table
from tests.storage import sending
from tests.storage.making import keep_event

START = datetime(2027, 1, 31, 3, 0, tzinfo=UTC)
"""Noon of a Sunday in Japan."""

Script = Callable[[Incoming], Reply | None]


class SetClock:
    """A clock that the test sets, and that runs on from there."""

    def __init__(self) -> None:
        self._ahead = START - datetime.now(UTC)

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC) + self._ahead


class Stage:
    """Plays inbox, handlers and dispatcher around one LocalChat."""

    def __init__(self, folder: Path, script: Script) -> None:
        self.database = Database(f"sqlite:///{folder}/chat.db")
        self.platform = LocalPlatform(folder / "uploads")
        self.clock = SetClock()
        self.script = script
        self.pause = 0.0
        self.arrived: list[Arrived] = []
        self.blobs: dict[str, bytes] = {}
        self._work: set[asyncio.Task[None]] = set()
        self._in_turn = asyncio.Lock()
        self.open_chat()

    def open_chat(self) -> None:
        """A new LocalChat over the same database, as after a restart."""
        self.chat = LocalChat(
            database=self.database,
            platform=self.platform,
            clock=self.clock,
            keep=self._keep,
            wake=self.wake,
            read_blob=self._read_blob,
        )
        self.app = Starlette(routes=routes(self.chat))

    async def start(self) -> None:
        """Make the tables."""
        await self.platform.start()
        async with self.database.engine.begin() as tx:
            await tx.run_sync(metadata.create_all)

    async def stop(self) -> None:
        """Finish what is in work and close."""
        self.chat.close()
        await self.idle()
        await self.database.close()

    async def idle(self) -> None:
        """Wait until nothing is in work."""
        while self._work:
            await asyncio.gather(*self._work)

    def wake(self) -> None:
        """Do what is due, soon."""
        task = asyncio.create_task(self._do_what_is_due())
        self._work.add(task)
        task.add_done_callback(self._work.discard)

    async def the_chat(self) -> Chat:
        """The chat's row, made if it is not there."""
        async with self.database.write() as tx:
            return await owners.open_chat(
                tx,
                "local",
                "local",
                group=False,
                zone="Asia/Tokyo",
                locale="ja",
                now=self.clock.now(),
            )

    async def push(self, reply: Reply, *, updates: str | None = None) -> list[str]:
        """Send a notice out of itself, or bring a message up to date; returns the message ids."""
        chat = await self.the_chat()
        to = AnswerTo(pressed_message=updates, updates=updates is not None)
        async with self.database.write() as tx:
            return await self._deliver(tx, chat, reply, [], self.clock.now(), to)

    async def plan(self, *after: timedelta, deadline: timedelta) -> Deadline:
        """A case with a deadline and warnings at these times from now."""
        chat = await self.the_chat()
        now = self.clock.now()
        async with self.database.write() as tx:
            dispute = await disputes.add(tx, chat.owner_id, now, status=DisputeStatus.OPEN)
            made = await deadlines.add(
                tx,
                owner_id=chat.owner_id,
                dispute_id=dispute.id,
                kind="ae_step_in",
                at=now + deadline,
                precision="datetime",
                zone="Asia/Tokyo",
                now=now,
                status=DeadlineStatus.ACTIVE,
            )
            for number, time in enumerate(after):
                await outbox.plan_warning(tx, chat.id, made, f"w{number}", now + time, now)
        return made

    async def keep_photo(self, message: str, blob: str, content: bytes, media_type: str) -> None:
        """A photo that was fetched and kept as evidence."""
        chat = await self.the_chat()
        self.blobs[blob] = content
        async with self.database.write() as tx:
            await tx.execute(
                insert(evidence).values(
                    owner_id=chat.owner_id,
                    status="kept",
                    sha256="0" * 64,
                    blob=blob,
                    media_type=media_type,
                    size=len(content),
                    message=message,
                    caption="",
                    created_at=self.clock.now(),
                )
            )

    async def _keep(self, arrived: Arrived) -> None:
        chat = await self.the_chat()
        async with self.database.write() as tx:
            new = await keep_event(
                tx,
                platform="local",
                key=arrived.key,
                kind=arrived.kind,
                at=arrived.at,
                raw=arrived.raw,
                owner_id=chat.owner_id,
                chat_id=chat.id,
                now=self.clock.now(),
            )
        if new:
            self.arrived.append(arrived)

    async def _do_what_is_due(self) -> None:
        async with self._in_turn:
            await asyncio.sleep(self.pause)
            chat = await self.the_chat()
            now = self.clock.now() + timedelta(seconds=chat.clock_ahead)
            async with self.database.write() as tx:
                new = await tx.execute(select(inbox_table).where(inbox_table.c.state == "new"))
                for row in new.mappings().all():
                    reply = self.script(self.platform.understand(row["raw"], locale="ja"))
                    if reply:
                        await self._deliver(tx, chat, reply, [], now)
                    await inbox.settle(tx, row["id"], "handled", now)
                for planned in await sending.due_notices(tx, chat.id, now, now):
                    reply = self.script(Incoming(pressed_message=f"warning {planned.offset}"))
                    assert reply is not None
                    await self._deliver(tx, chat, reply, [planned.id], now)

    async def _deliver(
        self,
        tx: AsyncConnection,
        chat: Chat,
        reply: Reply,
        rows: Sequence[int],
        now: datetime,
        to: AnswerTo | None = None,
    ) -> list[str]:
        bodies = self.platform.render(reply, to or AnswerTo(), locale="ja")
        frozen = await sending.freeze(tx, chat.id, [], bodies, now, rank=0)
        await tx.execute(
            update(deliveries_table)
            .where(deliveries_table.c.id.in_([delivery.id for delivery in frozen]))
            .values(state="sent", settled_at=now)
        )
        await tx.execute(
            update(outbox_table)
            .where(outbox_table.c.id.in_(rows))
            .values(state=OutboxState.SENT.value, delivery_id=frozen[-1].id)
        )
        return [one.retry_key for one in frozen]

    async def _read_blob(self, key: str) -> AsyncIterator[bytes]:
        if key not in self.blobs:
            raise FileNotFoundError(key)
        yield self.blobs[key]
