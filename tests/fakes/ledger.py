"""What a platform accepted, in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Json = dict[str, Any]
Via = Literal["reply", "push", "send", "edit", "delete", "answer", "other"]


@dataclass(frozen=True, slots=True)
class Entry:
    platform: Literal["line", "telegram"]
    endpoint: str
    """LINE: the path after `/v2/bot/`; Telegram: the method's name."""
    chat: str | int | None
    via: Via
    body: Json
    time: datetime
    message_ids: tuple[str | int, ...] = ()
    retry_key: str | None = None
    delivered: bool = True
    """False where the platform said 200 but nobody gets it (LINE: blocked, no friend)."""
    answered: bool = True
    """False where a fault kept the platform's answer from the client."""

    @property
    def messages(self) -> list[Json]:
        """LINE: the message objects; Telegram: the body itself as the one message."""
        found = self.body.get("messages")
        return found if isinstance(found, list) else [self.body]


@dataclass(slots=True)
class Ledger:
    entries: list[Entry] = field(default_factory=list)
    refused: list[tuple[str, int, Json]] = field(default_factory=list)
    """(endpoint, status, error body) of everything answered with an error."""

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __getitem__(self, index: int) -> Entry:
        return self.entries[index]

    def add(self, entry: Entry) -> Entry:
        self.entries.append(entry)
        return entry

    def of(
        self, chat: str | int | None = None, endpoint: str | None = None, via: Via | None = None
    ) -> list[Entry]:
        return [
            entry
            for entry in self.entries
            if (chat is None or entry.chat == chat)
            and (endpoint is None or entry.endpoint == endpoint)
            and (via is None or entry.via == via)
        ]

    def clear(self) -> None:
        self.entries.clear()
        self.refused.clear()
