"""The answers to 今日の画面は変わりましたか?: nothing, a new proposal, a judgement, the end."""

from handlers import look_buttons, look_moves, outcome
from handlers.buttons import Payload, Verb, pack
from handlers.casework.look_in import carrier, keeps_rejecting
from handlers.casework.playbooks import DURING, GRANTED
from handlers.gone import gone
from handlers.overview import case_reply
from handlers.replies import Press, Reply, Text
from handlers.turn import Turn
from handlers.which import named
from handlers.wording import deadline_words, kind_words, outcome_words
from storage import deadlines, disputes, proposals
from storage.records import Deadline, Dispute
from storage.states import DeadlineStatus, DisputeStatus

_JUDGED = {
    "full_refund": GRANTED,
    "partial_refund": "partial_refund_offer",
    "return_refund": "return_goods",
    "zero": DURING,
}
"""The checklist that a judgement leads to."""
_WITH_RETURN = {"return_refund": True, "full_refund": False, "partial_refund": False}


async def on_press(turn: Turn, payload: Payload) -> Reply:
    """Take an answer for a case as it stands now, however old the question is."""
    case = await disputes.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    answer = payload.argument
    known = (*look_buttons.ANSWERS, *look_buttons.SIDES, *look_buttons.JUDGEMENTS)
    if case is None or case.status is DisputeStatus.DRAFT or answer not in known:
        return await gone(turn)
    if case.status is DisputeStatus.CLOSED or answer == look_buttons.OVER:
        return await outcome.ask(turn, case)
    if case.status is DisputeStatus.WATCHING:
        return await case_reply(turn, case)
    if answer == look_buttons.NONE:
        return await unchanged(turn, [case])
    if answer == look_buttons.PROPOSAL:
        return _whose(turn, case)
    if answer == look_buttons.JUDGED:
        return _how_judged(turn, case)
    if answer in look_buttons.SIDES:
        return await _proposed(turn, case, answer)
    return await _judged(turn, case, answer)


async def unchanged(turn: Turn, cases: list[Dispute]) -> Reply:
    """Thanks, with the date that comes next."""
    say = turn.say
    coming: list[tuple[Deadline, Dispute]] = []
    for case in cases:
        clocks = await deadlines.of_dispute(turn.tx, case.id, DeadlineStatus.ACTIVE)
        later = [clock for clock in clocks if clock.at > turn.now]
        clock = carrier(case, clocks, turn.now) or next(iter(later), None)
        if clock is not None:
            coming.append((clock, case))
    case = cases[0]
    if not coming:
        words = say("look-thanks-no-date", title=named(say, case))
    else:
        clock, case = min(coming, key=lambda one: one[0].at)
        when = deadline_words(say, clock, turn.owner.zone, turn.now)
        title, kind = named(say, case), kind_words(say, clock.kind)
        several = "look-thanks-several" if len(cases) > 1 else "look-thanks"
        words = say(several, title=title, when=when, kind=kind)
    todo = Press(say("notice-todo"), pack(Verb.TODO, case.id))
    return Reply((Text(words, (todo,)),), toast=say("look-thanks-toast"))


def _whose(turn: Turn, case: Dispute) -> Reply:
    say = turn.say
    sides = tuple(
        Press(say(f"look-side-{side}"), pack(Verb.LOOK, case.id, side))
        for side in look_buttons.SIDES
    )
    return Reply((Text(say("look-whose", title=named(say, case)), sides),))


def _how_judged(turn: Turn, case: Dispute) -> Reply:
    say = turn.say
    ways = tuple(
        Press(outcome_words(say, way), pack(Verb.LOOK, case.id, way))
        for way in look_buttons.JUDGEMENTS
    )
    return Reply((Text(say("look-judged", title=named(say, case)), ways),))


async def _proposed(turn: Turn, case: Dispute, side: str) -> Reply:
    """A new proposal, of which nothing is known yet but whose it is."""
    await proposals.add(turn.tx, case.id, side, "unknown", None, None, turn.now)
    if side == "aliexpress":
        return await look_moves.move(turn, case, "ae_proposal", "partial_refund_offer")
    # What the seller proposes after AliExpress has granted everything is declined as before.
    playbook = GRANTED if keeps_rejecting(case) else DURING
    return await look_moves.move(turn, case, "negotiation", playbook)


async def _judged(turn: Turn, case: Dispute, way: str) -> Reply:
    back = _WITH_RETURN.get(way)
    await proposals.add(turn.tx, case.id, "aliexpress", way, None, back, turn.now)
    return await look_moves.move(turn, case, "ae_proposal", _JUDGED[way])
