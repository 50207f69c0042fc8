"""How updates reach a bot: the queue, long polling, the webhook and their quarrels."""

import asyncio
import ipaddress
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx
from starlette.requests import Request

from tests.fakes.faults import WEBHOOK
from tests.fakes.ledger import Json
from tests.fakes.server import until_disconnect
from tests.fakes.telegram_rules import ApiError, bad

if TYPE_CHECKING:
    from tests.fakes.telegram import FakeTelegram

ON_REQUEST = ("chat_member", "message_reaction", "message_reaction_count")
PORTS = (443, 80, 88, 8443)


def chat_of(update: Json) -> int | None:
    """The chat whose order an update belongs to."""
    for kind, payload in update.items():
        if kind != "update_id" and isinstance(payload, dict):
            inner = payload.get("message", payload)
            return inner.get("chat", {}).get("id") if isinstance(inner, dict) else None
    return None


class Feed:
    def __init__(self, telegram: "FakeTelegram") -> None:
        self.telegram = telegram
        self.pending: list[Json] = []
        self.allowed: list[str] = []
        self.url = ""
        self.secret = ""
        self.max_connections = 40
        self.waiting = asyncio.Event()
        """Set once a long poll is open."""
        self._poll = 0
        self._changed = asyncio.Event()

    def wanted(self, update: Json) -> bool:
        kind = next(key for key in update if key != "update_id")
        return kind in self.allowed if self.allowed else kind not in ON_REQUEST

    def queue(self, update: Json) -> None:
        if not self.wanted(update):
            return
        self.pending.append(update)
        if not self.url and self.telegram.faults.take(WEBHOOK):
            self.pending.append(update)
        self._wake()

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    def hang_up(self) -> None:
        self._poll += 1
        self._wake()

    # Webhook ------------------------------------------------------------------------------

    async def push(self, client: httpx.AsyncClient) -> list[httpx.Response]:
        """Deliver in order per chat; what is refused waits, and so does its chat."""
        held: set[int | None] = set()
        answers = []
        for update in list(self.pending):
            chat = chat_of(update)
            if chat is not None and chat in held:
                continue
            headers = {"x-telegram-bot-api-secret-token": self.secret} if self.secret else {}
            times = 2 if self.telegram.faults.take(WEBHOOK) else 1
            for _ in range(times):
                answer = await client.post(self.url, json=update, headers=headers)
                answers.append(answer)
            if answer.is_success:
                self.pending.remove(update)
                await self._method_in_answer(answer)
            else:
                held.add(chat)
        return answers

    async def _method_in_answer(self, answer: httpx.Response) -> None:
        if "json" in answer.headers.get("content-type", ""):
            call = answer.json()
            if isinstance(call, dict) and "method" in call:
                method = call.pop("method")
                await self.telegram.call(method, call, {})

    def setwebhook(self, params: Json) -> bool:
        url = str(params.get("url") or "")
        if params.get("drop_pending_updates"):
            self._dropped("setWebhook")
        if not url:
            return self.deletewebhook({})
        parts = urlsplit(url)
        local = parts.hostname in ("127.0.0.1", "localhost", "::1")
        if not (local and self.telegram.allow_http):
            self._check_url(url)
        secret = str(params.get("secret_token") or "")
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise bad("secret token contains unallowed characters")
        most = params.get("max_connections", 40)
        if not isinstance(most, int) or not 1 <= most <= 100:
            raise bad("max_connections must be between 1 and 100")
        self.url, self.secret, self.max_connections = url, secret, most
        self._allow(params)
        self.hang_up()
        return True

    def _check_url(self, url: str) -> None:
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme != "https":
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if (parts.port or 443) not in PORTS:
            raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
        try:
            reserved = not ipaddress.ip_address(host).is_global
        except ValueError:
            reserved = "." not in host
        if reserved:
            raise bad(f"bad webhook: IP address {host} is reserved")

    def _allow(self, params: Json) -> None:
        if isinstance(params.get("allowed_updates"), list):
            self.allowed = [str(kind) for kind in params["allowed_updates"]]

    def _dropped(self, method: str) -> None:
        lost = len(self.pending)
        self.pending.clear()
        self.telegram.offend(f"{method}: drop_pending_updates threw {lost} updates away")

    def deletewebhook(self, params: Json) -> bool:
        if params.get("drop_pending_updates"):
            self._dropped("deleteWebhook")
        self.url = self.secret = ""
        return True

    def getwebhookinfo(self, params: Json) -> Json:
        info: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.pending),
        }
        if self.url:
            info["max_connections"] = self.max_connections
        if self.allowed:
            info["allowed_updates"] = self.allowed
        return info

    # Polling ------------------------------------------------------------------------------

    def _conflict(self) -> None:
        if self.url:
            raise ApiError(
                409,
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )

    async def getupdates(self, params: Json, request: Request) -> list[Json]:
        self._conflict()
        self.hang_up()
        mine = self._poll
        self._allow(params)
        offset = int(params.get("offset") or 0)
        limit = min(100, max(1, int(params.get("limit") or 100)))
        if offset < 0:
            self.pending = self.pending[offset:]
        else:
            self.pending = [u for u in self.pending if u["update_id"] >= offset]
        loop = asyncio.get_running_loop()
        until = loop.time() + min(50, int(params.get("timeout") or 0))
        gone = asyncio.create_task(until_disconnect(request))
        self.waiting.set()
        try:
            while not self.pending and not gone.done() and (left := until - loop.time()) > 0:
                changed = asyncio.create_task(self._changed.wait())
                await asyncio.wait(
                    {changed, gone}, timeout=left, return_when=asyncio.FIRST_COMPLETED
                )
                changed.cancel()
                if mine != self._poll:
                    self._conflict()
                    raise ApiError(
                        409,
                        "terminated by other getUpdates request; "
                        "make sure that only one bot instance is running",
                    )
        finally:
            gone.cancel()
        return self.pending[:limit]
