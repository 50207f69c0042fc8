"""Stages, their usual timers, and the 目安 of a case without a date."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.casework.policy import POLICY
from handlers.casework.stages import (
    STAGE_OF_KIND,
    STAGES,
    Clock,
    clock_of,
    coming,
    next_clock,
    provisional_deadline,
)
from storage.records import Deadline
from storage.states import DisputeStatus
from tests.casework.test_known import PROTECTION

TOKYO = "Asia/Tokyo"
OPENED = datetime(2027, 1, 29, 3, 0, tzinfo=UTC)
OPEN = DisputeStatus.OPEN


def day(at: datetime) -> str:
    return f"{at.astimezone(ZoneInfo(TOKYO)):%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("stage", "status", "kind", "when"),
    [
        (None, OPEN, "seller_response", "02-03 23:59"),
        ("seller_response", OPEN, "seller_response", "02-03 23:59"),
        ("negotiation", OPEN, "ae_step_in", "02-05 23:59"),
        ("ae_proposal", OPEN, "accept_decline", "02-01 23:59"),
        ("return_goods", OPEN, "return_ship", "02-08 23:59"),
        ("completed_15d", DisputeStatus.WATCHING, "open_until", "02-13 23:59"),
        (None, DisputeStatus.WATCHING, "protection_end", "03-30 23:59"),
    ],
)
def test_a_case_without_a_date_gets_the_usual_one(
    stage: str | None, status: DisputeStatus, kind: str, when: str
) -> None:
    found = provisional_deadline(stage, status, OPENED, TOKYO)
    assert (found[0], day(found[1]), found[2]) == (kind, when, "date")


def test_a_clock_that_ran_out_gives_way_to_the_next() -> None:
    now = datetime(2027, 2, 4, 3, 0, tzinfo=UTC)
    kind, at, _ = provisional_deadline(None, OPEN, OPENED, TOKYO, now)
    assert (kind, day(at)) == ("ae_step_in", "02-05 23:59")


@pytest.mark.parametrize("stage", [*STAGES, None, "never heard of"])
def test_there_is_always_a_clock_to_come(stage: str | None) -> None:
    now = datetime(2028, 6, 1, 3, 0, tzinfo=UTC)
    kind, at, _ = provisional_deadline(stage, OPEN, OPENED, TOKYO, now)
    assert kind in POLICY
    assert at > now


def test_refunds_are_counted_in_business_days() -> None:
    friday = datetime(2027, 1, 29, 3, 0, tzinfo=UTC)
    assert day(clock_of("appeal_result").after(friday, TOKYO)) == "02-05 23:59"
    assert clock_of("refund_arrival") == Clock("refund_arrival", 20, business=True)


def test_every_kind_and_stage_is_known_to_the_others() -> None:
    assert {stage.kind for stage in STAGES.values() if stage.kind} <= set(POLICY)
    assert {stage.next for stage in STAGES.values() if stage.next} <= set(STAGES)
    assert set(STAGE_OF_KIND) <= set(POLICY)
    assert set(STAGE_OF_KIND.values()) <= set(STAGES)


def clock(kind: str, at: datetime) -> Deadline:
    return replace(PROTECTION, kind=kind, at=at)


@pytest.mark.parametrize(
    ("stage", "kind", "expected"),
    [
        (
            "seller_response",
            "seller_response",
            ["ae_step_in 02-05", "accept_decline 02-08", "refund_arrival 03-10"],
        ),
        ("ae_steps_in", "ae_step_in", ["accept_decline 02-06", "refund_arrival 03-09"]),
        ("return_goods", "return_ship", ["seller_receive 03-05", "refund_arrival 04-05"]),
        # Whether an order becomes a dispute is not known.
        ("in_transit", "protection_end", ["open_until 02-18"]),
        ("refund_processing", "refund_arrival", []),
        # Only the stage's own clock tells when the next one begins.
        ("seller_response", "paypal_open", []),
        (None, "ae_step_in", []),
    ],
)
def test_the_clocks_that_usually_follow(stage: str | None, kind: str, expected: list[str]) -> None:
    own = clock(kind, datetime(2027, 2, 3, 14, 59, tzinfo=UTC))
    found = coming(stage, [own], OPENED, TOKYO)
    assert [f"{kind} {day(at)[:5]}" for kind, at in found] == expected


def test_a_clock_that_runs_already_is_not_announced() -> None:
    at = datetime(2027, 2, 3, 14, 59, tzinfo=UTC)
    found = coming("seller_response", [clock("seller_response", at), clock("ae_step_in", at)],
                   OPENED, TOKYO)  # fmt: skip
    assert [kind for kind, _ in found] == ["accept_decline", "refund_arrival"]


def test_what_follows_a_stage() -> None:
    assert next_clock("seller_response") == Clock("ae_step_in", 7)
    assert next_clock("ae_steps_in") == Clock("accept_decline", 3)
    assert next_clock("closed") is None
    assert next_clock(None) is None
