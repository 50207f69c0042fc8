"""Running countdowns as AliExpress shows them: 残り2日14時間33分, 2d 14h 33m, 02:14:33:10."""

# ruff: noqa: ARG001 - all rules are built alike, although some do not depend on now

import re
from datetime import datetime

from handlers.reading.grammar import DIGITS, Atom, Length, rule

_STILL = (
    r"(?:(?:残り?|のこり|あと|(?:カウントダウン|タイマー)(?:を[^。、\n\d]{0,4}、?)?"
    r"|time left|remaining(?: time)?"
    r"|left|within|(?:介入(?:する)?|締切|終了|期限|承認|完了|クローズ|判定|決着|確定|返答"
    r"|回答)まで)(?:時間)?[はがで:]?[ \n]{0,2}[\"「']?)"
)


@rule(DIGITS, r"(?<![\d:.])(\d{1,3}):(\d{2}):(\d{2}):(\d{2})(?![\d:])", then=":")
def four_fields(found: re.Match[str], now: datetime) -> Atom | None:
    """Days, hours, minutes, seconds."""
    return _left(found, *(int(part) for part in found.groups()))


@rule(
    DIGITS,
    r"(?<![\d:.])(?:(\d{1,3}) ?d(?:ays?)?[ ,:]*)?(\d{1,3}) ?h(?:ours?"
    r"|rs?)?[ ,:]*(?:(\d{1,2}) ?m(?:in(?:ute)?s?)?(?![a-z])[ ,:]*)?"
    r"(?:(\d{1,2}) ?s(?:ec(?:ond)?s?)?(?![a-z]))?(?![a-z])",
    then="dh",
)
def letters(found: re.Match[str], now: datetime) -> Atom | None:
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return _left(found, days, hours, minutes, seconds)


@rule(
    DIGITS,
    r"(?<![\d:.])(\d{1,3}) ?d(?:ays?)?[ ,:]*(\d{1,2}) ?m(?:in(?:ute)?s?)?(?<![a-z])(?![a-z])",
    then="d",
)
def days_and_minutes(found: re.Match[str], now: datetime) -> Atom | None:
    return _left(found, int(found[1]), 0, int(found[2]), 0)


@rule(
    "残のあカタtrlw介締終期承完ク判決確返回" + DIGITS,
    rf"(?:{_STILL}(\d{{1,3}}) ?日間?と?|(?:{_STILL}|(?<![\d:.]))(\d{{1,3}}) ?(?:days?"
    rf"|d))[, ]{{0,2}}(\d{{1,2}}):(\d{{2}})(?::(\d{{2}}))(?![\d:])",
    then="d",
)
def days_and_clock(found: re.Match[str], now: datetime) -> Atom | None:
    """残り2日 14:05:33; without 残り, 15日 3:45:59 is a day and a time."""
    days, hours, minutes, seconds = (int(part) for part in found.groups() if part is not None)
    return _left(found, days, hours, minutes, seconds)


@rule(
    DIGITS,
    r"(?<![\d:./月])(?:(\d{1,3}) ?日[ と、]{0,2})?(\d{1,2}):(\d{2}):(\d{2})"
    r"(?= ?(?:残|のこ|left|remaining))",
    then="日:",
)
def clock_still_left(found: re.Match[str], now: datetime) -> Atom | None:
    """4日 03:20:10 残っている, 12:05:30 left."""
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return _left(found, days, hours, minutes, seconds)


@rule("残のあカタtrl", rf"{_STILL}(\d{{1,3}}):(\d{{2}})(?::(\d{{2}}))?(?![\d:])")
def clock_left(found: re.Match[str], now: datetime) -> Atom | None:
    """残り 23:59:59 is hours, minutes, seconds."""
    return _left(found, 0, int(found[1]), int(found[2]), int(found[3] or 0))


@rule(
    DIGITS,
    r"(?<![\d:.])(\d{1,3}) ?日[ 、,と]{0,2}(\d{1,2}) ?時間(?:[ 、,と]{0,2}(\d{1,2}) ?分)?"
    r"(?:[ 、,と]{0,2}(\d{1,2}) ?秒)?(?! ?(?:前|経|後|以内|かか|も))",
    then="日",
)
def units(found: re.Match[str], now: datetime) -> Atom | None:
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return _left(found, days, hours, minutes, seconds)


def _left(found: re.Match[str], days: int, hours: int, minutes: int, seconds: int) -> Atom | None:
    if days > 400 or minutes > 59 or seconds > 59:
        return None
    total = days * 86400 + hours * 3600 + minutes * 60 + seconds
    return Atom("length", *found.span(), length=Length(seconds=total, toward="left"))


RULES = (
    four_fields,
    clock_still_left,
    days_and_clock,
    clock_left,
    letters,
    days_and_minutes,
    units,
)
