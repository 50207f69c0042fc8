"""ヘルプ: what can be written, with examples that are understood as they stand."""

from handlers import menu
from handlers.replies import Card, Reply, Row
from handlers.turn import Turn

EXAMPLES = (
    ("help-example-register", "register_dispute"),
    ("help-example-date", "update_deadline"),
    ("help-example-left", "register_dispute"),
    ("help-example-watch", "register_dispute"),
    ("help-example-howto", "ask_howto"),
    ("help-example-list", "list_disputes"),
    ("help-example-next", "show_next_deadline"),
    ("help-example-close", "close_dispute"),
    ("help-example-settings", "set_notify_pref"),
)
"""Texts of the help, and the intent that each must be read as."""


async def show(turn: Turn) -> Reply:
    """What this is for and what can be written, by examples."""
    say = turn.say
    rows = tuple(Row(say(f"{id}-label"), say(id)) for id, _ in EXAMPLES)
    notes = (say("help-photos"), say("help-words"), say("help-disclaimer"))
    return Reply((Card(say("help-title"), rows, notes, (*menu.main(say), menu.settings(say))),))
