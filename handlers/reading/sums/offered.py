"""The words around a sum that somebody offers; each pattern is anchored at the sum."""

from handlers.reading.patterns import Pattern, any_of

# "We suggest that the seller refunds"
_SUGGESTS = r"(?:suggest|propose|recommend)s? that [^.]{0,30}$"
# What somebody else offers: 「3,000円だけ返すと言われた」.
BEHIND = Pattern(
    r"^ ?、?(?:の|を|だけ|しか|のみ|なら|で|返金|一部|と|分|全額|返すから|返す)*"
    r"(?:をお受け取りいただく)?[^。!?\n、]{0,8}"
    + any_of(
        "提案", "オファー", "と言[わっい]", "って言", "提示", "持ちかけ", "だけ(?!ど|れど)", "しか",
        "のみ",
        "でどう", "(?<=なら)(?:と|って)(?!も)",
        "(?<!の)で(?:解決|手を打|妥協|我慢|納得|合意)",
        "と(?:の|いう)?(?:回答|返答|返事)", "とのこと",
        "(?:に|まで)(?:引き?上げ|上げ|増やし)て(?:き|来)",
        "と書", "と来", "ときた", "だって", "だと", "だそう", "らしい",
        "返す」?(?:から|と|ので|って)",
        "の案", "返金案", "案", "払う", "あげる(?=」|って|と|から)",
        "払い戻す", "振り?込む", "補償する", "送金する",
        "[はを]?(?:[a-z]{4,8}で)?送る", "戻す", "返すん", "で、って", "で」", "のまま",
        "[をで](?:承認|受け入れ)",
    )
)  # fmt: skip
BEFORE = Pattern(
    any_of(
        "提案", "案", "申し出", "返すって", "refund only", "partial refund", "full refund",
        r"option ?\d?",
        "proposal", "返金のみ", "一部返金", "オファー", "回答", "返答", "提示", "offer",
        "solution", "返金(?!額)", "言い値",
        "(?<=[店手ー方])の出して?(?:き|い|来)た(?:額|金額|数字|の)",
    )
    + "[^。!?]{0,12}$|(?:^|[、 ])額$"
    r"|(?<![a-z])option ?\d[^。!?\n]{0,30}$"
    r"|following offer:\s*(?:partial |full )?refund: ?$"
    r"|(?:offer|propos|suggest)[a-z]* (?:that |to |a |the |full |partial )*refund(?: of| you)? ?$"
    rf"|{_SUGGESTS}"
    # A seller's English: 「we will refund you $8」
    + r"|(?<![a-z])i(?: will| can|'ll)? (?:pay|refund|give|return) you ?$"
    r"|(?<![a-z])we(?: (?:will|can|could|would|only|are|agree to)|'ll|'d)(?![a-z])[^。!?]{0,20}$"
)  # fmt: skip
# 「解決案:返品なしで一部返金 …」: AliExpress' own word for what it proposes.
SOLUTION = Pattern(rf"(?:解決案|解決策|ご提案|solution) ?:[^。\n]{{0,16}}$|{_SUGGESTS}")
# 「Option 2: Return & Refund」, below it "Refund amount": of AliExpress' two solutions.
OPTION = Pattern(r"option ?\d ?(?::|\n)[^\n]*(?:\n[^\n\d]{1,20})?\n?[^\n\d]{0,12}$")
SPEAKS_OF_OFFERS = Pattern(
    r"提案|案|オファー|返す|戻す|返金|proposal|offer|option|solution|言[っうわい]|て言|小出し"
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
    r"|[。、」!\n(]|$)"
)
# 「600円返すと言われた。おとといは300円だった」: what was offered before.
EARLIER = Pattern(
    r"(?:昨日|きのう|おととい|一昨日|先日|先週|前回|前々回|さっき|最初|はじめ|初め|この前|その前|(?<![午以手])前"
    r"|[12一二]回目)(?:の?(?:案|提案|オファー|回答|額))?(?:は[ 、]?(?:たった|わずか|まだ))?$"
)
IT_WAS = Pattern(r" ?(?:だけ)?(?:だった|でした|やった|と|って)(?!商品|もの|物|品)")
