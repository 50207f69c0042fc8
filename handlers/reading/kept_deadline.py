"""What becomes of the deadline that was found, once it is known what the message is for."""

from handlers.reading.deadline import Search
from handlers.reading.intents import NO_CASE
from handlers.reading.model import ReadDeadline

# 「2月中に期限が来るやつを一覧で」 names no deadline.
_ASKS_FOR_THEM = frozenset(["list_disputes", "show_next_deadline"])


def deadline_of(
    intent: str, found: ReadDeadline | None, search: Search, *, plays: bool
) -> ReadDeadline | None:
    """The deadline that a message of an intent tells: what was found, perhaps doubted, or none.

    ``plays``: what speaks for it is a seller's wish, who plays for time.
    """
    if intent == "close_dispute" and (not search.is_cued or _is_counted_on(found)):
        return None  # 「20日に入金されてた。もういいです」
    if found is None or intent in _ASKS_FOR_THEM:
        return None
    cued = search.is_cued and not plays  # 「あと5日待って」 is the seller's wish
    of_another = search.is_of_another and intent not in NO_CASE
    of_story = of_another or (not cued and _may_be_of_the_story(found, intent))
    return found.doubted("unsure") if of_story else found


def _is_counted_on(deadline: ReadDeadline | None) -> bool:
    """「先週の土曜に決着がつきまして」: whether it would be an answer to what is over."""
    return (
        deadline is not None
        and "from_base" in deadline.assumptions
        and deadline.kind in ("seller_response", "accept_decline")
    )


def _may_be_of_the_story(deadline: ReadDeadline, intent: str) -> bool:
    """Whether a date of no known clock stands in news or a question.

    「箱つぶれてた。12/3」: the day it came, or the day by which to act?
    """
    return deadline.kind == "unknown" and intent != "update_deadline" and intent not in NO_CASE
