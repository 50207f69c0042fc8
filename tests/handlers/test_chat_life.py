"""Being added and removed, groups, other languages, help, what is not understood."""

from pathlib import Path

import pytest

from handlers.events import Joined, Left, Moved, Unknown
from handlers.help import EXAMPLES
from handlers.reading.read import read
from locales.catalogue import Words
from storage import owners
from storage.states import ChatState
from tests.handlers.talk import START, Talk, talk_in


async def state(talk: Talk) -> ChatState:
    async with talk.database.read() as tx:
        return (await owners.chat(tx, talk.chat.id)).state


async def test_joining_greets_with_an_example_that_is_understood(talk: Talk) -> None:
    await talk.happens(Joined())
    assert "紛争" in talk.shown
    example = next(line for line in talk.shown.splitlines() if line.startswith("例: "))
    assert read(example[3:], START).intent == "register_dispute"
    assert "だけに使います" in talk.shown


async def test_leaving_and_coming_back(talk: Talk) -> None:
    await talk.register()
    assert await talk.happens(Left("blocked")) is None
    assert await state(talk) is ChatState.BLOCKED
    await talk.happens(Joined(again=True))
    assert await state(talk) is ChatState.ACTIVE
    assert "残っています" in talk.shown
    assert await talk.happens(Left("removed")) is None
    assert await state(talk) is ChatState.LEFT


async def test_a_chat_that_moved_is_followed(talk: Talk) -> None:
    assert await talk.happens(Moved("-100")) is None
    async with talk.database.read() as tx:
        assert (await owners.chat(tx, talk.chat.id)).address == "-100"


async def test_stickers_get_an_answer_and_service_messages_do_not(talk: Talk) -> None:
    assert await talk.happens(Unknown("sticker", True)) is not None
    assert await talk.happens(Unknown("pinned", False)) is None


async def test_a_group_is_told_how_to_call_the_bot(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "g.db", group=True) as talk:
        await talk.happens(Joined())
        assert "このグループで" in talk.shown
        assert "「紛争ナビ」と書き始める" in talk.shown
        assert await talk.happens(Unknown("sticker", True)) is None
        # What arrives here was said to the bot: the platforms leave out the rest.
        assert "2月3日(水) 23:59" in await talk.say("紛争の期限は2月3日です")
        assert "進行中の件" in await talk.say("/list@funso_bot")


async def test_english_by_the_chats_own_choice(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("英語にして")
    assert "Changed. Language: English." in shown
    shown = await talk.say("/list")
    assert "Open cases (1)" in shown
    shown = await talk.say("/settings")
    assert "Quiet hours: 22:00 to 7:00" in shown
    shown = await talk.press("日本語にする")
    assert "言語を日本語にしました。" in shown
    assert "進行中の件" in await talk.say("/list")


async def test_settings_show_zone_and_quiet_hours(talk: Talk) -> None:
    shown = await talk.say("設定")
    assert "日本時間" in shown
    assert "22:00〜7:00" in shown
    await talk.press("Englishにする")
    assert "Settings" not in talk.shown
    assert "Language: English" in talk.shown


async def test_an_owner_abroad(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "us.db", zone="America/New_York") as talk:
        assert "時間帯: ニューヨーク (UTC-05:00)" in await talk.say("設定")
        await talk.register()
        (clock,) = await talk.clocks()
        assert clock.zone == "America/New_York"


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize(("text_id", "intent"), EXAMPLES)
def test_every_example_in_the_help_is_understood(locale: str, text_id: str, intent: str) -> None:
    example = Words(locale, strict=True)(text_id)
    found = read(example, START)
    assert found.intent == intent
    if intent in ("register_dispute", "update_deadline"):
        assert found.deadline is not None


async def test_help_shows_the_examples(talk: Talk) -> None:
    for words in ("ヘルプ", "使い方", "/help", "/help@funsobot", "HELP", "ヘルプ。"):
        shown = await talk.say(words)
        assert "提案は拒否できますか" in shown, words
        assert "AliExpressとは関係のない" in shown


@pytest.mark.parametrize("shop", ["Temu", "SHEIN", "楽天", "Amazon"])
async def test_another_shop_gets_a_kind_word(talk: Talk, shop: str) -> None:
    shown = await talk.say(f"{shop}で買った服が届きません。返金できますか?")
    assert shop in shown
    assert "AliExpress" in shown
    assert await talk.drafts() == []


async def test_what_is_not_understood_gets_useful_and_different_answers(talk: Talk) -> None:
    first = await talk.say("むにゃむにゃ")
    assert 3 <= len(talk.labels) <= 4
    assert "すみません" not in first
    second = await talk.say("ほげほげ")
    assert second != first
    assert "困り" in second
    # After something that was understood it starts anew.
    await talk.say("一覧")
    assert await talk.say("むにゃむにゃ") == first


async def test_what_is_not_understood_with_a_case_shows_how_things_stand(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("むにゃむにゃ")
    assert "#1 色違い" in shown


@pytest.mark.parametrize("text", ["", "   ", "😀", "🙏🙏🙏", "…", "!?"])
async def test_hardly_any_words(talk: Talk, text: str) -> None:
    assert "文で送って" in await talk.say(text)


@pytest.mark.parametrize("text", ["ありがとう", "ありがとうございます!", "助かりました", "thanks"])
async def test_thanks(talk: Talk, text: str) -> None:
    assert "どういたしまして" in await talk.say(text)


async def test_greeting(talk: Talk) -> None:
    assert "紛争ナビです" in await talk.say("こんにちは")
    assert "紛争ナビです" in await talk.say("/start")
    assert "紛争ナビです" in await talk.say("/start abc")
    await talk.register()
    assert "残っています" in await talk.say("こんにちは")


async def test_ten_thousand_characters(talk: Talk) -> None:
    story = "色違いで紛争中です。2月3日にAliExpress介入。" + "とても困っています。" * 1000
    assert len(story) > 9_000
    shown = await talk.say(story)
    assert "2月3日(水) 23:59" in shown
    (draft,) = await talk.drafts()
    assert len(draft.source_text) == 2000
    assert await talk.say("あ" * 10_000)


async def test_an_unknown_command_is_read_as_words(talk: Talk) -> None:
    assert await talk.say("/frobnicate")


@pytest.mark.parametrize(
    "payload",
    ["", "x", "1~", "1~reg", "1~nonsense~1~", "2~reg~1~", "1~reg~~", "1~reg~-1~", "1~reg~9~9~9",
     "1~card~999999999999999999~", "1~list~~x", "1~put~1~x", "1~put~1~a.b.c", "1~alt~1~99"],
)  # fmt: skip
async def test_payloads_that_nobody_can_read(talk: Talk, payload: str) -> None:
    shown = await talk.press_payload(payload)
    assert "いまは使えません" in shown or "進行中の件" in shown


async def test_a_case_told_in_english(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "en.db", locale="en") as talk:
        shown = await talk.say(
            "I have a dispute open: wrong colour. Full refund $45.20. AliExpress steps in on Feb 3"
        )
        assert "Request: Full refund" in shown
        await talk.press("Register this")
        assert "Sellers often ask this" in await talk.say(
            "the seller asks me to cancel the dispute first"
        )
        shown = await talk.say("AliExpress ruled a partial refund of $30")
        assert "Stage: AliExpress's proposal to be answered" in shown
        # What is asked about this case is no answer for another order.
        shown = await talk.say("order 8201234567890123 has not arrived, protection ends March 20")
        assert "Register this order's deadline?" in shown
        await talk.press("Register this")
        assert len(await talk.running()) == 2
        assert "#1" in await talk.say("#1: dispute closed, full refund")
