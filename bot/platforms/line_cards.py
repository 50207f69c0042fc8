"""Nodes of a reply as LINE messages."""

from collections.abc import Callable, Iterator
from typing import Any

from bot.platforms import line_flex as flex
from bot.platforms.line_actions import COPIED, flex_action, usable_address
from bot.platforms.splitting import blank, clean, shorten, split, utf16
from handlers.replies import (
    Button,
    Card,
    Copy,
    Copyable,
    Document,
    Instant,
    Media,
    Picture,
    Shown,
    Text,
    Timeline,
)
from locales.catalogue import Words

Json = dict[str, Any]
FileAddress = Callable[[str, str, str], str | None]
"""(blob, media type, name) → a signed public https address, or None without a public address."""
DrawingAddress = Callable[[Timeline], str | None]
"""The same of a picture that is drawn when it is asked for."""

# The mark of a message that is sent again must still fit in front.
TEXT = 4980
ALT = 1480
PART = 1000
"""UTF-16 units: of a text message, of what stands for a bubble, of one text within it."""
PAGE = 24 * 1024
"""Bytes of parts a bubble; its buttons and its title come on top."""
BUTTONS = 12
"""A bubble's buttons: more is a wall, they go on in the next."""
ADDRESS = 2000
PICTURES = {"image/jpeg", "image/png"}
OUTSIDE = "?openExternalBrowser=1"
"""LINE's own browser shows a calendar's file as text and saves no ZIP.

https://developers.line.biz/en/docs/messaging-api/using-line-url-scheme/
"""


def no_address(_timeline: Timeline) -> None:
    """There is nowhere to show a drawing: its words are all."""


def messages(
    node: Shown, say: Words, address: FileAddress, drawing: DrawingAddress = no_address
) -> list[Json]:
    """The messages of one node, in order; empty for a node with nothing in it."""
    match node:
        case Text():
            return _text(node, say)
        case Card():
            return _card(node, say)
        case Copyable():
            return _copyable(node, say)
        case Media():
            return _media(node, say, address)
        case Document():
            return _document(node)
        case Picture():
            return [*_drawing(drawing(node.timeline)), *_text(node.told, say)]


def texts(words: str) -> list[Json]:
    """Plain messages."""
    return [{"type": "text", "text": piece} for piece in split(clean(words), TEXT, utf16)]


def _text(node: Text, say: Words) -> list[Json]:
    spilled, buttons = _spill(node.buttons, say)
    if not any(flex_action(button) for button in buttons):
        words = texts(node.words)
        if not words and node.buttons and not spilled:
            words = texts(say("platform-choose"))
        return [*spilled, *words]
    pieces = split(clean(node.words), PART * 2, utf16) or [say("platform-choose")]
    before = texts(node.words) if len(pieces) > 1 else []
    # What is too long for a bubble is said before it; the bubble then only carries the buttons.
    inside = [say("platform-choose")] if before else pieces
    return [*spilled, *before, *_bubbles([flex.text(p) for p in inside], buttons, inside[0], say)]


def _card(node: Card, say: Words) -> list[Json]:
    spilled, buttons = _spill(node.buttons, say)
    title, *more = split(clean(node.title), PART // 2, utf16) or [""]
    parts = [flex.text(piece, weight="bold") for piece in more]
    for row in node.rows:
        parts += _row(clean(row.label), clean(_words(row.value)))
    if node.progress and node.progress.total > 0:
        parts.append(flex.progress(node.progress, node.tone))
    for note in node.notes:
        parts += [flex.text(p, "xs", flex.QUIET) for p in split(clean(note), PART, utf16)]
    if not title and not parts and not any(flex_action(button) for button in buttons):
        # A camera alone stands below a message, and needs one.
        return [*spilled, *(texts(say("platform-choose")) if buttons else [])]
    alt = "\n".join(_lines(node))
    return [*spilled, *_bubbles(parts, buttons, alt, say, title=title, tone=node.tone)]


def _row(label: str, value: str) -> Iterator[Json]:
    pieces = split(value, PART, utf16) or ["—"]
    if blank(label):
        yield from (flex.text(piece, "sm") for piece in pieces)
        return
    if utf16(label) > PART // 10:
        yield from (flex.text(piece, "sm", flex.QUIET) for piece in split(label, PART, utf16))
    else:
        yield flex.row(label, pieces.pop(0))
    yield from (flex.text(piece, "sm", weight="bold") for piece in pieces)


def _words(value: str | Instant) -> str:
    return value.words if isinstance(value, Instant) else value


def _lines(card: Card) -> list[str]:
    """The card in words, for notifications, the chat list and screen readers."""
    lines = [card.title, *(f"{row.label}: {_words(row.value)}" for row in card.rows)]
    if card.progress and card.progress.total > 0:
        lines.append(f"{card.progress.done}/{card.progress.total}")
    return [clean(line) for line in (*lines, *card.notes) if not blank(line)]


def _bubbles(
    parts: list[Json],
    buttons: list[Button],
    alt: str,
    say: Words,
    *,
    title: str = "",
    tone: str = "case",
) -> list[Json]:
    """As many bubbles as the parts and the buttons need; the last ones carry the buttons."""
    pages: list[list[Json]] = [[]]
    for part in parts:
        if pages[-1] and flex.size_of(pages[-1]) + flex.size_of(part) > PAGE:
            pages.append([])
        pages[-1].append(part)
    groups = [buttons[at : at + BUTTONS] for at in range(0, len(buttons), BUTTONS)]
    plan: list[tuple[list[Json], list[Button]]] = [(page, []) for page in pages[:-1]]
    plan.append((pages[-1], groups[0] if groups else []))
    plan += [([], group) for group in groups[1:]]
    made = []
    for number, (body, foot) in enumerate(plan):
        words = title if number == 0 else say("platform-more")
        head = flex.header(words, tone) if words else None
        bubble = flex.bubble(head=head, body=body, foot=flex.buttons(foot, tone))
        made.append(_flex(alt if number == 0 else words, bubble, say))
    return made


def _flex(alt: str, bubble: Json, say: Words) -> Json:
    words = say("platform-choose") if blank(alt) else shorten(alt, ALT, utf16)
    return {"type": "flex", "altText": words, "contents": bubble}


def _spill(buttons: tuple[Button, ...], say: Words) -> tuple[list[Json], list[Button]]:
    """Messages for what cannot be a button here, and the buttons that remain."""
    spilled: list[Json] = []
    kept: list[Button] = []
    for button in buttons:
        if button.__struct_config__.tag == "camera" or flex_action(button):
            kept.append(button)
        elif isinstance(button, Copy):
            spilled += _copyable(Copyable(button.text, button.label), say)
        else:
            # Only a link is left: not https, or too long for a button. LINE makes addresses in
            # plain texts pressable, not those in bubbles.
            spilled += texts(f"{button.label}\n{getattr(button, 'url', '')}")
    return spilled, kept


def _copyable(node: Copyable, say: Words) -> list[Json]:
    blocks = split(clean(node.words), COPIED, utf16)
    meaning = clean(node.meaning)
    before = texts(meaning) if utf16(meaning) > PART or not blocks else []
    made = []
    for number, block in enumerate(blocks, 1):
        label = node.label if not blank(node.label) else say("platform-copy")
        if len(blocks) > 1:
            label = f"{shorten(label, 14)} {number}/{len(blocks)}"
        box = flex.vertical(
            flex.text(block, "sm"),
            backgroundColor=flex.SHADE,
            cornerRadius="8px",
            paddingAll="12px",
        )
        hint = meaning if number == 1 and not before and not blank(meaning) else ""
        body = [flex.text(hint, "xs", flex.QUIET), box] if hint else [box]
        foot = flex.buttons([Copy(label, block)], "step")
        bubble = flex.bubble(head=None, body=body, foot=foot)
        made.append(_flex(f"{label}\n{block}", bubble, say))
    return [*before, *made]


def _document(node: Document) -> list[Json]:
    """LINE takes no files: an address to open outside of it, where there is one."""
    if not node.address:
        return []
    return texts(f"{node.caption}\n{node.address}{OUTSIDE}")


def _media(node: Media, say: Words, address: FileAddress) -> list[Json]:
    found = address(node.blob, node.media_type, node.name)
    place = usable_address(found, ADDRESS) if found else None
    caption = texts(node.caption)
    if place is None:
        return [*caption, *texts(say("platform-media-kept", name=node.name))]
    if node.media_type in PICTURES:
        return [*caption, _image(place)]
    outside = "" if node.media_type.startswith("video/") else OUTSIDE
    return [*caption, *texts(say("platform-media-open", name=node.name) + f"\n{place}{outside}")]


def _image(place: str) -> Json:
    # The preview may be the picture itself: LINE makes it smaller on the phone.
    return {"type": "image", "originalContentUrl": place, "previewImageUrl": place}


def _drawing(address: str | None) -> list[Json]:
    place = usable_address(address, ADDRESS) if address else None
    return [_image(place)] if place else []
