"""What the words of a copied page or mail speak for, where its labels and sentences tell little.

Pages are told by rules of labels, subjects and sentences, and AliExpress words them in ever new
ways. As of what is typed (second_opinion.py), each of some thousand words has a weight for every
value of a field, learned from pages whose meaning is known (``make weights``): the words of the
lists, by their groups and verb forms, and the runs of one script. It never tells a day, a sum or
what a page wants of the bot.
"""

import re
from functools import cache
from pathlib import Path

from handlers.reading.lexicon.tables import words_in
from handlers.reading.opinion import Margins, Opinion
from handlers.reading.weights import Weights, weights_of

WEIGHTS = Path(__file__).with_name("page_weights.txt")
# Chosen on 1,500 pages and on 430 more, each read before anything was learned from it. The more
# pages there are to learn from, the less it takes.
MARGINS = Margins(
    to_another={
        "reason": 20,
        "stage": 12,
        "playbook": 20,
        "proposer": 28,
        "kind": 16,
        "demand": 30,
    },
    to_none={"reason": 50, "stage": 12, "playbook": 38, "proposer": 28, "demand": 48},
    from_none={"reason": 30, "stage": 12, "playbook": 12, "proposer": 10, "demand": 40},
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
