"""全部削除 and the other ways to be forgotten, through the whole bot, on both platforms."""

import asyncio
import io
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import func, select, update

from bot.erasing import Eraser
from storage import disputes, linking, owners
from storage.blobs import Blobs
from storage.engine import Database
from storage.tables import deliveries, evidence
from storage.tables import disputes as disputes_table
from storage.tables import owners as owners_table
from tests.conftest import StandingClock
from tests.live import LiveBot, live_bot
from tests.phones import LinePhone, Phone, TelegramPhone
from tests.storage.whole_rows import everything, holding

ORDER = "8201234567890123"
STORY = f"色違いで紛争中、12月5日まで。注文番号{ORDER}"


def photo(colour: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(made, "JPEG")
    return made.getvalue()


@pytest.fixture
async def bot(
    tmp_path: Path, clock: StandingClock, database: Database, database_address: str
) -> AsyncIterator[LiveBot]:
    """The bot on a database of either kind."""
    public = {"PUBLIC_URL": "https://bot.example"}
    async with live_bot(tmp_path, clock, database=database_address, environment=public) as bot:
        yield bot


def files(bot: LiveBot, folder: Path) -> set[str]:
    return {str(path.relative_to(folder / "evidence")) for path in _all(folder)}


def _all(folder: Path) -> list[Path]:
    return [path for path in (folder / "evidence").rglob("*") if path.is_file()]


async def rows(bot: LiveBot) -> dict[str, list[dict[str, Any]]]:
    async with bot.app.database.read() as tx:
        return await everything(tx)


async def tell(phone: Phone, colour: str, *, archives: bool = False) -> None:
    """A case with a photo; with `archives` a pack of it and an export of everything."""
    await phone.say(STORY)
    await phone.press("これで登録")
    await phone.photo(photo(colour))
    await phone.press("証拠として保存")
    if archives:
        await phone.say("証拠をまとめて")
        await phone.say("エクスポート")


def address(phone: Phone) -> str:
    return str(phone.user if isinstance(phone, LinePhone) else phone.chat)  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", [LinePhone, TelegramPhone])
async def test_everything_goes_after_the_last_answer(
    bot: LiveBot, tmp_path: Path, kind: type[LinePhone] | type[TelegramPhone]
) -> None:
    mine, others = kind(bot), kind(bot)
    await tell(others, "blue", archives=True)
    before, kept = await rows(bot), files(bot, tmp_path)
    await tell(mine, "red", archives=True)
    assert len(files(bot, tmp_path)) == 2 * len(kept) == 6
    await mine.say("全部削除")
    assert "登録した件(1件)、写真・動画(1点)" in mine.screen()[-1].text
    await mine.press("すべて削除する")
    assert "すべて削除しました" in mine.screen()[-1].text
    after = await rows(bot)
    assert files(bot, tmp_path) == kept
    assert holding(after, address(mine)) == {}
    for name, those in before.items():
        if name not in ("inbox", "facts"):
            assert after[name] == those, name
    left = [row for row in after["inbox"] if row not in before["inbox"]]
    assert left
    assert all((row["owner_id"], row["chat_id"], row["raw"]) == (None, None, {}) for row in left)
    # The deadlines of whoever is gone warn nobody.
    sent = len(mine.screen())
    await bot.forward(days=13)
    assert len(mine.screen()) == sent
    assert len(others.screen()) > 0
    assert not bot.offences


async def test_linked_chats_go_together_with_the_files_of_both(
    bot: LiveBot, tmp_path: Path
) -> None:
    line, telegram = LinePhone(bot), TelegramPhone(bot)
    await tell(line, "red", archives=True)
    await tell(telegram, "blue")
    async with bot.app.database.write() as tx:
        one = await owners.find_chat(tx, "line", line.user)
        two = await owners.find_chat(tx, "telegram", str(telegram.chat))
        assert one is not None
        assert two is not None
        await linking.join(tx, two.owner_id, one.owner_id)
    assert len(_all(tmp_path)) == 4
    await telegram.say("全部削除")
    assert "両方の記録が消えます" in telegram.screen()[-1].text
    await telegram.press("すべて削除する")
    assert "すべて削除しました" in telegram.screen()[-1].text
    assert _all(tmp_path) == []
    after = await rows(bot)
    assert (after["owners"], after["chats"], after["evidence"]) == ([], [], [])


async def test_an_event_that_comes_once_more_brings_nobody_back(bot: LiveBot) -> None:
    line, telegram = LinePhone(bot), TelegramPhone(bot)
    event = bot.line.events.text(line.user, STORY)
    assert bot.line.webhook_url
    await bot.line.deliver(bot.line.webhook_url, event)
    one = bot.telegram.updates.text(telegram.chat, STORY)
    await bot.telegram.deliver(one)
    await bot.settled()
    for phone in (line, telegram):
        await phone.say("全部削除")  # type: ignore[attr-defined]
        await phone.press("すべて削除する")  # type: ignore[attr-defined]
    assert (await rows(bot))["owners"] == []
    await bot.line.deliver(bot.line.webhook_url, bot.line.events.redelivered(event))
    await bot.telegram.deliver(one)
    await bot.settled()
    after = await rows(bot)
    assert after["owners"] == []
    assert after["chats"] == []
    assert STORY not in str(after)
    # A new message is a stranger's.
    await line.say("一覧")
    assert len((await rows(bot))["owners"]) == 1


async def test_what_is_said_before_the_end_is_answered_as_a_strangers(bot: LiveBot) -> None:
    phone = TelegramPhone(bot)
    await tell(phone, "red")
    await phone.say("全部削除")
    sure = bot.telegram.pressed(phone.chat, "すべて削除する")
    assert sure
    bot.telegram.faults.next("500", on="editMessageText", times=3)
    await bot.telegram.deliver(sure)
    later = bot.telegram.updates.text(phone.chat, "一覧")
    await bot.telegram.deliver(later)
    async with asyncio.timeout(20):
        while not any("進行中の件はありません" in bubble.text for bubble in phone.screen()):
            bot.clock.forward(seconds=2)
            bot.app.wake.ring()
            await asyncio.sleep(0.05)
    await bot.settled()
    assert any("すべて削除しました" in bubble.text for bubble in phone.screen())
    after = await rows(bot)
    assert after["disputes"] == []
    assert ORDER not in str(after)


async def test_an_old_button_asks_again(bot: LiveBot) -> None:
    phone = LinePhone(bot)
    await phone.say(STORY)
    await phone.press("これで登録")
    await phone.say("全部削除")
    await bot.forward(hours=2)
    await phone.press("すべて削除する")
    assert "すべて削除しますか" in phone.screen()[-1].text
    assert len((await rows(bot))["disputes"]) == 1


async def test_a_case_goes_for_good_with_its_photos_and_words(bot: LiveBot, tmp_path: Path) -> None:
    phone = TelegramPhone(bot)
    await tell(phone, "red", archives=True)
    await phone.say("サイズ違いで紛争中です。別の注文番号8200000000000999、12月8日まで")
    await phone.press("これで登録")
    await phone.photo(photo("green"))
    await phone.press("証拠として保存")
    await phone.press("#2 サイズ違い 注文…0999")
    before = len(_all(tmp_path))
    await phone.say("1番を削除")
    await phone.press("削除する")
    assert "1日のあいだは元に戻せます" in phone.screen()[-1].text
    assert len(_all(tmp_path)) == before
    await phone.press("今すぐ完全に消す")
    assert "完全に消します" in phone.screen()[-1].text
    await until(bot, lambda: _count(bot, disputes_table), 1)
    after = await rows(bot)
    assert ORDER not in str(after)
    assert [row["order_ids"] for row in after["disputes"]] == [["8200000000000999"]]
    assert "8200000000000999" in str(after["inbox"])
    # What is left: the other case's photo, and the export, which is the person's.
    assert len(after["evidence"]) == 1
    assert len(_all(tmp_path)) == 2
    assert not any("#1" in str(row["body"]) for row in after["deliveries"])


async def test_a_deleted_case_can_be_brought_back_for_a_day(bot: LiveBot, tmp_path: Path) -> None:
    phone = LinePhone(bot)
    await tell(phone, "red", archives=True)
    kept = len(_all(tmp_path))
    await phone.say("1番を削除")
    await phone.press("削除する")
    await bot.forward(hours=23)
    await phone.press("元に戻す")
    assert len((await rows(bot))["evidence"]) == 1
    await bot.forward(hours=2)
    # The archives had their day; the photo is there.
    assert len((await rows(bot))["disputes"]) == 1
    await phone.say("1番を削除")
    await phone.press("削除する")
    await bot.forward(hours=25)
    await until(bot, lambda: _count(bot, disputes_table), 0)
    assert kept == 3
    await until(bot, lambda: _len(tmp_path), 0)


async def test_a_picture_taken_back_is_gone_at_once(bot: LiveBot, tmp_path: Path) -> None:
    phone = LinePhone(bot)
    await phone.say(STORY)
    await phone.press("これで登録")
    sent = bot.line.photo(phone.user, photo("red"))
    assert bot.line.webhook_url
    await bot.line.deliver(bot.line.webhook_url, sent)
    await bot.settled()
    await phone.press("証拠として保存")
    assert len(_all(tmp_path)) == 1
    shown = len(phone.screen())
    unsend = bot.line.events.unsend(phone.user, sent["message"]["id"])
    await bot.line.deliver(bot.line.webhook_url, unsend)
    await until(bot, lambda: _count(bot, evidence), 0)
    await until(bot, lambda: _len(tmp_path), 0)
    assert len([one for one in phone.screen() if one.author == "bot"]) <= shown
    assert len((await rows(bot))["disputes"]) == 1


async def test_an_edit_leaves_nothing_of_what_was_said_before(bot: LiveBot) -> None:
    phone = TelegramPhone(bot)
    first = bot.telegram.updates.text(phone.chat, "色違いで紛争中、12月5日まで。秘密の言葉")
    await bot.telegram.deliver(first)
    await bot.settled()
    await bot.telegram.deliver(bot.telegram.updates.edited(first, "色違いで紛争中、12月8日まで"))
    await bot.settled()
    after = await rows(bot)
    assert "秘密の言葉" not in str((after["inbox"], after["disputes"]))
    assert "12月8日まで" in str(after["inbox"])


async def test_who_blocks_the_bot_is_forgotten_after_thirty_days(
    bot: LiveBot, tmp_path: Path
) -> None:
    gone, back = LinePhone(bot), LinePhone(bot)
    for phone in (gone, back):
        await tell(phone, "red")
        assert bot.line.webhook_url
        await bot.line.deliver(bot.line.webhook_url, bot.line.events.unfollow(phone.user))
        await bot.settled()
    house = bot.app.housekeeping
    await bot.forward(days=29)
    await house.clear()
    assert len((await rows(bot))["owners"]) == 2
    await bot.line.deliver(bot.line.webhook_url or "", bot.line.events.follow(back.user))
    await bot.settled()
    assert "残っています" in back.screen()[-1].text
    bot.clock.forward(days=2)
    await house.clear()
    await until(bot, lambda: _count(bot, owners_table), 1)
    after = await rows(bot)
    assert [row["address"] for row in after["chats"]] == [back.user]
    assert len(after["disputes"]) == 1
    await until(bot, lambda: _len(tmp_path), 1)


async def test_photos_of_closed_cases_go_after_half_a_year(bot: LiveBot, tmp_path: Path) -> None:
    phone = TelegramPhone(bot)
    await tell(phone, "red")
    await phone.say("全額返金されて解決しました")
    house = bot.app.housekeeping
    async with bot.app.database.write() as tx:
        await tx.execute(update(disputes_table).values(status="closed", closed_at=bot.clock.now()))
        await tx.execute(update(_deadlines()).values(status="over"))
    bot.clock.forward(days=179)
    await house.clear()
    assert len((await rows(bot))["evidence"]) == 1
    bot.clock.forward(days=2)
    await house.clear()
    bot.clock.forward(days=4)
    gone = await house.clear()
    assert gone["dropped evidence"] == 1
    assert [path for path in _all(tmp_path) if path.suffix == ".jpg"] == []
    assert len((await rows(bot))["disputes"]) == 1


async def test_a_case_whose_refund_is_awaited_keeps_its_photos(
    bot: LiveBot, tmp_path: Path
) -> None:
    phone = TelegramPhone(bot)
    await tell(phone, "red")
    async with bot.app.database.write() as tx:
        await tx.execute(update(disputes_table).values(status="closed", closed_at=bot.clock.now()))
    bot.clock.forward(days=365)
    gone = await bot.app.housekeeping.clear()
    assert "photos of closed cases" not in gone


async def test_the_local_page_shows_the_last_answer_before_it_goes(
    sqlite_database: Database, tmp_path: Path, clock: StandingClock
) -> None:
    from bot.wake import Wake
    from storage import erasing, outbox
    from tests.storage.making import a_chat

    forgotten: list[bool] = []

    async def forget_uploads() -> None:
        forgotten.append(True)

    blobs = Blobs((tmp_path / "evidence").as_uri())
    eraser = Eraser(
        sqlite_database, blobs, clock, Wake(), "Asia/Tokyo", forget_uploads=forget_uploads
    )
    async with sqlite_database.write() as tx:
        chat = await a_chat(tx, "local", platform="local")
        await owners.set_clock_ahead(tx, chat.id, 86_400)
        await erasing.begin(tx, chat.owner_id, clock.now())
        await outbox.put_answer(tx, chat.id, {}, clock.now())
    assert await eraser.round() == 0, "the answer is still to be sent"
    async with sqlite_database.write() as tx:
        await tx.execute(
            deliveries.insert().values(
                chat_id=chat.id,
                rank=0,
                body={},
                retry_key="r",
                state="sent",
                next_try_at=clock.now(),
                created_at=clock.now(),
                settled_at=clock.now() + timedelta(days=1),
            )
        )
        await tx.execute(_outbox().delete())
    clock.forward(seconds=4)
    assert await eraser.round() == 0, "a page may not have read it yet"
    clock.forward(seconds=2)
    assert await eraser.round() == 1
    assert forgotten == [True]
    async with sqlite_database.read() as tx:
        assert await disputes.of_owner(tx, chat.owner_id) == []
        assert await owners.find_chat(tx, "local", "local") is None


async def test_a_store_that_cannot_be_reached_is_waited_for(
    bot: LiveBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = TelegramPhone(bot)
    await tell(phone, "red")
    broken = True
    delete = Blobs.delete

    async def failing(self: Blobs, keys: list[str]) -> None:
        if broken:
            raise OSError("no route to the store")
        await delete(self, keys)

    monkeypatch.setattr(Blobs, "delete", failing)
    await phone.say("全部削除")
    assert await bot.telegram.press(phone.chat, "すべて削除する")
    await asyncio.sleep(1.5)
    assert len((await rows(bot))["owners"]) == 1, "rows go after their files"
    assert len(_all(tmp_path)) == 1
    broken = False
    await until(bot, lambda: _count(bot, owners_table), 0)
    assert _all(tmp_path) == []


def _deadlines() -> Any:
    from storage.tables import deadlines

    return deadlines


def _outbox() -> Any:
    from storage.tables import outbox

    return outbox


async def _count(bot: LiveBot, table: Any) -> int:
    async with bot.app.database.read() as tx:
        return int((await tx.execute(select(func.count()).select_from(table))).scalar_one())


async def _len(folder: Path) -> int:
    return len(_all(folder))


async def until(bot: LiveBot, count: Any, wanted: int) -> None:
    async with asyncio.timeout(20):
        while await count() != wanted:
            bot.app.wake.ring()
            await asyncio.sleep(0.02)
    await bot.settled()
