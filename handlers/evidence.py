"""Photos, videos and files: a picture that arrives is asked about, then kept for its case."""

from msgspec import structs

from handlers import menu
from handlers.asking_date import wait_for_date
from handlers.buttons import Payload, Verb, pack
from handlers.ceilings import FILE_BYTES, FILES
from handlers.draft import begin, open_draft
from handlers.events import SentMedia
from handlers.evidence_item import kept
from handlers.evidence_typed import of_caption
from handlers.gone import gone
from handlers.overview import case_reply
from handlers.replies import Press, Reply, Text, change_card
from handlers.turn import Turn
from handlers.waiting import WAITING_FOR_PHOTO, waited_for
from handlers.which import ask, named
from storage import disputes, evidence
from storage.records import Dispute, DisputeStatus, Evidence, EvidenceStatus


async def arrived(turn: Turn) -> Reply:
    """Ask what to do with a file: keep it as evidence, or take the date off the screen on it."""
    event = turn.event
    assert isinstance(event, SentMedia)
    if event.problem is not None:
        return _problem(turn, event)
    known = await evidence.same_file(turn.tx, turn.owner.id, event.sha256)
    if known is not None and known.status is EvidenceStatus.KEPT:
        return await _kept_already(turn, known)
    piece = known
    if piece is None:
        count, size = await evidence.usage(turn.tx, turn.owner.id)
        if count >= FILES or size + event.size > FILE_BYTES:
            return menu.plain(turn.say("evidence-full", files=str(FILES)), menu.cases(turn.say))
        piece = await _add(turn, event)
    waiting = await waited_for(turn)
    if waiting is not None and waiting.waiting_for == WAITING_FOR_PHOTO:
        case = await disputes.get(turn.tx, turn.owner.id, waiting.dispute_id or 0)
        if case is not None:
            return await kept(
                turn, case, [await _keep(turn, case, piece, waiting.data.get("item"))]
            )
    return await _what_for(turn, piece)


def beside_card(turn: Turn, shown: Reply) -> Reply:
    """A file whose caption went onto an open card: it is offered once the card is registered."""
    note = turn.say("evidence-with-card")
    return change_card(shown, lambda card: structs.replace(card, notes=(note, *card.notes)))


async def _add(turn: Turn, event: SentMedia) -> Evidence:
    return await evidence.add(
        turn.tx,
        turn.owner.id,
        turn.now,
        sha256=event.sha256,
        blob=event.blob,
        media_type=event.media_type,
        size=event.size,
        width=event.width,
        height=event.height,
        message=event.message,
        caption=event.caption[:1000],
    )


def _problem(turn: Turn, event: SentMedia) -> Reply:
    say = turn.say
    name = (event.problem or "").replace("_", "-")
    if event.is_video and event.problem == "too_large":
        name = "too-large-video"
    return menu.plain(say(f"evidence-{name}"), menu.cases(say), menu.help_(say))


async def _kept_already(turn: Turn, piece: Evidence) -> Reply:
    say = turn.say
    case = await disputes.get(turn.tx, turn.owner.id, piece.dispute_id or 0)
    if case is None:
        return await _what_for(turn, piece)
    listed = Press(say("button-evidence"), pack(Verb.EVIDENCE_LIST, case.id))
    change = Press(say("button-change-item"), pack(Verb.EVIDENCE_ITEM, piece.id))
    return menu.plain(say("evidence-known", title=named(say, case)), change, listed)


async def _what_for(turn: Turn, piece: Evidence) -> Reply:
    say = turn.say
    waiting = await evidence.waiting(turn.tx, turn.owner.id)
    running = await disputes.running(turn.tx, turn.owner.id)
    buttons = [Press(say("button-keep"), pack(Verb.EVIDENCE_KEEP, piece.id), "primary")]
    if len(waiting) > 1:
        words = say("button-keep-all", count=str(len(waiting)))
        buttons.append(Press(words, pack(Verb.EVIDENCE_KEEP_ALL)))
    buttons.append(Press(say("button-screen-date"), pack(Verb.EVIDENCE_DATE, piece.id)))
    words = say("evidence-arrived") if running else say("evidence-arrived-no-case")
    if len(running) == 1:
        words = say("evidence-arrived-for", title=named(say, running[0]))
    return Reply((Text(words, tuple(buttons)),))


async def keep(turn: Turn, payload: Payload) -> Reply:
    """証拠として保存: for the only running case, or for the one that is chosen."""
    piece = await evidence.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    if piece is None:
        return await gone(turn)
    if piece.status is EvidenceStatus.DROPPED:
        return menu.plain(turn.say("evidence-gone-piece"), menu.cases(turn.say))
    if piece.status is EvidenceStatus.KEPT and not payload.argument:
        return await _kept_already(turn, piece)
    return await _keep_for(turn, [piece], Verb.EVIDENCE_KEEP, payload)


async def keep_all(turn: Turn, payload: Payload) -> Reply:
    """Keep all that waits."""
    pieces = await evidence.waiting(turn.tx, turn.owner.id)
    if not pieces:
        return menu.plain(turn.say("evidence-nothing-waits"), menu.cases(turn.say))
    return await _keep_for(turn, pieces, Verb.EVIDENCE_KEEP_ALL, payload)


async def _keep_for(turn: Turn, pieces: list[Evidence], verb: Verb, payload: Payload) -> Reply:
    say = turn.say
    if payload.argument:
        number = int(payload.argument) if payload.argument.isdigit() else 0
        case = await disputes.get(turn.tx, turn.owner.id, number)
        if case is None or case.status is DisputeStatus.DRAFT:
            return await gone(turn)
        cases = [case]
    else:
        cases = await disputes.running(turn.tx, turn.owner.id)
    if not cases and (draft := await open_draft(turn)) is not None:
        shown = await case_reply(turn, draft)
        return Reply((Text(say("evidence-with-card")), *shown.nodes))
    if not cases:
        return menu.plain(say("evidence-no-case"), menu.new(say))
    if len(cases) > 1:
        question = say("evidence-which")
        return ask(turn, question, cases, lambda one: pack(verb, payload.id, one.id))
    done = [await _keep(turn, cases[0], piece) for piece in pieces]
    return await kept(turn, cases[0], done, pressed=True)


async def _keep(turn: Turn, case: Dispute, piece: Evidence, item: str | None = None) -> Evidence:
    """Keep a piece under the item that its caption names, else the one that was asked for."""
    return await evidence.keep(turn.tx, piece.id, case.id, of_caption(case, piece.caption) or item)


async def screen_date(turn: Turn, payload: Payload) -> Reply:
    """画面の日付を登録: the line is copied or typed, or the date picked; nothing reads pictures."""
    piece = await evidence.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    if piece is None:
        return await gone(turn)
    say = turn.say
    words = say("evidence-date")
    if payload.argument:
        number = int(payload.argument) if payload.argument.isdigit() else 0
        case = await disputes.get(turn.tx, turn.owner.id, number)
        return await wait_for_date(turn, case, words=words) if case else await gone(turn)
    draft = await open_draft(turn)
    running = await disputes.running(turn.tx, turn.owner.id)
    if draft is not None or not running:
        return await wait_for_date(turn, draft or await begin(turn), words=words)
    if len(running) == 1:
        return await wait_for_date(turn, running[0], words=words)
    return ask(
        turn,
        say("evidence-date-which"),
        running,
        lambda case: pack(Verb.EVIDENCE_DATE, payload.id, case.id),
    )


async def drop(turn: Turn, payload: Payload) -> Reply:
    """The piece is not wanted; its file goes with the next clearing."""
    piece = await evidence.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    if piece is None:
        return await gone(turn)
    await evidence.drop(turn.tx, piece.id, turn.now)
    return menu.plain(turn.say("evidence-dropped"), menu.cases(turn.say))
