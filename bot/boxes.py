"""Blanking metadata in files made of boxes (MP4, MOV, 3GP, HEIC), without moving a byte.

Such a file counts where its pictures lie, so nothing is taken out: a box of user data becomes one
of free space, and the bytes of EXIF and XMP become zeros. (ISO/IEC 14496-12, 23008-12.)
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

_INSIDE = (b"moov", b"trak", b"mdia", b"minf", b"moof", b"traf")
_TALK = (b"udta", b"uuid", b"XMP_")
_LARGEST_META = 4 * 1024 * 1024
_CHUNK = 64 * 1024


class Box(NamedTuple):
    """One box: its kind, where its content begins, and where it ends."""

    kind: bytes
    begin: int
    end: int
    kind_at: int


def blank_metadata(path: Path) -> None:
    """Blank what a file tells beside its picture, in place; a broken file stays as it is."""
    with path.open("r+b") as file:
        end = file.seek(0, 2)
        _blank(file, 0, end, top=True)


def _boxes(file: BinaryIO, begin: int, end: int) -> Iterator[Box]:
    at = begin
    while at + 8 <= end:
        file.seek(at)
        head = file.read(16)
        size, kind = struct.unpack_from(">I4s", head)
        skip = 8
        if size == 1 and len(head) == 16:
            (size,) = struct.unpack_from(">Q", head, 8)
            skip = 16
        elif size == 0:
            size = end - at
        if size < skip or at + size > end:
            return
        yield Box(kind, at + skip, at + size, at + 4)
        at += size


def _blank(file: BinaryIO, begin: int, end: int, *, top: bool) -> None:
    for box in list(_boxes(file, begin, end)):
        if box.kind in _TALK or (box.kind == b"meta" and not top):
            # Also its content: free space is shown by nobody, but could be read.
            file.seek(box.kind_at)
            file.write(b"free")
            _zero(file, box.begin, box.end)
        elif box.kind == b"meta":
            _blank_items(file, box)
        elif box.kind in _INSIDE:
            _blank(file, box.begin, box.end, top=False)


def _zero(file: BinaryIO, begin: int, end: int) -> None:
    file.seek(begin)
    left = end - begin
    while left > 0:
        file.write(b"\0" * min(left, _CHUNK))
        left -= _CHUNK


def _blank_items(file: BinaryIO, meta: Box) -> None:
    """Of a HEIC: its items named Exif, and those of a MIME type (XMP), wherever they lie."""
    inner = {box.kind: box for box in _boxes(file, meta.begin + 4, meta.end)}
    items, places = inner.get(b"iinf"), inner.get(b"iloc")
    if items is None or places is None or meta.end - meta.begin > _LARGEST_META:
        return
    data_at = inner[b"idat"].begin if b"idat" in inner else 0
    size = file.seek(0, 2)
    try:
        talking = set(_talking(file, items))
        for begin, length in _extents(file, places, talking, data_at):
            if begin >= 0 and begin + length <= size:
                _zero(file, begin, begin + length)
    except (struct.error, IndexError):
        return


def _talking(file: BinaryIO, items: Box) -> Iterator[int]:
    file.seek(items.begin)
    wide = file.read(1) != b"\0"
    for box in _boxes(file, items.begin + (8 if wide else 6), items.end):
        file.seek(box.begin)
        entry = file.read(min(box.end - box.begin, 64))
        if box.kind != b"infe" or entry[0] < 2:
            continue
        number, kind = struct.unpack_from(">I2x4s" if entry[0] == 3 else ">H2x4s", entry, 4)
        if kind in (b"Exif", b"mime"):
            yield number


def _extents(
    file: BinaryIO, places: Box, wanted: set[int], data_at: int
) -> Iterator[tuple[int, int]]:
    file.seek(places.begin)
    data = file.read(places.end - places.begin)
    version, sizes = data[0], int.from_bytes(data[4:6], "big")
    offset_size, length_size = sizes >> 12, sizes >> 8 & 15
    base_size, index_size = sizes >> 4 & 15, (sizes & 15) if version else 0
    at = 6

    def take(size: int) -> int:
        nonlocal at
        if at + size > len(data):
            raise struct.error("an item lies nowhere")
        at += size
        return int.from_bytes(data[at - size : at], "big")

    for _ in range(take(4 if version == 2 else 2)):
        number = take(4 if version == 2 else 2)
        method = take(2) & 15 if version else 0
        take(2)
        base = take(base_size) + (data_at if method == 1 else 0)
        for _ in range(take(2)):
            take(index_size)
            offset, length = take(offset_size), take(length_size)
            if number in wanted and method in (0, 1):
                yield base + offset, length
