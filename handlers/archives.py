"""エクスポート and 証拠をまとめて: asked for here, made in the background, asked after again."""

from handlers import archive_cards, menu
from handlers.buttons import Payload, Verb, pack
from handlers.gone import gone
from handlers.replies import Reply
from handlers.turn import Turn
from handlers.which import ask, meant
from storage import archives, disputes, evidence
from storage.records import Dispute
from storage.states import DisputeStatus


async def export(turn: Turn, _payload: Payload | None = None) -> Reply:
    """Everything that is kept of this owner, as a ZIP."""
    if not _can_be_given(turn):
        return menu.plain(turn.say("archive-no-address"), menu.cases(turn.say))
    pieces = await evidence.of_owner(turn.tx, turn.owner.id)
    archive = await archives.ask(
        turn.tx, turn.owner.id, turn.chat.id, "export", turn.now, total=len(pieces)
    )
    return Reply((archive_cards.working(turn.say, archive),))


async def pack_told(turn: Turn, text: str = "") -> Reply:
    """証拠をまとめて, typed."""
    say = turn.say
    cases = await meant(turn, text) or await disputes.closed(turn.tx, turn.owner.id)
    if not cases:
        return menu.plain(say("evidence-no-case-yet"), menu.new(say), menu.help_(say))
    if len(cases) == 1:
        return await _pack(turn, cases[0])
    return ask(turn, say("pack-which"), cases, lambda case: pack(Verb.PACK, case.id))


async def pack_pressed(turn: Turn, payload: Payload) -> Reply:
    """The evidence of this case."""
    case = await disputes.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    if case is None or case.status is DisputeStatus.DRAFT:
        return await gone(turn)
    return await _pack(turn, case)


async def _pack(turn: Turn, case: Dispute) -> Reply:
    say = turn.say
    pieces = await evidence.of_dispute(turn.tx, case.id)
    if not pieces:
        return menu.plain(say("pack-empty"), menu.cases(say))
    if not _can_be_given(turn):
        return menu.plain(say("archive-no-address"), menu.cases(say))
    archive = await archives.ask(
        *(turn.tx, turn.owner.id, turn.chat.id, "pack", turn.now),
        total=len(pieces),
        dispute_id=case.id,
    )
    return Reply((archive_cards.working(say, archive),))


def _can_be_given(turn: Turn) -> bool:
    # LINE has no way to send a file: only an address to fetch it from.
    return turn.chat.platform != "line" or turn.house.line_gives_files


async def show(turn: Turn, payload: Payload) -> Reply:
    """How far it is; the files, if it is there."""
    archive = await archives.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    if archive is None:
        return menu.plain(turn.say("archive-expired"), menu.cases(turn.say))
    if archive.state == "made":
        return archive_cards.files(turn.say, archive)
    if archive.state == "failed":
        return archive_cards.failed(turn.say, archive)
    return Reply((archive_cards.working(turn.say, archive),), replaces_pressed=True)
