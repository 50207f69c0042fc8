"""The words around a sum that came back, or is on its way; each pattern is anchored at the sum."""

from handlers.reading.patterns import Pattern, any_of

# What came back: 「6,993円戻りました」.
BEHIND = Pattern(
    r"^(?: usd)? (?:has been |was )?refunded"
    r"|^(?: ?[a-z]{3})? ?(?:has|have|was|were)(?: been)?"
    r" (?:issued|sent|made|processed|returned|credited|refunded|completed)"
    r"|^ ?のマイナス"
    r"|^ ?[がは、]?[^。!?\n、円$]{0,8}(?:カード|口座|明細|paypal|ペイパル|ウォレット)[にへの]"
    r"[^。!?\n、]{0,4}(?:入金|着金|反映|マイナス)"
    r"(?:[。、!]|$|され(?:た|まし|て)|で|に|済)"
    r"|^ ?of (?:your|the) (?:payment|order)[^.!?\n]{0,40}(?:returned|refunded|paid back)|^ ?(?:を"
    r"|の|、)?(?:返金|入金|着金|振込|払い戻し)?(?:を|の|が)?(?:無事に?)?"
    r"(?:(?:口座|カード|明細|残高)(?:の[^。、!?\n]{1,3})?で)?確認(?:[。、!]|し|でき(?!な|ま?せん|ず)|$)"
    r"|^ ?(?:が|は|、|も)?(?:本日|昨日|今日|きのう|きょう|今朝|けさ|さっき|先ほど|先日|無事に?"
    r"|たしかに|確かに)+[^。!?\n、]{0,12}?(?:戻りま|戻った|戻って[いきま]|入りま|入った|入って[いたま]"
    r"|入金され|入金があ|振り?込まれ|返ってき|着金|反映され)(?!な|ま?せん|る)"
    r"|^ ?しか(?:入|戻|返|もど)って(?:い|き|こ|来)?(?:な|ま?せん|へん)"
    r"|^ ?(?!(?:で|を|も)?(?:払|買)[っう])(?:が|は|の返金が|を|だけ|のみ|分|も"
    r"|、無事|、ぜんぶ|、全部|、全額|、満額|、ちゃんと|、やっと"
    r"|、もう|もう)?"
    r"(?:(?!のに|お支払い)[^。!?\n、]){0,10}"
    + any_of(
        "しか[入戻返]って", "返金してもらえ",
        "(?:返|戻|かえ|もど)金?して(?:(?:くれ|もらえ|もらっ|いただけ)た(?!ら)|(?:くれ|もら[えい]|いただ[けき])まし)",
        "戻され", "もどってき", "入ってまし", "入って[たい]", "入りました", "入った", "入金あり",
        "返金済", "返金完了", "返金(?:きた|キタ|来た)", "入っと[るった]",
        "(?<=が)完了しま", "戻りま", "もどりま", "もどった", "マイナスにな",
        "戻ってきま",
        "返金(?:され|が(?:され|完了|届|あり))", "振り?込まれ", "入金され", "入金があ", "返ってき",
        "戻って[き来]", "戻った", "着金", "カードに戻", "受け取りました", "返って来",
    )
    + "(?!な|ま?せん|る)"
)  # fmt: skip
BEFORE = Pattern(
    r"(?:refund to be (?:paid|sent|made)|取り?消し?金額|返金[がは]?(?:き|来)(?:た|てた|まし)"
    r"|明細[^。!?\n]{0,12}-$|refunded|refund amount|refund complete|マイナス"
    r"|返金完了|返金済み?|入金済み?"
    r"|返金[はが]?され(?:て(?:い)?)?(?:た|ました)(?!ら|(?:けど|が|のに)、?(?:送料|手数料|関税))(?:額|金額|の)?"
    r"|(?:戻|返)って(?:き(?:た|てた|まし)|来(?:た|てた|まし)|い?た)(?:の|額|金額|お金)?|戻った(?:の|額|金額|お金)?"
    r"|(?:入|はい)って(?:い?た|きた)(?:の|額|金額)|(?:入った|振り?込まれた)(?:の|額|金額)|入金された(?:の|額|金額)|着金した(?:の|額|金額))[^。!?]{0,12}$"
)
# "JPY 820 for order … has been completed": longer than what is looked at behind a sum.
FOR_AN_ORDER = Pattern(
    r" for (?:your )?order \S{1,20} (?:has been|was|is) (?:completed|issued|sent)"
)
# 「内訳」, below it what went to the card and what became a coupon.
BREAKDOWN = Pattern(r"\n *(?:内訳|breakdown) *\n(?:[^\n。]{1,30}\n){0,4}[^\n。]{0,24}\Z")
# "JPY 3,861 of your payment of …": of a refund that is told of.
OF_THE_PAYMENT = Pattern(r" ?of (?:your|the) (?:payment|order)(?: of)? ?$")
LABEL = Pattern(
    r"返金(?:予定)?額?[はが:]?(?:は)?(?:(?![払支買])[^。!?\n]){0,4}$|refund amount[^。!?\n]{0,4}$"
)
