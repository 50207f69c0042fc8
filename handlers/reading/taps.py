"""Which tap that cannot be taken back a buyer asks about or is about to do, and which is done.

「承認していい?」, 「取り下げようと思う」, 「受取確認を押すべき?」; not 「取り下げてと言われた」,
somebody's wish. Done is 「承認しました」.
"""

from handlers.reading.lexicon.seen import Found
from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern, any_of

_TAPS = Table("taps")
TABLE = _TAPS.name
_OTHERS = Table("others tap")
_OTHER_TAPS = Table("other taps")

# What may stand between the noun of a tap and its verb: 承認って, 「承認」を, 承認ボタンは.
_LINK = r"[」』\")]*(?:ボタン)?(?:って|を|は|も|に|、)?(?:応じ|応)?"
_TE = (
    r"(?:し|っ|い|ん)?(?:て|で|ちゃって|じゃって|ちまって|といて|ちゃ)"
    r"(?:しまって|おいて|みて|いって|る|た)?(?:も|は)?"
)
_WELL = any_of(
    "いい", "良", "よい", "よか", "よろし", "大丈夫", "だいじょ", "ok", "構", "かま", "ええ",
    "平気", "問題", "まず", "だめ", "ダメ", "駄目", "いけ", "セーフ", "損", "不利", "あり", "アリ",
    "へーき", "安全", "可", "正解",
)  # fmt: skip
_REALLY = r"(?:本当に|ほんとに|ホントに|ほんまに|すぐ|もう|特に|別に|、)?"
# Forms that ask or plan by themselves …
_MEANS = Pattern(
    _LINK
    + any_of(
        rf"{_TE}{_REALLY}{_WELL}",
        r"(?:する|す|る)?べき",
        r"(?:し|っ|い|ん)?た(?:ほう|方)",
        r"(?:する|す|る)(?:ほう|方|の)が(?:いい|良|よい|ええ|正|無難)",
        r"(?:し)?よ?う(?:か|と(?:思|考|し|は思))",
        r"(?:し)?たい(?![」』]|のに)",
        r"(?:し)?ます(?:(?=[。!?\n]|$)|か|ね|が|けど|ので)",
        r"(?:し|っ|い|ん)?(?:ちゃお|じゃお|[てで](?:しまお|おこ|みよ))う",
        r"(?:する|す|る)?(?:つもり(?!は[なあ])|予定|ところ|しかな|前に|か(?:どうか|迷|悩))",
        r"(?:し)?な(?:い|く)(?:ほう|方|ても|て)(?:が|も)?(?:いい|良|よい|ええ|大丈夫|平気|ok)",
    )
)  # fmt: skip
# … and those that do so in a question only.
_ASKS = Pattern(
    _LINK
    + any_of(
        r"(?:し|っ|い|ん)?[てで](?:しまって)?も",
        rf"で(?:も)?{_REALLY}{_WELL}",
        r"(?:し|さ)?な(?:いと|きゃ|くちゃ|ければ|いで)",
        rf"(?:し|っ|い|ん)?たら{_REALLY}(?:どう|何|なに|{_WELL}|終|紛争|再|戻|取り|お金|返金[はさ])",
        rf"(?:すれ|せ|れ)ば{_REALLY}(?:どう|何|なに|{_WELL}|終)",
        rf"(?:する|す|る)と{_REALLY}(?:どう|何|なに|{_WELL}|終|紛争|再|戻|取り)",
        r"(?:する|す|る)?(?:の|ん)?(?:か|です|かな|かね|でしょう)?[?]",
        rf"(?:する|す|る)?(?:の|こと)?[はが](?:{_WELL}|危|もったいな|普通|得|怖|こわ|早|リスク)",
        rf"{_TE}[^。、!?\n]{{1,8}}[はも]{_REALLY}{_WELL}",
        r"(?:する|す|る)?か[^。!?\n]{0,6}(?:拒否|断|待)",
        r"(?:一択|が正解|が無難)",
    )
)  # fmt: skip
# It is done; 「承認したら」 and 「承認したい」 are not.
_DONE = Pattern(
    _LINK
    + r"(?:し|っ|い|ん)?(?:(?:[てで]しまい|[ちじ]ゃい)?ました|(?:[てで]しまっ|[ちじ]ゃっ)?た)"
    + r"(?!ら|り|い|く|ほう|方|場合|とき|時|か|の[かはが]|こと|ふり|覚え|つもり)"
)
_ENDING = Pattern(r"(?:[ちじ]ゃ|[てで](?:しま)?|た)$")
# 「…てもいいと言われた」 is somebody else's word.
_TOLD = Pattern(
    r"[^。!?\n、]{0,8}?(?:と|って|とか|ように)(?:も|は)?(?:言|いわ|いって|頼|迫|書|求|要求|連絡|来[たてま]"
    r"|きた|きま|返信|返事|主張|勧|せがま|しつこ)"
)
_BOUNDARY = Pattern(r"[、。!?\n]|ので|けど|から|ため|のに|たら|なら|ですが|ますが|たが|て、")
_FARTHEST = 80  # hardly a clause is longer
_OFFER = Pattern(r"提案|案|円|ドル|オファー")
_ENGLISH = Pattern(
    r"(?:(?:should|can|may|shall|must|could|do) i (?:just |now |really |have to |need to )?"
    r"|(?:ok|okay|safe|fine|alright|good idea|better|wise|right) to (?:just )?"
    r"|i(?: am|'m)? (?:about|going|planning|ready|want|would like|'d like) to )"
    r"(?:press |tap |click |hit |push )?(?:the |on )*['\"]?"
    r"(accept|agree|cancel|withdraw|close|confirm)(?![a-z])([^.!?\n]{0,30})"
)
# " i " or one of these stands in each alternative; in most mails there is none.
_IN_ENGLISH = (
    "ok to ", "okay to ", "safe to ", "fine to ", "alright to ", "idea to ", "better to ",
    "wise to ", "right to ", "about to ", "going to ", "planning to ", "ready to ", "want to ",
    "like to ",
)  # fmt: skip
_ENGLISH_TAPS = {
    "accept": "accept", "agree": "accept", "cancel": "cancel", "withdraw": "cancel",
    "close": "cancel", "confirm": "confirm",
}  # fmt: skip
_NOT_THE_DISPUTE = Pattern(r"order|account|reminder|notification")


def tap_of(text: str, *, question: bool) -> str | None:
    """The tap that a folded text asks about or announces: accept, cancel or confirm; else None."""
    for act in _TAPS.found(text):
        if _is_meant(text, act, question=question):
            return act.name
    return tap_in_english(text)


def tapped(text: str) -> str | None:
    """The tap that is done, as the buyer says in a folded text: accept, cancel or confirm."""
    for act in _TAPS.found(text):
        if _OTHER_TAPS.first(text, (act.start, act.end)) is not None or _by_others(text, act):
            continue
        found = _DONE.match(text, _begin_of_form(text, act))
        if found is not None and _TOLD.match(text, found.end()) is None:
            return act.name
    return None


def _begin_of_form(text: str, act: Found) -> int:
    """Where what follows is told: 閉じて is looked at as a whole."""
    ending = _ENDING.search(text[act.start : act.end])
    return act.end - (len(ending[0]) if ending else 0)


def _is_meant(text: str, act: Found, *, question: bool) -> bool:
    if _OTHER_TAPS.first(text, (act.start, act.end)) is not None:
        return False
    end = _begin_of_form(text, act)
    found = _MEANS.match(text, end) or (_ASKS.match(text, end) if question else None)
    if found is None or _TOLD.match(text, found.end()) is not None:
        return False
    return not _by_others(text, act)


def _by_others(text: str, act: Found) -> bool:
    """Whether somebody else is the one who taps: 「セラーは承認するでしょうか?」"""
    begin = max(0, act.start - _FARTHEST)
    for one in _BOUNDARY.finditer(text, begin, act.start):
        begin = one.end()
    return any(
        begin <= one.start
        and one.end <= act.start
        and _OFFER.search(text, one.end, act.start) is None
        for one in _OTHERS.found(text)
    )


def tap_in_english(text: str) -> str | None:
    """The tap that a folded text asks about or announces in English."""
    if " i " not in text and (
        " to " not in text or not any(words in text for words in _IN_ENGLISH)
    ):
        return None
    found = _ENGLISH.search(text)
    if found is None or (found[1] != "confirm" and _NOT_THE_DISPUTE.search(found[2])):
        return None
    return _ENGLISH_TAPS[found[1]]
