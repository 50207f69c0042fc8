"""The commands as a person types them: exit codes, messages, and a clean end."""

import asyncio
import json
import sys
from pathlib import Path

import httpx
import pytest

from tests.acceptance.processes import (
    PATIENCE,
    bot_environment,
    bot_process,
    free_port,
    ready,
    until,
)
from tests.acceptance.test_killed import connected, shown
from tests.fakes.line import FakeLine
from tests.fakes.telegram import FakeTelegram

pytestmark = [pytest.mark.process, pytest.mark.timeout(90)]


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("LINE_CHANNEL_SECRET", "abc", "LINE_CHANNEL_ACCESS_TOKEN"),
        ("LINE_CHANNEL_ACCESS_TOKEN", "abc", "LINE_CHANNEL_SECRET"),
        ("TELEGRAM_BOT_TOKEN", "abc", "BotFather"),
        ("DATABASE_URL", "mysql://somewhere/x", "DATABASE_URL"),
        ("PORT", "eighty", "PORT"),
        ("DEFAULT_TIMEZONE", "Tokyo", "DEFAULT_TIMEZONE"),
        ("OPERATOR_CHAT", "mail:x", "OPERATOR_CHAT"),
        ("EVIDENCE_URL", "ftp://x", "EVIDENCE_URL"),
    ],
)
async def test_a_wrong_setting_ends_the_start(
    tmp_path: Path, name: str, value: str, remedy: str
) -> None:
    environment = {**bot_environment(tmp_path), name: value}
    async with bot_process("run", tmp_path, environment) as process:
        async with asyncio.timeout(PATIENCE):
            assert await process.process.wait() == 2
        assert name in process.output
        assert remedy in process.output
        assert "Traceback" not in process.output


async def test_web_and_worker_say_that_the_database_is_not_migrated(tmp_path: Path) -> None:
    environment = bot_environment(tmp_path, PORT=str(free_port()), LOG_LEVEL="WARNING")
    async with bot_process("web", tmp_path, environment) as web:
        await until(lambda: "migrate" in web.output)
        assert web.process.returncode is None, "it waits for the release step"
        async with bot_process("migrate", tmp_path, environment) as migrating:
            assert await migrating.process.wait() == 0
        await ready(f"http://127.0.0.1:{environment['PORT']}")
        assert await web.stop() == 0


async def test_doctor(tmp_path: Path) -> None:
    environment = bot_environment(tmp_path)
    async with bot_process("doctor", tmp_path, environment) as before:
        assert await before.process.wait() == 1
        assert "not migrated" in before.output
    async with bot_process("migrate", tmp_path, environment) as migrating:
        assert await migrating.process.wait() == 0
    async with bot_process("doctor", tmp_path, environment) as after:
        assert await after.process.wait() == 0, after.output
        assert "FAIL" not in after.output


async def test_doctor_sets_up_what_the_platforms_show(tmp_path: Path) -> None:
    async with FakeLine() as line, FakeTelegram() as telegram:
        environment = connected(tmp_path, line, telegram, free_port())
        async with bot_process("migrate", tmp_path, environment) as migrating:
            assert await migrating.process.wait() == 0
        async with bot_process("doctor", tmp_path, environment, "--set-up") as first:
            assert await first.process.wait() == 0, first.output
            assert "LINE: set as the default menu" in first.output
            assert "Telegram: commands set (en)" in first.output
        async with bot_process("doctor", tmp_path, environment, "--set-up") as second:
            assert await second.process.wait() == 0, second.output
            assert second.output.count("everything is set up already") == 2
        assert len(line.rich_menus) == 1
        for output in (first.output, second.output):
            assert line.access_token not in output
            assert telegram.token not in output


async def test_a_port_in_use_is_said_plainly(tmp_path: Path) -> None:
    port = free_port()
    environment = bot_environment(tmp_path, PORT=str(port))
    other = tmp_path / "other"
    other.mkdir()
    async with bot_process("run", tmp_path, environment) as first:
        await ready(f"http://127.0.0.1:{port}")
        second_environment = bot_environment(other, PORT=str(port))
        async with bot_process("run", other, second_environment) as second:
            async with asyncio.timeout(PATIENCE):
                assert await second.process.wait() == 2
            assert str(port) in second.output
            assert "Traceback" not in second.output
        assert await first.stop() == 0


async def test_nothing_private_is_logged_at_debug(tmp_path: Path) -> None:
    """Every log line of a whole conversation: no token, no secret, no word of the buyer's."""
    secret_words = "秘密の色違い"
    async with FakeLine() as line, FakeTelegram() as telegram:
        port = free_port()
        environment = connected(tmp_path, line, telegram, port, LOG_LEVEL="DEBUG")
        line.webhook_url = f"http://127.0.0.1:{port}/line/webhook"
        buyer, other = line.world.user(), telegram.world.user()
        async with bot_process("run", tmp_path, environment) as process:
            await ready(f"http://127.0.0.1:{port}")
            text = f"{secret_words}で紛争中です。8201234567890123、全額返金6,993円、12月5日まで"
            await line.say(buyer, text)
            await telegram.deliver(telegram.updates.text(other, text))
            await until(lambda: any("これで登録" in b.labels for b in line.screen(buyer)))
            await until(lambda: any("これで登録" in b.labels for b in telegram.screen(other)))
            line.faults.next("500", on="reply")
            telegram.faults.next("500", on="sendMessage")
            await line.press(buyer, "これで登録")
            await telegram.press(other, "これで登録")
            await until(shown(lambda: line.screen(buyer), "登録しました"))
            await until(shown(lambda: telegram.screen(other), "登録しました"))
            async with httpx.AsyncClient(trust_env=False) as client:
                metrics = (await client.get(f"http://127.0.0.1:{port}/metrics")).text
            assert await process.stop() == 0
            output = process.output + metrics
        private = [
            secret_words,
            "8201234567890123",
            "6,993",
            line.channel_secret,
            line.access_token,
            telegram.token,
            telegram.token.split(":")[1],
            buyer,
        ]
        leaked = [word for word in private if word in output]
        assert not leaked
        assert "event kept" in output, "the log was really written"


async def test_read_loads_neither_sdk_nor_database(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-X", "importtime", "-m", "bot", "read"),
        env=bot_environment(tmp_path),
        cwd=Path(__file__).parents[2],
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    lines = [
        {"text": "2月3日にAliExpress介入", "reference": "2026-11-23T10:00:00"},
        {"nothing": 1},
        {"text": "残り2時間", "reference": "2026-11-23T10:00:00"},
    ]
    given = "\n".join(json.dumps(line) for line in lines) + "\nnot json\n"
    out, errors = await process.communicate(given.encode())
    answers = [json.loads(line) for line in out.decode().splitlines()]
    assert [("error" in answer) for answer in answers] == [False, True, False, True]
    assert answers[0]["deadline"]["at"] == "2027-02-03T23:59:00+09:00"
    loaded = errors.decode()
    assert not [name for name in ("sqlalchemy", "telegram", "linebot") if f" {name}" in loaded]
