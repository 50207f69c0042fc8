"""Photos, videos and files: fetched within limits, known by their bytes, stored under an owner."""

import hashlib
import io
import random
import struct
import zlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image

from bot import media
from bot.media import receive
from bot.media_check import check
from bot.media_kinds import SUFFIX, Checked, NotEvidence
from bot.platforms.base import MediaGone, MediaLater, MediaSource, MediaTooLarge, Platform
from storage.blobs import Blobs

MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + b"\x00" * 64
MOV = b"\x00\x00\x00\x14ftypqt  \x00\x00\x02\x00qt  " + b"\x00" * 64
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 64
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


WEBM = b"\x1aE\xdf\xa3\x01\x00\x00\x00\x00\x00\x00\x1fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04"
WEBM += b"B\xf3\x81\x08B\x82\x84webm" + b"\x00" * 64


def branded(brand: bytes, *more: bytes) -> bytes:
    """The first box of an ISO media file, and a little behind it."""
    brands = brand + b"\x00\x00\x02\x00" + b"".join(more)
    return (len(brands) + 8).to_bytes(4, "big") + b"ftyp" + brands + b"\x00" * 64


def picture(form: str, size: tuple[int, int] = (40, 30), **more: Any) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(out, form, **more)
    return out.getvalue()


def png_of(width: int, height: int) -> bytes:
    """A small file whose header claims so many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "media"


@pytest.mark.parametrize(
    ("form", "media_type"),
    [
        ("JPEG", "image/jpeg"),
        ("PNG", "image/png"),
        ("GIF", "image/gif"),
        ("WEBP", "image/webp"),
        ("BMP", "image/bmp"),
    ],
)
def test_pictures_are_known_with_their_size(file: Path, form: str, media_type: str) -> None:
    file.write_bytes(picture(form))
    assert check(file, "photo") == Checked(media_type, 40, 30)
    assert check(file, "file") == Checked(media_type, 40, 30)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (MP4, "video/mp4"),
        (MOV, "video/quicktime"),
        (HEIC, "image/heic"),
        (PDF, "application/pdf"),
        (WEBM, "video/webm"),
    ],
    ids=["mp4", "mov", "heic", "pdf", "webm"],
)
def test_other_files_are_known_by_their_first_bytes(
    file: Path, content: bytes, media_type: str
) -> None:
    file.write_bytes(content)
    assert check(file, "file") == Checked(media_type)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "not_a_picture"),
        ("これは写真ではありません\n".encode() * 50, "not_a_picture"),
        (b"<html><script>alert(1)</script></html>", "not_a_picture"),
        (b"MZ" + b"\x00" * 200, "not_a_picture"),
        (b"PK\x03\x04" + b"\x00" * 200, "not_a_picture"),
        (picture("JPEG")[:50], "not_a_picture"),
        (picture("PNG")[:60], "not_a_picture"),
        (b"\xff\xd8\xff\xe0", "not_a_picture"),
        (picture("TIFF"), "unsupported"),
    ],
    ids=["empty", "text", "html", "program", "zip", "jpeg head", "png head", "magic", "tiff"],
)
def test_a_photo_that_is_no_photo(file: Path, content: bytes, problem: str) -> None:
    named = file.with_name("photo.jpg")
    named.write_bytes(content)
    with pytest.raises(NotEvidence) as refused:
        check(named, "photo")
    assert refused.value.problem == problem


@pytest.mark.parametrize(
    "content",
    [b"", b"plain text\n" * 50, b"MZ" + b"\x00" * 200],
    ids=["empty", "text", "program"],
)
def test_a_file_that_nobody_needs(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(NotEvidence) as refused:
        check(file, "file")
    assert refused.value.problem == "unsupported"


@pytest.mark.parametrize(
    ("width", "height"),
    [(9_000, 7_000), (10_000, 10_000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)],
)
def test_too_many_pixels_are_refused_before_decoding(file: Path, width: int, height: int) -> None:
    file.write_bytes(png_of(width, height))
    assert file.stat().st_size < 200
    with pytest.raises(NotEvidence) as refused:
        check(file, "photo")
    assert refused.value.problem == "too_many_pixels"


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_photo_cut_off_on_its_way(file: Path, form: str) -> None:
    whole = picture(form, (400, 300))
    file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(NotEvidence) as refused:
        check(file, "photo")
    assert refused.value.problem == "not_a_picture"


def test_broken_files_never_raise_anything_else(file: Path) -> None:
    chance = random.Random(20261123)
    wholes = [picture(form) for form in ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF")]
    wholes += [MP4, HEIC, PDF]
    for _ in range(600):
        content = bytearray(chance.choice(wholes))
        for _ in range(chance.randint(1, 12)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        file.write_bytes(content[: chance.randint(1, len(content))])
        try:
            found = check(file, chance.choice(["photo", "file", "video"]))
        except NotEvidence:
            continue
        assert found.media_type in SUFFIX


class Giving:
    """A platform that gives one file."""

    def __init__(
        self, *pieces: bytes, name: str = "line", failure: Exception | None = None
    ) -> None:
        self.name = name
        self.pieces = pieces
        self.failure = failure
        self.limit = 0
        self.asked = 0
        self.let_go = False

    async def fetch(self, source: MediaSource, limit: int) -> AsyncIterator[bytes]:
        self.limit = limit
        self.asked += 1
        try:
            for piece in self.pieces:
                yield piece
            if self.failure:
                raise self.failure
        finally:
            self.let_go = True


def as_platform(giving: Giving) -> Platform:
    return cast("Platform", giving)


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs((tmp_path / "evidence").as_uri())


def photo(**fields: Any) -> MediaSource:
    return MediaSource(**{"reference": "r", "kind": "photo", "message": "m1", **fields})


async def test_a_photo_is_kept_under_its_owner_and_hash(blobs: Blobs) -> None:
    content = picture("JPEG")
    giving = Giving(content[:100], content[100:])
    sent = await receive(as_platform(giving), photo(caption="色が違う"), blobs, 7)
    digest = hashlib.sha256(content).hexdigest()
    assert (sent.sha256, sent.blob) == (digest, f"7/{digest}.jpg")
    assert (sent.media_type, sent.size) == ("image/jpeg", len(content))
    assert (sent.width, sent.height) == (40, 30)
    assert (sent.message, sent.caption, sent.problem) == ("m1", "色が違う", None)
    assert not sent.is_video
    assert await blobs.get(sent.blob) == content
    assert giving.let_go


async def test_the_same_bytes_from_two_owners_are_two_objects(blobs: Blobs) -> None:
    content = picture("PNG")
    one = await receive(as_platform(Giving(content)), photo(), blobs, 1)
    again = await receive(as_platform(Giving(content)), photo(message="m2"), blobs, 1)
    other = await receive(as_platform(Giving(content)), photo(), blobs, 2)
    assert one.blob == again.blob
    assert one.sha256 == other.sha256
    assert one.blob != other.blob
    await blobs.delete([one.blob])
    assert await blobs.get(other.blob) == content


@pytest.mark.parametrize(
    ("platform", "kind", "limit"),
    [
        ("line", "photo", 20),
        ("line", "video", 50),
        ("telegram", "video", 20),
        ("telegram", "file", 20),
        ("local", "video", 50),
    ],
)
async def test_limits_by_platform(blobs: Blobs, platform: str, kind: str, limit: int) -> None:
    giving = Giving(MP4, name=platform)
    source = photo(kind=kind, size=limit * 1024 * 1024)
    await receive(as_platform(giving), source, blobs, 1)
    assert giving.limit == limit * 1024 * 1024
    sent = await receive(
        as_platform(giving), photo(kind=kind, size=limit * 1024 * 1024 + 1), blobs, 1
    )
    assert (sent.problem, sent.is_video) == ("too_large", kind == "video")
    assert giving.asked == 1, "it was fetched although its size was told"


async def test_more_than_was_told_is_cut_off(
    blobs: Blobs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(media, "PHOTO_LIMIT", 1000)
    giving = Giving(*(b"x" * 400 for _ in range(10)))
    sent = await receive(as_platform(giving), photo(size=10), blobs, 1)
    assert sent.problem == "too_large"
    assert giving.let_go, "the platform's connection is still open"
    assert not list((tmp_path / "evidence").iterdir())
    exactly = Giving(picture("GIF", (4, 4)).ljust(1000, b"\x00"))
    assert (await receive(as_platform(exactly), photo(), blobs, 1)).problem is None


@pytest.mark.parametrize(
    ("failure", "problem"), [(MediaGone(), "gone"), (MediaTooLarge(), "too_large")]
)
async def test_what_a_platform_cannot_give(blobs: Blobs, failure: Exception, problem: str) -> None:
    sent = await receive(
        as_platform(Giving(b"half", failure=failure)), photo(caption="c"), blobs, 1
    )
    assert (sent.problem, sent.message, sent.caption) == (problem, "m1", "c")
    assert sent.blob == ""


async def test_what_comes_later_is_tried_again(blobs: Blobs) -> None:
    with pytest.raises(MediaLater):
        await receive(as_platform(Giving(failure=MediaLater())), photo(), blobs, 1)


async def test_what_is_no_photo_is_not_stored(blobs: Blobs, tmp_path: Path) -> None:
    sent = await receive(as_platform(Giving(b"no photo")), photo(), blobs, 1)
    assert sent.problem == "not_a_picture"
    assert not list((tmp_path / "evidence").iterdir())


async def test_a_store_that_fails_is_tried_again(tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    blobs = Blobs(folder.as_uri())
    (folder / "1").write_text("a file where a folder must be")
    with pytest.raises(MediaLater):
        await receive(as_platform(Giving(picture("PNG"))), photo(), blobs, 1)


async def test_a_video_sent_as_a_file_is_a_video(blobs: Blobs) -> None:
    sent = await receive(as_platform(Giving(MP4)), photo(kind="file"), blobs, 1)
    assert sent.is_video
    assert sent.media_type == "video/mp4"
    assert (sent.width, sent.height) == (None, None)


def test_a_jpeg_may_go_on_behind_its_end(file: Path) -> None:
    """Phones append moving pictures and notes of their own."""
    file.write_bytes(picture("JPEG", (400, 300)) + b"SEFT" * 100)
    assert check(file, "photo") == Checked("image/jpeg", 400, 300)


def test_a_photo_of_a_phone_with_a_second_picture_in_it(file: Path) -> None:
    second = Image.new("RGB", (8, 8))
    file.write_bytes(picture("MPO", (400, 300), save_all=True, append_images=[second]))
    assert check(file, "photo") == Checked("image/jpeg", 400, 300)


@pytest.mark.parametrize("brand", [b"mp41", b"mp42", b"isom", b"iso5", b"avc1", b"dash", b"M4V "])
def test_videos_name_themselves_in_many_ways(file: Path, brand: bytes) -> None:
    file.write_bytes(branded(brand, b"isom", b"avc1"))
    assert check(file, "video") == Checked("video/mp4")


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"mif1", b"msf1"])
def test_heic_names_itself_in_many_ways(file: Path, brand: bytes) -> None:
    file.write_bytes(branded(brand, b"mif1", b"heic"))
    assert check(file, "photo") == Checked("image/heic")


def test_a_video_of_an_old_phone(file: Path) -> None:
    file.write_bytes(branded(b"3gp5", b"3gp5"))
    assert check(file, "video") == Checked("video/3gpp")


def test_a_sound_is_no_evidence(file: Path) -> None:
    file.write_bytes(branded(b"M4A ", b"isom"))
    with pytest.raises(NotEvidence) as refused:
        check(file, "file")
    assert refused.value.problem == "unsupported"


@pytest.mark.parametrize(
    "content",
    [branded(b"avif", b"mif1"), branded(b"mif1", b"avif")],
    ids=["avif", "avif by its second name"],
)
def test_other_kinds_of_pictures_are_called_so(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(NotEvidence) as refused:
        check(file, "photo")
    assert refused.value.problem == "unsupported"
