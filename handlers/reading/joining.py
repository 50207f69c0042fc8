"""Join atoms that belong together: 来週の金曜 + の + 夕方5時, 12月1日 + から + 3日以内, ranges."""

from collections.abc import Sequence
from datetime import date

from handlers.reading.calendar_days import make_day, shift
from handlers.reading.day_counts import CHANGED
from handlers.reading.expression import Expression, begin
from handlers.reading.grammar import Atom, Clock, Length
from handlers.reading.joined_days import HALF_A_YEAR, JOINTS, RANGE, join_day
from handlers.reading.patterns import Pattern

_INSTEAD = Pattern(r" ?[にへ](?!見|読|間違)")  # 「3日を5日に」
# 「5日が9日に変わった」: the new date is the end of the change.
_OLD = frozenset(["が", "は", "だったのが", "やったのが", "からさらに", "から更に"])
_BASE = frozenset(
    ["~", "から", "より", "から起算して", "から数えて", "起算で", "から計算して", "を起点に",
     "以降", "の", "を含めず", "からの",
     "から、", "からあと", "その", "の時点から", "after", "して", "したので", "に開いて", "から約",
     "からちょうど", ")から", ")より", ")の", "+", "からカウントして", "からかぞえて"]
)  # fmt: skip
_STILL_THAT_DAY = Pattern(r"(?:は|が)?(?:祝日|休日|祭日|平日|休み)?(?:だ|です)?(?:けど|が)、?")
_BEFORE_ZONE = ("まで", "期限", "が期限", "締切", "が締切")  # 「3/28 17:00まで(PDT)」
_AFTER_ZONE = frozenset(
    ["", "で", "の", "では", "だと", ":", "で、", "は", ",", "でいう",
     "の時刻で", "の時刻", "の時間で", "の時間", "の時間だと", "時刻で", "時刻の", "時間で"]
)  # fmt: skip
# 「11月20日、日本時間で朝の8時」
_ITS_HOUR = Pattern(
    r"(?:で|の|では|だと)(?:午[前後]|朝|夜|昼|夕方|深夜|早朝)?の?\d{1,2}(?:時|:\d\d)"
)
# 「木曜のお迎え前、15時まで」
_PART_OF_IT = Pattern(
    r"の[^。、!?\n\d]{1,6}(?:前|後|あと|帰り|終わり|上がり|休み|うち)(?:に|で|の)?、"
)
_IS_A_DAY_THAT = Pattern(r"[がは](?!期限|締|〆|リミット|介入|判定|最終)[^、。!?\n]{1,6}で、その")
_SAID_OF_IT = Pattern(
    r"(?:まで|が?(?:期限|締め?切り?))?(?:です|だ|って|と)?[^。、!?\n\d]{0,6}[。、(\n ※*]{1,2}"
    r"(?:ただし|但し|時[刻間]は|これは?|ちなみに|なお|でも|たぶん|多分|注:?|の)、?"
)
_AND_NO_MORE = Pattern(
    r"(?:です|だ|での?表示|表[示記]|らしい|みたい|っぽい|の(?:表示|はず))?(?:ね|よ|けど)?[。)!\n]|$"
)
_FROM_BEHIND = ("from", "after", "of", "since")
_LONGEST_JOINT = 12


def join(text: str, atoms: list[Atom], today: date) -> list[Expression]:
    """The expressions of a text, in its order."""
    expressions: list[Expression] = []
    ahead: Atom | None = None  # a zone named before its time: 太平洋時間で12月5日
    for atom in atoms:
        if expressions:
            last = expressions[-1]
            between = text[last.end : atom.start]
            if len(between) <= _LONGEST_JOINT:
                # 「販売者 19:52」, and below it 「明日までに」; "10 days", and below it an hour.
                of_another_line = (
                    "\n" in between
                    and last.day is None
                    and (atom.kind == "clock" or (last.clock is not None and atom.today))
                )
                between = "\n" if of_another_line else between.strip()
                if (between in _OLD or between == "から") and CHANGED.match(text, atom.end):
                    between = "→" if atom.kind == "day" else "から"
                elif between in ("->", "=>") or (
                    between == "を" and _INSTEAD.match(text, atom.end)
                ):
                    between = "→"
                elif atom.kind in ("length", "shift") and _IS_A_DAY_THAT.fullmatch(between):
                    # 「4月8日が入社式で、その2日前が介入日」
                    between = "その" if atom.kind == "length" else "の"
                elif atom.kind == "clock" and _PART_OF_IT.fullmatch(between):
                    between = "の"
                elif between == "、" and _ITS_HOUR.match(text, atom.end):
                    between = "" if atom.kind == "zone" else between
                elif atom.kind == "clock" and last.zone is not None and between in _AFTER_ZONE:
                    between = ""
                elif between in _BEFORE_ZONE and text[atom.start] == "(":
                    between = "" if atom.kind == "zone" else between
                if _join(last, atom, between, today):
                    continue
        if atom.kind == "zone":
            ahead = atom
            if expressions and _is_said_of_it(text, expressions[-1], atom):
                expressions[-1].zone, ahead = atom.zone, None
        if atom.kind in ("zone", "shift"):
            continue
        expressions.append(begin(atom))
        if ahead is not None and text[ahead.end : atom.start].strip() in _AFTER_ZONE:
            expressions[-1].zone = ahead.zone
        ahead = None
    return expressions


def _is_said_of_it(text: str, last: Expression, zone: Atom) -> bool:
    """「午後6時まで。ただし太平洋時間。」"""
    return (
        last.clock is not None
        and last.zone is None
        and _SAID_OF_IT.fullmatch(text, last.end, zone.start) is not None
        and _AND_NO_MORE.match(text, zone.end) is not None
    )


def _join(last: Expression, atom: Atom, between: str, today: date) -> bool:
    """Add the atom to the expression before it, where the two belong together."""
    joined = False
    if atom.kind == "zone":
        joined = (
            between in JOINTS
            and last.zone is None
            and (last.day is not None or last.clock is not None)
        )
        if joined:
            last.zone = atom.zone
    elif atom.kind == "clock":
        joined = _join_clock(last, atom, between)
    elif atom.kind == "day":
        joined = _count_from(last, atom, between, today) or join_day(last, atom, between, today)
    elif atom.kind == "shift" and atom.length is not None:
        joined = _shift(last, atom.length, between)
    elif atom.kind == "length" and atom.length is not None:
        joined = _join_length(last, atom, atom.length, between, today)
    if joined:
        last.end = atom.end
    return joined


def _join_clock(last: Expression, atom: Atom, between: str) -> bool:
    clock = atom.clock
    if clock is None:
        return False
    if between in RANGE and last.clock is not None:
        last.clock, last.hours = clock, True
        return True
    dated = last.day is not None or (last.length is not None and not last.length.exact)
    if not dated or not (between in JOINTS or _STILL_THAT_DAY.fullmatch(between)):
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


def _shift(last: Expression, length: Length, between: str) -> bool:
    """「12月5日の前日」 is a day like any other that is written."""
    if last.day is None or between != "の" or last.clock is not None:
        return False
    day = shift(last.day, length)
    last.day, last.parts, last.weekday = day, (day.year, day.month, day.day), None
    last.assumptions = [*last.assumptions, "from_base"]
    last.today = False
    return True


def _count_from(last: Expression, atom: Atom, between: str, today: date) -> bool:
    """ "Within 10 days from March 14": the day stands behind the length, and has mostly been."""
    length = last.length
    if length is None or last.base is not None or last.day is not None or atom.day is None:
        return False
    if between not in _FROM_BEHIND or length.toward == "ago":
        return False
    last.base = _as_begun(atom.day, atom.assumptions, today)
    last.length = length._replace(toward="after")
    last.assumptions = [*last.assumptions, "from_base", *atom.assumptions]
    return True


def _as_begun(day: date, assumptions: Sequence[str], today: date) -> date:
    """The day from which something counts: 「9月5日から10営業日」 on the 8th began in this year."""
    if "no_year" in assumptions and day - today > HALF_A_YEAR:
        return make_day(day.year - 1, day.month, day.day) or day
    return day


def _join_length(last: Expression, atom: Atom, length: Length, between: str, today: date) -> bool:
    if last.day is None or between not in _BASE or last.length is not None:
        return False
    if between in ("の", "以降") and length.toward in ("plain", "ago"):
        return False
    if length.toward == "ago":
        length = Length(-length.days, -length.months, -length.seconds, -length.business_days, "ago")
    last.base, last.length = _as_begun(last.day, last.assumptions, today), length
    last.assumptions = [*last.assumptions, "from_base", *atom.assumptions]
    last.day = None
    return True
