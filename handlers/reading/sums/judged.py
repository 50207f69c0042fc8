"""The words around a sum that was decided; each pattern is anchored at the sum."""

from handlers.reading.patterns import Pattern

# 「8,900円の全額返金です」: whose it is, the rest of the text tells.
IN_FULL = Pattern(r"^ ?の?(?:全額|満額)(?:返金)?(?:です|だ|で|を|、|。|$)")
IN_FULL_BEFORE = Pattern(r"(?:全額|満額|半額の?|一部返金|返金のみ)[ のはで:]*$")
RIGHT_BEFORE = Pattern(r"(?:判定|裁定|判決)[がはで]?、? ?$")
# What was decided.
BEFORE = Pattern(
    r"(?:entitled to"
    r"|判定|はんてい|ハンテイ|裁定|結論|judge?ment|judged?(?![a-z])|結果|最終(?!日|期|の?締)|決定|decision|判断"
    r"|(?<![a-z])result|closed with|finished[^.!?\n]{0,14} with)[^。!?]{0,26}$"
)
# 「却下されました。0円だそうです」
DECIDED = Pattern(
    r"却下|棄却|(?<![a-z])invalid|結果に(?:納得|不満)|判決|original refund|was closed"
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
# "You will get back JPY 12,870", "US $64.20 is then to be refunded": of a decision.
GETS_BACK = Pattern(
    r"(?:get|receive)(?: back)?(?: a| the)?(?: full| partial)?(?: refund(?: of)?)?$"
)
IS_REFUNDED = Pattern(
    r" ?(?:is|will be|shall be|has to be)(?: then)?(?: to be)? (?:refunded|paid back|returned)"
)
BEHIND = Pattern(
    r"^ ?[』」]?(?:の|と|で|という|との|のまま)?(?:全額|一部)?(?:返金)?"
    r"(?:の|と|で|という|との|(?<=返金)を|紛争[がを]?)*"
    r"(?:最終的?な?)?(?:判定|裁定|決定|判断|結果|確定|終了|閉じ|とじ|締め|クローズ|終わ)"
    r"|^ ?を?(?:返|戻)して(?:くれる|もらえる|いただける)(?:そう|らし|って|みたい|との|よう)"
    r"|^ ?で ?dispute finished|^ ?[返戻]ってくる(?:予定|こと|はず)|^ ?全額(?:だ|って|で)"
)
ON_ITS_PAGE = Pattern(
    r"judge?ment[^。!?]{0,90}?(?<!seller's )(?<!seller )(?<!my )(?<!your )proposal[^。!?\n]{0,20}$"
)
