"""The list of an owner's cases, as a card."""

from handlers import menu
from handlers.buttons import Verb, pack
from handlers.ceilings import LIST_PAGE
from handlers.replies import Card, Press, Row
from handlers.turn import Turn
from handlers.which import named
from handlers.wording import deadline_instant, deadline_left, outcome_words
from storage import deadlines, disputes
from storage.records import Deadline, Dispute

CLOSED = "c"
"""The argument of 一覧 that shows the cases that are over."""


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
    rows = [row for case in shown for row in _rows(turn, case, nearest.get(case.id))]
    presses = [open_button(turn, case) for case in shown]
    if page + 1 < pages:
        presses.append(Press(say("button-next-page"), pack(Verb.LIST, None, page + 1)))
    if page:
        presses.append(Press(say("button-back"), pack(Verb.LIST, None, page - 1)))
    if closed:
        presses.append(Press(say("button-closed"), pack(Verb.LIST, None, CLOSED)))
    presses.append(menu.new(say))
    title = say("list-title", count=str(len(running)))
    return Card(title, tuple(rows), notes, tuple(presses))


async def closed_card(turn: Turn) -> Card:
    """The cases that are over, the latest first."""
    say = turn.say
    closed = await disputes.closed(turn.tx, turn.owner.id)
    shown = closed[:LIST_PAGE]
    rows = [Row(named(say, case), outcome_words(say, case.outcome or "other")) for case in shown]
    buttons = [*(open_button(turn, case) for case in shown), menu.cases(say)]
    return Card(say("list-closed", count=str(len(closed))), tuple(rows), (), tuple(buttons))


async def _nearest(turn: Turn) -> dict[int, Deadline]:
    """The next deadline of each case; one that ran out where nothing is to come."""
    found: dict[int, Deadline] = {}
    clocks = await deadlines.active(turn.tx, turn.owner.id)
    for clock in sorted(clocks, key=lambda one: (one.at <= turn.now, one.at)):
        found.setdefault(clock.dispute_id, clock)
    return found


def _order(clock: Deadline | None, case: Dispute) -> tuple[float, int]:
    return (clock.at.timestamp() if clock else 0.0, case.number or 0)


def _rows(turn: Turn, case: Dispute, clock: Deadline | None) -> list[Row]:
    say = turn.say
    if clock is None:
        return [Row(named(say, case), say("list-no-deadline"))]
    at = deadline_instant(say, clock, turn.owner.zone, turn.now)
    left = deadline_left(say, clock, turn.owner.zone, turn.now)
    return [Row(named(say, case), at), Row(say("card-left"), left)]


def open_button(turn: Turn, case: Dispute) -> Press:
    """The button to a case's card."""
    return Press(named(turn.say, case), pack(Verb.CARD, case.id))
