"""What the writer wants of the bot: the first that fits wins.

First come the commands to the bot itself, then questions, then what a statement reports. What
a page is pasted for tells paste_intents.py.
"""

from handlers.reading.asked import asked_for
from handlers.reading.commands import command_of
from handlers.reading.facts import Facts
from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern
from handlers.reading.questions import is_question
from handlers.reading.shops import is_of_another_shop
from handlers.reading.statements import EXTERNAL, is_over, keeps_external, reported_by
from handlers.reading.steps_told import STEP_DONE

_MOVED = Table("moved")

# These are about the bot itself, so no playbook goes with them.
NO_CASE = frozenset(
    ["list_disputes", "show_next_deadline", "set_notify_pref", "snooze", "delete_dispute",
        "greeting", "ask_timezone"]
)  # fmt: skip


def intent_of(text: str, about: Facts) -> str:
    """The intent of a folded text that somebody typed."""
    plain = text.strip()
    if not plain[:1].isalnum() and not any(character.isalnum() for character in plain):
        return "unknown"
    command = command_of(plain, about)
    keeps = about.kind in EXTERNAL and keeps_external(plain)
    if command == "set_notify_pref" and is_over(plain, about):
        return "close_dispute"  # 「全額もどりました。もう通知いらないです」
    if command is not None and not (keeps and command == "snooze"):
        return command
    if is_of_another_shop(plain):
        return "unknown"
    if keeps:
        return "set_external_deadline"
    if (
        about.question
        and not _muses(plain)
        and not (_laments(plain, about) or _names_a_date(plain, about))
    ):
        return asked_for(plain, about)
    return reported_by(plain, about)


# 「6日の夕方ですかね、終わるの」 names a day, and only wonders whether it is the one.
_NOT_SURE = Pattern(
    r"(?<=[日月時分曜方夜朝昼晩末頃金木])(?:です|だった|でした|やった|だ|や)?か(?:な|ね)(?:ぁ|あ|え|ー)?"
    r"(?:、[^。、!?\n]{1,8})?[。…!\s]*$"
)
# 「介入に変わりました。大丈夫かな」 tells something, and asks nothing in earnest.
_MUSING = Pattern(
    r"(?:かな(?<!いいのかな)(?<!いいかな)(?<!ええのかな)|かなあ|のか|だろうか|やろか)[。…!\s]*$"
)


def _muses(text: str) -> bool:
    return _MUSING.search(text) is not None and (
        _MOVED.first(text) is not None or STEP_DONE.first(text) is not None
    )


def _names_a_date(text: str, about: Facts) -> bool:
    """「14日かな」 answers with a date, not quite sure of it."""
    if about.kind is None or "?" in text:
        return False
    musing = _MUSING if _MUSING.search(text) is not None else _NOT_SURE
    return musing.search(text) is not None and not is_question(musing.sub("。", text))


_LOST = ("not_received", "tracking_invalid", "delivered_not_received", "empty_parcel",
         "returned_to_sender", "wrong_address")  # fmt: skip
_WHERE = Pattern(
    r"[^。、!?\n]{0,8}どこ(?:か|に|へ|や|行|い|$|。|、|\n)[^。、!?\n]{0,10}(?:[。、!\n]|$)"
)


# What can have been done to the goods: 「曲がってる。運ぶ途中で踏まれたんかな」
_HOW_IT_CAME = Pattern(
    r"(?<=[。、!\n])[^。、!?\n]{2,20}(?:[まわさたれ]れた|った|した|いた|んだ)(?:ん|の)(?:かな|やろか|やろうか|だろうか|でしょうか|ですかね)"
    r"[。…!]*$"
)


def _laments(text: str, about: Facts) -> bool:
    """「追跡番号がでたらめで荷物がどこか分からない」 asks nothing of us."""
    if about.reason is not None and about.stage is None and "た" in text:
        bare = _HOW_IT_CAME.sub("", text)
        if bare != text and not is_question(bare):
            return True
    if about.reason not in _LOST or "?" in text or "どこ" not in text:
        return False
    return not is_question(_WHERE.sub("", text))
