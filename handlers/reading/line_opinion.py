"""Whether a line above a page or below it is its buyer's own, or the page's.

The pieces of a line are those of a page (page_opinion.py). Each of some thousand has a weight,
learned from the sentences of what was typed and from the lines of pages (``make weights``).
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from handlers.reading.lexicon.phrases import Span
from handlers.reading.lexicon.tables import Word, words_at
from handlers.reading.page_opinion import RUN
from handlers.reading.weights import Weights, weights_of

WEIGHTS = Path(__file__).with_name("line_weights.txt")
FIELD, HAND, PAGE = "line", "hand", "page"


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
