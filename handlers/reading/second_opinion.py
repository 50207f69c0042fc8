"""What the pieces of a text speak for, where no list and no rule knows its wording.

Word lists know what they hold, and people find other words: 「例の案件、成仏いたしました」. Each of
some thousand pieces, words of the lists and one or two characters, has a weight for every value of
a field, learned from messages whose meaning is known (``make weights``, from
``tests/reading/corpus``). Their sums are a second opinion: it counts where it speaks against what
the lists found by a wide margin, and only of what somebody typed; pages have page_opinion.py.
"""

from functools import cache
from operator import add
from pathlib import Path

from handlers.reading.lexicon.tables import words_in
from handlers.reading.opinion import NO_OPINION, Margins, Opinion
from handlers.reading.patterns import Pattern
from handlers.reading.weights import FOLDED_DIGITS, Weights, weights_of

WEIGHTS = Path(__file__).with_name("message_weights.txt")
# A longer text is a story that tells of many things, or a page.
LONGEST = 300
# By how much it has to prefer another value to the one that was found, in the weights' own unit: as
# much as it took on messages that nothing was learned from to be right nearly always. It takes more
# to say nothing where something was found, and no stage is taken back.
MARGINS = Margins(
    to_another={"intent": 30, "reason": 30, "stage": 34, "playbook": 30, "demand": 26},
    to_none={"reason": 38, "playbook": 32, "demand": 42},
    fallbacks={"ask_howto": 22, "update_deadline": 20, "unknown": 24},
)
# Of a few characters a word that the lists know tells more than that others do not speak for it.
_SHORT = 14
# 「21:05 お店: 待ってください」 is the line of a chat.
_STAMPED = Pattern(r"\[?(?:\d{1,2}/\d{1,2} )?\d{1,2}:\d{2}\]? [^\n:]{1,12}: ?\S")
# Lines that two people say by turns are told by who speaks.
_BY_TURNS = Pattern(r"[^\n:]{1,14}: ?[^\n]+\n[^\n:]{1,14}: ?\S")
_FEWEST = 8  # in fewer pieces, as three characters have, hardly anything is told


def pieces_of(text: str) -> set[str]:
    """The words of the lists that stand in a folded text, and all its pieces of one character and
    of two, its digits alike.
    """
    folded = text.strip().translate(FOLDED_DIGITS)
    pieces = words_in(text)
    pieces.update(folded, map(add, folded, folded[1:]))
    return pieces


def is_by_hand(text: str) -> bool:
    """Whether a folded text that is no page or mail is short, and no copied chat."""
    return len(text) <= LONGEST and _STAMPED.match(text) is None and _BY_TURNS.match(text) is None


def opinion_on(text: str) -> Opinion:
    """What the pieces of a folded text speak for that is no copied page or mail."""
    return opinion_by(weights(), text) if is_by_hand(text) else NO_OPINION


def opinion_by(weights: Weights, text: str) -> Opinion:
    """What the pieces of a folded text speak for by these weights."""
    sums = weights.sums(pieces_of(text), _FEWEST)
    return Opinion(weights.fields, sums, MARGINS, is_short=len(text) < _SHORT)


@cache
def weights() -> Weights:
    """The weights that were learned, read from their file once, which takes 15 ms."""
    return weights_of(WEIGHTS.read_text("utf-8"))
