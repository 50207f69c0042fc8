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


class LinkedDrawing(NamedTuple):
    """What the address of a drawing stands for: the answer it belongs to, and its digest."""

    row: int
    digest: str


class FileLinks:
    """Makes and reads signed addresses of kept files, and of drawings.

    An address shows nothing of what is behind it: proxies write addresses into their logs.
    """

    def __init__(self, public_url: str | None, secret: str | None) -> None:
        self._public_url = public_url
        self._signer = URLSafeTimedSerializer(secret, salt="kept-file") if secret else None
        self._drawings = URLSafeTimedSerializer(secret, salt="drawing") if secret else None

    def address(self, blob: str, media_type: str, name: str) -> str | None:
        """A signed address of this file; None where nothing public can be given."""
        if self._signer is None or not self._public:
            return None
        token = self._signer.dumps([blob, media_type])
        return f"{self._public_url}/files/{token}"

    def drawing(self, row: int, digest: str) -> str | None:
        """A signed address of a drawing of this answer; None where nothing public can be given."""
        if self._drawings is None or not self._public:
            return None
        return f"{self._public_url}/drawings/{self._drawings.dumps([row, digest])}"

    @property
    def _public(self) -> bool:
        return (self._public_url or "").startswith("https://")

    def read(self, token: str) -> LinkedFile | None:
        """What a token stands for; None if it is forged or too old."""
        if self._signer is None:
            return None
        try:
            blob, media_type = self._signer.loads(token, max_age=LIVES)
        except (BadData, ValueError):
            return None
        return LinkedFile(blob, media_type)

    def read_drawing(self, token: str) -> LinkedDrawing | None:
        """What a drawing's token stands for; None if it is forged or too old."""
        if self._drawings is None:
            return None
        try:
            row, digest = self._drawings.loads(token, max_age=LIVES)
        except (BadData, ValueError):
            return None
        return LinkedDrawing(row, digest)
