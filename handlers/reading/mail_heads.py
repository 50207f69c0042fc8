"""What a mail or a page is about, by its subject or first lines: 「返金手続き開始のお知らせ」.

Its other lines tell what may come and what was: a mail of a refund names the appeal that won it.
"""

from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.tables import Table
from handlers.reading.mail_sections import is_in_lines
from handlers.reading.patterns import Pattern

_HEADS = Table("mail heads", Look.SELDOM)
_LONGEST = 150
# Who sent it, to whom and when stands in front of what it is about.
_SENDER = Pattern(
    r"(?:[> ]*(?:from|to|sent|date|cc|差出人|送信者|送信元|宛先|送信日時?|日時|日付)[ :][^\n]*\n|[-=_ ]{3,}[^\n]*\n"
    r"|[^\n]*<[^\n>]*@[^\n>]*>[^\n]*\n|aliexpress\n|\n)*"
)


def head_of(text: str) -> tuple[str | None, str | None]:
    """The stage and the playbook that the head of a folded page tells, each perhaps None."""
    if not is_in_lines(text):
        return None, None
    sender = _SENDER.match(text)
    begin = sender.end() if sender is not None else 0
    row = _HEADS.first(text, (begin, min(len(text), begin + _LONGEST)))
    if row is None:
        return None, None
    stage, playbook = (None if one == "-" else one for one in row.split())
    return stage, playbook
