"""A LINE Messaging API that refuses what LINE refuses, for tests.

async with FakeLine() as line:
    configuration = Configuration(host=line.url, access_token=line.access_token)
    user = line.world.user()
    await line.deliver(webhook_url, line.events.text(user, "紛争中です"))
    print(line.screen(user)[-1])
"""

import base64
import hashlib
import hmac
import json
from datetime import datetime, timedelta

import httpx

from tests.fakes.faults import WEBHOOK, Faults
from tests.fakes.ledger import Entry, Json, Ledger
from tests.fakes.line_actions import picked
from tests.fakes.line_app import line_app
from tests.fakes.line_events import LineEvents
from tests.fakes.line_screen import LineScreen
from tests.fakes.line_world import Content, LineWorld
from tests.fakes.screen import Bubble, Button
from tests.fakes.server import Around, HttpServer
from tests.fakes.spec import Spec
from tests.fakes.words import Ids, Now, system_now

WEBHOOK_PATIENCE = timedelta(seconds=2)


class FakeLine:
    def __init__(
        self,
        channel_secret: str = "0123456789abcdef0123456789abcdef",
        access_token: str = "line-access-token",
        *,
        now: Now | None = None,
        webhook_url: str | None = None,
        quota: int | None = None,
        around: Around | None = None,
    ) -> None:
        self.channel_secret = channel_secret
        self.access_token = access_token
        self.webhook_url = webhook_url
        """Where `press` and `say` deliver to."""
        self._now = now or system_now
        self.ids = Ids()
        self.bot_user_id = "U" + self.ids.hex(32)
        self.world = LineWorld(self.now, self.ids)
        self.world.quota = quota
        self.events = LineEvents(self.now, self.ids)
        self.faults = Faults()
        self.ledger = Ledger()
        self.offences: list[str] = []
        self.spec = Spec(self.offences)
        self.client_side: list[tuple[str, Button]] = []
        """(chat, button) of presses that stay on the phone: addresses, copying."""
        self.late: list[timedelta] = []
        """Webhook answers that LINE would have counted as timed out."""
        self.rich_menus: dict[str, Json] = {}
        self.rich_menu_pictures: dict[str, bytes] = {}
        self.rich_menu_of: dict[str, str] = {}
        self._screen = LineScreen()
        self._server = HttpServer(around(line_app(self)) if around else line_app(self))
        self._down_at = 0
        self._client: httpx.AsyncClient | None = None

    async def __aenter__(self) -> "FakeLine":
        await self._server.start()
        self._client = httpx.AsyncClient(timeout=30, verify=False, trust_env=False)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._client is not None:
            await self._client.aclose()
        await self._server.stop()

    @property
    def url(self) -> str:
        return self._server.url

    async def go_down(self) -> None:
        """Refuse connections, as in an outage; `come_back()` listens at the same address."""
        self._down_at = await self._server.go_down()

    async def come_back(self) -> None:
        await self._server.start(self._down_at)

    def now(self) -> datetime:
        return self._now()

    def set_clock(self, now: Now) -> None:
        self._now = now

    def offend(self, what: str) -> None:
        self.offences.append(f"line {what}")

    # The webhook's side -------------------------------------------------------------------

    def sign(self, raw: bytes) -> str:
        digest = hmac.new(self.channel_secret.encode(), raw, hashlib.sha256).digest()
        return base64.b64encode(digest).decode()

    async def deliver(
        self, webhook_url: str, *events: Json, signature: str | None = None
    ) -> httpx.Response:
        """Send the events in one signed call; the answer of the bot's server comes back.

        No events at all: the console's "Verify" button.
        """
        assert self._client is not None, "use it as an async context manager"
        for event in events:
            self.world.apply(event)
            chat = self._chat_of(event)
            if chat and not event["deliveryContext"]["isRedelivery"]:
                self._screen.said(chat, event)
        body = {"destination": self.bot_user_id, "events": list(events)}
        raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        headers = {
            "content-type": "application/json; charset=utf-8",
            "user-agent": "LineBotWebhook/2.0",
            "x-line-signature": self.sign(raw) if signature is None else signature,
        }
        response = await self._client.post(webhook_url, content=raw, headers=headers)
        if response.elapsed > WEBHOOK_PATIENCE:
            self.late.append(response.elapsed)
        if self.faults.take(WEBHOOK):
            response = await self._client.post(webhook_url, content=raw, headers=headers)
        return response

    @staticmethod
    def _chat_of(event: Json) -> str | None:
        source = event.get("source") or {}
        chat = source.get("groupId") or source.get("roomId") or source.get("userId")
        return str(chat) if chat else None

    async def say(self, user: str, text: str, *, group: str | None = None) -> httpx.Response:
        assert self.webhook_url, "set webhook_url first"
        return await self.deliver(self.webhook_url, self.events.text(user, text, group=group))

    def photo(
        self, user: str, data: bytes, *, content_type: str = "image/jpeg", group: str | None = None
    ) -> Json:
        """An image event whose bytes the content endpoint hands out."""
        event = self.events.image(user, group=group)
        self.world.contents[event["message"]["id"]] = Content(data, content_type)
        return event

    def film(self, user: str, data: bytes, *, preparing: int = 1, group: str | None = None) -> Json:
        """A video event whose bytes are answered with 202 `preparing` times first."""
        event = self.events.video(user, group=group)
        self.world.contents[event["message"]["id"]] = Content(data, "video/mp4", preparing)
        return event

    # The user's side ----------------------------------------------------------------------

    def screen(self, chat: str) -> list[Bubble]:
        return self._screen.of(chat)

    def show(self, chat: str, entry: Entry) -> None:
        self._screen.sent(chat, entry)

    def find(self, chat: str, label: str) -> Button:
        """The button a thumb would find: a quick reply, else the newest card's."""
        bubbles = self.screen(chat)
        for bubble in reversed(bubbles):
            for button in (*bubble.quick, *bubble.buttons):
                if button.label == label:
                    return button
        seen = [name for bubble in bubbles for name in bubble.labels]
        raise LookupError(f"no button {label!r} on the screen; there are {seen}")

    def pressed(
        self, user: str, label: str, *, value: str | None = None, group: str | None = None
    ) -> Json | None:
        """The event of a press, None where it stays on the phone.

        A date picker needs the `value` picked: "2026-12-01", "22:45" or "2026-12-01T22:45".
        """
        chat = group or user
        button = self.find(chat, label)
        action = button.raw
        if button.kind in ("uri", "clipboard", "other", "location"):
            self.client_side.append((chat, button))
            self._screen.tapped(chat, button, None)
            return None
        if button.kind == "message":
            return self.events.text(user, button.value, group=group)
        params = None
        if button.kind == "date":
            mode = action["mode"]
            time = picked(mode, value or "")
            if time is None:
                raise ValueError(f"{label!r} needs a {mode} value, not {value!r}")
            for bound, outside in (("min", -1), ("max", 1)):
                limit = picked(mode, action[bound]) if action.get(bound) else None
                if limit is not None and (time - limit).total_seconds() * outside > 0:
                    raise ValueError(f"the picker's {bound} is {action[bound]}, not {value}")
            params = {mode: value or ""}
        spoken = action.get("displayText") or action.get("text")
        self._screen.tapped(chat, button, spoken)
        return self.events.postback(user, button.value, params=params, group=group)

    async def press(
        self, user: str, label: str, *, value: str | None = None, group: str | None = None
    ) -> httpx.Response | None:
        event = self.pressed(user, label, value=value, group=group)
        if event is None:
            return None
        assert self.webhook_url, "set webhook_url first"
        return await self.deliver(self.webhook_url, event)
