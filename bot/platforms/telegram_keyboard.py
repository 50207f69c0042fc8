"""Buttons as Telegram's inline keyboard.

https://core.telegram.org/bots/api#inlinekeyboardbutton
"""

import re
from typing import Any
from urllib.parse import quote, urlsplit

from bot.platforms import telegram_calendar
from bot.platforms.splitting import blank, clean, shorten, width_of
from handlers.replies import Button, Camera, Copy, Link, PickDate, Press

Json = dict[str, Any]

LABEL = 60
COPIED = 256
ADDRESS = 2000
BUTTONS = 90
"""A keyboard; Telegram takes 100."""
A_ROW = 3
COLUMNS = 30
"""A phone's message is about this wide; the buttons of a row are equally wide."""
STYLES = {"primary": {"style": "primary"}, "danger": {"style": "danger"}, "plain": {}}
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)


def key(button: Button) -> Json | None:
    """The button; None where Telegram has none for it (a camera, a private address)."""
    label = " ".join(clean(getattr(button, "label", "")).split())
    text = {"text": "…" if blank(label) else shorten(label, LABEL)}
    match button:
        case Press():
            return {**text, "callback_data": button.payload, **STYLES[button.style]}
        case PickDate():
            return {**text, "callback_data": telegram_calendar.opening(button)}
        case Link():
            address = public_address(button.url)
            return None if address is None else {**text, "url": address}
        case Copy():
            copied = clean(button.text)
            fits = not blank(copied) and len(copied) <= COPIED
            return {**text, "copy_text": {"text": copied}} if fits else None
        case Camera():
            return None


def public_address(url: str) -> str | None:
    """The address percent-encoded, if Telegram would open it: a public host by its name."""
    address = quote(clean(url).strip(), safe="%-._~:/?#[]@!$&'()*+,;=")
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return None
    public = address.startswith(("https://", "http://")) and _HOST.fullmatch(host)
    return address if public and len(address) <= ADDRESS else None


def keyboards(keys: list[Json]) -> list[Json]:
    """The reply markups that hold all keys, as many to a row as are legible."""
    groups = [keys[at : at + BUTTONS] for at in range(0, len(keys), BUTTONS)]
    return [{"inline_keyboard": _rows(group)} for group in groups]


def _rows(keys: list[Json]) -> list[list[Json]]:
    rows: list[list[Json]] = []
    widest = 0
    for one in keys:
        width = width_of(one["text"]) + 2
        together = max(widest, width)
        if rows and len(rows[-1]) < A_ROW and together * (len(rows[-1]) + 1) <= COLUMNS:
            rows[-1].append(one)
            widest = together
        else:
            rows.append([one])
            widest = width
    return rows
