"""Words in pictures: one font for all, measured, wrapped and without a box for what it lacks.

The font is a subset (`ORIGIN.md` tells of what and how) in which whatever it lacks is drawn as
nothing: that is how a missing character is known.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

from PIL import ImageFont

FONT = Path(__file__).parent / "NotoSansJP-Regular.otf"
GAP = "…"
"""Stands for characters that the font has not."""
BOLD = 0.6
"""Pixels of outline that make a bold letter of a regular one of 30 pixels; others in proportion."""

_NOT_FIRST = (
    "、。，．・：；？！」』）］｝〉》】〕ーゝゞ々"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.:;?!)]}%…"
)
_NOT_LAST = "「『（［｛〈《【〔([{#"
# A moment (12/19 9:00, Dec 19 9:00), a figure (6,993), a Latin word, or one character.
_UNIT = re.compile(
    r"(?:\d{1,2}/\d{1,2}|[A-Z][a-z]{2} \d{1,2}) \d{1,2}:\d{2},?|\d[\d:/.,]*\d,?"
    r"|[^\W\u2e80-\uffff]+|\s+|.",
    re.DOTALL,
)


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The font at a size in pixels."""
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def known(character: str) -> bool:
    """Whether the font draws this character (white space is drawn, too)."""
    return character.isspace() or font(20).getmask(character).getbbox() is not None


def drawable(words: str) -> str:
    """The words in characters that the font has; what it lacks becomes one ellipsis a run.

    Marks that only change their neighbour (accents, variants of emoji) go without a trace.
    """
    made = ""
    for one in unicodedata.normalize("NFC", words):
        shown = one if known(one) else unicodedata.normalize("NFKC", one)
        if all(known(part) for part in shown):
            made += shown
        elif unicodedata.category(one) not in ("Mn", "Me", "Cf", "Cc", "Sk") and made[-1:] != GAP:
            made += GAP
    return " ".join(made.split())


def width(words: str, size: int) -> float:
    """Pixels that the words take in one line."""
    return font(size).getlength(words)


def wrap(words: str, size: int, room: float, lines: int) -> list[str]:
    """The words in at most so many lines of this width; what is too much ends in an ellipsis.

    Latin words, figures and moments stay whole where they fit; no line begins with a closing mark.
    """
    made: list[str] = [""]
    for unit in _pieces(drawable(words), size, room):
        fits = width(made[-1] + unit, size) <= room
        if fits or not made[-1]:
            made[-1] += unit if made[-1] else unit.lstrip()
            continue
        kept = _break(made[-1] + unit, len(made[-1]))
        made.append((made[-1][kept:] + unit).lstrip())
        made[-2] = made[-2][:kept]
    made = [line.rstrip() for line in made if line.strip()]
    if len(made) <= lines:
        return made
    last = made[lines - 1]
    while last and width(last + GAP, size) > room:
        last = last[:-1]
    return [*made[: lines - 1], last.rstrip(GAP) + GAP]


def _break(words: str, at: int) -> int:
    """Where a line may end at the latest: not before a closing mark, not after an opening one."""
    place = at
    while place > 1 and (words[place] in _NOT_FIRST or words[place - 1] in _NOT_LAST):
        place -= 1
    return place if place > 1 else at


def _pieces(words: str, size: int, room: float) -> list[str]:
    """Where a line may end: between any two characters of Japanese, between words of the rest."""
    pieces: list[str] = []
    for unit in _UNIT.findall(words):
        pieces += [unit] if width(unit, size) <= room else list(unit)
    return pieces
