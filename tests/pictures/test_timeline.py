"""The drawn time line: whatever it tells, it fits a phone and what the platforms take."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image

from bot.pictures import timeline as drawing
from bot.pictures.timeline import draw
from handlers.replies import Mark, Timeline

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def mark(kind, label="期限", words="2月3日(水) 23:59", more="あと72日", **by):
    return Mark(kind, NOW + timedelta(**by), words, label, more)


HERE = mark("now", "いま", "11月23日(月) 10:00", "")
LONG = "とても長い商品名のスマートフォンケース(透明)👟한국어 for iPhone 17 Pro Max "
SITUATIONS = {
    "one": (mark("past", hours=-3), HERE, mark("warnings", days=70), mark("next", days=72)),
    "close together": (
        HERE,
        mark("next", minutes=1),
        *(mark("clock", minutes=n) for n in range(2, 7)),
        *(mark("coming", days=n) for n in (1, 400)),
    ),
    "long": tuple(mark(kind, LONG * 5, LONG * 2, LONG * 5) for kind in ("past", "now", "next"))
    + tuple(mark(kind, LONG * 5, "1/31 9:00, " * 40, LONG) for kind in ("clock", "warnings")),
    "over": (mark("past", days=-40), mark("past", days=-2), HERE),
    "nothing but now": (HERE,),
    "no marks": (),
    "empty words": (mark("next", "", "", ""), mark("clock", "", "", ""), mark("past", "", "", "")),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_picture_as_platforms_take_it(situation: str) -> None:
    marks = SITUATIONS[situation]
    title = LONG * 4 if situation == "long" else "#1 色違い 6,993円"
    made = draw(Timeline(title, "段階: セラーの回答待ち", marks))
    assert len(made) < 400_000
    with Image.open(io.BytesIO(made)) as picture:
        assert picture.format == "PNG"
        assert picture.width == 780
        # Telegram: the sides together at most 10,000, one at most twenty times the other.
        assert 100 <= picture.height <= 3000
        edge = picture.convert("RGB").crop((760, 0, 780, picture.height)).getcolors()
        assert edge == [(20 * picture.height, (255, 255, 255))]


def test_the_same_is_drawn_alike() -> None:
    timeline = Timeline("#1", "", SITUATIONS["one"])
    assert draw(timeline) == draw(timeline)


def test_a_near_deadline_is_drawn_in_red() -> None:
    def reds(days: float) -> int:
        made = draw(Timeline("#1", "", (HERE, mark("next", days=days))))
        with Image.open(io.BytesIO(made)) as picture:
            colors = picture.convert("RGB").getcolors(1 << 20) or []
        return sum(count for count, color in colors if color == (0xB3, 0x26, 0x1E))

    assert reds(1) > 100
    assert reds(3) == 0


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, "PAPER") for ink in ("INK", "QUIET", "AMBER")),
        *((ink, "BLUE_GROUND") for ink in ("INK", "BLUE")),
        *((ink, "RED_GROUND") for ink in ("INK", "RED")),
        ("PAPER", "BLUE"),
    ],
)
def test_words_can_be_read_on_their_ground(ink: str, ground: str) -> None:
    bright, dark = sorted((luminance(getattr(drawing, one)) for one in (ink, ground)), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= 4.5
