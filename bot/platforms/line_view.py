"""A reply as LINE calls: at most five messages each, the buttons on the last one.

A reply token pays for one call and a push costs quota, so what would need a second call is first
packed closer: texts are joined, bubbles become a carousel.

Bodies are written as the SDK's models write them, so that what is frozen is what goes out; a test
holds every shape against the models, which would cost more here than all the rest.
"""

from collections.abc import Callable
from typing import Any

from bot.platforms import line_flex as flex
from bot.platforms.base import Body
from bot.platforms.line_actions import quick_action
from bot.platforms.line_cards import (
    ALT,
    TEXT,
    DrawingAddress,
    FileAddress,
    messages,
    no_address,
    texts,
)
from bot.platforms.splitting import shorten, utf16
from handlers.replies import Button, Camera, Picture, Reply, Shown, Text, apart
from handlers.replies import Card as CardNode
from locales.catalogue import Words

Json = dict[str, Any]

A_CALL = 5
QUICK = 13
BUBBLES = 12


def render(
    reply: Reply,
    *,
    locale: str,
    file_address: FileAddress,
    drawing_address: DrawingAddress = no_address,
) -> list[Body]:
    """The bodies of a reply, one per call; none for an empty reply."""
    say = Words(locale)
    nodes = apart(reply)
    made = [one for node in nodes for one in messages(node, say, file_address, drawing_address)]
    if len(made) > A_CALL:
        made = _joined(_joined(made, _texts), _carousel)
    if not made:
        # Nothing can be shown over LINE's screen: a few words alone are a message.
        made = texts(reply.toast)
    if not made:
        return []
    items = _quick(nodes)
    if items:
        made[-1] = {**made[-1], "quickReply": {"items": items}}
    quietly = {"notificationDisabled": True} if reply.silent else {}
    return [{"messages": made[at : at + A_CALL], **quietly} for at in range(0, len(made), A_CALL)]


def _quick(nodes: tuple[Shown, ...]) -> list[Json]:
    """The buttons of the last node that has any, repeated where the thumb is.

    Cameras of earlier nodes come too: only quick replies can open them.
    """
    groups = [n.buttons for n in nodes if isinstance(n, Text | CardNode | Picture) and n.buttons]
    if not groups:
        return []
    cameras = [b for group in groups[:-1] for b in group if isinstance(b, Camera)]
    wanted: list[Button] = [*groups[-1][: QUICK - len(cameras[:2])], *cameras[:2]]
    actions = (quick_action(button) for button in wanted)
    return [{"type": "action", "action": action} for action in actions if action]


def _joined(given: list[Json], join: Callable[[Json, Json], Json | None]) -> list[Json]:
    made: list[Json] = []
    for one in given:
        both = join(made[-1], one) if made else None
        if both is None:
            made.append(one)
        else:
            made[-1] = both
    return made


def _texts(first: Json, second: Json) -> Json | None:
    if first["type"] != "text" or second["type"] != "text":
        return None
    words = f"{first['text']}\n\n{second['text']}"
    return {"type": "text", "text": words} if utf16(words) <= TEXT else None


def _carousel(first: Json, second: Json) -> Json | None:
    if first["type"] != "flex" or second["type"] != "flex":
        return None
    bubbles = [*_bubbles_of(first), *_bubbles_of(second)]
    carousel = {"type": "carousel", "contents": bubbles}
    if len(bubbles) > BUBBLES or flex.size_of(carousel) > flex.CAROUSEL_BYTES:
        return None
    alt = shorten(f"{first['altText']}\n{second['altText']}", ALT, utf16)
    return {"type": "flex", "altText": alt, "contents": carousel}


def _bubbles_of(message: Json) -> list[Json]:
    container: Json = message["contents"]
    found: list[Json] = container["contents"] if container["type"] == "carousel" else [container]
    return found
