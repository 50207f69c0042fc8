"""Tables of single words, all of which a text is taken apart by: where does each of them stand?

Nothing is joined to them, so that they need no look of their own for phrases; a table that is
marked ``(words)`` in the word lists is looked for by this alone, and by nothing else.
"""

from functools import cached_property

from ahocorasick_rs import AhoCorasick, Implementation

from handlers.reading.lexicon.files import Effect, Look, phrases
from handlers.reading.lexicon.seen import Found
from handlers.reading.lexicon.verbs import forms


class WordTable:
    """Rows of words; of a verb's form (``{見せる:て}``) every beginning."""

    look = Look.WORDS

    def __init__(self, name: str) -> None:
        """``name``: its heading in the word lists, read when it is first asked."""
        self.name = name

    def found(self, text: str) -> list[Found]:
        """Where the words of the rows stand in a folded text, by place; Latin ones as wholes."""
        automaton, rows, voiding = self._words
        found: list[Found] = []
        voids: list[Found] = []
        for number, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            if _within_latin(text, start, end):
                continue
            found += [Found(start, end, row) for row in rows[number]]
            if voiding[number]:
                voids += [Found(start, end, row) for row in voiding[number]]
        if voids:
            found = [
                one
                for one in found
                if not any(
                    void.name == one.name and void.start < one.end and one.start < void.end
                    for void in voids
                )
            ]
        found.sort()
        return found

    @cached_property
    def _words(self) -> tuple[AhoCorasick, list[list[str]], list[list[str]]]:
        """The automaton, and for each of its words the rows it is of, and those it voids."""
        rows: dict[str, list[str]] = {}
        voiding: dict[str, list[str]] = {}
        for line in phrases():
            if line.table != self.name or line.group is not None:
                continue
            verb, colon, form = line.phrase.strip("{}").rpartition(":")
            words = forms(verb, form) if colon and line.phrase.startswith("{") else [line.phrase]
            for word in words:
                into = voiding if line.effect is Effect.VOIDS or word.startswith("-") else rows
                into.setdefault(word.removeprefix("-"), []).append(line.row)
        every = sorted(rows.keys() | voiding.keys())
        automaton = AhoCorasick(every, implementation=Implementation.ContiguousNFA)
        return (
            automaton,
            [rows.get(word, []) for word in every],
            [voiding.get(word, []) for word in every],
        )


def _within_latin(text: str, start: int, end: int) -> bool:
    """Whether Latin letters go on before or behind a word that begins or ends with one."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return ("a" <= text[start] <= "z" and "a" <= before <= "z") or (
        "a" <= text[end - 1] <= "z" and "a" <= behind <= "z"
    )
