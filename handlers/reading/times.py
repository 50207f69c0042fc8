"""Clock times: 18時半, 午後5時, 17:00, 正午, 深夜0時, 25時, 6pm, 夕方.

With no hour, a part of the day stands for one: 朝 9:00, 昼 12:00, 夕方 17:00, 夜 20:00.
"""

# ruff: noqa: ARG001 - all rules are built alike, although some do not depend on now

import re
from datetime import datetime

from handlers.reading.grammar import DIGITS, Atom, Clock, rule

_MORNING = ("午前中", "午前", "早朝", "今朝", "明け方", "未明", "朝方", "朝", "am", "a.m.")
_AFTERNOON = ("午後", "夕方", "夕刻", "夕", "昼過ぎ", "昼すぎ", "お昼", "昼", "pm", "p.m.")
_NIGHT = ("今夜", "夜中", "真夜中", "深夜", "夜", "晩")
_PART = "|".join(
    sorted({p for p in (*_MORNING, *_AFTERNOON, *_NIGHT) if not p.isascii()}, key=len, reverse=True)
)
_PART_STARTS = "午早今明未朝夕昼お夜真深晩"
# The hour a part of the day stands for where none is given.
_HOURS = {"朝": 9, "朝方": 9, "早朝": 6, "明け方": 5, "未明": 3, "午前": 9, "午前中": 12, "昼": 12,
          "お昼": 12, "昼過ぎ": 13, "昼すぎ": 13, "午後": 15, "夕": 17, "夕方": 17, "夕刻": 17,
          "夜": 20, "晩": 20, "深夜": 24, "夜中": 24, "真夜中": 24}  # fmt: skip
_GLUE = r"(?: ?の?(?:午前|午後)?)"


def _clock(part: str, hour: int, minute: int, second: int) -> Clock | None:
    if not (hour <= 29 and minute <= 59 and second <= 59):
        return None
    if part in _AFTERNOON and hour < 12:
        # お昼の11時 is before noon, 昼の1時 after it.
        hour += 0 if part in ("昼", "お昼") and hour >= 10 else 12
    elif part in _NIGHT:
        hour = _at_night(part, hour)
    elif part in ("am", "a.m.") and hour == 12:
        hour = 0
    return Clock(hour, minute, second, meridiem=bool(part) or hour > 12 or hour == 0)


def _at_night(part: str, hour: int) -> int:
    """夜8時 is 20:00; 深夜0時, 夜12時 and 夜1時 lie behind the midnight that ends the day."""
    if hour == 12:
        return 24
    if hour < 5:
        return hour + 24
    return (
        hour + 12
        if (hour < 12 and part not in ("深夜", "真夜中", "夜中")) or 6 <= hour < 12
        else hour
    )


@rule(
    DIGITS + _PART_STARTS + "ap",
    rf"(?:({_PART}|am|pm) ?の?、? ?(午前|午後)?)?(?<![\d:.])(\d{{1,2}}) ?時(?!間|点|代|計"
    rf"|々)(?: ?(半)|の? ?(\d{{1,2}}) ?分(?!の(?!手?前|まえ)|間)|(\d{{2}})(?=[まにで締頃。、! \n]"
    rf"|$))?(?:の? ?(\d{{1,2}}) ?秒)?",
    then="時",
)
def hour_in_words(found: re.Match[str], now: datetime) -> Atom | None:
    part = found[2] or found[1] or ""
    minute = 30 if found[4] else int(found[5] or found[6] or 0)
    return _atom(found, _clock(part, int(found[3]), minute, int(found[7] or 0)))


@rule(
    DIGITS + _PART_STARTS,
    rf"(?:({_PART}) ?の? ?(午前|午後)?)?(?<![\d:.])(\d{{1,2}}) ?時の?(\d{{1,2}})分"
    r"(?:ほど|くらい)?前(?!後)",
    then="時",
)
def minutes_short_of_an_hour(found: re.Match[str], now: datetime) -> Atom | None:
    """9時5分前 is 8:55."""
    clock = _clock(found[2] or found[1] or "", int(found[3]), 0, 0)
    short = int(found[4])
    if clock is None or not clock.hour or not 0 < short < 60:
        return None
    return _atom(found, clock._replace(hour=clock.hour - 1, minute=60 - short))


@rule(
    DIGITS + _PART_STARTS + "ap",
    rf"(?:({_PART}|am|pm) ?の? ?(午前"
    rf"|午後)?)?(?<![\d:.])(\d{{1,2}}):(\d{{2}})(?::(\d{{2}})(?:\.\d+)?)?"
    rf"(?![\d:])(?: ?([ap])\.?m(?![a-z])\.?)?",
    then=":",
)
def hour_with_colon(found: re.Match[str], now: datetime) -> Atom | None:
    part = found[2] or found[1] or (found[6] + "m" if found[6] else "")
    return _atom(found, _clock(part, int(found[3]), int(found[4]), int(found[5] or 0)))


@rule(DIGITS, r"(?<![\d:./])(\d{1,2}) ?[-~] ?(\d{1,2}) ?時(?!間|点|代)", then="-~")
def hours_in_short(found: re.Match[str], now: datetime) -> Atom | None:
    """14-16時 ends at 16:00."""
    return _atom(found, _clock("", int(found[2]), 0, 0)) if int(found[1]) < 25 else None


@rule(DIGITS, r"(?<![\d:.])(\d{1,2}) ?([ap])\.?m(?![a-z])\.?", then="ap")
def hour_in_english(found: re.Match[str], now: datetime) -> Atom | None:
    if not 1 <= int(found[1]) <= 12:
        return None
    return _atom(found, _clock(found[2] + "m", int(found[1]), 0, 0))


_WORDS = {
    "正午": Clock(12),
    "お昼の12時": Clock(12),
    "零時": Clock(0),
    "日付が変わるまで": Clock(24),
    "日付変わるまで": Clock(24),
    "日付が変わる": Clock(24),
    "日付変わる": Clock(24),
    "日付変更": Clock(24),
    "noon": Clock(12),
    "midnight": Clock(24),
}


@rule(
    "正零日nm",
    r"正午|零時(?!間)|日付が?変わる(?:まで|(?=頃|ころ|ごろ|前|と[^。]{0,4}(?:終|切|閉)))|日付変更(?=まで|前|時|で|ま?に|線|$)|(?<![a-z])(?:noon|midnight)(?![a-z])",
)
def hour_by_name(found: re.Match[str], now: datetime) -> Atom | None:
    return _atom(found, _WORDS[found[0]])


@rule(
    "今いこ同",
    r"(?<=の)(?:今ごろ|今頃|いまごろ|今の時間|この時間|この時刻|同じ時間|同じ時刻)(?=まで|に|です|が|$)",
)
def same_hour(found: re.Match[str], now: datetime) -> Atom | None:
    """明日の今ごろ."""
    return _atom(found, Clock(now.hour, now.minute))


@rule(
    _PART_STARTS,
    rf"(?:{_PART})(?!日|食|市|晴|間|型|用|空|り|礼|景|勤|練|気|寝|顔|逃|更|行|ご飯|ごはん)",
)
def part_of_day(found: re.Match[str], now: datetime) -> Atom | None:
    hour = _HOURS.get(found[0])
    if hour is None:
        return None
    return Atom("clock", *found.span(), clock=Clock(hour, guessed=True), weak=True)


@rule("meabn", r"(?<![a-z])(morning|evening|afternoon|night)(?![a-z])")
def part_in_english(found: re.Match[str], now: datetime) -> Atom | None:
    hour = {"morning": 9, "afternoon": 15, "evening": 17, "night": 20}[found[1]]
    return Atom("clock", *found.span(), clock=Clock(hour, guessed=True), weak=True)


def _atom(found: re.Match[str], clock: Clock | None) -> Atom | None:
    return None if clock is None else Atom("clock", *found.span(), clock=clock)


RULES = (
    same_hour,
    hours_in_short,
    minutes_short_of_an_hour,
    hour_in_words,
    hour_with_colon,
    hour_in_english,
    hour_by_name,
    part_of_day,
    part_in_english,
)
