"""A ZIP that grows on disk, never in memory, and goes on in a next one where it would be too large.

Pictures are compressed as they are: they are only put in. Texts are deflated.
"""

import zipfile
from datetime import datetime
from pathlib import Path

STORED = frozenset({".jpg", ".png", ".webp", ".gif", ".heic", ".mp4", ".mov", ".webm", ".3gp"})


class Parts:
    """The ZIP files of one archive; each is readable by itself.

    `limit` is how many bytes one should have at the most; None for no limit. A single larger file
    still gets a part of its own.
    """

    def __init__(self, folder: Path, stem: str, made_at: datetime, limit: int | None) -> None:
        self._folder = folder
        self._stem = stem
        self._date = made_at.timetuple()[:6]
        self._limit = limit
        self._zip: zipfile.ZipFile | None = None
        self.paths: list[Path] = []

    def add_file(self, name: str, path: Path) -> None:
        """Put a file in under this name."""
        packed = zipfile.ZIP_STORED if path.suffix in STORED else zipfile.ZIP_DEFLATED
        archive = self._open(path.stat().st_size)
        info = zipfile.ZipInfo(name, self._date)
        info.compress_type = packed
        info.external_attr = 0o644 << 16
        with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as inside:
            while piece := source.read(256 * 1024):
                inside.write(piece)

    def add_text(self, name: str, text: str | bytes) -> None:
        """Put a text in under this name."""
        data = text.encode() if isinstance(text, str) else text
        info = zipfile.ZipInfo(name, self._date)
        info.external_attr = 0o644 << 16
        self._open(len(data)).writestr(info, data, zipfile.ZIP_DEFLATED)

    def close(self) -> list[Path]:
        """All parts, whole."""
        if self._zip is not None:
            self._zip.close()
            self._zip = None
        return self.paths

    def name(self, number: int) -> str:
        """What a person sees as the name of a part, counted from 1."""
        return f"{self._stem}.zip" if len(self.paths) == 1 else f"{self._stem}-{number}.zip"

    def _open(self, coming: int) -> zipfile.ZipFile:
        if self._zip is not None and self._limit is not None:
            so_far = self.paths[-1].stat().st_size
            if so_far and so_far + coming > self._limit:
                self.close()
        if self._zip is None:
            self.paths.append(self._folder / f"part-{len(self.paths) + 1}.zip")
            self._zip = zipfile.ZipFile(self.paths[-1], "x")
        return self._zip
