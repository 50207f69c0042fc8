"""元に戻す: the last change of all is taken back, with its warnings."""

from handlers import menu, settings
from handlers.buttons import Payload
from handlers.casework import schedule
from handlers.overview import case_reply
from handlers.register import show_draft
from handlers.replies import Reply, ReplyNode, Text
from handlers.turn import Turn
from storage import changes, deadlines, disputes, owner_settings
from storage.records import Change
from storage.states import DeadlineStatus, DisputeStatus


async def told(turn: Turn) -> Reply:
    """It was asked for in words: the last change, of a case or of the settings."""
    change = await changes.last(turn.tx, turn.owner.id)
    of_settings = await owner_settings.last(turn.tx, turn.owner.id)
    if of_settings and (change is None or change.made_at <= of_settings.made_at):
        return await settings.undone(turn)
    if change is None:
        return menu.plain(turn.say("undo-nothing"), menu.cases(turn.say), menu.help_(turn.say))
    return await _undo(turn, change)


async def pressed(turn: Turn, payload: Payload) -> Reply:
    """A button names its change: only the last one can be taken back."""
    change = await changes.last(turn.tx, turn.owner.id)
    if change is None or change.id != payload.id:
        return menu.plain(turn.say("undo-too-late"), menu.cases(turn.say))
    return await _undo(turn, change)


async def _undo(turn: Turn, change: Change) -> Reply:
    ids = await changes.undo(turn.tx, change)
    found = await deadlines.many(turn.tx, ids)
    case = await disputes.get(turn.tx, turn.owner.id, change.dispute_id)
    for clock in found.values():
        # Planned warnings go with every deadline that is not active; the others get new ones.
        await schedule.replan(turn.tx, turn.owner, turn.chat.id, clock, turn.now)
        over = clock.status is DeadlineStatus.ACTIVE and clock.at < turn.now
        if over and case is not None and case.status is DisputeStatus.CLOSED:
            await deadlines.change(turn.tx, clock.id, status=DeadlineStatus.OVER)
    known = turn.say.has(change.what)
    words = turn.say("undone", what=turn.say(change.what)) if known else turn.say("undone-toast")
    if case is None:
        return menu.plain(words, menu.cases(turn.say))
    if case.status is DisputeStatus.DRAFT:
        shown = await show_draft(turn, case)
    else:
        shown = await case_reply(turn, case)
    nodes: tuple[ReplyNode, ...] = (Text(words), *shown.nodes)
    return Reply(nodes, toast=turn.say("undone-toast"))
