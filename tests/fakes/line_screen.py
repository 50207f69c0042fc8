"""LINE's chat as its user sees it: cards as lines of text, buttons, quick replies."""

from collections.abc import Iterator
from typing import Any

from tests.fakes.ledger import Entry, Json
from tests.fakes.screen import Bubble, Button, ButtonKind

KINDS: dict[str, tuple[ButtonKind, str]] = {
    "postback": ("postback", "data"),
    "message": ("message", "text"),
    "uri": ("uri", "uri"),
    "clipboard": ("clipboard", "clipboardText"),
    "datetimepicker": ("date", "data"),
    "location": ("location", "label"),
    "camera": ("other", "label"),
    "cameraRoll": ("other", "label"),
}


def button(action: Json, label: str | None = None) -> Button:
    kind, value = KINDS.get(action["type"], ("other", "label"))
    text = action.get("label") or label or ""
    return Button(text, kind, str(action.get(value, "")), action)


def flex_lines(part: Any) -> list[str]:
    """The readable text of a Flex component, a line for each row."""
    if not isinstance(part, dict):
        return []
    kind = part.get("type")
    if kind == "carousel":
        return [line for bubble in part["contents"] for line in flex_lines(bubble)]
    if kind == "bubble":
        blocks = ("header", "hero", "body", "footer")
        return [line for name in blocks for line in flex_lines(part.get(name))]
    if kind == "text":
        spans = part.get("contents")
        return ["".join(s["text"] for s in spans) if spans else part.get("text", "")]
    if kind == "box":
        inner = [flex_lines(child) for child in part.get("contents", [])]
        if part.get("layout") == "vertical":
            return [line for lines in inner for line in lines]
        row = " ".join(" ".join(lines) for lines in inner if lines)
        return [row] if row else []
    return []


def actions(part: Any) -> Iterator[Button]:
    """Everything pressable in a Flex tree or a template, top to bottom."""
    if isinstance(part, list):
        for item in part:
            yield from actions(item)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key in ("action", "defaultAction") and isinstance(value, dict):
                label = " ".join(flex_lines(part)) or None
                yield button(value, label)
            elif key == "actions" and isinstance(value, list):
                yield from (button(action) for action in value)
            elif key != "quickReply":
                yield from actions(value)


def bubble_of(message: Json, message_id: str, via: str) -> Bubble:
    kind = message["type"]
    text, alt, media = str(message.get("text", "")), message.get("altText"), None
    buttons: list[Button] = []
    if kind == "flex":
        text = "\n".join(flex_lines(message["contents"]))
        buttons = list(actions(message["contents"]))
    elif kind == "template":
        template = message["template"]
        parts = template.get("columns") or [template]
        rows = [row for p in parts for row in (p.get("title"), p.get("text")) if row]
        text, buttons = "\n".join(rows), list(actions(template))
    elif kind in ("image", "video", "audio", "sticker", "imagemap"):
        media = kind
    elif kind == "location":
        text, media = f"{message['title']} {message['address']}", kind
    items = (message.get("quickReply") or {}).get("items", [])
    quick = [button(item["action"]) for item in items]
    return Bubble(message_id, "bot", text, buttons, quick, alt, media, via, message)


class LineScreen:
    """All chats; quick replies live on the last bubble and until the next tap or message."""

    def __init__(self) -> None:
        self._chats: dict[str, list[Bubble]] = {}

    def sent(self, chat: str, entry: Entry) -> None:
        for message, name in zip(entry.body["messages"], entry.message_ids, strict=True):
            self._add(chat, bubble_of(message, str(name), entry.via))

    def said(self, chat: str, event: Json) -> None:
        """What the user's own act leaves on the screen."""
        kind = event["type"]
        if kind == "message":
            message = event["message"]
            is_text = message["type"] == "text"
            self._add(
                chat,
                Bubble(
                    message["id"],
                    "user",
                    message["text"] if is_text else "",
                    media=None if is_text else message["type"],
                    raw=message,
                ),
            )
        elif kind == "unsend":
            name = event["unsend"]["messageId"]
            self._chats[chat] = [b for b in self._chats.get(chat, []) if b.message_id != name]

    def tapped(self, chat: str, button: Button, spoken: str | None) -> None:
        """A tap on a quick reply clears them all; it may leave a text of the user's."""
        if spoken:
            self._add(chat, Bubble("", "user", spoken))
        elif any(button in bubble.quick for bubble in self.of(chat)):
            self.clear_quick(chat)

    def clear_quick(self, chat: str) -> None:
        for bubble in self._chats.get(chat, []):
            bubble.quick = []

    def _add(self, chat: str, bubble: Bubble) -> None:
        self.clear_quick(chat)
        self._chats.setdefault(chat, []).append(bubble)

    def of(self, chat: str) -> list[Bubble]:
        return list(self._chats.get(chat, []))
