"""What LINE refuses in the messages of a call: one list of error details."""

from typing import Any

import linebot.v3.messaging as sdk
from pydantic.v1 import BaseModel, ValidationError

from tests.fakes.ledger import Json
from tests.fakes.line_actions import Say, check_quick_reply, check_text, check_url
from tests.fakes.line_flex import check_flex
from tests.fakes.line_templates import check_template

MOST_BYTES = 2 * 1024 * 1024
MODELS = {
    "message/reply": sdk.ReplyMessageRequest,
    "message/push": sdk.PushMessageRequest,
    "message/validate/reply": sdk.ValidateMessageRequest,
    "message/validate/push": sdk.ValidateMessageRequest,
    "chat/loading/start": sdk.ShowLoadingAnimationRequest,
    "chat/markAsRead": sdk.MarkMessagesAsReadByTokenRequest,
    "richmenu": sdk.RichMenuRequest,
}


def check_request(endpoint: str, body: Json) -> list[Json]:
    """The details of LINE's 400, empty where it accepts."""
    details: list[Json] = []

    def say(at: str, message: str) -> None:
        details.append({"message": message, "property": at})

    if "messages" in body or endpoint.startswith("message/"):
        messages = body.get("messages")
        if not isinstance(messages, list) or not 1 <= len(messages) <= 5:
            say("messages", "Size must be between 1 and 5")
        else:
            to = body.get("to")
            for number, message in enumerate(messages):
                _message(say, f"messages[{number}]", message, str(to) if to else None)
    if endpoint == "message/reply":
        check_text(say, "replyToken", body.get("replyToken"), 1000)
    if endpoint == "message/push":
        check_text(say, "to", body.get("to"), 1000)
    if endpoint == "chat/loading/start":
        seconds = body.get("loadingSeconds", 20)
        if not isinstance(seconds, int) or not 5 <= seconds <= 60 or seconds % 5:
            say("loadingSeconds", "must be a multiple of 5 between 5 and 60")
    if not details:
        _models(say, endpoint, body)
    return details


def _models(say: Say, endpoint: str, body: Json) -> None:
    """The SDK's own model must read the body, and know every field in it."""
    model = MODELS.get(endpoint)
    if model is None:
        return
    try:
        read = model.from_dict(body)
    except ValidationError as error:
        for problem in error.errors():
            say(".".join(map(str, problem["loc"])), problem["msg"])
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        say("", f"{type(error).__name__}: {error}")
    else:
        _unknown(say, "", body, read)


def _unknown(say: Say, at: str, raw: Any, read: Any) -> None:
    if isinstance(raw, list) and isinstance(read, list):
        for number, (item, model) in enumerate(zip(raw, read, strict=False)):
            _unknown(say, f"{at}[{number}]", item, model)
    elif isinstance(raw, dict) and isinstance(read, BaseModel):
        known = {field.alias: name for name, field in read.__fields__.items()}
        for key, value in raw.items():
            if key not in known:
                say(f"{at}.{key}".lstrip("."), "unknown field")
            else:
                _unknown(say, f"{at}.{key}".lstrip("."), value, getattr(read, known[key]))


def _message(say: Say, at: str, message: Any, to: str | None) -> None:
    if not isinstance(message, dict):
        say(at, "Must be an object")
        return
    if message.get("quickReply") is not None:
        check_quick_reply(say, f"{at}.quickReply", message["quickReply"])
    sender = message.get("sender")
    if sender is not None:
        check_text(say, f"{at}.sender.name", sender.get("name"), 20, required=False)
        check_url(say, f"{at}.sender.iconUrl", sender.get("iconUrl"), required=False)
    kind = message.get("type")
    check = _KINDS.get(str(kind))
    if check is None:
        say(f"{at}.type", f"Must be one of the following values: {sorted(_KINDS)}")
    else:
        check(say, at, message, to)


def _text(say: Say, at: str, message: Json, to: str | None) -> None:
    check_text(say, f"{at}.text", message.get("text"), 5000)
    if isinstance(message.get("text"), str) and not message["text"].strip():
        say(f"{at}.text", "May not be empty")
    if len(message.get("emojis") or []) > 20:
        say(f"{at}.emojis", "Size must be between 0 and 20")


def _text_v2(say: Say, at: str, message: Json, to: str | None) -> None:
    _text(say, at, message, to)
    given: Json = message.get("substitution") or {}
    text = str(message.get("text", "")).replace("{{", "").replace("}}", "")
    wanted = {piece.split("}")[0] for piece in text.split("{")[1:]}
    if text.count("{") != text.count("}") or wanted - set(given):
        say(f"{at}.text", "A placeholder has no substitution")
    if sum(part.get("type") == "emoji" for part in given.values()) > 20:
        say(f"{at}.substitution", "At most 20 emojis")
    mentions = [key for key, part in given.items() if part.get("type") == "mention"]
    if mentions and to is not None and not to.startswith(("C", "R")):
        say(f"{at}.substitution.{mentions[0]}", "Mentions are for groups only")


def _picture(say: Say, at: str, message: Json, to: str | None) -> None:
    check_url(say, f"{at}.originalContentUrl", message.get("originalContentUrl"))
    check_url(say, f"{at}.previewImageUrl", message.get("previewImageUrl"))


def _audio(say: Say, at: str, message: Json, to: str | None) -> None:
    check_url(say, f"{at}.originalContentUrl", message.get("originalContentUrl"))
    if not isinstance(message.get("duration"), int) or message["duration"] <= 0:
        say(f"{at}.duration", "Must be greater than 0")


def _location(say: Say, at: str, message: Json, to: str | None) -> None:
    check_text(say, f"{at}.title", message.get("title"), 100)
    check_text(say, f"{at}.address", message.get("address"), 100)


def _sticker(say: Say, at: str, message: Json, to: str | None) -> None:
    for name in ("packageId", "stickerId"):
        if not str(message.get(name, "")).isdigit():
            say(f"{at}.{name}", "Must be a number in a string")


def _alt(say: Say, at: str, message: Json) -> None:
    check_text(say, f"{at}.altText", message.get("altText"), 1500)


def _flex(say: Say, at: str, message: Json, to: str | None) -> None:
    _alt(say, at, message)
    check_flex(say, f"{at}/contents", message.get("contents"))


def _template(say: Say, at: str, message: Json, to: str | None) -> None:
    _alt(say, at, message)
    check_template(say, f"{at}.template", message.get("template"))


def _imagemap(say: Say, at: str, message: Json, to: str | None) -> None:
    _alt(say, at, message)
    check_url(say, f"{at}.baseUrl", message.get("baseUrl"))


_KINDS = {
    "text": _text,
    "textV2": _text_v2,
    "image": _picture,
    "video": _picture,
    "audio": _audio,
    "location": _location,
    "sticker": _sticker,
    "imagemap": _imagemap,
    "template": _template,
    "flex": _flex,
}
