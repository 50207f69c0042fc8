"""The price and its shipping are one purchase: 「3,480円+送料512円」."""

from handlers.reading.patterns import Pattern
from handlers.reading.sums.money import Sum

_BETWEEN = Pattern(
    r" ?(?:[+&と、,(に。で・/]|プラス| )*(?:別途|別に|あと|それに|さらに)?(?:の)?"
    r"(?<!返送の)(?<!返品の)(?:送料|配送料|運賃|郵送料|関税|消費税|手数料)(?:が|は|も|で|に|:)? ?"
)
_SHARED = ("paid", "claimed", "refunded")


def share_roles(text: str, sums: list[Sum], roles: list[str], *, bought: bool) -> None:
    """Give a price and the shipping right behind it one role, where only one of them has it.

    ``bought``: the text tells what is wrong with the goods, so that what has no role was paid.
    """
    for place in range(1, len(sums)):
        before, here = sums[place - 1], sums[place]
        if _BETWEEN.fullmatch(text, before.end, here.start) is None:
            continue
        pair = roles[place - 1 : place + 1]
        if "unknown" not in pair:
            continue
        known = [role for role in pair if role in _SHARED] or (["paid"] if bought else [])
        if known and all(role in ("unknown", known[0]) for role in pair):
            roles[place - 1 : place + 1] = known[0], known[0]
