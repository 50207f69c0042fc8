"""Learn the weights of handlers/reading/page_opinion.py from the pages of the corpus.

python -m tests.reading.weigh_pages      (make weights)
"""

from typing import Any

from handlers.reading.page_opinion import WEIGHTS, pieces_of
from handlers.reading.paste import is_paste
from handlers.reading.weights import NONE
from tests.reading.corpus import FILES, lines
from tests.reading.learning import Example, Lesson
from tests.reading.weigh_messages import folded

FIELDS = ("reason", "stage", "playbook", "demand", "proposer", "kind")
_HEAD = """\
# How much each word of a copied page speaks for each value of a field: learned from the corpus by
# `make weights`, read by page_opinion.py. Letters: see message_weights.txt.
"""
LESSON = Lesson(WEIGHTS, _HEAD, pieces_of, FIELDS, at_least=4, at_most=4_000, penalty=0.015)


def pages() -> list[Example]:
    """The pages and mails of the corpus."""
    found: list[Example] = []
    for line in (line for path in FILES for line in lines(path)):
        if "intent" in line["means"]:
            text = folded(line["text"])
            if is_paste(text):
                found.append(Example(text, _values(line)))
    return found


def _values(line: dict[str, Any]) -> dict[str, str]:
    """Where careful people differ, and of a page that tells no day its kind, is nothing."""
    means = line["means"] | {"kind": line["means"].get("deadline", "").partition(" ")[2]}
    unsure = line.get("unsure", ())
    values = {name: means.get(name) or NONE for name in FIELDS if name not in unsure}
    if values.get("kind") == NONE or "deadline" in unsure:
        values.pop("kind", None)
    return values


if __name__ == "__main__":
    raise SystemExit(LESSON.write(pages()))
