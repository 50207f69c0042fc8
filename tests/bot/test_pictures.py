"""The picture of a case's clocks, all the way: drawn, sent, fetched, else told."""

import io
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from PIL import Image

from tests.conftest import StandingClock
from tests.live import live_bot
from tests.phones import LinePhone, TelegramPhone

PUBLIC = {"PUBLIC_URL": "https://bot.example"}


async def _asked(phone: LinePhone | TelegramPhone) -> None:
    await phone.say("色違いで紛争中、12月5日まで")
    await phone.press("これで登録")
    await phone.say("図で見せて")


async def test_line_fetches_it_by_a_signed_address(tmp_path: Path, clock: StandingClock) -> None:
    async with live_bot(tmp_path, clock, environment=PUBLIC) as bot:
        phone = LinePhone(bot)
        await _asked(phone)
        image, told = phone.screen()[-2:]
        assert "12月5日(土) 23:59" in told.text
        assert "やること" in told.labels
        address = urlsplit(image.raw["originalContentUrl"])
        async with httpx.AsyncClient(trust_env=False) as client:
            given = await client.get(f"{bot.url}{address.path}")
        with Image.open(io.BytesIO(given.content)) as picture:
            assert picture.width == 780
        assert len(given.content) < 1_000_000, "LINE's limit of a preview"
        assert not bot.offences


async def test_line_without_a_public_address_is_told(tmp_path: Path, clock: StandingClock) -> None:
    async with live_bot(tmp_path, clock) as bot:
        phone = LinePhone(bot)
        await _asked(phone)
        assert "12月5日(土) 23:59" in phone.screen()[-1].text
        assert not [bubble for bubble in phone.screen() if bubble.media]
        assert not bot.offences


async def test_telegram_gets_the_picture_with_its_caption(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with live_bot(tmp_path, clock) as bot:
        phone = TelegramPhone(bot)
        await _asked(phone)
        shown = phone.screen()[-1]
        assert shown.media == "photo"
        assert "12月5日(土) 23:59" in shown.text
        await phone.press("やること")
        assert "1/" in phone.screen()[-1].text, "a button below a picture goes on like any other"
        assert not bot.offences


async def test_what_cannot_be_drawn_is_told(
    tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with live_bot(tmp_path, clock) as bot:
        phone = TelegramPhone(bot)
        await phone.say("サイズ違いで紛争中、12月7日まで、全額返金1,234円")
        await phone.press("これで登録")
        monkeypatch.setattr("bot.pictures.timeline.draw", _cannot)
        await phone.say("図で見せて")
        shown = phone.screen()[-1]
        assert shown.media is None
        assert "12月7日(月) 23:59" in shown.text
        assert "やること" in shown.labels


def _cannot(_timeline: object) -> bytes:
    raise OSError("cannot open resource")
