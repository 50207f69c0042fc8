"""The overview of an evidence pack as PDF, in English: each piece with its item, time and hash.

Japanese words (a caption, a title) are set in a font that PDF readers bring along and that needs no
file; with the path of a TrueType font they are set in that one, which then lies in the PDF.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Image, KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table

READERS_OWN = "HeiseiKakuGo-W5"
EMBEDDED = "Japanese"
_NOT_LATIN = re.compile(r"[^\x20-\x7e\xa0-\xff]+")
_PICTURE = 42 * mm

_TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=16, leading=20, spaceAfter=6)
_HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=11, leading=14, spaceAfter=2)
_PLAIN = ParagraphStyle("plain", fontName="Helvetica", fontSize=9, leading=12)
_SMALL = ParagraphStyle(
    "small", fontName="Courier", fontSize=7, leading=9, splitLongWords=1, wordWrap="CJK"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what stands beside it; hashes are set small."""

    label: str
    value: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence on the overview; `picture` is a small JPEG of it."""

    title: str
    lines: Sequence[Line]
    notes: Sequence[str] = ()
    picture: Path | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """What the PDF says."""

    title: str
    facts: Sequence[Line]
    pieces: Sequence[Piece]
    notes: Sequence[str] = ()


def write_overview(path: Path, overview: Overview, font: Path | None = None) -> None:
    """Write the PDF; `font` is a TrueType font for Japanese words."""
    name = READERS_OWN
    if font is not None:
        name = EMBEDDED
        registerFont(TTFont(name, str(font)))
    else:
        registerFont(UnicodeCIDFont(name))
    document = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        title=_latin(overview.title),
        author="",
        creator="funso-navi",
        # Nothing but what the bot says stands in it, also not when and where it was made.
        invariant=1,
        **{f"{side}Margin": 18 * mm for side in ("left", "right", "top", "bottom")},
    )
    shown = [Paragraph(_mixed(overview.title, name), _TITLE)]
    shown += _lines(overview.facts, name)
    shown += [Paragraph(_mixed(note, name), _PLAIN) for note in overview.notes]
    for piece in overview.pieces:
        shown += [Spacer(0, 5 * mm), _piece(piece, name)]
    document.build(shown)


def _piece(piece: Piece, font: str) -> KeepTogether:
    words = [Paragraph(_mixed(piece.title, font), _HEAD), *_lines(piece.lines, font)]
    words += [Paragraph(f"<i>{_mixed(note, font)}</i>", _PLAIN) for note in piece.notes]
    picture = _picture(piece.picture) if piece.picture else ""
    table = Table([[picture, words]], colWidths=[_PICTURE + 4 * mm, None])
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEABOVE", (0, 0), (-1, 0), 0.5, colors.grey),
            ("LEFTPADDING", (0, 0), (0, 0), 0),
        ]
    )
    return KeepTogether(table)


def _picture(path: Path) -> Image:
    return Image(str(path), width=_PICTURE, height=_PICTURE, kind="proportional")


def _lines(lines: Sequence[Line], font: str) -> list[Paragraph]:
    made = []
    for line in lines:
        value = _mixed(line.value, font)
        if line.small:
            made += [Paragraph(_mixed(line.label, font), _PLAIN), Paragraph(value, _SMALL)]
        else:
            made.append(Paragraph(f"{_mixed(line.label, font)}: <b>{value}</b>", _PLAIN))
    return made


def _mixed(text: str, font: str) -> str:
    """Text as reportlab reads it, with all that is not Latin in the other font."""
    return _NOT_LATIN.sub(
        lambda found: f'<font name="{font}">{found[0]}</font>' if found[0].strip() else " ",
        escape(text),
    )


def _latin(text: str) -> str:
    return _NOT_LATIN.sub("", text)
