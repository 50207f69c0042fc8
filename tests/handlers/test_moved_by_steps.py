"""A step that is done moves the case: its stage, and the clock that begins then."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import disputes
from storage.records import Dispute
from storage.states import DisputeStatus
from tests.handlers.talk import Talk, payload, talk_in

CASE = "色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入"


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    async with talk_in(tmp_path / "moved.db") as talk:
        yield talk


async def case(talk: Talk) -> Dispute:
    async with talk.database.read() as tx:
        found = await disputes.get(tx, 1, 1)
    assert found is not None
    return found


async def kinds(talk: Talk) -> list[tuple[str, bool]]:
    return [(clock.kind, clock.provisional) for clock in await talk.clocks()]


async def registered(talk: Talk, words: str = CASE) -> None:
    await talk.say(words)
    await talk.press("これで登録")


async def done(talk: Talk, playbook: str, step: str) -> str:
    await talk.press_payload(payload("pb", 1, playbook))
    return await talk.press_payload(payload("done", 1, f"{playbook}.{step}"))


async def test_a_dispute_that_was_opened_waits_for_the_seller(talk: Talk) -> None:
    await registered(talk, "まだ届きません。保護期限は2月20日です")
    assert (await case(talk)).status is DisputeStatus.WATCHING
    for step in ("ask_neighbour", "ask_carrier", "shot_tracking"):
        await done(talk, "delivered_not_received", step)
    shown = await done(talk, "delivered_not_received", "file_own")
    assert "いまの段階は「セラーの回答待ち」です。" in shown
    assert "セラーの回答期限(目安) 2月4日(木)" in shown
    found = await case(talk)
    assert (found.status, found.stage) == (DisputeStatus.OPEN, "seller_response")
    assert await kinds(talk) == [("seller_response", True)]
    assert "まずはセラーの回答を待ちます" in shown
    # The rest of the checklist is for when a proposal has come.
    assert "納得できない提案を「拒否する」(Decline)" in await talk.press("続きから")


async def test_goods_that_were_sent_back_wait_for_the_seller(talk: Talk) -> None:
    await registered(talk, "返品して返金になりました。2月8日までに返送します")
    shown = await done(talk, "return_goods", "enter_tracking")
    assert "セラーの返品受け取り待ち" in shown
    assert (await case(talk)).stage == "seller_receives_return"
    assert [kind for kind, _ in await kinds(talk)] == ["seller_receive"]


async def test_accepting_ends_no_clock(talk: Talk) -> None:
    """The other side may still decline (the article: 売り手が「拒否」する)."""
    await registered(talk)
    await done(talk, "seller_keeps_rejecting", "accept_ae")
    assert await kinds(talk) == [("ae_step_in", False)]


async def test_an_appeal_runs_a_closed_case_again(talk: Talk) -> None:
    await registered(talk)
    await talk.press_payload(payload("out", 1, "zero"))
    assert (await case(talk)).status is DisputeStatus.CLOSED
    shown = await done(talk, "final_judgement_unhappy", "appeal")
    assert "抗議(Appeal)の結果の予定日(目安) 2月5日(金)" in shown
    found = await case(talk)
    assert (found.status, found.stage, found.outcome) == (DisputeStatus.OPEN, "appeal", None)
    assert await kinds(talk) == [("appeal_result", True)]
    await talk.say("元に戻す")
    assert (await case(talk)).status is DisputeStatus.CLOSED


async def test_a_case_never_goes_back_by_a_step(talk: Talk) -> None:
    await registered(talk)
    await talk.say("AliExpressの提案が来た: Refund Only JPY 5,594")
    before = await kinds(talk)
    shown = await done(talk, "seller_asks_cancel", "decline_seller")
    assert "いまの段階は" not in shown
    assert (await case(talk)).stage == "ae_proposal"
    assert await kinds(talk) == before


async def test_the_same_step_done_twice_moves_once(talk: Talk) -> None:
    await registered(talk, "返品して返金になりました。2月8日までに返送します")
    await done(talk, "return_goods", "enter_tracking")
    (clock,) = await talk.clocks()
    await talk.press_payload(payload("done", 1, "return_goods.enter_tracking"))
    assert await talk.clocks() == [clock]


async def test_a_date_of_the_buyer_s_own_outlives_a_guess(talk: Talk) -> None:
    """What the user's date replaced is not warned about twice."""
    await registered(talk, "サイズ違いで今日紛争を開きました")
    await talk.say("2月5日にAliExpress介入と出ています")
    await done(talk, "seller_asks_cancel", "decline_seller")
    assert ("ae_step_in", False) in await kinds(talk)
    assert len([kind for kind, _ in await kinds(talk) if kind == "ae_step_in"]) == 1
