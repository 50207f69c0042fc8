"""The picture of LINE's rich menu, drawn once and shipped: `python -m bot.pictures.rich_menu`.

https://developers.line.biz/en/reference/messaging-api/#upload-rich-menu-image-requirements
"""

import io
import math
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from bot.pictures.type import BOLD, font, wrap
from bot.platforms.line_menu import CELLS, HEIGHT, WIDTH, Cell
from locales.catalogue import LOCALES, Words

SHIPPED = Path(__file__).parent / "rich_menu.png"
FINER = 2
"""Drawn so much larger and then made smaller: Pillow's own edges are rough."""
PAPER, INK, QUIET, RULE, BLUE = "#FFFFFF", "#1F2328", "#57606A", "#D8DEE4", "#1F5FA8"
LABEL, BELOW = 108, 56
ICON = 130
"""Half the width of an icon."""
STROKE = 20

Pen = ImageDraw.ImageDraw
Point = tuple[float, float]


def draw() -> bytes:
    """The picture as PNG: every cell with its icon and its label in both languages."""
    picture = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), PAPER)
    pen = ImageDraw.Draw(picture)
    for number, cell in enumerate(CELLS):
        _cell(pen, cell, filled=number == 0)
    small = picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    small.quantize(32, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _cell(pen: Pen, cell: Cell, *, filled: bool) -> None:
    box = (cell.x, cell.y, cell.x + cell.width, cell.y + cell.height)
    ground, icon, ink = (BLUE, PAPER, PAPER) if filled else (PAPER, BLUE, INK)
    pen.rectangle(_finer(*box), fill=ground, outline=RULE, width=4 * FINER)
    middle = cell.x + cell.width / 2
    ICONS[cell.text](pen, (middle, cell.y + 300), icon, ground)
    names = [Words(locale)(cell.text) for locale in LOCALES]
    _words(pen, names[0], (middle, cell.y + 570), LABEL, ink, cell.width - 60, bold=True)
    below = PAPER if filled else QUIET
    _words(pen, names[1], (middle, cell.y + 690), BELOW, below, cell.width - 60)


def _words(
    pen: Pen, words: str, at: Point, size: int, color: str, room: int, *, bold: bool = False
) -> None:
    (line,) = wrap(words, size * FINER, room * FINER, 1)
    stroke = BOLD * size * FINER / 30 if bold else 0
    pen.text(
        (at[0] * FINER, at[1] * FINER), line, color, font(size * FINER), "mm", stroke_width=stroke
    )


def _finer(*numbers: float) -> tuple[float, ...]:
    return tuple(number * FINER for number in numbers)


def _line(pen: Pen, points: Sequence[Point], color: str, width: int = STROKE) -> None:
    """A line with round ends and corners."""
    pen.line([number * FINER for point in points for number in point], color, width * FINER)
    for x, y in points:
        half = width / 2
        pen.ellipse(_finer(x - half, y - half, x + half, y + half), fill=color)


def _ring(pen: Pen, at: Point, radius: float, color: str, width: int = STROKE) -> None:
    around = (at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius)
    pen.ellipse(_finer(*around), outline=color, width=width * FINER)


def _new(pen: Pen, at: Point, color: str, _ground: str) -> None:
    x, y = at
    _ring(pen, at, ICON, color)
    _line(pen, [(x - 65, y), (x + 65, y)], color)
    _line(pen, [(x, y - 65), (x, y + 65)], color)


def _list(pen: Pen, at: Point, color: str, _ground: str) -> None:
    x, y = at
    for down in (-85, 0, 85):
        _line(pen, [(x - 115, y + down)], color, 34)
        _line(pen, [(x - 50, y + down), (x + 125, y + down)], color)


def _clock(pen: Pen, at: Point, color: str, _ground: str) -> None:
    x, y = at
    _ring(pen, at, ICON, color)
    _line(pen, [(x, y - 80), (x, y), (x + 55, y + 40)], color)


def _camera(pen: Pen, at: Point, color: str, ground: str) -> None:
    x, y = at
    body = (x - 150, y - 75, x + 150, y + 120)
    _line(pen, [(x - 60, y - 85), (x - 40, y - 115), (x + 40, y - 115), (x + 60, y - 85)], color)
    pen.rounded_rectangle(
        _finer(*body), radius=30 * FINER, fill=ground, outline=color, width=STROKE * FINER
    )
    _ring(pen, (x, y + 22), 58, color)


def _question(pen: Pen, at: Point, color: str, _ground: str) -> None:
    x, y = at
    _ring(pen, at, ICON, color)
    turn = [math.radians(degrees) for degrees in range(-170, 80, 10)]
    hook = [(x + 45 * math.cos(one), y - 30 + 45 * math.sin(one)) for one in turn]
    _line(pen, [*hook, (x, y + 28)], color)
    _line(pen, [(x, y + 72)], color, 28)


def _sliders(pen: Pen, at: Point, color: str, ground: str) -> None:
    x, y = at
    for down, knob in ((-85, 60), (0, -60), (85, 30)):
        _line(pen, [(x - 130, y + down), (x + 130, y + down)], color)
        around = (x + knob - 30, y + down - 30, x + knob + 30, y + down + 30)
        pen.ellipse(_finer(*around), fill=ground, outline=color, width=STROKE * FINER)


ICONS: dict[str, Callable[[Pen, Point, str, str], None]] = {
    "rich-menu-new": _new,
    "rich-menu-list": _list,
    "rich-menu-next": _clock,
    "rich-menu-evidence": _camera,
    "rich-menu-trouble": _question,
    "rich-menu-settings": _sliders,
}

if __name__ == "__main__":
    SHIPPED.write_bytes(draw())
