"""What a case tells by itself, so that no playbook asks for it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from handlers.casework.known import floor_amount, known_of, latest_offer, share
from storage.records import Deadline, Money, Proposal
from storage.states import DeadlineStatus, DisputeStatus
from tests.casework.cases import PRICE, dispute

NOW = datetime(2027, 1, 30, 3, 0, tzinfo=UTC)
PROTECTION = Deadline(
    id=1,
    dispute_id=1,
    owner_id=1,
    kind="protection_end",
    at=NOW + timedelta(days=3),
    precision="date",
    zone="Asia/Tokyo",
    source_text="",
    assumptions=(),
    alternatives=(),
    provisional=False,
    status=DeadlineStatus.ACTIVE,
    version=1,
    created_at=NOW,
)


def offer(value: str, made_by: str = "aliexpress", currency: str = "JPY") -> Proposal:
    money = Money(Decimal(value), currency, "offered_by_ae")
    return Proposal(1, 1, made_by, "partial_refund", money, False, NOW)


def known(*proposals: Proposal, clocks: tuple[Deadline, ...] = (), **fields: Any) -> dict[str, str]:
    latest = {one.made_by: one for one in proposals}
    return known_of(dispute(**fields), latest, clocks, NOW)


def test_a_fresh_case_tells_only_that_it_is_one() -> None:
    assert known() == {"case": "open"}
    assert known(status=DisputeStatus.WATCHING) == {"case": "watching"}


def test_whose_proposal_it_is() -> None:
    assert known(offer("1", "seller"))["whose"] == "seller"
    assert known(offer("1"))["whose"] == "aliexpress"
    assert known(offer("1"), offer("1", "seller"))["whose"] == "both"


@pytest.mark.parametrize(
    ("reason", "arrived"), [("not_received", "no"), ("color_mismatch", "yes"), (None, None)]
)
def test_whether_the_goods_are_there(reason: str | None, arrived: str | None) -> None:
    assert known(reason=reason).get("arrived") == arrived


def test_whether_the_protection_runs() -> None:
    over = replace(PROTECTION, at=NOW - timedelta(minutes=1))
    assert known(clocks=(PROTECTION,))["protection"] == "left"
    assert known(clocks=(over,))["protection"] == "over"
    assert "protection" not in known(clocks=(replace(PROTECTION, provisional=True),))


def test_what_the_buyer_answered_counts_more() -> None:
    answers = {"protection": "over", "paid_with": "?"}
    found = known(clocks=(PROTECTION,), answers=answers)
    assert found["protection"] == "over"
    assert "paid_with" not in found


@pytest.mark.parametrize(
    ("floor", "enough"),
    [("100", "no"), ("90", "no"), ("80", "yes"), ("5594JPY", "yes"), ("5595JPY", "no"),
     ("50USD", None), ("", None), ("nonsense", None)],
)  # fmt: skip
def test_whether_an_offer_reaches_the_floor(floor: str, enough: str | None) -> None:
    """5,594 of 6,993 yen is 79.99 percent: 80 to everybody who looks at it."""
    found = known(offer("5594"), amounts=(PRICE,), answers={"floor": floor})
    assert found.get("enough") == enough


def test_aliexpress_s_offer_is_the_one_that_counts() -> None:
    latest = {one.made_by: one for one in (offer("3000", "seller"), offer("5594"))}
    found = latest_offer(latest)
    assert found is not None
    assert found.value == 5594
    assert latest_offer({}) is None


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [("5594", "6993", 80), ("6993", "6993", 100), ("6992", "6993", 99), ("0", "6993", 0),
     ("8000", "6993", 114), ("1", "0", None)],
)  # fmt: skip
def test_a_share(part: str, whole: str, percent: int | None) -> None:
    paid = Money(Decimal(whole), "JPY", "paid")
    assert share(Money(Decimal(part), "JPY", "judged"), paid) == percent


def test_sums_of_two_currencies_are_not_compared() -> None:
    assert share(Money(Decimal(5), "USD", "judged"), PRICE) is None
    assert share(Money(Decimal(5), "USD", "judged"), None) is None
    assert floor_amount("80", None) is None
