"""When a deadline is warned about where its owner has chosen; nothing rings in the night."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from handlers.casework.leads import (
    ALL,
    GROUPS,
    group_of,
    is_token,
    merged,
    offsets_for,
)
from handlers.casework.planner import EVENING_LEAD, plan, plan_looks
from handlers.casework.policy import KINDS, POLICY, is_question
from handlers.casework.quiet import ENOUGH, Quiet
from handlers.reading.zones import zone_of

NOW = datetime(2027, 1, 20, 3, 0, tzinfo=UTC)
AT = datetime(2027, 2, 3, 9, 0, tzinfo=UTC)
"""18:00 in Tokyo."""
ZONES = ("Asia/Tokyo", "America/New_York", "Europe/London", "Australia/Sydney", "Asia/Kathmandu",
         "America/St_Johns", "Pacific/Apia", "UTC")  # fmt: skip
HOURS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
TOKENS = st.one_of(
    st.integers(0, 30).map("{}d".format),
    st.integers(1, 48).map("{}h".format),
    st.builds("{}d@{:02}:{:02}".format, st.integers(0, 9), st.integers(0, 23), st.integers(0, 59)),
)
SIGNED = st.builds("{}{}".format, st.sampled_from(["", "+", "-"]), TOKENS)


def named(kind: str, leads: dict[str, tuple[str, ...]], warn_at: time | None = None) -> list[str]:
    return [offset.name for offset in offsets_for(kind, leads, warn_at)]


def planned(kind: str, leads: dict[str, tuple[str, ...]], warn_at: time | None) -> list[str]:
    found = plan(
        *(kind, AT, "datetime", "Asia/Tokyo", NOW),
        quiet_from=time(22),
        quiet_until=time(7),
        offsets=offsets_for(kind, leads, warn_at),
    )
    tokyo = ZoneInfo("Asia/Tokyo")
    return [f"{one.due_at.astimezone(tokyo):%m-%d %H:%M}" for one in found]


def test_nothing_chosen_is_the_rule() -> None:
    for kind in KINDS:
        assert offsets_for(kind, {}, None) == POLICY[kind]


def test_every_kind_is_in_one_group() -> None:
    grouped = [kind for kinds in GROUPS.values() for kind in kinds]
    assert len(grouped) == len(set(grouped))
    # These begin something, and are told at their moment whatever was chosen.
    assert set(KINDS) - set(grouped) == {"open_from", "snooze"}
    assert named("open_from", {ALL: ("3d",)}, time(20)) == ["at", "+1d"]
    assert group_of("never heard of") == "other"


def test_days_that_were_chosen_stand_for_the_rule() -> None:
    assert named("ae_step_in", {ALL: ("3d", "1d")}) == ["D-3", "D-1", "+1d"]
    assert named("return_ship", {ALL: ("1d",), "return": ("5d", "6h")}) == ["D-5", "-6h", "+1d"]
    assert named("accept_decline", {ALL: ("1d@20:30",)}) == ["D-1@20:30", "+1d"]


def test_days_beside_and_without() -> None:
    assert named("ae_step_in", {ALL: ("+2d", "-0d")}) == ["D-2", "D-3", "D-1@20", "+1d"]
    assert named("accept_decline", {ALL: ("-3h",)}) == ["D-1@20", "D0", "+1d"]


def test_all_come_at_the_chosen_hour() -> None:
    assert named("accept_decline", {}, time(20)) == ["D-1@20", "D0@20", "+1d@20"]
    assert named("refund_arrival", {}, time(7, 30)) == [
        "-15b@7:30", "-10b@7:30", "D0@7:30", "+1d@7:30"
    ]  # fmt: skip
    assert named("accept_decline", {ALL: ("3h", "1d")}, time(20)) == ["-3h", "D-1@20", "+1d@20"]
    assert named("seller_response", {}, time(20)) == ["D-1@20", "+0d@20"]
    assert named("seller_response", {}, time(8)) == ["D-1@8", "+1d@8"]


def test_what_would_come_after_the_deadline_comes_the_evening_before() -> None:
    assert planned("appeal_result", {}, time(20)) == ["02-02 20:00", "02-04 20:00"]
    assert planned("accept_decline", {}, time(20)) == ["02-02 20:00", "02-04 20:00"]
    assert planned("accept_decline", {}, time(12)) == ["02-02 12:00", "02-03 12:00", "02-04 12:00"]


def test_what_was_sent_at_another_hour_is_not_said_again() -> None:
    found = plan(
        *("accept_decline", AT, "datetime", "Asia/Tokyo", NOW),
        quiet_from=time(22),
        quiet_until=time(7),
        offsets=offsets_for("accept_decline", {}, time(8)),
        skip=frozenset({"D-1@20"}),
    )
    assert [one.offset for one in found] == ["D0@8", "+1d@8"]


def test_the_daily_question_at_its_own_hour() -> None:
    looks = plan_looks(
        (), AT, "Asia/Tokyo", AT - timedelta(days=3), days=2,
        quiet_from=time(22), quiet_until=time(7), look_at=time(8, 15),
    )  # fmt: skip
    tokyo = ZoneInfo("Asia/Tokyo")
    assert [f"{one.due_at.astimezone(tokyo):%d %H:%M}" for one in looks] == [
        "01 08:15", "02 08:15", "03 08:15"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("standing", "told", "wanted"),
    [
        ((), ["3d", "1d"], ("3d", "1d")),
        (("3d", "1d"), ["7d"], ("7d",)),
        (("3d", "1d"), ["+7d"], ("7d", "3d", "1d")),
        (("3d", "1d"), ["-3d"], ("1d",)),
        ((), ["+2d"], ("+2d",)),
        (("+2d",), ["-0d"], ("+2d", "-0d")),
        (("+2d",), ["-2d"], ("-2d",)),
        (("-2d",), ["+2d"], ("+2d",)),
        (("1d",), ["1d@20:00", "1d@21:00"], ("1d@21:00",)),
        ((), ["61d", "0h", "1d@24:00", "x"], ()),
    ],
)
def test_what_is_told_on_top_of_what_stands(
    standing: tuple[str, ...], told: list[str], wanted: tuple[str, ...]
) -> None:
    assert merged(standing, told) == wanted


@settings(deadline=None)
@given(st.lists(SIGNED, max_size=6), st.lists(SIGNED, max_size=6))
def test_whatever_is_told_can_be_kept(first: list[str], second: list[str]) -> None:
    kept = merged(merged((), first), second)
    assert all(is_token(token) for token in kept)
    assert merged(kept, []) == kept
    plain = [token for token in kept if token[0] not in "+-"]
    assert not plain or len(plain) == len(kept), "either instead of the rule, or beside it"


@settings(deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    zone=st.sampled_from(ZONES),
    minutes=st.integers(60, 60 * 24 * 40),
    start=st.integers(0, 60 * 24 * 500),
    precision=st.sampled_from(["date", "datetime"]),
    quiet_from=HOURS,
    quiet_until=HOURS,
    warn_at=st.none() | HOURS,
    tokens=st.lists(SIGNED, max_size=4),
)
@example(  # a quarter of an hour is free each day, less than a warning goes before quiet hours
    kind="accept_decline",
    zone="Asia/Tokyo",
    minutes=60,
    start=840,
    precision="date",
    quiet_from=time(0, 15),
    quiet_until=time(0),
    warn_at=None,
    tokens=[],
)
def test_planned_warnings_respect_the_settings(
    kind: str,
    zone: str,
    minutes: int,
    start: int,
    precision: str,
    quiet_from: time,
    quiet_until: time,
    warn_at: time | None,
    tokens: list[str],
) -> None:
    # Whole years of moments: quiet hours over midnight, both changes of the clock, day 0 of Apia.
    now = datetime(2026, 10, 1, tzinfo=UTC) + timedelta(minutes=start)
    at = now + timedelta(minutes=minutes)
    there = zone_of(zone)
    if precision == "date":
        at = at.astimezone(there).replace(hour=23, minute=59, second=0).astimezone(UTC)
    assume(at > now)
    offsets = offsets_for(kind, {ALL: merged((), tokens)}, warn_at)
    found = plan(
        *(kind, at, precision, zone, now),
        quiet_from=quiet_from,
        quiet_until=quiet_until,
        offsets=offsets,
        morning=warn_at or time(9),
    )
    assert any(one.due_at <= at for one in found), "nothing would warn of it"
    quiet = Quiet(quiet_from, quiet_until, there)
    for one in found:
        assert one.due_at > now
        assert len(one.offset) <= 16
        if is_question(one.offset):
            assert quiet.window(one.due_at) is None
            continue
        assert one.due_at <= at
        window = quiet.window(one.due_at)
        if window is not None and one.offset != "at":
            # Only where neither the morning nor the evening before is left.
            assert at - window[1] < ENOUGH
            assert window[0] - EVENING_LEAD <= now
    names = [one.offset for one in found]
    assert len(names) == len(set(names))
