"""A regular expression written so that Python's engine sees where a match can begin.

The engine runs over a text at the speed of C for a pattern that begins with one class or letter.
What begins with a look behind, a repetition or several classes it tries at each place, which takes
ten times as long. So 「(?<![a-z])[a-z]{2,}」 becomes 「[a-z](?<![a-z][a-z])[a-z]{1,}」, and
「[ab]c|(?<=d)e」 「[abe](?:(?<=[ab])c|(?<=e)(?<=d[…])」: what stood in front comes behind the first
character, and looks back over it. Both find the same.
"""

import re
from typing import NamedTuple

from handlers.reading.first_characters import as_members, end_of_sequence

# Beyond this the engine does better with a look at each place than with as many looks back.
_MOST_ALTERNATIVES = 8
_ANY = r"[\s\S]"
_CLASS = r"\[\^?(?:[^\]\\]|\\.)+\]"
_LOOKS_BEHIND = re.compile(rf"\(\?(<[=!])((?:[^()\\\[\]]|\\.|{_CLASS})*)\)")
_FIRST = re.compile(rf"{_CLASS}|\\[dsw]|\\[^\w]|[^\\\[\](){{}}^$.|?*+]")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))")
_TIMES = re.compile(r"(?:(\+)|\{(\d+)(,?)(\d*)\})([?+]?)|(?![?*+{])")


class _Alternative(NamedTuple):
    """What must or must not stand in front, the group that begins with the first character, if
    any, that character and all that follows it.
    """

    before: list[str]
    group: str
    first: str
    rest: str


def by_first_class(source: str) -> str | None:
    """The same pattern beginning with the class of its first characters.

    None where the engine sees them anyway, or where it is not written simply enough.
    """
    alternatives: list[_Alternative] = []
    for one in _alternatives(source):
        if one is None or one.first.startswith("[^"):
            return None  # what is not in a class begins nearly everywhere
        alternatives.append(one)
    if len(alternatives) == 1:
        only = alternatives[0]
        whole = only.group + only.first + "".join(only.before) + only.rest
        return whole if whole != source else None
    if all(len(one.first) == 1 and not one.before for one in alternatives):
        return None  # letters alone the engine sees
    if any(one.group for one in alternatives):
        return None
    return _members(alternatives) + _each_behind(alternatives)


def _alternatives(source: str) -> list["_Alternative | None"]:
    """All alternatives of a sequence; None for what is not written simply enough."""
    found: list[_Alternative | None] = []
    at = 0
    while len(found) <= _MOST_ALTERNATIVES:
        end = end_of_sequence(source, at)
        found.append(_alternative(source[at:end]))
        if end >= len(source):
            return found
        at = end + 1
    return [None]


def _members(alternatives: list[_Alternative]) -> str:
    return f"[{''.join(_class_members(one.first) for one in alternatives)}]"


def _each_behind(alternatives: list[_Alternative]) -> str:
    """The alternatives behind their first characters."""
    return f"(?:{'|'.join(_behind_first(one) for one in alternatives)})"


def _alternative(source: str) -> _Alternative | None:
    before: list[str] = []
    at = 0
    while look := _LOOKS_BEHIND.match(source, at):
        before.append(f"(?{look[1]}(?:{look[2]}){_ANY})")
        at = look.end()
    several = _several(source, at)
    if several is not None:
        members, rest, end = several
        return _Alternative(before, "", members, rest + source[end:]) if before else None
    group = _group(source, at)
    at += len(group)
    first = _FIRST.match(source, at)
    times = _TIMES.match(source, first.end()) if first else None
    if first is None or times is None or times[2] == "0":
        return None
    return _Alternative(before, group, first[0], _less(first[0], times) + source[times.end() :])


def _several(source: str, at: int) -> tuple[str, str, int] | None:
    """The class and the rest of a group of alternatives that stands there, and where it ends."""
    end = end_of_sequence(source, at + 3, alternatives=True)
    if not source.startswith("(?:", at) or source[end + 1 : end + 2] in ("?", "*", "+", "{"):
        return None
    alternatives = _alternatives(source[at + 3 : end])
    if len(alternatives) < 2 or any(one is None for one in alternatives):
        return None
    found = [one for one in alternatives if one is not None]
    if any(one.group or one.first.startswith("[^") for one in found):
        return None
    return _members(found), _each_behind(found), end + 1


def _group(source: str, at: int) -> str:
    """How a group begins that stands there, if it has no alternatives and is not repeated."""
    opened = _GROUP.match(source, at)
    if opened is None:
        return ""
    end = end_of_sequence(source, opened.end())
    plain = source.startswith(")", end) and source[end + 1 : end + 2] not in ("?", "*", "+", "{")
    return opened[0] if plain else ""


def _less(first: str, times: re.Match[str]) -> str:
    """A repetition once less."""
    more, least, comma, most, kind = times.groups()
    if more:
        return f"{first}*{kind}"
    if least is None:
        return ""
    upto = str(int(most) - 1) if most else ""
    return f"{first}{{{int(least) - 1}{comma}{upto}}}{kind}"


def _behind_first(one: _Alternative) -> str:
    return f"(?<={one.first}){''.join(one.before)}{one.rest}"


def _class_members(first: str) -> str:
    return as_members(first[1:-1]) if first.startswith("[") else first.replace("-", r"\-")
