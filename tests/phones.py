"""A buyer's phone, alike on LINE and Telegram: what one can do with it, and what it shows."""

from collections.abc import Sequence
from typing import Protocol

from tests.fakes.line_world import Content
from tests.fakes.screen import Bubble
from tests.live import LiveBot


class Phone(Protocol):
    """One person's chat with the bot."""

    async def say(self, text: str) -> None: ...

    async def press(self, label: str) -> None: ...

    async def pick(self, label: str, value: str) -> None: ...

    async def photo(self, data: bytes) -> None: ...

    async def album(self, photos: Sequence[bytes]) -> None: ...

    def screen(self) -> list[Bubble]: ...


class LinePhone:
    """A phone with LINE."""

    def __init__(self, bot: LiveBot) -> None:
        self.bot = bot
        self.user = bot.line.world.user()

    async def say(self, text: str) -> None:
        response = await self.bot.line.say(self.user, text)
        assert response.status_code == 200, response.status_code
        await self.bot.settled()

    async def press(self, label: str) -> None:
        response = await self.bot.line.press(self.user, label)
        assert response is None or response.status_code == 200
        await self.bot.settled()

    async def pick(self, label: str, value: str) -> None:
        """Choose in LINE's own picker: `2027-02-03` or `2027-02-03T18:00`."""
        mode = self.bot.line.find(self.user, label).raw.get("mode")
        full = value if "T" in value else f"{value}T23:59"
        await self.bot.line.press(self.user, label, value=value if mode == "date" else full)
        await self.bot.settled()

    async def photo(self, data: bytes) -> None:
        assert self.bot.line.webhook_url
        await self.bot.line.deliver(self.bot.line.webhook_url, self.bot.line.photo(self.user, data))
        await self.bot.settled()

    async def album(self, photos: Sequence[bytes]) -> None:
        """Several photos chosen at once: LINE sends them in no order, and tells how many."""
        line = self.bot.line
        assert line.webhook_url
        events = line.events.image_set(self.user, len(photos))
        for event, data in zip(events, photos, strict=True):
            line.world.contents[event["message"]["id"]] = Content(data, "image/jpeg")
            await line.deliver(line.webhook_url, event)
        await self.bot.settled()

    def screen(self) -> list[Bubble]:
        return self.bot.line.screen(self.user)


class TelegramPhone:
    """A phone with Telegram."""

    def __init__(self, bot: LiveBot) -> None:
        self.bot = bot
        self.chat = bot.telegram.world.user()

    async def say(self, text: str) -> None:
        await self.bot.telegram.deliver(self.bot.telegram.updates.text(self.chat, text))
        await self.bot.settled()

    async def press(self, label: str) -> None:
        await self.bot.telegram.press(self.chat, label)
        await self.bot.settled()

    async def pick(self, label: str, value: str) -> None:
        """Walk the inline calendar: pages, then the day, then the hour (or none)."""
        await self.press(label)
        day, _, hour = value.partition("T")
        year, month, number = (int(part) for part in day.split("-"))
        for _ in range(36):
            if any(f"{year}年{month}月" in label for label in self._labels()):
                break
            await self.press("▶")
        await self.press(str(number))
        if not any(":" in label or "時" in label for label in self._labels()):
            return
        wanted = [
            label
            for label in self._labels()
            if (hour and label in (f"{int(hour[:2])}時", f"{int(hour[:2])}:00", hour))
            or (not hour and "日付だけ" in label)
        ]
        assert wanted, self._labels()
        await self.press(wanted[0])

    def _labels(self) -> list[str]:
        """The keys of the calendar that is open, in whatever message it was opened."""
        open_ones = [bubble for bubble in self.screen() if "戻る" in bubble.labels]
        return open_ones[-1].labels if open_ones else []

    async def photo(self, data: bytes) -> None:
        telegram = self.bot.telegram
        await telegram.deliver(telegram.updates.photo(self.chat, data))
        await self.bot.settled()

    async def album(self, photos: Sequence[bytes], *, name: str = "1", quiet: bool = True) -> None:
        """Several photos chosen at once; `quiet`: nothing more comes for a moment."""
        telegram = self.bot.telegram
        for data in photos:
            await telegram.deliver(telegram.updates.photo(self.chat, data, media_group_id=name))
        await self.bot.settled()
        if quiet:
            await self.bot.forward(seconds=2)

    def screen(self) -> list[Bubble]:
        return self.bot.telegram.screen(self.chat)


PHONES = {"line": LinePhone, "telegram": TelegramPhone}
