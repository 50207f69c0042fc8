"""Text that was taken from a picture: letters for figures (4,2OO), each character by itself."""

from handlers.reading.patterns import Pattern
from handlers.reading.rewriting import Rewritings, replaced

_FIGURES = Pattern(r"(?<![a-z\d,.])\d[\d,.]++o[\do,.]*(?![a-z])")
# 「¥1 , 240」
_COMMA_APART = Pattern(r"(?<=\d) , ?(?=\d{3}(?!\d))")
# "US S7.77"
_DOLLAR = Pattern(r"(?<=us )s(?=\d)")
# 「返 金 の み」, 「6 月 3 0 日」: a table has its words in columns, and not one sign a word.
_APART = Pattern(r"(?<!\S)(?:[一-龠々ぁ-んァ-ヶー\d] ){3,}[一-龠々ぁ-んァ-ヶー\d](?!\S)")
_HAS_A_WORD = Pattern(r"[一-龠々ぁ-んァ-ヶー]")


def mended(text: str, done: Rewritings) -> tuple[str, Rewritings]:
    """The folded text of a page as it stood in the picture, and what was done to it."""
    text = _FIGURES.sub(lambda found: found[0].replace("o", "0"), text)
    text = _DOLLAR.sub("$", text) if "us s" in text else text
    if " ," in text:
        text, done = replaced(_COMMA_APART, lambda _: ",", text, done)
    return replaced(
        _APART,
        lambda found: found[0].replace(" ", "") if _HAS_A_WORD.search(found[0]) else None,
        text,
        done,
    )
