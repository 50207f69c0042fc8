"""1時間後 and 明日の朝."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.snooze import put_off_to
from storage import disputes
from storage.message_records import Planned
from storage.states import DisputeStatus
from tests.handlers.talk import Talk, payload, talk_in

EXACT = "色違いで紛争中です。全額返金6,993円、2月3日18:00にAliExpress介入"


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    async with talk_in(tmp_path / "snooze.db") as talk:
        yield talk


async def put_off(talk: Talk) -> list[Planned]:
    return [row for row in await talk.warnings() if row.offset.startswith("snooze")]


async def clock(talk: Talk) -> int:
    return (await talk.clocks())[0].id


async def test_an_hour_on(talk: Talk) -> None:
    await talk.register()
    shown = await talk.press_payload(payload("snz", await clock(talk), "1h"))
    assert "1月30日(土) 13:00" in shown
    assert "#1 色違い" in shown
    (row,) = await put_off(talk)
    assert row.due_at == talk.now + timedelta(hours=1)
    assert len(row.offset) <= 16
    assert row.content["at"]


async def test_pressed_twice_it_comes_once(talk: Talk) -> None:
    await talk.register()
    press = payload("snz", await clock(talk), "1h")
    await talk.press_payload(press)
    await talk.later(minutes=2)
    await talk.press_payload(press)
    assert len(await put_off(talk)) == 1
    await talk.later(minutes=10)
    await talk.press_payload(press)
    assert len(await put_off(talk)) == 2


async def test_tomorrow_morning_is_eight(talk: Talk) -> None:
    await talk.register()
    shown = await talk.press_payload(payload("snz", await clock(talk), "am"))
    assert "1月31日(日) 8:00" in shown
    (row,) = await put_off(talk)
    assert row.due_at == datetime(2027, 1, 30, 23, 0, tzinfo=UTC)


async def test_the_hour_is_kept_in_the_night(talk: Talk) -> None:
    await talk.register()
    await talk.later(hours=10, minutes=30)  # 22:30
    await talk.press_payload(payload("snz", await clock(talk), "1h"))
    (row,) = await put_off(talk)
    assert row.due_at == talk.now + timedelta(hours=1)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2027-02-01T03:59+09:00", "2027-02-01T08:00+09:00"),
        ("2027-02-01T04:00+09:00", "2027-02-02T08:00+09:00"),
        ("2027-02-01T23:00+09:00", "2027-02-02T08:00+09:00"),
    ],
)
def test_in_the_night_tomorrow_morning_is_the_one_that_comes(now: str, expected: str) -> None:
    found = put_off_to("am", datetime.fromisoformat(now), "Asia/Tokyo")
    assert found == datetime.fromisoformat(expected)


async def test_what_would_come_too_late_is_not_promised(talk: Talk) -> None:
    await talk.register(EXACT)
    await talk.later(days=4, hours=4)  # 16:00 of the day
    shown = await talk.press_payload(payload("snz", await clock(talk), "am"))
    assert "明日の朝では期限を過ぎて" in shown
    assert talk.labels == ["やること", "1時間後", "日付変更"]
    await talk.later(hours=1, minutes=30)
    shown = await talk.press_payload(payload("snz", await clock(talk), "1h"))
    assert "1時間後では期限を過ぎて" in shown
    assert talk.labels == ["やること", "日付変更"]
    assert await put_off(talk) == []


async def test_after_the_deadline_it_asks_how_it_went(talk: Talk) -> None:
    await talk.register(EXACT)
    number = await clock(talk)
    await talk.later(days=5)
    shown = await talk.press_payload(payload("snz", number, "1h"))
    assert "全額返金" in talk.labels
    assert "期限を" in shown
    assert await put_off(talk) == []


async def test_a_closed_case_is_kindly_refused(talk: Talk) -> None:
    await talk.register()
    number = await clock(talk)
    case = (await talk.running())[0]
    await talk.press_payload(payload("out", case.id, "full_refund"))
    shown = await talk.press_payload(payload("snz", number, "1h"))
    assert "もう終わっています" in shown
    assert "この紛争を見る" in talk.labels
    assert await put_off(talk) == []


async def test_the_question_after_the_date_is_put_off_as_a_question(talk: Talk) -> None:
    await talk.register()
    await talk.press_payload(payload("snz", await clock(talk), "ask"))
    (row,) = await put_off(talk)
    assert row.content["ask"] == "date"


@pytest.mark.parametrize(
    "press", [payload("snz", 99, "1h"), payload("snz", 1, "year"), payload("snz")]
)
async def test_what_is_no_deadline_of_ours_shows_how_things_stand(talk: Talk, press: str) -> None:
    await talk.register()
    assert "#1 色違い" in await talk.press_payload(press)
    assert await put_off(talk) == []


async def test_another_owners_deadline_stays_untouched(talk: Talk, tmp_path: Path) -> None:
    await talk.register()
    number = await clock(talk)
    async with talk_in(tmp_path / "snooze.db", address="U2") as stranger:
        await stranger.press_payload(payload("snz", number, "1h"))
        assert "色違い" not in stranger.shown
    assert await put_off(talk) == []


async def test_a_draft_s_deadline_cannot_be_put_off(talk: Talk) -> None:
    await talk.say(EXACT)
    draft = (await talk.drafts())[0]
    assert draft.status is DisputeStatus.DRAFT
    async with talk.database.read() as tx:
        assert await disputes.running(tx, talk.chat.owner_id) == []
    await talk.press_payload(payload("snz", 1, "1h"))
    assert await put_off(talk) == []


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("30分後にまた教えて", "1月30日(土) 12:30"),
        ("夜9時にまた教えて", "1月30日(土) 21:00"),
        ("明日また教えて", "1月31日(日) 8:00"),
        ("明日の朝にまた", "1月31日(日) 8:00"),
        ("2月1日の19時にもう一度知らせて", "2月1日(月) 19:00"),
        ("通知は2月1日の20時に", "2月1日(月) 20:00"),
    ],
)
async def test_put_off_to_a_moment_that_was_told(talk: Talk, text: str, when: str) -> None:
    await talk.register()
    assert f"わかりました。{when} に" in await talk.say(text)


async def test_a_moment_after_the_deadline_is_too_late(talk: Talk) -> None:
    await talk.register()
    assert "期限を過ぎてしまいます" in await talk.say("2月5日にもう一度知らせて")
    assert "1時間後" in talk.labels
