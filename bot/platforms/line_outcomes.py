"""What an answer of LINE means for a delivery.

https://developers.line.biz/en/reference/messaging-api/#status-codes
https://developers.line.biz/en/docs/messaging-api/retrying-api-request/
"""

import asyncio
import json
import logging
from typing import Any

import aiohttp

from bot.platforms.base import (
    BadToken,
    Outcome,
    QuotaSpent,
    Refused,
    Rejected,
    Sent,
    TryLater,
    Uncertain,
)

log = logging.getLogger(__name__)

LOST = (asyncio.TimeoutError, aiohttp.ClientError, OSError)
"""What a call raises when no answer came."""


def lost(error: BaseException, *, reply: bool) -> Outcome:
    """No answer came. A push has its retry key; a reply has none and cannot be repeated blindly."""
    reason = type(error).__name__
    if not reply or isinstance(error, aiohttp.ClientConnectorError):
        return TryLater(reason)
    return Uncertain(reason)


def accepted(answer: Any) -> Sent:
    """A 200: LINE tells the ids of the messages that it made of the call."""
    sent = getattr(getattr(answer, "data", None), "sent_messages", None)
    return Sent(str(sent[0].id) if sent else None)


def refused(error: Any, *, reply: bool, again: bool) -> Outcome:
    """An answer other than 2xx (the SDK's ApiException)."""
    status = int(error.status or 0)
    body = _body(error.body)
    message = str(body.get("message", ""))
    said = message.lower()
    reason = f"{status} {_why(body)}"[:300]
    headers = error.headers or {}
    log.warning(
        "LINE did not take a call",
        extra={"status": status, "request_id": headers.get("x-line-request-id")},
    )
    if status == 409 and not reply:
        # The same retry key was taken before: the earlier try got through.
        sent = body.get("sentMessages")
        first = sent[0] if isinstance(sent, list) and sent else None
        return Sent(str(first["id"]) if isinstance(first, dict) and "id" in first else None)
    if status == 429:
        if "monthly limit" in said:
            return QuotaSpent()
        return TryLater(reason, after=_seconds(headers.get("retry-after")), everyone=True)
    if status == 401:
        return BadToken("401")
    if status == 400 and reply and "invalid reply token" in said:
        return Sent() if again else TryLater("reply token", after=0)
    if status == 400 and "failed to send messages" in said:
        return Refused(reason)
    if status >= 500 or status == 408:
        return Uncertain(reason) if reply else TryLater(reason)
    return Rejected(reason)


def _body(text: object) -> dict[str, Any]:
    try:
        body = json.loads(text) if isinstance(text, str | bytes) else {}
    except ValueError:
        body = {}
    return body if isinstance(body, dict) else {}


def _why(body: dict[str, Any]) -> str:
    """LINE's own words: they name properties, never what a person wrote."""
    details = body.get("details")
    named = [
        f"{one.get('property')}: {one.get('message')}"
        for one in (details if isinstance(details, list) else [])
        if isinstance(one, dict)
    ]
    return "; ".join([str(body.get("message", "")), *named])


def _seconds(header: str | None) -> float | None:
    return float(header) if header and header.isascii() and header.isdigit() else None
