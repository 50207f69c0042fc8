"""キャンセル: out of whatever is going on."""

from handlers import menu
from handlers.buttons import Payload
from handlers.draft import open_draft
from handlers.draft_buttons import forget
from handlers.overview import case_reply
from handlers.replies import Reply
from handlers.turn import Turn
from handlers.waiting import waited_for
from storage import conversations, disputes


async def stop(turn: Turn, payload: Payload | None = None) -> Reply:
    """Drop the open card and whatever is waited for; registered cases stay as they are."""
    say = turn.say
    waiting = await waited_for(turn)
    await conversations.stop_waiting(turn.tx, turn.chat.id)
    case = (
        await disputes.get(turn.tx, turn.owner.id, payload.id) if payload and payload.id else None
    )
    if case is not None:
        return await case_reply(turn, case)
    draft = await open_draft(turn)
    if draft is not None:
        await forget(turn, draft)
        return menu.plain(say("draft-dropped"), menu.new(say), menu.cases(say))
    words = say("stopped") if waiting is not None else say("stopped-nothing")
    return menu.plain(words, menu.cases(say), menu.new(say), menu.help_(say))
