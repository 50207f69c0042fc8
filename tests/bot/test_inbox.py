"""What comes in: twice, forged, unknown, too large, from strangers. Real webhooks, real answers."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from storage.engine import Database
from storage.tables import disputes, evidence, inbox
from tests.conftest import StandingClock
from tests.live import LiveBot, live_bot
from tests.phones import LinePhone, TelegramPhone


@pytest.fixture
async def bot(tmp_path: Path, clock: StandingClock) -> AsyncIterator[LiveBot]:
    async with live_bot(tmp_path, clock) as running:
        yield running


async def count(bot: LiveBot, table: Any, *where: Any) -> int:
    async with bot.app.database.read() as tx:
        query = select(func.count()).select_from(table).where(*where)
        return int((await tx.execute(query)).scalar_one())


async def line_event(bot: LiveBot, *events: dict[str, Any]) -> int:
    assert bot.line.webhook_url
    response = await bot.line.deliver(bot.line.webhook_url, *events)
    await bot.settled()
    return response.status_code


def answers(bot: LiveBot, user: str) -> list[str]:
    return [b.text for b in bot.line.screen(user) if b.author == "bot"]


async def test_an_event_that_comes_twice_changes_nothing(bot: LiveBot) -> None:
    user = bot.line.world.user()
    event = bot.line.events.text(user, "色違いで紛争中、12月5日まで")
    assert await line_event(bot, event) == 200
    shown = answers(bot, user)
    again = {**event, "deliveryContext": {"isRedelivery": True}}
    assert await line_event(bot, again) == 200
    assert await line_event(bot, event, event) == 200
    assert answers(bot, user) == shown
    assert await count(bot, disputes) == 1


async def test_a_telegram_update_that_comes_twice_changes_nothing(bot: LiveBot) -> None:
    chat = bot.telegram.world.user()
    update = bot.telegram.updates.text(chat, "色違いで紛争中、12月5日まで")
    await bot.telegram.deliver(update)
    await bot.settled()
    shown = len(bot.telegram.screen(chat))
    async with httpx.AsyncClient(trust_env=False) as client:
        response = await client.post(
            f"{bot.url}/telegram/webhook",
            json=update,
            headers={"x-telegram-bot-api-secret-token": "a-secret"},
        )
    assert response.status_code == 200
    await bot.settled()
    assert len(bot.telegram.screen(chat)) == shown
    assert await count(bot, disputes) == 1


async def test_what_waited_is_read_by_the_time_it_was_said(
    bot: LiveBot, clock: StandingClock
) -> None:
    user = bot.line.world.user()
    said = bot.line.events.text(user, "色違いで紛争中、残り3時間", at=clock.now())
    clock.forward(hours=2)
    assert await line_event(bot, said) == 200
    (card, *_) = answers(bot, user)
    assert "11月23日(月) 13:00" in card
    assert "あと1時間" in card


async def test_a_time_that_cannot_be_is_not_read_by(bot: LiveBot) -> None:
    for wrong in (0, 4_000_000_000_000):
        user = bot.line.world.user()
        event = bot.line.events.text(user, "色違いで紛争中、残り3時間")
        assert await line_event(bot, {**event, "timestamp": wrong}) == 200
        assert "あと3時間" in answers(bot, user)[0]


@pytest.mark.parametrize("signature", ["", "AAAA", "あ", None])
async def test_a_forged_line_webhook_is_refused_and_not_kept(
    bot: LiveBot, signature: str | None
) -> None:
    body = json.dumps(
        {
            "destination": "U" + "0" * 32,
            "events": [bot.line.events.text(bot.line.world.user(), "紛争中")],
        }
    ).encode()
    headers = {} if signature is None else {"x-line-signature": signature.encode()}
    async with httpx.AsyncClient(trust_env=False) as client:
        response = await client.post(f"{bot.url}/line/webhook", content=body, headers=headers)
    assert response.status_code in (401, 403)
    assert await count(bot, inbox) == 0


@pytest.mark.parametrize("secret", ["", "another", None])
async def test_a_forged_telegram_webhook_is_refused_and_not_kept(
    bot: LiveBot, secret: str | None
) -> None:
    update = bot.telegram.updates.text(bot.telegram.world.user(), "紛争中")
    headers = {} if secret is None else {"x-telegram-bot-api-secret-token": secret}
    async with httpx.AsyncClient(trust_env=False) as client:
        response = await client.post(f"{bot.url}/telegram/webhook", json=update, headers=headers)
    assert response.status_code in (401, 403)
    assert await count(bot, inbox) == 0


async def test_bodies_that_are_too_large_or_broken(bot: LiveBot) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        for path in ("/line/webhook", "/telegram/webhook"):
            large = await client.post(f"{bot.url}{path}", content=b"x" * (1024 * 1024 + 1))
            assert large.status_code == 413
        broken = b'{"events": [{'
        signed = await client.post(
            f"{bot.url}/line/webhook",
            content=broken,
            headers={"x-line-signature": bot.line.sign(broken)},
        )
        assert signed.status_code == 400
        secret = {"x-telegram-bot-api-secret-token": "a-secret"}
        for body in (broken, b"[]", b"null", b"\xff"):
            response = await client.post(
                f"{bot.url}/telegram/webhook", content=body, headers=secret
            )
            assert response.status_code == 400, body
    assert await count(bot, inbox) == 0


async def test_empty_and_unknown_events_are_taken_and_not_answered(bot: LiveBot) -> None:
    user = bot.line.world.user()
    assert await line_event(bot) == 200
    unknown = {**bot.line.events.text(user, "x"), "type": "holdEverything"}
    unknown.pop("message")
    standby = {**bot.line.events.text(user, "紛争中、12月5日まで"), "mode": "standby"}
    standby.pop("replyToken", None)
    assert await line_event(bot, unknown, standby) == 200
    assert answers(bot, user) == []
    assert await count(bot, inbox) == 2
    assert await count(bot, disputes) == 0


async def test_several_people_in_one_webhook(bot: LiveBot) -> None:
    users = [bot.line.world.user() for _ in range(5)]
    events = [bot.line.events.text(user, "色違いで紛争中、12月5日まで") for user in users]
    assert await line_event(bot, *events) == 200
    assert all(answers(bot, user) for user in users)
    assert await count(bot, disputes) == 5


async def test_a_button_of_another_chat_is_answered_kindly_and_does_nothing(bot: LiveBot) -> None:
    buyer, stranger = LinePhone(bot), LinePhone(bot)
    await buyer.say("色違いで紛争中、12月5日まで")
    payload = bot.line.find(buyer.user, "これで登録").value
    assert await line_event(bot, bot.line.events.postback(stranger.user, payload)) == 200
    assert answers(bot, stranger.user)
    assert await count(bot, disputes, disputes.c.status == "open") == 0


@pytest.mark.parametrize(
    "payload", ["", "1~reg~999999~", "9~reg~1~", "rubbish", "1~reg~" + "9" * 40 + "~", "💥" * 60]
)
async def test_a_button_that_is_none_of_ours_is_answered(bot: LiveBot, payload: str) -> None:
    user = bot.line.world.user()
    event = {**bot.line.events.postback(user, "x")}
    event["postback"] = {"data": payload}
    assert await line_event(bot, event) == 200
    assert answers(bot, user)


@pytest.mark.parametrize(
    "text",
    ["あ" * 5000, "12/5 " * 1000, "🙂" * 1000, "\u200b", "‮‭", "\x00", "A" * 5000, "٣" * 300],
)
async def test_strange_texts_are_answered(bot: LiveBot, text: str) -> None:
    user = bot.line.world.user()
    assert await line_event(bot, bot.line.events.text(user, text)) == 200
    assert answers(bot, user)
    assert await count(bot, inbox, inbox.c.state == "parked") == 0
    assert not bot.offences


@pytest.mark.parametrize("text", ["12月5日まで\x00紛争中", "紛争中\ud83d、12月5日まで"])
async def test_what_postgresql_cannot_keep_is_kept_without_it(
    tmp_path: Path,
    clock: StandingClock,
    database: Database,
    database_address: str,
    text: str,
) -> None:
    await database.close()
    async with live_bot(tmp_path, clock, database=database_address) as bot:
        user = bot.line.world.user()
        body = json.dumps(
            {"destination": "U" + "0" * 32, "events": [bot.line.events.text(user, text)]}
        ).encode()
        async with httpx.AsyncClient(trust_env=False) as client:
            response = await client.post(
                f"{bot.url}/line/webhook",
                content=body,
                headers={"x-line-signature": bot.line.sign(body)},
            )
        assert response.status_code == 200
        await bot.settled()
        assert await count(bot, disputes) == 1
        assert await count(bot, inbox, inbox.c.state == "parked") == 0


async def test_ten_thousand_characters_through_telegram(bot: LiveBot) -> None:
    phone = TelegramPhone(bot)
    await phone.say("色違いで紛争中、12月5日まで。" + "困っています。" * 1500)
    assert any("12月5日(土)" in bubble.text for bubble in phone.screen())
    assert not bot.offences


async def test_a_photo_that_is_none(bot: LiveBot) -> None:
    phone = LinePhone(bot)
    await phone.say("色違いで紛争中、12月5日まで")
    await phone.press("これで登録")
    before = len(answers(bot, phone.user))
    await phone.photo(b"this is no picture at all")
    assert len(answers(bot, phone.user)) > before
    assert await count(bot, evidence) == 0


async def test_thirty_messages_a_minute_then_one_notice(bot: LiveBot) -> None:
    user = bot.line.world.user()
    for _ in range(35):
        await line_event(bot, bot.line.events.text(user, "一覧"))
    texts = answers(bot, user)
    assert len([text for text in texts if "1分ほど" in text]) == 1
    bot.clock.forward(seconds=61)
    await line_event(bot, bot.line.events.text(user, "一覧"))
    assert len(answers(bot, user)) == len(texts) + 1


async def test_presses_neither_count_nor_hide_the_notice(bot: LiveBot) -> None:
    user = bot.line.world.user()
    for number in range(32):
        await line_event(bot, bot.line.events.text(user, "一覧"))
        if number in (3, 29):
            await line_event(bot, bot.line.events.postback(user, "1~list~~"))
    texts = answers(bot, user)
    assert "1分ほど" in texts[-1]
    assert "1分ほど" not in "".join(texts[:-1])
    await line_event(bot, bot.line.events.postback(user, "1~list~~"))
    assert len(answers(bot, user)) > len(texts)


async def test_events_are_handled_by_the_platforms_time(bot: LiveBot) -> None:
    user = bot.line.world.user()
    early = bot.line.events.text(user, "色違いで紛争中、12月5日まで")
    late = bot.line.events.text(user, "やっぱり12月8日まで")
    late["timestamp"] = early["timestamp"] + 1000
    assert await line_event(bot, late, early) == 200
    assert "12月8日" in "\n".join(answers(bot, user)[-2:])


async def test_unsend_empties_the_kept_event_and_the_dispute_survives(bot: LiveBot) -> None:
    user = bot.line.world.user()
    event = bot.line.events.text(user, "色違いで紛争中、12月5日まで。秘密の言葉")
    await line_event(bot, event)
    await bot.line.press(user, "これで登録")
    await bot.settled()
    unsend = bot.line.events.unsend(user, event["message"]["id"])
    assert await line_event(bot, unsend) == 200
    async with bot.app.database.read() as tx:
        raws = [str(raw) for raw in (await tx.execute(select(inbox.c.raw))).scalars()]
        texts = list((await tx.execute(select(disputes.c.source_text))).scalars())
    assert not any("秘密の言葉" in text for text in (*raws, *texts))
    assert await count(bot, disputes, disputes.c.status == "open") == 1


async def test_blocking_silences_and_coming_back_is_greeted(bot: LiveBot) -> None:
    user = bot.line.world.user()
    await line_event(bot, bot.line.events.text(user, "紛争中で残り3時間"))
    await bot.line.press(user, "これで登録")
    await bot.settled()
    await line_event(bot, bot.line.events.unfollow(user))
    before = len(bot.line.ledger.of(user))
    await bot.forward(hours=2)
    assert len(bot.line.ledger.of(user)) == before
    await line_event(bot, bot.line.events.follow(user))
    assert len(bot.line.ledger.of(user)) > before


async def test_a_telegram_group_that_moves_is_followed(bot: LiveBot) -> None:
    chat = bot.telegram.world.user()
    group = bot.telegram.world.group()
    said = bot.telegram.updates.text(group, "/new", user=chat)
    await bot.telegram.deliver(said)
    await bot.settled()
    assert [b for b in bot.telegram.screen(group) if b.author == "bot"]
    new = bot.telegram.world.migrate(group)
    await bot.telegram.deliver(*bot.telegram.updates.migrated(group, new))
    await bot.settled()
    await bot.telegram.deliver(bot.telegram.updates.text(new, "/list", user=chat))
    await bot.settled()
    assert [b for b in bot.telegram.screen(new) if b.author == "bot"]


async def test_an_edit_corrects_its_own_open_card_and_never_registers_twice(bot: LiveBot) -> None:
    phone = TelegramPhone(bot)
    first = bot.telegram.updates.text(phone.chat, "色違いで紛争中、12月5日まで")
    await bot.telegram.deliver(first)
    await bot.settled()
    edited = bot.telegram.updates.edited(first, "色違いで紛争中、12月8日まで")
    await bot.telegram.deliver(edited)
    await bot.settled()
    assert any("12月8日" in bubble.text for bubble in phone.screen())
    assert await count(bot, disputes) == 1
    await phone.press("これで登録")
    again = bot.telegram.updates.edited(first, "色違いで紛争中、12月9日まで")
    await bot.telegram.deliver(again)
    await bot.settled()
    assert await count(bot, disputes) == 1
    assert not any("12月9日" in b.text for b in phone.screen() if b.author == "bot")
