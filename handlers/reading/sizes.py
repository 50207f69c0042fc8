"""Two sizes or two counts that differ: 「27cm頼んだのに25.5」, 「10個頼んで7個」."""

from handlers.reading.patterns import Pattern

_MEASURES = Pattern(
    r"(\d{1,4}(?:\.\d{1,2})?) ?(cm|センチ|mm|ミリ|インチ|inch|m|メートル|号|サイズ)(?![a-z²2])"
)
_LETTERS = Pattern(
    r"(?:(?<![a-z\d])|(?<=size))(\d?xs|\d?xl|xxl|xxxl|[2-9]l|ss|lll|[sml]l?)(?![a-z\d]|サイズくらい)(?=サイズ|を|の|が"
    r"|は|、|と|で|に|み|っ|相|じ|し|く|ぐ|き|入|頼|注文|指定|買|来|届|って|→|だ|な|や|表|。| |$)"
)
# 「27cm頼んだのに届いたの25.5」, 「箱は26.5なのにタグは25.0」
_NO_SIZE = (
    r"(?! ?(?:円|ドル|個|枚|本|日|時|分|週|か月|ヶ月|月|年|%|割|回|点|着|セット|台|倍|gb|w|mah|足"
    r"|(?:ミリ)?アンペア|ワット|ルーメン))"
)
_BARE_SIZES = Pattern(
    rf"(?<![\d.,¥$a-z])(\d{{2,3}}(?:\.\d)?) ?(?:cm|センチ|サイズ"
    rf"|号)?{_NO_SIZE}(?:の[ァ-ヶー一-龠]{{1,6}})?(?:を|で)? ?(?:頼|たのん|注文|オーダー|発注|指定"
    rf"|ポチ|買|選|なのに|のはず)"
    rf"[^。!?\n]{{0,22}}?(?<![\d.,¥$a-z])(\d{{2,3}}(?:\.\d)?)(?:cm|センチ|サイズ|号)?{_NO_SIZE}(?=が|の[がやを]|の[ァ-ヶー一-龠]{{1,6}}[がをでだ]|で|しか|だ|や|き|来|届|。|、|$)"
)
# 「丈200と書いて届いたのが178」: what is measured tells that the bare numbers are sizes.
_NAMED_SIZE = Pattern(
    r"(?:丈|幅|長さ|高さ|奥行き?|縦|横|直径|内径|外径|径|厚さ|厚み|太さ|ウエスト|胸囲|胴回り|首回り|首周り|頭囲|袖丈|股下|着丈|肩幅|サイズ(?:選択|指定|注文|は)?)"
    r"(?:が|は|を|:)? ?(\d{1,4}(?:\.\d)?)(?![\d円日月時分])[^。!?\n\d]{1,14}?"
    r"(?:届|来|き[たて]|実物|実際|実測|測|計|当て|で?現物|選|頼|注文)[^。!?\n\d]{0,10}(\d{1,4}(?:\.\d)?)(?![\d円日月時分個枚本])"
)
# 「60×30のはずが45×30」
_AREAS = Pattern(r"(?<![\d×x*])(\d{1,4}(?:\.\d)?(?:cm|mm)?[×x*]\d{1,4}(?:\.\d)?)(?!\d)")
# 「A3のはずがA4」
_PAPER = Pattern(
    r"(?<![a-z])([ab][1-8])(?=サイズ|の(?:額|紙|ポスター|ファイル)|のはず|を|で|が|なのに|頼|注文|[。、]|$)"
)
_BEDS = Pattern(r"セミダブル|シングル|(?<!セミ)ダブル|クイーン|キング(?=サイズ|を|が|の|で|なのに)")
# 「1/3サイズのドール服なのに1/6」
_SCALE = Pattern(r"(?<!\d)1/\d{1,3}(?:サイズ|スケール|ドール|の(?:ドール|模型|プラモ|ミニカー))")
_SCALES = Pattern(r"(?<![\d/])1/(\d{1,3})(?![\d/月日])")
# 「120で頼んだのに着せたら90くらい」
_WORN = Pattern(
    r"(\d{2,3})(?:で|を|の|サイズ)[^。!?\n]{0,12}(?:頼|注文|買|選)[^。!?\n]{0,14}(?:着|履|はい|かぶ|測|計)[^。!?\n]{0,8}?(?!\1)\d{2,3}(?!\d)"
)
_COUNTS = Pattern(
    r"(\d{1,5}) ?(個|本|枚|足|台|点|着|セット|つ|組|袋|箱|ピース|粒|冊|双|玉|膳|缶|人分|人前"
    r"|回分|脚|束|株|匹|巻|客|対|ペア|房)(?!目"
    r"|セット|組入)"
)
# 「30cmしかない」, 「XLを2枚、うち1枚がM」, 「Lサイズ、実質S」
_ONLY_SO_MUCH = Pattern(
    r"\d ?(?:cm|mm|m|センチ|ミリ)しか|うち\d ?[枚着足個つ点本](?!だけ)|実寸|実質"
)
# 「頼んだより2号小さい」, 「号数が2つも下」, 「ひとつ上のサイズ」
_STEP = r"(?:1つ|2つ|3つ|ひとつ|ふたつ|1個|2個|ワン|ツー|[1-9] ?号|1段階?|2段階?|何号か)"
# 「38.5の靴が37.5だった」
_TURNED_OUT = Pattern(
    r"(?<![\d.])(\d{2,3}(?:\.\d)?)(?:cm|センチ|号|サイズ)?の(?:[^。、!?\n\d]{0,6}?)"
    r"(?:靴|くつ|スニーカー|サンダル|ブーツ|パンプス|長靴|指輪|リング|服|帽子|パンツ|ズボン|シャツ|スカート|ベルト|ヒール)"
    r"[がは、](?:実際は?|測ったら|届いたら)?、?(\d{1,3}(?:\.\d)?)(?:cm|センチ|号|サイズ)?(?:だった|でした|やった|だ(?:。|$)|や(?:。|$))"
)
_OFF_BY = Pattern(
    rf"{_STEP}(?:サイズ)?(?:分|ぶん)?(?:も|くらい|ぐらい)?の?(?:小さ|ちいさ|大き|おおき|でか|ちっさ|下|上|きつ|ゆる)"
    r"(?!の(?:提案|案|ボタン|欄|行|カード))"
)
_OF_SIZES = Pattern(r"サイズ|さいず|号|指輪|リング|靴|くつ|服|シャツ|パンツ|ズボン|帽子|径|インチ")
_SET = Pattern(
    r"(\d{1,4}) ?(個|本|枚|足|点|着|組|袋|箱|粒|冊|玉|缶|色|種類?|ピース|脚|束|株|巻|客)"
    r"(?:セット|入り?|組|パック)"
    r"(?:[^。!?\n]{0,12}?(?:はず|のに|つもり)[^。!?\n\d]{0,10}|が|で、?(?:中身は?)?|→)(\d{1,4}) ?\2"
)
# 「10個中6個だけ届いた」, 「20巻のうち3巻しか来ない」
_OF_MANY = Pattern(
    r"(\d{1,4}) ?([個本枚足点着組袋箱粒冊玉缶色種株巻客台])(?:入り?の?)?の?(?:うち|内|中)の?、?"
    r"(?:たった)?(\d{1,4}) ?\2(?:だけ|しか|のみ)[^。、!?\n]{0,4}"
    r"(?:届|入っ|来|き[たて]|着|到着|発送|送られ)"
    # 「1,000個のうち到着は600個」
    r"|(\d{1,4}) ?([個本枚足点着組袋箱粒冊玉缶色種株巻客台])の?(?:うち|内)、?"
    r"(?:到着(?:した(?:の|もの))?|届いた(?:の|もの)|入って(?:い)?た(?:の|もの))[はが]、?"
    r"(?:たった)?(\d{1,4}) ?\5"
)


def is_measured(text: str) -> bool:
    """Whether a folded text holds one size against another by itself: 「30cmしかない」."""
    if "1/" in text and _SCALE.search(text) is not None:
        return True
    if "の" in text and _TURNED_OUT.search(text) is not None:
        return True
    so_much = "しか" in text or "うち" in text or "実" in text
    return so_much and _ONLY_SO_MUCH.search(text) is not None


def is_a_set(text: str) -> bool:
    """Whether a folded text names a set and what came of it: 「10枚セットが8枚」."""
    if ("中" in text or "うち" in text or "内" in text) and _OF_MANY.search(text) is not None:
        return True
    of_many = "セット" in text or "入" in text or "組" in text or "パック" in text
    return of_many and _SET.search(text) is not None


def two_sizes(text: str) -> bool:
    """Whether two sizes that differ stand in a folded text."""
    if _OFF_BY.search(text) is not None and _OF_SIZES.search(text) is not None:
        return True
    if _SCALE.search(text) is not None and len(set(_SCALES.findall(text))) >= 2:
        return True
    letters = {found[1] for found in _LETTERS.finditer(text)}
    if len(letters) >= 2 or two_values(_MEASURES, text) or _WORN.search(text) is not None:
        return True
    return bare_sizes_differ(text) or any(
        len(set(sizes.findall(text))) >= 2 for sizes in (_AREAS, _PAPER, _BEDS)
    )


def bare_sizes_differ(text: str) -> bool:
    """「27で頼んで25.5」: whether two sizes differ of which one was ordered."""
    return any(
        found[1] != found[2]
        for sizes in (_BARE_SIZES, _NAMED_SIZE, _TURNED_OUT)
        for found in sizes.finditer(text)
    )


def two_values(pattern: Pattern, text: str) -> bool:
    """Whether two different numbers of one unit stand in the text."""
    seen: dict[str, set[str]] = {}
    for number, unit in pattern.findall(text):
        seen.setdefault(unit, set()).add(number)
    return any(len(numbers) >= 2 for numbers in seen.values())


_MOST_COUNTS = 40  # of more a text tells no story


def fewer(text: str) -> bool:
    """「10個頼んで7個」: the second count of the same things is the smaller one."""
    if any(int(found[3]) < int(found[1]) for found in _SET.finditer(text)):
        return True
    counts = [(int(number), unit) for number, unit in _COUNTS.findall(text)[:_MOST_COUNTS]]
    return any(
        later < earlier and same == unit
        for place, (earlier, unit) in enumerate(counts)
        for later, same in counts[place + 1 :]
    )
