"""How the buyer wants to be told of things: 通知は夜8時だけにして, 夜中は鳴らさないで, 英語にして.

A clause is such a wish only if it is made of nothing but words of the list ``preferences``, times,
places and small words: 「3日前に届いた」 and 「英語で送って」 hold a word that no wish is made of.
Clauses that are none (the reason why, an apology) are passed over.

Each wish is a setting and its value: ``("quiet", "22:00-08:00")``, ``("leads", "3d,1d")``,
``("hour", "20:00")``, ``("look", "09:00")``, ``("zone", "America/New_York")``,
``("locale", "en")``, ``("good", "quiet")``, ``("all", "auto")``, ``("off", "")``. A value that
begins with ``?`` was not named, or cannot be had.
"""

from itertools import pairwise
from typing import NamedTuple

from handlers.reading.lexicon.phrases import Span
from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern
from handlers.reading.places import (
    NAMED,
    OFFSET,
    PLACES,
    by_atlas,
    by_name,
    by_offset,
    zone_or_country,
)
from handlers.reading.preference_meanings import Clause, Preference, wishes_in
from handlers.reading.preference_times import Time, times_of
from handlers.reading.preference_words import between_glue, is_glue
from handlers.reading.zones import written_zone

_WORDS = Table("preferences")
LONGEST = 200
"""A longer text tells a story."""
# Without one of these a text wishes nothing about being told.
_CUES = frozenset(
    ["language en", "language ja", "language other", "notice", "stop", "loud", "only", "look",
     "zone", "abroad", "living", "good", "quiet hours", "set", "send", "default"]
)  # fmt: skip
LONGEST_NAME = 40
_ENDS = Pattern(
    r"[。!?\n]|(?:ので|けど|けれど|のに|だから|ため|ですが|ますが)(?:、| )?|、|; |, (?=but|and)"
)
_STOPS = Pattern(r"[。!?\n]")
_ZONE_CUES = frozenset(["zone", "living", "abroad"])
_DOING = frozenset(["set", "only", "stop", "loud", "send", "deliver", "default", "speak"])


class Piece(NamedTuple):
    """A word, a time or a place of a clause."""

    name: str
    start: int
    end: int
    value: str = ""


def preferences_of(text: str) -> tuple[Preference, ...]:
    """The wishes of a folded text, in its order; of two about one setting both."""
    if len(text) > LONGEST:
        return ()
    somewhere = PLACES.first(text) is not None
    if not somewhere and not _WORDS.names_any(text, _CUES):
        return ()
    words = [Piece(one.name, one.start, one.end) for one in _WORDS.found(text)]
    # A place that only the atlas knows stands beside one of these.
    somewhere = somewhere or "時間" in text or any(one.name in _ZONE_CUES for one in words)
    if not somewhere and all(_tells_more(text, one, words) for one in _clauses(text, [])):
        return ()
    night = [found.span() for found in OFFSET.finditer(text)]
    night += [(one.start, one.end) for one in words if one.name in ("night", "daytime", "look")]
    times = times_of(text, night)
    wishes: list[Preference] = []
    subject: frozenset[str] = frozenset()
    open_clause: Clause | None = None
    for begin, end in _clauses(text, [(one.start, one.end) for one in times]):
        clause = _clause(text, begin, end, words, times)
        if clause is None:
            open_clause = None
        else:
            whole = open_clause.joined(clause) if open_clause else clause
            subject |= whole.words & {"notice"}
            told = wishes_in(whole._replace(words=whole.words | subject))
            if whole.words & _DOING or told:
                wishes += told
                open_clause = None
            else:
                open_clause = whole
        if _STOPS.match(text, end):
            open_clause = None
    named = {name for name, value in wishes if not value.startswith("?")}
    return tuple(dict.fromkeys(w for w in wishes if w[0] not in named or w[1][:1] != "?"))


# In the words of no time, no place and no small word: a story's 靴, 届, セラー.
_OF_A_STORY = Pattern(
    r"[一-龠ァ-ヺ](?<![時分日週月年前後間夜朝昼晩夕今明毎半午正零翌深真早中同曜火水木金土営業以内期限締切回度一二三四五六七八九十何頃ットナビボ丈下両争体俺僕入全出刻助動取国在地域基場変大夫嬉定宜少当必思急恐悪戴所手数方更替有本来構様次欲点現申的私紛結緒縮自致良計設訳過部降難頂頼願])"
)


def _tells_more(text: str, clause: Span, words: list[Piece]) -> bool:
    """Whether a clause has a word that no wish is made of; a look before dearer ones."""
    for found in _OF_A_STORY.finditer(text, *clause):
        at = found.start()
        if not any(one.start <= at < one.end for one in words):
            return True
    return False


def _clauses(text: str, whole: list[Span]) -> list[Span]:
    """The clauses of a text; what stands in one of the spans is not cut."""
    cuts = [(0, 0)]
    for found in _ENDS.finditer(text):
        begin, end = found.span()
        if not any(a <= begin < b for a, b in whole):
            cuts.append((begin, end))
    cuts.append((len(text), len(text)))
    return [
        (before[1], after[0])
        for before, after in pairwise(cuts)
        if text[before[1] : after[0]].strip()
    ]


def _clause(
    text: str, begin: int, end: int, words: list[Piece], times: list[Time]
) -> Clause | None:
    """A clause, if it is made of words of wishes only; else None."""
    mine = [one for one in times if begin <= one.start and one.end <= end]
    inside = [one for one in words if begin <= one.start and one.end <= end]
    pieces = [Piece("time", one.start, one.end) for one in mine]
    pieces += [one for one in inside if not _covered(one, pieces)]
    pieces = _longest(pieces)
    names = {one.name for one in pieces}
    zone: str | None = None
    place, there = _place(text, begin, end, pieces, sure=bool(names & _ZONE_CUES))
    if place is not None:
        # A place's name may hold a word of the list: 日本 of 日本語 never wins over the longer.
        pieces = [one for one in pieces if one.end <= place[0] or place[1] <= one.start]
        pieces.append(Piece("place", *place))
        zone = there
    lonely = any(not is_glue(text[first:last]) for first, last in _gaps(begin, end, pieces))
    names = {one.name for one in pieces}
    names |= {one.name for one in inside if one.name == "everyday"}
    if lonely:
        if "zone" not in names or not names & {"set"} or names & {"notice", "time"}:
            return None
        zone = "?odd"
    wanted = tuple(one for one in mine if one.kind != "instead")
    ends = end == len(text) or _STOPS.match(text, end) is not None
    return Clause(frozenset(names), wanted, zone, text[begin:end], ends)


def _covered(one: Piece, pieces: list[Piece]) -> bool:
    return any(p.name == "time" and p.start <= one.start and one.end <= p.end for p in pieces)


def _longest(pieces: list[Piece]) -> list[Piece]:
    """The pieces without those that lie inside of a longer one."""
    return [
        one
        for one in pieces
        if not any(
            other.start <= one.start
            and one.end <= other.end
            and other.end - other.start > one.end - one.start
            for other in pieces
        )
    ]


def _gaps(begin: int, end: int, pieces: list[Piece]) -> list[Span]:
    gaps: list[Span] = []
    at = begin
    for one in sorted(pieces, key=lambda piece: piece.start):
        if at < one.start:
            gaps.append((at, one.start))
        at = max(at, one.end)
    if at < end:
        gaps.append((at, end))
    return gaps


def _place(
    text: str, begin: int, end: int, pieces: list[Piece], *, sure: bool
) -> tuple[Span | None, str | None]:
    """Where a clause names a place, and its zone; ``?`` and a country where that has several."""
    for pattern in (OFFSET, NAMED):
        for found in pattern.finditer(text, begin, end):
            zone = (
                by_offset(found[1], found[2], found[3]) if pattern is OFFSET else by_name(found[0])
            )
            if zone is not None:
                return found.span(), zone
    listed = [one for one in PLACES.found(text) if begin <= one.start and one.end <= end]
    free = [
        one
        for one in listed
        if all(
            one.end <= other.start
            or other.end <= one.start
            or other.end - other.start <= one.end - one.start
            for other in pieces
        )
    ]
    if free:
        longest = max(free, key=lambda one: one.end - one.start)
        return (longest.start, longest.end), zone_or_country(longest.name)
    if not sure and "時間" not in text[begin:end] and "time" not in text[begin:end]:
        return None, None
    for first, last in _gaps(begin, end, pieces):
        gap = text[first:last]
        for name in between_glue(gap) if len(gap) <= LONGEST_NAME else ():
            zone = by_atlas(name) or getattr(written_zone(name), "key", None)
            if zone is not None:
                start = first + gap.index(name)
                return (start, start + len(name)), zone
    return None, None
