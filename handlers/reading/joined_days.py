"""A day behind another day or an hour: a range, the same day said twice, its weekday."""

from datetime import date, timedelta

from handlers.reading.calendar_days import coming, make_day, monday_of, next_weekday, weekday_on
from handlers.reading.expression import Expression
from handlers.reading.grammar import Atom, Length
from handlers.reading.patterns import Pattern

# Between atoms that belong together, without spaces at its ends.
JOINTS = frozenset(
    ["", "の", "、", ",", "に", "は", "(", ")", "at", ") at", "t",
     "、の", ")の", ")、", "on", "@", "/", "・",
     ")に", "は、", "に、", "、時刻は", "時刻", "時間", "by", ".", "in", "'s", "-", ",at", "日の",
     *(f"({off}){of}" for off in ("祝", "祝日", "休", "振休", "振替休日") for of in ("", "の"))]
)  # fmt: skip
# 「12月1日から5日」 ends on the second.
RANGE = frozenset(
    ["~", "-", "から", "より", "to", "until", "through", "~の", "から、", "まで~", "→", "and"]
)
HALF_A_YEAR = timedelta(days=180)
_TO_DAY = frozenset(["", "on", "(", ",", "、", "of", "/"])  # 6pm on Friday
# 「20時まで。日は9日」
_DAY_TOLD = Pattern(
    r"(?:まで|が?(?:締め?切り?|〆切り?|期限))?(?:です|でした|だった|だ|や)?[ねよ]?[。、 ]?"
    r"(?:日|日付|日にち)[はが:](?:同じ)?"
)


def join_day(last: Expression, atom: Atom, between: str, today: date) -> bool:
    """Add a day to an expression: the end of a range, the day of an hour, the same day again."""
    if last.day is not None and between in RANGE and atom.day is not None and not last.impossible:
        _end_range(last, atom, today, moved=between == "→")
        return True
    if last.day is None and last.length is not None and last.base is None:
        if between == "の" and atom.today:
            return True  # 「3週間後の今日」
        weeks = _whole_weeks(last.length)
        if between == "の" and weeks and atom.weekday is not None and not last.length.exact:
            last.length = None  # 「2週間後の水曜」
            _take_day(last, atom)
            last.day = weekday_on(monday_of(today, weeks), atom.weekday)
            last.parts = (last.day.year, last.day.month, last.day.day)
            return True
        if between != "の" or not _restates(last, atom):
            return False
        last.length = None  # 「発送10日後の11月15日」
        _take_day(last, atom)
        return True
    if last.day is None:
        if last.clock is None or last.length is not None:
            return False
        itself = between in _TO_DAY or between.endswith("(")  # 16時でした(明日)
        if not itself and not _DAY_TOLD.fullmatch(between):
            return False
        if atom.weak and not last.zone and between == "":
            return False
        _take_day(last, atom)
        return True
    if between == "" and _is_same_day(last.day, atom):
        return True  # 「昨日8/8に判定」
    if between in ("の", "(", "、") and last.clock is None and _restates(last, atom):
        if between == "の" and _contradicts(last, atom):  # 「2/2の節分」
            last.others.append(atom.day or last.day)
            last.doubts.append("two_readings")
            return True
        if between != "の" and atom.day != last.day:
            return False  # クリスマスイブ(12/24) is one day, 12/24、12/25 are two
        _take_day(last, atom)
        return True
    if last.impossible or atom.impossible or between not in JOINTS or last.clock is not None:
        return False
    if (last.weekday is None) == (atom.weekday is None):
        return False
    # A date and a weekday side by side name the same day, or contradict each other.
    day, weekday = (last.day, atom.weekday) if last.weekday is None else (atom.day, last.weekday)
    if day is None or weekday is None:
        return False
    if last.weekday is not None:
        _take_day(last, atom)
    last.weekday, last.weak = weekday, False
    if day.weekday() != weekday:
        last.doubts.append("weekday_mismatch")
        last.others.append(_nearest(day, weekday, today))
    return True


def _whole_weeks(length: Length) -> int:
    """How many weeks on a length leads, if it counts them: 2週間後."""
    only_days = not (length.months or length.seconds or length.business_days)
    leads = length.toward == "after" and only_days and length.days % 7 == 0
    return length.days // 7 if leads else 0


def _restates(last: Expression, atom: Atom) -> bool:
    """「年明けの1月5日」: a month and a day say plainly which day was meant."""
    plain = atom.parts is not None and atom.parts[1] is not None and atom.weekday is None
    return plain and last.weekday is None and not last.impossible and not atom.impossible


def _contradicts(last: Expression, atom: Atom) -> bool:
    """Whether a month and a day were written in front of another month and day."""
    written = "no_year" in last.assumptions and "no_year" in atom.assumptions
    return written and atom.day != last.day


def _is_same_day(day: date, atom: Atom) -> bool:
    """Whether a written date names a day that was found already, whatever year it was given."""
    if atom.parts is None:
        return False
    year, month, number = atom.parts
    return number == day.day and month in (None, day.month) and year in (None, day.year)


def _nearest(day: date, weekday: int, today: date) -> date:
    """The nearest such weekday that is not past, when it contradicts the date beside it."""
    ahead = (weekday - day.weekday()) % 7
    near = day + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    return near if near >= today else day + timedelta(days=ahead)


def _take_day(last: Expression, atom: Atom) -> None:
    last.day, last.parts, last.past = atom.day, atom.parts, atom.past
    last.others, last.assumptions = list(atom.others), list(atom.assumptions)
    last.impossible, last.weak = atom.impossible, False
    last.weekday = atom.weekday


def _has_begun(first: Expression, end: date, today: date) -> bool:
    """「8月3日~8月8日」 on the 4th: whether the first day went into the next year, being past."""
    begin = first.day
    return (
        begin is not None and "no_year" in first.assumptions and today <= end < begin - HALF_A_YEAR
    )


def _end_range(last: Expression, atom: Atom, today: date, *, moved: bool) -> None:
    """``moved`` if the end is a new date in place of the beginning, and may lie before it."""
    begin, end = last.day, atom.day
    if begin is not None and moved:
        earlier = atom.parts and make_day(begin.year, atom.parts[1] or begin.month, atom.parts[2])
        if earlier and today <= earlier < begin and atom.parts and atom.parts[0] is None:
            last.day, last.clock, last.weekday = earlier, None, atom.weekday
            last.parts = (earlier.year, earlier.month, earlier.day)
            last.past, last.weak = False, False
            return
    if begin is not None and atom.parts is not None and atom.parts[1] is None:
        # 12月1日〜5日: the end is in the beginning's month, or the next.
        end = make_day(begin.year, begin.month, atom.parts[2])
        before = make_day(begin.year - 1, begin.month, atom.parts[2])
        if before is not None and _has_begun(last, before, today):
            end = before
        elif end is None or end < begin:
            end = coming(None, None, atom.parts[2], begin)
        last.parts = (end.year, end.month, end.day) if end else None
    else:
        if begin is not None and end is not None and end < begin and atom.weekday is not None:
            end = next_weekday(begin, atom.weekday)  # 「来週の火曜から木曜」
        elif (
            begin is not None
            and end is not None
            and end < begin
            and atom.parts is not None
            and not _has_begun(last, end, today)
        ):
            end = coming(atom.parts[0], atom.parts[1], atom.parts[2], begin) or end
        last.parts = atom.parts
        last.assumptions = list(atom.assumptions)
    last.day, last.clock, last.weekday = end, None, atom.weekday
    last.past, last.weak = atom.past, False
