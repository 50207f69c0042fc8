"""Patterns compile when first used, so each of them is compiled here."""

import importlib
import pkgutil
import re

import handlers.reading
from handlers.reading.grammar import Rule
from handlers.reading.patterns import Pattern
from handlers.reading.scan import RULES


def _patterns() -> list[Pattern]:
    found: list[Pattern] = []
    for module in pkgutil.iter_modules(handlers.reading.__path__):
        for value in vars(importlib.import_module(f"handlers.reading.{module.name}")).values():
            if isinstance(value, Pattern):
                found.append(value)
            elif isinstance(value, Rule):
                found.append(value.pattern)
            elif isinstance(value, tuple):
                found += [
                    p
                    for row in value
                    if isinstance(row, tuple)
                    for p in row
                    if isinstance(p, Pattern)
                ]
    return found


def test_every_pattern_compiles() -> None:
    patterns = _patterns()
    assert len(patterns) > 100
    for pattern in patterns:
        re.compile(pattern.source)


def test_every_rule_can_begin_where_it_says() -> None:
    for rule in RULES:
        assert rule.starts


def test_latin_words_end_at_japanese_letters_too() -> None:
    # To \b a Japanese letter is part of the word before it: "Validです" would not be found.
    for pattern in _patterns():
        assert r"\b" not in pattern.source, pattern.source
