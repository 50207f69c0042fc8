"""Every limit of a Telegram message: at the limit it is taken, past it it is refused."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from telegram import Bot
from telegram.error import BadRequest

from tests.fakes.conftest import bot_for
from tests.fakes.ledger import Json
from tests.fakes.telegram import FakeTelegram


def text(value: str = "やあ", **more: Any) -> Json:
    return {"text": value, **more}


def html(value: str) -> Json:
    return {"text": value, "parse_mode": "HTML"}


def keys(*rows: list[Json]) -> Json:
    return {"text": "やあ", "reply_markup": {"inline_keyboard": list(rows)}}


def press(data: str = "v1", **more: Any) -> Json:
    return {"text": "できた", "callback_data": data, **more}


def link(url: str) -> Json:
    return keys([{"text": "開く", "url": url}])


def copy(value: str) -> Json:
    return keys([{"text": "コピー", "copy_text": {"text": value}}])


def entity(**more: Any) -> Json:
    return text("ab", entities=[{"type": "bold", "offset": 0, "length": 2, **more}])


def moment(form: str) -> Json:
    return entity(type="date_time", unix_time=1_900_000_000, date_time_format=form)


APP = "https://example.com/app"
# name: (taken, refused, words of the refusal)
LIMITS: dict[str, tuple[Json, Json, str]] = {
    "code points": (text("あ" * 4096), text("あ" * 4097), "message is too long"),
    "pairs are one": (text("😀" * 4096), text("😀" * 4097), "message is too long"),
    "after parsing": (
        html("<b>" + "a" * 4096 + "</b>"),
        html("&amp;" * 4097),
        "message is too long",
    ),
    "raw bytes": (text(" " * 100 + "a"), text("a" + " " * 32768), "message is too long"),
    "empty": (text("a"), text(""), "message text is empty"),
    "white space": (text(" a "), text(" \n "), "message text is empty"),
    "empty after parsing": (html("<b>a</b>"), html("<b></b>"), "message text is empty"),
    "unknown tag": (
        html("<u>a</u>"),
        html("<p>a</p>"),
        'Unsupported start tag "p" at byte offset 0',
    ),
    "bare less-than": (
        html("1 &lt; 2"),
        html("あ < 2"),
        'Unsupported start tag "" at byte offset 4',
    ),
    "open tag": (html("<i>a</i>"), html("<i>a"), "Can't find end tag corresponding to start tag"),
    "wrong end tag": (html("<i><b>a</b></i>"), html("<i><b>a</i></b>"), "Unmatched end tag"),
    "stray end tag": (html("a"), html("a</b>"), "Unexpected end tag"),
    "unclosed tag": (html('<a href="https://a.example">a</a>'), html("<a href="), "Unclosed start"),
    "span class": (
        html('<span class="tg-spoiler">a</span>'),
        html("<span>a</span>"),
        'must have class "tg-spoiler"',
    ),
    "time": (
        html('<tg-time unix="1900000000" format="wDT">a</tg-time>'),
        html('<tg-time unix="soon">a</tg-time>'),
        "Invalid date",
    ),
    "time format": (
        html('<tg-time unix="1900000000" format="r">a</tg-time>'),
        html('<tg-time unix="1900000000" format="x">a</tg-time>'),
        "Invalid date format",
    ),
    "parse mode": (html("a"), text("a", parse_mode="Word"), "unsupported parse_mode"),
    "entity bounds": (entity(), entity(length=3), "ends after the end of the text"),
    "date_time entity": (moment("wDT"), moment("DTw"), "wrong date_time"),
    "data bytes": (keys([press("あ" * 21)]), keys([press("あ" * 22)]), "BUTTON_DATA_INVALID"),
    "data 64": (keys([press("a" * 64)]), keys([press("a" * 65)]), "BUTTON_DATA_INVALID"),
    "data empty": (keys([press()]), keys([press("")]), "BUTTON_DATA_INVALID"),
    "one kind": (
        keys([press()]),
        keys([press(url="https://example.com")]),
        "more than one kind",
    ),
    "some kind": (keys([press()]), keys([{"text": "a"}]), "Text buttons are unallowed"),
    "label": (keys([press()]), keys([{"text": " ", "callback_data": "a"}]), "non-empty"),
    "style": (keys([press(style="danger")]), keys([press(style="loud")]), "style"),
    "copy": (copy("あ" * 256), copy("あ" * 257), "BUTTON_COPY_TEXT_INVALID"),
    "copy empty": (copy("a"), copy(""), "BUTTON_COPY_TEXT_INVALID"),
    "url public": (link("https://example.com/a"), link("http://127.0.0.1:8000/"), "Wrong HTTP URL"),
    "url host": (link("tg://user?id=1"), link("http://localhost/"), "Wrong HTTP URL"),
    "url private": (link("http://example.com"), link("https://192.168.1.2/"), "Wrong HTTP URL"),
    "url scheme": (link("https://example.com"), link("ftp://example.com"), "Wrong HTTP URL"),
    "app": (
        keys([{"text": "a", "web_app": {"url": APP}}]),
        keys([{"text": "a", "web_app": {"url": "http://example.com"}}]),
        "Only HTTPS",
    ),
    "buttons": (keys(*[[press()] * 4] * 25), keys(*[[press()]] * 101), "REPLY_MARKUP_TOO_LONG"),
    "row": (keys([press()] * 8), keys([press()] * 9), "more than 8 buttons"),
    "rows": (keys([press()]), text(reply_markup={"inline_keyboard": [press()]}), "Array of Arrays"),
    "markup": (text(reply_markup={"remove_keyboard": True}), text(reply_markup={}), "reply"),
    "replied": (text(), text(reply_parameters={"message_id": 1}), "to be replied not found"),
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[tuple[FakeTelegram, Bot]]:
    async with FakeTelegram() as telegram, bot_for(telegram) as bot:
        yield telegram, bot


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", LIMITS)
async def test_limit(name: str, shared: tuple[FakeTelegram, Bot]) -> None:
    telegram, bot = shared
    chat = telegram.world.user()
    good, bad, reason = LIMITS[name]
    await bot.send_message(chat, "", api_kwargs=good)
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(chat, "", api_kwargs=bad)
    assert reason.lower() in refused.value.message.lower()
    assert len(telegram.ledger.of(chat)) == 1
    assert telegram.offences == []
