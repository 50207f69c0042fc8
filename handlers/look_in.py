"""毎日聞いてもらう and もう聞かないで: whether a case's screen is asked about every day."""

from handlers import look_buttons, menu
from handlers.buttons import Payload, Verb, pack
from handlers.casework import schedule
from handlers.casework.look_in import is_on, keeps_rejecting
from handlers.casework.policy import is_look
from handlers.gone import gone
from handlers.replies import Press, Reply, Text
from handlers.turn import Turn
from handlers.which import ask, meant, named
from handlers.wording import date_words
from storage import deadlines, disputes, outbox
from storage.records import Dispute
from storage.states import DeadlineStatus, DisputeStatus


async def on_press(turn: Turn, payload: Payload) -> Reply:
    """Begin to ask, or stop it; said again it changes nothing."""
    case = await disputes.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    wanted = payload.argument == look_buttons.ON
    known = payload.argument in (look_buttons.ON, look_buttons.OFF)
    if case is None or case.status is DisputeStatus.DRAFT or not known:
        return await gone(turn)
    if case.status is not DisputeStatus.OPEN:
        words = turn.say("look-not-open", title=named(turn.say, case))
        see = Press(turn.say("notice-see-case"), pack(Verb.CARD, case.id))
        return Reply((Text(words, (see,)),))
    if case.look_in is not wanted:
        case = await disputes.change(turn.tx, case.id, look_in=wanted)
        await schedule.replan_looks(turn.tx, turn.owner, turn.chat.id, case, turn.now)
    return await _begun(turn, case) if wanted else _stopped(turn, case)


async def _begun(turn: Turn, case: Dispute) -> Reply:
    say, title = turn.say, named(turn.say, case)
    clocks = await deadlines.of_dispute(turn.tx, case.id, DeadlineStatus.ACTIVE)
    planned = [row for clock in clocks for row in await outbox.warnings_of(turn.tx, clock.id)]
    coming = [row.due_at for row in planned if is_look(row.offset)]
    if coming:
        when = date_words(say, min(coming), "datetime", turn.owner.zone, turn.now)
        daily = keeps_rejecting(case)
        words = say("look-on-daily" if daily else "look-on-window", title=title, when=when)
    else:
        words = say("look-on-later", title=title)
    buttons = (look_buttons.stop(say, case.id), _see(turn, case))
    return Reply((Text(words, buttons),), toast=say("look-on-toast"))


def _stopped(turn: Turn, case: Dispute) -> Reply:
    say = turn.say
    words = say("look-off", title=named(say, case))
    buttons = (look_buttons.start(say, case.id), _see(turn, case))
    return Reply((Text(words, buttons),), toast=say("look-off-toast"))


def _see(turn: Turn, case: Dispute) -> Press:
    return Press(turn.say("notice-see-case"), pack(Verb.CARD, case.id))


async def told(turn: Turn, text: str, wanted: str) -> Reply:
    """It was asked for in words: of the only dispute, of the one that is named, or ask which."""
    say = turn.say
    found = [case for case in await meant(turn, text) if case.status is DisputeStatus.OPEN]
    if wanted == look_buttons.OFF:
        found = [case for case in found if is_on(case, turn.chat.platform)] or found
    if not found:
        return menu.plain(say("look-nothing-runs"), menu.new(say), menu.cases(say))
    if len(found) == 1:
        return await on_press(turn, Payload(Verb.LOOK_IN, found[0].id, wanted))
    question = say(f"look-which-{wanted}")
    return ask(turn, question, found, lambda case: pack(Verb.LOOK_IN, case.id, wanted))
