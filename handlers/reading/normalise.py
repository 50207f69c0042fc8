"""One spelling for everything people type, with the way back to the text as it was given.

First the characters (folding.py), then the lines of a page, a mail's advice, the tone of the
writer, units in kana and numerals in kanji.
"""

import re
from typing import NamedTuple

from handlers.reading import kana_words
from handlers.reading.advice import advice_in
from handlers.reading.folding import fold
from handlers.reading.kana_units import units_in_kanji
from handlers.reading.kanji_numbers import in_figures
from handlers.reading.page_lines import set_in_lines
from handlers.reading.patterns import Pattern
from handlers.reading.pictures import mended
from handlers.reading.rewriting import Rewritings, replaced, rewritten
from handlers.reading.spoken import spoken

# 「[AliExpress]販売者より…」: who sends it does nothing in the sentence. "Answer by ..... Dec 1"
_SENDER = Pattern(r"\[aliexpress\](?=[^\s。])")
# Columns of a page: what stands below "Estimated Time" may be set in by as much as the line above.
# 「合    計 : 2,765円」: a label that is set as wide as those around it.
_GAP = Pattern(r"(?:(?<=[^一-龠][一-龠])|(?<=^[一-龠]))(?P<within> {2,})(?=[一-龠] ?:)| {3,}")
_LEADERS = Pattern(r"(?<=[^\s.]) ?(?:\.{4,}+ ?|(?:\. ){3,}+)(?=\S)")


# Between the fields of a page a wide space is a column's; who types has it for any space.
_WIDE_SPACE = Pattern("(?<=\\S)\u3000(?=\\S)")
_LINES_OF_A_PAGE = 4


class Normalised(NamedTuple):
    """A folded text, the text as it was given, and what was done to it on the way."""

    text: str
    original: str
    rewritings: Rewritings

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's span of a span of the folded text."""
        for one in reversed(self.rewritings):
            start, end = one.place(start), one.place(end)
        return start, end


def normalise(text: str) -> Normalised:
    """Fold a text: its characters, without a mail's advice; its tone; numerals before a unit."""
    folded, done = fold(_with_columns(text) if "\u3000" in text else text)
    folded = set_in_lines(folded)
    if "\n" in folded:
        folded, done = mended(folded, done)
    if "[aliexpress]" in folded:
        folded, done = replaced(_SENDER, _apart, folded, done)
    if "...." in folded or ". . ." in folded:
        folded, done = replaced(_LEADERS, _label, folded, done)
    if "  " in folded:
        folded, done = replaced(_GAP, _closer, folded, done)
    advice = advice_in(folded)
    if advice:
        folded, left_out = rewritten(folded, [(begin, end, "") for begin, end in advice])
        done = (*done, left_out)
    folded, done = spoken(folded, done)
    folded, done = units_in_kanji(folded, done)
    folded, done = kana_words.in_kanji(folded, done)
    folded, done = in_figures(folded, done)
    return Normalised(folded, text, done)


def _with_columns(text: str) -> str:
    """The text, as long as before, with tabs where its lines have wide spaces."""
    if text.count("\n") < _LINES_OF_A_PAGE:
        return text
    return _WIDE_SPACE.sub("\t", text)


def _apart(found: re.Match[str]) -> str:
    return found[0] + "。"


def _label(_: re.Match[str]) -> str:
    return ": "


def _closer(found: re.Match[str]) -> str:
    return "" if found["within"] else "  "
