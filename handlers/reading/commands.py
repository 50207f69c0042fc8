"""Commands to the bot itself: lists, notices, snoozing, deleting, registering."""

from handlers.reading.facts import Facts
from handlers.reading.greetings import introduces, is_greeting
from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern

_COMMANDS = Table("commands")
_REGISTERS = Table("registers")

# A message that is nothing but one of these words.
_EXACT = {
    "リスト": "list_disputes",
    "一覧": "list_disputes",
    "りすと": "list_disputes",
    "登録": "register_dispute",
    "新規": "register_dispute",
    "使い方": "ask_howto",
    "できた": "report_progress",
    "できました": "report_progress",
}
# 「一覧よろ」
_PLEASE = Pattern(r"よろ(?:しく|です|っす|で)?(?:お願い(?:し|致し|いたし)ます|頼みます|ね|な)?")
# Further on a text tells a story, in which the words of a command mean something else.
_LONGEST = 120
_SHORT = 20


# Whoever wants a case to be deleted says so with one of these.
_PUTS_AWAY = Pattern(
    r"[消除捨抹棄削省外破]|けし|けす|ほか[しす]|のけ|取っぱら|やめ|止め|取りやめ|キャンセル|なかったこと"
    r"|無かったこと|[な無]し[にで!]|いら[なんへ]|要ら|不要|流し|ポイ|リセット|クリア|デリート|はずし|どけ|落と|抜い"
    r"|忘れ|間違|まちが|退会|解除|解約|片付|ゴミ|さくじょ|delete|remove|erase"
)


def puts_away(text: str) -> bool:
    """Whether a folded text has a word of putting something away at all: without one its likeness
    to those that do deletes no case.
    """
    return _PUTS_AWAY.search(text) is not None


# 「色違いの件は消しといて」: the reason is a case's name.
_NAMES_A_CASE = Pattern(
    r"[^。、!?\n]{1,12}[のたる](?:件|分|やつ)(?:[はをの、]|だけ)?[^。、!?\n]{0,16}$"
)


def command_of(text: str, about: Facts) -> str | None:
    """The intent of a folded text that commands the bot, or None."""
    exact = _EXACT.get(text.strip("。!、~ー… \n"))
    if exact is not None:
        return exact
    if about.reason is None and is_greeting(text):
        asked = _COMMANDS.first(_PLEASE.sub("", text)) if "よろ" in text else None
        return asked or "greeting"
    if not (about.opened or about.kind or about.question) and introduces(text):
        return "greeting"
    if len(text) > _LONGEST or (about.reason is not None and not _NAMES_A_CASE.match(text)):
        return None
    if _registers(text, about):
        return "register_dispute"
    command = _COMMANDS.first(text)
    told = about.kind is not None or about.outcome is not None
    if about.question and about.kind == "unknown" and len(text) <= _SHORT:
        told = False  # 「次の期限って今週?」
    if command == "show_next_deadline" and told:
        return None
    return command


def _registers(text: str, about: Facts) -> bool:
    """「登録したい」「新規登録」 asks to keep a case; with a date it is a deadline to keep."""
    return (
        not about.question
        and about.kind is None
        and len(text) <= 40
        and _REGISTERS.first(text) is not None
    )
