"""LINE's rules for action objects and quick replies."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal

from tests.fakes.ledger import Json
from tests.fakes.words import graphemes, utf16

Place = Literal["quick", "template", "image_carousel", "flex_button", "flex", "rich_menu"]
Say = Callable[[str, str], None]
"""say(property, message): one more reason to refuse."""

LABEL = {"quick": 20, "template": 20, "image_carousel": 12, "rich_menu": 20}
REQUIRED_LABEL = ("quick", "template", "flex_button")
QUICK_ONLY = ("camera", "cameraRoll", "location")
TYPES = (
    *("postback", "message", "uri", "datetimepicker", "clipboard", "richmenuswitch"),
    *QUICK_ONLY,
)
PICKER = {
    "date": (r"\d{4}-\d\d-\d\d", "%Y-%m-%d"),
    "time": (r"\d\d:\d\d", "%H:%M"),
    "datetime": (r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d", "%Y-%m-%dT%H:%M"),
}
URI = re.compile(r"(https?|line|tel):[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+\Z")


def check_text(
    say: Say,
    at: str,
    value: Any,
    most: int,
    *,
    least: int = 1,
    unit: Callable[[str], int] = utf16,
    required: bool = True,
) -> None:
    if value is None:
        if required:
            say(at, "May not be empty")
    elif not isinstance(value, str):
        say(at, "Must be a string")
    elif least and not value:
        say(at, "May not be empty")
    elif unit(value) > most:
        say(at, f"Length must be between {least} and {most}")


def check_url(say: Say, at: str, value: Any, *, required: bool = True, most: int = 2000) -> None:
    check_text(say, at, value, most, required=required)
    if isinstance(value, str) and value and not (value.startswith("https://") and URI.match(value)):
        say(at, "Invalid URI")


def check_uri(say: Say, at: str, value: Any) -> None:
    check_text(say, at, value, 1000)
    if isinstance(value, str) and value and not URI.match(value):
        say(at, "Invalid action URI")


def picked(mode: str, value: str) -> datetime | None:
    """The instant a picker value stands for, or None where it is malformed."""
    pattern, form = PICKER[mode]
    if not re.fullmatch(pattern, value):
        return None
    try:
        return datetime.strptime(value.replace("t", "T"), form)  # noqa: DTZ007
    except ValueError:
        return None


def _picker(say: Say, at: str, action: Json) -> None:
    check_text(say, f"{at}.data", action.get("data"), 300)
    mode = action.get("mode")
    if mode not in PICKER:
        say(f"{at}.mode", "Must be one of the following values: [date, time, datetime]")
        return
    times: dict[str, datetime] = {}
    for name in ("initial", "min", "max"):
        value = action.get(name)
        if value is None:
            continue
        time = picked(mode, value) if isinstance(value, str) else None
        if time is None or (mode != "time" and not 1900 <= time.year <= 2100):
            say(f"{at}.{name}", "Invalid datetime format")
        else:
            times[name] = time
    if "min" in times and "max" in times and times["min"] >= times["max"]:
        say(f"{at}.max", "max must be greater than min")
    if "initial" in times and (
        times["initial"] < times.get("min", times["initial"])
        or times["initial"] > times.get("max", times["initial"])
    ):
        say(f"{at}.initial", "initial must be between min and max")


def _postback(say: Say, at: str, action: Json, place: Place) -> None:
    check_text(say, f"{at}.data", action.get("data"), 300)
    for name in ("displayText", "text"):
        check_text(say, f"{at}.{name}", action.get(name), 300, unit=graphemes, required=False)
    if action.get("text") is not None:
        if action.get("displayText") is not None:
            say(f"{at}.text", "text and displayText cannot be used together")
        if place == "quick":
            say(f"{at}.text", "text is not allowed in quick reply buttons")
    if action.get("fillInText") is not None:
        check_text(say, f"{at}.fillInText", action["fillInText"], 300, unit=graphemes)
        if action.get("inputOption") != "openKeyboard":
            say(f"{at}.fillInText", "Only allowed when inputOption is openKeyboard")


def check_action(say: Say, at: str, action: Any, place: Place) -> None:
    if not isinstance(action, dict):
        say(at, "May not be empty")
        return
    kind = action.get("type")
    if kind not in TYPES:
        say(f"{at}.type", "Unknown action type")
        return
    label_required = place in REQUIRED_LABEL
    check_text(
        say,
        f"{at}.label",
        action.get("label"),
        LABEL.get(place, 40),
        least=1 if label_required else 0,
        unit=graphemes,
        required=label_required,
    )
    if kind in QUICK_ONLY and place != "quick":
        say(f"{at}.type", f"{kind} is only allowed in quick reply buttons")
    if kind == "richmenuswitch" and place != "rich_menu":
        say(f"{at}.type", "richmenuswitch is only allowed in rich menus")
    if kind == "postback":
        _postback(say, at, action, place)
    elif kind == "message":
        check_text(say, f"{at}.text", action.get("text"), 300, unit=graphemes)
    elif kind == "uri":
        check_uri(say, f"{at}.uri", action.get("uri"))
        if "altUri" in action:
            check_uri(say, f"{at}.altUri.desktop", (action["altUri"] or {}).get("desktop"))
    elif kind == "clipboard":
        check_text(say, f"{at}.clipboardText", action.get("clipboardText"), 1000)
    elif kind == "datetimepicker":
        _picker(say, at, action)
    elif kind == "richmenuswitch":
        check_text(say, f"{at}.richMenuAliasId", action.get("richMenuAliasId"), 32)
        check_text(say, f"{at}.data", action.get("data"), 300)


def check_quick_reply(say: Say, at: str, quick: Any) -> None:
    items = quick.get("items") if isinstance(quick, dict) else None
    if not isinstance(items, list) or not 1 <= len(items) <= 13:
        say(f"{at}.items", "Size must be between 1 and 13")
        return
    for number, item in enumerate(items):
        here = f"{at}.items[{number}]"
        if not isinstance(item, dict) or item.get("type") != "action":
            say(f"{here}.type", "Must be one of the following values: [action]")
            continue
        check_url(say, f"{here}.imageUrl", item.get("imageUrl"), required=False)
        check_action(say, f"{here}.action", item.get("action"), "quick")
