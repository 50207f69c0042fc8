"""Who speaks or acts on the line of a sum, where a chat or a history was copied.

自分: 14ドル返してください          buyer
KitchenJoy Store: how about 8?   seller
3/4  Seller  Rejected  JPY 0     seller, an entry of a history
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from handlers.reading.patterns import Pattern

_SHOP = r"[^\n:\[\]()|]{0,24}(?:store|shop|ストア|ショップ)"
_SELLER = rf"販売者|セラー|売り手|出品者|(?:お)?店(?:長|側)?|seller|{_SHOP}"
_BUYER = r"自分|私|me|you|buyer|購入者|買い手|お客様?|あなた|customer|バイヤー"
_AGENT = r"担当者?|オペレーター|agent|eva|support|サポート(?:担当)?|カスタマー(?:サービス)?"
_ALIEXPRESS = r"aliexpress|アリエク(?:スプレス)?|運営|ae"
_PARTY = (
    rf"(?:(?P<buyer>{_BUYER})|(?P<agent>{_AGENT})|(?P<aliexpress>{_ALIEXPRESS})"
    rf"|(?P<system>system|システム)|(?P<seller>{_SELLER}))(?:様|さん|側)?"
)
_MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?"
_DAY = rf"(?:(?:\d{{4}}[-/.年])?\d{{1,2}}[-/.月]\d{{1,2}}日?|{_MONTHS}\.? \d{{1,2}}(?:,? \d{{4}})?)"
_STAMP = rf"[\[(]?(?:{_DAY}(?:,? {{1,2}}{_CLOCK})?|{_CLOCK})[\])]?"
_NUMBER = r"[(\[#]?\d{1,2}[)\].]?"
_HEADS = Pattern(
    # 「自分: …」, 「[ショップ] …」, 「Seller  2027-11-18 10:22」 above what is said
    rf"(?m)^ *(?P<before>(?:{_STAMP}|\(\d\)) {{0,2}})?"
    rf"[\[(<]?{_PARTY}[\])>]?(?: *\([^)\n]{{0,16}}\))?"
    rf"(?P<behind> {{1,2}}{_STAMP})?(?P<says> ?:|(?<=\])(?= ?\S)|(?(before)|(?(behind)|(?!))) *$)"
)
# 「OfficialKeebs Store」 alone on a line, which comes again
_ALONE = Pattern(rf"(?m)^ *{_PARTY} *$")
# 「2027/09/03 9:12 既読」: one's own messages are marked as read, the others are the shop's.
_STAMPS = Pattern(rf"(?m)^ *{_DAY},? {{1,2}}{_CLOCK}(?P<read> {{1,2}}(?:既読|read))? *$")
_ENTRIES = Pattern(
    # 「2026-12-20 09:14 購入者 紛争を提起 返金のみ …」, "1  Buyer  Refund Only  …"
    rf"(?m)^ *\|? *(?:{_STAMP}|{_NUMBER}(?= {{2}}| ?\|))(?: {{1,2}}| ?\| ?)"
    rf"{_PARTY}(?= {{1,2}}| ?\|)(?! *:)"
)
# 「販売者が提案を更新しました」, below it the sum.
_DEEDS = Pattern(
    rf"(?m)^ *(?:{_STAMP} {{0,2}})?{_PARTY}が[^\n。]{{0,12}}"
    r"(?:提案|提起|申請|要求|開始|拒否|編集|変更|判定)[^\n。]{0,8}$"
)
# Who writes, whoever answers: 「担当者: …」
_SPEAKERS = Pattern(
    r"(?m)^[\[(]?(?:自分|私|お客様|ショップ|店|セラー|売り手|販売者|担当者?|サポート|eva|agent|seller|store|me|you"
    r"|support)[\])]? ?(?::|(?<=\]) ?\S|\d{1,2}:\d\d)"
    r"|^[^\n:\[\]]{1,24}(?:store|shop|ストア|ショップ) ?:"
)
_FARTHEST, _NEAR = 600, 60
_OF_A_CHAT = 2


class Turn(NamedTuple):
    """Whose line it is: buyer, seller, aliexpress, agent or system; and what it tells."""

    party: str
    begin: int
    """Where what is said or told begins in the folded text."""
    in_history: bool


def is_chat(text: str) -> bool:
    """Whether more lines of a folded text name their writer than those of one message."""
    if text.count("\n") < _OF_A_CHAT:
        return False
    return sum(not one.in_history for one in _turns(text)) > _OF_A_CHAT or (
        len(_SPEAKERS.findall(text)) > _OF_A_CHAT
    )


def is_said(line: str) -> bool:
    """Whether a line of a folded text begins with who writes it."""
    return _SPEAKERS.match(line) is not None or _HEADS.match(line) is not None


@lru_cache(maxsize=1)  # asked for each sum of a text
def _turns(text: str) -> tuple[Turn, ...]:
    said = [*_found(_HEADS, text, in_history=False), *_that_come_again(text)]
    said = said or _by_stamps(text)
    parties = {one.party for one in said}
    if len(said) < _OF_A_CHAT or "buyer" not in parties or len(parties) < _OF_A_CHAT:
        said = []
    told = [*_found(_ENTRIES, text, in_history=True), *_found(_DEEDS, text, in_history=True)]
    return tuple(sorted([*said, *told], key=lambda one: one.begin))


def _found(pattern: Pattern, text: str, *, in_history: bool) -> Iterator[Turn]:
    for one in pattern.finditer(text):
        party = _party(one)
        yield Turn(party, one.end(party) if in_history else one.end(), in_history)


def _that_come_again(text: str) -> list[Turn]:
    heads = [*_ALONE.finditer(text)]
    lines = [one[0].strip() for one in heads]
    again = {line for line in lines if lines.count(line) > 1}
    if len(again) < _OF_A_CHAT:
        return []
    return [
        Turn(_party(one), one.end(), in_history=False) for one in heads if one[0].strip() in again
    ]


def _by_stamps(text: str) -> list[Turn]:
    return [
        Turn("buyer" if one["read"] is not None else "seller", one.end(), in_history=False)
        for one in _STAMPS.finditer(text)
    ]


def _party(found: re.Match[str]) -> str:
    return next(name for name in _NAMES if found[name] is not None)


_NAMES = ("buyer", "agent", "aliexpress", "system", "seller")


def said_by(text: str, party: str) -> Iterator[str]:
    """All that somebody says in a copied chat."""
    said = [one for one in _turns(text) if not one.in_history]
    ends = [*(one.begin for one in said[1:]), len(text)]
    return (
        text[one.begin : end] for one, end in zip(said, ends, strict=False) if one.party == party
    )


def turn_at(text: str, at: int) -> Turn | None:
    """Whose line the sum at a place stands in, else None.

    What is said goes on until somebody else speaks; an entry of a history ends with the lines
    right below it.
    """
    if "\n" not in text:
        return None
    last = None
    for one in _turns(text):
        if one.begin > at:
            break
        last = one
    if last is None or at - last.begin > _FARTHEST:
        return None
    if last.in_history and (
        at - last.begin > _NEAR + len(text[last.begin : at].partition("\n")[0])
        or "\n\n" in text[last.begin : at]
    ):
        return None
    return last
