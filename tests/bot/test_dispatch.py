"""What becomes of deliveries when platforms fail, over real HTTP, from the fakes' own ledgers."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import select, update

from bot.lane import Lane
from bot.platforms.base import AnswerTo
from handlers.replies import Reply, Text
from storage import outbox, owners
from storage.engine import Database
from storage.owner_records import Chat
from storage.states import ChatState
from storage.tables import chats, deliveries
from storage.tables import outbox as rows
from tests.conftest import StandingClock
from tests.live import LiveBot, live_bot


@pytest.fixture
async def bot(
    tmp_path: Path, clock: StandingClock, database: Database, database_address: str
) -> AsyncIterator[LiveBot]:
    async with live_bot(tmp_path, clock, database=database_address) as running:
        yield running


async def chat_on(bot: LiveBot, platform: str) -> tuple[Chat, Any]:
    """A chat that has written to the bot before, and its address on the fake."""
    world = bot.line.world if platform == "line" else bot.telegram.world
    address = world.user()
    async with bot.app.database.write() as tx:
        chat = await owners.open_chat(
            tx,
            platform,
            str(address),
            group=False,
            zone="Asia/Tokyo",
            locale="ja",
            now=bot.clock.now(),
        )
    return chat, address


async def put(bot: LiveBot, chat: Chat, words: str, *, answer: AnswerTo | None = None) -> None:
    """A row that is due now: a notice, or an answer that hangs on something."""
    now = bot.clock.now()
    content = {
        "reply": msgspec.to_builtins(Reply((Text(words),))),
        "to": msgspec.to_builtins(answer or AnswerTo()),
    }
    async with bot.app.database.write() as tx:
        if answer is None:
            await outbox.put_notice(tx, chat.id, content, now, now)
        else:
            await outbox.put_answer(tx, chat.id, content, now)
    bot.app.wake.ring()


async def sent(bot: LiveBot, chat: Chat, words: str, *, answer: AnswerTo | None = None) -> None:
    await put(bot, chat, words, answer=answer)
    await bot.settled()


def seen(bot: LiveBot, address: Any) -> list[str]:
    """The texts on this person's screen, from the fake."""
    fake = bot.line if isinstance(address, str) else bot.telegram
    return [bubble.text for bubble in fake.screen(address)]  # type: ignore[arg-type]


async def states(bot: LiveBot) -> list[str]:
    async with bot.app.database.read() as tx:
        return list((await tx.execute(select(rows.c.state).order_by(rows.c.id))).scalars())


async def chat_state(bot: LiveBot, chat: Chat) -> ChatState:
    async with bot.app.database.read() as tx:
        return (await owners.chat(tx, chat.id)).state


@pytest.mark.parametrize("fault", ["500", "reset_before", "reset_after", "timeout_after"])
async def test_a_line_push_is_repeated_under_its_key(bot: LiveBot, fault: Any) -> None:
    chat, user = await chat_on(bot, "line")
    bot.line.faults.next(fault, on="push")
    await put(bot, chat, "期限です")
    await wait_for_tries(bot, 1)
    await bot.forward(seconds=2)
    assert seen(bot, user) == ["期限です"]
    assert await states(bot) == ["sent"]
    assert not bot.offences


async def wait_for_tries(bot: LiveBot, tries: int) -> None:
    """Wait (in real time: timeouts are real) until the delivery has failed so often."""
    async with asyncio.timeout(20):
        while True:
            async with bot.app.database.read() as tx:
                found = (
                    (
                        await tx.execute(
                            select(deliveries.c.tries).where(deliveries.c.attempted_at.is_(None))
                        )
                    )
                    .scalars()
                    .all()
                )
            if tries in found:
                return
            await asyncio.sleep(0.02)


async def test_a_reply_that_timed_out_is_not_pushed_again(bot: LiveBot) -> None:
    user = bot.line.world.user()
    bot.line.faults.next("timeout_after", on="reply")
    assert bot.line.webhook_url
    await bot.line.deliver(bot.line.webhook_url, bot.line.events.text(user, "ヘルプ"))
    await wait_for_tries(bot, 1)
    await bot.forward(seconds=2)
    answers = [b for b in bot.line.screen(user) if b.author == "bot"]
    assert answers
    assert {entry.via for entry in bot.line.ledger.of(user) if entry.via != "other"} == {"reply"}
    assert len([e for e in bot.line.ledger.of(user) if e.via == "reply"]) == 1
    assert not [offence for offence in bot.offences if "Invalid reply token" not in offence]


async def test_a_reply_token_that_is_too_old_becomes_a_push(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "line")
    old = AnswerTo(reply_token="0" * 32, reply_at=bot.clock.now() - timedelta(seconds=51))
    await sent(bot, chat, "お待たせしました", answer=old)
    assert seen(bot, user) == ["お待たせしました"]
    assert [entry.via for entry in bot.line.ledger.of(user)] == ["push"]
    assert not bot.line.ledger.refused, "the dead token was not even tried"


async def test_a_reply_token_that_is_refused_becomes_a_push(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "line")
    unknown = AnswerTo(reply_token="0" * 32, reply_at=bot.clock.now())
    await sent(bot, chat, "お待たせしました", answer=unknown)
    await bot.forward(seconds=2)
    assert seen(bot, user) == ["お待たせしました"]


async def test_telegram_asks_to_wait(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "telegram")
    bot.telegram.faults.next("429", on="sendMessage", retry_after=7)
    await sent(bot, chat, "期限です")
    assert seen(bot, user) == []
    await bot.forward(seconds=6)
    assert seen(bot, user) == []
    await bot.forward(seconds=2)
    assert seen(bot, user) == ["期限です"]


async def test_a_doubtful_telegram_message_comes_again(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "telegram")
    bot.telegram.faults.next("reset_after", on="sendMessage")
    await put(bot, chat, "期限です")
    await wait_for_tries(bot, 1)
    assert seen(bot, user) == ["期限です"]
    await bot.forward(seconds=5)
    first, second = seen(bot, user)
    assert first == "期限です"
    assert second.startswith("【再送】")
    assert "期限です" in second
    assert await states(bot) == ["sent"]


async def test_a_blocked_chat_is_left_alone_and_later_rows_stay(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "telegram")
    bot.telegram.world.chats[user].blocked = True
    await sent(bot, chat, "期限です")
    assert await states(bot) == ["refused"]
    assert await chat_state(bot, chat) == ChatState.BLOCKED
    attempts = len(bot.telegram.ledger.refused)
    await sent(bot, chat, "もう一つ")
    assert len(bot.telegram.ledger.refused) == attempts
    assert await states(bot) == ["refused", "refused"]


async def test_a_wrong_token_refuses_nothing(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "telegram")
    right, bot.telegram.token = bot.telegram.token, "987654321:another"
    await sent(bot, chat, "期限です")
    assert await states(bot) == ["frozen"]
    tried = len(bot.telegram.ledger.refused)
    another, _ = await chat_on(bot, "telegram")
    await put(bot, another, "こちらも期限です")
    await asyncio.sleep(0.3)
    assert len(bot.telegram.ledger.refused) == tried, "nothing is sent with a token that is wrong"
    bot.telegram.token = right
    await bot.forward(seconds=61)
    assert seen(bot, user) == ["期限です"]
    assert await states(bot) == ["sent", "sent"]


async def test_the_spent_quota_holds_a_warning_for_the_next_reply(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "line")
    bot.line.world.quota = 0
    await sent(bot, chat, "期限です")
    assert seen(bot, user) == []
    assert await states(bot) == ["held"]


async def test_what_the_quota_held_back_is_said_first(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "line")
    bot.line.world.quota = 0
    await sent(bot, chat, "期限です")
    assert bot.line.webhook_url
    await bot.line.deliver(bot.line.webhook_url, bot.line.events.text(user, "ヘルプ"))
    await bot.settled()
    shown = [b.text for b in bot.line.screen(user) if b.author == "bot"]
    assert shown[0] == "期限です"
    assert len(shown) > 1
    assert (await states(bot))[0] == "sent"


async def test_a_group_that_moved_gets_what_was_due(bot: LiveBot) -> None:
    chat, _ = await chat_on(bot, "telegram")
    group = bot.telegram.world.group()
    async with bot.app.database.write() as tx:
        await tx.execute(update(chats).where(chats.c.id == chat.id).values(address=str(group)))
    new = bot.telegram.world.migrate(group)
    await sent(bot, chat, "期限です")
    assert seen(bot, new) == ["期限です"]


async def test_an_outage_is_waited_out(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "telegram")
    await bot.telegram.go_down()
    await sent(bot, chat, "期限です")
    assert seen(bot, user) == []
    await bot.telegram.come_back()
    await bot.forward(minutes=5)
    assert seen(bot, user) == ["期限です"]


async def interrupted(bot: LiveBot, *, attempted: bool) -> None:
    """Leave the only delivery as a crash would: leased, and perhaps attempted."""
    async with bot.app.database.write() as tx:
        await tx.execute(
            update(deliveries).values(
                state="ready",
                settled_at=None,
                attempted_at=bot.clock.now() if attempted else None,
                tries=1 if attempted else 0,
                first_attempt_at=bot.clock.now() if attempted else None,
                next_try_at=bot.clock.now(),
            )
        )
        await tx.execute(update(rows).values(state="frozen"))
        await tx.execute(
            update(chats).values(
                lease_token="of-a-dead-process", lease_until=bot.clock.now() + timedelta(seconds=20)
            )
        )


@pytest.mark.parametrize(
    ("platform", "attempted", "marked"),
    [
        ("line", False, False),
        ("line", True, False),
        ("telegram", False, False),
        ("telegram", True, True),
    ],
)
async def test_after_a_crash(bot: LiveBot, platform: str, attempted: bool, marked: bool) -> None:
    chat, user = await chat_on(bot, platform)
    await sent(bot, chat, "期限です")
    await interrupted(bot, attempted=attempted)
    bot.app.wake.ring()
    await asyncio.sleep(0.2)
    assert len(seen(bot, user)) == 1, "somebody else's lease still holds"
    await bot.forward(seconds=21)
    await bot.forward(seconds=6)
    texts = seen(bot, user)
    if platform == "line":
        # The fake knows the retry key, so it answers 409 and shows nothing twice.
        assert texts == ["期限です"]
    else:
        assert len(texts) == 2
        assert texts[1].startswith("【再送】") == marked
    assert await states(bot) == ["sent"]
    assert not bot.offences


@pytest.mark.parametrize("platform", ["line", "telegram"])
async def test_a_crash_does_not_lengthen_the_pauses(bot: LiveBot, platform: str) -> None:
    chat, user = await chat_on(bot, platform)
    await sent(bot, chat, "期限です")
    (bot.line if platform == "line" else bot.telegram).ledger.clear()
    bot.line.world.keys.clear()
    await interrupted(bot, attempted=True)
    (bot.line if platform == "line" else bot.telegram).faults.next("500", times=1, on="*s*")
    await bot.forward(seconds=21)
    await bot.forward(seconds=6 if platform == "telegram" else 0)
    before = len(seen(bot, user))
    await bot.forward(seconds=1)
    assert len(seen(bot, user)) == before + 1
    assert await states(bot) == ["sent"]


async def test_answers_keep_their_order_and_go_before_notices(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "telegram")
    now = bot.clock.now()
    async with bot.app.database.write() as tx:
        for kind, words in [("n", "お知らせ"), ("a", "一つ目"), ("a", "二つ目")]:
            content = {"reply": msgspec.to_builtins(Reply((Text(words),))), "to": {}}
            if kind == "n":
                await outbox.put_notice(tx, chat.id, content, now, now)
            else:
                await outbox.put_answer(tx, chat.id, content, now)
    bot.app.wake.ring()
    await bot.settled()
    assert seen(bot, user) == ["一つ目", "二つ目", "お知らせ"]


async def test_a_failing_answer_is_not_overtaken(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "telegram")
    bot.telegram.faults.next("500", on="sendMessage")
    await sent(bot, chat, "一つ目", answer=AnswerTo())
    await put(bot, chat, "二つ目", answer=AnswerTo())
    await asyncio.sleep(0.2)
    assert seen(bot, user) == []
    await bot.forward(seconds=2)
    assert seen(bot, user) == ["一つ目", "二つ目"]


async def test_one_chats_trouble_does_not_hold_up_another(bot: LiveBot) -> None:
    first, _ = await chat_on(bot, "telegram")
    second, other = await chat_on(bot, "telegram")
    bot.telegram.faults.next("timeout_before", on="sendMessage")
    await put(bot, first, "期限です")
    await asyncio.sleep(0.3)
    await put(bot, second, "こちらも期限です")
    async with asyncio.timeout(3):
        while not seen(bot, other):
            await asyncio.sleep(0.02)


async def test_a_long_message_is_split_and_none_is_lost(bot: LiveBot) -> None:
    chat, user = await chat_on(bot, "line")
    words = "\n".join(f"{number}行目です。" for number in range(6000))
    await sent(bot, chat, words)
    shown = "\n".join(seen(bot, user))
    assert all(f"{number}行目です。" in shown for number in (0, 2999, 5999))
    assert not bot.offences


@pytest.mark.parametrize("kept", [True, False])
async def test_nothing_leaves_before_its_attempt_is_a_fact(
    bot: LiveBot, monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    chat, user = await chat_on(bot, "line")
    line = bot.app.platforms["line"]
    send, facts = line.send, []

    async def attempts() -> list[Any]:
        async with bot.app.database.read() as tx:
            found = await tx.execute(select(deliveries.c.attempted_at, deliveries.c.tries))
            return [tuple(row) for row in found]

    async def looked(outgoing: Any) -> Any:
        facts.append(await attempts())
        return await send(outgoing)

    monkeypatch.setattr(line, "send", looked)
    if kept:
        await sent(bot, chat, "期限です")
        assert seen(bot, user) == ["期限です"]
        assert facts == [[(bot.clock.now(), 1)]]
        return
    # What needs a file is attempted when the file is there, and this one cannot be had.
    monkeypatch.setattr(line, "render", lambda *_, **__: [{"blob": "x", "name": "x.png"}])
    monkeypatch.setattr(Lane, "_files", unreachable)
    await sent(bot, chat, "期限です")
    assert facts == []
    assert [attempted for attempted, _ in await attempts()] == [None]


async def unreachable(_lane: Lane, _delivery: Any) -> Any:
    raise OSError
