"""In a group people talk to each other: the bot answers only what is meant for it."""

import re
import unicodedata

from handlers import typed
from handlers.draft import open_draft, says_something
from handlers.reading.model import Reading
from handlers.turn import Turn
from handlers.waiting import waited_for
from storage import disputes

_FOR_US = re.compile(r"紛争|アリエク|aliexpress|ナビ|^\s*/|@\w*bot\b|funso", re.IGNORECASE)
_COMMANDS = frozenset(
    {"register_dispute", "import_paste", "report_stage", "list_disputes", "show_next_deadline"}
)


async def is_meant_for_us(turn: Turn, reading: Reading, text: str) -> bool:
    """Whether a message in a group speaks to the bot, or answers what it asked."""
    if _FOR_US.search(unicodedata.normalize("NFKC", text)):
        return True
    if reading.intent in _COMMANDS:
        return True
    if not says_something(reading) and not typed.is_command(text):
        return False
    waiting = await waited_for(turn)
    return waiting is not None or await open_draft(turn) is not None


async def has_case(turn: Turn) -> bool:
    """Whether a group has anything that a picture could belong to."""
    if await disputes.running(turn.tx, turn.owner.id):
        return True
    return await open_draft(turn) is not None
