"""Telegram's Bot API over HTTP: tokens, methods by name, answers, file downloads."""

import re
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from tests.fakes.faults import AFTER, Fault, answer
from tests.fakes.telegram_params import read_params
from tests.fakes.telegram_rules import ApiError

if TYPE_CHECKING:
    from tests.fakes.telegram import FakeTelegram

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+\Z")
CHUNK = 64 * 1024


def _refusal(error: ApiError) -> Response:
    return JSONResponse(error.body, error.status)


def _fault(fault: Fault) -> Response:
    if fault.kind == "429":
        wait = fault.retry_after or 1
        return _refusal(ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait))
    texts = {"500": (500, "Internal Server Error"), "502": (502, "Bad Gateway")}
    return _refusal(ApiError(*texts[fault.kind]))


def telegram_app(telegram: "FakeTelegram") -> Starlette:
    def check_token(token: str) -> ApiError | None:
        if not TOKEN.match(token):
            return ApiError(404, "Not Found")
        return None if token == telegram.token else ApiError(401, "Unauthorized")

    async def method(request: Request) -> Response:
        wrong = check_token(request.path_params["token"])
        if wrong:
            telegram.ledger.refused.append(("token", wrong.status, wrong.body))
            return _refusal(wrong)
        name = telegram.method_name(request.path_params["method"])
        fault = telegram.faults.take(name)

        async def process() -> Response:
            try:
                params, uploads = await read_params(request)
                answered = fault is None or fault.kind not in AFTER
                result: Any = await telegram.call(name, params, uploads, request, answered)
            except ApiError as error:
                telegram.ledger.refused.append((name, error.status, error.body))
                return _refusal(error)
            except ClientDisconnect:
                return Response(status_code=400)
            return JSONResponse({"ok": True, "result": result})

        return await answer(fault, request, process, _fault)

    async def download(request: Request) -> Response:
        wrong = check_token(request.path_params["token"])
        if wrong:
            return _refusal(wrong)
        fault = telegram.faults.take("file")

        async def process() -> Response:
            path = request.path_params["path"]
            found = [f for f in telegram.world.files.values() if f.path == path]
            if not found:
                return _refusal(ApiError(404, "Not Found"))

            async def chunks() -> AsyncIterator[bytes]:
                for start in range(0, len(found[0].data), CHUNK):
                    yield found[0].data[start : start + CHUNK]

            return StreamingResponse(chunks(), media_type="application/octet-stream")

        return await answer(fault, request, process, _fault)

    return Starlette(
        routes=[
            Route("/bot{token}/{method}", method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", download, methods=["GET"]),
        ]
    )
