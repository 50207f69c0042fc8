"""Whether a message is about a case beside the one that was spoken of: 「別件ですが、…」."""

from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern

_ANOTHER_CASE = Table("another case")
TABLE = _ANOTHER_CASE.name
# What stands deeper in a sentence tells of two cases at once: 「11日に1件、15日にもう1件届いて…」.
_FIRST_IN_A_SENTENCE = Pattern(r"(?:^|[。!?\n])[^。!?\n]{0,4}\Z")
# 「別件です。」, 「別件なのですが、…」, but not 「あの別件が片付いた」.
_LAST_IN_A_SENTENCE = Pattern(
    r"(?:です|だ|で|なん|なの)?(?:[。!?\n]|\Z)|(?:なの|なん)?(?:です|だ|や)(?:けど|が)"
)


def is_another_case(text: str) -> bool:
    """Whether a sentence of a folded text begins with such words, or ends with them."""
    return any(
        _FIRST_IN_A_SENTENCE.search(text[: one.start]) or _LAST_IN_A_SENTENCE.match(text, one.end)
        for one in _ANOTHER_CASE.found(text)
    )
