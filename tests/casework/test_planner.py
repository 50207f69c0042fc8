"""Warnings by kind: the table, and what must hold for any deadline."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.casework.planner import PlannedWarning, plan
from handlers.casework.policy import ASK_DATE, HALFWAY, KINDS, is_question
from handlers.casework.quiet import ENOUGH, Quiet, wait_for_morning
from handlers.reading.business_days import add_business_days

TOKYO = "Asia/Tokyo"
NIGHT = {"quiet_from": time(22), "quiet_until": time(7)}
ZONES = ("Asia/Tokyo", "America/New_York", "Europe/London")


def local(text: str, zone: str = TOKYO) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def planned(
    kind: str, at: str, now: str, *, precision: str = "datetime", zone: str = TOKYO, **more: object
) -> list[tuple[str, str]]:
    """The plan as wall times in the zone."""
    found = plan(kind, local(at, zone), precision, zone, local(now, zone), **(NIGHT | more))  # type: ignore[arg-type]
    there = ZoneInfo(zone)
    return [(w.offset, f"{w.due_at.astimezone(there):%Y-%m-%d %H:%M:%S}"[5:]) for w in found]


def days(*offsets: tuple[str, str]) -> list[tuple[str, str]]:
    return [(name, f"{when}:00") for name, when in offsets]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            "ae_step_in",
            [("D-3", "01-31 09:00"), ("D-1@20", "02-02 20:00"), ("D0", "02-03 09:00")],
        ),
        (
            "negotiation_end",
            [("D-3", "01-31 09:00"), ("D-1@20", "02-02 20:00"), ("D0", "02-03 09:00")],
        ),
        ("accept_decline", [("D-1@20", "02-02 20:00"), ("D0", "02-03 09:00")]),
        (
            "return_ship",
            [("D-5", "01-29 09:00"), ("D-3", "01-31 09:00"), ("D-1@20", "02-02 20:00")],
        ),
        (
            "protection_end",
            [
                ("D-7", "01-27 09:00"),
                ("D-5", "01-29 09:00"),
                ("D-3", "01-31 09:00"),
                ("D-1", "02-02 09:00"),
            ],
        ),
        (
            "open_until",
            [
                ("D-7", "01-27 09:00"),
                ("D-5", "01-29 09:00"),
                ("D-3", "01-31 09:00"),
                ("D-1", "02-02 09:00"),
            ],
        ),
        ("appeal", [("D-6", "01-28 09:00"), ("D-3", "01-31 09:00"), ("D-1", "02-02 09:00")]),
        (
            "paypal_open",
            [
                ("D-14", "01-20 09:00"),
                ("D-7", "01-27 09:00"),
                ("D-3", "01-31 09:00"),
                ("D-1", "02-02 09:00"),
            ],
        ),
        (
            "card_chargeback",
            [
                ("D-14", "01-20 09:00"),
                ("D-7", "01-27 09:00"),
                ("D-3", "01-31 09:00"),
                ("D-1", "02-02 09:00"),
            ],
        ),
        (
            "unknown",
            [("D-3", "01-31 09:00"), ("D-1@20", "02-02 20:00"), ("D0", "02-03 09:00")],
        ),
    ],
)
def test_a_day_is_warned_about_as_the_table_says(
    kind: str, expected: list[tuple[str, str]]
) -> None:
    found = planned(kind, "2027-02-03T23:59", "2027-01-10T12:00", precision="date")
    assert found == days(*expected, ("+1d", "02-04 09:00"))


def test_the_sellers_answer_is_asked_after_on_the_evening_of_its_day() -> None:
    found = planned("seller_response", "2027-02-03T23:59", "2027-01-29T12:00", precision="date")
    assert found == days(("D-1", "02-02 09:00"), ("+0d@21", "02-03 21:00"))


@pytest.mark.parametrize(
    ("kind", "offset", "when"),
    [
        ("accept_decline", "-3h", "02-03 15:00:00"),
        ("return_ship", "-6h", "02-03 12:00:00"),
        ("protection_end", "-12h", "02-03 07:00:00"),  # 06:00 is quiet, and 11 h remain
        ("snooze", "at", "02-03 18:00:00"),
        ("open_from", "at", "02-03 18:00:00"),
    ],
)
def test_hours_before_need_a_clock_time(kind: str, offset: str, when: str) -> None:
    exact = planned(kind, "2027-02-03T18:00", "2027-01-10T12:00")
    assert (offset, when) in exact
    only_a_day = planned(kind, "2027-02-03T23:59", "2027-01-10T12:00", precision="date")
    assert not [name for name, _ in only_a_day if name.endswith("h")]


def test_the_refund_is_looked_for_on_japanese_business_days() -> None:
    agreed = local("2026-12-14T10:00").astimezone(ZoneInfo(TOKYO)).date()
    last = add_business_days(agreed, 20)
    found = planned("refund_arrival", f"{last}T23:59", "2026-12-14T12:00", precision="date")
    fifth, tenth = add_business_days(agreed, 5), add_business_days(agreed, 10)
    # Between lie New Year's Day and Coming of Age Day.
    assert str(last) == "2027-01-13"
    assert found == days(
        ("-15b", f"{fifth:%m-%d} 09:00"),
        ("-10b", f"{tenth:%m-%d} 09:00"),
        ("D0", "01-13 09:00"),
        ("+1d", "01-14 09:00"),
    )


def test_ten_seconds_leave_one_warning_in_five() -> None:
    now = local("2027-02-03T12:00")
    found = plan("unknown", now + timedelta(seconds=10), "datetime", TOKYO, now, **NIGHT)
    assert found[0] == PlannedWarning(HALFWAY, now + timedelta(seconds=5))
    assert [one.offset for one in found] == [HALFWAY, "+1d"]


def test_ten_seconds_at_midnight_are_not_kept_for_the_morning() -> None:
    now = local("2027-02-03T23:30")
    found = plan("unknown", now + timedelta(seconds=10), "datetime", TOKYO, now, **NIGHT)
    assert found[0] == PlannedWarning(HALFWAY, now + timedelta(seconds=5))


def test_past_times_are_not_planned() -> None:
    found = planned("ae_step_in", "2027-02-03T23:59", "2027-02-02T20:00", precision="date")
    assert found == days(("D0", "02-03 09:00"), ("+1d", "02-04 09:00"))


def test_none_left_gives_one_at_half_the_time() -> None:
    found = planned("ae_step_in", "2027-02-03T20:00", "2027-02-03T10:00")
    assert found == days((HALFWAY, "02-03 15:00"), ("+1d", "02-04 09:00"))


def test_quiet_hours_move_to_the_morning_if_two_hours_remain() -> None:
    assert ("-3h", "02-03 07:00:00") in planned(
        "accept_decline", "2027-02-03T09:00", "2027-02-01T12:00"
    )


def test_quiet_hours_move_to_the_evening_before_if_less_remains() -> None:
    found = planned("accept_decline", "2027-02-03T08:59", "2027-02-01T12:00")
    assert found == days(("D-1@20", "02-02 20:00"), ("-3h", "02-02 21:30"), ("+1d", "02-04 09:00"))


def test_quiet_hours_give_way_if_the_evening_is_past() -> None:
    found = planned("accept_decline", "2027-02-03T05:00", "2027-02-02T21:40")
    assert ("-3h", "02-03 02:00:00") in found


def test_other_quiet_hours_have_their_own_evening() -> None:
    found = planned(
        "accept_decline",
        "2027-02-03T08:59",
        "2027-02-01T12:00",
        quiet_from=time(23),
        quiet_until=time(8),
    )
    assert ("-3h", "02-02 22:30:00") in found


def test_no_quiet_hours_at_all() -> None:
    found = planned(
        "accept_decline",
        "2027-02-03T05:00",
        "2027-02-01T12:00",
        quiet_from=time(0),
        quiet_until=time(0),
    )
    assert ("-3h", "02-03 02:00:00") in found


def test_two_in_one_minute_are_one() -> None:
    found = planned("accept_decline", "2027-02-03T12:00", "2027-02-01T12:00")
    assert [name for name, _ in found] == ["D-1@20", "D0", "+1d"]


def test_a_snooze_stays_where_it_was_put() -> None:
    assert planned("snooze", "2027-02-03T02:00", "2027-02-02T12:00") == days(("at", "02-03 02:00"))


def test_a_provisional_date_is_asked_after_the_next_morning() -> None:
    found = planned(
        "seller_response",
        "2027-02-03T23:59",
        "2027-01-29T12:00",
        precision="date",
        provisional=True,
    )
    assert found[0] == (ASK_DATE, "01-30 09:00:00")
    assert [name for name, _ in found[1:]] == ["D-1", "+0d@21"]


def test_a_provisional_date_that_runs_out_today_is_asked_after_before_that() -> None:
    found = planned(
        "accept_decline",
        "2027-02-03T23:59",
        "2027-02-03T12:00",
        precision="date",
        provisional=True,
    )
    assert found[0][0] == ASK_DATE
    assert found[0][1] < "02-03 23:59"


def test_what_was_sent_is_not_sent_again_and_nothing_is_put_in_its_place() -> None:
    found = planned(
        "ae_step_in",
        "2027-02-03T23:59",
        "2027-02-03T12:00",
        precision="date",
        skip=frozenset({"D0", "D-3"}),
    )
    assert found == days(("+1d", "02-04 09:00"))


def test_what_was_sent_is_not_sent_again_though_its_time_comes_again_in_another_zone() -> None:
    found = planned(
        "ae_step_in",
        "2027-02-03T23:59",
        "2027-02-03T08:00",
        precision="date",
        skip=frozenset({"D0"}),
    )
    assert found == days(("+1d", "02-04 09:00"))


def test_a_deadline_long_past_plans_nothing() -> None:
    assert planned("ae_step_in", "2027-02-03T23:59", "2027-03-03T12:00", precision="date") == []


@pytest.mark.parametrize(
    ("zone", "at", "expected"),
    [
        # 2027-03-14 02:00 does not exist in New York: quiet hours end at 02:30, so 03:00 it is.
        ("America/New_York", "2027-03-14T12:00", "03-14 03:00:00"),
        # 2027-11-07 01:00 to 02:00 is there twice; twelve hours are twelve hours: 01:00, the first.
        ("America/New_York", "2027-11-07T12:00", "11-07 02:30:00"),
        # 2027-10-31 01:30 is there twice in London: the earlier one.
        ("Europe/London", "2027-10-31T12:00", "10-31 02:30:00"),
    ],
)
def test_the_end_of_quiet_hours_in_a_clock_change(zone: str, at: str, expected: str) -> None:
    found = planned(
        "protection_end",
        at,
        "2027-03-01T12:00",
        zone=zone,
        quiet_from=time(22),
        quiet_until=time(2, 30),
    )
    assert dict(found)["-12h"] == expected


def test_nine_oclock_stays_nine_oclock_over_a_clock_change() -> None:
    found = planned(
        "ae_step_in",
        "2027-03-15T23:59",
        "2027-03-01T12:00",
        precision="date",
        zone="America/New_York",
    )
    assert found[0] == ("D-3", "03-12 09:00:00")
    assert found[2] == ("D0", "03-15 09:00:00")


def test_hours_before_are_real_hours_over_a_clock_change() -> None:
    """Noon in New York: three hours of the clock and of the day, however long the night was."""
    for at, night in (
        ("2027-03-14T12:00", "03-13 23:00:00"),
        ("2027-11-07T12:00", "11-07 01:00:00"),
    ):
        found = planned(
            "protection_end",
            at,
            f"{at[:8]}01T12:00",
            zone="America/New_York",
            quiet_from=time(0),
            quiet_until=time(0),
        )
        assert dict(found)["-12h"] == night


def test_nine_oclock_in_autumn_too() -> None:
    found = planned(
        "ae_step_in",
        "2027-11-08T23:59",
        "2027-11-01T12:00",
        precision="date",
        zone="America/New_York",
    )
    assert found[0] == ("D-3", "11-05 09:00:00")
    assert found[2] == ("D0", "11-08 09:00:00")


@pytest.mark.parametrize(
    ("at", "first"),
    [("2028-02-29T23:59", "02-26 09:00:00"), ("2028-03-03T23:59", "02-29 09:00:00")],
)
def test_days_around_a_leap_day(at: str, first: str) -> None:
    found = planned("ae_step_in", at, "2028-02-01T12:00", precision="date")
    assert found[0] == ("D-3", first)
    assert dict(found)["+1d"] == ("03-01 09:00:00" if "02-29" in at else "03-04 09:00:00")


def test_a_leap_day() -> None:
    found = planned("ae_step_in", "2028-03-01T23:59", "2028-02-01T12:00", precision="date")
    assert found[1] == ("D-1@20", "02-29 20:00:00")


MOMENTS = st.datetimes(
    min_value=datetime.fromisoformat("2026-01-01"),
    max_value=datetime.fromisoformat("2029-12-31"),
    timezones=st.just(UTC),
)
CASES = {
    "kind": st.sampled_from((*KINDS, "never heard of")),
    "zone": st.sampled_from(ZONES),
    "now": MOMENTS,
    "ahead": st.timedeltas(min_value=timedelta(days=-3), max_value=timedelta(days=200)),
    "precision": st.sampled_from(("date", "datetime")),
    "provisional": st.booleans(),
    "quiet_from": st.sampled_from((time(22), time(0), time(1, 30))),
    "quiet_until": st.sampled_from((time(7), time(2, 30), time(0))),
}


@given(**CASES)
@settings(max_examples=200, deadline=None)
def test_whatever_the_deadline(
    kind: str,
    zone: str,
    now: datetime,
    ahead: timedelta,
    precision: str,
    provisional: bool,
    quiet_from: time,
    quiet_until: time,
) -> None:
    at = now + ahead
    if precision == "date":
        day = at.astimezone(ZoneInfo(zone)).date()
        at = datetime.combine(day, time(23, 59), ZoneInfo(zone)).astimezone(UTC)
    found = plan(
        kind,
        at,
        precision,
        zone,
        now,
        quiet_from=quiet_from,
        quiet_until=quiet_until,
        provisional=provisional,
    )
    quiet = Quiet(quiet_from, quiet_until, ZoneInfo(zone))
    moments = [one.due_at for one in found]
    assert moments == sorted(moments)
    assert len({one.offset for one in found}) == len(found)
    assert len({moment.replace(second=0, microsecond=0) for moment in moments}) == len(found)
    assert all(1 <= len(one.offset) <= 16 for one in found)
    for one in found:
        assert one.due_at > now
        assert one.due_at.utcoffset() == timedelta(0)
        asks = is_question(one.offset) or (one.offset == ASK_DATE and at <= now)
        assert asks or one.due_at < at or (one.offset == "at" and one.due_at == at)
        window = quiet.window(one.due_at)
        if window is not None and one.offset != "at":
            # Only where nothing better is left: too close to the end, and the evening is past.
            assert not asks
            assert at - window[1] < ENOUGH
            assert window[0] - timedelta(minutes=30) <= now
    if at > now:
        assert any(one.due_at <= at for one in found)


@pytest.mark.parametrize(
    ("now", "at", "expected"),
    [
        ("2027-02-03T12:00", "2027-02-03T13:00", None),
        ("2027-02-03T23:00", "2027-02-04T09:00", "2027-02-04T07:00"),
        ("2027-02-03T23:00", "2027-02-04T08:59", None),
        ("2027-02-03T03:00", "2027-02-02T20:00", "2027-02-03T07:00"),
    ],
)
def test_an_overdue_warning_waits_for_the_morning_if_it_can(
    now: str, at: str, expected: str | None
) -> None:
    found = wait_for_morning(local(now), local(at), TOKYO, time(22), time(7))
    assert found == (local(expected) if expected else None)
