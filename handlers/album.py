"""Photos that were sent together: one answer for all of them, and one press keeps them all.

Each photo is an event of its own and is kept by itself, whatever becomes of the others. Its answer
tells of the whole album so far and takes the place of the one before, if that has not left yet.
"""

from msgspec import structs

from handlers.draft import open_draft
from handlers.events import SentMedia
from handlers.reading.read import read
from handlers.replies import Reply
from handlers.turn import Turn
from storage import evidence
from storage.records import Evidence
from storage.states import EvidenceStatus

NAME = 64
"""Characters of an album's name; platforms use up to 20."""


def name_of(event: SentMedia) -> str | None:
    """The album of a file; None of one that was sent alone."""
    return event.album[:NAME] or None


async def pieces(turn: Turn, event: SentMedia) -> list[Evidence]:
    """What has come of a file's album so far, in the order it came."""
    name = name_of(event)
    return await evidence.of_album(turn.tx, turn.owner.id, name) if name else []


async def together(turn: Turn, piece: Evidence) -> list[Evidence]:
    """The pieces that a press on this one keeps: of an album all that wait, else itself."""
    if piece.album is None:
        return [piece]
    album = await evidence.of_album(turn.tx, turn.owner.id, piece.album)
    return [one for one in album if one.status is EvidenceStatus.WAITING] or [piece]


def caption(album: list[Evidence]) -> str:
    """An album's caption stands at one of its photos."""
    return next((one.caption for one in album if one.caption), "")


async def answer(turn: Turn, event: SentMedia, reply: Reply, *, lead: int = 0) -> Reply:
    """A reply as an album's; as it is for a file that was sent alone.

    `lead`: how many of its nodes stay when the next photo's answer takes its place.
    """
    name = name_of(event)
    if name is None:
        return reply
    come = await evidence.of_album(turn.tx, turn.owner.id, name)
    whole = event.album_size is not None and len(come) >= event.album_size
    return structs.replace(reply, album=name, album_lead=lead, album_whole=whole)


async def beside_card(turn: Turn, event: SentMedia, reply: Reply) -> Reply:
    """The answer to a further photo of an album whose caption lies on an open card: nothing more.

    The card says that the files are kept, and offers them once it is registered.
    """
    if not reply.album or event.problem is not None or await open_draft(turn) is None:
        return reply
    words = caption(await pieces(turn, event))
    if not words or read(words, turn.now, turn.owner.zone).intent == "unknown":
        return reply
    return structs.replace(reply, nodes=())
