"""Hide what looks like a date but is none: amounts, sizes, counts, ratings, models, ids.

The text keeps its length, so that places in it stay true; what is hidden becomes a filler that
no rule of the grammar matches.
"""

from collections.abc import Iterable

from handlers.reading.counted_things import ADDRESS, of_number
from handlers.reading.patterns import FILLER, Pattern, any_of

# Where a decoy can begin. Most words of an English mail are followed by none of this: they are
# passed over in one match.
_BEHIND_LATIN = r"(?=[\d@-]|\.[a-z\d.+_-]|\.?[ :は]{1,2}\d|:/| (?:for|only|about|up to) | at \d)"
_NO_BEGINNINGS = rf"(?:(?<![a-z+_])[a-z+_]++(?!{_BEHIND_LATIN})[ ,.;:!?\n]*+)++"
_BEGINS = Pattern(
    rf"\d+|({_NO_BEGINNINGS})|(?<![a-z+_])[a-z+_]++{_BEHIND_LATIN}|[〒#★☆星比縮毎]|スケ|評価|レビ|アス|画面比|サイ"
    r"|バー|モデ|規格|有効期|型番|品番|ロット|シリアル|年度?末|月末|週末|連休|お盆|正月|製造|賞味|消費|使用期|印字|部屋|電話|月額|隔週|数[日時分週]|年中|動画|画像|写真|ビデオ|[夕朝昼夜晩][飯食ごめ休勤礼方]|週\d"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz+_"
_LABELLED = r"[ :は]{0,2}\d{1,9}(?:[./:-]\d{1,9}){0,4}(?!\d|月|日|年)"
# 「1/12のフィギュア」, and of the same text 「1/24だった」.
_OF_A_MODEL = Pattern(r"スケール|フィギュア|プラモ|ミニカー|模型")
_SCALES = Pattern(
    r"(?<![\d/])1/(?:[46-8]|10|12|18|2[04]|32|35|43|48|6[04]|72|87|100|144|150)(?![\d/])"
    r"(?! ?(?:に|まで|迄|中|が?期限|が?締|頃|ごろ|から|届|着|注文|発送))"
)
# What begins with a Latin letter,
_LATIN = Pattern(
    any_of(
        r"(?:rating|scale|score|ver(?:sion)?\.?|android|ios|usb|bluetooth|bt|hdmi|type|gen|no\.|tel)"
        rf"{_LABELLED}",
        rf"https?://\S{{1,200}}|{ADDRESS}",
        r"(?<![a-z\d])(?![rhs]\d{1,2}[./年-]\d{1,2}[./月-]\d{1,2}(?![\d-]))(?![ap]m\d|gmt|utc|dec|nov"
        r"|oct|sep|aug|jul|jun|may|apr|mar|feb"
        r"|jan)[a-z]{1,6}-?\d{2,9}[a-z\d-]{0,12}(?<![aps]m)(?![月日時])",  # model numbers
        r"(?<![a-z\d.])v\d{1,4}(?:\.\d{1,4}){1,3}",
        r"(?:lasts?|lasted|runs?|ran)(?: for| only| about| up to){0,2} \d{1,4} ?"
        r"(?:hours?|hrs?|days?|minutes?|mins?)(?![a-z])",
        r"(?:video|clip|footage)(?: [a-z]{1,8})? at \d{1,2}:\d{2}(?::\d{2})?(?![\d:])",
    )
)
# and with a Japanese word or a mark.
_WORDS = Pattern(
    any_of(
        r"(?:スケール|縮尺|評価|★+|☆+|星|レビュー|比率?|アスペクト比|画面比|サイズ|バージョン"
        rf"|モデル|型番|品番|#|部屋番号|〒|電話){_LABELLED}",
        r"(?:製造(?:年月日?|日)?|(?:賞味|消費|使用)期限|印字)[ :はが]{0,2}"
        r"\d{2,4}[./年-]\d{1,2}(?:[./月-](?:\d{1,2}日?)?)?",
        r"(?:(?<=カードの)|(?<=クレカの)|(?<=[a-z][(の]))有効期限[ :はが]{0,2}\d{1,2}/\d{2}"
        r"(?![\d日])"
        r"|規格[ :はが]{0,2}\d{1,2}\.\d{1,2}(?!\d)",
        r"(?:ロット|シリアル)(?:番号|no\.?)?[ :はが]{0,2}[a-z\d-]{4,20}",
        "(?:年度末|年末|月末|週末|連休|お盆|正月)で(?![^、。!?\\n]{0,8}(?:切れ|終わ|終了|締|閉|失効))"
        "(?=[^、。!?\\n]{0,12}(?:休|混|忙|電話|つなが|届か|遅|止ま|来な))",
        "夕飯|夕食|晩飯|晩めし|晩ごはん|晩ご飯|朝飯|朝めし|昼飯|昼めし|夕ご飯|夕ごはん|朝食|朝ご飯|朝ごはん|昼食|昼ご飯|昼ごはん|夜勤|朝礼"
        r"|昼休み(?:[はがも]?\d{1,2}時(?:半|\d{1,2}分)?(?:まで|から))?"
        r"|夕方の支度|年中無休|年末年始(?!まで|明け)|(?<![今来先々毎翌])週\d+(?:日|回)"
        r"|毎[朝晩日](?:の?\d{1,2}時半?(?:(?:から|~|-)\d{1,2}時半?)?)?|毎月の?(?:\d{1,2}日|末)|毎[日週月年](?:の?[月火水木金土日]曜日?)?"
        r"|毎[月火水木金土日]曜日?|月額|隔週",
        "(?:月末|年末|期末|週末)締め(?:の|で)?(?:仕事|経理|会社|請求|決算|作業|業務)",
        "数(?:日|時間|分|週間)(?:おき|ごと|毎)",
        r"(?:動画|ビデオ)(?:の(?:長さ|時間))?[はもが]? ?(?:最大|最長|約)? ?\d{1,3} ?(?:秒"
        r"|分)(?:以内|まで|以下|未満|間)?(?!前|後)",
        r"動画の? ?\d{1,2}:\d{2}(?: ?(?:から|~|-|と) ?\d{1,2}:\d{2})?"
        # 「画像・動画 4/6」: so many of so many have been uploaded.
        r"|(?:動画|画像|写真)[ :]{1,3}\d{1,2}/\d{1,2}(?=\s|$)",
    )
)


def hide(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the given spans filled up."""
    for start, end in spans:
        text = text[:start] + FILLER * (end - start) + text[end:]
    return text


def mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Hide the given spans (amounts, say) and everything that is a size, a count or a name."""
    text = hide(text, spans) if spans else text
    if "1/" in text and _OF_A_MODEL.search(text) is not None:
        text = hide(text, [one.span() for one in _SCALES.finditer(text)])
    decoys: list[tuple[int, int]] = []
    covered = 0
    for begin in _BEGINS.finditer(text):
        at = begin.start()
        if at < covered or begin.lastindex is not None:
            continue
        first = text[at]
        kind: Pattern | None
        if first in "0123456789":
            kind = of_number(text, begin.end())
        else:
            kind = _LATIN if first in _LETTERS else _WORDS
        found = kind.match(text, at) if kind is not None else None
        if found is not None:
            covered = found.end()
            decoys.append(found.span())
    return hide(text, decoys) if decoys else text
