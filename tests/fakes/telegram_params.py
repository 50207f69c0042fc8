"""Parameters of a call as Telegram takes them: JSON, form, multipart or query."""

import json
import re
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from tests.fakes.ledger import Json
from tests.fakes.telegram_rules import bad

TEXTS = frozenset(
    [
        *("text", "caption", "parse_mode", "callback_query_id", "name", "description", "url"),
        *("short_description", "file_id", "secret_token", "language_code", "title", "action"),
        *("photo", "document", "video", "thumbnail", "ip_address", "inline_message_id", "cover"),
    ]
)


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    mime: str | None
    data: bytes


def _value(name: str, text: str) -> Any:
    if name in TEXTS:
        return text
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"-?\d{1,19}", text):
        return int(text)
    if text[:1] in ("{", "["):
        try:
            return json.loads(text)
        except ValueError:
            raise bad(f"can't parse {name} JSON object") from None
    return text


async def read_params(request: Request) -> tuple[Json, dict[str, Upload]]:
    """The parameters with their types, and the uploaded files by part name."""
    params: Json = {k: _value(k, v) for k, v in request.query_params.items()}
    uploads: dict[str, Upload] = {}
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        try:
            given = json.loads(await request.body() or b"{}")
        except ValueError:
            raise bad("can't parse JSON object") from None
        params |= given
    elif kind.startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        async with request.form(max_part_size=64 * 1024 * 1024) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    data = await value.read()
                    uploads[name] = Upload(value.filename or name, value.content_type, data)
                else:
                    params[name] = _value(name, value)
    else:
        await request.body()
    # A part that no attach:// address names is a parameter by itself.
    named = json.dumps(params)
    for name in uploads:
        if f"attach://{name}" not in named:
            params[name] = f"attach://{name}"
    return params, uploads
