"""Telegram's HTML: text with tags → plain text and entities, refused as Telegram refuses it.

Offsets of entities count UTF-16 units; offsets in errors count bytes of the given text.
"""

import re

from tests.fakes.ledger import Json
from tests.fakes.words import utf16

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
TIME_FORMAT = re.compile(r"(r|w?[dD]?[tT]?)\Z")
START = re.compile(r"<\s*([a-zA-Z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
REFERENCE = re.compile(r"&(#x[0-9a-fA-F]+|#[0-9]+|[a-zA-Z]+);?")


class EntityError(Exception):
    """What follows "can't parse entities: "."""


def _bytes(text: str) -> int:
    return len(text.encode())


def _reference(found: re.Match[str]) -> str:
    name = found[1]
    if name.startswith("#"):
        code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
        return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000 else found[0]
    # Telegram leaves names it does not know as they stand.
    return NAMED.get(name, found[0])


def unreadable_names(text: str) -> list[str]:
    """Named references that would be shown as they are ("&nbsp;")."""
    return [m[0] for m in re.finditer(r"&([a-zA-Z]+);", text) if m[1] not in NAMED]


def _entity(tag: str, attributes: dict[str, str], at: int) -> Json:
    entity: Json = {"type": TAGS[tag]}
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise EntityError(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    if tag == "a":
        entity["url"] = attributes.get("href", "")
    if tag == "tg-emoji":
        if not attributes.get("emoji-id", "").isdigit():
            raise EntityError(f"Invalid custom emoji identifier specified at byte offset {at}")
        entity["custom_emoji_id"] = attributes["emoji-id"]
    if tag == "tg-time":
        if not attributes.get("unix", "").isdigit():
            raise EntityError(f"Invalid date specified at byte offset {at}")
        entity["unix_time"] = int(attributes["unix"])
        if "format" in attributes:
            if not TIME_FORMAT.match(attributes["format"]):
                raise EntityError(f"Invalid date format specified at byte offset {at}")
            entity["date_time_format"] = attributes["format"]
    if tag == "code" and attributes.get("class", "").startswith("language-"):
        entity["language"] = attributes["class"].removeprefix("language-")
    if tag == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    return entity


def parse_html(text: str) -> tuple[str, list[Json]]:
    out: list[str] = []
    entities: list[Json] = []
    stack: list[tuple[str, Json, int]] = []
    length = position = 0

    def add(piece: str) -> None:
        nonlocal length
        piece = REFERENCE.sub(_reference, piece)
        out.append(piece)
        length += utf16(piece)

    while position < len(text):
        opening = text.find("<", position)
        if opening < 0:
            add(text[position:])
            break
        add(text[position:opening])
        at = _bytes(text[:opening])
        if text.startswith("</", opening):
            closing = text.find(">", opening)
            if closing < 0:
                raise EntityError(f"Unclosed end tag at byte offset {at}")
            name = text[opening + 2 : closing].strip().lower()
            if not stack:
                raise EntityError(f"Unexpected end tag at byte offset {at}")
            tag, entity, start = stack.pop()
            if name not in ("", tag):
                raise EntityError(
                    f'Unmatched end tag at byte offset {at}, expected "</{tag}>", found "</{name}>"'
                )
            if length > start and not (tag == "a" and not entity["url"]):
                entities.append({**entity, "offset": start, "length": length - start})
            position = closing + 1
            continue
        found = START.match(text, opening)
        bare = re.match(r"<([a-zA-Z0-9-]*)", text[opening:])
        name = (bare[1] if bare else "").lower()
        if name not in TAGS:
            raise EntityError(f'Unsupported start tag "{name}" at byte offset {at}')
        if not found:
            raise EntityError(f"Unclosed start tag at byte offset {at}")
        attributes = {
            m[1].lower(): REFERENCE.sub(_reference, m[2] or m[3] or m[4] or "")
            for m in ATTRIBUTE.finditer(found[2])
        }
        stack.append((name, _entity(name, attributes, at), length))
        position = found.end()
    if stack:
        raise EntityError(f'Can\'t find end tag corresponding to start tag "{stack[-1][0]}"')
    return "".join(out), sorted(_joined(entities), key=lambda e: (e["offset"], -e["length"]))


def _joined(entities: list[Json]) -> list[Json]:
    """<pre><code class="language-x"> is one entity."""
    languages = {(e["offset"], e["length"]): e.pop("language") for e in entities if "language" in e}
    kept = []
    for entity in entities:
        span = (entity["offset"], entity["length"])
        if entity["type"] == "code" and span in languages:
            continue
        if entity["type"] == "pre" and span in languages:
            entity["language"] = languages[span]
        kept.append(entity)
    return kept
