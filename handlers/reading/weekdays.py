"""Weekdays: 来週の金曜, 今度の火曜日, (金), 第3の火曜日, by Friday.

Weeks begin on Monday. 来週 is the week after this one whatever today is; 今度の, 次の and a bare
weekday mean the coming one, and today's own weekday the one in seven days.
"""

import re
from datetime import date, datetime, timedelta

from handlers.reading.calendar_days import monday_of, next_weekday, weekday_on
from handlers.reading.day_words import MONTH_WORD, nth_weekday
from handlers.reading.grammar import DIGITS, Atom, rule
from handlers.reading.patterns import Pattern

_KANJI = "月火水木金土日"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ENGLISH_NAME = r"(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rsday|r|rs|urday)?"
_WEEKS = {"今週": 0, "来週": 1, "再来週": 2, "さ来週": 2, "翌週": 1, "次週": 1, "次の週": 1,
          "再々来週": 3, "先週": -1, "先々週": -2, "今": 0}  # fmt: skip
# 「期限なんだけどさ来週の木曜」: there さ ends what went before.
WEEK_WORD = (
    "再々来週|再来週|(?<!けど)(?<!から)(?<!ので)(?<!んで)さ来週|先々週|次の週"
    "|今週|来週|翌週|次週|先週"
)
# A single kanji stands for a weekday only where nothing else could follow it: 来週金まで.
_ALONE = r"(?![曜]|[一-龠]|本|々)"
_DAY = rf"([{_KANJI}])(?:曜日?|{_ALONE})"


@rule("今来再さ翌次先", rf"({WEEK_WORD}) ?の? ?{_DAY}")
def of_week(found: re.Match[str], now: datetime) -> Atom | None:
    weeks = _WEEKS[found[1]]
    weekday = _KANJI.index(found[2])
    day = weekday_on(monday_of(now.date(), weeks), weekday)
    return _named(found, day, weekday, past=weeks < 0)


@rule(
    "今来再さ翌次先",
    rf"({WEEK_WORD})(?:の(?:今日|同じ(?:曜日?|日))|(?=の(?:この時間|今ごろ|今頃|同じ時間)))",
)
def same_of_week(found: re.Match[str], now: datetime) -> Atom | None:
    weeks = _WEEKS[found[1]]
    day = now.date() + timedelta(weeks=weeks)
    return _named(found, day, day.weekday(), past=weeks < 0)


@rule(
    "今次こつ直前",
    rf"(今度|次回?|こんど|つぎ|今|直近|前|この前) ?の? ?([{_KANJI}])曜日?",
)
def coming_one(found: re.Match[str], now: datetime) -> Atom | None:
    weekday = _KANJI.index(found[2])
    if found[1] in ("前", "この前"):
        return _past(found, now, weekday)
    return _named(found, next_weekday(now.date(), weekday), weekday)


def _past(found: re.Match[str], now: datetime, weekday: int) -> Atom:
    day = next_weekday(now.date(), weekday) - timedelta(days=7)
    if day == now.date():
        day -= timedelta(days=7)
    return _named(found, day, weekday, past=True)


@rule(
    _KANJI,
    rf"(?<![毎一-龠ぁ-ん])([{_KANJI}])曜日?(?!日|劇場|ロード)",
)
def bare(found: re.Match[str], now: datetime) -> Atom | None:
    weekday = _KANJI.index(found[1])
    return _named(found, next_weekday(now.date(), weekday), weekday)


@rule(_KANJI, rf"(?<![毎々週第])([{_KANJI}])曜日?(?!日|劇場|ロード)")
def bare_after_kana(found: re.Match[str], now: datetime) -> Atom | None:
    weekday = _KANJI.index(found[1])
    return _named(found, next_weekday(now.date(), weekday), weekday)


@rule(_KANJI, rf"(?<![\d一-龠々])([{_KANJI}])曜?か([{_KANJI}])(?:曜日?)?(?![一-龠])")
def one_of_two(found: re.Match[str], now: datetime) -> Atom | None:
    """木か金: the nearer, and the other is asked about."""
    weekdays = [_KANJI.index(kanji) for kanji in found.groups()]
    days = sorted(next_weekday(now.date(), weekday) for weekday in weekdays)
    atom = _named(found, days[0], days[0].weekday())
    return atom._replace(others=tuple(days[1:]))


@rule(
    "月火水木金土日",
    r"(?<![\d一-龠々])(?:[火水木金土](?=[朝昼夕夜晩])|[月日](?=[朝昼夕晩]))(?!.[一-龠])",
)
def before_a_part(found: re.Match[str], now: datetime) -> Atom | None:
    """金夜."""
    weekday = _KANJI.index(found[0])
    return _named(found, next_weekday(now.date(), weekday), weekday)


_BEGUN = Pattern(rf"(?:{WEEK_WORD}) ?の? ?[{_KANJI}](?:曜日?)?(?:[~-]|から)$")


@rule(_KANJI, rf"(?<=[~\-ら])([{_KANJI}])(?:曜日?)?(?![一-龠])")
def end_of_range(found: re.Match[str], now: datetime) -> Atom | None:
    """来週の火〜木; 「受付は月〜金」 names no days."""
    if _BEGUN.search(found.string[max(0, found.start() - 12) : found.start()]) is None:
        return None
    weekday = _KANJI.index(found[1])
    return _named(found, next_weekday(now.date(), weekday), weekday)


@rule(_KANJI, rf"(?<=\d日)([{_KANJI}])曜日?(?!劇場|ロード)")
def behind_a_date(found: re.Match[str], now: datetime) -> Atom | None:
    """12月5日土曜日."""
    weekday = _KANJI.index(found[1])
    return _named(found, next_weekday(now.date(), weekday), weekday)


@rule(
    "([",
    rf"[(\[] ?(?:([{_KANJI}])(?:曜日?)?|{_ENGLISH_NAME})(?:[・･/]?(?:祝日?|振替?休?日?"
    rf"|休日?))? ?[)\]]",
)
def in_brackets(found: re.Match[str], now: datetime) -> Atom | None:
    """(金): beside a date it is checked against it, alone it is the coming Friday."""
    weekday = _KANJI.index(found[1]) if found[1] else _ENGLISH.index(found[2])
    return _named(found, next_weekday(now.date(), weekday), weekday)


@rule(
    "第今来再先翌最" + DIGITS,
    rf"(?:({MONTH_WORD})|(?:(\d{{4}})年の?)?(\d{{1,2}})月)? ?の? ?(?:第 ?(\d)|(最終)"
    rf"|最後の|((?<=[月の])(?:最初|初め|はじめ)の)) ?の? ?(?:週の)?([{_KANJI}])曜日?",
    then="年月",
    beyond=" の第最初は",
)
def nth_of_month(found: re.Match[str], now: datetime) -> Atom | None:
    weekday = _KANJI.index(found[7])
    first = found[6] is not None
    nth = int(found[4]) if found[4] else 1 if first else 5
    if not 1 <= nth <= 5:
        return None
    months = {"今月": 0, "来月": 1, "翌月": 1, "再来月": 2, "先月": -1}.get(found[1] or "", 0)
    month_index = now.year * 12 + now.month - 1 + months
    if found[3]:
        month = int(found[3])
        if not 1 <= month <= 12:
            return None
        month_index = int(found[2] or now.year) * 12 + month - 1
    year, month = divmod(month_index, 12)
    day = _nth(year, month + 1, nth, weekday, last=not (found[4] or first))
    if found[3] and not found[2] and day < now.date():
        day = _nth(year + 1, month + 1, nth, weekday, last=not (found[4] or first))
    return _named(found, day, weekday)


def _nth(year: int, month: int, nth: int, weekday: int, *, last: bool) -> date:
    day = nth_weekday(year, month, nth, weekday)
    if last and day.month != month:
        day -= timedelta(days=7)
    return day


@rule("mtwfs", rf"(?<![a-z]){_ENGLISH_NAME}(?![a-z])\.?")
def english(found: re.Match[str], now: datetime) -> Atom | None:
    weekday = _ENGLISH.index(found[1])
    return _named(found, next_weekday(now.date(), weekday), weekday, short=len(found[0]) < 6)


@rule("ntl", rf"(?<![a-z])(next week|next|this|last)(?: on)? {_ENGLISH_NAME}(?![a-z])")
def english_of_week(found: re.Match[str], now: datetime) -> Atom | None:
    """ "next Friday" is the coming one to some and next week's to others: both are kept."""
    weekday = _ENGLISH.index(found[2])
    near = next_weekday(now.date(), weekday)
    if found[1] == "last":
        return _past(found, now, weekday)
    following = weekday_on(monday_of(now.date(), 1), weekday)
    if found[1] == "next week":
        return _named(found, following, weekday)
    atom = _named(found, near, weekday)
    if found[1] == "next" and following != near:
        return Atom(
            "day", *found.span(), day=near, parts=atom.parts, weekday=weekday, others=(following,)
        )
    return atom


def _named(
    found: re.Match[str], day: date, weekday: int, *, past: bool = False, short: bool = False
) -> Atom:
    return Atom(
        "day",
        *found.span(),
        day=day,
        parts=(day.year, day.month, day.day),
        weekday=weekday,
        past=past,
        weak=short,  # "sun", "sat" are words of their own
    )


RULES = (
    of_week,
    same_of_week,
    coming_one,
    nth_of_month,
    one_of_two,
    before_a_part,
    end_of_range,
    bare,
    bare_after_kana,
    behind_a_date,
    in_brackets,
    english_of_week,
    english,
)
