"""Events that start a clock: 昨日紛争を開いた, 判定が出た, 6月10日にPayPalで支払った.

The lengths are AliExpress' and the payment services' usual ones; a date on the buyer's own
screen goes before them. Card networks count 120 days, PayPal 180 from the payment.
"""

from handlers.reading.grammar import Length
from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.tables import Table
from handlers.reading.mail_sections import is_in_lines
from handlers.reading.patterns import Pattern, any_of

# Event: what its clause says. The first row that matches names it.
_EVENTS = Table("events")

# What has come after the opening: the five days for the seller's answer are over.
_ANSWERED = Table("answered", Look.SELDOM)

# Event: the usual length that counts from it where a text names that length.
USUAL = {"ended": Length(days=7), "proposed": Length(days=3)}

# Event: the kind of deadline it starts, and after how long; the furthest on goes first.
CLOCKS: dict[str, tuple[str, Length]] = {
    "return_judged": ("return_ship", Length(days=10)),
    "judged": ("accept_decline", Length(days=3)),
    "opened": ("seller_response", Length(days=5)),
    "completed": ("open_until", Length(days=15)),
}
OPENS = ("open_from", Length(days=11))
ESCALATE = ("paypal_escalate", Length(days=20))
PAYPAL = ("paypal_open", Length(days=180))
CARD = ("card_chargeback", Length(days=120))

# What the clocks of PayPal and of the cards count from, the best first.
PAYMENTS = ("expected", "paid", "ordered")

# 「発送から11日目」「開いてから5日以内」: which event a length counts from.
_COUNTED_FROM = Pattern(
    r"(?:日|時|完了|後|てから|た日|して|た時点|された?日|いて|けて|判定|提起|開始|発送|注文"
    r"|到着|受領|支払い?|購入|認|予定日)?"
    r"(?:から|より|の翌日から|後|、|(?<=[しいけっれ])て|(?<=日)の)[ 、約]{0,2}$"
)


def names_any(text: str) -> bool:
    """Whether words of any event stand in a folded text at all."""
    return _EVENTS.may_be_in(text)


def event_in(text: str, clause: tuple[int, int] | None = None) -> str | None:
    """The event that a folded text, or one clause of it, tells of; or None."""
    return _EVENTS.first(text, clause)


_JUST_NOW = Pattern(
    r"(?:(?:紛争|申し?立て|異議|クレーム)[をはも、 ]{0,2})?"
    r"(?P<word>さっき|先ほど|さきほど|ついさっき|今しがた|たった今|ただいま|今さっき"
    r"|今(?=開|出し|起こし|申|紛争)|いま(?=開|出し|起こし|申|紛争))(?!まで)[^。!?\n]{0,24}"
)


def just_now(text: str) -> tuple[tuple[int, int], str] | None:
    """Where a folded text tells of what was done a moment ago, and the event; or None."""
    found = _JUST_NOW.search(text) if names_any(text) else None
    event = event_in(text, found.span()) if found else None
    return (found.span("word"), event) if found and event else None


def a_moment_ago(text: str) -> tuple[int, int] | None:
    """Where a folded text tells that something was done a moment ago; or None."""
    found = _JUST_NOW.search(text)
    return found.span("word") if found is not None else None


_DID_IT = Pattern(r"(?:した|しま?った|やった)の[はが]?[ 、]?$")


def did_it(before: str) -> bool:
    """「したのは6月3日」 tells the day of what was told before."""
    return _DID_IT.search(before) is not None


def is_answered(text: str) -> bool:
    """Whether a folded text tells that the seller has answered the dispute already."""
    return _ANSWERED.first(text) is not None


_OVER = Pattern(
    r"返金完了|返金(?:の?お?手続き)?が(?:すべて)?完了(?!した(?:ら|場合)|次第|する)|返金済み\n"
    r"|refund (?:started|complete|issued)|dispute (?:finished|(?:(?:has been|is now|was) )?closed)"
    r"|appeal result|dispute (?:was |has been )?cancell?ed|紛争は(?:、?)取り消され|紛争キャンセル"
    r"|紛争をキャンセルしまし|(?:申し?立て|異議申し?立て|紛争|争議)は(?:すでに|既に)?終了しました"
)


def is_over(text: str) -> bool:
    """Whether a page tells that the dispute has ended, or that the money is on its way."""
    return is_in_lines(text) and _OVER.search(text) is not None


# 「送り返す期限って判定から何日?判定は5月2日に出た」
_WHEN_TO_SEND = Pattern(
    r"(?:送り返|返[送品])[^。、!?\n]{0,12}(?:判定|決定|裁定)(?:日|の日)?(?:から|の?後)[^。、!?\n]{0,4}"
    r"(?:何日|いつまで)"
    r"|(?<!\d)10 ?(?:days?|日)[^。.、!?\n]{0,6}(?: to (?:send|ship|return)"
    r"|以内に(?:返送|返品|送り返))"
    r"|buyer (?:ships|sends|returns) (?:the )?(?:goods|items?|product)"
)


_SENT_BACK = Pattern(
    r"返品センター(?:に|へ)?(?:到着|届)|お客様が発送|返[品送](?:品|商品)?を?受(?:け取|領)りまし|検品"
    r"|return (?:received|has arrived)|received (?:your|the) return"
)


def is_sent_back(text: str) -> bool:
    """Whether a page tells that the goods are on their way back, or there."""
    return is_in_lines(text) and _SENT_BACK.search(text) is not None


def also_a_return(text: str) -> bool:
    """Whether the judgement that a folded text tells of is one to send the goods back."""
    return "return_judged" in _EVENTS.all(text) or _WHEN_TO_SEND.search(text) is not None


def counted_from(text: str, label: tuple[int, int]) -> str | None:
    """The event that a length right behind the words of a span counts from, or None."""
    if not _COUNTED_FROM.search(text[label[0] : label[1]]):
        return None
    return event_in(text, label)


# "within 10 days from the judgement date"
_OF_AN_EVENT = Pattern(
    r" (?:(?:of|from|after|since) |(?<=after )|(?<=from )|(?<=of ))"
    r"(?:the |your )?[a-z]+(?: [a-z]+){0,3}"
)


def counted_from_behind(text: str, start: int, end: int) -> str | None:
    """The event that an English length counts from, which the words behind it name."""
    found = _OF_AN_EVENT.match(text, start, end)
    return event_in(text, found.span()) if found is not None else None


_CARDS = (
    "カード",
    "チャージバック",
    "クレカ",
    "クレジット",
    "chargeback",
    "visa",
    "jcb",
    "master",
    "マスター",
    "amex",
    "アメックス",
)
_CLAIMS = Pattern(
    r"チャージバック(?![^。\n]{0,4}が?認められ)|異議|クレーム|180|120|調査|申し出|申し立て|問題解決|書類|resolution|chargeback"
    r"|disput|claim|いつまで|期限"
)
_EXTERNAL = Pattern(any_of("paypal", "ペイパル", "ぺいぱる", *_CARDS))


def external_clock(text: str) -> tuple[str, Length] | None:
    """The clock of PayPal or of the card company that a folded text speaks of, or None."""
    if _EXTERNAL.search(text) is None:
        return None
    if is_in_lines(text) and _CLAIMS.search(text) is None:
        return None  # a page or a notice that only tells how was paid
    if "paypal" in text or "ペイパル" in text or "ぺいぱる" in text:
        return PAYPAL
    if any(word in _OTHER_CARDS.sub("", text) for word in _CARDS):
        return CARD if _NO_CARD.search(text) is None else None
    return None


# Cards that nobody pays with: those of a page, of a camera, of a phone.
_OTHER_CARDS = Pattern(
    r"(?:注文|商品|提案|ギフト|メモリー?|sd|sim|グラフィック|バースデー|トレーディング|トレ|ポイント)カード"
)
# Not paid by card; or a card company's own message, that money came back.
_NO_CARD = Pattern(
    r"売上取り?消し|返金(?:って|は|が)?、?(?:いつ|何日|どれ)|返金(?:データ|のお知らせ)"
    r"|返金[はがも]?(?:(?:カード|明細|クレカ)に(?:載|の[るっ]|入|反映)|カードの締め)"
    r"|(?:カード|クレカ)(?:払い|決済)?(?:(?:じゃ|では?|や)な[いく]|は(?:使っ|持っ)て(?:い)?な)"
)
_SHORT = 30  # what names PayPal and a day of payment in so few words means its clock
_PAYMENT = Pattern(r"取引日|払[いっ]|決済|支払|引き?落とし|ご?利用日|paid|payment")
_ABOUT_EXTERNAL = Pattern(
    r"チャージバック|異議|問題解決|間に合|いつまで|期限|期日|締|最終|180|120|申請|申し出|入れ(?:と|て)|登録|控え|追加|セット|通知|リマインド|リミット"
    r"|取り返|取り戻|に(?:は)?(?:まだ)?言え(?:ま|る)|(?:そっち|そちら|(?:paypal|ペイパル)に頼)[^。!?\n]{0,14}(?:返|戻|申)"
    r"|払ったの|(?:支払日|決済日|購入日|利用日)[ ▒]*\d|(?:払い|決済|支払|払った日"
    r"|支払日)[はが:]|決済した日|(?:払い|決済)$|文句|届くはず|到着予定|届く予定"
)


def is_payment(text: str, clause: tuple[int, int]) -> bool:
    """Whether a clause of a text tells of a payment."""
    return _PAYMENT.search(text, *clause) is not None


def is_about_external(text: str) -> bool:
    """Whether a text that names PayPal or a card speaks of their clocks at all."""
    return len(text) <= _SHORT or _ABOUT_EXTERNAL.search(text) is not None


_TRANSACTION = Pattern(r"取引の?(?:詳細|id)|transaction (?:details?|id)|領収|受領書|payment sent")
_DECIDED = Pattern(
    r"case (?:has been |was )?closed|ケースは?終了|in your favou?r|有利な決定|審査が完了"
)


def is_transaction(text: str) -> bool:
    """Whether a page of PayPal's tells of one payment, the day of which stands first on it."""
    return (
        is_in_lines(text)
        and _TRANSACTION.search(text) is not None
        and _DECIDED.search(text) is None
    )


_AT_PAYPAL = Pattern(
    r"(?:paypal|ペイパル|ぺいぱる)[^。!?\n]{0,24}(?:異議|紛争|問題解決|申し?立)"
    r"(?![^。、!?\n]{0,6}(?:して(?:い)?な|まだ|してませ|していませ))"
)


def opened_at_paypal(text: str) -> bool:
    """Whether the dispute that a folded text speaks of was opened at PayPal."""
    return _AT_PAYPAL.search(text) is not None
