"""LINE's endpoints over HTTP (api.line.me and api-data.line.me in one)."""

import json
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from tests.fakes import line_richmenu, line_sending
from tests.fakes.faults import Fault, answer
from tests.fakes.ledger import Entry, Json
from tests.fakes.line_rules import MOST_BYTES
from tests.fakes.line_sending import RefusedError, validate

if TYPE_CHECKING:
    from tests.fakes.line import FakeLine

PREFIX = "/v2/bot/"
FAULT_BODIES = {
    "429": (429, "The API rate limit has been exceeded. Try again later."),
    "500": (500, "Internal server error"),
    "502": (502, "Bad gateway"),
}


class Gate:
    """What every call passes: request id, token, faults, errors."""

    def __init__(self, line: "FakeLine") -> None:
        self.line = line

    async def __call__(self, request: Request) -> Response:
        endpoint = request.url.path.removeprefix(PREFIX)
        request_id = self.line.ids.uuid()
        fault = self.line.faults.take(endpoint.removeprefix("message/"))

        async def process() -> Response:
            try:
                response = await self.handle(request, endpoint, fault, request_id)
            except RefusedError as refused:
                self.line.ledger.refused.append((endpoint, refused.status, refused.body))
                response = JSONResponse(refused.body, refused.status, refused.headers)
            response.headers["x-line-request-id"] = request_id
            return response

        return await answer(fault, request, process, self._fault(request_id))

    def _fault(self, request_id: str) -> Any:
        def build(fault: Fault) -> Response:
            status, message = FAULT_BODIES[fault.kind]
            headers = {"x-line-request-id": request_id}
            if fault.retry_after is not None:
                headers["retry-after"] = str(fault.retry_after)
            return JSONResponse({"message": message}, status, headers)

        return build

    async def handle(
        self, request: Request, endpoint: str, fault: Fault | None, request_id: str
    ) -> Response:
        given = request.headers.get("authorization")
        if given != f"Bearer {self.line.access_token}":
            raise RefusedError(
                401,
                "Authentication failed. "
                "Confirm that the access token in the authorization header is valid.",
            )
        if request.method == "POST" and not endpoint.endswith("/content"):
            return JSONResponse(*await self._post(request, endpoint, fault, request_id))
        return await self._rest(request, endpoint)

    async def _body(self, request: Request) -> Json:
        if int(request.headers.get("content-length", 0)) > MOST_BYTES:
            raise RefusedError(413, "Request entity too large")
        try:
            raw = await request.body()
        except ClientDisconnect:
            raise RefusedError(400, "The client hung up") from None
        if len(raw) > MOST_BYTES:
            raise RefusedError(413, "Request entity too large")
        if not raw:
            return {}
        if "json" not in request.headers.get("content-type", ""):
            raise RefusedError(415, "Unsupported media type")
        try:
            body = json.loads(raw)
        except ValueError:
            raise RefusedError(400, "The request body could not be parsed as JSON") from None
        if not isinstance(body, dict):
            raise RefusedError(400, "The request body must be a JSON object")
        return body

    async def _post(
        self, request: Request, endpoint: str, fault: Fault | None, request_id: str
    ) -> tuple[Json, int]:
        line, body = self.line, await self._body(request)
        key = request.headers.get("x-line-retry-key")
        if endpoint == "message/reply":
            return line_sending.reply(line, body, key, fault), 200
        if endpoint == "message/push":
            return line_sending.push(line, body, key, fault, request_id), 200
        if endpoint in ("message/validate/reply", "message/validate/push"):
            validate(endpoint, body)
            return {}, 200
        if endpoint == "chat/loading/start":
            validate(endpoint, body)
            if not str(body.get("chatId", "")).startswith("U"):
                raise RefusedError(400, "chatId must be a user ID")
            self._other(endpoint, body, body["chatId"])
            return {}, 202
        if endpoint == "chat/markAsRead":
            validate(endpoint, body)
            self._other(endpoint, body, None)
            return {}, 200
        if endpoint.startswith("group/") and endpoint.endswith("/leave"):
            group = line.world.groups.get(endpoint.split("/")[1])
            if group is None or not group.joined:
                raise RefusedError(404, "Not found")
            group.joined = False
            self._other(endpoint, body, group.group_id)
            return {}, 200
        found = line_richmenu.post(line, endpoint, body)
        if found is None:
            raise RefusedError(404, "Not found")
        self._other(endpoint, body, None)
        return found, 200

    def _other(self, endpoint: str, body: Json, chat: str | None) -> None:
        self.line.ledger.add(Entry("line", endpoint, chat, "other", body, self.line.now()))
        self.line.spec.line(endpoint, body)

    async def _rest(self, request: Request, endpoint: str) -> Response:
        line, parts = self.line, endpoint.split("/")
        world = line.world
        match parts:
            case ["message", "quota"]:
                if world.quota is None:
                    return JSONResponse({"type": "none"})
                return JSONResponse({"type": "limited", "value": world.quota})
            case ["message", "quota", "consumption"]:
                return JSONResponse({"totalUsage": world.usage})
            case ["message", message_id, "content"]:
                return self._content(message_id)
            case ["message", message_id, "content", "transcoding"]:
                return self._transcoding(message_id)
            case ["richmenu", name, "content"] if request.method == "GET":
                if name not in line.rich_menu_pictures:
                    raise RefusedError(404, "Not found")
                return Response(line.rich_menu_pictures[name], media_type="image/png")
            case ["info"]:
                return JSONResponse(
                    {
                        "userId": line.bot_user_id,
                        "basicId": "@funso",
                        "displayName": "紛争ナビ",
                        "chatMode": "bot",
                        "markAsReadMode": "auto",
                    }
                )
            case ["profile", user_id]:
                user = world.users.get(user_id)
                if user is None or user.blocked or not user.friend:
                    raise RefusedError(404, "Not found")
                profile = {"userId": user_id, "displayName": user.name}
                if user.language:
                    profile["language"] = user.language
                return JSONResponse(profile)
            case ["group", group_id, *rest]:
                group = world.groups.get(group_id)
                if group is None or not group.joined:
                    raise RefusedError(404, "Not found")
                if rest == ["members", "count"]:
                    return JSONResponse({"count": len(group.members)})
                if rest == ["summary"]:
                    return JSONResponse({"groupId": group_id, "groupName": "a group"})
                if rest[:1] == ["member"] and rest[1] in group.members:
                    name = world.users[rest[1]].name if rest[1] in world.users else "a buyer"
                    return JSONResponse({"userId": rest[1], "displayName": name})
        body = await request.body() if request.method == "POST" else b""
        found = line_richmenu.rest(line, request, endpoint, body)
        if found is None:
            raise RefusedError(404, "Not found")
        return JSONResponse(found)

    def _content(self, message_id: str) -> Response:
        content = self.line.world.contents.get(message_id)
        if content is None:
            raise RefusedError(404, "Not found")
        if content.gone:
            raise RefusedError(410, "Gone")
        if content.preparing > 0:
            content.preparing -= 1
            return JSONResponse({}, 202)

        async def chunks() -> AsyncIterator[bytes]:
            for start in range(0, len(content.data), content.chunk):
                yield content.data[start : start + content.chunk]

        return StreamingResponse(chunks(), media_type=content.content_type)

    def _transcoding(self, message_id: str) -> Response:
        content = self.line.world.contents.get(message_id)
        if content is None:
            raise RefusedError(404, "Not found")
        if content.gone:
            raise RefusedError(410, "Gone")
        status = "failed" if content.failed else "succeeded"
        if content.preparing > 0:
            content.preparing -= 1
            status = "processing"
        return JSONResponse({"status": status})


def line_app(line: "FakeLine") -> Starlette:
    gate = Gate(line)
    methods = ["GET", "POST", "DELETE", "PUT"]
    return Starlette(routes=[Route("/{path:path}", gate.__call__, methods=methods)])
