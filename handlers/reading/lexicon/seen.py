"""What the tables find in one text: the phrases whose words are all there, by table and row."""

from bisect import bisect_left
from operator import itemgetter
from typing import NamedTuple

from handlers.reading.lexicon.files import Effect
from handlers.reading.lexicon.phrases import Phrase, Places, Span

_LONG = 200


class Entry(NamedTuple):
    """A phrase of a table, its row and what it does there."""

    table: str
    place: int
    row: str
    effect: Effect
    phrase: Phrase


class Found(NamedTuple):
    """A phrase in a text, and the name of its row."""

    start: int
    end: int
    name: str


_BY_PLACE = itemgetter(1)


# A row with those of its phrases whose words are all in the text, by what they do.
Row = tuple[str, tuple[list[Phrase], list[Phrase], list[Phrase]]]


class Seen:
    """What the tables find in one text."""

    __slots__ = ("_beginnings", "_known", "_rows", "_text", "entries", "found", "places")

    def __init__(self, text: str, places: Places, entries: dict[str, list[Entry]]) -> None:
        self._text, self.places, self.entries = text, places, entries
        self._rows: dict[str, list[Row]] = {}
        self.found: dict[str, list[Found]] = {}
        # By the phrases of a row that do the same: where they stand, and those that bind to the
        # ends of what is asked about.
        self._known: dict[int, tuple[list[Span], list[Phrase]]] = {}
        self._beginnings: dict[str, tuple[list[tuple[int, int, int]], set[int]]] = {}

    def rows_of(self, table: str) -> list[Row]:
        """The rows that may be named of a table that has entries, in its order."""
        known = self._rows.get(table)
        if known is not None:
            return known
        phrases: tuple[list[Phrase], list[Phrase], list[Phrase]]
        entries = self.entries[table]
        if len(entries) == 1:  # as of most tables
            _, _, name, effect, phrase = entries[0]
            phrases = ([], [], [])
            phrases[effect].append(phrase)
            self._rows[table] = [(name, phrases)]
            return self._rows[table]
        rows: list[Row] = []
        last = -1
        entries.sort(key=_BY_PLACE)
        for _, place, name, effect, phrase in entries:
            if place != last:
                phrases = ([], [], [])
                rows.append((name, phrases))
                last = place
            phrases[effect].append(phrase)
        self._rows[table] = rows
        return rows

    def name_of(self, only: Entry) -> str | None:
        """The row of the only entry of a table, if the text names it."""
        _, _, row, effect, phrase = only
        return row if not effect and phrase.stands(self._text, self.places) else None

    def rows_in(self, table: str, window: Span) -> list[Row]:
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

    def stands(self, row: Row, window: Span | None = None) -> bool:
        """Whether the row is named at all."""
        names, voids, outs = row[1]
        if voids or (window is not None and len(self._text) >= _LONG):
            return bool(self.kept(row, window))
        return self._any(names, window) and not self._any(outs, window)

    def kept(self, row: Row, window: Span | None = None) -> list[Span]:
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
        text, places = self._text, self.places
        for phrase in phrases:  # noqa: SIM110 - a generator for any() costs more
            if phrase.stands(text, places, window):
                return True
        return False

    def _spans(self, phrases: list[Phrase], window: Span | None) -> list[Span]:
        text, places = self._text, self.places
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
            text, places = self._text, self.places
            bound = [one for one in phrases if one.at_start or one.at_end]
            loose = [one for one in phrases if not (one.at_start or one.at_end)]
            spans = [span for one in loose for span in one.spans(text, places)]
            known = self._known[id(phrases)] = spans, bound
        return known
