"""Cut texts to a platform's limits without losing a word."""

import re
import unicodedata
from collections.abc import Callable, Iterator

Measure = Callable[[str], int]

_SEAMS = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"(?<=[。！？!?])|(?<=\. )"),
    re.compile(r"(?<=[、,;:）) \u3000])"),
)
"""Where a text may be cut, the best first: paragraphs, lines, sentences, phrases."""

_GLUE = {"\u200d", "\ufe0e", "\ufe0f", "\u20e3"}
_INVISIBLE = {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"}


def utf16(text: str) -> int:
    """The length in UTF-16 units, as LINE counts texts and Telegram counts entity offsets."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def width_of(text: str) -> int:
    """Columns: a kanji takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def clean(text: str) -> str:
    """The text without what no platform takes: NUL and halves of surrogate pairs."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text if c != "\0")


def blank(text: str) -> bool:
    """Whether nothing of the text would be seen: platforms refuse such a message."""
    return all(unicodedata.category(c) in _INVISIBLE or c in "\u2800\u3164\u115f" for c in text)


def shorten(text: str, limit: int, measure: Measure = len) -> str:
    """The text, cut with an ellipsis to at most `limit` by `measure`.

    A limit in graphemes is held by counting code points: there are never more graphemes.
    """
    if measure(text) <= limit:
        return text
    return text[: _whole(text, _fit(text, limit - 1, measure))] + "…"


def split(text: str, limit: int, measure: Measure = len) -> list[str]:
    """The pieces of a text, each at most `limit` by `measure` and none blank."""
    return [text[start:end] for start, end in cuts(text, limit, measure)]


def cuts(text: str, limit: int, measure: Measure = len) -> list[tuple[int, int]]:
    """Where to cut: (start, end) of each piece, white space at the cuts left out."""
    return [span for span in _spans(text, limit, measure) if not blank(text[span[0] : span[1]])]


def _spans(text: str, limit: int, measure: Measure) -> Iterator[tuple[int, int]]:
    start, length = 0, len(text)
    while start < length:
        start += len(text[start:]) - len(text[start:].lstrip())
        end = start + max(1, _fit(text[start:], limit, measure))
        if end < length:
            end = start + _seam(text[start : end + 1], end - start)
        yield start, start + len(text[start:end].rstrip())
        start = end


def _fit(text: str, limit: int, measure: Measure) -> int:
    """How many code points from the beginning are within the limit."""
    # No measure in use counts less than half a grapheme a code point or more than two.
    low, high = 0, min(len(text), limit)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle]) <= limit:
            low = middle
        else:
            high = middle - 1
    return low


def _seam(text: str, most: int) -> int:
    """The best place to cut at or before `most`, not in the first half of the piece."""
    for seam in _SEAMS:
        places = [m.end() for m in seam.finditer(text) if most // 2 <= m.end() <= most]
        if places:
            return places[-1]
    return _whole(text, most)


def _whole(text: str, end: int) -> int:
    """The same place, moved back out of a character made of several code points."""
    place = end
    while 0 < place < len(text) and (
        text[place] in _GLUE or text[place - 1] == "\u200d" or unicodedata.combining(text[place])
    ):
        place -= 1
    return place or end
