"""What a guard need not ask: what the buyer's own sentence and the case tell already."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal

from handlers.casework.known import base_amount, floor_amount
from storage.records import Deadline, Dispute, Proposal
from storage.states import DisputeStatus

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
