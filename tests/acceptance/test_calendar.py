"""A calendar of one's own, by a real process and curl: 200, then 304; its token in no log line."""

import asyncio
import re
from pathlib import Path

import httpx
import pytest
from ical.calendar_stream import IcsCalendarStream

from tests.acceptance.processes import bot_environment, bot_process, free_port, ready

pytestmark = [pytest.mark.process, pytest.mark.timeout(90)]

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/calendar/[0-9a-f]{32}\.[\w-]{43}\.ics")


async def curl(*arguments: str) -> str:
    """What curl prints: the answer's head, and its body."""
    running = await asyncio.create_subprocess_exec(
        *("curl", "--silent", "--include", "--noproxy", "*", *arguments),
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await running.communicate()
    return out.decode()


async def say(client: httpx.AsyncClient, path: str, seen: re.Pattern[str], **form: str) -> str:
    """Do something on the local page, and wait until it shows this."""
    await client.post(path, json=form)
    while True:
        shown = (await client.get("/local/history")).text
        if found := seen.search(shown):
            return found[0]
        await asyncio.sleep(0.1)


async def test_curl_polls_a_calendar(tmp_path: Path) -> None:
    port = str(free_port())
    environment = bot_environment(tmp_path, PORT=port, LOG_LEVEL="DEBUG")
    url = f"http://127.0.0.1:{port}"
    async with bot_process("run", tmp_path, environment) as bot:
        await ready(url)
        async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=30) as client:
            story = "色違いで紛争中です。残り20日"
            await say(client, "/local/say", re.compile("1~reg~1~"), text=story)
            await say(client, "/local/press", re.compile("1~cal~1~one"), payload="1~reg~1~")
            address = await say(client, "/local/say", ADDRESS, text="カレンダー")
            first = await curl(address)
            assert first.startswith("HTTP/1.1 200")
            head, _, body = first.partition("\r\n\r\n")
            (entry,) = IcsCalendarStream.calendar_from_ics(body).events
            assert "色違い" in str(entry.summary)
            etag = re.search(r'etag: (".+")', head)
            assert etag is not None
            again = await curl("--header", f"If-None-Match: {etag[1]}", address)
            assert again.startswith("HTTP/1.1 304")
            token = address.rsplit("/", 1)[1].removesuffix(".ics")
            assert (await curl(address.replace(token, token[:-1]))).startswith("HTTP/1.1 404")
            await say(client, "/local/press", re.compile("止めました"), payload="1~cal~~off")
            assert (await curl(address)).startswith("HTTP/1.1 404")
        assert await bot.stop() == 0
        assert token.partition(".")[2] not in bot.output
        assert "/calendar" not in bot.output
    key = tmp_path / "keys" / "calendar.key"
    assert key.stat().st_mode & 0o077 == 0, "nobody else may read what signs the addresses"


async def test_the_address_outlives_a_restart(tmp_path: Path) -> None:
    port = str(free_port())
    environment = bot_environment(tmp_path, PORT=port)
    url = f"http://127.0.0.1:{port}"
    found = []
    for _ in range(2):
        async with bot_process("run", tmp_path, environment) as bot:
            await ready(url)
            async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=30) as client:
                found.append(await say(client, "/local/say", ADDRESS, text="カレンダー"))
            assert (await curl(found[0])).startswith("HTTP/1.1 200")
            assert await bot.stop() == 0
    assert found[0] == found[1]
