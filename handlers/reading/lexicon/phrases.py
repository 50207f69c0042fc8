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

_CLOSE, _NEAR = 6, 18
_FARTHEST = 60  # with a hidden number between
FEW = 8  # so many places of a word are simply gone through; more than that are sorted
_CLAUSE_ENDS = "、。!?\n"
_SENTENCE_ENDS = "。!?\n"
_PIECES = r"\{[^{}]*\}|[~…&]|[^{}~…&]+"
_PADDING = " 。!?、\n~ー…"

Span = tuple[int, int]
# Where each word of the vocabulary stands in a text, by its number.
Places = dict[int, list[Span]]
_NOWHERE: list[Span] = []
# How a word is joined to the one before it, its number, and the letters of one that has none.
Step = tuple[str, int, str]
_UNNUMBERED = -1
_PARTICLE = re.compile(r"[ぁ-ん、。?]{1,2}")


class Phrase(NamedTuple):
    """A phrase as it is looked for: the number of its first word, and how the others follow."""

    first: int
    steps: tuple[Step, ...]
    at_start: bool
    at_end: bool
    plain: bool  # its word is all there is of it

    @property
    def second(self) -> int | None:
        """The number of the next of its words that has one."""
        return next((word for _, word, _ in self.steps if word != _UNNUMBERED), None)

    def stands(self, text: str, places: Places) -> bool:
        """Whether it stands anywhere in a text that has all of its words."""
        if self.plain:
            return True
        if self.at_start or self.at_end:
            return bool(self.spans(text, places))
        steps = self.steps
        for _, last in places[self.first]:
            if _follow(text, places, steps, 0, last) is not None:
                return True
        return False

    def spans(self, text: str, places: Places, window: Span | None = None) -> list[Span]:
        """Where it stands, from the beginning of its first word to the end of its last.

        Within the window, if there is one, whose ends are then the ends of the text.
        """
        found = places[self.first]
        begin, end = window or (0, len(text))
        if window is not None:
            found = [span for span in found if begin <= span[0] and span[1] <= end]
        if self.at_start:
            found = [span for span in found if not text[begin : span[0]].strip(_PADDING)]
        if self.steps:
            found = [
                (start, last)
                for start, first in found
                if (last := _follow(text, places, self.steps, 0, first)) is not None and last <= end
            ]
        if self.at_end:
            found = [span for span in found if not text[span[1] : end].strip(_PADDING)]
        return found


def parse(written: str, number: Callable[[str], int]) -> Phrase:
    """A phrase as it is written in a word list; ``number`` gives the number of one of its words."""
    at_start, at_end = written.startswith("^"), written.endswith("$")
    steps: list[Step] = []
    joint = ""
    for piece in re.findall(_PIECES, written[at_start : len(written) - at_end]):
        if piece in "~…&":
            joint = piece
        elif steps and not joint and _PARTICLE.fullmatch(piece):
            # Every text is full of の and で: they are only looked for where they would follow.
            steps.append((joint, _UNNUMBERED, piece))
        else:
            steps.append((joint, number(piece), ""))
            joint = ""
    (_, first, _), *rest = steps
    plain = not (rest or at_start or at_end)
    return Phrase(first, tuple(rest), at_start, at_end, plain)


def _follow(text: str, places: Places, steps: tuple[Step, ...], step: int, last: int) -> int | None:
    """The end of the last word where the words from this step on follow, else None."""
    joint, word, letters = steps[step]
    if letters:
        if not text.startswith(letters, last):
            return None
        reached = last + len(letters)
        if step + 1 == len(steps):
            return reached
        return _follow(text, places, steps, step + 1, reached)
    spans = places.get(word, _NOWHERE)
    if len(spans) > FEW and joint != "&":  # many are in order, so that the near ones are found
        spans = spans[bisect_left(spans, (last, 0)) : bisect_left(spans, (last + _FARTHEST, 0))]
    for start, end in spans:
        if joint != "&" and not _joined(text, last, start, joint):
            continue
        reached = last if joint == "&" else end
        if step + 1 == len(steps):
            return reached
        further = _follow(text, places, steps, step + 1, reached)
        if further is not None:
            return further
    return None


def _joined(text: str, end: int, start: int, joint: str) -> bool:
    if start <= end or (joint == "" and start != end):
        return start == end
    if start - end > _FARTHEST:
        return False
    between = text[end:start]
    if FILLER in between:  # 「追跡番号 LP… が無効」: a long number takes no room
        between = between.replace(FILLER, "")
    if len(between) > (_CLOSE if joint == "~" else _NEAR):
        return False
    ends = _CLAUSE_ENDS if joint == "~" else _SENTENCE_ENDS
    return not any(mark in ends for mark in between)
