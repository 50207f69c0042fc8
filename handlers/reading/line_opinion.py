"""Whether a line above a page or below it is its buyer's own, or the page's.

As of pages (page_opinion.py), each of some thousand words has a weight, learned from the sentences
of what was typed and from the lines of pages (``make weights``).
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from handlers.reading.lexicon.phrases import Span
from handlers.reading.lexicon.tables import Word, words_at, words_in
from handlers.reading.page_opinion import RUN
from handlers.reading.weights import Weights, weights_of

WEIGHTS = Path(__file__).with_name("line_weights.txt")
FIELD, HAND, PAGE = "line", "hand", "page"


def pieces_of(line: str) -> set[str]:
    """The words of the lists that stand in a folded line, and its runs of one script."""
    pieces = words_in(line)
    pieces.update(RUN.findall(line))
    return pieces


def by_hand(text: str, lines: Iterable[Span]) -> list[int]:
    """How much more the words of each line of a folded page are a buyer's own than the page's."""
    known = weights()
    leads: list[int] = []
    named: list[Word] | None = None
    for begin, end in lines:
        named = words_at(text) if named is None else named
        pieces = {name for first, last, name in named if begin <= first and last <= end}
        pieces.update(RUN.findall(text, begin, end))
        told = known.by_value(pieces, 1)
        leads.append(told[HAND] - told[PAGE] if told else 0)
    return leads


@cache
def weights() -> Weights:
    """The weights that were learned, read from their file once."""
    return weights_of(WEIGHTS.read_text("utf-8"))
