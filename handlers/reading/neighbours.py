"""What one date of a text says of another: it is taken back for it, or one of the two is meant."""

from itertools import pairwise

from handlers.reading import cues
from handlers.reading.expression import Expression
from handlers.reading.patterns import Pattern

# Between two days of which one is meant.
_OR = ("か", "または", "又は", "もしくは", "or", "それとも", "か、")
_AND = ("と", "、", "・", "/")
_WHICH = Pattern(r"どっち|どちら|どれが")
_IN_ERROR = Pattern(r"の(?:書き|打ち|見|入力)?(?:間違|まちが|誤り|ミス)")


def correct(masked: str, expressions: list[Expression], weights: list[int]) -> None:
    """What is taken back leaves its traces: the last of several dates stands after all, and
    「12月5日の18時じゃなくて20時」 keeps the day.
    """
    dated = [place for place, one in enumerate(expressions) if one.day is not None]
    back = [place for place in dated if weights[place] == cues.TAKEN_BACK]
    if not back:
        return
    last = expressions[back[-1]]
    alone = _IN_ERROR.match(masked, last.end) is not None  # 「12月3日の間違いでした」
    if len(back) == len(dated) and (len(back) > 1 or alone):
        weights[back[-1]] = cues.SURE
    for place in back:
        if place + 1 < len(expressions):
            first, second = expressions[place], expressions[place + 1]
            if second.clock and second.day is None and second.length is None:
                second.day, second.parts = first.day, first.parts
                second.assumptions = [*first.assumptions, *second.assumptions]


def pair(words: str, masked: str, expressions: list[Expression], weights: list[int]) -> None:
    """「木曜か金曜」, 「6/10と6/17、どっち」: what is said of one is said of the other."""
    for place, (first, second) in enumerate(pairwise(expressions)):
        between = masked[first.end : second.start].strip()
        either = between in _OR or (between in _AND and _WHICH.search(words, second.end))
        if either and first.day is not None and second.day is not None:
            weights[place] = weights[place + 1] = max(weights[place], weights[place + 1])
