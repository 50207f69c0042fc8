"""The local platform: events of the page, bodies for it, and files that wait."""

import json
import os
import time
from pathlib import Path

import pytest
import pytest_asyncio

from bot.platforms.base import AnswerTo, MediaGone, MediaSource, MediaTooLarge, Outgoing, Sent
from bot.platforms.local import SPOOL_KEEPS, LocalPlatform
from handlers.events import Joined, PickedDate, Pressed, Said, Unknown
from handlers.replies import Reply, Text
from tests.local.conversation import CARD, STEP


@pytest_asyncio.fixture(loop_scope="session")
async def platform(tmp_path: Path) -> LocalPlatform:
    made = LocalPlatform(tmp_path / "uploads")
    await made.start()
    return made


@pytest.mark.parametrize(
    ("raw", "event"),
    [
        ({"type": "said", "id": "k", "text": "やあ"}, Said("やあ", message="k")),
        ({"type": "pressed", "payload": "1~list~~", "message": "m"}, Pressed("1~list~~", "m")),
        (
            {"type": "picked", "payload": "p", "value": "2027-02-03"},
            PickedDate("p", "2027-02-03"),
        ),
        ({"type": "joined"}, Joined()),
        ({"type": "waved"}, Unknown("waved")),
        ({}, Unknown("None")),
        ({"type": "said", "text": 5, "id": []}, Said("")),
    ],
)
async def test_events(platform: LocalPlatform, raw: dict[str, object], event: object) -> None:
    assert platform.understand(raw, locale="ja").event == event


async def test_each_node_is_a_body_that_is_plain_json(platform: LocalPlatform) -> None:
    bodies = platform.render(STEP, AnswerTo(), locale="ja")
    assert [body["node"]["type"] for body in bodies] == ["text", "card"]
    (card,) = platform.render(CARD, AnswerTo(), locale="ja")
    again = json.loads(json.dumps(card))
    assert [button["label"] for button in again["node"]["buttons"]] == [
        "これで登録",
        "日付を直す",
        "理由を直す",
        "やめる",
    ]


async def test_a_long_text_is_not_cut(platform: LocalPlatform) -> None:
    (body,) = platform.render(Reply((Text("長" * 30_000),)), AnswerTo(), locale="ja")
    assert len(body["node"]["words"]) == 30_000


async def test_toasts(platform: LocalPlatform) -> None:
    first, second = platform.render(
        Reply((Text("a"), Text("b")), toast="はい"), AnswerTo(), locale="ja"
    )
    assert first["toast"] == "はい"
    assert "toast" not in second
    assert platform.render(Reply(toast="はい"), AnswerTo(), locale="ja") == [{"toast": "はい"}]
    assert platform.render(Reply(), AnswerTo(), locale="ja") == []


async def test_sending_tells_the_message_id(platform: LocalPlatform) -> None:
    outcome = await platform.send(Outgoing("local", {}, "key-1"))
    assert outcome == Sent(message="key-1")
    await platform.working("local")
    assert await platform.members("local") == 1
    await platform.stop()


@pytest.mark.parametrize("name", ["nothing", "../chat.db", "a/b", "", ".hidden"])
async def test_a_file_that_is_not_there(platform: LocalPlatform, name: str) -> None:
    with pytest.raises(MediaGone):
        await anext(platform.fetch(MediaSource(name, "photo", None), 10))


async def test_a_file_over_the_limit(platform: LocalPlatform, tmp_path: Path) -> None:
    (tmp_path / "uploads" / "film").write_bytes(b"0" * 11)
    with pytest.raises(MediaTooLarge):
        await anext(platform.fetch(MediaSource("film", "video", None), 10))


async def test_old_uploads_are_swept(platform: LocalPlatform, tmp_path: Path) -> None:
    old, new = (tmp_path / "uploads" / name for name in ("old", "new"))
    for path in (old, new):
        path.write_bytes(b"0")
    past = time.time() - SPOOL_KEEPS - 60
    os.utime(old, (past, past))
    await platform.start()
    assert not old.exists()
    assert new.exists()


@pytest.mark.parametrize(
    ("media_type", "kind"), [("image/heic", "photo"), ("video/mp4", "video"), ("", "file")]
)
async def test_kinds_of_media(platform: LocalPlatform, media_type: str, kind: str) -> None:
    raw = {"type": "media", "id": "k", "file": "k", "media_type": media_type, "size": 3}
    media = platform.understand(raw, locale="ja").media
    assert media is not None
    assert media.kind == kind
