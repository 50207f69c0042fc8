"""Counting and identifiers as the platforms do them."""

import random
from collections.abc import Callable
from datetime import UTC, datetime

import regex

Now = Callable[[], datetime]
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def system_now() -> datetime:
    return datetime.now(UTC)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def graphemes(text: str) -> int:
    return len(regex.findall(r"\X", text))


class Ids:
    """Identifiers in the platforms' forms; with a seed the same ones in every run."""

    def __init__(self, seed: int | None = None) -> None:
        self._random = random.Random(seed)
        self._message = 540_000_000_000_000_000 + self._random.getrandbits(40)

    def hex(self, length: int) -> str:
        return f"{self._random.getrandbits(length * 4):0{length}x}"

    def message(self) -> str:
        self._message += 1
        return str(self._message)

    def uuid(self) -> str:
        h = self.hex(32)
        return f"{h[:8]}-{h[8:12]}-4{h[13:16]}-a{h[17:20]}-{h[20:]}"

    def ulid(self, at: datetime) -> str:
        number = (int(at.timestamp() * 1000) << 80) | self._random.getrandbits(80)
        return "".join(_CROCKFORD[(number >> shift) & 31] for shift in range(125, -5, -5))
