"""Planned warnings follow their deadline, in a real database."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.casework import schedule
from storage import deadlines, disputes, outbox, owner_settings, owners
from storage.engine import Database
from storage.owner_records import Owner
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus, DisputeStatus
from storage.tables import metadata
from storage.tables import outbox as outbox_table

NOW = datetime(2027, 1, 29, 3, 0, tzinfo=UTC)
FEB_3 = datetime(2027, 2, 3, 14, 59, tzinfo=UTC)


@dataclass
class World:
    """One owner with a chat, inside one open transaction."""

    tx: AsyncConnection
    owner: Owner
    chat_id: int

    async def clock(self, **more: Any) -> Deadline:
        case = await disputes.add(self.tx, self.owner.id, NOW)
        fields: dict[str, Any] = {
            "kind": "ae_step_in",
            "at": FEB_3,
            "precision": "date",
            "zone": "Asia/Tokyo",
            "status": DeadlineStatus.ACTIVE,
            **more,
        }
        return await deadlines.add(
            self.tx, owner_id=self.owner.id, dispute_id=case.id, now=NOW, **fields
        )

    async def replan(self, clock: Deadline, **more: Any) -> list[str]:
        found = await schedule.replan(self.tx, self.owner, self.chat_id, clock, NOW, **more)
        return [one.offset for one in found]

    async def rows(self, clock: Deadline) -> list[str]:
        return [row.offset for row in await outbox.warnings_of(self.tx, clock.id)]

    async def now(self, clock: Deadline) -> Deadline:
        return (await deadlines.many(self.tx, [clock.id]))[clock.id]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    database = Database(f"sqlite:///{tmp_path / 'schedule.db'}")
    async with database.write() as tx:
        await tx.run_sync(metadata.create_all)
        chat = await owners.open_chat(
            tx, "line", "U1", group=False, zone="Asia/Tokyo", locale="ja", now=NOW
        )
        yield World(tx, await owners.owner(tx, chat.owner_id), chat.id)
    await database.close()


ALL = ["D-3", "D-1@20", "D0", "+1d"]


async def test_a_new_deadline_gets_its_warnings(world: World) -> None:
    clock = await world.clock()
    assert await world.replan(clock) == ALL
    assert await world.rows(clock) == ALL


async def test_a_moved_deadline_moves_as_a_whole(world: World) -> None:
    clock = await world.clock()
    await world.replan(clock)
    moved = await deadlines.change(world.tx, clock.id, at=FEB_3 + timedelta(days=2))
    await world.replan(moved)
    rows = await outbox.warnings_of(world.tx, clock.id)
    assert [row.offset for row in rows] == ALL
    assert {row.deadline_version for row in rows} == {moved.version}
    assert rows[2].due_at == datetime(2027, 2, 5, 0, 0, tzinfo=UTC)


async def test_planning_twice_loses_nothing(world: World) -> None:
    clock = await world.clock()
    await world.replan(clock)
    await world.replan(clock)
    assert await world.rows(clock) == ALL


@pytest.mark.parametrize("status", [one for one in DeadlineStatus if one != DeadlineStatus.ACTIVE])
async def test_only_active_deadlines_are_warned_about(world: World, status: DeadlineStatus) -> None:
    clock = await world.clock()
    await world.replan(clock)
    assert await world.replan(await deadlines.change(world.tx, clock.id, status=status)) == []
    assert await world.rows(clock) == []


async def test_new_settings_repeat_nothing_that_was_sent(world: World) -> None:
    clock = await world.clock()
    await world.replan(clock)
    await world.tx.execute(
        update(outbox_table).where(outbox_table.c.offset == "D-3").values(state="sent")
    )
    assert await world.replan(clock, from_settings=True) == ["D-1@20", "D0", "+1d"]
    assert (await world.now(clock)).version == clock.version + 1
    # A new date is another matter: all of it is told again.
    moved = await deadlines.change(world.tx, clock.id, at=FEB_3 + timedelta(days=1))
    assert await world.replan(moved) == ALL


async def test_new_settings_keep_what_was_put_off(world: World) -> None:
    clock = await world.clock()
    await world.replan(clock)
    later = NOW + timedelta(hours=1)
    await outbox.plan_warning(world.tx, world.chat_id, clock, "snooze:1", later, NOW, ask="date")
    await world.replan(clock, from_settings=True)
    rows = await outbox.warnings_of(world.tx, clock.id)
    kept = [row for row in rows if row.offset == "snooze:1"]
    assert [(row.due_at, row.content["ask"]) for row in kept] == [(later, "date")]
    assert kept[0].deadline_version == (await world.now(clock)).version
    moved = await deadlines.change(world.tx, clock.id, at=FEB_3 + timedelta(days=1))
    await world.replan(moved)
    assert "snooze:1" not in await world.rows(clock)


async def test_quiet_hours_of_the_owner_count(world: World) -> None:
    world.owner = await owner_settings.change(
        world.tx, world.owner.id, {"quiet_from": time(19), "quiet_until": time(10)}
    )
    clock = await world.clock()
    await world.replan(clock)
    there = [row.due_at.hour for row in await outbox.warnings_of(world.tx, clock.id)]
    assert there == [1, 1, 1], "10:00 in Tokyo; the evening's and the morning's are one"


async def test_in_a_new_zone_a_day_stays_a_day_and_an_instant_an_instant(world: World) -> None:
    day = await world.clock()
    exact = await world.clock(precision="datetime")
    other = await world.clock(status=DeadlineStatus.OVER)
    world.owner = await owner_settings.change(world.tx, world.owner.id, {"zone": "Europe/London"})
    assert await schedule.replan_all(world.tx, world.owner, world.chat_id, NOW) == 2
    moved = await world.now(day)
    assert moved.at == datetime(2027, 2, 3, 23, 59, tzinfo=UTC)
    assert moved.zone == "Europe/London"
    assert (await world.now(exact)).at == FEB_3
    assert (await world.now(other)).at == FEB_3
    rows = await outbox.warnings_of(world.tx, day.id)
    assert rows[0].due_at == datetime(2027, 1, 31, 9, 0, tzinfo=UTC)
    assert {row.deadline_version for row in rows} == {moved.version}


async def test_cancelling_a_case_stops_all_its_clocks(world: World) -> None:
    clock = await world.clock()
    await world.replan(clock)
    case: Dispute | None = await disputes.get(world.tx, world.owner.id, clock.dispute_id)
    assert case is not None
    await schedule.cancel_dispute(world.tx, case, NOW, DeadlineStatus.OVER)
    now = await world.now(clock)
    assert (now.status, now.version > clock.version) == (DeadlineStatus.OVER, True)
    assert await world.rows(clock) == []


async def test_one_clock_alone_can_stop(world: World) -> None:
    clock, other = await world.clock(), await world.clock()
    await world.replan(clock)
    await world.replan(other)
    await schedule.cancel(world.tx, clock, NOW)
    assert (await world.now(clock)).status is DeadlineStatus.CANCELLED
    assert await world.rows(clock) == []
    assert await world.rows(other) == ALL


async def opened(world: World, clock: Deadline, look_in: bool | None) -> Dispute:
    return await disputes.change(
        world.tx, clock.dispute_id, status=DisputeStatus.OPEN, look_in=look_in
    )


LOOKS = ["look:20270202", "look:20270203"]


async def test_questions_move_and_stop_with_their_deadline(world: World) -> None:
    clock = await world.clock()
    case = await opened(world, clock, look_in=True)
    assert await world.replan(clock) == [*ALL, *LOOKS]
    assert sorted(await world.rows(clock)) == sorted([*ALL, *LOOKS])
    moved = await deadlines.change(world.tx, clock.id, at=FEB_3 + timedelta(days=2))
    assert (await world.replan(moved))[len(ALL) :] == ["look:20270204", "look:20270205"]
    await schedule.cancel_dispute(world.tx, case, NOW, DeadlineStatus.OVER)
    assert await world.rows(clock) == []


@pytest.mark.parametrize("state", ["sent", "frozen", "held"])
async def test_a_day_that_was_asked_about_is_not_planned_again(world: World, state: str) -> None:
    clock = await world.clock()
    await opened(world, clock, look_in=True)
    await world.replan(clock)
    await world.tx.execute(
        update(outbox_table).where(outbox_table.c.offset == LOOKS[0]).values(state=state)
    )
    assert (await world.replan(clock))[len(ALL) :] == LOOKS[1:]
    # Another clock of the same case does not ask on that day either.
    other = await deadlines.add(
        world.tx, owner_id=world.owner.id, dispute_id=clock.dispute_id, kind="negotiation_end",
        at=FEB_3, precision="date", zone="Asia/Tokyo", now=NOW, status=DeadlineStatus.ACTIVE,
    )  # fmt: skip
    assert (await world.replan(other))[len(ALL) :] == LOOKS[1:]


async def test_a_wish_changes_the_questions_and_no_warning(world: World) -> None:
    clock = await world.clock()
    case = await opened(world, clock, look_in=None)
    await world.replan(clock)
    assert await world.rows(clock) == ALL, "on LINE nobody has asked for it"
    warnings = await outbox.warnings_of(world.tx, clock.id)
    for look_in in (True, False, True):
        case = await disputes.change(world.tx, case.id, look_in=look_in)
        await schedule.replan_looks(world.tx, world.owner, world.chat_id, case, NOW)
        rows = await outbox.warnings_of(world.tx, clock.id)
        assert [row for row in rows if row.offset in ALL] == warnings
        assert sorted(row.offset for row in rows if row.offset not in ALL) == LOOKS * look_in
    assert (await world.now(clock)).version == clock.version


async def test_a_question_that_was_sent_is_no_warning_that_was_sent(world: World) -> None:
    clock = await world.clock(at=NOW + timedelta(hours=5), precision="datetime", kind="ae_step_in")
    await opened(world, clock, look_in=True)
    await outbox.plan_warning(world.tx, world.chat_id, clock, "look:20270129", NOW, NOW)
    await world.tx.execute(update(outbox_table).values(state="sent"))
    assert await world.replan(clock, from_settings=True) == ["half", "+1d"]
