"""What a file is by its bytes, and whether it can be kept."""

import warnings
from pathlib import Path

import puremagic
from PIL import Image, UnidentifiedImageError

from bot.media_kinds import (
    OPENED,
    OTHER_PICTURES,
    PICTURES,
    PIXEL_LIMIT,
    SUFFIX,
    Checked,
    NotEvidence,
)


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
