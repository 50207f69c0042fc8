"""The corpus of messages: what each should mean, and how a reading is judged against it."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from handlers.reading.model import Reading
from handlers.reading.read import read
from tests.reading.moments import TOKYO

FILES = sorted(Path(__file__).with_name("corpus").glob("*.jsonl"))
ABOUT_DATES = [path for path in FILES if path.stem == "many_dates"]
# Of these most texts are copied pages, whatever else stands beside them.
PAGES = {path.stem for path in FILES if path.stem.endswith("_pages")} | {"pasted", "many_sums"}
# What is typed is learned from these: the lines of the others are nearly all of a page.
TYPED = [path for path in FILES if not path.stem.endswith("_pages")]
WORDS = ("intent", "reason", "demand", "stage", "playbook", "proposer", "verdict", "order_id")
FIELDS = (*WORDS, "amounts", "deadline", "kind")


@dataclass
class Score:
    """How many answers of each field were right, and the lines where they were not."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    wrong: dict[str, list[str]] = field(default_factory=dict)
    unasked: int = 0  # wrong deadlines that the chat would not have asked about
    asked: int = 0  # right and plain ones that it would have asked about
    lone: int = 0  # the nearer of two deadlines, without the other

    def share(self, name: str) -> float:
        """The share of right answers, in percent."""
        return 100 * self.right[name] / self.of[name] if self.of[name] else 100.0


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def judge(messages: Iterable[dict[str, Any]]) -> Score:
    """Read every message and compare; where careful people differ, only a right answer counts."""
    score = Score()
    for line in messages:
        reading = read(line["text"], datetime.fromisoformat(line["at"]).replace(tzinfo=TOKYO))
        for name in FIELDS:
            good, found = _compare(name, reading, line)
            if good is None or (not good and name in line.get("unsure", ())):
                continue
            score.of[name] += 1
            score.right[name] += good
            if good and name == "deadline" and reading.deadline is not None:
                further = line.get("also")
                others = reading.deadline.alternatives
                if further is not None:
                    score.lone += not any(o.at.isoformat().startswith(further) for o in others)
                elif name not in line.get("unsure", ()):
                    score.asked += bool(reading.doubts)
            if not good:
                wanted = line["means"].get("deadline" if name == "kind" else name)
                told = f"{line['text']!r} at {line['at']}: {found}, not {wanted}"
                score.wrong.setdefault(name, []).append(told)
                score.unasked += name == "deadline" and not reading.doubts
    return score


def _compare(name: str, reading: Reading, line: dict[str, Any]) -> tuple[bool | None, object]:
    """Whether the field is right (None: nothing to compare), and what was read."""
    means, accepted = line["means"], line.get("accept", {}).get(name, [])
    if name == "amounts":
        found = sorted(f"{one.value} {one.currency} {one.role}" for one in reading.amounts)
        return found == sorted(means.get(name, [])) or found in map(_whole, accepted), found
    if name in WORDS:
        word = getattr(reading, name)
        return word == means.get(name) or word in accepted, word
    wanted, _, kind = means.get("deadline", "").partition(" ")
    deadline = reading.deadline
    others = [_parted(one) for one in line.get("accept", {}).get("deadline", ())]
    if name == "kind":
        if not wanted or deadline is None:
            return None, None
        kinds = {kind, *accepted, *(other for _, other in others if other)}
        return deadline.kind in kinds, deadline.kind
    if deadline is None:
        return not wanted or None in accepted, None
    at = deadline.at.isoformat()
    exact = deadline.precision == ("datetime" if "T" in wanted else "date")
    good = bool(wanted) and exact and at.startswith(wanted)
    return good or any(one and at.startswith(one) for one, _ in others), at


def _whole(amounts: list[str] | None) -> list[str]:
    """An accepted list of amounts; null may stand for none."""
    return sorted(amounts or ())


def _parted(deadline: str | None) -> tuple[str, str]:
    """An accepted deadline: its date or moment, and its kind if it tells one."""
    when, _, kind = (deadline or "").partition(" ")
    return when, kind
