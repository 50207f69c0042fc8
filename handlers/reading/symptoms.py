"""What is wrong with a thing, whatever word says so: 「ポンプが水を吸い上げない」."""

from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import SENTENCES, Pattern

# What is bought: names in katakana, those that end like a device's, and a list …
_THING = Pattern(
    r"(?<![ァ-ヶー])[ァ-ヶー]{3,14}|(?<=[一-龠ァ-ヶぁ-ん])[機器計](?![一-龠])"
    r"|電卓|電球|時計|歯ブラシ|錠前|懐中電灯|自転車"
)
_GOODS = Table("goods")
# … while people, pages and papers have names in katakana, too.
_NO_GOODS = Table("no goods")
_OF_THE_CASE = Table("of the case", Look.SELDOM)
# Without one of these nothing below fits, and most texts have none of them.
_SIGN = Pattern(
    r"小さ|ちいさ|ちっさ|ちっちゃ|大き|でか|デカ|短|長|細|太|狭|きつ|キツ|ゆる|ユル|ない|無い|なかった|なく|なし|無し|ません|へん|ず|[きけせれ来]ん|すぎ|にくい|づらい|止ま|すぐ|勝手に|いきなり|突然"
    r"|が(?:ダメ|だめ|駄目|イカれ|いかれ|おかしい|おかしく)"
)
_PART = r"(?:の[^。、!?\n]{1,6})?"  # of the thing
_END = (
    r"(?:です|でした|のです|んです|のよ|んだ|けど|ので|し|て|、|。|!|$"
    r"|(?=[ァ-ヶー一-龠])(?!場合|理由|件|時|人|方|為|訳|様|限|間|物|状))"
)
_LACKS = Pattern(
    rf"{_PART}[がも](?:(?:1つ|1個|1本|1枚|どれ)も?)?"
    rf"(?:ない|無い|なかった|無かった|ありません|あらへん|なし|無し){_END}"
)
_DOES_NOT = Pattern(
    rf"{_PART}(?:[がはもに、]|も、)?(?:(?!しか)[^。、!?\n]){{0,20}}?"
    r"(?:[わらかがさたばまなえけげせてねべめれきしちにびみりいじっ出](?<!が)(?<!しか)"
    r"(?:ない|なかった|なく|ません|へん|ず)"
    # 「クリックできん」: of other verbs ん ends too many words that deny nothing, 「さん」
    rf"|(?:でき|出来|でけ|[せれ])ん(?:かった|ねん|のや|わ)?){_END}"
)
_BY_ITSELF = Pattern(
    rf"{_PART}[がはも、]?[^。、!?\n]{{0,8}}(?:勝手に|すぐに?|いきなり|突然)"
    r"[^。、!?\n]{0,6}(?:止ま|消え|切れ|落ち|動|開[いく]|点[いく]|鳴|光)"
)
_STOPS = Pattern(
    rf"{_PART}[がはも、]?[^。、!?\n]{{0,10}}"
    r"(?:止ま(?:る|り|って|った)|が(?:ダメ|だめ|駄目|イカれ|いかれ|おかしい|おかしく))"
)
# 「カレーを作りすぎた」 is said of a person.
_TOO_MUCH = Pattern(
    rf"{_PART}[がはも、]?[^。、!?\n]{{0,7}}(?:にくい|づらい"
    r"|[^みべりいきしえけせてねめれびぎじちにる](?<!だる)(?<!楽し)(?<!嬉し)(?<!忙し)すぎ)"
)
# 「カップが小さい」
_NO_FIT = Pattern(
    rf"{_PART}[がは](?:ちょっと|少し|かなり|すごく|めっちゃ|やたら|ずいぶん|だいぶ|えらい|思ったより)?"
    r"(?:小さ|ちいさ|ちっさ|ちっちゃ|大き|おおき|でか|デカ|短|長|細|太|狭|きつ|キツ|ゆる|ユル)"
    r"(?:い(?:$|[。!、]|です|けど|ので|から|し|ん[だで]|やん|じゃん|わ|ぞ)|すぎ|過ぎ|くて|か[っろ]|め[でだ])"
)
_SYMPTOMS = (
    ("shortage", _LACKS),
    ("not_working", _DOES_NOT),
    ("not_working", _BY_ITSELF),
    ("not_working", _STOPS),
    ("size_mismatch", _NO_FIT),
    ("quality", _TOO_MUCH),
)


def symptom_of(text: str) -> str | None:
    """The reason that a thing and what is said of it give in a folded text, or None."""
    if _SIGN.search(text) is None:
        return None
    things = [one.span() for one in _THING.finditer(text)]
    things += [(one.start, one.end) for one in _GOODS.found(text)]
    if not things:
        return None
    no_goods = _NO_GOODS.found(text)
    begun = {one.start for one in no_goods if one.name == "beginning"}
    whole = {(one.start, one.end) for one in no_goods}
    goods = [(a, b) for a, b in things if a not in begun and (a, b) not in whole]
    if not goods:
        return None
    for sentence in SENTENCES.finditer(text):
        begin, end = sentence.span()
        for stop in (stop for start, stop in goods if begin <= start < end):
            for reason, symptom in _SYMPTOMS:
                found = symptom.match(text, stop, end)
                # 「霧を出さないので申し立てました」: what comes of it is told behind it.
                if found and _OF_THE_CASE.first(text, (begin, found.end())) is None:
                    return reason
    return None
