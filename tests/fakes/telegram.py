"""A Telegram Bot API that refuses what Telegram refuses, for tests.

async with FakeTelegram() as telegram:
    bot = Bot(
        telegram.token,
        base_url=f"{telegram.url}/bot",
        base_file_url=f"{telegram.url}/file/bot",
    )
    chat = telegram.world.user()
    await telegram.deliver(telegram.updates.text(chat, "紛争中です"))
    print(telegram.screen(chat)[-1])
"""

import inspect
from datetime import datetime
from typing import Any

import httpx
from starlette.requests import Request

from tests.fakes.faults import Faults
from tests.fakes.ledger import Entry, Json, Ledger, Via
from tests.fakes.screen import Bubble, Button
from tests.fakes.server import Around, HttpServer
from tests.fakes.spec import Spec
from tests.fakes.telegram_app import telegram_app
from tests.fakes.telegram_feed import Feed
from tests.fakes.telegram_files import Files
from tests.fakes.telegram_messages import Messages
from tests.fakes.telegram_pacing import Pacing
from tests.fakes.telegram_params import Upload
from tests.fakes.telegram_rules import ApiError
from tests.fakes.telegram_screen import screen_of
from tests.fakes.telegram_settings import Settings
from tests.fakes.telegram_updates import TelegramUpdates
from tests.fakes.telegram_world import Chat, TelegramWorld
from tests.fakes.words import Ids, Now, system_now

METHODS = (
    *("getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo"),
    *("sendMessage", "editMessageText", "editMessageReplyMarkup", "editMessageCaption"),
    *("deleteMessage", "answerCallbackQuery", "sendChatAction"),
    *("sendPhoto", "sendDocument", "sendVideo", "sendMediaGroup", "getFile"),
    *("setMyCommands", "getMyCommands", "deleteMyCommands"),
    *("setChatMenuButton", "getChatMenuButton", "setMyName", "getMyName"),
    *("setMyDescription", "getMyDescription", "setMyShortDescription", "getMyShortDescription"),
    *("getChat", "getChatMemberCount", "leaveChat"),
)
NAMES = {name.lower(): name for name in METHODS}


class FakeTelegram:
    def __init__(
        self,
        token: str = "123456789:AAF-test_token_of_a_fake_bot_0123456789",
        *,
        now: Now | None = None,
        allow_http: bool = False,
        pacing: bool = False,
        around: Around | None = None,
    ) -> None:
        self.token = token
        self.allow_http = allow_http
        """Whether a webhook at http://127.0.0.1 is taken."""
        self._now = now or system_now
        ids = Ids()
        self.bot: Json = {
            "id": int(token.split(":")[0]),
            "is_bot": True,
            "first_name": "紛争ナビ",
            "username": "funso_navi_bot",
        }
        self.world = TelegramWorld(self.now, ids, self.bot)
        self.updates = TelegramUpdates(self.world, ids)
        self.faults = Faults()
        self.ledger = Ledger()
        self.offences: list[str] = []
        self.spec = Spec(self.offences)
        self.pacing = Pacing(self.now)
        self.pacing.on = pacing
        self.client_side: list[tuple[int, Button]] = []
        """(chat, button) of presses that stay on the phone: addresses, copying."""
        self.feed = Feed(self)
        messages = Messages(self)
        self.settings = Settings(self)
        self._parts = (messages, Files(self, messages), self.settings, self.feed)
        self._server = HttpServer(around(telegram_app(self)) if around else telegram_app(self))
        self._down_at = 0
        self._client: httpx.AsyncClient | None = None

    async def __aenter__(self) -> "FakeTelegram":
        await self._server.start()
        self._client = httpx.AsyncClient(timeout=30, verify=False, trust_env=False)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._client is not None:
            await self._client.aclose()
        self.feed.hang_up()
        await self._server.stop()

    @property
    def url(self) -> str:
        return self._server.url

    async def go_down(self) -> None:
        """Refuse connections, as in an outage; `come_back()` listens at the same address."""
        self.feed.hang_up()
        self._down_at = await self._server.go_down()

    async def come_back(self) -> None:
        await self._server.start(self._down_at)

    def now(self) -> datetime:
        return self._now()

    def set_clock(self, now: Now) -> None:
        self._now = now

    def offend(self, what: str) -> None:
        self.offences.append(f"telegram {what}")

    # The API's side -----------------------------------------------------------------------

    @staticmethod
    def method_name(given: str) -> str:
        """Methods are named without regard to case."""
        return NAMES.get(given.lower(), given)

    async def call(
        self,
        method: str,
        params: Json,
        uploads: dict[str, Upload],
        request: Request | None = None,
        answered: bool = True,
    ) -> Any:
        name = self.method_name(method)
        if name not in METHODS:
            self.offend(f"{method}: a method this server does not have")
            raise ApiError(404, "Not Found: method not found")
        handlers = [getattr(part, name.lower(), None) for part in self._parts]
        handler = next(h for h in handlers if h is not None)
        given = {"params": params, "uploads": uploads, "request": request}
        wanted = inspect.signature(handler).parameters
        result = handler(**{key: given[key] for key in wanted})
        if inspect.isawaitable(result):
            result = await result
        self.spec.telegram(name, params)
        if not name.startswith("get"):
            self._record(name, params, result, answered)
        return result

    def _record(self, name: str, params: Json, result: Any, answered: bool) -> None:
        found = result if isinstance(result, list) else [result]
        numbers = tuple(m["message_id"] for m in found if isinstance(m, dict) and "chat" in m)
        via: Via = "other"
        if name == "sendChatAction":
            via = "other"
        elif name.startswith("send"):
            via = "send"
        elif name.startswith("edit"):
            via = "edit"
        elif name == "deleteMessage":
            via = "delete"
        elif name == "answerCallbackQuery":
            via = "answer"
        chat = params.get("chat_id")
        if via == "answer":
            chat = self.world.queries[str(params["callback_query_id"])].chat
        self.ledger.add(
            Entry("telegram", name, chat, via, params, self.now(), numbers, answered=answered)
        )

    def pace(self, chat: int, items: int = 1) -> None:
        if not self.pacing.on:
            return
        wait, early = self.pacing.refuse(chat, items)
        if early:
            self.offend(f"chat {chat}: sent again before retry_after had passed")
        if wait:
            raise ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)

    # Updates ------------------------------------------------------------------------------

    def _apply(self, update: Json) -> None:
        """What Telegram itself knows by the time it hands the update out."""
        for kind in ("message", "edited_message"):
            if kind in update:
                message = update[kind]
                self.world.keep(message, by_bot=False)
                chat = self.world.chats[message["chat"]["id"]]
                chat.opened, chat.blocked = True, False
        member = update.get("my_chat_member")
        if member:
            chat = self.world.chats.setdefault(
                member["chat"]["id"], Chat(member["chat"]["id"], member["chat"]["type"])
            )
            out = member["new_chat_member"]["status"] in ("kicked", "left")
            if chat.type == "private":
                chat.blocked = out
            else:
                chat.kicked = out

    async def deliver(self, *updates: Json) -> list[httpx.Response]:
        """Queue updates for polling, or post them where a webhook is set.

        What the webhook refuses stays in `feed.pending`; `redeliver()` tries it again.
        """
        for update in updates:
            self._apply(update)
            self.feed.queue(update)
        return await self.redeliver()

    async def redeliver(self) -> list[httpx.Response]:
        assert self._client is not None, "use it as an async context manager"
        return await self.feed.push(self._client) if self.feed.url else []

    async def say(self, chat: int, text: str, *, user: int | None = None) -> Json:
        update = self.updates.text(chat, text, user=user)
        await self.deliver(update)
        return update

    # The user's side ----------------------------------------------------------------------

    def screen(self, chat: int) -> list[Bubble]:
        return screen_of(self.world, chat)

    def find(self, chat: int, label: str) -> tuple[Bubble, Button]:
        """The newest inline button with this label."""
        bubbles = self.screen(chat)
        for bubble in reversed(bubbles):
            for found in (*bubble.buttons, *bubble.quick):
                if found.label == label:
                    return bubble, found
        seen = [name for bubble in bubbles for name in bubble.labels]
        raise LookupError(f"no button {label!r} on the screen; there are {seen}")

    def pressed(self, chat: int, label: str, *, user: int | None = None) -> Json | None:
        """The update of a press, None where it stays on the phone."""
        bubble, found = self.find(chat, label)
        if found.kind == "message":
            return self.updates.text(chat, found.value, user=user)
        if found.kind != "postback":
            self.client_side.append((chat, found))
            return None
        return self.updates.callback(chat, found.value, int(bubble.message_id), user=user)

    async def press(self, chat: int, label: str, *, user: int | None = None) -> Json | None:
        update = self.pressed(chat, label, user=user)
        if update is not None:
            await self.deliver(update)
        return update
