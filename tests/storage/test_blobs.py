"""The evidence store: a folder, or an object store."""

import socket
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

from storage.blobs import BlobMissing, Blobs, StoreError

HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def s3_endpoint() -> Iterator[str]:
    """A local S3 server with one bucket."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        yield f"http://{host}:{port}"
    finally:
        server.stop()


@pytest.fixture(params=["file", "s3"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Blobs:
    if request.param == "file":
        return Blobs((tmp_path / "証拠 写真%41").as_uri())
    endpoint = request.getfixturevalue("s3_endpoint")
    for name, value in {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_REGION": "us-east-1",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3", endpoint_url=endpoint)
    try:
        client.create_bucket(Bucket="evidence")
    finally:
        client.close()
    return Blobs(f"s3://evidence/{tmp_path.name}/")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo"
    path.write_bytes(bytes(range(256)) * 4000)
    return path


async def pieces_of(stream: AsyncIterator[bytes]) -> list[bytes]:
    return [piece async for piece in stream]


async def test_what_is_put_comes_back(blobs: Blobs, photo: Path) -> None:
    await blobs.put("1/a.jpg", photo)
    assert await blobs.get("1/a.jpg") == photo.read_bytes()
    assert b"".join(await pieces_of(blobs.stream("1/a.jpg"))) == photo.read_bytes()
    # The same again changes nothing; another owner's key is another object.
    await blobs.put("1/a.jpg", photo)
    with pytest.raises(BlobMissing):
        await blobs.get("2/a.jpg")


async def test_what_is_not_there_is_missing(blobs: Blobs) -> None:
    with pytest.raises(BlobMissing):
        await blobs.get("1/none.jpg")
    with pytest.raises(BlobMissing):
        await pieces_of(blobs.stream("1/none.jpg"))


async def test_what_is_deleted_is_gone(blobs: Blobs, photo: Path) -> None:
    for key in ("1/a", "1/b", "2/a"):
        await blobs.put(key, photo)
    await blobs.delete(["1/a", "1/never-was", "2/a"])
    await blobs.delete(["1/a"])
    await blobs.delete([])
    for key in ("1/a", "2/a"):
        with pytest.raises(BlobMissing):
            await blobs.get(key)
    assert await blobs.get("1/b") == photo.read_bytes()


async def test_a_folder_is_where_its_address_says(tmp_path: Path, photo: Path) -> None:
    folder = tmp_path / "写真 と 動画"
    await Blobs(folder.as_uri()).put("1/a.jpg", photo)
    assert (folder / "1" / "a.jpg").read_bytes() == photo.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["photo", "写真 と 動画"]


async def test_a_key_cannot_leave_the_folder(tmp_path: Path, photo: Path) -> None:
    store = Blobs((tmp_path / "evidence").as_uri())
    with pytest.raises((ValueError, OSError)):
        await store.put("../outside", photo)
    assert not (tmp_path / "outside").exists()


async def test_other_addresses_are_refused() -> None:
    for address in ("https://example.com/x", "data", ""):
        with pytest.raises(ValueError, match="EVIDENCE_URL"):
            Blobs(address)


async def test_a_store_that_cannot_be_reached(monkeypatch: pytest.MonkeyPatch, photo: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{closed.getsockname()[1]}")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "x")
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    with pytest.raises(StoreError):
        await Blobs("s3://evidence").put("1/a", photo)


async def test_what_was_written_before_a_moment_is_listed(blobs: Blobs, photo: Path) -> None:
    keys = [f"{owner}/{number}.jpg" for owner in (2, 10, 1) for number in range(3)]
    for key in keys:
        await blobs.put(key, photo)
    moment = datetime.now(UTC) + timedelta(minutes=1)
    chunks = [chunk async for chunk in blobs.older_than(moment, 4)]
    assert max(map(len, chunks)) <= 4
    assert sorted(key for chunk in chunks for key in chunk) == sorted(keys)
    assert not [key async for chunk in blobs.older_than(moment - HOUR, 4) for key in chunk]


async def test_an_owners_files_are_listed_and_nobody_elses(blobs: Blobs, photo: Path) -> None:
    for key in ("1/a.jpg", "1/b.jpg", "1/archive-7-1.zip", "10/a.jpg", "11/a.jpg", "2/1/a.jpg"):
        await blobs.put(key, photo)
    found = [key async for chunk in blobs.under("1", 2) for key in chunk]
    assert sorted(found) == ["1/a.jpg", "1/archive-7-1.zip", "1/b.jpg"]
    assert [key async for chunk in blobs.under("99", 2) for key in chunk] == []


async def test_a_large_file_goes_up_in_parts(blobs: Blobs, tmp_path: Path) -> None:
    large = tmp_path / "large"
    large.write_bytes(bytes(range(256)) * 80_000)
    await blobs.put("1/large.zip", large)
    assert b"".join(await pieces_of(blobs.stream("1/large.zip"))) == large.read_bytes()


async def test_a_folder_that_was_taken_away_is_no_empty_one(tmp_path: Path) -> None:
    """Else the files of whoever wants to be forgotten would count as deleted."""
    store = Blobs((tmp_path / "evidence").as_uri())
    assert [key async for chunk in store.under("1", 2) for key in chunk] == []
    (tmp_path / "evidence").rmdir()
    with pytest.raises(FileNotFoundError):
        [key async for chunk in store.under("1", 2) for key in chunk]
