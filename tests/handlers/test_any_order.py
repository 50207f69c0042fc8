"""Any order of presses, old buttons included, leaves a consistent case."""

import asyncio
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.buttons import Verb, pack
from handlers.casework.playbooks import load
from handlers.casework.policy import POLICY
from handlers.casework.stages import STAGES
from handlers.replies import Press
from storage import deadlines, disputes, outbox, progress
from storage.disputes import RUNNING
from storage.records import Dispute
from storage.states import DeadlineStatus, DisputeStatus
from tests.handlers.talk import Talk, talk_in
from tests.handlers.test_old_buttons import OLD

BEGINNINGS = (
    "色違いで紛争中です。全額返金6,993円、2月3日にAliExpress介入",
    "まだ届きません。保護期限は2月20日です",
    "サイズ違いで今日紛争を開きました",
)
NEWS = (
    "AliExpressの提案が来た: Refund Only JPY 5,594",
    "セラーに取り下げてと言われた",
    "返品して返金になりました",
    "0円で終わりました",
    "2月6日です",
    "できた",
    "8割",
    "元に戻す",
)
SAID, OLDER, LATER = "said", "older", "later"
ACTIONS = st.one_of(
    # Mostly what stands on the screen, now and then something from long ago.
    st.tuples(st.just("newest"), st.integers(0, 30)),
    st.tuples(st.just("newest"), st.integers(0, 30)),
    st.tuples(st.just(OLDER), st.integers(0, 500)),
    st.tuples(st.just("shipped"), st.integers(0, len(OLD) - 1)),
    st.tuples(st.just(SAID), st.integers(0, len(NEWS) - 1)),
    st.tuples(st.just(LATER), st.integers(1, 40)),
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
@given(st.sampled_from(BEGINNINGS), st.lists(ACTIONS, min_size=12, max_size=30))
def test_any_order_of_presses(beginning: str, actions: list[tuple[str, int]]) -> None:
    asyncio.run(_played(beginning, actions))


async def _played(beginning: str, actions: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        async with talk_in(Path(folder, "any.db")) as talk:
            await talk.register(beginning)
            seen = [pack(Verb.TODO, 1), pack(Verb.CARD, 1)]
            for kind, number in actions:
                await _act(talk, seen, kind, number)
                seen += [one.payload for one in talk.buttons if isinstance(one, Press)]
                await _check(talk)


async def _act(talk: Talk, seen: list[str], kind: str, number: int) -> None:
    newest = [one.payload for one in talk.buttons if isinstance(one, Press)] or seen
    if kind == LATER:
        await talk.later(hours=number)
    elif kind == SAID:
        await talk.say(NEWS[number])
    elif kind == OLDER:
        await talk.press_payload(seen[number % len(seen)])
    elif kind == "shipped":
        await talk.press_payload(OLD[number])
    else:
        await talk.press_payload(newest[number % len(newest)])


async def _check(talk: Talk) -> None:
    async with talk.database.read() as tx:
        for id in range(1, 12):
            case = await disputes.get(tx, talk.chat.owner_id, id)
            if case is not None:
                await _consistent(talk, tx, case)


async def _consistent(talk: Talk, tx: AsyncConnection, case: Dispute) -> None:
    """A running case has a clock and no other has; warnings hang on live clocks; steps exist."""
    active = await deadlines.of_dispute(tx, case.id, DeadlineStatus.ACTIVE)
    if case.status.value in RUNNING:
        assert active, f"a running case without a clock: {case.stage}"
        assert case.number is not None
    else:
        assert not active, f"clocks of a case that is {case.status}"
    assert (case.closed_at is not None) == (case.status is DisputeStatus.CLOSED)
    assert case.stage is None or case.stage in STAGES
    assert case.playbook is None or case.playbook in load()
    kinds = [clock.kind for clock in active]
    assert len(kinds) == len(set(kinds)), f"twice the same clock: {kinds}"
    for clock in await deadlines.of_dispute(tx, case.id):
        assert clock.kind in POLICY
        planned = await outbox.warnings_of(tx, clock.id)
        assert clock.status is DeadlineStatus.ACTIVE or not planned
        assert {row.deadline_version for row in planned} <= {clock.version}
        assert all(row.due_at > talk.now - timedelta(days=60) for row in planned)
    for state in await progress.of_dispute(tx, case.id):
        steps = {step.id for step in load()[state.playbook].steps}
        assert set(state.done) <= steps
        assert state.step is None or state.step in steps
        assert len(state.done) == len(set(state.done))
