"""Asking for the date on the AliExpress page: to be typed, or to be picked."""

from handlers.buttons import Verb, pack
from handlers.picking import picker
from handlers.replies import Press, Reply, Text
from handlers.turn import Turn
from storage import conversations
from storage.records import Dispute
from storage.states import DisputeStatus

WAITING_FOR_DATE = "date"
"""What a chat waits for then: a date in words, for the conversation's case."""
LIVE = (DisputeStatus.OPEN, DisputeStatus.WATCHING)
"""Cases that take dates."""


async def wait_for_date(turn: Turn, case: Dispute, kind: str = "", words: str = "") -> Reply:
    """Ask for the date on the AliExpress page, and take the next one typed for this case."""
    await conversations.wait_for(
        turn.tx, turn.chat.id, WAITING_FOR_DATE, turn.now, dispute_id=case.id, data={"kind": kind}
    )
    return ask_for(turn, case, words or turn.say("ask-date-typed"), kind)


async def wait_for_another(turn: Turn, case: Dispute) -> Reply:
    """Ask for one more date of a case; the next one typed is added to those it has."""
    await conversations.wait_for(
        turn.tx,
        turn.chat.id,
        WAITING_FOR_DATE,
        turn.now,
        dispute_id=case.id,
        data={"kind": "", "beside": True},
    )
    return ask_for(turn, case, turn.say("ask-another-date"), verb=Verb.ADD_DEADLINE)


def ask_for(
    turn: Turn, case: Dispute, words: str, kind: str = "", verb: Verb = Verb.SET_DATE
) -> Reply:
    """Ask for a date with a picker, and a way to leave everything as it is."""
    say = turn.say
    leave = pack(Verb.SKIP, case.id, "date")
    pick = picker(turn, say("button-pick-date"), pack(verb, case.id, kind))
    return Reply((Text(words, (pick, Press(say("button-no-date"), leave))),))
