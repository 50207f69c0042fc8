"""Which date is a deadline: the words around it speak for it or against it.

What stands directly behind a date weighs most. A positive sum makes a deadline, a negative one an
event of the past or a date of something else; nothing at all lets a date count.
"""

from handlers.reading.correction_words import STILL_COUNTS, TAKES_BACK_BEFORE, takes_back
from handlers.reading.cue_words import (
    BEHIND_HAPPENS,
    BEHIND_NOT,
    BEHIND_UNTIL,
    DEADLINE_VERBS,
    DUE,
    EVENT_LABELS,
    LABELS,
    LISTED,
    MUST,
    NEXT_CLAUSE,
    NEXT_TOPIC,
    PAST_VERB,
    QUOTED_HAPPENS,
    QUOTED_VERB,
    REFEREE_BEFORE,
    REFEREE_COMES,
    SHOWN,
    STEPS_IN,
    WAS,
    WAS_LABEL,
)
from handlers.reading.expression import Expression
from handlers.reading.other_dates import (
    ABSENT,
    ASKED_OF,
    AWAITED,
    BROKEN,
    COMES,
    HEARSAY,
    HOUR_TOLD,
    IN_TIME,
    LAST_HEARD,
    LAST_ONE,
    OCCASION_IS,
    OF_A_SALE,
    OF_A_SHOP,
    OF_ALL,
    OF_ANOTHER,
    OF_OTHERS,
    OPEN_TILL,
    PROMISED,
    ROUND,
    SUPPOSED,
    TILL_THEN,
    TILL_TODAY,
    TOOK,
)
from handlers.reading.patterns import Pattern
from handlers.reading.stamps import is_stamp
from handlers.reading.surroundings import Surroundings

SURE = 5  # the weight of まで and its like
OF_SOMETHING_ELSE = -30  # what no other word makes a deadline again
TAKEN_BACK = -100


def weigh(here: Expression, words: Surroundings) -> int:
    """How much speaks for the expression being a deadline; below zero it is none."""
    behind, before = words.behind, words.before
    if takes_back(behind) or (before and TAKES_BACK_BEFORE.search(before)):
        return TAKEN_BACK
    if (here.clock or before.endswith((" ", ":"))) and is_stamp(words.text, here):
        return OF_SOMETHING_ELSE
    if behind.startswith("が最後") and LAST_HEARD.search(before):
        return OF_SOMETHING_ELSE
    if "最後" in before and LAST_ONE.search(before):
        return OF_SOMETHING_ELSE
    if here.clock is not None and here.day is None and here.length is None:
        if here.hours and not behind.startswith("までに"):
            return OF_SOMETHING_ELSE  # 「受付は9時から18時まで」
        if behind.startswith(("まで", "以降なら")) and OPEN_TILL.search(before):
            return OF_SOMETHING_ELSE
        if behind.startswith(("以降なら", "以降は")):
            return OF_SOMETHING_ELSE  # 「20時以降なら電話に出られます」
    if here.day and words.text.startswith("で", here.end) and ROUND.match(words.text, here.end):
        return SURE
    weight = 0
    if here.base is not None:
        length = here.length
        lasted = length is not None and length.toward == "plain" and length.exact
        if BEHIND_UNTIL.match(behind):
            return 3
        if ABSENT.match(behind):
            return OF_SOMETHING_ELSE  # 「3/20から一週間いません」
        # 「14時から20分ほど話せた」「5日から7日で届く」
        return -6 if lasted or PROMISED.match(behind) else 3
    label = LABELS.search(before) if before else None
    if label is None and before and behind in _NO_MORE:
        label = LISTED.search(before)
    awaited = bool(before) and AWAITED.search(before) is not None
    shown = became = until = False
    if behind:
        until = _is_until(behind, before) and (awaited or not TILL_THEN.match(behind))
        if not until:  # which goes before both
            shown = SHOWN.match(behind) is not None
            became = STILL_COUNTS.match(behind) is not None
    broken = here.length is not None and BROKEN.match(behind) is not None
    if broken:
        weight -= 9
    elif until:
        weight += 5
    elif _is_left(here) and behind.startswith("で止ま"):
        pass  # a countdown stops there
    elif here.length is not None and (
        (PROMISED.match(behind) and not awaited) or HEARSAY.search(before)
    ):
        weight -= 6
    elif shown or became:
        weight += 3
    elif behind and DUE.match(behind):
        weight += 5
    elif behind and not label and here.length is None and ABSENT.match(behind):
        weight += OF_SOMETHING_ELSE
    elif awaited and here.length is None and COMES.match(behind):
        weight += 3  # 「返金は今週中に着くって」
    elif _has_lasted(here, before, behind) or (
        behind and not (awaited and here.length is not None) and OF_ANOTHER.match(behind)
    ):
        weight -= 6
    elif here.length is not None and here.length.toward in ("within", "after", "left"):
        pass  # 「48時間以内にメールする」: what comes then is what is waited for
    elif label and (behind.startswith("のまま") or _is_field(before, label.end(), behind)):
        pass  # 「保護は6月11日のまま」, 「保護期限:2/5 払った額 12,800円」
    elif (behind and BEHIND_NOT.match(behind)) or (
        behind[:1] == "、" and not label and BEHIND_NOT.match(behind, 1)
    ):
        weight -= 6
    took = TOOK.match(behind) if here.length is not None else None
    if took is not None and PAST_VERB.search(behind, took.end()):
        weight += OF_SOMETHING_ELSE
    if (before and OF_A_SALE.search(before)) or _is_of_no_dispute(here, words):
        weight += OF_SOMETHING_ELSE
    if not until and here.day is None and here.clock is not None and here.length is None:
        told = HOUR_TOLD.match(QUOTED_VERB.sub("", behind))
        weight += OF_SOMETHING_ELSE if told else 0
    if behind.startswith(("なのに", "やのに", "だったのに")) and not label:
        weight -= 4  # 「お祭り今週末やのに」
    if behind and (here.parts or (None, None))[:2] == (None, None) and ASKED_OF.match(behind):
        weight += OF_SOMETHING_ELSE
    if "間に合" in behind and not label and IN_TIME.match(behind) and not DUE.match(behind):
        weight -= 6
    if behind.startswith("で終わ") and before and OF_ALL.search(before):
        weight += OF_SOMETHING_ELSE  # 「今月も今日で終わり」
    if before and not until and OCCASION_IS.search(before):
        weight += OF_SOMETHING_ELSE
    if before and OF_OTHERS.search(before):
        weight -= 8
    if before.endswith("まだ"):
        weight -= 4  # 「発送からまだ6日」
    if here.today and not behind.startswith("までに") and TILL_TODAY.match(behind):
        weight += OF_SOMETHING_ELSE
    if behind.endswith(_LAST_DAY):
        weight += 5  # 「来月の5日、参観日とかぶってるけど返品出せる最後の日」
    if here.today and before.endswith("から") and behind.startswith("まで"):
        weight += OF_SOMETHING_ELSE  # 「注文から今日まで40日」
    # 「返品待ちに進みました。発送は10日以内」
    duty = here.length is not None and here.length.toward == "within" and _SENT_BACK in words.text
    event_label = EVENT_LABELS.search(before) if before and not (_is_left(here) or duty) else None
    if event_label is not None and (
        (until and NEXT_TOPIC.search(before, event_label.end()))
        or NEXT_CLAUSE.search(before, event_label.end())
    ):
        event_label = None  # 「(払ったのは7,480円)承認か拒否は5/28まで」
    if label and (event_label is None or label.start() > event_label.start()):
        weight += 4
    elif event_label:
        weight -= 5
    if not (until or broken):
        # 「12月8日に介入って出ました」 tells what the page says, not what is over.
        if not (shown or became) and _is_told(behind):
            weight -= 0 if MUST.search(behind) else 3
        elif not became and DEADLINE_VERBS.search(behind):
            weight += 3
    was = behind != "" and WAS.match(behind) is not None
    if here.past or (was and WAS_LABEL.search(before)):
        # 「昨日が締め切りだった」 is a deadline, though it is over.
        over = (here.past and not WAS_LABEL.search(before)) and (
            (until and (behind.startswith(_ITSELF) or behind in _WAS_IT))
            or (label and behind.startswith(_ONCE))
        )
        weight -= 3 if over else 7
    elif was and label is None and before.endswith(("が", "は")):
        weight -= 3  # 「8/16GBとあったのに4/8だった」
    return weight + _of_length(here)


_SENT_BACK = "返品"
_NO_MORE = ("", "です", "だ")
_IF = ("なら", "であれば", "だったら")
_LAST_DAY = ("最後の日", "最終日", "期限の日", "締切の日")


def _is_field(before: str, label_ends: int, behind: str) -> bool:
    """Whether a date is the value of a field of a page, beside which another field begins."""
    return before[label_ends:].strip() in (":", "：", "") and behind.startswith(" ")


_ITSELF = ("が", "締", "〆", "期限だ", "期限で")
_WAS_IT = ("まででした", "までだった", "までやった")
_ONCE = ("だった", "でした", "やった", "まで")


def _is_of_no_dispute(here: Expression, words: Surroundings) -> bool:
    """「発送: 7日以内」 of a shop's page, 「残り2日になったら」 of what is not yet."""
    if here.length is None:
        return False
    before, behind = words.before, words.behind
    if _is_left(here):
        return SUPPOSED.match(behind) is not None
    if here.length.toward == "within" and words.asks and behind.startswith(_IF):
        return True  # 「15日以内なら紛争できるんですよね」
    return OF_A_SHOP.search(before) is not None


def _is_left(here: Expression) -> bool:
    """「注文は完了済み、あと9日」: what is left is of no event that went before."""
    return here.length is not None and here.length.toward == "left"


def _is_until(behind: str, before: str) -> bool:
    """Whether the words behind a date make it an end: まで, 期限, or what is going to happen."""
    return (
        behind.startswith("まで")
        or BEHIND_UNTIL.match(behind) is not None
        or STEPS_IN.match(behind) is not None
        or _happens(behind)
        or (REFEREE_COMES.match(behind) is not None and REFEREE_BEFORE.search(before) is not None)
    )


def _happens(behind: str) -> bool:
    """What is going to happen then; told in the past it is an event like others."""
    found = BEHIND_HAPPENS.match(behind)
    if found is None:
        return False
    if QUOTED_HAPPENS.match(behind, found.end()) or behind.startswith(("、", "予定"), found.end()):
        return True  # 「6/10介入、もう一件は終わった」
    # 「7/5に開けるようになる(発送してから11日目)」, 「で保護が切れるのにまだ止まってる」
    itself = behind[found.end() - 1 : found.end() + 16]
    for mark in ("(", "のに", "けど"):
        itself = itself.partition(mark)[0]
    return not _is_told(itself)


# Every verb of the past, and what lasts, has one of them.
_OF_THE_PAST = frozenset("ただて済")


def _is_told(words: str) -> bool:
    """Whether the words behind a date tell what happened, beside that somebody said so."""
    if _OF_THE_PAST.isdisjoint(words):
        return False
    return PAST_VERB.search(QUOTED_VERB.sub("", words)) is not None


_ALREADY = (
    "もう",
    "すでに",
    "既に",
    "かれこれ",
    "はや",
    "早くも",
    "早や",
    "丸",
    "まる",
    "はやくも",
)
_SINCE = ("て", "たきり", "から", "以来", "まま", "っぱなし", *_ALREADY)
_SAYS = Pattern(r" ?(?:です|だ|なん?[のだで]|や|っす|よ|ね|なのに|やのに|になる|になり)")


def _has_lasted(here: Expression, before: str, behind: str) -> bool:
    """「差し戻しになって12日、」「もう10日」 is how long it has been so, no twelfth."""
    before = before.rstrip()
    return (
        here.parts is not None
        and here.parts[:2] == (None, None)
        and before.endswith(_SINCE)
        and not before.endswith(("なくて", "のうて", "ちごて", "違って"))
        and (
            behind[:1] in ("", "、", "…")
            or (before.endswith(_ALREADY) and _SAYS.match(behind) is not None)
        )
    )


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


def _of_length(here: Expression) -> int:
    if here.length is None:
        return 0
    if here.length.business_days and here.length.toward == "plain":
        return 1  # 「2-5営業日お待ちください」
    return _OF_LENGTHS[here.length.toward]
