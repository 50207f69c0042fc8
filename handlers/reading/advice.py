"""What a mail tells everybody, whatever their case: 「提案を拒否される場合は、…」, "Please note…".

AliExpress' own mails are long for it. It names reasons, proposals, returns and terms that the
buyer does not have: 「販売者は5日以内に回答します」 is no deadline, and each word would be looked
up. So a mail is read without.
"""

from handlers.reading.mail_marks import Mark, Marks
from handlers.reading.mail_sections import Part, is_spoken, lines_of
from handlers.reading.patterns import Pattern, any_of
from handlers.reading.turns import is_chat

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
# A day of its own, as dates are written in figures; terms that hold for all cases have none.
_A_DATE = r"\d月|\d[/.]\d|\d{4}[-年]\d"
_A_DAY_OF_A_MONTH = Pattern(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d"
)
# From the day of something that the mail tells: 「手続き開始日から」, "of submission".
_FROM_ITS_DAY = (
    r"(?:開始|終了|完了|判定|決定|受付|受理|申し?立て|申請|提出|提案|返金|合意|承認|成立|確定"
    r"|手続きの|手続き|開いた)日(?:の翌(?:営業)?日)?(?:から|より(?!前|も))"
)
_FROM_SUBMISSION = r"\d days (?:of|from|after|since) (?:the date of )?submission"
_SENTENCE = Pattern(r"(?:[^。!?\n.]++|\.(?! ))++(?:[。!?]|\. )?")
# What stands in a sentence that may be of this case: a day, a sum, a label, a question …
_OF_THIS_CASE = Pattern(
    any_of(
        _A_DATE,
        r"[?:¥$]|円|jpy|\d{4}|理由は|(?:あと|残り) ?\d|wait (?:for )?\d",
        _FROM_ITS_DAY,
        # what has to be done within days that begin with this mail, or with what it tells,
        r"\d ?日以内に[^。\n]{0,24}(?:承認|拒否|同意)",
        r"within \d+(?:-\d+)? (?:business |working )?days (?:of|from|after|since)"
        r" (?:the|your) (?!order|delivery|goods|item|parcel|package|receipt)",
        _FROM_SUBMISSION,
        r"審査(?:に)?は?(?:通常)?[^。\d\n]{0,6}\d{1,2}[~-]?\d{0,2}営業日",
        r"\d+ business days (?:from|after) the date (?:of|the refund)",
        # what is told of both sides,
        r"と(?:判断|認定|決定)(?:いたし|致し|し)|ご希望は|ご主張は"
        r"|(?:出品者|販売者|売り手)[^。\n]{0,80}(?:受け取って|述べ|主張し|提出して)お",
        # what a seller promises for it,
        r"(?<![a-z])(?:we|i)(?: will|'ll| can| promise| shall) [^.]{0,80}?"
        r"(?:refund|send|pay|transfer|coupon)",
        r"you(?: will|'ll) (?:get|receive|hear)[^.]{0,30} within \d",
        r"(?:くれ|もらえ|いただけ|下さ|くださ)(?:れば|ば|たら|るなら)",
        # and what a buyer asks the bot to do.
        r"教え|どう(?!ぞ)|いつ(?!でも)|なぜ|登録し|リマインド|覚え|メモ|まとめ|翻訳|要約|助けて|知らせて",
    )
)
# 「届きました」「いいですか」, and "… before" with its day on the next line
_NEWS = ("た", "か", "だよ", "けど", "のに", "かな", " before", " by", " until")
# What can be pressed on a page, which nobody has.
_BUTTONS = Pattern(
    r"\[ ?cancel request ?\]|(?:cancel request|contact seller) ?\| ?(?:cancel request"
    r"|contact seller)"
)
# What is promised for this case: 「結果は5営業日以内にメールにてご案内いたします」.
_A_REPLY = Pattern(
    r"\d ?(?:営業日|日|時間)以内[^。\n]{0,24}(?:案内|連絡|返信|回答|お知らせ|返事)"
    r"(?:いた|を|申|し|させ)"
    r"|(?:will|'ll) (?:reply|respond|answer|contact|get back|email)"
    r"[^.\n]{0,30} within \d"
)
# No other sentence of a mail is of everybody, if it stands under no general heading.
_MAY_ADVISE = Mark.IF | Mark.GENERAL | Mark.ADVISES | Mark.FOR_ALL | Mark.SALE | Mark.HOLIDAYS
_FOR_ALL = ("について", "ご質問", "ご注意", "お願い")
# Under a general heading only a day or a long number may be of this case, and not every one.
_A_FACT = Pattern(
    r"\d(?:\d{8}|月|[/.]\d|\d{3}[-年]\d)"
    # 「手続き開始日から3~10営業日で」, of which the mail tells the day.
    rf"|{_FROM_ITS_DAY}(?:数えて)? ?約?\d|{_FROM_SUBMISSION}"
    r"|within \d+ days (?:of|from|after) (?:the|this) (?:judge?ment|decision|approval)"
    # A field of the page goes on below what is told everybody.
    r"|(?:dispute|claim) reason ?:|(?:紛争|申し?立ての?)理由 ?:"
)
_BOUGHT = Pattern(r"買(?!い物|い得)|購入|注文|頼|ordered|bought")
_OF_A_DISPUTE = Pattern(
    r"紛争|返[金品送]|申し立て|提案|判定|介入|届|壊|違|抗議|証拠"
    r"|appeal|evidence|dispute|refund|return|propos|judg|order (?:no|id|number)|\d{12}"
)


def advice_in(text: str) -> list[tuple[int, int]]:
    """Where a folded text, if it is a long mail, tells what is of no case in particular."""
    if len(text) < _LONG or not _is_a_mail(text):
        return []
    marks = Marks(text)
    found = [one.span() for one in _BUTTONS.finditer(text)] if "[" in text or "|" in text else []
    chat = is_chat(text)
    heeded = ~Mark.SALE if chat else ~0  # 「broken off」
    for begin, end, part in lines_of(text, marks):
        if chat and part is Part.GENERAL:
            part = Part.CASE  # what is said in a chat is said of it
        told = marks.within(begin, end) & heeded
        # 「本日23:59まで!最大80%オフ」: its hours are a sale's, too.
        sale = told & Mark.SALE and _is_of_no_case(text[begin:end])
        if sale and not (part is Part.OWN and is_spoken(text[begin:end])):
            found.append((begin, end))
            continue
        if part is not Part.GENERAL and not told & _MAY_ADVISE:
            continue
        for sentence in _SENTENCE.finditer(text, begin, end):
            span = sentence.span()
            of_it = told if span == (begin, end) else marks.within(*span) & heeded
            if _is_advice(sentence[0], part, of_it):
                found.append(span)
    return sorted(found)


def _is_a_mail(text: str) -> bool:
    if _IS_A_MAIL.search(text) is not None:
        return True
    lines = text.count("\n") - text.count("\n\n")
    return lines >= _LINES_OF_A_PAGE or (
        lines >= _MOST_LINES and _MAY_BE_A_PAGE.search(text) is not None
    )


def _is_advice(sentence: str, part: Part, marks: int) -> bool:
    if part is Part.GENERAL:
        return not _has_a_fact(sentence, marks) or _is_of_the_shop(part, marks)
    if _is_of_the_shop(part, marks) and _OF_A_DISPUTE.search(sentence) is None:
        return _BOUGHT.search(sentence) is None
    if sentence.rstrip("。)」~ ").endswith(_NEWS):
        return False
    advises = marks & Mark.IF or (
        part is Part.CASE
        and (
            marks & Mark.GENERAL
            or (marks & Mark.FOR_ALL and sentence.endswith(_FOR_ALL))
            or (marks & Mark.ADVISES and not marks & Mark.TO_DO)
        )
    )
    if not advises or _has_a_day(sentence, marks) or _OF_THIS_CASE.search(sentence) is not None:
        return False
    return bool(marks & Mark.IF) or _A_REPLY.search(sentence) is None


def _is_of_no_case(words: str) -> bool:
    """Whether what tells of a sale names neither a dispute nor what was bought."""
    return _OF_A_DISPUTE.search(words) is None and _BOUGHT.search(words) is None


def _has_a_fact(sentence: str, marks: int) -> bool:
    return _A_FACT.search(sentence) is not None or _has_a_day(sentence, marks)


def _has_a_day(sentence: str, marks: int) -> bool:
    """Whether a day is told by a word or by its month; figures alone are looked for elsewhere."""
    if marks & Mark.DAY:
        return True
    return marks & Mark.MONTH != 0 and _A_DAY_OF_A_MONTH.search(sentence) is not None


def _is_of_the_shop(part: Part, marks: int) -> bool:
    """Whether it is of a sale, or of days on which nobody works."""
    return bool(marks & Mark.SALE or (part is not Part.OWN and marks & Mark.HOLIDAYS))
