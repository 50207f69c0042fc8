"""What one user sees, in the same words for both platforms."""

from dataclasses import dataclass, field
from typing import Any, Literal

ButtonKind = Literal["postback", "message", "uri", "clipboard", "date", "location", "other"]


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    kind: ButtonKind
    value: str
    """Postback data, the text to send, the address, or the text to copy."""
    raw: dict[str, Any]

    def __str__(self) -> str:
        return f"[{self.label}]"


@dataclass(slots=True)
class Bubble:
    message_id: str | int
    author: Literal["bot", "user"]
    text: str
    """Everything readable, one line per line of the card."""
    buttons: list[Button] = field(default_factory=list)
    """Buttons that stay with the bubble (Flex, template, inline keyboard)."""
    quick: list[Button] = field(default_factory=list)
    """Quick replies; LINE shows them on the last message only."""
    alt: str | None = None
    """LINE: what notifications and the chat list show of a card."""
    media: str | None = None
    via: str = ""
    raw: dict[str, Any] = field(default_factory=dict)

    @property
    def labels(self) -> list[str]:
        return [button.label for button in (*self.buttons, *self.quick)]

    def __str__(self) -> str:
        rows = [f"{self.author}: {self.text}"]
        if self.media:
            rows.append(f"<{self.media}>")
        if self.buttons:
            rows.append(" ".join(map(str, self.buttons)))
        if self.quick:
            rows.append("quick: " + " ".join(map(str, self.quick)))
        return "\n".join(rows)
