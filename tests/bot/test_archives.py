"""Exports and evidence packs: begun at once, made in the background, gone after a day."""

import asyncio
import hashlib
import io
import json
import zipfile
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from PIL import Image
from sqlalchemy import select

from bot import archives as maker_module
from bot.archive_parts import Parts
from bot.archives import KEPT, LEASE, MOST_TRIES, ArchiveMaker
from bot.erasing import Eraser
from bot.file_clearing import FileClearing
from bot.platforms.base import AnswerTo
from bot.platforms.local import LocalPlatform
from bot.wake import Wake
from handlers.replies import Card, Reply
from storage import archives, deliveries, disputes, evidence, linking
from storage.blobs import Blobs
from storage.engine import Database
from storage.owner_records import Chat
from storage.records import Archive, Evidence
from storage.states import DisputeStatus
from storage.tables import archives as archives_table
from storage.tables import deliveries as deliveries_table
from storage.tables import outbox
from tests.conftest import START, StandingClock
from tests.live import LiveBot, live_bot
from tests.phones import LinePhone, TelegramPhone
from tests.storage.making import a_chat, an_open_dispute

SECRET = "WHERE-I-LIVE"
STORY = "色違いで紛争中、12月5日まで。注文番号8201234567890123"


def photo(colour: str, size: tuple[int, int] = (64, 48)) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = SECRET
    made = io.BytesIO()
    Image.new("RGB", size, colour).save(made, "JPEG", exif=exif)
    return made.getvalue()


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


# The whole way ------------------------------------------------------------------------------------


@pytest.fixture
async def bot(tmp_path: Path, clock: StandingClock) -> AsyncIterator[LiveBot]:
    public = {"PUBLIC_URL": "https://bot.example"}
    async with live_bot(tmp_path, clock, environment=public) as bot:
        yield bot


async def case_with_photo(phone: Any, colour: str = "red") -> None:
    await phone.say(STORY)
    await phone.press("これで登録")
    await phone.photo(photo(colour))
    await phone.press("証拠として保存")


async def test_a_pack_on_telegram_is_a_document(bot: LiveBot) -> None:
    phone = TelegramPhone(bot)
    await case_with_photo(phone)
    await phone.press("届いた品物の写真")
    await phone.say("証拠一覧")
    await phone.press("証拠をまとめる")
    *_, begun, told, document = phone.screen()
    # The message that told of the beginning tells of the end, in its place.
    assert begun.text.startswith("証拠をまとめ終わりました")
    assert begun.via == "edit"
    assert "撮影場所などの情報を除いて" in told.text
    assert document.media == "document"
    sent = document.raw["document"]
    assert sent["file_name"] == "funso-navi-evidence-1-20261123.zip"
    (path,) = [path for path in _files(bot) if path.suffix == ".zip"]
    packed = opened(path.read_bytes())
    assert list(packed) == [
        "01_item_photo.jpg",
        "overview.pdf",
        "draft_english.txt",
        "sha256sum.txt",
        "はじめにお読みください.txt",
    ]
    assert packed["overview.pdf"].startswith(b"%PDF-")
    assert b"different color" in packed["draft_english.txt"]
    digest = hashlib.sha256(packed["01_item_photo.jpg"]).hexdigest()
    assert packed["sha256sum.txt"].decode() == f"{digest}  01_item_photo.jpg\n"
    assert SECRET.encode() not in b"".join(packed.values())
    with Image.open(io.BytesIO(packed["01_item_photo.jpg"])) as picture:
        assert picture.size == (64, 48)
    # Pressed again, it comes again.
    await phone.press("もう一度受け取る")
    assert phone.screen()[-1].media == "document"
    assert not bot.offences


async def test_an_export_on_line_is_an_address_for_a_day(bot: LiveBot, tmp_path: Path) -> None:
    phone = LinePhone(bot)
    await case_with_photo(phone)
    pushed = bot.line.world.usage
    await phone.say("データを出して")
    begun, told, link = phone.screen()[-3:]
    assert begun.text.startswith("データの書き出しを始めました")
    assert begun.via == "reply"
    assert "24時間" in told.text
    assert bot.line.world.usage == pushed + 1, "one message, and only one, costs"
    address = urlsplit(link.text.split()[-1])
    async with httpx.AsyncClient(trust_env=False) as client:
        assert address.query == "openExternalBrowser=1"
        given = await client.get(f"{bot.url}{address.path}?{address.query}")
        assert given.headers["content-type"] == "application/zip"
        assert "funso-navi-export-20261123.zip" in given.headers["content-disposition"]
        exported = opened(given.content)
        data = json.loads(exported["data.json"])
        assert data["cases"][0]["source_text"] == STORY
        assert data["cases"][0]["order_ids"] == ["8201234567890123"]
        assert data["cases"][0]["deadlines"][0]["at"] == "2026-12-05T14:59:00Z"
        (kept,) = data["files"]
        assert kept["sha256"] == hashlib.sha256(photo("red")).hexdigest()
        assert SECRET.encode() not in exported[kept["file"]]
        received = [json.loads(line) for line in exported["rows/inbox.jsonl"].splitlines()]
        assert any(STORY in str(row["raw"]) for row in received)
        # A day later neither the file nor the row is there.
        bot.clock.forward(hours=25)
        bot.app.wake.ring()
        await _until(lambda: not [path for path in _files(bot) if path.suffix == ".zip"])
        gone = await client.get(f"{bot.url}{address.path}")
        assert gone.status_code == 404
        assert "もう残っていません" in gone.text
    await phone.press("進み具合を見る")
    assert "もう残っていません" in phone.screen()[-1].text
    assert not bot.offences


async def test_a_long_work_shows_on_line_by_its_animation(
    bot: LiveBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maker_module, "EVERY", 0.1)
    put = Blobs.put

    async def slow(self: Blobs, key: str, path: Path) -> None:
        await asyncio.sleep(1.0)
        await put(self, key, path)

    monkeypatch.setattr(Blobs, "put", slow)
    phone = LinePhone(bot)
    await phone.say("エクスポート")
    shown = [entry.endpoint for entry in bot.line.ledger.entries]
    # On a slow machine the press alone may show it once more.
    after = shown[shown.index("message/reply") :]
    assert "chat/loading/start" in after
    assert shown.count("message/push") == 1
    assert not bot.offences


async def test_line_without_a_public_address_is_told_so(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with live_bot(tmp_path, clock) as bot:
        phone = LinePhone(bot)
        await case_with_photo(phone)
        for words in ("エクスポート", "証拠をまとめて"):
            await phone.say(words)
            assert "LINEではファイルをお渡しできません" in phone.screen()[-1].text
        async with bot.app.database.read() as tx:
            assert (await tx.execute(select(archives_table))).all() == []


def _files(bot: LiveBot) -> list[Path]:
    folder = Path(str(bot.app.database.url.database)).parent / "evidence"
    return [path for path in folder.rglob("*") if path.is_file()]


async def _until(condition: Any) -> None:
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0.02)


# The maker by itself ------------------------------------------------------------------------------


class House:
    """A maker over a database and a store, with one person in it."""

    def __init__(self, database: Database, blobs: Blobs, clock: StandingClock) -> None:
        self.database = database
        self.blobs = blobs
        self.clock = clock
        self.maker = self.another()

    def another(self) -> ArchiveMaker:
        """One more process."""
        platforms: Any = {}
        return ArchiveMaker(self.database, platforms, self.blobs, self.clock, Wake(), strict=True)

    async def person(self, platform: str = "telegram") -> Chat:
        async with self.database.write() as tx:
            return await a_chat(tx, platform=platform)

    async def piece(self, chat: Chat, folder: Path, data: bytes, **more: Any) -> Evidence:
        sha256 = hashlib.sha256(data).hexdigest()
        path = folder / sha256
        path.write_bytes(data)
        key = f"{chat.owner_id}/{sha256}.jpg"
        await self.blobs.put(key, path)
        async with self.database.write() as tx:
            return await evidence.add(
                *(tx, chat.owner_id, START),
                sha256=sha256,
                blob=key,
                media_type="image/jpeg",
                size=len(data),
                **more,
            )

    async def ask(self, chat: Chat, kind: archives.Kind = "export", **more: Any) -> Archive:
        async with self.database.write() as tx:
            return await archives.ask(
                tx, chat.owner_id, chat.id, kind, self.clock.now(), total=1, **more
            )

    async def work(self, maker: ArchiveMaker | None = None) -> int:
        """One claim, and all that it brings."""
        works = await (maker or self.maker)._claim_works(1)
        for one in works:
            await one
        return len(works)

    async def now(self, archive: Archive) -> Archive | None:
        async with self.database.read() as tx:
            return await archives.get(tx, archive.owner_id, archive.id)

    async def told(self) -> list[dict[str, Any]]:
        async with self.database.read() as tx:
            return [row.content for row in await tx.execute(select(outbox).order_by(outbox.c.id))]

    async def keys(self) -> list[str]:
        late = START + timedelta(days=9999)
        return [key async for some in self.blobs.older_than(late, 100) for key in some]


@pytest.fixture
def house(database: Database, tmp_path: Path, clock: StandingClock) -> Iterator[House]:
    quick = pytest.MonkeyPatch()
    quick.setattr(maker_module, "SHOWN_WITHIN", 0.0)
    yield House(database, Blobs((tmp_path / "store").as_uri()), clock)
    quick.undo()


async def test_the_same_is_not_made_twice_at_a_time(house: House) -> None:
    chat = await house.person()
    first, again = await house.ask(chat), await house.ask(chat)
    assert first == again
    assert await house.work() == 1
    assert await house.work() == 0
    assert (await house.ask(chat)).id != first.id


async def test_two_processes_do_not_make_the_same(house: House) -> None:
    chat = await house.person()
    archive = await house.ask(chat)
    other = house.another()
    works = await house.maker._claim_works(1)
    assert await other._claim_works(1) == []
    for one in works:
        await one
    found = await house.now(archive)
    assert found is not None
    assert (found.state, found.expires_at) == ("made", START + KEPT)
    assert len(await house.told()) == 1


async def test_what_a_killed_process_had_begun_is_begun_anew(house: House, tmp_path: Path) -> None:
    chat = await house.person("line")
    await house.piece(chat, tmp_path, photo("red"))
    archive = await house.ask(chat)
    (killed,) = await house.maker._claim_works(1)
    killed.close()
    assert await house.work(house.another()) == 0, "it may still be at it"
    house.clock.forward(seconds=LEASE.total_seconds() + 1)
    assert await house.work(house.another()) == 1
    found = await house.now(archive)
    assert found is not None
    assert (found.state, found.tries) == ("made", 2)
    data = opened(await house.blobs.get(found.files[0]["blob"]))
    assert "photos/001_photo.jpg" in data
    (told,) = await house.told()
    assert told["reply"]["nodes"][1]["media_type"] == "application/zip"


async def test_one_whose_owner_goes_meanwhile_leaves_nothing(house: House) -> None:
    chat = await house.person()
    await house.ask(chat)
    (work,) = await house.maker._claim_works(1)
    async with house.database.write() as tx:
        from storage import erasing

        await erasing.begin(tx, chat.owner_id, START)
    await work
    assert await house.keys() == []
    assert await house.told() == []


@pytest.mark.parametrize("begun", [False, True])
async def test_a_chat_that_was_unlinked_is_handed_nothing(house: House, begun: bool) -> None:
    chat = await house.person()
    archive = await house.ask(chat)
    works = await house.maker._claim_works(1) if begun else []
    async with house.database.write() as tx:
        await linking.part(tx, chat, START)
    for one in works:
        await one
    house.clock.forward(seconds=LEASE.total_seconds() + 1)
    await house.work()
    found = await house.now(archive)
    assert found is not None
    assert (found.state, found.files) == ("failed", ())
    (told,) = await house.told()
    assert "うまく作れませんでした" in str(told)


async def test_a_case_that_is_deleted_meanwhile(house: House, tmp_path: Path) -> None:
    chat = await house.person()
    async with house.database.write() as tx:
        case = await an_open_dispute(tx, chat.owner_id)
    await house.ask(chat, "pack", dispute_id=case.id)
    async with house.database.write() as tx:
        await disputes.change(tx, case.id, status=DisputeStatus.DELETED)
    assert await house.work() == 1
    assert await house.told() == []


async def test_a_store_that_fails_is_tried_again_and_given_up_with_a_word(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = await house.person()
    archive = await house.ask(chat)

    async def failing(self: Blobs, key: str, path: Path) -> None:
        raise OSError("the store is full")

    monkeypatch.setattr(Blobs, "put", failing)
    for _ in range(MOST_TRIES):
        assert await house.work() == 1
        assert await house.work() == 0, "only after a pause"
        house.clock.forward(minutes=20)
    found = await house.now(archive)
    assert found is not None
    assert found.state == "failed"
    (told,) = await house.told()
    assert "うまく作れませんでした" in str(told)


async def test_a_file_that_is_gone_is_left_out(house: House, tmp_path: Path) -> None:
    chat = await house.person()
    gone = await house.piece(chat, tmp_path, photo("red"))
    await house.piece(chat, tmp_path, photo("blue"))
    await house.blobs.delete([gone.blob])
    archive = await house.ask(chat)
    await house.work()
    found = await house.now(archive)
    assert found is not None
    data = opened(await house.blobs.get(found.files[0]["blob"]))
    assert len(json.loads(data["data.json"])["files"]) == 1


async def test_on_telegram_a_large_one_comes_in_parts(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maker_module, "PART", {"telegram": 3000})
    for platform, parts in (("telegram", 3), ("line", 1)):
        chat = await house.person(platform)
        for colour in ("red", "green", "blue"):
            await house.piece(chat, tmp_path, photo(colour, (400, 300)))
        archive = await house.ask(chat)
        await house.work()
        found = await house.now(archive)
        assert found is not None
        names = [file["name"] for file in found.files]
        assert len(names) >= parts
        assert len(set(names)) == len(names)
        inside = [opened(await house.blobs.get(file["blob"])) for file in found.files]
        everything = {name for one in inside for name in one}
        assert {"photos/001_photo.jpg", "photos/003_photo.jpg", "data.json"} <= everything
        if platform == "line":
            assert names == ["funso-navi-export-20261123.zip"]


async def test_a_large_picture_gets_a_smaller_copy_beside_it(house: House, tmp_path: Path) -> None:
    chat = await house.person()
    async with house.database.write() as tx:
        case = await an_open_dispute(tx, chat.owner_id)
    large = io.BytesIO()
    Image.effect_noise((2000, 1500), 90).convert("RGB").save(large, "JPEG", quality=95)
    assert large.tell() > 2 * 1024 * 1024
    piece = await house.piece(chat, tmp_path, large.getvalue(), caption="色が違います")
    async with house.database.write() as tx:
        await evidence.keep(tx, piece.id, case.id, "item_photo")
    archive = await house.ask(chat, "pack", dispute_id=case.id)
    await house.work()
    found = await house.now(archive)
    assert found is not None
    packed = opened(await house.blobs.get(found.files[0]["blob"]))
    assert len(packed["under_2MB/01_item_photo.jpg"]) <= 2 * 1024 * 1024
    assert len(packed["01_item_photo.jpg"]) == pytest.approx(large.tell(), abs=100)
    told = packed["はじめにお読みください.txt"].decode()
    assert "under_2MB/ … AliExpressが受け付けないおそれのある画像" in told
    # What the buyer should mind is told the buyer, in the buyer's language.
    assert told.splitlines()[-1].startswith("01_item_photo.jpg: この画像は2MBを超えています")


async def test_how_far_it_is_takes_the_place_of_its_beginning(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maker_module, "EVERY", 0.01)
    chat = await house.person()
    await house.piece(chat, tmp_path, photo("red"))
    archive = await house.ask(chat)
    async with house.database.write() as tx:
        await tx.execute(
            deliveries_table.insert().values(
                chat_id=chat.id,
                rank=deliveries.RANK_ANSWER,
                body={"reply_markup": [[f"1~arc~{archive.id}~"]]},
                retry_key="r",
                state="sent",
                message="77",
                next_try_at=START,
                created_at=START,
            )
        )
    put = Blobs.put

    async def slow(self: Blobs, key: str, path: Path) -> None:
        await asyncio.sleep(0.3)
        await put(self, key, path)

    monkeypatch.setattr(Blobs, "put", slow)
    await house.work()
    *steps, finished, files = await house.told()
    bars = [one["reply"]["nodes"][0]["progress"] for one in steps]
    assert bars == [{"type": "progress", "done": 1, "total": 1}]
    for one in (*steps, finished):
        assert {name: value for name, value in one["to"].items() if value} == {
            "pressed_message": "77",
            "updates": True,
        }
    assert files["reply"]["nodes"][1]["type"] == "media"


async def test_a_process_that_stops_leaves_it_to_the_next(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = await house.person()
    archive = await house.ask(chat)

    async def endless(self: Blobs, key: str, path: Path) -> None:
        await asyncio.sleep(60)

    with monkeypatch.context() as patched:
        patched.setattr(Blobs, "put", endless)
        stopping = asyncio.Event()
        running = asyncio.create_task(house.maker.run(stopping))
        async with asyncio.timeout(10):
            while (found := await house.now(archive)) and not found.tries:
                await asyncio.sleep(0.02)
            stopping.set()
            await running
    found = await house.now(archive)
    assert found is not None
    assert (found.state, found.tries) == ("waiting", 0)
    assert await house.work(house.another()) == 1
    assert len(await house.told()) == 1


async def test_archives_go_after_a_day_and_lost_ones_with_the_sweep(
    house: House, tmp_path: Path
) -> None:
    chat = await house.person()
    await house.ask(chat)
    await house.work()
    lost = tmp_path / "lost"
    lost.write_bytes(b"x")
    await house.blobs.put(f"{chat.owner_id}/archive-99-1.zip", lost)
    await house.blobs.put("somebody/elses.zip", lost)
    eraser = Eraser(house.database, house.blobs, house.clock, Wake(), "Asia/Tokyo")
    assert await eraser.round() == 0
    clearing = FileClearing(house.database, house.blobs, house.clock)
    far = START + timedelta(days=9999)
    assert await clearing.without_row(far, asyncio.Event()) == 1
    house.clock.forward(hours=24, seconds=1)
    assert await eraser.round() == 1
    assert await house.keys() == ["somebody/elses.zip"]


# Small parts --------------------------------------------------------------------------------------


def test_parts_stay_below_their_limit(tmp_path: Path) -> None:
    parts = Parts(tmp_path, "name", START, 1000)
    for number in range(5):
        path = tmp_path / f"{number}.jpg"
        path.write_bytes(bytes([number]) * 400)
        parts.add_file(f"{number}.jpg", path)
    large = tmp_path / "large.jpg"
    large.write_bytes(b"x" * 5000)
    parts.add_file("large.jpg", large)
    parts.add_text("last.txt", "あ")
    paths = parts.close()
    names = [list(opened(path.read_bytes())) for path in paths]
    assert names == [["0.jpg", "1.jpg"], ["2.jpg", "3.jpg"], ["4.jpg"], ["large.jpg"], ["last.txt"]]
    assert parts.name(2) == "name-2.zip"


def test_the_page_is_told_what_to_bring_up_to_date(tmp_path: Path) -> None:
    page = LocalPlatform(tmp_path)
    reply = Reply((Card("もう少し"),), replaces_pressed=True)
    (body,) = page.render(reply, AnswerTo(pressed_message="m1", updates=True), locale="ja")
    assert body["instead"] == "m1"
    (pressed,) = page.render(reply, AnswerTo(pressed_message="m1"), locale="ja")
    assert "instead" not in pressed
