"""A smaller copy of a picture, in a form and size that AliExpress is said to take."""

import warnings
from pathlib import Path

from PIL import Image, ImageOps

from bot.media_kinds import OPENED
from handlers.evidence_piece import SAFE_BYTES

LARGEST = SAFE_BYTES
SIDES = (3000, 2400, 1800, 1200, 800)
QUALITY = 85
MOST_PIXELS = 30_000_000
"""More would take some 100 MB to decode; of a JPEG only a part is decoded."""


def write_shrunk(source: Path, target: Path) -> bool:
    """Write a JPEG of at most 2 MB, upright, without metadata; False if there can be none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(source, formats=OPENED) as picture:
                picture.draft("RGB", (SIDES[0], SIDES[0]))
                if picture.width * picture.height > MOST_PIXELS:
                    return False
                upright = ImageOps.exif_transpose(picture)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    if upright.mode not in ("RGB", "L"):
        # What is transparent becomes white, as on a page.
        ground = Image.new("RGB", upright.size, "white")
        full = upright.convert("RGBA")
        ground.paste(full, mask=full.getchannel("A"))
        upright = ground
    for side in SIDES:
        upright.thumbnail((side, side))
        upright.save(target, "JPEG", quality=QUALITY, optimize=True)
        if target.stat().st_size <= LARGEST:
            return True
    return False


def write_thumbnail(source: Path, target: Path, side: int = 320) -> bool:
    """Write a small JPEG for an overview; False if the file is no picture that can be opened."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(source, formats=OPENED) as picture:
                picture.draft("RGB", (side, side))
                if picture.width * picture.height > MOST_PIXELS:
                    return False
                small = ImageOps.exif_transpose(picture)
        small.thumbnail((side, side))
        small.convert("RGB").save(target, "JPEG", quality=QUALITY)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    return True
