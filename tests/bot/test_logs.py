"""Logs: one line an event, and nothing in it that is nobody's business."""

import io
import logging
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from PIL import Image
from sqlalchemy import text
from sse_starlette.sse import EventSourceResponse
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import logs
from storage.engine import Database
from tests.fakes.server import HttpServer

TOKEN = "123456:ABC-DEF1234ghIkl"


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    """Puts the process's logging back as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    names = (*logs.TALKATIVE, *logs.LEAKY, "uvicorn", "uvicorn.error", "uvicorn.access")
    known = {
        name: (logger.level, logger.handlers[:], logger.propagate)
        for name in names
        if (logger := logging.getLogger(name))
    }
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, (was, hooks, propagate) in known.items():
        logger = logging.getLogger(name)
        logger.setLevel(was)
        logger.handlers[:] = hooks
        logger.propagate = propagate


@pytest.fixture
async def server() -> AsyncIterator[HttpServer]:
    """Answers anything, and tells a secret as a server-sent event."""

    async def anything(_request: Request) -> Response:
        return Response("ok")

    async def events(_request: Request) -> Response:
        async def said() -> AsyncIterator[dict[str, str]]:
            yield {"data": "色違いで届きました WRONG-COLOUR"}

        return EventSourceResponse(said())

    app = Starlette(routes=[Route("/events", events), Route("/{rest:path}", anything)])
    async with HttpServer(app) as running:
        yield running


async def test_no_token_in_the_lines_of_a_run_at_debug(
    server: HttpServer, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.set_up("DEBUG")
    async with httpx.AsyncClient() as client:
        address = f"{server.url}/bot{TOKEN}/getMe"
        assert (await client.get(address, headers={"X-Secret": TOKEN})).status_code == 200
    logging.getLogger("bot.here").debug("we were here")
    written = capsys.readouterr().err
    assert "we were here" in written
    assert TOKEN not in written
    assert "getMe" not in written


async def test_the_lines_would_hold_it_otherwise(
    server: HttpServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "TALKATIVE", ())
    logs.set_up("DEBUG")
    async with httpx.AsyncClient() as client:
        await client.get(f"{server.url}/bot{TOKEN}/getMe")
    assert TOKEN in capsys.readouterr().err


async def test_what_people_write_is_in_no_line(
    server: HttpServer, sqlite_database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.set_up("DEBUG")
    async with httpx.AsyncClient() as client:
        assert "色違い" in (await client.get(f"{server.url}/events")).text
    async with sqlite_database.write() as tx:
        await tx.execute(text("SELECT :said"), {"said": "色違いで届きました WRONG-COLOUR"})
    written = capsys.readouterr().err
    assert "色違い" not in written
    assert "WRONG-COLOUR" not in written


async def test_where_a_photo_was_taken_is_in_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    exif = Image.Exif()
    exif[0x010F] = "MAKER-OF-THE-CAMERA"
    exif.get_ifd(0x8825)[2] = (35.0, 41.0, 22.5)
    photo = io.BytesIO()
    Image.new("RGB", (8, 8)).save(photo, "JPEG", exif=exif)
    logs.set_up("DEBUG")
    with Image.open(photo) as picture:
        assert picture.getexif()[0x010F] == "MAKER-OF-THE-CAMERA"
    written = capsys.readouterr().err
    assert "MAKER-OF-THE-CAMERA" not in written
    assert "GPS" not in written


def test_fields_stand_as_key_and_value(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO")
    log = logging.getLogger("bot.inbox")
    log.info("event kept", extra={"platform": "line", "kind": "message", "event_id": 7})
    log.debug("not at this level")
    log.warning("two\nlines")
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("at=")
    assert "level=INFO logger=bot.inbox" in first
    assert 'msg="event kept"' in first
    assert first.endswith("platform=line kind=message event_id=7")
    assert "two\\nlines" in second


def test_a_failure_is_one_line_with_its_trace(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO")
    try:
        raise ValueError("what went wrong")
    except ValueError:
        logging.getLogger("bot").exception("it failed", extra={"event_id": 7})
    (line,) = capsys.readouterr().err.splitlines()
    assert "event_id=7" in line
    assert "what went wrong" in line
    assert "test_logs.py" in line


def test_an_access_line_is_never_written(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("DEBUG")
    logging.getLogger("uvicorn.access").info("GET /files/token")
    logging.getLogger("uvicorn.error").warning("something is wrong")
    written = capsys.readouterr().err
    assert "token" not in written
    assert "something is wrong" in written
