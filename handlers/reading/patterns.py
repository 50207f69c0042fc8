"""Regular expressions that are compiled when a text first needs them.

Compiling all of them takes several times as long as importing everything else, and a process
that only checks a signature or sends a warning never reads a sentence.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from handlers.reading.first_characters import first_characters

# Stands for each character of what is hidden from the grammar; no rule matches it.
FILLER = "▒"


class Pattern:
    """A compiled expression, compiled at its first use."""

    __slots__ = ("findall", "finditer", "fullmatch", "match", "search", "source", "split", "sub")

    source: str
    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[Any]]
    sub: Callable[..., str]

    def __init__(self, source: str) -> None:
        """Nothing is checked yet: the tests compile every pattern once."""
        self.source = source

    def __getattr__(self, name: str) -> Any:
        """Only reached while the methods are not there yet."""
        if name not in Pattern.__slots__:
            raise AttributeError(name)
        first = first_characters(self.source)
        guarded = f"(?=[{first}])(?:{self.source})" if first else self.source
        compiled = re.compile(guarded)
        for method in Pattern.__slots__:
            if method != "source":
                setattr(self, method, getattr(compiled, method))
        return getattr(self, name)


SENTENCES = Pattern(r"[^。!?\n]+")
"""The sentences of a folded text, without what ends them."""


def any_of(*words: str) -> str:
    """One alternation of words and small pieces of patterns, for tables that are lists of words."""
    return "(?:" + "|".join(words) + ")"
