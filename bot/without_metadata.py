"""Files without what they tell beside their picture: place, time, camera, editing history.

Nothing is decoded and written anew, so every pixel stays as it was: only the parts that hold such
data are left out, or blanked where a file's own tables count its bytes (`bot/boxes.py`). What is
kept of EXIF is how the picture is turned.
"""

import re
import shutil
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from bot.boxes import blank_metadata

BOXED = ("video/mp4", "video/quicktime", "video/3gpp", "image/heic")

_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_TALK = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")
_ORIENTATION = 0x0112


def write_without_metadata(source: Path, target: Path, media_type: str) -> None:
    """Copy a file without its metadata; kinds that are not known to hold any are copied whole."""
    if media_type in BOXED:
        shutil.copyfile(source, target)
        blank_metadata(target)
        return
    rewrite = {"image/jpeg": _jpeg, "image/png": _png, "image/webp": _webp}.get(media_type)
    if rewrite is None:
        shutil.copyfile(source, target)
        return
    # Pictures are at most 20 MB each.
    data = source.read_bytes()
    with target.open("wb") as file:
        for piece in rewrite(data):
            file.write(piece)


def _jpeg(data: bytes) -> Iterator[bytes]:
    """The segments of a JPEG up to its end; a second picture or a clip behind it is left out."""
    yield data[:2]
    turned = 1
    said = False
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            break
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == _END_OF_IMAGE:
            break
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        segment = data[at : at + 2 + size]
        at += 2 + size
        if marker == 0xE1 and segment[4:10] == b"Exif\0\0":
            turned = _turned(segment[10:])
            continue
        if not _is_picture(marker, segment):
            continue
        if marker != 0xE0 and not said:
            # EXIF stands first, or right behind JFIF.
            said = True
            yield _only_turned(turned)
        yield segment
        if marker == _START_OF_SCAN:
            found = _MARKER.search(data, at)
            end = found.start() if found else len(data)
            yield data[at:end]
            at = end
    yield b"\xff\xd9"


def _is_picture(marker: int, segment: bytes) -> bool:
    """Whether a segment is needed to draw the picture in its colours."""
    if marker == 0xE2:
        return segment[4:15] == b"ICC_PROFILE"
    return not (0xE1 <= marker <= 0xED or marker in (0xEF, 0xFE))


def _turned(tiff: bytes) -> int:
    """How a picture is turned, by EXIF's first directory; 1 (not at all) if it does not say."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        if order is None:
            return 1
        (first,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, first)
        for number in range(count):
            tag, kind, _, value = struct.unpack_from(order + "HHIH", tiff, first + 2 + 12 * number)
            if tag == _ORIENTATION and kind == 3:
                return value if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _only_turned(turned: int) -> bytes:
    if turned == 1:
        return b""
    tiff = struct.pack("<2sHIHHHIHHI", b"II", 42, 8, 1, _ORIENTATION, 3, 1, turned, 0, 0)
    return b"\xff\xe1" + (len(tiff) + 8).to_bytes(2, "big") + b"Exif\0\0" + tiff


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        chunk = data[at : at + 12 + size]
        at += 12 + size
        if kind == b"eXIf":
            turned = _turned(chunk[8:-4])
            if turned != 1:
                yield _png_turned(turned)
        elif kind not in _PNG_TALK:
            yield chunk
        if kind == b"IEND":
            break


def _png_turned(turned: int) -> bytes:
    inside = b"eXIf" + _only_turned(turned)[10:]
    return (len(inside) - 4).to_bytes(4, "big") + inside + zlib.crc32(inside).to_bytes(4, "big")


def _webp(data: bytes) -> Iterator[bytes]:
    chunks = []
    at = 12
    while at + 8 <= len(data):
        kind = data[at : at + 4]
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        chunk = data[at : at + 8 + size + size % 2]
        at += 8 + size + size % 2
        if kind == b"VP8X":
            # Its flags must not promise the EXIF and XMP that are left out.
            chunk = chunk[:8] + bytes([chunk[8] & ~0x0C]) + chunk[9:]
        if kind not in (b"EXIF", b"XMP "):
            chunks.append(chunk)
    inside = b"WEBP" + b"".join(chunks)
    yield b"RIFF" + len(inside).to_bytes(4, "little") + inside
