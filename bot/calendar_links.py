"""Addresses of calendars: a feed that is an owner's own, and the file of one deadline for a day.

A feed's address holds a number of ours and a signature on it. What is kept, sent and resent holds
the number only (`/calendar/~<number>.ics`): the signature is put in where a message leaves the
house (`filled`), so that nobody reads an address out of the database.
"""

import hashlib
import json
import os
import re
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from itsdangerous import BadData, BadSignature, Signer, URLSafeTimedSerializer

from handlers.calendar_addresses import Addresses

FILE_LIVES = 24 * 3600
"""Seconds that the address of one deadline's file works."""
LONGEST = 200
"""Characters of a token; ours have about eighty."""
_MARK = "/calendar/~"
_UNSIGNED = re.compile(r"/calendar/~([0-9a-f]{32})\.ics")


class CalendarLinks(Addresses):
    """Makes and reads the addresses; `key` signs, `public_url` is the house's own address."""

    def __init__(self, key: str, public_url: str | None) -> None:
        self._public_url = public_url
        self._signer = Signer(key, salt="calendar-feed", digest_method=hashlib.sha256)
        self._files = URLSafeTimedSerializer(key, salt="calendar-file")
        self.local_url: str | None = None
        """Where the local page is served, once that is known."""

    def _base(self, platform: str) -> str | None:
        local = self.local_url if platform == "local" else None
        return self._public_url or local

    def feed(self, platform: str, nonce: str) -> str | None:
        """The address with this number, its signature left out; None where there is none."""
        base = self._base(platform)
        return f"{base}{_MARK}{nonce}.ics" if base else None

    def token_hash(self, nonce: str) -> str:
        """What is kept of the token with this number."""
        return hash_of(self._token(nonce))

    def file(self, platform: str, deadline_id: int) -> str | None:
        """A signed address of one deadline's file that works for a day; None if there is none."""
        base = self._base(platform)
        return f"{base}/calendar/one/{self._files.dumps(deadline_id)}.ics" if base else None

    def deadline_of(self, token: str) -> int | None:
        """The deadline of a file's address; None if it is forged or too old."""
        try:
            found = self._files.loads(token[:LONGEST], max_age=FILE_LIVES)
        except (BadData, ValueError):
            return None
        return found if isinstance(found, int) else None

    def is_signed(self, token: str) -> bool:
        """Whether a feed's token is signed with our present key."""
        try:
            self._signer.unsign(token)
        except BadSignature:
            return False
        return True

    def _token(self, nonce: str) -> str:
        return self._signer.sign(nonce).decode()

    def filled(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """A body with the signatures put into the addresses it holds; always the same ones."""
        written = json.dumps(body, ensure_ascii=False)
        if _MARK not in written:
            return dict(body)
        signed = _UNSIGNED.sub(lambda found: f"/calendar/{self._token(found[1])}.ics", written)
        whole: dict[str, Any] = json.loads(signed)
        return whole


def hash_of(token: str) -> str:
    """What is kept of a token: whoever reads it cannot make the token of it."""
    return hashlib.sha256(token.encode()).hexdigest()


def key_in(folder: Path) -> str:
    """The key of a house without any platform's secret: made once, in a file of its own."""
    path = folder / "calendar.key"
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(file, "w") as new:
        new.write(secrets.token_hex(32))
    return path.read_text().strip()
