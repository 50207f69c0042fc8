"""What to know before a tap that cannot be taken back, and whether to press: the decision table.

Two questions a tap, each with the answers that a buyer can give, and a verdict for every pair.
"""

from dataclasses import dataclass
from typing import Literal

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


def verdict(tap: str, first: str, second: str) -> Verdict | None:
    """The verdict for a tap and the answers to its two questions; None for what is no answer."""
    return _VERDICTS.get((tap, first, second))
