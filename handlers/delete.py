"""削除: asked about once, then gone with its warnings; 元に戻す brings it back."""

from handlers import menu, moving
from handlers.buttons import Payload, Verb, pack
from handlers.casework import schedule
from handlers.gone import gone
from handlers.replies import Press, Reply, Text
from handlers.turn import Turn
from handlers.which import ask, meant, named
from storage import changes, disputes, evidence
from storage.records import Dispute
from storage.states import DeadlineStatus, DisputeStatus


async def told(turn: Turn, text: str) -> Reply:
    """Deleting was asked for in words."""
    cases = await meant(turn, text)
    if not cases:
        cases = await disputes.closed(turn.tx, turn.owner.id)
    if not cases:
        return menu.plain(turn.say("delete-nothing"), menu.new(turn.say))
    if len(cases) == 1:
        return _sure(turn, cases[0])
    return ask(turn, turn.say("delete-which"), cases, lambda case: pack(Verb.DELETE, case.id))


async def asked(turn: Turn, payload: Payload) -> Reply:
    """削除 was pressed: ask whether it is meant."""
    case = await disputes.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    return _sure(turn, case) if case else await gone(turn)


def _sure(turn: Turn, case: Dispute) -> Reply:
    say = turn.say
    sure = Press(say("button-delete-sure"), pack(Verb.DELETE_SURE, case.id), "danger")
    leave = Press(say("button-delete-not"), pack(Verb.CARD, case.id))
    return Reply((Text(say("delete-sure", title=named(say, case)), (sure, leave)),))


async def done(turn: Turn, payload: Payload) -> Reply:
    """It is meant. A second press finds it gone and says so."""
    if payload.id is None:
        return await gone(turn)
    say = turn.say
    case = await disputes.get(turn.tx, turn.owner.id, payload.id)
    if case is None:
        deleted = await disputes.get_deleted(turn.tx, turn.owner.id, payload.id)
        if deleted is None or deleted.number is None:
            return await gone(turn)
    else:
        await changes.remember(turn.tx, turn.owner.id, case.id, "undo-what-delete", turn.now)
        await schedule.cancel_dispute(turn.tx, case, turn.now, DeadlineStatus.CANCELLED)
        deleted = await disputes.change(
            turn.tx, case.id, status=DisputeStatus.DELETED, deleted_at=turn.now
        )
    undo = await moving.undo_button(turn, deleted)
    words = say("deleted", title=named(say, deleted))
    at_once = Press(say("button-delete-now"), pack(Verb.DELETE_NOW, deleted.id), "danger")
    return Reply(
        (Text(words, (*undo, at_once, menu.cases(say))),),
        replaces_pressed=True,
        toast=say("deleted-toast"),
    )


async def now(turn: Turn, payload: Payload) -> Reply:
    """今すぐ完全に消す: it cannot be brought back any more, and goes with the next look."""
    case = None
    if payload.id is not None:
        case = await disputes.get_deleted(turn.tx, turn.owner.id, payload.id)
    if case is None:
        return await gone(turn)
    await changes.forget(turn.tx, case.id)
    await disputes.change(turn.tx, case.id, deleted_at=evidence.LONG_AGO)
    say = turn.say
    # Without the case's name: this answer is not deleted with it.
    return Reply(
        (Text(say("deleted-for-good"), (menu.cases(say),)),),
        replaces_pressed=True,
        toast=say("deleted-for-good-toast"),
    )
