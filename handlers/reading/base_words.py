"""How a text says from which day a length counts: 「そこから3日」, 「昨日の時点で残り9日」."""

from handlers.reading.patterns import Pattern

_GRACE = (
    "猶予",
    "猶予は",
    "持ち時間",
    "持ち時間は",
    "持ち時間が",
    "期限は",
    "期限",
    "できるのは",
    "できる期間は",
    "られるのは",
    "せるのは",
)


def is_grace(before: str) -> bool:
    """「猶予は10日」: whether the words before a length say that it is what is left to act."""
    return before.endswith(_GRACE)


# 「そこから30日」, "within 15 days of this date": the day named just before.
_POINTS_BACK = Pattern(
    r"その(?:後、?)?[ 約]{0,2}$|(?:そこ|ここ|それ|これ|その日|この日|同日|上記|当日|そっ"
    r"|こっ)(?:から"
    r"|より)"
    r"(?:また|さらに|更に|もう|プラス|\+|数えて|計算して)?[ 、約]{0,2}$"
)
_POINTS_BACK_BEHIND = Pattern(r" ?(?:of|from|after) (?:this|that|the above|the) (?:date|day)")


def points_back(before: str, behind: str) -> bool:
    """Whether a length counts from the day that was named just before it."""
    return _POINTS_BACK.search(before) is not None or _POINTS_BACK_BEHIND.match(behind) is not None


_HAPPENED = Pattern(
    r"(?:の[月火水木金土日]曜日?)?に(?:来|開い|開け|出し|申し?立て|申請し|届い|終わっ|始め)て|に?、?[^。、!?\n\d]{0,14}?(?:ました|[来き出届っいんえけせ](?<!だっ)た)(?![らりいくほ])"
)


def has_happened(text: str, end: int) -> bool:
    """「3日に出ました」: whether what a day is told of, which ends there, is over."""
    return _HAPPENED.match(text, end) is not None


_AS_OF = Pattern(
    r"(?:の?(?:時点|段階)で(?:は|の)?|(?:の[朝昼夜晩夕方]{1,2})?に?(?:見|確認し)た(?:とき|時)(?:に|は|には)?)、?"
    r"[^。!?\n\d]{0,12}"
)


def is_as_of(between: str) -> bool:
    """「昨日の時点で残り」: whether a day and a length behind it tell what was left then."""
    return _AS_OF.fullmatch(between) is not None


_TO_YOU = ("you ", "you have ")  # "You have 3 days to accept or decline."


def is_of_a_mail(text: str, before: str) -> bool:
    """Whether a length is quoted from a mail ("You have 5 days"), whose day the text tells."""
    return before.endswith(_TO_YOU) and ("メール" in text or "mail" in text)


# 「このメールの日付からちょうど5日後」, "within 24 hours of this e-mail being sent", 「本日から」
_OF_THIS_MAIL = Pattern(
    r"(?:本|この|当)(?:メール|通知|ご?連絡|お知らせ)(?:の(?:日付|送信日時?|配信日|受信日))?(?:を[^。、\n]{0,10})?(?:から|より)"
    r"(?:ちょうど|数えて)?[ 約]*$"
    r"|(?:この|本)(?:提案|解決案|判定|決定|裁定)が[^。、\n]{0,6}[たる]日(?:から|より)[ 約]*$"
)
_OF_THIS_MAIL_BEHIND = Pattern(
    r" ?(?:of|from|after) (?:the (?:date|time) of )?(?:this|the) (?:e-?mail|mail|message|notice)"
)
_COUNTED_FROM_MAIL = Pattern(
    # English clauses are looked at for sixty characters.
    r"(?:counted|starting|calculated) from the (?:date|time) of this (?:e-?mail|mail|message"
    r"|notice|\Z)"
)
_MAILED = Pattern(r"(?:送信日時?|送信日付|配信日時?|受信日時?|日付|日時|sent|date)[ :]{1,3}$")


def counts_from_the_mail(words: str, before: str, behind: str) -> bool:
    """Whether a length, the words of which are given, counts from the day of the mail itself."""
    return (
        words.startswith(("本日から", "本日より"))
        or before.endswith(_TO_YOU)
        or _OF_THIS_MAIL.search(before) is not None
        or _OF_THIS_MAIL_BEHIND.match(behind) is not None
        or _COUNTED_FROM_MAIL.search(words) is not None
    )


# "On Tue, Sep 12, 2028 at 9:14 PM AliExpress wrote:"
_WROTE = Pattern(r"[^\n:]{0,40} wrote:")


def tells_when_mailed(before: str, behind: str) -> bool:
    """「送信日:」: whether the words around a day are those of a mail's head."""
    return _MAILED.search(before) is not None or (
        before.endswith("on ") and _WROTE.match(behind) is not None
    )


_REASON = Pattern(
    r"[^。!?\n\d]{2,14}[ただ](?:ので|から|んで|ため|ゆえ)、?|(?:な|だった)(?:ので|んで)、?|(?:だ|です)から、?"
)


def is_reason(between: str) -> bool:
    """「に出したので」: whether the words between a day and a length make it count from there."""
    return _REASON.fullmatch(between) is not None


# 「昨日メールが来てて、3日以内に返答」: what came then told of the length.
_CAME = Pattern(
    r"(?:の[^。、\d]{1,3})?に?[^。、!?\n\d]{0,14}?(?:(?:来|き|届い|出|着い|入っ)て(?:い?て|おり|い?まして)|あ(?:って|り))"
    r"、?[^。、!?\n\d]{0,6}"
    r"|に?[^。、!?\n\d]{1,10}→[ 、]?"  # 「昨日の夜10時に返品承認→72時間以内に」
)
# "Appeal has been raised on Jan 18, please wait for 2-5 working days"
_THEN_WAIT = Pattern(r"[,.]? ?(?:and )?please (?:wait|allow) (?:for )?(?:about |up to )?")
_TO_BE_DONE = Pattern(
    r"間?(?:で|に|の間に)?[^。、!?\n]{0,10}?"
    r"(?:決め|選|答え|返[事答信送]|回答|承認|拒否|送り返|提出|出せ|対応|手続|入力|入れ|判断)"
    r"(?!し?た|し?まし|し?て(?:い?[たま]|も))"
)


def is_told_then(between: str, behind: str) -> bool:
    """Whether a length counts from the day before it, on which somebody asked for something."""
    if _THEN_WAIT.fullmatch(between) is not None:
        return True
    return _CAME.fullmatch(between) is not None and _TO_BE_DONE.match(behind) is not None


_WHEN = Pattern(r"(?:[ただ][のん][はが]?|[^予定期限]日[はが])[ :]?$")
_FROM_THEN = Pattern(r"[^。、!?\n\d]{2}(?:から|より|後)[ 約]{0,2}$")


def tells_when(before: str) -> bool:
    """「出したのは」: whether a day follows on which something was done."""
    return _WHEN.search(before) is not None


def counts_from_then(before: str) -> bool:
    """「証拠を出してから」: whether a length follows that counts from what was done."""
    return _FROM_THEN.search(before) is not None


_NEAR = 24
_PARTICLE = Pattern("[のはがもをにで]")
# 「(2)返品の承認日  2月2日」 … 「承認日から10日以内」
_LABEL = Pattern(
    r"([^\s、。:()\[\]「」■・]{1,12}日(?:付|時)?|(?<![^\s・■])返金(?:の?手続き|処理))[ :は]*$"
)
_ENGLISH_LABEL = Pattern(
    r"(date of (?:the )?(?:decision|judge?ment|refund|return)"
    r"|(?:decision|judge?ment|refund|return) date)[ :]*$"
)
_FROM_LABEL = Pattern(
    r"([^\s、。:()\[\]「」]{1,12}?日(?:付|時)?)(?:の翌(?:営業)?日)?(?:から"
    r"|より)(?:数えて)?[ 約、]*$"
)


def label_of(before: str) -> str | None:
    """The label of a date, which the words before it end with, if it names a day."""
    found = (_ENGLISH_LABEL if "date" in before else _LABEL).search(before)
    return found[1] if found is not None else None


_WHOLE_NAME = 3
_DAY_ITSELF = Pattern(r"日(?:付|時)$")
# "within 10 days of this decision"
_OF_THIS = Pattern(r" ?(?:of|from|after) (?:this|the|your|our) (decision|judge?ment|refund|return)")


def counts_from_label(before: str, behind: str, label: str) -> bool:
    """Whether a length counts from the day that the label stands before."""
    named = _OF_THIS.match(behind)
    if named is not None:
        return named[1] in label
    found = _FROM_LABEL.search(before)
    if found is None:
        return False
    if not label.endswith(("日", "日付", "日時")):
        # 「返金手続き:3月1日 … 手続きの日から」
        done = found[1].removesuffix("日").removesuffix("の").removesuffix("開始")
        return len(done) > 1 and label.endswith(done)
    begun = found[1].rpartition("は")[2]
    if len(begun) >= _WHOLE_NAME and label.endswith(begun):
        return True  # 「返金開始日 6月15日」 … 「返金は開始日から」
    name = label.rpartition("の")[2]
    told = _DAY_ITSELF.sub("日", found[1])
    return told.endswith(_DAY_ITSELF.sub("日", name if len(name) > 2 else label))


def counts_from_what_was_done(before: str, text: str, end: int) -> bool:
    """「6月2日に抗議を受理し、… 受理日から5営業日」: from the day, which ends there, of that?"""
    if "日" not in before:
        return False
    found = _FROM_LABEL.search(before)
    if found is None:
        return False
    done = _PARTICLE.split(found[1])[-1].removesuffix("付").removesuffix("時").removesuffix("日")
    clause = text[end : end + _NEAR].partition("。")[0]
    return len(done) > 1 and done in clause.replace("が", "").replace("を", "")
