"""A clock that was put off: 「もとは8/10まで、15日延ばしてくれた」 ends 15 days after 10 August."""

from collections.abc import Sequence

from handlers.reading.calendar_days import shift
from handlers.reading.clocks import StartedClock
from handlers.reading.deadline_kind import kind_of
from handlers.reading.event_days import EventDays
from handlers.reading.expression import Expression
from handlers.reading.grammar import Length
from handlers.reading.lengths import LENGTH, length_of
from handlers.reading.patterns import Pattern
from handlers.reading.surroundings import Surroundings

# What was added, and that it was: 「20日伸ばしてくれました」, 「5日ロスタイムもらった」.
_ADDED = Pattern(
    rf"(?<![\d月/.])(?P<length>{LENGTH})(?![にへまか])(?:ほど|だけ|分)?[の、を ]{{0,2}}"
    r"[^。、!?\n\d]{0,6}(?:延長|[伸延の]ば|[伸延の]び|足し|追加|上乗せ|ロスタイム|猶予|増え)"
    r"(?:[^。!?\n\d]{0,24}(?:くれ|もら|頂|いただ|され|通っ|通り|なっ|決ま|まし|した(?![らい]))"
    r"|[てまた]|[。、!\n]|$)"
)
# It is only wished or offered.
_NOT_YET = Pattern(
    r"(?:延長|[伸延の]ば|足し|追加)[^。!?\n]{0,14}"
    r"(?:たい|ほしい|欲しい|おう|ようと|ますか|れば|たら(?!通)|かも|でき)"
)
_WAS = Pattern(
    r"(?:もともと|元々|元は|もとは|本来|当初|最初|初め|はじめ)[はが、の]?[^。、!?\n\d]{0,8}$"
)
_WAS_BEHIND = Pattern(
    r"(?:まで|期限|締切)?(?:の予定)?(?:だった|やった|でした)"
    r"(?:[のん][がをはに]|やつ|もの|保護|期限|締切|紛争)"
)


def put_off(words: str, expressions: Sequence[Expression]) -> tuple[Expression, Length] | None:
    """The day that a clock had, and what was added to it, if a folded text tells both."""
    added = _ADDED.search(words) if expressions else None
    if added is None or _NOT_YET.search(words, added.start()) is not None:
        return None
    length = length_of(added["length"], "after")
    if length is None or length.exact:
        return None
    for here in expressions:
        if here.day is None or here.end > added.start() > here.start:
            continue
        before = words[max(0, here.start - 14) : here.start]
        if _WAS.search(before) or _WAS_BEHIND.match(words, here.end):
            return here, length
    return None


def extended(
    words: str,
    expressions: Sequence[Expression],
    around: Sequence[Surroundings],
    days: EventDays,
) -> StartedClock | None:
    """The clock that was put off, from the day that it had: 「8/10までを15日延ばしてくれた」"""
    told = put_off(words, expressions)
    if told is None:
        return None
    here, length = told
    near = around[expressions.index(here)]
    kind = kind_of(words, near.clause, near.label)
    day = here.day
    behind = days.past_day(here)
    if behind is not None and shift(behind, length) >= days.now.date():
        day = behind
    return StartedClock(day, length, kind, here) if day is not None else None
