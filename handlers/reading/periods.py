"""Periods that stand for one of their days: 今週中, 月末, 来月頭, 年内, 週明け, 連休明け."""

import re
from datetime import date, datetime, timedelta

from handlers.reading.business_days import add_business_days, after_holidays, next_public_holiday
from handlers.reading.calendar_days import add_months, last_of_month, make_day, monday_of
from handlers.reading.day_words import MONTH_WORD, YEAR_WORD
from handlers.reading.grammar import DIGITS, Atom, rule
from handlers.reading.weekdays import WEEK_WORD

_WEEKS = {"今週": 0, "来週": 1, "再来週": 2, "さ来週": 2, "翌週": 1, "次週": 1, "次の週": 1,
          "再々来週": 3, "先週": -1, "先々週": -2}  # fmt: skip
_MONTHS = {"今月": 0, "当月": 0, "来月": 1, "翌月": 1, "再来月": 2, "さ来月": 2, "先月": -1,
           "先々月": -2}  # fmt: skip
_YEARS = {"今年": 0, "本年": 0, "ことし": 0, "来年": 1, "再来年": 2, "去年": -1, "昨年": -1,
          "翌年": 1, "一昨年": -2}  # fmt: skip

_START = "頭|初め|始め|はじめ|あたま|初旬|初頭|明け|あけ"
_END = "いっぱい|一杯|中旬|中|じゅう|のうち|内|末日|末|の?終わり|の?おわり|の?最後|の?最終日"
_MIDDLE = "半ば|なかば|中頃|中ごろ|真ん中"

# Which day of the month a word means; 0 is the last. 上旬, 中旬 and 下旬 by their last day.
_OF_MONTH = {"頭": 1, "初め": 1, "始め": 1, "はじめ": 1, "あたま": 1, "初": 1, "初日": 1,
             "明け": 1, "あけ": 1, "初旬": 10, "上旬": 10, "初頭": 1, "中旬": 20, "半ば": 15,
             "なかば": 15, "中頃": 15, "中ごろ": 15, "真ん中": 15, "下旬": 0}  # fmt: skip
_MONTH_PART = (
    rf"(中旬|上旬|下旬|初旬|初日|{_MIDDLE}|{_START}|いっぱい|一杯|中(?!国|古|身|心|に届|に到着)"
    rf"|じゅう|のうち|内|末日|末|の?終わり|の?最(?:終|後の)日)"
)


@rule(
    "今来再さ翌次先",
    rf"({WEEK_WORD})(?:の)?(週末|{_START}|{_MIDDLE}|{_END})?(?!間|の[月火水木金土日]曜)",
)
def week(found: re.Match[str], now: datetime) -> Atom | None:
    weeks, part = _WEEKS[found[1]], found[2] or ""
    monday = monday_of(now.date(), weeks)
    sunday = monday + timedelta(days=6)
    if part and part in _START.split("|"):
        if part in ("明け", "あけ"):
            monday += timedelta(days=7 if weeks == 0 else 0)
        return _day(found, monday, past=weeks < 0)
    if part and part in _MIDDLE.split("|"):
        return _day(found, monday + timedelta(days=2), past=weeks < 0)
    # 来週 alone may be its beginning or its end: the end, and the beginning is asked about.
    others = (monday,) if not part and weeks > 0 else ()
    return _day(found, sunday, others=others, past=weeks < 0)


@rule("週", r"(?<![今来先々翌次毎隔\d])週(?:明け|あけ|の頭|初め|始め|はじめ)")
def week_begins(found: re.Match[str], now: datetime) -> Atom | None:
    return _day(found, monday_of(now.date(), 1))


@rule(
    "週土次今",
    r"(?<![今来先々翌次毎\d])週(?:末|の終わり|内(?!容|訳))|土日(?=まで|中|のうち|いっぱい|に[決返出拒])"
    r"|(?:次|今度)の土日",
)
def weekend(found: re.Match[str], now: datetime) -> Atom | None:
    next_one = found[0].endswith("土日") and len(found[0]) > 2 and now.weekday() >= 5
    return _day(found, monday_of(now.date(), int(next_one)) + timedelta(days=6))


@rule("今当来再さ翌先", rf"({MONTH_WORD})の?{_MONTH_PART}")
def named_month(found: re.Match[str], now: datetime) -> Atom | None:
    months = _MONTHS[found[1]]
    first = add_months(now.date().replace(day=1), months)
    return _day(found, _part_of_month(first, found[2]), past=months < 0)


@rule("今来再さ翌", r"(今月|来月|再来月|翌月)(?=まで|迄)")
def until_month(found: re.Match[str], now: datetime) -> Atom | None:
    """来月までに may mean its beginning or its end: both are kept."""
    first = add_months(now.date().replace(day=1), _MONTHS[found[1]])
    others = (first,) if first > now.date() else ()
    return _day(found, last_of_month(first.year, first.month), others=others)


@rule(
    DIGITS,
    rf"(?<![\d/.])(?:(\d{{4}})[年/]の?)?(\d{{1,2}})(?:月の?|/(?=末)){_MONTH_PART}",
    then="年/月",
    beyond="の中上下初半な真頭始はあ明い一じ内末最終",
)
def numbered_month(found: re.Match[str], now: datetime) -> Atom | None:
    month = int(found[2])
    if not 1 <= month <= 12:
        return None
    year = int(found[1]) if found[1] else now.year
    day = _part_of_month(date(year, month, 1), found[3])
    if not found[1] and day < now.date():
        day = _part_of_month(date(year + 1, month, 1), found[3])
    return _day(found, day, assumptions=() if found[1] else ("no_year",))


@rule(DIGITS, r"(?<![\d/.])(\d{1,2})月(?=まで|迄)", then="月", beyond="ま迄")
def until_numbered_month(found: re.Match[str], now: datetime) -> Atom | None:
    month = int(found[1])
    if not 1 <= month <= 12:
        return None
    year = now.year + (month < now.month)
    first = date(year, month, 1)
    return _day(
        found, last_of_month(year, month), others=(first,) if first > now.date() else (),
        assumptions=("no_year",),
    )  # fmt: skip


@rule(
    "月末",
    r"(?<![\d毎今来先々翌])(?:月末|末日|月の?終わり|月内|月中|月が[替代変か]わる(?=まで|前))",
)
def month_ends(found: re.Match[str], now: datetime) -> Atom | None:
    return _day(found, last_of_month(now.year, now.month))


@rule("月", r"(?<![\d毎今来先々翌])(?:月初め?|月頭|月の?はじめ|月明け)")
def month_begins(found: re.Match[str], now: datetime) -> Atom | None:
    first = now.date().replace(day=1)
    return _day(found, first if now.day == 1 else add_months(first, 1))


@rule("月", r"(?<![\d毎今来先々翌])月(?:半ば|なかば|中旬)")
def month_middle(found: re.Match[str], now: datetime) -> Atom | None:
    middle = now.date().replace(day=15)
    return _day(found, middle if middle >= now.date() else add_months(middle, 1))


def _part_of_month(first: date, part: str) -> date:
    day = _OF_MONTH.get(part, 0)
    return first.replace(day=day) if day else last_of_month(first.year, first.month)


@rule(
    "年去昨一今本",
    r"(去年|昨年|一昨年|今年|本年)?の?年(?:内(?!容)|末(?!年始)|の瀬(?=まで|に(?:終|締|介|切|期)|が(?:期|締))|越し前)(?:中|いっぱい)?",
)
def year_ends(found: re.Match[str], now: datetime) -> Atom | None:
    back = {"去年": 1, "昨年": 1, "一昨年": 2}.get(found[1] or "", 0)
    return _day(found, date(now.year - back, 12, 31), past=back > 0)


@rule(
    "年新正",
    r"(?:年明け(?!て|た)|年始|新年|年が?明けた?ら|正月(?!明け|休み|早々|用|飾り))(?!\d{1,2}月\d|\d{1,2}/\d)(?:[の、]?(\d{1,2})日(?!間|後|以内|ほど|くらい))?",
)
def year_begins(found: re.Match[str], now: datetime) -> Atom | None:
    today = now.date()
    if found[1]:  # 「年明け5日」
        day = make_day(today.year + 1, 1, int(found[1]))
        return _day(found, day) if day is not None else None
    return _day(found, today if (today.month, today.day) == (1, 1) else date(now.year + 1, 1, 1))


@rule("年", r"年度末")
def fiscal_year_ends(found: re.Match[str], now: datetime) -> Atom | None:
    end = date(now.year, 3, 31)
    return _day(found, end if end >= now.date() else date(now.year + 1, 3, 31))


@rule(
    "今本こ来再去昨翌一", rf"({YEAR_WORD})の?(末|いっぱい|中|じゅう|の?頭|の?初め|の?はじめ|明け)"
)
def named_year(found: re.Match[str], now: datetime) -> Atom | None:
    years = _YEARS[found[1]]
    ends = found[2] in ("末", "いっぱい", "中", "じゅう")
    day = date(now.year + years, 12, 31) if ends else date(now.year + years, 1, 1)
    return _day(found, day, past=years < 0)


@rule("今来再去昨翌先", rf"(?:({YEAR_WORD})|({MONTH_WORD}))の(?:今日|同じ日|本日)")
def this_day_of(found: re.Match[str], now: datetime) -> Atom | None:
    if found[1]:
        return _day(found, add_months(now.date(), 12 * _YEARS[found[1]]), past=_YEARS[found[1]] < 0)
    return _day(found, add_months(now.date(), _MONTHS[found[2]]), past=_MONTHS[found[2]] < 0)


@rule(
    "連三四五祝休gゴお盆正3456789",
    r"(?:(?:\d|三|四|五)?連休|祝日|休日|(?<![夏冬春])休み|gw|ゴールデンウィーク|お?盆休み|お?盆"
    r"|(?:お)?正月休み|(?:お)?正月|年末年始)(?:が?明け|あけ)",
    then="連",
)
def holidays_over(found: re.Match[str], now: datetime) -> Atom | None:
    """The first business day after the coming days off, by the Japanese holiday calendar."""
    words, today = found[0], now.date()
    if words[0] == "祝":
        return _day(found, add_business_days(next_public_holiday(today), 1))
    if words[0] == "休":
        return _day(found, after_holidays(today, shortest=2))
    if "正月" in words or "年末年始" in words:
        year = today.year + (today >= date(today.year, 1, 5))
        # Offices reopen on 4 January; the calendar only knows the 1st as a holiday.
        return _day(found, after_holidays(date(year, 1, 4), shortest=0))
    if "盆" in words:
        year = today.year + (today > date(today.year, 8, 16))
        return _day(found, add_business_days(date(year, 8, 16), 1))
    if words.startswith(("gw", "ゴ")):
        year = today.year + (today > date(today.year, 5, 6))
        return _day(found, after_holidays(date(year, 5, 3), shortest=3))
    return _day(found, after_holidays(today))


@rule("eo", r"(?:the )?end of (?:the |this )?(month|week|year|next month|next week)")
def english_end(found: re.Match[str], now: datetime) -> Atom | None:
    today = now.date()
    ends = {
        "month": last_of_month(now.year, now.month),
        "next month": last_of_month(now.year, now.month + 1),
        "week": monday_of(today) + timedelta(days=6),
        "next week": monday_of(today, 1) + timedelta(days=6),
        "year": date(now.year, 12, 31),
    }
    return _day(found, ends[found[1]])


def _day(
    found: re.Match[str],
    day: date,
    *,
    others: tuple[date, ...] = (),
    past: bool = False,
    assumptions: tuple[str, ...] = (),
) -> Atom:
    return Atom(
        "day",
        *found.span(),
        day=day,
        parts=(day.year, day.month, day.day),
        others=others,
        past=past,
        assumptions=assumptions,
    )


RULES = (
    week,
    week_begins,
    weekend,
    named_month,
    until_month,
    numbered_month,
    until_numbered_month,
    month_ends,
    month_begins,
    month_middle,
    fiscal_year_ends,
    year_ends,
    year_begins,
    named_year,
    this_day_of,
    holidays_over,
    english_end,
)
