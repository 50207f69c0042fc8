"""In a long text only words that stand in one sentence are joined: nothing is lost by it."""

import random

import pytest

from handlers.reading.lexicon import index
from handlers.reading.lexicon.index import lexicon
from handlers.reading.lexicon.sentences import Sentences
from handlers.reading.normalise import normalise
from tests.reading.corpus import FILES, lines

_STORIES = 40


def test_words_meet_in_a_sentence_and_at_its_end() -> None:
    text = "一つ。二つ目?三つ"
    places = {1: [(0, 2)], 2: [(3, 5)], 3: [(5, 7)], 4: [(7, 9)]}
    meet = Sentences(text, places).meet
    assert not meet(1, 2)
    assert meet(2, 3)
    assert meet(3, 4)  # "目?" ends where "三つ" begins
    assert not meet(2, 4)


def test_all_tables_find_the_same_as_without(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(7)
    texts = [line["text"] for path in FILES for line in lines(path)[::37]]
    for _ in range(_STORIES):
        story = normalise("。".join(chance.sample(texts, 8))).text
        for one in lexicon():
            near = one.look_at(story)
            with monkeypatch.context() as patch:
                patch.setattr(index, "_LONG", len(story) + 1)
                all_of_it = one.look_at(story)
            for table in all_of_it.entries:
                rows = {row[0] for row in all_of_it.rows_of(table) if all_of_it.stands(row)}
                found = near.rows_of(table) if table in near.entries else []
                assert {row[0] for row in found if near.stands(row)} == rows
