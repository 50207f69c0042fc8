"""A conversation on both platforms at LOG_LEVEL=DEBUG: nothing of it is in any log or metric."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from PIL import Image

from bot.config import settings
from tests.acceptance.processes import bot_process, free_port, ready, until
from tests.acceptance.test_killed import connected
from tests.fakes.line import FakeLine
from tests.fakes.screen import Bubble
from tests.fakes.telegram import FakeTelegram

pytestmark = [pytest.mark.process, pytest.mark.timeout(240)]

ORDER = "8201234567890123"
SAID = (
    f"色違いで紛争中、12月5日まで。ひみつの言葉 SECRET-WORDS 注文番号{ORDER}",
    "プライバシー",
    "残り2日14時間33分 SECRET-LATER",
    "むにゃむにゃ SECRET-NONSENSE",
    "次の期限",
)
PRIVATE = ("ひみつ", "SECRET", "むにゃ", "色違い", ORDER, "違うカラー", "WHERE-I-LIVE", "期限を")


def photo() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "WHERE-I-LIVE"
    made = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(made, "JPEG", exif=exif)
    return made.getvalue()


def labelled(screen: Callable[[], list[Bubble]], label: str) -> Callable[[], bool]:
    return lambda: any(label in bubble.labels for bubble in screen())


def showing(screen: Callable[[], list[Bubble]], words: str) -> Callable[[], bool]:
    return lambda: any(words in bubble.text for bubble in screen() if bubble.author == "bot")


async def test_logs_and_metrics_tell_nothing(tmp_path: Path) -> None:
    async with FakeLine() as line, FakeTelegram() as telegram:
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        environment = connected(
            *(tmp_path, line, telegram, port),
            LOG_LEVEL="DEBUG",
            PUBLIC_URL="https://bot.example",
        )
        line.webhook_url = f"{url}/line/webhook"
        buyer, other = line.world.user(), telegram.world.user()
        async with bot_process("run", tmp_path, environment) as process:
            await ready(url)
            await until(lambda: telegram.feed.url)
            telegram.feed.url = f"{url}/telegram/webhook"
            addresses = await _talk_on_line(line, buyer, url)
            await _talk_on_telegram(telegram, other)
            async with httpx.AsyncClient(trust_env=False) as client:
                metrics = (await client.get(f"{url}/metrics")).text
                # Doors that strangers try: their words are nobody's log line either.
                await client.post(f"{url}/line/webhook", content=b"SECRET", headers={"a": "SECRET"})
                await client.get(f"{url}/files/SECRET-TOKEN")
            assert await process.stop() == 0
        assert len(addresses) == 4
        given = settings(environment)
        secrets = {
            "LINE's secret": line.channel_secret,
            "LINE's token": line.access_token,
            "Telegram's token": telegram.token,
            "the rest of Telegram's token": telegram.token.partition(":")[2],
            "the webhook's secret": str(given.webhook_secret),
            "LINE's user": buyer,
            **{f"an address ({n})": urlsplit(one).path[-40:] for n, one in enumerate(addresses)},
            **{f"what was said ({words})": words for words in PRIVATE},
        }
        lines = process.output.splitlines()
        assert len(lines) > 50, "little was logged, so little is known"
        for place, text in (("the log", process.output), ("the metrics", metrics)):
            found = {name for name, secret in secrets.items() if secret in text}
            assert not found, f"{place}: {sorted(found)}"
        assert "funso_archives_total" in metrics
        assert "funso_sends_total" in metrics


async def _talk_on_line(line: FakeLine, buyer: str, url: str) -> list[str]:
    """A whole conversation; returns the signed addresses that it was given."""

    def screen() -> list[Bubble]:
        return line.screen(buyer)

    for words in SAID:
        before = len(screen())
        await line.say(buyer, words)
        await until(lambda before=before: len(screen()) > before + 1)
    await until(labelled(screen, "これで登録"))
    await line.press(buyer, "これで登録")
    await until(showing(screen, "登録しました"))
    assert line.webhook_url
    sent = line.photo(buyer, photo())
    await line.deliver(line.webhook_url, sent)
    await until(labelled(screen, "証拠として保存"))
    await line.press(buyer, "証拠として保存")
    await until(showing(screen, "証拠として保存しました"))
    await line.say(buyer, "証拠一覧")
    await until(labelled(screen, "1を見る"))
    await line.press(buyer, "1を見る")
    await until(lambda: any("originalContentUrl" in bubble.raw for bubble in screen()))
    addresses = [
        bubble.raw["originalContentUrl"]
        for bubble in screen()
        if "originalContentUrl" in bubble.raw
    ]
    for words, name in (("証拠をまとめて", "evidence"), ("エクスポート", "export")):
        await line.say(buyer, words)
        await until(showing(screen, f"funso-navi-{name}"), 60)
        link = next(b for b in reversed(screen()) if f"funso-navi-{name}" in b.text)
        addresses.append(link.text.split()[-1])
    await line.say(buyer, "カレンダー")
    await until(labelled(screen, "新しいアドレスにする"))
    calendar = re.search(r"https://bot\.example/calendar/[\w.~-]+", str(screen()[-1].raw))
    assert calendar
    addresses.append(calendar[0])
    async with httpx.AsyncClient(trust_env=False) as client:
        for address in addresses:
            given = await client.get(f"{url}{urlsplit(address).path}")
            assert given.status_code == 200, address
    await line.deliver(line.webhook_url, line.events.unsend(buyer, sent["message"]["id"]))
    await line.say(buyer, "全部削除")
    await until(labelled(screen, "すべて削除する"))
    await line.press(buyer, "すべて削除する")
    await until(showing(screen, "すべて削除しました"))
    return addresses


async def _talk_on_telegram(telegram: FakeTelegram, other: int) -> None:
    def screen() -> list[Bubble]:
        return telegram.screen(other)

    for words in SAID:
        before = len(screen())
        await telegram.say(other, words)
        await until(lambda before=before: len(screen()) > before + 1)
    await telegram.press(other, "これで登録")
    await until(showing(screen, "登録しました"))
    await telegram.deliver(telegram.updates.photo(other, photo()))
    await until(labelled(screen, "証拠として保存"))
    await telegram.press(other, "証拠として保存")
    await until(showing(screen, "証拠として保存しました"))
    for words in ("証拠をまとめて", "エクスポート"):
        before = sum(bubble.media == "document" for bubble in screen())
        await telegram.say(other, words)
        await until(lambda before=before: sum(b.media == "document" for b in screen()) > before, 60)
    await telegram.say(other, "1番を削除")
    await until(labelled(screen, "削除する"))
    await telegram.press(other, "削除する")
    await until(labelled(screen, "今すぐ完全に消す"))
    await telegram.press(other, "今すぐ完全に消す")
    await until(showing(screen, "完全に消します"))
