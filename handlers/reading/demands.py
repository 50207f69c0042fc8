"""What the buyer asks for, and what others propose or have decided: the same words, apart.

A wish near the words makes a demand, a proposal, a verdict or another's name makes an outcome.
「全額返金6,993円」 with none of them is the buyer's own demand.
"""

from typing import NamedTuple

from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.seen import Found
from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern
from handlers.reading.questions import is_question
from handlers.reading.sums.columns import demand_by_column
from handlers.reading.sums.roles import PAGE_ABOUT

_BARE = Table("bare demands")
_NOT_BARE = Table("not bare", Look.SELDOM)
_OFFERED = Table("offered")
_OTHERS = Table("others' labels")
_RETURNS_TOO = Table("returns too")
_SAID = Table("said by others")
_THINGS = Table("compensation")
_WANTED = Table("wanted")
_WANTED_BEFORE = Table("own labels")
_ZERO = Table("nothing")

_SENTENCE_END = Pattern(r"[。!?\n]|\.(?= )")
_BREAK = Pattern(r"[。!?\n]|\.(?= )|、(?![とって])")
# Between a label and what it names: 「希望は「…」」, 「私の提案: …」, and a line with the sum.
_LABELLED = Pattern(
    r"(?:内容|額|は|の|:|が|する|として|していた|したのは|としては|したい(?:の)?は| a| the| for"
    r"|[ 、「『\n(（-]|\[edit\]|edit(?=\n)"
    r"|refund amount|reason|(?:jpy|us|usd|\$|¥)? ?[\d.,]++(?:円|ドル)?+)*+"
)
_RESULT_BEFORE = Pattern(
    r"[ 、「]*(?:(?:有効|無効|妥当|valid|invalid|結果|内容|判定)(?:は|で|、|:| )*)*[ 、「]*"
)
_RESULT_BEHIND = Pattern(
    r"(?:金|の?(?:返金|払い戻し))?[」 ]*"
    r"(?:(?:との(?:こと|判定)|って(?:こと)?|ということ)?(?:です|でした|だった|だ)?"
    r"|になりました|になった|に決まりました)[、…〜~ーw ]*"
)
_UNHAPPY = Pattern(r"納得(?:でき|いか|しな)|不満|不服|おかし|ほし|欲し|求め|希望|したい")
_MOST_THINGS = 30
# A wish or an offer begins at most so far behind the thing, a label at most so far before it.
_NEAR, _LABEL = 14, 40


class Wishes(NamedTuple):
    """What the buyer demands and what others' proposals or decisions come to."""

    demand: str | None
    outcome: str | None


# How surely the buyer wants it; below zero somebody else offers it.
_ASKED, _OWN, _NAMED, _SAID_BY_OTHERS, _OFFERED_THERE = 3, 1, 0, -1, -2


def wishes_of(
    text: str, *, alone: bool, proposed: bool, judged: bool, opened: bool, nothing: bool
) -> Wishes:
    """Sort the kinds of compensation in a folded text.

    ``alone``: it answers a question in few words; ``proposed``: it tells of another's proposal, so
    that what it merely names may be theirs; ``judged``: it tells of a judgement, whose result may
    stand in a sentence of its own; ``opened``: it tells of the buyer's own claim;
    ``nothing``: a sum of zero is named.
    """
    nothing = nothing or _ZERO.first(text) is not None
    things = _THINGS.found(text)
    if not things:
        return Wishes(None, "zero" if nothing else None)
    sides = _Sides(text, proposed=proposed, opened=opened)
    demand: str | None = None
    outcome: str | None = None
    strength = 0
    taken: list[tuple[int, int]] = []
    for thing in things[:_MOST_THINGS]:
        if any(a < thing.end and thing.start < b for a, b in taken):
            continue
        taken.append((thing.start, thing.end))
        wanted = sides.wanted(thing)
        if thing.name == "refund":
            if wanted == _ASKED and demand is None and outcome is None:
                demand = "full_refund"
        elif wanted > strength:
            demand, strength = thing.name, wanted
        elif outcome is None and (wanted < 0 or (judged and sides.is_a_result(thing))):
            outcome = thing.name
        elif wanted == 0 and alone and demand is None and sides.may_answer(thing):
            demand = thing.name
    demand = demand_by_column(text) or demand
    if demand == "full_refund" and _RETURNS_TOO.first(text):
        demand = "return_refund"
    if nothing:
        outcome = "resend" if outcome == "resend" else "zero"
    if outcome == "refund_only":
        outcome = "full_refund" if "全額" in text and demand is None else "partial_refund"
    return Wishes(demand, outcome)


class _Sides:
    """Where a text says that the buyer wants something, and where that others offer it."""

    def __init__(self, text: str, *, proposed: bool, opened: bool) -> None:
        self._text = text
        self._proposed, self._opened = proposed, opened
        self._page = "seller to answer" in PAGE_ABOUT.all(text)
        self._wanted = _WANTED.found(text)
        self._offered = _OFFERED.found(text)
        self._own = _WANTED_BEFORE.found(text)
        self._others = _OTHERS.found(text)
        self._said = _SAID.found(text)

    def wanted(self, thing: Found) -> int:
        """How surely the buyer wants the thing named there."""
        label = self._label(thing)
        if label is not None:
            return label
        wanted = self._behind(thing, self._wanted)
        offered = self._behind(thing, self._offered)
        if wanted and (not offered or wanted.end <= offered.end):
            # Whichever word comes first tells: 全額返金を希望したが一部返金を提案された.
            until = _end_of_sentence(self._text, thing.end, 40)
            said = any(wanted.end <= one.start < until for one in self._said)
            return _SAID_BY_OTHERS if said else _ASKED
        if offered:
            return _OFFERED_THERE
        if any(self._close_before(one, thing) for one in self._others):
            return _SAID_BY_OTHERS
        return _OWN if self._is_own(thing) else _NAMED

    def may_answer(self, thing: Found) -> bool:
        """「全額」 answers a question, 「返金きました!全額!」 tells of money that came."""
        return thing.name != "partial_refund" and not (self._offered or self._said)

    def is_a_result(self, thing: Found) -> bool:
        """「判定が出た。有効で全額返金でした」: a sentence of its own that wishes for nothing."""
        begin = _start_of_sentence(self._text, thing.start)
        end = _end_of_sentence(self._text, thing.end, 40)
        before, behind = self._text[begin : thing.start], self._text[thing.end : end]
        if _UNHAPPY.search(self._text):
            return False
        return bool(_RESULT_BEFORE.fullmatch(before) and _RESULT_BEHIND.fullmatch(behind))

    def _label(self, thing: Found) -> int | None:
        """Whose it is by the label in front of it; the nearest counts."""
        for one in reversed(self._own):
            if one.end <= thing.start <= one.end + _LABEL:
                if any(one.end <= other.start < thing.start for other in self._others):
                    return None
                fits = _LABELLED.fullmatch(self._text, one.end, thing.start)
                return _ASKED if fits else None
        return None

    def _behind(self, thing: Found, places: list[Found]) -> Found | None:
        """The first of the places at or close behind a thing, within its sentence."""
        until = _end_of_sentence(self._text, thing.end, _NEAR)
        near = [
            one for one in places if thing.start < one.end and thing.start <= one.start <= until
        ]
        return min(
            (one for one in near if one.end >= thing.end),
            key=lambda one: (max(one.start, thing.end), one.end),
            default=None,
        )

    def _close_before(self, other: Found, thing: Found) -> bool:
        return (
            other.end <= thing.start <= other.end + 6
            and _BREAK.search(self._text, other.end, thing.start) is None
        )

    def _is_own(self, thing: Found) -> bool:
        """Named without a wish, and without anybody else it could come from."""
        text = self._text
        if self._proposed:
            return False
        bare = [one.end for one in _BARE.found(text) if one.start == thing.start]
        if self._page or (self._opened and thing.name == "full_refund"):
            bare.append(thing.end)
        if not bare:
            return False
        end = max(thing.end, *bare)
        if any(one.start in (end, end + 1) for one in _NOT_BARE.found(text)):
            return False
        begin = _start_of_sentence(text, thing.start)
        stop = _BREAK.search(text, end, min(len(text), end + 40))
        until = stop.start() if stop else min(len(text), end + 40)
        if any(begin <= one.start < until for one in self._others):
            return False
        whole = text[thing.start : _end_of_sentence(text, thing.start, 80)]
        asks = text[thing.start + len(whole) : thing.start + len(whole) + 1] == "?"
        return not asks and not is_question(whole)


def _end_of_sentence(text: str, start: int, most: int) -> int:
    found = _SENTENCE_END.search(text, start, min(len(text), start + most))
    return found.start() if found else min(len(text), start + most)


def _start_of_sentence(text: str, end: int) -> int:
    start = max(0, end - 60)
    return max((found.end() for found in _SENTENCE_END.finditer(text, start, end)), default=start)
