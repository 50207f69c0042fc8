"""An order that was merely watched becomes a dispute, in one tap."""

from msgspec import structs

from handlers import moving
from handlers.buttons import Payload
from handlers.card import registered_card
from handlers.casework import schedule
from handlers.gone import gone
from handlers.overview import case_reply
from handlers.questions import reason_question
from handlers.replies import Asked, Reply
from handlers.starting import give_provisional
from handlers.turn import Turn
from handlers.watching import KINDS
from handlers.which import named
from storage import changes, disputes
from storage.records import Dispute
from storage.states import DeadlineStatus, DisputeStatus


async def stop_watching(turn: Turn, case: Dispute) -> None:
    """The clocks of an order mean nothing any more once its dispute is open."""
    for clock in await moving.active(turn, case):
        if clock.kind in KINDS or clock.provisional:
            await schedule.cancel(turn.tx, clock, turn.now, DeadlineStatus.REPLACED)


async def open_dispute(turn: Turn, payload: Payload) -> Reply:
    """紛争を開いた: the order's clocks stop, the seller's answer is waited for."""
    case = await disputes.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    if case is None:
        return await gone(turn)
    if case.status is not DisputeStatus.WATCHING:
        return await case_reply(turn, case, pressed=True)
    await changes.remember(turn.tx, turn.owner.id, case.id, "undo-what-open", turn.now)
    case = await disputes.change(
        turn.tx, case.id, status=DisputeStatus.OPEN, stage="seller_response", opened_at=turn.now
    )
    await stop_watching(turn, case)
    if not await moving.active(turn, case):
        await give_provisional(turn, case)
    card = await registered_card(turn, case)
    card = structs.replace(card, title=turn.say("watch-opened-title", title=named(turn.say, case)))
    question = None if case.reason else reason_question(turn, case)
    nodes = (Asked(card, question),)
    return Reply(nodes, replaces_pressed=True, toast=turn.say("watch-opened"))
