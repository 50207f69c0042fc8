"""Japanese eras: 令和8年12月5日, R8.12.5, 平成元年1月8日."""

import re
from datetime import datetime

from handlers.reading.dates import absolute
from handlers.reading.grammar import Atom, rule

# The year before each era's first.
_BEFORE = {
    "令和": 2018,
    "れいわ": 2018,
    "r": 2018,
    "平成": 1988,
    "h": 1988,
    "昭和": 1925,
    "s": 1925,
    "大正": 1911,
    "t": 1911,
    "明治": 1867,
    "m": 1867,
}


def _year(era: str, number: str) -> int:
    return _BEFORE[era] + (1 if number == "元" else int(number))


@rule(
    "令平昭大明れ",
    r"(令和|平成|昭和|大正|明治|れいわ) ?(\d{1,2}|元)(?:年|ねん) ?の?(\d{1,2})(?:月|がつ)"
    r" ?の?(\d{1,2})"
    r"(?:日|にち|か(?![らもな]))",
)
def era_in_words(found: re.Match[str], now: datetime) -> Atom | None:
    return absolute(found, now, _year(found[1], found[2]), int(found[3]), int(found[4]))


@rule(
    "令平昭大明",
    r"(令和|平成|昭和|大正|明治) ?(\d{1,2}|元)[.,/・-](\d{1,2})[.,/・-](\d{1,2})(?!\d)",
)
def era_with_dots(found: re.Match[str], now: datetime) -> Atom | None:
    return absolute(found, now, _year(found[1], found[2]), int(found[3]), int(found[4]))


@rule(
    "rhstm", r"(?<![a-z\d-])([rhstm]) ?(\d{1,2}|元)([./年-])(\d{1,2})[./月-](\d{1,2})日?(?![\d.-])"
)
def era_letter(found: re.Match[str], now: datetime) -> Atom | None:
    if not (1 <= int(found[4]) <= 12 and 1 <= int(found[5]) <= 31):
        return None  # a model or version number
    return absolute(found, now, _year(found[1], found[2]), int(found[4]), int(found[5]))


RULES = (era_in_words, era_with_dots, era_letter)
