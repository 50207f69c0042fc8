"""Files that came before their case was registered."""

from handlers.buttons import Verb, pack
from handlers.replies import Press, Text
from handlers.turn import Turn
from storage import evidence
from storage.records import Dispute


async def after_registering(turn: Turn, case: Dispute) -> Text | None:
    """Files that came before the case was registered are offered to it."""
    waiting = await evidence.waiting(turn.tx, turn.owner.id)
    if not waiting:
        return None
    say = turn.say
    keep_them = pack(Verb.EVIDENCE_KEEP_ALL, None, case.id)
    one = len(waiting) == 1
    label = say("button-keep") if one else say("button-keep-all", count=str(len(waiting)))
    press = Press(label, keep_them, "primary")
    return Text(say("evidence-offered", count=str(len(waiting))), (press,))
