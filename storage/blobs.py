"""The evidence store: bytes under keys, in a folder (`file://`) or an object store (`s3://`).

Keys begin with the owner's id, so that two people's files never share one object and each can be
deleted for good. For `s3://` the usual AWS variables give credentials, region and endpoint.
"""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from obstore.store import LocalStore, S3Store


class StoreError(OSError):
    """The store cannot be reached, or will not do it; what it said itself is the cause."""


class BlobMissing(FileNotFoundError):
    """There is no such object."""


class Blobs:
    """One evidence store. Methods raise OSError when it cannot be reached."""

    def __init__(self, url: str) -> None:
        self._parts = urlsplit(url)
        if self._parts.scheme not in ("file", "s3"):
            raise ValueError("EVIDENCE_URL must begin with file:/// or s3://")
        if self._parts.scheme == "file":
            # Now: a folder that cannot be made is a mistake in the settings.
            self._folder.mkdir(parents=True, exist_ok=True)

    @cached_property
    def _store(self) -> "LocalStore | S3Store":
        # Loading it takes 7 MB: only where files are kept.
        from obstore.store import LocalStore, S3Store

        parts = self._parts
        if parts.scheme == "file":
            return LocalStore(self._folder, automatic_cleanup=True, mkdir=True)
        endpoint = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL")
        return S3Store(
            parts.netloc,
            prefix=parts.path.strip("/") or None,
            endpoint=endpoint,
            virtual_hosted_style_request=endpoint is None,
            client_options={"allow_http": bool(endpoint and endpoint.startswith("http:"))},
        )

    @property
    def _folder(self) -> Path:
        return Path(unquote(self._parts.path))

    def _holds_nothing(self) -> bool:
        """Whether it is a folder with nothing in it: then there is nothing to look through."""
        if self._parts.scheme != "file":
            return False
        with os.scandir(self._folder) as found:
            return next(found, None) is None

    async def put(self, key: str, path: Path) -> None:
        """Store a file under a key; the same key again changes nothing that matters.

        A large one goes up in parts of 5 MB, few at a time: each lies in memory meanwhile.
        """
        import obstore

        with _ours(key):
            await obstore.put_async(self._store, key, path, max_concurrency=3)

    async def get(self, key: str) -> bytes:
        """The whole object. Raises BlobMissing."""
        import obstore

        with _ours(key):
            found = await obstore.get_async(self._store, key)
            return bytes(await found.bytes_async())

    async def stream(self, key: str) -> AsyncIterator[bytes]:
        """The object in pieces. Raises BlobMissing."""
        import obstore

        with _ours(key):
            found = await obstore.get_async(self._store, key)
            async for piece in found.stream():
                yield bytes(piece)

    async def older_than(self, moment: datetime, chunk: int) -> AsyncIterator[list[str]]:
        """Keys of all objects last written before a moment, a chunk at a time, in no order."""
        if self._holds_nothing():
            return
        import obstore

        with _ours():
            async for listed in obstore.list(self._store, chunk_size=chunk):
                yield [one["path"] for one in listed if one["last_modified"] < moment]

    async def under(self, folder: str, chunk: int) -> AsyncIterator[list[str]]:
        """Keys of all objects in a folder, a chunk at a time, in no order."""
        if self._holds_nothing():
            return
        import obstore

        with _ours():
            async for listed in obstore.list(self._store, prefix=folder, chunk_size=chunk):
                yield [one["path"] for one in listed]

    async def delete(self, keys: list[str]) -> None:
        """Delete objects; those that are not there are no error."""
        import obstore

        for key in keys:
            try:
                with _ours(key):
                    await obstore.delete_async(self._store, key)
            except BlobMissing:
                continue


@contextmanager
def _ours(key: str = "") -> Iterator[None]:
    """What the library raises, as errors that can be named without loading it."""
    from obstore.exceptions import BaseError, NotFoundError

    try:
        yield
    except (NotFoundError, FileNotFoundError):
        raise BlobMissing(key) from None
    except BaseError as failure:
        raise StoreError(type(failure).__name__) from failure
