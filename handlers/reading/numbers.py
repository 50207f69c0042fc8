"""Order numbers and tracking numbers, which must not be taken for each other.

AliExpress order numbers have 16 digits today, 14 or 15 in old mails. Parcels to Japan carry
postal numbers (two letters, nine digits, a country), "AP" and 14 digits, "E" and 11 digits, or
one of a few carriers' forms; Japanese domestic numbers have 12 digits in groups of four.
"""

from string import ascii_lowercase, digits
from typing import NamedTuple

from handlers.reading.patterns import Pattern

_DIGITS_14_TO_16 = Pattern(r"(?<![\da-z-])(?<!\d[.,])\d{14,16}(?![\d]|[.,]\d)")
_GROUPED_16 = Pattern(r"(?<![\d-])\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?![\d-])")
_TRACKING = Pattern(
    r"(?<![a-z\d])(?:[a-z]{2}\d{9}[a-z]{2}|ap\d{14}|e\d{11}|jy\d{2}[a-z]{3}\d[a-z]\d{9}"
    r"|[a-z]{2}\d{16}|lp\d{14,18}|[a-z]{2,4}\d{10,20}(?:[a-z]{2})?"
    r"|[a-z]{1,5}\d{2}[a-z]{2,4}\d[a-z]?\d{6,12}|cn[a-z]{2}\d{8,14}"
    r"|\d[a-z]{2,5}\d{8,16})(?![a-z\d])"
)
# Every tracking number has so many digits in a row; letters may stand before and behind them.
_IN_A_ROW = Pattern(r"\d{6,}")
_LETTERS_AND_DIGITS = frozenset(ascii_lowercase + digits)
_DIGITS = Pattern(r"(?<!\d)\d[\d -]{13,}")
_DOMESTIC = Pattern(r"(?<!\d)\d(?:\d{3}-\d{4}-\d{4}|\d{9,12})(?![\d-])")
_DOMESTIC_LABEL = Pattern(
    r"(?:追跡|お問い?合わ?せ|伝票|tracking|送り状|荷物|問合せ)[^\d\n]{0,12}[\n ]?$"
)
_LONGEST_LABEL = 22
_TRACKING_LABEL = Pattern(
    r"(?:追跡|伝票|tracking|お問い?合わ?せ番号|送り状|問合せ番号)[^\d\n。、]{0,14}[\n ]?$"
)
_ORDER_LABEL = Pattern(r"(?:注文|order|オーダー)[^\d\n。、]{0,14}[\n ]?$")
_ANY_LONG = Pattern(r"\d{4}[ -]?\d{4}")
MOST_NUMBERS = 40
_SHORTEST, _LONGEST = 11, 26


class Numbers(NamedTuple):
    """Order numbers in the text's order and the likeliest of them, tracking numbers, places."""

    order: str | None
    orders: tuple[str, ...]
    tracking: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


NO_NUMBERS = Numbers(None, (), (), ())


def find_numbers(text: str) -> Numbers:
    """The order and tracking numbers of a folded text, without repetitions."""
    if not _ANY_LONG.search(text):
        return NO_NUMBERS
    spans: list[tuple[int, int]] = []
    tracking: list[tuple[int, str]] = []
    covered = 0
    for row in _IN_A_ROW.finditer(text):
        if row.start() < covered:
            continue
        number = _TRACKING.match(text, _begin_of_piece(text, row.start()))
        if number is None or not _SHORTEST <= len(number[0]) <= _LONGEST:
            continue
        covered = number.end()
        tracking.append((number.start(), number[0].upper()))
        spans.append(number.span())
        if len(spans) >= MOST_NUMBERS:
            break
    for found in _DOMESTIC.finditer(text):
        at = found.start()
        labelled = _DOMESTIC_LABEL.search(text, max(0, at - _LONGEST_LABEL), at) is not None
        if labelled and not _covered(found.span(), spans):
            tracking.append((at, found[0]))
            spans.append(found.span())
    orders: list[tuple[int, int, str]] = []
    near = [(max(0, run.start() - 1), run.end() + 2) for run in _DIGITS.finditer(text)]
    for pattern in (_DIGITS_14_TO_16, _GROUPED_16):
        for found in (one for begin, end in near for one in pattern.finditer(text, begin, end)):
            if _covered(found.span(), spans):
                continue
            order = found[0].replace(" ", "").replace("-", "")
            before = text[max(0, found.start() - 24) : found.start()]
            labelled = _ORDER_LABEL.search(before) is not None
            spans.append(found.span())
            if _TRACKING_LABEL.search(before) and not labelled:
                tracking.append((found.start(), order))
                continue
            rank = (0 if labelled else 2) + (0 if len(order) == 16 else 1)
            orders.append((rank, found.start(), order))
            if len(orders) >= MOST_NUMBERS:
                break
    in_order = sorted(orders, key=lambda one: one[1])
    best = min(orders)[2] if orders else None
    return Numbers(
        best,
        tuple(dict.fromkeys(order for _, _, order in in_order)),
        tuple(dict.fromkeys(one for _, one in sorted(tracking))),
        tuple(spans),
    )


def _begin_of_piece(text: str, at: int) -> int:
    """Where the letters and digits begin that a place stands in, if they are not too many."""
    farthest = max(0, at - _LONGEST)
    while at > farthest and text[at - 1] in _LETTERS_AND_DIGITS:
        at -= 1
    return at


def _covered(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)
