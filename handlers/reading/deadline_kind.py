"""Which clock of a dispute a deadline belongs to: a table of words, the earlier row first."""

from handlers.reading.words import Table

# Looked for near the date first, then in the whole text.
KINDS = Table(
    ("paypal_escalate", "クレームに引き上げ", "クレームにエスカレート", "クレームへ",
     "クレームに変更", "クレームに切り替え",
     "paypal…エスカレ", "ペイパル…エスカレ", "escalate", "20日以内にクレーム",
     "paypal…クレームに", "ペイパル…クレームに"),
    ("paypal_open", "paypal", "ペイパル", "問題解決センター"),
    ("card_chargeback", "チャージバック", "カード会社", "クレジットカード", "クレカ",
     "chargeback", "カードの", "カード払",
     "カード決済", "カードで", "jcb", "visa", "mastercard", "マスターカード"),
    ("seller_receive", "受領確認待ち", "受領期限", "セラー受領", "売り手受領", "セラーが返品を受",
     "返品の受け取り", "返品の受取",
     "返品受領", "売り手が返品", "セラーの受け取り",
     "セラーが受け取", "売り手が受け取", "販売者が受け取", "倉庫に到着", "返品が届く"),
    ("return_ship", "返送", "返品", "送り返", "return", "返却", "追跡番号を入力",
     "追跡番号を入れ", "追跡番号の入力"),
    ("appeal_result", "アピールの結果", "抗議の結果", "アピール結果", "appeal has been raised",
     "抗議の回答", "再審査の結果",
     "アピールの回答", "控訴の結果", "2-5営業日", "2~5営業日", "抗議の返事", "アピールの返事",
     "アピール中", "抗議しました", "抗議した",
     "アピールしました", "アピールした", "再審査中"),
    ("appeal", "アピール", "抗議", "appeal", "控訴", "不服", "再審"),
    ("support_reply", "サポート", "ヘルプセンター", "担当者から", "eva", "オペレーター",
     "カスタマー", "チャットの回答", "support",
     "問い合わせの回答", "問い合わせの返"),
    ("refund_arrival", "返金され", "返金が届", "返金は…入", "返金が…入", "返金の…入", "着金",
     "入金", "返金処理", "返金予定", "返金まで", "返金日",
     "返金の反映", "返金が反映", "返金反映", "返ってくる", "振り込", "返金完了",
     "refund processing", "refund will", "返金期限",
     "返金がまだ", "口座に", "返金はいつ", "返金完了予定", "refunded", "お金が戻"),
    ("accept_decline", "自動承認", "自動的に承認", "自動で承認", "勝手に承認", "承認か拒否",
     "承認または拒否", "受け入れるか",
     "受け入れか", "拒否しないと", "拒否しなければ", "拒否しなきゃ", "拒否すれば", "拒否できる",
     "拒否でき", "承認しないと", "承認する", "同意する", "同意しないと",
     "同意か", "賛成か", "判定への回答", "判定に回答", "判定に返", "提案に回答", "提案への回答",
     "提案に返", "提案への返", "案に返", "案に回答",
     "案に対", "判定に対", "提案に対", "accept", "decline", "最終判定", "判定が確定", "自動同意",
     "自動で同意", "自動的に同意",
     "自動で確定", "自動確定", "自動で決着", "自動決着", "ae案", "aeの案", "aeの提案",
     "aliexpressの提案", "運営の提案", "新しい解決案",
     "解決案", "proposed a new solution", "異議の回答期限", "拒否の期限", "拒否期限", "承認期限",
     "同意期限", "拒否する期限", "拒否できるのは",
     "判定が出", "判定の期限", "判定後", "判定から", "判定は", "受け入れ期限", "承認の期限",
     "拒否まで", "承認まで", "承認しなけ", "受け入れる", "受け入れない"),
    ("negotiation_end", "自動終了", "交渉完成", "推定時間", "negotiation finished",
     "estimated time",
     "交渉期限", "交渉の期限", "交渉終了",
     "交渉は", "交渉期間", "協議期限", "交渉が終", "交渉完了", "話し合いの期限", "交渉の締",
     "協議の期限", "協議終了", "紛争の期限", "紛争期限", "紛争は…終",
     "紛争が…終", "紛争の終了", "紛争終了", "紛争が…クローズ", "紛争が自動", "negotiation",
     "交渉タイム", "交渉締", "交渉の終"),
    ("ae_step_in", "aliexpress…decision", "steps in", "step in", "介入", "aeが入", "運営が入",
     "aliexpressが入",
     "aeの判断", "aeが判断", "運営が判断", "aliexpressが判断",
     "判定が", "に判定", "aeが判定", "運営が判定", "aliexpressが判定", "仲裁", "ステップイン",
     "aeの裁定", "運営の立ち", "aeが決", "運営が決"),
    ("seller_response", "セラーの回答", "セラーの返", "セラーの対応", "セラーから",
     "売り手の回答", "売り手の返", "売り手から",
     "販売者の回答", "販売者の返", "販売者から", "出品者の回答", "出品者の返", "ショップの回答",
     "ショップの返", "店の返", "店の回答",
     "セラーが返", "セラーが回答", "売り手が回答", "販売者が回答", "出品者が回答", "売り手が返",
     "販売者が返", "セラー回答", "売り手回答",
     "販売者回答", "出品者が返", "seller response", "seller to respond", "seller must",
     "seller has", "seller will", "waiting for the seller", "相手の回答", "相手の返",
     "セラー待ち", "セラーの応答", "売り手の対応", "セラー側の", "セラーが対応", "ショップが返",
     "ショップが回答", "セラーが応", "セラーは"),
    ("open_until", "まで開け", "までに開", "までなら開", "紛争を開ける", "紛争できる",
     "紛争が開ける", "紛争可能", "申し立てできる",
     "申し立て期限", "申し立ての期限", "申立期限",
     "開けるのは", "紛争を開け", "異議申し立ては…まで", "申し立ては…まで", "紛争を開く",
     "紛争を起こ", "紛争提起の期限", "開く期限", "open a dispute", "open dispute",
     "提起期限", "提起できる", "提起可能", "申請できる", "申請期限", "申請可能", "完了後15日",
     "完了から15日", "受け取り確認から15日", "紛争を提起",
     "受取確認から", "受け取り確認から", "異議申し立て期限", "申し立てられる", "紛争の申請",
     "紛争申請"),
    ("open_from", "から開ける", "から紛争", "から申し立て", "開けるようになる",
     "紛争を開始できる", "発送から11日", "11日目", "発送後11日",
     "から提起", "から申請でき", "から開始でき", "開けるようになり", "から開けます",
     "発送から10日"),
    ("protection_end", "保護期限", "保護期間", "バイヤー保護", "購入者保護", "buyer protection",
     "purchase protection", "保護が", "保護の",
     "プロテクション", "protection", "保護は", "保護終了", "配達期限", "お届け期限", "配送期限",
     "買い手保護", "保証期限", "保証期間"),
    ("accept_decline", "承認", "拒否", "同意", "提案", "判定", "judgement", "judgment", "辞退",
     "賛成", "反対"),
    ("negotiation_end", "交渉", "協議"),
    ("open_until", "申し立て", "申立"),
    ("protection_end", "保護", "プロテクト"),
    ("snooze", "スヌーズ", "もう一度知らせ", "また知らせ", "後で知らせ", "あとで知らせ",
     "また教えて", "もう一度教えて", "再通知"),
)  # fmt: skip

# open_from only fits words that say when it begins; these outrank the table above.
OPEN_FROM = Table(
    ("open_from", "から開け", "から紛争を開", "以降に紛争", "以降は紛争", "以降に開",
     "から申し立てでき", "11日目",
     "開けるようにな", "発送から11日", "から紛争でき",
     "以降紛争", "から提起でき", "になったら開け", "以降に申し立て", "から開始でき",
     "以降でないと", "まで開けな", "まで紛争を開けな",
     "まで紛争でき", "まで待たないと", "まで申し立てでき", "まで開始でき", "まで紛争が開けな",
     "まで提起でき"),
)  # fmt: skip

# These words are only a date's own when they stand beside it.
_BESIDE = Table(
    (
        "refund_arrival",
        "以内に返金",
        "までに返金",
        "返金は",
        "返金まで",
        "返金が",
        "返金に",
        "返金予定",
    ),
)
_NOT_FROM_AFAR = frozenset(
    ["return_ship", "refund_arrival", "seller_receive", "support_reply", "open_until", "open_from"]
)
_AFAR = Table(
    (
        "return_ship",
        "返送",
        "返品待ち",
        "返品することに",
        "返品期限",
        "返品に決",
        "return goods",
        "返品の判定",
    ),
)

# The stage of a dispute that a running clock of this kind says it is in.
STAGES = {
    "seller_response": "seller_response",
    "ae_step_in": "negotiation",
    "negotiation_end": "negotiation",
    "accept_decline": "ae_proposal",
    "return_ship": "return_goods",
    "seller_receive": "seller_receives_return",
    "protection_end": "in_transit",
    "open_from": "open_window",
    "open_until": "open_window",
    "appeal": "appeal",
    "appeal_result": "appeal",
    "refund_arrival": "refund_processing",
    "paypal_open": "external",
    "paypal_escalate": "external",
    "card_chargeback": "external",
}


_LABEL_ENDS = (
    "期限",
    "期限は",
    "期限:",
    "期限が",
    "締切",
    "締切は",
    "締め切り",
    "締め切りは",
    "期日",
    "期日は",
)


def kind_of(near: str, text: str, label: str = "") -> str:
    """The kind that the words near a date name, else those of the whole text, else unknown.

    ``label`` is what stands in front of the date:
    「セラー回答期限11/23、AE介入11/26」 tells by it alone.
    """
    if label.rstrip(" 「『").endswith(_LABEL_ENDS):
        own = OPEN_FROM.first(label) or KINDS.first(label)
        if own is not None:
            return own
    beside = OPEN_FROM.first(near) or KINDS.first(near) or _BESIDE.first(near)
    if beside is not None:
        return beside
    afar = KINDS.first(text)
    if afar in _NOT_FROM_AFAR:
        afar = _AFAR.first(text)
    return afar or "unknown"
