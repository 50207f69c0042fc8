"""Dates, times left and amounts in words."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from handlers.casework.policy import KINDS
from handlers.casework.stages import STAGES
from handlers.wording import (
    date_words,
    day_words,
    demand_words,
    instant,
    kind_words,
    money_words,
    outcome_words,
    reason_words,
    short_words,
    stage_words,
    time_left,
    title_of,
    weekday,
)
from locales.catalogue import Words
from storage.records import Money
from tests.casework.cases import PRICE, dispute

JA, EN = Words("ja", strict=True), Words("en", strict=True)
TOKYO = "Asia/Tokyo"
NOW = datetime(2027, 1, 31, 3, 0, tzinfo=UTC)
FEB_3 = datetime(2027, 2, 3, 14, 59, tzinfo=UTC)


def test_a_date() -> None:
    assert date_words(JA, FEB_3, "date", TOKYO, NOW) == "2月3日(水) 23:59"
    assert date_words(EN, FEB_3, "date", TOKYO, NOW) == "Wed, Feb 3, 23:59"
    assert date_words(JA, NOW, "datetime", "America/New_York", NOW) == "1月30日(土) 22:00"
    assert day_words(JA, FEB_3, TOKYO) == "2月3日(水)"
    assert weekday(JA, FEB_3.date()) == "水"


@pytest.mark.parametrize(
    ("days", "year"), [(-61, True), (-60, False), (0, False), (335, False), (336, True)]
)
def test_a_far_date_has_its_year(days: int, year: bool) -> None:
    words = date_words(JA, NOW + timedelta(days=days), "date", TOKYO, NOW)
    assert ("年" in words) is year


@pytest.mark.parametrize(
    ("span", "japanese", "english"),
    [
        (timedelta(days=2, hours=14, minutes=59), "あと2日14時間", "2 days 14 hours left"),
        (timedelta(days=3), "あと3日", "3 days left"),
        (timedelta(hours=1, minutes=1), "あと1時間1分", "1 hour 1 minute left"),
        (timedelta(minutes=35, seconds=59), "あと35分", "35 minutes left"),
        (timedelta(seconds=5), "あと5秒", "5 seconds left"),
        (timedelta(milliseconds=200), "あと1秒", "1 second left"),
        (-timedelta(hours=3), "期限を3時間過ぎました", "3 hours past the deadline"),
        (timedelta(), "期限を1秒過ぎました", "1 second past the deadline"),
    ],
)
def test_the_time_left(span: timedelta, japanese: str, english: str) -> None:
    assert time_left(JA, NOW + span, NOW) == japanese
    assert time_left(EN, NOW + span, NOW) == english


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2027-01-31T23:59+09:00", "あと3日"),
        ("2027-02-01T00:00+09:00", "あと2日"),
        ("2027-02-03T00:00+09:00", "今日まで"),
        ("2027-02-03T23:58+09:00", "今日まで"),
        ("2027-02-05T00:00+09:00", "期限を2日過ぎました"),
    ],
)
def test_of_a_day_only_days_are_counted(now: str, words: str) -> None:
    assert time_left(JA, FEB_3, datetime.fromisoformat(now), "date", TOKYO) == words


def test_money() -> None:
    assert money_words(JA, PRICE) == "6,993円"
    assert money_words(JA, Money(Decimal("1234.5"), "USD", "paid")) == "US$1,234.50"
    assert money_words(JA, Money(Decimal(0), "JPY", "judged")) == "0円"
    assert money_words(EN, Money(Decimal(10), "EUR", "paid")) == "10.00 EUR"


def test_a_title_is_recognised() -> None:
    assert title_of(JA, dispute(reason="color_mismatch", amounts=(PRICE,))) == "#2 色違い 6,993円"
    assert title_of(JA, dispute(order_ids=("8201234567890123",))) == "#2 紛争 注文…0123"
    assert title_of(JA, dispute(title="青いカーテン")) == "#2 青いカーテン"
    assert title_of(JA, dispute(number=None)) == "紛争"


def test_a_moment_of_a_list() -> None:
    assert short_words(JA, FEB_3, TOKYO) == "2/3 23:59"
    assert short_words(EN, FEB_3, TOKYO) == "Feb 3 23:59"
    assert short_words(JA, FEB_3, TOKYO, year=True) == "2027/2/3 23:59"
    assert short_words(EN, FEB_3, TOKYO, year=True) == "Feb 3, 2027 23:59"


def test_an_instant_keeps_its_moment_beside_the_words() -> None:
    found = instant(JA, FEB_3, "datetime", TOKYO, NOW)
    assert (found.at, found.words, found.precision) == (FEB_3, "2月3日(水) 23:59", "datetime")


@pytest.mark.parametrize("say", [JA, EN])
def test_every_word_of_the_vocabularies(say: Words) -> None:
    for kind in KINDS:
        assert kind_words(say, kind)
        assert say.has(f"kind-{kind}")
    assert all(say.has(f"stage-{stage}") for stage in STAGES)
    assert kind_words(say, "new kind") == kind_words(say, "unknown")
    assert reason_words(say, "new reason") == say("reason-unknown")
    assert demand_words(say, "new demand") == say("demand-unknown")
    assert stage_words(say, "ae_steps_in") == say("stage-ae_steps_in")
    assert outcome_words(say, "new outcome") == say("outcome-other")


def test_a_reason_is_shown_with_the_screen_s_own_words() -> None:
    assert reason_words(JA, "color_mismatch") == "違うカラーが届いた (Color Not As Described)"
