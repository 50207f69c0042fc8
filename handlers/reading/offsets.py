"""Lengths of time: 3日後, あと4日, 48時間以内, 5営業日, 1か月2年21日後, in 3 days.

A length that counts hours or less ends at a moment, any other on a day.
"""

# ruff: noqa: ARG001 - all rules are built alike, although some do not depend on now

import re
from datetime import datetime

from handlers.reading.day_words import OVER_FOR_ALL
from handlers.reading.grammar import DIGITS, Atom, Length, rule
from handlers.reading.patterns import Pattern

# Unit: the field of a Length it fills, and how much of it one of them is.
_UNITS: dict[str, tuple[str, int]] = {
    "営業日": ("business_days", 1),
    "平日": ("business_days", 1),
    "秒": ("seconds", 1),
    "分": ("seconds", 60),
    "時間": ("seconds", 3600),
    "日": ("days", 1),
    "週間": ("days", 7),
    "週": ("days", 7),
    "ヶ月": ("months", 1),
    "か月": ("months", 1),
    "カ月": ("months", 1),
    "ヵ月": ("months", 1),
    "ケ月": ("months", 1),
    "箇月": ("months", 1),
    "ヶ年": ("months", 12),
    "年": ("months", 12),
    "second": ("seconds", 1),
    "sec": ("seconds", 1),
    "minute": ("seconds", 60),
    "min": ("seconds", 60),
    "hour": ("seconds", 3600),
    "hr": ("seconds", 3600),
    "day": ("days", 1),
    "week": ("days", 7),
    "month": ("months", 1),
    "year": ("months", 12),
    "business day": ("business_days", 1),
    "working day": ("business_days", 1),
    "calendar day": ("days", 1),
}
_HALVES = {"半日": Length(seconds=12 * 3600), "半月": Length(days=15), "半年": Length(months=6),
           "翌営業日": Length(business_days=1), "次の営業日": Length(business_days=1),
           "半時間": Length(seconds=1800), "半刻": Length(seconds=3600)}  # fmt: skip
_JAPANESE = r"営業日|平日|秒|分|時間|日|週間?|[かヵヶケカ箇]月|ヶ年|年"
# 2、3日: the later is meant.
_COUNT = r"(?:\d{1,4} ?[、,・~-] ?)?\d{1,4}"
_ONE = rf"{_COUNT}(?:\.5)? ?(?:{_JAPANESE})(?:間)?半?"
_LENGTH = (
    rf"(?:半日|半月|半年|半時間|翌営業日|次の営業日|{_ONE}(?:[ 、,]{{0,2}}と? ?{_ONE}){{0,4}})"
)
_PIECE = Pattern(rf"(?:\d{{1,4}} ?[、,・~-] ?)?(\d{{1,4}})(\.5)? ?({_JAPANESE})(?:間)?(半)?")
_STILL = (
    r"(?:残り?|のこり|あと|(?<![了着取始起定送払入認領文達成付後信封用電生産食術の])後|残)(?:時間|日数"
    r"|期間)?[はが:]?(?: |、|もう|約|およそ|わずか"
    r"|たった|最大|最低)*"
)
_FROM_NOW = r"(?:今|いま|現在|今日|本日|きょう|ただ今)(?:から|より)(?: |、|約|ちょうど)*"

# What follows a length says which way it points. The first that matches wins.
_ENDINGS: tuple[tuple[str, str], ...] = (
    (
        r" ?(?:も|は|ほど|くらい|ぐらい|間)?(?:以上)?(?:(?:過ぎ|すぎ)ても|[経た]っても"
        r"|(?:過ぎ|すぎ)ない|[経た]たない"
        r"|[経た]たん|待って(?=い|る|ま[すし]|も|た|から|んの|の)|待っと|待た|待ち|待った"
        r"|(?:過ぎ|すぎ)ると|[経た](?:つ(?:と|のに|けど|が|し|の|。|$)|ちま[すし])"
        r"|[経た]って(?:る|い|ま|も|、)|にな(?:る(?:のに|けど|が)|りますが)"
        r"|目な)", "elapsed"),
    (
        r" ?(?:も|は|が|ほど|くらい|ぐらい|間|近く)?(?:以上)?(?:(?:過ぎ|すぎ)(?:た|て|ま|と)"
        r"|超え|越え|オーバー|かか(?:った|りました|って)|うごか"
        r"|(?:ずっと|まるまる|丸々|音沙汰|放置|無視|固ま|止ま|動か|出てこ|でてこ|来な|届か|返事がな|連絡がな))",
        "lasted"),
    (
        r" ?(?:ほど|くらい|ぐらい|ちょっと)?(?:前(?!後|に(?:通知|知らせ|教え|リマインド)|まで"
        r"|倒)|まえ|ぶり|来|経って(?!い?な|ま)|経過|も経|たって(?!も|い?な)|経った(?!ら)|更新)",
        "ago"),
    (r" ?(?:後|あと)?(?:以内|内(?!容|訳|側|部|蔵)|のうち|うち)", "within"),
    (
        r" ?(?:ほど|くらい|ぐらい)?(?:後|のち|あと|経過後|経ったら|たったら|経てば|過ぎ|すぎ"
        r"|先(?![月週々])|したら|すると|で(?=自動|終了|期限|クローズ|締|切れ|時間切れ|返[事信答]|回答|連絡|届|入金|戻|返金|結果|決|出る|出ま|わか|判[定断]|裁定|審査|介入|結論|運営|ae|アリエク|強制|失効"
        r"|タイム))", "after"),
    (
        r" ?(?:しか(?:あり|な|残)|を切|切っ(?:た|て)|切り(?:ま|そ)|弱|ちょっとで(?:終|切|自動)"
        r"|残[っりる]|の?残り"
        r"|(?:と|って|とか)(?:画面に|今)?(?:なって(?:い[るま]|る|ま)|なっとる|表示"
        r"|書い(?:て|た)あ|書いてる|出て(?:い[るま]|る|ま))"
        r"(?![^。、!?\n]{0,6}(?:のに|けど、))"
        r"|(?:の)?(?:猶予|余裕)(?:しか|が|は|で|あり|だ)|のカウント(?:ダウン)?(?:中|が|。|$)"
        r"|で(?:期限|切れ|締|自動|終わ))", "left"),
)  # fmt: skip
_ENDING = Pattern("|".join(f"(?P<{name}{i}>{p})" for i, (p, name) in enumerate(_ENDINGS)))


_A_DAY_THEN = Pattern(r"に|の(?=介入|判定|結果|返[事答信]|回答|連絡|期限|締)")


def length_of(words: str, toward: str) -> Length | None:
    """The length that such words add up to; 2日半 is two days and twelve hours."""
    half = _HALVES.get(words)
    if half is not None:
        return half._replace(toward=toward)
    totals = {"days": 0, "months": 0, "seconds": 0, "business_days": 0}
    for number, point_five, unit, and_half in _PIECE.findall(words):
        field, times = _UNITS[unit if unit in _UNITS else "か月"]
        totals[field] += int(number) * times
        if and_half or point_five:
            _add_half(totals, unit)
    if totals["days"] > 4000 or totals["months"] > 240 or totals["business_days"] > 400:
        return None
    return Length(**totals, toward=toward)


def _add_half(totals: dict[str, int], unit: str) -> None:
    if unit == "年":
        totals["months"] += 6
    elif unit.endswith("月"):
        totals["days"] += 15
    elif unit == "日":
        totals["seconds"] += 12 * 3600
    elif unit in ("時間", "分"):
        totals["seconds"] += _UNITS[unit][1] // 2


_OVER_FOR_ALL = Pattern(OVER_FOR_ALL)


@rule("残のあ後", rf"{_STILL}({_LENGTH})(?:{_ENDING.source})?")
def still(found: re.Match[str], now: datetime) -> Atom | None:
    """あと3日, 残り2時間; 「あとは9日の介入を待つだけ」 names a day."""
    if found[0].startswith("あとは") and _A_DAY_THEN.match(found.string, found.end()):
        return None
    if _OVER_FOR_ALL.match(found.string, found.end(1)):
        return None
    return _atom(found, found[1], "left")


@rule("今いきた本現", rf"{_FROM_NOW}({_LENGTH})(?:{_ENDING.source})?")
def from_now(found: re.Match[str], now: datetime) -> Atom | None:
    return _atom(found, found[1], "after")


@rule(
    "半翌次" + DIGITS,
    rf"(?<![\d./:]){_LENGTH}(?:{_ENDING.source})?",
    then="営平秒分時日週かヵヶケカ箇年、,・~-.",
)
def length(found: re.Match[str], now: datetime) -> Atom | None:
    toward, words = "plain", found[0]
    if _is_listed(words):
        return None
    ending = found.lastgroup
    if ending:
        toward = ending.rstrip(DIGITS)
        words = words[: found.start(ending) - found.start()]
    short = words[-1] in "分秒" or _FEW_HOURS.fullmatch(words) is not None
    if short and _RUNS_DOWN.match(found.string, found.start() + len(words)):
        toward = "plain"  # 「5分で切れる」 is said of a battery
    if toward == "left" and found.string.startswith(("+", "-"), found.start() - 1):
        return None  # 「-8時間とか書いてある」: a zone
    if toward == "plain" and not _is_length(words, found):
        return None
    if toward == "plain" and _is_span_of(found):
        toward = "within"  # 「終了から7日まで」
    if toward == "plain" and _is_stretch_till(found.string[: found.start()].rstrip(_ABOUT)):
        toward = "left"  # 介入まで3日
    return _atom(found, words, toward)


# 「2、3日」 is a length, of 「提案2、29日まで」 the first number is another's.
_TWO_NUMBERS = Pattern(r"(\d{1,4}) ?([、・~-]) ?(\d{1,4})日(?!間)")
_MOST_APART = 3
_LONGEST_COUNT = 10


def _is_listed(words: str) -> bool:
    two = _TWO_NUMBERS.match(words)
    if two is None:
        return False
    begin, end = int(two[1]), int(two[3])
    near = begin < end <= begin + _MOST_APART
    if two[2] in "~-":
        # 「25〜27日」 are days of a month, 「10〜14日」 is how long it takes.
        return near and begin > _LONGEST_COUNT and end <= 31
    return not near or (begin > _LONGEST_COUNT and end <= 31)


_ABOUT = " 丸約"  # 介入まで丸3日
_NO_TILL = ("ままで", "今まで", "これまで", "それまで")  # 準備中のままで2週間
# 「届くまで45日」 is how long that takes
_HOW_LONG = tuple(f"{w}まで" for w in ("届く", "着く", "到着", "発送", "出荷", "配達", "届け"))
# 「注文から発送まで1か月」 is how long it took.
_FROM_TILL = Pattern(r"(?<!今)(?<!現在)(?<!今日)(?<!ここ)から[^。、!?\n]{1,8}まで$")


def _is_stretch_till(before: str) -> bool:
    """Whether the words before a length count it from now to something: 介入まで."""
    if not before.endswith("まで") or before.endswith(_NO_TILL):
        return False
    return not before.endswith(_HOW_LONG) and not _FROM_TILL.search(before)


_BECAUSE = ("だから", "やから", "ですから", "ますから", "んから", "ないから", "じゃから")
_FEW_HOURS = Pattern(r"(?:\d|1[0-2]) ?時間半?")
_RUNS_DOWN = Pattern(r"で(?:切れ|終わ|止ま|消え)")
_EVENT_AFTER = Pattern(r"[了着取始起定送払入認領文達成付信]後$")


# Behind the new one of two dates: 「16日から19日に延びた」.
CHANGED = Pattern(
    r" ?[にへ](?:変|延|伸|のび|のば|ずれ|ズレ|なっ|なり|移|繰|早ま|前倒|後ろ倒|修正|訂正|更新|かわ)"
)


def _is_length(words: str, found: re.Match[str]) -> bool:
    """5日 and 2026年 alone are a day and a year, unless they count from somewhere."""
    alone = re.fullmatch(r"(\d+) ?(日|年|分|秒)", words)
    if alone is None:
        return True
    before = found.string[max(0, found.start() - 4) : found.start()]
    if alone[2] == "日" and before.endswith("丸"):
        return True
    before = before.rstrip(_ABOUT)
    behind = found.string[found.end() : found.end() + 2]
    if alone[2] == "日":
        if _OF_GRACE.search(found.string, max(0, found.start() - _LONGEST_EVENT), found.start()):
            return behind != "まで"
        if _is_span_of(found) or _GOES_ON.search(
            found.string, max(0, found.start() - _LONGEST_EVENT), found.start()
        ):
            return True
        counted = before.endswith(("から", "より", "まで")) and behind != "まで"
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
# 「そこからまた5日」
_GOES_ON = Pattern(r"(?:から|より)(?:また|さらに|更に|もう|プラス|\+)$")


def _is_span_of(found: re.Match[str]) -> bool:
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


@rule(
    DIGITS,
    rf"(?<![\d./:月])(?:{_ONE}(?<=[間月]) ?(?:から|~|-|、) ?({_ONE})"
    rf"|\d{{1,3}} ?日 ?(?:から|~|-) ?(\d{{1,3}} ?日)(?=(?:間|くらい|ぐらい|ほど|程度|かか|待)))"
    rf"(?:{_ENDING.source})?",
    then="営平秒分時日週かヵヶケカ箇年、,・~-.",
)
def between(found: re.Match[str], now: datetime) -> Atom | None:
    """1週間から10日, 3日から5日くらい: the later is meant."""
    ending = (found.lastgroup or "plain").rstrip(DIGITS)
    return _atom(found, found[1] or found[2], ending)


@rule(DIGITS + "発", r"(?<![\d.])(\d{1,3}) ?(営業)?日目", then="日営")
def nth_day(found: re.Match[str], now: datetime) -> Atom | None:
    """発送から11日目: counted from the day that the text names; alone it says nothing."""
    count = int(found[1])
    if found[2]:
        length = Length(business_days=count, toward="nth")
        return Atom("length", *found.span(), length=length, assumptions=("business_days",))
    return Atom("length", *found.span(), length=Length(days=count, toward="nth"))


_ENGLISH = (
    r"(?:\d{1,3} ?[-~] ?)?(\d{1,4}|an?|one|two|three|four|five|six|seven|ten) ?"
    r"((?:business |working |calendar )?day|week|month|year|hour|hr|minute|min|second"
    r"|sec)s?(?![a-z])"
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
            "seven": 7, "ten": 10}  # fmt: skip


@rule(
    "wih" + DIGITS + "aotfse",
    rf"(?<![a-z\d.])(?:(within|in|have|has) (?:the next |about "
    rf"|only )?)?{_ENGLISH}(?! ?,? ?(?:\d+ ?h|\d{{1,2}}:\d{{2}}:\d{{2}}))( left"
    rf"| remaining"
    rf"| from (?:now|today)| later| to go| ago| after)?",
    then="bwdmyhs-~",
)
def english(found: re.Match[str], now: datetime) -> Atom | None:
    number = _NUMBERS.get(found[2]) or int(found[2])
    field, times = _UNITS[found[3]]
    toward = {"ago": "ago", "left": "left", "remaining": "left", "to go": "left"}.get(
        (found[4] or "").strip(), "after" if found[4] or found[1] else "plain"
    )
    amount = {"days": 0, "months": 0, "seconds": 0, "business_days": 0, field: number * times}
    return Atom(
        "length",
        *found.span(),
        length=Length(**amount, toward=toward),
        assumptions=("business_days",) if field == "business_days" else (),
        past=toward == "ago",
    )


def _atom(found: re.Match[str], words: str, toward: str) -> Atom | None:
    measured = length_of(words, toward)
    if measured is None:
        return None
    assumptions = ("business_days",) if measured.business_days else ()
    return Atom(
        "length",
        *found.span(),
        length=measured,
        assumptions=assumptions,
        past=toward == "ago",
    )


RULES = (still, from_now, nth_day, between, length, english)
