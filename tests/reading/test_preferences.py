"""Settings in sentences: what is wished, and what sounds like a wish and changes nothing."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.reading.places import OFFERED, by_atlas, zones_of_country
from handlers.reading.preferences import preferences_of
from handlers.reading.read import read
from handlers.reading.zones import zone_of
from tests.reading.moments import MONDAY
from tests.reading.preference_sentences import NO_WISHES, WISHES

POLITE = ("", "ください", "ほしいです", "もらえますか", "くれませんか", "いただけると助かります")


@pytest.mark.parametrize(("text", "wished"), WISHES)
def test_a_wish(text: str, wished: tuple[tuple[str, str], ...]) -> None:
    reading = read(text, MONDAY)
    assert reading.preferences == wished
    assert reading.intent == "set_notify_pref"


@pytest.mark.parametrize("text", NO_WISHES)
def test_no_wish(text: str) -> None:
    assert read(text, MONDAY).preferences == ()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("通知は12月1日の20時に", "12-01 20:00"),
        ("アラームは10分後に", "11-23 10:10"),
        ("リマインド 12/1 20時", "12-01 20:00"),
    ],
)
def test_a_moment_for_one_notice_moves_no_deadline(text: str, moment: str) -> None:
    reading = read(text, MONDAY)
    assert reading.intent == "snooze"
    assert reading.deadline is not None
    assert f"{reading.deadline.at:%m-%d %H:%M}" == moment


@pytest.mark.parametrize("text", ["通知は2月3日まで", "通知の期限は2月3日"])
def test_a_deadline_is_one_though_a_notice_is_named(text: str) -> None:
    assert read(text, MONDAY).intent == "update_deadline"


@pytest.mark.parametrize("polite", POLITE)
@pytest.mark.parametrize("before", ["", "すみません、", "できれば", "これからは"])
def test_however_politely_it_is_said(before: str, polite: str) -> None:
    told = preferences_of(f"{before}通知は夜8時だけにして{polite}")
    assert told == (("hour", "20:00"),)
    assert preferences_of(f"{before}夜中は鳴らさないで{polite}") == (("quiet", "night"),)


@settings(deadline=None)
@given(st.integers(0, 23), st.integers(0, 23), st.sampled_from(["から", "~", "〜", "-"]))
def test_every_pair_of_hours_is_a_span_of_quiet(begin: int, end: int, joint: str) -> None:
    reading = read(f"{begin}時{joint}{end}時は鳴らさないで", MONDAY)
    ((name, value),) = reading.preferences
    start, until = (int(part[:2]) for part in value.split("-"))
    assert name == "quiet"
    # Without 午前 or 午後 the hours up to twelve may be either.
    assert start % 12 == begin % 12
    assert until % 12 == end % 12
    assert begin <= 12 or start == begin
    assert end <= 12 or until == end


@settings(deadline=None)
@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_can_be_the_hour_of_the_notices(hour: int, minute: int) -> None:
    read_hour = read(f"通知は{hour:02}:{minute:02}にして", MONDAY).preferences
    assert read_hour == (("hour", f"{hour:02}:{minute:02}"),)


@settings(deadline=None)
@given(st.sets(st.integers(2, 30), min_size=1, max_size=4))
def test_every_list_of_days(days: set[int]) -> None:
    listed = sorted(days, reverse=True)
    text = "と".join(f"{day}日前" for day in listed) + "だけ知らせて"
    assert read(text, MONDAY).preferences == (("leads", ",".join(f"{d}d" for d in listed)),)


@pytest.mark.parametrize(
    ("place", "zone"),
    [("バンクーバー", "America/Vancouver"), ("ナイロビ", "Africa/Nairobi"),
     ("タイ", "Asia/Bangkok"), ("ポーランド", "Europe/Warsaw"),
     ("vancouver", "America/Vancouver"), ("ドバイ", "Asia/Dubai"),
     ("UTC+9", "Etc/GMT-9"), ("GMT-3:30", "America/St_Johns"), ("europe/madrid", "Europe/Madrid")],
)  # fmt: skip
def test_places_of_the_atlas(place: str, zone: str) -> None:
    assert read(f"タイムゾーンを{place}にして", MONDAY).preferences == (("zone", zone),)


def test_what_is_offered_are_zones() -> None:
    for zone in (*OFFERED, *zones_of_country("US"), *zones_of_country("KR")):
        zone_of(zone)
    assert by_atlas("タイ") == "Asia/Bangkok"
    assert by_atlas("アメリカ合衆国") == "?US"
    assert by_atlas("火星") is None


@settings(deadline=None)
@given(st.text(max_size=60))
def test_nothing_that_is_typed_raises(text: str) -> None:
    preferences_of(text)


@pytest.mark.parametrize(
    "unit", ["って", "して", "ている", "してって", "とって", "から", "いる", "の", "ても"]
)
def test_no_text_takes_long(unit: str) -> None:
    # Words that can be cut in many ways must not be cut in all of them: that would take longer
    # than anybody waits. Five seconds are for the slowest machine; they take a few milliseconds.
    for text in (
        f"通知{unit * 90}犬",
        f"通知{unit * 12}犬にして",
        f"タイムゾーン{unit * 60}犬にして",
    ):
        begun = time.process_time()
        preferences_of(text)
        assert time.process_time() - begun < 5, text
