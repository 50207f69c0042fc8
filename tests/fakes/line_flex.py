"""LINE's rules for Flex containers and components."""

import json
import re
from typing import Any

from tests.fakes.ledger import Json
from tests.fakes.line_actions import Say, check_action, check_text, check_uri, check_url

BUBBLE_BYTES = 30 * 1024
CAROUSEL_BYTES = 50 * 1024
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?\Z")
PX = r"\d+(\.\d+)?px"
PERCENT = r"\d+(\.\d+)?%"
SPACE = "none|xs|sm|md|lg|xl|xxl"
FONT = "xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl"
OFFSET = f"-?({PX}|{PERCENT})|{SPACE}"
SIZES = {
    "margin": f"{PX}|{SPACE}",
    "spacing": f"{PX}|{SPACE}",
    "cornerRadius": f"{PX}|{SPACE}",
    "borderWidth": f"{PX}|none|light|normal|medium|semi-bold|bold",
    "lineSpacing": PX,
    **dict.fromkeys(("width", "height", "maxWidth", "maxHeight"), f"{PX}|{PERCENT}"),
    **dict.fromkeys(
        ("paddingAll", "paddingTop", "paddingBottom", "paddingStart", "paddingEnd"),
        f"{PX}|{PERCENT}|{SPACE}",
    ),
    **dict.fromkeys(("offsetTop", "offsetBottom", "offsetStart", "offsetEnd"), OFFSET),
}
SIZE = {
    "text": f"{PX}|{FONT}",
    "span": f"{PX}|{FONT}",
    "icon": f"{PX}|{FONT}",
    "image": f"{PX}|{PERCENT}|{FONT}|full",
}
COLOURS = ("color", "backgroundColor", "borderColor", "separatorColor", "startColor", "endColor")
INSIDE = {
    "horizontal": ("box", "button", "image", "text", "separator", "filler"),
    "vertical": ("box", "button", "image", "text", "separator", "filler"),
    "baseline": ("icon", "text", "filler"),
}
HERO = ("box", "image", "video")
BUBBLE_SIZES = ("nano", "micro", "deca", "hecto", "kilo", "mega", "giga")


def _bytes(value: Any) -> int:
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def check_flex(say: Say, at: str, container: Any) -> None:
    kind = container.get("type") if isinstance(container, dict) else None
    if kind == "bubble":
        _bubble(say, at, container)
    elif kind == "carousel":
        bubbles = container.get("contents")
        if not isinstance(bubbles, list) or not 1 <= len(bubbles) <= 12:
            say(f"{at}/contents", "Size must be between 1 and 12")
            return
        if _bytes(container) > CAROUSEL_BYTES:
            say(at, "The carousel is larger than 50 KB")
        for number, bubble in enumerate(bubbles):
            here = f"{at}/contents/{number}"
            if not isinstance(bubble, dict) or bubble.get("type") != "bubble":
                say(here, "A carousel may hold bubbles only")
            else:
                _bubble(say, here, bubble)
        if len({b.get("size", "mega") for b in bubbles if isinstance(b, dict)}) > 1:
            say(f"{at}/contents", "All bubbles of a carousel must have the same size")
    else:
        say(f"{at}/type", "Must be one of the following values: [bubble, carousel]")
    animated = json.dumps(container).count('"animated": true')
    if animated > 10:
        say(at, "At most 10 animated images")


def _bubble(say: Say, at: str, bubble: Json) -> None:
    if _bytes(bubble) > BUBBLE_BYTES:
        say(at, "The bubble is larger than 30 KB")
    if bubble.get("size", "mega") not in BUBBLE_SIZES:
        say(f"{at}/size", "invalid property")
    if bubble.get("direction", "ltr") not in ("ltr", "rtl"):
        say(f"{at}/direction", "invalid property")
    blocks = [name for name in ("header", "hero", "body", "footer") if bubble.get(name)]
    if not blocks:
        say(at, "At least one block must be specified")
    for name in blocks:
        _component(say, f"{at}/{name}", bubble[name], HERO if name == "hero" else ("box",))
    for name, style in (bubble.get("styles") or {}).items():
        _shared(say, f"{at}/styles/{name}", style, "style")
    if bubble.get("action") is not None:
        check_action(say, f"{at}/action", bubble["action"], "flex")


def _shared(say: Say, at: str, part: Json, kind: str) -> None:
    for name in COLOURS:
        value = part.get(name)
        if value is not None and not (isinstance(value, str) and COLOUR.match(value)):
            say(f"{at}/{name}", "invalid property")
    sizes = SIZES | ({"size": SIZE[kind]} if kind in SIZE else {})
    if kind == "button":
        sizes["height"] = "sm|md"
    for name, pattern in sizes.items():
        value = part.get(name)
        if value is not None and not (isinstance(value, str) and re.fullmatch(pattern, value)):
            say(f"{at}/{name}", "invalid property")
    for name in ("flex", "maxLines"):
        value = part.get(name)
        if value is not None and (not isinstance(value, int) or value < 0):
            say(f"{at}/{name}", "invalid property")
    if part.get("adjustMode") not in (None, "shrink-to-fit"):
        say(f"{at}/adjustMode", "invalid property")


def _component(say: Say, at: str, part: Any, allowed: tuple[str, ...]) -> None:
    kind = part.get("type") if isinstance(part, dict) else None
    if kind not in allowed:
        say(f"{at}/type", f"Must be one of the following values: [{', '.join(allowed)}]")
        return
    _shared(say, at, part, kind)
    if part.get("action") is not None and kind != "button":
        check_action(say, f"{at}/action", part["action"], "flex")
    if kind == "box":
        _box(say, at, part)
    elif kind == "button":
        check_action(say, f"{at}/action", part.get("action"), "flex_button")
    elif kind == "text":
        spans = part.get("contents")
        if spans:
            for number, span in enumerate(spans):
                _component(say, f"{at}/contents/{number}", span, ("span",))
        else:
            check_text(say, f"{at}/text", part.get("text"), BUBBLE_BYTES)
    elif kind == "span":
        check_text(say, f"{at}/text", part.get("text"), BUBBLE_BYTES)
    elif kind in ("image", "icon"):
        check_url(say, f"{at}/url", part.get("url"))
        _ratio(say, at, part)
    elif kind == "video":
        check_url(say, f"{at}/url", part.get("url"))
        check_url(say, f"{at}/previewUrl", part.get("previewUrl"))
        _component(say, f"{at}/altContent", part.get("altContent"), ("box", "image"))
        if part.get("action") and part["action"].get("type") == "uri":
            check_uri(say, f"{at}/action/uri", part["action"].get("uri"))


def _box(say: Say, at: str, box: Json) -> None:
    layout = box.get("layout")
    if layout not in INSIDE:
        say(f"{at}/layout", "Must be one of the following values: [horizontal, vertical, baseline]")
        return
    contents = box.get("contents")
    if not isinstance(contents, list):
        say(f"{at}/contents", "must be specified")
        return
    background = box.get("background")
    if background is not None:
        _shared(say, f"{at}/background", background, "background")
    for number, part in enumerate(contents):
        _component(say, f"{at}/contents/{number}", part, INSIDE[layout])


def _ratio(say: Say, at: str, part: Json) -> None:
    ratio = part.get("aspectRatio")
    if ratio is None:
        return
    found = re.fullmatch(r"(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)", str(ratio))
    if not found:
        say(f"{at}/aspectRatio", "invalid property")
        return
    width, height = (float(side) for side in found.groups())
    if not 1 <= width <= 100000 or not 1 <= height <= 100000 or height > 3 * width:
        say(f"{at}/aspectRatio", "invalid property")
