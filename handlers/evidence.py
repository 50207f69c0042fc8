"""Photos, videos and files: a picture that arrives is asked about, then kept for its case."""

from collections.abc import Sequence

from msgspec import structs

from handlers import album, menu
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
from storage.records import Dispute, Evidence
from storage.states import DisputeStatus, EvidenceStatus


async def arrived(turn: Turn) -> Reply:
    """Ask what to do with a file: keep it as evidence, or take the date off the screen on it.

    Of files that were sent together each is kept, and asked about with those that came before.
    """
    event = turn.event
    assert isinstance(event, SentMedia)
    told = await _not_kept(turn, event)
    if told is None:
        return await album.answer(turn, event, await _about(turn, await _piece(turn, event)))
    others = await album.pieces(turn, event)
    about = await _about(turn, others[-1]) if others else Reply()
    nodes = told.nodes + about.nodes
    return await album.answer(turn, event, Reply(nodes), lead=len(told.nodes))


async def _not_kept(turn: Turn, event: SentMedia) -> Reply | None:
    """What is to be said of a file that cannot be kept, or is kept already; else None."""
    if event.problem is not None:
        return _problem(turn, event)
    known = await evidence.same_file(turn.tx, turn.owner.id, event.sha256)
    if known is not None:
        kept_before = known.status is EvidenceStatus.KEPT
        own = known.album is not None and known.album == album.name_of(event)
        return await _kept_already(turn, known) if kept_before and not own else None
    count, size = await evidence.usage(turn.tx, turn.owner.id)
    if count >= FILES or size + event.size > FILE_BYTES:
        return menu.plain(turn.say("evidence-full", files=str(FILES)), menu.cases(turn.say))
    return None


async def _piece(turn: Turn, event: SentMedia) -> Evidence:
    """The file as a piece of evidence: the one that is there, else a new one."""
    known = await evidence.same_file(turn.tx, turn.owner.id, event.sha256)
    if known is None:
        return await _add(turn, event)
    name = album.name_of(event)
    # Sent again among others: now it is one of these.
    return await evidence.join(turn.tx, known.id, name) if name else known


async def _about(turn: Turn, piece: Evidence) -> Reply:
    """Keep a piece that was waited for, or whose album is kept; else ask about it."""
    waiting = await waited_for(turn)
    come = [piece]
    if piece.album is not None:
        come = await evidence.of_album(turn.tx, turn.owner.id, piece.album)
    number, item = None, None
    if waiting is not None and waiting.waiting_for == WAITING_FOR_PHOTO:
        number, item = waiting.dispute_id, waiting.data.get("item")
    elif before := next((one for one in come if one.status is EvidenceStatus.KEPT), None):
        number, item = before.dispute_id, before.item
    case = await disputes.get(turn.tx, turn.owner.id, number) if number else None
    if case is not None:
        return await kept(turn, case, await _kept_all(turn, case, come, item))
    return await _what_for(turn, piece, come)


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
        album=album.name_of(event),
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


async def _what_for(turn: Turn, piece: Evidence, come: Sequence[Evidence] = ()) -> Reply:
    say = turn.say
    waiting = await evidence.waiting(turn.tx, turn.owner.id)
    running = await disputes.running(turn.tx, turn.owner.id)
    count = len(come) or 1
    label = say("button-keep") if count == 1 else say("button-keep-all", count=str(count))
    buttons = [Press(label, pack(Verb.EVIDENCE_KEEP, piece.id), "primary")]
    if len(waiting) > count:
        words = say("button-keep-all", count=str(len(waiting)))
        buttons.append(Press(words, pack(Verb.EVIDENCE_KEEP_ALL)))
    buttons.append(Press(say("button-screen-date"), pack(Verb.EVIDENCE_DATE, piece.id)))
    return Reply((Text(_arrived_words(turn, running, count), tuple(buttons)),))


def _arrived_words(turn: Turn, running: Sequence[Dispute], count: int) -> str:
    say = turn.say
    several = {"count": str(count)}
    if len(running) == 1:
        title = named(say, running[0])
        if count > 1:
            return say("evidence-arrived-several-for", title=title, **several)
        return say("evidence-arrived-for", title=title)
    if count > 1:
        id = "evidence-arrived-several" if running else "evidence-arrived-several-no-case"
        return say(id, **several)
    return say("evidence-arrived") if running else say("evidence-arrived-no-case")


async def keep(turn: Turn, payload: Payload) -> Reply:
    """証拠として保存: for the only running case, or for the one that is chosen."""
    piece = await evidence.get(turn.tx, turn.owner.id, payload.id) if payload.id else None
    if piece is None:
        return await gone(turn)
    if piece.status is EvidenceStatus.DROPPED:
        return menu.plain(turn.say("evidence-gone-piece"), menu.cases(turn.say))
    pieces = await album.together(turn, piece)
    if pieces == [piece] and piece.status is EvidenceStatus.KEPT and not payload.argument:
        return await _kept_already(turn, piece)
    return await _keep_for(turn, pieces, Verb.EVIDENCE_KEEP, payload)


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
    done = await _kept_all(turn, cases[0], pieces)
    return await kept(turn, cases[0], done, pressed=True)


async def _kept_all(
    turn: Turn, case: Dispute, pieces: Sequence[Evidence], item: str | None = None
) -> list[Evidence]:
    """Keep pieces under the item that a caption names, else the one that was asked for.

    A piece that is kept already stays where it was put.
    """
    done = []
    for piece in pieces:
        if piece.status is EvidenceStatus.KEPT:
            done.append(piece)
            continue
        caption = piece.caption
        if piece.album is not None and not caption:
            caption = album.caption(await evidence.of_album(turn.tx, turn.owner.id, piece.album))
        under = of_caption(case, caption) or item
        done.append(await evidence.keep(turn.tx, piece.id, case.id, under))
    return done


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
