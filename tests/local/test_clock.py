"""Moving the clock: this chat's alone, with the warnings on the way one after another."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import select

from bot import local_clock
from bot.platforms.base import Incoming
from handlers.replies import Reply
from storage import owners
from storage.tables import outbox
from tests.local.stage import Stage

DAY = timedelta(days=1)


def shown(answer: httpx.Response) -> datetime:
    return datetime.fromisoformat(answer.json()["now"])


def near(one: datetime, other: datetime) -> bool:
    return abs(one - other) < timedelta(seconds=5)


async def ahead_of(stage: Stage, platform: str) -> int:
    async with stage.database.read() as tx:
        chat = await owners.find_chat(tx, platform, "local")
    assert chat is not None
    return chat.clock_ahead


async def test_ahead_and_back(stage: Stage, client: httpx.AsyncClient) -> None:
    await stage.the_chat()
    moved = await client.post("/local/clock", json={"ahead_seconds": 3 * 3600})
    assert near(shown(moved), stage.clock.now() + timedelta(hours=3))
    assert near(shown(await client.get("/local/clock")), shown(moved))
    back = await client.post("/local/clock", json={"to": "now"})
    assert near(shown(back), stage.clock.now())
    assert back.json()["ahead"] == 0


async def test_only_this_chat_moves(stage: Stage, client: httpx.AsyncClient) -> None:
    await stage.the_chat()
    async with stage.database.write() as tx:
        await owners.open_chat(
            tx, "line", "local", group=False, zone="UTC", locale="ja", now=datetime.now(UTC)
        )
    await client.post("/local/clock", json={"ahead_seconds": 86400})
    assert await ahead_of(stage, "local") == 86400
    assert await ahead_of(stage, "line") == 0


async def test_warnings_on_the_way_go_out_one_by_one_at_their_own_time(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    made = await stage.plan(DAY, 2 * DAY, 3 * DAY, 9 * DAY, deadline=4 * DAY)
    seen: list[datetime] = []
    script = stage.script

    def watching(incoming: Incoming) -> Reply | None:
        seen.append(stage.clock.now())
        return script(incoming)

    stage.script = watching
    await client.post("/local/clock", json={"ahead_seconds": 5 * 86400})
    await stage.idle()
    entries = (await client.get("/local/history")).json()["entries"]
    times = [datetime.fromisoformat(entry["at"]) for entry in entries]
    assert len(times) == 3
    for number, time in enumerate(times, start=1):
        assert near(time, made.at - 4 * DAY + number * DAY)
    assert await ahead_of(stage, "local") == 5 * 86400
    async with stage.database.read() as tx:
        states = (await tx.execute(select(outbox.c.state).order_by(outbox.c.id))).scalars().all()
    assert states == ["sent", "sent", "sent", "planned"]


async def test_just_before_the_deadline(stage: Stage, client: httpx.AsyncClient) -> None:
    near_one = await stage.plan(deadline=DAY)
    far_one = await stage.plan(deadline=2 * DAY)
    first = await client.post("/local/clock", json={"to": "before_deadline"})
    assert near(shown(first), near_one.at - timedelta(minutes=10))
    second = await client.post("/local/clock", json={"to": "before_deadline"})
    assert near(shown(second), far_one.at - timedelta(minutes=10))
    none = await client.post("/local/clock", json={"to": "before_deadline"})
    assert (none.status_code, none.json()) == (409, {"problem": "no_deadline"})


async def test_nothing_to_move_yet(client: httpx.AsyncClient) -> None:
    answer = await client.post("/local/clock", json={"ahead_seconds": 60})
    assert answer.status_code == 409


async def test_not_farther_than_three_years(stage: Stage, client: httpx.AsyncClient) -> None:
    await stage.the_chat()
    await client.post("/local/clock", json={"ahead_seconds": 10**9})
    assert await ahead_of(stage, "local") == local_clock.FARTHEST.total_seconds()


async def test_a_warning_that_cannot_go_out_does_not_hold_the_clock(
    stage: Stage, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_clock, "PATIENCE", 0.1)
    await stage.plan(DAY, deadline=2 * DAY)
    stage.chat._chat_clock.wake = lambda: None
    moved = await client.post("/local/clock", json={"ahead_seconds": 3 * 86400})
    assert near(shown(moved), stage.clock.now() + 3 * DAY)
