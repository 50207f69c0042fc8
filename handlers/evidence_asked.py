"""While it is asked which item a piece is, a typed answer counts as well as a press."""

from collections.abc import Sequence

from handlers.turn import Turn
from handlers.waiting import WAITING_FOR_ITEM, WAITING_FOR_PHOTO, waited_for
from storage import conversations
from storage.records import Dispute, Evidence


async def listen(
    turn: Turn, case: Dispute, pieces: Sequence[Evidence], *, each: bool = False
) -> None:
    """From now on a typed answer is understood, too; what else is waited for stays so."""
    waiting = await waited_for(turn)
    what, data = WAITING_FOR_ITEM, {}
    if waiting is not None and waiting.waiting_for == WAITING_FOR_PHOTO:
        if waiting.dispute_id != case.id:
            return
        what, data = WAITING_FOR_PHOTO, waiting.data
    elif waiting is not None and waiting.waiting_for != WAITING_FOR_ITEM and waiting.dispute_id:
        return
    data = {**data, "asked": [piece.id for piece in pieces], "each": each}
    await conversations.wait_for(
        turn.tx, turn.chat.id, what, turn.now, dispute_id=case.id, data=data
    )


async def answered(turn: Turn) -> None:
    """The question is answered; a photo that is waited for stays so."""
    waiting = await waited_for(turn)
    if waiting is None or "asked" not in waiting.data:
        return
    if waiting.waiting_for == WAITING_FOR_ITEM:
        await conversations.stop_waiting(turn.tx, turn.chat.id)
        return
    data = {key: value for key, value in waiting.data.items() if key not in ("asked", "each")}
    await conversations.wait_for(
        turn.tx,
        turn.chat.id,
        waiting.waiting_for,
        turn.now,
        dispute_id=waiting.dispute_id,
        data=data,
    )
