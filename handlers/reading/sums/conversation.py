"""The sums of a copied chat: what the seller names is an offer, what the buyer names a claim."""

from functools import lru_cache

from handlers.reading.party_names import SELLERS
from handlers.reading.patterns import Pattern
from handlers.reading.sums.money import Sum
from handlers.reading.turns import turn_at

# A seller's own words on a line, where a message was copied without names.
_SELLER_SPEAKS = Pattern(
    r"(?<![a-z])(?:dear |my |hello |hi |sorry |ok )(?:my )?(?:friend|dear)(?![a-z])"
    r"|(?<![a-z])(?:friend|bro)(?![a-z])|(?<![a-z])(?:our|my) (?:shop|store|boss|profit|final)"
    r"|(?<![a-z])(?:we|i) (?:can|will|could|only can|agree to) (?:only )?"
    r"(?:refund|give|return|pay|send)"
    r"|(?<![a-z])i return you|(?<![a-z])(?:cancel|close) (?:the |this )?(?:dispute|case) first"
    r"|(?:ok|okay)\?|only you cancel|final[.,]|(?:best|most) (?:we|i) can"
    r"|(?:返金する|返す|円|ドル)(?:の)?は?どうですか|これ以上は|最大の誠意|高すぎます|上司に"
    r"|(?:私たち|私達|当方)(?:の(?:小さ[ない])?店|は|が)|当店|弊店"
    r"|(?:あなた|貴方|貴女)に[^。、!?\n]{0,16}(?:返|払|送)"
    r"|私は[^。、!?\n]{0,24}(?:返しま|返金しま|返すこと)"
)
_BUYER_SPEAKS = Pattern(
    r"支払ったのは|返してくれるなら|返してください|送りました。|話になりません|お願いします。?$|"
    r"(?<![a-z])i (?:paid|ordered|bought|want|asked|ask|need|request|received|did not|will not"
    r"|don't|prefer)(?![a-z])"
    r"|(?<![a-z])(?:please|pls) (?:refund me|send (?:a|me|the)|give me|return (?:my|me))"
)
_OF_A_MAIL = Pattern(
    r"aliexpress (?:team|customer|dispute|buyer|proposed)|aliexpress(?:チーム|カスタマー|より)"
    r"|アリエクスプレスチーム|notice\.aliexpress|dispute (?:detail|reason)"
    r"|(?:紛争|申し?立て)の?(?:理由|詳細) ?[:\n]"
)
# A seller's words of giving …
_GIVES = Pattern(
    r"返|払い戻|refund|give|pay|send|return|compensat|price|final|accept|deal|solve|どう|クーポン|coupon|補償"
    r"|解決|値引|割引|discount|それでは|では、|だけ|can(?:not)?(?![a-z])|ok\?|差し上げ|最大|まで"
)
# … and of what the buyer has to bear, or asked for.
_NO_GIFT = Pattern(
    r"(?:needs?|costs?|takes?|charges?)(?: about)? ?$|送料|運賃|関税|税金|手数料|postage|freight"
    r"|shipping (?:fee|cost)|customs|tax(?![a-z])"
    r"|(?:you(?: have to| need to| must| should)?|あなた(?:は|が)[^。、\n]{0,8}) ?pay"
)
_MUST_PAY = Pattern(
    r"[^。、!?\n]{0,8}(?:払う必要|支払う必要|払わなければ|かかり|かかる|です。送料)"
    r"|[^.,!?\n]{0,6}for (?:the )?(?:shipping|postage|tax|custom)"
)
_BACK = Pattern(
    r"[^。、!?\n]{0,14}(?:返金|返し|返す|返せ|戻し|払い戻)|[^.,!?\n]{0,14}(?:back|refund)"
)
_ASKED = Pattern(
    r"(?:you|your) (?:ask|want|request|claim)[a-z]*[^.!?\n]{0,12}$"
    r"|あなたの(?:要求|請求|希望)[^。!?\n]{0,8}$"
)
_ASKS = Pattern(
    r"返|refund|全額|お願い|ask|want|request|claim|prefer|足り|希望|要求|請求|return|please"
)
_LAST_PRICE = Pattern(r"(?:last|final|best|my|our|max(?:imum)?) price[^.!?\n\d]{0,6}$")
_WILL = Pattern(r"(?<![a-z])(?:will|can|would|or (?:return|refund)|then|after)(?![a-z])[^.!?\n]*$")
_COSTS = Pattern(r"(?<![a-z])costs?(?: about| around)? ?$|返送料[はが、:]? ?約?$")
# "I would like half of the price back, US $8.35"
_WANTED_BACK = Pattern(r"(?:would like|want)(?![a-z])[^.!?\n]{0,40}back[^.!?\n\d]{0,8}$")
_IN_ALL = Pattern(r"の?全額を?、?(?:返金|返して|返還)")
# 「2,000円では足りません」: what was offered is turned down.
_TOO_LITTLE = Pattern(
    r" ?(?:では|じゃ|だけでは|なんて)|[^.!?\n]{0,8}(?:not enough|too (?:low|little|small))"
)
_SELLERS_WORDS = Pattern(
    rf"(?m)^ *(?:(?:{SELLERS})(?:様)?の|(?:the )?seller(?:'s)? )"
    r"(?:メッセージ|コメント|返信|note|message|comment|reply)[^\n:]{0,12}:"
)
_LAST = 60


def role_in_turn(text: str, one: Sum, role: str, behind: str) -> str | None:
    """Another role than the words around a sum gave it, by whoever says them; None if none."""
    turn = turn_at(text, one.start)
    if turn is not None and turn.in_history:
        return None
    party = turn.party if turn is not None else _speaker(text, one.start)
    if party == "seller":
        return _of_seller(text, one, role, behind, named=turn is not None)
    if party == "buyer" and _TOO_LITTLE.match(behind) is not None:
        return "offered_by_seller"
    if party == "buyer" and _IN_ALL.match(behind) is not None:
        return "claimed"
    first = max(0, one.start - _LAST)
    if party == "buyer" and _COSTS.search(text, first, one.start) is not None:
        return "unknown"
    if party == "buyer" and role == "paid" and _WANTED_BACK.search(text, first, one.start):
        return "claimed"
    if party == "buyer" and role in ("unknown", "offered_by_seller", "offered_by_ae"):
        begin = turn.begin if turn is not None else max(0, one.start - _LAST)
        said = text[max(begin, one.start - _LAST) : one.end + len(behind)]
        return "claimed" if _ASKS.search(said) is not None else None
    if party == "aliexpress" and role in ("unknown", "claimed"):
        return "offered_by_ae"
    return None


def _of_seller(text: str, one: Sum, role: str, behind: str, *, named: bool) -> str | None:
    before = text[max(0, one.start - _LAST) : one.start].rpartition("\n")[2]
    clause = before[max(before.rfind(mark) for mark in "。!?、,.") + 1 :]
    if _MUST_PAY.match(behind) is not None:
        return "unknown" if role in ("claimed", "offered_by_seller") else None
    given = _BACK.match(behind) is not None
    if _LAST_PRICE.search(before) is not None:
        return "offered_by_seller"
    if not given and role != "refunded" and _NO_GIFT.search(clause) is not None:
        return "unknown"
    if role == "refunded" and _WILL.search(before) is not None:
        return "offered_by_seller"
    if role == "refunded" or (role == "paid" and not given) or _ASKED.search(before) is not None:
        return None
    if named or given or _GIVES.search(before) is not None or _GIVES.search(behind) is not None:
        return "offered_by_seller"
    return None


def _speaker(text: str, at: int) -> str | None:
    """Who says a line of a message that was copied without names."""
    begin = text.rfind("\n", 0, at) + 1
    if _SELLERS_WORDS.match(text, begin) is not None:
        return "seller"
    if not is_of_a_seller(text):
        return None
    stop = text.find("\n", at)
    line = text[begin : stop if stop >= 0 else len(text)]
    if _SELLER_SPEAKS.search(line) is not None:
        return "seller"
    return "buyer" if _BUYER_SPEAKS.search(line) is not None else None


_GREETING = Pattern(
    r"\s*(?:hello|hi|dear|こんにちは|親愛なる)[^\n]{0,12}(?:friend|友|dear|buyer|customer|お客様|バイヤー|買い手)"
)


def begins_as_a_seller(text: str) -> bool:
    """「こんにちは、友よ」: whether a folded text is a message that a seller has written."""
    return _GREETING.match(text) is not None and is_of_a_seller(text)


@lru_cache(maxsize=1)  # asked for each sum of a text
def is_of_a_seller(text: str) -> bool:
    """Whether a folded text is a seller's message, or a chat with one, and no mail or page."""
    return _OF_A_MAIL.search(text) is None and _SELLER_SPEAKS.search(text) is not None
