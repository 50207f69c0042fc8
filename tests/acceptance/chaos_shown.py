"""What a message of the bot says, read as its buyer would: a card, a registration, a warning."""

import json
import re
from dataclasses import dataclass
from typing import Literal

from tests.fakes.ledger import Json
from tests.fakes.line_screen import bubble_of, flex_lines

Kind = Literal["draft", "outrun", "registered", "warning", "several", "toast", "other"]
AGAIN = "【再送】"
ORDER = re.compile(r"注文番号:? (\d{16})")
DRAFT_ID = re.compile(r"1~reg~(\d+)~")
REGISTERED = re.compile(r"#(\d+) [^\n]*を登録しました")
WARNING = re.compile(r"#(\d+) [^\n]*(?: — |どうなりましたか)")


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that a message says. `of` is an order number, or the number of a case."""

    kind: Kind
    of: str = ""
    number: int = 0
    draft: int = 0
    again: bool = False
    text: str = ""


def shown(platform: str, body: Json) -> list[Shown]:
    """All that a body says, whether it was taken or not."""
    if platform == "telegram":
        if "callback_query_id" in body:
            return [Shown("toast")]
        texts = [str(body.get("text", ""))]
    else:
        texts = [text for message in body["messages"] for text in _texts(message)]
    again = AGAIN in json.dumps(body, ensure_ascii=False)
    draft = DRAFT_ID.search(json.dumps(body))
    past = any("もう過ぎています" in text for text in texts)
    found = [_one(text.removeprefix(AGAIN), draft, again, past) for text in texts]
    card = any(one.kind in ("draft", "outrun") for one in found)
    # A question stands beside a card.
    return [one for one in found if not (card and one.kind == "other")]


def _texts(message: Json) -> list[str]:
    """LINE: the words of a message; of a carousel, each card's own."""
    contents = message.get("contents", {})
    if contents.get("type") == "carousel":
        return ["\n".join(flex_lines(bubble)) for bubble in contents["contents"]]
    return [bubble_of(message, "", "").text]


def _one(text: str, draft: re.Match[str] | None, again: bool, past: bool) -> Shown:
    order = ORDER.search(text)
    if order and text.startswith("この内容で登録しますか"):
        kind: Kind = "outrun" if past else "draft"
        return Shown(kind, order[1], 0, int(draft[1]) if draft else 0, again, text)
    if order and (registered := REGISTERED.match(text)):
        return Shown("registered", order[1], int(registered[1]), 0, again, text)
    if warning := WARNING.match(text):
        return Shown("warning", warning[1], int(warning[1]), 0, again, text)
    if "件の期限のお知らせです" in text:
        return Shown("several", again=again, text=text)
    return Shown("other", again=again, text=text)
