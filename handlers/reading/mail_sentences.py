"""Who offers, asks for or pays a sum in a mail's prose, by the topic of the sentence.

「AliExpressは、お客様が14,688円の返金をお受けになることをご提案いたします」: the words beside the
sum are the buyer's, the offer is AliExpress'. Only mails are as polite as that; what people type
themselves is read by the words around a sum.
"""

from handlers.reading.patterns import Pattern

_TOPIC = Pattern(
    r"(?:(?P<seller>販売者|売り手|セラー|出品者)|(?P<aliexpress>aliexpress|当社|弊社)"
    r"|(?P<buyer>お客様|あなた様?|購入者|買い手|私|こちら|当方))(?:様|さん|チーム|側)?(?:は|より|からは?|として(?:は|も)?|といたしまして(?:は|も)?)"
)
_POLITE = r"[^。、!?\n]{0,4}(?:いたし|致し|おり|なさ|され|くださ|ござ|申し上げ|になり)(?!い?ません)"
_OFFERS = Pattern(
    rf"(?:ご?提案|提示|申し出|打診)(?:を|して)?{_POLITE}|(?:希望|承諾|同意)(?:して|を)?おり"
    r"|引き上げ|返金(?:する|させていただく)(?:こと)?(?:に同意|を申し出|と(?:提案|回答))"
)
_CLAIMS = Pattern(rf"(?:ご?要求|ご?請求|ご?希望|ご?申請|求め)(?:を|て|して)?{_POLITE}")
# 「63.21ドルの返金手続きを開始しております」, 「2,760円を、お支払い方法へ返金いたします」
_PAYS_BACK = Pattern(
    r" ?の(?:ご?返金|払い戻し)の?(?:お?手続き|処理)?(?:を|が|に)?"
    r"[^。、!?\n]{0,12}(?:開始|完了|入ら|入り|進め|送信|送金)"
    r"|を、?[^。!?\n]{0,30}(?:へ|に)(?:ご?返金|払い戻し|お?戻し)(?:いた|致|し(?:ま|た))"
    r"|の(?:ご?返金|払い戻し)は、?[^。、!?\n]{0,18}処理"
    r"|は、?[^。、!?\n]{0,12}(?:処理され|提出され|振り込まれ)"
    r"|(?: back)? to your (?:card|bank|paypal|account|original)"
)
_MAY_NEVER_BE = Pattern(r"場合|とき|際に|[れけせてえべめねげ]ば、|たら、")
# Hardly a text that people type holds one of these.
_OFFERING = Pattern("提案|提示|申し出|打診|引き上げ|ており|返金する")
_ENDS = "。!?\n"
_FARTHEST = 120
_SHORTEST = 16  # 「当社は返金をご提案いたします」
_OFFERED = {"seller": "offered_by_seller", "aliexpress": "offered_by_ae"}


def role_in_sentence(text: str, start: int, end: int) -> str | None:
    """The role of the sum at a span of a folded text, if its sentence tells it politely."""
    begin, until = _sentence(text, start, end)
    if _PAYS_BACK.match(text, end, until) and _MAY_NEVER_BE.search(text, begin, until) is None:
        return "refunded"
    topics = [*_TOPIC.finditer(text, begin, start)]
    if not topics:
        return None
    who = topics[-1].lastgroup or ""
    other = _TOPIC.search(text, end, until)
    until = other.start() if other else until
    if who == "buyer":
        return "claimed" if _CLAIMS.search(text, end, until) else None
    return _OFFERED[who] if _OFFERS.search(text, end, until) else None


def have_proposed(text: str) -> set[str]:
    """Who proposes something now, by the polite sentences of a folded text."""
    found: set[str] = set()
    if len(text) < _SHORTEST or _OFFERING.search(text) is None:
        return found
    for topic in _TOPIC.finditer(text):
        begin, until = _sentence(text, *topic.span())
        offers = _OFFERS.search(text, topic.end(), until) is not None
        if offers and _MAY_NEVER_BE.search(text, begin, until) is None:
            found.add(topic.lastgroup or "")
    return found


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a span begins and ends, as far as it is of interest."""
    begin, until = max(0, start - _FARTHEST), min(len(text), end + _FARTHEST)
    for mark in _ENDS:
        begin = max(begin, text.rfind(mark, begin, start) + 1)
        stop = text.find(mark, end, until)
        until = stop if stop >= 0 else until
    return begin, until
