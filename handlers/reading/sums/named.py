"""Who is named beside a sum: before it, behind it, at the head of its line or of its card."""

from handlers.reading.patterns import Pattern, any_of

# Who may propose, in the words before an amount: the last one named is meant.
_SELLER = any_of(
    "セラー", "セーラー", "売り手", "売手", "売主", "販売者", "販売元", "出品者", "ショップ",
    "お店",
    r"店(?:が|は|の|側|から|より|:|、| ?\d)", "先方", "相手", "向こう", "seller", "vendor",
)  # fmt: skip
_ALIEXPRESS = r"(?:aliexpress|アリエク|アリババ|運営|(?<![a-z])ae(?![a-z]))"
_BUYER = any_of(
    "(?:こちら|こっち|うち|私|自分|あなた|(?:購入者|買い手|バイヤー|お客)(?:様|さま|さん)?)の"
    "ご?(?:請求|要求|提案|案|希望)",
    "my proposal", "your (?:last )?proposal", "your offer", "buyer(?:'s)? proposal",
)  # fmt: skip
PARTIES = Pattern(rf"(?P<seller>{_SELLER})|(?P<aliexpress>{_ALIEXPRESS})|(?P<buyer>{_BUYER})")
# … or behind it: 「$10戻すってさ。アリエクが」, a line 提案者:販売者.
_THE_SELLER = "セラー|セーラー|売り手|売主|販売者|出品者|ショップ|先方|店|seller"
BY_BEHIND = Pattern(
    rf"^[^。!?\n]{{0,34}}(?:と|って)(?:(?P<seller>{_THE_SELLER})|(?P<aliexpress>{_ALIEXPRESS}))"
    r"(?:が|に|から|の提案|の案|より)"
    rf"|^[^。!?\n]{{0,22}}(?:(?P<seller1>{_THE_SELLER})|(?P<aliexpress1>{_ALIEXPRESS}))"
    r"(?:から|が|の提案|の案|より)"
    rf"|^[^\n]{{0,20}}\n?提案者: ?(?:(?P<seller2>{_THE_SELLER})|(?P<aliexpress2>{_ALIEXPRESS}))"
    rf"|^[^\n]{{0,30}}[(](?:(?P<seller3>{_THE_SELLER})|(?P<aliexpress3>{_ALIEXPRESS}))[)]"
)
# 「どっちもAliExpressから」: whose the proposals are, said of all of them at once.
BY_ALL = Pattern(
    r"(?:どっち|どちら|両方|両案|2つ|ふたつ|いずれ|全部|3つ)(?:と)?も、?"
    rf"(?:(?P<seller>{_THE_SELLER}|出品者|向こう)|(?P<aliexpress>{_ALIEXPRESS}))(?:が|から|の|より)"
)
# 店が「千円でどや」, 店の「US $1.50 返す」: what is quoted of whom.
QUOTED_SELLER = Pattern(
    rf"(?:{_THE_SELLER}|向こう|相手|先方)(?:さん|側)?(?:[がはもの]|から|より)"
    r"[^。!?「」\n]{0,16}「[^。!?「」\n払買]{0,14}$"
)
# 「1000円でどう?」って売り手から
QUOTED_BEHIND = Pattern(
    rf" ?[^。!?「」\n]{{0,8}}[?!]?」(?:って|と)[^。!?\n]{{0,4}}(?:{_THE_SELLER})"
)
# 「取り下げたら3000円返す」: nobody but the seller says so.
_IF_WITHDRAWN = Pattern(
    r"(?:取り?下げ|取り?消|キャンセル|クローズ)[^。!?\n\d]{0,8}?(?:たら|れば)、?[^。!?\n\d]{0,4}$"
)
_PAYS = Pattern(r" ?(?:を|だけ)?(?:返す|払う|送る|送金する|戻す|あげる)")


_TO_END_IT = Pattern(r" ?,? (?:(?:and|if|then) )?(?:you |pls |please )(?:cancel|close)")
# 「向こうは500円って。」
_SAYS = Pattern(r" ?(?:だけ)?(?:って|と)(?:さ|よ|ね)?(?:[。!、\n]|$)")
_OF_THE_BOSS = Pattern(r"(?:boss|maximum|how about)[^.!?\n]{0,24}$")


def is_of_the_seller(before: str, behind: str) -> bool:
    """Whether a sum is what a seller promises, by what is quoted or asked for it."""
    if QUOTED_SELLER.search(before) or QUOTED_BEHIND.match(behind):
        return True
    if _SAYS.match(behind) and OF_THE_SELLER.search(before):
        return True
    if _TO_END_IT.match(behind) or _OF_THE_BOSS.search(before):
        return True
    return _PAYS.match(behind) is not None and _IF_WITHDRAWN.search(before) is not None


# 「セラーは…の一点張りで0円回答」
OF_THE_SELLER = Pattern(
    rf"(?:{_THE_SELLER}|向こう|先方)(?:さん|側)?[がは](?:(?!{_ALIEXPRESS})[^。!?\n]){{0,30}}$"
)
ANSWERED = Pattern(r" ?(?:の|という)?(?:回答|返答|返事|提示)(?!期限|待ち)")
_CARD_SELLER = "セラー|売り手|売主|販売者|出品者|ショップ|seller"
# The cards of a page: 「提案1(販売者): 返品なしで JPY 900」
CARD = Pattern(
    rf"(?:^|\n) *(?:提案|案|option|プラン) ?\d ?[( :]+(?:(?P<seller>{_CARD_SELLER})"
    r"|(?P<aliexpress>aliexpress|アリエク(?:スプレス)?|運営|ae)"
    r"|(?P<buyer>あなた|私|自分|購入者|買い手|バイヤー|you|buyer|me))(?![ぁ-んa-z])[^\n]*(?:\n[^\n\d]{0,24}){0,2}$"
)
# 「販売者の提案: 一部返金 …」, "Your request: full refund, …": what a line says that its sum is.
LINE_LABEL = Pattern(
    r"(?:^|\n|/|\|)[ ・■●。>*-]*(?:"
    r"(?P<seller>(?:(?:販売者|売り手|セラー|出品者|ショップ)様?(?:から)?の|(?:the )?seller(?:'s)? )"
    r"(?:[^\n:]{0,6}提案|解決案|解答|申し出|案|提供|オファー|proposal|offer|solution)"
    r"|(?:販売者|売り手|セラー|出品者|ショップ)様?(?:が|から)(?:の)?(?:ご?提示|ご?提案)(?:した|された|の)?[^\n:]{0,6}額)"
    r"|(?P<aliexpress>(?:aliexpress|アリエクスプレス|運営|ae)(?:の|(?:'s?)? )"
    r"(?:[^\n:]{0,6}提案|解決案|解決策|解答|案|proposal|solution)|our (?:proposal|solution))"
    r"|(?P<buyer>(?:あなた|お客様|買い手|私|ご自身|自分)の[^\n:]{0,6}(?:提案|リクエスト|要望|要求|希望|請求|申請(?:内容)?)|ご?請求額|ご希望"
    r"|申請した返金額|ご?申請額|(?:お客様|あなた|買い手)が(?:開始時に)?(?:ご?請求|ご?要求|ご?希望|申請|求め)(?:した|された|たもの)"
    r"|申請中の(?:返金|金額)(?:額)?|希望(?:返金)?額|異議の金額|(?:amount )?you disputed"
    r"|amount disputed|ご?希望(?:する|の)解決(?:方法|策)|(?:申请)?退款金额"
    r"|(?:your|my|buyer's) (?:request|proposal|claim|solution)"
    r"|(?:you )?requested(?: refund)?(?: amount)?"
    r"|refund requested|you ask(?:ed)? for)"
    r"|(?P<paid>お?支払い?(?:済み?)?(?:金額|総額|合計|額)|ご?注文(?:金額|総額)|paid"
    r"|(?:order|total|transaction) (?:total|paid|amount)|注文のお金|取引(?:金)?額"
    r"|元の(?:お)?支払い?額"
    r"|最大返金可能(?:な)?額|合計 ?\((?:お?支払い?済み?)\)))"
    r"(?:(?: \([^)\n]{1,12}\))?"
    r"[^\n:]{0,6}?(?: ?[:|] ?| {2,}| 、 | ?\.{3,} ?| (?=[¥$a-z]|\Z))[^\n:]{0,40}"
    r"| *\n[^\n:\d。]{0,14})\Z"
    # 「(2) お客様: 全額返金 …」
    r"|(?:^|\n) *\(\d\) ?(?:(?P<seller2>販売者|セラー|売り手|出品者|seller)"
    r"|(?P<aliexpress2>aliexpress|ae)"
    r"|(?P<buyer2>お客様|あなた|購入者|買い手|buyer|you)) ?:[^\n:\d]{0,20}\Z"
    # 「結果」, below it 「返金のみ JPY 0」
    r"|(?:^|\n) *(?P<judged>(?:最終的?な?)?結果|(?:final )?result|outcome"
    r"|返金決定額) ?(?:[ :]{1,3}|\n)[^\n:\d。]{0,16}\Z"
    # A table's row: "Seller's         JPY 2,200     No"
    r"|(?:^|\n) *(?:(?P<seller1>seller(?:'s)?|販売者|セラー)"
    r"|(?P<aliexpress1>aliexpress(?:'s?)?|ae)"
    r"|(?P<buyer1>yours?|you|mine|me|buyer(?:'s)?|お客様|あなた|購入者))(?: {2,}| ?\| ?)"
    r"[^\n:\d]{0,20}\Z"
)
