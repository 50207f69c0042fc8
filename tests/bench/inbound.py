"""How soon a webhook is kept and answered, and how soon its reply leaves, under a steady load.

    python -m tests.bench.inbound [--rate 500] [--conversations 50] [--seconds 20]

Real processes on SQLite: `web` alone for the first figure, `run` for the second, whose replies go
to a LINE of ours in this process. Events come at fixed times, however slow the answers are, and
each is counted from the time at which it should have left.
"""

import argparse
import asyncio
import base64
import contextlib
import hashlib
import hmac
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

from tests.bench.stub import HEADERS, LINE
from tests.fakes.server import HttpServer

SECRET = "s" * 32
WARM = 1000
"""Numbers below are of the events before the measured ones."""
TEXTS = (
    "色違いで紛争中、全額返金6,993円、2月3日にAliExpress介入",
    "一覧",
    "残り2日14時間33分",
    "セラーから取り下げてと言われました",
    "次の期限はいつ?",
)


class Replies:
    """A LINE that notes when each reply token was used."""

    def __init__(self) -> None:
        self.at: dict[str, float] = {}

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        body = b""
        while True:
            part = await receive()
            body += part.get("body", b"")
            if not part.get("more_body"):
                break
        if scope["path"].endswith("/reply"):
            self.at[json.loads(body)["replyToken"]] = time.perf_counter()
        length = (b"content-length", str(len(LINE)).encode())
        await send({"type": "http.response.start", "status": 200, "headers": [*HEADERS, length]})
        await send({"type": "http.response.body", "body": LINE})


def webhook(number: int, text: str) -> tuple[bytes, str]:
    """A signed event of a person of its own."""
    event = {
        "type": "message",
        "mode": "active",
        "webhookEventId": f"01{number:024d}",
        "deliveryContext": {"isRedelivery": False},
        "timestamp": int(time.time() * 1000),
        "source": {"type": "user", "userId": f"U{number:032x}"},
        "replyToken": f"token{number}",
        "message": {"type": "text", "id": str(number), "quoteToken": "q", "text": text},
    }
    body = json.dumps({"destination": "U" + "0" * 32, "events": [event]}).encode()
    digest = hmac.new(SECRET.encode(), body, hashlib.sha256).digest()
    return body, base64.b64encode(digest).decode()


@contextlib.asynccontextmanager
async def bot(role: str, line_url: str) -> AsyncIterator[str]:
    """A process of the bot on a fresh file, when it is ready; its address."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with TemporaryDirectory(prefix="bench-") as folder:
        environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{Path(folder)}/funso.db",
            "EVIDENCE_URL": f"file://{folder}/evidence",
            "LINE_CHANNEL_SECRET": SECRET,
            "LINE_CHANNEL_ACCESS_TOKEN": "token",
            "LINE_API_URL": line_url,
            "LINE_DATA_API_URL": line_url,
            "PORT": str(port),
            "LOG_LEVEL": "WARNING",
        }
        command = [sys.executable, "-m", "bot"]
        subprocess.run([*command, "migrate"], env=environment, check=True)  # noqa: ASYNC221
        process = subprocess.Popen([*command, role], env=environment)  # noqa: ASYNC220
        url = f"http://127.0.0.1:{port}"
        began = time.perf_counter()
        try:
            async with aiohttp.ClientSession() as session:
                while True:
                    with contextlib.suppress(aiohttp.ClientError):
                        async with session.get(f"{url}/readyz") as answer:
                            if answer.status == 200:
                                break
                    await asyncio.sleep(0.02)
            held = Path(f"/proc/{process.pid}/status")
            print(f"  {role}: ready after {time.perf_counter() - began:.2f} s", end=", ")
            print(f"{_memory(held)} MB resident", flush=True)
            yield url
            print(f"  {role}: {_memory(held)} MB resident at the end")
        finally:
            process.terminate()
            process.wait()


def _memory(status: Path) -> int:
    for line in status.read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) // 1024
    return 0


async def fire(
    url: str, rate: float, seconds: float, first: int = 0
) -> dict[int, tuple[float, float]]:
    """Events at fixed times, numbered from `first`; for each when it should have left and when it
    was answered. A number that came before would be an event that came twice.
    """
    times: dict[int, tuple[float, float]] = {}
    connector = aiohttp.TCPConnector(limit=200)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def post(number: int, at: float) -> None:
            body, signature = webhook(number, TEXTS[number % len(TEXTS)])
            headers = {"x-line-signature": signature, "content-type": "application/json"}
            async with session.post(f"{url}/line/webhook", data=body, headers=headers) as answer:
                await answer.read()
                assert answer.status == 200, answer.status
            times[number] = (at, time.perf_counter())

        begin = time.perf_counter() + 0.1
        running = []
        for place in range(int(rate * seconds)):
            at = begin + place / rate
            if (wait := at - time.perf_counter()) > 0:
                await asyncio.sleep(wait)
            running.append(asyncio.create_task(post(first + place, at)))
        await asyncio.gather(*running)
    return times


def show(label: str, taken: list[float]) -> None:
    """Percentiles in milliseconds."""
    ordered = sorted(taken)
    parts = [(name, ordered[int(len(ordered) * share)]) for name, share in _SHARES]
    told = ", ".join(f"{name} {value * 1000:.0f} ms" for name, value in parts)
    print(f"{label:44} {told}  ({len(ordered)} events)", flush=True)


_SHARES = (("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("most", 0.999999))


async def measure(rate: float, conversations: float, seconds: float) -> None:
    """Both figures."""
    replies = Replies()
    async with HttpServer(replies) as line:
        async with bot("web", line.url) as url:
            await fire(url, 50, 2)
            times = await fire(url, rate, seconds, WARM)
            show(
                f"kept and answered, {rate:.0f} a second", [end - at for at, end in times.values()]
            )
        replies.at.clear()
        async with bot("run", line.url) as url:
            await fire(url, 10, 3)
            await asyncio.sleep(2)
            replies.at.clear()
            times = await fire(url, conversations, seconds, WARM)
            wait_until = time.perf_counter() + 60
            while len(replies.at) < len(times) and time.perf_counter() < wait_until:
                await asyncio.sleep(0.1)
            taken = [
                replies.at[f"token{number}"] - at
                for number, (at, _) in times.items()
                if f"token{number}" in replies.at
            ]
            show(f"to the reply, {conversations:.0f} conversations a second", taken)
            assert len(taken) == len(times), f"{len(taken)} of {len(times)} answered by reply"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=500)
    parser.add_argument("--conversations", type=float, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    given = parser.parse_args()
    asyncio.run(measure(given.rate, given.conversations, given.seconds))


if __name__ == "__main__":
    main()
