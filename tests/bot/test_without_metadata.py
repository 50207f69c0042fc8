"""What leaves the house tells no place and no camera, and not a pixel of it is changed."""

import io
import struct
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps, PngImagePlugin

from bot.shrunk import LARGEST, write_shrunk, write_thumbnail
from bot.without_metadata import write_without_metadata

SECRET = b"WHERE-I-LIVE"


def exif(turned: int = 1) -> Image.Exif:
    made = Image.Exif()
    made[0x010F] = SECRET.decode()
    made[0x0112] = turned
    made.get_ifd(0x8825)[2] = (35.0, 41.0, 22.5)
    made.get_ifd(0x8769)[0x9286] = SECRET
    return made


def noise(size: tuple[int, int] = (64, 48)) -> Image.Image:
    return Image.effect_noise(size, 80).convert("RGB")


def clean(folder: Path, data: bytes, media_type: str) -> bytes:
    source, target = folder / "source", folder / "target"
    source.write_bytes(data)
    write_without_metadata(source, target, media_type)
    return target.read_bytes()


def saved(picture: Image.Image, form: str, **more: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **more)
    return out.getvalue()


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_keeps_its_pixels_and_how_it_is_turned(
    tmp_path: Path, turned: int, progressive: bool
) -> None:
    before = saved(
        noise(),
        "JPEG",
        exif=exif(turned),
        comment=SECRET,
        xmp=b"<x>" + SECRET + b"</x>",
        progressive=progressive,
        icc_profile=b"profile" * 40,
    )
    assert before.count(SECRET) == 4
    after = clean(tmp_path, before + b"a clip behind the picture " + SECRET, "image/jpeg")
    assert SECRET not in after
    with Image.open(io.BytesIO(before)) as old, Image.open(io.BytesIO(after)) as new:
        assert new.tobytes() == old.tobytes()
        assert new.info["icc_profile"] == old.info["icc_profile"]
        assert dict(new.getexif()) == ({} if turned == 1 else {0x0112: turned})
        assert ImageOps.exif_transpose(new).size == ImageOps.exif_transpose(old).size


def test_a_jpeg_with_two_pictures_keeps_the_first(tmp_path: Path) -> None:
    before = saved(noise(), "MPO", save_all=True, append_images=[noise()], exif=exif())
    after = clean(tmp_path, before, "image/jpeg")
    assert SECRET not in after
    with Image.open(io.BytesIO(before)) as old, Image.open(io.BytesIO(after)) as new:
        assert new.tobytes() == old.tobytes()
        assert getattr(new, "n_frames", 1) == 1


@pytest.mark.parametrize("turned", [1, 6])
def test_a_png(tmp_path: Path, turned: int) -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", SECRET.decode())
    words.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    before = saved(noise(), "PNG", exif=exif(turned), pnginfo=words)
    after = clean(tmp_path, before + SECRET, "image/png")
    assert SECRET not in after
    with Image.open(io.BytesIO(before)) as old, Image.open(io.BytesIO(after)) as new:
        assert new.tobytes() == old.tobytes()
        assert dict(new.getexif()) == ({} if turned == 1 else {0x0112: turned})


def test_a_webp(tmp_path: Path) -> None:
    before = saved(noise(), "WEBP", lossless=True, exif=exif(), xmp=SECRET)
    after = clean(tmp_path, before, "image/webp")
    assert SECRET in before
    assert SECRET not in after
    with Image.open(io.BytesIO(before)) as old, Image.open(io.BytesIO(after)) as new:
        assert new.tobytes() == old.tobytes()
        assert dict(new.getexif()) == {}


def box(kind: bytes, *inside: bytes) -> bytes:
    content = b"".join(inside)
    return struct.pack(">I4s", len(content) + 8, kind) + content


def test_a_video_keeps_where_its_frames_lie(tmp_path: Path) -> None:
    place = box(b"udta", box(b"\xa9xyz", b"+35.68+139.76/" + SECRET))
    track = box(b"trak", box(b"tkhd", b"frame table"), box(b"meta", SECRET))
    before = (
        box(b"ftyp", b"isom") + box(b"moov", box(b"mvhd", b"0123"), track, place)
        + box(b"uuid", SECRET) + box(b"mdat", b"the frames")
    )  # fmt: skip
    after = clean(tmp_path, before, "video/mp4")
    assert SECRET not in after
    assert len(after) == len(before)
    for kept in (b"the frames", b"frame table", b"0123", b"isom"):
        assert after.index(kept) == before.index(kept)


@pytest.mark.parametrize("version", [0, 1, 2])
def test_a_heic_keeps_its_picture(tmp_path: Path, version: int) -> None:
    wide = ">I" if version == 2 else ">H"
    told = b"\0\0\0\0Exif\0\0" + SECRET
    infe = [
        box(b"infe", b"\2\0\0\0", struct.pack(">H2x4s", number, kind), b"\0")
        for number, kind in ((1, b"hvc1"), (2, b"Exif"))
    ]
    iinf = box(b"iinf", b"\0\0\0\0", struct.pack(">H", 2), *infe)

    def iloc(at: int) -> bytes:
        items = [(1, at + len(told), 12), (2, at, len(told))]
        rows = [
            struct.pack(wide, number)
            + (b"\0\0" if version else b"")
            + b"\0\0"
            + struct.pack(">HII", 1, offset, length)
            for number, offset, length in items
        ]
        head = bytes([version, 0, 0, 0, 0x44, 0])
        return box(b"iloc", head, struct.pack(wide, 2), *rows)

    def whole(at: int) -> bytes:
        return (
            box(b"ftyp", b"heic")
            + box(b"meta", b"\0\0\0\0", iinf, iloc(at))
            + box(b"mdat", told, b"the pixels!!")
        )

    before = whole(whole(0).index(told))
    after = clean(tmp_path, before, "image/heic")
    assert SECRET in before
    assert SECRET not in after
    assert after.index(b"the pixels!!") == before.index(b"the pixels!!")
    assert len(after) == len(before)


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/png", "image/webp", "video/mp4",
                                        "image/heic", "application/pdf", "image/gif"])  # fmt: skip
@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff", b"\0\0\0\1moov",
     b"\0\0\0\x20meta" + b"\xff" * 24, box(b"meta", b"1234", box(b"iinf", b"12", box(b"infe"))),
     b"\0\0\0\x22meta1234\0\0\0\x0ciinf1234\0\0\0\x0ciloc" + b"\xff" * 8,
     b"RIFF\0\0\0\0WEBPVP8X", b"\x89PNG\r\n\x1a\n\0\0\xff\xffIHDR"],
)  # fmt: skip
def test_a_broken_file_is_copied_somehow(tmp_path: Path, media_type: str, data: bytes) -> None:
    clean(tmp_path, data, media_type)


def test_a_smaller_copy_is_upright_and_fits(tmp_path: Path) -> None:
    large, small = tmp_path / "large", tmp_path / "small.jpg"
    large.write_bytes(saved(noise((3200, 2400)), "PNG", exif=exif(6)))
    assert large.stat().st_size > LARGEST
    assert write_shrunk(large, small)
    assert small.stat().st_size <= LARGEST
    assert SECRET not in small.read_bytes()
    with Image.open(small) as picture:
        assert picture.format == "JPEG"
        assert picture.height > picture.width


def test_transparent_becomes_white(tmp_path: Path) -> None:
    large, small = tmp_path / "large", tmp_path / "small.jpg"
    large.write_bytes(saved(Image.new("LA", (20, 20), (0, 0)), "PNG"))
    assert write_shrunk(large, small)
    with Image.open(small) as picture:
        assert picture.convert("L").getpixel((5, 5)) == 255


def test_what_is_no_picture_has_no_copy(tmp_path: Path) -> None:
    large, small = tmp_path / "large", tmp_path / "small.jpg"
    large.write_bytes(b"\0\0\0\x18ftypheic")
    assert not write_shrunk(large, small)
    assert not write_thumbnail(large, small)
