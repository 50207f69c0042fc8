import pytest

from handlers.reading.read import read
from tests.reading.deadline_sentences import DEADLINES
from tests.reading.moments import MONDAY, deadline, written


@pytest.mark.parametrize(("text", "expected"), DEADLINES, ids=[row[0][:40] for row in DEADLINES])
def test_the_deadline_of_a_sentence(text: str, expected: str | None) -> None:
    if expected is not None and expected[4:5] != "-":
        expected = f"2026-{expected}"
    assert written(deadline(text)) == expected


def test_of_two_deadlines_the_nearer_comes_first_and_the_other_is_kept() -> None:
    found = deadline("返送は12月10日まで、介入は12月5日の予定")
    assert written(found) == "2026-12-05"
    assert found is not None
    assert [written(other) for other in found.alternatives] == ["2026-12-10"]
    assert "two_readings" in found.doubts


def test_a_contradicting_weekday_is_a_question() -> None:
    found = deadline("12月5日(金)まで")  # a Saturday
    assert written(found) == "2026-12-05"
    assert found is not None
    assert found.doubts == ("weekday_mismatch",)
    assert [written(other) for other in found.alternatives] == ["2026-12-04"]
    assert deadline("12月5日(土)まで").doubts == ()  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["2月30日まで", "11月31日が期限", "13月5日まで", "令和9年2月29日"])
def test_a_day_that_no_calendar_has_is_never_guessed(text: str) -> None:
    reading = read(text, MONDAY)
    assert reading.deadline is None
    assert "impossible_date" in reading.doubts


def test_past_and_far_dates_are_read_and_doubted() -> None:
    past = deadline("期限は2026年11月20日です")
    assert written(past) == "2026-11-20"
    assert past is not None
    assert "past" in past.assumptions
    assert past.doubts == ("past",)
    far = deadline("期限は2029年1月1日です")
    assert written(far) == "2029-01-01"
    assert far is not None
    assert far.doubts == ("far",)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("箱つぶれて鏡にヒビ。12/3", True),
        ("箱つぶれて鏡にヒビ。12/3まで", False),
        ("箱つぶれて鏡にヒビ。介入は12/3", False),
        ("12/3 23:59 これで", False),
        ("28日じゃなくて29日", False),
    ],
)
def test_a_date_in_a_story_that_no_word_makes_a_deadline_is_a_question(
    text: str, asked: bool
) -> None:
    assert ("unsure" in read(text, MONDAY).doubts) is asked


@pytest.mark.parametrize(
    ("text", "first", "other"),
    [
        ("返送ラベルが届いたのが11/21。10日以内に出す", "2026-12-03", "2026-12-01"),
        ("返品は中国まで。10日以内って11/19に言われた", "2026-12-03", "2026-11-29"),
        ("AliExpressの回答は木曜か金曜", "2026-11-26", "2026-11-27"),
        ("11/25と12/2、どっちが本当の期限?", "2026-11-25", "2026-12-02"),
    ],
)
def test_what_can_be_counted_or_meant_otherwise_is_a_question(
    text: str, first: str, other: str
) -> None:
    found = deadline(text)
    assert written(found) == first
    assert found is not None
    assert [written(one) for one in found.alternatives] == [other]
    assert "two_readings" in found.doubts


def test_an_event_of_last_week_does_not_make_a_question_of_the_deadline() -> None:
    found = deadline("11/10に紛争、11/17介入、承認か拒否は11/28まで")
    assert written(found) == "2026-11-28"
    assert found is not None
    assert found.doubts == ()


def test_a_day_without_its_month_that_has_just_passed_is_asked_about() -> None:
    found = deadline("介入の話。鏡にヒビで、21日と画面に出てます")
    assert written(found) == "2026-12-21"
    assert found is not None
    assert found.doubts == ("unsure",)
    assert [written(one) for one in found.alternatives] == ["2026-11-21"]


@pytest.mark.parametrize(
    "text", ["鏡が割れてた。介入は21日まで", "21日でした", "22日に変更してください"]
)
def test_a_day_of_the_next_month_is_plain_where_it_must_lie_ahead(text: str) -> None:
    found = deadline(text)
    assert found is not None
    assert found.at.month == 12
    assert found.doubts == found.alternatives == ()


def test_assumptions_say_what_was_filled_in() -> None:
    cases = {
        "12月5日": ("no_year", "date_only"),
        "5日まで": ("next_month", "date_only"),
        "25日まで": ("date_only",),
        "明日の夕方まで": ("part_of_day",),
        "Dec 5 2026 23:59 PST": ("converted_zone",),
        "3営業日以内": ("business_days", "date_only"),
        "12月1日から3日以内": ("no_year", "from_base", "date_only"),
    }
    for text, assumptions in cases.items():
        found = deadline(text)
        assert found is not None
        assert found.assumptions == assumptions, text


def test_the_span_is_of_the_text_as_it_was_typed() -> None:
    text = "ｼﾒｷﾘは　１２月５日（土）　です"
    found = deadline(text)
    assert found is not None
    start, end = found.span
    assert text[start:end] == found.source_text
    assert found.source_text.startswith("１２月５日")


def test_the_span_survives_what_changes_the_length() -> None:
    found = deadline("ﾊﾞｲﾔｰ保護は二〇二六年十二月二十五日まで㌀")
    assert found is not None
    assert found.source_text == "二〇二六年十二月二十五日"
    assert found.span == (8, 20)


def test_a_clock_time_from_an_aliexpress_page_without_a_zone_is_doubted() -> None:
    found = deadline("AliExpress Steps In: Dec 5, 2026 10:00")
    assert found is not None
    assert "ae_time_without_zone" in found.doubts
    assert "unknown_zone" in found.assumptions
    with_zone = deadline("AliExpress Steps In: Dec 5, 2026 10:00 PST")
    assert with_zone is not None
    assert with_zone.doubts == ()


def test_summer_time_gaps_give_the_first_valid_instant() -> None:
    found = read("2027年3月14日2時30分まで", MONDAY, "America/Los_Angeles").deadline
    assert found is not None
    assert found.at.isoformat() == "2027-03-14T03:00:00-07:00"
    doubled = read("2027年11月7日1時30分まで", MONDAY, "America/Los_Angeles").deadline
    assert doubled is not None
    assert doubled.at.isoformat() == "2027-11-07T01:30:00-07:00"


def test_seconds_are_kept() -> None:
    found = deadline("残り 02:14:33:10")
    assert found is not None
    assert found.at.strftime("%Y-%m-%dT%H:%M:%S") == "2026-11-26T00:33:10"


def test_other_languages_are_left_to_dateparser() -> None:
    assert written(deadline("hasta el 5 de diciembre")) == "2026-12-05"
    assert written(deadline("5 dezembro 2026")) == "2026-12-05"
