"""A message that names a case by a number which none has: 「5番を削除」 never means #1."""

from handlers.cases_list import cases_card
from handlers.replies import Reply, Text
from handlers.turn import Turn
from handlers.which import number_in
from storage import disputes

ABOUT_ONE = frozenset(
    {
        "delete_dispute",
        "close_dispute",
        "update_deadline",
        "set_external_deadline",
        "report_stage",
        "report_progress",
        "snooze",
    }
)
"""Intents that change a case; in a message that tells a new one, #3 may be a size or a color."""


async def answer(turn: Turn, text: str, intent: str) -> Reply | None:
    """Say that there is no such case, and show the list; None if there is, or none is named."""
    number = number_in(text, first=intent not in ABOUT_ONE)
    if number is None or await disputes.by_number(turn.tx, turn.owner.id, number) is not None:
        return None
    words = turn.say("number-not-there", number=str(number))
    return Reply((Text(words), await cases_card(turn)))
