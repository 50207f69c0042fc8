"""Buttons as LINE's action objects.

https://developers.line.biz/en/reference/messaging-api/#action-objects
"""

from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit

from bot.platforms.splitting import blank, clean, shorten, utf16
from handlers.replies import Button, Camera, Copy, Link, PickDate, Press

Json = dict[str, Any]

QUICK_LABEL = 20
FLEX_LABEL = 40
"""Graphemes: of a quick reply, of a button in a bubble."""
SPOKEN = 300
COPIED = 1000
ADDRESS = 1000
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""What the date picker knows."""


def quick_action(button: Button) -> Json | None:
    """The action of a quick reply; None where LINE has none for this button."""
    if isinstance(button, Camera):
        kind = "cameraRoll" if button.roll else "camera"
        return {"type": kind, "label": _label(button.label, QUICK_LABEL)}
    return _action(button, QUICK_LABEL)


def flex_action(button: Button) -> Json | None:
    """The action of a button in a bubble; None for cameras, which only quick replies open."""
    return None if isinstance(button, Camera) else _action(button, FLEX_LABEL)


def _action(button: Press | PickDate | Link | Copy, limit: int) -> Json | None:
    label = _label(button.label, limit)
    match button:
        case Press():
            spoken = shorten(clean(button.label), SPOKEN)
            said = {} if blank(spoken) else {"displayText": spoken}
            return {"type": "postback", "label": label, "data": button.payload, **said}
        case PickDate():
            base = {"type": "datetimepicker", "label": label, "data": button.payload}
            return {**base, "mode": button.mode, **_bounds(button)}
        case Link():
            address = usable_address(button.url)
            return None if address is None else {"type": "uri", "label": label, "uri": address}
        case Copy():
            if blank(button.text) or utf16(clean(button.text)) > COPIED:
                return None
            return {"type": "clipboard", "label": label, "clipboardText": clean(button.text)}


def _label(label: str, limit: int) -> str:
    label = " ".join(clean(label).split())
    return "…" if blank(label) else shorten(label, limit)


def usable_address(url: str, limit: int = ADDRESS) -> str | None:
    """The address percent-encoded, if it is https and short enough for LINE."""
    address = quote(clean(url).strip(), safe="%-._~:/?#[]@!$&'()*+,;=")
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    usable = parts.scheme == "https" and parts.hostname and len(address) <= limit
    return address if usable else None


def _bounds(button: PickDate) -> dict[str, str]:
    """The picker's first choice and its bounds, in the only form and order that LINE takes."""
    first, last = _wall(button.earliest), _wall(button.latest)
    chosen = _wall(button.initial)
    if button.mode == "date":
        first, last, chosen = (
            None if time is None else time.replace(hour=0, minute=0)
            for time in (first, last, chosen)
        )
    if first and last and first >= last:
        first = last = None
    if chosen and first:
        chosen = max(chosen, first)
    if chosen and last:
        chosen = min(chosen, last)
    form = "%Y-%m-%d" if button.mode == "date" else "%Y-%m-%dT%H:%M"
    times = {"initial": chosen, "min": first, "max": last}
    return {name: time.strftime(form) for name, time in times.items() if time is not None}


def _wall(value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        time = datetime.fromisoformat(value).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return None
    return time if FIRST_YEAR <= time.year <= LAST_YEAR else None
