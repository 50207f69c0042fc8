"""Words for a day: 今日, あさって, 来月3日, 大晦日, tomorrow."""

import re
from datetime import date, datetime, timedelta

from handlers.reading.business_days import public_holiday
from handlers.reading.calendar_days import add_months, make_day
from handlers.reading.grammar import DIGITS, Atom, Clock, rule
from handlers.reading.patterns import Pattern

_EVENING = Clock(20, guessed=True)
_MORNING = Clock(9, guessed=True)

# Word: days from today, and the part of the day that is in the word.
_DAYS: dict[str, tuple[int, Clock | None]] = {
    "今日": (0, None),
    "本日": (0, None),
    "きょう": (0, None),
    "明日": (1, None),
    "あした": (1, None),
    "あす": (1, None),
    "みょうにち": (1, None),
    "みょうじつ": (1, None),
    "翌日": (1, None),
    "明後日": (2, None),
    "あさって": (2, None),
    "みょうごにち": (2, None),
    "翌々日": (2, None),
    "明々後日": (3, None),
    "明明後日": (3, None),
    "しあさって": (3, None),
    "昨日": (-1, None),
    "きのう": (-1, None),
    "さくじつ": (-1, None),
    "前日": (-1, None),
    "一昨日": (-2, None),
    "おととい": (-2, None),
    "おとつい": (-2, None),
    "一昨々日": (-3, None),
    "さきおととい": (-3, None),
    "今夜": (0, _EVENING),
    "今晩": (0, _EVENING),
    "こんばん": (0, _EVENING),
    "今夕": (0, Clock(17, guessed=True)),
    "今朝": (0, _MORNING),
    "けさ": (0, _MORNING),
    "明朝": (1, _MORNING),
    "明晩": (1, _EVENING),
    "明夜": (1, _EVENING),
    "昨夜": (-1, _EVENING),
    "昨晩": (-1, _EVENING),
    "ゆうべ": (-1, _EVENING),
    "day after tomorrow": (2, None),
    "tomorrow night": (1, _EVENING),
    "tomorrow": (1, None),
    "tonight": (0, _EVENING),
    "today": (0, None),
    "yesterday": (-1, None),
}
_LOOK_BACK = {"今朝", "けさ"}
_WORDS = "|".join(sorted((w for w in _DAYS if not w.isascii()), key=len, reverse=True))
_ENGLISH = "|".join(sorted((w for w in _DAYS if w.isascii()), key=len, reverse=True))
_STARTS = "".join({word[0] for word in _DAYS})

_MONTHS = {"今月": 0, "当月": 0, "来月": 1, "再来月": 2, "さ来月": 2, "翌月": 1, "先月": -1,
           "先々月": -2}  # fmt: skip
_YEARS = {"今年": 0, "本年": 0, "ことし": 0, "来年": 1, "再来年": 2, "去年": -1, "昨年": -1,
          "一昨年": -2, "おととし": -2, "翌年": 1}  # fmt: skip
MONTH_WORD = "再来月|先々月|今月|当月|来月|さ来月|翌月|先月"
YEAR_WORD = "再来年|一昨年|今年|本年|ことし|来年|去年|昨年|翌年"

# 「あと三日で今年も終わる」 counts down to what ends for everybody.
OVER_FOR_ALL = (
    "(?:ちょっと|ちょい|ほど|くらい)?で"
    r"(?:今年|今月|今週|来年|新年|年|連休|gw|[春夏冬盆]休み|夏|お?正月|クリスマス|誕生日|給料日|\d{1,2}月[がはも])"
)

# Days that have a name of their own every year.
_NAMED_DAYS = {
    "大晦日": (12, 31),
    "大みそか": (12, 31),
    "おおみそか": (12, 31),
    "元旦": (1, 1),
    "元日": (1, 1),
    "クリスマスイブ": (12, 24),
    "クリスマス": (12, 25),
    "バレンタイン": (2, 14),
    "ハロウィン": (10, 31),
    "七夕": (7, 7),
    "ひな祭り": (3, 3),
    "節分": (2, 3),
    "建国記念の日": (2, 11),
    "建国記念日": (2, 11),
    "昭和の日": (4, 29),
    "憲法記念日": (5, 3),
    "みどりの日": (5, 4),
    "こどもの日": (5, 5),
    "子供の日": (5, 5),
    "子どもの日": (5, 5),
    "山の日": (8, 11),
    "文化の日": (11, 3),
    "勤労感謝の日": (11, 23),
    "天皇誕生日": (2, 23),
    "エイプリルフール": (4, 1),
    "ホワイトデー": (3, 14),
    # The equinoxes move by a day; the holiday library knows when.
    "春分の日": (3, 20),
    "春分": (3, 20),
    "秋分の日": (9, 23),
    "秋分": (9, 23),
}
# Days that fall on the n-th weekday (Monday is 0) of a month.
_NTH_DAYS = {
    "成人の日": (1, 2, 0),
    "海の日": (7, 3, 0),
    "敬老の日": (9, 3, 0),
    "スポーツの日": (10, 2, 0),
    "体育の日": (10, 2, 0),
    "母の日": (5, 2, 6),
    "父の日": (6, 3, 6),
    "感謝祭": (11, 4, 3),
}
_HOLIDAYS = "|".join(sorted([*_NAMED_DAYS, *_NTH_DAYS], key=len, reverse=True))
_HOLIDAY_STARTS = "".join({name[0] for names in (_NAMED_DAYS, _NTH_DAYS) for name in names})


@rule(
    _STARTS,
    rf"(?<![々一])(?!(?<=の)(?:翌|前))(?:{_WORDS})(?<!こんばん(?=は))(?:中|じゅう)?|(?<![a-z])(?:{_ENGLISH})(?![a-z])",
)
def day_word(found: re.Match[str], now: datetime) -> Atom | None:
    word = found[0].removesuffix("中").removesuffix("じゅう")
    days, clock = _DAYS[word]
    day = now.date() + timedelta(days=days)
    return Atom(
        "day",
        *found.span(),
        day=day,
        parts=(day.year, day.month, day.day),
        clock=clock,
        past=days < 0 or word in _LOOK_BACK,
        today=days == 0 and clock is None and word == found[0],
    )


@rule("今当来再さ翌先", rf"({MONTH_WORD}) ?の? ?(\d{{1,2}})日(?!間|後|以内)")
def day_of_named_month(found: re.Match[str], now: datetime) -> Atom | None:
    months = _MONTHS[found[1]]
    first = add_months(now.date().replace(day=1), months)
    day = make_day(first.year, first.month, int(found[2]))
    if day is None:
        return Atom("day", *found.span(), impossible=True)
    return Atom(
        "day", *found.span(), day=day, parts=(day.year, day.month, day.day), past=months < 0
    )


@rule("今本こ来再去昨一翌", rf"({YEAR_WORD}) ?の? ?(\d{{1,2}})(?:月 ?の?|/)(\d{{1,2}})日?")
def day_of_named_year(found: re.Match[str], now: datetime) -> Atom | None:
    years = _YEARS[found[1]]
    day = make_day(now.year + years, int(found[2]), int(found[3]))
    if day is None:
        return Atom("day", *found.span(), impossible=True)
    return Atom("day", *found.span(), day=day, parts=(day.year, day.month, day.day), past=years < 0)


@rule("今来再去昨一翌本こ" + DIGITS, rf"(?:({YEAR_WORD})|(\d{{4}})年) ?の?({_HOLIDAYS})", then="年")
def holiday_of_year(found: re.Match[str], now: datetime) -> Atom | None:
    year = int(found[2]) if found[2] else now.year + _YEARS[found[1]]
    day = _holiday(found[3], year)
    return Atom("day", *found.span(), day=day, parts=(day.year, day.month, day.day))


_ANYWAY = Pattern(
    r"(?:です|だ|なんです)?(?:けど|けれど|が、|し、)|なのに|やのに|やけど|でも(?!い)|なんで|だから|だし"
    r"|も(?!期限|締|介入)|ですら|にまで|くらい|早々|に(?:失礼|すみま|ごめん|申し訳|何|なに)"
)


@rule(
    _HOLIDAY_STARTS,
    rf"(?:{_HOLIDAYS})(?!用|向け|プレゼント|セール|ギフト|仕様|限定|カード|の?(?:衣装|コス|飾り|グッズ|ケーキ|ツリー|リース|カボチャ|仮装))",
)
def holiday(found: re.Match[str], now: datetime) -> Atom | None:
    """勤労感謝の日まで; 「山の日なのに」 says only which day it is."""
    text, start, end = found.string, found.start(), found.end()
    if _ANYWAY.match(text, end) and not text.startswith(("は", "が"), start - 1):
        return None
    day = _holiday(found[0], now.year)
    if day < now.date():
        day = _holiday(found[0], now.year + 1)
    return Atom(
        "day",
        *found.span(),
        day=day,
        parts=(None, day.month, day.day),
        assumptions=("no_year",),
    )


def _holiday(name: str, year: int) -> date:
    """By the holiday library, which knows how the laws moved them; else by the tables above."""
    if name.endswith(("の日", "記念日", "誕生日", "元日", "春分", "秋分")):
        by_law = public_holiday(name, year)
        if by_law is not None:
            return by_law
    if name in _NAMED_DAYS:
        return date(year, *_NAMED_DAYS[name])
    return nth_weekday(year, *_NTH_DAYS[name])


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The n-th such weekday (Monday is 0) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


RULES = (day_of_named_year, day_of_named_month, holiday_of_year, day_word, holiday)
