"""The buttons of the daily question whether a case's screen has changed, and the offer of it."""

from handlers.buttons import Verb, pack
from handlers.casework.look_in import OPT_IN, carrier
from handlers.replies import Press
from handlers.turn import Turn
from locales.catalogue import Words
from storage.records import Deadline, Dispute
from storage.states import DisputeStatus

NONE, PROPOSAL, JUDGED, OVER = "none", "proposal", "judged", "over"
ANSWERS = (NONE, PROPOSAL, JUDGED, OVER)
"""The answers to 今日の画面は変わりましたか?"""
SIDES = ("seller", "aliexpress")
"""Whose proposal is new."""
JUDGEMENTS = ("full_refund", "partial_refund", "return_refund", "zero")
"""What a judgement can say."""
ON, OFF = "on", "off"
STEPS = frozenset({"look_daily", "look_twice"})
"""Steps of a checklist that are nothing but looking at the screen."""


def answers(say: Words, case_id: int) -> tuple[Press, ...]:
    """変化なし・新しい提案・判定が出た・終了, and the way to stop the question."""
    found = tuple(
        Press(say(f"look-answer-{name}"), pack(Verb.LOOK, case_id, name)) for name in ANSWERS
    )
    return (*found, stop(say, case_id))


def stop(say: Words, case_id: int) -> Press:
    """もう聞かないで."""
    return Press(say("look-button-off"), pack(Verb.LOOK_IN, case_id, OFF))


def start(say: Words, case_id: int) -> Press:
    """毎日聞いてもらう."""
    return Press(say("look-button-on"), pack(Verb.LOOK_IN, case_id, ON))


def offer(turn: Turn, case: Dispute, clocks: list[Deadline] | None = None) -> list[Press]:
    """The offer to ask, where every message counts and nobody has said yet whether to.

    Where the case's `clocks` are given, one of them must be able to bring the question.
    """
    undecided = case.look_in is None and case.status is DisputeStatus.OPEN
    if turn.chat.platform not in OPT_IN or not undecided:
        return []
    if clocks is not None and carrier(case, clocks, turn.now) is None:
        return []
    return [start(turn.say, case.id)]
