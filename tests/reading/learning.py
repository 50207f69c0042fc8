"""Weights by a linear support vector machine, written as handlers/reading/weights.py reads them."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.svm import LinearSVC

from handlers.reading.weights import HEAVIEST, ZERO

_UNIT = 0.03


class Example(NamedTuple):
    """What pieces are taken from, and the values of those fields that are sure."""

    source: Any
    values: dict[str, str]


class Lesson(NamedTuple):
    """One file of weights, and how it is learned: for every field a model of which pieces an
    example has.
    """

    file: Path
    head: str
    pieces_of: Callable[[Any], Iterable[str]]
    fields: Sequence[str]
    at_least: int
    """How many examples have a piece that is worth a row."""
    at_most: int
    """How many rows: those with the largest weights, to which the models are fitted once more."""
    penalty: float
    """How much an example on the wrong side costs; less makes smaller weights."""

    def learned_from(self, examples: Sequence[Example], at_least: int | None = None) -> str:
        """What the file should hold; ``at_least`` for fewer examples than its own are."""
        sources = [one.source for one in examples]
        least = self.at_least if at_least is None else at_least
        counts = CountVectorizer(analyzer=self._in_a_row, min_df=least, binary=True)
        first = _fit(counts.fit_transform(sources), examples, self.fields, self.penalty)
        heaviest = sum(np.sqrt((model.weights**2).sum(axis=0)) for model in first.values())
        names = counts.get_feature_names_out()
        kept = sorted(names[np.argsort(-heaviest)[: self.at_most]])
        counts = CountVectorizer(analyzer=self._in_a_row, vocabulary=kept, binary=True)
        models = _fit(counts.transform(sources), examples, self.fields, self.penalty)
        weights = np.vstack([model.weights for model in models.values()]) / _UNIT
        rounded = np.clip(np.rint(weights), -HEAVIEST, HEAVIEST).astype(int)
        rows = (
            f"{piece}\t{''.join(chr(ord(ZERO) + weight) for weight in column)}"
            for piece, column in zip(kept, rounded.T, strict=True)
        )
        values = (_values(name, model) for name, model in models.items())
        return "\n".join([self.head + "\n".join(values), "", *rows]) + "\n"

    def write(self, examples: Sequence[Example]) -> int:
        """Learn the file anew."""
        self.file.write_text(self.learned_from(examples), "utf-8")
        print(f"{self.file.name}: learned from {len(examples)} examples")
        return 0

    def _in_a_row(self, source: Any) -> list[str]:
        """The pieces that a row of the file can begin with."""
        return [piece for piece in self.pieces_of(source) if "\n" not in piece]


class _Model(NamedTuple):
    """For each value its weights, a row of them, and what speaks for it beforehand."""

    values: Sequence[str]
    weights: Any
    before: Any


def _fit(
    pieces: Any, examples: Sequence[Example], fields: Sequence[str], penalty: float
) -> dict[str, _Model]:
    models: dict[str, _Model] = {}
    for name in fields:
        told = [at for at, one in enumerate(examples) if name in one.values]
        values = [examples[at].values[name] for at in told]
        learned = LinearSVC(C=penalty, random_state=0).fit(pieces[told], values)
        weights, before = learned.coef_, learned.intercept_
        if len(learned.classes_) == 2:  # what speaks for the second of two speaks against the first
            weights, before = np.vstack([-weights, weights]), np.hstack([-before, before])
        models[name] = _Model(learned.classes_, weights, before)
    return models


def _values(name: str, model: _Model) -> str:
    biases = np.rint(model.before / _UNIT).astype(int)
    told = (f"{value}={bias}" for value, bias in zip(model.values, biases, strict=True))
    return " ".join([name, *told])
