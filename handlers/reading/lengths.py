"""Lengths of time in words: 3日, 48時間, 5営業日, 2日半, 1か月2年21日."""

from handlers.reading.grammar import Length
from handlers.reading.patterns import Pattern

# Unit: the field of a Length it fills, and how much of it one of them is.
UNITS: dict[str, tuple[str, int]] = {
    "営業日": ("business_days", 1),
    "仕事日": ("business_days", 1),
    "稼働日": ("business_days", 1),
    "平日": ("business_days", 1),
    "秒": ("seconds", 1),
    "分": ("seconds", 60),
    "時間": ("seconds", 3600),
    "日": ("days", 1),
    "週間": ("days", 7),
    "週": ("days", 7),
    "ヶ月": ("months", 1),
    "か月": ("months", 1),
    "カ月": ("months", 1),
    "ヵ月": ("months", 1),
    "ケ月": ("months", 1),
    "箇月": ("months", 1),
    "ヶ年": ("months", 12),
    "年": ("months", 12),
    "second": ("seconds", 1),
    "sec": ("seconds", 1),
    "minute": ("seconds", 60),
    "min": ("seconds", 60),
    "hour": ("seconds", 3600),
    "hr": ("seconds", 3600),
    "day": ("days", 1),
    "week": ("days", 7),
    "month": ("months", 1),
    "year": ("months", 12),
    "business day": ("business_days", 1),
    "working day": ("business_days", 1),
    "calendar day": ("days", 1),
}
_HALVES = {"半日": Length(seconds=12 * 3600), "半月": Length(days=15), "半年": Length(months=6),
           "翌営業日": Length(business_days=1), "次の営業日": Length(business_days=1),
           "半時間": Length(seconds=1800), "半刻": Length(seconds=3600)}  # fmt: skip
_JAPANESE = r"営業日|仕事日|稼働日|平日|秒|分|時間|日|週間?|[かヵヶケカ箇]月|ヶ年|年"
# 2、3日: the later is meant.
_COUNT = r"(?:\d{1,4} ?[、,・~-] ?)?\d{1,4}"
ONE = rf"{_COUNT}(?:\.5)? ?(?:{_JAPANESE})(?:間)?半?"
LENGTH = rf"(?:半日|半月|半年|半時間|翌営業日|次の営業日|{ONE}(?:[ 、,]{{0,2}}と? ?{ONE}){{0,4}})"
_PIECE = Pattern(rf"(?:\d{{1,4}} ?[、,・~-] ?)?(\d{{1,4}})(\.5)? ?({_JAPANESE})(?:間)?(半)?")


def length_of(words: str, toward: str) -> Length | None:
    """The length that such words add up to; 2日半 is two days and twelve hours."""
    half = _HALVES.get(words)
    if half is not None:
        return half._replace(toward=toward)
    totals = {"days": 0, "months": 0, "seconds": 0, "business_days": 0}
    for number, point_five, unit, and_half in _PIECE.findall(words):
        field, times = UNITS[unit if unit in UNITS else "か月"]
        totals[field] += int(number) * times
        if and_half or point_five:
            _add_half(totals, unit)
    if totals["days"] > 4000 or totals["months"] > 240 or totals["business_days"] > 400:
        return None
    return Length(**totals, toward=toward)


def _add_half(totals: dict[str, int], unit: str) -> None:
    if unit == "年":
        totals["months"] += 6
    elif unit.endswith("月"):
        totals["days"] += 15
    elif unit == "日":
        totals["seconds"] += 12 * 3600
    elif unit in ("時間", "分"):
        totals["seconds"] += UNITS[unit][1] // 2
