"""Where the answers to 今日の画面は変わりましたか? lead, pressed and typed."""

from pathlib import Path

import pytest

from handlers.buttons import parse
from handlers.replies import Press
from storage import proposals
from tests.handlers.looking import (
    REJECTING,
    arrives,
    looks,
    the_case,
    tokyo,
)
from tests.handlers.talk import Talk, payload, talk_in


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
        mine, theirs = await proposals.of_dispute(tx, 1)
        assert (mine.made_by, theirs.made_by) == ("buyer", "aliexpress")


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
