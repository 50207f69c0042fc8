"""Good news without a sound, where its owner wants it so: what goes over the wire says it."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from storage.tables import deliveries
from tests.conftest import StandingClock
from tests.live import LiveBot, live_bot
from tests.phones import PHONES

SILENT = {"line": "notificationDisabled", "telegram": "disable_notification"}
REFUND = "色違いで紛争中、全額返金が決まり、12月5日が着金予定日です"


@pytest.fixture
async def bot(tmp_path: Path, clock: StandingClock) -> AsyncIterator[LiveBot]:
    async with live_bot(tmp_path, clock) as running:
        yield running


async def last_body(bot: LiveBot) -> dict[str, Any]:
    async with bot.app.database.read() as tx:
        found = await tx.execute(select(deliveries).order_by(deliveries.c.id.desc()).limit(1))
        row = found.mappings().one()
    assert row["state"] == "sent", row["reason"]
    body: dict[str, Any] = row["body"]
    return body


async def until(bot: LiveBot, when: str) -> None:
    moment = datetime.fromisoformat(f"{when}+09:00")
    await bot.forward(seconds=(moment - bot.clock.now()).total_seconds())


@pytest.mark.parametrize("platform", ["line", "telegram"])
async def test_only_good_news_is_silent_and_only_if_wanted(bot: LiveBot, platform: str) -> None:
    phone = PHONES[platform](bot)
    await phone.say(REFUND)
    await phone.press("これで登録")
    await phone.say("良い知らせは静かに")
    await until(bot, "2026-12-05T09:00")
    assert (await last_body(bot))[SILENT[platform]] is True
    await phone.say("良い知らせも鳴らして")
    assert SILENT[platform] not in await last_body(bot)
    await until(bot, "2026-12-06T09:00")
    assert SILENT[platform] not in await last_body(bot)


@pytest.mark.parametrize("platform", ["line", "telegram"])
async def test_a_warning_is_never_silent(bot: LiveBot, platform: str) -> None:
    phone = PHONES[platform](bot)
    await phone.say(REFUND)
    await phone.press("これで登録")
    await phone.say("色違いで紛争中、12月5日にAliExpress介入。別の紛争です")
    await phone.press("これで登録")
    await phone.say("良い知らせは静かに")
    await until(bot, "2026-12-05T09:00")
    assert SILENT[platform] not in await last_body(bot)
