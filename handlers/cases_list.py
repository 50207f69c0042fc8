"""The list of an owner's cases, as a card."""

from handlers import menu
from handlers.buttons import Verb, pack
from handlers.ceilings import LIST_PAGE
from handlers.replies import Card, Press, Row
from handlers.turn import Turn
from handlers.which import named
from handlers.wording import deadline_instant
from storage import deadlines, disputes
from storage.records import Deadline, Dispute


async def cases_card(turn: Turn, page: int = 0) -> Card:
    """All running cases with their nearest deadlines, a page at a time."""
    say = turn.say
    running = await disputes.running(turn.tx, turn.owner.id)
    closed = await disputes.closed(turn.tx, turn.owner.id)
    notes = (say("list-closed", count=str(len(closed))),) if closed else ()
    if not running:
        buttons = [
            menu.new(say),
            *(open_button(turn, case) for case in closed[:3]),
            menu.help_(say),
        ]
        return Card(say("list-empty"), (), notes, tuple(buttons))
    nearest = await _nearest(turn)
    running.sort(key=lambda case: (case.id not in nearest, *_order(nearest.get(case.id), case)))
    pages = (len(running) - 1) // LIST_PAGE + 1
    page = min(max(page, 0), pages - 1)
    shown = running[page * LIST_PAGE : (page + 1) * LIST_PAGE]
    rows = tuple(_row(turn, case, nearest.get(case.id)) for case in shown)
    presses = [open_button(turn, case) for case in shown]
    if page + 1 < pages:
        presses.append(Press(say("button-next-page"), pack(Verb.LIST, None, page + 1)))
    if page:
        presses.append(Press(say("button-back"), pack(Verb.LIST, None, page - 1)))
    presses.append(menu.new(say))
    title = say("list-title", count=str(len(running)))
    return Card(title, rows, notes, tuple(presses))


async def _nearest(turn: Turn) -> dict[int, Deadline]:
    found: dict[int, Deadline] = {}
    for clock in await deadlines.active(turn.tx, turn.owner.id):
        found.setdefault(clock.dispute_id, clock)
    return found


def _order(clock: Deadline | None, case: Dispute) -> tuple[float, int]:
    return (clock.at.timestamp() if clock else 0.0, case.number or 0)


def _row(turn: Turn, case: Dispute, clock: Deadline | None) -> Row:
    if clock is None:
        return Row(named(turn.say, case), turn.say("list-no-deadline"))
    at = deadline_instant(turn.say, clock, turn.owner.zone, turn.now)
    return Row(named(turn.say, case), at)


def open_button(turn: Turn, case: Dispute) -> Press:
    """The button to a case's card."""
    return Press(named(turn.say, case, 20), pack(Verb.CARD, case.id))
