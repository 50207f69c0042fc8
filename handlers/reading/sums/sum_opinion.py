"""What the words around a sum of a copied page speak for: that it was paid, claimed, offered …

Pages label their sums in ever new ways: 求める返金, 申立額, "AliExpress decides". As of dates
(date_opinion.py), each of some thousand pieces has a weight for every role, learned from pages
whose sums are known (``make weights``): the words of the lists in a sum's line, in the line above
and short of the sum before it, those that were named last, the heading above, what the page is
about and who offers something, the lines of the sums beside it, and how it compares with them. It
counts where it speaks against the rules by a wide margin.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import islice
from operator import itemgetter
from pathlib import Path

from handlers.reading.lexicon.tables import Word, words_at
from handlers.reading.page_opinion import RUN
from handlers.reading.sums.money import Sum
from handlers.reading.sums.roles import PAGE_ABOUT
from handlers.reading.sums.transactions import is_statement
from handlers.reading.weights import FOLDED_DIGITS, Weights, weights_of

WEIGHTS = Path(__file__).with_name("sum_weights.txt")
# By how much it has to prefer another role, in the weights' own unit: as much as on 400 pages, each
# read before anything was learned from it, gave the most pages with all their sums right.
_MARGIN = 12
FEWEST = 8  # around a sum with fewer known pieces hardly anything is told
# So many sums of a page have an opinion; more than that are a price list.
_MOST_SUMS = 12
_NEXT_TO_IT = 4, 6  # characters behind it, and in front of it
_NAMED_LAST, _FAR = 4, 120
_HEADING, _HEADING_ABOVE = 30, 200  # its characters, and how far above the line it may stand
_FIGURE = re.compile(r"\d")
_SHARES = (0.1, 0.3, 0.6, 1)  # of the largest sum

_WHERE_IT_ENDS = itemgetter(1, 2)


def likelier_roles(
    text: str, sums: Sequence[Sum], roles: Sequence[str], proposer: str | None
) -> list[str]:
    """The roles of the sums of a folded page: by rules, unless much more speaks for others.

    Of a bank's page or PayPal's, where AliExpress is a seller like others, there is no opinion.
    """
    if len(sums) > _MOST_SUMS or is_statement(text):
        return list(roles)
    return [
        _likelier(weights().by_value(pieces, FEWEST), role)
        for pieces, role in zip(pieces_of(text, sums, proposer), roles, strict=True)
    ]


def _likelier(told: dict[str, int], role: str) -> str:
    if not told:
        return role
    first = max(told, key=told.__getitem__)
    return role if told[role] >= told[first] - _MARGIN else first


def pieces_of(text: str, sums: Sequence[Sum], proposer: str | None) -> list[set[str]]:
    """For each sum of a folded page the pieces of the words around it, each with a mark of where it
    stands.

    ``proposer``: who offers something on it.
    """
    if not sums:
        return []
    named = sorted(words_at(text))
    labels: list[set[str]] = []
    others: list[set[str]] = []
    about = {f"B{proposer}", *("A" + name for name in PAGE_ABOUT.all(text))}
    for place, one in enumerate(sums):
        left = max(sums[place - 1].end if place else 0, one.start - _FAR)
        right = sums[place + 1].start if place + 1 < len(sums) else len(text)
        right = min(right, one.end + _FAR)
        in_line, elsewhere = _words_around(text, named, one, left, right)
        labels.append(in_line | _runs_in_line(text, one, left, right))
        others.append(
            elsewhere
            | _runs_elsewhere(text, one)
            | _next_to(text, one, left, right)
            | _compared(sums, place)
            | about
        )
    # What the sums beside it are says what it is: one was paid, the next is claimed.
    before = [set[str](), *({"p" + label for label in one} for one in labels[:-1])]
    behind = [*({"n" + label for label in one} for one in labels[1:]), set[str]()]
    return [set.union(*told) for told in zip(labels, others, before, behind, strict=True)]


def _lines(text: str, one: Sum) -> tuple[int, int, int]:
    """Where the line above a sum begins, and where its own begins and ends."""
    begin = text.rfind("\n", 0, one.start) + 1
    above = max(text.rfind("\n", 0, max(0, begin - 1)) + 1, begin - _FAR)
    end = text.find("\n", one.end)
    return above, begin, len(text) if end < 0 else end


def _next_to(text: str, one: Sum, left: int, right: int) -> set[str]:
    before = text[left : one.start].translate(FOLDED_DIGITS)
    behind = text[one.end : right].translate(FOLDED_DIGITS)
    far_behind, far_before = _NEXT_TO_IT
    return {
        *("<" + before[-length:] for length in range(1, far_before + 1)),
        *(">" + behind[:length] for length in range(1, far_behind + 1)),
    }


def _runs_in_line(text: str, one: Sum, left: int, right: int) -> set[str]:
    _, begin, end = _lines(text, one)
    first = RUN.match(text[begin:].lstrip()[:12])
    return {
        *("l" + run for run in RUN.findall(text, max(begin, left), one.start)),
        *("r" + run for run in RUN.findall(text, one.end, min(end, right))),
        *(["^" + first[0]] if first is not None else ()),
    }


def _runs_elsewhere(text: str, one: Sum) -> set[str]:
    above, begin, _ = _lines(text, one)
    return {
        *("u" + run for run in RUN.findall(text, above, max(above, begin - 1))),
        *("h" + run for run in RUN.findall(_heading(text, begin))),
    }


def _heading(text: str, line: int) -> str:
    """The nearest line above one that has no figure in it."""
    for above in reversed(text[max(0, line - _HEADING_ABOVE) : line].split("\n")):
        if above.strip() and _FIGURE.search(above) is None:
            return above[:_HEADING]
    return ""


def _words_around(
    text: str, named: Sequence[Word], one: Sum, left: int, right: int
) -> tuple[set[str], set[str]]:
    """The words of the lists in a sum's line, and those in the line above, short of the sum before
    it, and named last.
    """
    above, line, end = _lines(text, one)
    first = min(above, left, one.start - _FAR)
    there = named[bisect_left(named, (first,)) : bisect_left(named, (right,))]
    before = [word for word in there if word[1] <= one.start]
    begin = max(line, left)
    in_line = {"LB" + name for start, _, name in before if start >= begin}
    in_line.update("LA" + name for start, stop, name in there if one.end <= start and stop <= end)
    elsewhere = {"OB" + name for start, _, name in before if left <= start < begin}
    elsewhere.update("UB" + name for start, _, name in before if above <= start < line)
    before.sort(key=_WHERE_IT_ENDS, reverse=True)
    last = dict.fromkeys(name for start, _, name in before if start >= one.start - _FAR)
    elsewhere.update("K" + name for name in islice(last, _NAMED_LAST))
    return in_line, elsewhere


def _compared(sums: Sequence[Sum], place: int) -> set[str]:
    """How large a sum is beside the others of its text, which it equals, which of them it is."""
    values = [float(one.value) for one in sums]
    value, most = values[place], max(values)
    alike = [at for at, other in enumerate(values) if other == value]
    share = value / most if most else 0
    larger = sum(other > value for other in set(values))
    kinds = len(set(values))
    return {
        "V0" if not value else f"V{sum(share >= least for least in _SHARES)}",
        f"Q{min(larger, 3)}{min(kinds, 4)}",
        f"S{min(len(alike), 3)}{min(alike.index(place), 2)}",
        f"I{min(place, 3)}{min(len(sums), 4)}",
        "M" if value == min(values) else "m",
    }


@cache
def weights() -> Weights:
    """The weights that were learned, read from their file once."""
    return weights_of(WEIGHTS.read_text("utf-8"))
