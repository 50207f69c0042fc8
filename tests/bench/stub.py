"""A server that takes every message at once, as LINE or Telegram, in a process of its own."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import uvicorn

TELEGRAM = json.dumps(
    {
        "ok": True,
        "result": {
            "message_id": 1,
            "date": 1_795_000_000,
            "chat": {"id": 1, "type": "private", "first_name": "a buyer"},
            "text": "x",
        },
    }
).encode()
ME = json.dumps(
    {"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "bot", "username": "a_bot"}}
).encode()
LINE = json.dumps({"sentMessages": [{"id": "1", "quoteToken": "q"}]}).encode()
HEADERS = [(b"content-type", b"application/json"), (b"x-line-request-id", b"r")]


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Read the call and take it."""
    if scope["type"] != "http":
        return
    while (await receive()).get("more_body"):
        pass
    path = scope["path"]
    body = LINE if path.startswith("/v2/") else ME if path.endswith("/getMe") else TELEGRAM
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": 200, "headers": [*HEADERS, length]})
    await send({"type": "http.response.body", "body": body})


class _Told(uvicorn.Server):
    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        print(self.servers[0].sockets[0].getsockname()[1], flush=True)


@contextlib.contextmanager
def stub() -> Iterator[str]:
    """The address of a running one."""
    command = [sys.executable, "-m", "tests.bench.stub"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    _Told(uvicorn.Config(app, port=0, log_level="error", access_log=False)).run()
