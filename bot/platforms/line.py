"""LINE through line-bot-sdk: one client, every answer read as an outcome.

https://developers.line.biz/en/reference/messaging-api/
"""

import copy
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any, Literal
from urllib.parse import quote

import aiohttp

from bot.drawings import digest
from bot.line_quota import QuotaUnknown
from bot.platforms import line_events, line_flex, line_view, line_webhook
from bot.platforms.base import (
    AnswerTo,
    Arrived,
    Body,
    Incoming,
    MediaSource,
    Outcome,
    Outgoing,
)
from bot.platforms.line_cards import FileAddress
from bot.platforms.line_content import stream
from bot.platforms.line_outcomes import LOST, accepted, lost, refused
from bot.platforms.line_sdk import ApiException, AsyncApiClient, Configuration
from bot.platforms.proxies import proxy_for
from handlers.replies import Reply, Timeline
from locales.catalogue import Words

log = logging.getLogger(__name__)

CONNECTIONS = 64
"""Calls at a time; more go slower."""
TIMEOUT = 5
"""Seconds; the SDK waits 300 if it is not told, and takes a number only."""
ANSWERS = {"reply": "ReplyMessageResponse", "push": "PushMessageResponse"}
"""What the SDK makes of a 200."""
NO_HEADERS: Mapping[str, str] = {}
ACCEPT = {"Accept": "application/json"}
JSON = {**ACCEPT, "Content-Type": "application/json"}
LOADING = 20
"""Seconds of the loading animation; a message ends it."""


class LinePlatform:
    """The `Platform` for LINE."""

    name = "line"
    idempotent_push = True
    counts_pushes = True

    def __init__(
        self,
        channel_secret: str,
        access_token: str,
        *,
        file_address: FileAddress,
        drawing_address: Callable[[int, str], str | None] = lambda *_: None,
        api_url: str = "https://api.line.me",
        data_api_url: str = "https://api-data.line.me",
    ) -> None:
        self._secret = channel_secret
        self._token = access_token
        self._api_url = api_url.rstrip("/")
        self._data_url = data_api_url.rstrip("/")
        self._file_address = file_address
        self._drawing_address = drawing_address
        self._client: Any = None

    async def start(self) -> None:
        """Open the one client: the SDK wants a running loop, and a new one costs 35 ms."""
        configuration = Configuration(host=self._api_url, access_token=self._token)
        configuration.connection_pool_maxsize = CONNECTIONS
        self._client = AsyncApiClient(configuration)
        # Its session would look through the environment, on a thread, at each call.
        rest, theirs = self._client.rest_client, self._client.rest_client.pool_manager
        rest.pool_manager = aiohttp.ClientSession(
            connector=theirs.connector, proxy=proxy_for(self._api_url)
        )
        theirs.detach()

    async def stop(self) -> None:
        """Close the client."""
        if self._client is not None:
            await self._client.close()
            self._client = None

    def receive(self, body: bytes, signature: str | None) -> list[Arrived]:
        """The events of a webhook call. Raises Forged, Unreadable."""
        line_webhook.verify(self._secret, body, signature)
        return line_webhook.arrivals(body)

    def understand(self, raw: Mapping[str, Any], *, locale: str) -> Incoming:
        """Read a stored raw event; see line_events."""
        return line_events.understand(raw)

    def render(self, reply: Reply, to: AnswerTo, *, locale: str) -> list[Body]:
        """Turn a reply into bodies of at most five messages; see line_view."""

        def drawing(timeline: Timeline) -> str | None:
            return None if to.row is None else self._drawing_address(to.row, digest(timeline))

        return line_view.render(
            reply, locale=locale, file_address=self._file_address, drawing_address=drawing
        )

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Reply where there is a token, else push under the delivery's retry key."""
        body = _marked(outgoing) if outgoing.marked else outgoing.body
        reply = outgoing.reply_token is not None
        try:
            if reply:
                answer = await self._post("reply", {"replyToken": outgoing.reply_token, **body})
            else:
                key = {"X-Line-Retry-Key": outgoing.retry_key} if outgoing.retry_key else NO_HEADERS
                answer = await self._post("push", {"to": outgoing.address, **body}, key)
        except ApiException as error:
            return refused(error, reply=reply, again=outgoing.again)
        except LOST as error:
            return lost(error, reply=reply)
        except ValueError:
            # A 200 whose body the models do not know: accepted all the same.
            return accepted(None)
        return accepted(answer)

    async def _post(
        self, call: Literal["reply", "push"], body: Body, headers: Mapping[str, str] = NO_HEADERS
    ) -> Any:
        """Send JSON as it was frozen, byte for byte.

        By the SDK's client, but not through its models: they would take the body apart and put it
        together again, which took longer than everything else about a message.
        """
        return await self._call(
            "POST", f"/v2/bot/message/{call}", {**JSON, **headers}, body, ANSWERS[call]
        )

    async def _get(self, path: str, model: str) -> Any:
        return (await self._call("GET", path, ACCEPT, None, model)).data

    async def _call(
        self,
        method: Literal["GET", "POST"],
        path: str,
        headers: Mapping[str, str],
        body: Body | None,
        model: str | None = None,
    ) -> Any:
        """One call by the SDK's client; what a 200 holds is read by one of its models.

        Not by its API's methods: building the checks of them all takes 10 MB and 0.2 s.
        """
        return await self._client.call_api(
            path,
            method,
            {},
            [],
            dict(headers),
            body=body,
            response_types_map={"200": model},
            auth_settings=["Bearer"],
            _request_timeout=TIMEOUT,
        )

    def fetch(self, media: MediaSource, limit: int) -> AsyncIterator[bytes]:
        """Stream a photo, video or file; see line_content for what is raised."""
        return stream(self._client, self._data_url, media.reference, limit)

    async def working(self, address: str) -> None:
        """Show the loading animation; one-on-one chats only, and never a reason to fail."""
        if not address.startswith("U"):
            return
        try:
            await self._call(
                "POST",
                "/v2/bot/chat/loading/start",
                JSON,
                {"chatId": address, "loadingSeconds": LOADING},
            )
        except (ApiException, *LOST) as error:
            log.debug("no loading animation", extra={"error": type(error).__name__})

    async def members(self, address: str) -> int | None:
        """How many people a push to this chat counts against the quota; None when unknown."""
        kind = {"C": "group", "R": "room"}.get(address[:1])
        if kind is None:
            return 1
        try:
            answer = await self._get(
                f"/v2/bot/{kind}/{quote(address)}/members/count",
                f"{kind.title()}MemberCountResponse",
            )
        except (ApiException, *LOST):
            return None
        return int(answer.count)

    async def quota(self) -> tuple[int | None, int]:
        """This month's limit (None: no limit) and about how much of it is used.

        Raises QuotaUnknown. https://developers.line.biz/en/reference/messaging-api/#get-quota
        """
        try:
            limit = await self._get("/v2/bot/message/quota", "MessageQuotaResponse")
            used = await self._get("/v2/bot/message/quota/consumption", "QuotaConsumptionResponse")
        except (ApiException, *LOST, ValueError) as error:
            raise QuotaUnknown(type(error).__name__) from None
        return limit.value, int(used.total_usage)


def _marked(outgoing: Outgoing) -> Body:
    """The same body with the mark of a second sending: all that may change in a frozen body."""
    sign = Words(outgoing.locale)("platform-again")
    body = copy.deepcopy(outgoing.body)
    first = body["messages"][0]
    for name in ("text", "altText"):
        if isinstance(first.get(name), str):
            first[name] = sign + first[name]
    line_flex.mark(first.get("contents"), sign)
    return body
