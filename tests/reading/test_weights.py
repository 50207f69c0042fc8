"""Learned weights, as their files keep them and as they are added up."""

import re

import pytest

from handlers.reading import date_opinion, line_opinion, page_opinion, second_opinion
from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.index import lexicon
from handlers.reading.sums import sum_opinion
from handlers.reading.weights import HEAVIEST, MOST_PIECES, Weights, weights_of

LEARNED = [
    one.weights() for one in (second_opinion, date_opinion, page_opinion, sum_opinion, line_opinion)
]
_GROUP = re.compile(r"-?\{[^{}]+\}$")
_FILE = """\
# a remark
kind -=0 deadline=-3

まで\tMR
した\tSL
"""


def test_the_weights_of_all_pieces_are_added() -> None:
    weights = weights_of(_FILE)
    none, deadline = weights.sums(["まで", "未知"], 1)
    assert deadline - none == -3 + 3 + 2
    none, deadline = weights.sums(["まで", "した"], 2)
    assert deadline - none == -3 + 5 - 7


@pytest.mark.parametrize("pieces", [["した"], [], ["した"] * (MOST_PIECES + 1)])
def test_of_too_few_and_too_many_pieces_nothing_is_told(pieces: list[str]) -> None:
    assert weights_of(_FILE).sums(pieces, 2) == []


@pytest.mark.parametrize("weights", LEARNED)
def test_a_sum_cannot_overflow(weights: Weights) -> None:
    before = memoryview(weights.before.to_bytes(weights.size, "little")).cast("H")
    assert max(before) + MOST_PIECES * 2 * HEAVIEST < 2**16
    assert sum(len(field.values) for field in weights.fields.values()) * 2 == weights.size


@pytest.mark.parametrize("weights", LEARNED)
def test_every_group_that_has_a_weight_is_in_the_word_lists(weights: Weights) -> None:
    names = set(lexicon()[Look.USUAL].vocabulary.names)
    groups = {_GROUP.search(piece) for piece in weights.rows} - {None}
    assert groups
    assert {group[0] for group in groups if group} <= names, "make weights"
