"""Which clock of a dispute a deadline belongs to: a table of phrases, the earlier row first."""

from datetime import datetime, timedelta

from handlers.reading.events import is_answered
from handlers.reading.lexicon.phrases import Span
from handlers.reading.lexicon.tables import Table
from handlers.reading.mail_kinds import kind_in_mail
from handlers.reading.model import ReadDeadline
from handlers.reading.patterns import Pattern
from handlers.reading.whose_turn import is_to_be_sent_back, kind_of_sellers_turn

# Looked for near the date first, then in the whole text.
KINDS = Table("kinds")
# 「12月5日から開ける」 is the beginning of something, and goes before all ends.
OPEN_FROM = Table("open from")

# These words are only a date's own when they stand beside it.
_BESIDE = Table("kinds beside")
_NOT_FROM_AFAR = frozenset(
    ["return_ship", "refund_arrival", "seller_receive", "support_reply", "open_until", "open_from"]
)
_AFAR = Table("kinds from afar")
# An answer that is asked of the buyer: 「回答期限」 under a solution that AliExpress proposed.
_ANSWERED = Table("kinds of an answer")

_AN_ANSWER = Table("an answer")

# The stage of a dispute that a running clock of this kind says it is in.
STAGES = {
    "seller_response": "seller_response",
    "ae_step_in": "negotiation",
    "negotiation_end": "negotiation",
    "accept_decline": "ae_proposal",
    "return_ship": "return_goods",
    "seller_receive": "seller_receives_return",
    "protection_end": "in_transit",
    "open_from": "open_window",
    "open_until": "open_window",
    "appeal": "appeal",
    "appeal_result": "appeal",
    "refund_arrival": "refund_processing",
    "paypal_open": "external",
    "paypal_escalate": "external",
    "card_chargeback": "external",
}
# 「保護は残り一週間、セラーは無視」: what the date is said of goes before what else is told.
_TOPIC = Pattern(
    r"(?:(?:保護(?:期間)?|介入|交渉|抗議|アピール|返送|返品|承認|拒否|判定|保護も)[はも:]"
    r"|(?:保護|承認|拒否|返送|返品|回答|介入)の"
    r"|(?:保護|介入|介入予定|介入の予定|判定予定)(?:日|期間|期限)?[はがも:])$"
)
_LABEL_ENDS = (
    "期限",
    "期限は",
    "期限は、",
    "期限:",
    "期限が",
    "締切",
    "締切は",
    "締め切り",
    "締め切りは",
    "期日",
    "期日は",
)

# What a counter shows on the day a dispute was opened: nearly all of the seller's five days.
_FRESH = timedelta(days=4), timedelta(days=6)
_SOON_TOLD = 80  # who tells more tells what came after the opening
_COUNTER = Pattern(r"残|のこ|あと|時間|\d:\d|days?")


def kind_of(text: str, near: Span, label: Span) -> str:
    """The kind that the words near a date name, else those of the whole text, else unknown.

    ``near`` is the date's clause in the folded text, ``label`` what stands in front of it there:
    「セラー回答期限11/23、AE介入11/26」 tells by it alone.
    """
    told = kind_of_sellers_turn(text, label[1], near[1])
    told = told or kind_in_mail(text, label[1])
    if told is None and is_to_be_sent_back(text, label):
        told = "return_ship"
    if told is not None:
        return told
    near = _whole_in_english(text, _with_lines_beside(text, near))
    before = text[label[0] : label[1]].rstrip(" 「『")
    if before.endswith(_LABEL_ENDS) or _TOPIC.search(before) is not None:
        # 「…だけ返すって案を出してきた、返答期限は」: what is said before belongs to the story.
        nearest = text.rfind("、", *label) + 1 or label[0], label[1]
        for words in dict.fromkeys((nearest, label)):
            own = OPEN_FROM.first(text, words) or KINDS.first(text, words)
            if own is not None:
                return _whose_answer(text, own)
    beside = OPEN_FROM.first(text, near) or KINDS.first(text, near) or _BESIDE.first(text, near)
    if beside is not None:
        return _whose_answer(text, beside)
    afar = _AFAR.first(text)
    if afar is None:
        named = (kind for kind in KINDS.all(text) if kind not in _NOT_FROM_AFAR)
        afar = next(named, None)
    return _whose_answer(text, afar) if afar == "answer" else afar or "unknown"


# 「26日 3時間 10分」, above it 「販売者が商品を受け取るのを待っています」: what a page counts to.
_ALONE = Pattern(
    r"[^ぁ-んァ-ヶ一-龠a-z]*(?:あと|残り|のこり)?[: ]*"
    r"(?:\d ?(?:日|時間?|分|秒|days?|hours?|minutes?|h|m|d|s)[^ぁ-んァ-ヶ一-龠a-z]*)+"
)


def _with_lines_beside(text: str, near: Span) -> Span:
    """The clause of a countdown that stands alone on its line, with the lines around it."""
    begin, end = near
    if text[begin - 1 : begin] != "\n" or text[end : end + 1] not in ("\n", ""):
        return near
    if _ALONE.fullmatch(text, begin, end) is None:
        return near
    above = len(text[:begin].rstrip("\n"))
    below = len(text) - len(text[end:].lstrip("\n"))
    stop = text.find("\n", below)
    return text.rfind("\n", 0, above) + 1, stop if stop >= 0 else len(text)


_SENTENCE_OF_ENGLISH = 70


def _whole_in_english(text: str, near: Span) -> Span:
    """The clause of a date from the beginning of its sentence, where that is English.

    "Both sides can accept or decline this proposal until": three words are as long there as a
    Japanese sentence.
    """
    begin, end = near
    if not text[max(0, begin - 2) : begin + 2].isascii():
        return near
    farthest = max(0, begin - _SENTENCE_OF_ENGLISH)
    begin = max(farthest, *(text.rfind(mark, farthest, begin) + 1 for mark in ".!?。\n:"))
    return begin, end


def _whose_answer(text: str, kind: str) -> str:
    """「回答期限」 that nobody is named for is an answer to a proposal, or anybody's."""
    if kind == "answer":
        proposed = "accept_decline" in KINDS.all(text)
        return _ANSWERED.first(text) or ("accept_decline" if proposed else "unknown")
    return _ANSWERED.first(text) or kind if kind == "seller_response" else kind


def answer_of(text: str, proposer: str | None, *, claimed: bool) -> str:
    """The kind of 「回答期限」 that nothing beside it tells: whose answer it is, the case tells.

    ``claimed``: the text tells of a claim. It is the seller who answers to that, while the buyer
    answers to whoever has made a proposal.
    """
    if _AN_ANSWER.first(text) is None:
        return "unknown"
    if proposer in ("seller", "aliexpress"):
        return "accept_decline"
    return "seller_response" if claimed else "unknown"


def of_kind(found: ReadDeadline, kind: str) -> ReadDeadline:
    """A date told without saying of what, as one of the given kind; any other as it is."""
    if kind in ("", "unknown") or found.kind != "unknown":
        return found
    others = tuple(of_kind(other, kind) for other in found.alternatives)
    return found._replace(kind=kind, alternatives=others)


def as_kind(found: ReadDeadline, kind: str) -> ReadDeadline:
    """A date as one of another kind, and with it the other readings of the kind it had."""
    others = tuple(
        other._replace(kind=kind) if other.kind == found.kind else other
        for other in found.alternatives
    )
    return found._replace(kind=kind, alternatives=others)


def is_fresh(words: str, deadline: ReadDeadline, now: datetime) -> bool:
    """「紛争ひらいた。残り4日23時間」: whether it is a counter that has hardly begun to run."""
    least, most = _FRESH
    return (
        len(words) <= _SOON_TOLD
        and least < deadline.at - now < most
        and _COUNTER.search(deadline.source_text) is not None
        and not is_answered(words)
    )
