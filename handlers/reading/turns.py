"""Who speaks or acts on the line of a sum, where a chat or a history was copied.

自分: 14ドル返してください          buyer
KitchenJoy Store: how about 8?   seller
3/4  Seller  Rejected  JPY 0     seller, an entry of a history
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from handlers.reading.english_dates import MONTH_NAME
from handlers.reading.party_names import SELLERS
from handlers.reading.patterns import Pattern

_SHOPS = ("store", "shop", "ストア", "ショップ")
_SHOP = r"[^\n:\[\]()|]{0,24}(?:store|shop|ストア|ショップ)"
_BUYER = (
    r"自分|私|わたし|僕|俺|买家|買(?= ?:)|(?:me|you|buyer|customer)(?![a-z])|購入者|買い手|お客様?"
    r"|あなた|バイヤー"
)
_AGENT = (
    r"担当者?|オペレーター|(?:agent|eva|support)(?![a-z])|サポート(?:担当)?|カスタマー(?:サービス)?"
)
_ALIEXPRESS = r"(?:aliexpress|ae)(?![a-z])|アリエク(?:スプレス)?|運営"
_SELLER = rf"卖家|{SELLERS}|お?店(?:長|側|主)?|[販出](?= ?:)|seller(?![a-z])"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?"
_DAY = (
    rf"(?:(?:\d{{4}}[-/.年])?\d{{1,2}}[-/.月]\d{{1,2}}日?|{MONTH_NAME}\.? \d{{1,2}}(?:,? \d{{4}})?)"
)
_STAMP = rf"[\[(]?(?:{_DAY}(?:,? {{1,2}}{_CLOCK})?|{_CLOCK})[\])]?"


def _line(seller: str) -> Pattern:
    """The beginning of a line: perhaps a moment or a number, and somebody's name."""
    return Pattern(
        rf" *\|? *(?:(?:(?P<stamp>{_STAMP})|(?P<place>\(\d\))"
        rf"|(?P<number>#?\d{{1,2}}\.?)(?= {{2}}| ?\|))(?: {{0,2}}"
        rf"| ?\| ?))?[\[(<]?(?:(?P<buyer>{_BUYER})|(?P<agent>{_AGENT})"
        rf"|(?P<aliexpress>{_ALIEXPRESS})|(?P<system>system(?![a-z])|システム)|(?P<seller>{seller}))"
        r"(?:様|さん|側)?"
    )


# With none of these a line begins neither with a moment nor with a name, but for a shop's.
_FIRST = frozenset(
    " |[(<#0123456789jfmasondmybcaes自私わ僕俺买卖購買おあバ担オサカ運アシ販セ売出店"
)
_LINE, _LINE_OF_A_SHOP = _line(_SELLER), _line(rf"{_SELLER}|{_SHOP}")
# What follows the name: 「自分: …」, 「[店] …」, 「Seller  11-18 10:22」 above what is said; the
# fields of a history's entry; 「販売者が提案を更新しました」, below it the sum.
_FOLLOWS = Pattern(
    rf"[\])>]?(?: *\([^)\n]{{0,16}}\))?(?P<moment> {{1,2}}{_STAMP})?"
    r"(?:(?P<colon> ?:|(?=[「『])|(?<![\])>]) ?>(?= ?\S))|(?P<end> *(?=\n|\Z)))"
    r"|(?P<bracket>[\])])(?= ?\S)|(?P<fields> {1,2}| ?\|)(?! *:)"
    r"|(?P<deed>が)[^\n。]{0,12}(?:提案|提起|申請|要求|開始|拒否|編集|変更|判定)[^\n。]{0,8}(?=\n|\Z)"
)
# 「2027/09/03 9:12 既読」: one's own messages are marked as read, the others are the shop's.
_STAMPS = Pattern(rf"(?m)^ *{_DAY},? {{1,2}}{_CLOCK}(?P<read> {{1,2}}(?:既読|read))? *$")
_FARTHEST, _NEAR = 600, 60
_OF_A_CHAT = 2


class Turn(NamedTuple):
    """Whose line it is: buyer, seller, aliexpress, agent or system; and what it tells."""

    party: str
    begin: int
    """Where what is said or told begins in the folded text."""
    in_history: bool


class _Alone(NamedTuple):
    """A name that is all there is on a line."""

    party: str
    begin: int
    end: int


class _Turns(NamedTuple):
    turns: tuple[Turn, ...]
    speaking: int
    """How many lines name their writer, whoever that is."""


def is_chat(text: str) -> bool:
    """Whether more lines of a folded text name their writer than those of one message."""
    return text.count("\n") >= _OF_A_CHAT and _turns(text).speaking > _OF_A_CHAT


def is_said(line: str) -> bool:
    """Whether a line of a folded text begins with who writes it."""
    said, _, _ = _heads(line)
    return bool(said)


@lru_cache(maxsize=2)  # asked before the numbers of a text are hidden and after, and for each sum
def _turns(text: str) -> _Turns:
    said, told, alone = _heads(text)
    if len({text[one.begin : one.end] for one in alone}) < len(alone):
        said += _that_come_again(text, alone)
    if not said and ("既読" in text or "read" in text):
        said = _by_stamps(text)
    speaking = len(said)
    parties = {one.party for one in said}
    if len(said) < _OF_A_CHAT or "buyer" not in parties or len(parties) < _OF_A_CHAT:
        said = []
    return _Turns(tuple(sorted([*said, *told], key=lambda one: one.begin)), speaking)


def _heads(text: str) -> tuple[list[Turn], list[Turn], list[_Alone]]:
    """The lines that say who speaks, those that tell who did what, and bare names."""
    said: list[Turn] = []
    told: list[Turn] = []
    alone: list[_Alone] = []
    of_shops = any(word in text for word in _SHOPS)
    line = _LINE_OF_A_SHOP if of_shops else _LINE
    begin = 0
    while True:
        may_be = of_shops or text[begin : begin + 1] in _FIRST
        name = line.match(text, begin) if may_be else None
        follows = _FOLLOWS.match(text, name.end()) if name is not None else None
        if name is not None and follows is not None:
            party, number = _party(name), name["number"] is not None
            dated = name["stamp"] is not None or name["place"] is not None
            if follows["deed"] is not None and not number:
                told.append(Turn(party, name.end(), in_history=True))
            elif follows["fields"] is not None:
                if name["stamp"] is not None or number:
                    told.append(Turn(party, name.end(), in_history=True))
            elif follows["end"] is None or dated or follows["moment"] is not None:
                if not number:
                    said.append(Turn(party, follows.end(), in_history=False))
            elif not number:
                alone.append(_Alone(party, begin, follows.end()))
        begin = text.find("\n", begin) + 1
        if not begin:
            return said, told, alone


def _that_come_again(text: str, alone: list[_Alone]) -> list[Turn]:
    """「OfficialKeebs Store」 alone on a line, and again: the names of two who speak in turn."""
    names = [text[one.begin : one.end].strip() for one in alone]
    again = {name for name in names if names.count(name) > 1}
    if len(again) < _OF_A_CHAT:
        return []
    return [
        Turn(one.party, one.end, in_history=False)
        for one, name in zip(alone, names, strict=True)
        if name in again
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
    said = [one for one in _turns(text).turns if not one.in_history]
    ends = [*(one.begin for one in said[1:]), len(text)]
    return (
        text[one.begin : end] for one, end in zip(said, ends, strict=False) if one.party == party
    )


def beside_chat(text: str) -> list[str]:
    """The lines before and behind a copied chat; none where its turns are longer than a line.

    There what stands behind may still be said by who spoke last.
    """
    said = _turns(text).turns
    if not said or any(one.in_history for one in said):
        return []
    first = text.rfind("\n", 0, said[0].begin) + 1
    last = text.find("\n", said[-1].begin)
    end = last if last >= 0 else len(text)
    if sum(bool(line.strip()) for line in text[first:end].split("\n")) > len(said):
        return []
    return [line for line in (text[:first] + text[end:]).split("\n") if line.strip()]


def turn_at(text: str, at: int) -> Turn | None:
    """Whose line the sum at a place stands in, else None.

    What is said goes on until somebody else speaks; an entry of a history ends with the lines
    right below it.
    """
    if "\n" not in text:
        return None
    last = None
    for one in _turns(text).turns:
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
