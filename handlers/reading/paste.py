"""Is it a pasted mail or dispute page? Labels and values on their own lines, or a mail's prose."""

from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern

_LABELS = Table("page labels")
_SAYS_SO = Table("says it is pasted")
_JAPANESE = Pattern(r"[ぁ-んァ-ヶ一-龠]")
_LATIN_WORDS = Pattern(r"[a-z]{2,}")
_LABEL_LINE = Pattern(r"(?m)^[^。!?\n]{1,24}(?::|$)")
# Who writes "I have not received it" speaks; a mail speaks to "you".
_SPOKEN = Pattern(r"(?<![a-z])(?:i|i'm|i've|my) (?!proposal)")


def is_paste(text: str) -> bool:
    """Labels and values of a page or a mail, on lines of their own, or the prose of a mail."""
    if text.lstrip().startswith(("[aliexpress]", "[ali", "親愛なる")):
        return True
    labels = len(_LABELS.all(text))
    if not labels:
        return False
    lines = text.count("\n") + 1
    if lines == 1 and _SPOKEN.search(text) is not None:
        return False
    if labels >= 3 and lines >= 2:
        return True
    if lines >= 3 and labels >= 2:
        return True
    if lines >= 2 and _SAYS_SO.first(text) is not None:
        return True
    if labels >= 2 and text.lstrip().startswith("お客様"):
        return True
    latin = sum(len(word) for word in _LATIN_WORDS.findall(text))
    mostly_latin = latin * 2 > len(text) and latin >= 40
    if latin >= 20 and not _JAPANESE.search(text):
        return True
    if mostly_latin and text.count('"') < 2:
        return True
    return lines >= 4 and len(_LABEL_LINE.findall(text)) * 2 >= lines
