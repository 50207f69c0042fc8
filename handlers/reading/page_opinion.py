"""What the words of a copied page or mail speak for, where its labels and sentences tell little.

Pages are told by rules of labels, subjects and sentences, and AliExpress words them in ever new
ways. As of what is typed (second_opinion.py), each of some thousand words has a weight for every
value of a field, learned from pages whose meaning is known (``make weights``): the words of the
lists, by their groups and verb forms, and the runs of one script. It never tells a day, a sum or
what a page wants of the bot.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from handlers.reading.lexicon.phrases import Span
from handlers.reading.lexicon.tables import Word, words_at, words_in
from handlers.reading.opinion import Margins, Opinion
from handlers.reading.weights import Weights, weights_of

WEIGHTS = Path(__file__).with_name("page_weights.txt")
# Chosen on 1,500 pages, each read before anything was learned from it: on those in which much is
# told by the way, half of this was as good.
MARGINS = Margins(
    to_another={"reason": 20, "stage": 22, "playbook": 24, "proposer": 28, "kind": 16},
    to_none={"reason": 50, "stage": 22, "playbook": 38, "proposer": 40, "demand": 48},
    from_none={"reason": 30, "stage": 22, "playbook": 12, "proposer": 15},
)
# By how much the words of a text have to be a page's for it to be one that no label tells.
_COPIED = 12
_FEWEST = 8  # of a page with fewer known words hardly anything is told
RUN = re.compile(r"[一-龠々]+|[ァ-ヶー]+|[ぁ-ん]+|[a-z]+")
"""What is written in one script."""


def pieces_of(text: str) -> set[str]:
    """The words of the lists that stand in a folded text, and its runs of one script."""
    pieces = words_in(text)
    pieces.update(RUN.findall(text))
    return pieces


def looks_copied(text: str) -> bool:
    """Whether the words of a folded text in lines are much rather a page's than a buyer's own."""
    known = weights()
    sums = known.sums(pieces_of(text), _FEWEST)
    if not sums:
        return False
    begin, _, places = known.fields["copied"]
    return sums[begin + places["yes"]] > sums[begin + places["no"]] + _COPIED


def by_hand(text: str, lines: Iterable[Span]) -> list[int]:
    """How much more the words of each line of a folded page are a buyer's own than the page's."""
    known = weights()
    field, _, places = known.fields["copied"]
    leads: list[int] = []
    named: list[Word] | None = None
    for begin, end in lines:
        named = words_at(text) if named is None else named
        pieces = {name for first, last, name in named if begin <= first and last <= end}
        pieces.update(RUN.findall(text, begin, end))
        sums = known.sums(pieces, 1)
        lead = sums[field + places["no"]] - sums[field + places["yes"]] if sums else 0
        leads.append(lead)
    return leads


def page_opinion_on(text: str) -> Opinion:
    """What the words of a folded page or mail speak for."""
    return page_opinion_by(weights(), text)


def page_opinion_by(weights: Weights, text: str) -> Opinion:
    """What the words of a folded page or mail speak for by these weights."""
    return Opinion(weights.fields, weights.sums(pieces_of(text), _FEWEST), MARGINS)


@cache
def weights() -> Weights:
    """The weights that were learned, read from their file once."""
    return weights_of(WEIGHTS.read_text("utf-8"))
