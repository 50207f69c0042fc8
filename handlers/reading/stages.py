"""Which stage of its course a dispute is in, by what the buyer says happened last."""

import re

from handlers.reading.deadline_kind import STAGES
from handlers.reading.parties import ALIEXPRESS, SELLER
from handlers.reading.patterns import Pattern
from handlers.reading.words import Table

_OPENED = Pattern(
    r"(?:紛争|申し?立て|異議|争議|dispute|オープン紛争|返品/返金|返金申請"
    r"|返金リクエスト)(?:を|が|は|も|で)?[^。!?\n、]{0,8}?(?:開[いけ](?!な|ま[すせ]|る|れ"
    r"|ら|ば|よ|た[らい])|ひらい|起こし|起こした|出し[たま]|提起し|申請し|始め[たま]"
    r"|(?:申し)?立て(?:た|まし|てい|を?しま|をした)|オープンし|しました|した(?!い|ら)"
    r"|送[っり])"
    r"|オープン紛争(?:し|を)|(?:opened|filed|raised) (?:a |the |my )?(?:dispute|case)"
    r"|申し?立て(?:ました|た(?!い)|中)|紛争(?:提起|申請)(?:し|済|日)|紛争中|提起しました"
)
_DONE = (
    r"(?:した|しました|してき|されました|された|来た|来ました|きた|きました|届いた"
    r"|届きました|出た|出ました|ありました|あった|してい|している|してる|中|され|"
    r"言われ|言って|なりました|なった|続け|られ|繰り返|ばかり|もらい|もらった|下った|下り|です)"
)

_STAGES = Table(
    ("appeal", "アピールし", "抗議し", "抗議を", "アピールを", "appeal has been raised",
     "アピール中", "抗議中", "アピール段階", "再審査", "控訴し", "抗議文を送", "appealed",
     "アピール出", "アピールを出", "抗議出", "抗議を出", "抗議の結果", "アピールの結果",
     "アピール待ち", "抗議をクリック"),
    ("seller_receives_return", "返品を発送", "返品の荷物を発", "返品の荷物を送",
     "返品して追跡番号", "返品発送", "返品しました", "返品した", "返送しました",
     "返送した", "返送済", "送り返した", "送り返しました", "返品受領待ち", "返品の受領",
     "受領待ち", "返品が届", "返品の受け取り", "返品を受け取", "送り返し済"),
    ("return_goods", "返品待ち", "返品することにな", "返品して返金にな", "返品と返金にな",
     "返品返金にな", "返品になり", "返品になった", "返品が決", "返品返金が決", "返品の判定",
     "返品返金の判定", "返品しないと", "返品して返金の判定", "返送期限", "返品期限", "返品の期限",
     "返送先", "返品先", "return goods", "返品段階", "返品が認め", "返品返金で", "返品手続",
     "返送しな", "送り返さな", "返品して返金になり", "返品してくださ", "返品に決"),
    ("refund_processing", "返金処理", "refund processing", "返金手続き", "返金待ち",
     "waiting for refund", "返金が始ま", "返金予定", "返金されるのを待", "返金がまだ", "返金まだ",
     "返金が来な", "返金が届か", "返金されな", "返金されてな", "返金されてい", "返金がされ",
     "返金いつ", "返金はいつ", "返金が反映", "入金されな", "入金がな", "入金まだ", "まだ入金",
     "返金が決", "全額返金が確定", "返金が確定", "返金確定"),
)  # fmt: skip
_CLOSED = Pattern(
    r"(?:終了|クローズ|完了|取り下げ|キャンセル|解決|決着|終結)(?:は)?(?:し(?:まし)?た(?!ら"
    r"|い|方|ほう|場合|と言|ん)|して(?:い|る|しま|いる)|され(?:まし)?た(?!ら)|になり"
    r"|になった|となり|となった|済み|てしまい|てしまっ)|取り下げ(?:まし)?た(?!ら|い|方"
    r"|ほう)"
    r"|閉じられ|紛争[がはも]?終わ[っり]|dispute finished|紛争終了(?!予定|日|まで|の(?:予定"
    r"|期限))|finished(?<![a-z]finished)(?! ?-| ?–|.{0,4}estimated)|終わ(?:りました|った(?!ら)"
    r"|って(?:い|し))|[円0]で終わ|最終(?:的な)?判定|勝手に終了|closed(?<![a-z]closed)(?![a-z])"
    r"|強制終了|打ち切られ"
)
_AE_PROPOSAL = Pattern(
    rf"aliexpress proposed|新しい解決案|judge?ment|(?:判定|裁定)(?:が|は|で|も|の|に)"
    rf"|判定(?:です|だ|済|$)|{ALIEXPRESS}(?:側)?(?:の|から|が|より"
    rf"|は)?[^。!?\n]{{0,12}}?(?:提案|解決案|案)[^。!?\n]{{0,14}}?(?:{_DONE}|$|が|は|を|に"
    rf"|で)"
    r"|valid(?<![a-mo-z]valid)(?![a-z])|ae案|運営案|refund only (?:jpy|us|eur)|合意に達し"
)
_STEPPED_IN = Pattern(
    rf"(?:介入(?:し|中|が始|にな|に入|され|段階|しまし|済|開始)|{ALIEXPRESS}(?:側)?(?:が"
    rf"|の)(?:審査|調査|判断|確認)(?:中|待ち|し|に)|審査中|判定待ち|判定を待|裁定待ち"
    rf"|運営待ち|arbitrat|stepped in|仲裁(?:中|に|が始))"
)
_SELLER_ANSWERED = Pattern(
    rf"{SELLER}(?:側)?(?:さん)?(?:から|が|は|に|の|より|も)?[^。!?\n]{{0,24}}?(?:拒否|提案"
    rf"|反対|断[らっり]|案|返金しません|オファー|返事|回答|言[わっい]|メッセージ|返金|再送"
    rf"|再発送|リジェクト|reject|decline|却下|証拠|認めな|応じな|反論"
    rf"|交渉)[^。!?\n]{{0,10}}?(?:{_DONE}|が|を|に|は|で|$)"
)
_SELLER_PENDING = Pattern(
    rf"{SELLER}(?:側)?(?:から|が|は|の|も)?[^。!?\n]{{0,10}}?(?:(?:返事|返信|回答|反応|連絡"
    rf"|対応|応答)(?:が|は|も|を)?(?:まだ|ない|な[いし]|来な|待|こな|ありませ|届かな"
    rf"|してこな|しな|まで|期限|が遅|ゼロ)|無視|待ち|無反応|音沙汰)|(?:回答|返事|返答)待ち"
    rf"|waiting for (?:the )?seller|seller (?:has|will|must|response)|セラー待ち"
)
_NEGOTIATION = Table(
    (
        "negotiation",
        "交渉中",
        "交渉に",
        "協議中",
        "交渉して",
        "話し合い中",
        "negotiat",
        "交渉段階",
        "steps in",
        "step in",
        "介入予定",
        "介入日",
        "に介入",
        "介入",
        "提案1",
        "option 1",
    ),
)
_PRE = Table(
    ("awaiting_shipment", "発送待ち", "まだ発送され", "発送されな", "未発送", "発送してくれ",
     "発送しない", "発送されませ", "awaiting shipment"),
    ("external", "チャージバックを申", "チャージバック申請", "paypalに申", "paypalに異議",
     "paypalで異議", "paypalに紛争", "paypalで紛争", "カード会社に連絡", "カード会社に電話",
     "ccjに", "国民生活センターに", "カード会社に相談", "paypalに相談", "チャージバック中"),
    ("in_transit", "配送中", "輸送中", "保護期限が", "保護期限は", "保護期限まで", "保護期間",
     "追跡が止", "追跡が動", "追跡が更新", "buyer protection", "保護期限:", "保護がもうすぐ",
     "発送済み", "in transit", "延長してもら", "保護の延長", "バイヤー保護が"),
    ("open_window", "紛争を開ける期限", "紛争を開けるのは", "紛争したい", "紛争を開きたい",
     "紛争を起こしたい", "申し立てたい", "申し立てしたい", "申し立てをしたい", "紛争を開けるの",
     "紛争できるの", "これから紛争", "紛争を始めたい", "紛争を申請したい", "開けるようにな"),
)  # fmt: skip


def is_opened(text: str) -> bool:
    """Whether the buyer says that a dispute was opened."""
    return _OPENED.search(text) is not None


def stage_of(text: str, kind: str | None) -> str | None:
    """The stage, the furthest one that a folded text names; a deadline's kind may tell it too."""
    late = _STAGES.first(text)
    if late is not None:
        return late
    if _CLOSED.search(text):
        return "closed"
    if _STEPPED_IN.search(text) and not re.search(r"介入(?:予定|日)", text):
        return "ae_steps_in"
    if _AE_PROPOSAL.search(text):
        return "ae_proposal"
    if _SELLER_PENDING.search(text):
        return "seller_response"
    if _SELLER_ANSWERED.search(text):
        return "negotiation"
    early = _NEGOTIATION.first(text)
    if early is not None:
        return early
    if is_opened(text):
        return STAGES[kind] if kind in STAGES and kind != "external" else "seller_response"
    if kind is not None and kind in STAGES:
        return STAGES[kind]
    return _PRE.first(text)
