"""While a card is open, what is said goes onto it."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from handlers.events import Unsent
from storage import deadlines
from storage.records import Dispute
from storage.states import DeadlineStatus
from tests.handlers.talk import Talk
from tests.storage.making import keep_event

STORY = "色違いで紛争中です。2月3日にAliExpress介入"


async def draft(talk: Talk) -> Dispute:
    (one,) = await talk.drafts()
    return one


async def test_an_hour_told_alone_belongs_to_the_day_on_the_card(talk: Talk) -> None:
    await talk.say(STORY)
    shown = await talk.say("18時です")
    assert "2月3日(水) 18:00" in shown


async def test_a_date_with_an_hour_takes_the_place_of_the_first(talk: Talk) -> None:
    await talk.say("色違いで紛争中です。介入は29日")
    shown = await talk.say("2月5日の18時に")
    assert "2月5日(金) 18:00" in shown
    async with talk.database.read() as tx:
        rows = await deadlines.of_dispute(tx, 1, DeadlineStatus.PROPOSED)
    assert len(rows) == 1
    assert rows[0].kind == "ae_step_in"


async def test_reason_demand_amount_and_order_number_are_added(talk: Talk) -> None:
    await talk.say(STORY)
    await talk.say("理由はサイズ違い")
    await talk.say("全額返金で")
    await talk.say("6,993円です")
    shown = await talk.say("注文番号は8201234567890123")
    one = await draft(talk)
    assert (one.reason, one.demand) == ("size_mismatch", "full_refund")
    assert [(m.value, m.role) for m in one.amounts] == [(Decimal(6993), "claimed")]
    assert one.order_ids == ("8201234567890123",)
    assert "注文とサイズが違う" in shown
    assert "8201234567890123" in shown


async def test_a_corrected_amount_replaces_the_first(talk: Talk) -> None:
    await talk.say("色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入")
    shown = await talk.say("やっぱり7,200円です")
    assert "7,200円" in shown
    assert "6,993円" not in shown


async def test_another_kind_of_deadline_stands_beside(talk: Talk) -> None:
    await talk.say(STORY)
    shown = await talk.say("セラーの回答期限は2月1日です")
    assert "セラーの回答期限: 2月1日(月) 23:59" in shown
    assert "AliExpressの介入予定日: 2月3日(水) 23:59" in shown
    await talk.press("これで登録")
    assert [clock.kind for clock in await talk.clocks()] == ["seller_response", "ae_step_in"]


async def test_correcting_by_button_and_going_back(talk: Talk) -> None:
    await talk.say(STORY)
    shown = await talk.pick("日付を直す", "2027-02-09T18:00")
    assert "2月9日(火) 18:00" in shown
    shown = await talk.pick("日付を直す", "")
    assert "2月9日(火) 18:00" in shown
    shown = await talk.pick("日付を直す", "2027-02-08")
    assert "2月8日(月) 23:59" in shown


async def test_correcting_the_reason_by_button(talk: Talk) -> None:
    await talk.say(STORY)
    await talk.press("理由を直す")
    await talk.press("ほかの理由")
    shown = await talk.press("偽物")
    assert "偽物・模倣品" in shown
    assert "これで登録" in talk.labels


async def test_an_edited_message_corrects_its_own_card(talk: Talk) -> None:
    await talk.say(STORY, "m1")
    shown = await talk.say("サイズ違いで紛争中です。2月6日にAliExpress介入", "m1", edited=True)
    assert "注文とサイズが違う" in shown
    assert "2月6日(土) 23:59" in shown
    assert len(await talk.drafts()) == 1
    await talk.press("これで登録")
    assert len(await talk.running()) == 1


async def test_an_edit_after_registering_changes_nothing(talk: Talk) -> None:
    await talk.say(STORY, "m1")
    await talk.press("これで登録")
    shown = await talk.say("サイズ違いで紛争中です。2月6日にAliExpress介入", "m1", edited=True)
    assert "書き直しは反映されません" in shown
    assert await talk.drafts() == []
    (case,) = await talk.running()
    assert case.reason == "color_mismatch"
    (clock,) = await talk.clocks()
    assert clock.at == datetime(2027, 2, 3, 14, 59, tzinfo=UTC)


async def test_an_edit_of_anything_else_is_passed_over(talk: Talk) -> None:
    await talk.say(STORY, "m1")
    assert await talk.say("2月9日", "m2", edited=True) == ""
    assert await talk.say("2月9日", None, edited=True) == ""
    (one,) = await talk.drafts()
    assert one.message == "m1"


async def test_commands_work_beside_an_open_card(talk: Talk) -> None:
    await talk.say(STORY)
    assert "進行中の件はありません" in await talk.say("一覧")
    shown = await talk.say("2月5日でした")
    assert "2月5日(金) 23:59" in shown


async def test_what_is_no_news_shows_the_card_again(talk: Talk) -> None:
    await talk.say(STORY)
    shown = await talk.say("ふむふむ")
    assert "これで登録" in talk.labels
    assert "書き足します" in shown


async def test_an_old_card_takes_no_more_sentences_but_its_buttons_work(talk: Talk) -> None:
    await talk.say(STORY)
    register = talk.button("これで登録")
    await talk.later(days=2)
    await talk.say("サイズ違いで紛争中です。2月9日にAliExpress介入")
    assert len(await talk.drafts()) == 2
    await talk.press_payload(register.payload)  # type: ignore[union-attr]
    (case,) = await talk.running()
    assert case.reason == "color_mismatch"


async def test_another_story_with_its_own_order_number_opens_its_own_card(talk: Talk) -> None:
    await talk.say(f"{STORY} 注文番号8201234567890123")
    await talk.say("届かないので紛争中です。注文番号8201234567890999 期限は2月9日")
    assert len(await talk.drafts()) == 2


async def test_a_message_taken_back_is_forgotten_and_the_case_stays(talk: Talk) -> None:
    await talk.say(STORY, "m1")
    await talk.press("これで登録")
    warnings = [one.due_at for one in await talk.warnings()]
    assert await talk.happens(Unsent("m1")) is None
    (case,) = await talk.running()
    assert case.source_text == ""
    (clock,) = await talk.clocks()
    assert clock.source_text == ""
    assert [one.due_at for one in await talk.warnings()] == warnings
    assert {one.deadline_version for one in await talk.warnings()} == {clock.version}


async def test_a_later_message_taken_back_takes_the_words_of_its_date_along(talk: Talk) -> None:
    await talk.say(STORY, "m1")
    await talk.press("これで登録")
    await talk.say("期限は2月5日です", "m2")
    async with talk.database.write() as tx:
        await keep_event(
            tx,
            now=talk.now,
            platform="line",
            key="e2",
            kind="message",
            at=talk.now,
            raw={"message": {"id": "m2", "type": "text", "text": "期限は2月5日です"}},
            owner_id=talk.chat.owner_id,
            chat_id=talk.chat.id,
        )
    (before,) = await talk.clocks()
    assert before.source_text == "2月5日"
    warnings = [one.due_at for one in await talk.warnings()]
    await talk.happens(Unsent("m2"))
    (clock,) = await talk.clocks()
    assert (clock.source_text, clock.at) == ("", before.at)
    assert [one.due_at for one in await talk.warnings()] == warnings
    # The first message's own words stay: it was not taken back.
    (case,) = await talk.running()
    assert case.source_text == STORY


async def test_cancel_drops_the_open_card(talk: Talk) -> None:
    for word in ("キャンセル", "やめる", "/cancel", "/cancel@funsobot"):
        await talk.say(STORY)
        assert "取りやめました" in await talk.say(word)
        assert await talk.drafts() == []
    assert "途中の操作はありません" in await talk.say("キャンセル")


@pytest.mark.parametrize(
    "text",
    [
        "別の件ですが、イヤホンが動きません。2月9日にAliExpress介入",
        "もう一件、イヤホンが動きません。介入は2月9日です",
        "それとは別に、イヤホンが動かない件も紛争中。期限は2月9日",
    ],
)
async def test_another_case_in_words_gets_a_card_of_its_own(talk: Talk, text: str) -> None:
    await talk.say(STORY)
    shown = await talk.say(text)
    assert "別の件として" in shown
    assert "2月9日(火) 23:59" in shown
    assert "色違い" not in shown
    assert len(await talk.drafts()) == 2
    await talk.press("これで登録")
    # The first card has not got lost: it is shown again, and then registered.
    assert "「色違い」のカードが、まだ登録されていません" in talk.shown
    assert "2月3日(水) 23:59" in await talk.press("前のカードを見る")
    assert "まだ登録されていません" not in await talk.press("これで登録")
    assert {case.reason for case in await talk.running()} == {"color_mismatch", "not_working"}
    assert len(await talk.clocks()) == 2


async def test_the_first_card_is_still_there_when_the_second_is_dropped(talk: Talk) -> None:
    await talk.say(STORY)
    await talk.say("別件で、サイズ違いのもあります。2月9日にAliExpress介入")
    shown = await talk.press("やめる")
    assert "「色違い」のカードが、まだ登録されていません" in shown
    await talk.press("前のカードを見る")
    await talk.press("やめる")
    assert "まだ登録されていません" not in talk.shown
    assert await talk.drafts() == []


async def test_another_case_fills_a_card_that_is_still_empty(talk: Talk) -> None:
    await talk.say("登録")
    shown = await talk.say("もう一件、イヤホンが動きません。介入は2月9日です")
    assert "別の件として" not in shown
    assert len(await talk.drafts()) == 1


async def test_other_goods_in_the_parcel_are_no_other_case(talk: Talk) -> None:
    await talk.say("紛争中です。2月3日にAliExpress介入")
    await talk.say("別の商品が入っていました")
    assert (await draft(talk)).reason == "wrong_item"


async def test_a_page_of_another_order_opens_a_card_of_its_own(talk: Talk) -> None:
    await talk.say("色違いで紛争中。注文番号8204417730951111、2月3日にAliExpress介入")
    shown = await talk.say("Refund on the way\nOrder 8204417730953333\nUS $11.26 was issued")
    assert "8204417730951111" not in shown
    orders = sorted(one.order_ids for one in await talk.drafts())
    assert orders == [("8204417730951111",), ("8204417730953333",)]


async def test_an_order_number_alone_stays_on_the_card(talk: Talk) -> None:
    await talk.say("色違いで紛争中。注文番号8204417730951111、2月3日にAliExpress介入")
    await talk.say("注文番号は8204417730952222の間違いでした")
    await draft(talk)
