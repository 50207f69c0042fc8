"""Amounts of money: 6,993円, JPY 5,594, JPY \\ 0, US $12.34, ￥６，９９３, 1ドル, 3万2千円.

A backslash in front of a number is a yen sign (Japanese code pages show the one as the other).
The ISO code goes before the symbol: pages print "GBP ¥ 0.00". Zero is an amount like any other.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from handlers.reading.patterns import Pattern

_ISO = "jpy|usd|eur|gbp|cny|rmb|krw|aud|cad|brl|rub|pln|twd|hkd|sgd|thb"
_SYMBOLS = {
    "円": "JPY", "¥": "JPY", "\\": "JPY", "yen": "JPY", "えん": "JPY", "日本円": "JPY",
    "$": "USD", "us$": "USD", "us $": "USD", "usドル": "USD", "米ドル": "USD",
    "アメリカドル": "USD", "ドル": "USD",
    "dollar": "USD", "dollars": "USD", "bucks": "USD", "€": "EUR", "ユーロ": "EUR", "euro": "EUR",
    "euros": "EUR", "£": "GBP", "ポンド": "GBP", "元": "CNY", "人民元": "CNY", "ウォン": "KRW",
    "₩": "KRW", "rmb": "CNY", "a$": "AUD", "c$": "CAD",
}  # fmt: skip
# 「¥ 3.500」 is set with points as elsewhere with commas, "EUR 31,20" with a comma as the point.
_EUROS = r"\d{1,3}(?:\.\d{3}){0,2},\d{2}(?!\d)"
_NUMBER = (
    rf"(?:(?<=€)|(?<=€ )|(?<=eur)|(?<=eur )){_EUROS}|{_EUROS}(?= ?(?:€|eur|ユーロ))"
    r"|\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,2})?|[1-9]\d{0,2}(?:\.\d{3}){1,3}(?!\d)|\d{1,9}(?:\.\d{1,2})?"
)
_DECIMAL_COMMA = Pattern(r"[\d.]+,\d{2}")
_POINTS = Pattern(r"[1-9]\d{0,2}(?:\.\d{3})+")
_BEFORE = Pattern(
    # The figure of 「提案1 JPY 900」 is no amount, that of a list, "1,299 JPY 701 JPY", is one.
    rf"(?:(?<![a-z])(?:(?<!\d )(?<!\d)|(?<=[^\W\d]\d )|(?<=[^\W\d]\d))({_ISO}) ?[¥$€£\\]? ?"
    rf"|(us ?\$|[ac]\$|[¥$€£\\]) ?)({_NUMBER})(?![\d]|,\d{{3}})"
)
_UNIT = (
    rf"(?:{_ISO}|日本円|円|えん|アメリカドル|米ドル|usドル|ドル|dollars?|ユーロ|euros?|ポンド|人民元|元(?!の|々|に)"
    rf"|ウォン|yen(?![a-z])|[$€£¥])"
)
# What stands between the first digit and the unit, at its longest, is looked at first: a number
# without one would be tried with each of its digits as the last.
_AFTER = Pattern(
    rf"(?<![\d.,])(?=[\d,. 万千百]{{1,32}}+{_UNIT})({_NUMBER}) ?"
    rf"(?:((?:万(?:\d{{1,2}}千)?|千)?(?:(?<=[万千])\d百|(?<=\d)百)?)(\d{{1,4}}"
    rf"|\d,\d{{3}})?)? ?({_UNIT})"
)
_CODE_BEHIND = Pattern(rf" ?({_ISO}|円|ドル)(?![a-z])")
_HINT = Pattern(
    r"[¥$€£\\円元]|えん|ドル|ユーロ|ポンド|ウォン|jpy|usd|eur|gbp|cny|rmb|krw|aud|cad|brl|rub|pln"
    r"|twd|hkd|sgd|thb|yen|dollar")  # fmt: skip
_FOLLOWED_BY_AMOUNT = Pattern(r"\d")
# 「1円も戻らない」 is no amount.
_NOT_A_PENNY = Pattern(
    r"(?<![\d,.])1 ?(?:円|ドル|元|ユーロ)(?:たりと)?も(?=[^。!?\n]{0,12}(?:な|ませ|ず|ん|へん))"
)
_DIGIT_RUNS = Pattern(r"\d(?:[^\d]{0,24}\d)*")
_RANKS = Pattern(r"([万千百])(\d*)")
_TIMES = {"万": 10_000, "千": 1_000, "百": 100}
MOST_AMOUNTS = 40
_MOST_WITHOUT_CURRENCY = 8


class Sum(NamedTuple):
    """An amount at its place in the folded text; the value is a plain decimal number."""

    start: int
    end: int
    value: str
    currency: str


def find_sums(text: str) -> list[Sum]:
    """All amounts, in the text's order: those with a currency, and what a label or 返金0 tells."""
    if not _FOLLOWED_BY_AMOUNT.search(text):
        return []
    if not _HINT.search(text):
        return _without_currency(text, [])
    sums: list[Sum] = []
    near = [(max(0, m.start() - 12), m.end() + 12) for m in _DIGIT_RUNS.finditer(text)]
    for found in _near(_BEFORE, text, near):
        code = found[1]
        currency = _currency(code) if code else _SYMBOLS[found[2].replace("us $", "us$")]
        end = found.end()
        # "US $12.34 USD", "$12 CAD": the code behind the number decides.
        trailing = _CODE_BEHIND.match(text, end)
        if trailing:
            end = trailing.end()
            if not code and trailing[1].isascii():
                currency = _currency(trailing[1])
        sums.append(Sum(found.start(), end, _plain(found[3]), currency))
        if len(sums) >= MOST_AMOUNTS:
            break
    taken = [(s.start, s.end) for s in sums]
    for found in _near(_AFTER, text, near):
        if any(start < found.end() and found.start() < end for start, end in taken):
            continue
        value, ranks, rest = found[1], found[2], (found[3] or "").replace(",", "")
        value = _by_ranks(_plain(value), ranks + rest) if ranks else value + rest
        if _NOT_A_PENNY.match(text, found.start()):
            continue
        unit = found[4]
        currency = _SYMBOLS[unit] if unit in _SYMBOLS else _currency(unit)
        sums.append(Sum(found.start(), found.end(), _plain(value), currency))
        if len(sums) >= 2 * MOST_AMOUNTS:
            break
    sums += _without_currency(text, sums)
    sums.sort(key=lambda one: one.start)
    return sums


# 「販売者の提案:返金0、商品の再発送」, 「返金額: 3,150」
_NOTHING_BACK = Pattern(r"(?:返金額?|refund)[ :は]{0,2}(0)(?=[、。)(\n]| [+/]|$)")
_LABELLED = Pattern(
    r"(?:返金額|支払い?額|支払い?金額|請求額)(?: ?: ?| )(\d{1,3}(?:,\d{3})+)(?=[\n、。/]| /|$)"
)


def _without_currency(text: str, sums: list[Sum]) -> list[Sum]:
    """Amounts whose currency is that of the others of the text, or yen."""
    if "返金" not in text and "支払" not in text and "請求" not in text and "refund" not in text:
        return []
    currency = sums[0].currency if sums else "JPY"
    named = (found for pattern in (_NOTHING_BACK, _LABELLED) for found in pattern.finditer(text))
    return [
        Sum(*found.span(1), _plain(found[1]), currency)
        for found in islice(named, _MOST_WITHOUT_CURRENCY)
        if not any(one.start < found.end(1) and found.start(1) < one.end for one in sums)
    ]


def _by_ranks(number: str, ranks: str) -> str:
    """1 and 万2千500: each number counts by the rank behind it."""
    total, pending = 0.0, float(number)
    for rank, following in _RANKS.findall(ranks):
        total += pending * _TIMES[rank]
        pending = float(following or 0)
    return str(round(total + pending))


def _near(pattern: Pattern, text: str, places: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Look only around numbers; the places do not overlap."""
    for start, end in places:
        yield from pattern.finditer(text, start, end)


def _currency(code: str) -> str:
    return "CNY" if code == "rmb" else code.upper()


def _plain(number: str) -> str:
    """The number as it is written, without separators: 6,993 is "6993", 18.00 stays "18.00"."""
    if _DECIMAL_COMMA.fullmatch(number) is not None:
        number = number.replace(".", "").replace(",", ".")
    if _POINTS.fullmatch(number) is not None:
        number = number.replace(".", "")
    whole, _, fraction = number.replace(",", "").partition(".")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{fraction}" if fraction else whole
