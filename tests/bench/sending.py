"""What claiming and settling cost beside the SDKs' own calls, against one server that takes all.

    python -m tests.bench.sending

For each platform: the SDK's call as it comes in a bare loop at several concurrencies, the same over
our connections, then the whole way (claim → SDK → settle, on SQLite).
"""

import argparse
import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from linebot.v3.messaging import (
    AsyncApiClient,
    AsyncMessagingApi,
    Configuration,
    PushMessageRequest,
    TextMessage,
)
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.event_loop import run
from bot.platforms.base import Outgoing
from bot.platforms.line import LinePlatform
from bot.platforms.telegram import TelegramPlatform
from tests.bench.backlog import empty_database, fill
from tests.bench.dispatch import drain
from tests.bench.stub import stub

CALLS = 2_000
AT_A_TIME = (1, 10, 30, 100)
TOKEN = "1:token"
TELEGRAM = '{"bodies": [{"method": "sendMessage", "text": "x"}], "to": {}}'
LINE = '{"bodies": [{"messages": [{"type": "text", "text": "x"}]}], "to": {}}'
Call = Callable[[], Awaitable[Any]]


async def bare(call: Call, at_a_time: int, calls: int = CALLS) -> float:
    """Calls a second with so many at a time."""
    waiting = iter(range(calls))

    async def some() -> None:
        for _ in waiting:
            await call()

    await call()
    began = time.perf_counter()
    await asyncio.gather(*(some() for _ in range(at_a_time)))
    return calls / (time.perf_counter() - began)


async def telegram_as_it_comes(url: str, at_a_time: int) -> float:
    """PTB's own backend over httpx."""
    bot = Bot(TOKEN, base_url=f"{url}/bot", request=HTTPXRequest(connection_pool_size=at_a_time))
    try:
        return await bare(lambda: bot.send_message(1, "x"), at_a_time, CALLS // 2)
    finally:
        await bot.request.shutdown()


def telegram(url: str) -> TelegramPlatform:
    return TelegramPlatform(TOKEN, api_url=url)


async def telegram_bare(url: str, at_a_time: int) -> float:
    """PTB's Bot over our backend."""
    platform = telegram(url)
    await platform.start()
    try:
        return await bare(lambda: platform._bot.send_message(1, "x"), at_a_time)
    finally:
        await platform.stop()


async def line_bare(url: str, at_a_time: int) -> float:
    """Our push, without anything around it."""
    platform = line(url)
    await platform.start()
    pushed = Outgoing("U1", {"messages": [{"type": "text", "text": "x"}]}, "key")
    try:
        return await bare(lambda: platform.send(pushed), at_a_time)
    finally:
        await platform.stop()


def line(url: str) -> LinePlatform:
    return LinePlatform("s", "t", file_address=lambda *_: "", api_url=url)


async def line_as_it_comes(url: str, at_a_time: int) -> float:
    """line-bot-sdk's push."""
    client = AsyncApiClient(Configuration(host=url, access_token="t"))
    api = AsyncMessagingApi(client)
    asked = PushMessageRequest(to="U1", messages=[TextMessage(text="x")])
    try:
        return await bare(lambda: api.push_message_with_http_info(asked), at_a_time)
    finally:
        await client.close()


async def whole_way(make: Callable[[str], Any], url: str, body: str) -> float:
    """Claim, send and settle by our dispatcher."""
    platform = make(url)
    await platform.start()
    try:
        async with empty_database("sqlite") as database:
            await fill(
                database, chats=CALLS, due=CALLS, to_come=0, platform=platform.name, body=body
            )
            return await drain(database, platform)
    finally:
        await platform.stop()


def show(label: str, work: Callable[[], Awaitable[float]], runs: int) -> float:
    """The median of several runs."""
    rates = [run(work()) for _ in range(runs)]  # type: ignore[arg-type]
    print(f"{label:48} {statistics.median(rates):8,.0f}/s", flush=True)
    return statistics.median(rates)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with stub() as url:
        for name, comes, plain, make, body in (
            ("telegram", telegram_as_it_comes, telegram_bare, telegram, TELEGRAM),
            ("line", line_as_it_comes, line_bare, line, LINE),
        ):
            best = {}
            for kind, way in (("as it comes", comes), ("over ours", plain)):
                best[kind] = max(
                    show(f"{name} {kind}, {n} at a time", partial(way, url, n), runs)
                    for n in AT_A_TIME
                )
            ours = show(f"{name}, the whole way", partial(whole_way, make, url, body), runs)
            print(
                f"  over ours {best['over ours'] / best['as it comes']:.1f} x as it comes;"
                f" the whole way {ours / best['as it comes']:.0%} of a bare loop as it comes,"
                f" {ours / best['over ours']:.0%} of one over ours"
            )


if __name__ == "__main__":
    main()
