"""Why there is a dispute: AliExpress' reason labels and how buyers say them.

The words of a reason stand in ``reasons.txt``; what no single word tells is found by contrast.
"""

from handlers.reading.contrasts import WORDS, by_contrast, hints_at_figures, two_places
from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.phrases import Span
from handlers.reading.lexicon.tables import Table, none_in
from handlers.reading.mail_heads import head_of
from handlers.reading.own_words import own_words_of
from handlers.reading.patterns import Pattern
from handlers.reading.symptoms import symptom_of

_REASONS = Table("reasons")

# A parcel that is not there. Money, answers and mails that do not come are none.
_MISSING = Table("missing")
_OTHER_THINGS = (
    r"(?:返金|(?:半分|全額|一部)しか|通目|通知メール|封書|手紙|お金|入金|着金|代金|返事|返信|(?<!発送)(?<!発送の)連絡|メール|回答|反応|通知|お知らせ|提案|案|判定|結果|答え|返答|アナウンス|メッセージ|ボタン|表示"
    r"|介入|運営|セラー|売り手|担当|人間|カード会社|承認|画面|明細|カードに|口座に|集荷|業者|リンク|(?<!延長)(?<!電源)コード(?!レス)|ラベル|返送先|指示|案内|振込|払い戻し|差額|refund|処理|手続き|確認|(?:電車|バス|列車|新幹線)(?!の|模型|セット))"
)
_OTHER_ARRIVALS = Pattern(
    _OTHER_THINGS
    + r"(?:は|が|も|の|まだ|すら|さえ|って|、|待ち)*(?:(?!荷物|商品|品物)[^。、!?\n]){0,12}?"
    r"(?:来|届|着|きて|こな|こん|けえへん|こおへん|来な|なし|ない|遅|止ま|動か|もらえ)[^。、!?\n]{0,6}"
)
# What was sent back is on another way.
_RETURNED = Pattern(
    r"(?:返品した|返送した|返[送品](?:ぶん|分)の?|送り返した|返した|返送中の|返品の|送り返し)[^。!?\n]{0,34}"
)
_DELIVERED = Table("delivered")
_NOT_HERE = Table("not here")
_LATE = Table("late", Look.SELDOM)

# What is said of pages, apps, buttons and people is not said of the goods.
_NOT_THE_GOODS = Pattern(
    r"(?:(?:承認|拒否|同意|賛成|反対)[もはが]ボタン|(?<![がもは])(?<!電源)(?<!起動)(?<!再生)(?<!スタート)ボタン(?!電池|ホール|穴)|押す?(?:とこ|ところ|やつ|もの)|押せる(?:もの|物|とこ)|選択肢|欄|ページ(?!の(?:写真|画像|説明|表記|記載|絵|柄|色|商品|生地|素材|デザイン|形)|と[^、。!?\n]{0,12}(?:違|ちが|別|異な))(?![^、。!?\n]{0,14}(?:とある|とあった|とあって|って書|と書|に記載|のはず))|画面(?=[^、。!?\n]{0,12}(?:表示|出て|出な|開[いけか]|見え|見当|押|なって|真っ白))|一覧|履歴|リスト|入口|リンク|チャット|窓口?は|オペレーター|サポート|担当者?|人間"
    r"|アプリ|サイト(?!の(?:写真|画像|説明|表記|記載|商品))|bot|(?<!ロ)ボット|eva|エヴァ"
    r"|パソコン(?=[^、。!?\n]{0,6}(?:だと|では|から|で見|版|の画面))|アカウント|クーポン|記録|内容を"
    r"|申請(?! ?理由)|動画の(?! ?\d)|ログイン|審査|カードの明細|口座|メール|返事|返信|回答|連絡"
    r"|(?:写真|動画|画像|証拠|ファイル|スクショ)[がもはを](?=[^。、!?\n]{0,10}(?:上が|アップ|送れ|添付|貼れ|あがら|追加でき|登録でき))|通知|お知らせ|自動応答|(?<!掃除)ロボ(?!ット掃|ット用)|電話)"
    r"(?!(?:全部|が|も|は)?(?:取れ|割れ|壊れ|ちぎれ|欠け|外れ|破れ|やぶれ|折れ|濡れ|汚れ|抜け落))[^、。!?\n]{0,22}"
)
# 「リモコンの赤いボタン」 is a part of the goods.
_OF_A_DEVICE = Pattern(
    r"(?:リモコン|コントローラー?|マウス|カメラ|時計|ウォッチ|イヤホン|ゲーム機|ライト|スピーカー|洗濯機|掃除機|扇風機"
    r"|シャツ|ズボン|パンツ|コート|ジャケット|カーディガン|服)の?[^。、!?\n]{0,6}$"
)
# These reasons can be meant of the page just as well.
_OF_ANYTHING = ("not_working", "empty_parcel", "shortage", "size_mismatch", "wrong_item",
                "not_as_described", "damaged", "no_longer_needed")  # fmt: skip


# Without words of these only figures or a symptom can give a reason.
_TELLING = WORDS | {table.name for table in (_REASONS, _MISSING, _DELIVERED)}


# 「申し立ての理由  破損(Damaged goods)」, "Dispute Reason:", below it "Quality problem".
_LABEL = Pattern(
    r"(?:^|\n|\((?=reason))[ ■。●・▼>*|\[(]*(?:"
    r"(?:(?:紛争|申し?立て?|異議|返品|返金)の?)?理由[\])]?(?: ?[:|] ?| {2,}|\n)"
    r"|(?:dispute |return |refund |(?:your )?claim )?reason"
    r"(?: (?:of|for) the (?:dispute|refund|return))?(?: ?[:|] ?| {2,}|\n)"
    r") *\n?(?P<value>[^\n]{2,70})"
)


def reason_of(text: str) -> str | None:
    """The reason a folded text gives, as a key of the reason catalogue, or None."""
    may_name = "\n" in text and ("理由" in text or "reason" in text)
    labelled = _LABEL.search(text) if may_name else None
    if labelled is not None:
        named = _named_in(text, labelled.span("value"))
        if named is not None:
            return named
    if head_of(text).of_an_order and not own_words_of(text):
        return None  # what such a mail tells everybody is nobody's reason
    if none_in(_TELLING, text):
        figures = by_contrast(text, None) if hints_at_figures(text) else None
        return figures or symptom_of(text)
    first = _REASONS.first(text)
    if first in _OF_ANYTHING:
        first = _of_the_goods(text, first)
    missing = _is_missing(text)
    if first != "wrong_address" and two_places(text):
        return "wrong_address"
    if first == "wrong_address":
        return first
    delivered = _DELIVERED.first(text) is not None
    if delivered and "返" in text:
        delivered = _says_apart_from(text, _DELIVERED, _RETURNED)
    if delivered and (missing or _NOT_HERE.first(text) is not None):
        return "delivered_not_received"
    if first in ("returned_to_sender", "customs", "tracking_invalid"):
        return first
    if missing and first in (None, "shipping_method_changed", "not_as_described"):
        return "shipping_method_changed" if first == "shipping_method_changed" else "not_received"
    if first in ("not_working", "shortage", "no_longer_needed") and missing and _only_late(text):
        return "not_received"
    return by_contrast(text, first) or first or symptom_of(text)


def _named_in(text: str, value: Span) -> str | None:
    """The reason that a page names behind its label."""
    missing = _MISSING.first(text, value) is not None
    if _DELIVERED.first(text, value) is not None and (
        missing or _NOT_HERE.first(text, value) is not None
    ):
        return "delivered_not_received"
    return _REASONS.first(text, value) or ("not_received" if missing else None)


def _of_the_goods(text: str, first: str) -> str | None:
    """The first reason that is said of more than pages, apps and people."""
    others = [
        found.span()
        for found in _NOT_THE_GOODS.finditer(text)
        if _OF_A_DEVICE.search(text, max(0, found.start() - 16), found.start()) is None
    ]
    if not others:
        return first
    for one in _REASONS.found(text):
        if one.name not in _OF_ANYTHING:
            return one.name
        if not any(a < one.end and one.start < b for a, b in others):
            return one.name
    return None


def _is_missing(text: str) -> bool:
    if _MISSING.first(text) is None:
        return False
    return _says_apart_from(text, _MISSING, _OTHER_ARRIVALS, _RETURNED)


def _says_apart_from(text: str, table: Table, *others: Pattern) -> bool:
    """Whether a table has something of the text outside what is said of other things."""
    elsewhere = [found.span() for other in others for found in other.finditer(text)]
    return any(
        not any(start < one.end and one.start < end for start, end in elsewhere)
        for one in table.found(text)
    )


def _only_late(text: str) -> bool:
    """Whether it is the parcel itself that does not come or move, and not a part of it."""
    return _LATE.first(text) is not None
