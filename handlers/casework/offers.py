"""Who proposed what, from what a message says: the seller, AliExpress or the buyer.

Source: the article's question 違うカラー (『Refund Only JPY 5,594』 is a partial refund without
returning the goods) and its question on 「セラーの提案」 (返金 0 and 商品の再発送).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from handlers.casework.known import base_amount
from storage.proposals import ROLES
from storage.records import Dispute, Money

SIDES = {role: side for side, role in ROLES.items()} | {"judged": "aliexpress"}
_WITH_RETURN = {
    "return_refund": True,
    "refund_only": False,
    "partial_refund": False,
    "full_refund": False,
}
"""A refund for goods that go back is read as one; the others leave them with the buyer."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What one side offers or asks for; `kind` is an outcome or a demand, or `unknown`."""

    made_by: str
    kind: str
    amount: Money | None
    with_return: bool | None


def offers(
    case: Dispute, amounts: Iterable[Money], proposer: str | None, outcome: str | None
) -> list[Offer]:
    """The proposals that the seller or AliExpress has made, by a message with these sums."""
    found = []
    for money in amounts:
        side = SIDES.get(money.role)
        if side in ("seller", "aliexpress"):
            kind = _kind(money, outcome, base_amount(case))
            found.append(Offer(side, kind, money, _WITH_RETURN.get(kind)))
    if not found and outcome and proposer in ("seller", "aliexpress"):
        found.append(Offer(proposer, outcome, None, _WITH_RETURN.get(outcome)))
    return found


def own(case: Dispute) -> Offer | None:
    """What the buyer asks for, as the case stands; None if that is not told."""
    claimed = next((money for money in case.amounts if money.role == "claimed"), None)
    if case.demand is None and claimed is None:
        return None
    kind = case.demand or "unknown"
    # Whoever asks for all of it back may well send the goods back, too.
    with_return = {"return_refund": True, "refund_only": False}.get(kind)
    return Offer("buyer", kind, claimed, with_return)


def _kind(amount: Money, outcome: str | None, base: Money | None) -> str:
    if outcome in ("resend", "return_refund", "full_refund"):
        return outcome
    if amount.value == 0:
        return "zero"
    comparable = base is not None and base.currency == amount.currency
    if comparable and base is not None and amount.value >= base.value:
        return "full_refund"
    return "partial_refund"
