"""What a card, a list and a title must and must not show."""

import pytest

from handlers.casework.policy import SNOOZE
from handlers.reading.model import Reading
from handlers.replies import Instant
from storage import deadlines
from storage.states import DisputeStatus
from tests.handlers.talk import Talk

ZERO = "判定が出て0円でした"


async def test_the_list_tells_the_time_left_and_leads_to_closed_cases(talk: Talk) -> None:
    await talk.register()
    await talk.register("サイズ違いでも紛争中です。3,200円の全額返金、期限は2月10日")
    shown = await talk.say("一覧")
    assert "#1 色違い 6,993円: 2月3日(水) 23:59\n残り: あと4日" in shown
    assert "#2 サイズ違い 3,200円: 2月10日(水) 23:59\n残り: あと11日" in shown
    assert "終わった件" not in talk.labels
    await talk.say("#2は全額返金されて解決しました")
    shown = await talk.say("一覧")
    assert "終わった件: 1件" in shown
    shown = await talk.press("終わった件")
    assert "#2 サイズ違い 3,200円: 全額返金" in shown
    assert "結果: 全額返金" in await talk.press("#2")


async def test_the_list_shows_what_is_to_come_before_what_ran_out(talk: Talk) -> None:
    await talk.register()
    await talk.say("期限を追加")
    await talk.say("2月12日")
    await talk.later(days=6)
    assert "#1 色違い 6,993円: 2月12日(金) 23:59" in await talk.say("一覧")


async def test_a_moment_s_words_hold_only_its_date(talk: Talk) -> None:
    await talk.register()
    for text in ("一覧", "次の期限", "#1"):
        await talk.say(text)
        moments = [row.value for card in talk.cards() for row in card.rows]
        words = [one.words for one in moments if isinstance(one, Instant)]
        assert words == ["2月3日(水) 23:59"]


async def test_a_judgement_of_nothing_is_neither_title_nor_claim(talk: Talk) -> None:
    await talk.register("届いた商品が壊れていて紛争中です。全額返金希望")
    assert "#1 破損 0円" not in await talk.say(ZERO)
    await talk.press("やること")
    for _ in range(4):
        assert "of JPY 0" not in talk.shown
        assert "0円の全額返金" not in talk.shown
        await talk.press("できた")


async def test_an_open_dispute_is_not_led_through_opening_one(talk: Talk) -> None:
    await talk.register("届いた商品が壊れてました。紛争中です")
    (case,) = await talk.running()
    assert case.status is DisputeStatus.OPEN
    assert "これから紛争を開く" not in await talk.press("やること")


async def test_news_show_the_estimate_that_they_bring(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("AliExpressの提案が来た: Refund Only JPY 5,594")
    assert "AliExpressの提案額: 5,594円" in shown
    assert "提案への回答期限(目安): 2月2日(火) 23:59" in shown
    assert "お知らせ:" in shown
    assert "「提案への回答期限」の日付は出ていますか" in shown


async def test_a_stage_that_was_told_stands_on_the_card(talk: Talk) -> None:
    shown = await talk.say("AliExpressから判定が届いて0円でした。紛争中です")
    assert "段階: AliExpressの提案・判定への回答待ち" in shown


async def test_a_judged_case_gets_the_clock_of_its_appeal(talk: Talk) -> None:
    await talk.say("紛争が閉じられてしまいました。判定は0円です")
    assert "抗議(Appeal)の期限(目安)" in await talk.press("これで登録")


async def test_opening_the_dispute_of_an_order_says_so(talk: Talk) -> None:
    await talk.register("まだ届きません。保護期限は2月20日です")
    assert "#1 未着 を紛争として登録しました" in await talk.press("紛争を開いた")


async def test_the_steps_of_a_question_register_the_open_card(talk: Talk) -> None:
    shown = await talk.say("2月3日, AliExpress Steps In とは、介入するという意味ですか?")
    assert "AliExpressの介入予定日: 2月3日(水) 23:59" in shown
    assert "この紛争を登録する" not in talk.labels
    assert talk.labels.count("これで登録") == 2
    assert "#1 紛争 を登録しました" in await talk.press("これで登録")


async def test_a_question_swallows_none_of_ours(talk: Talk) -> None:
    await talk.say("違う色が届いて紛争中です。拒否できますか?")
    assert "期限の日付は出ていますか" in await talk.say("全額返金してほしい")


async def test_a_trouble_without_a_case_gets_its_steps(talk: Talk) -> None:
    shown = await talk.say("紛争のページが表示されなくなりました。ブラックリストに登録されたのかも")
    assert "1/" in shown
    assert "この紛争を登録する" in talk.labels


@pytest.mark.parametrize("date", ["期限は2027年1月2日です"])
async def test_registering_a_past_date_answers_visibly(talk: Talk, date: str) -> None:
    await talk.say(f"色違いで紛争中です。{date}")
    assert "もう過ぎています" in await talk.press("これで登録")
    assert talk.reply is not None
    assert not talk.reply.replaces_pressed
    assert "過ぎて" in talk.reply.toast


async def test_keeping_a_file_before_registering_shows_the_open_card(talk: Talk) -> None:
    await talk.say("色違いで紛争中です")
    await talk.photo()
    shown = await talk.press("証拠として保存")
    assert "預かっています" in shown
    assert "これで登録" in talk.labels
    await talk.press("これで登録")
    await talk.press("証拠として保存")
    assert "保存しました" in talk.shown


async def test_putting_off_takes_the_nearest_deadline_of_all(talk: Talk) -> None:
    await talk.register("サイズ違いで紛争中です。3,200円の全額返金、期限は2月10日")
    await talk.register()
    await talk.say("1時間後にまた教えて")
    async with talk.database.read() as tx:
        nearest = (await deadlines.active(tx, talk.chat.owner_id))[0]
    put_off = [one for one in await talk.warnings() if one.offset.startswith(SNOOZE)]
    assert [one.deadline_id for one in put_off] == [nearest.id]


async def test_what_counts_as_evidence(talk: Talk) -> None:
    shown = await talk.say("証拠って何を出せばいい?")
    assert "・商品ページのスクリーンショット" in shown
    assert "紛争を登録" in talk.labels
    await talk.register()
    shown = await talk.say("証拠って何を出せばいい?")
    assert "「色違い」で、あると強い証拠\n・届いた品物の写真(自然光で)" in shown
    await talk.press("証拠を追加")
    assert "証拠として保存" in await talk.photo("d" * 64)


async def test_a_full_refund_granted_is_not_to_be_declined(talk: Talk) -> None:
    await talk.register()
    await talk.understood(
        Reading(intent="report_stage", stage="ae_proposal", outcome="full_refund")
    )
    shown = await talk.press("やること")
    assert "AliExpressの提案なら「承認」する" in shown
    assert "納得できない提案" not in shown


async def test_a_missing_button_stays_the_trouble_that_it_is(talk: Talk) -> None:
    await talk.register()
    reading = Reading(
        intent="report_stage",
        stage="ae_proposal",
        outcome="full_refund",
        playbook="accept_button_missing",
    )
    await talk.understood(reading)
    assert "「承認」ボタンがない" in await talk.press("やること")
