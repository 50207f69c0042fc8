"""What a message told, kept while it is asked which case the message is about."""

import msgspec

from handlers.reading.model import Reading
from handlers.turn import Turn
from handlers.waiting import waited_for
from storage import conversations

WAITING_FOR_CASE = "which"
"""What a chat waits for then: a press on one of the cases."""


async def keep(turn: Turn, reading: Reading) -> None:
    """Keep the news until a case is chosen, with the message that told them."""
    data = {"news": msgspec.to_builtins(reading), "message": turn.message}
    await conversations.wait_for(turn.tx, turn.chat.id, WAITING_FOR_CASE, turn.now, data=data)


async def take(turn: Turn) -> Reading | None:
    """The news that wait for a case, taken out; None if none do."""
    waiting = await waited_for(turn)
    if waiting is None or waiting.waiting_for != WAITING_FOR_CASE:
        return None
    await conversations.stop_waiting(turn.tx, turn.chat.id)
    return msgspec.convert(waiting.data["news"], Reading)
