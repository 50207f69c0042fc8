"""Corrections, ranges, bases and zones through a whole year: made, then read back."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import jpholiday
import pytest

from handlers.reading.read import read
from tests.reading.moments import TOKYO, deadline, written

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=TOKYO)
TODAY = NOW.date()
PACIFIC = ZoneInfo("America/Los_Angeles")
COMING = [TODAY + timedelta(days=number) for number in range(2, 300, 7)]


def _md(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _working_day(number: int) -> date:
    day = TODAY
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5 and not jpholiday.is_holiday(day)
    return day


@pytest.mark.parametrize(
    "correction",
    ["{old}じゃなくて{new}です", "{old}ではなく{new}まで", "期限は{old}、いや{new}でした",
     "すみません、{old}は間違いで{new}が期限です", "{old}だと思っていたら{new}まででした",
     "{old}まで、いや{new}までだった", "せやから{new}言うてるやん、{old}ちゃうで",
     "{old}が期限だと思ってたら{new}だった", "締切は{old}→訂正→{new}",
     "{old}…いえ{new}まででした", "{old}までの予定が{new}まで伸びた"],
)  # fmt: skip
def test_the_day_put_in_its_place_counts(correction: str) -> None:
    for day in COMING:
        text = correction.format(old=_md(day - timedelta(days=1)), new=_md(day))
        assert written(deadline(text, NOW)) == day.isoformat(), text


def test_a_new_date_may_lie_before_the_old_one() -> None:
    for day in COMING:
        if day.month == (day + timedelta(days=2)).month:
            text = f"期限が{_md(day + timedelta(days=2))}→{_md(day)}に変わりました"
            assert written(deadline(text, NOW)) == day.isoformat(), text


@pytest.mark.parametrize(
    ("words", "days"),
    [("前日", -1), ("前の日", -1), ("翌日", 1), ("翌々日", 2), ("2日前", -2), ("1週間前", -7)],
)
def test_the_day_before_or_after_a_day_that_is_named(words: str, days: int) -> None:
    for day in COMING[2:]:
        meant = day + timedelta(days=days)
        assert written(deadline(f"{_md(day)}の{words}まで", NOW)) == meant.isoformat(), day
    assert deadline(f"介入日の{words}までに証拠を出す", NOW) is None


@pytest.mark.parametrize("range_", ["{a}から{b}まで", "{a}~{b}", "{a} - {b}"])
def test_the_end_of_a_range_counts(range_: str) -> None:
    for day in COMING:
        text = "期間は" + range_.format(a=_md(day), b=_md(day + timedelta(days=3)))
        assert written(deadline(text, NOW)) == (day + timedelta(days=3)).isoformat(), text


def test_of_two_lengths_the_later_counts() -> None:
    for number in range(1, 30):
        expected = (TODAY + timedelta(days=number + 2)).isoformat()
        for text in (
            f"{number}~{number + 2}日以内に返事",
            f"返事は{number}日から{number + 2}日くらいで来る",
        ):
            assert written(deadline(text, NOW)) == expected, text


def test_working_days_keep_the_calendar_of_holidays() -> None:
    for number in range(1, 40):
        expected = _working_day(number).isoformat()
        for text in (f"{number}営業日以内に回答", f"{number} business days"):
            assert written(deadline(text, NOW)) == expected, text
    assert written(deadline("翌営業日までに回答", NOW)) == _working_day(1).isoformat()


@pytest.mark.parametrize(
    ("told", "days", "kind"),
    [
        ("{day}に紛争を開きました", 5, "seller_response"),
        ("AliExpressの判定が{day}に出ました", 3, "accept_decline"),
        ("{day}に受取確認を押してしまった", 15, "open_until"),
        ("返品して返金の判定が{day}に出ました", 10, "return_ship"),
        ("PayPalで{day}に支払いました。いつまで異議を出せる?", 180, "paypal_open"),
        ("カードで{day}に決済。チャージバックの期限は?", 120, "card_chargeback"),
    ],
)
def test_a_clock_counts_from_the_day_it_started(told: str, days: int, kind: str) -> None:
    for ago in range(1, 31):
        day = TODAY - timedelta(days=ago)
        text = told.format(day=_md(day))
        found = deadline(text, NOW)
        assert found is not None, text
        assert found.at.date() == day + timedelta(days=days), text
        assert found.kind == kind, text
        assert "from_base" in found.assumptions


@pytest.mark.parametrize("base", ["{day}から{n}日以内", "支払日{day}から{n}日", "{day}より{n}日後"])
def test_a_length_counts_from_the_day_that_is_named(base: str) -> None:
    for number in (1, 3, 5, 10, 15, 30, 60, 90, 120, 180):
        for ago in (0, 1, 9, 27):
            day = TODAY - timedelta(days=ago)
            end = day + timedelta(days=number)
            if end < TODAY:
                continue
            text = base.format(day=_md(day), n=number)
            assert written(deadline(text, NOW)) == end.isoformat(), text


def test_pacific_times_of_a_year_summer_time_included() -> None:
    for day in COMING:
        there = datetime(day.year, day.month, day.day, 23, 59, tzinfo=PACIFIC)
        name = "PDT" if there.dst() else "PST"
        for text in (
            f"{there:%b} {there.day}, {there.year} 23:59 {name}",
            f"太平洋時間の{day.year}年{_md(day)} 23:59まで",
        ):
            found = deadline(text, NOW)
            assert found is not None, text
            assert found.at == there, text


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles", "Europe/Berlin"])
def test_a_date_is_meant_where_the_reader_lives(zone: str) -> None:
    for day in COMING:
        found = read(f"期限は{_md(day)} 18時です", NOW, zone).deadline
        assert found is not None
        assert found.at == datetime(day.year, day.month, day.day, 18, tzinfo=ZoneInfo(zone))


def test_a_day_just_behind_is_asked_about_and_a_day_ahead_is_not() -> None:
    for ago in range(1, 60):
        day = TODAY - timedelta(days=ago)
        for hour in ("", "18時"):
            found = deadline(f"{_md(day)}{hour}まで", NOW)
            assert found is not None
            assert "far" in found.doubts, day
            assert day in {other.at.date() for other in found.alternatives}
    for day in COMING:
        found = deadline(f"{_md(day)}まで", NOW)
        assert found is not None
        assert found.doubts == (), day
