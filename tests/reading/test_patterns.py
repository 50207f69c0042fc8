"""Patterns compile when first used, so each of them is compiled here."""

import re

import pytest

from handlers.reading.patterns import Pattern
from handlers.reading.scan import RULES
from tests.reading.every_pattern import patterns


def test_every_pattern_compiles() -> None:
    found = patterns()
    assert len(found) > 100
    for pattern in found:
        re.compile(pattern.source)


def test_every_rule_can_begin_where_it_says() -> None:
    for rule in RULES:
        assert rule.starts


def test_latin_words_end_at_japanese_letters_too() -> None:
    # To \b a Japanese letter is part of the word before it: "Validです" would not be found.
    for pattern in patterns():
        assert r"\b" not in pattern.source, pattern.source


def test_a_pattern_has_no_hook_for_its_attributes_any_more_once_it_is_compiled() -> None:
    pattern = Pattern(r"[0-9]+日")
    assert hasattr(type(pattern), "__getattr__")
    assert pattern.search("12日") is not None
    assert type(pattern) is Pattern
    assert not hasattr(Pattern, "__getattr__")
    with pytest.raises(AttributeError):
        _ = pattern.nothing  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        _ = Pattern("x").nothing  # type: ignore[attr-defined]
