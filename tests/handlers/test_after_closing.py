"""After the decision: what came back, what can still be done, and being warned on."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import disputes
from storage.records import Dispute
from storage.states import DisputeStatus
from tests.handlers.talk import Talk, payload, talk_in


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    async with talk_in(tmp_path / "after.db") as talk:
        await talk.register()
        yield talk


async def the_case(talk: Talk) -> Dispute:
    async with talk.database.read() as tx:
        found = await disputes.get(tx, talk.chat.owner_id, 1)
    assert found is not None
    return found


async def test_what_came_back_is_put_beside_the_claim(talk: Talk) -> None:
    shown = await talk.press_payload(payload("out", 1, "partial_refund"))
    assert "戻った金額を「5,594円」のように送ると" in shown
    shown = await talk.say("5594円でした")
    assert "返金額: 5,594円(80%)" in shown
    assert "請求額との差: 1,399円" in shown
    assert "5,594円(80%)" in await talk.press_payload(payload("card", 1))


async def test_another_message_is_no_sum(talk: Talk) -> None:
    await talk.press_payload(payload("out", 1, "partial_refund"))
    assert "この内容で登録しますか?" in await talk.say("サイズ違いで紛争中、3000円、2月9日まで")
    assert [money.role for money in (await the_case(talk)).amounts] == ["claimed"]


async def test_a_full_refund_leaves_no_gap(talk: Talk) -> None:
    shown = await talk.press_payload(payload("out", 1, "full_refund"))
    assert "返金額: 6,993円" in shown
    assert "請求額との差" not in shown
    assert "まだできること" not in shown


@pytest.mark.parametrize("outcome", ["zero", "lost", "partial_refund"])
async def test_what_can_still_be_done_is_listed(talk: Talk, outcome: str) -> None:
    shown = await talk.press_payload(payload("out", 1, outcome))
    assert "まだできること: 抗議(Appeal、目安は2月6日(土)まで)" in shown
    assert "抗議の期限を知らせて" in talk.labels
    assert "ほかの相談先" in talk.labels


async def test_once_the_appeal_is_over_it_is_no_longer_offered(talk: Talk) -> None:
    press = payload("out", 1, "zero")
    await talk.press_payload(press)
    await talk.later(days=8)
    shown = await talk.press_payload(press)
    assert "抗議(Appeal" not in shown.partition("まだできること")[2]
    assert "抗議の期限を知らせて" not in talk.labels


@pytest.mark.parametrize(
    ("outcome", "label", "stage", "kind"),
    [
        ("full_refund", "返金が届くまで見守る", "refund_processing", "refund_arrival"),
        ("partial_refund", "返金が届くまで見守る", "refund_processing", "refund_arrival"),
        ("return_refund", "返送の期限を知らせて", "return_goods", "return_ship"),
        ("lost", "抗議の期限を知らせて", "appeal", "appeal"),
    ],
)
async def test_it_is_watched_on(
    talk: Talk, outcome: str, label: str, stage: str, kind: str
) -> None:
    await talk.press_payload(payload("out", 1, outcome))
    shown = await talk.press(label)
    assert "引き続きお知らせします" in shown
    assert "(目安)" in shown
    case = await the_case(talk)
    assert (case.status, case.stage) == (DisputeStatus.OPEN, stage)
    (clock,) = await talk.clocks()
    assert (clock.kind, clock.provisional) == (kind, True)
    assert await talk.warnings()
    await talk.press("元に戻す")
    assert (await the_case(talk)).status is DisputeStatus.CLOSED
    assert await talk.warnings() == []


async def test_an_appeal_counts_from_the_end_of_the_dispute(talk: Talk) -> None:
    await talk.press_payload(payload("out", 1, "zero"))
    await talk.later(days=2)
    assert "2月6日(土)" in await talk.press_payload(payload("flw", 1, "appeal"))


async def test_pressed_twice_it_runs_once(talk: Talk) -> None:
    await talk.press_payload(payload("out", 1, "full_refund"))
    press = payload("flw", 1, "refund")
    await talk.press_payload(press)
    await talk.press_payload(press)
    assert len(await talk.clocks()) == 1
    await talk.press_payload(payload("flw", 1, "the moon"))
    assert len(await talk.clocks()) == 1
