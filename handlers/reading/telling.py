"""What a message tells: beside what it asks, and of what somebody else said.

「抗議したけど」 of 「抗議したけど結果はいつ来る?」; 「5割返すと言われた」.
"""

from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.tables import Table
from handlers.reading.normalise import normalise
from handlers.reading.patterns import Pattern
from handlers.reading.questions import is_question

# A sentence, or a clause that another follows which asks.
_CLAUSES = Pattern(
    r"[^。!?！？\n]+?(?:けれども?|けど|のですが|んですが|ですが|ましたが|ませんが|たのですが|んだが|たが|ので|[。!?！？\n]|$)"
)
# 「判定が出たら」, 「返品になった場合」 suppose what has not happened.
_SUPPOSES = Pattern(r"たら(?!しい)|だら|なら|場合|とき|時は|れば|のに$|って$|とは$")


_OF_OTHERS = Table("told of others", Look.SELDOM)


def passes_on(text: str) -> bool:
    """Whether a message passes on what somebody else said or wants."""
    return _OF_OTHERS.first(normalise(text).text) is not None


def telling_part(text: str) -> str:
    """The clauses of a text that tell something, without those that ask or suppose."""
    clauses = [found[0] for found in _CLAUSES.finditer(text)]
    told = [one for one in clauses if _SUPPOSES.search(one) is None and not _asks(one)]
    return "".join(told)


def _asks(clause: str) -> bool:
    return clause.endswith(("?", "？")) or is_question(normalise(clause).text)
