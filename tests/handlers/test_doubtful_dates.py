"""Dates that are asked about before anything is planned on them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.reading.model import ReadDeadline, Reading
from storage.states import DeadlineStatus
from tests.handlers.talk import Talk

HERE = ZoneInfo("Asia/Tokyo")
SIX = ReadDeadline(
    datetime(2027, 2, 3, 18, tzinfo=HERE),
    "datetime",
    "ae_step_in",
    "2027-02-03 18:00",
    (0, 16),
    doubts=("ae_time_without_zone",),
)
TWO_ZONES = Reading(
    intent="register_dispute",
    reason="color_mismatch",
    deadline=SIX._replace(
        alternatives=(SIX._replace(at=datetime(2027, 2, 4, 11, tzinfo=HERE), doubts=()),)
    ),
    doubts=("ae_time_without_zone",),
)
"""A clock time copied from an AliExpress page: Japan's, or Pacific time."""


async def test_a_past_date_is_asked_about_and_not_registered(talk: Talk) -> None:
    shown = await talk.say("色違いで紛争中です。2027年1月20日にAliExpress介入")
    assert "もう過ぎています" in shown
    shown = await talk.press("これで登録")
    assert "もう過ぎています" in shown
    assert await talk.running() == []
    await talk.pick("別の日付を選ぶ", "2027-02-20T23:59")
    await talk.press("これで登録")
    (clock,) = await talk.clocks()
    assert clock.at == datetime(2027, 2, 20, 14, 59, tzinfo=UTC)


async def test_a_past_date_can_be_left_out(talk: Talk) -> None:
    await talk.say("色違いで紛争中です。2027年1月20日にAliExpress介入")
    await talk.press("日付なしで進める")
    await talk.press("これで登録")
    (clock,) = await talk.clocks()
    assert clock.provisional


async def test_a_card_whose_date_passes_meanwhile_is_asked_about(talk: Talk) -> None:
    await talk.say("色違いで紛争中です。介入は明日の12時")
    register = talk.button("これで登録")
    await talk.later(days=3)
    shown = await talk.press_payload(register.payload)  # type: ignore[union-attr]
    assert "もう過ぎています" in shown
    assert await talk.running() == []


async def test_a_date_over_two_years_ahead_needs_a_word(talk: Talk) -> None:
    shown = await talk.say("色違いで紛争中です。2030年2月3日にAliExpress介入")
    assert "かなり先" in shown
    shown = await talk.press("これで登録")
    assert "かなり先" in shown
    assert await talk.running() == []
    await talk.press("この日付で合っています")
    await talk.press("これで登録")
    assert len(await talk.running()) == 1


async def test_a_weekday_that_contradicts_is_asked_about(talk: Talk) -> None:
    shown = await talk.say("色違いで紛争中です。2月3日(金)にAliExpress介入")
    assert "曜日" in shown
    other = next(label for label in talk.labels if label.startswith("2月") and "(金)" in label)
    shown = await talk.press(other)
    assert "(金)" in shown
    assert "合っていない" not in shown


async def test_a_reading_from_an_older_card_is_known_to_be_out_of_date(talk: Talk) -> None:
    await talk.say("色違いで紛争中です。2月3日(金)にAliExpress介入")
    old = next(b for b in talk.buttons if b.label.startswith("2月") and "(金)" in b.label)
    await talk.say("2月10日でした")
    shown = await talk.press_payload(old.payload)  # type: ignore[union-attr]
    assert "2月10日(水) 23:59" in shown


async def test_an_impossible_date_is_asked_about(talk: Talk) -> None:
    shown = await talk.say("色違いで紛争中です。2月30日にAliExpress介入")
    assert "カレンダーにない日付" in shown
    await talk.pick("日付を選ぶ", "2027-02-28T23:59")
    await talk.press("これで登録")
    assert len(await talk.clocks()) == 1


async def test_a_clock_time_from_aliexpress_without_a_zone_is_asked_about(talk: Talk) -> None:
    shown = await talk.understood(TWO_ZONES)
    assert "太平洋時間" in shown
    pacific = [label for label in talk.labels if label.startswith("2月4日")]
    assert pacific == ["2月4日(木) 11:00"]
    shown = await talk.press(pacific[0])
    assert "2月4日(木) 11:00" in shown
    assert "どちらですか" not in shown


async def test_a_date_in_a_story_is_asked_about(talk: Talk) -> None:
    shown = await talk.say("箱がつぶれてて鏡にヒビが入ってました。2月3日 23:59")
    assert "2月3日(水) 23:59 は、期限の日付ですか" in shown
    shown = await talk.press("2月3日(水) 23:59")
    assert "期限の日付ですか" not in shown
    await talk.press("これで登録")
    (clock,) = await talk.clocks()
    assert clock.at == datetime(2027, 2, 3, 14, 59, tzinfo=UTC)


@pytest.mark.parametrize("value", ["2027-01-29T10:00", "2020-02-03"])
async def test_a_picker_that_allows_the_past_is_not_believed(talk: Talk, value: str) -> None:
    await talk.register()
    (clock,) = await talk.clocks()
    shown = await talk.pick_payload(f"1~chgd~{clock.id}~", value)
    assert "もう過ぎています" in shown
    assert (await talk.clocks())[0].at == clock.at


async def test_a_picker_far_ahead_is_not_believed(talk: Talk) -> None:
    await talk.register()
    shown = await talk.pick_payload("1~date~1~", "2031-02-03T10:00")
    assert "2年以上先" in shown


async def test_a_running_case_keeps_its_date_until_the_doubt_is_settled(talk: Talk) -> None:
    await talk.register()
    before = (await talk.clocks())[0]
    shown = await talk.say("期限は2月6日(月)です")
    assert (await talk.clocks())[0] == before
    right = next(label for label in talk.labels if label.startswith("2月6日"))
    shown = await talk.press(right)
    assert "2月6日(土) 23:59" in shown
    (clock,) = await talk.clocks()
    assert clock.at == before.at + timedelta(days=3)
    assert clock.status is DeadlineStatus.ACTIVE


async def test_a_past_date_for_a_running_case_is_asked_about(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("期限は2027年1月20日です")
    assert "もう過ぎています" in shown
    assert (await talk.clocks())[0].at > talk.now
    await talk.press("このままにする")
    assert "2月3日" in talk.shown


async def test_an_impossible_date_for_a_running_case(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("期限は2月30日です")
    assert "カレンダーにない" in shown
    shown = await talk.say("2月28日でした")
    assert "2月28日(日) 23:59" in shown


async def test_two_readings_for_a_running_case(talk: Talk) -> None:
    await talk.register()
    shown = await talk.understood(TWO_ZONES._replace(reason=None))
    assert "読み取った日付" in shown
    assert "太平洋時間" in shown
    assert (await talk.clocks())[0].precision == "date"
    shown = await talk.press("2月4日(木) 11:00")
    assert "2月4日(木) 11:00" in shown


async def test_two_deadlines_in_one_message_are_told_apart(talk: Talk) -> None:
    later = SIX._replace(at=datetime(2027, 2, 20, 23, 59, tzinfo=HERE), kind="protection_end")
    both = SIX._replace(doubts=(), alternatives=(later._replace(doubts=()),))
    await talk.understood(Reading(intent="register_dispute", reason="quality", deadline=both))
    assert "購入者保護の終了日 2月20日(土) 18:00" not in talk.labels
    label = next(label for label in talk.labels if label.startswith("購入者保護"))
    shown = await talk.press(label)
    assert "購入者保護の終了日: 2月20日(土) 23:59" in shown
    # Both, from another card.
    await talk.say("やめる")
    await talk.understood(Reading(intent="register_dispute", reason="quality", deadline=both))
    shown = await talk.press("両方登録")
    assert "AliExpressの介入予定日: 2月3日(水) 18:00" in shown
    assert "購入者保護の終了日: 2月20日(土) 23:59" in shown
    assert "どちらの日付" not in shown


async def test_what_was_assumed_of_two_dates_is_said_once(talk: Talk) -> None:
    await talk.say("色違いで紛争中。2月13日にAliExpress介入")
    shown = await talk.say("カードのチャージバック期限は3月2日です")
    assert "2月13日(土) 23:59" in shown
    assert "3月2日(火) 23:59" in shown
    # The card company's day lies beside the case, which stays where it is.
    assert "段階" not in shown
    assert shown.count("年の記載がないので2027年としました") == 1
    assert shown.count("日付だけなので、その日の23:59までとしました") == 1


async def test_a_day_of_which_nobody_says_that_it_is_the_deadline_is_offered(talk: Talk) -> None:
    shown = await talk.say("サイズ違いで紛争中。3週間後に介入した話を聞いて気が遠くなりました。")
    assert "期限: まだありません" in shown
    assert "2月20日(土) 23:59 は、期限の日付ですか?" in shown
    shown = await talk.press("2月20日(土) 23:59")
    assert "期限の日付ですか" not in shown
    await talk.press("これで登録")
    (clock,) = await talk.clocks()
    assert (clock.kind, clock.precision, clock.provisional) == ("ae_step_in", "date", False)
    assert clock.at == datetime(2027, 2, 20, 14, 59, tzinfo=UTC)


async def test_a_day_that_is_offered_need_not_be_taken(talk: Talk) -> None:
    await talk.say("サイズ違いで紛争中。3週間後に介入した話を聞いて気が遠くなりました。")
    await talk.press("これで登録")
    (clock,) = await talk.clocks()
    assert clock.provisional


async def test_of_two_days_that_are_offered_one_is_taken(talk: Talk) -> None:
    shown = await talk.say(
        "サイズ違いで紛争中。2週間後に介入した話を聞いて気が遠くなりました。"
        "3週間後に判定した話を聞いて気が遠くなりました。"
    )
    assert "次のどちらかが、期限の日付ですか?" in shown
    await talk.press("2月20日(土) 23:59")
    await talk.press("これで登録")
    (clock,) = await talk.clocks()
    assert clock.at == datetime(2027, 2, 20, 14, 59, tzinfo=UTC)


async def test_a_day_that_has_passed_before_the_question_is_not_offered(talk: Talk) -> None:
    await talk.say(
        "3日後に介入した話を聞いて気が遠くなりました。届いたものが違うみたいな気がします。"
    )
    await talk.later(days=4)
    shown = await talk.say("サイズ違いで紛争中。")
    assert "は、期限の日付ですか" not in shown
