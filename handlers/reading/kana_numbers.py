"""Numbers of days and hours in kana: にじゅうななにち → 27日, ごごさんじはん → 午後3時半."""

import re

from handlers.reading.patterns import Pattern, any_of
from handlers.reading.rewriting import Rewritings, replaced

PARTS_OF_A_DAY = {
    "ばん": "晩",
    "よる": "夜",
    "あさ": "朝",
    "ひる": "昼",
    "ゆうがた": "夕方",
    "ごご": "午後",
    "ごぜん": "午前",
}
"""Which an hour in kana stands behind."""
# 「にじゅうななにち」 behind a month or a break, 「3かまで」.
_TENS = "(?:に|さん)?じゅう"
_ONES = {
    "いち": 1,
    "に": 2,
    "さん": 3,
    "ご": 5,
    "ろく": 6,
    "しち": 7,
    "なな": 7,
    "はち": 8,
    "く": 9,
}
_DAY = Pattern(
    rf"(?:(?<=月)|(?<=月の)|(?<![ぁ-んァ-ヶー]))(?P<tens>{_TENS})(?P<ones>{any_of(*_ONES)})?にち"
    r"|(?<![\d./:])(?P<digits>[2-9]|10|14|20|24)か(?=まで|から|いない|に(?:で|来|き|届))"
)
# 「よっかのごごさんじ」, 「よる10じ」
_HOURS = {**_ONES, "よ": 4, "じゅう": 10, "じゅういち": 11, "じゅうに": 12}
_HOUR = Pattern(
    rf"(?P<part>{any_of(*PARTS_OF_A_DAY)}|午[前後]|[夜晩朝昼]|夕方)(?P<of>の?)"
    rf"(?P<hour>\d{{1,2}}|{any_of(*sorted(_HOURS, key=len, reverse=True))})じ(?P<half>はん)?"
    r"(?=$|まで|に|から|です|ごろ|で|が|は|[。、!? \n])"
)
# 「木ようび」
_WEEKDAY = Pattern(
    r"(?<![ぁ-ん一-龠\d])([月火水木金土日])よう(び?)(?=の|に|まで|か|です|で|は|が|[。、!? \n]|$)"
)


def in_digits(text: str, done: Rewritings) -> tuple[str, Rewritings]:
    """The text with such numbers in digits and weekdays in kanji, and what was done to it."""
    text, done = replaced(_DAY, _day, text, done)
    text, done = replaced(_WEEKDAY, _weekday, text, done)
    return replaced(_HOUR, _hour, text, done)


def _day(found: re.Match[str]) -> str:
    if found["digits"]:
        return found["digits"] + "日"
    tens = {"に": 20, "さ": 30}.get(found["tens"][0], 10)
    return f"{tens + _ONES.get(found['ones'] or '', 0)}日"


def _weekday(found: re.Match[str]) -> str:
    return found[1] + ("曜日" if found[2] else "曜")


def _hour(found: re.Match[str]) -> str:
    part = PARTS_OF_A_DAY.get(found["part"], found["part"])
    hour = _HOURS.get(found["hour"], found["hour"])
    return f"{part}{found['of']}{hour}時{'半' if found['half'] else ''}"
