"""A photo goes in on either platform, is kept, and comes back without place and camera."""

import io
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from PIL import Image

from tests.conftest import StandingClock
from tests.live import live_bot
from tests.phones import LinePhone, TelegramPhone

CAMERA = b"MAKER-OF-THE-CAMERA"


def photo() -> bytes:
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = CAMERA.decode()
    Image.new("RGB", (640, 480), "red").save(made, "JPEG", exif=exif)
    assert CAMERA in made.getvalue()
    return made.getvalue()


def pixels(file: bytes) -> bytes:
    with Image.open(io.BytesIO(file)) as picture:
        return picture.tobytes()


async def test_a_photo_comes_back_on_line_by_a_signed_address(
    tmp_path: Path, clock: StandingClock
) -> None:
    public = {"PUBLIC_URL": "https://bot.example"}
    async with live_bot(tmp_path, clock, environment=public) as bot:
        phone = LinePhone(bot)
        await phone.say("色違いで紛争中、12月5日まで")
        await phone.press("これで登録")
        await phone.photo(photo())
        endpoints = [entry.endpoint for entry in bot.line.ledger.entries]
        assert "chat/loading/start" in endpoints, "a photo takes a moment: the bot shows its work"
        await phone.press("証拠として保存")
        await phone.say("証拠一覧")
        await phone.press("1を見る")
        address = urlsplit(phone.screen()[-1].raw["originalContentUrl"])
        async with httpx.AsyncClient(trust_env=False) as client:
            given = await client.get(f"{bot.url}{address.path}")
            forged = await client.get(f"{bot.url}{address.path[:-2]}xx")
        assert CAMERA not in given.content
        assert pixels(given.content) == pixels(photo())
        assert given.headers["content-type"] == "image/jpeg"
        assert forged.status_code == 404
        assert not bot.offences


async def test_a_photo_comes_back_on_telegram(tmp_path: Path, clock: StandingClock) -> None:
    async with live_bot(tmp_path, clock) as bot:
        phone = TelegramPhone(bot)
        await phone.say("色違いで紛争中、12月5日まで")
        await phone.press("これで登録")
        await phone.photo(photo())
        await phone.press("証拠として保存")
        await phone.say("証拠一覧")
        await phone.press("1を見る")
        assert phone.screen()[-1].media == "photo"
        kept = [path for path in (tmp_path / "evidence").rglob("*") if path.is_file()]
        assert [path.read_bytes() for path in kept] == [photo()]
        sent = [entry for entry in bot.telegram.ledger.entries if entry.endpoint == "sendPhoto"]
        assert len(sent) == 1
        given = [file.data for file in bot.telegram.world.files.values()][-1]
        assert given != photo()
        assert CAMERA not in given
        assert pixels(given) == pixels(photo())
        assert not bot.offences
