"""The sums of a dispute's history: each entry tells who did what.

2028-03-01  Buyer       Opened dispute     JPY 6,760   claimed
2028-03-13  AliExpress  Judgment: Invalid  JPY 0       judged
"""

from handlers.reading.patterns import Pattern
from handlers.reading.turns import turn_at

_DECIDED = Pattern(r"判定|裁定|決定|結果|judge?ment|judged|result|deci")
_PAID_OUT = Pattern(
    r"返金(?:を?(?:開始|実行|処理|完了)|済|し)|refund(?: has)?(?: been)? (?:start|issued|sent"
    r"|made|compl)"
)


def role_in_history(text: str, start: int, end: int) -> str | None:
    """The role of the sum at a span of a folded text, if it stands in a history's entry."""
    turn = turn_at(text, start)
    if turn is None or not turn.in_history:
        return None
    stop = text.find("\n", end)
    entry = text[turn.begin : stop if stop >= 0 else len(text)]
    if turn.party == "aliexpress":
        return "judged" if _DECIDED.search(entry) is not None else "offered_by_ae"
    if turn.party == "system":
        return "refunded" if _PAID_OUT.search(entry) is not None else "judged"
    return _ROLES.get(turn.party)


_ROLES = {"buyer": "claimed", "seller": "offered_by_seller"}
