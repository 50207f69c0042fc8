"""Regular expressions that are compiled when a text first needs them.

Compiling all of them takes several times as long as importing everything else, and a process
that only checks a signature or sends a warning never reads a sentence.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from handlers.reading.first_characters import first_characters
from handlers.reading.first_class import by_first_class

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

    def __new__(cls, source: str) -> "Pattern":  # noqa: ARG004 - which __init__ keeps
        """Nothing is checked yet: the tests compile every pattern once."""
        return object.__new__(_Uncompiled)

    def __init__(self, source: str) -> None:
        self.source = source


class _Uncompiled(Pattern):
    """A pattern before its first use; afterwards it is one without a hook for its attributes.

    The interpreter looks them up anew at each call where a class has that hook.
    """

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        """Only reached while the methods are not there yet."""
        if name not in Pattern.__slots__:
            raise AttributeError(name)
        compiled = re.compile(seen_by_the_engine(self.source))
        for method in Pattern.__slots__:
            if method != "source":
                setattr(self, method, getattr(compiled, method))
        self.__class__ = Pattern  # type: ignore[assignment]
        return getattr(self, name)


_CLASS_OR_ESCAPE = re.compile(r"\[(?:[^\]\\]|\\.)+\]|\\.", re.DOTALL)


def seen_by_the_engine(source: str) -> str:
    r"""The same expression, written so that the engine passes quickly over most of a text.

    A folded text has no digits but 0 to 9, and for ``\d`` each character of it is looked up in
    Unicode's tables.
    """
    source = _CLASS_OR_ESCAPE.sub(_with_plain_digits, source)
    begun = by_first_class(source)
    if begun is not None:
        return begun
    first = first_characters(source)
    return f"(?=[{first}])(?:{source})" if first else source


def _with_plain_digits(found: re.Match[str]) -> str:
    if found[0].startswith("["):
        return found[0].replace(r"\d", "0-9")
    return "[0-9]" if found[0] == r"\d" else found[0]


SENTENCES = Pattern(r"[^。!?\n]+")
"""The sentences of a folded text, without what ends them."""


def any_of(*words: str) -> str:
    """One alternation of words and small pieces of patterns, for tables that are lists of words."""
    return "(?:" + "|".join(words) + ")"
