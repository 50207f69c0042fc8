"""The word lists of ``words/``: groups of words and tables of phrases, as text anybody can edit.

A line ``## {group}`` opens a group, ``## table`` a table, ``### row`` one of its rows (a table
without rows has one, of its own name; ``(seldom)`` or ``(parts)`` behind its name: see
``Look``); ``# `` is a remark. All other lines are phrases, set apart by `` | ``; ``- `` in front of
a line voids what its phrases overlap, ``! `` takes the row out where one of them stands. How a
phrase is written: phrases.py.
"""

import os
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

# By os.path: pathlib and importlib.resources take longer to import than all word lists to read.
_WORDS = os.path.join(os.path.dirname(__file__), "words")


class Effect(IntEnum):
    """What a phrase does to its row."""

    NAMES = 0
    VOIDS = 1
    TAKES_OUT = 2


class Look(IntEnum):
    """With which other tables a table is looked for: the text is gone through once for all."""

    USUAL = 0
    """Every text is asked about it."""
    SELDOM = 1
    """Few texts are asked about it; all others would pay for it."""
    PARTS = 2
    """As USUAL, and its parts and what is left of it without some words are asked about it, too."""


class Line(NamedTuple):
    """One phrase: the group or the table and row it belongs to, and what it does there."""

    group: str | None
    table: str
    place: int  # of the row in its table
    row: str
    effect: Effect
    phrase: str
    look: Look = Look.USUAL


_LOOKS = {f" ({look.name.lower()})": look for look in Look if look}
_MARKS = {"- ": Effect.VOIDS, "! ": Effect.TAKES_OUT}


def phrases() -> Iterator[Line]:
    """All phrases of all files, in order.

    Raises ValueError for a phrase under no heading, or an effect that a group does not have.
    """
    for name in sorted(os.listdir(_WORDS)):
        with open(os.path.join(_WORDS, name), encoding="utf-8") as file:
            yield from _read(name, file.read())


def _read(name: str, text: str) -> Iterator[Line]:
    group: str | None = None
    table = row = ""
    place = -1
    look = Look.USUAL
    for line in text.split("\n"):
        if line.startswith("## "):
            heading = line[3:]
            group = heading[1:-1] if heading.startswith("{") else None
            mark = next((one for one in _LOOKS if heading.endswith(one)), "")
            look = _LOOKS.get(mark, Look.USUAL)
            table = row = "" if group else heading.removesuffix(mark)
            place = -1
        elif line.startswith("### "):
            row, place = line[4:], place + 1
        elif line and not line.startswith("# "):
            effect = _MARKS.get(line[:2], Effect.NAMES)
            if not (group or table) or (group and effect is Effect.TAKES_OUT):
                raise ValueError(f"{name}: {line!r} belongs to nothing")
            for phrase in line[2 if effect else 0 :].split(" | "):
                yield Line(
                    group, table, max(place, 0), row, effect, phrase.replace("\\n", "\n"), look
                )
