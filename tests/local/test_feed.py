"""What the page is shown: the same conversation after a reload, a restart or a lost connection."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx

from handlers.replies import Reply, Text
from tests.fakes.server import HttpServer
from tests.local.stage import Stage


def texts(history: dict[str, Any]) -> list[str]:
    """The conversation in a few words."""
    shown = []
    for entry in history["entries"]:
        content = entry["content"]
        node = content.get("node", {})
        words = content.get("text") or content.get("label") or node.get("words") or node["title"]
        shown.append(("> " if entry["mine"] else "") + words.split("\n")[0])
    return shown


async def history(client: httpx.AsyncClient) -> dict[str, Any]:
    content: dict[str, Any] = (await client.get("/local/history")).json()
    return content


@contextlib.asynccontextmanager
async def listening(url: str, after: str = "", header: str = "") -> AsyncIterator[Any]:
    """A page's stream as an iterator of (event, content, id)."""
    async with (
        httpx.AsyncClient(timeout=10) as client,
        client.stream(
            "GET",
            f"{url}/local/stream",
            params={"after": after} if after else {},
            headers={"Last-Event-ID": header} if header else {},
        ) as response,
    ):

        async def events() -> AsyncIterator[tuple[str, Any, str]]:
            event: dict[str, str] = {}
            async for line in response.aiter_lines():
                if line:
                    name, _, value = line.partition(": ")
                    event[name] = value
                elif event.get("event"):
                    yield event["event"], json.loads(event["data"]), event.get("id", "")
                    event = {}

        yield events()


async def entries(stream: AsyncIterator[tuple[str, Any, str]], count: int) -> list[str]:
    """The next texts of a stream."""
    found: list[str] = []
    async for name, content, _ in stream:
        if name == "entry":
            found += texts({"entries": [content]})
        if len(found) == count:
            break
    return found


async def test_before_anything_was_said(client: httpx.AsyncClient) -> None:
    shown = await history(client)
    assert shown["entries"] == []
    assert shown["waiting"] is False
    assert shown["clock"]["ahead"] == 0
    assert shown["clock"]["zone"] == "Asia/Tokyo"


async def test_the_whole_conversation_in_order(stage: Stage, client: httpx.AsyncClient) -> None:
    for text in ("一", "二"):
        await client.post("/local/say", json={"text": text})
        await stage.idle()
    await client.post("/local/press", json={"payload": "x", "label": "押す"})
    await stage.idle()
    expected = ["> 一", "聞きました: 一", "> 二", "聞きました: 二", "> 押す", "押されました: x"]
    assert texts(await history(client)) == expected
    stage.open_chat()
    transport = httpx.ASGITransport(stage.app, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as again:
        assert texts(await history(again)) == expected


async def test_order_does_not_follow_the_moved_clock(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    await client.post("/local/say", json={"text": "先"})
    await stage.idle()
    await client.post("/local/clock", json={"ahead_seconds": 86400})
    await client.post("/local/say", json={"text": "明日"})
    await stage.idle()
    await client.post("/local/clock", json={"to": "now"})
    await client.post("/local/say", json={"text": "後"})
    await stage.idle()
    shown = await history(client)
    assert [text for text in texts(shown) if text.startswith(">")] == ["> 先", "> 明日", "> 後"]
    days = [entry["at"][:10] for entry in shown["entries"]]
    assert days == ["2027-01-31"] * 2 + ["2027-02-01"] * 2 + ["2027-01-31"] * 2


async def test_a_kept_photo_is_shown_after_a_reload(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    files = {"file": ("a.png", b"123", "image/png")}
    await client.post("/local/photo", files=files, data={"id": "photo-0001"})
    await stage.idle()
    assert (await history(client))["entries"][0]["blob"] is None
    await stage.keep_photo("photo-0001", "1/abc.png", b"123", "image/png")
    assert (await history(client))["entries"][0]["blob"] == "1/abc.png"


async def test_a_person_is_waiting_until_the_answer_is_out(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    stage.pause = 0.2
    await client.post("/local/say", json={"text": "ねえ"})
    assert (await history(client))["waiting"] is True
    await stage.idle()
    assert (await history(client))["waiting"] is False


async def test_pushed_messages_arrive_by_themselves(stage: Stage, server: HttpServer) -> None:
    async with listening(server.url) as stream:
        name, content, _ = await anext(stream)
        assert (name, content["waiting"]) == ("state", False)
        await stage.push(Reply((Text("期限が近いです"), Text("二つ目"))))
        assert await entries(stream, 2) == ["期限が近いです", "二つ目"]


async def test_nothing_is_lost_or_doubled_by_a_lost_connection(
    stage: Stage, server: HttpServer
) -> None:
    await stage.push(Reply((Text("一"),)))
    async with listening(server.url) as stream:
        _, content, mark = await anext(stream)
    await stage.push(Reply((Text("二"),)))
    for given in ({"after": mark}, {"header": mark}):
        async with listening(server.url, **given) as stream:
            # The older one comes again, under the id by which the page knows it.
            again = await anext(stream)
            assert again[1]["id"] == content["id"]
            assert await entries(stream, 1) == ["二"]


async def test_a_mark_that_is_nonsense_begins_at_the_start(
    stage: Stage, server: HttpServer
) -> None:
    await stage.push(Reply((Text("一"),)))
    for after in ("x", "1", "-1.-1", "９.９"):
        async with listening(server.url, after=after) as stream:
            assert await entries(stream, 1) == ["一"]


async def test_another_process_is_noticed_too(stage: Stage, server: HttpServer) -> None:
    """Without a ring of this process the stream still looks now and then."""
    async with listening(server.url) as stream:
        await anext(stream)
        stage.database._after_commit.clear()
        await stage.push(Reply((Text("別の場所から"),)))
        assert await entries(stream, 1) == ["別の場所から"]


async def test_closing_ends_the_streams(stage: Stage, server: HttpServer) -> None:
    async with listening(server.url) as stream:
        await anext(stream)
        stage.chat.close()
        async with asyncio.timeout(2):
            assert [event async for event in stream] == []


async def test_a_lost_database_ends_the_stream_quietly(stage: Stage, server: HttpServer) -> None:
    async with listening(server.url) as stream:
        await anext(stream)
        async with stage.database.write() as tx:
            await tx.exec_driver_sql("ALTER TABLE chats RENAME TO gone")
        async with asyncio.timeout(5):
            assert [event async for event in stream] == []
