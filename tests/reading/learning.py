"""Weights by a linear support vector machine, written as handlers/reading/weights.py reads them."""

from collections.abc import Callable, Iterable, Sequence
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


def learned(
    head: str,
    examples: Sequence[Example],
    pieces_of: Callable[[Any], Iterable[str]],
    fields: Sequence[str],
    *,
    at_least: int,
    at_most: int,
    penalty: float,
) -> str:
    """The file of weights: for every field a model of which pieces an example has.

    ``at_least``: how many examples have a piece that is worth a row; ``at_most``: how many rows.
    Those with the largest weights are kept, and the models are fitted to them once more.
    ``penalty``: how much an example on the wrong side costs; less makes smaller weights.
    """
    sources = [one.source for one in examples]

    def in_a_row(source: Any) -> list[str]:
        """The pieces that a row of the file can begin with."""
        return [piece for piece in pieces_of(source) if "\n" not in piece]

    counts = CountVectorizer(analyzer=in_a_row, min_df=at_least, binary=True)
    first = _fit(counts.fit_transform(sources), examples, fields, penalty)
    heaviest = sum(np.sqrt((model.coef_**2).sum(axis=0)) for model in first.values())
    names = counts.get_feature_names_out()
    kept = sorted(names[np.argsort(-heaviest)[:at_most]])
    counts = CountVectorizer(analyzer=in_a_row, vocabulary=kept, binary=True)
    models = _fit(counts.transform(sources), examples, fields, penalty)
    weights = np.vstack([model.coef_ for model in models.values()]) / _UNIT
    rounded = np.clip(np.rint(weights), -HEAVIEST, HEAVIEST).astype(int)
    rows = (
        f"{piece}\t{''.join(chr(ord(ZERO) + weight) for weight in column)}"
        for piece, column in zip(kept, rounded.T, strict=True)
    )
    values = (_values(name, model) for name, model in models.items())
    return "\n".join([head + "\n".join(values), "", *rows]) + "\n"


def _fit(
    pieces: Any, examples: Sequence[Example], fields: Sequence[str], penalty: float
) -> dict[str, Any]:
    models: dict[str, Any] = {}
    for name in fields:
        told = [at for at, one in enumerate(examples) if name in one.values]
        values = [examples[at].values[name] for at in told]
        models[name] = LinearSVC(C=penalty, random_state=0).fit(pieces[told], values)
    return models


def _values(name: str, model: Any) -> str:
    biases = np.rint(model.intercept_ / _UNIT).astype(int)
    told = (f"{value}={bias}" for value, bias in zip(model.classes_, biases, strict=True))
    return " ".join([name, *told])
