"""Learn the weights of handlers/reading/second_opinion.py from the corpus.

python -m tests.reading.weigh_pieces      (make weights)

For every field a linear support vector machine is fitted to which pieces a message has; of all
pieces those with the largest weights are kept, and fitted once more.
"""

from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.svm import LinearSVC

from handlers.reading.masks import hide
from handlers.reading.normalise import normalise
from handlers.reading.numbers import find_numbers
from handlers.reading.paste import is_paste
from handlers.reading.second_opinion import (
    HEAVIEST,
    LONGEST,
    NONE,
    WEIGHTS,
    ZERO,
    pieces_of,
)
from tests.reading.buyers import BUYERS
from tests.reading.chat_words import TOLD
from tests.reading.corpus import FILES, lines
from tests.reading.meanings import EVERYTHING
from tests.reading.word_rows import ROWS

FIELDS = ("intent", "reason", "stage", "playbook", "demand")
_MOST_PIECES = 4_000
_AT_LEAST = 8  # messages that have a piece
_PENALTY = 0.05
_UNIT = 0.03
_HEAD = """\
# How much each piece of a message speaks for each value of a field: learned from the corpus by
# `make weights`, read by second_opinion.py. First the values, with what speaks for them before
# anything was read; then a row for each piece, in which each character is the weight for one value
# ("O" is nothing, "P" speaks for it, "N" against it, letters farther away more so).
"""


class Message(NamedTuple):
    """A folded message, and the values of those fields that are sure."""

    words: str
    values: dict[str, str]


def messages() -> list[Message]:
    """What was typed of the corpus and of the rows by field: no pages, no long stories."""
    found: list[Message] = []
    for line in (line for path in FILES for line in lines(path)):
        if "intent" in line["means"]:
            # Where careful people differ there is nothing to learn.
            sure = [name for name in FIELDS if name not in line.get("unsure", ())]
            values = {name: line["means"].get(name) or NONE for name in sure}
            found.append(Message(_folded(line["text"]), values))
    found += [Message(_folded(text), {name: value or NONE}) for name, text, value in ROWS]
    for text, means in (*BUYERS, *EVERYTHING, *TOLD):
        told = {name: means[name] or NONE for name in FIELDS if name in means}
        found.append(Message(_folded(text), told))
    return [one for one in found if len(one.words) <= LONGEST and not is_paste(one.words)]


def _folded(text: str) -> str:
    norm = normalise(text)
    return hide(norm.text, find_numbers(norm.text).spans)


def main() -> int:
    """Write the weights."""
    typed = messages()
    WEIGHTS.write_text(learned(typed, _AT_LEAST), "utf-8")
    print(f"learned from {len(typed)} messages")
    return 0


def learned(typed: list[Message], at_least: int) -> str:
    """The file of weights; ``at_least``: how many messages have a piece that is worth a row."""
    texts = [one.words for one in typed]
    counts = CountVectorizer(analyzer=pieces_of, min_df=at_least, binary=True)
    first = _fit(counts.fit_transform(texts), typed)
    heaviest = sum(np.sqrt((model.coef_**2).sum(axis=0)) for model in first.values())
    names = counts.get_feature_names_out()
    kept = sorted(names[np.argsort(-heaviest)[:_MOST_PIECES]])
    counts = CountVectorizer(analyzer=pieces_of, vocabulary=kept, binary=True)
    models = _fit(counts.transform(texts), typed)
    weights = np.vstack([model.coef_ for model in models.values()]) / _UNIT
    rounded = np.clip(np.rint(weights), -HEAVIEST, HEAVIEST).astype(int)
    rows = (
        f"{piece}\t{''.join(chr(ord(ZERO) + weight) for weight in column)}"
        for piece, column in zip(kept, rounded.T, strict=True)
    )
    values = (_values(name, model) for name, model in models.items())
    return "\n".join([_HEAD + "\n".join(values), "", *rows]) + "\n"


def _fit(pieces: Any, typed: list[Message]) -> dict[str, Any]:
    models: dict[str, Any] = {}
    for name in FIELDS:
        told = [at for at, one in enumerate(typed) if name in one.values]
        values = [typed[at].values[name] for at in told]
        models[name] = LinearSVC(C=_PENALTY, random_state=0).fit(pieces[told], values)
    return models


def _values(name: str, model: Any) -> str:
    biases = np.rint(model.intercept_ / _UNIT).astype(int)
    told = (f"{value}={bias}" for value, bias in zip(model.classes_, biases, strict=True))
    return " ".join([name, *told])


if __name__ == "__main__":
    raise SystemExit(main())
