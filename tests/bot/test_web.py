"""The HTTP door over real HTTP: what is verified and kept gets 200, everything else does not."""

import asyncio
import hashlib
import hmac
import io
import json
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from urllib.parse import unquote

import httpx
import msgspec
import pytest
from PIL import Image
from sqlalchemy.exc import OperationalError

from bot.drawings import digest
from bot.file_links import FileLinks
from bot.platforms.base import Arrived, Forged, Unreadable
from bot.web import LARGEST_BODY, Drawings, Health, KeptFiles, Webhook, application
from handlers.replies import Mark, Picture, Reply, Text, Timeline
from storage import outbox
from storage.blobs import Blobs
from storage.engine import Database
from tests.conftest import START, StandingClock
from tests.fakes.server import HttpServer
from tests.storage.making import a_chat

SECRET = b"channel secret"


def sign(body: bytes) -> str:
    return hmac.new(SECRET, body, hashlib.sha256).hexdigest()


def receive(body: bytes, signature: str | None) -> list[Arrived]:
    """What a platform does with a webhook, in small."""
    if not hmac.compare_digest(sign(body), signature or ""):
        raise Forged
    try:
        events = json.loads(body)["events"]
    except (ValueError, KeyError, TypeError):
        raise Unreadable from None
    return [Arrived(event["id"], "U1", group=False, at=START, raw=event) for event in events]


class Keeper:
    """Keeps what arrived, slowly or not at all if told so."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.failure: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    async def keep(self, platform: str, arrivals: Sequence[Arrived]) -> None:
        await self.gate.wait()
        if self.failure:
            raise self.failure
        self.kept += [f"{platform}:{arrived.key}" for arrived in arrivals]


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def links() -> FileLinks:
    return FileLinks("https://bot.example", "secret")


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs((tmp_path / "evidence").as_uri())


@pytest.fixture
async def client(
    keeper: Keeper,
    database: Database,
    clock: StandingClock,
    links: FileLinks,
    blobs: Blobs,
) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application, over a real connection."""
    app = application(
        [Webhook("line", "x-line-signature", receive, keeper.keep)],
        Health(database, clock),
        KeptFiles(links, blobs),
        Drawings(links, database),
    )
    async with HttpServer(app) as server, httpx.AsyncClient(base_url=server.url) as browser:
        yield browser


async def post(client: httpx.AsyncClient, body: bytes, signature: str | None = None) -> int:
    headers = {"x-line-signature": sign(body) if signature is None else signature}
    return (await client.post("/line/webhook", content=body, headers=headers)).status_code


BODY = json.dumps({"events": [{"id": "e1"}, {"id": "e2"}]}).encode()


async def test_what_is_signed_is_kept(client: httpx.AsyncClient, keeper: Keeper) -> None:
    assert await post(client, BODY) == 200
    assert keeper.kept == ["line:e1", "line:e2"]
    assert await post(client, b'{"events": []}') == 200


async def test_what_is_forged_is_refused_and_not_kept(
    client: httpx.AsyncClient, keeper: Keeper
) -> None:
    assert await post(client, BODY, "wrong") == 401
    assert await post(client, BODY + b" ", sign(BODY)) == 401
    assert (await client.post("/line/webhook", content=BODY)).status_code == 401
    assert keeper.kept == []


async def test_the_signature_comes_before_the_reading(client: httpx.AsyncClient) -> None:
    assert await post(client, b"{broken", "wrong") == 401
    assert await post(client, b"{broken") == 400
    assert await post(client, b"[]") == 400
    assert await post(client, b"") == 400


async def test_200_only_once_it_is_kept(client: httpx.AsyncClient, keeper: Keeper) -> None:
    keeper.gate.clear()
    asking = asyncio.create_task(post(client, BODY))
    done, _ = await asyncio.wait({asking}, timeout=0.2)
    assert not done
    assert keeper.kept == []
    keeper.gate.set()
    assert await asking == 200
    assert keeper.kept == ["line:e1", "line:e2"]


@pytest.mark.parametrize(
    "failure",
    [OSError("no disk"), TimeoutError(), OperationalError("INSERT", {}, Exception("full"))],
    ids=["os", "timeout", "database"],
)
async def test_what_cannot_be_kept_is_asked_for_again(
    client: httpx.AsyncClient, keeper: Keeper, failure: Exception
) -> None:
    keeper.failure = failure
    assert await post(client, BODY) == 503
    keeper.failure = None
    assert await post(client, BODY) == 200


async def test_a_large_body_is_refused_by_what_it_declares(
    client: httpx.AsyncClient, keeper: Keeper
) -> None:
    exactly = b'{"events": []}'.ljust(LARGEST_BODY)
    assert await post(client, exactly) == 200
    assert await post(client, exactly + b" ") == 413
    # It is refused before a byte of it was read.
    host, port = str(client.base_url.host), client.base_url.port
    reader, writer = await asyncio.open_connection(host, port)
    head = f"POST /line/webhook HTTP/1.1\r\nHost: x\r\nContent-Length: {10**9}\r\n\r\n"
    writer.write(head.encode())
    async with asyncio.timeout(5):
        assert b" 413 " in await reader.readline()
    writer.close()
    await writer.wait_closed()


async def test_a_large_body_is_refused_by_what_it_streams(
    client: httpx.AsyncClient, keeper: Keeper
) -> None:
    sent = 0

    async def stream() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(40):
            sent += 64 * 1024
            yield b" " * 64 * 1024

    answer = await client.post("/line/webhook", content=stream(), headers={"x-line-signature": "x"})
    assert answer.status_code == 413
    assert keeper.kept == []


async def test_a_client_that_hangs_up_harms_nobody(
    client: httpx.AsyncClient, keeper: Keeper
) -> None:
    host, port = str(client.base_url.host), client.base_url.port
    _, writer = await asyncio.open_connection(host, port)
    writer.write(b"POST /line/webhook HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    assert await post(client, BODY) == 200
    assert keeper.kept == ["line:e1", "line:e2"]


async def test_only_posts_and_only_platforms_that_are_there(client: httpx.AsyncClient) -> None:
    assert (await client.get("/line/webhook")).status_code == 405
    assert (await client.post("/telegram/webhook", content=b"{}")).status_code == 404
    assert (await client.get("/")).status_code == 404


async def test_alive_and_ready(
    client: httpx.AsyncClient, database: Database, clock: StandingClock
) -> None:
    assert (await client.get("/healthz")).json() == {"status": "alive"}
    ready = await client.get("/readyz")
    assert ready.status_code == 200
    assert ready.json() == {"status": "ready", "database": "ok", "oldest_due_seconds": 0.0}
    async with database.write() as tx:
        chat = await a_chat(tx)
        await outbox.put_answer(tx, chat.id, {}, clock.now())
        # What lies in the future, or waits for a chat that is blocked, is nobody's delay.
        await outbox.put_notice(tx, chat.id, {}, clock.now().replace(year=2030), clock.now())
    clock.forward(seconds=90)
    assert (await client.get("/readyz")).json()["oldest_due_seconds"] == 90.0


async def test_metrics(client: httpx.AsyncClient, database: Database, clock: StandingClock) -> None:
    await post(client, BODY, "wrong")
    async with database.write() as tx:
        chat = await a_chat(tx)
        await outbox.put_answer(tx, chat.id, {}, clock.now())
    clock.forward(seconds=30)
    answer = await client.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    assert 'funso_webhooks_total{end="forged",platform="line"}' in answer.text
    assert "funso_oldest_due_seconds 30.0" in answer.text


async def test_not_ready_without_the_database(
    keeper: Keeper, clock: StandingClock, links: FileLinks, blobs: Blobs, unused_tcp_port: int
) -> None:
    database = Database(f"postgresql://nobody:hunter2@127.0.0.1:{unused_tcp_port}/funso")
    app = application(
        [], Health(database, clock), KeptFiles(links, blobs), Drawings(links, database)
    )
    try:
        async with HttpServer(app) as server, httpx.AsyncClient(base_url=server.url) as client:
            answer = await client.get("/readyz")
            assert answer.status_code == 503
            assert answer.json() == {"status": "unready", "database": "unreachable"}
            assert (await client.get("/healthz")).status_code == 200
            metrics = await client.get("/metrics")
            assert metrics.status_code == 200
            assert "funso_oldest_due_seconds -1.0" in metrics.text
    finally:
        await database.close()


async def test_not_ready_while_the_database_is_silent(
    clock: StandingClock,
    links: FileLinks,
    blobs: Blobs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A server that takes the connection and says nothing."""
    monkeypatch.setattr("bot.web.DATABASE_PATIENCE", 0.2)
    connections: list[asyncio.StreamWriter] = []

    async def say_nothing(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(writer)

    silent = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
    port = silent.sockets[0].getsockname()[1]
    database = Database(f"postgresql://nobody@127.0.0.1:{port}/funso?sslmode=disable")
    app = application(
        [], Health(database, clock), KeptFiles(links, blobs), Drawings(links, database)
    )
    try:
        async with HttpServer(app) as server, httpx.AsyncClient(base_url=server.url) as client:
            async with asyncio.timeout(3):
                assert (await client.get("/readyz")).status_code == 503
    finally:
        for writer in connections:
            writer.close()
        silent.close()
        await silent.wait_closed()
        await database.close()


async def test_a_kept_file_by_its_signed_address(
    client: httpx.AsyncClient, links: FileLinks, blobs: Blobs, tmp_path: Path
) -> None:
    photo = tmp_path / "photo"
    exif = Image.Exif()
    exif[0x010F] = "MAKER-OF-THE-CAMERA"
    Image.effect_noise((800, 600), 90).save(photo, "JPEG", exif=exif)
    await blobs.put("1/ab.jpg", photo)
    address = links.address("1/ab.jpg", "image/jpeg", "ab.jpg")
    assert address is not None
    path = address.removeprefix("https://bot.example")
    answer = await client.get(path)
    assert answer.status_code == 200
    assert b"MAKER-OF-THE-CAMERA" not in answer.content
    with Image.open(photo) as kept, Image.open(io.BytesIO(answer.content)) as given:
        assert kept.tobytes() == given.tobytes()
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "no-store" in answer.headers["cache-control"]
    await blobs.delete(["1/ab.jpg"])
    assert (await client.get(path)).status_code == 404


async def test_other_tokens_open_no_file(
    client: httpx.AsyncClient,
    blobs: Blobs,
    links: FileLinks,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    photo = tmp_path / "photo"
    photo.write_bytes(b"x")
    await blobs.put("1/ab.jpg", photo)
    forged = FileLinks("https://bot.example", "guessed")
    for token in ("1/ab.jpg", "x", str(forged.address("1/ab.jpg", "image/jpeg", "a"))[26:]):
        assert (await client.get(f"/files/{token}")).status_code == 404
    path = str(links.address("1/ab.jpg", "image/jpeg", "a")).removeprefix("https://bot.example")
    assert (await client.get(path)).status_code == 200
    monkeypatch.setattr("bot.file_links.LIVES", -1)
    assert (await client.get(path)).status_code == 404


async def test_a_drawing_by_its_signed_address(
    client: httpx.AsyncClient, links: FileLinks, database: Database
) -> None:
    mark = Mark("now", START, "11月23日(月) 10:00", "いま")
    picture = Picture(Timeline("#1 色違い", "", (mark,)), "いま")
    content = {"reply": msgspec.to_builtins(Reply((Text("a"), picture)))}
    async with database.write() as tx:
        chat = await a_chat(tx)
        row = await outbox.put_answer(tx, chat.id, content, START)
    address = links.drawing(row, digest(picture.timeline))
    assert address is not None
    assert "色" not in unquote(address)
    answer = await client.get(address.removeprefix("https://bot.example"))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/png"
    assert "no-store" in answer.headers["cache-control"]
    with Image.open(io.BytesIO(answer.content)) as drawn:
        assert drawn.width == 780


async def test_other_tokens_open_no_drawing(
    client: httpx.AsyncClient,
    links: FileLinks,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    picture = Picture(Timeline("#1", "", ()), "いま")
    content = {"reply": msgspec.to_builtins(Reply((picture,)))}
    async with database.write() as tx:
        chat = await a_chat(tx)
        row = await outbox.put_answer(tx, chat.id, content, START)
    name = digest(picture.timeline)
    forged = FileLinks("https://bot.example", "guessed")
    a_file = str(links.address("1/ab.jpg", "image/jpeg", "a")).rpartition("/")[2]
    for token in (
        *("x", a_file, str(forged.drawing(row, name)).rpartition("/")[2]),
        *(str(links.drawing(*of)).rpartition("/")[2] for of in ((row, "0" * 16), (row + 9, name))),
    ):
        assert (await client.get(f"/drawings/{token}")).status_code == 404
    path = str(links.drawing(row, name)).removeprefix("https://bot.example")
    assert (await client.get(path)).status_code == 200
    monkeypatch.setattr("bot.file_links.LIVES", -1)
    assert (await client.get(path)).status_code == 404
