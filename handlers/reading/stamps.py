"""The dates that a copied chat or the head of a mail puts beside what was said.

「[7月6日 20:30] 私: 返金してください」, 「日付: 2027年6月4日」 under 「件名:」: nothing ends then.
"""

from functools import lru_cache

from handlers.reading.expression import Expression
from handlers.reading.patterns import Pattern

_LONGEST_NAME = 16
_NAME = rf"(?![^\n:]*(?:期限|まで|介入|締|終了|切れ|steps))[^\n:。、\d\[\]()]{{1,{_LONGEST_NAME}}}"
# Behind the moment: 「] 私: 」; in front of it on its line: nothing, or a name and a bracket.
_SPEAKER_BEHIND = Pattern(rf" ?[\])]?[ -]{{0,3}}{_NAME}:(?!\d)")
_NAME_ENDS = Pattern(r" ?[\])] ?:(?!\d)")
_LINE_BEGINS = Pattern(r"(?:^|\n) ?[\[(]?$")
_NAME_BEGINS = Pattern(rf"(?:^|\n){_NAME} ?[\[(]$")
# A line of a parcel's history, a log or a list of calls; a page's list of what is to come is none.
_LOG_LINE = Pattern(
    r"(?:^|\n) ?[\[(]?(?:\d{4}[/.年-])?\d{1,2}[/.月-]\d{1,2}日? {1,2}\d{1,2}:\d{2}(?::\d{2})?"
    r"[\])]? {0,2}(?=[^\d\s:~-])"
    r"(?![^\n]*(?:(?<!保管)期限|まで|介入|締|終了|切れ|予定|自動|判定|steps|deadline|clos|due|respon"
    r"|expires?(?!d)|(?<![a-z])ends?(?![a-z])))"
)
# … without an hour: 「9/7 セラーが提案を拒否しました」, "Jul 3, 2028  Seller  Uploaded a picture".
_LOG_DAY = Pattern(
    r"(?:^|\n) ?(?:(?:\d{4}[/.年-])?\d{1,2}[/.月-]\d{1,2}日?|[a-z]{3,9}\.? \d{1,2},? \d{4})"
    r" {1,3}(?=[^\d\s:~-])"
    r"(?![^\n]*(?:(?<!保管)期限|まで|介入|締|終了|切れ|予定|自動|判定|返送|steps|deadline|clos|due|respon"
    r"|expires?(?!d)|(?<![a-z])ends?(?![a-z])))"
)
# … of a chat of one day: "15:02 Agent   Which order is it about?"
_CHAT_LINE = Pattern(
    r"(?:^|\n) ?[\[(]?\d{1,2}:\d{2}[\])]? {1,3}"
    r"(?:system|agent|me|you|eva|seller|buyer|customer|bot|システム|担当者?|オペレーター?|自分|私|あなた"
    r"|セラー|販売者|出品者|お客様)(?: |\n|$)"
)
# … with a name before the hour or behind it, whoever speaks: 「客服 11:50 …」, 「21:03 とも「…」」.
_NAMED_LINE = Pattern(
    rf"(?:^|\n)(?:{_NAME} \d{{1,2}}:\d{{2}} (?=\S)|\d{{1,2}}:\d{{2}} [^\n。、\d「]{{1,12}}「)"
)
# "AliExpress · 12h", 「AliExpress ・ 昨日 22:08」: the head of one of a phone's notices.
_NOTICE_BEGINS = Pattern(r"(?:^|\n) ?[^\n:。、\d]{2,20} ?[·・•] ?(?:昨日 ?|yesterday,? ?)?$")
_NOTICE_ENDS = Pattern(r" ?(?:ago|前)?(?=\n|$)| {1,2}\d{1,2}:\d{2}(?=\n|$)")
_MOST_OF_A_LIST = 2
_DOTS = ("·", "・", "•")
_CHAT_ENDS = ("チャット終了 ", "チャット開始 ", "会話終了 ", "chat ended ")
_HEAD = Pattern(r"(?:^|\n)(?:日付|日時|(?:送信|受信)日時?|date|sent|received)[ :]{1,2}$")
_OTHER_HEADS = Pattern(r"(?:^|\n)(?:件名|題名|差出人|送信者|宛先|from|subject|to)[ :]")


def is_stamp(text: str, here: Expression) -> bool:
    """Whether a date of a folded text only tells when something was written."""
    before = text[max(0, here.start - _LONGEST_NAME - 2) : here.start]
    if here.clock is not None and text.find(":", here.end, here.end + _LONGEST_NAME + 6) >= 0:
        if _SPEAKER_BEHIND.match(text, here.end):
            return _LINE_BEGINS.search(before) is not None
        if _NAME_ENDS.match(text, here.end):
            return _NAME_BEGINS.search(before) is not None
    if here.clock is not None and "\n" in text and _LINE_BEGINS.search(before):
        line = text.rfind("\n", 0, here.start)
        if _LOG_LINE.match(text, max(line, 0)) and _has_lines_of_a_log(text):
            return True
        if _CHAT_LINE.match(text, max(line, 0)) and _has_lines_of_a_chat(text):
            return True
    if here.clock is not None and here.day is None and "\n" in text:
        line = text.rfind("\n", 0, here.start)
        found = _NAMED_LINE.match(text, max(line, 0))
        if found is not None and here.end <= found.end() and _has_lines_of_names(text):
            return True
    if here.clock is None and "\n" in text and _LINE_BEGINS.search(before):
        line = text.rfind("\n", 0, here.start)
        if _LOG_DAY.match(text, max(line, 0)) and len(_LOG_DAY.findall(text)) > _MOST_OF_A_LIST:
            return True
    if before[-2:].strip() in _DOTS and "\n" in text and _is_of_a_notice(text, here):
        return True
    if before[-1:] not in (" ", ":"):
        return False
    if here.day is None and before.endswith(_CHAT_ENDS):
        return True
    return _HEAD.search(before) is not None and _OTHER_HEADS.search(text) is not None


def _is_of_a_notice(text: str, here: Expression) -> bool:
    begin = text.rfind("\n", 0, here.start) + 1
    return (
        _NOTICE_BEGINS.search(text, max(0, begin - 1), here.start) is not None
        and _NOTICE_ENDS.match(text, here.end) is not None
    )


@lru_cache(maxsize=1)  # a parcel's history asks for each of its lines
def _has_lines_of_a_log(text: str) -> bool:
    found = _LOG_LINE.search(text)
    return found is not None and _LOG_LINE.search(text, found.end()) is not None


@lru_cache(maxsize=1)
def _has_lines_of_names(text: str) -> bool:
    return len(_NAMED_LINE.findall(text)) > _MOST_OF_A_LIST


@lru_cache(maxsize=1)
def _has_lines_of_a_chat(text: str) -> bool:
    return len(_CHAT_LINE.findall(text)) > _MOST_OF_A_LIST
