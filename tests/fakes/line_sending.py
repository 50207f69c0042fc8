"""LINE's reply and push: every reason to refuse, in LINE's order, and the ledger's entry."""

import json
import re
from typing import TYPE_CHECKING

from tests.fakes.faults import AFTER, Fault
from tests.fakes.ledger import Entry, Json
from tests.fakes.line_rules import check_request
from tests.fakes.line_world import Accepted

if TYPE_CHECKING:
    from tests.fakes.line import FakeLine

UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\Z")
QUOTABLE = ("text", "textV2", "sticker", "image", "video", "template", "flex")


class RefusedError(Exception):
    def __init__(
        self,
        status: int,
        message: str,
        details: list[Json] | None = None,
        headers: dict[str, str] | None = None,
        **more: object,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.body: Json = {"message": message, **more}
        if details:
            self.body["details"] = details
        self.headers = headers or {}


def validate(endpoint: str, body: Json) -> None:
    details = check_request(endpoint, body)
    if details:
        raise RefusedError(
            400, f"The request body has {len(details)} error(s)", sorted(details, key=str)
        )


def _sent(line: "FakeLine", body: Json) -> list[Json]:
    sent = []
    for message in body["messages"]:
        item = {"id": line.ids.message()}
        if message["type"] in QUOTABLE:
            item["quoteToken"] = line.ids.hex(40)
        sent.append(item)
    return sent


def reply(line: "FakeLine", body: Json, key: str | None, fault: Fault | None) -> Json:
    if key is not None:
        line.offend(f"message/reply: X-Line-Retry-Key {key} on a reply")
        raise RefusedError(400, "The retry key is not supported by this API")
    validate("message/reply", body)
    token = line.world.spend(body["replyToken"])
    if token is None:
        raise RefusedError(400, "Invalid reply token")
    user = line.world.users.get(token.chat)
    reached = user is None or not user.blocked
    sent = _sent(line, body)
    _record(line, "message/reply", "reply", token.chat, body, sent, None, reached, fault)
    return {"sentMessages": sent}


def push(
    line: "FakeLine", body: Json, key: str | None, fault: Fault | None, request_id: str
) -> Json:
    if key is not None:
        if not UUID.match(key):
            raise RefusedError(400, "The retry key is invalid: it must be a hexadecimal UUID")
        earlier = line.world.earlier(key)
        if earlier is not None:
            if earlier.body != body:
                line.offend(f"message/push: retry key {key} reused with another body")
            earlier.answered = earlier.answered or fault is None or fault.kind not in AFTER
            raise RefusedError(
                409,
                "The retry key is already accepted",
                headers={"x-line-accepted-request-id": earlier.request_id},
                sentMessages=earlier.sent,
            )
    validate("message/push", body)
    recipients = line.world.recipients(body["to"])
    if recipients is None:
        raise RefusedError(400, "Failed to send messages")
    if line.world.unanswered_twin(body):
        line.offend(
            f"message/push to {body['to']}: an unanswered push sent again without its retry key"
        )
    if not line.world.count(recipients):
        raise RefusedError(429, "You have reached your monthly limit.")
    sent = _sent(line, body)
    answered = fault is None or fault.kind not in AFTER
    accepted = Accepted(request_id, json.loads(json.dumps(body)), sent, line.now(), answered)
    if key is None:
        line.world.unkeyed.append(accepted)
    else:
        line.world.keys[key] = accepted
    _record(line, "message/push", "push", body["to"], body, sent, key, bool(recipients), fault)
    return {"sentMessages": sent}


def _record(
    line: "FakeLine",
    endpoint: str,
    via: str,
    chat: str,
    body: Json,
    sent: list[Json],
    key: str | None,
    delivered: bool,
    fault: Fault | None,
) -> None:
    entry = Entry(
        platform="line",
        endpoint=endpoint,
        chat=chat,
        via="reply" if via == "reply" else "push",
        body=body,
        time=line.now(),
        message_ids=tuple(item["id"] for item in sent),
        retry_key=key,
        delivered=delivered,
        answered=fault is None or fault.kind not in AFTER,
    )
    line.ledger.add(entry)
    line.spec.line(endpoint, body)
    if delivered:
        line.show(chat, entry)
