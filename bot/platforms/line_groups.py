"""In a LINE group the bot speaks only when it is spoken to."""

from collections.abc import Mapping
from typing import Any

from bot.platforms.our_name import CALL, NAME


def spoken_to_us(text: str, message: Mapping[str, Any]) -> str | None:
    """What was said to the bot, without its name; None when it was said to others.

    To the bot: a mention of it (`isSelf`), a text that begins with its name, or with `/`.
    """
    mentions = _own_mentions(message)
    if not mentions and not text.startswith("/") and not CALL.match(text):
        return None
    units = text.encode("utf-16-le", "surrogatepass")
    for index, length in sorted(mentions, reverse=True):
        # LINE counts in UTF-16 units: two bytes each.
        units = units[: index * 2] + units[(index + length) * 2 :]
    rest = units.decode("utf-16-le", "replace").strip()
    rest = CALL.sub("", rest, count=1) if CALL.match(rest) else rest
    return rest.strip() or NAME


def _own_mentions(message: Mapping[str, Any]) -> list[tuple[int, int]]:
    mention = message.get("mention")
    mentionees = mention.get("mentionees") if isinstance(mention, dict) else None
    return [
        (one["index"], one["length"])
        for one in (mentionees if isinstance(mentionees, list) else [])
        if isinstance(one, dict)
        and one.get("isSelf") is True
        and isinstance(one.get("index"), int)
        and isinstance(one.get("length"), int)
        and one["index"] >= 0
        and one["length"] >= 0
    ]
