"""The evidence store: bytes under keys, in a folder (`file://`) or an object store (`s3://`).

Keys begin with the owner's id, so that two people's files never share one object and each can be
deleted for good. For `s3://` the usual AWS variables give credentials, region and endpoint.
"""

import os
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

import obstore
from obstore.exceptions import NotFoundError
from obstore.store import LocalStore, S3Store


class BlobMissing(FileNotFoundError):
    """There is no such object."""


class Blobs:
    """One evidence store. Methods raise OSError or obstore's errors when it cannot be reached."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._store: LocalStore | S3Store
        if parts.scheme == "file":
            self._store = LocalStore(Path(unquote(parts.path)), automatic_cleanup=True, mkdir=True)
        elif parts.scheme == "s3":
            endpoint = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL")
            self._store = S3Store(
                parts.netloc,
                prefix=parts.path.strip("/") or None,
                endpoint=endpoint,
                virtual_hosted_style_request=endpoint is None,
                client_options={"allow_http": bool(endpoint and endpoint.startswith("http:"))},
            )
        else:
            raise ValueError("EVIDENCE_URL must begin with file:/// or s3://")

    async def put(self, key: str, path: Path) -> None:
        """Store a file under a key; the same key again changes nothing that matters.

        A large one goes up in parts of 5 MB, few at a time: each lies in memory meanwhile.
        """
        await obstore.put_async(self._store, key, path, max_concurrency=3)

    async def get(self, key: str) -> bytes:
        """The whole object. Raises BlobMissing."""
        try:
            found = await obstore.get_async(self._store, key)
            return bytes(await found.bytes_async())
        except (NotFoundError, FileNotFoundError):
            raise BlobMissing(key) from None

    async def stream(self, key: str) -> AsyncIterator[bytes]:
        """The object in pieces. Raises BlobMissing."""
        try:
            found = await obstore.get_async(self._store, key)
        except (NotFoundError, FileNotFoundError):
            raise BlobMissing(key) from None
        async for piece in found.stream():
            yield bytes(piece)

    async def older_than(self, moment: datetime, chunk: int) -> AsyncIterator[list[str]]:
        """Keys of all objects last written before a moment, a chunk at a time, in no order."""
        async for listed in obstore.list(self._store, chunk_size=chunk):
            yield [one["path"] for one in listed if one["last_modified"] < moment]

    async def under(self, folder: str, chunk: int) -> AsyncIterator[list[str]]:
        """Keys of all objects in a folder, a chunk at a time, in no order."""
        async for listed in obstore.list(self._store, prefix=folder, chunk_size=chunk):
            yield [one["path"] for one in listed]

    async def delete(self, keys: list[str]) -> None:
        """Delete objects; those that are not there are no error."""
        for key in keys:
            try:
                await obstore.delete_async(self._store, key)
            except (NotFoundError, FileNotFoundError):
                continue
