"""Why there is a dispute: AliExpress' reason labels and how buyers say them.

The earlier row wins: what was sent to another address also "did not arrive".
"""

from handlers.reading.patterns import Pattern
from handlers.reading.reason_words import REASONS
from handlers.reading.words import Table, has

_NOT_RECEIVED = (
    "届かな", "届かん", "届かね", "とどいて", "とどきませ", "こない", "こねえ", "きてな",
    "届きませ", "届いていな", "届いてな", "届いていませ", "届いてませ", "とどかな",
    "未着", "まだ来な", "来ない", "来ませんでし", "到着しな", "到着しませ", "到着していな",
    "到着してな", "着かな", "着きませ", "not received", "haven't received", "have not received",
    "not arrived", "hasn't arrived", "never arrived", "didn't arrive", "did not receive",
    "didn't receive", "受け取っていな", "受け取っていませ", "受け取ってませ", "受け取れていませ",
    "受け取ってな", "受け取れていな", "受け取れな",
    "追跡が止ま", "追跡が更新", "追跡が動か", "追跡が進ま", "追跡…更新され", "追跡…止まっ",
    "追跡…動いて", "更新が止ま", "紛失", "行方不明", "届く気配", "still in transit", "荷物が来な",
    "物が来な", "届かず", "未だ届", "いまだに届", "いまだ届", "未達", "届くのが遅", "遅延",
    "待っても来", "ずっと配送中", "発送されな", "発送してくれ", "lost package", "package lost",
    "ポストに…な", "入ってないのに配達", "宅配ボックスに…な", "見当たらな", "どこにもな",
    "荷物がな", "もらってな",
    "配送中のまま", "輸送中のまま", "追跡なし…届",
)  # fmt: skip
# What does not move is the parcel, not the article.
_PARCEL_STANDS = Pattern(r"(?:追跡|配送|輸送|ステータス)[^。!?\n]{0,14}?動")
_MATERIALS = (
    "本革", "革", "レザー", "合皮", "ビニール", "プラスチック", "樹脂", "金属", "木製", "綿",
    "コットン",
    "ポリエステル", "シルク", "絹", "ウール", "ステンレス", "アルミ", "鉄", "ガラス", "純銀",
    "メッキ", "麻",
)  # fmt: skip
_ARRIVAL = Table(
    ("not_received", *_NOT_RECEIVED),
)
# Money and answers that do not come are no missing parcel.
_OTHER_ARRIVALS = Pattern(
    r"(?:返金|お金|入金|返事|返信|連絡|メール|回答|反応|通知|提案|案|判定|結果)(?:は|が|も"
    r"|の|まだ|すら|さえ|って|、)*[^。、!?\n]{0,6}?(?:来|届|着|きて|こな)[^。、!?\n]{0,6}"
)
# People and pages that cannot be reached are no broken goods.
_NOT_THE_GOODS = Pattern(
    r"(?:人|サポート|担当者?|オペレーター|チャット|電話|ボタン|アプリ|ページ"
    r"|画面)[にがへとはも][^。、!?\n]{0,6}?"
    r"(?:繋が|つなが|反応し|表示され|開か|動か)[^。、!?\n]{0,4}"
)
_DELIVERED = Table(
    ("delivered", "配達済", "配達完了", "配送済", "配送完了", "到着済", "delivered", "お届け済",
     "配達された", "配達になって", "届いたことに", "受取済", "投函済", "届け済", "お届け完了",
     "配達になった", "届いた事に", "受け取り済みに", "受取済みに", "署名済", "引き渡し済",
     "引渡済"),
)  # fmt: skip
_COLOURS = (
    "黒", "白", "透明", "クリア", "赤", "青", "緑", "黄", "紫", "ピンク", "グレー", "灰色", "茶",
    "紺", "ネイビー",
    "ベージュ", "オレンジ", "金色", "銀色", "ゴールド", "シルバー", "ブラック", "ホワイト",
    "ブルー", "レッド", "グリーン", "ブラウン", "水色", "カーキ", "イエロー", "パープル",
    "クリーム色",
)  # fmt: skip
# The prefectures and cities in which parcels of others are most often delivered.
_PLACES = (
    "北海道", "札幌", "青森", "岩手", "仙台", "宮城", "秋田", "山形", "福島", "茨城", "栃木",
    "群馬", "埼玉",
    "千葉", "東京", "神奈川", "横浜", "川崎", "新潟", "富山", "石川", "金沢", "福井", "山梨",
    "長野", "岐阜",
    "静岡", "愛知", "名古屋", "三重", "滋賀", "京都", "大阪", "兵庫", "神戸", "奈良", "和歌山",
    "鳥取",
    "島根", "岡山", "広島", "山口", "徳島", "香川", "愛媛", "高知", "福岡", "佐賀", "長崎", "熊本",
    "大分",
    "宮崎", "鹿児島", "沖縄",
)  # fmt: skip
_BROUGHT = ("配達", "配送", "届", "発送", "到着")
_CONTRAST = (
    "のに",
    "はず",
    "ではなく",
    "じゃなく",
    "届い",
    "来た",
    "来ました",
    "でした",
    "だった",
    "注文",
    "頼ん",
)
_CHANGED_TO = (
    "理由を",
    "理由の変更",
    "理由変更",
    "reasonを",
    "変更してと",
    "変更するよう",
    "変えてと",
    "変えろ",
    "変えるよう",
)
# What a page offers to click or names in passing is no reason of one's own.
_ONLY_NAMED = Pattern(r"(?:返送先|追跡番号を(?:入|登)|返送料|関税込)")


def reason_of(text: str) -> str | None:
    """The reason a folded text gives, as a key of the reason catalogue, or None."""
    if _two_places(text):
        return "wrong_address"
    named = REASONS.first(text)
    if named == "not_working":
        text = _NOT_THE_GOODS.sub("", text)
        named = REASONS.first(text)
    if named in ("returned_to_sender", "customs") and _ONLY_NAMED.search(text):
        named = None
    if named == "no_longer_needed" and any(word in text for word in _CHANGED_TO):
        named = None
    missing = _is_missing(text)
    if named == "not_working" and _PARCEL_STANDS.search(text):
        return "not_received"
    if named == "wrong_address" or (named and not missing):
        return _color_before(named, text)
    if missing:
        if named in (
            None,
            "damaged",
            "quality",
            "not_working",
            "no_longer_needed",
            "not_as_described",
        ):
            if _DELIVERED.first(text) is not None:
                return "delivered_not_received"
            return "not_received" if named is None or _arrival_is_said(text) else named
        if named == "tracking_invalid" and _DELIVERED.first(text) is None:
            return named
        return named
    if _two_colours(text):
        return "color_mismatch"
    return "not_as_described" if _two_materials(text) else None


def _is_missing(text: str) -> bool:
    if _ARRIVAL.first(text) is None:
        return False
    parcel = _OTHER_ARRIVALS.sub("", text)
    return parcel == text or has(parcel, *_NOT_RECEIVED)


def _arrival_is_said(text: str) -> bool:
    return any(word in text for word in _NOT_RECEIVED[:20])


def _color_before(named: str, text: str) -> str:
    """「注文は黒なのに白が来た、全然違う」 is about the colour."""
    if named in ("wrong_item", "not_as_described") and _two_colours(text):
        return "color_mismatch"
    return named


def _two_places(text: str) -> bool:
    """「うちは東京なのに大阪に配達された」."""
    if not any(word in text for word in _BROUGHT) or "のに" not in text:
        return False
    return sum(place in text for place in _PLACES) >= 2


def _two_materials(text: str) -> bool:
    """「本革のはずがビニールだった」."""
    found = [one for one in _MATERIALS if one in text]
    kinds = {one for one in found if not any(one != other and one in other for other in found)}
    return len(kinds) >= 2 and any(word in text for word in (*_CONTRAST, "じゃなく", "のはず"))


def _two_colours(text: str) -> bool:
    found = {colour for colour in _COLOURS if colour in text}
    if "面白" in text or "空白" in text or "余白" in text:
        found.discard("白")
    if "お茶" in text or "茶碗" in text:
        found.discard("茶")
    return len(found) >= 2 and any(word in text for word in _CONTRAST)
