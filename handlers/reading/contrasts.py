"""What no single word tells: two colours, places or materials beside words of order and arrival."""

from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.tables import Table
from handlers.reading.mail_sections import is_in_lines
from handlers.reading.patterns import Pattern
from handlers.reading.sizes import (
    bare_sizes_differ,
    fewer,
    is_a_set,
    is_measured,
    two_sizes,
    two_values,
)

_COLOURS = Table("colours")
_MATERIALS = Table("materials")
_CONNECTORS = Table("connectors")
_PLACES = Table("parcel places")
_CARRIERS = Table("carriers")
# The goods are spoken of as ordered and as arrived.
_ORDERED = Table("ordered")
_CAME = Table("came")
_CONTRAST = Table("contrast")
_WHAT_CAME = Pattern(r"(?:来た|きた|届いた|入って(?:い)?た)の[はが]")
_BECAME = Pattern(r"が[^。、!?\n]{1,8}(?:になって|で)(?:到着|届|来)")
_CAPACITIES = Pattern(
    r"(\d{1,6}) ?(gb|tb|mb|mah|w|ワット|ルーメン|lm|v|ボルト|ギガ|ポート|灯|l|リットル|kg"
    r"|g)(?![a-z])"
)
# 「型番AX200じゃなくAX100だった」
_MODEL = Pattern(r"(?<![a-z\d-])[a-z]{1,5}-?\d{1,5}[a-z]{0,3}\d{0,3}(?![a-z\d-])")
# What is measured of these is no size: 「20000mahとあるのに実測3000」.
_POWER = Pattern(r"\d ?(?:mah|wh?|gb|tb|mb|lm|ルーメン|v|ワット|ボルト|アンペア|ギガ)(?![a-z])")
_MEMORY = Pattern(r"\d{1,4} ?[tgm]b(?![a-z])")
_IN_TRUTH = Pattern(r"中身は|実際|実は|実測|実容量|測ったら|なのに|のに|はずが")
_ONES_OWN = Pattern(
    r"うち(?![の側])|自宅|我が家|住んで|私の(?:住所|家)|注文の?(?:配送先|住所)"
    r"|my (?:address|home|house)|i live|住所は|こちらは|こっちは|宛の?(?:郵便物|荷物)?では"
)
_PLACED = Pattern(r"配達|届|着|送|受け|到着|追跡|荷物|サイン|印刷|投函|行って|住|delivered")
# Without one of these, and without words of order and contrast, nothing below fits.
_SIGNS = Pattern(
    r"中身|個中|枚中|本中|点中|の中|(?:\d|センチ|cm|号|サイズ)の|実|測|のに|はず|書|表[記示]|とあ|ってあ|たの[はが]|1/|しか|うち|セット|入|組|パック"
)
_SAYS_ANOTHER = Table("says another")
_NO_THING = Table("no thing", Look.SELDOM)
# 「ランプのはずが時計」, 「タブレットを頼んだら写真立て」: what came is all that follows.
_AS_A_LIST = Pattern(
    r"(?:^|[\n。])(?:(?:頼ん|注文し|買っ|ポチっ)[ただ](?:の|もの|物|やつ|商品)?|注文品?)"
    r"[は:→ ]{1,2}"
    r"(?P<ordered>[^\n。、!?\d]{2,20})[\n。、]+ ?"
    r"(?:(?:来|きた|届い|着い|入って(?:い)?)た?(?:の|もの|物|やつ|商品)?|実物|現物)[は:→ ]{1,2}"
    r"(?P<came>[^\n。、!?\d]{2,20})(?:[\n。、!]|$)"
)
_FOLLOWS = {
    "until the end": Pattern(r"、?[^。!?\n\d]{2,16}(?:[。!]|$)"),
    "a thing until the end": Pattern(r"、?[^。!?\n\d]{0,15}(?:[ァ-ヶー一-龠]|立て)(?:[。!]|$)"),
    "goods until the end": Pattern(
        r"、?[^。!?\n\dをはが]{2,14}(?<![いたるんずよねわかなやしてもどらのまく])"
        r"(?:が\d{1,2}[足枚個本つ着台])?(?:[。!]|$)"
    ),
}
# 「注文したのは2月14日で、届いたのはきのう」 compares days.
_DATED = Pattern(r"\d ?(?:[月日]|/\d|円)")
# 「倍率10倍のはずが8倍」, 「3.1なのに2.0」
_OTHER_FIGURE = Pattern(
    r"(?<![\d.])(\d{1,5}(?:\.\d{1,3})?) ?"
    r"((?!円|日|月|時|分|回|営|週|年|件|ドル|人)[a-z%一-龠ァ-ヶ]{0,4})"
    r"(?:の?はず(?:が|なのに|やのに|だったのに)|なのに|やのに"
    r"|(?:って|と)書いて(?:あるのに|あったのに|たのに)?)[^。!?\n\d]{0,10}"
    r"(?<![\d.])(\d{1,5}(?:\.\d{1,3})?) ?\2(?![\d円日月時分回営週年件人])"
)
# 「65インチと書いてあったテレビ台、実物は55」
_BARE_FIGURE = Pattern(
    r"(?<![\d.])(\d{1,5}(?:\.\d{1,3})?) ?(?:[a-z]{1,4}|[ァ-ヶー]{2,6})の?"
    r"(?:はず|表[記示]|と(?:書|あ)|って(?:書|あ))[^。!?\n\d]{0,18}"
    r"(?:実物|現物|実際|実測|(?:測っ|計っ|量っ|届い|来)た)(?:の?[はがも]|に|ら|で)?[^。!?\n\d]{0,4}"
    r"(\d{1,5}(?:\.\d{1,3})?)(?![\d./:円日月時分回営週年件人])"
)
# What says that a figure was promised: both patterns above have one of these.
_PROMISED = Pattern(r"はず|のに|書|表[記示]|とあ|ってあ")
_AS_SOLD = Pattern(
    r"(?:のはず(?:が|なのに|やのに|だったのに)|って話だったのに|って話やのに|という触れ込み|の触れ込み|って書いて(?:た|あった|あるのに|たのに|とったのに|とったとに)"
    r"|ってあったのに|とあったのに|(?:\d{1,3}|百)%の[^。!?\n]{1,10}に)[^。!?\n]{0,24}"
)
_ABOUT_THE_CASE = Pattern(
    r"紛争|申し?立|提案|返金|介入|判定|案が|メール|期限|運営|ae(?![a-z])|返品|承認|同意|拒否|カード|営業日|ボタン|円しか"
)
# What it is made for: 「15用」, 「犬用」, 「タイプc用」
_FOR = Pattern(
    r"(?<![a-z0-9ァ-ヶー左右前後大小男女])([a-z]*\d[a-z0-9]*|[a-z]{2,8}|[左右前後大小男女]?[ァ-ヶー]{2,8}|[左右男女犬猫夏冬]性?|日本|大人)用(?![意途件紙心])"
)


WORDS = frozenset(table.name for table in (_ORDERED, _CONTRAST, _COLOURS, _PLACES))
"""The tables that tell a contrast; without them only a figure can."""


def hints_at_figures(text: str) -> bool:
    """Whether a folded text may hold two figures of which one was promised."""
    return _SIGNS.search(text) is not None


def by_contrast(text: str, first: str | None) -> str | None:
    """What two values of the same kind tell, where the words do not tell it better."""
    if first in ("empty_parcel", "counterfeit", "color_mismatch", "no_longer_needed"):
        return first
    ordered = _ORDERED.first(text) is not None
    compared = ordered and _CAME.first(text) is not None
    contrasted = _CONTRAST.first(text) is not None
    if _two_colours(text, compared=compared, contrasted=contrasted, first=first):
        return "color_mismatch"
    if first is None and not (ordered or contrasted) and not hints_at_figures(text):
        return None
    if first == "size_mismatch" and _POWER.search(text) and not two_sizes(text):
        return "not_as_described"
    if first in ("shortage", "size_mismatch"):
        return first
    contrasted = contrasted or compared or _WHAT_CAME.search(text) is not None
    measured = contrasted or is_measured(text)
    if (measured and two_sizes(text)) or (ordered and bare_sizes_differ(text)):
        return "size_mismatch"
    counted = contrasted or is_a_set(text)
    if counted and first in (None, "not_as_described", "quality") and fewer(text):
        return "shortage"
    if compared and len(_CARRIERS.all(text)) >= 2 and first in (None, "not_as_described"):
        return "shipping_method_changed"
    if first is not None and first not in ("not_as_described", "quality"):
        return first
    if contrasted and (len(_MATERIALS.all(text)) >= 2 or len(_CONNECTORS.all(text)) >= 2):
        return "not_as_described"
    in_truth = _IN_TRUTH.search(text) is not None
    if (compared or in_truth) and two_values(_CAPACITIES, text):
        return "not_as_described"
    if in_truth and len(set(_MEMORY.findall(text))) >= 2:
        return "not_as_described"  # 「1TBのはずが実際は64GB」
    if first is None and _PROMISED.search(text) is not None and _other_figure(text):
        return "not_as_described"
    if first is None and (ordered or contrasted) and _says_another(text):
        return "wrong_item"
    if first is None and "\n" in text and _is_listed_as_another(text):
        return "wrong_item"
    if first is None and "型" in text and len(set(_MODEL.findall(text))) >= 2:
        return "wrong_item"
    if first is None and contrasted and _for_another(text):
        return "wrong_item"
    if first is None and compared and _AS_SOLD.search(text) and not _ABOUT_THE_CASE.search(text):
        return "not_as_described"
    return first


def _says_another(text: str) -> bool:
    """「頼んだのは腕時計。出てきたのはスマホケース」, 「傘を注文。中身はタオル」."""
    for one in _SAYS_ANOTHER.found(text):
        if one.name == "anywhere":
            if _DATED.search(text, one.start, one.end) is None:
                return True
            continue
        found = _FOLLOWS[one.name].match(text, one.end)
        # 「頼んだのに無視」: what follows is no thing.
        if found is not None and (
            one.name != "goods until the end" or _NO_THING.first(text, found.span()) is None
        ):
            return True
    return False


def _is_listed_as_another(text: str) -> bool:
    """「頼んだの: USBハブ」, below it 「来たの: ネックレス」."""
    found = _AS_A_LIST.search(text)
    return found is not None and found["ordered"].strip() != found["came"].strip()


def _for_another(text: str) -> bool:
    """「15用頼んだのに13用」: two things are named that it is for, as ordered and as it came."""
    return "用" in text and len(set(_FOR.findall(text))) >= 2


def _two_colours(text: str, *, compared: bool, contrasted: bool, first: str | None) -> bool:
    """「赤を頼んだら青」, 「くすみピンクなのにどピンク」, 「シルバーがゴールドになって到着」."""
    if not _COLOURS.may_be_in(text):
        return False
    if len(_COLOURS.all(text)) >= 2:
        return compared or contrasted or _BECAME.search(text) is not None
    if first not in (None, "not_as_described") or len(_COLOURS.found(text)) < 2:
        return False
    return (contrasted and compared) or _WHAT_CAME.search(text) is not None


def _other_figure(text: str) -> bool:
    """Whether a figure of the text is not the one that was promised."""
    return any(one[1] != one[3] for one in _OTHER_FIGURE.finditer(text)) or any(
        one[1] != one[2] for one in _BARE_FIGURE.finditer(text)
    )


def two_places(text: str) -> bool:
    """「うちは東京なのに大阪に配達された」."""
    if len(_PLACES.all(text)) < 2 or _PLACED.search(text) is None:
        return False
    # A parcel's history passes through many places, and an order page names that of the buyer.
    return not is_in_lines(text) or _ONES_OWN.search(text) is not None
