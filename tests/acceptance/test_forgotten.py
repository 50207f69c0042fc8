"""A process is killed while it deletes everything of a person; the next one finishes the job."""

import asyncio
import io
import sqlite3
from pathlib import Path

import pytest
from PIL import Image

from tests.acceptance.processes import bot_process, free_port, ready, until
from tests.acceptance.test_killed import connected, shown
from tests.fakes.line import FakeLine
from tests.fakes.telegram import FakeTelegram

pytestmark = [pytest.mark.process, pytest.mark.timeout(180)]

STORY = "色違いで紛争中、12月5日まで。ひみつの言葉"


def photo() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(made, "JPEG")
    return made.getvalue()


def asked(folder: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(f"file:{folder}/funso.db?mode=ro", uri=True) as database:
        return list(database.execute(query))


def dump(folder: Path) -> str:
    with sqlite3.connect(f"file:{folder}/funso.db?mode=ro", uri=True) as database:
        return "\n".join(database.iterdump())


def photos(folder: Path) -> list[Path]:
    return [path for path in (folder / "evidence").rglob("*") if path.is_file()]


@pytest.mark.parametrize("files_first", [False, True])
async def test_killed_in_the_middle(tmp_path: Path, files_first: bool) -> None:
    """Before the last answer is told, or with the files gone and the rows still there."""
    async with FakeLine() as line, FakeTelegram() as telegram:
        port = free_port()
        environment = connected(tmp_path, line, telegram, port)
        line.webhook_url = f"http://127.0.0.1:{port}/line/webhook"
        buyer, other = line.world.user(), line.world.user()
        async with bot_process("run", tmp_path, environment) as first:
            await ready(f"http://127.0.0.1:{port}")
            for who in (buyer, other):
                await line.say(who, STORY if who == buyer else "サイズ違いで紛争中、12月8日まで")
                await until(lambda who=who: any("これで登録" in b.labels for b in line.screen(who)))
                await line.press(who, "これで登録")
                await until(shown(lambda who=who: line.screen(who), "登録しました"))
                await line.deliver(line.webhook_url, line.photo(who, photo()))
                await until(
                    lambda who=who: any("証拠として保存" in b.labels for b in line.screen(who))
                )
            await line.say(buyer, "全部削除")
            await until(lambda: any("すべて削除する" in b.labels for b in line.screen(buyer)))
            stored = {path: path.read_bytes() for path in photos(tmp_path)}
            assert len(stored) == 2
            # The answer hangs, so that the erasing waits for it.
            line.faults.next("timeout_before", on="reply", times=None)
            line.faults.next("timeout_before", on="push", times=None)
            await line.press(buyer, "すべて削除する")
            await until(lambda: asked(tmp_path, "SELECT 1 FROM owners WHERE erasing_since > 0"))
            await asyncio.sleep(0.3)
            await first.kill()
        (mine,) = asked(tmp_path, "SELECT id FROM owners WHERE erasing_since > 0")
        folder = tmp_path / "evidence" / str(mine[0])
        # Files go while the answer is on its way; which of both the kill met is for us to say.
        for path, content in stored.items():
            if path.parent == folder:
                path.unlink(missing_ok=True)
                if not files_first:
                    folder.mkdir(exist_ok=True)
                    path.write_bytes(content)
        line.faults.clear()
        async with bot_process("run", tmp_path, environment) as second:
            await until(shown(lambda: line.screen(buyer), "すべて削除しました"), 60)
            await until(lambda: len(asked(tmp_path, "SELECT 1 FROM owners")) == 1, 60)
            assert await second.stop() == 0
        assert len(photos(tmp_path)) == 1
        left = dump(tmp_path)
        assert buyer not in left
        assert "ひみつの言葉" not in left
        assert other in left
        assert "サイズ違いで紛争中、12月8日まで" in left
