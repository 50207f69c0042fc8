"""One character for each that people use interchangeably: Unicode's compatibility forms and more.

NFKC makes one character of its full-width, half-width and enclosed variants; the rest is folded
here: lower case, dashes, wave dashes, brackets, invisible marks.
"""

import unicodedata

from handlers.reading.patterns import Pattern
from handlers.reading.rewriting import Rewritings, rewritten

# Numbers in circles head what is listed: 「①9/3 回答 ②9/6 介入」 is no 19/3.
_HEADS = dict.fromkeys(map(chr, (*range(0x2460, 0x249C), *range(0x24EA, 0x2500))), "。")
# Pictures of clocks and calendars stand beside what they show: 「12/30🕐13:00」.
_CLOCKS = dict.fromkeys(map(chr, (*range(0x1F550, 0x1F568), 0x23F0, 0x231A, 0x1F4C5, 0x1F4C6)), " ")
# What NFKC leaves apart although people use it interchangeably.
_ALIKE = {
    **_HEADS,
    **_CLOCKS,
    "〜": "~",
    "∼": "~",
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "―": "-",
    "−": "-",
    "’": "'",
    "‘": "'",
    "`": "'",
    "′": "'",
    "“": '"',
    "”": '"',
    "【": "[",
    "】": "]",
    "〔": "[",
    "〕": "]",
    "｟": "(",
    "｠": ")",
    "«": '"',
    "»": '"',
    "，": ",",
    "．": ".",
    "…": "、",
    "‥": "、",
    "✕": "×",
    "✖": "×",
    "❌": "×",
    "❎": "×",
    "⇒": "→",
    "➡": "→",
    "\t": "  ",
    "\r": " ",
    "\u2028": "\n",
    "\u2029": "\n",
    # Invisible marks that come along when a page is copied.
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\u200e": "",
    "\u200f": "",
    "\u2060": "",
    "\ufeff": "",
    "\ufe0e": "",
    "\ufe0f": "",
}
_HALF_WIDTH_MARKS = "ﾞﾟ"  # these join the kana before them, although they are not "combining"
# All others of these fold to themselves: kana, kanji, and what a keyboard has.
_UNUSUAL = Pattern(r"[^ぁ-ゖァ-ヺー一-龠、。「」0-9a-z !\"#$%()*+,\-./:;<=>?@\[\]^_{|}~\n]")
_folded: dict[str, str] = {}
_plain: set[str] = set()  # what folds to itself
_uneven: set[str] = set()  # what folds to no character, or to several
_MOST_REMEMBERED = 20_000


def fold(text: str) -> tuple[str, Rewritings]:
    """The text in folded characters, with what was done to it."""
    letters = set(_UNUSUAL.findall(text)) - _plain
    if not letters:
        return text, ()
    known = _folded
    if not known.keys() >= letters:
        return _fold_clusters(text)
    # A few kinds of letters only: str.translate would look up each letter of the text.
    uneven = letters & _uneven
    for letter in letters - uneven:
        text = text.replace(letter, known[letter])
    if not uneven:
        return text, ()
    pieces = [(at, at + 1, known[one]) for at, one in enumerate(text) if one in uneven]
    folded, done = rewritten(text, pieces)
    return folded, (done,)


def _fold_clusters(text: str) -> tuple[str, Rewritings]:
    """The careful way: letters together with the marks that belong to them."""
    pieces: list[tuple[int, int, str]] = []
    cluster_at = 0
    for position in range(1, len(text) + 1):
        if position < len(text) and _is_mark(text[position]) and position - cluster_at < 8:
            continue
        cluster = text[cluster_at:position]
        folded = _fold_one(cluster)
        if folded != cluster:
            pieces.append((cluster_at, position, folded))
        cluster_at = position
    if not pieces:
        return text, ()
    text, done = rewritten(text, pieces)
    return text, (done,)


def _is_mark(character: str) -> bool:
    return character in _HALF_WIDTH_MARKS or unicodedata.combining(character) != 0


def _whole(cluster: str) -> str:
    """The cluster without halves of pairs of surrogates, which are none and cannot be encoded."""
    return "".join("\ufffd" if "\ud800" <= one <= "\udfff" else one for one in cluster)


def _fold_one(cluster: str) -> str:
    seen = _folded.get(cluster)
    if seen is not None:
        return seen
    folded = _whole(cluster)
    if folded.isdecimal() and not folded.isascii():
        folded = "".join(str(unicodedata.decimal(digit)) for digit in folded)
    # Lower case and NFKC can each open the door for the other, so until nothing moves.
    for _ in range(4):
        step = "".join(_ALIKE.get(c, c) for c in folded)
        step = unicodedata.normalize("NFKC", step).lower()
        step = "".join(_ALIKE.get(c, c) for c in step)
        if step == folded:
            break
        folded = step
    if len(cluster) == 1 and not _is_mark(cluster) and len(_folded) < _MOST_REMEMBERED:
        _folded[cluster] = folded
        if folded == cluster:
            _plain.add(cluster)
        if len(folded) != 1:
            _uneven.add(cluster)
    return folded
