"""Every day of a year in every spelling, read at several moments: format, then read back."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from tests.reading.moments import TOKYO, deadline, written

MOMENTS = (
    datetime(2026, 11, 23, 10, 0, tzinfo=TOKYO),
    datetime(2026, 12, 31, 23, 30, tzinfo=TOKYO),
    datetime(2028, 2, 29, 0, 0, tzinfo=TOKYO),
)
_KANJI = "〇一二三四五六七八九"
_WEEKDAYS = "月火水木金土日"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _kanji(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _KANJI[tens] + "十") + (
        _KANJI[ones] if ones else ""
    )


def _full_width(text: str) -> str:
    return text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789/"})


WITH_YEAR: dict[str, Callable[[date], str]] = {
    "年月日": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "slashes": lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    "iso": lambda d: d.isoformat(),
    "dots": lambda d: f"{d.year}.{d.month}.{d.day}",
    "era": lambda d: f"令和{d.year - 2018}年{d.month}月{d.day}日",
    "era letter": lambda d: f"R{d.year - 2018}.{d.month}.{d.day}",
    "kanji": lambda d: (
        f"{''.join(_KANJI[int(c)] for c in str(d.year))}年{_kanji(d.month)}月{_kanji(d.day)}日"
    ),
    "English": lambda d: f"{_MONTHS[d.month - 1]} {d.day}, {d.year}",
    "English, day first": lambda d: f"{d.day} {_MONTHS[d.month - 1]} {d.year}",
    "weekday in brackets": lambda d: f"{d.year}年{d.month}月{d.day}日({_WEEKDAYS[d.weekday()]})",
}
WITHOUT_YEAR: dict[str, Callable[[date], str]] = {
    "月日": lambda d: f"{d.month}月{d.day}日",
    "slash": lambda d: f"{d.month}/{d.day}",
    "full width": lambda d: _full_width(f"{d.month}/{d.day}"),
    "full width 月日": lambda d: _full_width(str(d.month)) + "月" + _full_width(str(d.day)) + "日",
    "kanji": lambda d: f"{_kanji(d.month)}月{_kanji(d.day)}日",
    "English": lambda d: f"{_MONTHS[d.month - 1]} {d.day}",
}


@pytest.mark.parametrize("now", MOMENTS, ids=str)
@pytest.mark.parametrize("spelling", WITH_YEAR)
def test_every_day_with_its_year(spelling: str, now: datetime) -> None:
    for number in range(0, 366, 3):
        day = now.date() + timedelta(days=number)
        text = f"{WITH_YEAR[spelling](day)}まで"
        assert written(deadline(text, now)) == day.isoformat(), text


@pytest.mark.parametrize("now", MOMENTS, ids=str)
@pytest.mark.parametrize("spelling", WITHOUT_YEAR)
def test_every_day_without_its_year_is_the_coming_one(spelling: str, now: datetime) -> None:
    for number in range(365):
        day = now.date() + timedelta(days=number)
        text = f"期限は{WITHOUT_YEAR[spelling](day)}です"
        assert written(deadline(text, now)) == day.isoformat(), text


@pytest.mark.parametrize("now", MOMENTS, ids=str)
def test_a_day_alone_is_this_months_or_the_nexts(now: datetime) -> None:
    for number in range(28):
        day = now.date() + timedelta(days=number)
        assert written(deadline(f"{day.day}日まで", now)) == day.isoformat()


@pytest.mark.parametrize("now", MOMENTS, ids=str)
def test_every_minute_of_a_day(now: datetime) -> None:
    day = now.date() + timedelta(days=40)
    for minutes in range(0, 1440, 7):
        hour, minute = divmod(minutes, 60)
        expected = f"{day.isoformat()}T{hour:02}:{minute:02}"
        half = "午前" if hour < 12 else "午後"
        for text in (
            f"{day.month}月{day.day}日{hour}時{minute}分まで",
            f"{day.month}/{day.day} {hour}:{minute:02}まで",
            f"{day.month}月{day.day}日の{half}{hour % 12}時{minute}分まで",
        ):
            assert written(deadline(text, now)) == expected, text


@pytest.mark.parametrize("now", MOMENTS, ids=str)
def test_every_countdown(now: datetime) -> None:
    for seconds in range(61, 9 * 86400, 12_347):
        days, rest = divmod(seconds, 86400)
        hours, rest = divmod(rest, 3600)
        minutes, second = divmod(rest, 60)
        expected = (now + timedelta(seconds=seconds)).replace(microsecond=0)
        texts = [
            f"残り{days:02}:{hours:02}:{minutes:02}:{second:02}",
            f"{days}d {hours}h {minutes}m {second}s",
        ]
        texts.append(f"残り {days}日 {hours}時間 {minutes}分 {second}秒")
        for text in texts:
            found = deadline(text, now)
            assert found is not None, text
            assert found.at == expected, text
            assert found.precision == "datetime", text


@pytest.mark.parametrize("now", MOMENTS, ids=str)
def test_every_length_in_days(now: datetime) -> None:
    for number in range(1, 181):
        expected = (now.date() + timedelta(days=number)).isoformat()
        for text in (
            f"あと{number}日",
            f"{number}日以内に返事",
            f"{number}日後",
            f"in {number} days",
        ):
            assert written(deadline(text, now)) == expected, text


@pytest.mark.parametrize("weekday", range(7))
def test_weeks_begin_on_monday(weekday: int) -> None:
    for step in range(7):
        now = MOMENTS[0] + timedelta(days=step)
        monday = now.date() - timedelta(days=now.weekday())
        name = _WEEKDAYS[weekday]
        coming = now.date() + timedelta(days=(weekday - now.weekday() - 1) % 7 + 1)
        for text, expected in {
            f"今週の{name}曜日まで": monday + timedelta(days=weekday),
            f"来週{name}曜まで": monday + timedelta(days=7 + weekday),
            f"再来週の{name}曜まで": monday + timedelta(days=14 + weekday),
            f"今度の{name}曜まで": coming,
            f"{name}曜日まで": coming,
        }.items():
            assert written(deadline(text, now)) == expected.isoformat(), (text, now)


COUNTERS = [
    "個",
    "本",
    "枚",
    "足",
    "台",
    "点",
    "着",
    "回",
    "件",
    "冊",
    "組",
    "袋",
    "箱",
    "人",
    "円",
    "ドル",
    "%",
    "割",
    "倍",
    "cm",
    "mm",
    "m2",
    "kg",
    "g",
    "ml",
    "V",
    "W",
    "A",
    "GB",
    "MB",
    "Hz",
    "インチ",
    "度",
    "歳",
    "階",
    "つ",
    "番",
    "セット",
    "世代",
    "ページ",
]


@pytest.mark.parametrize("counter", COUNTERS)
@pytest.mark.parametrize("number", ["3", "12", "12.5", "4/5", "10-12", "1,200", "２５"])
def test_counts_sizes_and_prices_are_no_dates(counter: str, number: str) -> None:
    for text in (f"{number}{counter}の商品が届いた", f"注文したのは{number}{counter}です"):
        assert deadline(text) is None, text
    assert written(deadline(f"{number}{counter}の商品、期限は12月5日です")) == "2026-12-05"


@pytest.mark.parametrize(
    "model", ["AB-1205", "X12-5", "M12.5", "v1.2.5", "iPhone12", "RTX4090", "BT5.0", "12/5インチ"]
)
def test_model_numbers_are_no_dates(model: str) -> None:
    assert deadline(f"{model}を買ったのに違う物が届いた") is None
