"""Tables of phrases: which rows of a table does a text name?

The tables stand in ``words/`` (see files.py). They are read when the first text comes: a process
that only sends warnings never needs them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.index import Looks, lexicon
from handlers.reading.lexicon.phrases import Span
from handlers.reading.lexicon.seen import Found

# A word of the lists, and where it begins and ends.
Word = tuple[int, int, str]
_USUAL = Looks(Look.USUAL)
_LOOKS = {
    Look.USUAL: _USUAL,
    Look.SELDOM: Looks(Look.SELDOM),
    Look.PARTS: Looks(Look.PARTS, wider=_USUAL),
}


class Table:
    """Rows of phrases in order of priority; the same name may head several rows."""

    __slots__ = ("_looks", "look", "name")

    def __init__(self, name: str, look: Look = Look.USUAL) -> None:
        """``name``: its heading in the word lists; the tests look each one up once.

        ``look`` is marked there, too: with which other tables it is looked for.
        """
        self.name, self.look = name, look
        self._looks = _LOOKS[look]

    def first(self, text: str, window: Span | None = None) -> str | None:
        """The name of the first row that a folded text, or a window of it, names; or None."""
        asked, seen, entries = self._looks.last  # as `at` does, seventy times for each text
        if asked is not text:
            seen = self._looks.at(text)
            entries = seen.entries
        if self.name in entries:  # of most tables a text has nothing
            only = entries[self.name]
            if window is None and len(only) == 1:
                return seen.name_of(only[0])
            rows = seen.rows_of(self.name) if window is None else seen.rows_in(self.name, window)
            for row in rows:
                if seen.stands(row, window):
                    return row[0]
        return None

    def may_be_in(self, text: str) -> bool:
        """Whether a folded text has words of the table at all; a look before dearer ones."""
        asked, _, entries = self._looks.last
        return self.name in (entries if asked is text else self._looks.at(text).entries)

    def all(self, text: str) -> list[str]:
        """The names of all rows that a folded text names, in the table's order."""
        names: list[str] = []
        seen = self._looks.at(text)
        if self.name not in seen.entries:
            return names
        for row in seen.rows_of(self.name):
            if row[0] not in names and seen.stands(row):
                names.append(row[0])
        return names

    def names_any(self, text: str, names: frozenset[str]) -> bool:
        """Whether a folded text names any of the rows of such names."""
        seen = self._looks.at(text)
        return self.name in seen.entries and any(
            row[0] in names and seen.stands(row) for row in seen.rows_of(self.name)
        )

    def found(self, text: str) -> list[Found]:
        """Where the rows stand that a folded text names: in the table's order, then the text's."""
        seen = self._looks.at(text)
        if self.name not in seen.entries:
            return []
        found = seen.found.get(self.name)  # some tables are asked about each of several places
        if found is None:
            found = seen.found[self.name] = [
                Found(start, end, row[0])
                for row in seen.rows_of(self.name)
                for start, end in sorted(set(seen.kept(row)))
            ]
        return found

    def __bool__(self) -> bool:
        """Raises TypeError: ``if TABLE`` forgets the text."""
        raise TypeError("ask a table about a text")


def none_in(tables: frozenset[str], text: str) -> bool:
    """Whether a folded text has words of none of the tables of these names (all of the usual look).

    One look where each table by itself would be asked in vain, as of most texts.
    """
    asked, _, entries = _USUAL.last
    return tables.isdisjoint(entries if asked is text else _USUAL.at(text).entries)


@contextmanager
def looking_aside() -> Iterator[None]:
    """Within, a part of a text is asked about; the text itself is not looked at anew after it."""
    before = [(looks, looks.last) for looks in _LOOKS.values()]
    try:
        yield
    finally:
        for looks, last in before:
            looks.last = last


def words_in(text: str) -> set[str]:
    """The words of the tables of the usual look that stand in a folded text, as they are written
    in the lists: 「返金」, 「{届く:ない}」.
    """
    names = lexicon()[Look.USUAL].vocabulary.names
    return {names[number] for number in _USUAL.at(text).places}


def words_at(text: str) -> list[Word]:
    """The same words, each with where it begins and ends, as often as it stands there."""
    names = lexicon()[Look.USUAL].vocabulary.names
    return [
        (begin, end, names[number])
        for number, spans in _USUAL.at(text).places.items()
        for begin, end in spans
    ]
