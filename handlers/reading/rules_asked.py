"""A length that is asked about as a rule for everybody: no clock of the writer's runs by it."""

from handlers.reading.patterns import Pattern

# 「返品の10日って営業日ですか」 asks what is meant by it.
ASKED_OF = Pattern(
    r"(?:って|と)聞い[たて][^。、!?\n]{0,6}(?:けど|が)、?(?:土日|土曜|日曜|祝日|営業日|初日|当日)|"
    r"(?:間)?(?:って(?:いうのは)?|は|というのは)、?(?:発送すれば|送れば|着けば|着くまで|届くまで|営業日|暦日|実日数|カレンダー|土日|土曜|祝日|いつから|どこから|何日から)"
)
# 「さっきbotさんが書いてた12/10ってどこから来た日付?」
WHENCE = Pattern(
    r"って[、 ]?(?:どこから|何の|なんの|どういう)[^。、!?\n]{0,8}(?:日付|日|期限|数字)"
)
# 「うちの店は返品8日以内ルールだけど」
IS_A_RULE = Pattern(r"(?:の)?(?:ルール|決まり|規則|規定|方針|ポリシー)")
# 「回答期限は5日ですか7日ですか」 asks which of two it is.
_EITHER = Pattern(
    r"(?:(?<=期[限間]は)|(?<=期[限間]って))\d{1,3}日間?(?:です|なん)?(?:か|の?\?)"
    r"(?:それとも)?[、 ]?\d{1,3}日間?(?:です|なん)?(?:か[。?]?$|の?\?|、?どっち|、?どちら)"
)
_FARTHEST = 14
_LEFT = Pattern(r"残|あと|のこ|left")
_RULE_ASKED = Pattern(
    r"(?:間)?(?:って|というのは|は)、?(?:[^。、!?\n]{0,2}幅|長すぎ|短すぎ|厳しすぎ)"
    r"|(?:間)?(?:って|と)(?:聞い|見|読ん|書いてあっ|あっ)た(?:ん|の)?(?:です|だ)?(?:けど|が)、?"
    r"(?:本当|ほんと|ホント|マジ|まじ|合って|あって|正し)"
    r"|(?:間)?って、?(?:本当|ほんと|ホント|マジ|まじ)"
    # 「5日以内に答えないとダメって本当ですか」, 「10日って聞いたけど土日も入れるの?」
    r"|(?:以内)?に[^。、!?\n]{0,12}(?:ない|なきゃ)[^。、!?\n]{0,4}って、?(?:本当|ほんと|ホント|マジ|まじ)"
    r"|(?:間)?(?:って|と)(?:聞い|見|読ん|書いてあっ|あっ)た(?:ん|の)?(?:です|だ)?(?:けど|が)、?"
    r"(?:土日|祝日|土曜|日曜|営業日|初日|当日)"
)
# 「5日で自動的に返金って本当ですか」
_TRULY = Pattern(r"[^。、!?\n]{0,12}って、?(?:本当|ほんと|ホント|マジ|まじ)")
_SO_ASKED = Pattern(r"(?:間)?で(?:合って|あって|正し|間違いな|よかった|良かった)")


def is_one_of_two(text: str, start: int) -> bool:
    """Whether the days or the length that begin there are one of two that are asked about."""
    found = _EITHER.search(text, max(0, start - _FARTHEST))
    return found is not None and found.start() <= start < found.end()


def is_of_the_rule(length: str, before: str, behind: str) -> bool:
    """「返品の発送って10日以内で合ってます?」: whether a length is asked about as a rule for all.

    ``length``: as it is written; what is left of a clock that runs is of one case.
    """
    if _LEFT.search(length) is not None or before.endswith(("残り", "あと", "のこり")):
        return False
    if length.endswith("で") and _TRULY.match(behind) is not None:
        return True
    asked = before.endswith(("って", "というのは")) and _SO_ASKED.match(behind) is not None
    return asked or _RULE_ASKED.match(behind) is not None
