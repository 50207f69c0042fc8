"""Dates of running cases: changed, added, confirmed, asked for."""

from datetime import UTC, datetime

from storage.states import DisputeStatus
from tests.handlers.talk import Talk, payload


def at(month: int, day: int, hour: int = 14, minute: int = 59) -> datetime:
    return datetime(2027, month, day, hour, minute, tzinfo=UTC)


async def test_the_only_case_gets_the_date_and_old_and_new_are_shown(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("期限は2月5日です")
    assert "変更前: 2月3日(水) 23:59" in shown
    assert "2月5日(金) 23:59" in shown
    assert "お知らせ: 2/2 9:00, 2/4 20:00, 2/5 9:00" in shown
    assert talk.labels == ["元に戻す", "カレンダーに追加", "やること", "一覧"]
    (clock,) = await talk.clocks()
    assert clock.at == at(2, 5)
    assert {one.deadline_version for one in await talk.warnings()} == {clock.version}


async def test_the_same_date_again_changes_nothing(talk: Talk) -> None:
    await talk.register()
    before = await talk.warnings()
    shown = await talk.say("2月3日にAliExpress介入")
    assert "登録のとおり" in shown
    assert "元に戻す" not in talk.labels
    assert await talk.warnings() == before


async def test_without_a_case_a_date_opens_a_card(talk: Talk) -> None:
    shown = await talk.say("2月3日")
    assert "2月3日(水) 23:59" in shown
    assert "これで登録" in talk.labels


async def test_several_cases_are_asked_about(talk: Talk) -> None:
    await talk.register()
    await talk.register("届かないので紛争中です。2月8日にAliExpress介入")
    shown = await talk.say("期限は2月12日です")
    assert "どの件の期限ですか" in shown
    await talk.press("#1")
    assert sorted(clock.at for clock in await talk.clocks()) == [at(2, 8), at(2, 12)]
    # The question's other button still works and is a change of its own.
    await talk.press_payload(talk.pressed[-1])
    assert "登録のとおり" in talk.shown


async def test_a_case_can_be_named_by_its_number(talk: Talk) -> None:
    await talk.register()
    await talk.register("届かないので紛争中です。2月8日にAliExpress介入")
    shown = await talk.say("#2の期限は2月12日です")
    assert shown.startswith("#2 未着")
    assert "2月12日(金)" in shown


async def test_a_case_can_be_named_by_its_order(talk: Talk) -> None:
    await talk.register("色違いで紛争中です。注文番号8201234567890123 期限は2月3日")
    await talk.register("届かないので紛争中です。期限は2月8日")
    shown = await talk.say("注文8201234567890123の期限は2月12日です")
    assert shown.startswith("#1")


async def test_by_picker_from_the_card(talk: Talk) -> None:
    await talk.register()
    await talk.press("一覧")
    await talk.press("#1")
    shown = await talk.pick("日付変更", "2027-02-07T18:30")
    assert "2月7日(日) 18:30" in shown
    (clock,) = await talk.clocks()
    assert clock.at == at(2, 7, 9, 30)
    assert clock.precision == "datetime"
    # Telegram's calendar may send the same choice twice.
    shown = await talk.pick_payload(talk.pressed[-1], "2027-02-07T18:30")
    assert "登録のとおり" in shown


async def test_another_deadline_is_added(talk: Talk) -> None:
    await talk.register()
    await talk.press_payload(payload("card", 1))
    shown = await talk.pick("期限を追加", "2027-02-20T23:59")
    assert "期限を追加しました" in shown
    assert [clock.at for clock in await talk.clocks()] == [at(2, 3), at(2, 20)]
    await talk.pick_payload(talk.pressed[-1], "2027-02-20T23:59")
    assert len(await talk.clocks()) == 2
    await talk.say("元に戻す")
    assert [clock.at for clock in await talk.clocks()] == [at(2, 3)]


async def test_a_card_with_two_deadlines_offers_to_change_each(talk: Talk) -> None:
    await talk.register()
    await talk.pick_payload(payload("addd", 1), "2027-02-20")
    await talk.press_payload(payload("card", 1))
    pickers = [label for label in talk.labels if label.endswith("の変更")]
    assert len(pickers) == 2


async def test_an_estimate_gives_way_to_the_date_on_the_screen(talk: Talk) -> None:
    await talk.register("色が違うものが届いて紛争中です")
    shown = await talk.say("2月5日")
    assert "(目安)" in shown
    (clock,) = await talk.clocks()
    assert clock.at == at(2, 5)
    assert not clock.provisional
    assert "ask-date" not in {one.offset for one in await talk.warnings()}


async def test_an_estimate_can_be_confirmed(talk: Talk) -> None:
    await talk.register("色が違うものが届いて紛争中です")
    await talk.press_payload(payload("card", 1))
    await talk.press("この目安で合っている")
    (clock,) = await talk.clocks()
    assert not clock.provisional
    shown = await talk.press_payload(talk.pressed[-1])
    assert "#1" in shown


async def test_external_deadlines_run_beside_the_dispute(talk: Talk) -> None:
    await talk.register()
    await talk.say("PayPalの申し立て期限は3月10日です")
    kinds = [clock.kind for clock in await talk.clocks()]
    assert kinds == ["ae_step_in", "paypal_open"]


async def test_an_external_deadline_leaves_the_estimate_in_place(talk: Talk) -> None:
    await talk.register("色が違うものが届いて紛争中です")
    await talk.say("PayPalの申し立て期限は3月10日です")
    assert [(one.kind, one.provisional) for one in await talk.clocks()] == [
        ("seller_response", True),
        ("paypal_open", False),
    ]


async def test_a_picker_that_was_left_asks_again_or_shows_the_case(talk: Talk) -> None:
    await talk.register()
    assert "#1" in await talk.pick_payload(payload("chgd", 1), "")
    assert "#1" in await talk.pick_payload(payload("addd", 1), "")
    assert "日付" in await talk.pick_payload(payload("date", 1), "")
    assert "日付" in await talk.pick_payload(payload("date", 1), "soon")


async def test_a_picker_button_pressed_without_a_picker_waits_for_words(talk: Talk) -> None:
    await talk.register()
    shown = await talk.press_payload(payload("chgd", 1))
    assert "日付を選ぶ" in talk.labels
    assert "2月3日" in shown
    shown = await talk.say("2月9日")
    assert "2月9日(火) 23:59" in shown


async def test_the_date_that_was_asked_for_goes_to_its_case(talk: Talk) -> None:
    await talk.register()
    await talk.register("届かないので紛争中です。2月8日にAliExpress介入")
    await talk.press_payload(payload("date", 1, "accept_decline"))
    shown = await talk.say("2月6日です")
    assert shown.startswith("#1")
    assert "提案への回答期限: 2月6日(土) 23:59" in shown


async def test_a_date_that_cannot_be_read_is_asked_for_once(talk: Talk) -> None:
    await talk.register()
    await talk.press_payload(payload("date", 1))
    assert "読み取れませんでした" in await talk.say("そのうち")
    assert "読み取れませんでした" not in await talk.say("そのうち")


async def test_no_date_on_the_screen_leaves_the_case(talk: Talk) -> None:
    await talk.register()
    await talk.press_payload(payload("date", 1))
    shown = await talk.press("画面に日付がない")
    assert "#1 色違い" in shown
    # The chat waits for nothing now: a date goes the usual way.
    assert "2月9日" in await talk.say("期限は2月9日")


async def test_a_date_for_a_closed_case_shows_how_it_stands(talk: Talk) -> None:
    await talk.register()
    await talk.press_payload(payload("out", 1, "full_refund"))
    shown = await talk.pick_payload(payload("chgd", 1), "2027-02-20")
    assert "#1" in shown
    assert await talk.clocks() == []
    assert "#1" in await talk.pick_payload(payload("addd", 1), "2027-02-20")
    assert await talk.clocks() == []


async def test_words_about_a_deadline_without_a_date(talk: Talk) -> None:
    await talk.register()
    await talk.say("期限を変更したい")
    assert "日付を選ぶ" in talk.labels
    assert "2月9日" in await talk.say("2月9日")


async def test_a_second_case_may_be_opened_while_a_date_is_waited_for(talk: Talk) -> None:
    await talk.register()
    await talk.press_payload(payload("date", 1))
    await talk.say("別の商品が届かないので紛争中です。2月12日にAliExpress介入")
    assert "これで登録" in talk.labels
    assert (await talk.clocks())[0].at == at(2, 3)


async def test_watching_and_opening_in_one_tap(talk: Talk) -> None:
    shown = await talk.say("まだ届きません。保護期限は2月20日です")
    assert "注文の期限を登録しますか" in shown
    await talk.press("これで登録")
    (case,) = await talk.running()
    assert case.status is DisputeStatus.WATCHING
    assert case.opened_at is None
    await talk.press_payload(payload("card", case.id))
    shown = await talk.press("紛争を開いた")
    (case,) = await talk.running()
    assert case.status is DisputeStatus.OPEN
    assert case.opened_at == talk.now
    assert [clock.kind for clock in await talk.clocks()] == ["seller_response"]
    before = await talk.warnings()
    await talk.press_payload(talk.pressed[-1])
    assert await talk.warnings() == before
    await talk.say("元に戻す")
    (case,) = await talk.running()
    assert case.status is DisputeStatus.WATCHING
    assert [clock.kind for clock in await talk.clocks()] == ["protection_end"]
