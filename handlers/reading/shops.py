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


# What somebody else delivers or sells, and nothing is said to be wrong with.
_ON_ITS_WAY = Pattern(
    r"(?:届く|着く|来る|持って[くき]|着(?:だって|らしい|予定|です|$|[。!])|再配達|発送(?:せ|し(?:な|ま)|する)"
    r"|届く予定|セール|クーポン|ポイント)"
)
_A_CASE = Pattern(
    r"紛争|返金|返品|壊|割れ|違[うい]|間違|偽|届か|来な|来て(?:い)?な|着か|動か|破|汚|不良"
    r"|セラー|出品者|保護|期限|登録|通知|リマインド|教え|ますか|[?]"
)


def is_of_another_shop(text: str) -> bool:
    """「アマゾンで頼んだ本、明日届くらしい」: whether a text is small talk of other shops."""
    return (
        other_shop_of(text) is not None
        and _ON_ITS_WAY.search(text) is not None
        and _A_CASE.search(text) is None
    )
