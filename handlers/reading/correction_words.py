"""The words by which a date is taken back for another: 「28日じゃなくて29日」.

Those of `takes_back` stand right behind the date that is taken back.
"""

from handlers.reading.first_characters import first_characters
from handlers.reading.patterns import Pattern, any_of

_MISREAD = r"(?:見|読み?|書き|打ち|聞き|言い|入力)?(?:間違|まちが|誤)"
_ENDED_WITH = "(?:まで|必着|締め?切り?|〆切り?|期限)?"
_WAS_THE_END = "(?:が(?:期限|締め?切り?|〆切り?|介入日?|最終日|リミット))?"
# Said at once, before anything else is.
_AT_ONCE = any_of(
    r"あっ?、(?!りがと)",
    r"(?:あ、?)?(?:違(?:う|った|います|いました)|ちが(?:う|った)|(?:間違|まちが)え(?:た|ました))[、。!]",
    rf"(?:あれ|それ|これ|そっち)は(?:{_MISREAD}|嘘|勘違|違|忘れて|無視して|な[しか]|無し|ナシ)",
    r"(?:まで)?や(?:った|って)んや?(?:けど|が)",
    r"(?:まで|が(?:期限|締め?切り?|〆切り?|リミット|最後(?:の日)?|最終日|期日|介入日?))?"
    r"(?:だ|や|か)?と(?:思って|思い込んで|勘違いして|信じて)(?:い?た|い?ました)",
    r"(?:じゃ|や)なか、|じゃね[えぇ]|じゃのうて|じゃなし|でねぇ?く?て",
)
_NOT_THAT = any_of(
    "じゃなくて", "じゃなく", "でもなくて?", "ではなくて?", "でなくて?", "でなし", "じゃない(?!と)",
    "ではありません", "では無く", "じゃ無く", "ではない", "、? ?(?:じゃ|では)(?:なかった|なくって)",
    "やなくて?",
    "やのうて", "とちごて", r"や?ちゃ(?:う|うて|うん)(?:で|ねん|わ|よ|くて|って|[、。!\n]|$)",
)  # fmt: skip
_BUT = (
    r"(?:が|け|ん(?!です(?:か|ね)|だ(?:[。、!ねよな]|$)|か|や(?:[。、!ねな]|$))|の[がをは]|ところ)"
)
# What is said of the date itself.
_OF_THE_DATE = any_of(
    rf"は、?(?:私の|自分の|こっちの)?(?:{_MISREAD}|嘘|勘違|違|忘れてくだ|無視して"
    r"|(?:なし|無し|ナシ)[でに、。]|なかったこと|取り?消して|消して|キャンセル(?!料|期)|古い"
    r"|(?:別|他|ほか|[姉妹兄弟]|友[達人])の(?:分|注文|件|やつ|紛争|画面|話|方|ほう))",
    r"改め",
    r"→ ?(?:延長|変更|短縮|早ま|前倒)[^。、!?\n\d]{0,6}$",
    # 「きのう間違えて受け取り確認を押した」 takes back no date
    r"の?間違(?!(?:え|っ)て、?[^。、!?\n\d]{0,8}(?:押|おし|受け?取|承認|同意|拒否|確認|完了|ボタン|タップ|キャンセル|取り下げ|注文|買))",
    r"の(?:書き|打ち|見|読み|聞き|入力)?(?:間違|まちが|誤り|ミス)",
    rf"(?:の|だった|まで)?(?:でした|だった){_BUT}",
    r"(?:から|を).{0,4}(?:延|変更|伸|変わ|訂正|修正|ずれ)",
    # 「4日だと思う」 is sure enough of it
    r"(?:だと|かと)思(?:って|い?きや|った(?:けど|ら|が|の)|い(?:ました(?:けど|が)|込|こ[みむん]))",
    r"の予定(?:でした|だった)",
    r"のはず(?:でした|だった)",
    r"(?:は)?取り消し(?!の|を|でき|可|て|頼|たの|期|申|[てと]?も)",
    r", ?not(?![a-z])",
    r"は撤回|をやめ",
)
# What was said or written before: 「3日って書いたけど」.
_AS_SAID = any_of(
    r"って(?:言った|言うた|ゆうた|ゆった|伝えた|書いた|書いてた|書きま|言いま)",
    r"(?:と|って)(?:打(?:った|っちゃ|って|ち)|(?:返信|送信|回答)し(?:た|ちゃ|てし|まし)"
    r"|送(?:っ(?:た|ちゃった|てしまった)|りました)(?=けど|が|のは|んだ|んです))",
    r"と(?:申し(?:た|まし|上げ)|言った|言い|書い(?:た|てた|てしま|ちゃ)|書きま|入力し|登録し|伝え"
    r"|(?:見|読み|聞き|書き|打ち)?間違|勘違|いうのは(?!、?(?:どう|何|なん|なに|いつ|日本|向こう|意味)))",
)
_SAID_OF_IT = any_of(_NOT_THAT, _OF_THE_DATE, _AS_SAID)
_TAKES_BACK = Pattern(
    any_of(
        r"(?:と|って)(?:言|い)っても、?",
        r" {0,2}→? ?×(?! ?\d+ ?[^\d/月日. ])",
        r"[ )」、?]{0,2}(?:まで[、。 ]{0,2})?(?:いや(?![なん])|いえ(?![るばなたて])|もとい)",
        r"[ )」、]{0,2}(?:まで)?の(?:予定|はず)(?:だったの)?が$",
        r"[ )」、]{0,2}(?:→ ?)?(?:訂正|修正)(?:し?[→:、 ]|$)",
        rf"[ )」、]{{0,2}}{_AT_ONCE}",
        # Nearly all dates have まで or nothing behind them, and nothing of this behind that.
        rf"[ )」、]{{0,2}}{_ENDED_WITH}(?=[{first_characters(_SAID_OF_IT)}]){_SAID_OF_IT}",
        rf"{_WAS_THE_END}{any_of(_NOT_THAT, _AS_SAID)}",
    )
)
# 「24日…ごめん、それは別の注文だ」
_OF_ANOTHER_CASE = Pattern(
    rf"[ )」、]{{0,2}}{_ENDED_WITH}[^。!?\n\d]{{0,9}}(?:あれ|それ|これ)は"
    r"(?:別|他|ほか)の(?:分|注文|件|やつ|紛争)"
)


def takes_back(behind: str) -> bool:
    """Whether the words right behind a date take it back: the one that follows is meant."""
    if not behind:
        return False
    if _TAKES_BACK.match(behind) is not None:
        return True
    return "れは" in behind and _OF_ANOTHER_CASE.match(behind) is not None


TAKES_BACK_BEFORE = Pattern(
    any_of(
        r"(?<![a-z])not ", "間違えて", "誤って", "当初は?", "最初は?", "元々は?", "もともとは?",
        "もとは", "元は", "以前は", "前回は", r"(?:old|previous|original"
        "|former) [a-z ]{0,24}: ?", "[×✕✖❌x] ?",
        r"誤[ :)\]」]{0,2}", r"旧(?:期限|締め?切り?|日付|日程|予定)?[ :)\]は]{0,2}",
        r"(?:以前|前|元|もと|これまで|従来|変更前)"
        r"の(?:終了日|期限|締め?切り?|日付|予定日?)[はが :]{0,2}",
        r"(?:変更|修正|延長|訂正)前[はが :]{0,2}", "it was ",
        "i (?:typed|wrote|entered) (?:the )?", "instead of ", "rather than ",
        "(?:さっき|先ほど)まで",
    )
    + "[ 、]?$"
)  # fmt: skip
"""The same, by the words before it."""
STILL_COUNTS = Pattern(
    r"(?:まで)?に(?:なりました|なった|なってた|なっていた|変更|変わ|延|伸|縮|早ま|短縮|前倒|繰り上|決ま)"
    r"|が(?:新しい|正しい|最終)"
)
"""It is the new date of a change."""
