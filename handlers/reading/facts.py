"""What was found out about a message so far, as far as its playbook and intent depend on it."""

from msgspec import Struct


class Facts(Struct, frozen=True):
    """The facts beside the words.

    ``pasted``: it is a copied page or mail; ``topic``: the text speaks of buying, a dispute or its
    help at all; ``offered``: of a sum that somebody else proposes, ``ae_offers``: of one of
    AliExpress' that is more than 0; ``labelled``: it is a label and a date, and no more;
    ``countdown``: it has a clock that runs down; ``named``: the rows of the table "course" that it
    names.
    """

    pasted: bool
    question: bool
    reason: str | None
    demand: str | None
    opened: bool
    kind: str | None  # of the deadline
    from_base: bool
    amounts: int
    orders: int
    verdict: str | None
    outcome: str | None
    proposer: str | None
    stage: str | None
    offered: bool
    ae_offers: bool
    labelled: bool
    countdown: bool
    topic: bool
    playbook: str | None = None
    named: frozenset[str] = frozenset()
