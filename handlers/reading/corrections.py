"""Dates that are taken back for others: 「28日じゃなくて29日」, 「12/3で登録したけど12/5です」."""

from itertools import pairwise

from handlers.reading.corrected_days import day_of, let_a_length_follow, near_what_it_was
from handlers.reading.cue_labels import LABELS
from handlers.reading.cue_weights import LABELLED, SURE, TAKEN_BACK
from handlers.reading.day_counts import CHANGED
from handlers.reading.expression import Expression
from handlers.reading.other_weights import OF_SOMETHING_ELSE
from handlers.reading.patterns import Pattern

_IN_ERROR = Pattern(
    r"(?:まで|必着|締め?切り?|〆切り?|期限)?の(?:書き|打ち|見|読み|聞き|入力)?(?:間違|まちが|誤り|ミス)"
)
# 「28日言いましたけど29日の間違いでしたわ」
_SAID_WRONGLY = Pattern(
    r"は[、 ]*|(?:と|って)?(?:言い|書き|入れ|伝え|申し)(?:まし)?た(?:けど|けれど|が|のは)、?"
)
# 「水曜が締切のやつ、木曜でした。訂正します」
_PUT_RIGHT = Pattern(r"(?:^|[。、!\n])(?:に)?(?:訂正|修正)(?!し?て(?:い|る)|案)")
# What is only taken back if another day follows: 「12/3で登録したけど、12/5です」.
_GIVES_WAY = Pattern(
    r"(?:まで)?で(?:一旦|いったん|一応|とりあえず|取り急ぎ)?(?:登録|設定|セット|入力|お?願い|入れ)し?て?"
    r"(?:もら|いただ|頂|しま|しちゃ|ちゃ|た|ました|てた|てい)[^。!?\n\d]{0,7}"
    r"(?:けど|けれど|が、?|のですが|んですが|(?:もの|やつ)[はが])"
    r"|まで(?:だった|でした|やった)[のん][がを]、?"
    r"|(?:まで)?だった(?:期限|締|介入|判定|回答|保護|返送|終了)[^。、!?\n\d]{0,6}[がは、]"
    r"|のつもりで[いお]|(?:まで)?(?:と|って|に)?(?:なって|書いて|出て|表示されて|言われて|聞いて|案内されて)い?た[のん]が"
)
_CUED, _LONGEST_BETWEEN, _NEAR_LABEL = 3, 50, 12
# 「金曜までとあったのに、今日のメールには30日まで」
_WAS_TOLD = (
    r"(?:まで|が期限|が締め?切り?)?(?:と|って|に|で)?(?:いう)?[^。!?\n\d]{0,6}?"
    r"(?:あった|書いて(?:あっ)?た|出てい?た|なってい?た|だった|(?:聞い|言われ)てい?た|言われた|話だった)"
    r"(?:の[にが]|ん?だ?けど|けれど|ん?(?:です)?が)、?[^。!?\n\d]{0,6}"
)
_AS_IT_WAS = Pattern(
    rf"{_WAS_TOLD}(?:今|さっき|新し|最新|改め|画面|表示|ページ)[^。!?\n\d]{{0,14}}"
)

# 「3日が締切。いや違った、4日」, 「明日が期限…じゃないや、明後日」
_SAID_ANEW = Pattern(
    r"(?:まで|必着|が?(?:期限|締め?切り?|〆切り?|期日|リミット))?(?:です|だ|でした|か)?"
    r"[。、!→ ]{1,3}(?:あ[、っ]{0,2})?"
    r"(?:(?:いや|いえ|じゃないや|違(?:う|った|いました)|ちが(?:う|った)|待って|まって"
    r"|間違えた|まちがえた|やっぱり?|ごめん(?:なさい)?|す[みい]ません|失礼(?:しました)?"
    r"|ほんとう?は|本当は|正しくは|正確には"
    r"|(?:見|読み|書き|打ち)間違(?:い(?:です|でした)?|え(?:た|ました)))[、。!]{0,2}){1,3} ?"
)
# 「期限6/3やけど、よう見たら6/8やった」
_LOOKED_AGAIN = Pattern(
    r"(?:まで|[がの]?(?:期限|締め?切り?|〆切り?|期日|リミット))?(?:です|だった|だ|やった|や|って書い?た)?"
    r"(?:ん(?:です|や|だ))?(?:けど|けれど|が|のに)、?(?:今|もう一[回度]|あらためて|改めて)?、?"
    r"(?:よ[くう]|ちゃんと)?(?:見|見直し|読み直し|確認し|確かめ|チェックし)たら、? ?"
)
# 「9/4まで→延長してくれて9/9までになりました」
_EXTENDED = Pattern(r"延長|延び|伸び|のび|変更|変わ|ずれ|早ま")
# "The protection ends on Oct 31, please extend." "I have extended. Now it ends on Nov 10"
_ENDS_NOW = Pattern(
    r"(?:(?<![a-z])now,? (?:it|(?:the |your )?(?:purchase |buyer )?protection(?: period)?)"
    r" (?:will )?(?:ends?|expires?|closes?|lasts?) (?:on |until |at )?"
    r"|延長[^\n]{0,24}(?:新しい|延長後の)(?:終了日|期限|締め?切り?)[はが :]{0,2})$"
)
# 「2/3だった介入が2/6に変わってました」
_WAS_ITS_DAY = Pattern(
    r"(?:まで)?だった[^。、!?\n\d]{1,24}[がは]、?"
    # 「来月5日のやつ、やっぱ6日に変更で」
    r"|(?:まで|の?期限|の?締め?切り?)?の(?:やつ|件|分|紛争|ほう|方)[はをが]?、?(?:やっぱり?|やはり)?、?"
)
# 「PCだと17日、アプリだと18日です。18日の方で覚えておいてください」
_THIS_ONE = Pattern(
    r"の(?:方|ほう)(?:(?:で|を|に)(?:覚え|登録|入れ|お?願|設定|セット|して|変更|直し)"
    r"|(?:でした|だった|やった|です|や)(?:[わねよ]|$|[。!、]))"
)
_LABEL, _NO_MORE = 60, -9
# 「月曜までって言われてたのに金曜に変更になった」
_AS_TOLD = Pattern(_WAS_TOLD)


def correct(masked: str, expressions: list[Expression], weights: list[int]) -> None:
    """What is taken back leaves its traces: the last of several dates stands after all, and
    「12月5日の18時じゃなくて20時」 keeps the day.
    """
    if len(expressions) < 2 and TAKEN_BACK not in weights:
        return
    let_a_length_follow(masked, expressions, weights)
    dated = [
        place
        for place, one in enumerate(expressions)
        if one.day is not None or (one.clock is not None and weights[place] == TAKEN_BACK)
    ]
    firm = [one for one in dated if not expressions[one].today]
    for place, after in pairwise(firm):
        if _GIVES_WAY.match(masked, expressions[place].end):
            weights[place] = TAKEN_BACK
        ends = expressions[after].end
        ends += 2 if masked.startswith("まで", ends) else 0
        moved = CHANGED.match(masked, ends) is not None
        here = expressions[place].end, expressions[after].start
        if _SAID_ANEW.fullmatch(masked, *here) or _LOOKED_AGAIN.fullmatch(masked, *here):
            weights[place] = TAKEN_BACK
            weights[after] = max(weights[after], SURE)
        if (weights[after] < _CUED and not moved) or weights[place] == TAKEN_BACK:
            continue
        between = masked[expressions[place].end : expressions[after].start]
        told = _AS_IT_WAS.fullmatch(between) or (
            moved
            and (
                _AS_TOLD.fullmatch(between)
                or _WAS_ITS_DAY.fullmatch(between)
                or _EXTENDED.search(between)
            )
        )
        if len(between) <= _LONGEST_BETWEEN and told:
            weights[place] = TAKEN_BACK
            weights[after] = max(weights[after], SURE)
    _let_the_new_end_stand(masked, expressions, weights, dated)
    _let_the_chosen_stand(masked, expressions, weights, dated)
    back = [place for place in dated if weights[place] == TAKEN_BACK]
    if not back:
        _put_right(masked, expressions, weights, dated)
        return
    last = expressions[back[-1]]
    alone = _IN_ERROR.match(masked, last.end) is not None  # 「12月3日の間違いでした」
    if (
        alone
        and len(dated) > 1
        and back == dated[-1:]
        # 「12月3日は12月4日の間違いです」
        and _SAID_WRONGLY.fullmatch(masked, expressions[dated[-2]].end, last.start)
    ):
        weights[dated[-2]] = TAKEN_BACK
        back = dated[-2:]
        weights[back[-1]] = SURE
    if len(back) == len(dated) and (len(back) > 1 or alone):
        weights[back[-1]] = SURE
    for place in back:
        if place + 1 < len(expressions):
            first, second = expressions[place], expressions[place + 1]
            near_what_it_was(first, second)
            if second.day is not None and weights[place + 1] == 0:
                # 「介入は9月20日じゃなくて21日」: what stands before it names the new one, too.
                named = LABELS.search(masked, max(0, first.start - _NEAR_LABEL), first.start)
                weights[place + 1] = LABELLED if named is not None else 0
            if (
                second.clock
                and second.day is None
                and second.length is None
                and weights[place + 1] != OF_SOMETHING_ELSE
            ):
                day = day_of(first, place, expressions, weights)
                if day is not None:
                    weights[place + 1] = max(weights[place + 1], weights[day], 1)
                    weights[day] = TAKEN_BACK
                    first = expressions[day]
                second.day, second.parts = first.day, first.parts
                second.assumptions = [*first.assumptions, *second.assumptions]


def _let_the_new_end_stand(
    masked: str, expressions: list[Expression], weights: list[int], dated: list[int]
) -> None:
    """ "Now it will end on Jan 19": what was told before of the end counts no more."""
    for place in dated:
        begins = expressions[place].start
        if _ENDS_NOW.search(masked, max(0, begins - _LABEL), begins) is not None:
            weights[:place] = [min(weight, _NO_MORE) for weight in weights[:place]]


def _let_the_chosen_stand(
    masked: str, expressions: list[Expression], weights: list[int], dated: list[int]
) -> None:
    """「18日の方で覚えておいて」: of several days the buyer says which one to keep."""
    for place in dated:
        if _THIS_ONE.match(masked, expressions[place].end) is not None:
            for other in dated:
                if expressions[other].day != expressions[place].day:
                    weights[other] = min(weights[other], _NO_MORE)
            weights[place] = max(weights[place], SURE)


def _put_right(
    masked: str, expressions: list[Expression], weights: list[int], dated: list[int]
) -> None:
    """「水曜が締切のやつ、木曜でした。訂正します」: the last day that is named stands."""
    if len(dated) < 2 or _PUT_RIGHT.search(masked, expressions[dated[-1]].end) is None:
        return
    for place in dated[:-1]:
        weights[place] = TAKEN_BACK
    weights[dated[-1]] = max(weights[dated[-1]], SURE)
