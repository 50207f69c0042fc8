"""What a guard shows: one question with its answers, and the verdict with its reasons."""

from typing import Literal

from handlers.buttons import Verb, pack
from handlers.card_rows import clock_rows, live_clocks
from handlers.casework.guards import QUESTIONS, Verdict
from handlers.casework.playbooks import GRANTED
from handlers.replies import Card, Press, Row
from handlers.turn import Turn
from handlers.which import named
from locales.catalogue import Words
from storage.records import Dispute
from storage.states import DisputeStatus

ASK = "ask"
"""Instead of an answer: ask, whatever is known."""
_STEP = f"{GRANTED}.accept_ae"


def guard_button(say: Words, dispute_id: int | None, tap: str) -> Press:
    """押す前に確認: the guard of a tap."""
    return Press(say("button-guard"), pack(Verb.GUARD, dispute_id, tap))


def question_card(
    turn: Turn, tap: str, place: int, told: dict[str, str], answers: list[str], case: Dispute | None
) -> Card:
    """The question at this place, below what is known; `answers` are the pressed ones so far."""
    say, (name, choices) = turn.say, QUESTIONS[tap][place]
    case_id = case.id if case else None
    buttons = tuple(
        Press(
            say(f"guard-{name}-{choice}"),
            pack(Verb.GUARD, case_id, _argument(tap, answers, place, choice)),
        )
        for choice in choices
    )
    rows = _rows(say, tap, told)
    title = say(f"guard-before-{tap}")
    if case is not None:
        title = say("guard-of-case", what=title, title=named(say, case))
    return Card(title, tuple(rows), (say(f"guard-ask-{name}"),), buttons, tone="question")


def _argument(tap: str, answers: list[str], place: int, choice: str) -> str:
    parts = [*answers, "", ""][:2]
    parts[place] = choice
    return ".".join((tap, *parts)).rstrip(".")


def _rows(say: Words, tap: str, told: dict[str, str]) -> list[Row]:
    return [
        Row(say(f"guard-row-{name}"), say(f"guard-{name}-{told[name]}"))
        for name, _ in QUESTIONS[tap]
        if name in told
    ]


async def verdict_card(
    turn: Turn, tap: str, told: dict[str, str], found: Verdict, case: Dispute | None
) -> Card:
    """Press it, or do not: the reasons, what it rests on, and the next button."""
    say = turn.say
    rows = _rows(say, tap, told)
    if case is not None:
        rows += clock_rows(turn, (await live_clocks(turn, case))[:1])
    notes = [say(f"guard-why-{why}") for why in found.why]
    notes.append(say("guard-disclaimer"))
    case_id = case.id if case else None
    again = Press(say("guard-again"), pack(Verb.GUARD, case_id, f"{tap}.{ASK}.{ASK}"))
    buttons = (*_ways(turn, found, case), again)
    title = say(f"guard-{found.press}-{tap}")
    tone: Literal["warning", "done"] = "warning" if found.press == "dont" else "done"
    return Card(title, tuple(rows), tuple(notes), buttons, tone=tone)


def _ways(turn: Turn, found: Verdict, case: Dispute | None) -> list[Press]:
    """Where to go on, the most useful first."""
    say = turn.say
    case_id = case.id if case else None
    running = case is not None and case.status in (DisputeStatus.OPEN, DisputeStatus.WATCHING)
    ways: list[Press] = []
    if found.next == "accept_step":
        verb, argument = (Verb.STEP_SHOW, _STEP) if running else (Verb.PLAYBOOK, GRANTED)
        ways.append(Press(say("guard-way-accept"), pack(verb, case_id, argument), "primary"))
    elif found.next == "cancel_guard":
        argument = "cancel..goods"
        ways.append(Press(say("guard-way-cancel"), pack(Verb.GUARD, case_id, argument), "primary"))
    elif found.next == "todo":
        verb, argument = (Verb.TODO, "") if running else (Verb.PLAYBOOK, "decline_proposal")
        ways.append(Press(say("button-todo"), pack(verb, case_id, argument), "primary"))
    elif found.next == "ended":
        if running:
            ways.append(Press(say("button-close"), pack(Verb.CLOSE, case_id)))
    elif found.next != "asked_again":
        label = say(f"pb-{found.next}-short")
        ways.append(Press(label, pack(Verb.PLAYBOOK, case_id, found.next), "primary"))
    if found.press == "dont" and running:
        ways.append(Press(say("button-add-evidence"), pack(Verb.EVIDENCE_SEND, case_id)))
    if case is None:
        ways.append(Press(say("checklist-register"), pack(Verb.NEW)))
    else:
        ways.append(Press(say("button-see-card"), pack(Verb.CARD, case_id)))
    return ways
