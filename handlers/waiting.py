"""What a chat waits for: typed text or a photo, for a day at most."""

from datetime import timedelta

from handlers.turn import Turn
from storage import conversations
from storage.records import Conversation

WAITING_FOR_PHOTO = "photo"
WAITING_FOR_ITEM = "item"
"""Of a piece that is kept: which item of its case's list it belongs to."""
LONGEST = timedelta(days=1)
"""After this a message is read as any other: nobody remembers what was asked yesterday."""


async def waited_for(turn: Turn) -> Conversation | None:
    """What this chat waits for, if it was asked less than a day ago."""
    waiting = await conversations.current(turn.tx, turn.chat.id)
    if waiting is not None and turn.now - waiting.since >= LONGEST:
        await conversations.stop_waiting(turn.tx, turn.chat.id)
        return None
    return waiting
