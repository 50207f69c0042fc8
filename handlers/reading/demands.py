"""What the buyer asks for, and what others propose or have decided: the same words, apart.

A wish near the words makes a demand, a proposal, a verdict or another's name makes an outcome.
「全額返金6,993円」 with none of them is the buyer's own demand.
"""

import re
from dataclasses import dataclass

from handlers.reading.demand_words import (
    BARE,
    NOT_BARE,
    OFFERED,
    OFFERED_BEFORE,
    OTHERS,
    RETURNS_TOO,
    SAID,
    THINGS,
    WANTED,
    WANTED_BEFORE,
    ZERO,
)
from handlers.reading.patterns import Pattern
from handlers.reading.questions import is_question

_SENTENCE_END = Pattern(r"[。!?\n]")
_BREAK = Pattern(r"[。!?\n]|、(?![とって])")
_MOST_THINGS = 30
# A wish or an offer begins at most so far behind the thing.
_NEAR = 14
_BEFORE, _BEHIND = 16, 24


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the buyer demands and what others' proposals or decisions come to."""

    demand: str | None
    outcome: str | None


def wishes_of(text: str, *, alone: bool) -> Wishes:
    """Sort the kinds of compensation in a text; ``alone``: it answers a question in few words."""
    demand: str | None = None
    outcome: str | None = None
    strength = 0
    taken: list[tuple[int, int]] = []
    for name, pattern in THINGS:
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(a < end and start < b for a, b in taken):
                continue
            taken.append((start, end))
            wanted = _wanted(text, start, end)
            if name == "refund":
                if wanted == _ASKED and demand is None and outcome is None:
                    demand = "full_refund"
            elif wanted > strength:
                demand, strength = name, wanted
            elif wanted < 0 and outcome is None:
                outcome = name
            elif wanted == 0 and alone and demand is None and name != "partial_refund":
                demand = name
            if len(taken) > _MOST_THINGS:
                break
    if demand == "full_refund" and RETURNS_TOO.search(text):
        demand = "return_refund"
    if ZERO.search(text):
        outcome = "resend" if outcome == "resend" else "zero"
    if outcome == "refund_only":
        outcome = "full_refund" if "全額" in text and demand is None else "partial_refund"
    return Wishes(demand, outcome)


# How surely the buyer wants it; below zero somebody else offers it.
_ASKED, _OWN, _NAMED, _OFFERED_THERE = 3, 1, 0, -2


def _wanted(text: str, start: int, end: int) -> int:
    behind = _until(_SENTENCE_END, text[end : end + _BEHIND])
    before = text[max(0, start - _BEFORE) : start]
    wanted, offered = _near(WANTED, behind), _near(OFFERED, behind)
    if wanted and offered:
        # Whichever word comes first tells: 全額返金を希望したが一部返金を提案された.
        return _ASKED if wanted.end() <= offered.end() else _OFFERED_THERE
    if wanted:
        # 「再送したいと言われた」 was cut off by the window: the seller's words.
        said = SAID.search(_until(_SENTENCE_END, text[end : end + 40]))
        return -1 if said else _ASKED
    if WANTED_BEFORE.search(before):
        return _ASKED
    if offered:
        return _OFFERED_THERE
    if OFFERED_BEFORE.search(before):
        return -1
    return _OWN if _is_own(text, start, end) else _NAMED


def _near(pattern: Pattern, behind: str) -> re.Match[str] | None:
    found = pattern.search(behind)
    return found if found and found.start() <= _NEAR else None


def _is_own(text: str, start: int, end: int) -> bool:
    """Named without a wish, and without anybody else it could come from."""
    found = BARE.match(text, start)
    if found is None or NOT_BARE.match(text, max(end, found.end())):
        return False
    begin = max(
        (m.end() for m in _SENTENCE_END.finditer(text, max(0, start - 60), start)), default=0
    )
    begin = max(begin, start - 60)
    rest = _until(_BREAK, text[found.end() : found.end() + 40])
    if OTHERS.search(text[begin:start]) or OTHERS.search(rest):
        return False
    whole = _until(_SENTENCE_END, text[start : start + 80])
    asks = text[start + len(whole) : start + len(whole) + 1] == "?"
    return not asks and not is_question(whole)


def _until(stop: Pattern, text: str) -> str:
    found = stop.search(text)
    return text[: found.start()] if found else text
