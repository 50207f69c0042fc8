"""Pictures that are drawn when they are sent or asked for, and kept nowhere.

A drawing is a pure function of its time line: sent again it is the same, byte for byte.
"""

import asyncio
import hashlib
import logging
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import msgspec

from handlers.replies import Picture, ReplyNode, Timeline

log = logging.getLogger(__name__)

NAME = "timeline.png"
MEDIA_TYPE = "image/png"


def digest(timeline: Timeline) -> str:
    """A short name for what a time line shows."""
    return hashlib.sha256(msgspec.json.encode(timeline)).hexdigest()[:16]


def named(nodes: Iterable[ReplyNode], name: str) -> Timeline | None:
    """The time line of this digest among the nodes of a reply."""
    shown = (node.timeline for node in nodes if isinstance(node, Picture))
    return next((one for one in shown if digest(one) == name), None)


async def drawn(timeline: Timeline) -> bytes:
    """The picture as PNG, made in a thread: it takes a tenth of a second."""
    return await asyncio.to_thread(_drawn, timeline)


async def drawn_of(body: dict[str, Any]) -> bytes | None:
    """The picture that a frozen body asks for; None if it cannot be drawn (its words remain)."""
    try:
        return await drawn(msgspec.convert(body["drawing"], Timeline))
    except Exception:
        # Whatever is wrong with a picture must hold up neither its words nor what comes after.
        log.exception("a picture could not be drawn")
        return None


@lru_cache(maxsize=16)
def _drawn(timeline: Timeline) -> bytes:
    # Loading Pillow and the font takes a moment: only where a picture is drawn.
    from bot.pictures.timeline import draw

    return draw(timeline)
