"""Other shops that people ask about by mistake: their rules are not AliExpress'."""

from handlers.reading.patterns import Pattern
from handlers.reading.words import Table

_SHOPS = Table(
    ("Temu", "temu", "テム―", "ティームー"),
    ("SHEIN", "shein", "シーイン"),
    ("楽天", "楽天"),
    ("Amazon", "amazon", "アマゾン"),
    ("Yahoo!", "yahoo", "ヤフオク", "ヤフーショッピング", "paypayフリマ"),
    ("メルカリ", "メルカリ", "mercari"),
    ("eBay", "ebay", "イーベイ"),
    ("Wish", "wishで", "wishの"),
    ("Qoo10", "qoo10", "キューテン"),
    ("Shopee", "shopee"),
    ("Alibaba", "alibaba", "アリババ"),
    ("Taobao", "taobao", "タオバオ", "淘宝"),
    ("BANGGOOD", "banggood"),
)
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
