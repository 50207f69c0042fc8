"""The words around an amount that tell what it is; each pattern is anchored at the amount."""

from handlers.reading.patterns import Pattern, any_of

BREAK = Pattern(r"[。!?\n]")

# 「1万2千円払ったのに」
# … or 「7,800円の服に対して」
PAID_AT_ONCE = Pattern(
    r"^ ?[もでを]?(?:支?払[っう]|買[っう])[たてと](?!(?:ほ|欲|く|下|も))"
    r"|^ ?(?:の[^。、!?\n返案提]{1,6})?に対し"
)
# The price: 「6,993円で買った」, 「8,900円のうち」, 「6,993円のケース」 (but not 「…円の返金」).
_NO_GOODS = any_of(
    "返", "一部", "部分", "全額", "満額", "半", "差額", "案", "提案", "判定", "裁定", "オファー",
    "回答", "提示", "うち", "支払い義務", "請求", "まま", "方", "で", "が", "は", "を", "約束",
    "はず", "ところ", "戻り", "戻し", "お返し", "補償", "クーポン", "割引", "値引", "送料",
    "手数料", "案件",
)  # fmt: skip
PAID_BEHIND = Pattern(
    r"^ ?(?:(?:that )?(?:you|i)(?: have|'ve)? )?paid(?! (?:back|out|to you))"
    r"|^ ?(?:も(?:余計に|余分に)?払|(?:の)?(?:うち(?!、)|中(?=\d|、|$))"
    + rf"|の(?!{_NO_GOODS})[ァ-ヶー一-龠a-z]|[でもをの]?、?"
    + any_of(
        "購入", "買[いっわう]", "お?支払", "払[いっう]", "注文", "決済", "(?<!で)した",
        "する(?:の(?:に|だ|で)|んだ|んです|やつ|もの|物|くせ)",
        "(?<=も)(?:出|だ)し(?:た(?!ら)|て(?![きくほ欲も])|まし)",
        "(?<=も)かけ(?:た(?!ら)|て)", "使っ(?:た|て)", "(?<=も)(?:取|と)られ", "つぎ込", "費やし",
        "の(?:商品|品|もの|物|靴|服|注文|ケース|買い物)", "だった(?:商品|の)",
        "の[^。、]{1,10}(?:を(?:買|購入|注文)|が届)",
    )
    + ")"
)  # fmt: skip
# 「3,200円の半分でも返ってくれば」
OF_THE_PRICE = Pattern(r" ?の(?:うち|せめて)?、?(?:半額|半分|[1-9]割|\d{1,2} ?%|3分の)")
PAID_BEFORE = Pattern(
    any_of(
        "購入(?:した|額|金額|価格|代金)", "支払(?:い|った|額|い額|金額|総額)?", "支払い?総?額",
        "(?<![a-zァ-ヶ一-龠])元は", "元値[はが]?",
        "代金", "値段", "価格", "注文(?:額|金額|した)", "合計", "商品代", "買った", "払った",
        "単価", "利用明細", "払うた", "買うた", "total", "paid", "price", "payment", "order amount",
        "お支払い?(?:金額)?", "定価", "(?<!返金)取引(?:金)?額", "ご?利用(?:金)?額",
        "(?<!返)(?<!提案の)(?<!提案)(?<!オファー)金額", "品代", "商品代金?", "本体", "商品$",
        "商品は", "買値", "お値段", r"\d(?:個|点|枚|本|足|台|着|セット)(?:で|合計|分)",
        "でのご利用",
        r"(?:merchant|paid to) ?:[^。!?]{0,24}amount",
    )
    + r"[^。!?\n]{0,12}$"
)  # fmt: skip
# 「ウェーダー(9,200円)」: the price of what is named right before.
PRICED = Pattern(
    r"[ァ-ヶー一-龠ぁ-んa-z0-9」)](?<![返案額定分割金則])[(](?:[^()]{0,14}[、,・ ])?"
    r"(?:計|合計|合わせて|約|全部で)?[ ]?$"
)
# 「4,000円返金(支払 5,000円)」: a label of its own, behind a break.
PAID_LABEL = Pattern(
    r"[(、,/・。\n](?:お?支払い?(?:額|金額|総額)?|購入(?:額|金額|価格)"
    r"|商品代金?|代金|買値|元値)[ :は]{0,2}$"
)
# 「ドローン12,800円。」: the goods and their price, before all else is told.
GOODS_BEFORE = Pattern(
    r"(?:^|[。\n])(?![^。\n]*(?:返|全額|半額|請求|要求|希望|案|判定|裁定|セラー|差額|送料|結果|合計"
    r"|クーポン))[ァ-ヶー一-龠a-z0-9・]{2,14}[ 、]?$"
)
PRICE_BEHIND = Pattern(r" ?(?:も?(?:でした|です|だった|した|しました))?(?:[。、,]|\n)")
# 「…動きません。5,980円でした」: the price, told at the end.
AT_THE_END = Pattern(
    r" ?(?:くらい|ぐらい|ほど)?(?:です|でした|だった|も?しました"
    r"|も?した)?[^ぁ-んァ-ヶ一-龠a-z0-9]*$"
    r"| ?(?:だった|やった|でした)(?:けど|のに|が、|んだけど|んですけど|んやけど)"
)

# What the buyer wants back: 「6,993円の返金を希望」, 「3,000円に下げて」, 「5,000円返して」.
_OF_THE_SUM = (
    r"^ ?、?(?:の|を|分の|分を|全額の?|満額の?)*[のを]?(?:全額|満額|一部)?[のを]?(?:部分)?"
    r"(?:返金|返して|返却|返して?ください|かえして|戻して)?[をで]?[^。!?\n、]{0,6}"
)
CLAIMED_BEHIND = Pattern(
    r"^ ?(?:で出して|[でをと]入力|すべてを(?:欲し|望)"
    r"|[にへ](?:下げ|上げ|直し|編集|変更|書き|し(?:た|まし|て)))|"
    + _OF_THE_SUM
    + any_of(
        "ていただ(?:け|き)(?:れば|ましたら)", "てもらえ(?:れば|たら)",
        "構いませ", "かまいませ", "いいです",
        "で(?:いい|ええ)(?:から|ので|し|んで)", "よし",
        "結構",
        "十分です", "いいや", "返せ", "かえせ", "よこせ", "勘弁", "もらって(?:終|解決)",
        "だけもらって", "返してもら[うい](?!まし)",
        "戻してもら[うい](?!まし)", "(?:じゃ|で)(?:ないと|なきゃ|なければ|なけりゃ)",
        "以外(?:は|なら)?(?:認め|受け|嫌|いや|イヤ|納得|のま|飲ま|応じ|お断り|無理)",
        "返って(?:くれば|くると嬉|くるといい|くればいい)", "希望", "要求", "請求",
        "求め", "して(?:ほしい|欲しい|もらいたい|ください|下さい)",
        "(?:返|かえ|戻)して(?:ほし|欲し|もらい(?!まし)|くだ|くれ(?!た(?!ら)|まし|て|は)|よ|ね|$|[。、!~ー〜])",
        "お願い",
        "申し?立て", "申立", "(?:満額|全額)で(?:$|[。、])",
        "で(?:紛争(?![がをは]?(?:終|閉|クローズ))|申し?立て|申請|提起)", "したい", "申請",
        "取り返", "取り戻",
    )
)  # fmt: skip
CLAIMED_BEFORE = Pattern(
    any_of(
        "(?:異議|申し?立て?)の?金額", "要求額?", "請求額?", "希望額?",
        "希望(?:返金額|金額)", "私の提案", "my proposal",
        "返してほしい(?:金額|額|の)", "claim(?:ed)?", "求めている[の額]", "request(?:ed)?",
        "(?:please|kindly) (?:refund|return|give|pay)", "ask(?:ing)? for",
        "i (?:would like|want|demand)",
    )
    + r"[^。!?]{0,20}$|申請(?:額|金額|した(?:額|金額|の))?$"
)  # fmt: skip
# Right beside an amount: the buyer's own demand, where there is one.
DEMAND_BEFORE = Pattern(
    r"(?:返金|返品|返して|要求|希望|refund)(?:額|のみ|だけ)?(?: ?[:は、を]| =)?[ 「『]?$"
)
DEMAND_BEHIND = Pattern(
    r"^ ?(?:の|を|、|くらい|ぐらい|ほど|だけでも|でも)*(?:全額|満額|一部|半額)?返(?:金|し|還)"
)

# What came back: 「6,993円戻りました」.
REFUNDED_BEHIND = Pattern(
    r"^ ?(?:を|の|、)?(?:返金|入金|着金|振込|払い戻し)?(?:を|の|が)?(?:無事に?)?"
    r"(?:(?:口座|カード|明細|残高)(?:の[^。、!?\n]{1,3})?で)?確認(?:[。、!]|し|でき(?!な|ま?せん|ず)|$)"
    r"|^ ?(?:が|は|、|も)?(?:本日|昨日|今日|きのう|きょう|今朝|けさ|さっき|先ほど|先日|無事に?"
    r"|たしかに|確かに)+[^。!?\n、]{0,12}?(?:戻りま|戻った|戻って[いきま]|入りま|入った|入って[いたま]"
    r"|入金され|入金があ|振り?込まれ|返ってき|着金|反映され)(?!な|ま?せん|る)"
    r"|^ ?しか(?:入|戻|返|もど)って(?:い|き|こ|来)?(?:な|ま?せん|へん)"
    r"|^ ?(?!(?:で|を|も)?(?:払|買)[っう])(?:が|は|の返金が|を|だけ|のみ|分|も"
    r"|、無事|、ぜんぶ|、全部|、全額|、満額|、ちゃんと|、やっと"
    r"|、もう|もう)?"
    r"[^。!?\n、]{0,10}"
    + any_of(
        "しか[入戻返]って", "返金してもらえ",
        "(?:返|戻|かえ|もど)金?して(?:(?:くれ|もらえ|もらっ|いただけ)た(?!ら)|(?:くれ|もら[えい]|いただ[けき])まし)",
        "戻され", "もどってき", "入ってまし", "入って[たい]", "入りました", "入った", "入金あり",
        "返金済", "返金完了", "(?<=が)完了しま", "戻りま", "もどりま", "もどった", "マイナスにな",
        "戻ってきま",
        "返金(?:され|が(?:され|完了|届|あり))", "振り?込まれ", "入金され", "入金があ", "返ってき",
        "戻って[き来]", "戻った", "着金", "カードに戻", "受け取りました", "返って来",
    )
    + "(?!な|ま?せん|る)"
)  # fmt: skip
REFUNDED_BEFORE = Pattern(
    r"(?:取り?消し?金額|返金[がは]?(?:き|来)(?:た|てた|まし)"
    r"|明細[^。!?\n]{0,12}-$|refunded|refund amount|refund complete|マイナス"
    r"|返金完了|返金済み?"
    r"|返金[はが]?され(?:て(?:い)?)?(?:た|ました)(?!ら)(?:額|金額|の)?"
    r"|(?:戻|返)って(?:き(?:た|てた)|来(?:た|てた)|い?た)(?:の|額|金額|お金)?|戻った(?:の|額|金額|お金)?"
    r"|(?:入|はい)って(?:い?た|きた)(?:の|額|金額)|入金された(?:の|額|金額)|着金した(?:の|額|金額))[^。!?]{0,12}$"
)

# 「7,200円払ったうちの2,160円」: of the price it is only a part.
A_PART_OF_IT = ("うち", "うちたった", "うちわずか", "のうち、", "中から")
# "We suggest that the seller refunds"
_SUGGESTS = r"(?:suggest|propose|recommend)s? that [^.]{0,30}$"
# What somebody else offers: 「3,000円だけ返すと言われた」.
OFFERED_BEHIND = Pattern(
    r"^ ?、?(?:の|を|だけ|しか|のみ|なら|で|返金|一部|と|分|全額|返すから|返す)*"
    r"(?:をお受け取りいただく)?[^。!?\n、]{0,8}"
    + any_of(
        "提案", "オファー", "と言[わっい]", "って言", "提示", "持ちかけ", "だけ(?!ど|れど)", "しか",
        "のみ",
        "でどう", "(?<=なら)(?:と|って)(?!も)",
        "(?<!の)で(?:解決|手を打|妥協|我慢|納得|合意)",
        "と(?:の|いう)?(?:回答|返答|返事)", "とのこと",
        "(?:に|まで)(?:引き?上げ|上げ|増やし)て(?:き|来)",
        "と書", "と来", "ときた", "だって", "だと", "だそう", "らしい", "返す(?:から|と|ので|って)",
        "の案", "返金案", "案", "払う", "払い戻す", "振り?込む", "補償する", "送金する",
        "[はを]?(?:[a-z]{4,8}で)?送る", "戻す", "返すん", "で、って", "で」", "のまま",
        "[をで](?:承認|受け入れ)",
    )
)  # fmt: skip
OFFERED_BEFORE = Pattern(
    any_of(
        "提案", "案", "申し出", "返すって", "refund only", "partial refund", "full refund",
        r"option ?\d?",
        "proposal", "返金のみ", "一部返金", "オファー", "回答", "返答", "提示", "offer",
        "solution", "返金(?!額)", "言い値",
        "(?<=[店手ー方])の出して?(?:き|い|来)た(?:額|金額|数字|の)",
    )
    + "[^。!?]{0,12}$|(?:^|[、 ])額$"
    r"|(?<![a-z])option ?\d[^。!?\n]{0,30}$"
    r"|(?:offer|propos|suggest)[a-z]* (?:that |to |a |the |full |partial )*refund(?: of| you)? ?$"
    rf"|{_SUGGESTS}"
    # A seller's English: 「we will refund you $8」
    + r"|(?<![a-z])i(?: will| can|'ll)? (?:pay|refund|give|return) you ?$"
    r"|(?<![a-z])we(?: (?:will|can|could|would|only|are|agree to)|'ll|'d)(?![a-z])[^。!?]{0,20}$"
)  # fmt: skip
# 「解決案:返品なしで一部返金 …」: AliExpress' own word for what it proposes.
SOLUTION = Pattern(rf"(?:解決案|解決策|ご提案|solution) ?:[^。\n]{{0,16}}$|{_SUGGESTS}")
# 「Option 2: Return & Refund」, below it "Refund amount": of AliExpress' two solutions.
OPTION = Pattern(r"option ?\d ?:[^\n]*(?:\n[^\n\d]{1,20})?\n?[^\n\d]{0,12}$")
SPEAKS_OF_OFFERS = Pattern(
    r"提案|案|オファー|返す|戻す|返金|proposal|offer|option|solution|言[っうわい]|て言|小出し"
)
# 「8,900円の全額返金です」: whose it is, the rest of the text tells.
IN_FULL = Pattern(r"^ ?の?(?:全額|満額)(?:返金)?(?:です|だ|で|を|、|。|$)")
IN_FULL_BEFORE = Pattern(r"(?:全額|満額|半額の?|一部返金|返金のみ)[ のはで:]*$")

_CARD_SELLER = "セラー|売り手|売主|販売者|出品者|ショップ|seller"

# What was decided.
JUDGED_BEFORE = Pattern(
    r"(?:entitled to"
    r"|判定|はんてい|ハンテイ|裁定|結論|judge?ment|judged?(?![a-z])|結果|最終(?!日|期|の?締)|決定|decision|判断"
    r"|(?<![a-z])result|closed with)[^。!?]{0,26}$"
)
# 「却下されました。0円だそうです」
DECIDED = Pattern(
    r"却下|棄却|判決|original refund|was closed"
    r"|(?:閉じ|締め切|終わら)(?:られ|され)|クローズされ|判定|はんてい|ハンテイ|裁定|結論|認められ(?:な|ま?せん|ず)|負けま|負けた|負けて|敗訴"
    r"|(?:紛争|申し?立て|争議|ケース|案件)[^。!?\n]{0,8}(?:終わ|おわ|終了|閉じ|閉め|クローズ)"
    r"|(?:終わ|おわ|終了|閉じ|クローズ)[^。!?\n]{0,8}(?:紛争|申し?立て|争議)"
    r"|(?:^|[。!、])(?:終わった|おわった|終わりました|おわりました)[。!、]"
)
# 「判定が本日出ました。2,340円のみ返金」: the sentence before tells what it is.
JUST_JUDGED = Pattern(
    r"(?:判定|裁定|判決|決定)[がは]?[^。!?\n]{0,8}(?:出た|出て|出ました|来た|来ました|きた|きました|です|下った|下り)"
    r"[^。!?\n]{0,4}[。!\n、][ 「]*"
    r"(?:返品(?:なし|無し|不要|せず)[^。、!?\n\d]{0,4}|(?:一部|部分)返金[はがで:]?)?$"
)
# 「新しい解決案が出ました。返品なしで1,200円返金」: the sentence before tells whose it is.
_OF_THE_OFFER = (
    r"(?:返品(?:なし|無し|不要|せず)[^。、!?\n\d]{0,4}|返金のみ(?:で|、)?"
    r"|(?:返金)?金?額(?:は|:)? ?)?"
)
JUST_OFFERED = Pattern(
    r"(?:提案|案|オファー|offer|proposal)"
    r"(?:[がはも、]?[^。、!?\n]{0,8}(?:出|来|き(?=た|まし)|届|あり|あった|示され|もら|され)[^。、!?\n]{0,6})?"
    rf"[。!\n、][ 「]*{_OF_THE_OFFER}$"
)
ITS_SUM = Pattern(
    r" ?(?:の?(?:一部|部分)?返金|[をの]?返(?!品)|戻|だけ|と(?:のこと)?|です|だ|らしい|って"
    r"|[。、」!\n]|$)"
)
# 「600円返すと言われた。おとといは300円だった」: what was offered before.
EARLIER = Pattern(
    r"(?:昨日|きのう|おととい|一昨日|先日|先週|前回|前々回|さっき|最初|はじめ|初め|この前|その前|(?<![午以手])前"
    r"|[12一二]回目)(?:の?(?:案|提案|オファー|回答|額))?(?:は[ 、]?(?:たった|わずか|まだ))?$"
)
IT_WAS = Pattern(r" ?(?:だけ)?(?:だった|でした|やった|と|って)(?!商品|もの|物|品)")
# The cards of a page: 「提案1(販売者): 返品なしで JPY 900」
CARD = Pattern(
    rf"(?:^|\n) *(?:提案|案|option|プラン) ?\d ?[( :]+(?:(?P<seller>{_CARD_SELLER})"
    r"|(?P<aliexpress>aliexpress|アリエク(?:スプレス)?|運営|ae)"
    r"|(?P<buyer>あなた|私|自分|購入者|買い手|バイヤー|you|buyer|me))(?![ぁ-んa-z])[^\n]*$"
)
# "You will get back JPY 12,870", "US $64.20 is then to be refunded": of a decision.
GETS_BACK = Pattern(
    r"(?:get|receive)(?: back)?(?: a| the)?(?: full| partial)?(?: refund(?: of)?)?$"
)
IS_REFUNDED = Pattern(
    r" ?(?:is|will be|shall be|has to be)(?: then)?(?: to be)? (?:refunded|paid back|returned)"
)
JUDGED_BEHIND = Pattern(
    r"^ ?(?:の|と|で|という|との)?(?:全額|一部)?(?:返金)?(?:の|と|で|という|との|紛争[がを]?)*"
    r"(?:最終的?な?)?(?:判定|裁定|決定|判断|結果|確定|終了|閉じ|とじ|締め|クローズ|終わ)"
    r"|^ ?で ?dispute finished|^ ?[返戻]ってくる(?:予定|こと|はず)|^ ?全額(?:だ|って|で)"
)
JUDGEMENT_PAGE = Pattern(
    r"judge?ment[^。!?]{0,90}?(?<!seller's )(?<!seller )(?<!my )(?<!your )proposal[^。!?\n]{0,20}$"
)
REFUND_LABEL = Pattern(
    r"返金(?:予定)?額?[はが:]?(?:は)?(?:(?![払支買])[^。!?\n]){0,4}$|refund amount[^。!?\n]{0,4}$"
)

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
# 「[7月6日 09:11] seller: we can refund 3 USD」: who says it, at the beginning of the line.
SAID_BY = Pattern(
    r"(?:^|\n)(?:\[[^\]\n]{0,24}\]|[\d/:. 年月日-]{0,24}) ?"
    rf"(?:(?P<seller>{_SELLER})|(?P<aliexpress>{_ALIEXPRESS})) ?(?:\([^)\n]{{0,20}}\))?"
    r" ?(?::|(?<=:))(?!\n)[^\n]*$"
)
# 「販売者の提案: 一部返金 …」, "Your request: full refund, …": what a line says that its sum is.
LINE_LABEL = Pattern(
    r"(?:^|\n|/|\|)[ ・■●。>*-]*(?:"
    r"(?P<seller>(?:(?:販売者|売り手|セラー|出品者|ショップ)様?(?:から)?の|(?:the )?seller(?:'s)? )"
    r"(?:[^\n:]{0,6}提案|解決案|解答|申し出|案|提供|オファー|proposal|offer|solution))"
    r"|(?P<aliexpress>(?:aliexpress|アリエクスプレス|運営|ae)(?:の|(?:'s?)? )"
    r"(?:[^\n:]{0,6}提案|解決案|解決策|解答|案|proposal|solution)|our (?:proposal|solution))"
    r"|(?P<buyer>(?:あなた|お客様|買い手|私|ご自身|自分)の[^\n:]{0,6}(?:提案|要望|要求|希望|請求|申請(?:内容)?)|ご?請求額|ご希望"
    r"|申請した返金額|ご?申請額"
    r"|(?:your|my|buyer's) (?:request|proposal|claim)|(?:you )?requested(?: refund)?(?: amount)?"
    r"|refund requested|you ask(?:ed)? for)"
    r"|(?P<paid>お?支払い?(?:済み?)?(?:金額|総額|合計|額)|paid"
    r"|(?:order|total) (?:total|paid|amount)))"
    r"(?: ?[:|] ?| {2,}| 、 | ?\.{3,} ?| (?=[¥$a-z]))[^\n:]{0,40}\Z"
    # A table's row: "Seller's         JPY 2,200     No"
    r"|(?:^|\n) *(?:(?P<seller1>seller(?:'s)?|販売者|セラー)"
    r"|(?P<aliexpress1>aliexpress(?:'s?)?|ae)"
    r"|(?P<buyer1>yours?|you|mine|me|buyer(?:'s)?|お客様|あなた|購入者))(?: {2,}| ?\| ?)"
    r"[^\n:\d]{0,20}\Z"
)
