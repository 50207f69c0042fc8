"""A reply as Telegram calls: one message a call, each with its own buttons below it."""

from typing import Any

import msgspec

from bot.drawings import NAME
from bot.platforms.base import AnswerTo, Body
from bot.platforms.splitting import blank, clean, shorten, split
from bot.platforms.telegram_keyboard import COPIED, key, keyboards
from bot.platforms.telegram_text import CAPTION, TEXT, Rich
from handlers.replies import (
    Button,
    Card,
    Copy,
    Copyable,
    Document,
    Instant,
    Link,
    Media,
    Picture,
    Progress,
    Reply,
    Shown,
    Text,
    together,
)
from locales.catalogue import Words

Json = dict[str, Any]

TOAST = 200
BLOCKS = 8
"""Blocks to copy a message, each with its button."""
BAR = 10
PICTURES = {"image/jpeg", "image/png", "image/webp"}


def render(reply: Reply, to: AnswerTo, *, locale: str) -> list[Body]:
    """The bodies of a reply; a press is answered first, and its message edited if asked."""
    say = Words(locale)
    # A press edits the message it was made on: what belongs together must stand in one.
    made = [body for node in together(reply) for body in _bodies(node, say)]
    if reply.silent:
        made = [{**body, "disable_notification": True} for body in made]
    editable = made and made[0]["method"] == "sendMessage" and to.pressed_message
    if editable and reply.replaces_pressed and str(to.pressed_message).isdigit():
        made[0] = {
            **made[0],
            "method": "editMessageText",
            "message_id": int(str(to.pressed_message)),
        }
    if to.callback:
        made.insert(0, answer(to.callback, reply.toast))
    elif not made:
        made = _messages(Rich().add(reply.toast), (), say)
    return made


def answer(callback: str, toast: str = "") -> Body:
    """The end of a press: without it the button shows that it is at work."""
    words = clean(toast)
    said = {} if blank(words) else {"text": shorten(words, TOAST)}
    return {"method": "answerCallbackQuery", "callback_query_id": callback, **said}


def _bodies(node: Shown, say: Words) -> list[Body]:
    match node:
        case Text():
            return _messages(Rich().add(node.words), node.buttons, say)
        case Card():
            return _messages(_card(node), node.buttons, say)
        case Copyable():
            return _copyable(node, say)
        case Media():
            return _media(node)
        case Document():
            return [
                {
                    "method": "sendDocument",
                    "content": node.content,
                    "name": node.name,
                    "caption": shorten(clean(node.caption), CAPTION),
                }
            ]
        case Picture():
            return _picture(node, say)


def _messages(rich: Rich, buttons: tuple[Button, ...], say: Words) -> list[Body]:
    """As many messages as the text needs; the last one carries the buttons."""
    keys = [one for button in buttons if (one := key(button))]
    spilled = _spill(rich, buttons, say)
    pieces = [] if blank(rich.text) else rich.pieces()
    markups = keyboards(keys)
    if markups and not pieces:
        pieces = [Rich().add(say("platform-choose"))]
    made: list[Body] = [{"method": "sendMessage", **piece.params()} for piece in pieces]
    for number, markup in enumerate(markups):
        if number:
            made.append({"method": "sendMessage", "text": say("platform-more")})
        made[-1]["reply_markup"] = markup
    return [*spilled, *made]


def _spill(rich: Rich, buttons: tuple[Button, ...], say: Words) -> list[Body]:
    """What cannot be a button: addresses go into the text, long texts are copied from a block."""
    before: list[Body] = []
    for button in buttons:
        if isinstance(button, Link) and not key(button):
            rich.add(f"{'' if blank(rich.text) else chr(10)}{button.label}: {button.url}")
        elif isinstance(button, Copy) and not key(button):
            before += _copyable(Copyable(button.text, button.label), say)
    return before


def _card(card: Card) -> Rich:
    rich = Rich()
    if not blank(card.title):
        rich.add(card.title, type="bold")
    for row in card.rows:
        rich.add("\n" if rich.text else "")
        rich.add("" if blank(row.label) else f"{row.label}: ")
        if isinstance(row.value, Instant):
            rich.moment(row.value.at, row.value.words, row.value.precision)
        else:
            rich.add("—" if blank(row.value) else row.value)
    if card.progress and card.progress.total > 0:
        rich.add("\n" if rich.text else "").add(_bar(card.progress))
    for note in card.notes:
        if not blank(note):
            rich.add("\n" if rich.text else "").add(note, type="italic")
    return rich


def _bar(state: Progress) -> str:
    filled = min(BAR, max(0, round(BAR * state.done / state.total)))
    return f"{'▰' * filled}{'▱' * (BAR - filled)} {state.done}/{state.total}"


def _copyable(node: Copyable, say: Words) -> list[Body]:
    """Blocks of one tap each: a key for the clipboard, and a code block that is copied itself."""
    blocks = split(clean(node.words), COPIED)
    made = _messages(Rich().add(node.meaning), (), say) if len(node.meaning) > TEXT // 4 else []
    label = say("platform-copy") if blank(node.label) else node.label
    for first in range(0, len(blocks), BLOCKS):
        rich = Rich()
        if first == 0 and not made and not blank(node.meaning):
            rich.add(node.meaning).add("\n")
        keys: list[Button] = []
        for number, block in enumerate(blocks[first : first + BLOCKS], first + 1):
            rich.add("\n" if rich.text else "").add(block, type="pre")
            numbered = f"{shorten(label, 40)} {number}/{len(blocks)}"
            keys.append(Copy(label if len(blocks) == 1 else numbered, block))
        made += _messages(rich, tuple(keys), say)
    if not blocks and not made:
        made = _messages(Rich().add(node.meaning), (), say)
    return made


def _media(node: Media) -> list[Body]:
    """The file goes with the call; `blob` says which of the delivery's files it is."""
    method = "sendDocument"
    if node.media_type in PICTURES:
        method = "sendPhoto"
    elif node.media_type == "video/mp4":
        method = "sendVideo"
    caption = clean(node.caption)
    fits = len(caption) <= CAPTION and not blank(caption)
    before = [] if fits else [{"method": "sendMessage", "text": p} for p in split(caption, TEXT)]
    named = {"name": clean(node.name) or node.blob, "media_type": node.media_type}
    body: Body = {"method": method, "blob": node.blob, **named}
    return [*before, {**body, "caption": caption} if fits else body]


def _picture(node: Picture, say: Words) -> list[Body]:
    """Drawn when it is sent; its words are its caption, or a message after it if they are long."""
    words = _messages(Rich().add(node.caption), node.buttons, say)
    drawing = msgspec.json.decode(msgspec.json.encode(node.timeline))
    body: Body = {"method": "sendPhoto", "blob": NAME, "name": NAME, "drawing": drawing}
    caption = words[0].get("text", "") if len(words) == 1 else ""
    if blank(caption) or len(caption) > CAPTION:
        return [body, *words]
    kept = {k: v for k, v in words[0].items() if k == "reply_markup"}
    return [{**body, "caption": caption, **kept}]
