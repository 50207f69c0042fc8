"""Tables by the words of their phrases, so that a text is looked at once for all of them."""

from collections import Counter, defaultdict
from functools import lru_cache

from handlers.reading.lexicon.files import Effect, Line, Look, phrases
from handlers.reading.lexicon.phrases import parse
from handlers.reading.lexicon.seen import Entry, Seen
from handlers.reading.lexicon.sentences import Sentences
from handlers.reading.lexicon.vocabulary import Vocabulary

_NOTHING: tuple[Entry, ...] = ()
_Second = defaultdict[int, dict[int, list[Entry]]]
# Of a word: the phrases that are all of it, and those that it begins, by their second word: those
# whose second stands in the same sentence, and those where it stands anywhere.
_BySecond = tuple[tuple[int, tuple[Entry, ...]], ...]
_Begun = tuple[tuple[Entry, ...], _BySecond, _BySecond]
# In a text of that length most words that a phrase joins stand far apart.
_LONG = 200


class Lexicon:
    """Tables, their phrases by the first word and by the second."""

    def __init__(self, lines: list[Line]) -> None:
        """``lines``: of the tables, and of the groups that they may name.

        Raises ValueError or KeyError where a word list is wrong.
        """
        groups: dict[str, list[str]] = {}
        voids: dict[str, list[str]] = {}
        for line in lines:
            if line.group is not None:
                groups.setdefault(line.group, [])
                into = voids if line.effect is Effect.VOIDS else groups
                into.setdefault(line.group, []).append(line.phrase)
        self.vocabulary = Vocabulary(groups, voids)
        single: dict[int, list[Entry]] = defaultdict(list)
        near: _Second = defaultdict(lambda: defaultdict(list))
        far: _Second = defaultdict(lambda: defaultdict(list))
        pairs: list[tuple[int, int, Entry]] = []
        for line in lines:
            if line.group is None:
                phrase = parse(line.phrase, self.vocabulary.number)
                entry = Entry(line.table, line.place, line.row, line.effect, phrase)
                second = phrase.second
                if second is None:
                    single[phrase.first].append(entry)
                else:
                    pairs.append((phrase.first, second, entry))
        # Half of all texts have a seller, whom hundreds of phrases begin with: a phrase is kept
        # with that of its two words that fewer phrases have.
        often = Counter(word for first, second, _ in pairs for word in (first, second))
        for first, second, entry in pairs:
            longer = near if entry.phrase.is_near else far
            rare, other = sorted((first, second), key=often.__getitem__)
            longer[rare][other].append(entry)
        # The spellings of all words take more room than all that is kept. They come after it and
        # go as a whole, so that no hole is left between what stays.
        self.vocabulary.build()
        # By the number of the first word: phrases of one word, and the others by their second.
        # A list, in which a word is found without a search; most words begin phrases.
        self.index: list[_Begun | None] = [None] * len(self.vocabulary.names)
        for number in sorted(single.keys() | near.keys() | far.keys()):
            self.index[number] = (
                tuple(single.get(number, _NOTHING)),
                _by_second(near.get(number)),
                _by_second(far.get(number)),
            )

    def look_at(self, text: str) -> Seen:
        """What all tables find in a text."""
        places = self.vocabulary.places(text)
        index = self.index
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        meet = Sentences(text, places).meet if len(text) >= _LONG else None
        for word in places:
            begun = index[word]
            if begun is None:
                continue
            single, near, far = begun
            for entry in single:
                found[entry[0]].append(entry)
            for second, entries in near:
                if second in places and (meet is None or meet(word, second)):
                    for entry in entries:
                        found[entry[0]].append(entry)
            for second, entries in far:
                if second in places:
                    for entry in entries:
                        found[entry[0]].append(entry)
        return Seen(text, places, found)


def _by_second(begun: dict[int, list[Entry]] | None) -> _BySecond:
    return tuple((second, tuple(entries)) for second, entries in (begun or {}).items())


@lru_cache(maxsize=1)
def lexicon() -> tuple[Lexicon, ...]:
    """The tables by the look that finds them, in its order; read once.

    Raises ValueError or KeyError where a word list is wrong.
    """
    lines = list(phrases())
    seldom = [line for line in lines if line.look is Look.SELDOM or line.group]
    usual = [line for line in lines if line.look is not Look.SELDOM]
    parts = [line for line in lines if line.look is Look.PARTS or line.group]
    return Lexicon(usual), Lexicon(seldom), Lexicon(parts)


class Looks:
    """Looks at texts for the tables of one lexicon, and remembers the last one."""

    __slots__ = ("_narrower", "_which", "_wider", "last")

    def __init__(self, which: Look, wider: "Looks | None" = None) -> None:
        """``wider`` looks for the same tables and more: what it has just seen is not looked at."""
        self._which, self._wider = which, wider
        self._narrower: Looks | None = None
        if wider is not None:
            wider._narrower = self
        # Some seventy questions are asked about each text, one after the other.
        self.last = _NO_LOOK

    def at(self, text: str) -> Seen:
        """What the tables find in a text."""
        asked, seen, _ = self.last
        if asked is text:
            return seen
        if self._wider is not None and self._wider.last[0] is text:
            self.last = self._wider.last
            return self.last[1]
        if asked == text:  # the same again
            self._remember(text, seen)
            return seen
        # What was seen in the last text goes first: its memory, which the processor still has at
        # hand, is used again. Reading takes a tenth less than with four looks remembered.
        del seen
        self.last = _NO_LOOK
        if self._narrower is not None:
            self._narrower.last = _NO_LOOK
        seen = lexicon()[self._which].look_at(text)
        self._remember(text, seen)
        return seen

    def _remember(self, text: str, seen: Seen) -> None:
        self.last = (text, seen, seen.entries)
        if self._narrower is not None:
            self._narrower.last = self.last


_NO_ENTRIES: dict[str, list[Entry]] = {}
_NO_LOOK = ("", Seen("", {}, _NO_ENTRIES), _NO_ENTRIES)
