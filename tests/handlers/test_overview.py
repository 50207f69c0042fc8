"""一覧, 次の期限, the card of a case; 終わった, 削除, 元に戻す."""

from storage import disputes
from storage.states import DeadlineStatus, DisputeStatus
from tests.handlers.talk import Talk, payload, talk_in

SECOND = "届かないので紛争中です。2月1日にAliExpress介入"


async def test_the_list_has_the_nearest_deadline_first(talk: Talk) -> None:
    assert "進行中の件はありません" in await talk.say("一覧")
    await talk.register()
    await talk.register(SECOND)
    shown = await talk.say("一覧")
    assert shown.index("#2 未着") < shown.index("#1 色違い")
    assert "2月1日(月) 23:59" in shown
    assert "進行中の件(2件)" in shown


async def test_a_long_list_has_pages(talk: Talk) -> None:
    for _ in range(10):
        await talk.register()
    await talk.say("/list")
    assert len(talk.buttons) <= 12
    await talk.press("次へ")
    assert talk.labels[:2] == ["#9 色違い 6,993円", "#10 色違い 6,993円"]
    assert talk.reply is not None
    assert talk.reply.replaces_pressed
    await talk.press("前へ")
    assert talk.labels[0] == "#1 色違い 6,993円"
    # A page that is no more: the last one.
    await talk.press_payload(payload("list", None, 7))
    assert "#10 色違い 6,993円" in talk.labels


async def test_the_next_deadline(talk: Talk) -> None:
    assert "これからの期限はありません" in await talk.say("次の期限")
    await talk.register()
    await talk.register(SECOND)
    shown = await talk.say("/next")
    assert shown.startswith("次の期限: #2 未着")
    assert "あと2日" in shown
    await talk.later(days=3)
    assert (await talk.say("次の期限はいつ?")).startswith("次の期限: #1")
    await talk.later(days=30)
    assert "進行中の件(2件)" in await talk.say("次の期限")


async def test_a_card_that_was_not_confirmed_is_shown_where_its_date_is_asked_for(
    talk: Talk,
) -> None:
    await talk.say(SECOND)
    shown = await talk.say("次の期限いつ")
    assert "まだ登録されていません" in shown
    assert "2月1日(月) 23:59" in shown
    await talk.press("これで登録")
    assert (await talk.say("次の期限いつ")).startswith("次の期限: #1 未着")


async def test_the_card_shows_everything_and_its_actions(talk: Talk) -> None:
    await talk.register()
    await talk.say("一覧")
    shown = await talk.press("#1 色違い")
    for words in ("6,993円", "AliExpressの介入予定日: 2月3日(水) 23:59", "お知らせ", "段階"):
        assert words in shown
    assert talk.labels == [
        "やること",
        "日付変更",
        "期限を追加",
        "図で見る",
        "証拠一覧",
        "困りごとから選ぶ",
        "＋届いた品物の写真",
        "＋商品ページ",
        "＋注文の詳細",
        "終わった",
        "削除",
        "一覧",
    ]


async def test_the_card_of_an_open_draft(talk: Talk) -> None:
    await talk.say("色違いで紛争中です")
    await talk.press_payload(payload("card", 1))
    assert "これで登録" in talk.labels


async def test_closing_with_an_outcome_in_words(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("全額返金されて解決しました")
    assert "終了" in shown
    assert await talk.running() == []
    assert await talk.warnings() == []
    assert "終わった件: 1件" in await talk.say("一覧")
    await talk.press("#1 色違い")
    assert "結果: 全額返金" in talk.shown


async def test_closing_asks_which_and_how(talk: Talk) -> None:
    assert "見つかりませんでした" in await talk.say("解決しました")
    await talk.register()
    shown = await talk.say("解決しました")
    assert "どうなりましたか" in shown
    await talk.register(SECOND)
    shown = await talk.say("解決しました")
    assert "どの件が終わりましたか" in shown
    await talk.press("#2")
    await talk.press("一部返金")
    assert [case.number for case in await talk.running()] == [1]


async def test_deleting_is_asked_about_and_can_be_undone(talk: Talk) -> None:
    assert "削除できる件はありません" in await talk.say("紛争を削除して")
    await talk.register()
    before = [one.due_at for one in await talk.warnings()]
    shown = await talk.say("#1を削除して")
    assert "削除しますか" in shown
    assert len(await talk.running()) == 1
    shown = await talk.press("削除する")
    assert "削除しました" in shown
    assert await talk.running() == []
    assert await talk.warnings() == []
    # Again: the same answer, with the way back.
    again = await talk.press_payload(talk.pressed[-1])
    assert again == shown
    shown = await talk.press("元に戻す")
    assert "#1 色違い 6,993円" in shown
    assert [one.due_at for one in await talk.warnings()] == before
    assert "もう元に戻してある" in await talk.press_payload(talk.pressed[-1])


async def test_deleting_asks_which_of_several(talk: Talk) -> None:
    await talk.register()
    await talk.register(SECOND)
    await talk.say("紛争を削除して")
    await talk.press("#1")
    await talk.press("削除しない")
    assert len(await talk.running()) == 2


async def test_a_closed_case_can_be_deleted(talk: Talk) -> None:
    await talk.register()
    await talk.say("全額返金されて解決しました")
    await talk.press_payload(payload("card", 1))
    await talk.press("削除")
    await talk.press("削除する")
    assert "終わった件" not in await talk.say("一覧")


async def test_undo_takes_back_the_last_change_with_its_warnings(talk: Talk) -> None:
    assert "元に戻せる変更はありません" in await talk.say("元に戻す")
    await talk.register()
    before = [one.due_at for one in await talk.warnings()]
    await talk.say("期限は2月9日です")
    undo = talk.button("元に戻す")
    await talk.say("期限は2月10日です")
    # Only the last change can be taken back by a button.
    assert "もう元に戻してある" in await talk.press_payload(undo.payload)  # type: ignore[union-attr]
    await talk.say("元に戻す")
    assert "2月9日" in talk.shown
    await talk.say("元に戻す")
    assert [one.due_at for one in await talk.warnings()] == before


async def test_undo_of_closing_plans_again(talk: Talk) -> None:
    await talk.register()
    before = [one.due_at for one in await talk.warnings()]
    await talk.press_payload(payload("out", 1, "full_refund"))
    await talk.press("元に戻す")
    (case,) = await talk.running()
    assert case.outcome is None
    assert [one.due_at for one in await talk.warnings()] == before
    assert [clock.status for clock in await talk.clocks()] == [DeadlineStatus.ACTIVE]


async def test_one_undo_takes_back_news_and_its_date(talk: Talk) -> None:
    await talk.register()
    (before,) = await talk.running()
    await talk.say("AliExpressから提案が来た。期限は2月6日")
    (case,) = await talk.running()
    assert case.stage == "ae_proposal"
    await talk.press("元に戻す")
    assert await talk.running() == [before]
    assert [clock.kind for clock in await talk.clocks()] == ["ae_step_in"]


async def test_undo_brings_back_the_reason(talk: Talk) -> None:
    await talk.register()
    await talk.press_payload(payload("rsn", 1, "quality"))
    assert "品質" in talk.shown
    await talk.press_payload(payload("dmd", 1, "resend"))
    await talk.say("元に戻す")
    await talk.say("元に戻す")
    (case,) = await talk.running()
    assert (case.reason, case.demand) == ("color_mismatch", "full_refund")


async def test_buttons_of_a_deleted_case_get_a_kind_answer_and_the_list(talk: Talk) -> None:
    await talk.register()
    await talk.press_payload(payload("dely", 1))
    for verb in ("card", "todo", "close", "out", "chgd", "addd", "okd", "snz", "open", "evl"):
        shown = await talk.press_payload(payload(verb, 1))
        assert "いまは使えません" in shown, verb
        assert "進行中の件はありません" in shown


async def test_buttons_of_another_chat_change_nothing(talk: Talk, tmp_path: object) -> None:
    await talk.register()
    path = talk.database.url.database
    assert path is not None
    from pathlib import Path

    async with talk_in(Path(path), address="U2") as stranger:
        for verb in ("reg", "card", "dely", "out", "chgd", "date", "undo", "evl", "rsn", "drop"):
            argument = "full_refund" if verb == "out" else "quality"
            shown = await stranger.press_payload(payload(verb, 1, argument))
            assert "色違い" not in shown, verb
        await stranger.pick_payload(payload("chgd", 1), "2027-02-20")
    (case,) = await talk.running()
    assert (case.status, case.reason) == (DisputeStatus.OPEN, "color_mismatch")
    async with talk.database.read() as tx:
        assert await disputes.running(tx, stranger.chat.owner_id) == []


async def test_a_number_that_no_case_has_means_none_of_them(talk: Talk) -> None:
    await talk.register()
    for text in ("5番を削除", "#7の期限は3月5日です", "3番は終わりました", "#9を見せて"):
        shown = await talk.say(text)
        assert "見つかりませんでした" in shown, text
        assert "進行中の件(1件)" in shown
    async with talk.database.read() as tx:
        (case,) = await disputes.running(tx, talk.chat.owner_id)
    assert case.status is DisputeStatus.OPEN
    assert "2月3日" in await talk.say("#1を見せて")
    # In news of a new case a number may be a size or a color.
    assert "見つかりません" not in await talk.say(
        "色#12を頼んだのに別の色が届いて紛争中、3月5日まで"
    )


async def test_a_button_names_its_case_whole(talk: Talk) -> None:
    await talk.register(
        "配達済みなのに届いていないので紛争中です。129,800円、2月3日にAliExpress介入"
    )
    await talk.say("一覧")
    assert "#1 配達済みなのに未着 129,800円" in talk.labels
