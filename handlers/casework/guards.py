"""What to know before a tap that cannot be taken back, and whether to press: the decision table.

Two questions a tap, each with the answers that a buyer can give, and a verdict for every pair.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from handlers.casework.known import base_amount, floor_amount
from storage.records import Deadline, Dispute, DisputeStatus, Proposal

TAPS = ("accept", "cancel", "confirm")

QUESTIONS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "accept": (
        ("whose", ("seller", "ae", "unsure")),
        ("field", ("full", "less", "zero")),
    ),
    "cancel": (
        ("protection", ("live", "over", "unsure")),
        ("money", ("arrived", "promised", "goods")),
    ),
    "confirm": (
        ("goods", ("fine", "faulty", "missing")),
        ("dispute", ("open", "none")),
    ),
}
"""For each tap its two questions in order, and the answers to each."""

Press = Literal["press", "dont", "needless"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether to press, why (text ids after `guard-why-`), and where to go on.

    `next` is a playbook, or one of the ways on that `handlers/guard.py` knows.
    """

    press: Press
    why: tuple[str, ...]
    next: str


_FINAL = "final"
_VERDICTS: dict[tuple[str, str, str], Verdict] = {
    # The article: 「承認」 ends it; a seller's proposal is not AliExpress's; only the field counts.
    ("accept", "seller", "full"): Verdict("press", ("seller_full", _FINAL), "accept_step"),
    ("accept", "seller", "less"): Verdict(
        "dont", ("seller_not_ae", "difference_lost"), "partial_refund_offer"
    ),
    ("accept", "seller", "zero"): Verdict(
        "dont", ("zero_final", "resent_unprotected"), "decline_proposal"
    ),
    ("accept", "ae", "full"): Verdict("press", ("ae_full", "not_the_sellers"), "accept_step"),
    ("accept", "ae", "less"): Verdict(
        "dont", ("difference_lost", "decline_with_proof"), "partial_refund_offer"
    ),
    ("accept", "ae", "zero"): Verdict(
        "dont", ("zero_final", "decline_with_proof"), "decline_proposal"
    ),
    ("accept", "unsure", "full"): Verdict("dont", ("see_whose", "only_field"), "asked_again"),
    ("accept", "unsure", "less"): Verdict(
        "dont", ("difference_lost", "see_whose"), "partial_refund_offer"
    ),
    ("accept", "unsure", "zero"): Verdict("dont", ("zero_final", "see_whose"), "decline_proposal"),
    # Guides disagree on whether a cancelled case can be opened again while the protection lasts;
    # all say that it cannot afterwards.
    ("cancel", "live", "arrived"): Verdict("needless", ("money_is_here",), "ended"),
    ("cancel", "over", "arrived"): Verdict("needless", ("money_is_here",), "ended"),
    ("cancel", "unsure", "arrived"): Verdict("needless", ("money_is_here",), "ended"),
    ("cancel", "live", "promised"): Verdict(
        "dont", ("promise_outside", "protection_runs"), "seller_asks_cancel"
    ),
    ("cancel", "over", "promised"): Verdict(
        "dont", ("no_second_dispute", "resent_unprotected"), "seller_asks_cancel"
    ),
    ("cancel", "unsure", "promised"): Verdict(
        "dont", ("promise_outside", "maybe_over"), "seller_asks_cancel"
    ),
    ("cancel", "live", "goods"): Verdict("press", ("goods_checked",), "ended"),
    ("cancel", "over", "goods"): Verdict("press", ("goods_checked", "no_second_dispute"), "ended"),
    ("cancel", "unsure", "goods"): Verdict("press", ("goods_checked", "maybe_over"), "ended"),
    ("confirm", "fine", "open"): Verdict("dont", ("dispute_first",), "cancel_guard"),
    ("confirm", "fine", "none"): Verdict("press", ("tried_out", "fifteen_days"), "ended"),
    ("confirm", "faulty", "open"): Verdict(
        "dont", ("confirm_means_fine", "go_on_with_proof"), "todo"
    ),
    ("confirm", "faulty", "none"): Verdict(
        "dont", ("confirm_means_fine", "open_first"), "register_and_open"
    ),
    ("confirm", "missing", "open"): Verdict(
        "dont", ("confirm_means_arrived", "go_on_with_proof"), "todo"
    ),
    ("confirm", "missing", "none"): Verdict(
        "dont", ("confirm_means_arrived", "open_in_time"), "not_received_protection"
    ),
}

_FAULTY = frozenset(
    {
        "color_mismatch", "size_mismatch", "not_as_described", "wrong_item", "quality", "damaged",
        "not_working", "shortage", "empty_parcel", "counterfeit",
    }
)  # fmt: skip
_NOT_THERE = frozenset({"not_received", "tracking_invalid", "wrong_address"})
_BEFORE_AE = frozenset({"seller_response", "negotiation"})
_FIELD_OF_KIND = {
    "full_refund": "full", "partial_refund": "less",
    "return_refund": "less", "zero": "zero", "lost": "zero", "resend": "zero",
}  # fmt: skip


def verdict(tap: str, first: str, second: str) -> Verdict | None:
    """The verdict for a tap and the answers to its two questions; None for what is no answer."""
    return _VERDICTS.get((tap, first, second))


def by_words(
    tap: str,
    *,
    proposer: str | None,
    outcome: str | None,
    reason: str | None,
    trick: str | None,
    offered: Decimal | None,
    claimed: Decimal | None,
) -> dict[str, str]:
    """What the buyer's own sentence answers already, by the names of the questions.

    `offered` and `claimed` are sums of one currency.
    """
    known: dict[str, str] = {}
    if tap == "accept":
        if proposer in ("seller", "aliexpress"):
            known["whose"] = "seller" if proposer == "seller" else "ae"
        if trick in ("zero_resend", "text_promise", "outside"):
            known["field"] = "less" if trick == "outside" else "zero"
        elif outcome in _FIELD_OF_KIND:
            known["field"] = _FIELD_OF_KIND[outcome]
        elif offered is not None and claimed is not None:
            known["field"] = _compared(offered, claimed)
        if known.get("field") == "full" and not _sure_of_full(known.get("whose")):
            del known["field"]
    elif tap == "cancel" and trick in ("cancel_first", "wait_close", "outside"):
        # The seller gives a word: who has the money already is not asked to give up the case.
        known["money"] = "promised"
    elif tap == "confirm" and reason is not None:
        known["goods"] = _goods(reason)
    return {name: answer for name, answer in known.items() if answer}


def by_case(
    tap: str,
    told: Mapping[str, str],
    dispute: Dispute,
    latest: Mapping[str, Proposal],
    clocks: Iterable[Deadline],
    now: datetime,
) -> dict[str, str]:
    """What the case tells: its proposals by side, its deadlines, its state and its reason.

    `told`: what is answered already, since an amount belongs to the one who offers it.
    """
    if tap == "accept":
        return _proposed(dispute, latest, told.get("whose"))
    if tap == "cancel":
        return _protected(dispute, clocks, now)
    known = {"dispute": "open" if dispute.status is DisputeStatus.OPEN else "none"}
    if dispute.reason in _FAULTY:
        known["goods"] = "faulty"
    return known


def _sure_of_full(whose: str | None) -> bool:
    """A seller who writes of a full refund may still put nothing into the field: it is asked."""
    return whose == "ae"


def _goods(reason: str) -> str:
    if reason in _FAULTY:
        return "faulty"
    return "missing" if reason in _NOT_THERE or reason == "delivered_not_received" else ""


def _proposed(
    dispute: Dispute, latest: Mapping[str, Proposal], whose: str | None
) -> dict[str, str]:
    """Where both sides have proposed something, it must be asked which card is meant."""
    sides = {"seller": latest.get("seller"), "ae": latest.get("aliexpress")}
    known = {name: offer for name, offer in sides.items() if offer is not None}
    if whose is None and len(known) == 1:
        (whose,) = known
    if whose is None and not known and dispute.stage in _BEFORE_AE:
        whose = "seller"
    if whose is None:
        return {}
    offer = sides.get(whose)
    field = _field(dispute, offer) if offer is not None else None
    if field is None or (field == "full" and not _sure_of_full(whose)):
        return {"whose": whose}
    return {"whose": whose, "field": field}


def _field(dispute: Dispute, offer: Proposal) -> str | None:
    """What stands in an offer's amount field, against what is claimed or was paid."""
    if offer.amount is None:
        return "less" if offer.with_return else _FIELD_OF_KIND.get(offer.kind)
    if not offer.amount.value:
        return "zero"
    asked = [
        money.value
        for role in ("claimed", "paid")
        for money in dispute.amounts
        if money.role == role and money.currency == offer.amount.currency
    ]
    least = floor_amount(dispute.answers.get("floor", ""), base_amount(dispute))
    if least is not None and least.currency == offer.amount.currency:
        # What the buyer has decided to be content with counts as asked for.
        asked = [least.value]
    if not asked:
        return None if offer.kind == "unknown" else _FIELD_OF_KIND.get(offer.kind)
    return "less" if offer.with_return else _compared(offer.amount.value, asked[0])


def _compared(offered: Decimal, claimed: Decimal) -> str:
    if not offered:
        return "zero"
    return "less" if offered < claimed else "full"


def _protected(dispute: Dispute, clocks: Iterable[Deadline], now: datetime) -> dict[str, str]:
    told = [one for one in clocks if one.kind == "protection_end" and not one.provisional]
    if told:
        latest = max(told, key=lambda one: one.version * 10**9 + one.id)
        return {"protection": "live" if latest.at > now else "over"}
    if dispute.answers.get("protection") == "over":
        return {"protection": "over"}
    return {}
