"""毎日聞いてもらう and もう聞かないで: by buttons, in words, on each platform."""

import pytest

from tests.handlers.looking import (
    ANSWERS,
    REJECTING,
    WARNING,
    arrives,
    looks,
    names,
    the_case,
    tokyo,
)
from tests.handlers.talk import Talk, payload


async def test_on_line_somebody_has_to_want_it(talk: Talk) -> None:
    await talk.register()
    assert await looks(talk) == []
    assert "毎日聞いてもらう" in talk.labels
    shown = await talk.press("毎日聞いてもらう")
    assert "期限の前日から1日1回" in shown
    assert "次は 2月2日(火) 20:00 です" in shown
    assert await looks(talk) == ["02-02T20", "02-03T09"]
    (card,) = await arrives(talk, "2027-02-02T20:00")
    assert names(card) == [*WARNING, *ANSWERS]
    assert "もう聞かないで" not in await talk.press("もう聞かないで")
    assert await looks(talk) == []
    (card,) = await arrives(talk, "2027-02-03T09:00")
    assert names(card) == WARNING


async def test_elsewhere_it_is_not_offered(telegram: Talk) -> None:
    await telegram.register()
    assert "毎日聞いてもらう" not in telegram.labels


async def test_off_and_on_again_on_one_day(talk: Talk) -> None:
    await talk.register()
    for argument in ("on", "off", "on", "on"):
        await talk.press_payload(payload("lkin", 1, argument))
    assert await looks(talk) == ["02-02T20", "02-03T09"]
    before = [(row.offset, row.id) for row in await talk.warnings()]
    assert [name for name, _ in before if not name.startswith("look")] == [
        "D-3", "D-1@20", "D0", "+1d"
    ]  # fmt: skip


async def test_a_warning_that_falls_due_is_not_lost_by_it(talk: Talk) -> None:
    await talk.register()
    talk.now = tokyo("2027-01-31T09:00")
    await talk.say("毎日確認して")
    (card,) = await arrives(talk, "2027-01-31T09:00")
    assert names(card) == WARNING


async def test_taking_back_a_date_leaves_the_wish(talk: Talk) -> None:
    await talk.register()
    await talk.say("期限は2月5日です")
    await talk.press_payload(payload("lkin", 1, "on"))
    await talk.say("元に戻す")
    assert (await the_case(talk)).look_in is True
    assert await looks(talk) == ["02-02T20", "02-03T09"]


@pytest.mark.parametrize(
    "text",
    ["毎日確認して", "毎日聞いて", "毎日確認してください", "毎日画面を確認してほしい",
     "毎日聞いてもらう", "毎日の確認をお願いします", "#1 毎日聞いて", "ask me every day"],
)  # fmt: skip
async def test_it_can_be_asked_for_in_words(talk: Talk, text: str) -> None:
    await talk.register()
    assert "1日1回" in await talk.say(text)
    assert (await the_case(talk)).look_in is True


@pytest.mark.parametrize(
    "text",
    ["毎日の確認をやめて", "毎日の確認はいらない", "もう聞かないで", "毎日聞くのをやめてください",
     "毎日確認しないで", "stop asking"],
)  # fmt: skip
async def test_it_can_be_sent_away_in_words(telegram: Talk, text: str) -> None:
    await telegram.register()
    shown = await telegram.say(text)
    assert "毎日の確認はやめます" in shown
    assert "期限のお知らせは、これまでどおり届きます" in shown
    assert await looks(telegram) == []


async def test_of_several_cases_it_is_asked_which(talk: Talk) -> None:
    assert "まだありません" in await talk.say("毎日確認して")
    await talk.register()
    await talk.register("サイズ違いで紛争中、2月5日にAliExpress介入")
    assert "どの件を毎日確認しますか" in await talk.say("毎日確認して")
    await talk.press("#2")
    assert [case.look_in for case in await talk.running()] == [None, True]
    assert "#2" in await talk.say("もう聞かないで"), "the only one that is asked about"


async def test_an_order_is_no_dispute_to_look_at(talk: Talk) -> None:
    await talk.register("まだ届きません。保護期限は2月20日です")
    assert "毎日聞いてもらう" not in talk.labels
    assert "進行中の紛争ではない" in await talk.press_payload(payload("lkin", 1, "on"))


async def test_steps_that_only_look_offer_it_on_line(talk: Talk, telegram: Talk) -> None:
    for one, offered in ((talk, True), (telegram, False)):
        await one.register()
        await one.press_payload(payload("step", 1, "seller_keeps_rejecting.look_daily"))
        assert ("毎日聞いてもらう" in one.labels) is offered
        await one.press_payload(payload("step", 1, "seller_keeps_rejecting.check_new"))
        assert "毎日聞いてもらう" not in one.labels


async def test_the_end_of_keeps_rejecting_offers_it(talk: Talk) -> None:
    await talk.register(REJECTING)
    await talk.press_payload(payload("pb", 1, "seller_keeps_rejecting"))
    for _ in range(5):
        await talk.press("できた")
    shown = await talk.press("毎日聞いてもらう")
    assert "期限まで1日1回" in shown
    assert "次は 1月31日(日) 20:00 です" in shown
    await talk.press_payload(payload("pb", 1, "seller_keeps_rejecting"))
    assert "毎日聞いてもらう" not in talk.labels, "it was said already"


async def test_the_checklist_of_a_seller_who_keeps_rejecting_begins_it(telegram: Talk) -> None:
    await telegram.register()
    assert await looks(telegram) == ["02-02T20", "02-03T09"]
    await telegram.press_payload(payload("pb", 1, "seller_keeps_rejecting"))
    assert (await looks(telegram))[:2] == ["01-31T09", "02-01T20"]
