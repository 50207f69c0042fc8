"""Lengths of time that lead to a day: 3日後, あと4日, 48時間以内, 発送から11日目, in 3 days.

A length that counts hours or less ends at a moment, any other on a day.
"""

# ruff: noqa: ARG001 - all rules are built alike, although some do not depend on now

import re
from datetime import datetime

from handlers.reading.day_counts import ABOUT, is_length, is_listed, is_span_of, is_stretch_till
from handlers.reading.day_words import OVER_FOR_ALL
from handlers.reading.grammar import DIGITS, Atom, Length, rule
from handlers.reading.length_endings import ENDING
from handlers.reading.lengths import LENGTH, ONE, UNITS, length_of
from handlers.reading.patterns import Pattern

_STILL = (
    r"(?:残すところ(?:、?あと)?|残り?|のこり|あと"
    r"|(?<![了着取始起定送払入認領文達成付後信封用電生産食術の])後|残)"
    r"(?:時間|日数|(?:保護|交渉|協議|返品|返送|回答)(?:期間|期限)?|期間)?[はが:]?"
    r"(?: |、|もう|約|およそ|わずか|たった|最大|最低)*"
)
_FROM_NOW = r"(?:今|いま|現在|今日|本日|きょう|ただ今)(?:から|より)(?: |、|約|ちょうど)*"

_A_DAY_THEN = Pattern(r"に|の(?=介入|判定|結果|返[事答信]|回答|連絡|期限|締)")
_OVER_FOR_ALL = Pattern(OVER_FOR_ALL)
_FEW_HOURS = Pattern(r"(?:\d|1[0-2]) ?時間半?")
_RUNS_DOWN = Pattern(r"で(?:切れ|終わ|止ま|消え)")


@rule("残のあ後", rf"{_STILL}({LENGTH})(?:{ENDING.source})?")
def still(found: re.Match[str], now: datetime) -> Atom | None:
    """あと3日, 残り2時間; 「あとは9日の介入を待つだけ」 names a day."""
    if found[0].startswith("あとは") and _A_DAY_THEN.match(found.string, found.end()):
        return None
    if _OVER_FOR_ALL.match(found.string, found.end(1)):
        return None
    return _atom(found, found[1], "left")


@rule("今いきた本現", rf"{_FROM_NOW}({LENGTH})(?:{ENDING.source})?")
def from_now(found: re.Match[str], now: datetime) -> Atom | None:
    return _atom(found, found[1], "after")


@rule(
    "半翌次" + DIGITS,
    rf"(?<![\d./])(?<!\d:){LENGTH}(?:{ENDING.source})?",
    then="営仕稼平秒分時日週かヵヶケカ箇年、,・~-.",
)
def length(found: re.Match[str], now: datetime) -> Atom | None:
    toward, words = "plain", found[0]
    if is_listed(words):
        return None
    ending = found.lastgroup
    if ending:
        toward = ending.rstrip(DIGITS)
        words = words[: found.start(ending) - found.start()]
    short = words[-1] in "分秒" or _FEW_HOURS.fullmatch(words) is not None
    if short and _RUNS_DOWN.match(found.string, found.start() + len(words)):
        toward = "plain"  # 「5分で切れる」 is said of a battery
    if toward == "left" and found.string.startswith(("+", "-"), found.start() - 1):
        return None  # 「-8時間とか書いてある」: a zone
    if toward == "plain" and not is_length(words, found):
        return None
    if toward == "plain" and is_span_of(found):
        toward = "within"  # 「終了から7日まで」
    if toward == "plain" and is_stretch_till(found.string[: found.start()].rstrip(ABOUT)):
        toward = "left"  # 介入まで3日
    return _atom(found, words, toward)


@rule(
    DIGITS,
    rf"(?<![\d./:月])(?:{ONE}(?<=[間月]) ?(?:から|~|-|、) ?({ONE})"
    rf"|\d{{1,3}} ?日 ?(?:から|~|-) ?(\d{{1,3}} ?日)(?=(?:間|くらい|ぐらい|ほど|程度|かか|待)))"
    rf"(?:{ENDING.source})?",
    then="営仕稼平秒分時日週かヵヶケカ箇年、,・~-.",
    beyond="間か~- ",
)
def between(found: re.Match[str], now: datetime) -> Atom | None:
    """1週間から10日, 3日から5日くらい: the later is meant."""
    ending = (found.lastgroup or "plain").rstrip(DIGITS)
    return _atom(found, found[1] or found[2], ending)


# What is waited for takes 「3日から5日以内」; 「20日から5日以内」 counts from the twentieth.
_WAITED_BEFORE = Pattern(
    r"(?:返金|入金|着金|反映|振り?込み?|払い?戻し|結果|返[事信答]|回答|審査)[^。!?\n\d]{0,8}$"
)
_WAITED_BEHIND = Pattern(
    r"(?:に|で|には)?、?(?:返金|入金|着金|反映|振り?込|払い?戻|結果|返[事信答]|回答|戻[りる])"
)


@rule(
    DIGITS,
    r"(?<![\d./:月])(\d{1,2}) ?日 ?(?:から|~|-) ?(\d{1,2}) ?日(?:以内|(?=で(?!す)))",
    then="日",
    beyond="か~- ",
)
def waited(found: re.Match[str], now: datetime) -> Atom | None:
    """返金は3日から5日以内: days of waiting, of which the later is meant."""
    text, (begin, end) = found.string, found.span()
    if int(found[1]) >= int(found[2]):
        return None
    before = _WAITED_BEFORE.search(text, max(0, begin - 16), begin)
    if before is None and _WAITED_BEHIND.match(text, end) is None:
        return None
    return _atom(found, f"{found[2]}日", "within")


@rule(DIGITS + "発", r"(?<![\d.])(\d{1,3}) ?(営業)?日(?:目|め(?!く))", then="日営", beyond="目め")
def nth_day(found: re.Match[str], now: datetime) -> Atom | None:
    """発送から11日目: counted from the day that the text names; alone it says nothing."""
    count = int(found[1])
    if found[2]:
        length = Length(business_days=count, toward="nth")
        return Atom("length", *found.span(), length=length, assumptions=("business_days",))
    return Atom("length", *found.span(), length=Length(days=count, toward="nth"))


_ENGLISH = (
    r"(?:\d{1,3} ?[-~] ?)?(\d{1,4}|an?|one|two|three|four|five|six|seven|ten) ?"
    r"((?:business |working |calendar )?day|week|month|year|hour|hr|minute|min|second"
    r"|sec)s?(?![a-z])"
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
            "seven": 7, "ten": 10}  # fmt: skip


@rule(
    "wih" + DIGITS + "aotfse",
    rf"(?<![a-z\d.])(?:(within|in|have|has) (?:the next |about "
    rf"|only )?)?{_ENGLISH}(?! ?,? ?(?:(?:and )?\d+ ?h"
    rf"|\d{{1,2}}:\d{{2}}(?::\d{{2}}| left| remaining)))"
    rf"( left| remaining"
    rf"| from (?:now|today)| later| to go| ago| after)?",
    then="bwdmyhs-~",
)
def english(found: re.Match[str], now: datetime) -> Atom | None:
    if found[2] == "a" and found[3].startswith("sec"):
        return None  # "in a second payment"
    number = _NUMBERS.get(found[2]) or int(found[2])
    field, times = UNITS[found[3]]
    toward = {"ago": "ago", "left": "left", "remaining": "left", "to go": "left"}.get(
        (found[4] or "").strip(), "after" if found[4] or found[1] else "plain"
    )
    amount = {"days": 0, "months": 0, "seconds": 0, "business_days": 0, field: number * times}
    return Atom(
        "length",
        *found.span(),
        length=Length(**amount, toward=toward),
        assumptions=("business_days",) if field == "business_days" else (),
        past=toward == "ago",
    )


def _atom(found: re.Match[str], words: str, toward: str) -> Atom | None:
    measured = length_of(words, toward)
    if measured is None:
        return None
    assumptions = ("business_days",) if measured.business_days else ()
    return Atom(
        "length",
        *found.span(),
        length=measured,
        assumptions=assumptions,
        past=toward == "ago",
    )


RULES = (still, from_now, nth_day, between, waited, length, english)
