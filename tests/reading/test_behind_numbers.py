"""What stands behind a number chooses what it is held against, and leaves nothing out."""

import re
from collections.abc import Iterable
from datetime import datetime

import pytest

from handlers.reading import scan
from handlers.reading.counted_things import _DECOYS, _GOES_ON, _of_unit, of_number
from handlers.reading.grammar import Atom, Rule
from handlers.reading.masks import hide
from handlers.reading.normalise import normalise
from handlers.reading.numbers import find_numbers
from handlers.reading.patterns import any_of
from tests.reading.corpus import FILES, lines
from tests.reading.moments import TOKYO

_NUMBER = re.compile(r"\d+")
NOW = datetime(2027, 6, 2, 9, 40, tzinfo=TOKYO)
_EVERY = 7
"""So many lines on: the whole corpus would take half a minute."""


def _texts() -> list[str]:
    texts: list[str] = []
    for path in FILES:
        for line in lines(path)[::_EVERY]:
            text = normalise(line["text"]).text
            texts.append(hide(text, find_numbers(text).spans))
    return texts


TEXTS = _texts()


def _first_atom(rules: Iterable[Rule], text: str, at: int) -> Atom | None:
    for rule in rules:
        found = rule.pattern.match(text, at)
        atom = rule.build(found, NOW) if found is not None else None
        if atom is not None:
            return atom
    return None


def test_no_rule_is_left_out_that_reads_a_number() -> None:
    left_out = 0
    for text in TEXTS:
        for found in _NUMBER.finditer(text):
            rules = scan._BY_START[found[0][0]]
            chosen = scan._behind_number(found[0][0], text, found.end())
            left_out += len(rules) - len(chosen)
            at = found.start()
            assert _first_atom(chosen, text, at) == _first_atom(rules, text, at), text
    assert left_out > 50_000


def test_no_decoy_is_left_out_that_matches_at_a_number() -> None:
    everything = re.compile(any_of(_of_unit(_GOES_ON[0]), *(kind for _, kind in _DECOYS)))
    hidden = 0
    for text in TEXTS:
        for found in _NUMBER.finditer(text):
            wanted = everything.match(text, found.start())
            kind = of_number(text, found.end())
            seen = kind.match(text, found.start()) if kind is not None else None
            assert (seen and seen.span()) == (wanted and wanted.span()), text
            hidden += seen is not None
    assert hidden > 300


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("20x30", True),
        ("5 個", True),
        ("3.5cm", True),
        ("8/16gb", True),
        ("15 working days", False),
        ("12月5日", False),
        ("1/18 色違い", False),
        ("1/18 本体が", False),
        ("3色", True),
        ("5", False),
        ("5 ", False),
    ],
)
def test_what_is_counted(text: str, hidden: bool) -> None:
    kind = of_number(text, len(_NUMBER.match(text)[0]))  # type: ignore[index]
    assert bool(kind is not None and kind.match(text)) == hidden
