"""What the conversation asks of the house about addresses of calendars; the house signs them."""

from typing import Protocol


class Addresses(Protocol):
    """`platform` is the chat's: the local page may have an address where the others have none."""

    def feed(self, platform: str, nonce: str) -> str | None:
        """The address of the feed with this number (32 hex digits); None where there is none."""
        ...

    def token_hash(self, nonce: str) -> str:
        """What is kept of the token that belongs to this number."""
        ...

    def file(self, platform: str, deadline_id: int) -> str | None:
        """An address of one deadline's file, good for a day; None where there is none."""
        ...
