"""Filling an export: `data.json` for programs, all rows as they are kept, and the photos."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive_parts import Parts
from bot.evidence_pack import fetch
from bot.media_kinds import SUFFIX
from bot.without_metadata import write_without_metadata
from handlers import export_data
from handlers.export_data import CaseRows
from locales.catalogue import Words
from storage import deadlines, disputes, everything, evidence, owners, progress, proposals
from storage.blobs import BlobMissing, Blobs
from storage.owner_records import Chat, Owner
from storage.records import Archive, Evidence


@dataclass(frozen=True, slots=True)
class ExportRows:
    """What an export is made of, as it was when the making began; `tables` are files of rows."""

    owner: Owner
    chats: list[Chat]
    cases: list[CaseRows]
    pieces: list[Evidence]
    tables: dict[str, Path]


async def rows(tx: AsyncConnection, archive: Archive, folder: Path) -> ExportRows:
    """Read all of an owner in one consistent look; long tables go straight to files."""
    owner_id = archive.owner_id
    cases = [
        CaseRows(
            case,
            await deadlines.of_dispute(tx, case.id),
            await proposals.of_dispute(tx, case.id),
            await progress.of_dispute(tx, case.id),
        )
        for case in await disputes.of_owner(tx, owner_id)
    ]
    encoder = msgspec.json.Encoder()
    tables = {}
    for table in everything.owned_tables():
        path = folder / f"{table.name}.jsonl"
        with path.open("wb") as file:
            async for row in everything.rows_of(tx, table, owner_id):
                file.write(encoder.encode(row) + b"\n")
        if path.stat().st_size:
            tables[table.name] = path
    return ExportRows(
        await owners.owner(tx, owner_id),
        await owners.chats_of(tx, owner_id),
        cases,
        await evidence.of_owner(tx, owner_id),
        tables,
    )


async def fill(
    kept: ExportRows,
    parts: Parts,
    blobs: Blobs,
    folder: Path,
    now: datetime,
    step: Callable[[int], None],
    say: Words,
) -> None:
    """Put everything in; `step` is told how many files are done. Raises the store's errors."""
    placed: dict[str, Evidence] = {}
    for number, piece in enumerate(kept.pieces, start=1):
        raw = folder / "raw"
        try:
            await fetch(blobs, piece.blob, raw)
        except BlobMissing:
            continue
        ending = SUFFIX.get(piece.media_type, "")
        name = f"photos/{number:03}_{piece.item or 'photo'}{ending}"
        await asyncio.to_thread(_put, parts, folder, raw, piece, name, ending)
        placed[name] = piece
        step(number)
    data = export_data.encode(
        export_data.export(kept.owner, kept.chats, kept.cases, placed, now.astimezone(UTC))
    )
    await asyncio.to_thread(_describe, parts, kept, data, say)


def _put(parts: Parts, folder: Path, raw: Path, piece: Evidence, name: str, ending: str) -> None:
    clean = folder / f"clean{ending}"
    write_without_metadata(raw, clean, piece.media_type)
    parts.add_file(name, clean)


def _describe(parts: Parts, kept: ExportRows, data: bytes, say: Words) -> None:
    parts.add_text("data.json", data)
    for name, path in kept.tables.items():
        parts.add_file(f"rows/{name}.jsonl", path)
    parts.add_text(say("readme-name"), say("export-readme") + "\n")


def stem(now: datetime) -> str:
    """How the file is called."""
    return f"funso-navi-export-{now.astimezone(UTC):%Y%m%d}"
