"""Tables of words: which rows of a table does a text name?

A row is a name followed by words in folded spelling (lower case, NFKC). ``A…B`` stands for A
followed by B within the same sentence, at most sixteen characters later.
"""

from functools import lru_cache
from operator import add

_GAP = 16
_NO_ROW = 1_000_000
_BREAKS = "。!?\n"


# The first three characters of a word (or all of a shorter one): the word, what must follow,
# table, row.
_INDEX: dict[str, list[tuple[str, str | None, int, int]]] = {}
_tables = 0


class Table:
    """Rows of (name, words…) in order of priority; the same name may head several rows.

    All tables share one index, so that a text is gone through once however many there are.
    """

    __slots__ = ("_number", "_rows")

    def __init__(self, *rows: tuple[str, ...]) -> None:
        global _tables
        self._number = _tables
        _tables += 1
        self._rows = rows
        for row, (_, *words) in enumerate(rows):
            for word in words:
                head, gap, tail = word.partition("…")
                entry = (head, tail if gap else None, self._number, row)
                _INDEX.setdefault(head[:3], []).append(entry)

    def first(self, text: str) -> str | None:
        """The name of the first row that the text names, or None."""
        row = _first_rows(text).get(self._number)
        return None if row is None else self._rows[row][0]


@lru_cache(maxsize=32)
def _first_rows(text: str) -> dict[int, int]:
    """For each table with a word in the text, the first of its rows that is named."""
    pairs = list(map(add, text, text[1:]))
    pieces = set(map(add, pairs, text[2:]))
    pieces.update(pairs, text)
    rows: dict[int, int] = {}
    for key in _INDEX.keys() & pieces:
        for head, tail, table, row in _INDEX[key]:
            if row >= rows.get(table, _NO_ROW) or head not in text:
                continue
            if tail is None or follows(text, head, tail):
                rows[table] = row
    return rows


def follows(text: str, head: str, tail: str) -> bool:
    """Whether the tail stands close behind the head, within one sentence."""
    at = text.find(head)
    tries = 0
    while at >= 0 and tries < 20:
        begin = at + len(head)
        window = text[begin : begin + _GAP + len(tail)]
        found = window.find(tail)
        if found >= 0 and not any(mark in window[:found] for mark in _BREAKS):
            return True
        at = text.find(head, begin)
        tries += 1
    return False


def has(text: str, *words: str) -> bool:
    """Whether the text holds any of the words (``A…B`` as in a table)."""
    for word in words:
        head, gap, tail = word.partition("…")
        if head in text and (not gap or follows(text, head, tail)):
            return True
    return False
