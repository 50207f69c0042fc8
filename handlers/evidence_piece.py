"""One kept file: what it is in words, and the file itself to be given back."""

from handlers.replies import Media
from handlers.turn import Turn
from handlers.wording import short_words
from locales.catalogue import Words
from storage.records import Evidence

SAFE_BYTES = 2 * 1024 * 1024
"""AliExpress's old help on evidence: pictures up to 2 MB; nothing newer is known."""
SAFE_TYPES = frozenset({"image/jpeg", "image/png", "video/mp4"})

_ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "video/mp4": ".mp4",
    "application/pdf": ".pdf",
}


def about(turn: Turn, piece: Evidence) -> str:
    """写真 1/30 12:00 120KB."""
    say = turn.say
    kind = piece.media_type.partition("/")[0]
    kind = say(f"evidence-kind-{kind}" if kind in ("image", "video") else "evidence-kind-file")
    at = short_words(say, piece.created_at, turn.owner.zone)
    return say("evidence-about", kind=kind, at=at, size=_size(piece.size))


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f}MB" if size >= 1_000_000 else f"{max(1, size // 1000)}KB"


def media(piece: Evidence, caption: str) -> Media:
    """The file as a message."""
    name = f"evidence-{piece.id}{_ENDINGS.get(piece.media_type, '')}"
    return Media(piece.blob, piece.media_type, name, caption)


def limits(say: Words, pieces: list[Evidence]) -> list[str]:
    """What AliExpress may not take of these files, a line for each cause."""
    causes = dict.fromkeys(cause for piece in pieces if (cause := _limit(piece)))
    return [say(f"evidence-limit-{cause}") for cause in causes]


def is_safe(piece: Evidence) -> bool:
    """Whether nothing is known that would keep AliExpress from taking this file."""
    return not _limit(piece)


def _limit(piece: Evidence) -> str:
    kind = piece.media_type.partition("/")[0]
    if piece.media_type not in SAFE_TYPES:
        return "video" if kind == "video" else "type"
    return "size" if kind == "image" and piece.size > SAFE_BYTES else ""
