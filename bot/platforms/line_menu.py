"""LINE's rich menu: six areas below the chat, put up once and again only when they change.

A menu's picture cannot be replaced, so that a changed menu is a new one; its name holds a digest of
all that it is, by which a menu that is up already is known.
https://developers.line.biz/en/docs/messaging-api/using-rich-menus/
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.platforms.line_menu_sdk import (
    ApiException,
    AsyncMessagingApi,
    AsyncMessagingApiBlob,
    RichMenuRequest,
)
from handlers.buttons import Verb, pack
from locales.catalogue import DEFAULT, Words

Json = dict[str, Any]

WIDTH, HEIGHT = 2500, 1686
COLUMNS, ROWS = (0, 833, 1667, WIDTH), (0, 843, HEIGHT)
NAME = "funso-navi "
"""How names of our menus begin; all others are left alone."""
PICTURE = Path(__file__).parent.parent / "pictures" / "rich_menu.png"
TIMEOUT = 20
"""Seconds; uploading the picture may take some."""
PRESSES = (
    ("rich-menu-new", Verb.NEW),
    ("rich-menu-list", Verb.LIST),
    ("rich-menu-next", Verb.NEXT),
    ("rich-menu-evidence", Verb.EVIDENCE_SEND),
    ("rich-menu-trouble", Verb.TROUBLE),
    ("rich-menu-settings", Verb.SETTINGS),
)
"""What each cell is called and does, from left to right, then below."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One area of the menu, in pixels of its picture: the id of its words, and what it sends."""

    text: str
    verb: Verb
    x: int
    y: int
    width: int
    height: int


def _cell(number: int, text: str, verb: Verb) -> Cell:
    column, row = number % 3, number // 3
    x, y = COLUMNS[column], ROWS[row]
    return Cell(text, verb, x, y, COLUMNS[column + 1] - x, ROWS[row + 1] - y)


CELLS = tuple(_cell(number, *one) for number, one in enumerate(PRESSES))


def menu(picture: bytes) -> Json:
    """The menu as LINE takes it, named by a digest of itself and its picture."""
    say = Words(DEFAULT)
    areas = [
        {
            "bounds": {"x": one.x, "y": one.y, "width": one.width, "height": one.height},
            "action": {
                "type": "postback",
                "label": say(one.text),
                "data": pack(one.verb),
                "displayText": say(one.text),
            },
        }
        for one in CELLS
    ]
    made: Json = {
        "size": {"width": WIDTH, "height": HEIGHT},
        "selected": True,
        "chatBarText": say("rich-menu-bar"),
        "areas": areas,
    }
    digest = hashlib.sha256(json.dumps(made, sort_keys=True).encode() + picture).hexdigest()
    return {"name": NAME + digest[:16], **made}


async def put_up(api: AsyncMessagingApi, files: AsyncMessagingApiBlob) -> list[str]:
    """Make our menu the default one; returns what was done, nothing if it was so already.

    Outdated menus of ours go at the end, so that at no time there is none. Raises the SDK's
    ApiException and what a lost connection raises.
    """
    picture = PICTURE.read_bytes()
    wanted = menu(picture)
    done: list[str] = []
    listed = (await api.get_rich_menu_list(_request_timeout=TIMEOUT)).richmenus
    ours = {one.name: one.rich_menu_id for one in listed if one.name.startswith(NAME)}
    number = ours.get(wanted["name"])
    if number is None:
        asked = RichMenuRequest.from_dict(wanted)
        made = await api.create_rich_menu(asked, _request_timeout=TIMEOUT)
        number = made.rich_menu_id
        done.append(f"rich menu {wanted['name']} made")
    if not await _has_picture(files, number):
        # A menu without one is left by a run that was cut off: it cannot be shown to anyone.
        await files.set_rich_menu_image(
            number,
            body=bytearray(picture),
            _headers={"Content-Type": "image/png"},
            _request_timeout=TIMEOUT,
        )
        done.append(f"its picture uploaded ({len(picture) // 1024} KB)")
    if await _default(api) != number:
        await api.set_default_rich_menu(number, _request_timeout=TIMEOUT)
        done.append("set as the default menu")
    for one in listed:
        if one.name.startswith(NAME) and one.rich_menu_id != number:
            await api.delete_rich_menu(one.rich_menu_id, _request_timeout=TIMEOUT)
            done.append(f"outdated {one.name} removed")
    return done


async def _has_picture(files: AsyncMessagingApiBlob, number: str) -> bool:
    try:
        await files.get_rich_menu_image(number, _request_timeout=TIMEOUT)
    except ApiException as error:
        if error.status == 404:
            return False
        raise
    return True


async def _default(api: AsyncMessagingApi) -> str | None:
    """The default menu's number; None where none is set by the API (LINE says 404)."""
    try:
        found = await api.get_default_rich_menu_id(_request_timeout=TIMEOUT)
    except ApiException as error:
        if error.status == 404:
            return None
        raise
    return str(found.rich_menu_id)
