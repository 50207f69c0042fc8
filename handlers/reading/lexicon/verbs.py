"""The forms of a Japanese verb, so that a table can say 届く:ない for 届かない, 届かへん and so on.

A form is named by the ending that a grammar book would give it:

``:ない``  it does not, did not, has not: 届かない 届かず 届きません 届いていない 届かん 届いとらん
``:た``    it has, or is: 届いた 届きました 届いている 届いてしまい 届いとる
``:る``    it does or will: 届く 届きます
``:て``    the form that joins and asks: 届いて
``:たい``  the wish: 届きたい
``:れる``  done to somebody: 拒否された
``:える``  can be done: 押せる; ``:えない`` cannot: 押せない 押せません 押せん
``:ば``    if, and if not: 押せば 押したら 押さないと
``:*``     any of its forms: 押さ 押し 押す 押せ 押そ; of a する verb its noun: 拒否

Each form is a list of beginnings; what follows them is left open, except what ``-`` in front takes
out again. Dialects are in the table too.
"""

# The last sound of a verb, and its stems before ない, before ます, て, た, and "can".
_STEMS = {
    "く": ("か", "き", "いて", "いた", "け"),
    "ぐ": ("が", "ぎ", "いで", "いだ", "げ"),
    "す": ("さ", "し", "して", "した", "せ"),
    "つ": ("た", "ち", "って", "った", "て"),
    "ぬ": ("な", "に", "んで", "んだ", "ね"),
    "ぶ": ("ば", "び", "んで", "んだ", "べ"),
    "む": ("ま", "み", "んで", "んだ", "め"),
    "る": ("ら", "り", "って", "った", "れ"),
    "う": ("わ", "い", "って", "った", "え"),
}
# Verbs in る behind these keep their stem (割れる, 割れない); others change it (送る, 送らない).
_KEEP = "えけげせぜてでねへべめれいきぎじちにびみ出見着寝得経煮似"
_CHANGE_ALL_THE_SAME = [
    "入る", "はいる", "要る", "いる", "切る", "きる", "知る", "しる", "走る", "帰る", "かえる",
    "減る", "へる", "散る", "滑る", "すべる", "限る", "破る", "蹴る", "ける", "喋る", "しゃべる",
    "見積もる", "交じる", "遮る", "焦る", "練る", "値切る", "ちぎる", "区切る",
]  # fmt: skip
# Where the endings of the table below are put: on the stem before ない, on that before ます, on the
# て form, on the て form without て (届いとる), on the た form, on "can", on the whole verb, on the
# noun of a する verb.
_NOT, _MASU, _TE, _T, _TA, _CAN, _WHOLE, _NOUN = range(8)

_FORMS: dict[str, tuple[tuple[int, str], ...]] = {
    "ない": (
        (_NOT, "な ね ん ず ぬ へん ひん まへん えへん うへん"),
        (_MASU, "ません まへん ませぬ やしな やせん もしな もせん はしな はせん"),
        (_TE, "な いな ませ いませ へん いへん おりませ ね いね はいな もいな もな もませ"
              " おらず いず こな こん きませ 来な 来ませ 来ん"),
        (_T, "とらん とらへん とらな とりませ とらず ちょらん とらねえ"),
        (_NOUN, "せず せん せえへん いたしませ 致しませ もな なし 無し もしな がな はな"
                " されな されませ されず されてな されていな されてませ されていませ されん"
                " されてへん を拒"),
    ),
    "た": (
        (_TA, " "),
        (_MASU, "ました"),
        (_TE, "る いる ます います いた いました た ました き 来 しま おり いて おる まし もう もた"
              " まう まった もうた やった やりま あり ある あった ん いただ もら くれた"
              " くれました みた みました おきま おいた"),
        (_T, "とる とった とっ とう とん ちゃ ちま ちょる とき といた ちった"),
        (_NOUN, "済 ずみ した しました いたしました 致しました 完了 された されました "
                "されて できた できました 出来た 出来ました やった をした をしました"
                " を出した を出しました"),
    ),
    "る": ((_WHOLE, " "), (_MASU, "ます")),
    "て": ((_TE, " "),),
    "たい": ((_MASU, "たい たく たか てえ てー とうな"),),
    "れる": ((_NOUN, "され をされ"),),
    "える": (
        (_CAN, "る ま た そう"),
        (_NOUN, "でき 出来 が出来 ができ 可能 は可能"),
    ),
    "えない": (
        (_CAN, "な ね ん ず ぬ ませ へん てな ていな まへん"),
        (_NOUN, "できな できね できん できず できませ できへん でけへん できてな できていな"
                " 出来な 出来ん 出来ず 出来ませ ができな ができん ができず ができませ が出来な"
                " が出来ず が出来ませ もできな もできず もできませ はできな はできませ 不可 不能"
                " しようにも"),
    ),
    "ば": (
        (_CAN, "ば"),
        (_TA, "ら 場合"),
        (_WHOLE, "場合"),
        (_NOT, "なければ ないと なかったら なきゃ んかったら んと ない場合 なけりゃ"),
        (_TE, "しまったら もうたら しもたら しもうたら まったら"),
        (_NOUN, "すれば せんと しといたら"),
    ),
}  # fmt: skip


# 断ったら and 断りたい begin like 断った, and are not done.
_NOT_DONE = ("ら", "い", "く", "ほうが", "方が", "場合")


def is_verb(word: str) -> bool:
    """Whether a word can be a verb in its dictionary form."""
    return word[-1] in _STEMS and word[0] != "-"


def forms(verb: str, form: str) -> list[str]:
    """The beginnings of one form of a verb given in its dictionary form.

    Raises KeyError for a form that is not in the list above.
    """
    bases = _bases(verb)
    noun = bases[_NOUN]
    if form == "*":
        return _any(verb, bases)
    found = [
        base + ending
        for where, endings in _FORMS[form]
        if (base := bases[where]) is not None
        for ending in (endings.split(" ") if endings != " " else [""])
        if ending or endings == " "
    ]
    if form == "れる" and noun is None:
        stem = _inflected(verb)[0]
        found = [stem + ("られ" if stem == verb[:-1] else "れ")]
    if form in ("た", "て") and verb[-1] == "う":
        found.append(verb + form)  # 買うた, 払うて in the west
    if form == "ば":
        found.append(f"-{bases[_TA]}らし")  # 断ったらしい is told
        if noun is not None:
            found.append(f"-{noun}したらし")
    if form == "た":
        found += [f"-{bases[_TA]}{end}" for end in _NOT_DONE]
        if noun is not None:
            found += [
                f"-{noun}{done}{end}" for done in ("した", "できた", "された") for end in _NOT_DONE
            ]
    return list(dict.fromkeys(found))


def _any(verb: str, bases: tuple[str | None, ...]) -> list[str]:
    noun = bases[_NOUN]
    if noun is not None:
        return [noun]
    same = bases[_NOT] == verb[:-1]
    stems = (bases[_TE], bases[_TA], verb) if same else (*bases[:6], verb)
    endings = (
        ("な", "ま", "ず", "ん", "た", "られ", "れ", "よ", "ろ", "に", "そう", "、") if same else ()
    )
    found = [one for one in stems if one] + [f"{verb[:-1]}{end}" for end in endings]
    return list(dict.fromkeys(found))


def _bases(verb: str) -> tuple[str | None, ...]:
    a, i, te, ta, can = _inflected(verb)
    noun = verb[:-2] if verb.endswith("する") else None
    return a, i, te, te[:-1] if te.endswith("て") else None, ta, can, verb, noun


def _inflected(verb: str) -> tuple[str, str, str, str, str]:
    if verb.endswith("する"):
        noun = verb[:-2]
        return noun + "し", noun + "し", noun + "して", noun + "した", noun + "でき"
    if verb.endswith("来る"):
        stem = verb[:-1]
        return stem, stem, stem + "て", stem + "た", stem + "られ"
    if verb == "くる" or verb.endswith(("てくる", "でくる")):
        stem = verb[:-2]
        return stem + "こ", stem + "き", stem + "きて", stem + "きた", stem + "こられ"
    stem, last = verb[:-1], verb[-1]
    if last == "る" and verb[-2] in _KEEP and verb not in _CHANGE_ALL_THE_SAME:
        return stem, stem, stem + "て", stem + "た", stem + "られ"
    if verb.endswith(("行く", "いく")):
        return stem + "か", stem + "き", stem + "って", stem + "った", stem + "け"
    a, i, te, ta, can = (stem + end for end in _STEMS[last])
    return a, i, te, ta, can
