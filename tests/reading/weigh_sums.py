"""Learn the weights of handlers/reading/sums/sum_opinion.py from the pages of the corpus.

python -m tests.reading.weigh_sums      (make weights)

Of a value that was both paid and claimed it is not told which of its places is which: what was
learned from all other sums settles it, and then all is learned once more.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from handlers.reading.mail_sections import is_in_lines
from handlers.reading.page_opinion import page_opinion_on
from handlers.reading.parties import proposer_of
from handlers.reading.paste import is_paste
from handlers.reading.sums.amounts import without_notes
from handlers.reading.sums.money import find_sums
from handlers.reading.sums.sum_opinion import FEWEST, WEIGHTS, pieces_of
from handlers.reading.weights import Weights, weights_of
from tests.reading.copied_sums import COPIED
from tests.reading.corpus import FILES, lines
from tests.reading.learning import Example, Lesson
from tests.reading.page_sentences import AMOUNTS
from tests.reading.sum_sentences import SUMS
from tests.reading.weigh_messages import folded

_HEAD = """\
# How much each piece of the words around a sum of a copied page speaks for each role: learned from
# the corpus by `make weights`, read by sum_opinion.py. A word of the lists in the sum's line, in
# front of it (LB) or behind it (LA), in the line above (UB), short of the sum before (OB), named
# last (K); a run of one script in its line (l, r), above (u), in the heading (h), at the beginning
# (^); p, n: the same in the line of the sum before it and of the next; < and >: right beside it;
# A, B: what the page is about and who offers something on it; V, Q, S, I, M: beside the other
# sums. Letters: see message_weights.txt.
"""
LESSON = Lesson(WEIGHTS, _HEAD, list, ["role"], at_least=3, at_most=9_000, penalty=0.03)
_MOST_PLACES = 5
# Rules tell 95 of 100 of these, and what was learned from them made others worse.
_RATHER_BY_RULES = ("english_pages",)


class Known(NamedTuple):
    """One value of a page: the pieces around each of its places, and its roles."""

    places: list[set[str]]
    roles: list[str]


def values() -> list[Known]:
    """The values of the pages of the corpus and of the rows of sums, with all places in which they
    stand.
    """
    found = [one for text, amounts in (*COPIED, *AMOUNTS) for one in _values_of(text, amounts)]
    found += [one for text, told in SUMS for one in _values_of(text, told.split(", "))]
    files = (path for path in FILES if path.stem not in _RATHER_BY_RULES)
    for line in (line for path in files for line in lines(path)):
        if "amounts" not in line.get("unsure", ()):
            found += _values_of(line["text"], line["means"].get("amounts", ()))
    return found


def _values_of(text: str, amounts: Iterable[str]) -> Iterator[Known]:
    text = folded(text)
    if not (is_paste(text) or is_in_lines(text)):
        return
    roles: dict[str, set[str]] = defaultdict(set)
    for amount in amounts:
        value, *_, role = amount.split(" ")
        roles[_plain(value)].add(role)
    places: dict[str, list[set[str]]] = defaultdict(list)
    found = without_notes(text, find_sums(text))
    proposer = page_opinion_on(text).or_ask("proposer", proposer_of, text)
    for one, pieces in zip(found, pieces_of(text, found, proposer), strict=True):
        places[_plain(one.value)].append(pieces)
    for value, told in places.items():
        if roles[value]:
            yield Known(told, sorted(roles[value]))


def sums(known: Iterable[Known]) -> list[Example]:
    """Each place of each value, with its role."""
    known = list(known)
    sure = [
        Example(pieces, {"role": one.roles[0]})
        for one in known
        if len(one.roles) == 1
        for pieces in one.places
    ]
    learned = weights_of(LESSON.learned_from(sure))
    several = (one for one in known if 1 < len(one.roles) <= len(one.places) <= _MOST_PLACES)
    return sure + [example for one in several for example in _settled(learned, one)]


def _settled(weights: Weights, one: Known) -> Iterator[Example]:
    """Every role at one place at least, and as much as there is speaking for it."""
    told = [weights.by_value(pieces, FEWEST) for pieces in one.places]
    ways = (way for way in product(one.roles, repeat=len(told)) if set(way) == set(one.roles))
    likeliest = max(
        ways, key=lambda way: sum(of.get(role, 0) for of, role in zip(told, way, strict=True))
    )
    for pieces, role in zip(one.places, likeliest, strict=True):
        yield Example(pieces, {"role": role})


def _plain(value: str) -> str:
    return value.removesuffix(".00")


if __name__ == "__main__":
    raise SystemExit(LESSON.write(sums(values())))
