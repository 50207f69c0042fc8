"""How much each thing that is said around a date speaks for its being a deadline, or against it."""

from handlers.reading.cue_labels import EVENT_LABELS
from handlers.reading.cue_signs import Signs, is_told
from handlers.reading.cue_words import (
    BEHIND_NOT,
    COUNTED,
    DEADLINE_VERBS,
    DUE,
    MUST,
    NEXT_CLAUSE,
    NEXT_TOPIC,
    WAS,
    WAS_LABEL,
)
from handlers.reading.day_counts import has_lasted, has_stood
from handlers.reading.expression import Expression
from handlers.reading.other_dates import ABSENT, OF_ANOTHER
from handlers.reading.other_weights import OF_SOMETHING_ELSE
from handlers.reading.party_names import SELLERS
from handlers.reading.patterns import Pattern
from handlers.reading.promises import COMES, HEARSAY, PROMISED, SAID_OFTEN
from handlers.reading.surroundings import Surroundings

LABELLED = 4  # the weight of a label in front: 「期限は」
SURE = 5  # that of まで and its like
# Less than what was heard or promised weighs, and no more than what was broken.
SAID = -9
TAKEN_BACK = -100


def of_what_follows(here: Expression, words: Surroundings, signs: Signs) -> int:
    """What stands directly behind it; the first that fits."""
    behind, before = words.behind, words.before
    if signs.broken:
        return -9
    if signs.until:
        return 5
    if here.is_left and behind.startswith("で止ま"):
        return 0  # a countdown stops there
    if here.length is not None and (
        (PROMISED.match(behind) and not signs.awaited)
        or HEARSAY.search(before)
        or SAID_OFTEN.match(behind)
    ):
        return -6
    if signs.shown or signs.became:
        return 3
    if behind and DUE.match(behind):
        return 5
    if behind and not signs.label and here.length is None and ABSENT.match(behind):
        return OF_SOMETHING_ELSE
    if signs.awaited and here.length is None and COMES.match(behind):
        return 3  # 「返金は今週中に着くって」
    if here.length is not None and here.length.toward == "plain":
        if has_stood(before, behind):
            return -6
        if signs.awaited and _TAKES.match(behind) is not None:
            return 3  # 「返答は24時間から72時間かかるとのこと」
        if signs.awaited and _ARRIVES.match(behind) is not None:
            return 6  # 「返金は5日から10日くらいで入ります」
        if _ASKED_TO_WAIT.match(behind) and _SUPPORT.search(words.text):
            return 6  # 「人間の担当に繋がって、調べるので48時間ほど待ってと言われた」
    if has_lasted(here.parts, before, behind) or _SINCE_THEN.match(behind) is not None:
        return OF_SOMETHING_ELSE
    if behind and not (signs.awaited and here.length is not None) and OF_ANOTHER.match(behind):
        return 0 if signs.label and behind.startswith(_SUPPOSED_TO_BE) else -6
    if here.length is not None and here.length.toward in ("within", "after", "left"):
        return 0  # 「48時間以内にメールする」: what comes then is what is waited for
    if signs.label and (
        behind.startswith("のまま") or _is_field(before, signs.label.end(), behind)
    ):
        return 0  # 「保護は6月11日のまま」, 「保護期限:2/5 払った額 12,800円」
    if (behind and BEHIND_NOT.match(behind)) or (
        behind[:1] == "、" and not signs.label and BEHIND_NOT.match(behind, 1)
    ):
        return -6
    return 0


def of_labels(here: Expression, words: Surroundings, signs: Signs) -> int:
    """Whether the nearest label in front of it is an end's or an event's."""
    before, label = words.before, signs.label
    # 「返品待ちに進みました。発送は10日以内」
    duty = here.length is not None and here.length.toward == "within" and _SENT_BACK in words.text
    event_label = EVENT_LABELS.search(before) if before and not (here.is_left or duty) else None
    if event_label is not None and (
        (signs.until and NEXT_TOPIC.search(before, event_label.end()))
        or NEXT_CLAUSE.search(before, event_label.end())
        or (here.length is not None and COUNTED.match(before, event_label.end()))
    ):
        event_label = None  # 「(払ったのは7,480円)承認か拒否は5/28まで」
    if label and (event_label is None or label.start() > event_label.start()):
        return 4
    return -5 if event_label else 0


def of_its_verb(words: Surroundings, signs: Signs) -> int:
    """Whether what is said of it is over, or still to be done."""
    if signs.until or signs.broken:
        return 0
    # 「12月8日に介入って出ました」 tells what the page says, not what is over.
    if not (signs.shown or signs.became) and is_told(words.behind):
        return 0 if MUST.search(words.behind) else -3
    return 3 if not signs.became and DEADLINE_VERBS.search(words.behind) else 0


def of_the_past(here: Expression, words: Surroundings, signs: Signs) -> int:
    """Whether it is over itself: 「昨日が締め切りだった」 is a deadline, though it is."""
    behind, before = words.behind, words.before
    was = behind != "" and WAS.match(behind) is not None
    if here.past or (was and WAS_LABEL.search(before)):
        over = (here.past and not WAS_LABEL.search(before)) and (
            (signs.until and (behind.startswith(_ITSELF) or behind in _WAS_IT))
            or (signs.label and behind.startswith(_ONCE))
        )
        return -3 if over else -7
    if was and signs.label is None and before.endswith(("が", "は")):
        return -3  # 「8/16GBとあったのに4/8だった」
    return 0


def of_length(here: Expression) -> int:
    """Which way a length points."""
    if here.length is None:
        return 0
    if here.length.business_days and here.length.toward == "plain":
        return 1  # 「2-5営業日お待ちください」
    return _OF_LENGTHS[here.length.toward]


_OF_LENGTHS = {
    "left": 4,
    "within": 3,
    "after": 2,
    "plain": -3,
    "ago": -7,
    "elapsed": -9,
    "lasted": -9,
    "nth": -9,
}
# 「月曜からずっと既読無視されてます」
_SINCE_THEN = Pattern(
    r"から[^。、!?\n\d]{0,4}(?:ずっと|ぜんぜん|全然|まったく|全く|音沙汰|放置|無視|既読)"
)
_TAKES = Pattern(
    r"(?:くらい|ぐらい|ほど|程度)?(?:は|も)?(?:かかる|かかり(?:ます|そう)|お?待ち?(?:ください|下さい|くださ|て(?:と|って|くだ|ほしい)))"
)
_ARRIVES = Pattern(
    r"(?:くらい|ぐらい|ほど|程度)?(?:で|には)(?:(?:口座|カード|明細)(?:に|へ)(?:は)?、?)?"
    r"(?:入(?:る|ります)|戻(?:る|ります)|返って(?:くる|きます)|着金(?:する|します|予定)"
    r"|反映(?:する|され(?:る|ます)|します)|振り?込まれ(?:る|ます)|と(?:の|い|メール))"
)
_ASKED_TO_WAIT = Pattern(
    r"間?(?:ほど|くらい|ぐらい|程度|だけ)?(?:は)?、?(?:お?待(?:って|ち)"
    r"(?:て?(?:ほし|欲し|くれ|くださ|下さ|頂|いただ|もら|と(?!思)|って)|願)"
    r"|待て(?:と|って|[。、!\n]|$)|(?:様子)?(?:見|み)て(?:くれ|と|って)|(?:くだ|下)さい(?:」?(?:と|って)|[。、!\n]|$))"
)
# Who looks into a case; a seller who asks for patience plays for time.
_SUPPORT = Pattern(
    rf"^(?![^\n]*(?:{SELLERS}|お店|店から|相手))"
    r".*(?:サポート|オペレータ|担当|窓口|カスタマー|ヘルプセンター|中の人|人間|生身|有人|運営|チャットの人|本社|ヘルプ)"
)
_SENT_BACK = "返品"
_SUPPOSED_TO_BE = ("のはず", "はず")
_ITSELF = ("が", "締", "〆", "期限だ", "期限で")
_WAS_IT = ("まででした", "までだった", "までやった")
_ONCE = ("だった", "でした", "やった", "まで")


def _is_field(before: str, label_ends: int, behind: str) -> bool:
    """Whether a date is the value of a field of a page, beside which another field begins."""
    return before[label_ends:].strip() in (":", "：", "") and behind.startswith(" ")
