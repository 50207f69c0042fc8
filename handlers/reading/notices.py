"""Whether a text wishes for one notice or for notices at all, and what its date is then for."""

from handlers.reading.deadline import Search
from handlers.reading.greetings import is_small_talk
from handlers.reading.model import ReadDeadline
from handlers.reading.named_days import (
    is_told_again,
    names_a_day,
    names_one_to_come,
    whenever,
)
from handlers.reading.patterns import Pattern
from handlers.reading.shops import is_of_another_shop

_NOTICE_AT = Pattern(
    r"(?:通知|お知らせ|おしらせ|リマインド|リマインダー|アラーム|アラート)(?:は|を|、|:| )?"
    r"(?:(?!まで|期限|締|には|という)[^。!?\n]){1,25}"
)
# 「30分後におねがい」
_LATER = Pattern(
    r"(?:あと)?\d{1,2}(?:分|時間)後(?:に|で)?(?:お願い|おねがい|頼む|たのむ|よろ)?(?:し?ます|です|で|ね|や|な)?[。!、\s]*"
)
_CALLED_ONE = Pattern(r"(?:期限|期日|締め?切り?|〆切り?)(?:[はがで]|な[のん]|だから|や)")
_ONE_NOTICE = Pattern(
    r"^(?!.*(?:毎|だけ|平日|いつも|ずっと|以降|まで|から|より|時間帯|期限))(?:.*(?:時|分|曜日?|日|[朝昼夜晩]|あさって|明日)"
    r"(?:半|頃|ごろ)?に?(?:また)?(?:リマインド|通知)(?:を|は)?(?:お願い|して|しといて|頼)"
    r"|(?:リマインド|通知|お知らせ)は[^。、!?\n]{1,14}(?:で(?:いい|ええ|お願い|よろしく|頼)|にお願い))"
)
_ONCE_MORE = Pattern(
    r"また|もう[1一]?[度回]|もっかい|もっぺん|もういっぺん|再[通度]|にセット|あとで|後で|中(?:なので|だから|や)"
)
# 「時計は日本時間でいいの?」 asks, 「日本時間で知らせて」 wishes.
_WONDERS = Pattern(r"[のかね][?。]*\s*$")
_TELL_ME = Pattern(r"(?:教え|知らせ|言っ|鳴らし|リマインドし)て(?!い)")
# 「画面の23:59ってどこの国の時計?」 asks about a clock, and names no deadline.
_CHATTY = Pattern(r"[?]|[なや]のに|いらな|[ねなあよわだ][。!]*$")
_TODAY = ("今日", "きょう", "明日", "あした", "今夜", "今晩")
_BARE_CLOCK = Pattern(r"(?:午[前後])?[\d:時分 ]+(?:[ap]\.?m\.?)?(?: ?[a-z]{2,4})?")


def one_or_all(
    words: str,
    intent: str,
    preferences: tuple[tuple[str, str], ...],
    deadline: ReadDeadline | None,
    search: Search,
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The intent and the wishes about notices of a folded text: one to come, or all of them."""
    today = search.now.date()
    if intent == "close_dispute" and {name for name, _ in preferences} <= {"off"}:
        return intent, ()  # no notice comes of what is over
    if (
        intent == "set_notify_pref"
        and names_one_to_come(search.expressions, today)
        and _ONE_NOTICE.search(words)
    ):
        return "snooze", ()  # 「あさっての10時にリマインドお願いします」
    unnamed = deadline is None or deadline.kind == "unknown"
    if intent == "update_deadline" and unnamed and _is_put_off(words.strip()):
        intent = "snooze"  # 「通知は12月1日の20時に」 moves no deadline
    if preferences and intent == "snooze" and _ONCE_MORE.search(words):
        return intent, ()  # 「夜9時にまた通知して」 is about one notice
    wonders = intent == "ask_timezone" and (deadline is not None or _WONDERS.search(words))
    if preferences and not wonders:
        return "set_notify_pref", preferences
    if (
        intent == "set_notify_pref"
        and names_a_day(search.masked, search.expressions, today)
        and _TELL_ME.search(words)
    ):
        return "snooze", preferences  # 「23日の夜に教えて」 is about one notice
    return intent, preferences


def _is_put_off(text: str) -> bool:
    return _NOTICE_AT.fullmatch(text) is not None or _LATER.fullmatch(text) is not None


def meant(
    deadline: ReadDeadline | None, search: Search, intent: str, words: str
) -> ReadDeadline | None:
    """The deadline, as the intent says what it is for."""
    if intent == "snooze":
        again = any(is_told_again(search.norm.text, one) for one in search.expressions)
        if not again and deadline is not None and search.is_sure and _CALLED_ONE.search(words):
            return deadline  # 「水曜が期限なので、前の日にも声をかけて」
        if again or deadline is None:
            named = whenever(search.norm, search.expressions, search.now, search.zone)
            deadline = named or deadline
        return _snoozed(deadline) if deadline is not None else None
    if (
        intent == "ask_timezone"
        and deadline
        and _BARE_CLOCK.fullmatch(deadline.source_text.lower())
    ):
        return None
    if intent == "unknown" and is_of_another_shop(words):
        return None
    if (
        intent == "unknown"
        and deadline
        and is_small_talk(words)
        and (deadline.source_text in _TODAY or _CHATTY.search(words))
    ):
        # 「明日は晴れますか?」「今日あっついね」 keep nothing, 「29日に映画を見ませんか?」 may
        # be meant.
        numeric = any(character.isnumeric() for character in deadline.source_text)
        return deadline if numeric else None
    return deadline


def _snoozed(deadline: ReadDeadline) -> ReadDeadline:
    """A notice put off till 明日の朝 comes at 8:00, while 朝 in a deadline is 9:00."""
    at = deadline.at
    if "part_of_day" in deadline.assumptions and at.hour == 9:
        at = at.replace(hour=8)
    return deadline._replace(at=at, kind="snooze")
