"""The one question before a checklist's first step, answered by a button or in words."""

import re
import unicodedata

from handlers.buttons import Verb, pack
from handlers.casework.playbooks import questions
from handlers.course import Course
from handlers.reading.telling import passes_on
from handlers.replies import Card, Press
from handlers.turn import Turn
from handlers.waiting import waited_for
from storage import conversations

FLOOR = "floor"
"""The question after the least that would be accepted: its answer may also be a sum."""
_SUM = re.compile(r"\d{1,9}(?:\.\d{1,2})?(?:[A-Z]{3})?")
_PERCENT = re.compile(r"(?<!\d)(\d{1,2}|100)\s*(?:%|パーセント)|(?<!\d)([1-9])割")
_OWN = ("unknown", "claimed")
"""Roles of a sum that may be the buyer's own."""
_AROUND = 6
"""Characters that may stand around a button's words: まだ残っていると思う."""
WAITING = "answer"
"""What a chat waits for while a playbook's question stands."""


async def put(turn: Turn, course: Course) -> Card:
    """The question with its answers as buttons.

    A card, so that its buttons stay pressable above the first step: whoever just goes on is led
    through all that may be needed.
    """
    name, playbook, say = course.question or "", course.playbook.name, turn.say
    await conversations.wait_for(
        turn.tx,
        turn.chat.id,
        WAITING,
        turn.now,
        dispute_id=course.dispute.id,
        data={"playbook": playbook, "question": name},
    )
    buttons = tuple(
        Press(
            say(f"answer-{name}-{answer}"),
            pack(Verb.ANSWER, course.dispute.id, f"{playbook}.{name}.{answer}"),
        )
        for answer in questions()[name]
    )
    note = say("question-note")
    return Card(say(f"question-{name}"), notes=(note,), buttons=buttons, tone="question")


async def over(turn: Turn) -> None:
    """Who goes on has left the question: what is typed next is no answer to it."""
    waiting = await waited_for(turn)
    if waiting is not None and waiting.waiting_for == WAITING:
        await conversations.stop_waiting(turn.tx, turn.chat.id)


def is_answer(question: str, answer: str) -> bool:
    """Whether a question can be answered so; a floor also by a percentage or a sum (`6000JPY`)."""
    known = questions().get(question, ())
    return answer in known or (question == FLOOR and bool(_SUM.fullmatch(answer)))


def typed(turn: Turn, name: str, text: str) -> str | None:
    """Which answer a message is: a button's words, or a sum where a sum is asked for."""
    words = _plain(text)
    labels = {answer: _plain(turn.say(f"answer-{name}-{answer}")) for answer in questions()[name]}
    for answer, label in labels.items():
        if words == label:
            return answer
    inside = [answer for answer, label in labels.items() if label in words]
    if len(inside) == 1 and len(words) <= len(labels[inside[0]]) + _AROUND:
        return inside[0]
    return _least(turn, words) if name == FLOOR else None


def _least(turn: Turn, words: str) -> str | None:
    reading = turn.reading
    if reading is None or reading.proposer not in (None, "buyer") or passes_on(words):
        return None  # 「3,000円に増やすと言われた」 tells what the seller offers now
    if found := _PERCENT.search(words):
        return found[1] if found[1] else f"{found[2]}0"
    amounts = [one for one in reading.amounts if one.role in _OWN]
    return f"{amounts[0].value}{amounts[0].currency}" if len(amounts) == 1 else None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip(" 。.!！?？、").casefold()
