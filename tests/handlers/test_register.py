"""From a sentence to a running case with its warnings."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from handlers.ceilings import OPEN_DISPUTES
from handlers.replies import Link
from storage import deadlines, disputes
from storage.states import DeadlineStatus, DisputeStatus
from tests.handlers.talk import Talk, talk_in

STORY = "色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入"


async def test_one_sentence_becomes_a_card_with_everything_on_it(talk: Talk) -> None:
    shown = await talk.say(STORY)
    card = talk.cards()[0]
    assert talk.reply is not None
    assert talk.nodes[0] == card
    for words in ("違うカラーが届いた", "6,993円", "2月3日(水) 23:59", "あと4日"):
        assert words in shown
    assert "年の記載がないので2027年としました" in shown
    assert "日付だけなので、その日の23:59までとしました" in shown
    assert [b.label for b in card.buttons] == ["これで登録", "日付を直す", "理由を直す", "やめる"]
    assert await talk.running() == []


async def test_registering_plans_the_warnings_that_it_shows(talk: Talk) -> None:
    shown = await talk.register()
    assert "#1 色違い 6,993円 を登録しました" in shown
    assert "お知らせ: 1/31 9:00, 2/2 20:00, 2/3 9:00" in shown
    assert talk.labels == ["やること", "カレンダーに追加", "毎日聞いてもらう", "一覧"]
    (case,) = await talk.running()
    assert case.status is DisputeStatus.OPEN
    assert case.number == 1
    assert case.opened_at == talk.now
    (clock,) = await talk.clocks()
    assert clock.at == datetime(2027, 2, 3, 14, 59, tzinfo=UTC)
    assert clock.kind == "ae_step_in"
    assert not clock.provisional
    due = [one.due_at for one in await talk.warnings()]
    assert due[0] == datetime(2027, 1, 31, 0, 0, tzinfo=UTC)
    # Three before it, and the question afterwards.
    assert len(due) == 4


async def test_the_same_press_twice_registers_once(talk: Talk) -> None:
    await talk.register()
    before = await talk.warnings()
    shown = await talk.press_payload(talk.pressed[-1])
    assert "#1 色違い" in shown
    assert talk.reply is not None
    assert "すでに登録済み" in talk.reply.toast
    assert len(await talk.running()) == 1
    assert await talk.warnings() == before


async def test_the_calendar_link_holds_the_day_and_the_title(talk: Talk) -> None:
    await talk.register()
    await talk.press("カレンダーに追加")
    link = talk.button("Googleで追加")
    assert isinstance(link, Link)
    asked = parse_qs(urlsplit(link.url).query)
    assert asked["dates"] == ["20270203/20270204"]
    assert "#1 色違い" in asked["text"][0]


async def test_the_calendar_link_of_an_hour_is_in_utc(talk: Talk) -> None:
    await talk.register("色違いで紛争中です。期限は2月3日18時")
    await talk.press("カレンダーに追加")
    link = talk.button("Googleで追加")
    assert isinstance(link, Link)
    assert "T090000Z" in parse_qs(urlsplit(link.url).query)["dates"][0]


async def test_step_by_step_with_buttons(talk: Talk) -> None:
    await talk.say("紛争を登録")
    assert "色違い" in talk.labels
    await talk.press("サイズ違い")
    assert "注文とサイズが違う" in talk.shown
    await talk.pick("日付を選ぶ", "2027-02-10T23:59")
    assert "2月10日(水) 23:59" in talk.shown
    await talk.press("全額返金")
    shown = await talk.press("これで登録")
    assert "#1 サイズ違い を登録しました" in shown
    (case,) = await talk.running()
    assert (case.reason, case.demand) == ("size_mismatch", "full_refund")


async def test_new_twice_keeps_one_empty_card(talk: Talk) -> None:
    await talk.say("/new")
    await talk.say("/new")
    assert len(await talk.drafts()) == 1


async def test_questions_come_one_at_a_time_and_each_can_be_skipped(talk: Talk) -> None:
    shown = await talk.say("紛争を開きました")
    assert "理由はどれですか" in shown
    assert "希望はどれですか" not in shown
    shown = await talk.press("あとで決める")
    assert "期限の日付は出ていますか" in shown
    shown = await talk.press("画面に日付がない")
    assert "希望はどれですか" in shown
    shown = await talk.press("あとで決める")
    assert talk.labels == ["これで登録", "日付を直す", "理由を直す", "やめる"]


async def test_the_menu_of_reasons_has_pages_of_at_most_twelve(talk: Talk) -> None:
    await talk.say("紛争を開きました")
    seen: list[str] = []
    first = talk.labels[4:]
    assert len(first) <= 12
    seen += first
    await talk.press("ほかの理由")
    assert len(talk.labels) <= 12
    seen += talk.labels
    assert {"色違い", "自己都合", "偽物", "税関留め"} <= set(seen)
    await talk.press("前へ")
    assert talk.labels == first


async def test_without_a_date_there_is_an_estimate_and_a_question_the_next_day(
    talk: Talk,
) -> None:
    await talk.say("色が違うものが届いて紛争中です")
    shown = await talk.press("これで登録")
    assert "目安" in shown
    (clock,) = await talk.clocks()
    assert clock.provisional
    assert clock.kind == "seller_response"
    assert "ask-date" in {one.offset for one in await talk.warnings()}


async def test_several_order_numbers_become_a_case_each(talk: Talk) -> None:
    shown = await talk.say(
        "3個とも別の住所に配達されました。注文番号 8201234567890123 8201234567890124 "
        "8201234567890125 期限は2月5日"
    )
    assert "3件の注文" in shown
    shown = await talk.press("これで登録")
    assert "3件を登録しました" in shown
    assert "#3 別住所" in shown
    assert len(talk.cards()) == 1
    cases = await talk.running()
    assert [case.number for case in cases] == [1, 2, 3]
    assert {case.order_ids for case in cases} == {
        ("8201234567890123",),
        ("8201234567890124",),
        ("8201234567890125",),
    }
    assert {case.reason for case in cases} == {"wrong_address"}
    assert len({clock.at for clock in await talk.clocks()}) == 1
    assert len(await talk.clocks()) == 3
    await talk.press_payload(talk.pressed[-1])
    assert len(await talk.running()) == 3


async def test_a_pacific_time_is_shown_in_both_zones(talk: Talk) -> None:
    shown = await talk.say("色違いで紛争中。期限は2027-02-03 18:00 PST")
    assert "2月4日(木) 11:00" in shown
    assert "2月3日(水) 18:00" in shown


async def test_giving_up_forgets_the_words(talk: Talk) -> None:
    await talk.say(STORY)
    (draft,) = await talk.drafts()
    shown = await talk.press("やめる")
    assert "取りやめました" in shown
    assert await talk.drafts() == []
    assert await talk.running() == []
    # The card's other buttons are still there on the screen: each gets an answer.
    await talk.press_payload(f"1~reg~{draft.id}~")
    assert "いまは使えません" in talk.shown
    await talk.press_payload(f"1~drop~{draft.id}~")
    assert "取りやめました" in talk.shown


async def test_giving_up_after_registering_shows_the_case(talk: Talk) -> None:
    await talk.register()
    (case,) = await talk.running()
    shown = await talk.press_payload(f"1~drop~{case.id}~")
    assert "すでに登録済み" in shown
    assert len(await talk.running()) == 1


async def test_fifty_open_cases_are_the_ceiling(talk: Talk) -> None:
    async with talk.database.write() as tx:
        for number in range(1, OPEN_DISPUTES):
            await disputes.add(
                tx, talk.chat.owner_id, talk.now, status=DisputeStatus.OPEN, number=-number
            )
    await talk.register()
    assert len(await talk.running()) == OPEN_DISPUTES
    shown = await talk.register()
    assert "50件まで" in shown
    assert len(await talk.running()) == OPEN_DISPUTES


async def test_a_line_group_learns_what_its_warnings_cost(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "group.db", group=True) as talk:
        assert "人数分" in await talk.register()
    async with talk_in(tmp_path / "telegram.db", group=True, platform="telegram") as talk:
        assert "人数分" not in await talk.register()


async def test_typing_the_label_is_as_good_as_pressing_it(talk: Talk) -> None:
    await talk.say(STORY)
    assert "#1 色違い" in await talk.say("これで登録")


async def test_a_second_story_like_a_running_case_asks_whether_it_is_the_same(
    talk: Talk,
) -> None:
    await talk.register()
    shown = await talk.say("色違いの紛争です。一部返金でお願いしたい。介入は2月6日に変わりました")
    assert "#1 色違い 6,993円 と同じ件ですか" in shown
    shown = await talk.press("同じ件です")
    assert len(await talk.running()) == 1
    assert await talk.drafts() == []
    (clock,) = await talk.clocks()
    assert clock.at == datetime(2027, 2, 6, 14, 59, tzinfo=UTC)
    await talk.press_payload(talk.pressed[-1])
    assert len(await talk.clocks()) == 1


async def test_a_different_case_with_the_same_reason(talk: Talk) -> None:
    await talk.register()
    await talk.say(STORY)
    await talk.press("別の件です")
    await talk.press("これで登録")
    assert [case.number for case in await talk.running()] == [1, 2]


async def test_undoing_a_registration_opens_the_card_again(talk: Talk) -> None:
    await talk.register()
    shown = await talk.say("元に戻す")
    assert "この内容で登録しますか" in shown
    assert await talk.running() == []
    assert await talk.warnings() == []
    async with talk.database.read() as tx:
        (clock,) = await deadlines.of_dispute(tx, 1)
    assert clock.status is DeadlineStatus.PROPOSED
    await talk.press("これで登録")
    assert len(await talk.warnings()) == 4
