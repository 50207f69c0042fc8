"""Photos that are sent together, all the way: one answer on either platform, every photo kept."""

import asyncio
import io
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from storage.tables import evidence, outbox
from tests.conftest import StandingClock
from tests.live import LiveBot, live_bot
from tests.phones import LinePhone, TelegramPhone


def photos(count: int) -> list[bytes]:
    made = []
    for number in range(count):
        file = io.BytesIO()
        Image.new("RGB", (64, 48), (number * 20, 0, 0)).save(file, "JPEG")
        made.append(file.getvalue())
    return made


async def kept(bot: LiveBot) -> list[str]:
    async with bot.app.database.read() as tx:
        rows = await tx.execute(select(evidence.c.status).order_by(evidence.c.id))
        return [row.status for row in rows]


def answers(phone: LinePhone | TelegramPhone, words: str) -> int:
    return sum(words in bubble.text for bubble in phone.screen() if bubble.author == "bot")


async def _registered(phone: LinePhone | TelegramPhone) -> None:
    await phone.say("色違いで紛争中、12月5日まで")
    await phone.press("これで登録")


async def test_telegram_answers_an_album_once(tmp_path: Path, clock: StandingClock) -> None:
    async with live_bot(tmp_path, clock) as bot:
        phone = TelegramPhone(bot)
        await _registered(phone)
        before = len(phone.screen())
        await phone.album(photos(4))
        new = [one for one in phone.screen()[before:] if one.author == "bot"]
        assert len(new) == 1
        assert "4点受け取りました" in new[0].text
        await phone.press("4点まとめて保存")
        assert await kept(bot) == ["kept"] * 4
        await phone.press("商品ページ")
        assert not bot.offences


async def test_a_photo_that_comes_late_is_told_with_the_others(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with live_bot(tmp_path, clock) as bot:
        phone = TelegramPhone(bot)
        await _registered(phone)
        first, second, third = photos(3)
        await phone.album([first, second], name="7")
        await phone.album([third], name="7")
        assert answers(phone, "2点受け取りました") == 1
        assert answers(phone, "3点受け取りました") == 1
        await phone.press("3点まとめて保存")
        assert await kept(bot) == ["kept"] * 3


async def test_line_answers_a_whole_album_at_once_by_its_reply_token(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with live_bot(tmp_path, clock) as bot:
        phone = LinePhone(bot)
        await _registered(phone)
        await phone.album(photos(3))
        assert answers(phone, "3点受け取りました") == 1
        assert answers(phone, "受け取りました") == 1
        calls = [entry.endpoint for entry in bot.line.ledger.entries]
        assert "message/push" not in calls, "an answer costs nothing"
        await phone.press("3点まとめて保存")
        assert await kept(bot) == ["kept"] * 3
        assert not bot.offences


async def test_the_answer_waits_while_more_of_it_lies_in_the_inbox(
    tmp_path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow download of the second photo must not let the first one's answer leave."""
    async with live_bot(tmp_path, clock) as bot:
        phone = TelegramPhone(bot)
        await _registered(phone)
        slow = asyncio.Event()
        fetch = bot.app.telegram.fetch
        fetched = 0

        async def once_slow(media, limit):  # type: ignore[no-untyped-def]
            nonlocal fetched
            fetched += 1
            if fetched == 2:
                await slow.wait()
            async for piece in fetch(media, limit):
                yield piece

        monkeypatch.setattr(bot.app.telegram, "fetch", once_slow)
        telegram = bot.telegram
        updates = [telegram.updates.photo(phone.chat, one, media_group_id="9") for one in photos(2)]
        await telegram.deliver(*updates)
        async with asyncio.timeout(10):
            while fetched < 2:
                await asyncio.sleep(0.01)
        clock.forward(seconds=5)
        bot.app.wake.ring()
        await asyncio.sleep(0.3)
        assert answers(phone, "受け取りました") == 0
        slow.set()
        await bot.settled()
        await bot.forward(seconds=2)
        assert answers(phone, "2点受け取りました") == 1
        assert answers(phone, "の写真ですか?") == 1


async def test_an_album_and_a_message_after_it_are_answered_each(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with live_bot(tmp_path, clock) as bot:
        phone = TelegramPhone(bot)
        await _registered(phone)
        await phone.album(photos(2), quiet=False)
        await phone.say("一覧")
        await bot.forward(seconds=2)
        assert answers(phone, "2点受け取りました") == 1
        async with bot.app.database.read() as tx:
            rows = await tx.execute(select(outbox.c.state).where(outbox.c.kind == "answer"))
        assert {row.state for row in rows} == {"sent"}


async def test_what_an_albums_caption_tells_is_answered_once_and_stays(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with live_bot(tmp_path, clock) as bot:
        phone = TelegramPhone(bot)
        first, second = photos(2)
        caption = "色違いで紛争中、12月5日まで"
        telegram = bot.telegram
        for more, data in (({"caption": caption}, first), ({}, second)):
            update = telegram.updates.photo(phone.chat, data, media_group_id="3", **more)
            await telegram.deliver(update)
        await bot.settled()
        await bot.forward(seconds=2)
        assert answers(phone, "12月5日(土) 23:59") == 1
        assert answers(phone, "どうしますか") == 0, "one question at a time"
        await phone.press("これで登録")
        await phone.press("2点まとめて保存")
        assert await kept(bot) == ["kept"] * 2
