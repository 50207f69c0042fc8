"""Zone names as AliExpress pages and people write them.

AliExpress pages show Pacific time: the abbreviations PST, PDT and PT all mean the clock of Los
Angeles, whichever half of the year it is, because pages print "PST" in summer too.
"""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from handlers.reading.patterns import Pattern

PACIFIC = "America/Los_Angeles"
_NAMED = {
    "pst": PACIFIC,
    "pdt": PACIFIC,
    "pt": PACIFIC,
    "pacific time": PACIFIC,
    "太平洋標準時": PACIFIC,
    "太平洋夏時間": PACIFIC,
    "太平洋時間": PACIFIC,
    "米国時間": PACIFIC,
    "アメリカ時間": PACIFIC,
    "米国西海岸時間": PACIFIC,
    "西海岸時間": PACIFIC,
    "米国西海岸": PACIFIC,
    "アメリカ西海岸": PACIFIC,
    "西海岸": PACIFIC,
    "カリフォルニア時間": PACIFIC,
    "ロサンゼルス時間": PACIFIC,
    "ロス時間": PACIFIC,
    "la時間": PACIFIC,
    "us時間": PACIFIC,
    "アメリカの時間": PACIFIC,
    "向こうの時間": PACIFIC,
    "向こうの時刻": PACIFIC,
    "アメリカの時刻": PACIFIC,
    "米国の時間": PACIFIC,
    "米国の時刻": PACIFIC,
    "太平洋の時間": PACIFIC,
    "米国太平洋時間": PACIFIC,
    "米国太平洋標準時": PACIFIC,
    "アメリカ太平洋時間": PACIFIC,
    "アメリカ太平洋標準時": PACIFIC,
    "北米太平洋時間": PACIFIC,
    "米国の太平洋時間": PACIFIC,
    "アメリカの太平洋時間": PACIFIC,
    "pacific": PACIFIC,
    "us pacific": PACIFIC,
    "est": "America/New_York",
    "eastern time": "America/New_York",
    "eastern": "America/New_York",
    "edt": "America/New_York",
    "東部時間": "America/New_York",
    "米国東部時間": "America/New_York",
    "米国東部標準時": "America/New_York",
    "アメリカ東部時間": "America/New_York",
    "東部標準時": "America/New_York",
    "東部夏時間": "America/New_York",
    "東海岸時間": "America/New_York",
    "ニューヨーク時間": "America/New_York",
    "cst": "Asia/Shanghai",  # on a Chinese shop's page, China Standard Time
    "北京時間": "Asia/Shanghai",
    "中国時間": "Asia/Shanghai",
    "北京の時間": "Asia/Shanghai",
    "中国の時間": "Asia/Shanghai",
    "中国標準時": "Asia/Shanghai",
    "北京の時刻": "Asia/Shanghai",
    "中国の時刻": "Asia/Shanghai",
    "beijing time": "Asia/Shanghai",
    "china time": "Asia/Shanghai",
    "china standard time": "Asia/Shanghai",
    "jst": "Asia/Tokyo",
    "日本時間": "Asia/Tokyo",
    "日本の時間": "Asia/Tokyo",
    "日本の時刻": "Asia/Tokyo",
    "cet": "Europe/Paris",
    "ロンドン時間": "Europe/London",
    "イギリス時間": "Europe/London",
    "英国時間": "Europe/London",
    "london time": "Europe/London",
    "uk time": "Europe/London",
    "moscow time": "Europe/Moscow",
    "utc": "UTC",
    "gmt": "UTC",
    "協定世界時": "UTC",
    "z": "UTC",
}
OFFSET = r"(?:gmt|utc)? ?[+-] ?\d{1,2}(?::?\d{2})?"
_OFFSET = Pattern(r"(?:gmt|utc)? ?([+-]) ?(\d{1,2})(?::?(\d{2}))?")
# Longest first, so that "pacific time" is not cut to "pt" and "utc+8" not to "utc".
ZONE = (
    r"(?:(?:gmt|utc) ?[+-] ?\d{1,2}(?::?\d{2})?|"
    + "|".join(sorted((n for n in _NAMED if n != "z"), key=len, reverse=True))
    + r")(?![a-z])"
)


@lru_cache(maxsize=256)
def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name; raises ValueError for one that does not exist."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError, TypeError) as error:
        raise ValueError(f"unknown time zone: {name!r}") from error


@lru_cache(maxsize=256)
def written_zone(words: str) -> tzinfo | None:
    """The zone behind what stands in a text ("pst", "gmt-8", "太平洋標準時"), or None."""
    name = _NAMED.get(words)
    if name is not None:
        return zone_of(name)
    found = _OFFSET.fullmatch(words)
    if found is None:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    if minutes > 14 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if found[1] == "-" else minutes))


def wall_instant(wall: datetime, zone: tzinfo) -> datetime:
    """The instant of a wall-clock time: the earlier of two, the first valid one of none.

    A clock time that the change to summer time skips is moved forward by the size of the jump.
    """
    return valid_instant(wall.replace(tzinfo=zone, fold=0))


def valid_instant(there: datetime) -> datetime:
    """The same of an aware time that may be skipped over in its zone; ``fold`` is 0."""
    if there.utcoffset() == there.replace(fold=1).utcoffset():
        return there  # the clocks do not change then
    wall = there.replace(tzinfo=None)
    zone = there.tzinfo
    if zone is None or there.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall:
        return there
    return _first_valid(wall, zone)


def _first_valid(wall: datetime, zone: tzinfo) -> datetime:
    before = wall.replace(tzinfo=zone, fold=0).utcoffset() or timedelta()
    after = wall.replace(tzinfo=zone, fold=1).utcoffset() or timedelta()
    jump = abs(before - after)
    # The gap's end: walk back to the last valid minute before it, then over the jump.
    low, high = wall - jump, wall
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        back = middle.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
        if back.replace(tzinfo=None) == middle:
            low = middle
        else:
            high = middle
    edge = high.replace(microsecond=0) + jump
    return edge.replace(tzinfo=zone)
