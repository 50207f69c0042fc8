"""Telegram's files: uploads, albums, downloads and their limits."""

import io
from typing import Any

import pytest
from PIL import Image
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
)
from telegram.error import BadRequest

from tests.fakes.telegram import FakeTelegram


def board(*labels: str) -> InlineKeyboardMarkup:
    keys = [InlineKeyboardButton(label, callback_data=f"v1:{label}") for label in labels]
    return InlineKeyboardMarkup([keys])


def picture(width: int = 40, height: int = 30) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height)).save(out, "PNG")
    return out.getvalue()


async def test_uploads(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.world.user()
    photo = await bot.send_photo(chat, picture(), "<b>色</b>", parse_mode="HTML")
    assert (photo.photo[0].width, photo.photo[0].height, photo.caption) == (40, 30, "色")
    again = await bot.send_photo(chat, photo.photo[0].file_id, reply_markup=board("次へ"))
    assert again.photo[0].file_unique_id == photo.photo[0].file_unique_id
    await bot.edit_message_caption(chat, again.id, caption="a" * 1024)
    with pytest.raises(BadRequest, match="no text in the message"):
        await bot.edit_message_text("a", chat, again.id)
    film = await bot.send_video(chat, b"film", caption="a")
    assert film.video is not None
    paper = await bot.send_document(chat, b"paper", filename="a.txt")
    assert paper.document is not None
    assert paper.document.file_name == "a.txt"
    file = await bot.get_file(paper.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"paper"
    album = [InputMediaPhoto(picture(), caption="一"), InputMediaPhoto(picture(50, 50))]
    shown = await bot.send_media_group(chat, album)
    assert shown[0].media_group_id == shown[1].media_group_id
    assert [bubble.media for bubble in telegram.screen(chat)] == [
        *("photo", "photo", "video", "document", "photo", "photo")
    ]
    assert telegram.offences == []


async def test_refused_files(telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.world.user()
    for data, reason in (
        (b"no picture", "Image_process_failed"),
        (b"\xff" * (10 * 1024 * 1024 + 1), "too big"),
        (picture(2100, 100), "Photo_invalid_dimensions"),
        (picture(9999, 500), "Photo_invalid_dimensions"),
        (b"", "non-empty"),
        ("AgACunknown", "wrong file identifier"),
        ("http://127.0.0.1/a.png", "wrong http url"),
    ):
        with pytest.raises(BadRequest, match=f"(?i){reason}"):
            await bot.send_photo(chat, data)
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_photo(chat, picture(), "a" * 1025)
    albums: list[list[Any]] = [
        [InputMediaPhoto(picture())],
        [InputMediaPhoto(picture())] * 11,
        [InputMediaPhoto(picture()), InputMediaDocument(b"a")],
    ]
    for wrong in albums:
        with pytest.raises(BadRequest):
            await bot.send_media_group(chat, wrong)
    paper = telegram.world.keep_file("document", b"a")
    with pytest.raises(BadRequest, match="as photo"):
        await bot.send_photo(chat, paper.file_id)
    assert len(telegram.ledger) == 0


@pytest.mark.parametrize(
    ("size", "taken"), [(20 * 1024 * 1024, True), (20 * 1024 * 1024 + 1, False)]
)
async def test_download_limit(size: int, taken: bool, telegram: FakeTelegram, bot: Bot) -> None:
    chat = telegram.world.user()
    update = telegram.updates.video(chat, b"film", size=size)
    name = update["message"]["video"]["file_id"]
    if taken:
        assert (await bot.get_file(name)).file_size == size
    else:
        with pytest.raises(BadRequest, match="File is too big"):
            await bot.get_file(name)
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("1")
