"""Short builders of LINE messages for tests of the limits."""

from typing import Any

from tests.fakes.ledger import Json

GRAPHEME = "👨‍👩‍👧‍👦"  # one cluster, eleven UTF-16 units
HTTPS = "https://example.com/"


def text(value: Any = "やあ", **more: Any) -> Json:
    return {"type": "text", "text": value, **more}


def postback(**more: Any) -> Json:
    return {"type": "postback", "label": "できた", "data": "v1", **more}


def uri(value: str, **more: Any) -> Json:
    return {"type": "uri", "label": "開く", "uri": value, **more}


def picker(**more: Any) -> Json:
    return {"type": "datetimepicker", "label": "日付", "data": "d", "mode": "datetime", **more}


def clip(value: str) -> Json:
    return {"type": "clipboard", "label": "コピー", "clipboardText": value}


def say(value: str) -> Json:
    return {"type": "message", "label": "一覧", "text": value}


def quick(*actions: Json, **more: Any) -> Json:
    items = [{"type": "action", "action": action, **more} for action in actions]
    return text(quickReply={"items": items})


def flex(*contents: Json, alt: str = "カード", layout: str = "vertical", **box: Any) -> Json:
    body = {"type": "box", "layout": layout, "contents": list(contents), **box}
    return {"type": "flex", "altText": alt, "contents": {"type": "bubble", "body": body}}


def button(action: Json, **more: Any) -> Json:
    return {"type": "button", "action": action, **more}


def line_of(value: str = "残り3日", **more: Any) -> Json:
    return {"type": "text", "text": value, **more}


def bubble(padding: int = 0, **more: Any) -> Json:
    body = {"type": "box", "layout": "vertical", "contents": [line_of("x" * (padding or 1))]}
    return {"type": "bubble", "body": body, **more}


def carousel(*bubbles: Json) -> Json:
    contents = {"type": "carousel", "contents": list(bubbles)}
    return {"type": "flex", "altText": "カード", "contents": contents}


def template(kind: str, **more: Any) -> Json:
    return {"type": "template", "altText": "表", "template": {"type": kind, **more}}


def buttons(count: int = 1, words: str = "選ぶ", **more: Any) -> Json:
    return template("buttons", text=words, actions=[postback()] * count, **more)


def columns(count: int, actions: int = 1, **more: Any) -> Json:
    column = {"text": "列", "actions": [postback()] * actions, **more}
    return template("carousel", columns=[column] * count)


def pictures(count: int, label: str = "見る") -> Json:
    column = {"imageUrl": HTTPS + "a.png", "action": postback(label=label)}
    return template("image_carousel", columns=[column] * count)


def image(url: str) -> Json:
    return {"type": "image", "originalContentUrl": url, "previewImageUrl": HTTPS + "p.png"}


def text_v2(value: str, **substitution: Json) -> Json:
    return {"type": "textV2", "text": value, "substitution": substitution}


def mention(user: str) -> Json:
    return {"type": "mention", "mentionee": {"type": "user", "userId": user}}
