"""All words of all groups and tables, looked for at once.

The automaton of Aho and Corasick finds every word of the vocabulary in one pass over the text,
however many there are.
"""

import re
from array import array
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation

from handlers.reading.lexicon.phrases import FEW, Places
from handlers.reading.lexicon.verbs import forms, is_verb

# A long page that repeats a word says nothing new.
_LONG, _MOST_PLACES = 100, 24
_KATAKANA = re.compile(r"[ァ-ヶー]{3,}")
_HIRAGANA = re.compile(r"[ぁ-ゖー]{3,}")


class Vocabulary:
    """Words by number: a plain word, a group or a verb form each have one."""

    def __init__(self, groups: dict[str, list[str]], voids: dict[str, list[str]]) -> None:
        """``voids``: the words that void those of the group, in any form, which they overlap."""
        self._groups, self._group_voids = groups, voids
        self._numbers: dict[str, int] = {}
        self.names: tuple[str, ...] = ()
        """The words by their numbers, once all are built."""
        self._voids: dict[int, int] = {}
        self._void: frozenset[int] = frozenset()
        self._automaton: AhoCorasick | None = None
        # For each spelling the number of its one word; else, below zero, which of the many it has.
        self._one = array("i")
        # Of a Latin spelling those that it is found for where it ends, and where letters follow.
        self._many: list[tuple[int, ...] | list[tuple[int, ...]]] = []

    @property
    def size(self) -> int:
        """How many spellings are looked for."""
        return len(self._one)

    def number(self, name: str) -> int:
        """The number of a plain word, of a ``{group}`` or of a ``{verb:form}``."""
        return self._numbers.setdefault(name, len(self._numbers))

    def _spell(self, name: str, within: tuple[str, ...]) -> Iterable[str]:
        """The words of a group, or of a verb's form; what voids them has ``-`` in front."""
        if name in within:
            raise ValueError(f"the group {name!r} contains itself")
        verb, colon, form = name.rpartition(":")
        if colon:
            for one in self._groups.get(verb, (verb,)):
                if is_verb(one):  # a group may hold nouns beside its verbs; they have no forms
                    yield from forms(one, form)
        else:
            for word in self._groups[name]:
                if word.startswith("{"):
                    yield from self._spell(word[1:-1], (*within, name))
                else:
                    yield word
        for word in self._group_voids.get(verb or name, ()):
            if word.startswith("{"):
                yield from ("-" + one for one in self._spell(word[1:-1], (*within, name)))
            else:
                yield "-" + word

    def places(self, text: str) -> Places:
        """Where each word stands in a folded text."""
        automaton = self._automaton or self.build()
        one = self._one  # an array keeps what is touched for each word close together
        many = self._many
        found: Places = {}
        for spelling, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            place = start, end
            number = one[spelling]
            if number >= 0:
                if number in found:  # to ask first costs a third less than a defaultdict does
                    found[number].append(place)
                else:
                    found[number] = [place]
                continue
            owners = many[number]
            if isinstance(owners, list):
                # Most Latin words that are found stand within another: "at" in "that".
                if start and "a" <= text[start - 1] <= "z" and "a" <= text[start] <= "z":
                    continue
                owners = owners["a" <= text[end : end + 1] <= "z"]
            for number in owners:
                if number in found:
                    found[number].append(place)
                else:
                    found[number] = [place]
        if len(text) > _LONG:
            for number, spans in found.items():
                if len(spans) > FEW:
                    found[number] = sorted(spans)[:_MOST_PLACES]
        if self._void.isdisjoint(found):  # most texts have none of what voids a word
            return found
        for number in found.keys() & self._voids.keys():
            voids = found.get(self._voids[number])
            if voids:
                kept = [
                    (a, b) for a, b in found[number] if not any(c < b and a < d for c, d in voids)
                ]
                if kept:
                    found[number] = kept
                else:
                    del found[number]
        return found

    def build(self) -> AhoCorasick:
        """Look for all words that have a number by now; no other word gets one any more.

        Raises KeyError for a group or a form that there is not, ValueError for a group that
        contains itself.
        """
        spellings = _Spellings()
        for name, number in list(self._numbers.items()):
            if not name.startswith("{"):
                spellings.add(name, number)
                continue
            words = list(self._spell(name[1:-1], ()))
            plain = [word for word in words if word[0] != "-"]
            for word in _beginnings(plain) if ":" in name else plain:
                spellings.add(word, number)
            void = [word[1:] for word in words if word[0] == "-"]
            if void:
                self._voids[number] = other = self.number("-" + name)
                for word in void:
                    spellings.add(word, other)
        self._automaton = AhoCorasick(
            spellings.owners, implementation=Implementation.ContiguousNFA, store_patterns=False
        )
        self._keep(spellings, list(self._numbers.values()))
        self._many.reverse()  # number -1 is the last
        self._void = frozenset(self._voids.values())
        self.names = tuple(self._numbers)
        self._numbers, self._groups, self._group_voids = {}, {}, {}
        return self._automaton

    def _keep(self, spellings: "_Spellings", numbers: list[int]) -> None:
        """Of each spelling only its words, each number one object wherever it stands."""
        for spelling, owner in spellings.owners.items():
            owners = spellings.more.get(spelling, [owner])
            latin = _is_latin(spelling)
            if len(owners) == 1 and not latin:
                self._one.append(owner // 2)
                continue
            words = tuple(numbers[owner // 2] for owner in owners)
            if latin:
                open_ended = tuple(numbers[owner // 2] for owner in owners if not owner % 2)
                self._many.append([words, open_ended])
            else:
                self._many.append(words)
            self._one.append(-len(self._many))


class _Spellings:
    """Spelling: the words it belongs to, each its number twice, and one more if it is a whole Latin
    word: of the hundred thousand pairs that tuples would be, none is made.
    """

    __slots__ = ("more", "owners")

    def __init__(self) -> None:
        self.owners: dict[str, int] = {}
        self.more: dict[str, list[int]] = {}
        """All owners of the few spellings that have several."""

    def add(self, word: str, number: int) -> None:
        """A word in all its spellings."""
        for spelling in _spellings(word):
            bare = spelling.removesuffix("*")
            whole = bare[-1].isascii() and bare[-1].isalpha() and not spelling.endswith("*")
            owner = 2 * number + whole
            first = self.owners.setdefault(bare, owner)
            if first != owner:
                owners = self.more.setdefault(bare, [first])
                if owner not in owners:
                    owners.append(owner)


def _is_latin(spelling: str) -> bool:
    return any(end.isascii() and end.isalpha() for end in (spelling[0], spelling[-1]))


def _beginnings(words: list[str]) -> list[str]:
    """The words without those that begin like a shorter one, and are found by it."""
    kept: set[str] = set()
    for word in sorted(words, key=len):
        if not any(word[:end] in kept for end in range(1, len(word))):
            kept.add(word)
    return list(kept)


def _spellings(word: str) -> Iterable[str]:
    """The word, with its katakana also in hiragana, and the other way round if it is all kana."""
    yield word
    in_hiragana = _KATAKANA.sub(_to_hiragana, word)
    if in_hiragana != word:
        yield in_hiragana
    if _HIRAGANA.fullmatch(word):
        yield "".join(chr(ord(c) + 96) if "ぁ" <= c <= "ゖ" else c for c in word)


def _to_hiragana(found: re.Match[str]) -> str:
    return "".join(chr(ord(c) - 96) if "ァ" <= c <= "ヶ" else c for c in found[0])
