"""What words of several rows ask of the bot when they stand together: the first wish that fits.

The rows are those of the word list ``requests``; ``time``, ``count`` and ``name`` (a case that is
called by what happened) are found by requests.py.
"""

from collections.abc import Iterable
from typing import NamedTuple

Rows = frozenset[str]
_NONE: Rows = frozenset()


class Wish(NamedTuple):
    """What is asked for where a clause has words of each group of rows, and none of the others."""

    intent: str
    of_each: tuple[Rows, ...]
    without: Rows = _NONE
    plain: bool = False
    """Whether it is asked for behind a story, too."""
    asked: bool | None = None
    """Whether only a question asks for it, or only what is none; None: either."""


_SNOOZED = "evidence|addressee|deadline|change"
_OF_A_CASE = "do|evidence|addressee|text|some text|later"
_OF_A_DATE = "list|purpose|later|addressee"
_OF_THE_BOT = "purpose|addressee|delete|text|evidence|notice|list"

# The earlier wins. + is asked for behind a story, too, ? only by a question, ! never by one.
_TABLE = (
    ("+set_notify_pref", "notice & less|change", "evidence|text|addressee|later"),
    ("set_notify_pref", "often & less|change", "evidence|text|addressee|deadline|later"),
    ("set_notify_pref", "often & tell & only", "evidence|text|addressee"),
    ("+set_notify_pref", "often & tell & from now", "evidence|text|addressee"),
    ("+set_notify_pref", "insist & tell", "evidence|text|addressee"),
    ("set_notify_pref", "tell & only", "evidence|text|addressee|deadline|time"),
    ("+!delete_dispute", "delete & kept|data|list", "evidence|text|some text|deadline|addressee"),
    ("!delete_dispute", "delete & case|wrong", "evidence|text|some text|deadline|addressee"),
    ("+ask_template", "text & write|give|show", ""),
    ("+ask_template", "text & purpose & small", ""),
    ("ask_template", "text & how words|purpose|what", ""),
    ("ask_template", "text & some text & addressee", ""),
    ("?ask_template", "some text & purpose & are", ""),
    ("ask_template", "some text & write|how words", "later"),
    ("ask_template", "how words & addressee|purpose", ""),
    ("ask_evidence", "evidence & what|list|where", ""),
    ("ask_evidence", "evidence & name & case", "show|give|later|time|small|often|need"),
    ("+?ask_evidence", "evidence & need & show|give", ""),
    ("?ask_evidence", "evidence & need", "often"),
    ("+?ask_evidence", "what & hand in", ""),
    ("+show_next_deadline", "deadline & next & when|show", _OF_A_DATE),
    ("+show_next_deadline", "deadline & show & name|case|how many", _OF_A_DATE),
    ("show_next_deadline", "deadline & next|show|give|lost", _OF_A_DATE),
    ("show_next_deadline", "deadline & kept|name|how many", _OF_A_DATE),
    ("+?show_next_deadline", "deadline & are", f"{_OF_A_DATE}|time|count|case"),
    ("show_next_deadline", "deadline & when|what", f"{_OF_A_DATE}|case|action"),
    ("show_next_deadline", "next & when", "do|action"),
    ("+list_disputes", "list|together & show|give", "do|evidence|deadline"),
    ("list_disputes", "list & case|kept|are|deadline|lost", "do|evidence"),
    ("list_disputes", "how many & are|kept", "do|evidence"),
    ("+?list_disputes", "kept & case & show|give", _OF_A_CASE),
    ("list_disputes", "kept & show|give|what|when|lost", _OF_A_CASE),
    ("list_disputes", "case & show|lost", _OF_A_CASE),
    ("+ask_next_step", "do & then|next|show", "purpose|addressee"),
    ("+?ask_next_step", "do & kept|are", "purpose|addressee"),
    ("ask_next_step", "do & what", _OF_THE_BOT),
    ("ask_next_step", "action & what", _OF_THE_BOT),
    ("ask_next_step", "then & what", ""),
    ("+snooze", "later & tell|notice & time", _SNOOZED),
    ("+snooze", "notice & time & tell", _SNOOZED),
    ("+snooze", "busy & tell & time", _SNOOZED),
    ("+snooze", "let be & time", _SNOOZED),
    ("snooze", "later|time & tell|wait", _SNOOZED),
    ("snooze", "busy & later|wait|tell|let be", ""),
    ("snooze", "wait|let be & later", ""),
)
_WISHES = tuple(
    Wish(
        intent.lstrip("+?!"),
        tuple(frozenset(group.split("|")) for group in groups.split(" & ")),
        frozenset(without.split("|")),
        plain="+" in intent,
        asked={"?": True, "!": False}.get(intent.lstrip("+")[0]),
    )
    for intent, groups, without in _TABLE
)
# 「文面を」, 「締切日は」: nothing else is said.
_ALONE = {
    frozenset(["deadline"]): Wish("show_next_deadline", ()),
    frozenset(["text"]): Wish("ask_template", ()),
}


def wish_of(made_of: Iterable[str], *, question: bool) -> Wish | None:
    """What is asked for with words of these rows, or None."""
    rows = frozenset(made_of)
    if "past" in rows:
        return None  # 「紛争が一覧から消えた」 tells, and asks nothing
    for wish in _WISHES:
        if (
            wish.asked in (None, question)
            and rows.isdisjoint(wish.without)
            and not any(map(rows.isdisjoint, wish.of_each))
        ):
            return wish
    return _ALONE.get(rows - {"small"})
