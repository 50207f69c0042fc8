"""Hide what looks like a date but is none: amounts, sizes, counts, ratings, models, ids.

The text keeps its length, so that places in it stay true; what is hidden becomes a filler that
no rule of the grammar matches.
"""

from collections.abc import Iterable

from handlers.reading.patterns import FILLER, Pattern, any_of

# Units in Latin letters end there: 59 gmt is no weight, 15 working days are no watts.
_UNITS = (
    "(?:mm|cm|km|kg|mg|ml|mah|ah|wh|kw|ghz|mhz|khz|hz|gb|mb|tb|kb|inch|in|v|w|a|lm|dpi|fps|rpm"
    "|px|oz|lb|ft|db|m[23]|cc|g|l|k|p)(?![a-z])|インチ|ページ|%|割|倍|°|℃|度|号|型|系|番|弾|級|位|円|ドル"
    "|元|ユーロ|"
    r"個|本|枚|足|着(?!まで|荷|予)(?<!/\d着)(?<!/\d\d着)|台|点|件|冊|匹|組|袋|箱|缶|膳|束|粒|錠|双|つ|人|名|社|店|カ所|か所|ヶ所"
    "|箇所|文字|行|段|階|ピース|セット|パック|ペア|個入|"
    "センチ|ミリ|メートル|キロ|グラム|リットル|ボルト|アンペア|ワット|ヘルツ|ギガ|バイト"
    "|パーセント|ポイント|フィート|平米|畳|ポケット|色|ピン|極|軸|コア|口|節|連(?!休)|"
    "歳|才|代|周年|回目|回|度目|番目|通目|号機|世代|年(?:型|モデル|製|式|保証|間保証)|月号"
    r"|(?<!月\d)(?<!月\d\d)日分|日用|時間(?:録画|再生|駆動|稼働|使用|対応|持)|ヶ月用"
)
# Where a decoy can begin.
_BEGINS = Pattern(
    r"\d+|(?<![a-z+_])[a-z+_]++(?=[\d :は@.-])|[〒#★☆星比縮毎]|スケ|評価|レビ|アス|画面比|サイ"
    r"|バー|モデ|規格|有効期|型番|品番|ロット|シリアル|年度?末|月末|週末|連休|お盆|正月|製造|賞味|消費|使用期|印字|部屋|電話|月額|隔週|数[日時分週]|年中|動画|ビデオ|[夕朝昼夜][飯食ご休勤礼方]|週\d"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz+_"
_LABELLED = r"[ :は]{0,2}\d{1,9}(?:[./:-]\d{1,9}){0,4}(?!\d|月|日|年)"
# 「1/12のフィギュア」, and of the same text 「1/24だった」.
_OF_A_MODEL = Pattern(r"スケール|フィギュア|プラモ|ミニカー|模型")
_SCALES = Pattern(
    r"(?<![\d/])1/(?:[46-8]|10|12|18|2[04]|32|35|43|48|6[04]|72|87|100|144|150)(?![\d/])"
    r"(?! ?(?:に|まで|迄|中|が?期限|が?締|頃|ごろ|から|届|着|注文|発送))"
)
_ADDRESS = r"(?<![a-z\d.+_-])[a-z\d.+_-]{1,64}@[a-z\d.-]{1,64}"
# What begins with a number,
_NUMBERS = Pattern(
    any_of(
        # sizes and counts
        rf"(?<![\d.,])(?=[\d.,x*~/ -]{{1,60}}+(?:{_UNITS}))"
        r"\d{1,7}+(?:[.,]\d{1,4}+){0,2}(?: ?[x*~/-] ?\d{1,6}+(?:\.\d{1,3}+)?){0,3}"
        rf" ?(?:{_UNITS})",
        r"(?<![\d/])\d{1,5}+(?:\.\d{1,3}+)? ?[x×*] ?\d{1,5}(?:\.\d{1,3})?",  # 20x30
        r"(?<!\d)\d{1,3}+(?:\.\d{1,2})?/\d{1,3}(?= ?(?:スケール|サイズ|しか|だけ(?!ど)"
        r"|の(?:返金(?!額)|確率|値段|大き|価格|金額|量|サイズ|スケール)|を返金"
        r"|返金(?!額|期|予|先|日)|が(?:不良|壊|割|欠|使え|動か)|インチ|倍|ほど|程度|くらい|以下|点|つ星|の評価|ページ"
        r"|枚目|個|本|証拠(?!の?(?:提出|締|期|を))|写真|画像|ステップ|に減|減額|オフ|off|stars?"
        r"|用(?![紙事])|専用|対応(?!期|日)|共用|兼用|共通))",
        # 「代金の3/4は返す」
        r"(?:(?<=代金の)|(?<=値段の)|(?<=金額の)|(?<=全体の)|(?<=残りの))\d/\d{1,2}(?!\d|日)",
        r"(?<![\d.])\d{1,3}h (?=(?!left|remain|to |until|before)[a-z])",  # 24h thermos
        r"(?<![\d:])(?:16:9|4:3|21:9|1:1|3:2|16:10)(?!\d)",
        r"(?<![\d:])1:\d{1,3}(?= ?(?:スケール|の[ァ-ヶー]{1,8}の(?:プラモ|模型|ミニカー"
        r"|フィギュア)|の?プラモ|の?模型|ミニカー|サイズ))",
        r"\d{1,3}日(?:間|以内)?の?(?:返品|返金|無料|品質)(?:ok|可|無料|保証|対応|自由)|\d{1,3}日(?:間|以内)無料|24/7|365日|24時間(?:対応|営業|以内対応|体制|年中|受付|サポート|365)"
        r"|1日(?:に)?何[回度]|1日\d+(?:[回錠粒杯食]|カプセル)|1日(?:あたり)?▒|1日中(?!に)|1日(?:も早|でも早)",
        r"(?<![\d間とり])(?:\d{1,3}(?:日|週間|[かヶ]月)[でに]?)?\d{1,3} ?(?:分|秒|時間)"
        r"(?:ずつ|近く|くらい|ほど|も)?(?:遅れ(?!て)|ズレ|ずれ|狂|くる[っう])",
        r"\d泊\d日",
        r"(?<!\d)\d{1,3}(?:日|時間|分|週間)(?:おき|ごと|毎|に\d{1,2} ?[回度])",
        r"\d{1,2}:\d{2} ?(?:から|~|-) ?\d{1,2}:\d{2}(?=(?:を|に|の)?(?:見|再生|映|写|動画))",
        r"0\d{1,4}-\d{1,4}-\d{3,4}|\d{3}-\d{4}-\d{4}",  # telephone numbers
        r"(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}日)?(?:生まれ|うまれ|号)",
        r"\d{1,2}年前の(?:モデル|型|機種|製品|商品|もの|やつ|在庫)",
        r"\d{1,2}時(?=の(?:ところ|位置|方向|方角|向き))",
        r"\d{1,2}時(?:起き|就寝|寝(?!る前)|出勤|退社|上がり|出社)",
        r"(?<![\d.])\d{1,4}(?:\.\d{1,4}){3}",
        r"(?<![\d分と間り])\d{1,3} ?秒(?:まで|以内|以下|未満|程度)(?!に)",  # of a video
        r"(?<![\d間とり])\d{1,2} ?分(?:まで|以内|以下|未満)?の(?:動画|ビデオ)",
        _ADDRESS,
    )
)
# with a Latin letter,
_LATIN = Pattern(
    any_of(
        r"(?:rating|scale|score|ver(?:sion)?\.?|android|ios|usb|bluetooth|bt|hdmi|type|gen|no\.|tel)"
        rf"{_LABELLED}",
        rf"https?://\S{{1,200}}|{_ADDRESS}",
        r"(?<![a-z\d])(?![rhs]\d{1,2}[./年-]\d{1,2}[./月-]\d{1,2}(?![\d-]))(?![ap]m\d|gmt|utc|dec|nov"
        r"|oct|sep|aug|jul|jun|may|apr|mar|feb"
        r"|jan)[a-z]{1,6}-?\d{2,9}[a-z\d-]{0,12}(?<![aps]m)(?![月日時])",  # model numbers
        r"(?<![a-z\d.])v\d{1,4}(?:\.\d{1,4}){1,3}",
        r"(?:lasts?|lasted|runs?|ran)(?: for| only| about| up to){0,2} \d{1,4} ?"
        r"(?:hours?|hrs?|days?|minutes?|mins?)(?![a-z])",
    )
)
# and with a Japanese word or a mark.
_WORDS = Pattern(
    any_of(
        r"(?:スケール|縮尺|評価|★+|☆+|星|レビュー|比率?|アスペクト比|画面比|サイズ|バージョン"
        rf"|モデル|型番|品番|#|部屋番号|〒|電話){_LABELLED}",
        r"(?:製造(?:年月日?|日)?|(?:賞味|消費|使用)期限|印字)[ :はが]{0,2}"
        r"\d{2,4}[./年-]\d{1,2}(?:[./月-](?:\d{1,2}日?)?)?",
        r"(?:(?<=カードの)|(?<=クレカの))有効期限[ :はが]{0,2}\d{1,2}/\d{2}(?![\d日])"
        r"|規格[ :はが]{0,2}\d{1,2}\.\d{1,2}(?!\d)",
        r"(?:ロット|シリアル)(?:番号|no\.?)?[ :はが]{0,2}[a-z\d-]{4,20}",
        "(?:年度末|年末|月末|週末|連休|お盆|正月)で(?![^、。!?\\n]{0,8}(?:切れ|終わ|終了|締|閉|失効))"
        "(?=[^、。!?\\n]{0,12}(?:休|混|忙|電話|つなが|届か|遅|止ま|来な))",
        "夕飯|夕食|夕ご飯|夕ごはん|朝食|朝ご飯|朝ごはん|昼食|昼ご飯|昼ごはん|昼休み|夜勤|朝礼"
        r"|夕方の支度|年中無休|年末年始(?!まで|明け)|(?<![今来先々毎翌])週\d+(?:日|回)"
        r"|毎[朝晩日](?:の?\d{1,2}時半?(?:(?:から|~|-)\d{1,2}時半?)?)?|毎月の?(?:\d{1,2}日|末)|毎[日週月年](?:の?[月火水木金土日]曜日?)?"
        r"|毎[月火水木金土日]曜日?|月額|隔週",
        "数(?:日|時間|分|週間)(?:おき|ごと|毎)",
        r"(?:動画|ビデオ)(?:の(?:長さ|時間))?[はもが]? ?(?:最大|最長|約)? ?\d{1,3} ?(?:秒"
        r"|分)(?:以内|まで|以下|未満|間)?(?!前|後)",
        r"動画の? ?\d{1,2}:\d{2}(?: ?(?:から|~|-|と) ?\d{1,2}:\d{2})?",
    )
)


def hide(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the given spans filled up."""
    for start, end in spans:
        text = text[:start] + FILLER * (end - start) + text[end:]
    return text


def mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Hide the given spans (amounts, say) and everything that is a size, a count or a name."""
    text = hide(text, spans)
    if "1/" in text and _OF_A_MODEL.search(text) is not None:
        text = hide(text, [one.span() for one in _SCALES.finditer(text)])
    decoys: list[tuple[int, int]] = []
    covered = 0
    for begin in _BEGINS.finditer(text):
        at = begin.start()
        if at < covered:
            continue
        first = text[at]
        kind = _NUMBERS if first in "0123456789" else _LATIN if first in _LETTERS else _WORDS
        found = kind.match(text, at)
        if found is not None:
            covered = found.end()
            decoys.append(found.span())
    return hide(text, decoys)
