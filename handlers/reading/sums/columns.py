"""Whose the sums of a page are, by the columns or under the headings that they stand in.

My proposal | Seller's proposal | AliExpress' proposal
JPY 3,180   | JPY 500           | JPY 1,590
"""

from collections.abc import Iterator
from functools import lru_cache

from handlers.reading.party_names import SELLERS
from handlers.reading.patterns import Pattern
from handlers.reading.sums.money import Sum

_SELLER = rf"(?:{SELLERS}|ショップ)(?:様|側)?|(?:the )?seller(?:'s)?"
_ALIEXPRESS = r"aliexpress(?:'s?)?|アリエクスプレス|運営|ae"
_BUYER = r"私|あなた|お客様|自分|購入者|買い手|my|mine|me|yours?|you|buyer(?:'s)?"
_PARTY = (
    rf"(?:{_SELLER}|{_ALIEXPRESS}|{_BUYER})"
    r"(?:の?ご?(?:提案|案|希望|要求|請求)| (?:proposal|request|claim|offer))?"
)
_APART = r"(?: *[|/] *| {2,})"
_HEADS = Pattern(rf"(?:^|\n)[ |]*(?:{_PARTY}{_APART}){{1,2}}{_PARTY}[ |]*(?=\n)")
_NAMES = Pattern(rf"(?P<seller>{_SELLER})|(?P<aliexpress>{_ALIEXPRESS})|(?P<buyer>{_BUYER})")
_MOST_ROWS = 8
# 「■ 出品者のご提案」 and, on the lines below, 「方法 一部返金」, 「金額 1,480円」.
_HEADING = Pattern(
    r"(?:^|\n)[ ■●。▼・>*\[]*"
    rf"(?:(?P<seller>(?:{SELLERS})様?(?:から)?のご?提案|提案者 ?: ?(?:{SELLERS})"
    r"|(?:the )?seller'?s? (?:proposal|offer)|what the seller (?:offers?|proposes?)"
    r"|solution (?:proposed|offered) by the seller)"
    r"|(?P<aliexpress>提案者 ?: ?aliexpress"
    r"|aliexpress(?:の|'s? )(?:ご?提案|解決案|解決策|proposal|solution))"
    r"|(?P<aliexpress2>解決案|解決策|solution (?:proposed|offered) by aliexpress)"
    r"|(?P<buyer>提案者 ?: ?(?:あなた|お客様|私|自分)"
    r"|(?:お客様|あなた|私)のご?(?:希望|提案|要求|請求)"
    r"|(?:your|my) (?:proposal|request|claim)"
    r"|what you (?:asked|ask) for))"
    r"[^\n:\d]{0,12}\n(?:[^\n\d]{1,30}\n){0,2}(?:提案 ?\d ?:? ?)?[^\n\d]{0,44}\Z"
)
_LONGEST = 160


@lru_cache(maxsize=1)  # asked for the sums of a text and for its demand
def _columns(text: str) -> tuple[tuple[list[str], int], ...]:
    """The parties that head columns, and where what stands below them begins."""
    if "\n" not in text or not ("|" in text or "  " in text or "/" in text):
        return ()
    return tuple(
        ([one.lastgroup or "" for one in _NAMES.finditer(text, *heads.span())], heads.end())
        for heads in _HEADS.finditer(text)
    )


def _rows(text: str, below: int) -> Iterator[tuple[int, int]]:
    """The lines below the heads of columns, as many as may be theirs."""
    for _ in range(_MOST_ROWS):
        end = text.find("\n", below + 1)
        end = end if end >= 0 else len(text)
        yield below, end
        below = end


def parties_by_column(text: str, sums: list[Sum]) -> dict[int, str]:
    """Of the sums, by their number, that stand below the names of parties: whose they are."""
    found: dict[int, str] = {}
    for parties, below in _columns(text) if len(sums) > 1 else ():
        for begin, end in _rows(text, below):
            row = [number for number, one in enumerate(sums) if begin <= one.start < end]
            if len(row) == len(parties):
                found.update(zip(row, parties, strict=True))
                break
    return found


def party_of_heading(text: str, at: int) -> str | None:
    """Who proposes or asks for what stands at a place below the name of a party, else None."""
    found = _HEADING.search(text, max(0, at - _LONGEST), at)
    return (found.lastgroup or "").rstrip("2") if found is not None else None


DEMANDS = Pattern(
    r"(?P<refund_only>返金のみ|refund only)|(?P<full_refund>全額返金|full refund)"
    r"|(?P<partial_refund>一部返金|部分返金|partial refund)"
    r"|(?P<return_refund>返品(?:と|して|・)返金|return (?:goods|& refund|and refund|\+ refund))"
    r"|(?P<resend>再送|resend)"
)


def demand_by_column(text: str) -> str | None:
    """What the buyer asks for by the column below their name, else None."""
    for parties, below in _columns(text):
        for begin, end in _rows(text, below):
            row = [one.lastgroup for one in DEMANDS.finditer(text, begin, end)]
            if len(row) == len(parties) and "buyer" in parties:
                return row[parties.index("buyer")]
    return None
