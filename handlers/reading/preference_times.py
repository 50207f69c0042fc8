"""Times in a wish about notices: 22時から8時, 夜10時以降, 3日前と前日の夜, at 8pm, 3 days before.

Clock times are read by the rules of times.py, lengths by those of offsets.py.
"""

import re
from datetime import UTC, datetime
from typing import NamedTuple

from handlers.reading.grammar import Clock
from handlers.reading.lexicon.phrases import Span
from handlers.reading.patterns import Pattern
from handlers.reading.preference_windows import is_loose, window_of, written
from handlers.reading.times import RULES

# With which characters a clock time begins: most texts are passed over in one look.
_BEGINS = Pattern("[" + "".join(sorted({one for rule in RULES for one in rule.starts})) + "]")
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""The rules of clock times do not depend on the moment."""
# 22-8時: the first of two hours may stand without its unit.
_BARE = Pattern(r"(?<![\d:.])(\d{1,2})(?= ?(?:~|-|から) ?(?:翌朝?|次の日の?|朝)?の?\d{1,2} ?時)")
# quiet from 23 to 6: English hours without am and pm.
_ENGLISH_SPAN = Pattern(
    r"(?:from|between|quiet|hours) (?P<first>\d{1,2}) ?(?:to|until|till|and|-) ?(?P<last>\d{1,2})"
    r"(?![\d:.]| ?(?:am|pm|a\.m|p\.m|o'clock|days?|hours?|weeks?))"
)
_DAYS_LIST = r"(?:\d{1,2} ?日?(?:前)? ?(?:と|、|,|・|や|&|/|から) ?)*"
_LEAD = Pattern(
    rf"(?P<list>{_DAYS_LIST})(?P<days>\d{{1,2}}) ?日(?:ほど|くらい|ぐらい)?(?:前|まえ)"
    r"|(?P<weeks>\d) ?週間?(?:前|まえ)"
    r"|(?P<hours>\d{1,2}) ?時間(?:ほど|くらい|ぐらい)?(?:前|まえ)"
    r"|(?P<months>\d) ?[かヵヶケカ箇]月(?:前|まえ)"
    r"|(?P<eve>前夜|前の晩|前の夜|前日夜|前日の晩)"
    r"|(?P<before>前日|前の日|まえの日|ぜんじつ)"
    r"|(?P<same>当日|その日|とうじつ|期限の日)"
    r"|(?<![a-z\d])(?P<number>\d{1,2}|an?|one|two|three|four|five|six|seven|ten)(?: days?)?"
    r"(?: and (?P<second>\d{1,2}|an?|one|two|three))? (?P<unit>days?|weeks?|hours?)"
    r" (?:before|ahead|in advance|earlier|prior)"
    r"|(?P<dayword>(?:the )?day before)"
    r"|(?P<onday>on the (?:same )?day|the day of|on the day itself)"
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
            "seven": 7, "ten": 10}  # fmt: skip
_JOINED = Pattern(
    r" ?(?:ごろ|頃|くらい|ぐらい)?の? ?(?:から|~|-|–|ー|→|より|to|until|till|and|,) ?"
    r"(?:翌日の?朝?の?|翌朝の?|翌の?|次の日の?|あくる日の?|次の朝の?|朝の?)?"
)
_AFTER = Pattern(
    r" ?(?:ごろ|頃|くらい|ぐらい)?(?:の?以降|いこう|を?(?:過ぎ|すぎ)(?:たら|て(?:から)?|は|$|の)"
    r"|より(?:後|あと)"
    r"|から(?:は|後|あと|あとは)?(?!の)|を?回ったら|onwards?| and later)"
)
_BEFORE = Pattern(r" ?(?:ごろ|頃)?(?:の?(?:より)?(?:前|まえ)|以前|まで|になるまで)")
_AFTER_WORD = Pattern(r"(?:after|from|past|later than)(?: about)? $")
_BEFORE_WORD = Pattern(r"(?:before|until|till|earlier than|by)(?: about)? $")
_BETWEEN_WORD = Pattern(r"(?:between|from) $")
# 「前の晩ではなく当日の朝に」: what is not wanted.
_INSTEAD = Pattern(r"の?(?:じゃ|では|で)な(?:く|い)")
_THE_LEAD_S = Pattern(r" ?(?:の|at|、)? ?$")
_ALSO = Pattern(r" ?の?(?:通知|お知らせ|知らせ|リマインド|夜|朝|夕方|昼|分)?(?:に|から)?も")
_ALSO_WORD = Pattern(r"(?:also|additionally|as well)(?: [a-z]+){0,3} $")
_FROM = Pattern(r" ?(?:くらい|ぐらい)?から(?!も)")


class Time(NamedTuple):
    """A time in a wish, at its place in the folded text.

    ``kind``: lead, clock, after, before (one hour, from or until which something holds), range
    (two hours), or instead (it is not wanted: 夜じゃなくて). ``value`` is written as preferences
    are: `20:00`, `22:00-08:00`, `3d,1d@20:00`. ``guessed``: only a part of the day was named;
    ``loose``: whether before or after noon was not said. ``also``: beside what is wanted already.
    """

    kind: str
    start: int
    end: int
    value: str
    guessed: bool = False
    also: bool = False
    loose: bool = False


class _Clock(NamedTuple):
    start: int
    end: int
    clock: Clock


def times_of(text: str, taken: list[Span]) -> list[Time]:
    """The times of a folded text in order; ``taken`` are words that are none (夜中)."""
    leads = _leads(text)
    clocks = [
        one
        for one in _clocks(text)
        # 夜中 is none, 「夜中の1時」 is one.
        if not any(begin <= one.start and one.end <= end for begin, end in taken)
        and not any(lead.start < one.end and one.start < lead.end for lead in leads)
    ]
    found = list(_with_clocks(text, leads, clocks))
    rest = [
        one
        for one in clocks
        if not any(lead.start <= one.start and one.end <= lead.end for lead in found)
    ]
    times = [
        one._replace(kind="instead", end=instead.end())
        if (instead := _INSTEAD.match(text, one.end))
        else one
        for one in (*found, *_spans(text, rest))
    ]
    return sorted(times, key=lambda time: time.start)


def _clocks(text: str) -> list[_Clock]:
    found: list[_Clock] = []
    at = 0
    if bare := _ENGLISH_SPAN.search(text):
        hours = [int(bare["first"]), int(bare["last"])]
        if max(hours) <= 24:
            places = (bare.span("first"), bare.span("last"))
            return [
                _Clock(*place, Clock(hour, meridiem=hour > 12))
                for place, hour in zip(places, hours, strict=True)
            ]
    while begin := _BEGINS.search(text, at):
        at = begin.start()
        one = _clock_at(text, at)
        if one is None:
            at += 1
            continue
        found.append(one if text[at - 1 : at] != "毎" else one._replace(start=at - 1))
        at = one.end
    return found


def _clock_at(text: str, at: int) -> _Clock | None:
    letter = text[at]
    if "a" <= letter <= "z" and at and "a" <= text[at - 1] <= "z":
        return None
    if letter.isdigit() and (bare := _BARE.match(text, at)) and int(bare[1]) <= 29:
        return _Clock(at, bare.end(), Clock(int(bare[1]), meridiem=int(bare[1]) > 12))
    for rule in RULES:
        if letter not in rule.starts:
            continue
        match = rule.pattern.match(text, at)
        atom = rule.build(match, _NEVER) if match else None
        if atom is not None and atom.clock is not None:
            return _Clock(atom.start, atom.end, atom.clock)
    return None


def _leads(text: str) -> list[Time]:
    found = []
    for match in _LEAD.finditer(text):
        tokens = list(_tokens(match))
        if not tokens:
            continue
        also = _ALSO.match(text, match.end()) is not None
        # 5日前から: from then on, so beside what comes later anyway.
        also = also or _FROM.match(text, match.end()) is not None
        also = also or _ALSO_WORD.search(text[: match.start()]) is not None
        found.append(Time("lead", match.start(), match.end(), ",".join(tokens), also=also))
    return found


def _tokens(match: re.Match[str]) -> list[str]:
    parts = match.groupdict()
    if parts["days"]:
        listed = re.findall(r"\d{1,2}", parts["list"] or "")
        return [f"{int(day)}d" for day in (*listed, parts["days"])]
    if parts["weeks"]:
        return [f"{int(parts['weeks']) * 7}d"]
    if parts["months"]:
        return [f"{min(int(parts['months']) * 30, 60)}d"]
    if parts["hours"]:
        return [f"{int(parts['hours'])}h"]
    if parts["eve"]:
        return ["1d@20:00"]
    if parts["before"] or parts["dayword"]:
        return ["1d"]
    if parts["same"] or parts["onday"]:
        return ["0d"]
    unit = parts["unit"]
    times, letter = (7, "d") if unit.startswith("week") else (1, unit[0])
    numbers = [one for one in (parts["number"], parts["second"]) if one]
    return [f"{(_NUMBERS.get(one) or int(one)) * times}{letter}" for one in numbers]


def _with_clocks(text: str, leads: list[Time], clocks: list[_Clock]) -> list[Time]:
    """The leads, each with the hour that stands right behind it: 前日の夜8時."""
    joined = []
    for lead in leads:
        own = next(
            (
                one
                for one in clocks
                if one.start >= lead.end
                and _THE_LEAD_S.fullmatch(text[lead.end : one.start]) is not None
                and _range_end(text, one, clocks) is None
            ),
            None,
        )
        if own is not None and lead.value.endswith("d"):
            also = lead.also or _ALSO.match(text, own.end) is not None
            value = f"{lead.value}@{written(own.clock)}"
            joined.append(lead._replace(end=own.end, value=value, also=also))
        else:
            joined.append(lead)
    return joined


def _range_end(text: str, one: _Clock, clocks: list[_Clock]) -> _Clock | None:
    for other in clocks:
        if other.start >= one.end and _JOINED.fullmatch(text[one.end : other.start]):
            return other
    return None


def _spans(text: str, clocks: list[_Clock]) -> list[Time]:
    found = []
    at = 0
    while at < len(clocks):
        one = clocks[at]
        follows = clocks[at + 1] if at + 1 < len(clocks) else None
        if follows is not None and _range_end(text, one, [follows]):
            start, end = window_of(one.clock, follows.clock, text)
            found.append(Time("range", one.start, follows.end, f"{start}-{end}"))
            at += 2
            continue
        found.append(_single(text, one))
        at += 1
    return found


def _single(text: str, one: _Clock) -> Time:
    clock, before = one.clock, text[: one.start]
    time = Time("clock", one.start, one.end, written(clock), clock.guessed)
    time = time._replace(loose=is_loose(clock))
    if _AFTER_WORD.search(before):
        return time._replace(kind="after")
    if _BEFORE_WORD.search(before):
        return time._replace(kind="before")
    if match := _AFTER.match(text, one.end):
        return time._replace(kind="after", end=match.end())
    if match := _BEFORE.match(text, one.end):
        return time._replace(kind="before", end=match.end())
    return time._replace(also=_ALSO.match(text, one.end) is not None)
