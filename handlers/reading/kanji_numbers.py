"""Kanji numerals: 二〇二六 digit by digit, 二十五 by tens, 廿 and 卅 as twenty and thirty.

Those of old papers (壱, 弐, 参, 伍, 拾) are read like the others.
"""

from handlers.reading.patterns import Pattern
from handlers.reading.rewriting import Rewritings, replaced

NUMERAL = "[〇零一二三四五六七八九十百千廿卅壱弐参伍拾]{1,9}"

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "壱": 1,
    "弐": 2,
    "参": 3,
    "伍": 5,
}
_TENS = {"十": 10, "拾": 10, "百": 100, "千": 1000}


def to_arabic(numeral: str) -> str | None:
    """The number in digits, or None for a sequence that is no number (十十, 千百千)."""
    if all(c in _DIGITS for c in numeral):
        return "".join(str(_DIGITS[c]) for c in numeral)
    total, pending, last = 0, 0, 10_000
    for c in numeral:
        if c in _DIGITS:
            if pending:
                return None
            pending = _DIGITS[c]
        elif c in _TENS:
            if _TENS[c] >= last:
                return None
            last = _TENS[c]
            total += (pending or 1) * last
            pending = 0
        else:  # 廿日, 廿五日
            if total or pending:
                return None
            total, last = (20 if c == "廿" else 30), 10
    return str(total + pending)


# Kanji numerals become digits only in front of a unit, so that 一昨日, 三井 and 一部返金 stay.
_UNIT = (
    r"(?:年|月|日|時|分|秒|週|[かヵヶケカ箇ヶ]月|営業|回|個|本|枚|足|点|着|台|件|つ|"
    r"円|ドル|万|%|割|の?(?:月|火|水|木|金|土|日)曜|[月火水木金土日]曜|"
    r"[,、・~-][〇一二三四五六七八九十]{1,2}(?:日|時|週|[かヵヶケカ箇]月))"
)
_BEFORE_UNIT = Pattern(rf"(?<![\d.]){NUMERAL}(?={_UNIT})|(?<=第){NUMERAL}")
# Words in which the numeral is no number.
_NOT_A_NUMBER = Pattern(
    r"一時(?:的|停止|保留|休|帰|金|しのぎ|退|凍結|中断|はどう)"
    # Enough, rather than ten minutes, unless something is counted: 十分後, 十時十分.
    r"|(?<!時)十分(?!後|以内|前(?!後)|間|ほど|くらい|ぐらい|程度|待|かか|過|すぎ|経|たっ|で(?![すはもな])"
    r"|から|まで|おき|毎|ごと|の動画|遅)"
    r"|一日(?:も早|でも早|中)|万一|一円も|一回も|一度|一本化|一年中|二枚目|一分(?:も|の狂)"
    r"|百円ショップ"
    r"|参(?:月|時|着|点|件)|千円札|七五三|三日坊主|三日月|四季|八百屋|一つ(?:も|ずつ)|(?<=何)一つ|(?<=真っ)二つ"
    r"|一件落着|一点張り|一円残らず|四日市"
)
_HAS_NUMERAL = Pattern(r"[〇零一二三四五六七八九十百千廿卅壱弐参伍拾]")


def in_figures(text: str, done: Rewritings) -> tuple[str, Rewritings]:
    """The text with digits for the numerals that count something, and what was done to it."""
    if not _HAS_NUMERAL.search(text):
        return text, done
    guarded = {found.start() for found in _NOT_A_NUMBER.finditer(text)}
    return replaced(
        _BEFORE_UNIT,
        lambda found: None if found.start() in guarded else to_arabic(found[0]),
        text,
        done,
    )
