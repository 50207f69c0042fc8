"""Commands to the bot itself: lists, notices, snoozing, deleting, registering, time zones."""

from handlers.reading.intent_words import COMMANDS, EXACT, REGISTERS
from handlers.reading.patterns import Pattern
from handlers.reading.situation import Situation
from handlers.reading.words import has

_SNOOZE_TIME = Pattern(
    r"^(?:[^。!?\n]{0,4}(?:1時間後|\d+時間後|\d+分後|明日の朝|明朝|今夜|夕方|明日"
    r"|夜)[に、]?(?:また|もう一度|お願い|で|ね|して)?[^。!?\n]{0,8})$"
)
# 「30分後リマインドして」 is one notice more, not a setting.
_ONCE_MORE = Pattern(
    r"\d+(?:分|時間)後[^。!?\n]{0,5}(?:リマインド|知らせ|教え|通知|言って|連絡して)"
)
_NOT_REGISTERING = (
    "消",
    "削除",
    "解除",
    "取り消",
    "一覧",
    "キャンセル",
    "やめ",
    "内容",
    "状況",
    "済",
    "確認",
)


def command_of(text: str, about: Situation) -> str | None:
    """The intent of a folded text that commands the bot, or None."""
    exact = EXACT.get(text.strip("。!、~ー… \n"))
    if exact is not None:
        return exact
    if about.reason is None and len(text) <= 30 and _ONCE_MORE.search(text):
        return "snooze"
    if _registers(text, about):
        return "register_dispute"
    command = COMMANDS.first(text)
    if command == "ask_timezone":
        asks = about.question or has(text, "変換", "直して", "直すと", "換算", "だといつ", "では何")
        return command if asks else None
    if command in ("list_disputes", "set_notify_pref"):
        if command == "set_notify_pref" and has(
            text, "通知が届", "通知が来", "通知は来", "通知が出"
        ):
            return None
        if command == "list_disputes" and has(
            text, "表示されな", "見れな", "消えた", "空です", "空っぽ", "空に"
        ):
            return None
        return command
    if command == "delete_dispute" and about.reason is None:
        return (
            None if about.question and has(text, "証拠", "提案", "したら", "コメント") else command
        )
    if (
        command == "snooze"
        and about.reason is None
        and len(text) <= 30
        and not has(text, "と言", "って言", "紛争", "提案", "返金", "セラー", "介入", "判定", "届")
    ):
        return command
    if (
        _SNOOZE_TIME.match(text)
        and about.deadline is not None
        and len(text) <= 16
        and has(text, "また", "もう一度", "お願い", "して", "知らせ", "教え")
    ):
        return "snooze"
    return None


def _registers(text: str, about: Situation) -> bool:
    """「登録したい」「新規登録」 asks to keep a case; with a date it is a deadline to keep."""
    return (
        not about.question
        and about.deadline is None
        and len(text) <= 40
        and REGISTERS.first(text) is not None
        and not has(text, *_NOT_REGISTERING)
    )
