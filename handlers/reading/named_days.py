"""Which days a text names at all, whatever they are: for what is asked of the bot itself."""

from datetime import date, datetime, tzinfo

from handlers.reading.correction_words import takes_back
from handlers.reading.expression import Expression
from handlers.reading.model import ReadDeadline
from handlers.reading.normalise import Normalised
from handlers.reading.patterns import Pattern
from handlers.reading.reports import report
from handlers.reading.resolve import resolve

_TAKEN_BACK_WITHIN = 12
_NUMBERED = Pattern(r"\d日|\d/\d|曜")


def is_numbered(masked: str, here: Expression) -> bool:
    """Whether an expression is written as a number or as a weekday."""
    return _NUMBERED.search(masked, here.start, here.end) is not None


def counts_down(expressions: list[Expression]) -> bool:
    """Whether a clock is copied that runs down: 2日 14:05:33."""
    for one in expressions:
        length = one.length
        if length is not None and length.toward == "left" and length.seconds % 3600:
            return True
    return False


def names_a_day(masked: str, expressions: list[Expression], today: date) -> bool:
    """Whether a day ahead is written as a number or as a weekday."""
    return any(
        one.day is not None and one.day > today and is_numbered(masked, one) for one in expressions
    )


def names_one_to_come(expressions: list[Expression], today: date) -> bool:
    """Whether a day ahead is named, however it is written."""
    return any(one.day is not None and one.day > today for one in expressions)


# 「締切が23日なのは分かってる、19時になったらもっぺん声かけて」
_TOLD_AGAIN = Pattern(
    r"[^。、!?\n]{0,12}(?:もう1?[度回]|もう一[度回]|もっ?(?:かい|ぺん)|もういっ(?:ぺん|かい)|また|再度|改めて)"
    r"[^。、!?\n]{0,6}(?:言|知らせ|お知らせ|教え|声|通知|リマインド|鳴ら|呼ん|案内|来て|聞[いこ]|頼|お願い)"
)


def is_told_again(text: str, here: Expression) -> bool:
    """Whether right behind a time of a folded text it is asked to be told again then."""
    return _TOLD_AGAIN.match(text, here.end) is not None


def whenever(
    norm: Normalised, expressions: list[Expression], now: datetime, zone: tzinfo
) -> ReadDeadline | None:
    """The time at which to be told again, else the first that is named at all.

    ``now`` is aware and in ``zone``.
    """
    for here in sorted(expressions, key=lambda one: not is_told_again(norm.text, one)):
        if takes_back(norm.text[here.end : here.end + _TAKEN_BACK_WITHIN]):
            continue  # 「木曜じゃなく金曜の20時にまた聞いてください」
        if here.length is not None:
            here.length = here.length._replace(toward="after")
        found = resolve(here, now, zone)
        if found is not None and found.at > now:
            return report(norm, here, found, "snooze")
    return None
