"""証拠一覧: what is kept for a case, given back piece by piece; and asking for more."""

from datetime import datetime

from handlers import menu
from handlers.buttons import Payload, Verb, pack
from handlers.casework.evidence_items import ITEMS
from handlers.casework.evidence_needed import needed
from handlers.ceilings import LIST_PAGE
from handlers.evidence_piece import about, media
from handlers.evidence_words import add_buttons, assign_button, evidence_row, item_short
from handlers.gone import gone
from handlers.replies import Button, Camera, Card, Press, Reply, Row, Text
from handlers.turn import Turn
from handlers.waiting import WAITING_FOR_PHOTO
from handlers.which import ask, meant, named
from handlers.wording import short_words
from storage import conversations, disputes, evidence
from storage.records import Dispute, Evidence
from storage.states import DisputeStatus, EvidenceStatus


async def told(turn: Turn, text: str = "") -> Reply:
    """証拠一覧, typed."""
    say = turn.say
    cases = await meant(turn, text) or await disputes.closed(turn.tx, turn.owner.id)
    if not cases:
        return menu.plain(say("evidence-no-case-yet"), menu.new(say), menu.help_(say))
    if len(cases) == 1:
        return await _listed(turn, cases[0], 0)
    return ask(
        turn,
        say("evidence-list-which"),
        cases,
        lambda case: pack(Verb.EVIDENCE_LIST, case.id),
    )


async def listed(turn: Turn, payload: Payload) -> Reply:
    """A case's evidence; the argument is the page."""
    case = await _case(turn, payload)
    page = int(payload.argument) if payload.argument.isdigit() else 0
    return await _listed(turn, case, min(page, 99)) if case else await gone(turn)


async def _listed(turn: Turn, case: Dispute, page: int) -> Reply:
    say = turn.say
    pieces = await evidence.of_dispute(turn.tx, case.id)
    shown = list(enumerate(pieces, start=1))[page * LIST_PAGE : (page + 1) * LIST_PAGE]
    state = needed(case, pieces)
    rows = [evidence_row(say, state)] if page == 0 else []
    rows += [Row(say("evidence-row", number=str(n)), _about(turn, one)) for n, one in shown]
    buttons: list[Button] = [
        Press(say("button-get", number=str(n)), pack(Verb.EVIDENCE_GET, one.id)) for n, one in shown
    ]
    if len(pieces) > (page + 1) * LIST_PAGE:
        more = pack(Verb.EVIDENCE_LIST, case.id, page + 1)
        buttons.append(Press(say("button-next-page"), more))
    buttons += assign_button(say, state) + add_buttons(say, case.id, state.missing)
    buttons += [
        Press(say("button-add-evidence"), pack(Verb.EVIDENCE_SEND, case.id)),
        *([Press(say("button-pack"), pack(Verb.PACK, case.id))] if pieces else []),
        Press(say("button-see-card"), pack(Verb.CARD, case.id)),
    ]
    title = say("evidence-list-title", title=named(say, case), count=str(len(pieces)))
    notes = () if pieces else (say("evidence-list-empty"),)
    return Reply((Card(title, tuple(rows), notes, tuple(buttons)),), replaces_pressed=page > 0)


def _about(turn: Turn, piece: Evidence) -> str:
    if piece.item is None:
        return about(turn, piece)
    item = item_short(turn.say, piece.item)
    return turn.say("evidence-about-item", about=about(turn, piece), item=item)


async def get(turn: Turn, payload: Payload) -> Reply:
    """Give one piece back."""
    piece = await evidence.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    if piece is None:
        return await gone(turn)
    if piece.status is EvidenceStatus.DROPPED:
        return menu.plain(turn.say("evidence-gone-piece"), menu.cases(turn.say))
    shown = media(piece, piece.caption or _sent(turn, piece.created_at))
    if piece.status is not EvidenceStatus.KEPT:
        return Reply((shown,))
    say = turn.say
    change = Press(say("button-change-item"), pack(Verb.EVIDENCE_ITEM, piece.id))
    # The picture last: it is what was asked for, and LINE's quick reply stands under it.
    return Reply((Text(_about(turn, piece), (change,)), shown))


def _sent(turn: Turn, at: datetime) -> str:
    return turn.say("evidence-sent", at=short_words(turn.say, at, turn.owner.zone, year=True))


async def send_told(turn: Turn) -> Reply:
    """証拠を送る, without a case: of the menu below the chat, or typed."""
    say = turn.say
    cases = await disputes.running(turn.tx, turn.owner.id)
    if not cases:
        return menu.plain(say("evidence-send-no-case"), menu.new(say), menu.cases(say))
    if len(cases) == 1:
        return await send(turn, Payload(Verb.EVIDENCE_SEND, cases[0].id))
    question = say("evidence-send-which")
    return ask(turn, question, cases, lambda case: pack(Verb.EVIDENCE_SEND, case.id))


async def send(turn: Turn, payload: Payload) -> Reply:
    """Ask for a photo or a video; what comes next is kept for this case at once."""
    if payload.id is None:
        return await send_told(turn)
    case = await _case(turn, payload)
    if case is None:
        return await gone(turn)
    say = turn.say
    item = payload.argument if payload.argument in ITEMS else ""
    data = {"item": item} if item else {}
    await conversations.wait_for(
        turn.tx, turn.chat.id, WAITING_FOR_PHOTO, turn.now, dispute_id=case.id, data=data
    )
    buttons = (
        Camera(say("button-camera")),
        Camera(say("button-roll"), roll=True),
        Press(say("button-enough"), pack(Verb.STOP, case.id)),
    )
    words = say("evidence-send", title=named(say, case))
    if item:
        words = say("evidence-send-item", title=named(say, case), item=say(f"proof-{item}"))
    return Reply((Text(words, buttons),))


async def _case(turn: Turn, payload: Payload) -> Dispute | None:
    case = await disputes.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    return None if case is None or case.status is DisputeStatus.DRAFT else case
