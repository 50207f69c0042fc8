"""A case's time line as a picture for a phone: one column, read from top to bottom.

Drawn at twice the size of a 390-pixel screen. A picture has its own white ground, so it looks alike
on dark and light screens; every text on it has a contrast of at least 4.5 to 1.
"""

import io
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PIL import Image, ImageDraw

from bot.pictures.type import BOLD, font, width, wrap
from handlers.replies import Mark, Timeline

SCALE = 2
WIDTH = 390
EDGE, AXIS, TEXT = 18, 34, 58
"""Where the ground, the line and the words begin, in pixels of the screen."""
ROOM = WIDTH - TEXT - EDGE
LARGE, BODY, SMALL = 20, 16, 14
PAPER, INK, QUIET, RULE = "#FFFFFF", "#1F2328", "#57606A", "#C5CCD3"
BLUE, BLUE_GROUND = "#1F5FA8", "#E8F0FA"
RED, RED_GROUND = "#B3261E", "#FCEDEB"
AMBER = "#7A4B00"
URGENT = timedelta(days=2)
"""A next deadline nearer than this is drawn in red."""
GAP, WIDEST = 8, 34
"""Between two marks, for hardly any time and for months."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words."""

    words: str
    size: int
    color: str
    bold: bool = False

    @property
    def height(self) -> int:
        """Pixels of the screen from this line to the next."""
        return round(self.size * 1.45)


@dataclass(frozen=True, slots=True)
class Block:
    """A mark with its lines, before it has a place."""

    mark: Mark
    lines: tuple[Line, ...]
    gap: int
    ground: str | None = None
    color: str = QUIET

    @property
    def height(self) -> int:
        """Pixels of the screen, the padding of a coloured ground included."""
        return sum(line.height for line in self.lines) + (16 if self.ground else 0)


def draw(timeline: Timeline) -> bytes:
    """The picture as PNG; the same time line gives the same picture."""
    head = [
        *_lines(timeline.title, LARGE, INK, 2, bold=True, room=WIDTH - 2 * EDGE),
        *_lines(timeline.stage, SMALL, QUIET, 2, room=WIDTH - 2 * EDGE),
    ]
    blocks = _blocks(timeline.marks)
    top = EDGE + sum(line.height for line in head)
    height = top + sum(block.gap + block.height for block in blocks) + EDGE
    picture = Image.new("RGB", (WIDTH * SCALE, height * SCALE), PAPER)
    pen = ImageDraw.Draw(picture)
    _write(pen, head, EDGE, EDGE)
    _paint(pen, blocks, top)
    file = io.BytesIO()
    # A palette would make the file a third as large, and take seven times as long.
    picture.save(file, "PNG")
    return file.getvalue()


def _blocks(marks: Sequence[Mark]) -> list[Block]:
    now = next((mark.at for mark in marks if mark.kind == "now"), None)
    blocks: list[Block] = []
    for number, mark in enumerate(marks):
        gap = _gap(mark.at - marks[number - 1].at) if number else GAP * 2
        blocks.append(_block(mark, gap, now))
    return blocks


def _gap(passed: timedelta) -> int:
    """More room for more time, and still a picture of one screen for a whole year."""
    hours = max(0.0, passed.total_seconds() / 3600)
    return min(WIDEST, GAP + round(3.2 * math.log2(1 + hours / 6)))


def _block(mark: Mark, gap: int, now: datetime | None) -> Block:
    match mark.kind:
        case "now":
            words = f"{mark.label}  {mark.words}"
            lines = _lines(words, BODY, PAPER, 1, bold=True)
            return Block(mark, lines, gap, BLUE, BLUE)
        case "next":
            urgent = now is not None and mark.at - now < URGENT
            color, ground = (RED, RED_GROUND) if urgent else (BLUE, BLUE_GROUND)
            lines = (
                *_lines(mark.label, BODY, color, 2, bold=True),
                *_lines(mark.words, LARGE, INK, 2, bold=True),
                *_lines(mark.more, BODY, color, 2, bold=True),
            )
            return Block(mark, lines, gap, ground, color)
        case "clock":
            lines = (
                *_lines(mark.words, BODY, INK, 2, bold=True),
                *_together(f"{mark.label}:" if mark.more else mark.label, mark.more, SMALL, INK),
            )
            return Block(mark, lines, gap, None, BLUE)
        case "warnings":
            words = f"{mark.label} {mark.words}"
            return Block(mark, _lines(words, SMALL, AMBER, 3), gap, None, AMBER)
    lines = (
        *_together(mark.words, mark.label, SMALL, QUIET),
        *_lines(mark.more, SMALL, QUIET, 2),
    )
    return Block(mark, lines, gap, None, QUIET)


def _lines(
    words: str, size: int, color: str, lines: int, *, bold: bool = False, room: int = ROOM
) -> tuple[Line, ...]:
    cut = wrap(words, size * SCALE, room * SCALE, lines)
    return tuple(Line(one, size, color, bold) for one in cut)


def _together(first: str, second: str, size: int, color: str) -> tuple[Line, ...]:
    """Two texts in one line where they fit, else one below the other."""
    both = f"{first} {second}".strip()
    if width(both, size * SCALE) <= ROOM * SCALE:
        return _lines(both, size, color, 1)
    return (*_lines(first, size, color, 2), *_lines(second, size, color, 2))


def _paint(pen: ImageDraw.ImageDraw, blocks: Sequence[Block], top: int) -> None:
    places: list[tuple[Block, int]] = []
    for block in blocks:
        top += block.gap
        places.append((block, top))
        top += block.height
    for (block, at), (following, then) in itertools.pairwise(places):
        ahead = block.mark.kind != "past" and following.mark.kind != "past"
        certain = following.mark.kind != "coming"
        _rule(pen, _middle(block, at), _middle(following, then), ahead=ahead, certain=certain)
    for block, at in places:
        if block.ground:
            _round(pen, (TEXT - 10, at, WIDTH - EDGE + 6, at + block.height), block.ground)
        _dot(pen, block, _middle(block, at))
        _write(pen, block.lines, TEXT, at + (8 if block.ground else 0))


def _middle(block: Block, top: int) -> float:
    """The height of a mark's dot: that of its first line."""
    first = block.lines[0].height if block.lines else 0
    return top + (8 if block.ground else 0) + first / 2


def _rule(
    pen: ImageDraw.ImageDraw, start: float, end: float, *, ahead: bool, certain: bool
) -> None:
    color = BLUE if ahead and certain else RULE
    if certain:
        pen.line(_scaled(AXIS, start, AXIS, end), fill=color, width=3 * SCALE)
        return
    for at in range(round(start) + 10, round(end) - 6, 7):
        pen.line(_scaled(AXIS, at, AXIS, at + 3), fill=QUIET, width=2 * SCALE)


def _dot(pen: ImageDraw.ImageDraw, block: Block, at: float) -> None:
    kind = block.mark.kind
    size = {"now": 8, "next": 9, "clock": 7, "warnings": 5}.get(kind, 5)
    around = _scaled(AXIS - size, at - size, AXIS + size, at + size)
    if kind == "warnings":
        left, top, right, bottom = around
        middle, half = (left + right) / 2, (top + bottom) / 2
        corners = [(middle, top), (right, half), (middle, bottom), (left, half)]
        pen.polygon(corners, fill=block.color, outline=PAPER)
    elif kind in ("coming", "clock"):
        pen.ellipse(
            around, fill=PAPER, outline=block.color, width=(2 if kind == "coming" else 3) * 2
        )
    else:
        pen.ellipse(around, fill=block.color, outline=PAPER, width=SCALE)


def _write(pen: ImageDraw.ImageDraw, lines: Sequence[Line], left: int, top: int) -> None:
    for line in lines:
        size = line.size * SCALE
        stroke = BOLD * size / 30 if line.bold else 0
        # From the middle of the line: letters of all sizes then stand on its dot's height.
        at = (left * SCALE, (top + line.height / 2) * SCALE)
        pen.text(at, line.words, line.color, font(size), "lm", stroke_width=stroke)
        top += line.height


def _round(pen: ImageDraw.ImageDraw, box: tuple[float, float, float, float], color: str) -> None:
    pen.rounded_rectangle(_scaled(*box), radius=10 * SCALE, fill=color)


def _scaled(*numbers: float) -> tuple[float, ...]:
    return tuple(number * SCALE for number in numbers)
