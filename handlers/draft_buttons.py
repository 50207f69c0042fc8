"""The other buttons of an open card: another reason, another date, nothing of it."""

from handlers import menu
from handlers.buttons import Payload
from handlers.card import dispute_card, draft_card
from handlers.draft import clocks_of, propose
from handlers.gone import gone
from handlers.picking import NewDate
from handlers.questions import (
    DEMANDS,
    REASONS,
    demand_question,
    doubt_of,
    reason_question,
)
from handlers.register import show_draft, still_open
from handlers.replies import Asked, Reply, Text
from handlers.turn import Turn
from storage import changes, conversations, deadlines, disputes
from storage.records import Dispute
from storage.states import DeadlineStatus, DisputeStatus


async def drop(turn: Turn, payload: Payload) -> Reply:
    """やめる: the card and the words behind it are forgotten."""
    draft = await _case(turn, payload)
    if draft is None:
        return Reply(
            (Text(turn.say("draft-dropped"), (menu.new(turn.say), menu.cases(turn.say))),),
            replaces_pressed=True,
        )
    if draft.status is not DisputeStatus.DRAFT:
        return await _registered_meanwhile(turn, draft)
    await forget(turn, draft)
    dropped = Text(turn.say("draft-dropped"), (menu.new(turn.say), menu.cases(turn.say)))
    waiting = await still_open(turn)
    return Reply(
        (dropped, waiting) if waiting else (dropped,),
        replaces_pressed=True,
        toast=turn.say("draft-dropped-toast"),
    )


async def forget(turn: Turn, draft: Dispute) -> None:
    """Take a draft away with its dates and its words."""
    for clock in await clocks_of(turn, draft):
        fields = {"status": DeadlineStatus.CANCELLED, "source_text": ""}
        await deadlines.change(turn.tx, clock.id, **fields)
    await disputes.change(turn.tx, draft.id, status=DisputeStatus.DELETED, source_text="")
    await conversations.stop_waiting(turn.tx, turn.chat.id)


async def fix_reason(turn: Turn, payload: Payload) -> Reply:
    """理由を直す: the menu of reasons; the argument is its page."""
    draft = await _case(turn, payload)
    if draft is None:
        return await gone(turn)
    page = 2 if payload.argument == "2" else 1
    question = reason_question(turn, draft, page)
    if draft.status is not DisputeStatus.DRAFT:
        return Reply((question,), replaces_pressed=bool(payload.argument))
    card = draft_card(turn, draft, await clocks_of(turn, draft))
    # Where the card cannot be edited it stays where it is: the menu alone is enough then.
    return Reply((Asked(card, question, shown=True),), replaces_pressed=True)


async def set_reason(turn: Turn, payload: Payload) -> Reply:
    """A reason was chosen."""
    return await _set(turn, payload, "reason", REASONS)


async def set_demand(turn: Turn, payload: Payload) -> Reply:
    """What is asked for was chosen; without a choice, the menu."""
    if not payload.argument:
        draft = await _case(turn, payload)
        return Reply((demand_question(turn, draft),)) if draft else await gone(turn)
    return await _set(turn, payload, "demand", DEMANDS)


async def _set(turn: Turn, payload: Payload, field: str, allowed: tuple[str, ...]) -> Reply:
    case = await _case(turn, payload)
    if case is None or payload.argument not in allowed:
        return await gone(turn)
    draft = case.status is DisputeStatus.DRAFT
    if getattr(case, field) != payload.argument:
        if not draft:
            await changes.remember(turn.tx, turn.owner.id, case.id, f"undo-what-{field}", turn.now)
        case = await disputes.change(turn.tx, case.id, **{field: payload.argument})
    if draft:
        return await show_draft(turn, case, pressed=True)
    return Reply((await dispute_card(turn, case),), replaces_pressed=True)


async def skip(turn: Turn, payload: Payload) -> Reply:
    """Past a question; `dates` takes doubtful dates off the card."""
    draft = await _case(turn, payload)
    if draft is None:
        return await gone(turn)
    await conversations.stop_waiting(turn.tx, turn.chat.id)
    if draft.status is not DisputeStatus.DRAFT:
        shown = await dispute_card(turn, draft)
        return Reply((shown,), replaces_pressed=True, toast=turn.say("skipped"))
    what = payload.argument
    if what == "dates":
        for clock in await clocks_of(turn, draft):
            if doubt_of(turn, clock):
                await deadlines.change(turn.tx, clock.id, status=DeadlineStatus.REPLACED)
        what = "date"
    if what not in draft.asked:
        draft = await disputes.change(turn.tx, draft.id, asked=(*draft.asked, what[:16]))
    return await show_draft(turn, draft, pressed=True)


async def date_of_draft(turn: Turn, draft: Dispute, date: NewDate) -> Reply:
    """A date was picked for an open card: it takes the place of the one that stands there."""
    clocks = await clocks_of(turn, draft)
    kind = date.kind if date.kind != "unknown" or not clocks else clocks[0].kind
    await propose(turn, draft, NewDate(date.at, date.precision, kind))
    return await show_draft(turn, draft, pressed=True)


async def _registered_meanwhile(turn: Turn, case: Dispute) -> Reply:
    card = await dispute_card(turn, case)
    return Reply((Text(turn.say("draft-registered-already")), card))


async def _case(turn: Turn, payload: Payload) -> Dispute | None:
    return await disputes.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
