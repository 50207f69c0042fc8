"""Questions are led to a checklist; news moves the case on."""

from handlers.casework import playbooks
from handlers.replies import Press
from locales.catalogue import Words
from storage.states import DisputeStatus
from tests.handlers.talk import Talk, payload

SECOND = "届かないので紛争中です。2月8日にAliExpress介入"


async def test_a_question_without_a_case_gets_the_steps_and_an_offer(talk: Talk) -> None:
    shown = await talk.say("AliExpressの提案を拒否するにはどうすればいいですか?")
    assert "拒否する" in shown
    assert "この紛争を登録する" in talk.labels
    await talk.press("この紛争を登録する")
    assert "理由" in talk.shown


async def test_a_question_that_holds_a_date_keeps_it_on_a_card(talk: Talk) -> None:
    shown = await talk.say(
        "オレンジ色の文字で「2月3日, AliExpress Steps In」とあるのですが、これは何ですか?"
    )
    assert "2月3日(水) 23:59" in shown
    assert "これで登録" in talk.labels
    assert await talk.running() == []


async def test_a_question_leads_to_the_checklist_of_the_running_case(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("提案を拒否するにはどうすればいいですか?")
    assert "1/" in shown
    assert "できた" in talk.labels
    await talk.press("できた")
    assert "2/" in talk.shown
    # A typed label goes on where the checklist is.
    shown = await talk.say("できた")
    assert "3/" in shown


async def test_a_question_with_several_cases_is_about_the_latest(talk: Talk) -> None:
    await talk.register()
    await talk.register(SECOND)
    shown = await talk.say("提案を拒否するにはどうすればいいですか?")
    assert "#2" in shown


async def test_a_question_with_a_date_offers_it_for_the_running_case(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("「2月6日, AliExpress Steps In」とあるのですが、これは何ですか?")
    assert "2月6日" in shown
    assert (await talk.clocks())[0].at.day == 3
    await talk.press("この日付を登録")
    assert (await talk.clocks())[0].at.day == 6


async def test_what_to_do_next(talk: Talk) -> None:
    await talk.register()
    assert "できた" in (await talk.say("次は何をすればいい?"))


async def test_a_question_nobody_knows_shows_the_commonest_troubles(talk: Talk) -> None:
    await talk.register()
    await talk.press_payload(payload("trbl"))
    assert "ボタンが出ない" in talk.labels
    assert len(talk.labels) <= 12
    shown = await talk.press("ボタンが出ない")
    assert "1/" in shown


async def test_the_zone_of_the_dates(talk: Talk) -> None:
    assert "太平洋時間" in await talk.say("この日付は日本時間ですか?")
    await talk.register()
    shown = await talk.say("この日付は日本時間ですか?")
    assert "2月3日(水) 6:59" in shown


async def test_news_moves_the_only_case_on(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("AliExpressから新しい提案が来ました")
    (case,) = await talk.running()
    assert case.stage == "ae_proposal"
    assert "段階: AliExpressの提案・判定への回答待ち" in shown
    assert "提案への回答期限(目安): 2月2日(火) 23:59" in shown
    assert "「提案への回答期限」の日付は出ていますか" in shown
    # The date of the intervention lies behind; the new stage has an estimate.
    (clock,) = await talk.clocks()
    assert (clock.kind, clock.provisional) == ("accept_decline", True)
    shown = await talk.say("2月5日")
    assert "提案への回答期限: 2月5日(金) 23:59" in shown
    (clock,) = await talk.clocks()
    assert not clock.provisional


async def test_news_of_one_of_several_cases(talk: Talk) -> None:
    await talk.register()
    await talk.register(SECOND)
    shown = await talk.say("AliExpressから新しい提案が来ました")
    assert "どの件" in shown
    await talk.press("#2")
    by_number = {case.number: case.stage for case in await talk.running()}
    assert by_number[2] == "ae_proposal"
    assert by_number[1] != "ae_proposal"


async def test_news_with_a_date_of_one_of_several_cases(talk: Talk) -> None:
    await talk.register()
    await talk.register(SECOND)
    await talk.say("AliExpressから新しい提案が来ました。期限は2月5日です")
    await talk.press("#2")
    assert "提案への回答期限: 2月5日(金) 23:59" in talk.shown


async def test_a_watched_order_becomes_a_dispute_by_news(talk: Talk) -> None:
    await talk.register("まだ届きません。保護期限は2月20日です")
    await talk.say("#1の紛争を開きました")
    (case,) = await talk.running()
    assert case.status is DisputeStatus.OPEN
    assert "protection_end" not in [clock.kind for clock in await talk.clocks()]


async def test_a_step_that_was_done_shows_the_checklist(talk: Talk) -> None:
    await talk.register()
    assert "1/" in await talk.say("拒否しました")


async def test_news_without_a_case(talk: Talk) -> None:
    shown = await talk.say("拒否しました")
    assert "登録" in shown
    assert talk.labels


async def test_putting_off_in_words(talk: Talk) -> None:
    assert "まだありません" in await talk.say("1時間後にまた教えて")
    await talk.register()
    shown = await talk.say("1時間後にまた教えて")
    assert "13:00" in shown
    shown = await talk.say("明日の朝にまた教えて")
    assert "8:00" in shown
    (clock,) = await talk.clocks()
    assert clock.kind == "ae_step_in"


async def test_a_number_or_a_sum_told_later_goes_to_the_only_case(talk: Talk) -> None:
    await talk.register("色違いで紛争中です。2月3日にAliExpress介入")
    shown = await talk.say("注文番号は8201234567890123です")
    assert "8201234567890123" in shown
    shown = await talk.say("6,993円です")
    assert "請求額: 6,993円" in shown
    (case,) = await talk.running()
    assert case.order_ids == ("8201234567890123",)
    assert await talk.drafts() == []
    # Another number is another case.
    await talk.say("注文番号8201234567890999も紛争中です")
    assert "これで登録" in talk.labels


async def test_the_second_proposal_is_not_case_number_two(talk: Talk) -> None:
    await talk.register()
    await talk.register(SECOND)
    await talk.say("AliExpressから2番目の提案が来ました")
    assert "どの件" in talk.shown


async def test_adding_a_deadline_in_words(talk: Talk) -> None:
    assert "まだありません" in await talk.say("期限を追加")
    await talk.register()
    await talk.say("期限を追加")
    await talk.pick("日付を選ぶ", "2027-02-20")
    assert len(await talk.clocks()) == 2
    await talk.register(SECOND)
    await talk.say("期限を追加")
    await talk.press("#1")
    await talk.pick("日付を選ぶ", "2027-02-21")
    assert len(await talk.clocks()) == 4


async def test_every_playbook_can_be_reached_by_the_menu(talk: Talk) -> None:
    await talk.register()
    await talk.press_payload(payload("card", 1))
    await talk.press("困りごとから選ぶ")
    reached: set[str] = set()
    for _ in range(3):
        assert len(talk.buttons) <= 13
        found = [one.payload for one in talk.buttons if isinstance(one, Press)]
        reached |= {one.rpartition("~")[2] for one in found if one.startswith("1~pb~1~")}
        await talk.press("ほかの困りごと")
    assert reached == set(playbooks.load())
    assert talk.labels[0] == "提案を拒否する", "after the last page comes the first"


async def test_an_aside_is_not_what_a_new_case_needs(talk: Talk) -> None:
    await talk.say("サイズ違いで紛争中、2月9日まで。AliExpressにメッセージを送りたい")
    for draft in await talk.drafts():
        assert not playbooks.load()[draft.playbook or "decline_proposal"].aside


async def test_a_date_that_is_known_is_not_asked_for_again(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("セラーから2000円の一部返金の提案が来ました")
    assert "2月3日(水) 23:59" in shown
    assert "日付は出ていますか" not in shown
    assert "やること" in talk.labels
    # A stage whose date nobody told yet is asked about.
    assert "日付は出ていますか" in await talk.say("AliExpressの判定が出て、一部返金の提案でした")


async def test_who_has_appealed_waits_for_the_result(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("判定に納得できないので抗議しました")
    assert "抗議(Appeal)の結果の予定日" in shown
    assert "抗議(Appeal)の期限" not in shown


async def test_a_result_in_a_sentence_of_its_own_is_the_judgements(talk: Talk) -> None:
    await talk.register()
    await talk.say("セラーから一部返金5000円の提案が来た")
    await talk.say("AliExpressの判定が出た。有効で全額返金")
    shown = await talk.press("やること")
    assert "一部返金の提案が来た" not in shown
    assert Words("ja")(f"pb-{playbooks.GRANTED}") in shown
