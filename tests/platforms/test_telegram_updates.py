import asyncio
import logging

import pytest

from bot.platforms import telegram as telegram_module
from bot.platforms.base import MediaGone, MediaLater, MediaSource, MediaTooLarge
from bot.platforms.telegram import TelegramPlatform, Unavailable
from handlers.events import Said

DATA = bytes(range(256)) * 1024


async def test_updates_are_polled_raw_and_confirmed_by_the_next_offset(telegram, fake_telegram):
    chat = fake_telegram.world.user()
    first = await fake_telegram.say(chat, "一")
    odd = fake_telegram.updates.text(chat, "二", something_new={"a": 1})
    await fake_telegram.deliver(odd)
    assert await telegram.poll(None, 0) == [first, odd]
    assert await telegram.poll(first["update_id"] + 1, 0) == [odd]
    assert await telegram.poll(odd["update_id"] + 1, 0) == []


async def test_a_poll_waits_for_an_update(telegram, fake_telegram):
    waiting = asyncio.create_task(telegram.poll(None, 5))
    await asyncio.sleep(0.05)
    update = await fake_telegram.say(fake_telegram.world.user(), "一")
    assert await waiting == [update]


@pytest.mark.parametrize("kind", ["500", "reset_before"])
async def test_a_poll_that_fails_says_so(telegram, fake_telegram, kind):
    fake_telegram.faults.next(kind, on="getUpdates")
    with pytest.raises(Unavailable):
        await telegram.poll(None, 0)


async def test_why_a_poll_fails(telegram, fake_telegram):
    fake_telegram.faults.next("429", on="getUpdates", retry_after=9)
    with pytest.raises(Unavailable) as caught:
        await telegram.poll(None, 0)
    assert caught.value.after == 9
    await telegram.set_webhook(f"{fake_telegram.url}/hook")
    with pytest.raises(Unavailable) as caught:
        await telegram.poll(None, 0)
    assert caught.value.conflict
    fake_telegram.token = "123456789:another"
    with pytest.raises(Unavailable) as caught:
        await telegram.poll(None, 0)
    assert caught.value.token
    assert "AAF" not in str(caught.value)


async def test_a_webhook_is_set_when_it_differs(telegram, fake_telegram):
    url = f"{fake_telegram.url}/hook"
    assert await telegram.set_webhook(url)
    assert not await telegram.set_webhook(url)
    assert await telegram.set_webhook(url + "2")
    await telegram.delete_webhook()
    chat = fake_telegram.world.user()
    update = await fake_telegram.say(chat, "一")
    await telegram.delete_webhook()
    assert await telegram.poll(None, 0) == [update]


async def test_an_unreachable_telegram_is_no_reason_not_to_start(fake_telegram, monkeypatch):
    monkeypatch.setattr(telegram_module, "PAUSES", (0.05,))
    await fake_telegram.go_down()
    platform = TelegramPlatform(fake_telegram.token, api_url=fake_telegram.url)
    await platform.start()
    group = fake_telegram.world.group()
    text = "@funso_navi_bot 一覧"
    entities = [{"type": "mention", "offset": 0, "length": 15}]
    update = fake_telegram.updates.text(group, text, entities=entities)
    assert not isinstance(platform.understand(update, locale="ja").event, Said)
    with pytest.raises(Unavailable):
        await platform.set_webhook("https://example.com/")
    with pytest.raises(Unavailable):
        await platform.delete_webhook()
    await fake_telegram.come_back()
    for _ in range(100):
        await asyncio.sleep(0.02)
        if platform._naming.done():
            break
    assert isinstance(platform.understand(update, locale="ja").event, Said)
    await platform.stop()


async def test_the_name_is_no_longer_asked_for_after_the_end(fake_telegram):
    await fake_telegram.go_down()
    platform = TelegramPlatform(fake_telegram.token, api_url=fake_telegram.url)
    await platform.start()
    await platform.stop()
    assert platform._naming is None


def source(fake, data, **more):
    update = fake.updates.document(fake.world.user(), data, **more)
    return MediaSource(update["message"]["document"]["file_id"], "file", "1")


async def test_a_file_comes_in_chunks(telegram, fake_telegram):
    chunks = [c async for c in telegram.fetch(source(fake_telegram, DATA), len(DATA))]
    assert b"".join(chunks) == DATA
    assert len(chunks) > 1


async def test_too_many_bytes_are_not_read(telegram, fake_telegram):
    with pytest.raises(MediaTooLarge):
        _ = [c async for c in telegram.fetch(source(fake_telegram, DATA), len(DATA) - 1)]
    huge = source(fake_telegram, b"x", size=25 * 1024 * 1024)
    with pytest.raises(MediaTooLarge):
        await anext(telegram.fetch(huge, 10**9))
    told = MediaSource("x", "file", "1", size=11)
    with pytest.raises(MediaTooLarge):
        await anext(telegram.fetch(told, 10))


async def test_a_file_that_telegram_does_not_know_is_gone(telegram):
    with pytest.raises(MediaGone):
        await anext(telegram.fetch(MediaSource("unknown", "file", "1"), 10))


@pytest.mark.parametrize(
    ("on", "kind"), [("getFile", "500"), ("file", "500"), ("file", "reset_before")]
)
async def test_a_failure_is_asked_again_later(telegram, fake_telegram, on, kind):
    fake_telegram.faults.next(kind, on=on)
    with pytest.raises(MediaLater) as caught:
        await anext(telegram.fetch(source(fake_telegram, DATA), 10**9))
    assert fake_telegram.token not in str(caught.value)


async def test_our_own_log_lines_hold_no_token_and_no_text(telegram, fake_telegram, caplog):
    caplog.set_level(logging.DEBUG, logger="bot")
    chat = fake_telegram.world.user()
    await fake_telegram.say(chat, "秘密")
    (update,) = await telegram.poll(None, 0)
    telegram.understand({**update, "message": {"text": "秘密"}}, locale="ja")
    assert "秘密" not in caplog.text
    assert fake_telegram.token not in caplog.text
