"""Which of the sellers' well-known tricks a message tells of.

The word list ``tricks`` knows how they are mostly told; what it misses is told by the roles: an act
that would harm the buyer, asked for or made a condition of money, by somebody who is not neutral.
"""

from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.seen import Found
from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern

_TRICKS = Table("tricks")
_ACTS = Table("acts asked of the buyer")
TABLES = (_TRICKS.name, _ACTS.name)
_ASKS = Table("asks for it", Look.SELDOM)
_IF = Table("if it is done", Look.SELDOM)
_PROMISES = Table("promises", Look.SELDOM)
_ELSEWHERE = Table("rest elsewhere", Look.SELDOM)
_TOLD = Table("told of others", Look.SELDOM)
_OTHERS = Table("others who ask", Look.SELDOM)

_SENTENCE_END = Pattern(r"[。!?\n]")
# The form of a verb follows it at once.
_FORM = 8
_BY_ACT = {
    "cancel": "cancel_first",
    "confirm": "confirm_first",
    "pay": "pay_first",
    "change": "change_reason",
    "wait": "wait_close",
}


def trick_of(text: str) -> str | None:
    """The trick that a folded text tells of, or None."""
    return _TRICKS.first(text) or _by_roles(text)


def _by_roles(text: str) -> str | None:
    acts = _ACTS.found(text)
    if not acts or not _TOLD.found(text):
        return None
    asked = {act.name for act in acts if _is_asked(text, act)}
    if "accept" in asked and _ELSEWHERE.first(text) is not None and _PROMISES.first(text):
        return "outside"
    if "wait" in asked and asked & {"cancel"}:
        return "wait_close"
    return next((trick for name, trick in _BY_ACT.items() if name in asked), None)


def _is_asked(text: str, act: Found) -> bool:
    """Whether somebody else wants the act, in so many words or for what he promises."""
    begin, end = _sentence(text, act)
    if not any(act.end <= one.end and one.start < end for one in _TOLD.found(text)):
        return False
    if _OTHERS.first(text, (begin, end)) is not None:
        return False
    form = (max(act.start, act.end - 2), min(end, act.end + _FORM))
    if _ASKS.first(text, form) is not None:
        return True
    return _IF.first(text, form) is not None and _PROMISES.first(text, (act.end, end)) is not None


def _sentence(text: str, act: Found) -> tuple[int, int]:
    """From the beginning of the act's sentence to its end."""
    begin = max((one.end() for one in _SENTENCE_END.finditer(text, 0, act.start)), default=0)
    stop = _SENTENCE_END.search(text, act.end)
    return begin, stop.start() if stop else len(text)
