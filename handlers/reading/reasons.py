"""Why there is a dispute: AliExpress' reason labels and how buyers say them.

The words of a reason stand in ``reasons.txt``. What no single word tells is found by contrast: two
colours, two places, two sizes, two counts beside words of ordering and arriving.
"""

from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern

_REASONS = Table("reasons")
_COLOURS = Table("colours")
_MATERIALS = Table("materials")
_PLACES = Table("parcel places")
_CARRIERS = Table("carriers")

# A parcel that is not there. Money, answers and mails that do not come are none.
_MISSING = Table("missing")
_OTHER_THINGS = (
    r"(?:返金|お金|入金|着金|代金|返事|返信|連絡|メール|回答|反応|通知|お知らせ|提案|案|判定|結果|答え|返答|アナウンス|メッセージ|ボタン|表示"
    r"|介入|運営|セラー|売り手|担当|人間|カード会社|承認|画面|明細|カードに|口座に|集荷|業者|リンク|コード|ラベル|返送先|指示|案内|振込|払い戻し|差額|refund|確認)"
)
_OTHER_ARRIVALS = Pattern(
    _OTHER_THINGS + r"(?:は|が|も|の|まだ|すら|さえ|って|、|待ち)*[^。、!?\n]{0,12}?"
    r"(?:来|届|着|きて|こな|こん|来な|なし|ない|遅|止ま|動か|もらえ)[^。、!?\n]{0,6}"
)
# What was sent back is on another way.
_RETURNED = Pattern(
    r"(?:返品した|返送した|送り返した|返した|返送中の|返品の|送り返し)[^。!?\n]{0,34}"
)
_DELIVERED = Table("delivered")
_NOT_HERE = Table("not here")
_WHOLE_ORDER = Pattern(r"\d ?(?:個|つ|点|枚|本|足|件)(?:とも|全部)")
# The goods are spoken of as ordered and as arrived.
_ORDERED = Table("ordered")
_CAME = Table("came")
_CONTRAST = Pattern(
    r"(?:(?:頼ん|たのん|注文し|買っ|選ん|ポチっ)[ただ]ら|なのに|やのに|のに|[ただ]とに|はずが|はずなのに|つもりが|じゃなく|ではなく|やなく|→)"
)
_WHAT_CAME = Pattern(r"(?:来た|きた|届いた|入って(?:い)?た)の[はが]")
_BECAME = Pattern(r"が[^。、!?\n]{1,8}(?:になって|で)(?:到着|届|来)")
_MEASURES = Pattern(
    r"(\d{1,4}(?:\.\d{1,2})?) ?(cm|センチ|mm|ミリ|インチ|inch|m|メートル|号|サイズ)(?![a-z²2])"
)
_LETTERS = Pattern(
    r"(?<![a-z\d])(\d?xs|\d?xl|xxl|xxxl|[sml]l?)(?![a-z\d]|サイズくらい)(?=サイズ|を|の|が"
    r"|は|、|と|で|に|み|っ|相|じ|し|く|頼|注文|指定|買|来|届|って|→|だ|な|や|表|。| |$)"
)
# 「27cm頼んだのに届いたの25.5」, 「箱は26.5なのにタグは25.0」
_NO_SIZE = (
    r"(?! ?(?:円|ドル|個|枚|本|日|時|分|週|か月|ヶ月|月|年|%|割|回|点|着|セット|台|倍|gb|w|mah|足))"
)
_BARE_SIZES = Pattern(
    rf"(?<![\d.,¥$])(\d{{2,3}}(?:\.\d)?) ?(?:cm|センチ|サイズ"
    rf"|号)?{_NO_SIZE}(?:の[ァ-ヶー一-龠]{{1,6}})?(?:を|で)? ?(?:頼|たのん|注文|買|選"
    rf"|なのに|のはず)"
    rf"[^。!?\n]{{0,22}}?(?<![\d.,¥$])(\d{{2,3}}(?:\.\d)?)(?:cm|センチ|サイズ|号)?{_NO_SIZE}(?=が|で|だ|や|き|来|届|。|、|$)"
)
# 「1/3サイズのドール服なのに1/6」
_SCALE = Pattern(r"(?<!\d)1/\d{1,3}(?:サイズ|スケール|ドール|の(?:ドール|模型|プラモ|ミニカー))")
_SCALES = Pattern(r"(?<![\d/])1/(\d{1,3})(?![\d/月日])")
# 「120で頼んだのに着せたら90くらい」
_WORN = Pattern(
    r"(\d{2,3})(?:で|を|の|サイズ)[^。!?\n]{0,12}(?:頼|注文|買|選)[^。!?\n]{0,14}(?:着|履|はい|かぶ|測|計)[^。!?\n]{0,8}?(?!\1)\d{2,3}(?!\d)"
)
_COUNTS = Pattern(
    r"(\d{1,5}) ?(個|本|枚|足|台|点|着|セット|つ|組|袋|箱|ピース|粒|冊|双|玉|膳|缶|人分|人前"
    r"|回分)(?!目"
    r"|セット|組入)"
)
_CAPACITIES = Pattern(
    r"(\d{1,6}) ?(gb|tb|mb|mah|w|ワット|ルーメン|lm|v|ボルト|ギガ|ポート|灯|l|リットル|kg"
    r"|g)(?![a-z])"
)
_IN_TRUTH = Pattern(r"中身は|実際|実は|実測|実容量|測ったら|なのに|のに|はずが")
_PLACED = Pattern(r"配達|届|着|送|受け|到着|追跡|荷物|サイン|印刷|投函|行って|住")
_SAY_WRONG = Pattern(
    r"(?:頼ん|たのん|(?<!dispute )order"
    r"|注文(?!も|の画面|の件|履歴|番号|一覧|詳細|ページ|完了|[^。、!?\n]{0,5}\d{1,2}[月/])"
    r"|買[っう]|ポチ|購入(?!日|額|金額|履歴|時)|選ん|オーダー|指定)[^。!?\n]{0,12}?(?:[ただ]ら|のに|けど|が|→|はず|つもり|、|で|た。|て)"
    r"[^。!?\n]{0,22}?(?:が|の|は|→)?[^。!?\n]{0,10}(?:来[たまてよるい]|届[いきく]|きた|きまし|出て|入って|でした|だった|やった|だ$|(?<!は)や$)"
    r"|(?:頼んだ|注文した|買った|選んだ)(?:の|もの|物|商品|品)(?:は|が)?(?!\d{1,2}[月/])[^。!?\n]{1,22}?(?:届いた|来た|届いてた|入ってた)(?:の|もの|物|やつ)"
    r"|(?:じゃなく|ではなく|やなく)て?、?[^。!?\n、]{1,14}(?:が|の)?(?:入って|入っと|来た|来て|届い|出て)"
    # 「頼んだのは腕時計。出てきたのはスマホケース」, 「傘を注文。中身はタオル」
    r"|(?:頼んだ|たのんだ|注文した|買った|注文)のは[^。!?\n\d]{1,20}[。、][^。!?\n\d]{0,14}?(?:来た|きた|届いた|入ってた|入っていた|入っとった)のは"
    r"|(?:注文は[^。!?\n\d]{1,16}|を(?:頼んだ|たのんだ|注文(?:した|しました)?|買った|買いました))[。、]"
    r"(?:中身は|中は|届いたのは|来たのは|きたのは|開けたら|あけたら|箱の中(?:は|に))[^。!?\n\d]{2,16}(?:[。!]|$)"
    r"|(?:届いた|来た|きた|送られてきた|入って(?:い)?た)のは[^。!?\n]{1,20}(?:では|じゃ)なく"
    r"|注文は[^。!?\n]{1,20}?(?:来た|届いた)のは|のはずが、?[^。!?\n\d]{2,16}(?=[。!]|$)"
    r"|(?:はず|つもり)(?:が|なのに|やのに|だったのに)[^。!?\n]{2,20}(?:用|だった|でした|やった|来た|届いた|届き)"
)
_ONLY_SO_MUCH = Pattern(r"\d ?(?:cm|mm|m|センチ|ミリ)しか")
# 「倍率10倍のはずが8倍」, 「3.1なのに2.0」
_OTHER_FIGURE = Pattern(
    r"(?<![\d.])(\d{1,5}(?:\.\d{1,3})?) ?"
    r"((?!円|日|月|時|分|回|営|週|年|件|ドル|人)[a-z%一-龠ァ-ヶ]{0,4})"
    r"(?:の?はず(?:が|なのに|やのに|だったのに)|なのに|やのに"
    r"|(?:って|と)書いて(?:あるのに|あったのに|たのに)?)[^。!?\n\d]{0,10}"
    r"(?<![\d.])(\d{1,5}(?:\.\d{1,3})?) ?\2(?![\d円日月時分回営週年件人])"
)
_AS_SOLD = Pattern(
    r"(?:のはず(?:が|なのに|やのに|だったのに)|って話だったのに|って話やのに|という触れ込み|の触れ込み|って書いて(?:た|あった|あるのに|たのに|とったのに|とったとに)"
    r"|ってあったのに|とあったのに|(?:\d+|百)%の[^。!?\n]{1,10}に)[^。!?\n]{0,24}"
)
_ABOUT_THE_CASE = Pattern(
    r"紛争|申し?立|提案|返金|介入|判定|案が|メール|期限|運営|ae(?![a-z])|返品|承認|同意|拒否|カード|営業日|ボタン|円しか"
)


# What is said of pages, apps, buttons and people is not said of the goods.
_NOT_THE_GOODS = Pattern(
    r"(?:(?<![がもは])(?<!電源)(?<!起動)(?<!再生)(?<!スタート)ボタン|押す?(?:とこ|ところ|やつ|もの)|押せる(?:もの|物|とこ)|選択肢|欄|ページ(?!の(?:写真|画像|説明|表記|記載))(?![^、。!?\n]{0,14}(?:とある|とあった|とあって|って書|と書|に記載|のはず))|画面(?=[^、。!?\n]{0,12}(?:表示|出て|出な|開[いけか]|見え|見当|押|なって|真っ白))|一覧|履歴|リスト|入口|リンク|チャット|窓口?は|オペレーター|サポート|担当者?|人間"
    r"|アプリ|サイト|bot|ボット|eva|エヴァ|パソコン(?=[^、。!?\n]{0,6}(?:だと|では|から|で見|版|の画面))|アカウント|クーポン|記録|内容を|申請|動画の|ログイン|審査|カードの明細|口座|メール|返事|返信|回答|連絡|通知|お知らせ"
    r"|自動応答|ロボ(?!ット掃|ット用)|電話)"
    r"(?!(?:全部|が|も|は)?(?:取れ|割れ|壊れ|ちぎれ|欠け|外れ))[^、。!?\n]{0,22}"
)
# These reasons can be meant of the page just as well.
_OF_ANYTHING = ("not_working", "empty_parcel", "shortage", "size_mismatch", "wrong_item",
                "not_as_described", "damaged", "no_longer_needed")  # fmt: skip


def reason_of(text: str) -> str | None:
    """The reason a folded text gives, as a key of the reason catalogue, or None."""
    first = _REASONS.first(text)
    if first in _OF_ANYTHING:
        first = _of_the_goods(text, first)
    missing = _is_missing(text)
    if first != "wrong_address" and _two_places(text):
        return "wrong_address"
    if first == "wrong_address":
        return first
    delivered = _DELIVERED.first(text) is not None
    if delivered and "返" in text:
        delivered = _DELIVERED.first(_RETURNED.sub("", text)) is not None
    if delivered and (missing or _NOT_HERE.first(text) is not None):
        return "delivered_not_received"
    if first in ("returned_to_sender", "customs", "tracking_invalid"):
        return first
    if missing and first in (None, "shipping_method_changed", "not_as_described"):
        return "shipping_method_changed" if first == "shipping_method_changed" else "not_received"
    if first in ("not_working", "shortage", "no_longer_needed") and missing and _only_late(text):
        return "not_received"
    return _by_contrast(text, first) or first


def _of_the_goods(text: str, first: str) -> str | None:
    """The first reason that is said of more than pages, apps and people."""
    others = [found.span() for found in _NOT_THE_GOODS.finditer(text)]
    if not others:
        return first
    for one in _REASONS.found(text):
        if one.name not in _OF_ANYTHING:
            return one.name
        if not any(a < one.end and one.start < b for a, b in others):
            return one.name
    return None


def _by_contrast(text: str, first: str | None) -> str | None:
    """What two values of the same kind tell, where the words do not tell it better."""
    if first in ("empty_parcel", "counterfeit", "color_mismatch", "no_longer_needed"):
        return first
    compared = _ORDERED.first(text) is not None and _CAME.first(text) is not None
    contrasted = _CONTRAST.search(text) is not None
    if _two_colours(text, compared=compared, contrasted=contrasted, first=first):
        return "color_mismatch"
    if first in ("shortage", "size_mismatch"):
        return first
    contrasted = contrasted or compared or _WHAT_CAME.search(text) is not None
    measured = contrasted or _SCALE.search(text) or _ONLY_SO_MUCH.search(text)
    if measured and _two_sizes(text):
        return "size_mismatch"
    fewer = contrasted or _SET.search(text) is not None
    if fewer and first in (None, "not_as_described", "quality") and _fewer(text):
        return "shortage"
    if compared and len(_CARRIERS.all(text)) >= 2 and first in (None, "not_as_described"):
        return "shipping_method_changed"
    if first is not None and first not in ("not_as_described", "quality"):
        return first
    if contrasted and len(_MATERIALS.all(text)) >= 2:
        return "not_as_described"
    if (compared or _IN_TRUTH.search(text)) and _two(_CAPACITIES, text):
        return "not_as_described"
    if first is None and any(one[1] != one[3] for one in _OTHER_FIGURE.finditer(text)):
        return "not_as_described"
    if first is None and _SAY_WRONG.search(text):
        return "wrong_item"
    if first is None and compared and _AS_SOLD.search(text) and not _ABOUT_THE_CASE.search(text):
        return "not_as_described"
    return first


def _two_colours(text: str, *, compared: bool, contrasted: bool, first: str | None) -> bool:
    """「赤を頼んだら青」, 「くすみピンクなのにどピンク」, 「シルバーがゴールドになって到着」."""
    families = _COLOURS.all(text)
    if len(families) >= 2:
        return compared or contrasted or _BECAME.search(text) is not None
    return first is None and contrasted and compared and len(_COLOURS.found(text)) >= 2


def _is_missing(text: str) -> bool:
    if _MISSING.first(text) is None:
        return False
    parcel = _RETURNED.sub("", _OTHER_ARRIVALS.sub("", text))
    return parcel == text or _MISSING.first(parcel) is not None


_LATE = Table("late")


def _only_late(text: str) -> bool:
    """Whether it is the parcel itself that does not come or move, and not a part of it."""
    return _LATE.first(text) is not None


def _two_places(text: str) -> bool:
    """「うちは東京なのに大阪に配達された」."""
    return len(_PLACES.all(text)) >= 2 and _PLACED.search(text) is not None


# 「頼んだより2号小さい」, 「号数が2つも下」, 「ひとつ上のサイズ」
_STEP = r"(?:1つ|2つ|3つ|ひとつ|ふたつ|1個|2個|ワン|ツー|[1-9] ?号|1段階?|2段階?|何号か)"
_OFF_BY = Pattern(
    rf"{_STEP}(?:サイズ)?(?:分|ぶん)?(?:も|くらい|ぐらい)?の?(?:小さ|ちいさ|大き|おおき|でか|ちっさ|下|上|きつ|ゆる)"
    r"(?!の(?:提案|案|ボタン|欄|行|カード))"
)
_OF_SIZES = Pattern(r"サイズ|さいず|号|指輪|リング|靴|くつ|服|シャツ|パンツ|ズボン|帽子|径|インチ")


def _two_sizes(text: str) -> bool:
    if _OFF_BY.search(text) is not None and _OF_SIZES.search(text) is not None:
        return True
    if _SCALE.search(text) is not None and len(set(_SCALES.findall(text))) >= 2:
        return True
    letters = {found[1] for found in _LETTERS.finditer(text)}
    if len(letters) >= 2 or _two(_MEASURES, text) or _WORN.search(text) is not None:
        return True
    return any(found[1] != found[2] for found in _BARE_SIZES.finditer(text))


def _two(pattern: Pattern, text: str) -> bool:
    """Whether two different numbers of one unit stand in the text."""
    seen: dict[str, set[str]] = {}
    for number, unit in pattern.findall(text):
        seen.setdefault(unit, set()).add(number)
    return any(len(numbers) >= 2 for numbers in seen.values())


_SET = Pattern(
    r"(\d{1,4}) ?(個|本|枚|足|点|着|組|袋|箱|粒|冊|玉|缶|色|種類?|ピース)(?:セット|入り?|組|パック)"
    r"(?:[^。!?\n]{0,12}?(?:はず|のに|つもり)[^。!?\n\d]{0,10}|が|で、?中身は?|→)(\d{1,4}) ?\2"
)


def _fewer(text: str) -> bool:
    """「10個頼んで7個」: the second count of the same things is the smaller one."""
    if any(int(found[3]) < int(found[1]) for found in _SET.finditer(text)):
        return True
    counts = [(int(number), unit) for number, unit in _COUNTS.findall(text)]
    return any(
        later < earlier and same == unit
        for place, (earlier, unit) in enumerate(counts)
        for later, same in counts[place + 1 :]
    )
