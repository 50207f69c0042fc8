"""The day before or after a day that is named: 12月5日の前日, 期限の12月5日の2日前まで.

Such words mean nothing without that day: alone they are dropped.
"""

# ruff: noqa: ARG001 - all rules are built alike, although these do not depend on now

import re
from datetime import datetime

from handlers.reading.dates import absolute
from handlers.reading.grammar import DIGITS, TEXT_ENDS, Atom, Length, rule

_NEXT_TO = {"翌々日": 2, "翌日": 1, "次の日": 1, "前日": -1, "前の日": -1, "前々日": -2}

_A_WAIT = 15  # days that are waited for oftener than named


@rule("翌次前", "(?<=の)(?:" + "|".join(_NEXT_TO) + ")")
def next_to(found: re.Match[str], now: datetime) -> Atom | None:
    return Atom("shift", *found.span(), length=Length(days=_NEXT_TO[found[0]]))


@rule(
    DIGITS,
    r"(?<=の)(\d{1,2}) ?(日|週間)前(?=まで|には?$|には?[^通知教リ])",
    then="日週",
    beyond="前",
)
def before_it(found: re.Match[str], now: datetime) -> Atom | None:
    days = -int(found[1]) * (7 if found[2] == "週間" else 1)
    return Atom("shift", *found.span(), length=Length(days=days))


@rule(
    DIGITS,
    r"(?:(?<=日じゃなくて)|(?<=日ではなくて)|(?<=日ではなく)|(?<=日やなくて)|(?<=日じゃなく))"
    r"([12]?\d|3[01])(?=だった|でした|です|だ(?:$|[。、!よわ])|や|[。!]|$)",
    then=f"だでや。!{TEXT_ENDS}",
)
def day_instead(found: re.Match[str], now: datetime) -> Atom | None:
    """「28日じゃなくて29だった」"""
    return absolute(found, now, None, None, int(found[1]))


@rule(
    DIGITS,
    r"(?:(?<=\d/\d[~-])|(?<=\d/\d\d[~-]))(?<!\d\d/\d\d/\d\d[~-])([12]?\d|3[01])"
    r"(?=ごろ|ころ|頃|くらい|ぐらい|まで|の|に|で|あたり|中|[、。!) \n]|$)",
)
def last_of_several(found: re.Match[str], now: datetime) -> Atom | None:
    """「12/10~12ごろ」"""
    return absolute(found, now, None, None, int(found[1]))


@rule(
    DIGITS,
    r"(?<![\d./:月年])([12]?\d|3[01]) ?[~-] ?([12]?\d|3[01]) ?日"
    r"(?=まで|迄|の?(?:どこか|いずれか)|が期限"
    r"|(?:(?:ごろ|頃|くらい|ぐらい)?に|の間)(?![^。、!?\n]{0,12}(?:届|着|入金|反映|返金)))",
)
def last_of_a_span(found: re.Match[str], now: datetime) -> Atom | None:
    """「20~25日のどこかで」; of 「3~5日の間」, a length perhaps, nothing."""
    first, last = int(found[1]), int(found[2])
    if first >= last or (last <= _A_WAIT and found.string.startswith(("に", "の間"), found.end())):
        return None
    return absolute(found, now, None, None, last)


RULES = (last_of_a_span, next_to, before_it, day_instead, last_of_several)
