"""LINE's rules for template messages."""

from typing import Any

from tests.fakes.ledger import Json
from tests.fakes.line_actions import Say, check_action, check_text, check_url
from tests.fakes.words import graphemes


def check_template(say: Say, at: str, template: Any) -> None:
    kind = template.get("type") if isinstance(template, dict) else None
    check = {
        "buttons": _buttons,
        "confirm": _confirm,
        "carousel": _carousel,
        "image_carousel": _image_carousel,
    }.get(str(kind))
    if check is None:
        say(
            f"{at}.type",
            "Must be one of the following values: [buttons, confirm, carousel, image_carousel]",
        )
    else:
        check(say, at, template)


def _actions(say: Say, at: str, part: Json, least: int, most: int) -> None:
    actions = part.get("actions")
    if not isinstance(actions, list) or not least <= len(actions) <= most:
        say(f"{at}.actions", f"Size must be between {least} and {most}")
        return
    for number, action in enumerate(actions):
        check_action(say, f"{at}.actions[{number}]", action, "template")


def _head(say: Say, at: str, part: Json, plain: int) -> None:
    """Title, picture and text of a buttons template or of a carousel's column."""
    check_text(say, f"{at}.title", part.get("title"), 40, unit=graphemes, required=False)
    check_url(say, f"{at}.thumbnailImageUrl", part.get("thumbnailImageUrl"), required=False)
    short = part.get("title") or part.get("thumbnailImageUrl")
    check_text(say, f"{at}.text", part.get("text"), 60 if short else plain, unit=graphemes)
    if part.get("defaultAction") is not None:
        check_action(say, f"{at}.defaultAction", part["defaultAction"], "flex")


def _buttons(say: Say, at: str, part: Json) -> None:
    _head(say, at, part, 160)
    _actions(say, at, part, 1, 4)


def _confirm(say: Say, at: str, part: Json) -> None:
    check_text(say, f"{at}.text", part.get("text"), 240, unit=graphemes)
    _actions(say, at, part, 2, 2)


def _carousel(say: Say, at: str, part: Json) -> None:
    columns = part.get("columns")
    if not isinstance(columns, list) or not 1 <= len(columns) <= 10:
        say(f"{at}.columns", "Size must be between 1 and 10")
        return
    for number, column in enumerate(columns):
        _head(say, f"{at}.columns[{number}]", column, 120)
        _actions(say, f"{at}.columns[{number}]", column, 1, 3)
    shapes = {
        (len(c.get("actions") or []), bool(c.get("title")), bool(c.get("thumbnailImageUrl")))
        for c in columns
    }
    if len(shapes) > 1:
        say(f"{at}.columns", "All columns must have the same actions, title and image")


def _image_carousel(say: Say, at: str, part: Json) -> None:
    columns = part.get("columns")
    if not isinstance(columns, list) or not 1 <= len(columns) <= 10:
        say(f"{at}.columns", "Size must be between 1 and 10")
        return
    for number, column in enumerate(columns):
        check_url(say, f"{at}.columns[{number}].imageUrl", column.get("imageUrl"))
        check_action(say, f"{at}.columns[{number}].action", column.get("action"), "image_carousel")
