"""What the writer wants of the bot: the first that fits wins.

First come pasted pages, then the commands to the bot itself, then questions, then what a statement
reports.
"""

from handlers.reading.asked import asked_for
from handlers.reading.commands import command_of
from handlers.reading.paste import is_paste
from handlers.reading.situation import Situation
from handlers.reading.statements import reported_by

# These are about the bot itself, so no playbook goes with them.
NO_CASE = frozenset(
    ["list_disputes", "show_next_deadline", "set_notify_pref", "snooze", "delete_dispute",
        "greeting", "ask_timezone"]
)  # fmt: skip


def intent_of(text: str, about: Situation) -> str:
    """The intent of a folded text."""
    plain = text.strip()
    if is_paste(text):
        return "import_paste"
    if not any(character.isalnum() for character in plain):
        return "unknown"
    command = command_of(plain, about)
    if command is not None:
        return command
    if about.question:
        return asked_for(plain, about)
    return reported_by(plain, about)
