"""終わった and どうなりましたか?"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.outcome import ALL_ENDINGS
from storage import conversations, disputes
from storage.records import Dispute
from storage.states import DisputeStatus
from tests.handlers.talk import Talk, payload, talk_in


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    async with talk_in(tmp_path / "outcome.db") as talk:
        await talk.register()
        yield talk


async def the_case(talk: Talk) -> Dispute:
    async with talk.database.read() as tx:
        found = await disputes.get(tx, talk.chat.owner_id, 1)
    assert found is not None
    return found


async def test_it_is_over(talk: Talk) -> None:
    shown = await talk.press_payload(payload("close", 1))
    assert "#1 色違い 6,993円 どうなりましたか?" in shown
    await talk.press("全額返金")
    case = await the_case(talk)
    assert (case.status, case.outcome) == (DisputeStatus.CLOSED, "full_refund")
    assert case.closed_at == talk.now
    assert await talk.warnings() == []
    assert await talk.clocks() == []
    assert "元に戻す" in talk.labels
    assert "返金を確かめる" in talk.labels


async def test_it_can_be_undone_with_its_warnings(talk: Talk) -> None:
    before = [(row.offset, row.due_at) for row in await talk.warnings()]
    await talk.press_payload(payload("out", 1, "zero"))
    await talk.press("元に戻す")
    case = await the_case(talk)
    assert (case.status, case.outcome) == (DisputeStatus.OPEN, None)
    assert [(row.offset, row.due_at) for row in await talk.warnings()] == before


@pytest.mark.parametrize("outcome", ALL_ENDINGS)
async def test_every_ending_has_its_words(talk: Talk, outcome: str) -> None:
    shown = await talk.press_payload(payload("out", 1, outcome))
    assert "終了にしました" in shown
    assert (await the_case(talk)).outcome == outcome


async def test_the_same_ending_again_changes_nothing(talk: Talk) -> None:
    press = payload("out", 1, "zero")
    await talk.press_payload(press)
    closed = await the_case(talk)
    await talk.later(hours=1)
    await talk.press_payload(press)
    assert await the_case(talk) == closed
    assert talk.reply is not None
    assert talk.reply.toast
    assert "元に戻す" not in talk.labels
    assert "どうなりましたか" not in await talk.press_payload(payload("close", 1))


async def test_another_ending_corrects_the_first(talk: Talk) -> None:
    await talk.press_payload(payload("out", 1, "zero"))
    closed = await the_case(talk)
    await talk.later(hours=1)
    await talk.press_payload(payload("out", 1, "partial_refund"))
    case = await the_case(talk)
    assert (case.outcome, case.closed_at) == ("partial_refund", closed.closed_at)


async def test_it_goes_on_with_time_left(talk: Talk) -> None:
    before = await talk.clocks()
    shown = await talk.press_payload(payload("out", 1, "going"))
    assert "引き続き見守ります" in shown
    assert "2月3日(水) 23:59" in shown
    assert await talk.clocks() == before
    assert talk.labels == ["日付を入れる", "やること"]


async def test_it_goes_on_after_the_deadline_with_the_usual_next_clock(talk: Talk) -> None:
    await talk.later(days=5)
    shown = await talk.press_payload(payload("out", 1, "going"))
    (clock,) = await talk.clocks()
    assert (clock.kind, clock.provisional) == ("accept_decline", True)
    assert clock.at > talk.now
    assert "目安" in shown
    assert "ask-date" in [row.offset for row in await talk.warnings()]
    # Pressed again, no second clock.
    await talk.press_payload(payload("out", 1, "going"))
    assert await talk.clocks() == [clock]


async def test_the_next_date_can_be_typed(talk: Talk) -> None:
    await talk.later(days=5)
    await talk.press_payload(payload("out", 1, "going"))
    async with talk.database.read() as tx:
        waiting = await conversations.current(tx, talk.chat.id)
    assert waiting is not None
    assert (waiting.waiting_for, waiting.dispute_id) == ("date", 1)
    await talk.say("2月9日")
    (clock,) = await talk.clocks()
    assert not clock.provisional
    assert clock.at.day == 9


async def test_the_next_date_can_be_picked(talk: Talk) -> None:
    await talk.later(days=5)
    await talk.press_payload(payload("out", 1, "going"))
    await talk.pick("日付を入れる", "2027-02-09T23:59")
    (clock,) = await talk.clocks()
    assert (clock.at.day, clock.provisional) == (9, False)


async def test_a_closed_case_does_not_go_on_by_an_old_button(talk: Talk) -> None:
    await talk.press_payload(payload("out", 1, "zero"))
    await talk.press_payload(payload("out", 1, "going"))
    assert (await the_case(talk)).status is DisputeStatus.CLOSED
    assert await talk.clocks() == []


@pytest.mark.parametrize(
    "press",
    [payload("out", 1, "nonsense"), payload("out", 9, "zero"), payload("close", 9), payload("out")],
)
async def test_what_cannot_be_meant_shows_how_things_stand(talk: Talk, press: str) -> None:
    assert "#1 色違い" in await talk.press_payload(press)
    assert (await the_case(talk)).status is DisputeStatus.OPEN


async def test_another_owner_closes_nothing(talk: Talk, tmp_path: Path) -> None:
    async with talk_in(tmp_path / "outcome.db", address="U2") as stranger:
        await stranger.press_payload(payload("out", 1, "zero"))
        assert "色違い" not in stranger.shown
    assert (await the_case(talk)).status is DisputeStatus.OPEN


async def test_money_that_is_here_is_not_waited_for(talk: Talk) -> None:
    shown = await talk.say("全額戻ってきました!ありがとう")
    assert "返金が届いていて安心しました" in shown
    assert "返金が届くまで見守る" not in talk.labels
    assert "返金を確かめる" not in talk.labels
    await talk.press("元に戻す")
    assert "3〜20営業日" in await talk.say("全額返金で終了しました")


async def test_what_is_over_is_shown(talk: Talk) -> None:
    await talk.say("全額返金で終了しました")
    assert "#1 色違い" in await talk.say("終わった件を見せて") + str(talk.labels)
