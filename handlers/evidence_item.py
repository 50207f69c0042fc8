"""Which item of a case's list a piece belongs to: asked after keeping, answered by one tap."""

from collections.abc import Sequence
from datetime import timedelta

from handlers import menu
from handlers.buttons import Payload, Verb, pack
from handlers.casework.evidence_items import ITEMS, OTHER
from handlers.casework.evidence_needed import Needed, needed
from handlers.evidence_asked import answered, listen
from handlers.evidence_piece import about, limits, media
from handlers.evidence_words import add_buttons, item_short, mark_line
from handlers.gone import gone
from handlers.replies import Press, Reply, ReplyNode, Text
from handlers.turn import Turn
from handlers.which import named
from storage import disputes, evidence
from storage.records import Dispute, Evidence
from storage.states import DisputeStatus, EvidenceStatus

ALBUM = timedelta(minutes=10)
"""Pieces that came closer together than this are asked about at once."""
EACH = "each"


async def state_of(turn: Turn, case: Dispute) -> Needed:
    """What a case's list has and lacks."""
    return needed(case, await evidence.of_dispute(turn.tx, case.id))


async def kept(
    turn: Turn, case: Dispute, pieces: Sequence[Evidence], *, pressed: bool = False
) -> Reply:
    """Say what was kept, and ask for its item unless that is known."""
    say = turn.say
    state = await state_of(turn, case)
    title, count = named(say, case), str(len(state.pieces))
    items = {piece.item for piece in pieces}
    words = say("evidence-kept", title=title, count=count)
    if len(items) == 1 and None not in items:
        item = item_short(say, pieces[0].item or OTHER)
        words = say("evidence-kept-item", title=title, count=count, item=item)
    lines = [words, *limits(say, list(pieces))]
    if None in items:
        shown = await _question(turn, case, state, _near(state, pieces), lines)
    else:
        shown = _standing(turn, case, state, pieces, lines)
    return Reply((shown,), replaces_pressed=pressed, toast=say("evidence-kept-toast"))


async def on_press(turn: Turn, payload: Payload) -> Reply:
    """Put a piece, or an album, under an item; or ask for it."""
    piece = await evidence.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    if piece is None:
        return await gone(turn)
    say = turn.say
    if piece.status is EvidenceStatus.DROPPED:
        return menu.plain(say("evidence-gone-piece"), menu.cases(say))
    if piece.status is EvidenceStatus.WAITING:
        keep = Press(say("button-keep"), pack(Verb.EVIDENCE_KEEP, piece.id), "primary")
        return menu.plain(say("evidence-item-not-kept"), keep, menu.cases(say))
    case = await disputes.get(turn.tx, turn.owner.id, piece.dispute_id or 0)
    if case is None or case.status is DisputeStatus.DRAFT:
        return await gone(turn)
    item, _, rest = payload.argument.partition(".")
    state = await state_of(turn, case)
    if item in (*ITEMS, OTHER):
        return await put(turn, case, _group(state, piece, rest), item, each=rest == EACH)
    if rest == EACH and not item:
        return Reply(await _next(turn, case, state, piece))
    lines = [say("evidence-item-strange")] if item else []
    shown = await _question(turn, case, state, _group(state, piece, rest), lines)
    return Reply((shown,))


async def put(
    turn: Turn, case: Dispute, pieces: Sequence[Evidence], item: str, *, each: bool = False
) -> Reply:
    """Move pieces under an item, and go on to those that still have none."""
    say = turn.say
    await evidence.set_item(turn.tx, [piece.id for piece in pieces], item)
    await answered(turn)
    state = await state_of(turn, case)
    facts = {"title": named(say, case), "item": item_short(say, item), "count": str(len(pieces))}
    lines = [say("evidence-item-set-several" if len(pieces) > 1 else "evidence-item-set", **facts)]
    toast = say("evidence-item-toast", item=item_short(say, item))
    loose = _near(state, pieces)
    if loose and each:
        nodes = (Text(lines[0]), *await _next(turn, case, state, loose[0]))
        return Reply(nodes, replaces_pressed=True, toast=toast)
    if loose:
        words = say("evidence-item-which-rest", count=str(len(loose)))
        shown = await _question(turn, case, state, loose, lines, words=words)
    else:
        shown = _standing(turn, case, state, pieces, lines)
    return Reply((shown,), replaces_pressed=True, toast=toast)


async def ask_again(turn: Turn, case: Dispute, pieces: Sequence[Evidence]) -> Reply:
    """The question once more."""
    return Reply((await _question(turn, case, await state_of(turn, case), pieces, []),))


def _near(state: Needed, pieces: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Pieces without an item that came together with these."""
    first = min(piece.created_at for piece in pieces) - ALBUM
    last = max(piece.created_at for piece in pieces) + ALBUM
    return tuple(piece for piece in state.unassigned if first <= piece.created_at <= last)


def _group(state: Needed, piece: Evidence, rest: str) -> tuple[Evidence, ...]:
    """The pieces that a button speaks of.

    Of an album those that have no item yet; once all have one, those that were put where its last
    piece is, so that another press moves them together.
    """
    if not (rest.isascii() and rest.isdigit()):
        return (piece,)
    album = [one for one in state.pieces if int(rest) <= one.id <= piece.id]
    loose = [one for one in album if one.item is None]
    return tuple(loose or [one for one in album if one.item == piece.item]) or (piece,)


async def _question(
    turn: Turn,
    case: Dispute,
    state: Needed,
    pieces: Sequence[Evidence],
    lines: list[str],
    rest: str = "",
    words: str = "",
) -> Text:
    say = turn.say
    several = len(pieces) > 1
    if several:
        rest = f".{pieces[0].id}"
    if rest != f".{EACH}":
        id = "evidence-item-which-several" if several else "evidence-item-which"
        words = words or say(id, count=str(len(pieces)))
        lines = [*lines, words, mark_line(say, state)]
    order = [*state.missing, *(item for item in state.items if state.count(item)), OTHER]
    last = pieces[-1].id
    buttons = [
        Press(item_short(say, item), pack(Verb.EVIDENCE_ITEM, last, f"{item}{rest}"))
        for item in order
    ]
    if several:
        one = pack(Verb.EVIDENCE_ITEM, pieces[0].id, f".{EACH}")
        buttons.append(Press(say("button-each-item"), one))
    await listen(turn, case, pieces, each=rest == f".{EACH}")
    return Text(_joined(lines), (*buttons, *_ways_on(turn, case)))


async def _next(turn: Turn, case: Dispute, state: Needed, piece: Evidence) -> tuple[ReplyNode, ...]:
    """One piece of several, shown and asked about."""
    if piece.item is not None:
        piece = next(iter(_near(state, [piece])), piece)
    number = str(1 + [one.id for one in state.pieces].index(piece.id))
    say = turn.say
    words = say("evidence-item-which-one", number=number, about=about(turn, piece))
    question = await _question(turn, case, state, [piece], [words], f".{EACH}")
    return (media(piece, say("evidence-picture", number=number)), question)


def _standing(
    turn: Turn, case: Dispute, state: Needed, pieces: Sequence[Evidence], lines: list[str]
) -> Text:
    """How the list stands now, with what is missing one tap away."""
    say = turn.say
    rest = f".{pieces[0].id}" if len(pieces) > 1 else ""
    change = Press(say("button-change-item"), pack(Verb.EVIDENCE_ITEM, pieces[-1].id, rest))
    buttons = (*add_buttons(say, case.id, state.missing), change, *_ways_on(turn, case))
    return Text(_joined([*lines, mark_line(say, state)]), buttons)


def _ways_on(turn: Turn, case: Dispute) -> tuple[Press, ...]:
    say = turn.say
    return (
        Press(say("button-evidence"), pack(Verb.EVIDENCE_LIST, case.id)),
        Press(say("button-todo"), pack(Verb.TODO, case.id)),
    )


def _joined(lines: list[str]) -> str:
    return "\n".join(line for line in lines if line)
