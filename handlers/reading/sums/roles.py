"""The role of one sum of a text, by the words around it and by what the whole text is about."""

from handlers.reading.lexicon.tables import Table
from handlers.reading.mail_sentences import role_in_sentence
from handlers.reading.patterns import Pattern
from handlers.reading.sums import claimed, judged, named, offered, paid, refunded
from handlers.reading.sums.columns import party_of_heading
from handlers.reading.sums.history import role_in_history
from handlers.reading.sums.money import Sum
from handlers.reading.sums.transactions import is_statement, role_in_statement

PAGE_ABOUT = Table("page about")
_BREAK = Pattern(r"[。!?\n]")
_LONGEST_LINE = 120


class Page:
    """What the whole text says about its sums."""

    def __init__(self, text: str, proposer: str | None) -> None:
        self._text = text
        self._proposer = proposer
        self._about = frozenset(PAGE_ABOUT.all(text))
        self._has_cards = "cards" in self._about
        # 「2つともセラーから」: who offers all sums of the text.
        of_all = named.BY_ALL.search(text)
        self._all_of = of_all.lastgroup if of_all else None

    def role(self, before: str, behind: str, one: Sum) -> str:
        """The role of one sum, by the words before and behind it."""
        role = self._role(before, behind, one)
        # To PayPal and to a bank AliExpress is the seller.
        return "offered_by_seller" if role == "offered_by_ae" and is_statement(self._text) else role

    def _role(self, before: str, behind: str, one: Sum) -> str:
        on_card = self._on_card(one)
        if on_card is not None:
            return on_card
        labelled = named.LINE_LABEL.search(self._text, max(0, one.start - _LONGEST_LINE), one.start)
        if labelled is not None:
            name = (labelled.lastgroup or "").rstrip("12")
            return ROLES.get(name, name)
        headed = party_of_heading(self._text, one.start)
        if headed is not None:
            return ROLES[headed]
        if is_statement(self._text):
            stated = role_in_statement(self._text, one.start, one.end)
            if stated is not None:
                return stated
        if named.is_of_the_seller(self._text[max(0, one.start - 50) : one.start], behind):
            return "offered_by_seller"
        if named.ANSWERED.match(behind) and named.OF_THE_SELLER.search(before):
            return "offered_by_seller"
        if claimed.AS_ASKED.search(before):
            return "claimed"
        entered = role_in_history(self._text, one.start, one.end)
        if entered is not None:
            return entered
        stop = _BREAK.search(behind)
        behind = behind[: stop.start()] if stop else behind
        if paid.PRICED.search(before) and not judged.BEFORE.search(before):
            return "paid"
        if paid.LABEL.search(before) and "opened" not in self._about:
            return "paid"
        if (
            self._has_cards
            and self._proposer == "aliexpress"
            and (
                offered.OPTION.search(self._text, max(0, one.start - _LONGEST_LINE), one.start)
                is not None
            )
        ):
            return "offered_by_ae"
        before = before.rstrip(' :「『"\n、はがの')
        if refunded.BEHIND.search(behind) or refunded.BEFORE.search(before):
            return "refunded"
        if refunded.FOR_AN_ORDER.match(self._text, one.end):
            return "refunded"
        if "refunding" in self._about and refunded.OF_THE_PAYMENT.match(behind):
            return "refunded"
        if "refunding" in self._about and refunded.BREAKDOWN.search(
            self._text, max(0, one.start - _LONGEST_LINE), one.start
        ):
            return "refunded"
        if paid.OF_THE_PRICE.match(behind) or paid.AT_ONCE.match(behind):
            return "paid"
        told = role_in_sentence(self._text, one.start, one.end)
        if told is not None:
            return told
        if claimed.BEHIND.search(behind) and not claimed.NEXT.match(behind):
            # 「支払ったのは6,993円、全額返金を求めています」: its own label goes before.
            return "paid" if "、" in behind[:2] and paid.BEFORE.search(before) else "claimed"
        if claimed.LABEL.search(before):
            return "claimed"
        if judged.IN_FULL.search(behind) or judged.IN_FULL_BEFORE.search(before):
            return self._in_full(before, one)
        if judged.BEHIND.search(behind) or judged.BEFORE.search(before):
            return self._judged(before)
        if "judged" in self._about and judged.ON_ITS_PAGE.search(
            self._text[max(0, one.start - 120) : one.start]
        ):
            return "judged"
        if not self._about.isdisjoint(_DECIDED) and (
            judged.GETS_BACK.search(before) or judged.IS_REFUNDED.match(behind)
        ):
            return "judged"
        if "judged" in self._about and judged.JUST_JUDGED.search(
            self._text[max(0, one.start - 34) : one.start]
        ):
            return "judged"
        if offered.BEHIND.search(behind):
            return self._offer(before, one)
        if claimed.BEFORE.search(before):
            return "claimed"
        if self._proposer in _OTHERS and (
            (offered.EARLIER.search(before) and offered.IT_WAS.match(behind))
            or (
                offered.ITS_SUM.match(behind)
                and offered.JUST_OFFERED.search(self._text[max(0, one.start - 40) : one.start])
            )
        ):
            return self._offer(before, one)
        if paid.BEHIND.search(behind):
            return "paid"
        if refunded.LABEL.search(before):
            return self._refund_on_page(before, one)
        if before.endswith(("refund only", "full refund", "partial refund")):
            return self._offer(before, one)
        if before.endswith(paid.A_PART_OF_IT):
            return self._offer(before, one)
        was_paid, was_offered = paid.BEFORE.search(before), offered.BEFORE.search(before)
        if was_paid and not self._about.isdisjoint(_OPENED) and not paid.SURELY.search(before):
            return "claimed"
        if was_paid and (not was_offered or was_paid.start() > was_offered.start()):
            return "paid"
        if was_offered:
            return self._offer(before, one)
        return self._beside_a_party(before, one)

    def _on_card(self, one: Sum) -> str | None:
        """The role that the head of its card gives a sum: 「提案2(あなた): 全額返金 …」."""
        if not self._has_cards:
            return None
        found = named.CARD.search(self._text[max(0, one.start - _LONGEST_LINE) : one.start])
        return ROLES[found.lastgroup or ""] if found else None

    def _judged(self, before: str) -> str:
        """What stands behind a judgement, unless it is AliExpress' new proposal."""
        proposed = "proposed" in self._about and self._proposer == "aliexpress"
        return "offered_by_ae" if proposed and offered.BEFORE.search(before) else "judged"

    def _in_full(self, before: str, one: Sum) -> str:
        """「5,860円全額」: somebody's offer, a judgement, or the buyer's own claim."""
        if judged.RIGHT_BEFORE.search(before):
            return "judged"
        if self._proposer in ROLES or [*named.PARTIES.finditer(before)]:
            return self._offer(before, one)
        if judged.BEFORE.search(before) or "judged" in self._about:
            return "judged"
        return "claimed" if offered.BEFORE.search(before) is None else self._offer(before, one)

    def _refund_on_page(self, before: str, one: Sum) -> str:
        parties = named.PARTIES.search(before)
        if parties is not None and parties.lastgroup == "seller":
            return self._offer(before, one)
        for about, role in _REFUND_ON_PAGE:
            if about in self._about:
                return role
        return self._offer(before, one)

    def _beside_a_party(self, before: str, one: Sum) -> str:
        """「セラー1,000円、AE 2,600円」 where proposals are spoken of at all."""
        if self._all_of is not None:
            return ROLES[self._all_of]
        if offered.SPEAKS_OF_OFFERS.search(self._text) is None:
            return "unknown"
        parties = [*named.PARTIES.finditer(before)]
        if parties and len(before) - parties[-1].end() <= 2:
            return ROLES[parties[-1].lastgroup or ""]
        who = _behind(self._text[one.end : one.end + 40])
        if who is None and offered.BEFORE.search(self._text[max(0, one.start - 40) : one.start]):
            return self._offer(before, one)
        return ROLES[who] if who else "unknown"

    def _offer(self, before: str, one: Sum) -> str:
        """Whose offer it is: who is named last before it, behind it, or in the text at all."""
        about = self._about
        if "opened" in about:
            return "claimed"
        if self._proposer == "aliexpress" and offered.SOLUTION.search(before):
            return "offered_by_ae"
        if before.endswith(("refund only", "返金のみ")) and not about.isdisjoint(_AT_AN_END):
            return "judged"
        of_the_seller = named.OF_THE_SELLER.search(before) is not None
        if "decided" in about and self._proposer != "seller" and not of_the_seller:
            return "offered_by_ae"
        if "seller to answer" in about and _OWN_CLAIM.search(before):
            return "claimed"
        parties = [*named.PARTIES.finditer(before)] or [
            *named.PARTIES.finditer(self._text, max(0, one.start - 70), one.start)
        ]
        who = parties[-1].lastgroup if parties else None
        who = who or self._all_of or _behind(self._text[one.end : one.end + 40]) or self._proposer
        if who is None and ("finished" in about or "judged" in about):
            return "judged"
        if who is None and before.endswith("refund only"):
            return "offered_by_ae"  # how AliExpress' own card begins
        return ROLES[who] if who else "unknown"


# "Solution: Refund Only", below it "Amount", while the seller has yet to answer.
_OWN_CLAIM = Pattern(r"(?:refund only|full refund)(?:\n(?:amount|金額) ?:?)?$")
# What a bare 「返金額」 is on a page, by what the page is about.
_REFUND_ON_PAGE = (
    ("opened", "claimed"),
    ("agreed", "judged"),
    ("refunding", "refunded"),
    ("finished", "judged"),
    ("judged", "judged"),
    ("settled", "judged"),
)
_OTHERS = ("seller", "aliexpress")
_AT_AN_END = ("finished", "invalid", "both agreed")
_DECIDED = ("judged", "decided")
_OPENED = ("opened", "seller to answer")
ROLES = {
    "seller": "offered_by_seller",
    "aliexpress": "offered_by_ae",
    "buyer": "claimed",
}
"""The role of a sum by who names it."""


def _behind(text: str) -> str | None:
    found = named.BY_BEHIND.search(text)
    return found.lastgroup.rstrip("123") if found and found.lastgroup else None
