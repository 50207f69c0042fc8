"""Photos, videos and files: fetched at once, checked, and stored before anything is answered.

LINE deletes what people send after an undisclosed time, so the bytes are fetched when the event is
handled, streamed into a temporary file, and only then looked at.
"""

import hashlib
import logging
import tempfile
import warnings
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import puremagic
from obstore.exceptions import BaseError
from PIL import Image, UnidentifiedImageError

from bot.platforms.base import MediaGone, MediaLater, MediaSource, MediaTooLarge, Platform
from handlers.events import MediaProblem, SentMedia
from storage.blobs import Blobs

log = logging.getLogger(__name__)

PHOTO_LIMIT = 20 * 1024 * 1024
VIDEO_LIMIT = {"line": 50 * 1024 * 1024, "telegram": 20 * 1024 * 1024, "local": 50 * 1024 * 1024}
PIXEL_LIMIT = 60_000_000
"""Pictures with more pixels are refused before decoding: a small file can hold billions."""

PICTURES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "GIF": "image/gif",
    "WEBP": "image/webp",
    "BMP": "image/bmp",
    "MPO": "image/jpeg",
}
OPENED = [form for form in PICTURES if form != "MPO"]
"""What Pillow is asked to recognise: none of its forty other readers meets a stranger's file."""
OTHER_PICTURES = ("image/tiff", "image/svg+xml", "image/avif", "image/jxl", "image/x-icon")
SUFFIX = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/bmp": ".bmp",
    "image/heic": ".heic",
    "application/pdf": ".pdf",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "video/webm": ".webm",
    "video/3gpp": ".3gp",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file is: its type, and for a picture its size in pixels."""

    media_type: str
    width: int | None = None
    height: int | None = None


class NotEvidence(Exception):
    """The file cannot be kept; `problem` says why."""

    def __init__(self, problem: MediaProblem) -> None:
        super().__init__(problem)
        self.problem: MediaProblem = problem


async def receive(platform: Platform, media: MediaSource, blobs: Blobs, owner_id: int) -> SentMedia:
    """Fetch, check and store one file; what cannot be kept comes back with its `problem`.

    Raises MediaLater when the platform cannot give it yet.
    """
    is_video = media.kind == "video"
    limit = VIDEO_LIMIT.get(platform.name, PHOTO_LIMIT) if is_video else PHOTO_LIMIT
    try:
        if media.size is not None and media.size > limit:
            raise MediaTooLarge
        with tempfile.TemporaryDirectory(prefix="funso-") as folder:
            path = Path(folder) / "media"
            sha256, size = await _spool(platform.fetch(media, limit), path, limit)
            found = check(path, media.kind)
            key = f"{owner_id}/{sha256}{SUFFIX[found.media_type]}"
            try:
                await blobs.put(key, path)
            except (OSError, BaseError) as failure:
                raise MediaLater("the evidence store cannot be reached") from failure
    except MediaTooLarge:
        return _refused("too_large", media)
    except MediaGone:
        return _refused("gone", media)
    except NotEvidence as refusal:
        return _refused(refusal.problem, media)
    return SentMedia(
        sha256=sha256,
        blob=key,
        media_type=found.media_type,
        size=size,
        width=found.width,
        height=found.height,
        message=media.message,
        caption=media.caption,
        album=media.album,
        album_size=media.album_size,
        is_video=found.media_type.startswith("video/"),
    )


def _refused(problem: MediaProblem, media: MediaSource) -> SentMedia:
    log.info("a file was not kept", extra={"problem": problem, "kind": media.kind})
    return SentMedia(
        problem=problem,
        message=media.message,
        caption=media.caption,
        album=media.album,
        album_size=media.album_size,
        is_video=media.kind == "video",
    )


async def _spool(pieces: AsyncIterator[bytes], path: Path, limit: int) -> tuple[str, int]:
    digest = hashlib.sha256()
    size = 0
    try:
        with path.open("wb") as file:
            async for piece in pieces:
                size += len(piece)
                if size > limit:
                    raise MediaTooLarge
                digest.update(piece)
                file.write(piece)
    finally:
        # Let go of the platform's connection now, not when the garbage is collected.
        if isinstance(pieces, AsyncGenerator):
            await pieces.aclose()
    return digest.hexdigest(), size


def check(path: Path, kind: str) -> Checked:
    """Say what a file is by its bytes, never by its name. Raises NotEvidence."""
    try:
        return _picture(path)
    except Image.DecompressionBombError:
        raise NotEvidence("too_many_pixels") from None
    except UnidentifiedImageError:
        pass
    except (OSError, SyntaxError, ValueError):
        raise NotEvidence("not_a_picture") from None
    try:
        media_type = _by_brand(path) or puremagic.from_file(str(path), mime=True)
    except (puremagic.PureError, ValueError):
        raise NotEvidence("not_a_picture" if kind == "photo" else "unsupported") from None
    if media_type not in SUFFIX or media_type in PICTURES.values():
        no_picture = kind == "photo" and media_type not in OTHER_PICTURES
        raise NotEvidence("not_a_picture" if no_picture else "unsupported")
    return Checked(media_type)


def _by_brand(path: Path) -> str | None:
    """The type of an ISO media file (MP4, MOV, HEIC …); None if it is none.

    They name themselves in their first box; puremagic knows only few of the names in use.
    """
    with path.open("rb") as file:
        head = file.read(64)
    if head[4:8] != b"ftyp":
        return None
    brand = head[8:12]
    if brand in (b"mif1", b"msf1", b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis"):
        return "image/avif" if b"avif" in head else "image/heic"
    known = {b"qt  ": "video/quicktime", b"avif": "image/avif", b"avis": "image/avif"}
    known |= {b"M4A ": "audio/mp4", b"M4B ": "audio/mp4"}
    if brand[:3] in (b"3gp", b"3g2"):
        return "video/3gpp"
    return known.get(brand, "video/mp4")


def _picture(path: Path) -> Checked:
    """The file as a picture. Raises NotEvidence, and what Pillow raises."""
    with warnings.catch_warnings():
        # Pillow warns of odd metadata and of many pixels; those are counted here.
        warnings.simplefilter("ignore")
        with Image.open(path, formats=OPENED) as picture:
            form = str(picture.format)
            width, height = picture.size
            if width * height > PIXEL_LIMIT:
                raise NotEvidence("too_many_pixels")
            picture.verify()
        if form in ("JPEG", "MPO"):
            # Of these `verify` looks at nothing: decode them, at an eighth of their size.
            with Image.open(path, formats=["JPEG"]) as picture:
                picture.draft("L", (1, 1))
                picture.load()
    return Checked(PICTURES[form], width, height)
