"""Absolute dates: 2026年12月5日, 12/5, 12月5日, 2026-12-05, 5日."""

# ruff: noqa: ARG001 - all rules are built alike, although some do not depend on now

import re
from datetime import date, datetime, timedelta

from handlers.reading.calendar_days import coming, make_day
from handlers.reading.day_words import OVER_FOR_ALL
from handlers.reading.grammar import DIGITS, TEXT_ENDS, Atom, rule
from handlers.reading.patterns import Pattern, any_of

_NOT_IN_NUMBER = r"(?<![\d/.,-])(?<!\d:)"
_ENDS = r"(?![\d/]|[.:,]\d|-\d)"
# 「20日でお願いします」 names a day, 「2日で塗装がはげた」 how long it took.
_ON_THAT_DAY = any_of(
    "[、。!?\\n)」』]|$|す|っせ|し[たょ]|は|な[くいかけ]|も(?:いい|良|よ|ok|大丈夫|なく)|▒",
    "登録|セット|設定|変更|変え|直し|入れ|更新|記録|メモ|予約|通知|リマインド|知らせ|お?願|頼",
    "いい|良|よ(?:い|か|ろ)|ok|大丈夫|間違|合って|あって|確か|一旦|いったん",
    "ちょうど|丸|\\d+ ?(?:日|週間|[かヶ]月)",
    "締|〆|期[限日]|終わ(?!った)|終了|おしまい|アウト|タイム|リミット|時間切れ|切れ(?!た)|満|消え|失効|無効",
    "自動|勝手|強制|介入|判[定断]|裁定|結論|決|確定|完了|クローズ|閉|打ち切|最[終後]|運営|ae|アリエク",
    "保護|受付|受け付け|紛争|争議|交渉|協議|話し合い|期間|申し?立|異議|抗議|やり[取と]り|返[品送信事答却]|回答",
)
# After these a number of days is a length or a count, not a day of the month.
_NOT_A_DAY = (
    r"(?!後|以内|以上|以降に経|以下|未満|間|ぶり|前|まえ|目|ほど|程|くらい|ぐらい|位|分|経"
    r"|たって|たった|も[経たかま届来待放返音連無動つち持]"
    r"|かか|近く|あたり|過ぎ|すぎ|半|が(?:[経た過す]|経過)|と\d+時間"
    r"|\d{1,2}時間|[ 、]?\d{1,2}時間|しか|余り"
    r"|あまり|待[っちて]|ごと|おき"
    r"|かけて|がかり|ある(?!日)|あり[まそ]|あって|もらえ|早め|はやめ|遅ら|ずら|前倒|後ろ倒|連続|坊主|遅れ|延長|伸[びば]|延[びば]|の[びば]|ずれ|ズレ|早ま|短縮|残[っりる]|の(?:猶予|期間|余裕|保護|うち|間(?!違)|あいだ|カウント|延長|遅)|[でに]\d+回"
    rf"|で(?:切れた|終わった)|で(?!{_ON_THAT_DAY})"
    r"|\d+回|経過|続け|使[っい]|[ ]?left|は待|でも(?:\d|過ぎ|すぎ|遅|早|はや|超|越|延|待|経|たて"
    r"|ずれ|ズレ|オーバー|変)"
    r"|\d晩|触|寝かせ|放置|様子|泣|悩|我慢|音信|音沙汰|無視|休[んみ]|試し|置い|(?:連絡|返[事信])(?:が|も)?(?:な|待|つか|こ|来な))"
)


def absolute(
    found: re.Match[str], now: datetime, year: int | None, month: int | None, day: int
) -> Atom:
    """A day with some of its parts written; marked impossible where no calendar has it."""
    start, end = found.span()
    resolved = coming(year, month, day, now.date())
    missing = () if year is not None else (("no_year",) if month is not None else ("next_month",))
    if resolved is None:
        return Atom("day", start, end, impossible=True, weak=year is None and month is None)
    if month is None and resolved.month == now.month:
        missing = ()  # this month's: nothing had to be assumed
    return Atom("day", start, end, day=resolved, parts=(year, month, day), assumptions=missing)


def full_year(digits: str, now: datetime) -> int:
    """A year as written; two digits are of this century."""
    return int(digits) if len(digits) > 2 else now.year // 100 * 100 + int(digits)


@rule(DIGITS, r"(?<!\d)(\d{4}|\d{2}) ?年[ /]?の?(\d{1,2}) ?月[ /]?の?(\d{1,2}) ?日", then="年")
def year_month_day(found: re.Match[str], now: datetime) -> Atom | None:
    return absolute(found, now, full_year(found[1], now), int(found[2]), int(found[3]))


@rule(DIGITS, r"(?<![\d/.-])(\d{4})([/.-]) ?(\d{1,2})\2 ?(\d{1,2})(?![\d])(?!\2\d)", then="/.-")
def year_first(found: re.Match[str], now: datetime) -> Atom | None:
    return absolute(found, now, int(found[1]), int(found[3]), int(found[4]))


@rule("'" + DIGITS, r"(?<![\d/.-])'?(\d{2})([/.])(\d{1,2})\2(\d{1,2})(?![\d/])(?!\.\d)", then="/.")
def short_year_first(found: re.Match[str], now: datetime) -> Atom | None:
    year, month, day = full_year(found[1], now), int(found[3]), int(found[4])
    if not (abs(year - now.year) <= 3 and make_day(year, month, day)):
        return None
    return absolute(found, now, year, month, day)


@rule(DIGITS, r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/])", then="/.-")
def year_last(found: re.Match[str], now: datetime) -> Atom | None:
    """12/5/2026: month first, as AliExpress' American pages write, unless that cannot be."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    month_first, day_first = make_day(year, first, second), make_day(year, second, first)
    if found[2] == ".":  # 05.12.2026 is European
        month_first, day_first = day_first, month_first
    chosen = month_first or day_first
    if chosen is None:
        return Atom("day", *found.span(), impossible=True)
    others: tuple[date, ...] = ()
    if month_first and day_first and month_first != day_first:
        others = (day_first,)
    return Atom(
        "day",
        *found.span(),
        day=chosen,
        parts=(chosen.year, chosen.month, chosen.day),
        others=others,
    )


@rule(
    "2",
    r"(?<!\d)(20\d{2})(?:の(\d{1,2})の(\d{1,2})| (\d{2}) (\d{2}))(?![\d年月])",
    then="の" + DIGITS,
)
def loosely(found: re.Match[str], now: datetime) -> Atom | None:
    """2027の5の18, 2027 05 18."""
    month, day = found[2] or found[4], found[3] or found[5]
    made = make_day(int(found[1]), int(month), int(day))
    return absolute(found, now, int(found[1]), int(month), int(day)) if made else None


@rule(
    "01",
    r"\A(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=(?:まで|です|だ|や|ね|よ|。)*\Z)",
    then="まですだやねよ。" + TEXT_ENDS,
)
def four_digits(found: re.Match[str], now: datetime) -> Atom | None:
    """1227, where the message says nothing else."""
    atom = absolute(found, now, None, int(found[1]), int(found[2]))
    return None if atom.impossible else atom


@rule("2", r"(?<!\d)(20\d{2})([01]\d)([0-3]\d)(?!\d)")
def digits_only(found: re.Match[str], now: datetime) -> Atom | None:
    day = make_day(int(found[1]), int(found[2]), int(found[3]))
    if day is None:
        return None
    return Atom("day", *found.span(), day=day, parts=(day.year, day.month, day.day), weak=True)


@rule(
    DIGITS,
    r"(?<![\d/.])(\d{1,2}) ?月 ?の? ?(\d{1,2})(?: ?日|か(?=です|まで|に|。|$)"
    r"|(?=まで|迄|\(|[ 、。]|$))",
    then="月",
    beyond=DIGITS + " の",
)
def month_day(found: re.Match[str], now: datetime) -> Atom | None:
    return absolute(found, now, None, int(found[1]), int(found[2]))


@rule(
    DIGITS,
    r"(?<![\d/.])(\d{1,2})月の?(\d{1,2})日?か(\d{1,2})(?:日|(?=[にまがはで、。]|$))",
    then="月",
    beyond=DIGITS + "の",
)
def one_of_two(found: re.Match[str], now: datetime) -> Atom | None:
    """1月25か26: the nearer, and the other is asked about."""
    first = absolute(found, now, None, int(found[1]), int(found[2]))
    second = absolute(found, now, None, int(found[1]), int(found[3]))
    if first.day is None or second.day is None:
        return None
    return first._replace(others=(second.day,))


@rule(DIGITS, _NOT_IN_NUMBER + r"(\d{1,2})/ ?(\d{1,2})日?" + _ENDS, then="/")
def month_slash_day(found: re.Match[str], now: datetime) -> Atom | None:
    first, second = int(found[1]), int(found[2])
    if first > 12 >= second >= 1 and first <= 31:  # 29/2
        first, second = second, first
    if not (1 <= first <= 12 and 1 <= second <= 31):
        return None  # 50/60Hz, 24/7: no date was meant
    return absolute(found, now, None, first, second)


@rule(
    DIGITS,
    _NOT_IN_NUMBER + r"(\d{1,2})([.-])(\d{1,2})(?!\d|[./]\d|-\d)"
    r"(?! ?(?:営業|平日|日間?(?:以|で|後|か|お|程)|週|時間|分|秒|[かヵヶケカ箇]月"
    r"|business|working|days?|weeks?))",
    then=".-",
)
def month_dot_day(found: re.Match[str], now: datetime) -> Atom | None:
    """12.5 or 12-05: a date only when something near it says so (12.5まで, 12.5(土))."""
    day = coming(None, int(found[1]), int(found[3]), now.date())
    if day is None:
        return None
    return Atom(
        "day",
        *found.span(),
        day=day,
        parts=(None, int(found[1]), int(found[3])),
        assumptions=("no_year",),
        weak=True,
    )


# 「あと三日で今年も終わる」
_STILL_THEN_OVER = Pattern(rf"(?:あと|残り?|のこり) ?\d{{1,2}}日{OVER_FOR_ALL}")


@rule(
    DIGITS,
    r"(?<![\d/.,月約丸])(?<!この)(?<!ここ)(?<!平均)(?<!最[短長])(?<!まる)(?<!だいたい)(?<![今明昨]日で)(?<!これで)(?<!たった)(?<!わずか)(\d{1,2})日"
    + _NOT_A_DAY,
    then="日",
)
def day_alone(found: re.Match[str], now: datetime) -> Atom | None:
    if _STILL_THEN_OVER.search(found.string, max(0, found.start() - 4), found.end() + 4):
        return None
    return absolute(found, now, None, None, int(found[1]))


# What a rule grants to act in, counted in days.
_USUAL_LENGTHS = (14, 15, 20, 30)


@rule(DIGITS, r"(?<![\d/.,月])(1[1-9]|2\d|3[01])日(?=のうち)", then="日", beyond="の")
def day_within(found: re.Match[str], now: datetime) -> Atom | None:
    """26日のうちに答えろ: nobody grants 26 days, while 3日のうちに is a length."""
    day = int(found[1])
    return absolute(found, now, None, None, day) if day not in _USUAL_LENGTHS else None


@rule(
    DIGITS,
    r"(?<![\d/.,月])(1[1-9]|2\d|3[01])日(?=を?(?:過ぎ|すぎ)(?:たら|ると|れば))",
    then="日",
    beyond="を過す",
)
def day_gone_by(found: re.Match[str], now: datetime) -> Atom | None:
    """「21日過ぎたら自動で終わる」; 「14日過ぎたら」 may be a length."""
    day = int(found[1])
    return absolute(found, now, None, None, day) if day not in _USUAL_LENGTHS else None


@rule(
    DIGITS,
    r"(?<![\d/.,月とり])(?<!あと)(1[6-9]|2\d|3[01])日(?=で(?:自動|確定|終わ(?!った)|終了|締|切れ(?!た)|期限|クローズ))",
    then="日",
    beyond="で",
)
def day_of_the_end(found: re.Match[str], now: datetime) -> Atom | None:
    """「20日で終わる」: on the 20th, as no clock grants more than fifteen days; else in 20 days."""
    atom = absolute(found, now, None, None, int(found[1]))
    return atom._replace(others=(now.date() + timedelta(days=int(found[1])),))


@rule(DIGITS, r"(?:(?<=から|より)|(?<=[~-]))(\d{1,2})日の(?:間|あいだ)", then="日", beyond="の")
def end_of_span(found: re.Match[str], now: datetime) -> Atom | None:
    """25日から27日の間."""
    return absolute(found, now, None, None, int(found[1]))


# 「29まで」, 「28じゃなくて30」: a number that nothing but the words of a deadline stands beside.
_TAKES_BACK = r"(?:じゃな|ではな|でな|やな|やの)[くう]て?、?"
_CORRECTED = Pattern(
    rf"(?:^|[、。! \n])\d{{1,2}}日?{_TAKES_BACK}$"
    r"|\d日?(?:って|と)(?:書|言|打|送|入れ|登録し|返信し)[いっ]?(?:た|ちゃった)(?:んだ|の)?(?:けど|が|ですが)、?$"
)
_ENDS_TEXT = r"(?=(?:日?(?:まで)?(?:です|でした|だった|だ|や|っす)?(?:[わねよ]|けど)?)?[。! ]*$)"


@rule(
    DIGITS,
    r"(?:(?<![^、。! \n])|(?<=ほな)|(?<=なら))(\d{1,2})(?=(?:まで|迄)(?:です|だ|や|っす|に|。"
    r"|、|$|ね|よ|らしい))"
    rf"|(?<![^、。! \n])(\d{{1,2}})(?={_TAKES_BACK}\d{{1,2}}{_ENDS_TEXT[3:-1]})"
    rf"|(?<=[てくうどが、])(\d{{1,2}})(?!日){_ENDS_TEXT}"
    r"|(?<![^、。! \n])(\d{1,2})(?=の(?:朝|昼|お昼|夕方|夜|晩|深夜|正午|午[前後]"
    r"|\d{1,2}時(?!間)|\d{1,2}:\d\d))",
    then="まじでやだっけの。! " + TEXT_ENDS,
)
def bare_day(found: re.Match[str], now: datetime) -> Atom | None:
    day = int(found[1] or found[2] or found[3] or found[4])
    if (
        found[3]
        and _CORRECTED.search(found.string[max(0, found.start() - 14) : found.start()]) is None
    ):
        return None
    atom = absolute(found, now, None, None, day)
    return None if atom.impossible else atom


RULES = (
    end_of_span,
    year_month_day,
    year_first,
    year_last,
    short_year_first,
    loosely,
    four_digits,
    digits_only,
    one_of_two,
    month_day,
    month_slash_day,
    month_dot_day,
    bare_day,
    day_within,
    day_gone_by,
    day_of_the_end,
    day_alone,
)
