"""What a date means that is put for another: it keeps the month, the day or the kind of that."""

from itertools import pairwise

from handlers.reading.calendar_days import add_months
from handlers.reading.cue_weights import SURE, TAKEN_BACK
from handlers.reading.expression import Expression
from handlers.reading.patterns import Pattern


def near_what_it_was(first: Expression, second: Expression) -> None:
    """「来月5日のやつ、やっぱ6日で」: a day without a month is the one near what it is put for."""
    old, new = first.day, second.day
    bare = second.parts is not None and second.parts[:2] == (None, None)
    named = first.parts is None or first.parts[1] is not None
    if old is None or new is None or not (bare and named):
        return
    later = [add_months(new, months) for months in range(1, 13)]
    days = [new, *(one for one in later if one.day == new.day)]
    second.day = min(days, key=lambda one: abs(one - old))
    if second.day != new:
        second.assumptions = [one for one in second.assumptions if one != "next_month"]


_DAYS = Pattern(r"(\d{1,2})日")


def let_a_length_follow(masked: str, expressions: list[Expression], weights: list[int]) -> None:
    """「残り5日って言ったけど見間違い、3日でした」: three days are left, too."""
    for place, (first, second) in enumerate(pairwise(expressions)):
        length = first.length
        if length is None or not length.days or weights[place] != TAKEN_BACK:
            continue
        days = _DAYS.fullmatch(masked, second.start, second.end)
        if days is not None and second.day is not None and second.clock is None:
            second.length, second.day, second.parts = length._replace(days=int(days[1])), None, None
            second.others, second.assumptions = [], []
            weights[place + 1] = SURE


def day_of(
    hour: Expression, place: int, expressions: list[Expression], weights: list[int]
) -> int | None:
    """「7月18日18時ですが、18時ではなく朝の8時」: whose hour it is that is taken back."""
    if hour.day is not None or hour.clock is None:
        return None
    open_to = [
        other
        for other, one in enumerate(expressions)
        if one.day is not None and one.clock in (None, hour.clock) and weights[other] >= 0
    ]
    before = [other for other in open_to if other < place]
    # 「18時ではなく20時まで。日は9日」
    return before[-1] if before else next((one for one in open_to if one > place + 1), None)
