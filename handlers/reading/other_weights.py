"""How much speaks for a date being that of something else: a sale, an occasion, a rule, a size."""

from handlers.reading.cue_signs import Signs, is_told
from handlers.reading.cue_words import DUE, PAST_VERB, QUOTED_VERB
from handlers.reading.expression import Expression
from handlers.reading.occasions import (
    AT_THAT,
    HABIT,
    OCCASION_BEHIND,
    OCCASION_IS,
    OF_A_SALE,
    OF_A_SHOP,
    OF_A_SHOP_IN_ENGLISH,
    OF_ALL,
    OF_OTHER_SHOPS,
    OF_OTHERS,
    SALE_BEHIND,
    TAKES,
    TO_ARRIVE,
)
from handlers.reading.other_dates import (
    EXTENDED_BY,
    GIVES_OUT,
    HOUR_TOLD,
    OF_THE_PAGE,
    TILL_TODAY,
    TOOK,
)
from handlers.reading.patterns import FILLER, Pattern
from handlers.reading.promises import COLLECTED, COMES_BY, IN_TIME, MET, SUPPOSED
from handlers.reading.rules_asked import ASKED_OF, IS_A_RULE, WHENCE, is_of_the_rule, is_one_of_two
from handlers.reading.surroundings import Surroundings

OF_SOMETHING_ELSE = -30  # what no other word makes a deadline again


def of_other_things(here: Expression, words: Surroundings, signs: Signs) -> int:
    """Whether it is the date of something else: a sale, a shop's promise, an occasion, others."""
    behind, before = words.behind, words.before
    weight = _of_everyday(here, words, signs)
    if here.length is not None:
        weight += _of_a_length(here, words, signs)
    elif _ANOTHER_SIZE.search(before) is not None and _FRACTION.fullmatch(
        words.text, here.start, here.end
    ):
        weight += OF_SOMETHING_ELSE  # 「3/8インチのはずが1/4で合わない」
    if _is_of_a_sale(here, words) or _is_of_no_dispute(here, words):
        weight += OF_SOMETHING_ELSE
    if behind.startswith(("なのに", "やのに", "だったのに")) and not signs.label:
        weight -= 4  # 「お祭り今週末やのに」
    if behind and (here.parts or (None, None))[:2] == (None, None) and ASKED_OF.match(behind):
        weight += OF_SOMETHING_ELSE
    if behind.startswith("って") and WHENCE.match(behind):
        weight += OF_SOMETHING_ELSE
    if before and (OF_OTHERS.search(before) or OF_OTHER_SHOPS.search(before)):
        weight -= 8
    if behind.startswith(_DONE) or _ON_ITS_WAY.search(before) is not None:
        weight += OF_SOMETHING_ELSE  # 「返品期限 9月3日(完了)」, 「輸送中 (23日)」
    if before.endswith("まだ"):
        weight -= 4  # 「発送からまだ6日」
    if here.today and not behind.startswith("までに") and TILL_TODAY.match(behind):
        weight += OF_SOMETHING_ELSE
    if here.today and before.endswith("まま") and behind.startswith(("になっ", "になり")):
        weight += OF_SOMETHING_ELSE  # 「届かないまま今日になった」
    if (
        here.today
        and before.endswith("から")
        and behind.startswith("まで")
        and not behind.startswith("までのはず")
    ):
        weight += OF_SOMETHING_ELSE  # 「注文から今日まで40日」
    if behind.endswith(_LAST_DAY):
        weight += 5  # 「来月の5日、参観日とかぶってるけど返品出せる最後の日」
    return weight


def _of_everyday(here: Expression, words: Surroundings, signs: Signs) -> int:
    """Whether it is an hour or a day of the buyer's own life."""
    behind, before = words.behind, words.before
    weight = 0
    if not signs.until and here.day is None and here.clock is not None and here.length is None:
        told = HOUR_TOLD.match(QUOTED_VERB.sub("", behind)) or HABIT.match(behind)
        # 「投函完了13:07になってる」
        over = before.endswith(_OVER) and "自動" not in before and "交渉" not in before
        weight += OF_SOMETHING_ELSE if told or over else 0
    if here.day is not None and here.clock is not None and not signs.until and HABIT.match(behind):
        weight += OF_SOMETHING_ELSE  # 「今日17時あがり」
    if "間に合" in behind and not signs.label and IN_TIME.match(behind) and not DUE.match(behind):
        weight -= 6
    if MET.match(words.text, here.end):
        weight += OF_SOMETHING_ELSE
    if behind.startswith("で終わ") and before and OF_ALL.search(before):
        weight += OF_SOMETHING_ELSE  # 「今月も今日で終わり」
    if (
        behind[:1] in _OCCASION_BEGINS
        and (here.day is not None or behind[0] == "で")
        and OCCASION_BEHIND.match(behind)
    ):
        weight += OF_SOMETHING_ELSE
    if (
        here.weekday is None
        and here.start > _A_COMMENT
        and not signs.label
        and not words.text[here.start].isdigit()
        and AT_THAT.match(behind)
    ):
        weight += OF_SOMETHING_ELSE  # 「1/4までに選べって。年始じゃん」
    if before and not signs.until and OCCASION_IS.search(before):
        weight += OF_SOMETHING_ELSE
    if before and not signs.until and COLLECTED.search(before) and COMES_BY.match(behind):
        weight += OF_SOMETHING_ELSE
    return weight


def _of_a_length(here: Expression, words: Surroundings, signs: Signs) -> int:
    """Whether a length is how long something took, lasts or is warranted."""
    behind, before, length = words.behind, words.before, here.length
    if length is None:
        return 0
    weight = 0
    took = TOOK.match(behind)
    if took is not None and PAST_VERB.search(behind, took.end()):
        weight += OF_SOMETHING_ELSE
    if length.toward == "after" and behind.startswith("には") and is_told(behind):
        weight += OF_SOMETHING_ELSE  # 「十分後にはお金が戻ってきた」
    if length.toward == "plain" and not (signs.label or OF_THE_PAGE.search(before)):
        # 「ランタンが2時間で消える」, but not 「紛争のボタンが24時間で消える」
        weight += OF_SOMETHING_ELSE if GIVES_OUT.match(behind) else 0
    if length.toward == "plain" and behind.startswith("までしか"):
        weight += OF_SOMETHING_ELSE  # 「60分までしか回らない」
    if length.toward == "within" and _COMES_BY_ITSELF.match(behind) is not None:
        weight += OF_SOMETHING_ELSE
    if length.months and before.endswith(_WARRANTY):
        weight += OF_SOMETHING_ELSE  # 「保証12か月って書いてある電動ドリル」
    if words.text.startswith(" a day", here.end):
        weight += OF_SOMETHING_ELSE  # "24 hours a day"
    return weight


def _is_of_a_sale(here: Expression, words: Surroundings) -> bool:
    before = words.before
    if here.length is not None and EXTENDED_BY.search(before) is not None:
        return True
    if SALE_BEHIND.match(words.text, here.end) is not None:
        return True
    if not before:
        return False
    if before.endswith(" ") and OF_A_SHOP_IN_ENGLISH.search(before):
        return True
    if TAKES.search(before) and not TO_ARRIVE.match(words.behind):
        return True
    return OF_A_SALE.search(before) is not None or (
        _SPAN_OF_A_SALE.search(before) is not None
        and _OF_A_COUPON.search(words.text, max(0, here.start - 120), here.end + 60) is not None
    )


_SPAN_OF_A_SALE = Pattern(r"(?:有効|利用|使用)期限|(?:^|\n|[。 ])(?:開催)?期間[: ]*$")
# 「8,000円以上で1,200円OFF コード:NATSU」, below it 「有効期限:」
_OF_A_COUPON = Pattern(
    rf"クーポン|コード ?:|セール|(?:円|%|{FILLER}) ?(?:off|オフ)|ポイント|コイン|お買い物で"
)
_DONE = ("(完了", "(済", "(対応済", "(入力済", "(提出済")
_OVER = ("完了", "完了 ", "済み", "済み ")
_ON_ITS_WAY = Pattern(
    r"(?:(?:輸送|配送|運送|経過|滞留)中?|(?:配達|お届け|配送)(?:済み?|完了)) ?\($"
)
# Of an answer, 「年末だよ」, the day is meant.
_A_COMMENT = 8
_ASKED = frozenset(["", "?", "か", "で", "な", "の"])
_OCCASION_BEGINS = frozenset("はがっのもでにみか")
_IF = ("なら", "であれば", "だったら")
# Behind a size, which is hidden.
_ANOTHER_SIZE = Pattern(
    rf"{FILLER}(?:のはずが|なのに|を?頼んだのに|を頼んで|の[^。、!?\n\d]{{1,8}}[がは])$"
)
_FRACTION = Pattern(r"\d{1,2}/(?:2|4|8|16|32)")
# 「住所は24時間以内に表示されます」
_COMES_BY_ITSELF = Pattern(r"に[^。、!?\n\d]{0,6}(?:表示|発行|配信|送信)され(?:ます|る)")
_WARRANTY = ("保証", "保証期間", "保証は", "保証期間は", "メーカー保証", "warranty ")
_LAST_DAY = ("最後の日", "最終日", "期限の日", "締切の日")


def _is_of_no_dispute(here: Expression, words: Surroundings) -> bool:
    """「発送: 7日以内」 of a shop's page, 「残り2日になったら」 of what is not yet."""
    before, behind = words.before, words.behind
    if behind[:1] in _ASKED and is_one_of_two(words.text, here.start):
        return True
    if here.length is None:
        return before.rstrip(" :|").endswith("日数")  # 「延長日数: 30日」
    if IS_A_RULE.match(behind) is not None:
        return True
    if words.asks and is_of_the_rule(words.text[here.start : here.end], before, behind):
        return True
    if here.is_left or here.length.exact:
        return SUPPOSED.match(behind) is not None
    if here.length.toward == "within" and words.asks and behind.startswith(_IF):
        return True  # 「15日以内なら紛争できるんですよね」
    return OF_A_SHOP.search(before) is not None
