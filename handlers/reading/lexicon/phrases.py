"""How a phrase of a table is written, and where it stands in a text.

A phrase is a chain of

- words as they stand: ``色違い``
- groups of words that mean the same: ``{色}``
- verb forms: ``{届く:ない}`` (see verbs.py)

joined by nothing (the next follows at once), by ``~`` (close by: at most six characters, in the
same clause), by ``…`` (near: at most eighteen characters, in the same sentence) or by ``&`` (also
in the text, wherever). ``^`` in front and ``$`` behind bind to the ends of the text. Latin words
are whole words; ``*`` behind one leaves its end open.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from handlers.reading.patterns import FILLER

_FARTHEST = 60  # with a hidden number between
FEW = 8  # so many places of a word are simply gone through; more than that are sorted
_SENTENCE_ENDS = frozenset("。!?\n")
_CLAUSE_ENDS = _SENTENCE_ENDS | {"、"}
_PIECES = r"\{[^{}]*\}|[~…&]|[^{}~…&]+"
_PADDING = " 。!?、\n~ー…"

Span = tuple[int, int]
# Where each word of the vocabulary stands in a text, by its number.
Places = dict[int, list[Span]]
_NOWHERE: list[Span] = []


class Joint(NamedTuple):
    """How far behind one word the next may stand, and what must not lie between."""

    most: int
    ends: frozenset[str] = frozenset()
    anywhere: bool = False


_JOINTS = {
    "": Joint(0),
    "~": Joint(6, _CLAUSE_ENDS),
    "…": Joint(18, _SENTENCE_ENDS),
    "&": Joint(0, anywhere=True),
}


class Step(NamedTuple):
    """A word that follows: how it is joined, its number, the letters of one without, the next."""

    joint: Joint
    word: int
    letters: str
    then: "Step | None"


_UNNUMBERED = -1
_PARTICLE = re.compile(r"[ぁ-ん、。?]{1,2}")


class Phrase(NamedTuple):
    """A phrase as it is looked for: the number of its first word, and how the others follow."""

    first: int
    then: Step | None
    at_start: bool
    at_end: bool

    @property
    def second(self) -> int | None:
        """The number of the next of its words that has one."""
        step = self.then
        while step is not None and step.letters:
            step = step.then
        return None if step is None else step.word

    @property
    def is_near(self) -> bool:
        """Whether that one stands in the same sentence as the first."""
        step = self.then
        while step is not None:
            if step.joint.anywhere or not _SENTENCE_ENDS.isdisjoint(step.letters):
                return False
            if not step.letters:
                return True
            step = step.then
        return False

    def stands(self, text: str, places: Places, window: Span | None = None) -> bool:
        """Whether it stands anywhere in the text or its window, as ``spans`` would tell."""
        first, then, at_start, at_end = self
        if window is not None or at_start or at_end:
            return bool(self.spans(text, places, window))
        if then is None:
            return True
        # A generator for any() costs more than what it is to look at.
        for _, last in _with_next(text, places, then, places[first]):
            if _follow(text, places, then, last) is not None:
                return True
        return False

    def spans(self, text: str, places: Places, window: Span | None = None) -> list[Span]:
        """Where it stands, from the beginning of its first word to the end of its last.

        Within the window, if there is one, whose ends are then the ends of the text.
        """
        first, then, at_start, at_end = self
        found = places.get(first, _NOWHERE)
        begin, end = window or (0, len(text))
        if window is not None:
            found = [span for span in found if begin <= span[0] and span[1] <= end]
        if at_start:
            found = [span for span in found if not text[begin : span[0]].strip(_PADDING)]
        if then is not None and found:
            found = [
                (start, last)
                for start, first in _with_next(text, places, then, found)
                if (last := _follow(text, places, then, first)) is not None and last <= end
            ]
        if at_end:
            found = [span for span in found if not text[span[1] : end].strip(_PADDING)]
        return found


def parse(written: str, number: Callable[[str], int]) -> Phrase:
    """A phrase as it is written in a word list; ``number`` gives the number of one of its words."""
    at_start, at_end = written.startswith("^"), written.endswith("$")
    steps: list[tuple[Joint, int, str]] = []
    joint = ""
    for piece in re.findall(_PIECES, written[at_start : len(written) - at_end]):
        if piece in "~…&":
            joint = piece
        elif steps and joint != "&" and (len(piece) == 1 or _PARTICLE.fullmatch(piece)):
            # Every text is full of の, まで and 日: they are looked for where they would follow.
            steps.append((_JOINTS[joint], _UNNUMBERED, piece))
            joint = ""
        else:
            steps.append((_JOINTS[joint], number(piece), ""))
            joint = ""
    (_, first, _), *others = steps
    then: Step | None = None
    for step in reversed(others):
        then = Step(*step, then)
    return Phrase(first, then, at_start, at_end)


def _with_next(text: str, places: Places, step: Step, found: list[Span]) -> list[Span]:
    """Those of the spans behind which the next word may stand, by a look that costs little."""
    joint, word, letters, _ = step
    if letters:
        if joint.most:
            return found
        return [span for span in found if text.startswith(letters, span[1])]
    if len(found) <= FEW or joint.anywhere:
        return found
    # A page has a seller at every turn, and only one of them is late.
    starts = [start for start, _ in places.get(word, _NOWHERE)]
    if not starts:
        return _NOWHERE
    begin, end = min(starts) - _FARTHEST, max(starts)
    return [span for span in found if begin <= span[1] <= end]


def _follow(text: str, places: Places, step: Step, last: int) -> int | None:
    """The end of the last word where the words from this step on follow, else None."""
    joint, word, letters, then = step
    most, ends, anywhere = joint
    if letters:
        if not most:
            if not text.startswith(letters, last):
                return None
            last += len(letters)
            return last if then is None else _follow(text, places, then, last)
        spans = _places_of(letters, text, last)
    else:
        spans = places.get(word, _NOWHERE)
    if len(spans) > FEW and not anywhere:  # many are in order, so that the near ones are found
        spans = spans[bisect_left(spans, (last, 0)) : bisect_left(spans, (last + _FARTHEST, 0))]
    for start, end in spans:
        if anywhere:
            end = last
        elif start != last:
            distance = start - last
            if not most or not 0 < distance <= _FARTHEST:
                continue
            between = text[last:start]
            # 「追跡番号 LP… が無効」: a long number takes no room
            if distance > most and len(between.replace(FILLER, "")) > most:
                continue
            if not ends.isdisjoint(between):
                continue
        reached = end if then is None else _follow(text, places, then, end)
        if reached is not None:
            return reached
    return None


def _places_of(letters: str, text: str, begin: int) -> list[Span]:
    """Where letters stand in a text that no number was given to, near enough to follow."""
    spans: list[Span] = []
    stop = begin + _FARTHEST + len(letters)
    at = text.find(letters, begin, stop)
    while at >= 0:
        spans.append((at, at + len(letters)))
        at = text.find(letters, at + 1, stop)
    return spans
