"""Which stage of its course a dispute is in, by what the buyer says happened last."""

from handlers.reading.deadline_kind import STAGES
from handlers.reading.lexicon.tables import Table

_STAGES = Table("stages")
_EARLY = Table("early stages")
_OPENED = Table("opened")
_COMPLETED = Table("completed")
_STORY = 80
_BEFORE_A_DISPUTE = ("open_window", None)


# Where the words about a deadline do not tell its clock, these stages have only one that runs. (Of
# an open dispute 「期限」 may be the seller's or AliExpress': it stays unknown, and is asked.)
_ITS_CLOCK = {
    "ae_proposal": "accept_decline",
    "return_goods": "return_ship",
    "seller_receives_return": "seller_receive",
}


def clock_of(stage: str | None) -> str:
    """The kind of the one deadline that runs in a stage, else unknown."""
    return _ITS_CLOCK.get(stage or "", "unknown")


def is_opened(text: str) -> bool:
    """Whether the buyer says that a dispute was opened."""
    return _OPENED.first(text) is not None


def stage_of(text: str, kind: str | None, *, opened: bool, answered: bool = False) -> str | None:
    """The stage, the furthest one that a folded text names; a deadline's kind may tell it too.

    ``answered``: the text tells of a proposal, so that the seller has answered before.
    """
    told = _STAGES.first(text)
    answered = answered or len(text) > _STORY  # which tells what the seller said
    if told == "negotiation" and kind == "seller_response" and opened and not answered:
        return "seller_response"  # what runs is the time for the seller's answer
    if told is not None:
        return told
    if opened:
        return STAGES[kind] if kind in STAGES and kind != "external" else "seller_response"
    early = STAGES.get(kind or "") or _EARLY.first(text)
    if early in _BEFORE_A_DISPUTE and _COMPLETED.first(text) is not None:
        return "completed_15d"
    return early
