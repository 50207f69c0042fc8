"""The daily question after the screen: on which days, at which hour, by which clock."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.casework.look_in import EVERY_DAY, carrier, days_before
from handlers.casework.planner import plan, plan_looks
from handlers.casework.policy import KINDS, LOOK_AHEAD, is_look, is_question, is_warning
from storage.records import Deadline
from storage.states import DeadlineStatus, DisputeStatus
from tests.casework.cases import dispute
from tests.casework.test_planner import TOKYO, local

NIGHT = (time(22), time(7))


def looks(
    kind: str,
    at: str,
    now: str,
    *,
    precision: str = "date",
    days: int = 1,
    zone: str = TOKYO,
    quiet: tuple[time, time] = NIGHT,
    provisional: bool = False,
    asked: frozenset[str] = frozenset(),
) -> list[str]:
    """The questions as wall times, 02-02 20:00, in the zone."""
    quiet_from, quiet_until = quiet
    end, present = local(at, zone), local(now, zone)
    warnings = plan(
        kind, end, precision, zone, present,
        quiet_from=quiet_from, quiet_until=quiet_until, provisional=provisional,
    )  # fmt: skip
    found = plan_looks(
        warnings, end, zone, present,
        days=days, quiet_from=quiet_from, quiet_until=quiet_until, asked=asked,
    )  # fmt: skip
    there = ZoneInfo(zone)
    for one in found:
        assert one.offset == f"look:{one.due_at.astimezone(there):%Y%m%d}"
        assert len(one.offset) <= 16
    return [f"{one.due_at.astimezone(there):%m-%d %H:%M}" for one in found]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("ae_step_in", ["02-02 20:00", "02-03 09:00"]),
        ("negotiation_end", ["02-02 20:00", "02-03 09:00"]),
        ("accept_decline", ["02-02 20:00", "02-03 09:00"]),
        # Its warning of the day before is at 09:00; in the evening it is asked how it went.
        ("seller_response", ["02-02 09:00"]),
        # Nothing warns the day before.
        ("appeal_result", ["02-02 20:00", "02-03 09:00"]),
    ],
)
def test_it_rides_with_the_first_warning_of_its_day(kind: str, expected: list[str]) -> None:
    assert looks(kind, "2027-02-03T23:59", "2027-01-20T12:00") == expected


def test_every_day_until_the_deadline() -> None:
    found = looks("negotiation_end", "2027-02-03T23:59", "2027-01-29T12:00", days=EVERY_DAY)
    assert found == [
        "01-30 20:00", "01-31 09:00", "02-01 20:00", "02-02 20:00", "02-03 09:00"
    ]  # fmt: skip


def test_a_clock_time_ends_it() -> None:
    found = looks(
        "negotiation_end", "2027-02-03T08:00", "2027-02-01T12:00", precision="datetime",
        days=EVERY_DAY,
    )  # fmt: skip
    assert found == ["02-02 20:00"], "at 09:00 and 20:00 of the day itself it is over"


def test_on_the_day_itself_what_is_left_of_it_counts() -> None:
    assert looks("ae_step_in", "2027-02-03T23:59", "2027-02-03T12:00") == ["02-03 17:59"]
    assert looks("ae_step_in", "2027-02-03T23:59", "2027-02-02T21:00") == ["02-03 09:00"]


def test_the_day_of_the_question_after_the_date_asks_nothing_else() -> None:
    found = looks(
        "accept_decline", "2027-02-03T23:59", "2027-02-01T12:00", days=EVERY_DAY, provisional=True
    )
    assert found == ["02-03 09:00"], "on the 2nd it is asked whether the date was found"


def test_what_was_asked_is_not_asked_again() -> None:
    asked = frozenset({"look:20270202"})
    assert looks("ae_step_in", "2027-02-03T23:59", "2027-02-02T12:00", asked=asked) == [
        "02-03 09:00"
    ]


@pytest.mark.parametrize(
    ("quiet", "expected"),
    [
        ((time(19), time(10)), ["02-02 10:00", "02-03 10:00"]),
        ((time(12), time(21)), ["02-02 21:00", "02-03 09:00"]),
        ((time(0), time(0)), ["02-02 20:00", "02-03 09:00"]),
    ],
)
def test_in_quiet_hours_it_waits_for_their_end(
    quiet: tuple[time, time], expected: list[str]
) -> None:
    found = looks("appeal_result", "2027-02-03T23:59", "2027-01-20T12:00", quiet=quiet)
    assert found == expected


def test_far_dates_are_not_filled_with_questions() -> None:
    found = looks("negotiation_end", "2028-02-03T23:59", "2027-02-03T12:00", days=EVERY_DAY)
    assert len(found) <= LOOK_AHEAD + 3


@given(
    kind=st.sampled_from(KINDS),
    hours=st.integers(1, 24 * 40),
    days=st.sampled_from([1, EVERY_DAY]),
    start=st.integers(0, 24 * 60),
    zone=st.sampled_from(["Asia/Tokyo", "America/New_York", "Europe/London"]),
)
def test_once_a_day_before_the_deadline_and_never_at_night(
    kind: str, hours: int, days: int, start: int, zone: str
) -> None:
    now = datetime(2027, 3, 10, tzinfo=UTC).timestamp() + start * 60
    present = datetime.fromtimestamp(now, UTC)
    end = datetime.fromtimestamp(now + hours * 3600, UTC)
    quiet = {"quiet_from": NIGHT[0], "quiet_until": NIGHT[1]}
    warnings = plan(kind, end, "date", zone, present, **quiet)
    found = plan_looks(warnings, end, zone, present, days=days, **quiet)
    there = ZoneInfo(zone)
    local_days = [one.due_at.astimezone(there).date() for one in found]
    assert local_days == sorted(set(local_days))
    ridden = {one.due_at for one in warnings}
    busy = {w.due_at.astimezone(there).date() for w in warnings if is_question(w.offset)}
    for one in found:
        here = one.due_at.astimezone(there)
        assert present < one.due_at < end
        assert here.date() not in busy
        assert one.due_at in ridden or (here.hour, here.minute) == (20, 0)
        assert is_look(one.offset)
        assert not is_warning(one.offset)


@pytest.mark.parametrize(
    ("fields", "platform", "days"),
    [
        ({}, "telegram", 1),
        ({}, "local", 1),
        ({}, "line", None),
        ({"look_in": True}, "line", 1),
        ({"look_in": False}, "telegram", None),
        ({"playbook": "seller_keeps_rejecting"}, "telegram", EVERY_DAY),
        ({"playbook": "seller_keeps_rejecting"}, "line", None),
        ({"playbook": "seller_keeps_rejecting", "look_in": True}, "line", EVERY_DAY),
        ({"status": DisputeStatus.WATCHING}, "telegram", None),
        ({"status": DisputeStatus.CLOSED, "look_in": True}, "telegram", None),
    ],
)
def test_who_is_asked(fields: dict[str, object], platform: str, days: int | None) -> None:
    assert days_before(dispute(**fields), platform, "ae_step_in") == days


def test_only_a_disputes_own_clocks_bring_it() -> None:
    for kind in ("protection_end", "paypal_open", "return_ship", "refund_arrival", "unknown"):
        assert days_before(dispute(), "telegram", kind) is None
    assert days_before(dispute(look_in=True), "line", "unknown") == 1


def test_the_nearest_clock_still_to_come_brings_it() -> None:
    now = local("2027-02-01T12:00")
    clocks = [
        clock(1, "ae_step_in", "2027-01-31T23:59"),
        clock(2, "negotiation_end", "2027-02-08T23:59"),
        clock(3, "accept_decline", "2027-02-04T23:59"),
        clock(4, "paypal_open", "2027-02-02T23:59"),
    ]
    nearest = carrier(dispute(), clocks, now)
    assert nearest is not None
    assert nearest.id == 3
    assert carrier(dispute(), clocks[:1], now) is None


def clock(id: int, kind: str, at: str) -> Deadline:
    return Deadline(
        id, 1, 1, kind, local(at), "date", TOKYO, "", (), (), False, DeadlineStatus.ACTIVE, 1,
        local("2027-01-20T12:00"),
    )  # fmt: skip
