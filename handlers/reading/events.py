"""Events that start a clock: 昨日紛争を開いた, 判定が出た, 6月10日にPayPalで支払った.

The lengths are AliExpress' and the payment services' usual ones; a date on the buyer's own
screen goes before them. Card networks count 120 days, PayPal 180 from the payment.
"""

from handlers.reading.grammar import Length
from handlers.reading.patterns import Pattern

# Event: how its sentence looks. The first row that matches names it.
_EVENTS: tuple[tuple[str, str], ...] = (
    ("return_judged",
        r"返品(?:返金)?(?:が|を|に|で|と|の)?(?:判定|決ま|決定|認め|承認|なっ|確定|案)"
        r"|return (?:goods )?(?:judged|approved)"),
    ("opened",
        r"(?:紛争|申し?立て?|異議|争議|dispute|オープン紛争).{0,8}"
        r"(?:開[い始]|開け(?!る|ます|ら|な|れ)|ひらい|起こ"
        r"|出し|提起|申請|始め|立て|オープン|スタート|した|しまし|opened)|(?:dispute"
        r"|case) (?:was )?opened|opened (?:a|the|my) dispute|(?:提起|開始)(?:日|した|しまし"
        r"|から|後)"
        r"|開いた(?:の|日)"),
    ("completed",
        r"受[け]?取り?(?:確認|完了|済)|注文(?:が|は)?(?:自動)?(?:で|的に)?完了|自動完了"
        r"|完了(?:日|に|した|しまし|済)|受領確認|confirmed receipt|order completed"),
    ("judged",
        r"判定(?:日)?(?:[はが:、]|され|から|後|より)|(?:判定|裁定|決定|解決案|ae(?:の|から)?提案"
        r"|運営(?:の|から)?提案|aliexpress(?:の"
        r"|から)?の?提案|aliexpress.{0,6}提案).{0,8}(?:出|来|届|下|さ?れ|あり|もら|受け)"
        r"|judge?ment"),
    ("paid", r"支払|決済|払[いっ]|paypal|ペイパル|入金し|payment|paid"),
    ("expected",
        r"(?:到着|配達|お?届け|配送)(?:の)?(?:予定|見込|期限)|estimated delivery|届くはず"
        r"|届く予定"),
    ("ordered", r"注文|購入|買[っい]|ポチ|発注|order"),
    ("shipped", r"発送|出荷|投函|ship"),
    ("received", r"届い|到着|受け取[っりれ]|受取|受領|着い|配達|delivered|received"),
)  # fmt: skip
_COMPILED = tuple((name, Pattern(pattern)) for name, pattern in _EVENTS)

# Event: the kind of deadline it starts, and after how long.
CLOCKS: dict[str, tuple[str, Length]] = {
    "opened": ("seller_response", Length(days=5)),
    "judged": ("accept_decline", Length(days=3)),
    "completed": ("open_until", Length(days=15)),
    "return_judged": ("return_ship", Length(days=10)),
}
PAYPAL = ("paypal_open", Length(days=180))
CARD = ("card_chargeback", Length(days=120))

# 「発送から11日目」「開いてから5日以内」: which event a length counts from.
_COUNTED_FROM = Pattern(
    r"(?:日|時|完了|後|てから|た日|して|た時点|された?日|いて|けて|判定|提起|開始|発送|注文"
    r"|到着|受領|支払い?|購入|認|予定日)?(?:から|より|の翌日から|後|、)[ 、約]{0,2}$"
)


def event_in(clause: str) -> str | None:
    """The event a clause tells of, or None."""
    for name, pattern in _COMPILED:
        if pattern.search(clause):
            return name
    return None


def counted_from(before: str) -> str | None:
    """The event that a length right behind these words counts from, or None."""
    if not _COUNTED_FROM.search(before):
        return None
    return event_in(before)
