"""What was not understood, thanked or smiled: a useful answer, never the same one twice."""

import re

from handlers import help, howto, joined, menu
from handlers.asking_date import WAITING_FOR_DATE, ask_for
from handlers.buttons import Verb
from handlers.cases_list import cases_card
from handlers.draft import open_draft
from handlers.overview import case_reply
from handlers.replies import Reply, ReplyNode, Text
from handlers.turn import Turn
from handlers.waiting import waited_for
from storage import conversations, disputes
from storage.records import Conversation

AGAIN = "again"
"""What a chat waits for after something that was not understood: to be told it otherwise."""
_THANKS = re.compile(r"ありがと|有難う|有り難う|感謝|助かり(?:まし|ます)|thank|thx", re.IGNORECASE)
_LETTER = re.compile(r"\w")


def is_thanks(text: str) -> bool:
    """Whether a short message only thanks."""
    return len(text) <= 40 and bool(_THANKS.search(text))


async def answer(turn: Turn, text: str) -> Reply:
    """What can be done from here; a second time in a row another way is shown."""
    say = turn.say
    if is_thanks(text):
        return menu.plain(say("thanks"), menu.next_clock(say), menu.cases(say))
    if not _LETTER.search(text):
        return menu.plain(say("no-words"), *menu.main(say))
    waiting = await waited_for(turn)
    if waiting is not None and waiting.waiting_for == WAITING_FOR_DATE:
        if not waiting.data.get("again"):
            return await _date_not_read(turn, waiting)
        await conversations.stop_waiting(turn.tx, turn.chat.id)
        waiting = None
    draft = await open_draft(turn)
    if draft is not None:
        card = await case_reply(turn, draft)
        return Reply((Text(say("unknown-draft")), *card.nodes))
    times = 0
    if waiting is None or waiting.waiting_for == AGAIN:
        times = int(waiting.data.get("times") or 1) if waiting else 0
        data = {"times": times % 3 + 1}
        await conversations.wait_for(turn.tx, turn.chat.id, AGAIN, turn.now, data=data)
    if times == 1:
        return await howto.trouble(turn)
    if times == 2:
        return await help.show(turn)
    if await disputes.running(turn.tx, turn.owner.id):
        nodes: tuple[ReplyNode, ...] = (Text(say("unknown-running")), await cases_card(turn))
        return Reply(nodes)
    return menu.plain(say("unknown"), *menu.main(say))


async def _date_not_read(turn: Turn, waiting: Conversation) -> Reply:
    """Ask once more, not in a loop: another message without a date is answered as any other."""
    case = await disputes.get(turn.tx, turn.owner.id, waiting.dispute_id or 0)
    if case is None:
        await conversations.stop_waiting(turn.tx, turn.chat.id)
        return menu.plain(turn.say("unknown"), *menu.main(turn.say))
    await conversations.wait_for(
        turn.tx,
        turn.chat.id,
        WAITING_FOR_DATE,
        turn.now,
        dispute_id=case.id,
        deadline_id=waiting.deadline_id,
        data={**waiting.data, "again": True},
    )
    verb = Verb.ADD_DEADLINE if waiting.data.get("beside") else Verb.SET_DATE
    words = turn.say("date-not-understood")
    return ask_for(turn, case, words, waiting.data.get("kind") or "", verb)


async def greeted(turn: Turn, text: str) -> Reply:
    """Hello, or thanks."""
    return await answer(turn, text) if is_thanks(text) else await joined.greet(turn)


async def wordless(turn: Turn) -> Reply:
    """A sticker or a voice message."""
    return menu.plain(turn.say("no-words"), *menu.main(turn.say))
