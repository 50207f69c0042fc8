"""Kept pictures and videos as they leave the house: without where and with what they were taken.

Whoever keeps a photo as evidence gets it back so that it can be handed on, to AliExpress too.
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.without_metadata import write_without_metadata
from storage.blobs import Blobs

CHUNK = 256 * 1024


class CleanFile:
    """A copy without metadata, on disk until it is closed."""

    def __init__(self, folder: "TemporaryDirectory[str]", path: Path) -> None:
        self._folder = folder
        self._path = path
        self.size = path.stat().st_size

    async def stream(self) -> AsyncIterator[bytes]:
        """Its bytes in pieces; then it is closed, also when nobody wants the rest."""
        try:
            with self._path.open("rb") as file:
                while piece := await asyncio.to_thread(file.read, CHUNK):
                    yield piece
        finally:
            self.close()

    async def content(self) -> bytes:
        """All of its bytes; then it is closed."""
        return b"".join([piece async for piece in self.stream()])

    def close(self) -> None:
        """Delete the copy."""
        self._folder.cleanup()


async def clean_file(blobs: Blobs, key: str, media_type: str) -> CleanFile:
    """Fetch a kept file and take its metadata out. Raises BlobMissing and the store's errors."""
    folder = TemporaryDirectory(prefix="funso-")
    raw, clean = Path(folder.name) / "raw", Path(folder.name) / "clean"
    try:
        with raw.open("wb") as file:
            async for piece in blobs.stream(key):
                await asyncio.to_thread(file.write, piece)
        await asyncio.to_thread(write_without_metadata, raw, clean, media_type)
        raw.unlink()
        return CleanFile(folder, clean)
    except BaseException:
        folder.cleanup()
        raise
