"""Which date is a deadline: the words around it speak for it or against it.

Each table is a list of words; what stands directly behind a date weighs most. A positive sum
makes a deadline, a negative one an event of the past or a date of something else; nothing at
all lets a date count.
"""

from handlers.reading.expressions import Expression
from handlers.reading.patterns import Pattern


def _any(*words: str) -> str:
    return "|".join(words)


# Directly behind the date.
_UNTIL = _any(
    "まで", "迄", "必着", "締", "〆", "期限", "以内", "いっぱい", "中に", "のうち", "うちに",
    "が期限", "が締", "が最終", "が最後",
    "がリミット", "がデッドライン", "がタイムリミット", "リミット", "消印", "が山場", "deadline",
    "しか残", "がdeadline", "が満期", "満了",
)  # fmt: skip
# What is going to happen on it; in the past tense it is an event like others.
_HAPPENS = _any(
    "[にで]自動", "[にで]締", "[にで]切れ", "[にで]期限", "[にで]終了", "[にで]終わ",
    "[にで]クローズ", "クローズ", "[にで]閉じ",
    "[にで]失効", "に決着", "に介入", "から介入", "介入", "に運営", "にae", "にアリ", "に判定",
    "に確定", "に決定", "[にで]打ち切",
    "に時効", "[にで]最終", "[にで]強制", "[にで]時間切れ", "steps in", "に立ち入", "に勝手に",
    "[にで]消え", "[にで]無効",
)  # fmt: skip
_STEPS_IN = Pattern(
    r"[ ,、:：「」\"'|に]{0,3}(?:aliexpress|ae|アリエク\w*"
    r"|アリエクスプレス)? ?(?:will )?steps? in"
)
_BEHIND_UNTIL = Pattern(rf"[ )」』\"'、]{{0,2}}(?:の)?(?:{_UNTIL})")
_BEHIND_HAPPENS = Pattern(rf"[ )」』\"'、]{{0,2}}(?:{_HAPPENS})")
_BEHIND_NOT = Pattern(
    r"[ )」』]{0,2}(?:頃|ごろ|あたり|くらい|の[朝昼夜夕]|に|の|は|以降は?|以来|にも|付けで"
    r"|付で|には"
    r"|から)? ?(?:"
    + _any(
        "注文", "購入", "発送", "発注", "到着", "届", "着い", "着きま", "着荷", "配達", "配送",
        "支払", "払", "決済", "開封",
        "受け取", "受取", "買", "頼", "ポチ", "出荷", "開け(?!る|ます|られ)", "来た", "来ま",
        "来て", "きた",
        "メール", "連絡", "問い合わせ",
        "質問", "付け", "付(?!け足)", "現在", "時点", "モデル", "セール", "入荷", "誕生",
        "プレゼント", "使う予定", "以来",
        "ずっと", "割れ", "壊れ", "動かな", "返送しま", "返送済", "送り返し", "配信", "受信",
        "送信", "通関", "税関", "出国",
        "持ち戻", "集荷", "引受", "引き受け", "拒否しま", "拒否した", "却下され", "提案され",
        "返信しま", "返信した", "送った",
        "送りま", "投函", "不在", "旅行", "結婚", "クリスマス", "イベント", "必要だった",
        "楽しみ", "着る", "着て", "使いたい",
        "使お", "充電", "稼働", "保証", "レビュー", "評価", "撮影", "撮っ", "更新", "動[いきか]",
        "止ま", "進ま", "音沙汰", "無視", "変わら",
    )
    + ")"
)  # fmt: skip
# In the clause before the date.
_LABELS = Pattern(
    _any(
        "期限", "締切", "締め切り", "〆切", "しめきり", "デッドライン", "リミット", "介入予定",
        "介入日", "介入は", "介入が",
        "推定時間", "終了予定", "終了日", "完了予定", "残り", "あと", r"(?<![a-z])due(?![a-z])",
        r"(?<![a-z])by(?![a-z])", r"(?<![a-z])before(?![a-z])", r"(?<![a-z])until(?![a-z])",
        r"(?<![a-z])till(?![a-z])", "deadline", "expire", r"(?<![a-z])ends?(?![a-z])",
        r"(?<![a-z])clos", "estimated time", "steps in", "time left", "remaining",
        "カウントダウン", "タイムリミット", "日付は", "日付が", "日付:", "判定日", "判定は",
        "リミット", "までの日", "自動終了",
        "自動承認", "満了", "回答日", "返送日", "切れるのは", "切れるのが", "次は", "次回",
        "変更して", "延長", "respond",
        "reply", "訂正", "正しくは", "ただしくは", "終わるのは", "within", "有効",
        "期日",
    )
)  # fmt: skip
_EVENT_LABELS = Pattern(
    _any(
        "注文日", "発送日", "購入日", "支払日", "支払い日", "決済日", "注文は", "購入は",
        "発送は", "到着は", "注文した(?:の|日)",
        "届いた(?:の|日)", "(?:支払|払|開い|頼ん|着い|購入し|発送し)[っ]?[ただ]の",
        "買った(?:の|日)", "発送された(?:の|日)", "到着予定", "到着日",
        "配達予定", "配達日", "お届け予定",
        "配送予定", "到着見込", "到着済", "配達完了", "完了日", "受取日", "送信日", "受信日",
        "作成日", "開始日", "提起日",
        "開いた(?:の|日)", r"(?<![a-z])date:", r"(?<![a-z])sent:", r"(?<![a-z])sent on",
        "order date", "ordered on", "ordered:", "order time",
        "placed on", "shipped on", "shipped:", "paid on", "payment date", "payment time",
        "delivered on", "delivered:",
        "estimated delivery", "created", "opened on", "received:", "日時:", "注文日時",
        "支払日時", "取引日",
    )
)  # fmt: skip
# In the clause behind the date.
_DEADLINE_VERBS = Pattern(
    _any(
        "介入", "steps in", "step in", "クローズ", "自動", "終了", "締", "切れ(?!た|て|まし)",
        "決着", "判定", "返送し?(?:な|て|する|の)",
        "返信し?(?:な|て|す)", "返答", "回答", "返事", "かかる", "かかり", "提出", "必要",
        "しないと", "ないと", "なければ", "しなき", "なきゃ", "ください",
        "下さい", "期限", "までに", "失効", "確定", "決まる", "決まり", "期日", "延長", "変更",
        "変わ", "になりました", "伸び", "延び",
        "リミット", "expire", "close", "automatic", "deadline", "final", "出さな", "出さない",
        "送らな", "猶予",
    )
)  # fmt: skip
_PAST_VERB = Pattern(
    r"(?:[いきしちみりぎじびっれけめげせてえべ出来見着]た|んだ|てる|ている|ています|ていた"
    r"|てから|たのに|たら|て以来)"
    r"(?:$|[。、!?\n」』)( ]|が|の|け|し|よ|ね|ん|まま|ばかり|商品|もの|物|荷物|箱)"
)
_MUST = Pattern(
    r"ないと|なければ|なきゃ|必要|ください|下さい|までに|かかる|期限|延長|変更|延び|伸び"
)
# The date is taken back by the words behind it: the one that follows is meant.
_TAKEN_BACK = Pattern(
    r"[ )」、]{0,2}(?:いや(?!な)|もとい)"
    r"|[ )」]{0,2}(?:まで)?(?:じゃなくて|じゃなく|ではなくて?|でなくて?|でなし|じゃない"
    r"|ではありません|では無く|じゃ無く|ではない"
    r"|は(?:間違|まちが|誤|嘘|勘違|違)|の?間違|って(?:言|書)|と(?:言った|言い|書[いき]"
    r"|入力し|登録し|伝え|間違|勘違|いうのは)"
    r"|(?:の|だった|まで)?(?:でした|だった)(?:が|け|ん|の[がをは]|ところ)|(?:から"
    r"|を).{0,4}(?:延|変更|伸|変わ|訂正|修正|ずれ)"
    r"|(?:だと|かと)思|の予定(?:でした|だった)|のはず(?:でした|だった)|(?:は)?取り消し"
    r"|, ?not(?![a-z])|は撤回|をやめ)"
)
_TAKEN_BACK_BEFORE = Pattern(
    r"(?:(?<![a-z])not |間違えて|誤って|当初は?|最初は|元々は?|もともとは?|以前は|前回は)[ 、]?$"
)
_CLAUSE_END = Pattern(r"[。!?\n;]|、(?=でも|しかし|ただ|なお|が|だけど|けど)|\. ")
_STILL_COUNTS = Pattern(r"に(?:なりました|なった|変更|変わ|延|伸|決ま)|が(?:新しい|正しい|最終)")

_BEFORE, _BEHIND = 18, 30


class Surroundings:
    """The words around one expression, within its clause and short of its neighbours."""

    __slots__ = ("before", "behind", "clause")

    def __init__(self, text: str, left: int, right: int, here: Expression) -> None:
        """``left`` and ``right`` are the neighbours' end and start."""
        before = text[max(left, here.start - _BEFORE) : here.start]
        breaks = [m.end() for m in _CLAUSE_END.finditer(before)]
        # A label may stand on the line above its value.
        if breaks and before[breaks[-1] :].strip(" :") == "" and before[breaks[-1] - 1] == "\n":
            breaks.pop()
        self.before = before[breaks[-1] :] if breaks else before
        behind = text[here.end : min(right, here.end + _BEHIND)]
        stop = _CLAUSE_END.search(behind)
        self.behind = behind[: stop.start()] if stop else behind
        self.clause = self.before + text[here.start : here.end] + self.behind


def weigh(here: Expression, words: Surroundings) -> int:
    """How much speaks for the expression being a deadline; below zero it is none."""
    behind, before = words.behind, words.before
    if _TAKEN_BACK.match(behind) or _TAKEN_BACK_BEFORE.search(before):
        return -20
    weight = 0
    if here.base is not None:
        return 3
    past = _PAST_VERB.search(behind) is not None
    until = (
        _BEHIND_UNTIL.match(behind) is not None
        or _STEPS_IN.match(behind) is not None
        or (not past and _BEHIND_HAPPENS.match(behind) is not None)
    )
    if until:
        weight += 5
    elif _STILL_COUNTS.match(behind):
        weight += 3
    elif _BEHIND_NOT.match(behind) or (
        behind[:1] == "、" and not _LABELS.search(before) and _BEHIND_NOT.match(behind, 1)
    ):
        weight -= 6
    event_label = _EVENT_LABELS.search(before)
    label = _LABELS.search(before)
    if label and (event_label is None or label.start() > event_label.start()):
        weight += 4
    elif event_label:
        weight -= 5
    if not until:
        if past:
            weight -= 0 if _MUST.search(behind) else 3
        elif _DEADLINE_VERBS.search(behind):
            weight += 3
    if here.past:
        weight -= 7
    return weight + _of_length(here)


def _of_length(here: Expression) -> int:
    if here.length is None:
        return 0
    if here.length.business_days and here.length.toward == "plain":
        return 1  # 「2-5営業日お待ちください」
    return {"left": 4, "within": 3, "after": 2, "plain": -3, "ago": -7, "nth": -9}[
        here.length.toward
    ]
