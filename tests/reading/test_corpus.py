"""How much of the corpus is read right: floors just below what was reached, against going back."""

from functools import lru_cache
from pathlib import Path

import pytest

from tests.reading.corpus import FILES, Score, judge, lines

FLOORS = {
    "ordinary": {
        "intent": 97,
        "reason": 99,
        "demand": 99,
        "stage": 97,
        "playbook": 97,
        "proposer": 99,
        "verdict": 99,
        "order_id": 100,
        "amounts": 99,
        "deadline": 99,
        "kind": 97,
    },
    "hard": {
        "intent": 96,
        "reason": 95,
        "demand": 98,
        "stage": 94,
        "playbook": 93,
        "proposer": 97,
        "verdict": 99,
        "order_id": 100,
        "amounts": 97,
        "deadline": 97,
        "kind": 97,
    },
    # Messages in which several days compete: what happened, was promised, is planned, or ends.
    "competing": {
        "intent": 97,
        "reason": 96,
        "demand": 99,
        "stage": 90,
        "playbook": 96,
        "proposer": 96,
        "verdict": 98,
        "order_id": 100,
        "amounts": 97,
        "deadline": 93,
        "kind": 91,
    },
    # Two to five days in each, many of them told in words that no list has.
    "many_dates": {
        "intent": 94,
        "reason": 96,
        "demand": 99,
        "stage": 93,
        "playbook": 96,
        "proposer": 97,
        "verdict": 98,
        "order_id": 100,
        "amounts": 98,
        "deadline": 87,
        "kind": 88,
    },
    # Two to six sums in each, under ever new labels: nearly half the pages were wrong at first.
    "many_sums": {
        "intent": 97,
        "reason": 95,
        "demand": 95,
        "stage": 96,
        "playbook": 87,
        "proposer": 95,
        "verdict": 98,
        "order_id": 100,
        "amounts": 88,
        "deadline": 94,
        "kind": 96,
    },
    # Pages in ever new words, most of them with the buyer's own beside them.
    "other_pages": {
        "intent": 94,
        "reason": 96,
        "demand": 95,
        "stage": 96,
        "playbook": 93,
        "proposer": 96,
        "verdict": 98,
        "order_id": 100,
        "amounts": 89,
        "deadline": 95,
        "kind": 97,
    },
    # English and Japanese ones, of which every tenth deadline was wrong at first.
    "english_pages": {
        "intent": 97,
        "reason": 96,
        "demand": 95,
        "stage": 97,
        "playbook": 89,
        "proposer": 98,
        "verdict": 98,
        "order_id": 100,
        "amounts": 92,
        "deadline": 97,
        "kind": 97,
    },
    "japanese_pages": {
        "intent": 96,
        "reason": 94,
        "demand": 96,
        "stage": 98,
        "playbook": 90,
        "proposer": 98,
        "verdict": 96,
        "order_id": 99,
        "amounts": 96,
        "deadline": 96,
        "kind": 98,
    },
    # What was written about dates only, each in another word: the other fields are unsure.
    "dates": {"deadline": 83, "kind": 91},
    "pasted": {
        "intent": 96,
        "reason": 92,
        "demand": 94,
        "stage": 90,
        "playbook": 88,
        "proposer": 94,
        "verdict": 98,
        "order_id": 100,
        "amounts": 93,
        "deadline": 98,
        "kind": 94,
    },
}

_ANSWERS = {
    "ordinary": 10_000,
    "hard": 10_000,
    "pasted": 2_400,
    "dates": 1_000,
    "competing": 3_000,
    "many_dates": 12_000,
    "many_sums": 6_000,
    "other_pages": 7_500,
    "english_pages": 2_100,
    "japanese_pages": 2_200,
}
# How many deadlines may be wrong without a question, and how many asked about that were right.
_DOUBTS = {
    "ordinary": (0.005, 0.01),
    "hard": (0.015, 0.03),
    "pasted": (0.02, 0.08),
    "dates": (0.1, 0.04),
    "competing": (0.03, 0.1),
    "many_dates": (0.08, 0.11),
    "many_sums": (0.05, 0.08),
    "other_pages": (0.05, 0.08),
    "english_pages": (0.03, 0.08),
    "japanese_pages": (0.04, 0.08),
}

# Of two deadlines in one text the nearer was read, and not the later: a list of two orders, a rule
# of a page beside its countdown, PayPal's clock, asked about and counted from the payment, and
# three disputes opened on three days.
_LONE = {
    "ordinary": 4,
    "hard": 1,
    "pasted": 5,
    "dates": 3,
    "competing": 0,
    "many_dates": 35,
    "many_sums": 0,
    "other_pages": 0,
    "english_pages": 0,
    "japanese_pages": 0,
}


@lru_cache(maxsize=2)
def _score(path: Path) -> Score:
    return judge(lines(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_corpus_is_read_as_well_as_before(path: Path) -> None:
    score = _score(path)
    assert sum(score.of.values()) > _ANSWERS[path.stem]
    for name, floor in FLOORS[path.stem].items():
        assert score.share(name) >= floor, "\n".join(score.wrong[name][:20])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_hardly_a_deadline_is_wrong_without_a_question(path: Path) -> None:
    score = _score(path)
    most, asked = _DOUBTS[path.stem]
    assert score.unasked <= most * score.of["deadline"], "\n".join(score.wrong["deadline"])
    assert score.lone <= _LONE[path.stem]
    # … and hardly one is asked about that was right: nobody wants to confirm what is plain.
    assert score.asked <= asked * score.of["deadline"]
