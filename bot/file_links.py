"""Addresses of kept files that LINE's servers can fetch: signed, and dead after a day.

LINE takes a picture only as a public https address; without PUBLIC_URL there is none to give.
"""

from typing import NamedTuple

from itsdangerous import BadData, URLSafeTimedSerializer

LIVES = 24 * 3600
"""Seconds an address works."""


class LinkedFile(NamedTuple):
    """What a signed address stands for."""

    blob: str
    media_type: str


class FileLinks:
    """Makes and reads signed addresses of kept files."""

    def __init__(self, public_url: str | None, secret: str | None) -> None:
        self._public_url = public_url
        self._signer = URLSafeTimedSerializer(secret, salt="kept-file") if secret else None

    def address(self, blob: str, media_type: str, name: str) -> str | None:
        """A signed address of this file; None where nothing public can be given."""
        if self._signer is None or not (self._public_url or "").startswith("https://"):
            return None
        token = self._signer.dumps([blob, media_type])
        return f"{self._public_url}/files/{token}"

    def read(self, token: str) -> LinkedFile | None:
        """What a token stands for; None if it is forged or too old."""
        if self._signer is None:
            return None
        try:
            blob, media_type = self._signer.loads(token, max_age=LIVES)
        except (BadData, ValueError):
            return None
        return LinkedFile(blob, media_type)
