"""Whether a number of days is a length or a day of the month: 5日, 2、3日, 16日から18日, 丸2日."""

import re

from handlers.reading.patterns import Pattern

# 「2、3日」 is a length, of 「提案2、29日まで」 the first number is another's.
_TWO_NUMBERS = Pattern(r"(\d{1,4}) ?([、・~-]) ?(\d{1,4})日(?!間)")
_MOST_APART = 3
_LONGEST_COUNT = 10


def is_listed(words: str) -> bool:
    """Whether these are days of a month or other numbers side by side, and no length."""
    two = _TWO_NUMBERS.match(words)
    if two is None:
        return False
    begin, end = int(two[1]), int(two[3])
    near = begin < end <= begin + _MOST_APART
    if two[2] in "~-":
        # 「25〜27日」 are days of a month, 「10〜14日」 is how long it takes.
        return near and begin > _LONGEST_COUNT and end <= 31
    return not near or (begin > _LONGEST_COUNT and end <= 31)


ABOUT = " 丸約"  # 介入まで丸3日
_NO_TILL = ("ままで", "今まで", "これまで", "それまで")  # 準備中のままで2週間
# 「届くまで45日」 is how long that takes
_HOW_LONG = tuple(f"{w}まで" for w in ("届く", "着く", "到着", "発送", "出荷", "配達", "届け"))
# 「注文から発送まで1か月」 is how long it took.
_FROM_TILL = Pattern(r"(?<!今)(?<!現在)(?<!今日)(?<!ここ)から[^。、!?\n]{1,8}まで$")


def is_stretch_till(before: str) -> bool:
    """Whether the words before a length count it from now to something: 介入まで."""
    if not before.endswith("まで") or before.endswith(_NO_TILL):
        return False
    return not before.endswith(_HOW_LONG) and not _FROM_TILL.search(before)


_BECAUSE = ("だから", "やから", "ですから", "ますから", "んから", "ないから", "じゃから")
_EVENT_AFTER = Pattern(r"[了着取始起定送払入認領文達成付信]後$")


# Behind the new one of two dates: 「16日から19日に延びた」.
CHANGED = Pattern(
    r" ?[にへ](?:変|延|伸|のび|のば|ずれ|ズレ|なっ|なり|移|繰|早ま|前倒|後ろ倒|修正|訂正|更新|かわ)"
)


_ALONE = Pattern(r"(\d+) ?(日|年|分|秒)")


def is_length(words: str, found: re.Match[str]) -> bool:
    """5日 and 2026年 alone are a day and a year, unless they count from somewhere."""
    alone = _ALONE.fullmatch(words)
    if alone is None:
        return True
    before = found.string[max(0, found.start() - 4) : found.start()]
    if alone[2] == "日" and before.endswith("丸"):
        return True
    before = before.rstrip(ABOUT)
    behind = found.string[found.end() : found.end() + 2]
    if alone[2] == "日":
        if _OF_GRACE.search(found.string, max(0, found.start() - _LONGEST_EVENT), found.start()):
            return behind != "まで"
        if is_span_of(found) or _GOES_ON.search(
            found.string, max(0, found.start() - _LONGEST_EVENT), found.start()
        ):
            return True
        if found.string.startswith(_IS_COUNTED, found.end()):
            return True  # 「決定したので10日数えて」
        counted = before.endswith(("から", "より", "まで", "+")) and behind != "まで"
        counted = counted and not before.endswith(_BECAUSE)
        if counted and _ends_stretch(found, int(alone[1])):
            return False
        if counted and CHANGED.match(found.string, found.end()):
            return False  # 「16日から19日に延びた」
        return int(alone[1]) > 31 or counted or _EVENT_AFTER.search(before) is not None
    return alone[2] in "分秒" or (behind[:1] == "で" and len(alone[1]) <= 2)


# What is counted from: 「終了から7日まで」, and not 「1日から7日まで」.
_AN_EVENT = Pattern(
    r"(?:終了|完了|受領|受け?取り?|到着|発送|出荷|判定|提起|申請|開始|支払い?|決済|購入|注文|承認|受信"
    r"|通知|編集|提案|提出|確認|クローズ|返品|返送|配達|[いきしちりっ]て|んで|た(?:日|時点?|とき))(?:日|時|後)?(?:から|より)$"
)
_LONGEST_EVENT = 8
# 「売り手の持ち時間は5日です」
_OF_GRACE = Pattern(r"(?:猶予|持ち時間|制限時間|回答枠)(?:は|が)(?:あと|約)?$")
_IS_COUNTED = ("数え", "かぞえ", "カウント", "放っ", "放置", "ほっと", "待った", "待って")
# 「そこからまた5日」
_GOES_ON = Pattern(
    r"(?:から|より)(?:また|さらに|更に|もう|プラス|\+|起算して|数えて|かぞえて|カウントして|計算して)$"
)


def is_span_of(found: re.Match[str]) -> bool:
    """Whether a length with まで behind it counts from an event rather than ends on a day."""
    text, start = found.string, found.start()
    if not text.startswith("まで", found.end()):
        return False
    return _AN_EVENT.search(text, max(0, start - _LONGEST_EVENT), start) is not None


# 「2月18日から25日」, where nothing counts the days, ends on a day like it began.
_BEGUN = Pattern(r"(\d{1,2})日?(?:\([^()]{1,3}\))?(?:から|より)$")
_ABOUT_THEN = Pattern(r"の(?:予定|見込|どこか)|頃|ごろ|あたり")
_ENDS_THERE = Pattern(r"(?:です|でした|だ|と(?!も)|って|に|、|。|\n|$)")
_EXPECTED = Pattern(r"予定|見込|目安|着金|入金|届く|お届け")


_EVENT_BEFORE = Pattern(r"支?払|決済|注文|購入|発送|出荷|到着|届|判定|開|提起|申|完了|終了|受|返品")
# Numbers of days that rules grant to act in.
_GRANTED, _LONGEST_GRANTED = (2, 3, 5, 7, 10, 14, 15, 20, 30), 7


def _ends_stretch(found: re.Match[str], day: int) -> bool:
    text, start, end = found.string, found.start(), found.end()
    begun = _BEGUN.search(text[max(0, start - 10) : start])
    if begun is None or not int(begun[1]) < day <= 31:
        return False
    told = _EVENT_BEFORE.search(text, max(0, start - 24), start) is not None
    if not told and (int(begun[1]) > _LONGEST_GRANTED or day not in _GRANTED):
        return True  # 「16日から18日」
    if _ABOUT_THEN.match(text, end):
        return True
    expected = _EXPECTED.search(text, max(0, start - 24), start)
    return expected is not None and _ENDS_THERE.match(text, end) is not None


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
_SAYS = Pattern(
    r" ?(?:です|でした|だ|やった|かか|なん?[のだで]|や|っす|よ|ね|なのに|やのに|になる|になり)"
)


def has_lasted(parts: tuple[int | None, int | None, int] | None, before: str, behind: str) -> bool:
    """「差し戻しになって12日、」「もう10日」 is how long it has been so, no twelfth.

    ``parts``: year, month and day of the date, as far as they were written.
    """
    before = before.rstrip()
    told = before.removesuffix("ちょうど").removesuffix("ぴったり")
    if told != before and told.endswith("から") and parts is not None and _SAYS.match(behind):
        return parts[:2] == (None, None)  # 「始めてからちょうど26日でした」
    return (
        parts is not None
        and parts[:2] == (None, None)
        and before.endswith(_SINCE)
        and not before.endswith(("なくて", "のうて", "ちごて", "違って"))
        and (
            behind[:1] in ("", "、", "…")
            or (before.endswith(_ALREADY) and _SAYS.match(behind) is not None)
        )
    )


_STANDS_SO = Pattern(r"(?<!この)(?<!その)(?<!今の)(?:まま|っきり)(?:かれこれ|もう|で)?$")


def has_stood(before: str, behind: str) -> bool:
    """「出たまま1か月、」: whether a length between such words is how long nothing moved."""
    return behind[:1] in ("", "、", "。", "…") and _STANDS_SO.search(before.rstrip()) is not None
