"""What the page sends: kept once under the page's own id, and refused where it is no such form."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.local_forms import MEDIA_LIMIT
from tests.local.stage import Stage

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


async def test_a_message_is_kept_like_a_webhook_event(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    answer = await client.post("/local/say", json={"text": "こんにちは", "id": "said-0001"})
    assert answer.json() == {"id": "said-0001"}
    (arrived,) = stage.arrived
    assert (arrived.key, arrived.address, arrived.kind) == ("said-0001", "local", "text")
    assert arrived.raw["text"] == "こんにちは"
    assert abs(arrived.at - stage.clock.now()) < timedelta(seconds=5)


async def test_a_repeat_changes_nothing(stage: Stage, client: httpx.AsyncClient) -> None:
    for _ in range(3):
        await client.post("/local/say", json={"text": "一度だけ", "id": "said-0001"})
        await client.post("/local/join", json={})
    assert [arrived.key for arrived in stage.arrived] == ["said-0001", "local-joined"]


async def test_a_press_and_a_pick(stage: Stage, client: httpx.AsyncClient) -> None:
    await client.post("/local/press", json={"payload": "1~reg~1~", "label": "これで登録"})
    await client.post(
        "/local/pick",
        json={"payload": "1~date~1~", "value": "2027-02-03T18:00:00", "message": "m1"},
    )
    press, pick = stage.arrived
    assert (press.kind, pick.kind) == ("press", "press")
    assert press.raw["label"] == "これで登録"
    assert pick.raw["value"] == "2027-02-03T18:00"


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/local/say", b"{"),
        ("/local/say", b""),
        ("/local/say", b"\xff\xfe"),
        ("/local/say", b"[1]"),
        ("/local/say", b'{"text": 5}'),
        ("/local/say", b'{"text": ""}'),
        ("/local/say", b'{"text": "a", "id": "../../etc"}'),
        ("/local/say", b'{"text": "a", "x": ' + b"[" * 5000 + b"]" * 5000 + b"}"),
        ("/local/press", b'{"label": "x"}'),
        ("/local/pick", b'{"payload": "x", "value": "tomorrow"}'),
        ("/local/clock", b"{}"),
        ("/local/clock", b'{"ahead_seconds": -1}'),
        ("/local/clock", b'{"ahead_seconds": 5, "to": "now"}'),
        ("/local/clock", b'{"to": "yesterday"}'),
    ],
)
async def test_a_broken_form_is_told(
    stage: Stage, client: httpx.AsyncClient, path: str, body: bytes
) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await client.post(path, content=body, headers=headers)
    assert answer.status_code == 400
    assert answer.json() == {"problem": "bad_json"}
    assert stage.arrived == []


async def test_only_json_is_a_form(client: httpx.AsyncClient) -> None:
    headers = {"Content-Type": "text/plain"}
    answer = await client.post("/local/say", content=b'{"text": "a"}', headers=headers)
    assert answer.status_code == 415


async def test_ten_thousand_characters_pass_and_a_quarter_megabyte_does_not(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    answer = await client.post("/local/say", json={"text": "あ" * 10_000})
    assert answer.status_code == 200
    answer = await client.post("/local/say", json={"text": "あ" * 300_000})
    assert answer.status_code == 413
    assert len(stage.arrived) == 1


async def test_an_unannounced_flood_is_stopped(client: httpx.AsyncClient) -> None:
    async def flood() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"x" * 10_000

    headers = {"Content-Type": "application/json"}
    answer = await client.post("/local/say", content=flood(), headers=headers)
    assert answer.status_code == 413


async def test_nul_characters_are_left_out(stage: Stage, client: httpx.AsyncClient) -> None:
    await client.post("/local/say", json={"text": "a\0b"})
    assert stage.arrived[0].raw["text"] == "ab"


async def test_a_photo_waits_to_be_fetched(stage: Stage, client: httpx.AsyncClient) -> None:
    files = {"file": ("写真.png", PNG, "image/png")}
    answer = await client.post("/local/photo", files=files, data={"id": "photo-0001"})
    assert answer.json() == {"id": "photo-0001"}
    media = stage.platform.understand(stage.arrived[0].raw, locale="ja").media
    assert media is not None
    assert (media.kind, media.name, media.size) == ("photo", "写真.png", len(PNG))
    assert media.message == "photo-0001"
    assert b"".join([piece async for piece in stage.platform.fetch(media, 1000)]) == PNG


@pytest.mark.parametrize(
    ("data", "files"),
    [
        ({"id": "../../../x"}, {"file": ("a.png", PNG, "image/png")}),
        ({"id": "photo-0001", "file": "no file"}, {"other": ("a.png", PNG, "image/png")}),
        ({"id": "photo-0001"}, [("file", ("a", PNG)), ("more", ("b", PNG))]),
    ],
)
async def test_a_form_without_a_proper_file(
    stage: Stage, client: httpx.AsyncClient, data: dict[str, str], files: object
) -> None:
    answer = await client.post("/local/photo", data=data, files=files)  # type: ignore[arg-type]
    assert answer.status_code == 400
    assert stage.arrived == []


async def test_broken_multipart(client: httpx.AsyncClient) -> None:
    for content_type in ("multipart/form-data", "multipart/form-data; boundary=x"):
        headers = {"Content-Type": content_type}
        answer = await client.post("/local/photo", content=b"nothing of it", headers=headers)
        assert answer.status_code == 400
    assert (await client.post("/local/photo", json={})).status_code == 415


@pytest.mark.parametrize("extra", [1, 200_000])
async def test_a_file_over_fifty_megabytes_is_refused(
    stage: Stage, client: httpx.AsyncClient, tmp_path: Path, extra: int
) -> None:
    files = {"file": ("film.mp4", b"\0" * (MEDIA_LIMIT + extra), "video/mp4")}
    answer = await client.post("/local/photo", files=files, data={"id": "video-0001"})
    assert answer.status_code == 413
    assert answer.json() == {"problem": "too_large"}
    assert stage.arrived == []
    assert list((tmp_path / "uploads").iterdir()) == []


async def test_a_kept_file_is_given_back_to_its_owner_only(
    stage: Stage, client: httpx.AsyncClient
) -> None:
    await stage.keep_photo("photo-0001", "1/abc.png", PNG, "image/png")
    await stage.keep_photo("page-0001", "1/page.html", b"<script>", "text/html")
    await stage.keep_photo("lost-0001", "1/lost.png", PNG, "image/png")
    del stage.blobs["1/lost.png"]
    stage.blobs["2/other.png"] = PNG
    picture = await client.get("/local/file/1/abc.png")
    assert (picture.content, picture.headers["content-type"]) == (PNG, "image/png")
    assert picture.headers["content-disposition"] == "inline"
    page = await client.get("/local/file/1/page.html")
    assert page.headers["content-type"] == "application/octet-stream"
    assert page.headers["content-disposition"].startswith("attachment")
    for missing in ("2/other.png", "1/lost.png", "..%2F..%2Fetc%2Fpasswd"):
        assert (await client.get(f"/local/file/{missing}")).status_code == 404


@pytest.mark.parametrize(
    ("sent", "album", "size"),
    [
        ({"album": "album-0001", "album_size": "3"}, "album-0001", 3),
        ({"album": "album-0001", "album_size": "many"}, "album-0001", None),
        ({"album": "<b>", "album_size": "3"}, "", None),
        ({}, "", None),
    ],
)
async def test_photos_sent_together_name_their_album(
    stage: Stage, client: httpx.AsyncClient, sent: dict[str, str], album: str, size: int | None
) -> None:
    files = {"file": ("a.png", PNG, "image/png")}
    answer = await client.post("/local/photo", files=files, data={"id": "photo-0001", **sent})
    assert answer.status_code == 200
    media = stage.platform.understand(stage.arrived[-1].raw, locale="ja").media
    assert media is not None
    assert (media.album, media.album_size) == (album, size)
