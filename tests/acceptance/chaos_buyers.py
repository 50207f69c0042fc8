"""Buyers who register disputes through their chats, in bursts, while the bot is being killed."""

import asyncio
import random
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import httpx

from tests.acceptance.chaos_shown import shown
from tests.fakes.ledger import Json
from tests.fakes.line import FakeLine
from tests.fakes.telegram import FakeTelegram

LOOK = 0.1
"""Seconds between two looks at the screen."""
MILLISECOND = timedelta(milliseconds=1)
A_MINUTE = 20
"""Messages and presses of one buyer within a minute: from 30 on the bot asks for a rest, and what
waits while it is down comes to it all at once.
"""


@dataclass(slots=True)
class Case:
    """One dispute, from the sentence to its warning, as the platform's ledger shows it."""

    order: str
    said: bool = False
    draft: int = 0
    card: int = 0
    """Telegram: the message that the card stands in."""
    pressed: bool = False
    query: str = ""
    """Telegram: the press that must be answered."""
    number: int = 0
    outrun: bool = False
    """The date had passed before the press was handled: nothing was registered."""
    warned: bool = False

    @property
    def open(self) -> bool:
        """Something is still to come."""
        if self.pressed:
            return not self.outrun and not (self.number and self.warned)
        return self.said and not self.draft


@dataclass
class Buyer(ABC):
    """One person in one chat; `cases` in the order in which they were said."""

    serial: int
    seconds: int
    """The countdown that each dispute is said to have left."""
    chance: random.Random
    cases: list[Case] = field(default_factory=list)
    presses: list[Case] = field(default_factory=list)
    """Those whose これで登録 was pressed, in that order."""
    redelivered: int = 0
    _seen: int = 0
    _sent: list[float] = field(default_factory=list)

    platform = ""
    chat: str | int = ""

    @abstractmethod
    def look(self) -> None:
        """Note what is new on the screen."""

    @abstractmethod
    async def say(self, cases: list[Case]) -> None:
        """Tell of these disputes, one message each."""

    @abstractmethod
    async def press(self, cases: list[Case]) -> None:
        """Press これで登録 on each one's card."""

    def sentence(self, case: Case) -> str:
        """What is typed."""
        return f"色違いで紛争中、残り{self.seconds}秒、注文番号 {case.order}"

    def note(self, body: Json, card: int) -> None:
        """One more message on the screen."""
        for one in shown(self.platform, body):
            for case in self.cases:
                if one.kind == "warning" and case.number == one.number:
                    case.warned = True
                elif one.of == case.order:
                    case.draft, case.card = case.draft or one.draft, case.card or card
                    case.number = case.number or one.number
                    case.outrun = case.outrun or one.kind == "outrun"

    async def live(self, stop: asyncio.Event, pause: float) -> None:
        """Tell of one to three disputes, register them, rest; until told to stop."""
        while not stop.is_set():
            burst = []
            size = self.chance.randint(1, 3)
            await self._unhurried(2 * size, stop)
            if stop.is_set():
                return
            for _ in range(size):
                burst.append(Case(f"82{self.serial:010}{len(self.cases) + 1:04}"))
                self.cases.append(burst[-1])
            await self.say(burst)
            await self._until(lambda now=burst: all(case.draft for case in now))
            self.presses += burst
            await self.press(burst)
            await self._until(lambda now=burst: all(case.number or case.outrun for case in now))
            await asyncio.sleep(self.chance.uniform(0.5, 1.5) * pause)

    async def _unhurried(self, more: int, stop: asyncio.Event) -> None:
        """Wait until so many more are not too many for a minute, and count them."""
        loop = asyncio.get_running_loop()
        while len(self._sent) + more > A_MINUTE and not stop.is_set():
            await asyncio.sleep(LOOK)
            self._sent = [at for at in self._sent if loop.time() - at < 60]
        self._sent += [loop.time()] * more

    async def _until(self, seen: Callable[[], bool]) -> None:
        while True:
            self.look()
            if seen():
                return
            await asyncio.sleep(LOOK)


class OnLine(Buyer):
    """On LINE: a burst is one webhook call, its events in any order; their times tell it."""

    platform = "line"

    def on(self, line: FakeLine) -> "OnLine":
        """Join this LINE."""
        self.line = line
        self.chat = line.world.user()
        return self

    def look(self) -> None:
        entries = self.line.ledger.entries
        for entry in entries[self._seen :]:
            if entry.chat == self.chat and entry.via in ("reply", "push"):
                self.note(entry.body, 0)
        self._seen = len(entries)

    async def say(self, cases: list[Case]) -> None:
        base, user = self.line.now(), str(self.chat)
        events = [
            self.line.events.text(user, self.sentence(case), at=base + number * MILLISECOND)
            for number, case in enumerate(cases)
        ]
        await self._deliver(events)
        for case in cases:
            case.said = True

    async def press(self, cases: list[Case]) -> None:
        base, user = self.line.now(), str(self.chat)
        events = [
            self.line.events.postback(user, f"1~reg~{case.draft}~", at=base + number * MILLISECOND)
            for number, case in enumerate(cases)
        ]
        await self._deliver(events)
        for case in cases:
            case.pressed = True

    async def _deliver(self, events: list[Json]) -> None:
        """Until the bot says 200, as LINE redelivers."""
        self.chance.shuffle(events)
        assert self.line.webhook_url
        while True:
            try:
                answer = await self.line.deliver(self.line.webhook_url, *events)
            except httpx.TransportError:
                pass
            else:
                if answer.status_code == 200:
                    return
            self.redelivered += 1
            events = [self.line.events.redelivered(event) for event in events]
            await asyncio.sleep(self.chance.uniform(0.1, 0.6))


class Post:
    """Telegram's hand-over, one at a time so that its order is kept; what fails is tried again."""

    def __init__(self, telegram: FakeTelegram) -> None:
        self.telegram = telegram
        self.failed = 0
        self._lock = asyncio.Lock()

    async def hand_over(self, *updates: Json) -> None:
        """Queue updates, for polling or for the webhook."""
        async with self._lock:
            try:
                await self.telegram.deliver(*updates)
            except httpx.TransportError:
                self.failed += 1

    async def keep_trying(self) -> None:
        """Post what the webhook did not take, for ever."""
        while True:
            await asyncio.sleep(0.2)
            if self.telegram.feed.url and self.telegram.feed.pending:
                await self.hand_over()


class OnTelegram(Buyer):
    """On Telegram: messages arrive in order, some of them twice."""

    platform = "telegram"

    def on(self, telegram: FakeTelegram, post: Post) -> "OnTelegram":
        """Join this Telegram."""
        self.telegram, self.post = telegram, post
        self.chat = telegram.world.user()
        return self

    def look(self) -> None:
        entries = self.telegram.ledger.entries
        for entry in entries[self._seen :]:
            if entry.chat == self.chat and entry.via in ("send", "edit"):
                self.note(entry.body, int(entry.message_ids[0]) if entry.message_ids else 0)
        self._seen = len(entries)

    async def say(self, cases: list[Case]) -> None:
        updates = [
            self.telegram.updates.text(int(self.chat), self.sentence(case)) for case in cases
        ]
        await self.post.hand_over(*updates)
        for case in cases:
            case.said = True

    async def press(self, cases: list[Case]) -> None:
        updates = [
            self.telegram.updates.callback(int(self.chat), f"1~reg~{case.draft}~", case.card)
            for case in cases
        ]
        for case, update in zip(cases, updates, strict=True):
            case.query = update["callback_query"]["id"]
        await self.post.hand_over(*updates)
        for case in cases:
            case.pressed = True
