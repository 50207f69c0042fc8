"""What a stored Telegram update means.

PTB's types read the update; what they cannot read is `Unknown` and named by its kind only.
https://core.telegram.org/bots/api#update
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from telegram import (
    CallbackQuery,
    ChatMember,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Document,
    Message,
    Update,
)
from telegram.constants import ChatType

from bot.platforms import telegram_calendar
from bot.platforms.base import Body, Incoming, MediaSource
from bot.platforms.telegram_groups import spoken_to_us
from bot.platforms.telegram_view import answer
from bot.platforms.telegram_webhook import content, sort_of
from handlers.events import Joined, Left, Moved, PickedDate, Pressed, Said, Unknown
from locales.catalogue import Words

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Self:
    """The bot as its chats know it; the name is unknown until Telegram was reached once."""

    id: int
    username: str | None = None


def understand(raw: Mapping[str, Any], me: Self, today: date, locale: str) -> Incoming:
    """Read a stored update; anything unforeseen is `Unknown`, never an error."""
    kind, part = content(raw)
    try:
        update = Update.de_json(dict(raw), None)
        return _incoming(update, sort_of(kind, part), me, today, locale)
    except Exception:
        # PTB's constructors fail in many ways on an update of a newer API.
        log.warning("an update could not be read", extra={"kind": kind}, exc_info=False)
        callback = part.get("id") if kind == "callback_query" else None
        return _unanswerable(kind, callback)


def _incoming(update: Update, sort: str, me: Self, today: date, locale: str) -> Incoming:
    if update.message:
        return _message(update.message, sort, me, edited=False)
    if update.edited_message:
        return _message(update.edited_message, sort, me, edited=True)
    if update.callback_query:
        return _press(update.callback_query, today, Words(locale))
    if update.my_chat_member:
        return Incoming(event=_member(update.my_chat_member))
    return Incoming(event=Unknown(sort))


def _message(message: Message, sort: str, me: Self, *, edited: bool) -> Incoming:
    if message.migrate_to_chat_id:
        return Incoming(event=Moved(str(message.migrate_to_chat_id)))
    if sort == "service" or (message.from_user and message.from_user.is_bot):
        return Incoming(event=Unknown(sort))
    text = message.text or message.caption or ""
    private = message.chat.type == ChatType.PRIVATE
    words = spoken_to_us(message, text, me.id, me.username)
    if words is None:
        if not private:
            return Incoming(event=Unknown(sort))
        words = text
    if message.text:
        return Incoming(event=Said(words, str(message.message_id), edited))
    # A corrected caption brings the same picture once more.
    media = None if edited else _media(message, words)
    if media:
        return Incoming(media=replace(media, album=message.media_group_id or ""))
    return Incoming(event=Unknown(sort, in_conversation=not edited))


def _media(message: Message, caption: str) -> MediaSource | None:
    number = str(message.message_id)
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return MediaSource(largest.file_id, "photo", number, largest.file_size, "", caption)
    if message.video:
        one = message.video
        name = one.file_name or ""
        return MediaSource(one.file_id, "video", number, one.file_size, name, caption)
    if message.document and not message.animation:
        return _document(message.document, number, caption)
    return None


def _document(file: Document, number: str, caption: str) -> MediaSource | None:
    sort = file.mime_type or ""
    if not sort.startswith(("image/", "video/")) and sort != "application/pdf":
        return None
    kind: Literal["video", "file"] = "video" if sort.startswith("video/") else "file"
    name = file.file_name or ""
    return MediaSource(file.file_id, kind, number, file.file_size, name, caption)


def _press(query: CallbackQuery, today: date, say: Words) -> Incoming:
    message = str(query.message.message_id) if query.message else None
    if query.data is None:
        return _unanswerable("callback_query", query.id)
    pick = telegram_calendar.parse(query.data)
    if pick is None:
        event: Pressed | PickedDate = Pressed(query.data, message)
    else:
        value = telegram_calendar.chosen(pick)
        if value is None:
            page = telegram_calendar.page(pick, today, say)
            return _turned(query.id, message, page)
        event = PickedDate(pick.payload, value, message)
    return Incoming(event=event, callback=query.id, pressed_message=message)


def _turned(callback: str, message: str | None, page: dict[str, Any] | None) -> Incoming:
    """A page of the calendar was turned: the platform's own affair, no handler hears of it."""
    bodies: tuple[Body, ...] = (answer(callback),)
    if page and message:
        edit = {"method": "editMessageReplyMarkup", "message_id": int(message)}
        bodies = (*bodies, {**edit, "reply_markup": page})
    return Incoming(
        event=Unknown("calendar"), callback=callback, pressed_message=message, bodies=bodies
    )


def _unanswerable(kind: str, callback: object) -> Incoming:
    if isinstance(callback, str):
        return Incoming(event=Unknown(kind), callback=callback, bodies=(answer(callback),))
    return Incoming(event=Unknown(kind))


def _member(change: ChatMemberUpdated) -> Joined | Left | Unknown:
    """The bot was blocked, unblocked, added or removed; a new title or right is neither."""
    before, after = _inside(change.old_chat_member), _inside(change.new_chat_member)
    private = change.chat.type == ChatType.PRIVATE
    if after and not before:
        return Joined(again=private)
    if before and not after:
        return Left("blocked" if private else "removed")
    return Unknown("my_chat_member")


def _inside(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in (ChatMember.LEFT, ChatMember.BANNED)
