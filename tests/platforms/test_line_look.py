"""LINE's bubbles on light and on dark screens, and the sign that the bot is at work."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.platforms import line_flex as flex
from bot.platforms.line import LinePlatform
from bot.platforms.line_view import render
from handlers.replies import Card, Copyable, Press, Progress, Reply, Row, Text
from tests.fakes.line import FakeLine

Json = dict[str, Any]
ENOUGH = 4.5
BUTTON_INK = {"primary": "#FFFFFF", "secondary": "#111111"}
"""What LINE prints labels in; a button's own colour is its ground."""


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def words_on(part: Json, ground: str | None = None) -> Iterator[tuple[str, str | None, str | None]]:
    """Every word of a bubble with its colour and the ground it stands on, as they are written."""
    ground = part.get("backgroundColor", ground)
    if part["type"] == "text":
        yield part["text"], part.get("color"), ground
    if part["type"] == "button":
        yield part["action"]["label"], BUTTON_INK[part["style"]], part.get("color")
    inner = [part[name] for name in ("header", "body", "footer") if name in part]
    for one in (*inner, *part.get("contents", ())):
        yield from words_on(one, ground)


def bubbles(*nodes: Any) -> list[Json]:
    bodies = render(Reply(nodes), locale="ja", file_address=lambda *_: None)
    messages = [message for body in bodies for message in body["messages"]]
    return [message["contents"] for message in messages if message["type"] == "flex"]


BUTTONS = (Press("できた", "1"), Press("登録", "2", "primary"), Press("削除", "3", "danger"))


@pytest.mark.parametrize("tone", flex.TONES)
def test_every_word_can_be_read_whatever_the_screen_is_set_to(tone: Any) -> None:
    rows = (Row("期限", "2月3日(水) 23:59"), Row("", "証拠"), Row("長い名前" * 40, "値"))
    card = Card("#1 色違い", rows, ("目安です。",), BUTTONS, Progress(2, 5), tone)
    made = bubbles(card, Text("どうしますか?", BUTTONS), Copyable("I reject.", "コピー", "訳"))
    found = [one for bubble in made for one in words_on(bubble)]
    assert len(found) > 15
    for words, color, ground in found:
        assert color, f"{words}: a colour left to LINE changes with the screen"
        assert ground, f"{words}: a ground left to LINE changes with the screen"
        assert contrast(color, ground) >= ENOUGH, (words, color, ground)


@pytest.mark.parametrize("tone", flex.TONES)
def test_the_bar_is_seen_on_its_track(tone: str) -> None:
    assert contrast(flex.TONES[tone], flex.TRACK) >= 3


async def test_the_bot_is_seen_at_work_where_line_can_show_it(
    line: LinePlatform, fake_line: FakeLine
) -> None:
    def shown() -> list[Json]:
        calls = fake_line.ledger.entries
        return [one.body for one in calls if one.endpoint == "chat/loading/start"]

    buyer = fake_line.world.user()
    await line.working(buyer)
    assert shown() == [{"chatId": buyer, "loadingSeconds": 20}]
    for group in ("C" + "0" * 32, "R" + "0" * 32):
        await line.working(group)
    assert len(shown()) == 1, "LINE refuses it for groups"
    fake_line.faults.next("500", on="chat/loading/start")
    await line.working(buyer)
