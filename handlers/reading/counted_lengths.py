"""Which lengths of a text may count from an event it tells, and what a day beside them says."""

from handlers.reading.choice import Accepted
from handlers.reading.cue_weights import LABELLED, TAKEN_BACK
from handlers.reading.expression import Expression
from handlers.reading.model import ReadDeadline
from handlers.reading.patterns import Pattern
from handlers.reading.surroundings import Surroundings
from handlers.reading.teller import Teller

_PUT_OFF = (
    "延長され",
    "延長しま",
    "延長済",
    "から数えて",
    "から起算して",
)  # 「14日間延長されました」 counts from what it was
_TOOK = Pattern(
    r"(?:くらい|ぐらい|ほど)?で、?(?:着いた|届いた|終わった|返ってき[たて]|戻って?き?た|来た|きた|返金され|解決した)"
)


def may_count(here: Expression, words: Surroundings, weight: int) -> bool:
    """Whether a length may count from an event that the text tells."""
    return (
        here.length is not None
        and weight > TAKEN_BACK
        and here.length.toward not in ("ago", "lasted")
        # 「昨夜23時に紛争、残り4日9時間」: a counter runs from when it is looked at.
        and not (here.length.toward == "left" and here.length.exact)
        and not words.behind.startswith(_PUT_OFF)
        and _TOOK.match(words.behind) is None
        # "Please allow me 2 minutes to check."
        and not (here.length.exact and weight < 0)
    )


# "for 15 days after completion (until Nov 28, 2027)"
_UNTIL = Pattern(r"[^。.\n\d]{0,24}\((?:until |till |by |ends? |closes? |~ ?)?")


def is_told_as_day(masked: str, here: Expression, following: Expression | None) -> bool:
    """Whether the day that a length leads to stands behind it, in brackets."""
    return (
        here.length is not None
        and here.length.toward in ("after", "within")
        and following is not None
        and following.day is not None
        and _UNTIL.fullmatch(masked, here.end, following.start) is not None
    )


def explains_day(masked: str, here: Expression, weight: int, last: Expression) -> bool:
    """ "Until Sep 2, 2027, 15 days after the order was completed": the day was counted.

    ``weight``: that of the day in front of the length.
    """
    return (
        here.length is not None
        and last.day is not None
        and weight >= LABELLED
        and masked[last.end : here.start].strip() in (",", "(")
    )


def is_shown(counted: ReadDeadline, accepted: list[Accepted], teller: Teller) -> bool:
    """「紛争は発送から10日後。紛争を開ける日 10/25」: whether a label names a day for what was
    counted.
    """
    for weight, here, words in accepted:
        if weight >= LABELLED and here.day is not None:
            told = teller.tell(here, words)
            if told is not None and told.kind == counted.kind and told.span != counted.span:
                return True
    return False


_BY_ITSELF = Pattern(
    r"に、?(?:自動(?:的に|で)?)[^。、!?\n]{0,4}完了(?:します|する|し、|とな|予定|いたします)"
)


def with_its_day(
    counted: ReadDeadline, expressions: list[Expression], teller: Teller
) -> ReadDeadline:
    """「10月30日に自動的に完了します。完了後15日間は申請できます」: the day comes first."""
    for here in expressions:
        if (
            here.day is not None
            and teller.now.date() < here.day
            and teller.norm.span(here.start, here.end) == counted.span
            and _BY_ITSELF.match(teller.words, here.end)
        ):
            first = teller.tell_as("protection_end", here)
            if first is not None:
                return first._replace(alternatives=(counted,))
    return counted
