"""Before a tap that cannot be taken back: at most two questions, then 押す or 押さない.

承認, 取り下げ and 受取確認 end a case, or a right, for good. What the sentence or the case tells
already is not asked.
"""

from decimal import Decimal

from handlers.buttons import Payload, Verb, pack
from handlers.casework import guard_facts, guards
from handlers.draft import open_draft, says_something
from handlers.gone import gone
from handlers.guard_cards import ASK, question_card, verdict_card
from handlers.howto import kept, with_date
from handlers.overview import case_reply
from handlers.reading.model import Reading
from handlers.replies import Reply, ReplyNode, Text
from handlers.turn import Turn
from handlers.which import ask, by_order, by_text
from storage import deadlines, disputes, proposals
from storage.records import Dispute
from storage.states import DisputeStatus

_QUESTIONS = ("ask_howto", "ask_next_step", "ask_evidence", "ask_template", "unknown")
_CANNOT = ("accept_button_missing", "no_buttons")
"""Who has no button is not about to press it."""


def is_asked(reading: Reading) -> bool:
    """Whether a message is about a tap that cannot be taken back."""
    over = reading.intent == "close_dispute"
    return reading.tap is not None and not over and reading.playbook not in _CANNOT


def is_all(reading: Reading) -> bool:
    """Whether it tells no news beside that question."""
    if not is_asked(reading):
        return False
    return reading.intent in _QUESTIONS or not (says_something(reading) or reading.stage)


async def answer(turn: Turn, reading: Reading, text: str) -> Reply:
    """A message that only asks about a tap; what it tells beside stands on a card before."""
    cases = await _meant(turn, reading, text)
    nodes = await _begin(turn, reading, cases)
    if cases:
        shown = Reply(nodes)
        return with_date(turn, cases[0], reading, shown) if len(cases) == 1 else shown
    if says_something(reading) and await open_draft(turn) is None:
        _, card = await kept(turn, reading, text)
        return Reply((card, *nodes))
    return Reply(nodes)


async def after(turn: Turn, reading: Reading, text: str, shown: Reply) -> Reply:
    """The news of a message first, then the guard of the tap that it speaks of."""
    nodes = await _begin(turn, reading, await _meant(turn, reading, text))
    return Reply((*shown.nodes, *nodes), shown.replaces_pressed, shown.toast)


async def on_press(turn: Turn, payload: Payload) -> Reply:
    """A guard's button: the next question, or the verdict."""
    tap, *answers = payload.argument.split(".")
    if tap not in guards.TAPS or len(answers) > len(guards.QUESTIONS[tap]):
        return await gone(turn)
    case = None
    if payload.id is not None:
        case = await disputes.get(turn.tx, turn.owner.id, payload.id)
        if case is None or case.status is DisputeStatus.DRAFT:
            return await gone(turn)
    for (_, choices), told in zip(guards.QUESTIONS[tap], answers, strict=False):
        if told not in ("", ASK, *choices):
            return await gone(turn)
    if case is not None and case.status is DisputeStatus.CLOSED and tap != "confirm":
        card = await case_reply(turn, case)
        return Reply((Text(turn.say("guard-closed")), *card.nodes))
    if case is not None:
        case = await _noted(turn, case, tap, answers)
    return Reply((await _next(turn, tap, answers, case),), replaces_pressed=True)


async def _next(turn: Turn, tap: str, answers: list[str], case: Dispute | None) -> ReplyNode:
    """The first question that is open, else the verdict."""
    questions = guards.QUESTIONS[tap]
    pressed = dict(zip((name for name, _ in questions), answers, strict=False))
    told = {name: value for name, value in pressed.items() if value not in ("", ASK)}
    if case is not None:
        told = {**await _known(turn, tap, told, case), **told}
    told = {name: value for name, value in told.items() if pressed.get(name) != ASK}
    for place, (name, _) in enumerate(questions):
        if name not in told:
            return question_card(turn, tap, place, told, answers, case)
    found = guards.verdict(tap, *(told[name] for name, _ in questions))
    assert found is not None, "each pair of answers has its verdict"
    return await verdict_card(turn, tap, told, found, case)


async def _known(turn: Turn, tap: str, told: dict[str, str], case: Dispute) -> dict[str, str]:
    latest = await proposals.latest_by(turn.tx, case.id)
    clocks = await deadlines.of_dispute(turn.tx, case.id)
    return guard_facts.by_case(tap, told, case, latest, clocks, turn.now)


async def _noted(turn: Turn, case: Dispute, tap: str, answers: list[str]) -> Dispute:
    """Keep that the protection is over: it will not come back. What can change is not kept."""
    if tap != "cancel" or not answers or answers[0] not in ("live", "over"):
        return case
    kept = {name: value for name, value in case.answers.items() if name != "protection"}
    if answers[0] == "over":
        kept["protection"] = "over"
    if kept == case.answers:
        return case
    return await disputes.change(turn.tx, case.id, answers=kept)


async def _meant(turn: Turn, reading: Reading, text: str) -> list[Dispute]:
    """The cases that a tap can be about: only an open dispute has proposals to accept."""
    one = await by_text(turn, text) or await by_order(turn, reading.order_ids)
    if one is not None and one.status is not DisputeStatus.DRAFT:
        return [one]
    running = await disputes.running(turn.tx, turn.owner.id)
    if reading.tap == "confirm":
        return running
    return [case for case in running if case.status is DisputeStatus.OPEN]


async def _begin(turn: Turn, reading: Reading, cases: list[Dispute]) -> tuple[ReplyNode, ...]:
    tap = reading.tap or ""
    told = guard_facts.by_words(
        tap,
        proposer=reading.proposer,
        outcome=reading.outcome,
        reason=reading.reason,
        trick=reading.trick,
        **_sums(reading, cases),
    )
    answers = [told.get(name, "") for name, _ in guards.QUESTIONS[tap]]
    argument = ".".join((tap, *answers)).rstrip(".")
    if len(cases) > 1:
        question = turn.say(f"guard-which-{tap}")
        return ask(turn, question, cases, lambda case: pack(Verb.GUARD, case.id, argument)).nodes
    case_id = cases[0].id if cases else None
    return (await on_press(turn, Payload(Verb.GUARD, case_id, argument))).nodes


def _sums(reading: Reading, cases: list[Dispute]) -> dict[str, Decimal | None]:
    """The sum that a message tells of as offered, and what it or the only case claims."""
    told = [(one.role, one.currency, Decimal(one.value)) for one in reading.amounts]
    if len(cases) == 1:
        told += [(one.role, one.currency, one.value) for one in cases[0].amounts]
    for role, currency, offered in told[: len(reading.amounts)]:
        if role in ("offered_by_seller", "offered_by_ae"):
            claimed = [v for r, c, v in told if r in ("claimed", "paid") and c == currency]
            return {"offered": offered, "claimed": claimed[0] if claimed else None}
    return {"offered": None, "claimed": None}
