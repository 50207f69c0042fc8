"""Is it a copied chat? Lines that begin with who writes them."""

from handlers.reading.patterns import Pattern

_SPEAKERS = Pattern(
    r"(?m)^[\[(]?(?:自分|私|お客様|ショップ|店|セラー|売り手|販売者|担当者?|サポート|eva|agent|seller|store|me|you"
    r"|support)[\])]? ?(?::|(?<=\]) ?\S|\d{1,2}:\d\d)"
    r"|^[^\n:\[\]]{1,24}(?:store|shop|ストア|ショップ) ?:"
)
_MOST_LINES_OF_ONE = 2


def is_chat(text: str) -> bool:
    """Whether more lines of a folded text name their writer than those of one message."""
    if text.count("\n") < _MOST_LINES_OF_ONE:
        return False
    return len(_SPEAKERS.findall(text)) > _MOST_LINES_OF_ONE
