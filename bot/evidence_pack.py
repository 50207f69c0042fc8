"""Filling an evidence pack: originals in order, an overview, an English draft, smaller copies."""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive_parts import Parts
from bot.media_kinds import SUFFIX
from bot.without_metadata import write_without_metadata
from handlers import pack_words
from handlers.evidence_piece import is_safe
from locales.catalogue import Words
from storage import disputes, evidence, owners
from storage.blobs import BlobMissing, Blobs
from storage.owner_records import Owner
from storage.records import Archive, Dispute, Evidence

SMALLER = "under_2MB"


@dataclass(frozen=True, slots=True)
class PackRows:
    """What a pack is made of, as it was when the making began."""

    owner: Owner
    case: Dispute
    pieces: list[Evidence]


async def rows(tx: AsyncConnection, archive: Archive) -> PackRows | None:
    """Read what is needed; None if the case was deleted meanwhile."""
    case = await disputes.get(tx, archive.owner_id, archive.dispute_id or 0)
    if case is None:
        return None
    owner = await owners.owner(tx, archive.owner_id)
    return PackRows(owner, case, await evidence.of_dispute(tx, case.id))


async def fetch(blobs: Blobs, key: str, path: Path) -> None:
    """Copy a file out of the evidence store, a piece at a time. Raises BlobMissing."""
    with path.open("wb") as file:
        async for piece in blobs.stream(key):
            file.write(piece)


async def fill(
    kept: PackRows,
    parts: Parts,
    blobs: Blobs,
    folder: Path,
    now: datetime,
    step: Callable[[int], None],
    say: Words,
    font: Path | None = None,
) -> None:
    """Put everything in; `step` is told how many pieces are done. Raises the store's errors."""
    # Loads Pillow: only where a pack is made.
    from bot.shrunk import write_thumbnail

    shown: list[pack_words.Packed] = []
    thumbnails: dict[int, Path] = {}
    for number, piece in enumerate(kept.pieces, start=1):
        raw = folder / "raw"
        try:
            await fetch(blobs, piece.blob, raw)
        except BlobMissing:
            continue
        ending = SUFFIX.get(piece.media_type, "")
        name = f"{number:02}_{piece.item or 'evidence'}"
        made = await asyncio.to_thread(_put, parts, folder, raw, piece, name, ending)
        thumbnail = folder / f"thumbnail-{number}.jpg"
        if await asyncio.to_thread(write_thumbnail, raw, thumbnail):
            thumbnails[len(shown)] = thumbnail
        shown.append(made)
        step(number)
    zone = ZoneInfo(kept.owner.zone)
    await asyncio.to_thread(
        _describe, parts, folder, kept, shown, thumbnails, now.astimezone(zone), say, font
    )


def _put(
    parts: Parts, folder: Path, raw: Path, piece: Evidence, name: str, ending: str
) -> pack_words.Packed:
    from bot.shrunk import write_shrunk

    clean = folder / f"clean{ending}"
    write_without_metadata(raw, clean, piece.media_type)
    with clean.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    parts.add_file(f"{name}{ending}", clean)
    smaller = None
    if piece.media_type.startswith("image/") and not is_safe(piece):
        small = folder / "small.jpg"
        if write_shrunk(raw, small):
            smaller = f"{SMALLER}/{name}.jpg"
            parts.add_file(smaller, small)
    return pack_words.Packed(piece, f"{name}{ending}", digest, clean.stat().st_size, smaller)


def _describe(
    parts: Parts,
    folder: Path,
    kept: PackRows,
    shown: list[pack_words.Packed],
    thumbnails: dict[int, Path],
    now: datetime,
    say: Words,
    font: Path | None,
) -> None:
    # Loading it takes a second: only where a pack is made.
    from bot.evidence_pdf import Line, Overview, Piece, write_overview

    english = Words("en", strict=say.strict)
    pdf = folder / "overview.pdf"
    pieces = [
        Piece(
            packed.name,
            [Line(*line) for line in pack_words.lines(english, packed, kept.owner.zone)],
            pack_words.notes(english, packed),
            thumbnails.get(number),
        )
        for number, packed in enumerate(shown)
    ]
    overview = Overview(
        pack_words.title(english, kept.case),
        [Line(*line) for line in pack_words.facts(english, kept.case, now)],
        pieces,
        [english("pack-pdf-metadata")],
    )
    write_overview(pdf, overview, font)
    parts.add_file("overview.pdf", pdf)
    parts.add_text("draft_english.txt", pack_words.draft(english, kept.case))
    sums = [f"{packed.sha256}  {packed.name}" for packed in shown]
    parts.add_text("sha256sum.txt", "\n".join(sums) + "\n")
    parts.add_text(say("readme-name"), pack_words.readme(say, shown))


def stem(kept: PackRows, now: datetime) -> str:
    """How the file is called."""
    number = f"-{kept.case.number}" if kept.case.number else ""
    return f"funso-navi-evidence{number}-{now.astimezone(UTC):%Y%m%d}"
