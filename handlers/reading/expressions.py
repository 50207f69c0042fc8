"""Join atoms that belong together: 来週の金曜 + の + 夕方5時, 12月1日 + から + 3日以内, ranges."""

from datetime import date, timedelta, tzinfo

from handlers.reading.calendar_days import coming, make_day, shift
from handlers.reading.grammar import Atom, Clock, Length
from handlers.reading.offsets import CHANGED
from handlers.reading.patterns import Pattern

_JOINTS = frozenset(
    ["", "の", "、", ",", "に", "は", "(", ")", "at", "t", "、の", ")の", ")、", "on", "@", "/",
        "・",
     ")に", "は、", "に、", "、時刻は", "時刻", "時間", "by", ".", "in", "'s", "-", ",at", "日の"]
)  # fmt: skip
_TO_DAY = frozenset(["", "on", "(", ",", "、", "of", "/"])  # 6pm on Friday
_RANGE = frozenset(
    ["~", "-", "から", "より", "to", "until", "through", "~の", "から、", "まで~", "→", "and"]
)
# 「5日が9日に変わった」: the new date is the end of the change.
_OLD = frozenset(["が", "は", "だったのが", "やったのが", "からさらに", "から更に"])
_BASE = frozenset(
    ["から", "より", "から起算して", "から数えて", "起算で", "から計算して", "を起点に", "以降",
        "の", "を含めず", "からの",
     "から、", "からあと", "の時点から", "after", "して", "したので", "に開いて", "から約",
     "からちょうど"]
)  # fmt: skip
_AFTER_ZONE = frozenset(["", "で", "の", "では", "だと", ":", "で、", "は", ",", "でいう"])
# 「20時まで。日は9日」
_DAY_TOLD = Pattern(r"(?:まで)?(?:です|だ|ね|よ)?[。、 ]?(?:日|日付|日にち)[はが:]")
_LONGEST_JOINT = 10


class Expression:
    """Atoms that name one point in time together, at their place in the folded text."""

    __slots__ = (
        "assumptions", "base", "clock", "day", "doubts", "end", "impossible", "length",
        "others", "parts", "past", "start", "today", "weak", "weekday", "zone",
    )  # fmt: skip

    def __init__(self, start: int, end: int, day: date | None = None) -> None:
        self.start, self.end, self.day = start, end, day
        self.parts: tuple[int | None, int | None, int] | None = None
        self.clock: Clock | None = None
        self.length: Length | None = None
        self.base: date | None = None
        self.zone: tzinfo | None = None
        self.weekday: int | None = None
        self.others: list[date] = []
        self.assumptions: list[str] = []
        self.doubts: list[str] = []
        self.past = self.weak = self.impossible = False
        self.today = False  # nothing but 今日: said of anything


def join(text: str, atoms: list[Atom], today: date) -> list[Expression]:
    """The expressions of a text, in its order."""
    expressions: list[Expression] = []
    ahead: Atom | None = None  # a zone named before its time: 太平洋時間で12月5日
    for atom in atoms:
        if expressions:
            last = expressions[-1]
            between = text[last.end : atom.start]
            if len(between) <= _LONGEST_JOINT:
                between = between.strip()
                if (between in _OLD or between == "から") and CHANGED.match(text, atom.end):
                    between = "→" if atom.kind == "day" else "から"
                if _join(last, atom, between, today):
                    continue
        if atom.kind == "zone":
            ahead = atom
        if atom.kind in ("zone", "shift"):
            continue
        expressions.append(_begin(atom))
        if ahead is not None and text[ahead.end : atom.start].strip() in _AFTER_ZONE:
            expressions[-1].zone = ahead.zone
        ahead = None
    return expressions


def _begin(atom: Atom) -> Expression:
    begun = Expression(atom.start, atom.end, atom.day)
    begun.parts, begun.clock, begun.length = atom.parts, atom.clock, atom.length
    begun.weekday = atom.weekday
    begun.others, begun.assumptions = list(atom.others), list(atom.assumptions)
    begun.past, begun.weak, begun.impossible = atom.past, atom.weak, atom.impossible
    begun.today = atom.today
    return begun


def _join(last: Expression, atom: Atom, between: str, today: date) -> bool:
    """Add the atom to the expression before it, where the two belong together."""
    joined = False
    if atom.kind == "zone":
        joined = (
            between in _JOINTS
            and last.zone is None
            and (last.day is not None or last.clock is not None)
        )
        if joined:
            last.zone = atom.zone
    elif atom.kind == "clock":
        joined = _join_clock(last, atom, between)
    elif atom.kind == "day":
        joined = _join_day(last, atom, between, today)
    elif atom.kind == "shift" and atom.length is not None:
        joined = _shift(last, atom.length, between)
    elif atom.kind == "length" and atom.length is not None:
        joined = _join_length(last, atom, atom.length, between)
    if joined:
        last.end = atom.end
    return joined


def _join_clock(last: Expression, atom: Atom, between: str) -> bool:
    clock = atom.clock
    if clock is None:
        return False
    if between in _RANGE and last.clock is not None:
        last.clock = clock
        return True
    dated = last.day is not None or (last.length is not None and not last.length.exact)
    if between not in _JOINTS or not dated:
        return False
    if last.clock is not None:
        if not last.clock.guessed:
            return False
        if last.clock.hour >= 17 and (not clock.meridiem or clock.hour == 0):
            clock = _in_the_evening(clock)
    last.clock, last.weak, last.today = clock, False, False
    return True


def _in_the_evening(clock: Clock) -> Clock:
    """今夜10時 is 22:00, 今夜12時 the midnight that ends the day."""
    hour = clock.hour + 12 if 5 <= clock.hour <= 12 else clock.hour + 24
    return Clock(hour, clock.minute, clock.second)


def _join_day(last: Expression, atom: Atom, between: str, today: date) -> bool:
    if last.day is not None and between in _RANGE and atom.day is not None and not last.impossible:
        _end_range(last, atom, today if between == "→" else None)
        return True
    if last.day is None and last.length is not None and last.base is None:
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
    if last.impossible or atom.impossible or between not in _JOINTS or last.clock is not None:
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


def _end_range(last: Expression, atom: Atom, today: date | None) -> None:
    """``today`` if the end is a new date in place of the beginning, and may lie before it."""
    begin, end = last.day, atom.day
    if begin is not None and today is not None:
        earlier = atom.parts and make_day(begin.year, atom.parts[1] or begin.month, atom.parts[2])
        if earlier and today <= earlier < begin and atom.parts and atom.parts[0] is None:
            last.day, last.clock, last.weekday = earlier, None, atom.weekday
            last.parts = (earlier.year, earlier.month, earlier.day)
            last.past, last.weak = False, False
            return
    if begin is not None and atom.parts is not None and atom.parts[1] is None:
        # 12月1日〜5日: the end is in the beginning's month, or the next.
        end = make_day(begin.year, begin.month, atom.parts[2])
        if end is None or end < begin:
            end = coming(None, None, atom.parts[2], begin)
        last.parts = (end.year, end.month, end.day) if end else None
    else:
        if begin is not None and end is not None and end < begin and atom.parts is not None:
            end = coming(atom.parts[0], atom.parts[1], atom.parts[2], begin) or end
        last.parts = atom.parts
        last.assumptions = list(atom.assumptions)
    last.day, last.clock, last.weekday = end, None, atom.weekday
    last.past, last.weak = atom.past, False


def _shift(last: Expression, length: Length, between: str) -> bool:
    """「12月5日の前日」 is a day like any other that is written."""
    if last.day is None or between != "の" or last.clock is not None:
        return False
    day = shift(last.day, length)
    last.day, last.parts, last.weekday = day, (day.year, day.month, day.day), None
    last.assumptions = [*last.assumptions, "from_base"]
    last.today = False
    return True


def _join_length(last: Expression, atom: Atom, length: Length, between: str) -> bool:
    if last.day is None or between not in _BASE or last.length is not None:
        return False
    if between in ("の", "以降") and length.toward in ("plain", "ago"):
        return False
    if length.toward == "ago":
        length = Length(-length.days, -length.months, -length.seconds, -length.business_days, "ago")
    last.base, last.length = last.day, length
    last.assumptions = [*last.assumptions, "from_base", *atom.assumptions]
    last.day = None
    return True
