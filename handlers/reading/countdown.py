"""Running countdowns as AliExpress shows them: 残り2日14時間33分, 2d 14h 33m, 02:14:33:10."""

# ruff: noqa: ARG001 - all rules are built alike, although some do not depend on now

import re
from datetime import datetime

from handlers.reading.grammar import DIGITS, Atom, Length, rule

_STILL = (
    r"(?:(?:残り?|のこり|あと|(?:カウントダウン|タイマー)(?:を[^。、\n\d]{0,4}、?)?"
    r"|time left|remaining(?: time)?"
    r"|left|within|(?:介入(?:する)?|締切|終了|期限|承認|完了|クローズ|判定|決着|確定|返答"
    r"|執行|実行|成立|回答)まで)(?:時間)?[はがで:]?[ \n]{0,2}[\"「']?)"
)


@rule(DIGITS, r"(?<![\d:.])(\d{1,3}):(\d{2}):(\d{2}):(\d{2})(?![\d:])", then=":")
def four_fields(found: re.Match[str], now: datetime) -> Atom | None:
    """Days, hours, minutes, seconds."""
    return _left(found, *(int(part) for part in found.groups()))


@rule(
    DIGITS,
    r"(?<![\d:.])(\d{1,3}) ?: ?(\d{1,2}) ?: ?(\d{1,2}) *\(?days ?[:/] ?hours ?[:/] ?min",
    then=":",
)
def named_fields(found: re.Match[str], now: datetime) -> Atom | None:
    """06 : 04 : 48 (days : hours : min)."""
    days, hours, minutes = (int(part) for part in found.groups())
    return _left(found, days, hours, minutes, 0)


@rule(
    DIGITS,
    r"(?<![\d:.])(?:(\d{1,3}) ?d(?:ays?)?[ ,:]*(?:and )?)?(\d{1,3}) ?h(?:ours?"
    r"|rs?)?[ ,:]*(?:(\d{1,2}) ?m(?:in(?:ute)?s?)?(?![a-z])[ ,:]*)?"
    r"(?:(\d{1,2}) ?s(?:ec(?:ond)?s?)?(?![a-z]))?(?![a-z]|[12](?![\d分秒]))",  # Windows 11 24H2
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
    "残のあカタtrlw介締終期承完ク判決確返執実成回" + DIGITS,
    rf"(?:{_STILL}(\d{{1,3}}) ?日間?と?|(?:{_STILL}|(?<![\d:.]))(\d{{1,3}}) ?(?:days?"
    rf"|d))[, ]{{0,2}}(\d{{1,2}}):(\d{{2}})(?::(\d{{2}}))?(?![\d:])",
    then="d",
)
def days_and_clock(found: re.Match[str], now: datetime) -> Atom | None:
    """残り2日 14:05:33; without 残り, 15日 3:45:59 is a day and a time."""
    if found[5] is None and found[1] is None:
        return None
    days, hours, minutes = (int(part) for part in found.groups()[:4] if part is not None)
    seconds = int(found[5] or 0)
    return _left(found, days, hours, minutes, seconds)


@rule(
    DIGITS,
    r"(?<![\d:./月])(?:(\d{1,3}) ?日[ と、]{0,2})?(\d{1,2}):(\d{2}):(\d{2})"
    r"(?= ?(?:残|のこ|left|remaining|後に(?:自動|確定|完了|承認|終了)))",
    then="日:",
    beyond=DIGITS + " と、",
)
def clock_still_left(found: re.Match[str], now: datetime) -> Atom | None:
    """4日 03:20:10 残っている, 12:05:30 left."""
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return _left(found, days, hours, minutes, seconds)


@rule(
    DIGITS,
    r"(?<![\d:./])(\d{1,3}) ?days?,? (\d{1,2}):([0-5]\d)(?= (?:left|remaining))",
    then="d",
)
def days_and_clock_left(found: re.Match[str], now: datetime) -> Atom | None:
    """4 days 06:30 left."""
    return _left(found, int(found[1]), int(found[2]), int(found[3]), 0)


@rule(
    DIGITS,
    r"(?<![\d:./月日年])(?<![月日年\d] )(\d{1,2}):([0-5]\d):([0-5]\d)(?![\d:])"
    r"(?=[」』]? ?(?:って|て|と|が|から|で|は)?[^。、!?\n\d]{0,6}(?:赤|減|カウント|残|止まら))",
    then=":",
)
def clock_that_runs(found: re.Match[str], now: datetime) -> Atom | None:
    """00:58:30 て赤くなってる, 12:34:56 からどんどん減ってる."""
    return _left(found, 0, *(int(part) for part in found.groups()))


# Days of AliExpress' clocks: mostly five or less, fifteen at the most.
_FEW, _LONGEST = 5, 15


@rule(
    DIGITS,
    r"(?<![\d:./月])(\d{1,2}) ?日 ?([01]\d|2[0-3]):(\d{2}):(\d{2})(?![\d:])",
    then="日",
    beyond=DIGITS + " ",
)
def days_and_padded_clock(found: re.Match[str], now: datetime) -> Atom | None:
    """2日 03:14:07, as the page shows what is left; 「27日 23:59:59」 is the end of a day."""
    days, hours, minutes, seconds = (int(part) for part in found.groups())
    ends_a_day = (hours, minutes, seconds) == (23, 59, 59) and days > _FEW
    if days > _LONGEST or ends_a_day:
        return None
    return _left(found, days, hours, minutes, seconds)


@rule(DIGITS, r"(?<![\d:.日月/])(2[4-9]|[3-9]\d|\d{3}):(\d{2}):(\d{2})(?![\d:])", then=":")
def many_hours(found: re.Match[str], now: datetime) -> Atom | None:
    """71:59:12: more hours than a day has."""
    return _left(found, 0, *(int(part) for part in found.groups()))


@rule("残のあカタtrl", rf"{_STILL}(\d{{1,3}}):(\d{{2}})(?::(\d{{2}}))?(?![\d:])")
def clock_left(found: re.Match[str], now: datetime) -> Atom | None:
    """残り 23:59:59 is hours, minutes, seconds."""
    return _left(found, 0, int(found[1]), int(found[2]), int(found[3] or 0))


# A day or an hour before まで: 「12月5日まで 23:59:59」 is the end of it.
_OF_A_DATE = "日時分曜)0123456789"


@rule(DIGITS, r"(?<![\d:.])(\d{1,3}):(\d{2}):(\d{2})(?![\d:])", then=":")
def clock_until(found: re.Match[str], now: datetime) -> Atom | None:
    """時間切れまで 23:14:09, 自動承認まで: 05:10:00."""
    before = found.string[max(0, found.start() - 8) : found.start()].rstrip(" :は\n")
    what = before.removesuffix("あと").removesuffix("まで")
    if not before.endswith(("まで", "まであと")) or not what or what[-1] in _OF_A_DATE:
        return None
    return _left(found, 0, *(int(part) for part in found.groups()))


@rule(
    DIGITS,
    r"(?<![\d:.])(\d{1,3}) ?日[ 、,と:]{0,2}(\d{1,2}) ?時間(?:[ 、,と:]{0,2}(\d{1,2}) ?分)?"
    r"(?:[ 、,と:]{0,2}(\d{1,2}) ?秒)?(?! ?(?:前|経|後|以内|かか|も|\d{1,2} ?分))",
    then="日",
    beyond=DIGITS + " 、,と:",
)
def units(found: re.Match[str], now: datetime) -> Atom | None:
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return _left(found, days, hours, minutes, seconds)


@rule("残のあカタ", rf"{_STILL}(\d{{1,3}}) ?日(\d{{1,2}}) ?時(\d{{1,2}}) ?分(?:(\d{{1,2}}) ?秒)?")
def short_units(found: re.Match[str], now: datetime) -> Atom | None:
    """残り02日06時10分."""
    return _left(found, *(int(part or 0) for part in found.groups()))


@rule(
    DIGITS,
    r"(?<![\d.])(\d{1,3}) ?(?:天|일|дн(?:я|ей|ь)|день|д)[ ,.:]{0,2}"
    r"(\d{1,2}) ?(?:小?[时時]|시간?|час(?:а|ов)?|ч)(?:间|間)?"
    r"(?:[ ,.:]{0,2}(\d{1,2}) ?(?:分[钟鐘]?|분|мин(?:ут[аы]?)?"
    r"|м))?(?:[ ,.:]{0,2}(\d{1,2}) ?(?:秒|초|сек|с))?",
    then="天일д",
)
def other_scripts(found: re.Match[str], now: datetime) -> Atom | None:
    """2天3小时15分, 2일 5시간 30분, 2 дня 5 часов: the page in another language."""
    return _left(found, *(int(part or 0) for part in found.groups()))


@rule(
    "剩还還남о" + DIGITS,
    r"(?:剩余|剩餘|[还還]剩|剩下|剩|남은|осталось)(?:시간|时间|時間)?[: ]{0,2}(\d{1,3}) ?(?:天"
    r"|일|дн(?:я|ей|ь)|день)(?! ?\d)"
    r"|(?<![\d:.])(\d{1,3}) ?(?:天|일)(?: ?(?:之?[后後內内]|以[內内]|후|이내|남음|남았))",
    then="天일",
)
def days_in_other_scripts(found: re.Match[str], now: datetime) -> Atom | None:
    """剩余3天, 4天后, 2일 남음."""
    days = int(found[1] or found[2])
    return Atom("length", *found.span(), length=Length(days=days, toward="left"))


def _left(found: re.Match[str], days: int, hours: int, minutes: int, seconds: int) -> Atom | None:
    if days > 400 or minutes > 59 or seconds > 59:
        return None
    total = days * 86400 + hours * 3600 + minutes * 60 + seconds
    return Atom("length", *found.span(), length=Length(seconds=total, toward="left"))


RULES = (
    four_fields,
    named_fields,
    clock_still_left,
    days_and_clock_left,
    clock_that_runs,
    days_and_clock,
    days_and_padded_clock,
    many_hours,
    clock_left,
    clock_until,
    letters,
    days_and_minutes,
    units,
    short_units,
    other_scripts,
    days_in_other_scripts,
)
