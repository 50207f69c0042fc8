"""What the local page sends: forms as JSON, and one upload as multipart; all checked here."""

import re
import uuid
from typing import Annotated, Literal, TypeVar

import msgspec
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from bot.local_guard import UnusableError, limited

TEXT_LIMIT = 20_000
JSON_LIMIT = 256 * 1024
MEDIA_LIMIT = 50 * 1024 * 1024
FORM_OVERHEAD = 64 * 1024
"""What multipart adds around the file."""

KEY = r"^[A-Za-z0-9_-]{8,48}$"

Key = Annotated[str, msgspec.Meta(pattern=KEY)]
Short = Annotated[str, msgspec.Meta(max_length=300)]


def new_key() -> str:
    """An id for an event that came without one."""
    return uuid.uuid4().hex


class Say(msgspec.Struct):
    """A typed message; the page's own `id` makes a repeat harmless."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=TEXT_LIMIT)]
    id: Key = msgspec.field(default_factory=new_key)


class Press(msgspec.Struct):
    """A pressed button, with its label as it was read and the message that it stood on."""

    payload: Short
    label: Short = ""
    message: Short = ""
    id: Key = msgspec.field(default_factory=new_key)


class Pick(msgspec.Struct):
    """A date (`2027-02-03`) or a moment (`2027-02-03T18:00`) chosen in the picker."""

    payload: Short
    value: Annotated[
        str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?)?$")
    ]
    label: Short = ""
    message: Short = ""
    id: Key = msgspec.field(default_factory=new_key)


class MoveClock(msgspec.Struct):
    """Where to move the clock: so many seconds ahead of the real time, or to a named point."""

    ahead_seconds: Annotated[int, msgspec.Meta(ge=0, le=10**9)] | None = None
    to: Literal["now", "before_deadline"] | None = None


class Join(msgspec.Struct):
    """The page was opened on an empty chat."""


Form = TypeVar("Form", Say, Press, Pick, MoveClock, Join)


async def read_form(request: Request, form: type[Form]) -> Form:
    """Read a form. Raises UnusableError: 400 for what is no such form, 413, 415."""
    # A page of another site can send plain text without asking, but not JSON.
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise UnusableError(415, "not_json")
    body = b"".join([chunk async for chunk in limited(request, JSON_LIMIT)])
    try:
        return msgspec.json.decode(body, type=form)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise UnusableError(400, "bad_json") from None


async def read_upload(request: Request) -> tuple[FormData, UploadFile, str]:
    """Read a form with `file` and `id`; close the first result after use. Raises UnusableError."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise UnusableError(415, "not_multipart")
    pieces = limited(request, MEDIA_LIMIT + FORM_OVERHEAD)
    try:
        form = await MultiPartParser(request.headers, pieces, max_files=1, max_fields=4).parse()
    except MultiPartException:
        raise UnusableError(400, "bad_form") from None
    upload, key = form.get("file"), form.get("id", new_key())
    if isinstance(upload, UploadFile) and isinstance(key, str) and re.match(KEY, key):
        if (upload.size or 0) <= MEDIA_LIMIT:
            return form, upload, key
        await form.close()
        raise UnusableError(413, "too_large")
    await form.close()
    raise UnusableError(400, "bad_form")


def album_of(form: FormData) -> dict[str, str | int]:
    """What an upload was chosen together with: the page's name of it, and how many they are."""
    name, size = form.get("album"), form.get("album_size")
    if not isinstance(name, str) or not re.match(KEY, name):
        return {}
    known = isinstance(size, str) and size.isascii() and size.isdigit() and len(size) < 4
    return {"album": name, **({"album_size": int(str(size))} if known else {})}


def clean(text: str) -> str:
    """Without NUL, which PostgreSQL cannot keep."""
    return text.replace("\0", "")
