"""Tables of phrases: which rows of a table does a text name?

The tables stand in ``words/`` (see files.py). They are read when the first text comes: a process
that only sends warnings never needs them.
"""

from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from handlers.reading.lexicon.files import Effect, phrases
from handlers.reading.lexicon.phrases import Phrase, Places, Span, parse
from handlers.reading.lexicon.vocabulary import Vocabulary

_LONG = 200


class Found(NamedTuple):
    """A phrase in a text, and the name of its row."""

    start: int
    end: int
    name: str


class Table:
    """Rows of phrases in order of priority; the same name may head several rows."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        """``name``: its heading in the word lists; the tests look each one up once."""
        self.name = name

    def first(self, text: str, window: Span | None = None) -> str | None:
        """The name of the first row that a folded text, or a window of it, names; or None."""
        recent = _last.asked
        seen = recent[1] if recent[0] is text else _look_at(text)
        if self.name in seen.entries:  # of most tables a text has nothing
            rows = seen.rows_of(self.name) if window is None else seen.rows_in(self.name, window)
            for row in rows:
                if seen.stands(row, window):
                    return row[0]
        return None

    def may_be_in(self, text: str) -> bool:
        """Whether a folded text has words of the table at all; a look before dearer ones."""
        recent = _last.asked
        return self.name in (recent[1] if recent[0] is text else _look_at(text)).entries

    def all(self, text: str) -> list[str]:
        """The names of all rows that a folded text names, in the table's order."""
        recent = _last.asked
        seen = recent[1] if recent[0] is text else _look_at(text)
        names: list[str] = []
        if self.name not in seen.entries:
            return names
        for row in seen.rows_of(self.name):
            if row[0] not in names and seen.stands(row):
                names.append(row[0])
        return names

    def names_any(self, text: str, names: frozenset[str]) -> bool:
        """Whether a folded text names any of the rows of such names."""
        recent = _last.asked
        seen = recent[1] if recent[0] is text else _look_at(text)
        return self.name in seen.entries and any(
            row[0] in names and seen.stands(row) for row in seen.rows_of(self.name)
        )

    def found(self, text: str) -> list[Found]:
        """Where the rows stand that a folded text names: in the table's order, then the text's."""
        recent = _last.asked
        seen = recent[1] if recent[0] is text else _look_at(text)
        if self.name not in seen.entries:
            return []
        return [
            Found(start, end, row[0])
            for row in seen.rows_of(self.name)
            for start, end in sorted(set(seen.kept(row)))
        ]

    def __bool__(self) -> bool:
        """Raises TypeError: ``if TABLE`` forgets the text."""
        raise TypeError("ask a table about a text")


class _Entry(NamedTuple):
    """A phrase of a table, its row and what it does there."""

    table: str
    place: int
    row: str
    effect: Effect
    phrase: Phrase


_NOTHING: tuple[_Entry, ...] = ()
# Of a word: the phrases that are all of it, and those that it begins, by their second word.
_Begun = tuple[tuple[_Entry, ...], dict[int, tuple[_Entry, ...]] | None]
_BY_PLACE = itemgetter(1)


# A row with those of its phrases whose words are all in the text, by what they do.
_Row = tuple[str, tuple[list[Phrase], list[Phrase], list[Phrase]]]


class _Seen:
    """What the tables find in one text."""

    __slots__ = ("_beginnings", "_known", "_places", "_rows", "_text", "entries")

    def __init__(self, text: str, places: Places, entries: dict[str, list[_Entry]]) -> None:
        self._text, self._places, self.entries = text, places, entries
        self._rows: dict[str, list[_Row]] = {}
        # By the phrases of a row that do the same: where they stand, and those that bind to the
        # ends of what is asked about.
        self._known: dict[int, tuple[list[Span], list[Phrase]]] = {}
        self._beginnings: dict[str, tuple[list[tuple[int, int, int]], set[int]]] = {}

    def rows_of(self, table: str) -> list[_Row]:
        """The rows that may be named of a table that has entries, in its order."""
        known = self._rows.get(table)
        if known is not None:
            return known
        rows: list[_Row] = []
        last = -1
        entries = self.entries[table]
        if len(entries) > 1:
            entries.sort(key=_BY_PLACE)
        for _, place, name, effect, phrase in entries:
            if place != last:
                phrases: tuple[list[Phrase], list[Phrase], list[Phrase]] = ([], [], [])
                rows.append((name, phrases))
                last = place
            phrases[effect].append(phrase)
        self._rows[table] = rows
        return rows

    def rows_in(self, table: str, window: Span) -> list[_Row]:
        """The rows of a table that may be named in a window, in its order.

        A page has many dates, and each asks about its own clause: of most rows nothing is there.
        """
        rows = self.rows_of(table)
        if len(self._text) < _LONG:
            return rows
        known = self._beginnings.get(table)
        if known is None:
            standing: list[tuple[int, int, int]] = []
            anywhere: set[int] = set()
            for number, (_, (names, _, _)) in enumerate(rows):
                spans, bound = self._known_of(names)
                standing += [(start, end, number) for start, end in spans]
                if bound:
                    anywhere.add(number)
            standing.sort()
            known = self._beginnings[table] = standing, anywhere
        standing, anywhere = known
        begin, end = window
        there = standing[bisect_left(standing, (begin,)) : bisect_left(standing, (end,))]
        numbers = {number for _, last, number in there if last <= end} | anywhere
        return [rows[number] for number in sorted(numbers)]

    def stands(self, row: _Row, window: Span | None = None) -> bool:
        """Whether the row is named at all."""
        names, voids, outs = row[1]
        if voids or (window is not None and len(self._text) >= _LONG):
            return bool(self.kept(row, window))
        return self._any(names, window) and not self._any(outs, window)

    def kept(self, row: _Row, window: Span | None = None) -> list[Span]:
        """Where the row's phrases stand, without what the row voids; nowhere if it is out."""
        names, voids, outs = row[1]
        spans = self._spans(names, window)
        if not spans or self._any(outs, window):
            return []
        if voids:
            void = self._spans(voids, window)
            spans = [(a, b) for a, b in spans if not any(c < b and a < d for c, d in void)]
        return spans

    def _any(self, phrases: list[Phrase], window: Span | None) -> bool:
        text, places = self._text, self._places
        for phrase in phrases:  # noqa: SIM110 - a generator for any() costs more
            if phrase.stands(text, places, window):
                return True
        return False

    def _spans(self, phrases: list[Phrase], window: Span | None) -> list[Span]:
        text, places = self._text, self._places
        if window is None or len(text) < _LONG:
            return [span for phrase in phrases for span in phrase.spans(text, places, window)]
        loose, bound = self._known_of(phrases)
        begin, end = window
        found = [(a, b) for a, b in loose if begin <= a and b <= end]
        for phrase in bound:
            found += phrase.spans(text, places, window)
        return found

    def _known_of(self, phrases: list[Phrase]) -> tuple[list[Span], list[Phrase]]:
        """Where phrases of a row stand, without those that bind to the ends of a window."""
        known = self._known.get(id(phrases))
        if known is None:
            text, places = self._text, self._places
            bound = [one for one in phrases if one.at_start or one.at_end]
            loose = [one for one in phrases if not (one.at_start or one.at_end)]
            spans = [span for one in loose for span in one.spans(text, places)]
            known = self._known[id(phrases)] = spans, bound
        return known


class _Lexicon:
    """All tables, their phrases by the first word and by the second."""

    def __init__(self) -> None:
        lines = list(phrases())
        groups: dict[str, list[str]] = {}
        voids: dict[str, list[str]] = {}
        for line in lines:
            if line.group is not None:
                groups.setdefault(line.group, [])
                into = voids if line.effect is Effect.VOIDS else groups
                into.setdefault(line.group, []).append(line.phrase)
        self.vocabulary = Vocabulary(groups, voids)
        single: dict[int, list[_Entry]] = defaultdict(list)
        longer: dict[int, dict[int, list[_Entry]]] = defaultdict(lambda: defaultdict(list))
        for line in lines:
            if line.group is None:
                phrase = parse(line.phrase, self.vocabulary.number)
                entry = _Entry(line.table, line.place, line.row, line.effect, phrase)
                second = phrase.second
                begun = single[phrase.first] if second is None else longer[phrase.first][second]
                begun.append(entry)
        del lines
        # The spellings of all words take more room than all that is kept. They come after it and
        # go as a whole, so that no hole is left between what stays.
        self.vocabulary.build()
        # By the number of the first word: phrases of one word, and the others by their second.
        # A list, in which a word is found without a search; most words begin phrases.
        self.index: list[_Begun | None] = [None] * self.vocabulary.words
        for number in sorted(single.keys() | longer.keys()):
            self.index[number] = (
                tuple(single.get(number, _NOTHING)),
                {second: tuple(begun) for second, begun in longer[number].items()}
                if number in longer
                else None,
            )

    def look_at(self, text: str) -> _Seen:
        """What all tables find in a text."""
        places = self.vocabulary.places(text)
        words = places.keys()
        index = self.index
        found: defaultdict[str, list[_Entry]] = defaultdict(list)
        for word in words:
            begun = index[word]
            if begun is None:
                continue
            single, longer = begun
            for entry in single:
                found[entry[0]].append(entry)
            if longer:
                for second in longer.keys() & words:
                    for entry in longer[second]:
                        found[entry[0]].append(entry)
        return _Seen(text, places, found)


@lru_cache(maxsize=1)
def lexicon() -> _Lexicon:
    """The tables, read once; raises ValueError or KeyError where a word list is wrong."""
    return _Lexicon()


class _Last:
    """The text that was asked about last: some fifty questions are asked about each."""

    __slots__ = ("asked",)

    def __init__(self) -> None:
        self.asked: tuple[str, _Seen] = ("", _Seen("", {}, {}))


_last = _Last()


def _look_at(text: str) -> _Seen:
    seen = _looked_at(text)
    _last.asked = text, seen
    return seen


@lru_cache(maxsize=32)
def _looked_at(text: str) -> _Seen:
    return lexicon().look_at(text)
