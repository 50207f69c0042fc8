"""What each amount of a text is: claimed, paid, offered, judged or refunded.

The words right around an amount decide; the price of the goods is "paid", what the buyer wants
back "claimed", and a proposal's amount belongs to whoever proposes.
"""

import re

from handlers.reading.model import Amount
from handlers.reading.money import Sum
from handlers.reading.parties import ALIEXPRESS, SELLER
from handlers.reading.patterns import Pattern

_BREAK = Pattern(r"[。!?\n]")
_PAID_BEHIND = Pattern(
    r"^ ?(?:で|も|を|の)?(?:、)?(?:購入|買[いっわ]|支払|払[いっ]|注文|決済|(?<!で)した|の(?:商品"
    r"|品|もの|物|靴|服|注文|ケース|買い物)|だった(?:商品|の)|の[^。、]{1,10}(?:を(?:買"
    r"|購入|注文)|が届))"
)
_PAID_BEFORE = Pattern(
    r"(?:購入(?:した|額|金額|価格|代金)|支払(?:い|った|額|い額|金額|総額)?|支払い?総?額"
    r"|代金|値段|価格|注文(?:額|金額|した)|合計|商品代|買った|払った|単価|total|paid|price"
    r"|payment|order amount|お支払い?(?:金額)?|定価"
    r"|(?<!返)(?<!提案の)(?<!提案)(?<!オファー)金額|\d(?:個|点|枚|本|足|台|着"
    r"|セット)(?:で|合計|分))[^。!?\n]{0,12}$"
)
_CLAIMED_BEHIND = Pattern(
    r"^ ?(?:、)?(?:の|を|分の|分を|全額の?|満額の?)*(?:の|を)?(?:全額|満額|一部)?(?:の"
    r"|を)?(?:返金|返して|返却)?(?:を)?[^。!?\n、]{0,6}(?:希望|要求|請求|求め|して(?:ほしい"
    r"|欲しい|もらいたい|ください|下さい)|返して(?:ほしい|欲しい|もらいたい|ください)"
    r"|お願い|で(?:紛争(?!(?:が|を|は)?(?:終|閉|クローズ))|申し?立て|申請|提起)|したい|申請|取り返|取り戻)"
)
_CLAIMED_BEFORE = Pattern(
    r"(?:要求額?|請求額?|希望額?|希望(?:返金額|金額)|私の提案|my proposal"
    r"|返してほしい(?:金額|額|の)|claim(?:ed)?|求めている(?:の|額)"
    r"|request(?:ed)?)[^。!?]{0,14}$"
)
_REFUNDED_BEHIND = Pattern(
    r"^ ?(?:が|は|の返金が|を|だけ|のみ|分)?[^。!?\n、]{0,6}(?:返金(?:され|が(?:され|完了"
    r"|届|あり))|振り込まれ|振込まれ|入金され|入金があ|返ってき|戻って(?:き|来)|戻った"
    r"|戻りました|着金|カードに戻|受け取りました|返って来)(?!な|ま?せん|る)"
)
_REFUNDED_BEFORE = Pattern(
    r"(?:refunded|refund amount|refund complete|返金完了|返金済み?|返金された(?:額|金額"
    r"|の)?)[^。!?]{0,12}$"
)
_OFFERED_BEHIND = Pattern(
    r"^ ?(?:、)?(?:の|を|だけ|しか|のみ|なら|で|返金|一部|と|分|全額|返すから"
    r"|返す)*[^。!?\n、]{0,8}(?:提案|オファー|と言[わっい]|って言|提示|持ちかけ|だけ|しか"
    r"|のみ|でどう|で(?:解決|手を打|妥協|我慢|納得|合意)|と(?:の|いう)?(?:回答|返答|返事)"
    r"|と書|と来|ときた|返す(?:から|と|ので)|の案|払う|[をで](?:承認|受け入れ))"
)
_OFFERED_BEFORE = Pattern(
    r"(?:提案|refund only|partial refund|full refund|option ?\d?|proposal|返金のみ|一部返金"
    r"|オファー|回答|返答|提示|offer|solution|返金(?!額))[^。!?]{0,12}$"
)
_JUDGED_BEFORE = Pattern(r"(?:判定|裁定|judge?ment|結果|最終|決定|判断)[^。!?]{0,26}$")
_JUDGED_BEHIND = Pattern(
    r"^ ?(?:の|と|で|という|との)?(?:全額|一部)?(?:返金)?(?:の|と|で|という|との|紛争が?)*(?:判定"
    r"|裁定|決定|判断|結果|終了|閉じ|クローズ|終わ)"
)


# Right beside an amount: the buyer's own demand, where there is one.
_DEMAND_BEFORE = Pattern(
    r"(?:返金|返品|返して|要求|希望|refund)(?:額|のみ|だけ)?(?: ?[:は、を]| =)?[ 「『]?$"
)
_DEMAND_BEHIND = Pattern(
    r"^ ?(?:の|を|、|くらい|ぐらい|ほど|だけでも|でも)*(?:全額|満額|一部|半額)?返(?:金|し|還)"
)


def roles_of(
    text: str, sums: list[Sum], proposer: str | None, demand: str | None = None
) -> tuple[Amount, ...]:
    """The amounts with their roles, the same amount in the same role only once.

    ``demand`` is what the buyer asks for: a sum right beside the words of a demand, or the only
    sum of the text, is then the one that is claimed.
    """
    amounts: dict[tuple[str, str], str] = {}
    finished = "dispute finished" in text or "紛争終了" in text
    judged = "判定" in text or "judg" in text
    ends = [0, *(one.end for one in sums)]
    for place, one in enumerate(sums):
        before = _clause_before(text[max(ends[place], one.start - 34) : one.start])
        until = sums[place + 1].start if place + 1 < len(sums) else len(text)
        behind = text[one.end : min(until, one.end + 28)]
        role = _role(before, behind, proposer, finished=finished, judged=judged)
        if role == "unknown" and demand is not None and _is_claimed(before, behind, len(sums)):
            role = "claimed"
        if role == "claimed" and one.value == "0":
            role = "unknown"
        key = (one.value, one.currency)
        if amounts.get(key, "unknown") == "unknown":
            amounts[key] = role
    return tuple(Amount(value, currency, role) for (value, currency), role in amounts.items())


def _is_claimed(before: str, behind: str, sums: int) -> bool:
    return (
        sums == 1
        or _DEMAND_BEFORE.search(before) is not None
        or _DEMAND_BEHIND.search(behind) is not None
    )


def _clause_before(text: str) -> str:
    """Labels may stand on the line above their value, sentences end."""
    breaks = [m.end() for m in re.finditer(r"[。!?]", text)]
    return text[breaks[-1] :] if breaks else text


def _role(before: str, behind: str, proposer: str | None, *, finished: bool, judged: bool) -> str:
    stop = _BREAK.search(behind)
    behind = behind[: stop.start()] if stop else behind
    before = before.rstrip(' :「『"\n、はがの')
    if _REFUNDED_BEHIND.search(behind) or _REFUNDED_BEFORE.search(before):
        return "refunded"
    if _CLAIMED_BEHIND.search(behind):
        # 「支払ったのは6,993円、全額返金を求めています」: its own label goes before.
        return "paid" if "、" in behind[:2] and _PAID_BEFORE.search(before) else "claimed"
    if _JUDGED_BEHIND.search(behind) or _JUDGED_BEFORE.search(before):
        return "judged"
    if _OFFERED_BEHIND.search(behind):
        return _offer(before, proposer, finished=finished)
    if _CLAIMED_BEFORE.search(before):
        return "claimed"
    if _PAID_BEHIND.search(behind):
        return "paid"
    if _PAID_BEFORE.search(before):
        return "paid"
    if _OFFERED_BEFORE.search(before):
        return _offer(before, proposer, finished=finished)
    if re.search(r"返金額[^。!?\n]{0,4}$", before):
        return "judged" if finished or judged else _offer(before, proposer, finished=finished)
    return "unknown"


def _offer(before: str, proposer: str | None, *, finished: bool) -> str:
    if re.search(ALIEXPRESS, before) and not re.search(SELLER, before):
        return "offered_by_ae"
    if re.search(SELLER, before):
        return "offered_by_seller"
    if proposer == "buyer":
        return "claimed"
    if before.endswith(("refund only", "返金のみ")) and finished:
        return "judged"
    return (
        "offered_by_ae"
        if proposer == "aliexpress"
        else "offered_by_seller"
        if proposer
        else "unknown"
    )
