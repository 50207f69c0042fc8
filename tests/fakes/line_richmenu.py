"""Rich menus in their smallest form: made, given a picture, set as default, listed, deleted."""

from typing import TYPE_CHECKING

from starlette.requests import Request

from tests.fakes.ledger import Json
from tests.fakes.line_actions import check_action, check_text
from tests.fakes.line_sending import RefusedError, validate
from tests.fakes.words import graphemes

if TYPE_CHECKING:
    from tests.fakes.line import FakeLine

MOST_PICTURE = 1024 * 1024


def _check(body: Json) -> None:
    details: list[Json] = []

    def say(at: str, message: str) -> None:
        details.append({"message": message, "property": at})

    check_text(say, "name", body.get("name"), 300, unit=graphemes)
    check_text(say, "chatBarText", body.get("chatBarText"), 14, unit=graphemes)
    width = (body.get("size") or {}).get("width", 0)
    height = (body.get("size") or {}).get("height", 0)
    if not 800 <= width <= 2500 or height < 250 or width / height < 1.45:
        say("size", "Width 800 to 2500, height at least 250, ratio at least 1.45")
    areas = body.get("areas")
    if not isinstance(areas, list) or len(areas) > 20:
        say("areas", "Size must be between 0 and 20")
    else:
        for number, area in enumerate(areas):
            check_action(say, f"areas[{number}].action", area.get("action"), "rich_menu")
    if details:
        raise RefusedError(400, f"The request body has {len(details)} error(s)", details)


def post(line: "FakeLine", endpoint: str, body: Json) -> Json | None:
    match endpoint.split("/"):
        case ["richmenu"]:
            _check(body)
            validate("richmenu", body)
            name = "richmenu-" + line.ids.hex(32)
            line.rich_menus[name] = body
            return {"richMenuId": name}
        case ["richmenu", "validate"]:
            _check(body)
            return {}
        case ["user", user, "richmenu", name]:
            if name not in line.rich_menus:
                raise RefusedError(404, "Not found")
            if name not in line.rich_menu_pictures:
                raise RefusedError(400, "must upload richmenu image before applying it to user")
            line.rich_menu_of[user] = name
            return {}
    return None


def rest(line: "FakeLine", request: Request, endpoint: str, body: bytes) -> Json | None:
    match (request.method, endpoint.split("/")):
        case ("GET", ["richmenu", "list"]):
            return {"richmenus": [{"richMenuId": k, **v} for k, v in line.rich_menus.items()]}
        case ("GET", ["richmenu", name]) if name in line.rich_menus:
            return {"richMenuId": name, **line.rich_menus[name]}
        case ("DELETE", ["richmenu", name]) if name in line.rich_menus:
            del line.rich_menus[name]
            line.rich_menu_pictures.pop(name, None)
            for user, linked in list(line.rich_menu_of.items()):
                if linked == name:
                    del line.rich_menu_of[user]
            return {}
        case ("POST", ["richmenu", name, "content"]) if name in line.rich_menus:
            if request.headers.get("content-type") not in ("image/jpeg", "image/png"):
                raise RefusedError(415, "Unsupported media type")
            if not 0 < len(body) <= MOST_PICTURE:
                raise RefusedError(413, "Request entity too large")
            if name in line.rich_menu_pictures:
                raise RefusedError(400, "An image has already been uploaded to the richmenu")
            line.rich_menu_pictures[name] = body
            return {}
        case ("GET", ["user", user, "richmenu"]) if user in line.rich_menu_of:
            return {"richMenuId": line.rich_menu_of[user]}
        case ("DELETE", ["user", user, "richmenu"]):
            line.rich_menu_of.pop(user, None)
            return {}
    return None
