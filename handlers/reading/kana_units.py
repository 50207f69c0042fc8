"""Units in kana behind a number: 15にち, 5じかん, 3にちいないに, 18じはん (but 28じゃなくて)."""

import re

from handlers.reading.patterns import Pattern
from handlers.reading.rewriting import Rewritings, replaced

_KANA_UNIT = Pattern(
    r"(?<=\d)(?:にち(?P<days>(?:かん)?いない)?|じかん(?:(?P<hours>いない)|(?P<and_half>はん))?|しゅうかん|がつ"
    r"|じ(?P<half>(?:はん)?)(?![ゃゅょ]))"
)
_IN_KANJI = {"に": "日", "じ": "時間", "し": "週間", "が": "月"}
_ZERO = Pattern("ゼロ(?=円|ドル)")


def units_in_kanji(text: str, done: Rewritings) -> tuple[str, Rewritings]:
    """The text with kanji for units in kana and a 0 for ゼロ円, and what was done to it."""
    if "にち" in text or "じ" in text or "しゅうかん" in text or "がつ" in text:
        text, done = replaced(_KANA_UNIT, _kanji_unit, text, done)
    if "ゼロ円" in text or "ゼロドル" in text:
        text, done = replaced(_ZERO, lambda _: "0", text, done)
    return text, done


def _kanji_unit(found: re.Match[str]) -> str:
    if found["half"] is not None:
        return "時半" if found["half"] else "時"
    if found["and_half"]:
        return "時間半"
    return _IN_KANJI[found[0][0]] + ("以内" if found["days"] or found["hours"] else "")
