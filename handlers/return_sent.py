"""While goods are to be sent back, a bare tracking number that the buyer tells is the return's.

What says by itself that it was sent (追跡番号は…で送りました) is read as that stage, in any case.
"""

from handlers import stage
from handlers.reading.model import Reading
from handlers.replies import Reply
from handlers.turn import Turn
from handlers.which import meant

_TELLS = frozenset({"report_progress", "report_stage", "register_dispute", "unknown"})


async def told(turn: Turn, reading: Reading, text: str) -> Reply | None:
    """The parcel is on its way back; None for any other message."""
    named = reading.stage or reading.deadline or reading.proposer == "seller"
    if not reading.tracking or named or reading.intent not in _TELLS:
        return None
    cases = await meant(turn, text, reading.order_ids)
    if len(cases) != 1 or cases[0].stage != "return_goods":
        return None
    sent = reading._replace(stage="seller_receives_return", playbook=None)
    return await stage.told(turn, sent, cases)
