"""The parts of a Flex bubble.

LINE shows a bubble in its own colours on dark screens too: every text and every ground is given
its colour here, so that no theme can put dark on dark.
https://developers.line.biz/en/reference/messaging-api/#flex-message
"""

import json
from typing import Any

from bot.platforms.line_actions import flex_action
from bot.platforms.splitting import width_of
from handlers.replies import Button, Press, Progress

Json = dict[str, Any]

INK, QUIET, PAPER, SHADE, TRACK = "#1F2328", "#57606A", "#FFFFFF", "#F0F2F5", "#D8DEE4"
DANGER = "#B3261E"
TONES = {
    "case": "#1F5FA8",
    "step": "#0B6E4F",
    "warning": "#B3261E",
    "done": "#4A5560",
    "question": "#6A4C93",
}
BUBBLE_BYTES = 30 * 1024
CAROUSEL_BYTES = 50 * 1024
SHORT = 12
"""Two buttons share a line up to this width (six kanji)."""
NUMBER = 3
"""Columns of a label that is only a step's number."""
ROOMY = 30
"""Wider labels are printed smaller, else LINE cuts them off."""


def size_of(part: Any) -> int:
    """Bytes on the wire, as the SDK writes them: escaped, thus never less than LINE counts."""
    return len(json.dumps(part))


def text(words: str, size: str = "md", color: str = INK, **more: Any) -> Json:
    """A wrapping text."""
    return {"type": "text", "text": words, "wrap": True, "size": size, "color": color, **more}


def vertical(*parts: Json, **more: Any) -> Json:
    """Parts below one another."""
    return {"type": "box", "layout": "vertical", "contents": list(parts), **more}


def horizontal(*parts: Json, **more: Any) -> Json:
    """Parts side by side."""
    return {"type": "box", "layout": "horizontal", "contents": list(parts), **more}


def bubble(*, head: Json | None, body: list[Json], foot: list[Json]) -> Json:
    """A bubble of whichever blocks have something in them."""
    made: Json = {"type": "bubble", "size": "mega"}
    if head:
        made["header"] = head
    if body:
        made["body"] = vertical(*body, spacing="md", backgroundColor=PAPER, paddingAll="16px")
    if foot:
        made["footer"] = vertical(*foot, spacing="sm", backgroundColor=PAPER, paddingAll="12px")
    return made


def header(title: str, tone: str) -> Json:
    """The coloured strip with the title."""
    words = text(title, "lg", PAPER, weight="bold")
    return vertical(words, backgroundColor=TONES[tone], paddingAll="14px")


def row(label: str, value: str) -> Json:
    """A label with its value beside it; a number alone (1/5) leaves the value more room."""
    return horizontal(
        text(label, "sm", QUIET, flex=1 if width_of(label) <= NUMBER else 3),
        text(value, "sm", INK, flex=7, weight="bold"),
        spacing="sm",
    )


def progress(state: Progress, tone: str) -> Json:
    """A bar and the numbers: Flex has no bar of its own, a box in a box makes one."""
    share = min(100, max(0, round(100 * state.done / max(1, state.total))))
    done = vertical(width=f"{share}%", height="6px", backgroundColor=TONES[tone])
    bar = vertical(
        *([done] if share else []), height="6px", backgroundColor=TRACK, cornerRadius="3px"
    )
    return vertical(text(f"{state.done}/{state.total}", "sm", QUIET), bar, spacing="xs")


def buttons(row_of: list[Button], tone: str) -> list[Json]:
    """Buttons one below the other; two short ones share a line."""
    lines: list[Json] = []
    waiting: tuple[int, Json] | None = None
    for one in row_of:
        made = _button(one, tone)
        if made is None:
            continue
        width = width_of(made["action"]["label"])
        if waiting and max(waiting[0], width) <= SHORT:
            lines[-1] = horizontal(waiting[1], made, spacing="sm")
            waiting = None
            continue
        lines.append(made)
        waiting = (width, made)
    return lines


def _button(button: Button, tone: str) -> Json | None:
    action = flex_action(button)
    if action is None:
        return None
    style = button.style if isinstance(button, Press) else "plain"
    look = {"style": "secondary", "color": "#E3E8EE"}
    if style != "plain":
        look = {"style": "primary", "color": DANGER if style == "danger" else TONES[tone]}
    tight = {"adjustMode": "shrink-to-fit"} if width_of(action["label"]) > ROOMY else {}
    return {"type": "button", "height": "sm", **look, **tight, "action": action}


def mark(part: Any, sign: str) -> bool:
    """Put a sign before the first text of a container, in place; whether there was one."""
    if isinstance(part, list):
        return any(mark(inner, sign) for inner in part)
    if not isinstance(part, dict):
        return False
    if part.get("type") == "text" and isinstance(part.get("text"), str):
        part["text"] = sign + part["text"]
        return True
    inner = (part.get(name) for name in ("header", "body", "footer", "contents"))
    return any(mark(one, sign) for one in inner if one is not None)
