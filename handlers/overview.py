"""一覧, 次の期限 and the card of one case."""

from handlers import calendars, menu
from handlers.buttons import Payload, Verb, pack
from handlers.card import dispute_card, draft_card, todo
from handlers.card_rows import clock_rows, live_clocks, warning_note
from handlers.cases_list import CLOSED, cases_card, closed_card, open_button
from handlers.draft import open_draft
from handlers.gone import gone
from handlers.picking import picker
from handlers.replies import Card, Reply, Text
from handlers.turn import Turn
from handlers.which import named
from storage import deadlines, disputes
from storage.records import Dispute
from storage.states import DisputeStatus


async def cases(turn: Turn, payload: Payload | None = None) -> Reply:
    """一覧; a button's argument is the page."""
    argument = payload.argument if payload else ""
    if argument == CLOSED:
        return Reply((await closed_card(turn),))
    page = int(argument) if argument.isdigit() and len(argument) < 4 else 0
    card = await cases_card(turn, page)
    return Reply((card,), replaces_pressed=bool(argument))


async def closed(turn: Turn) -> Reply:
    """終わった件: those that are over."""
    return Reply((await closed_card(turn),))


async def next_deadline(turn: Turn) -> Reply:
    """次の期限: the nearest one that is still to come."""
    say = turn.say
    for clock in await deadlines.active(turn.tx, turn.owner.id):
        case = await disputes.get(turn.tx, turn.owner.id, clock.dispute_id)
        if case is None or clock.at < turn.now:
            continue
        rows = clock_rows(turn, [clock])
        notes = await warning_note(turn, [clock])
        change = picker(
            turn, say("button-change-date"), pack(Verb.CHANGE_DEADLINE, clock.id), clock
        )
        buttons = (
            *(todo(say, case), change, open_button(turn, case)),
            *(calendars.add_button(turn, clock), menu.cases(say)),
        )
        return Reply(
            (Card(say("next-title", title=named(say, case)), tuple(rows), tuple(notes), buttons),)
        )
    waiting = await open_draft(turn)
    dates = await live_clocks(turn, waiting) if waiting else []
    if waiting and dates:
        # Who asks thinks that it is kept: no warning comes before the card is confirmed.
        return Reply((Text(say("next-draft")), draft_card(turn, waiting, dates)))
    if await disputes.running(turn.tx, turn.owner.id):
        return Reply((await cases_card(turn),))
    return menu.plain(say("next-none"), menu.new(say), menu.help_(say))


async def card(turn: Turn, payload: Payload) -> Reply:
    """The card of one case."""
    case = await disputes.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    if case is None:
        return await gone(turn)
    return await case_reply(turn, case)


async def case_reply(turn: Turn, case: Dispute, *, pressed: bool = False) -> Reply:
    """A case as it stands, in whatever state it is."""
    if case.status is DisputeStatus.DRAFT:
        node = draft_card(turn, case, await live_clocks(turn, case))
    else:
        node = await dispute_card(turn, case)
    return Reply((node,), replaces_pressed=pressed)
