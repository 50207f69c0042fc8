"""What a mail or a page is about, by its subject or first lines: 「返金手続き開始のお知らせ」.

Its other lines tell what may come and what was: a mail of a refund names the appeal that won it.
"""

from functools import lru_cache
from typing import NamedTuple

from handlers.reading.lexicon.tables import Table
from handlers.reading.mail_sections import is_in_lines
from handlers.reading.patterns import Pattern

_HEADS = Table("mail heads")
_LONGEST = 90
# Who sent it, to whom and when stands in front of what it is about.
_SENDER = Pattern(
    r"(?:[> ]*(?:from|to|sent|date|cc|差出人|送信者|送信元|宛先|送信日時?|日時|日付)[ :][^\n]*\n"
    r"|[-=_ ]{3,}[^\n]*\n"
    r"|[^\n<]*+<[^\n>@]*+@[^\n>]*+>[^\n]*+\n|aliexpress\n|\n)*+"
)


class Head(NamedTuple):
    """What a head tells: the stage and the playbook, and whether it is of an order, not a case."""

    stage: str | None = None
    playbook: str | None = None
    of_an_order: bool = False


_NONE = Head()


@lru_cache(maxsize=1)  # the reason, the stage and the playbook ask for it
def head_of(text: str) -> Head:
    """What the head of a folded page tells; nothing for a text that is no page."""
    if not is_in_lines(text):
        return _NONE
    sender = _SENDER.match(text)
    begin = sender.end() if sender is not None else 0
    row = _HEADS.first(text, (begin, min(len(text), begin + _LONGEST)))
    if row is None:
        return _NONE
    stage, playbook, *order = row.split()
    return Head(None if stage == "-" else stage, None if playbook == "-" else playbook, bool(order))
