"""A button that cannot be used any more: a kind word and how things stand now."""

from handlers.cases_list import cases_card
from handlers.replies import Reply, Text
from handlers.turn import Turn


async def gone(turn: Turn) -> Reply:
    """Answer a button of another chat, of a deleted case, or one that nobody can read."""
    return Reply(
        (Text(turn.say("gone")), await cases_card(turn)),
        toast=turn.say("gone-toast"),
    )
