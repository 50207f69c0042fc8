"""What a message asks of the bot, told by what its last clauses are made of.

「抱えてるやつ全部みして」 and 「次の締切おしえてちょ」 are made of a thing and a verb, and each
has more wordings than a list of phrases holds. A clause is a request if it holds nothing but words
of the list ``requests``, numbers, times and small words: 「登録した住所に届いた」 holds one that no
request is made of. What is asked for follows from the rows that its words are of
(request_meanings.py).
"""

from typing import NamedTuple

from handlers.reading.lexicon.phrases import Span
from handlers.reading.lexicon.word_table import WordTable
from handlers.reading.patterns import SENTENCES, Pattern
from handlers.reading.preference_words import ends_of_small_words
from handlers.reading.request_meanings import Rows, Wish, wish_of

_WORDS = WordTable("requests")
# In a longer text only its ends are looked at, and only for what is plainly asked of the bot.
_SHORT, _LONGEST = 70, 240
_CLAUSES = Pattern(r"[^。、!?\n]+")
_ENDS = Pattern(
    r"(?:ので|けど|けれど|のに|だから|ため|んで(?!す)|(?<=[いたるだすんやう])(?:から|し(?![てたとま]))"
    r"|(?<=[るただんや])けん)(?=[^。、!?\n])"
)
# 「2番目の」「3件」
_COUNTS = Pattern(r"\d+(?:番目|番|つ目|つ|件目|件|個目|個|本|枚)")
# 「夜9時に」「30分後」「しあさって」
_TIMES = Pattern(
    r"(?:あと|午前|午後)?\d+(?:[:/.\-]\d+)*(?:時間|営業日|時半?|分|日|月|週間|h)"
    r"(?:後|以内|くらい|ぐらい|頃|ごろ|ほど)?"
    r"|今夜|今晩|明日|あした|明後日|あさって|しあさって|明朝|翌朝|夕方|朝|昼休み|お?昼|夜|晩"
    r"|あさ(?!って)|ひる|よる|ゆうがた|[月火水木金土日]曜日?|来週|週末|休み明け|給料日"
)
# 「色違いの件」「割れてたやつ」: the case is called by what happened.
_NAME = Pattern(r"[^。、!?\n]{1,12}[のたるい]")
_LONGEST_NAME = 13
_DEAREST = 4  # a name is the last way to take it
# What stands before the last words of a clause that are a request by themselves.
_BEFORE = frozenset("はがをにでのもとてんたるやけしば ")
_LONGEST_END = 40
_AT_THE_END = frozenset(["snooze", "ask_template", "delete_dispute"])
_ENDS_WITH = frozenset(["later", "notice", "let be", "text", "delete"])
_NONE: Rows = frozenset()
_COUNT, _TIME, _CALLED = frozenset(["count"]), frozenset(["time"]), frozenset(["name"])


class Request(NamedTuple):
    """What is asked of the bot."""

    intent: str
    is_all: bool
    """Whether the text holds nothing else."""
    is_plain: bool
    """Whether it can be meant of nothing else."""


class _Pieces(NamedTuple):
    """The words, numbers and times of a text: where each begins, where it ends, its rows."""

    text: str
    at: dict[int, dict[int, Rows]]
    cases: list[int]  # where a word for a case begins
    rows: Rows


class _Way(NamedTuple):
    """How a clause was taken apart so far: of how many words, how many of them small, and which."""

    words: int
    small: int
    rows: Rows


def request_of(text: str, *, question: bool) -> Request | None:
    """The request to the bot that a folded text is, or ends with; or None."""
    if len(text) > _LONGEST:
        return None
    pieces = _pieces_of(text)
    if not pieces.rows:
        return None
    spans = [_clauses(text, *one.span()) for one in SENTENCES.finditer(text)]
    made_of = [[_made_of(pieces, *span) for span in sentence] for sentence in spans]
    clauses = [clause for sentence in made_of for clause in sentence]
    if len(text) <= _SHORT and None not in clauses:
        found = _last_wish(clauses, question=question)
        return Request(found.intent, True, found.plain) if found else None
    for sentence in reversed(made_of):
        for last in range(len(sentence), 0, -1):
            found = _last_wish(sentence[:last], question=question)
            if found is not None and found.plain:
                return Request(found.intent, False, True)
    if pieces.rows.isdisjoint(_ENDS_WITH):
        return None
    for clause in spans:
        found = _at_the_end(pieces, *clause[-1], question=question)
        if found is not None:
            return Request(found.intent, False, True)
    return None


def _pieces_of(text: str) -> _Pieces:
    at: dict[int, dict[int, Rows]] = {}
    cases: list[int] = []
    rows: set[str] = set()
    for start, end, row in _WORDS.found(text):
        ends = at.setdefault(start, {})
        ends[end] = ends.get(end, _NONE) | {row}
        rows.add(row)
        if row == "case":
            cases.append(start)
    for pattern, whole in ((_COUNTS, _COUNT), (_TIMES, _TIME)):
        for found in pattern.finditer(text):
            start, end = found.span()
            ends = at.setdefault(start, {})
            ends[end] = ends.get(end, _NONE) | whole
    return _Pieces(text, at, cases, frozenset(rows))


def _clauses(text: str, first: int, last: int) -> list[Span]:
    found: list[Span] = []
    for clause in _CLAUSES.finditer(text, first, last):
        begin, end = clause.span()
        for cut in _ENDS.finditer(text, begin, end):
            found.append((begin, cut.end()))
            begin = cut.end()
        found.append((begin, end))
    return found


def _last_wish(clauses: list[Rows | None], *, question: bool) -> Wish | None:
    """What the last clauses ask for that are made of such words only: most of them together."""
    made_of = _NONE
    found: Wish | None = None
    for clause in reversed(clauses):
        if clause is None:
            break
        made_of |= clause
        found = wish_of(made_of, question=question) or found
    return found


def _at_the_end(pieces: _Pieces, begin: int, end: int, *, question: bool) -> Wish | None:
    """「帰省する12月30日にもう一度お知らせください」: what the end of a clause plainly asks for."""
    for start in range(max(begin, end - _LONGEST_END) + 1, end):
        if start not in pieces.at or pieces.text[start - 1] not in _BEFORE:
            continue
        made_of = _made_of(pieces, start, end)
        if made_of is not None:
            found = wish_of(made_of, question=question)
            plain = found is not None and found.plain and found.intent in _AT_THE_END
            return found if plain else None
    return None


def _made_of(pieces: _Pieces, begin: int, end: int) -> Rows | None:
    """The rows that a clause's words are of, or None where it holds anything else.

    Of the ways to take it apart the one of the fewest words counts, and of these the one that
    needs fewer small ones.
    """
    text = pieces.text
    best: dict[int, _Way] = {begin: _Way(0, 0, _NONE)}
    for at in range(begin, end):
        if at not in best:
            continue
        words, small, rows = best[at]
        one_more = _Way(words + 1, small + 1, rows)
        ways = [(last, one_more) for last in ends_of_small_words(text, at, end)]
        if at in pieces.at:
            more = pieces.at[at].items()
            ways += [
                (last, _Way(words + 1, small, rows | row)) for last, row in more if last <= end
            ]
        if "name" not in rows:
            named = _Way(words + _DEAREST, small, rows | _CALLED)
            ways += [
                (first, named)
                for first in pieces.cases
                if at + 1 < first <= at + _LONGEST_NAME and _NAME.fullmatch(text, at, first)
            ]
        for last, way in ways:
            if last not in best or best[last][:2] > way[:2]:
                best[last] = way
    return best[end].rows if end in best else None
