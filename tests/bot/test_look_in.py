"""The daily question on its way out: with the day's warning, in one call, on either database."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage.engine import Database
from storage.tables import deliveries, outbox
from tests.conftest import StandingClock
from tests.fakes.screen import Bubble
from tests.live import LiveBot, live_bot
from tests.phones import PHONES, Phone

QUESTION = "今日の画面は変わりましたか?"


@pytest.fixture
async def bot(
    tmp_path: Path, clock: StandingClock, database: Database, database_address: str
) -> AsyncIterator[LiveBot]:
    async with live_bot(tmp_path, clock, database=database_address) as running:
        yield running


async def until(bot: LiveBot, when: str) -> None:
    moment = datetime.fromisoformat(f"{when}+09:00")
    await bot.forward(seconds=(moment - bot.clock.now()).total_seconds())


async def sent(bot: LiveBot) -> int:
    """How many calls have left so far."""
    async with bot.app.database.read() as tx:
        count = select(func.count()).select_from(deliveries)
        return int((await tx.execute(count)).scalar_one())


async def fates(bot: LiveBot) -> dict[str, str]:
    """What became of the planned questions, by their names."""
    async with bot.app.database.read() as tx:
        found = await tx.execute(
            select(outbox.c.offset, outbox.c.state)
            .where(outbox.c.offset.startswith("look:"))
            .order_by(outbox.c.id)
        )
        return {row.offset: row.state for row in found}


def last(phone: Phone) -> Bubble:
    return [bubble for bubble in phone.screen() if bubble.author == "bot"][-1]


@pytest.mark.parametrize("platform", ["line", "telegram"])
async def test_one_delivery_holds_the_warning_and_the_question(bot: LiveBot, platform: str) -> None:
    phone = PHONES[platform](bot)
    await phone.say("色違いで紛争中です。全額返金6,993円、12月5日にAliExpress介入")
    await phone.press("これで登録")
    await phone.say("毎日確認して")
    await until(bot, "2026-12-02T09:00")
    await until(bot, "2026-12-04T19:59")
    before, shown = await sent(bot), len(phone.screen())
    await until(bot, "2026-12-04T20:00")
    assert await sent(bot) == before + 1
    assert len(phone.screen()) == shown + 1
    message = last(phone)
    assert "12月5日(土)" in message.text
    assert QUESTION in message.text
    assert {"やること", "終わった", "変化なし", "新しい提案", "もう聞かないで"} <= set(
        message.labels
    )
    assert await fates(bot) == {"look:20261204": "sent", "look:20261205": "planned"}
    await phone.press("変化なし")
    assert "12月5日(土) 23:59" in last(phone).text
    before = await sent(bot)
    await until(bot, "2026-12-05T08:49")
    assert await sent(bot) == before
    await until(bot, "2026-12-05T09:00")
    assert QUESTION in last(phone).text
    await until(bot, "2026-12-06T12:00")
    assert "どうなりましたか" in last(phone).text
    assert await sent(bot) == before + 2
    assert not bot.offences


@pytest.mark.parametrize("platform", ["line", "telegram"])
async def test_after_an_outage_yesterdays_question_is_not_put(bot: LiveBot, platform: str) -> None:
    phone = PHONES[platform](bot)
    await phone.say(
        "AliExpressの判定は全額返金ですが、セラーが何度も拒否。交渉完了推定時間は12月1日"
    )
    await phone.press("これで登録")
    await phone.say("毎日確認して")
    before = await sent(bot)
    # As if nothing had run since the evening of the 24th: the moment of that day is long past.
    await until(bot, "2026-11-26T09:00")
    assert await sent(bot) == before
    assert (await fates(bot))["look:20261124"] == "cancelled"
    await until(bot, "2026-11-26T20:00")
    assert await sent(bot) == before + 1
    assert last(phone).text.count(QUESTION) >= 1
    assert not bot.offences
