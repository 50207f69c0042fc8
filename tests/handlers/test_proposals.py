"""Proposals of either side: kept, measured by what was paid, compared with the buyer's floor."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import disputes, proposals
from storage.records import Proposal
from tests.handlers.talk import Talk, payload, talk_in

CASE = "色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入"


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    async with talk_in(tmp_path / "proposals.db") as talk:
        await talk.say(CASE)
        await talk.press("これで登録")
        yield talk


async def kept(talk: Talk) -> list[Proposal]:
    async with talk.database.read() as tx:
        return await proposals.of_dispute(tx, 1)


async def test_an_offer_is_kept_and_measured(talk: Talk) -> None:
    shown = await talk.say("AliExpressの提案が来た: Refund Only JPY 5,594")
    assert "5,594円(80%)" in shown
    mine, theirs = await kept(talk)
    assert (mine.made_by, mine.kind) == ("buyer", "full_refund")
    assert (theirs.made_by, theirs.kind, theirs.with_return) == (
        "aliexpress",
        "partial_refund",
        False,
    )
    assert "AliExpressの提案: 一部返金 5,594円(80%)・返品なし" in await talk.say("#1")


async def test_a_better_offer_replaces_the_shown_one_and_both_are_kept(talk: Talk) -> None:
    await talk.say("セラーの提案が来た、3,000円の一部返金")
    await talk.say("セラーから新しい提案、4,000円を返金すると言われた")
    shown = await talk.say("#1")
    assert "セラーの提案: 一部返金 4,000円(57%)" in shown
    assert "3,000円" not in shown
    assert [str(one.amount.value) for one in await kept(talk) if one.amount][1:] == ["3000", "4000"]


async def test_the_case_tells_of_its_offer_when_it_is_registered(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "first.db") as talk:
        await talk.say("色違いで6,993円払いました。AliExpressの提案はRefund Only JPY 5,594")
        await talk.press("これで登録")
        assert "5,594円(80%)" in await talk.say("#1")


@pytest.mark.parametrize(
    ("answer", "steps", "says"),
    [
        ("8割以上", 3, "届いています"),
        ("全額だけ", 5, "届いていません"),
        ("9割", 5, "届いていません"),
        ("80%", 3, "届いています"),
        ("6000円", 5, "届いていません"),
        ("5000円", 3, "届いています"),
    ],
)
async def test_the_floor_decides_which_steps_come(
    talk: Talk, answer: str, steps: int, says: str
) -> None:
    await talk.say("AliExpressの提案が来た: Refund Only JPY 5,594")
    await talk.press("やること")
    assert "いくら戻れば受け入れますか?" in talk.shown
    assert "1/5 提案の金額を確かめる" in talk.shown
    shown = await talk.say(answer)
    assert f"1/{steps} 提案の金額を確かめる" in shown
    assert says in shown
    assert "受け入れる下限" in shown


async def test_the_question_need_not_be_answered(talk: Talk) -> None:
    await talk.say("AliExpressの提案が来た: Refund Only JPY 5,594")
    await talk.press("やること")
    assert "2/5 納得できない提案を「拒否する」(Decline)" in await talk.press("できた")
    # Whoever has gone on is not understood as answering it.
    assert "受け入れる下限" not in await talk.say("80%")


async def test_a_later_answer_corrects_an_earlier_one(talk: Talk) -> None:
    await talk.say("AliExpressの提案が来た: Refund Only JPY 5,594")
    await talk.press("やること")
    await talk.press("8割以上")
    shown = await talk.press_payload(payload("ans", 1, "partial_refund_offer.floor.90"))
    assert "1/5" in shown
    assert "90%(6,294円ほど)" in shown


async def test_strange_answers_change_nothing(talk: Talk) -> None:
    for argument in ("partial_refund_offer.floor.x", "partial_refund_offer.weather.fine", "a.b.c"):
        await talk.press_payload(payload("ans", 1, argument))
    async with talk.database.read() as tx:
        case = await disputes.get(tx, 1, 1)
    assert case is not None
    assert case.answers == {}


async def test_without_sums_it_says_what_is_missing(tmp_path: Path) -> None:
    async with talk_in(tmp_path / "bare.db") as talk:
        await talk.say("色違いで紛争中です、2月3日にAliExpress介入")
        await talk.press("これで登録")
        shown = await talk.press_payload(payload("pb", 1, "partial_refund_offer"))
        assert "何割にあたるかがわかります" in shown


async def test_a_judgement_that_names_no_sum_stands_on_the_card(talk: Talk) -> None:
    shown = await talk.say("AliExpressの判定が出ました。返品して全額返金")
    assert "AliExpressの提案: 返品して返金" in shown
