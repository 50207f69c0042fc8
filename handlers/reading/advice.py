"""What a mail tells everybody, whatever their case: 「提案を拒否される場合は、…」, "Please note…".

AliExpress' own mails are long for it. It names reasons, proposals, returns and judgements that the
buyer does not have, and each word of it would be looked up; so a long mail is read without.
"""

import re

from handlers.reading.patterns import Pattern, any_of

# A shorter mail has little of it. What a buyer writes himself is read whole, however long.
_LONG = 500
_OWN = 2  # so many sentences at its beginning and at its end may be a buyer's
_IS_A_MAIL = Pattern(
    r"aliexpress[.@]|dear (?:customer|buyer|user|valued)|customer service|subject:|unsubscribe"
    r"|お客様|件名|カスタマーサービス|配信停止|配信を停止|自動(?:で)?(?:配信|送信)|送信専用"
)
_SENTENCE = Pattern(r"(?:[^。!?\n.]++|\.(?! ))++(?:[。!?]|\. )?")
# What stands in a sentence that may be of this case: a number, a day, a label, a question, news,
# and what a buyer asks the bot to do.
_OF_THIS_CASE = Pattern(
    any_of(
        r"[\d?:¥$「『]",
        r"[一二三四五六七八九十](?:日|時|週|[かヵヶケ]月|営業)",
        r"(?:本|今|明)日|明後日|あした|あさって|今[週月夜]|来[週月]|週[末明]|月末|曜|正午",
        r"(?:to|mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|noon",
        r"(?:one|two|three|four|five|six|seven|ten|fifteen) (?:\w+ )?(?:day|hour|week)",
        r"教え|どう(?!ぞ)|いつ|なぜ|登録|リマインド|覚え|メモ|まとめ|翻訳|要約|助けて|知らせて",
    )
)
_NEWS = ("た", "か", "です", "だよ", "けど", "のに", "かな")  # 「届きました」「いいですか」
# It tells what happens if something happens, which may never be.
_IF = Pattern(
    r"(?:場合|とき|際|時)(?:[、はもに]|でも)|と、同じ|[いるた](?:なら|たら)、"
    r"|(?<![a-z])(?:if|when|once|unless|before) (?:your?|the|it|we|an?|this|accepted)(?![a-z])"
)
# It is so for everybody,
_GENERAL = Pattern(
    r"おすすめ|お勧め|おります|できません|こと[がは](?:あ|ご|でき)|いたしません|異なります|ありません"
    r"|(?:について|ご質問|ご注意|お願い)$"
    r"|(?<![a-z])(?:may (?:be|not|take)|cannot|never|depend|recommend|thank you|appreciate)"
)
# or is advised, unless it is what is to be done with this case.
_ADVISES = Pattern(
    r"くださ|下さい|ございま|いただ|頂け|できます|いたします|お願い(?:いた|申)|(?:なり|かかり)ます"
    r"|(?<![a-z])(?:please|you (?:can|may|will|need|should)|should|do not|not reply|help cent"
    r"|contact|look forward)(?![a-z])"
)
_TO_DO = Pattern(
    r"承認|拒否|同意|返[送品]|送り返|追跡|発送|異議|提案|判定"
    r"|accept|declin|agree|return|ship|track|appeal|propos|judg|solution|evidence"
)


def advice_in(text: str) -> list[re.Match[str]]:
    """The sentences of a folded text, if it is a long mail, that are of no case in particular."""
    if len(text) < _LONG or _IS_A_MAIL.search(text) is None:
        return []
    sentences = list(_SENTENCE.finditer(text))
    inside = range(_OWN, len(sentences) - _OWN)
    return [
        found
        for number, found in enumerate(sentences)
        if _is_advice(found[0], of_the_mail=number in inside)
    ]


def _is_advice(sentence: str, *, of_the_mail: bool) -> bool:
    if sentence.rstrip("。)」~ ").endswith(_NEWS):
        return False
    advises = _IF.search(sentence) is not None or (
        of_the_mail
        and (
            _GENERAL.search(sentence) is not None
            or (_ADVISES.search(sentence) is not None and _TO_DO.search(sentence) is None)
        )
    )
    return advises and _OF_THIS_CASE.search(sentence) is None
