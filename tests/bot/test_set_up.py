"""`doctor --set-up` against both platforms: puts up what is missing, and nothing twice."""

import io
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from bot.config import settings
from bot.pictures import rich_menu
from bot.platforms import line_menu
from bot.platforms.telegram_profile import ORDER
from bot.set_up import set_up
from handlers.buttons import parse
from handlers.routes import PRESSED
from handlers.typed import COMMANDS
from tests.fakes.line import FakeLine
from tests.fakes.telegram import FakeTelegram


@dataclass
class Platforms:
    """Both fakes, and a run of the set-up against them."""

    line: FakeLine
    telegram: FakeTelegram
    failed: list[str] = field(default_factory=list)

    async def set_up(self) -> list[str]:
        """What it said was done."""
        given = {
            "LINE_CHANNEL_SECRET": self.line.channel_secret,
            "LINE_CHANNEL_ACCESS_TOKEN": self.line.access_token,
            "LINE_API_URL": self.line.url,
            "LINE_DATA_API_URL": self.line.url,
            "TELEGRAM_BOT_TOKEN": self.telegram.token,
            "TELEGRAM_API_URL": self.telegram.url,
        }
        said: list[str] = []
        await set_up(
            settings(given), lambda well, what: (said if well else self.failed).append(what)
        )
        return said

    @property
    def changes(self) -> list[str]:
        """Calls that change something, as the platforms took them."""
        calls = [*self.line.ledger.entries, *self.telegram.ledger.entries]
        return [one.endpoint for one in calls if not one.endpoint.lower().startswith("get")]


@pytest.fixture
async def platforms() -> AsyncIterator[Platforms]:
    async with FakeLine() as line, FakeTelegram(allow_http=True) as telegram:
        yield Platforms(line, telegram)
        assert line.offences + telegram.offences == []


DONE = ["LINE: everything is set up already", "Telegram: everything is set up already"]


async def test_what_is_missing_is_put_up_once(platforms: Platforms) -> None:
    said = await platforms.set_up()
    assert platforms.failed == []
    assert len([one for one in said if one.startswith("LINE: ")]) == 3
    before = len(platforms.changes)
    assert await platforms.set_up() == DONE
    assert len(platforms.changes) == before, "nothing was set a second time"


async def test_the_menu_is_the_default_and_has_the_shipped_picture(platforms: Platforms) -> None:
    await platforms.set_up()
    ((number, menu),) = platforms.line.rich_menus.items()
    assert platforms.line.rich_menu_of == {"all": number}
    assert platforms.line.rich_menu_pictures[number] == line_menu.PICTURE.read_bytes()
    areas = menu["areas"]
    assert [area["action"]["label"] for area in areas] == [
        *("紛争を登録", "一覧", "次の期限", "証拠を送る", "困ったとき", "設定")
    ]
    covered = sum(area["bounds"]["width"] * area["bounds"]["height"] for area in areas)
    assert covered == 2500 * 1686, "every spot of the picture can be pressed"
    for area in areas:
        payload = parse(area["action"]["data"])
        assert payload is not None
        assert payload.verb in PRESSED


async def test_a_changed_menu_takes_the_place_of_ours_and_of_no_other(
    platforms: Platforms, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    await platforms.set_up()
    (old,) = platforms.line.rich_menus
    other = {**platforms.line.rich_menus[old], "name": "the shop's own"}
    platforms.line.rich_menus["richmenu-other"] = other
    changed = tmp_path / "rich_menu.png"
    with Image.open(line_menu.PICTURE) as picture:
        picture.convert("L").save(changed)
    monkeypatch.setattr(line_menu, "PICTURE", changed)
    said = await platforms.set_up()
    assert any("outdated" in one for one in said)
    assert old not in platforms.line.rich_menus
    assert "richmenu-other" in platforms.line.rich_menus
    assert len(platforms.line.rich_menus) == 2
    assert platforms.line.rich_menu_pictures[platforms.line.rich_menu_of["all"]]


async def test_a_run_that_was_cut_off_is_finished_by_the_next(platforms: Platforms) -> None:
    await platforms.set_up()
    (number,) = platforms.line.rich_menus
    platforms.line.rich_menu_pictures.clear()
    platforms.line.rich_menu_of.clear()
    said = await platforms.set_up()
    assert len([one for one in said if one.startswith("LINE: ")]) == 2
    assert list(platforms.line.rich_menus) == [number]
    assert platforms.line.rich_menu_of == {"all": number}


async def test_telegram_has_commands_and_texts_in_every_language(platforms: Platforms) -> None:
    await platforms.set_up()
    shown = platforms.telegram.settings
    for code, word in (("", "次の期限"), ("ja", "次の期限"), ("en", "The next deadline")):
        commands = {one["command"]: one["description"] for one in shown.commands[f"default:{code}"]}
        assert commands["next"] == word
        assert list(commands) == list(ORDER)
        about = shown.getmydescription({"language_code": code})["description"]
        assert ("AliExpressの紛争" in about) == (code != "en")
    assert shown.menu_button == {"type": "commands"}


def test_every_command_is_obeyed_and_every_obeyed_one_is_offered() -> None:
    assert set(ORDER) | {"start"} == set(COMMANDS)


async def test_only_what_differs_is_set_again(platforms: Platforms) -> None:
    await platforms.set_up()
    platforms.telegram.settings.texts["description:en"] = "another"
    platforms.telegram.settings.menu_button = {"type": "default"}
    said = await platforms.set_up()
    assert said[1:] == ["Telegram: description set (en)", "Telegram: menu button set"]


async def test_a_platform_that_refuses_is_told_without_its_token(platforms: Platforms) -> None:
    platforms.line.faults.next("500", on="richmenu/list")
    platforms.telegram.faults.next("500", on="setMyCommands")
    await platforms.set_up()
    assert [one.split(":")[0] for one in platforms.failed] == ["LINE", "Telegram"]
    told = " ".join(platforms.failed)
    assert platforms.line.access_token not in told
    assert platforms.telegram.token not in told
    assert await platforms.set_up() != DONE
    assert await platforms.set_up() == DONE


def test_the_shipped_picture_is_what_would_be_drawn_now() -> None:
    assert line_menu.PICTURE.stat().st_size < 1024 * 1024, "LINE's limit"
    with (
        Image.open(line_menu.PICTURE) as shipped,
        Image.open(io.BytesIO(rich_menu.draw())) as drawn,
    ):
        assert shipped.size == drawn.size == (2500, 1686)
        both = (one.convert("L") for one in (shipped, drawn))
        apart = ImageChops.difference(*both).histogram()
    # Another version of Pillow may round an edge differently; another word would differ by far.
    assert sum(apart[64:]) < 2000
