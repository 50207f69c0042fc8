"""Dates of something else are left alone, and what may be one is asked about."""

from datetime import datetime

import pytest

from handlers.reading.read import read
from tests.reading.moments import TOKYO
from tests.reading.other_date_sentences import NONE

_NOW = datetime(2026, 11, 26, 20, 15, tzinfo=TOKYO)


@pytest.mark.parametrize("text", NONE)
def test_the_date_of_something_else_is_no_deadline(text: str) -> None:
    assert read(text, _NOW).deadline is None


# A text of anything keeps its date, and something in it speaks against a deadline.
@pytest.mark.parametrize(
    "text",
    [
        "明日また来るわ",
        "来週は忙しい",
        "月曜に電話してみます",
        "3週間後に引っ越すので住所変わります",
        "2/2の節分が期限",
        "紛争できるのは完了後15日まで、で合ってますか",
        "「3日以内に返金します」とセラー。もう5日たつ",
    ],
)
def test_a_doubtful_date_is_asked_about(text: str) -> None:
    assert read(text, _NOW).doubts


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("29まで", "2026-11-29"),
        ("ほな28までに", "2026-11-28"),
        ("いや、28じゃなくて30", "2026-11-30"),
        ("28日じゃなか、29日たい", "2026-11-29"),
        ("ちがう、12月3日の間違い", "2026-12-03"),
        ("期限なんだけどさ来週の木曜", "2026-12-03"),
        ("もともと12月1日が期限だったのが8日に変わった", "2026-12-08"),
        ("年明け5日まで", "2027-01-05"),
        ("期限12/15って書いたけど16だった", "2026-12-16"),
        ("①12/3 セラー回答 ②12/6 AE介入", "2026-12-03"),
        ("The parties have 3 days to respond. Judgement from AE: Valid", "2026-11-29"),
        ("please provide more evidence within 3 calendar days", "2026-11-29"),
    ],
)
def test_a_short_word_is_enough_for_a_day(text: str, at: str) -> None:
    found = read(text, _NOW).deadline
    assert found is not None
    assert found.at.date().isoformat() == at


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("期限あしたの18じ", "2026-11-27T18:00:00"),
        ("あしたの18じはんまで", "2026-11-27T18:30:00"),
        ("12/5の23時59まで", "2026-12-05T23:59:00"),
        ("自動承認まで 1日 5:20:30", "2026-11-28T01:35:30"),
        ("今夜0時ジャスト締切", "2026-11-27T00:00:00"),
        ("アラームを午後10時55分にセットして", "2026-11-26T22:55:00"),
    ],
)
def test_an_hour_in_short(text: str, at: str) -> None:
    found = read(text, _NOW).deadline
    assert found is not None
    assert found.at.strftime("%Y-%m-%dT%H:%M:%S") == at


@pytest.mark.parametrize(
    "text",
    [
        "10月25日に申し立てて11月1日に拒否された",  # the seller's five days are over
        "お客様の申し立ては11/19に終了しました",
        "配送状況\n2026/11/26 16:02 深セン",
        "返金情報\n2026-11-24 返金申請済み\n2026-11-25 AliExpressが処理",
    ],
)
def test_a_clock_that_has_stopped_is_none(text: str) -> None:
    assert read(text, _NOW).deadline is None


def test_what_came_last_starts_the_clock() -> None:
    found = read("20日に紛争を開いて、昨日判定が出ました", _NOW).deadline
    assert found is not None
    assert (found.kind, found.at.date().isoformat()) == ("accept_decline", "2026-11-28")


def test_one_day_that_is_named_is_one_notice() -> None:
    reading = read("年賀状を書き終わるまで手が空かないので23日の夜に教えて", _NOW)
    assert reading.intent == "snooze"
    assert reading.deadline is not None
    assert reading.deadline.at.strftime("%m-%dT%H") == "12-23T20"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "3週間後に介入した話を聞いて気が遠くなりました。椅子の脚が1本欠品です。",
            ["2026-12-17"],
        ),
        ("椅子の脚が1本欠品です。火曜に届きました。", []),
        ("届いて3週間で椅子の脚が折れました。", []),
        ("椅子の脚が1本欠品です。2週間後に旅行なので早く片付けたいです。", []),
        ("椅子の脚が1本欠品です。10日後に誕生日なのに。", []),
        ("椅子の脚が1本欠品です。介入は12月5日。3週間後に返事と聞きました。", []),
    ],
)
def test_what_lies_ahead_without_being_a_deadline(text: str, days: list[str]) -> None:
    assert [f"{one.at:%Y-%m-%d}" for one in read(text, _NOW).days_ahead] == days
