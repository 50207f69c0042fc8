"""Learn the weights of handlers/reading/page_opinion.py from the pages of the corpus.

python -m tests.reading.weigh_pages      (make weights)
"""

import re
from collections.abc import Collection
from typing import Any

from handlers.reading.page_opinion import WEIGHTS, pieces_of
from handlers.reading.paste import is_page
from handlers.reading.weights import NONE
from tests.reading.corpus import FILES, PAGES, lines
from tests.reading.learning import Example, Lesson
from tests.reading.mail_subjects import SUBJECTS, mails_of
from tests.reading.page_deadlines import DEADLINES
from tests.reading.page_sentences import DEMANDS, PLAYBOOKS, PROPOSERS, STAGES
from tests.reading.weigh_messages import folded

FIELDS = ("reason", "stage", "playbook", "demand", "proposer", "kind", "copied")
_BREAKS = re.compile(r"(?<=[。!?、])|  ?")
_FEWEST_LINES, _MOST_LINES = 3, 8
_EVERY = 2  # of what was typed in one line, and is broken into several
_HEAD = """\
# How much each word of a copied page speaks for each value of a field: learned from the corpus by
# `make weights`, read by page_opinion.py. Letters: see message_weights.txt.
"""
LESSON = Lesson(WEIGHTS, _HEAD, pieces_of, FIELDS, at_least=4, at_most=5_000, penalty=0.015)


def pages() -> list[Example]:
    """The pages and mails of the corpus, and what was typed in lines, or might have been."""
    found: list[Example] = []
    typed: list[str] = []
    for file, line in ((path, line) for path in FILES for line in lines(path)):
        if "intent" not in line["means"]:
            continue
        text = folded(line["text"])
        if file.stem in PAGES or line["means"]["intent"] == "import_paste" or is_page(text):
            # Which playbook a page of many sums has was told by the way.
            differ = {"playbook"}.intersection(line.get("accept", ()))
            differ = differ if file.stem != "pasted" else set()
            found.append(Example(text, _values(line, differ)))
        else:
            typed.append(text)
    found += _rows()
    in_lines = [text for text in typed if "\n" in text]
    broken = [_in_lines(text) for text in typed if "\n" not in text][::_EVERY]
    in_lines += [text for text in broken if text.count("\n") >= _FEWEST_LINES - 1]
    return found + [Example(text, {"copied": "no"}) for text in in_lines if not is_page(text)]


def _rows() -> list[Example]:
    """The pages of the tests, each of which tells one thing, and the subjects of mails."""
    of_fields = {
        "stage": STAGES,
        "proposer": PROPOSERS,
        "demand": DEMANDS,
        "playbook": PLAYBOOKS,
        "kind": _kinds(),
    }
    rows = [
        Example(folded(text), {name: value or NONE})
        for name, told in of_fields.items()
        for text, value in told
    ]
    for subject, stage, playbook in SUBJECTS:
        told = {"stage": stage, "playbook": playbook or NONE}
        rows += [Example(folded(mail), told) for mail in mails_of(subject)]
    return [row for row in rows if is_page(row.source)]


def _kinds() -> list[tuple[str, str]]:
    return [(text, told.partition(" ")[2]) for text, told in DEADLINES if told and " " in told]


def _in_lines(text: str) -> str:
    parts = [part for part in _BREAKS.split(text) if part.strip()]
    return "\n".join(parts[:_MOST_LINES])


def _values(line: dict[str, Any], differ: Collection[str]) -> dict[str, str]:
    """Where careful people differ, and of a page that tells no day its kind, is nothing."""
    means = line["means"] | {"kind": line["means"].get("deadline", "").partition(" ")[2]}
    unsure = {*line.get("unsure", ()), *differ}
    values = {name: means.get(name) or NONE for name in FIELDS if name not in unsure}
    values["copied"] = "yes"
    if values.get("kind") == NONE or "deadline" in unsure:
        values.pop("kind", None)
    return values


if __name__ == "__main__":
    raise SystemExit(LESSON.write(pages()))
