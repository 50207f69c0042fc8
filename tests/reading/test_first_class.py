"""Patterns are rewritten for the engine's sake: they must find just what they found as written."""

import re

import pytest

from handlers.reading.first_class import by_first_class
from handlers.reading.normalise import normalise
from handlers.reading.patterns import seen_by_the_engine
from tests.reading.corpus import FILES, lines
from tests.reading.every_pattern import patterns

# A few hundred texts of every kind, the longest of all among them.
_ALL = [line["text"] for file in FILES for line in lines(file)]
TEXTS = [normalise(one).text for one in (*_ALL[::41], *sorted(_ALL, key=len)[-12:])]


@pytest.mark.parametrize(
    ("source", "rewritten"),
    [
        ("(?<![a-z])[a-z]{2,}", r"[a-z](?<!(?:[a-z])[\s\S])[a-z]{1,}"),
        ("(?<=円|元)3{2,4}?x", r"3(?<=(?:円|元)[\s\S])3{1,3}?x"),
        ("[ab]++c", "[ab][ab]*+c"),
        (r"(?<!\d)(\d{1,3})個", r"(\d(?<!(?:\d)[\s\S])\d{0,2})個"),
        ("[ab]c|(?<=d)e", r"[abe](?:(?<=[ab])c|(?<=e)(?<=(?:d)[\s\S]))"),
        (r"(?<=\d)(?:個|[bc]+)d", r"[個bc](?<=(?:\d)[\s\S])(?:(?<=個)|(?<=[bc])[bc]*)d"),
    ],
)
def test_what_stood_in_front_comes_behind_the_first_character(source: str, rewritten: str) -> None:
    assert by_first_class(source) == rewritten
    for text in (
        "ab",
        "xab",
        "円333x",
        "33x",
        "aabc",
        "12個",
        "1234個",
        "bc de e",
        "ce",
        "1個d 個d 2bbd",
    ):
        assert _found(rewritten, text) == _found(source, text)


@pytest.mark.parametrize(
    "source",
    [
        "ab|cd",  # the engine sees letters
        "[ab]c",  # … and a class
        "[^ab]+c",  # nearly everywhere
        "a?b",  # it may begin with either
        "(?=a)[ab]",  # looks ahead stay where they are
        "(a|b)c",
        "(ab)?c",
        "",
    ],
)
def test_what_gains_nothing_stays_as_it_is(source: str) -> None:
    assert by_first_class(source) is None


def test_every_pattern_finds_what_it_found_as_written() -> None:
    rewritten = 0
    for pattern in patterns():
        seen = seen_by_the_engine(pattern.source)
        if seen == pattern.source:
            continue
        rewritten += 1
        for text in TEXTS:
            assert _found(seen, text) == _found(pattern.source, text), (pattern.source, text)
    assert rewritten > 200


def test_digits_of_other_scripts_are_folded_to_those_that_patterns_know() -> None:
    assert normalise("締切は１２月٥日").text == "締切は12月5日"
    assert seen_by_the_engine(r"[\d-]\d\\d") == r"[0-9-][0-9]\\d"


def _found(source: str, text: str) -> list[tuple[object, ...]]:
    return [(one.span(), *one.groups()) for one in re.finditer(source, text)]
