"""With which characters can a match of a regular expression begin?

Python's engine tries a pattern that begins with a group or a look behind at every place of a text,
all its alternatives one by one. Told the characters, it passes over all other places.
"""

import re
from typing import Literal, NamedTuple

# Members of a character class ("a", "ぁ-ん", r"\d"); None stands for any character.
_Members = frozenset[str] | None
_NOTHING: frozenset[str] = frozenset()
# What the engine sees by itself: alternatives that all begin with a letter, one class, or a group
# of these that has no alternative beside it.
_Plain = Literal["letter", "class", "group"] | None
_LOOK = re.compile(r"\(\?<?[=!]")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))")
_CLASS = re.compile(r"\[(\^?)((?:[^\]\\]|\\.)+)\]")
_REPEATED = re.compile(r"(?:([?*+])|\{(\d*)(?:,\d*)?\})[?+]?")
# What is neither a group nor an alternative, in one go.
_STRETCH = re.compile(r"(?:\\.|\[(?:[^\]\\]|\\.)+\]|[^\\\[()|])+", re.DOTALL)


class _Part(NamedTuple):
    """What a part of a pattern can begin with, whether it can be empty, and where it ends."""

    first: _Members
    empty: bool
    end: int
    plain: _Plain = None


def first_characters(source: str) -> str | None:
    """The members of a character class with which every match of a pattern begins.

    None where nothing is gained: a match can be empty or begin with anything, or the pattern is so
    plain that the engine sees its first characters by itself.
    """
    whole = _branches(source, 0)
    if whole.first is None or whole.empty or whole.plain or whole.end < len(source):
        return None
    return "".join(sorted(whole.first))


def _branches(source: str, at: int) -> _Part:
    """Alternatives, up to the end of their group or of the pattern."""
    found, empty, end, plain = _sequence(source, at)
    while source.startswith("|", end):
        other = _sequence(source, end + 1)
        found, empty, end = _both(found, other.first), empty or other.empty, other.end
        plain = "letter" if plain == other.plain == "letter" else None
    return _Part(found, empty, end, plain)


def _sequence(source: str, at: int) -> _Part:
    found: _Members = _NOTHING
    plain: _Plain = None
    begin = at
    while at < len(source) and source[at] not in "|)":
        one = _repeated(source, _element(source, at))
        found = _both(found, one.first)
        plain = one.plain if at == begin else None
        at = one.end
        if not one.empty:
            return _Part(found, False, end_of_sequence(source, at), plain)
    return _Part(found, True, at)


def _element(source: str, at: int) -> _Part:
    character = source[at]
    if character in "^$":
        return _Part(_NOTHING, True, at + 1)
    if character == ".":
        return _Part(None, False, at + 1)
    if character == "\\":
        return _escape(source[at : at + 2], at + 2)
    if character == "(":
        return _group(source, at)
    if members := _CLASS.match(source, at):
        inside = None if members[1] else frozenset([as_members(members[2])])
        return _Part(inside, False, members.end(), "class")
    return _Part(frozenset([re.escape(character)]), False, at + 1, "letter")


def _group(source: str, at: int) -> _Part:
    look = _LOOK.match(source, at)
    if look:
        return _Part(_NOTHING, True, end_of_sequence(source, look.end(), alternatives=True) + 1)
    begun = _GROUP.match(source, at)
    if begun is None:  # flags, comments, conditions
        return _Part(None, True, len(source))
    inside = _branches(source, begun.end())
    return _Part(inside.first, inside.empty, inside.end + 1, inside.plain and "group")


def _escape(written: str, end: int) -> _Part:
    if written[1] in "AZbB":
        return _Part(_NOTHING, True, end)
    if written[1].isdigit():
        return _Part(None, True, end)  # a group again, which may be empty
    return _Part(frozenset([written]), False, end, "class" if written[1].isalpha() else "letter")


def _repeated(source: str, one: _Part) -> _Part:
    times = _REPEATED.match(source, one.end)
    if times is None:
        return one
    never = times[1] in ("?", "*") if times[1] else not int(times[2] or 0)
    return _Part(one.first, one.empty or never, times.end())


def end_of_sequence(source: str, at: int, *, alternatives: bool = False) -> int:
    """Where the sequence, or with its alternatives the group, ends that goes on here."""
    depth = 0
    while at < len(source):
        if stretch := _STRETCH.match(source, at):
            at = stretch.end()
            continue
        if depth == 0 and (source[at] == ")" or (source[at] == "|" and not alternatives)):
            break
        depth += {"(": 1, ")": -1}.get(source[at], 0)
        at += 1
    return at


def as_members(members: str) -> str:
    """The members of a class as they can stand beside others: a hyphen at its end is a hyphen."""
    members = "\\" + members if members.startswith("-") else members
    return members[:-1] + "\\-" if members[-1] == "-" and members[-2:] != "\\-" else members


def _both(some: _Members, others: _Members) -> _Members:
    return None if some is None or others is None else some | others
