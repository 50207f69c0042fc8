"""Two dates that share what is said of one: 「木曜か金曜」, 「6/10と6/13に締切」."""

from handlers.reading.cue_weights import LABELLED
from handlers.reading.expression import Expression
from handlers.reading.patterns import Pattern

# Between two days of which one is meant.
_OR = ("?", "か", "または", "又は", "もしくは", "or", "それとも", "か、")
_AND = ("と", "、", "・", "/")
_LIKEWISE = Pattern(
    r"、(?![^、]*(?:期限|締|〆|期日|介入|判[定断]|回答|リミット))[^、。!?\n\d]{1,12}[はが]"
)
_WHICH = Pattern(r"どっち|どちら|どれが")


def pair(words: str, masked: str, expressions: list[Expression], weights: list[int]) -> None:
    """「木曜か金曜」, 「6/10と6/17、どっち」: what is said of one is said of the other."""
    if len(expressions) < 2:
        return
    # From behind: in a list of three the last says it of all, 「Aが12/1、Bが12/4、Cは12/9が締切」.
    for place in reversed(range(len(expressions) - 1)):
        first, second = expressions[place : place + 2]
        between = masked[first.end : second.start].strip()
        either = between in _OR or (between in _AND and _WHICH.search(words, second.end))
        later = weights[place + 1]
        if weights[place] == 0 and later >= LABELLED and first.length is None:
            # 「6/10と6/13に締切」, 「イヤホンは6/10、ケースは6/13まで」
            either = either or between in ("と", "と、") or _LIKEWISE.fullmatch(between) is not None
        if either and first.day is not None and second.day is not None:
            both = max(weights[place], weights[place + 1])
            weights[place] = weights[place + 1] = both or 1
