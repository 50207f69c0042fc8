"""Days of a month by their number alone: 5日, 29まで, 26日のうちに, 20日で終わる.

A number of days may also be a length; what stands around it tells.
"""

import re
from datetime import datetime, timedelta

from handlers.reading.dates import absolute
from handlers.reading.day_words import OVER_FOR_ALL
from handlers.reading.grammar import DIGITS, TEXT_ENDS, Atom, rule
from handlers.reading.patterns import Pattern, any_of

# 「20日でお願いします」 names a day, 「2日で塗装がはげた」 how long it took.
_ON_THAT_DAY = any_of(
    "[、。!?\\n)」』]|$|す|っせ|し[たょ]|は|な[くいかけ]|も(?:いい|良|よ|ok|大丈夫|なく)|▒",
    "登録|セット|設定|変更|変え|直し|入れ|更新|記録|メモ|予約|通知|リマインド|知らせ|お?願|頼",
    "いい|良|よ(?:い|か|ろ)|ok|大丈夫|間違|合って|あって|確か|一旦|いったん",
    "ちょうど|丸|\\d+ ?(?:日|週間|[かヶ]月)",
    "締|〆|期[限日]|終わ(?!った)|終了|おしまい|アウト|タイム|リミット|時間切れ|切れ(?!た)|満|消え|失効|無効",
    "自動|勝手|強制|介入|判[定断]|裁定|結論|決|確定|完了|クローズ|閉|打ち切|最[終後]|運営|ae|アリエク",
    "[^。、!?\\n\\d]{0,8}期限[がはも]?切れ(?![たて])",
    "保護|受付|受け付け|紛争|争議|交渉|協議|話し合い|期間|申し?立|異議|抗議|やり[取と]り|返[品送信事答却]|回答",
)
# After these a number of days is a length or a count, not a day of the month.
_NOT_A_DAY = (
    r"(?!後|以内|以上|以降に経|以下|未満|間|ぶり|前|まえ|目|ほど|程|くらい|ぐらい|位|分|経"
    r"|たって|たった|も[経たかま届来待放返音連無動つち持]"
    r"|かか|近く|あたり|過ぎ|すぎ|半|が(?:[経た過す]|経過)|と\d+時間"
    r"|\d{1,2}時間|[ 、]?\d{1,2}時間|しか|余り"
    r"|あまり|待[っちて]|ごと|おき"
    r"|かけて|がかり|ある(?!日)|あり[まそ]|あって|もらえ|早め|はやめ|遅ら|ずら|前倒|後ろ倒|連続|坊主|遅れ|延長|伸[びば]|延[びば]|の[びば]|ずれ|ズレ|早ま|短縮|残[っりる]|の(?:猶予|期間|余裕|保護|うち|間(?!違)|あいだ|カウント|延長|遅)|[でに](?:\d+|何|なん)(?:回|度|べん|遍|通)"
    rf"|で(?:切れた|終わった)|で(?!{_ON_THAT_DAY})"
    r"|\d+回|経過|続け|使[っい]|[ ]?left|は待|でも(?:\d|過ぎ|すぎ|遅|早|はや|超|越|延|待|経|たて"
    r"|ずれ|ズレ|オーバー|変)"
    r"|\d晩|触|寝かせ|放置|様子|泣|悩|我慢|音信|音沙汰|無視|休[んみ]|試し|置い|(?:連絡|返[事信])(?:が|も)?(?:な|待|つか|こ|来な))"
)


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
    r"(?<![\d/.,月とり])(?<!あと)([689]|1[1-36-9]|2\d|3[01])日"
    r"(?=で(?:自動|確定|終わ(?!った)|終了|締|切れ(?!た)|期限|クローズ|失効|閉|シャッター|アウト|時間切れ))",
    then="日",
    beyond="で",
)
def day_of_the_end(found: re.Match[str], now: datetime) -> Atom | None:
    """「12日で終わる」: on the 12th, as no clock grants so many days; else in 12 days."""
    atom = absolute(found, now, None, None, int(found[1]))
    return atom._replace(others=(now.date() + timedelta(days=int(found[1])),))


@rule(
    DIGITS,
    r"(?:(?<=[日\d)]から)|(?<=[日\d)]より)|(?<=[~-]))(\d{1,2})日の(?:間|あいだ)",
    then="日",
    beyond="の",
)
def end_of_span(found: re.Match[str], now: datetime) -> Atom | None:
    """25日から27日の間; 「判定から3日の間」 is a length."""
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
    r"|\d{1,2}時(?!間)|\d{1,2}:\d\d))"
    # 「締め切り30。セーター毛玉だらけ」
    r"|(?:(?<=締切)|(?<=締め切り)|(?<=締切り)|(?<=〆切)|(?<=期限)|(?<=期日))(\d{1,2})(?=[。、!\n]|$)",
    then="まじでやだっけの。!、 " + TEXT_ENDS,
)
def bare_day(found: re.Match[str], now: datetime) -> Atom | None:
    day = int(found[1] or found[2] or found[3] or found[4] or found[5])
    if (
        found[3]
        and _CORRECTED.search(found.string[max(0, found.start() - 14) : found.start()]) is None
    ):
        return None
    atom = absolute(found, now, None, None, day)
    return None if atom.impossible else atom


_MONTH_BEFORE = Pattern(r"(?<!\d)(\d{1,2})(?:/|月)\d{1,2}日?か$")


@rule(
    DIGITS,
    r"(?:(?<=\d日か)|(?<=/\dか)|(?<=/\d\dか))(\d{1,2})(?=日?(?:[。、!?\n]|$|で|だ|や|まで|のどっち|のどちら))",
    then="日。、!?でだやまの" + TEXT_ENDS,
)
def other_day(found: re.Match[str], now: datetime) -> Atom | None:
    """「10/15か16」: the second of two days, in the month of the first."""
    first = _MONTH_BEFORE.search(found.string, max(0, found.start() - 8), found.start())
    return absolute(found, now, None, int(first[1]), int(found[1])) if first else None


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


RULES = (end_of_span, other_day, bare_day, day_within, day_gone_by, day_of_the_end, day_alone)
