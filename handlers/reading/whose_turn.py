"""Who has to act by a date, where the sentence around it says so, and what has to be done."""

from handlers.reading.lexicon.phrases import Span
from handlers.reading.party_names import SELLERS
from handlers.reading.patterns import Pattern

# 「出品者は2月13日までに」, "the seller must answer by Apr 18": the clock is the seller's.
_SELLERS = Pattern(
    rf"(?:(?:{SELLERS})(?:様|さん|側)?[はが]、?"
    r"|seller (?:now |still )?(?:must|has|should|needs|is asked)[^.,!?\n\d]{0,40}"
    r"(?:by|until|till|within|before)) ?$"
)
_TO_SHIP = Pattern(r"(?:まで|以内)に[^。!?\n]{0,6}(?:発送|出荷)")
_TO_RECEIVE = Pattern(
    r"(?:まで|以内|中)に[^。!?\n]{0,30}(?:受け取り|受取|受領)"
    r"|(?:まで|以内|中)に商品(?:の状態)?をご?確認"
    r"|[^.!?\n]{0,60}(?:check the|confirm (?:that|receipt|the)|received)"
)
_TO_ANSWER = Pattern(
    r"(?:まで|以内|中)に[^。!?\n]{0,80}(?:回答|返答|返事|返信|応答|お答え)(?:し|を|する|が|いた)"
)
# 「6/15までに販売者が対応しない場合」
_SELLER_SILENT = Pattern(
    rf"[^。、!?\n]{{0,22}}までに、?(?:{SELLERS})(?:様|さん|側)?[がはから]{{1,2}}"
    r"[^。、!?\n]{0,14}(?:ない(?:場合|と|とき|時)|なければ|なかった(?:ら|場合))"
)
_RECEIVES = Pattern("受け取|受取|受領")
_SHIPS = Pattern("発送|出荷")
_CONFIRMS = Pattern(r"confirm (?:the |that the )?(?:receipt|goods|item|parcel|return)")
_ANSWERS = Pattern("answer|respond|reply")
_SELLERS_LABEL, _SENTENCE = 80, 140


def kind_of_sellers_turn(text: str, begin: int, end: int) -> str | None:
    """The kind of a date of which it is told what the seller has to do by then, else None."""
    named = _SELLERS.search(text, max(0, begin - _SELLERS_LABEL), begin)
    if named is None:
        silent = _SELLER_SILENT.match(text, begin, end + _SENTENCE)
        if silent is None:
            return None
        if _SHIPS.search(silent[0]) is not None:
            return "unknown"  # of an order that waits to be shipped
        return "seller_receive" if _RECEIVES.search(silent[0]) else "seller_response"
    if _TO_SHIP.search(text, begin, end) is not None:
        return "unknown"  # of an order that waits to be shipped
    if _CONFIRMS.search(named[0]) is not None:
        return "seller_receive"
    if _ANSWERS.search(named[0]) is None and _TO_RECEIVE.search(text, begin, end + _SENTENCE):
        return "seller_receive"
    in_english = named[0].startswith("seller")
    # "Waiting for the seller to confirm receipt. The seller has until Dec 2."
    told_before = text[max(0, named.start() - _SELLERS_LABEL) : named.start()]
    if in_english and _CONFIRMS.search(told_before) is not None:
        return "seller_receive"
    answers = in_english or _TO_ANSWER.search(text, begin, end + _SENTENCE) is not None
    return "seller_response" if answers else None


# 「先週返品ってことになりました。発送は2月14日まで」
_TO_SEND = Pattern(r"(?:発送|出荷|送るの|出すの)は、?$")
_RETURN_AGREED = Pattern(
    r"返品(?:って|という|する)?(?:こと|話)?(?:に|で)(?:決ま|な[っり]|合意|決着|落ち着)"
    r"|返品待ち|返品が認め|返品(?:ok|オッケー|オーケー)"
)


def is_to_be_sent_back(text: str, label: Span) -> bool:
    """Whether a label says that goods go out, in a folded text that tells of a return agreed on."""
    return _TO_SEND.search(text, *label) is not None and _RETURN_AGREED.search(text) is not None
