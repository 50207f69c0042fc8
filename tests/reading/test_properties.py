"""What must hold for any text at all."""

# ruff: noqa: DTZ001 - naive moments are what Hypothesis draws, and what the door refuses

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.reading.normalise import normalise
from handlers.reading.read import read
from tests.reading.adversarial import ADVERSARIAL, BROKEN_LISTS, assert_linear
from tests.reading.moments import MONDAY, deadline, written

_FRAGMENTS = st.sampled_from(
    [
        "12月5日",
        "12/5",
        "まで",
        "期限",
        "残り",
        "あと",
        "3日",
        "以内",
        "の",
        "来週",
        "金曜",
        "(土)",
        "午後",
        "5時",
        "半",
        "から",
        "〜",
        "じゃなくて",
        "29日",
        "円",
        "6,993",
        "JPY",
        "\\",
        "US",
        "$",
        "令和8年",
        "セラー",
        "提案",
        "拒否",
        "全額返金",
        "希望",
        "届かない",
        "別住所",
        "Valid",
        "Steps",
        "In",
        "PST",
        "GMT-8",
        "2d",
        "14h",
        "02:14:33:10",
        ":",
        "/",
        ".",
        "、",
        "。",
        "?",
        "\n",
        "8201234567890123",
        "十二月",
        "五日",
        "第三",
        "営業日",
        "前",
        "発送",
        "支払",
        "カード",
        "PayPal",
        "月末",
        "今週中",
        "連休明け",
        "25時",
        "深夜0時",
        "Feb",
        "3",
        "in",
        "days",
    ]
)
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_FRAGMENTS, max_size=14).map("".join))


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_the_door_never_raises(text: str) -> None:
    reading = read(text, MONDAY)
    found = reading.deadline
    if found is not None:
        start, end = found.span
        assert text[start:end] == found.source_text
        assert found.at.utcoffset() == timedelta(hours=9)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@settings(max_examples=200, deadline=None)
@given(_TEXTS)
def test_the_map_back_covers_the_text_in_order(text: str) -> None:
    norm = normalise(text)
    starts = [norm.span(place, place)[0] for place in range(len(norm.text) + 1)]
    assert starts == sorted(starts)
    assert starts[-1] == len(text)
    if not norm.rewritings:
        assert starts == list(range(len(text) + 1))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(
        [
            "商品は6,993円です。",
            "注文番号8201234567890123。",
            "サイズは25.5cmでした。",
            "11月3日に注文しました。",
            "昨日届きました。",
            "追跡番号LP00123456789012。",
            "評価は4/5。",
            "12V 3個セット。",
            "セラーが50%返金と言いました。",
            "",
        ]
    ),
    st.sampled_from(
        ["よろしくお願いします。", "困っています。", "1,200円のケースも買いました。", "🙏", ""]
    ),
    st.dates(datetime(2026, 11, 24).date(), datetime(2027, 11, 20).date()),
)
def test_noise_around_a_date_changes_nothing(before: str, after: str, day: object) -> None:
    assert written(deadline(f"{before}期限は{day:%Y年%m月%d日}です。{after}")) == f"{day:%Y-%m-%d}"


@settings(max_examples=100, deadline=None)
@given(st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1)), _FRAGMENTS)
def test_any_moment_will_do(now: datetime, text: str) -> None:
    read(f"{text}まで", now.replace(tzinfo=UTC), "America/Los_Angeles")


def test_a_naive_now_and_an_unknown_zone_are_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        read("12/5", datetime(2026, 11, 23))
    with pytest.raises(ValueError, match="zone"):
        read("12/5", MONDAY, "Asia/Atlantis")


@pytest.mark.parametrize("piece", ADVERSARIAL, ids=ascii)
def test_ten_thousand_characters_take_no_more_than_their_length(piece: str) -> None:
    assert_linear(lambda text: read(text, MONDAY), piece)


@pytest.mark.timeout(30)
@pytest.mark.parametrize("text", BROKEN_LISTS, ids=lambda text: text[:8])
def test_a_list_that_its_last_line_breaks_is_read_at_all(text: str) -> None:
    assert read(text, MONDAY).intent != "greeting"
