"""Which items of evidence a case needs, which are there and which are missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.casework import playbooks
from handlers.casework.evidence_items import BY_REASON, GENERAL, items_for
from storage.records import Dispute, Evidence
from storage.states import DisputeStatus

KINDS = frozenset({"seller_response", "ae_step_in", "negotiation_end", "accept_decline", "appeal"})
"""Deadlines by which evidence must be there; not those of money, parcels or other houses."""
_AFTER_THE_JUDGEMENT = frozenset(
    {"return_goods", "seller_receives_return", "refund_processing", "closed", "external"}
)


@dataclass(frozen=True, slots=True)
class Needed:
    """The list of a case and its pieces, each under the item that it was attached to.

    `must` decides the case, `helpful` helps beside it; without a reason and without a playbook's
    own list `must` is empty and `helpful` is what counts in general.
    """

    must: tuple[str, ...]
    helpful: tuple[str, ...]
    pieces: tuple[Evidence, ...] = ()

    @property
    def items(self) -> tuple[str, ...]:
        """All items of the list, the weightiest first."""
        return self.must + self.helpful

    def count(self, item: str) -> int:
        """How many pieces are there for an item."""
        return sum(piece.item == item for piece in self.pieces)

    @property
    def missing(self) -> tuple[str, ...]:
        """The items without a piece, what decides first."""
        return tuple(item for item in self.items if not self.count(item))

    @property
    def missing_must(self) -> tuple[str, ...]:
        """Those without which the case is weak."""
        return tuple(item for item in self.must if not self.count(item))

    @property
    def unassigned(self) -> tuple[Evidence, ...]:
        """Pieces that were not given to any item yet."""
        return tuple(piece for piece in self.pieces if piece.item is None)

    @property
    def others(self) -> tuple[Evidence, ...]:
        """Pieces of no item of this list: その他, and what an earlier reason asked for."""
        return tuple(
            piece
            for piece in self.pieces
            if piece.item is not None and piece.item not in self.items
        )


def needed(case: Dispute, pieces: Sequence[Evidence] = ()) -> Needed:
    """What a case needs: by its reason, else by its playbook's own list, else in general."""
    kept = tuple(pieces)
    if case.reason in BY_REASON:
        must = BY_REASON[case.reason]
        return Needed(must, items_for(case.reason)[len(must) :], kept)
    playbook = playbooks.load().get(case.playbook or "")
    if playbook is not None and playbook.evidence:
        return Needed(playbook.evidence, (), kept)
    return Needed((), GENERAL, kept)


def counts_for(case: Dispute, kind: str) -> bool:
    """Whether evidence is asked for by a deadline of this kind of this case."""
    if kind == "unknown":
        # 「期限」 alone names no clock: in an open dispute it is the seller's or AliExpress's.
        return case.status is DisputeStatus.OPEN and case.stage not in _AFTER_THE_JUDGEMENT
    return kind in KINDS
