"""Put pieces of a text otherwise, and find the way back to where its characters stood."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple

from handlers.reading.patterns import Pattern


class Rewriting(NamedTuple):
    """A text that was put otherwise, by its stretches: where each begins now, and where it stood.

    Where ``alike`` is true the characters of a stretch stood there one by one; all characters of
    the others stood at its beginning. Few places of a text are asked about: a list of all would
    cost more than finding them.
    """

    begins: list[int]
    stood: list[int]
    alike: list[bool]

    def place(self, now: int) -> int:
        """Where that stood which stands at a place now."""
        which = bisect_right(self.begins, now) - 1
        stood = self.stood[which]
        return stood + now - self.begins[which] if self.alike[which] else stood


# All that was done to a text, the first of it first.
Rewritings = tuple[Rewriting, ...]


def replaced(
    pattern: Pattern,
    by: Callable[[re.Match[str]], str | None],
    text: str,
    rewritings: Rewritings,
) -> tuple[str, Rewritings]:
    """The text with what the pattern finds put otherwise; what ``by`` has nothing for stays."""
    pieces = [
        (found.start(), found.end(), new)
        for found in pattern.finditer(text)
        if (new := by(found)) is not None
    ]
    if not pieces:
        return text, rewritings
    text, rewriting = rewritten(text, pieces)
    return text, (*rewritings, rewriting)


def rewritten(text: str, pieces: Iterable[tuple[int, int, str]]) -> tuple[str, Rewriting]:
    """The text with pieces of it put otherwise, which are in order and without overlaps."""
    parts: list[str] = []
    done = Rewriting([], [], [])
    at = length = 0

    def add(part: str, stood: int, *, alike: bool) -> None:
        nonlocal length
        if part:
            done.begins.append(length)
            done.stood.append(stood)
            done.alike.append(alike)
            parts.append(part)
            length += len(part)

    for start, end, new in pieces:
        add(text[at:start], at, alike=True)
        add(new, start, alike=False)
        at = end
    add(text[at:], at, alike=True)
    # What stands behind the end is asked about, too.
    done.begins.append(length)
    done.stood.append(len(text))
    done.alike.append(True)
    return "".join(parts), done
