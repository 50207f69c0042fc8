"""What was not understood, thanked or smiled: a useful answer, never the same one twice."""

import re

from handlers import howto, joined, menu
from handlers.asking_date import WAITING_FOR_DATE, ask_for
from handlers.cases_list import cases_card
from handlers.draft import open_draft
from handlers.overview import case_reply
from handlers.replies import Reply, ReplyNode, Text
from handlers.turn import Turn
from storage import conversations, disputes

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
    waiting = await conversations.current(turn.tx, turn.chat.id)
    if waiting is not None and waiting.waiting_for == WAITING_FOR_DATE:
        return await _date_not_read(turn, waiting.dispute_id, waiting.data.get("kind") or "")
    draft = await open_draft(turn)
    if draft is not None:
        card = await case_reply(turn, draft)
        return Reply((Text(say("unknown-draft")), *card.nodes))
    if waiting is not None and waiting.waiting_for == AGAIN:
        return await howto.trouble(turn)
    if waiting is None:
        await conversations.wait_for(turn.tx, turn.chat.id, AGAIN, turn.now)
    if await disputes.running(turn.tx, turn.owner.id):
        nodes: tuple[ReplyNode, ...] = (Text(say("unknown-running")), await cases_card(turn))
        return Reply(nodes)
    return menu.plain(say("unknown"), *menu.main(say))


async def _date_not_read(turn: Turn, case_id: int | None, kind: str) -> Reply:
    case = await disputes.get(turn.tx, turn.owner.id, case_id or 0)
    # Asked for once, not in a loop: what comes next is read as anything else.
    await conversations.stop_waiting(turn.tx, turn.chat.id)
    if case is None:
        return menu.plain(turn.say("unknown"), *menu.main(turn.say))
    return ask_for(turn, case, turn.say("date-not-understood"), kind)


async def greeted(turn: Turn, text: str) -> Reply:
    """Hello, or thanks."""
    return await answer(turn, text) if is_thanks(text) else await joined.greet(turn)


async def wordless(turn: Turn) -> Reply:
    """A sticker or a voice message."""
    return menu.plain(turn.say("no-words"), *menu.main(turn.say))
