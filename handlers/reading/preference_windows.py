"""Two hours as a span of the day: 22時から8時, 10時から7時, 12時から7時."""

from handlers.reading.grammar import Clock
from handlers.reading.patterns import Pattern

_NIGHT, _LONGEST = 3 * 60, 16 * 60
_BY_DAY = Pattern(r"仕事|勤務|授業|会議|昼|日中|営業|だけ|のみ|work|day|only")


def written(clock: Clock) -> str:
    """A clock time of a day: 25時 is one in the night."""
    return f"{clock.hour % 24:02}:{clock.minute:02}"


def window_of(first: Clock, last: Clock, text: str) -> tuple[str, str]:
    """Two hours as a span of the day; 10時から7時 is from ten in the evening.

    They are taken as they stand if that is no longer than sixteen hours (12時から7時 is from
    midnight). Else, of the ways to take hours without 午前 or 午後, the one that holds the depth of
    the night, unless the text speaks of the day.
    """
    by_day = _BY_DAY.search(text) is not None
    ways = []
    for begin in _ways(first):
        for end in _ways(last):
            length = (end - begin) % 1440
            night = (_NIGHT - begin) % 1440 < length
            stands = (begin, end) == (_ways(first)[0], _ways(last)[0])
            midnight = first.hour == 12 and end <= 9 * 60 and not by_day
            odd = length == 0 or length > _LONGEST
            rank = not (stands and not (midnight and is_loose(first))), night == by_day, length
            ways.append(((odd, *rank), begin, end))
    _, begin, end = min(ways)
    return f"{begin // 60:02}:{begin % 60:02}", f"{end // 60:02}:{end % 60:02}"


def is_loose(clock: Clock) -> bool:
    """Whether neither 午前 nor 午後 was said of it, nor a part of the day."""
    return not clock.meridiem and not clock.guessed


def _ways(clock: Clock) -> list[int]:
    minutes = (clock.hour % 24) * 60 + clock.minute
    return [minutes, (minutes + 720) % 1440] if is_loose(clock) else [minutes]
