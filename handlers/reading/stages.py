"""Which stage of its course a dispute is in, by what the buyer says happened last."""

from handlers.reading.deadline_kind import STAGES
from handlers.reading.lexicon.tables import Table
from handlers.reading.mail_heads import head_of
from handlers.reading.mail_sections import is_in_lines
from handlers.reading.patterns import Pattern

_STAGES = Table("stages")
_EARLY = Table("early stages")
_OPENED = Table("opened")
_COMPLETED = Table("completed")
_STORY = 80
_BEFORE_A_DISPUTE = ("open_window", None)

# What a page or a mail says of the case itself, whatever else it tells.
_STATUS = Pattern(
    r"(?:^|\n)[ ・■●>*|-]*"
    r"(?:(?:dispute |case )?status|(?:現在の)?(?:状態|段階|状況)|ステータス|現在)"
    r"[ :|]*\n?(?P<value>[^\n]{2,60})"
)
# A mail or a page tells of all that was and may come; the clock that runs tells where it is.
_OF_A_PAGE = {
    kind: stage for kind, stage in STAGES.items() if kind not in ("negotiation_end", "open_from")
} | {"open_until": "completed_15d"}
_BY_ALIEXPRESS = Pattern(
    r"判定|裁定|judg|valid|運営|アリエク|(?<![a-z])ae(?![a-z])|新しい解決案"
    r"|解決案を提示|support your"
    r"|aliexpress(?:[がはもの]|'s?) ?(?![^。\n]{0,8}(?:介入|step|担当))"
    # What it will do only if nobody gives way is no proposal yet.
    r"(?![^。\n]{0,24}(?:(?:判断|審査|決定|検討)(?:いた)?します|審査に入り|決めます|踏み入れ))"
    r"|aliexpress propos|勝ち"
)
_IN_PROGRESS = Pattern(
    r"dispute in progress|(?:^|\n)(?:進行中の紛争|紛争中|交渉中)[^\n]{0,6}(?:\n|$)|交渉中です"
)
_OUTSIDE = ("card_chargeback", "paypal_open", "paypal_escalate")
_WHILE_OUTSIDE = (None, "closed", "negotiation")

# Where the words about a deadline do not tell its clock, these stages have only one that runs. (Of
# an open dispute 「期限」 may be the seller's or AliExpress': it stays unknown, and is asked.)
_ITS_CLOCK = {
    "ae_proposal": "accept_decline",
    "return_goods": "return_ship",
    "seller_receives_return": "seller_receive",
    "completed_15d": "open_until",
}


def clock_of(stage: str | None) -> str:
    """The kind of the one deadline that runs in a stage, else unknown."""
    return _ITS_CLOCK.get(stage or "", "unknown")


def is_opened(text: str) -> bool:
    """Whether the buyer says that a dispute was opened."""
    return _OPENED.first(text) is not None


def as_proposed_by(stage: str | None, proposer: str | None, text: str) -> str | None:
    """The stage, where a folded text tells whose proposal is to be accepted or declined.

    A seller's proposal is still negotiated about, unless AliExpress has decided or proposed, too.
    """
    if stage != "ae_proposal" or proposer != "seller" or _BY_ALIEXPRESS.search(text) is not None:
        return stage
    return "negotiation"


def stage_of(text: str, kind: str | None, *, opened: bool, answered: bool = False) -> str | None:
    """The stage, the furthest one that a folded text names; a deadline's kind may tell it too.

    ``answered``: the text tells of a proposal, so that the seller has answered before.
    """
    status = _STATUS.search(text)
    told = _STAGES.first(text, status.span("value")) if status else None
    if told in (None, "closed"):  # an appeal may follow
        told = _STAGES.first(text)
    if told == "closed" and _IN_PROGRESS.search(text) is not None:
        # "Dispute Finished" is the last of the steps that a page shows all along.
        told = next((stage for stage in _STAGES.all(text) if stage != "closed"), None)
    if kind in _OUTSIDE and told in _WHILE_OUTSIDE:
        return "external"
    if kind in _OF_A_PAGE and is_in_lines(text):
        return _OF_A_PAGE[kind]
    headed = head_of(text).stage
    if headed is not None:
        return headed
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
