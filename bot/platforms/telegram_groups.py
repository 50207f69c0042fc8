"""In a Telegram group the bot speaks only when it is spoken to."""

import re

from telegram import Message, MessageEntity

from bot.platforms.our_name import CALL, NAME

_ADDRESSED = re.compile(r"\A/([A-Za-z0-9_]+)@([A-Za-z0-9_]+)")


def spoken_to_us(message: Message, text: str, bot_id: int, username: str | None) -> str | None:
    """What was said to the bot, without its @name; None when it was said to others.

    To the bot: a command (unless it names another bot), a mention of its @name, a reply to one of
    its messages, or a text that begins with 紛争ナビ (heard where the privacy mode is off).
    """
    addressed = _ADDRESSED.match(text)
    if addressed:
        ours = username is None or addressed[2].lower() == username.lower()
        return f"/{addressed[1]}{text[addressed.end() :]}" if ours else None
    if text.startswith("/"):
        return text
    if called := CALL.match(text):
        return text[called.end() :].strip() or NAME
    answered = message.reply_to_message
    if answered and answered.from_user and answered.from_user.id == bot_id:
        return _without(text, username)
    entities = {
        **message.parse_entities([MessageEntity.MENTION]),
        **message.parse_caption_entities([MessageEntity.MENTION]),
    }
    ours = username is not None and f"@{username.lower()}" in {
        name.lower() for name in entities.values()
    }
    return _without(text, username) if ours else None


def _without(text: str, username: str | None) -> str:
    if username is None:
        return text
    name = re.compile(rf"@{re.escape(username)}\b[\s、,:：]*", re.IGNORECASE)
    return name.sub("", text).strip() or text
