"""In a group the bot speaks only when it is spoken to, and its buttons are everybody's."""

from pathlib import Path
from typing import Any

from tests.conftest import StandingClock
from tests.live import live_bot


async def test_a_line_group(tmp_path: Path, clock: StandingClock) -> None:
    async with live_bot(tmp_path, clock) as bot:
        buyer, friend = bot.line.world.user(), bot.line.world.user()
        group = bot.line.world.group(buyer, friend)

        async def happens(*events: dict[str, Any]) -> list[str]:
            before = len(bot.line.screen(group))
            assert bot.line.webhook_url
            assert (await bot.line.deliver(bot.line.webhook_url, *events)).status_code == 200
            await bot.settled()
            new = bot.line.screen(group)[before:]
            return [bubble.text for bubble in new if bubble.author == "bot"]

        said = bot.line.events.text
        (greeting,) = await happens(bot.line.events.join(group))
        assert "「紛争ナビ」と書き始める" in greeting
        for chatter in ("おつかれさま", "AliExpressで買ったよ", "12月5日に集合"):
            assert await happens(said(buyer, chatter, group=group)) == []
        card = await happens(said(buyer, "紛争ナビ 色違いで紛争中、12月5日まで", group=group))
        assert "12月5日(土)" in card[0]
        await bot.line.press(friend, "これで登録", group=group)
        await bot.settled()
        assert "人数分" in bot.line.screen(group)[-1].text
        assert await happens(said(friend, "12月8日に変更", group=group)) == []
        changed = await happens(said(friend, "紛争ナビ、期限は12月8日です", group=group))
        assert "12月8日(火)" in "".join(changed)
        assert await happens(said(friend, "紛争ナビ ヘルプ", group=group))
        assert not bot.offences


async def test_a_telegram_group(tmp_path: Path, clock: StandingClock) -> None:
    async with live_bot(tmp_path, clock) as bot:
        buyer, friend = bot.telegram.world.user(), bot.telegram.world.user()
        group = bot.telegram.world.group()

        async def says(user: int, text: str) -> list[str]:
            before = len(bot.telegram.screen(group))
            await bot.telegram.deliver(bot.telegram.updates.text(group, text, user=user))
            await bot.settled()
            new = bot.telegram.screen(group)[before:]
            return [bubble.text for bubble in new if bubble.author == "bot"]

        assert await says(buyer, "おつかれさま") == []
        assert await says(buyer, "12月5日に集合") == []
        card = await says(buyer, "紛争ナビ 色違いで紛争中、12月5日まで")
        assert "12月5日(土)" in card[0]
        await bot.telegram.press(group, "これで登録", user=friend)
        await bot.settled()
        assert await says(friend, "/list")
        assert not bot.offences
