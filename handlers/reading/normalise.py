"""One spelling for everything people type, with the way back to the text as it was given.

Unicode's compatibility forms (NFKC) make one character of its full-width, half-width and
enclosed variants; the rest is folded here: lower case, dashes, wave dashes, kanji numerals.
"""

import re
import unicodedata
from typing import NamedTuple

from handlers.reading import kana_words
from handlers.reading.advice import advice_in
from handlers.reading.kanji_numbers import NUMERAL, to_arabic
from handlers.reading.page_lines import set_in_lines
from handlers.reading.patterns import Pattern
from handlers.reading.rewriting import Rewritings, replaced, rewritten
from handlers.reading.spoken import spoken

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


class Normalised(NamedTuple):
    """A folded text, the text as it was given, and what was done to it on the way."""

    text: str
    original: str
    rewritings: Rewritings

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's span of a span of the folded text."""
        for one in reversed(self.rewritings):
            start, end = one.place(start), one.place(end)
        return start, end


def normalise(text: str) -> Normalised:
    """Fold a text: its characters, without a mail's advice; its tone; numerals before a unit."""
    folded, done = _fold(_with_columns(text) if "\u3000" in text else text)
    folded = set_in_lines(folded)
    if "[aliexpress]" in folded:
        folded, done = replaced(_SENDER, _apart, folded, done)
    if "...." in folded:
        folded, done = replaced(_LEADERS, _label, folded, done)
    if "  " in folded:
        folded, done = replaced(_GAP, _closer, folded, done)
    advice = advice_in(folded)
    if advice:
        folded, left_out = rewritten(folded, [(begin, end, "") for begin, end in advice])
        done = (*done, left_out)
    folded, done = spoken(folded, done)
    if "にち" in folded or "じ" in folded or "しゅうかん" in folded or "がつ" in folded:
        folded, done = replaced(_KANA_UNIT, _kanji_unit, folded, done)
    folded, done = kana_words.in_kanji(folded, done)
    if "ゼロ円" in folded or "ゼロドル" in folded:
        folded, done = replaced(_ZERO, _in_figures, folded, done)
    folded, done = _kanji_numerals(folded, done)
    return Normalised(folded, text, done)


# 「[AliExpress]販売者より…」: who sends it does nothing in the sentence. "Answer by ..... Dec 1"
_SENDER = Pattern(r"\[aliexpress\](?=[^\s。])")
# Columns of a page: what stands below "Estimated Time" may be set in by as much as the line above.
# 「合    計 : 2,765円」: a label that is set as wide as those around it.
_GAP = Pattern(r"(?:(?<=[^一-龠][一-龠])|(?<=^[一-龠]))(?P<within> {2,})(?=[一-龠] ?:)| {3,}")
_LEADERS = Pattern(r"(?<=[^\s.]) ?\.{4,}+ ?(?=\S)")


# Between the fields of a page a wide space is a column's; who types has it for any space.
_WIDE_SPACE = Pattern("(?<=\\S)\u3000(?=\\S)")
_LINES_OF_A_PAGE = 4


def _with_columns(text: str) -> str:
    """The text, as long as before, with tabs where its lines have wide spaces."""
    if text.count("\n") < _LINES_OF_A_PAGE:
        return text
    return _WIDE_SPACE.sub("\t", text)


def _apart(found: re.Match[str]) -> str:
    return found[0] + "。"


def _label(_: re.Match[str]) -> str:
    return ": "


def _closer(found: re.Match[str]) -> str:
    return "" if found["within"] else "  "


_ZERO = Pattern("ゼロ(?=円|ドル)")


def _in_figures(_: re.Match[str]) -> str:
    return "0"


def _kanji_unit(found: re.Match[str]) -> str:
    if found["half"] is not None:
        return "時半" if found["half"] else "時"
    if found["and_half"]:
        return "時間半"
    return _IN_KANJI[found[0][0]] + ("以内" if found["days"] or found["hours"] else "")


def _fold(text: str) -> tuple[str, Rewritings]:
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


# Kanji numerals become digits only in front of a unit, so that 一昨日, 三井 and 一部返金 stay.
_UNIT = (
    r"(?:年|月|日|時|分|秒|週|[かヵヶケカ箇ヶ]月|営業|回|個|本|枚|足|点|着|台|件|つ|"
    r"円|ドル|万|%|割|の?(?:月|火|水|木|金|土|日)曜|[月火水木金土日]曜|"
    r"[,、・~-][〇一二三四五六七八九十]{1,2}(?:日|時|週|[かヵヶケカ箇]月))"
)
_BEFORE_UNIT = Pattern(rf"(?<![\d.]){NUMERAL}(?={_UNIT})|(?<=第){NUMERAL}")
# Words in which the numeral is no number.
_NOT_A_NUMBER = Pattern(
    r"一時(?:的|停止|保留|休|帰|金|しのぎ|退|凍結|中断|はどう)"
    # Enough, rather than ten minutes, unless something is counted: 十分後, 十時十分.
    r"|(?<!時)十分(?!後|以内|前(?!後)|間|ほど|くらい|ぐらい|程度|待|かか|過|すぎ|経|たっ|で(?![すはもな])"
    r"|から|まで|おき|毎|ごと|の動画|遅)"
    r"|一日(?:も早|でも早|中)|万一|一円も|一回も|一度|一本化|一年中|二枚目|一分(?:も|の狂)"
    r"|百円ショップ"
    r"|千円札|七五三|三日坊主|三日月|四季|八百屋|一つ(?:も|ずつ)|(?<=何)一つ|(?<=真っ)二つ"
    r"|一件落着|一点張り|一円残らず|四日市"
)
_HAS_NUMERAL = Pattern(r"[〇零一二三四五六七八九十百千廿卅]")
# Units in kana: 15にち, 5じかん, 3にちいないに, 18じはん (but 28じゃなくて).
_KANA_UNIT = Pattern(
    r"(?<=\d)(?:にち(?P<days>(?:かん)?いない)?|じかん(?:(?P<hours>いない)|(?P<and_half>はん))?|しゅうかん|がつ"
    r"|じ(?P<half>(?:はん)?)(?![ゃゅょ]))"
)
_IN_KANJI = {"に": "日", "じ": "時間", "し": "週間", "が": "月"}


def _kanji_numerals(text: str, done: Rewritings) -> tuple[str, Rewritings]:
    if not _HAS_NUMERAL.search(text):
        return text, done
    guarded = {found.start() for found in _NOT_A_NUMBER.finditer(text)}
    return replaced(
        _BEFORE_UNIT,
        lambda found: None if found.start() in guarded else to_arabic(found[0]),
        text,
        done,
    )
