"""What a mail tells everybody, whatever their case: 「提案を拒否される場合は、…」, "Please note…".

AliExpress' own mails are long for it. It names reasons, proposals, returns and terms that the
buyer does not have: 「販売者は5日以内に回答します」 is no deadline, and each word would be looked
up. So a mail is read without.
"""

from handlers.reading.mail_sections import OF_A_SALE, Part, lines_of
from handlers.reading.patterns import Pattern, any_of

# A shorter mail has none of it. What a buyer writes himself is read whole, however long.
_LONG = 250
_IS_A_MAIL = Pattern(
    r"aliexpress[.@]|dear (?:customer|buyer|user|member|valued|sir)|subject:|unsubscribe|privacy"
    r"|dispute detail|(?:^|\n) ?お客様(?:各位|へ|、|:)? *\n|親愛なる?(?:お客|顧客|買い?手)|件名"
    r"|配信停止|配信を停止|自動(?:で)?(?:配信|送信)|送信専用|返信不可|プライバシー|申し立て詳細"
)
# Buyers write of these, too, though not in so many lines.
_MAY_BE_A_PAGE = Pattern(
    r"aliexpress|お問い合わせ番号|お客様|カスタマーサービス|ヘルプセンター|バイヤー保護|親愛|大切な友"
    r"|customer service|help cent|buyer protection|dear "
)
_MOST_LINES, _LINES_OF_A_PAGE = 8, 20  # of what a buyer writes himself
# A day of its own, as dates are written; terms that hold for all cases have none.
_A_DAY = any_of(
    r"残り|\d月|\d[/.]\d|\d{4}[-年]\d",
    r"(?<![a-z])(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d",
    r"(?:本|今|明)日|明後日|あした|あさって|今[週月夜]|来[週月]|週[末明]|月末|曜|正午",
    r"(?:to|mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|noon|time left|remaining",
)
_SENTENCE = Pattern(r"(?:[^。!?\n.]++|\.(?! ))++(?:[。!?]|\. )?")
# What stands in a sentence that may be of this case: a day, a sum, a label, a question …
_OF_THIS_CASE = Pattern(
    any_of(
        _A_DAY,
        r"[?:¥$]|円|jpy|\d{4}",
        # what a seller promises for it,
        r"(?<![a-z])(?:we|i)(?: will|'ll| can| promise| shall) [^.]{0,80}?"
        r"(?:refund|send|pay|transfer|coupon)",
        r"(?:くれ|もらえ|いただけ|下さ|くださ)(?:れば|ば|たら|るなら)",
        # and what a buyer asks the bot to do.
        r"教え|どう(?!ぞ)|いつ(?!でも)|なぜ|登録し|リマインド|覚え|メモ|まとめ|翻訳|要約|助けて|知らせて",
    )
)
_NEWS = ("た", "か", "だよ", "けど", "のに", "かな")  # 「届きました」「いいですか」
# It tells what happens if something happens, which may never be.
_IF = Pattern(
    r"(?:場合|とき|際|時)(?:[、はもに]|でも)|[いるた](?:なら|たら)、"
    r"|(?:押す|押され|選ぶ|選び|する|過ぎる|変える|終わる|届く)(?:ます)?と、"
    r"|(?<![a-z])(?:if|when|once|unless|before)"
    r" (?:your?|the|it|we|an?|this|goods|accepted)(?![a-z])"
)
# It is so for everybody,
_GENERAL = Pattern(
    r"おすすめ|お勧め|おります|できません|こと[がは](?:あ|ご|でき)|いたしません|異なります|ありません"
    r"|されております|偽の|詐欺|フィッシング|パスワード|(?:について|ご質問|ご注意|お願い)$|営業日"
    r"|(?<![a-z])(?:may (?:be|not|take|need)|cannot|can't|never|depend|recommend|thank you"
    r"|appreciate|usually|sellers have|working days|business days|password|phishing|fake)"
)
# or is advised, unless it is what is to be done with this case.
_ADVISES = Pattern(
    r"くださ|下さい|ございま|いただ|頂け|できます|いたします|お願い(?:いた|申)|(?:なり|かかり)ます"
    r"|(?<![a-z])(?:please|you (?:can|may|will|need|should)|should|do not|don't|not reply|help cent"
    r"|contact|look forward)(?![a-z])"
)
_TO_DO = Pattern(
    r"承認|拒否|同意|返[送品]|送り返|追跡|発送|異議|提案|判定|番号"
    r"|accept|declin|agree|return|ship|track|appeal|propos|judg|solution|evidence|order"
)
# Under a general heading only a day or a long number may be of this case, and not every one.
_A_FACT = Pattern(any_of(r"\d{9}", _A_DAY))
# A buyer's own deadline may lie behind them.
_OF_HOLIDAYS = Pattern(
    r"休業|休暇|年末年始|連休|お盆|春節|(?:営業|受付)時間|短縮|一部の地域|遅れが出|(?<![a-z])holiday"
)
_BOUGHT = Pattern(r"買|購入|注文|頼|ordered|bought")
_OF_A_DISPUTE = Pattern(
    r"紛争|返[金品送]|申し立て|提案|判定|介入|届|壊|違"
    r"|dispute|refund|return|propos|judg|order (?:no|id|number)|\d{12}"
)


def advice_in(text: str) -> list[tuple[int, int]]:
    """Where a folded text, if it is a long mail, tells what is of no case in particular."""
    if len(text) < _LONG or not _is_a_mail(text):
        return []
    return [
        sentence.span()
        for begin, end, part in lines_of(text)
        for sentence in _SENTENCE.finditer(text, begin, end)
        if _is_advice(sentence[0], part)
    ]


def _is_a_mail(text: str) -> bool:
    if _IS_A_MAIL.search(text) is not None:
        return True
    lines = text.count("\n") - text.count("\n\n")
    return lines >= _LINES_OF_A_PAGE or (
        lines >= _MOST_LINES and _MAY_BE_A_PAGE.search(text) is not None
    )


def _is_advice(sentence: str, part: Part) -> bool:
    if part is Part.GENERAL:
        return _A_FACT.search(sentence) is None or _is_of_the_shop(sentence, part)
    if _is_of_the_shop(sentence, part) and _OF_A_DISPUTE.search(sentence) is None:
        return _BOUGHT.search(sentence) is None
    if sentence.rstrip("。)」~ ").endswith(_NEWS):
        return False
    advises = _IF.search(sentence) is not None or (
        part is Part.CASE
        and (
            _GENERAL.search(sentence) is not None
            or (_ADVISES.search(sentence) is not None and _TO_DO.search(sentence) is None)
        )
    )
    return advises and _OF_THIS_CASE.search(sentence) is None


def _is_of_the_shop(sentence: str, part: Part) -> bool:
    """Whether it is of a sale, or of days on which nobody works."""
    return OF_A_SALE.search(sentence) is not None or (
        part is not Part.OWN and _OF_HOLIDAYS.search(sentence) is not None
    )
