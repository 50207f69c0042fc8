"""What a case tells by itself: the facts that a playbook then need not ask for."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation

from handlers.casework.conditions import UNKNOWN
from storage.records import Deadline, Dispute, Money, Proposal
from storage.states import DisputeStatus

DERIVED: dict[str, tuple[str, ...]] = {
    "case": ("open", "watching"),
    "whose": ("seller", "aliexpress", "both"),
    "enough": ("yes", "no"),
}
"""Facts that are never asked, with their values; the questions of the playbooks are the others.

`case`: an order before its dispute, or a dispute. `whose`: who has proposed something. `enough`:
whether the latest offer reaches what the buyer would accept.
"""
NOT_ARRIVED = frozenset(
    {
        "not_received",
        "tracking_invalid",
        "wrong_address",
        "delivered_not_received",
        "returned_to_sender",
        "customs",
    }
)
_BASES = ("paid", "claimed", "unknown")


def known_of(
    dispute: Dispute,
    latest: Mapping[str, Proposal],
    clocks: Sequence[Deadline],
    now: datetime,
) -> dict[str, str]:
    """All that is known of a case: what it tells, and over it what the buyer has answered."""
    watching = dispute.status is DisputeStatus.WATCHING
    known = {"case": "watching" if watching else "open"}
    others = [side for side in ("seller", "aliexpress") if side in latest]
    if others:
        known["whose"] = others[0] if len(others) == 1 else "both"
    if dispute.reason:
        known["arrived"] = "no" if dispute.reason in NOT_ARRIVED else "yes"
    for clock in clocks:
        if clock.kind == "protection_end" and not clock.provisional:
            known["protection"] = "left" if clock.at > now else "over"
    known |= {name: value for name, value in dispute.answers.items() if value != UNKNOWN}
    offer, base = latest_offer(latest), base_amount(dispute)
    least = floor_amount(known.get("floor", ""), base)
    if offer and least and offer.currency == least.currency:
        known["enough"] = "yes" if offer.value >= least.value else "no"
    return known


def latest_offer(latest: Mapping[str, Proposal]) -> Money | None:
    """The sum that AliExpress offers, or else the seller; None if no sum was told."""
    for side in ("aliexpress", "seller"):
        proposal = latest.get(side)
        if proposal is not None and proposal.amount is not None:
            return proposal.amount
    return None


def base_amount(dispute: Dispute) -> Money | None:
    """What an offer is measured by: what was paid, or else what is claimed."""
    for role in _BASES:
        for money in dispute.amounts:
            if money.role == role:
                return money
    return None


def share(part: Money, whole: Money | None) -> int | None:
    """A sum as a whole percentage of another; None where the two cannot be compared.

    5,594 of 6,993 yen (79.99 %) is 80; only the whole sum is 100.
    """
    if whole is None or whole.currency != part.currency or whole.value <= 0:
        return None
    percent = int((part.value * 100 / whole.value).to_integral_value())
    return 99 if percent >= 100 and part.value < whole.value else percent


def floor_amount(floor: str, base: Money | None) -> Money | None:
    """The least that the buyer would accept: a percentage (`80`) of the base, or a sum (`6000JPY`).

    A percentage stands for a round figure, so it is met from half a percent below it on: 5,594 of
    6,993 yen is 80 percent to everybody who looks at it.
    """
    digits, currency = (floor[:-3], floor[-3:]) if floor[-3:].isalpha() else (floor, "")
    try:
        value = Decimal(digits)
    except InvalidOperation:
        return None
    if currency:
        return Money(value, currency, "floor")
    if base is None:
        return None
    percent = value if value >= 100 else value - Decimal("0.5")
    return Money(base.value * percent / 100, base.currency, "floor")
