"""What an answer of Telegram, or none, means for a delivery.

https://core.telegram.org/bots/api#making-requests
"""

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.platforms.base import (
    BadToken,
    Followed,
    Outcome,
    Refused,
    Rejected,
    Sent,
    TryLater,
    Uncertain,
)
from bot.platforms.telegram_http import NEVER_LEFT

REPEATABLE = {"editMessageText", "editMessageReplyMarkup", "answerCallbackQuery"}
"""Done twice they are done once."""
DONE = ("message is not modified", "query is too old", "query id is invalid")
GONE = ("chat not found", "peer_id_invalid", "group chat was deactivated", "user not found")
MUTE = ("have no rights to send", "not enough rights to send", "chat_write_forbidden")
UNEDITABLE = (
    *("message to edit not found", "message can't be edited", "message_id_invalid"),
    *("there is no text in the message to edit", "there is no message to edit"),
)
UNPICTURED = ("photo_invalid_dimensions", "image_process_failed", "photo_save_file_invalid")
BOT_WIDE = 5
"""Seconds from which a private chat's flood wait is taken to be the whole bot's."""


def outcome_of(error: TelegramError, method: str, address: str) -> Outcome:
    """The fate of a call that PTB raised an error for."""
    # In PTB a BadRequest and a TimedOut are NetworkErrors too: the narrow ones come first.
    if isinstance(error, RetryAfter):
        return _flood(error, address)
    if isinstance(error, ChatMigrated):
        return Followed(str(error.new_chat_id))
    if isinstance(error, InvalidToken):
        return BadToken("the token is not known")
    if isinstance(error, Forbidden):
        return Refused(error.message)
    if isinstance(error, BadRequest):
        return _bad_request(error.message)
    if isinstance(error, Conflict):
        return TryLater("conflict")
    if isinstance(error, NetworkError):
        return _network(error, method)
    # A 200 whose body was no JSON, most likely cut short.
    return _unknown("unreadable answer", method)


def _bad_request(message: str) -> Outcome:
    if says(message, DONE):
        return Sent()
    if says(message, (*GONE, *MUTE)):
        return Refused(message)
    return Rejected(message)


def _network(error: NetworkError, method: str) -> Outcome:
    cause = error.__cause__
    if isinstance(cause, NEVER_LEFT):
        return TryLater(type(cause).__name__)
    if isinstance(cause, (aiohttp.ClientError, TimeoutError)):
        return _unknown(type(cause).__name__, method)
    if says(error.message, ("too large", "(413)")):
        return Rejected("too large")
    # A status that PTB has no class for: 5xx. Telegram did not take the call.
    return TryLater("server error")


def _unknown(reason: str, method: str) -> Outcome:
    return TryLater(reason) if method in REPEATABLE else Uncertain(reason)


def _flood(error: RetryAfter, address: str) -> TryLater:
    """Telegram does not say whose limit was hit.

    A group has its own (20 a minute), a private chat its own of one a second, which never asks for
    long; a long wait in a private chat is the bot's as a whole, and sending on prolongs it.
    """
    seconds = wait_of(error)
    everyone = not address.startswith("-") and seconds >= BOT_WIDE
    return TryLater("flood", after=seconds, everyone=everyone)


def wait_of(error: RetryAfter) -> float:
    """Seconds that a flood error asks for.

    PTB's public attribute is a number or a timedelta by an environment variable, and warns.
    """
    return error._retry_after.total_seconds()


def says(message: str, phrases: tuple[str, ...]) -> bool:
    """Whether Telegram's description holds one of the phrases."""
    return any(phrase in message.lower() for phrase in phrases)
