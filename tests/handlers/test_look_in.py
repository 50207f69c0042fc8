"""今日の画面は変わりましたか?: whether it is asked, when it is left out, and where answers lead."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from handlers import notices
from handlers.buttons import parse
from handlers.replies import Card, Press, Reply
from locales.catalogue import Words
from storage import disputes, owners, proposals
from storage.records import Dispute, Planned
from storage.tables import outbox
from tests.handlers.talk import Talk, payload, talk_in

ANSWERS = ["変化なし", "新しい提案", "判定が出た", "終了", "もう聞かないで"]
WARNING = ["やること", "日付変更", "終わった", "1時間後", "明日の朝"]
TOKYO = ZoneInfo("Asia/Tokyo")
REJECTING = "AliExpressの判定は全額返金ですが、セラーが何度も拒否。交渉完了推定時間は2月6日"


def tokyo(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+09:00").astimezone(UTC)


@pytest.fixture
async def telegram(tmp_path: Path) -> AsyncIterator[Talk]:
    """A chat where a message costs nothing: the question comes unless it is sent away."""
    async with talk_in(tmp_path / "telegram.db", platform="telegram", address="1") as talk:
        yield talk


async def arrives(talk: Talk, when: str) -> list[Card]:
    """The time comes: what is due is written and counts as sent; the cards that it shows."""
    talk.now = tokyo(when)
    due = [row for row in await talk.warnings() if row.due_at <= talk.now]
    async with talk.database.write() as tx:
        owner = await owners.owner(tx, talk.chat.owner_id)
        say = Words(owner.locale, strict=True)
        shown = await notices.compose(tx, due, owner, talk.chat, talk.now, say)
        await tx.execute(
            update(outbox)
            .where(outbox.c.id.in_([row.id for row in due]))
            .values(state="sent" if shown else "cancelled", settled_at=talk.now)
        )
    talk.reply = shown or Reply()
    return talk.cards()


async def looks(talk: Talk) -> list[str]:
    """The questions to come, as wall times in Tokyo."""
    rows = [row for row in await talk.warnings() if row.offset.startswith("look:")]
    return [_wall(row) for row in rows]


def _wall(row: Planned) -> str:
    return f"{row.due_at.astimezone(TOKYO):%m-%dT%H}"


async def the_case(talk: Talk) -> Dispute:
    (case,) = await talk.running()
    return case


def names(card: Card) -> list[str]:
    return [button.label for button in card.buttons]


# When it is asked


async def test_the_warning_of_the_day_before_holds_the_question(telegram: Talk) -> None:
    await telegram.register()
    assert names((await arrives(telegram, "2027-01-31T09:00"))[0]) == WARNING
    (card,) = await arrives(telegram, "2027-02-02T20:00")
    assert names(card) == [*WARNING, *ANSWERS]
    assert card.notes[-1] == "今日の画面は変わりましたか?"
    (card,) = await arrives(telegram, "2027-02-03T09:00")
    assert names(card) == [*WARNING, *ANSWERS]
    (card,) = await arrives(telegram, "2027-02-04T09:00")
    assert "どうなりましたか" in card.title
    assert "変化なし" not in names(card)


async def test_without_a_warning_it_comes_at_eight_in_the_evening(telegram: Talk) -> None:
    await telegram.register(REJECTING)
    (card,) = await arrives(telegram, "2027-01-31T20:00")
    assert card.title.endswith("今日の画面は変わりましたか?")
    assert names(card) == ANSWERS
    assert "2月6日(土) 23:59" in telegram.shown


async def test_two_cases_are_asked_about_in_one_message(telegram: Talk) -> None:
    await telegram.register(REJECTING)
    await telegram.register(f"サイズ違い。{REJECTING}")
    assert len(await arrives(telegram, "2027-01-31T20:00")) == 2
    assert telegram.shown.startswith("2件の画面の確認です")


async def test_while_the_seller_keeps_rejecting_every_day_has_one(telegram: Talk) -> None:
    await telegram.register(REJECTING)
    asked = []
    for day in range(30, 38):
        date = f"2027-01-{day}" if day < 32 else f"2027-02-{day - 31:02}"
        for hour in range(7, 22):
            cards = await arrives(telegram, f"{date}T{hour:02}:00")
            asked += [f"{date[5:]} {hour}" for card in cards if "変化なし" in names(card)]
    assert asked == [
        "01-31 20", "02-01 20", "02-02 20", "02-03 9", "02-04 20", "02-05 20", "02-06 9"
    ]  # fmt: skip


async def test_the_card_does_not_promise_it_as_a_warning(telegram: Talk) -> None:
    shown = await telegram.register(REJECTING)
    assert "お知らせ: 2/3 9:00, 2/5 20:00, 2/6 9:00" in shown


async def test_no_question_in_the_night_nor_the_day_after(telegram: Talk) -> None:
    await telegram.register(REJECTING)
    assert await arrives(telegram, "2027-01-31T23:00") == []
    await telegram.say("期限は2月7日に変わりました")
    assert await arrives(telegram, "2027-02-02T08:00") == [], "that of the 1st is over"


async def test_never_twice_on_one_day(telegram: Talk) -> None:
    await telegram.register()
    assert len(await arrives(telegram, "2027-02-02T20:00")) == 1
    await telegram.say("期限は2月4日です")
    assert await looks(telegram) == ["02-03T20", "02-04T09"]
    await telegram.say("期限は2月3日です")
    assert await looks(telegram) == ["02-03T09"]


async def test_not_beside_the_question_how_it_went(telegram: Talk) -> None:
    await telegram.register()
    await telegram.say("期限を追加")
    await telegram.say("2月5日 交渉完了予定日")
    await arrives(telegram, "2027-02-03T09:00")
    telegram.now = tokyo("2027-02-04T08:00")
    shown = await arrives(telegram, "2027-02-04T20:00")
    assert any("どうなりましたか" in card.title for card in shown)
    assert not any("変化なし" in names(card) for card in shown)
    (*_, card) = await arrives(telegram, "2027-02-05T09:00")
    assert "変化なし" in names(card), "the other clock goes on"


async def test_only_the_nearest_clock_asks(telegram: Talk) -> None:
    await telegram.register()
    await telegram.say("期限を追加")
    await telegram.say("2月4日 交渉完了予定日")
    cards = await arrives(telegram, "2027-02-03T20:00")
    assert len(cards) == 2
    assert [names(card).count("変化なし") for card in cards] == [1, 0]


async def test_a_closed_case_is_not_asked_about(telegram: Talk) -> None:
    await telegram.register()
    await telegram.press_payload(payload("out", 1, "full_refund"))
    assert await looks(telegram) == []
    await telegram.press("元に戻す")
    assert await looks(telegram) == ["02-02T20", "02-03T09"]


async def test_a_case_closed_behind_its_plan_is_not_asked_about(telegram: Talk) -> None:
    await telegram.register(REJECTING)
    async with telegram.database.write() as tx:
        await disputes.change(tx, 1, playbook="decline_proposal")
    assert await arrives(telegram, "2027-01-31T20:00") == []


async def test_a_watched_order_is_never_asked_about(telegram: Talk) -> None:
    await telegram.register("まだ届きません。保護期限は2月20日です")
    assert await looks(telegram) == []


# Whether it is asked


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


# Where an answer leads


async def test_no_change_thanks_and_moves_nothing(telegram: Talk) -> None:
    await telegram.register()
    await arrives(telegram, "2027-02-02T20:00")
    before = await the_case(telegram), await telegram.clocks(), await telegram.warnings()
    shown = await telegram.press("変化なし")
    assert "確認ありがとうございます" in shown
    assert "2月3日(水) 23:59" in shown
    assert before == (
        await the_case(telegram), await telegram.clocks(), await telegram.warnings()
    )  # fmt: skip


async def test_a_new_proposal_of_the_seller(telegram: Talk) -> None:
    await telegram.register("色違いで紛争中。セラーの回答期限は2月1日")
    await arrives(telegram, "2027-01-31T09:00")
    assert "どちらからですか" in await telegram.press("新しい提案")
    assert telegram.labels == ["セラー", "AliExpress"]
    shown = await telegram.press("セラー")
    case = await the_case(telegram)
    assert (case.stage, case.playbook) == ("negotiation", "decline_proposal")
    (clock,) = await telegram.clocks()
    assert (clock.kind, clock.provisional) == ("ae_step_in", True)
    assert "「AliExpressの介入予定日」の日付は出ていますか" in shown
    await telegram.say("2月8日です")
    (clock,) = await telegram.clocks()
    assert (clock.kind, clock.provisional) == ("ae_step_in", False)
    async with telegram.database.read() as tx:
        (kept,) = await proposals.of_dispute(tx, case.id)
    assert (kept.made_by, kept.kind, kept.amount) == ("seller", "unknown", None)
    await telegram.press("やること")
    assert "拒否する" in telegram.shown


async def test_a_new_proposal_of_aliexpress(telegram: Talk) -> None:
    await telegram.register()
    await arrives(telegram, "2027-02-02T20:00")
    await telegram.press("新しい提案")
    shown = await telegram.press("AliExpress")
    case = await the_case(telegram)
    assert (case.stage, case.playbook) == ("ae_proposal", "partial_refund_offer")
    (clock,) = await telegram.clocks()
    assert (clock.kind, clock.provisional) == ("accept_decline", True)
    assert "提案への回答期限(目安): 2月5日(金) 23:59" in shown
    assert "「提案への回答期限」の日付は出ていますか" in shown


async def test_a_sellers_proposal_ends_no_judgement(telegram: Talk) -> None:
    await telegram.register(REJECTING)
    await telegram.press_payload(payload("look", 1, "seller"))
    case = await the_case(telegram)
    assert (case.stage, case.playbook) == ("negotiation", "seller_keeps_rejecting")
    (clock,) = await telegram.clocks()
    assert (clock.kind, clock.provisional) == ("negotiation_end", False)
    assert "01-31T20" in await looks(telegram), "it is asked on"


@pytest.mark.parametrize(
    ("label", "playbook"),
    [
        ("全額返金", "seller_keeps_rejecting"),
        ("一部返金", "partial_refund_offer"),
        ("返品して返金", "return_goods"),
        ("0円", "decline_proposal"),
    ],
)
async def test_a_judgement(telegram: Talk, label: str, playbook: str) -> None:
    await telegram.register()
    await arrives(telegram, "2027-02-02T20:00")
    assert "どんな判定でしたか" in await telegram.press("判定が出た")
    await telegram.press(label)
    case = await the_case(telegram)
    assert (case.stage, case.playbook) == ("ae_proposal", playbook)
    (clock,) = await telegram.clocks()
    assert (clock.kind, clock.provisional) == ("accept_decline", True)
    assert clock.at == tokyo("2027-02-05T23:59")
    todo = telegram.button("やること")
    assert isinstance(todo, Press)
    meant = parse(todo.payload)
    assert meant is not None
    assert meant.argument == playbook
    await telegram.press("元に戻す")
    case = await the_case(telegram)
    assert case.stage == "negotiation"
    assert [clock.kind for clock in await telegram.clocks()] == ["ae_step_in"]


async def test_a_second_press_changes_nothing(telegram: Talk) -> None:
    await telegram.register()
    await telegram.press_payload(payload("look", 1, "full_refund"))
    before = await the_case(telegram), await telegram.clocks()
    shown = await telegram.press_payload(payload("look", 1, "full_refund"))
    assert before == (await the_case(telegram), await telegram.clocks())
    assert "状況を更新しました" in shown
    assert "元に戻す" not in telegram.labels
    async with telegram.database.read() as tx:
        assert len(await proposals.of_dispute(tx, 1)) == 1


async def test_it_has_ended(telegram: Talk) -> None:
    await telegram.register()
    await arrives(telegram, "2027-02-02T20:00")
    assert "どうなりましたか" in await telegram.press("終了")
    await telegram.press("全額返金")
    assert await telegram.running() == []
    for name in ("none", "proposal", "judged", "over", "seller", "zero"):
        shown = await telegram.press_payload(payload("look", 1, name))
        assert "終了にしました" in shown, name


async def test_nonsense_is_answered_kindly(telegram: Talk) -> None:
    await telegram.register()
    for old in (payload("look", 1, "maybe"), payload("look", 9, "none"), payload("lkin", 1, "")):
        assert "この" in await telegram.press_payload(old)


# Answers in words


@pytest.mark.parametrize(
    "text",
    ["変化なし", "変わってない", "変わっていません。", "特に変わりなしです", "今日も変化なし",
     "まだ何も変わってないです", "変わりません", "昨日と同じです", "no change", "nothing changed"],
)  # fmt: skip
async def test_no_change_in_words(telegram: Talk, text: str) -> None:
    await telegram.register()
    await arrives(telegram, "2027-02-02T20:00")
    assert "確認ありがとうございます" in await telegram.say(text)


async def test_without_a_question_those_words_are_not_taken_for_an_answer(telegram: Talk) -> None:
    await telegram.register()
    assert "確認ありがとうございます" not in await telegram.say("変化なし")


@pytest.mark.parametrize("text", ["新しい提案が来た", "新しい提案", "新しい提案が出ました。"])
async def test_a_proposal_in_words_is_asked_whose(telegram: Talk, text: str) -> None:
    await telegram.register()
    await arrives(telegram, "2027-02-02T20:00")
    assert "どちらからですか" in await telegram.say(text)


async def test_a_proposal_with_its_side_needs_no_question(telegram: Talk) -> None:
    await telegram.register()
    await arrives(telegram, "2027-02-02T20:00")
    await telegram.say("セラーから新しい提案が来ました")
    assert (await the_case(telegram)).stage == "negotiation"


async def test_a_judgement_and_an_end_in_words(telegram: Talk) -> None:
    await telegram.register()
    await arrives(telegram, "2027-02-02T20:00")
    assert "どんな判定でしたか" in await telegram.say("判定が出ました")
    assert "どうなりましたか" in await telegram.say("終了")


async def test_of_several_questions_it_is_asked_which(telegram: Talk) -> None:
    await telegram.register()
    await telegram.register("サイズ違いで紛争中、2月3日にAliExpress介入")
    assert len(await arrives(telegram, "2027-02-02T20:00")) == 2
    assert "いちばん近い日付は 2月3日(水) 23:59" in await telegram.say("変化なし")
    assert "どの件のことですか" in await telegram.say("新しい提案が来た")
    assert "どちらからですか" in await telegram.press("#2")


async def test_everything_in_english(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "en.db", platform="line", locale="en") as talk:
        await talk.say("色違いで紛争中です。2月3日にAliExpress介入")
        await talk.press("Register")
        assert "From the day before the deadline" in await talk.press("Ask me every day")
        (card,) = await arrives(talk, "2027-02-02T20:00")
        assert card.notes[-1] == "Did anything change on the screen today?"
        question = talk.reply
        assert "Thank you for looking" in await talk.press("No change")
        assert "Thank you for looking" in await talk.say("no change")
        talk.reply = question
        assert "whose new proposal" in await talk.press("New proposal")
        assert "AliExpress steps in" in await talk.press("The seller's")
        talk.reply = question
        await talk.press("Judgement is out")
        await talk.press("Full refund")
        assert (await the_case(talk)).playbook == "seller_keeps_rejecting"
        assert "will not ask" in await talk.say("stop asking")
        assert "once a day" in await talk.say("ask me daily")
