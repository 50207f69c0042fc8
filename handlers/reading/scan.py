"""Find the atoms of date expressions in a folded text, left to right, without overlaps."""

import re
from datetime import datetime

from handlers.reading import (
    countdown,
    dates,
    day_words,
    days_beside,
    days_of_month,
    english_dates,
    eras,
    offsets,
    periods,
    times,
    weekdays,
)
from handlers.reading.grammar import TEXT_ENDS, Atom, Rule
from handlers.reading.patterns import Pattern

# The earlier rule wins where two match at the same place.
RULES: tuple[Rule, ...] = (
    *countdown.RULES,
    offsets.english,  # 3-20 business days is no 20 March
    *english_dates.RANGES,
    *eras.RULES,
    *weekdays.RULES,
    *day_words.RULES[:3],
    *periods.RULES,
    *dates.RULES,
    *days_of_month.RULES[:-1],
    *days_beside.RULES,
    *offsets.RULES,
    days_of_month.day_alone,
    *english_dates.RULES,
    *day_words.RULES[3:],
    *times.RULES,
)
MOST_ATOMS = 120  # a page has some dozens; beyond that a text is noise

_BY_START: dict[str, tuple[Rule, ...]] = {
    start: tuple(r for r in RULES if start in r.starts)
    for start in {character for r in RULES for character in r.starts}
}
_DIGITS = "0123456789"
_MOST_REMEMBERED = 2_000  # texts hold any character


def _weekday(kanji: str, then: str = "曜") -> str:
    """Before what a kanji is a weekday, or between two: 木か金, 火~木, 火から木."""
    days = "月火水木金土日"
    return rf"[{then}朝昼夕夜晩]|か[{days}]|(?<=[{days}][~-]{kanji})|(?<=[{days}]から{kanji})"


# A number is looked at where it begins, a Latin word likewise.
# Common letters begin a date only in front of these.
_ONLY_BEFORE = {"の": "こり", "こ": "[んとどの]", "あ": "[とさしす]", "し": "あさ", "す": "いよ",
                "き": "[んょのう]", "た": "だ今", "真": "[夜昼ん]", "い": "ま", "に": "ち",
                "か": "よ", "も": "く", "ど": "よ", "け": "さ", "ら": "い", "さ": "[くきら来]",
                "お": "[とお昼盆正]", "み": "[ょど]",
                "今": "[週度月年日夜晩夕朝かよご頃の 火水木金土]",
                "日": _weekday("日", "曜付本"), "火": _weekday("火"), "水": _weekday("水"),
                "木": _weekday("木"), "金": _weekday("金"), "土": _weekday("土", "曜日"),
                "月": _weekday("月", "曜末の内中初頭明半なは終が")}  # fmt: skip
_OTHER = "".join(
    sorted(c for c in _BY_START if not (c.isalnum() and c.isascii()) and c not in _ONLY_BEFORE)
)
_NARROW = "|".join(f"{first}(?={then})" for first, then in _ONLY_BEFORE.items())
# The Latin words that a date can begin with; all others of an English mail are passed over.
_LATIN_WORDS = (
    r"[rhstm] ?(?:\d|元)|[ap]\.?m|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu"
    r"|fri|sat|sun|to(?:day|morrow|night)|yesterday|day after|next|this|last|end of|the end"
    r"|the \d|noon|midnight|morning|evening|afternoon|night|in |within|ha(?:ve|s) |an? |one|two"
    r"|three|four"
    r"|five|six|seven"
    r"|ten |time left|remaining|left|gmt|utc|pst|pdt|pt|est|edt|cst|cet|jst|pacific|eastern|beijing"
    r"|china|moscow|gw"
)
# All other Latin words, one behind the other: most of an English mail is passed over in one match.
# The z of 2026-12-01t00:00z begins a zone.
_NO_BEGINNINGS = rf"(?:(?<![a-z])(?!{_LATIN_WORDS}|(?<=\d)z)[a-z]++[ ,.;:!?\n]*+)++"
_BEGINS = Pattern(rf"[\d]+|({_NO_BEGINNINGS})|[a-z]+|[{re.escape(_OTHER)}]|{_NARROW}")


def scan(text: str, now: datetime) -> list[Atom]:
    """All atoms of a folded text; ``now`` is aware and in the reading zone."""
    atoms: list[Atom] = []
    covered = 0
    for begin in _BEGINS.finditer(text):
        at = begin.start()
        if at < covered or begin.lastindex is not None:
            continue
        first = text[at]
        if first in _DIGITS:
            candidates = _behind_number(first, text, begin.end())
        else:
            candidates = _BY_START.get(first, ())
        for candidate in candidates:
            found = candidate.pattern.match(text, at)
            if found is None:
                continue
            atom = candidate.build(found, now)
            if atom is not None:
                atoms.append(atom)
                covered = found.end()
                break
        if len(atoms) >= MOST_ATOMS:
            break
    return atoms


_BY_WHAT_FOLLOWS: dict[str, tuple[Rule, ...]] = {}


def _behind_number(first: str, text: str, end: int) -> tuple[Rule, ...]:
    """The rules for a number that begins with a digit and ends here.

    What stands behind it rules most of them out.
    """
    behind = text[end : end + 1] or TEXT_ENDS
    if behind == " ":
        end += 1
        behind = text[end : end + 1]
    beyond = text[end + 1 : end + 2] or TEXT_ENDS if behind in ("月", "日") else ""
    key = first + behind + beyond
    rules = _BY_WHAT_FOLLOWS.get(key)
    if rules is None:
        rules = tuple(
            one
            for one in _BY_START[first]
            if (not one.then or (behind and behind in one.then))
            and (not one.beyond or beyond in one.beyond)
        )
        if len(_BY_WHAT_FOLLOWS) < _MOST_REMEMBERED:
            _BY_WHAT_FOLLOWS[key] = rules
    return rules
