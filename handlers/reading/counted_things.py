"""Numbers that are no dates: sizes, counts, scales, fractions, telephone numbers.

Nearly every message has numbers and hardly any of these, so that what stands behind a number
chooses the patterns it is held against.
"""

from handlers.reading.patterns import Pattern, any_of

# Latin letters end there: 59 gmt is no weight, 15 working days are no watts.
_LATIN_UNITS = (
    "mm", "cm", "km", "kg", "mg", "ml", "mah", "ah", "wh", "kw", "ghz", "mhz", "khz", "hz",
    "gb", "mb", "tb", "kb", "inch", "in", "v", "w", "a", "lm", "dpi", "fps", "rpm", "px", "oz",
    "lb", "ft", "db", "m[23]", "cc", "g", "l", "k", r"p(?!\.m)",
)  # fmt: skip
_UNITS = (
    *(f"{unit}(?![a-z])" for unit in _LATIN_UNITS),
    "インチ", "ページ", "%", "割", "倍", "°", "℃", "度", "号", "型", "系", "番", "弾", "級", "位",
    "円", "ドル", "元", "ユーロ", "個", "枚", "足(?!り)",
    # 「締切 1/18 本体が…」
    "本(?!体|物|革)", r"着(?!まで|荷|予|な|れ)(?<!/\d着)(?<!/\d\d着)", "台(?!座)", "人(?!形)",
    r"色(?!(?<= 色)(?:違|ちが|が|味))",
    "点", "件", "冊", "匹", "組", "袋", "箱", "缶", "膳", "束", "粒", "錠", "双", "つ",
    "名", "社", "店", "カ所", "か所", "ヶ所", "箇所", "文字", "行", "段", "階", "ピース", "セット",
    "パック", "ペア", "個入", "センチ", "ミリ", "メートル", "キロ", "グラム", "リットル", "ボルト",
    "アンペア", "ワット", "ヘルツ", "ギガ", "バイト", "パーセント", "ポイント", "フィート", "平米",
    "畳", "ポケット", "ピン", "極", "軸", "コア", "口", "節", "連(?!休)", "歳", "才", "代",
    "周年", "回目", "回(?!答|収|線|復)", "度目", "番目", "通目", "号機", "世代",
    "年(?:型|モデル|製|式|保証|間保証)", "月号",
    r"日分(?<!月\d日分)(?<!月\d\d日分)", "日用", "日(?:間)?ルール",
    "時間(?:録画|再生|駆動|稼働|使用|対応|持)", "ヶ月用",
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
ADDRESS = r"(?<![a-z\d.+_-])[a-z\d.+_-]{1,64}@[a-z\d.-]{1,64}"
"""Of a mail; some begin with a number."""
# Behind the first of several numbers: 20x30cm, 3.5cm, 8/16GB.
_GOES_ON = ".,x*~/-"
# What may stand right behind the number, or behind one space, and what it is then.
_DECOYS: tuple[tuple[str, str], ...] = (
    (".x×*", r"(?<![\d/])\d{1,5}+(?:\.\d{1,3}+)? ?[x×*] ?\d{1,5}(?:\.\d{1,3})?"),  # 20x30
    (
        "./",
        r"(?<!\d)\d{1,3}+(?:\.\d{1,2})?/\d{1,3}(?= ?(?:スケール|サイズ|しか|だけ(?!ど)"
        r"|の(?:返金(?!額)|確率|値段|大き|価格|金額|量|サイズ|スケール)|を返金"
        r"|返金(?!額|期|予|先|日)|が(?:不良|壊|割|欠|使え|動か)|インチ|倍|ほど|程度|くらい|以下|点|つ星|の評価"
        r"|ページ|枚目|個|本(?!体|物|革)|証拠(?!の?(?:提出|締|期|を))|写真|画像|ステップ|に減|減額|オフ|off|stars?"
        r"|用(?![紙事])|専用|対応(?!期|日)|共用|兼用|共通))",
    ),
    # 「代金の3/4は返す」
    (
        "/",
        r"(?:(?<=代金の)|(?<=値段の)|(?<=金額の)|(?<=全体の)|(?<=残りの)|(?<=代の)|(?<=[額料]の)|(?<=体重の)|(?<=人口の)"
        r"|(?<=さじ)|(?<=さじ ))\d/\d{1,2}(?!\d|日)|\d/\d{1,2} ?(?:カップ|拍子|切れ|斤)",
    ),
    ("h", r"(?<![\d.])\d{1,3}h (?=(?!left|remain|to |until|before)[a-z])"),  # 24h thermos
    (":", r"(?<![\d:])(?:16:9|4:3|21:9|1:1|3:2|16:10)(?!\d)"),
    (
        ":",
        r"(?<![\d:])1:\d{1,3}(?= ?(?:スケール|の[ァ-ヶー]{1,8}の(?:プラモ|模型|ミニカー"
        r"|フィギュア)|の?プラモ|の?模型|ミニカー|サイズ))",
    ),
    (
        "日",
        r"\d{1,3}日(?:間|以内)?の?(?:返品|返金|無料|品質)(?:ok|可|無料|保証|に?対応|自由)"
        r"|\d{1,3}日(?:間|以内)無料|365日",
    ),
    ("/", "24/7"),
    (" ", "24 hours a day"),
    ("時", "24時間(?:、?(?:7日|年中|いつでも)|対応|営業|以内対応|体制|年中|受付|サポート|365)"),
    (
        "日",
        r"(?:(?<=良い)|(?<=よい)|(?<=いい)|(?<=敵な))1日(?=を|に)|1日(?:に)?何[回度]|1日\d+(?:[回錠粒杯食歩万]|カプセル)|1日(?:あたり)?▒|1日(?:中(?!に)|じゅう|ぢゅう)"
        r"|1日(?:も早|でも早)",
    ),
    (
        "日週かヶ分秒時",
        r"(?<![\d間とり])(?:\d{1,3}(?:日|週間|[かヶ]月)[でに]?)?\d{1,3} ?(?:分|秒|時間)"
        r"(?:ずつ|近く|くらい|ほど|も)?(?:遅れ(?!て)|おくれ(?!て)|ズレ|ずれ|狂|くる[っう])",
    ),
    ("泊", r"\d泊\d日"),
    ("日", r"(?<![\d月/])\d日(?:違い|ちがい|違って|ちがって|ずれ|ズレ)"),
    ("日時分週", r"(?<!\d)\d{1,3}(?:日|時間|分|週間)(?:おき|ごと|毎|に\d{1,2} ?[回度])"),
    (
        ":",
        r"\d{1,2}:\d{2} ?(?:から|~|-) ?\d{1,2}:\d{2}(?=(?:を|に|の)?(?:見|再生|映|写|動画))",
    ),
    ("-", r"0\d{1,4}-\d{1,4}-\d{3,4}|\d{3}-\d{4}-\d{4}"),  # telephone numbers
    ("年月", r"(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}日)?(?:生まれ|うまれ|号)"),
    ("年", r"\d{1,2}年前の(?:モデル|型|機種|製品|商品|もの|やつ|在庫)"),
    ("時", r"\d{1,2}時(?=の(?:ところ|位置|方向|方角|向き))"),
    ("時", r"\d{1,2}時(?:起き|就寝|寝(?!る前)|出勤|退社|上がり|出社)"),
    (".", r"(?<![\d.])\d{1,4}(?:\.\d{1,4}){3}"),
    ("秒", r"(?<![\d分と間り])\d{1,3} ?秒(?:まで|以内|以下|未満|程度)(?!に)"),  # of a video
    ("分", r"(?<![\d間とり])\d{1,2} ?分(?:まで|以内|以下|未満)?の(?:動画|ビデオ)"),
    (f"{_LETTERS}.+_-@", ADDRESS),
)
_MOST_REMEMBERED = 2_000  # texts hold any character
_by_what_follows: dict[str, Pattern | None] = {}


def of_number(text: str, end: int) -> Pattern | None:
    """What a number that ends there may be beside a date; matches from its first digit on."""
    behind = text[end : end + 1]
    if behind == " ":
        behind = text[end + 1 : end + 2]
    if behind in _by_what_follows:
        return _by_what_follows[behind]
    kinds = [_of_unit(behind), *(kind for then, kind in _DECOYS if behind and behind in then)]
    kinds = [kind for kind in kinds if kind]
    pattern = Pattern(any_of(*kinds)) if kinds else None
    if len(_by_what_follows) < _MOST_REMEMBERED:
        _by_what_follows[behind] = pattern
    return pattern


def _of_unit(behind: str) -> str:
    """A number with its unit, or several numbers."""
    if behind and behind in _GOES_ON:
        units = any_of(*_UNITS)
        return (
            rf"(?<![\d.,])(?!(?<=\d:)\d\d )(?=[\d.,x*~/ -]{{1,60}}+{units})"
            r"\d{1,7}+(?:[.,]\d{1,4}+){0,2}(?: ?[x*~/-] ?\d{1,6}+(?:\.\d{1,3}+)?){0,3}"
            rf" ?{units}"
        )
    mine = [unit for unit in _UNITS if unit[0] == behind]
    # 「17:00 台北へ発送」: no number of what stands behind an hour
    return rf"(?<![\d.,])(?!(?<=\d:)\d\d )\d{{1,7}}+ ?{any_of(*mine)}" if mine else ""
