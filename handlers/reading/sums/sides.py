"""What the sums of a page or a chat tell of the two sides: what is asked for, and who proposes.

お客様のリクエスト: 全額返金 JPY 3,100   the demand is full_refund
Me: Please refund 14 dollars             of the 28 that were paid: partial_refund
"""

from collections.abc import Iterable
from decimal import Decimal

from handlers.reading.mail_sections import is_in_lines
from handlers.reading.model import Amount
from handlers.reading.patterns import Pattern
from handlers.reading.sums.columns import DEMANDS
from handlers.reading.sums.conversation import is_of_a_seller
from handlers.reading.sums.money import Sum
from handlers.reading.sums.transactions import is_statement
from handlers.reading.turns import is_chat, said_by

_IN_FULL = Pattern(
    r"全額|満額|full refund|refund in full|all of it|(?:refund|return) (?:all|everything)"
)
_LINE_BEHIND = 30


def demand_by_sums(text: str, sums: list[Sum], roles: list[str]) -> str | None:
    """What the buyer asks for, by the words beside what they claim, else by what they paid."""
    chat = is_chat(text)
    if not chat and not is_in_lines(text):
        return None
    for one, role in zip(sums, roles, strict=True):
        if role == "claimed":
            named = _named_beside(text, one)
            if named is not None:
                return named
    if chat and any(_IN_FULL.search(words) is not None for words in said_by(text, "buyer")):
        return "full_refund"
    beside = _claimed_and_paid(sums, roles)
    if beside is None:
        return None
    claimed, paid = beside
    return "full_refund" if claimed >= paid else "partial_refund"


def is_a_part(text: str, sums: list[Sum], roles: list[str]) -> bool:
    """Whether less is claimed than was paid, in a text that nowhere speaks of all of it."""
    beside = _claimed_and_paid(sums, roles)
    return beside is not None and beside[0] < beside[1] and _IN_FULL.search(text) is None


def proposer_by_sums(text: str, roles: list[str]) -> str | None:
    """The seller, where a sum is offered in a chat, in a message or in a PayPal case."""
    if "offered_by_seller" not in roles:
        return None
    told = is_chat(text) or is_of_a_seller(text) or is_statement(text)
    return "seller" if told else None


# A sum that was offered before these does not count any more.
_OPEN = frozenset([None, "negotiation", "negotiation_finished", "ae_steps_in"])
_LATER = frozenset(["offered_by_ae", "judged", "refunded"])


def proposer_of_offer(amounts: Iterable[Amount], stage: str | None) -> str | None:
    """The seller, where a sum of its is all that is offered and nothing is decided."""
    roles = {one.role for one in amounts}
    offers = "offered_by_seller" in roles and _LATER.isdisjoint(roles)
    return "seller" if offers and stage in _OPEN else None


def _claimed_and_paid(sums: list[Sum], roles: list[str]) -> tuple[Decimal, Decimal] | None:
    """The only sum that is claimed and the only one that was paid, in one currency."""
    claimed, paid = _of(sums, roles, "claimed"), _of(sums, roles, "paid")
    if len(claimed) != 1 or len(paid) != 1 or claimed[0][1] != paid[0][1]:
        return None
    return claimed[0][0], paid[0][0]


def _of(sums: list[Sum], roles: list[str], wanted: str) -> list[tuple[Decimal, str]]:
    found = {
        (Decimal(one.value), one.currency)
        for one, role in zip(sums, roles, strict=True)
        if role == wanted
    }
    return sorted(found)


def _named_beside(text: str, one: Sum) -> str | None:
    begin = text.rfind("\n", 0, one.start) + 1
    if not text[begin : one.start].strip():
        begin = text.rfind("\n", 0, max(0, begin - 1)) + 1
    stop = text.find("\n", one.end)
    stop = min(stop if stop >= 0 else len(text), one.end + _LINE_BEHIND)
    named = [*DEMANDS.finditer(text, begin, one.start)] or [*DEMANDS.finditer(text, one.end, stop)]
    return named[-1].lastgroup if named else None
