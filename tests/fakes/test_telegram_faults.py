"""Telegram misbehaving: what the client sees and what Telegram had taken by then."""

from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut

from tests.fakes.faults import Kind
from tests.fakes.telegram import FakeTelegram


@pytest.mark.parametrize(
    ("kind", "error"), [("429", RetryAfter), ("500", NetworkError), ("502", NetworkError)]
)
async def test_error_answers(
    kind: Kind, error: type[TelegramError], telegram: FakeTelegram, bot: Bot
) -> None:
    chat = telegram.world.user()
    telegram.faults.next(kind, on="send*", retry_after=7)
    with pytest.raises(error) as refused:
        await bot.send_message(chat, "a")
    if isinstance(refused.value, RetryAfter):
        assert refused.value.retry_after == timedelta(seconds=7)
    assert len(telegram.ledger) == 0
    await bot.send_message(chat, "a")
    assert telegram.faults.happened == [("sendMessage", kind)]


@pytest.mark.parametrize(
    ("kind", "accepted"),
    [
        ("timeout_before", False),
        ("timeout_after", True),
        ("reset_before", False),
        ("reset_after", True),
    ],
)
async def test_no_answer(kind: Kind, accepted: bool, telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.world.user()
    telegram.faults.next(kind, on="sendMessage")
    expected = TimedOut if kind.startswith("timeout") else NetworkError
    with pytest.raises(expected):
        await bot.send_message(chat, "a", read_timeout=0.3)
    assert [entry.answered for entry in telegram.ledger] == [False] * accepted
    assert len(telegram.screen(chat)) == accepted
    await bot.send_message(chat, "a")


async def test_faults_pass_other_methods_by(telegram: FakeTelegram, bot: Bot) -> None:
    telegram.faults.next("500", on="edit*")
    await bot.send_message(telegram.world.user(), "a")
    assert telegram.faults.happened == []


async def test_lost_answer_to_a_poll_gives_the_updates_again(
    telegram: FakeTelegram, bot: Bot
) -> None:
    await telegram.say(telegram.world.user(), "a")
    telegram.faults.next("reset_after", on="getUpdates")
    with pytest.raises(NetworkError):
        await bot.get_updates()
    assert len(await bot.get_updates()) == 1


async def test_outage(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.world.user()
    await telegram.go_down()
    with pytest.raises(NetworkError):
        await bot.send_message(chat, "a")
    await telegram.come_back()
    await bot.send_message(chat, "a")
    assert len(telegram.screen(chat)) == 1
