"""One frozen body as one call of PTB's Bot.

The body's own parameters go out as they stand (`api_kwargs`); only the chat, the file and the mark
of a second sending are added here.
"""

import logging
from typing import Any

from telegram import Bot, Message
from telegram.error import BadRequest, TelegramError

from bot.platforms.base import Body, Outcome, Outgoing, Rejected, Sent
from bot.platforms.splitting import utf16
from bot.platforms.telegram_outcomes import UNEDITABLE, UNPICTURED, outcome_of, says
from locales.catalogue import Words

log = logging.getLogger(__name__)

NEEDED: dict[str, tuple[str, ...]] = {
    "sendMessage": ("text",),
    "editMessageText": ("text", "message_id"),
    "editMessageReplyMarkup": ("message_id",),
    "answerCallbackQuery": ("callback_query_id",),
    "sendPhoto": ("blob",),
    "sendVideo": ("blob",),
    "sendDocument": ("blob",),
}
"""The methods in use, and what their bodies cannot be without."""
OURS = ("method", "name", "media_type", "drawing")
"""Parts of a body that are not Telegram's."""
FILES = {"sendPhoto": "photo", "sendVideo": "video", "sendDocument": "document"}


async def send(bot: Bot, outgoing: Outgoing) -> Outcome:
    """Send one body and say what became of it."""
    body = outgoing.body
    if not all(name in body for name in _needed(body)):
        return Rejected("no such call")
    if "blob" in body and body["blob"] not in outgoing.blobs:
        if "drawing" not in body:
            return Rejected("a file of the delivery is missing")
        if "caption" not in body:
            # Its words are a message of their own, which comes next.
            return Sent()
        body = _undrawn(body)
    if outgoing.marked:
        body = _marked(body, outgoing.locale)
    while True:
        try:
            answer = await _call(bot, outgoing, body)
        except TelegramError as error:
            instead = _instead(body, error, outgoing.locale)
            if instead is None:
                return outcome_of(error, body["method"], outgoing.address)
            body = instead
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            # Telegram took it, and PTB could not read the message that it made of it.
            log.warning("an answer could not be read", extra={"error": type(error).__name__})
            return Sent()
        else:
            return Sent(str(answer.message_id) if isinstance(answer, Message) else None)


def _instead(body: Body, error: TelegramError, locale: str) -> Body | None:
    """Another way to say the same, where Telegram refuses this one for good."""
    method, message = body["method"], error.message if isinstance(error, BadRequest) else ""
    if method in ("editMessageText", "editMessageReplyMarkup") and says(message, UNEDITABLE):
        # The message was deleted, is too old, or is a picture: the same is sent anew.
        fresh = {k: v for k, v in body.items() if k not in ("message_id", "method")}
        fresh.setdefault("text", Words(locale)("platform-calendar-pick"))
        return {"method": "sendMessage", **fresh}
    if method == "sendPhoto" and says(message, UNPICTURED):
        return {**body, "method": "sendDocument"}
    return None


def _needed(body: Body) -> tuple[str, ...]:
    """What a body cannot be without; a document may carry its text itself."""
    if body.get("method") == "sendDocument" and "content" in body:
        return ("content",)
    return NEEDED.get(str(body.get("method")), ("no such method",))


def _undrawn(body: Body) -> Body:
    """The words of a picture that could not be drawn, with its buttons."""
    kept = {k: v for k, v in body.items() if k == "reply_markup"}
    return {"method": "sendMessage", "text": body["caption"], **kept}


async def _call(bot: Bot, outgoing: Outgoing, body: Body) -> Any:
    chat, method = outgoing.address, body["method"]
    rest = {k: v for k, v in body.items() if k not in (*OURS, *_needed(body))}
    needed = [body[name] for name in _needed(body)]
    if method in FILES:
        content = needed[0].encode() if "content" in body else outgoing.blobs[needed[0]]
        file = {FILES[method]: content, "filename": body.get("name") or "file"}
        ways: dict[str, Any] = {
            "sendPhoto": bot.send_photo,
            "sendVideo": bot.send_video,
            "sendDocument": bot.send_document,
        }
        return await ways[method](chat, **file, api_kwargs=rest)
    if method == "sendMessage":
        return await bot.send_message(chat, *needed, api_kwargs=rest)
    if method == "editMessageText":
        text, number = needed
        return await bot.edit_message_text(text, chat, number, api_kwargs=rest)
    if method == "editMessageReplyMarkup":
        return await bot.edit_message_reply_markup(chat, *needed, api_kwargs=rest)
    return await bot.answer_callback_query(*needed, api_kwargs=rest)


def _marked(body: Body, locale: str) -> Body:
    """The same body with the mark of a second sending before its words."""
    sign = Words(locale)("platform-again")
    for words, entities in (("text", "entities"), ("caption", "caption_entities")):
        if body.get("method") in ("sendMessage", *FILES) and isinstance(body.get(words), str):
            moved = [{**e, "offset": e["offset"] + utf16(sign)} for e in body.get(entities, ())]
            body = {**body, words: sign + body[words], **({entities: moved} if moved else {})}
    return body
