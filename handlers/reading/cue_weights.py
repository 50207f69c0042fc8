"""How much each thing that is said around a date speaks for its being a deadline, or against it."""

from handlers.reading.cue_signs import Signs, is_told
from handlers.reading.cue_words import (
    BEHIND_NOT,
    COUNTED,
    DEADLINE_VERBS,
    DUE,
    EVENT_LABELS,
    MUST,
    NEXT_CLAUSE,
    NEXT_TOPIC,
    PAST_VERB,
    QUOTED_VERB,
    WAS,
    WAS_LABEL,
)
from handlers.reading.day_counts import has_lasted, has_stood
from handlers.reading.expression import Expression
from handlers.reading.other_dates import (
    ABSENT,
    COLLECTED,
    COMES,
    COMES_BY,
    EXTENDED_BY,
    GIVES_OUT,
    HABIT,
    HEARSAY,
    HOUR_TOLD,
    IN_TIME,
    OCCASION_BEHIND,
    OCCASION_IS,
    OF_A_SALE,
    OF_A_SHOP,
    OF_A_SHOP_IN_ENGLISH,
    OF_ALL,
    OF_ANOTHER,
    OF_OTHERS,
    OF_THE_PAGE,
    PROMISED,
    SALE_BEHIND,
    SUPPOSED,
    TILL_TODAY,
    TOOK,
)
from handlers.reading.patterns import FILLER, Pattern
from handlers.reading.rules_asked import ASKED_OF, IS_A_RULE, is_of_the_rule
from handlers.reading.surroundings import Surroundings

SURE = 5  # the weight of まで and its like
OF_SOMETHING_ELSE = -30  # what no other word makes a deadline again
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
        (PROMISED.match(behind) and not signs.awaited) or HEARSAY.search(before)
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
    if has_lasted(here.parts, before, behind):
        return OF_SOMETHING_ELSE
    if behind and not (signs.awaited and here.length is not None) and OF_ANOTHER.match(behind):
        return -6
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


def of_other_things(here: Expression, words: Surroundings, signs: Signs) -> int:
    """Whether it is the date of something else: a sale, a shop's promise, an occasion, others."""
    behind, before = words.behind, words.before
    weight = 0
    took = TOOK.match(behind) if here.length is not None else None
    if took is not None and PAST_VERB.search(behind, took.end()):
        weight += OF_SOMETHING_ELSE
    extended = here.length is not None and EXTENDED_BY.search(before) is not None
    if extended or SALE_BEHIND.match(words.text, here.end) is not None:
        weight += OF_SOMETHING_ELSE
    if before.endswith(" ") and OF_A_SHOP_IN_ENGLISH.search(before):
        weight += OF_SOMETHING_ELSE
    if (
        (before and OF_A_SALE.search(before))
        or _is_of_no_dispute(here, words)
        or (
            _SPAN_OF_A_SALE.search(before) is not None
            and _OF_A_COUPON.search(words.text, max(0, here.start - 120), here.end + 60)
        )
    ):
        weight += OF_SOMETHING_ELSE
    if not signs.until and here.day is None and here.clock is not None and here.length is None:
        told = HOUR_TOLD.match(QUOTED_VERB.sub("", behind)) or HABIT.match(behind)
        weight += OF_SOMETHING_ELSE if told else 0
    if here.day is not None and here.clock is not None and not signs.until and HABIT.match(behind):
        weight += OF_SOMETHING_ELSE  # 「今日17時あがり」
    if behind.startswith(("なのに", "やのに", "だったのに")) and not signs.label:
        weight -= 4  # 「お祭り今週末やのに」
    if behind and (here.parts or (None, None))[:2] == (None, None) and ASKED_OF.match(behind):
        weight += OF_SOMETHING_ELSE
    if "間に合" in behind and not signs.label and IN_TIME.match(behind) and not DUE.match(behind):
        weight -= 6
    if behind.startswith("で終わ") and before and OF_ALL.search(before):
        weight += OF_SOMETHING_ELSE  # 「今月も今日で終わり」
    if (
        behind[:1] in _OCCASION_BEGINS
        and (here.day is not None or behind[0] == "で")
        and OCCASION_BEHIND.match(behind)
    ):
        weight += OF_SOMETHING_ELSE
    if before and not signs.until and OCCASION_IS.search(before):
        weight += OF_SOMETHING_ELSE
    if before and not signs.until and COLLECTED.search(before) and COMES_BY.match(behind):
        weight += OF_SOMETHING_ELSE
    if before and OF_OTHERS.search(before):
        weight -= 8
    if (
        here.length is not None
        and here.length.toward == "plain"
        and not (signs.label or OF_THE_PAGE.search(before))
    ):
        # 「ランタンが2時間で消える」, but not 「紛争のボタンが24時間で消える」
        weight += OF_SOMETHING_ELSE if GIVES_OUT.match(behind) else 0
    if behind.startswith(_DONE) or _ON_ITS_WAY.search(before) is not None:
        weight += OF_SOMETHING_ELSE  # 「返品期限 9月3日(完了)」, 「輸送中 (23日)」
    if before.endswith("まだ"):
        weight -= 4  # 「発送からまだ6日」
    if here.today and not behind.startswith("までに") and TILL_TODAY.match(behind):
        weight += OF_SOMETHING_ELSE
    if behind.endswith(_LAST_DAY):
        weight += 5  # 「来月の5日、参観日とかぶってるけど返品出せる最後の日」
    if here.length is not None and words.text.startswith(" a day", here.end):
        weight += OF_SOMETHING_ELSE  # "24 hours a day"
    if here.today and before.endswith("から") and behind.startswith("まで"):
        weight += OF_SOMETHING_ELSE  # 「注文から今日まで40日」
    return weight


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
_SPAN_OF_A_SALE = Pattern(r"有効期限|(?:^|\n|[。 ])(?:開催)?期間[: ]*$")
# 「8,000円以上で1,200円OFF コード:NATSU」, below it 「有効期限:」
_OF_A_COUPON = Pattern(
    rf"クーポン|コード ?:|セール|(?:円|%|{FILLER}) ?(?:off|オフ)|ポイント|コイン|お買い物で"
)
_TAKES = Pattern(
    r"(?:くらい|ぐらい|ほど|程度)?(?:は|も)?(?:かかる|かかり(?:ます|そう)|お?待ち?(?:ください|下さい|くださ|て(?:と|って|くだ|ほしい)))"
)
_DONE = ("(完了", "(済", "(対応済", "(入力済", "(提出済")
_ON_ITS_WAY = Pattern(r"(?:輸送|配送|運送|経過|滞留)中? ?\($")
_SENT_BACK = "返品"
_OCCASION_BEGINS = frozenset("はがっのもでにみ")
_IF = ("なら", "であれば", "だったら")
_LAST_DAY = ("最後の日", "最終日", "期限の日", "締切の日")
_ITSELF = ("が", "締", "〆", "期限だ", "期限で")
_WAS_IT = ("まででした", "までだった", "までやった")
_ONCE = ("だった", "でした", "やった", "まで")


def _is_field(before: str, label_ends: int, behind: str) -> bool:
    """Whether a date is the value of a field of a page, beside which another field begins."""
    return before[label_ends:].strip() in (":", "：", "") and behind.startswith(" ")


def _is_of_no_dispute(here: Expression, words: Surroundings) -> bool:
    """「発送: 7日以内」 of a shop's page, 「残り2日になったら」 of what is not yet."""
    before, behind = words.before, words.behind
    if here.length is None:
        return before.rstrip(" :|").endswith("日数")  # 「延長日数: 30日」
    if IS_A_RULE.match(behind) is not None:
        return True
    if words.asks and is_of_the_rule(words.text[here.start : here.end], before, behind):
        return True
    if here.is_left:
        return SUPPOSED.match(behind) is not None
    if here.length.toward == "within" and words.asks and behind.startswith(_IF):
        return True  # 「15日以内なら紛争できるんですよね」
    return OF_A_SHOP.search(before) is not None
