"""Photos, videos and files: fetched at once, checked, and stored before anything is answered.

LINE deletes what people send after an undisclosed time, so the bytes are fetched when the event is
handled, streamed into a temporary file, and only then looked at.
"""

import hashlib
import logging
import tempfile
from collections.abc import AsyncGenerator, AsyncIterator
from pathlib import Path

from bot.media_kinds import SUFFIX, NotEvidence
from bot.platforms.base import MediaGone, MediaLater, MediaSource, MediaTooLarge, Platform
from handlers.events import MediaProblem, SentMedia
from storage.blobs import Blobs

log = logging.getLogger(__name__)

PHOTO_LIMIT = 20 * 1024 * 1024
VIDEO_LIMIT = {"line": 50 * 1024 * 1024, "telegram": 20 * 1024 * 1024, "local": 50 * 1024 * 1024}


async def receive(platform: Platform, media: MediaSource, blobs: Blobs, owner_id: int) -> SentMedia:
    """Fetch, check and store one file; what cannot be kept comes back with its `problem`.

    Raises MediaLater when the platform cannot give it yet.
    """
    # Loading Pillow takes a moment and 3 MB: only where somebody sends a file.
    from bot.media_check import check

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
            except OSError as failure:
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
