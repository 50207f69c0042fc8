"""A process is killed between registering and the due time; the warning still comes, once."""

import asyncio
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from storage import outbox, owners
from storage.engine import Database
from storage.tables import chats
from tests.acceptance.processes import bot_environment, bot_process, free_port, ready, until
from tests.fakes.line import FakeLine
from tests.fakes.telegram import FakeTelegram

pytestmark = [pytest.mark.process, pytest.mark.timeout(120)]


def connected(
    folder: Path, line: FakeLine, telegram: FakeTelegram, port: int, **more: str
) -> dict[str, str]:
    """The environment of a bot that talks to both fakes, and polls Telegram."""
    return bot_environment(
        folder,
        PORT=str(port),
        LINE_CHANNEL_SECRET=line.channel_secret,
        LINE_CHANNEL_ACCESS_TOKEN=line.access_token,
        LINE_API_URL=line.url,
        LINE_DATA_API_URL=line.url,
        TELEGRAM_BOT_TOKEN=telegram.token,
        TELEGRAM_API_URL=telegram.url,
        **more,
    )


def shown(screen: Callable[[], list[object]], words: str) -> Callable[[], bool]:
    """Whether any message on a screen holds these words."""
    return lambda: any(words in bubble.text for bubble in screen())  # type: ignore[attr-defined]


def warnings(line: FakeLine, chat: str) -> int:
    """How many messages with a warning's buttons lie on the screen."""
    return sum("明日の朝" in bubble.labels for bubble in line.screen(chat))


async def test_run_killed_before_the_warning(tmp_path: Path) -> None:
    async with FakeLine() as line, FakeTelegram() as telegram:
        port = free_port()
        environment = connected(tmp_path, line, telegram, port)
        line.webhook_url = f"http://127.0.0.1:{port}/line/webhook"
        buyer, other = line.world.user(), telegram.world.user()
        async with bot_process("run", tmp_path, environment) as first:
            await ready(f"http://127.0.0.1:{port}")
            await line.say(buyer, "紛争中で残り50秒です")
            await telegram.deliver(telegram.updates.text(other, "紛争中で残り50秒です"))
            await until(shown(lambda: line.screen(buyer), "紛争"))
            await until(lambda: any("これで登録" in b.labels for b in line.screen(buyer)))
            await until(lambda: any("これで登録" in b.labels for b in telegram.screen(other)))
            await line.press(buyer, "これで登録")
            await telegram.press(other, "これで登録")
            await until(shown(lambda: line.screen(buyer), "登録しました"))
            await until(shown(lambda: telegram.screen(other), "登録しました"))
            await asyncio.sleep(1)  # the answers' fates are on disk: only the warning is to come
            await first.kill()
        assert warnings(line, buyer) == 0
        async with bot_process("run", tmp_path, environment) as second:
            await until(lambda: warnings(line, buyer) == 1, 60)
            await until(lambda: sum("明日の朝" in b.labels for b in telegram.screen(other)) == 1)
            await asyncio.sleep(1)
            assert await second.stop() == 0
        assert warnings(line, buyer) == 1
        assert sum("明日の朝" in b.labels for b in telegram.screen(other)) == 1
        assert not line.offences + telegram.offences


async def test_a_killed_processs_lease_holds_up_nobody(
    tmp_path: Path, sqlite_database: Database
) -> None:
    """The next `run` on this machine knows that the holder is dead, and does not wait for it."""
    dead = await asyncio.create_subprocess_exec(sys.executable, "-c", "")
    await dead.wait()
    now = datetime.now(UTC)
    async with FakeLine() as line, FakeTelegram() as telegram:
        buyer = line.world.user()
        async with sqlite_database.write() as tx:
            chat = await owners.open_chat(
                tx, "line", buyer, group=False, zone="Asia/Tokyo", locale="ja", now=now
            )
            content = {"reply": {"nodes": [{"type": "text", "words": "期限です"}]}}
            await outbox.put_notice(tx, chat.id, content, now, now)
            await tx.execute(
                update(chats).values(
                    lease_token=f"{dead.pid}.abc", lease_until=now + timedelta(hours=1)
                )
            )
        await sqlite_database.close()
        environment = connected(tmp_path, line, telegram, free_port())
        async with bot_process("run", tmp_path, environment) as running:
            await until(shown(lambda: line.screen(buyer), "期限です"))
            assert await running.stop() == 0


async def test_web_and_worker_killed(
    tmp_path: Path, database: Database, database_address: str
) -> None:
    await database.close()
    async with FakeLine() as line, FakeTelegram() as telegram:
        port = free_port()
        environment = connected(tmp_path, line, telegram, port, DATABASE_URL=database_address)
        line.webhook_url = f"http://127.0.0.1:{port}/line/webhook"
        buyer = line.world.user()
        async with (
            bot_process("web", tmp_path, environment) as web,
            bot_process("worker", tmp_path, environment) as worker,
        ):
            await ready(f"http://127.0.0.1:{port}")
            await line.say(buyer, "紛争中で残り50秒です")
            await until(lambda: any("これで登録" in b.labels for b in line.screen(buyer)))
            await line.press(buyer, "これで登録")
            await until(shown(lambda: line.screen(buyer), "登録しました"))
            await asyncio.sleep(1)
            await worker.kill()
            await web.kill()
        async with (
            bot_process("web", tmp_path, environment) as web,
            bot_process("worker", tmp_path, environment) as worker,
        ):
            await until(lambda: warnings(line, buyer) == 1, 60)
            await asyncio.sleep(1)
            assert await worker.stop() == 0
            assert await web.stop() == 0
            for process in (web, worker):
                assert "locked" not in process.output
        assert warnings(line, buyer) == 1
        assert not line.offences
