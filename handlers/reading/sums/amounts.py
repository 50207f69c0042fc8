"""What each amount of a text is: claimed, paid, offered, judged or refunded.

The words right around an amount decide; the price of the goods is "paid", what the buyer wants
back "claimed", and a proposal's amount belongs to whoever proposes.
"""

from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.tables import Table
from handlers.reading.mail_sections import is_in_lines
from handlers.reading.model import Amount
from handlers.reading.patterns import Pattern
from handlers.reading.sums import claimed, judged, paid
from handlers.reading.sums.columns import parties_by_column
from handlers.reading.sums.conversation import role_in_turn
from handlers.reading.sums.money import Sum
from handlers.reading.sums.roles import ROLES, Page
from handlers.reading.sums.shipping import share_roles
from handlers.reading.sums.transactions import is_in_a_note, is_statement

_MONEY_BACK = Table("money back", Look.SELDOM)


def without_notes(text: str, sums: list[Sum]) -> list[Sum]:
    """The sums of a folded text, without those that a bank's page tells everybody."""
    if sums and is_statement(text):
        return [one for one in sums if not is_in_a_note(text, one.start)]
    return sums


def roles_of(
    text: str,
    sums: list[Sum],
    proposer: str | None,
    demand: str | None = None,
    *,
    bought: bool = False,
) -> list[str]:
    """The role of each sum.

    ``demand`` is what the buyer asks for: a sum right beside the words of a demand, or the only
    sum of the text, is then the one that is claimed. ``bought``: the text tells what is wrong with
    the goods, so that a sum at its end is their price.
    """
    if not sums:
        return []
    roles: list[str] = []
    page = Page(text, proposer)
    by_column = parties_by_column(text, sums)
    ends = [0, *(one.end for one in sums)]
    typed = not is_in_lines(text)
    for place, one in enumerate(sums):
        before = _clause_before(text[max(ends[place], one.start - 34) : one.start])
        until = sums[place + 1].start if place + 1 < len(sums) else len(text)
        behind = text[one.end : min(until, one.end + 28)]
        party = by_column.get(place)
        role = ROLES[party] if party is not None else page.role(before, behind, one)
        told = role_in_turn(text, one, role, behind)
        if told is not None:
            roles.append(told)
            continue
        if role == "unknown" and typed and bought and paid.PRICE_BEHIND.match(text, one.end):
            role = "paid" if paid.GOODS_BEFORE.search(before) else role
        if role == "unknown" and demand is not None and _is_claimed(before, behind, len(sums)):
            role = "claimed"
        if (
            role == "unknown"
            and bought
            and proposer is None
            and paid.AT_THE_END.match(text, one.end)
        ):
            role = "paid"
        if role == "unknown" and len(sums) == 1 and _MONEY_BACK.first(text) is not None:
            role = "refunded"
        if not one.value.strip("0.") and role == "refunded":
            role = "judged"
        if not one.value.strip("0.") and role in ("claimed", "unknown"):
            # Nobody pays or claims nothing: it is what somebody proposes.
            role = ROLES.get(proposer or "", "unknown") if proposer != "buyer" else "unknown"
            if proposer is None and judged.DECIDED.search(text):
                role = "judged"
        roles.append(role)
    if len(sums) > 1:
        share_roles(text, sums, roles, bought=bought)
    return roles


def amounts_of(sums: list[Sum], roles: list[str], *, copied: bool) -> tuple[Amount, ...]:
    """The amounts with their roles, the same amount in the same role only once.

    ``copied``: of a page or a mail, which tells an amount by each of its labels; who types it again
    means the same.
    """
    amounts: dict[tuple[str, str], list[str]] = {}
    written: dict[tuple[str, str], str] = {}
    for one, role in zip(sums, roles, strict=True):
        # "US $4.00", of which the seller says "4 usd", is one sum.
        whole = one.value.removesuffix(".00"), one.currency
        written[whole] = max(written.get(whole, ""), one.value, key=len)
        known = amounts.setdefault(whole, [])
        if not known or known == ["unknown"]:
            known[:] = [role]
        elif copied and role != "unknown" and role not in known:
            known.append(role)  # 「お支払い金額: 6,993円」 and 「ご希望: 全額返金 6,993円」
    return tuple(
        Amount(written[value, currency], currency, role)
        for (value, currency), known in amounts.items()
        for role in known
    )


# "Refund amount" of a page, before any money went back, is what was decided or proposed.
_NOT_YET = {
    "return_goods": "judged",
    "seller_receives_return": "judged",
    "ae_proposal": "offered_by_ae",
}
_BEGUN = Pattern(
    r"返金(?:の?手続き|処理)?[をがは]?開始(?!され(?:ます|る)|します|する)|返金が?完了"
    r"|has been refunded|refund (?:has been |was )?(?:issued|started|initiated|processed)"
    r"|passed your refund|差引|ご利用明細|ご利用分|paypal|ペイパル"
)
_OVER = ("closed", "appeal")


def by_stage(text: str, amounts: tuple[Amount, ...], stage: str | None) -> tuple[Amount, ...]:
    """The amounts of a folded page, with the roles that its stage tells."""
    if not is_in_lines(text):
        return amounts
    role = _NOT_YET.get(stage or "") if _BEGUN.search(text) is None else None
    told = []
    for one in amounts:
        if role is not None and one.role == "refunded":
            told.append(one._replace(role=role))
        elif stage in _OVER and one.role == "unknown" and not one.value.strip("0."):
            told.append(one._replace(role="judged"))
        elif stage == "ae_proposal" and one.role == "unknown" and len(amounts) == 1:
            told.append(one._replace(role="offered_by_ae"))
        else:
            told.append(one)
    return tuple(told)


def _is_claimed(before: str, behind: str, sums: int) -> bool:
    return (
        sums == 1
        or claimed.DEMAND_BEFORE.search(before) is not None
        or claimed.DEMAND_BEHIND.search(behind) is not None
    )


def _clause_before(text: str) -> str:
    """Labels may stand on the line above their value, sentences end."""
    for mark in range(len(text) - 1, -1, -1):
        if text[mark] in "。!?":
            return text[mark + 1 :]
    return text
