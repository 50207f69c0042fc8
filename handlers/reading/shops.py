"""Other shops that people ask about by mistake: their rules are not AliExpress'."""

from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern

_SHOPS = Table("shops")
TABLE = _SHOPS.name
_ALIEXPRESS = Pattern(r"ali ?express|アリエク|アリエキ")
_ONLY_COMPARED = Pattern(
    r"(?:では?なく|じゃなく|と(?:は)?違|より|で買え|でも売|で買い直|と比べ|なら|に比べ)"
)


def other_shop_of(text: str) -> str | None:
    """The shop other than AliExpress that the trouble is with, or None."""
    shop = _SHOPS.first(text)
    if shop is None or _ALIEXPRESS.search(text) or _ONLY_COMPARED.search(text):
        return None
    return shop
