"""Telegram's chat as its user sees it: messages in order, edits in place, deletions gone."""

from tests.fakes.ledger import Json
from tests.fakes.screen import Bubble, Button, ButtonKind
from tests.fakes.telegram_world import TelegramWorld

KINDS: dict[str, ButtonKind] = {
    "callback_data": "postback",
    "url": "uri",
    "copy_text": "clipboard",
    "web_app": "uri",
}
MEDIA = ("photo", "document", "video", "sticker")


def button(raw: Json) -> Button:
    for name, kind in KINDS.items():
        if name in raw:
            value = raw[name]
            if isinstance(value, dict):
                value = value.get("text") or value.get("url")
            return Button(raw["text"], kind, str(value), raw)
    return Button(raw["text"], "other", "", raw)


def _reply_keyboard(raw: Json) -> list[Button]:
    rows = ((raw.get("reply_markup") or {}).get("keyboard")) or []
    keys = [k if isinstance(k, dict) else {"text": k} for row in rows for k in row]
    return [Button(key["text"], "message", key["text"], key) for key in keys]


def screen_of(world: TelegramWorld, chat_id: int) -> list[Bubble]:
    bubbles = []
    for (chat, number), stored in sorted(world.messages.items(), key=lambda item: item[0][1]):
        if chat != chat_id:
            continue
        message = stored.message
        rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
        bubbles.append(
            Bubble(
                message_id=number,
                author="bot" if stored.by_bot else "user",
                text=message.get("text") or message.get("caption") or "",
                buttons=[button(raw) for row in rows for raw in row],
                media=next((name for name in MEDIA if name in message), None),
                via="edit" if "edit_date" in message else "send",
                raw=message,
            )
        )
        if stored.by_bot and "keyboard" in str(stored.raw.get("reply_markup", "")):
            bubbles[-1].quick = _reply_keyboard(stored.raw)
    for bubble in bubbles[:-1]:
        bubble.quick = []
    return bubbles
