"""What Telegram refuses in texts and keyboards."""

import ipaddress
import re
from typing import Any
from urllib.parse import urlsplit

from tests.fakes.ledger import Json
from tests.fakes.telegram_html import TIME_FORMAT, EntityError, parse_html
from tests.fakes.words import utf16

KINDS = (
    *("url", "callback_data", "web_app", "login_url", "copy_text", "callback_game", "pay"),
    *("switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat"),
)
STYLES = ("danger", "success", "primary")
MOST_RAW_BYTES = 32768
MOST_ENTITIES = 100
MOST_BUTTONS = 100
MOST_A_ROW = 8
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
MOST_COPIED = 256


class ApiError(Exception):
    """An answer with ok=false."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        prefix = {
            400: "Bad Request: ",
            403: "Forbidden: ",
            409: "Conflict: ",
        }.get(status, "")
        self.body: Json = {
            "ok": False,
            "error_code": status,
            "description": prefix + description,
        }
        if parameters:
            self.body["parameters"] = parameters


def bad(description: str) -> ApiError:
    return ApiError(400, description)


def public_url(url: Any) -> bool:
    """An address that Telegram's clients may open: no loopback, no bare or private host."""
    if not isinstance(url, str):
        return False
    if url.startswith("tg://"):
        return True
    parts = urlsplit(url if "://" in url else f"http://{url}")
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or "." not in host or host.endswith(".localhost"):
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return bool(re.fullmatch(r"[^\s/?#]+\.[^\s/?#.\d]+", host))


def _button(button: Any, *, private: bool) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad('can\'t parse inline keyboard button: Field "text" must be of type String')
    if not button["text"].strip():
        raise bad("can't parse inline keyboard button: text must be non-empty")
    kinds = [name for name in KINDS if name in button]
    if not kinds:
        raise bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(kinds) > 1:
        raise bad(f"can't parse inline keyboard button: more than one kind: {', '.join(kinds)}")
    if button.get("style") is not None and button["style"] not in STYLES:
        raise bad("can't parse inline keyboard button: invalid button style specified")
    kind, value = kinds[0], button[kinds[0]]
    if kind == "callback_data" and not (isinstance(value, str) and 1 <= len(value.encode()) <= 64):
        raise bad("BUTTON_DATA_INVALID")
    if kind == "url" and not public_url(value):
        raise bad(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    if kind == "copy_text":
        text = value.get("text") if isinstance(value, dict) else None
        if not isinstance(text, str) or not 1 <= len(text) <= MOST_COPIED:
            raise bad("BUTTON_COPY_TEXT_INVALID")
    if kind == "web_app":
        address = value.get("url") if isinstance(value, dict) else ""
        if not private:
            raise bad("BUTTON_TYPE_INVALID")
        if not (public_url(address) and str(address).startswith("https://")):
            raise bad("inline keyboard button Web App URL is invalid: Only HTTPS links are allowed")


def check_markup(markup: Any, *, private: bool = True) -> Json | None:
    """The inline keyboard that stays with the message, None for the other kinds."""
    if markup is None or markup == "":
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = markup["inline_keyboard"]
        if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
            raise bad(
                'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
            )
        for row in rows:
            for button in row:
                _button(button, private=private)
            if len(row) > MOST_A_ROW:
                raise bad(f"reply markup has a row of more than {MOST_A_ROW} buttons")
        if sum(map(len, rows)) > MOST_BUTTONS:
            raise bad("REPLY_MARKUP_TOO_LONG")
        rows = [row for row in rows if row]
        return {"inline_keyboard": rows} if rows else None
    if "keyboard" in markup or markup.get("remove_keyboard") or markup.get("force_reply"):
        return None
    raise bad("can't parse reply keyboard markup JSON object")


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Telegram cuts white space at both ends and moves the entities along."""
    lead = utf16(text[: len(text) - len(text.lstrip())])
    text = text.strip()
    end, kept = utf16(text), []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        stop = min(end, entity["offset"] + entity["length"] - lead)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return text, kept


def _given(entities: Any, text: str) -> list[Json]:
    if not isinstance(entities, list):
        raise bad("can't parse entities: expected an Array")
    for entity in entities:
        offset, length = entity.get("offset"), entity.get("length")
        if not isinstance(offset, int) or not isinstance(length, int) or offset < 0 or length <= 0:
            raise bad("can't parse MessageEntity: wrong offset or length")
        if offset + length > utf16(text):
            raise bad(
                f"entity beginning at UTF-16 offset {offset} ends after the end of the text "
                f"at UTF-16 offset {offset + length}"
            )
        if entity.get("type") == "date_time" and (
            not isinstance(entity.get("unix_time"), int)
            or not TIME_FORMAT.match(entity.get("date_time_format") or "")
        ):
            raise bad("can't parse MessageEntity: wrong date_time")
    return entities


def formatted(
    text: Any, mode: Any, entities: Any, most: int, *, caption: bool = False
) -> tuple[str, list[Json]]:
    """The text as it will be shown, with its entities."""
    what = "message caption" if caption else "message"
    if not isinstance(text, str) or not text:
        if caption:
            return "", []
        raise bad("message text is empty")
    if len(text.encode()) > MOST_RAW_BYTES:
        raise bad(f"{what} is too long")
    if mode:
        if str(mode).lower() != "html":
            raise bad(f"unsupported parse_mode {mode} (this server reads HTML only)")
        try:
            text, found = parse_html(text)
        except EntityError as error:
            raise bad(f"can't parse entities: {error}") from None
    else:
        found = _given(entities, text) if entities else []
    text, found = _trimmed(text, found)
    if not text and not caption:
        raise bad("message text is empty")
    if len(text) > most:
        raise bad(f"{what} is too long")
    return text, found[:MOST_ENTITIES]
