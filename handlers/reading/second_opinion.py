"""What the pieces of a text speak for, where no list and no rule knows its wording.

Word lists know what they hold, and people find other words: 「例の案件、成仏いたしました」. Each of
some thousand pieces of one to four characters has a weight for every value of a field, learned from
messages whose meaning is known (``make weights``, from ``tests/reading/corpus``). Their sums are a
second opinion: it counts where it speaks against what the lists found by a wide margin, and only of
what somebody typed, since a copied page is told by its labels.
"""

from collections.abc import Callable, Collection
from functools import cache
from operator import add
from pathlib import Path
from typing import NamedTuple, TypeVarTuple

from handlers.reading.patterns import Pattern

Given = TypeVarTuple("Given")

WEIGHTS = Path(__file__).with_name("weights.txt")
# A longer text is a story that tells of many things, or a page.
LONGEST = 300
LONGEST_PIECE = 4
NONE = "-"  # how the file writes that a field has no value
# A row of the file has one character for each value: the weight, counted from this one.
ZERO, HEAVIEST = "O", 46
# A sum has 16 bits, which the weights of that many pieces cannot fill.
_MOST_PIECES = 2**16 // (2 * HEAVIEST + 1) - 50
_FOLDED = str.maketrans("123456789\n\t", "000000000  ")
# By how much it has to prefer another value to the one that was found, in the weights' own unit: as
# much as it took on messages that nothing was learned from to be right nearly always. It takes more
# to say nothing where something was found, and no stage is taken back.
_MARGINS = {"intent": 48, "reason": 48, "stage": 60, "playbook": 52, "demand": 40}
_FOR_NONE = {"reason": 60, "playbook": 52, "demand": 64}
# What is taken for these, or for "unknown", is what no rule knew anything else of.
_FALLBACKS = {"ask_howto": 22, "register_dispute": 20, "update_deadline": 20, "unknown": 30}
# Of a few characters a word that the lists know tells more than that others do not speak for it.
_SHORT = 14
# 「21:05 お店: 待ってください」 is the line of a chat.
_STAMPED = Pattern(r"\[?(?:\d{1,2}/\d{1,2} )?\d{1,2}:\d{2}\]? [^\n:]{1,12}: ?\S")
_FEWEST = 8  # in fewer pieces, those of three characters, hardly anything is told


def pieces_of(text: str) -> set[str]:
    """All pieces of a folded text of up to four characters, its digits alike."""
    folded = text.strip().translate(_FOLDED)
    pieces = set(folded)
    longer = list(folded)
    for length in range(1, LONGEST_PIECE):
        longer = list(map(add, longer, folded[length:]))
        pieces.update(longer)
    return pieces


class _Field(NamedTuple):
    """The values of a field, and where the first of them stands in a row."""

    begin: int
    values: tuple[str | None, ...]
    places: dict[str | None, int]
    margin: int
    for_none: int | None


class Weights(NamedTuple):
    """The rows of all pieces, each packed into one number, so that they are added at once."""

    rows: dict[str, int]
    before: int
    size: int
    fields: dict[str, _Field]


class Opinion:
    """The sums of the weights of one text."""

    __slots__ = ("_fields", "_is_short", "_sums")

    def __init__(
        self, fields: dict[str, _Field], sums: list[int], *, is_short: bool = False
    ) -> None:
        """``sums``: by field and value, in the order of the file; empty where there is none."""
        self._fields, self._sums, self._is_short = fields, sums, is_short

    def on(self, name: str, told: str | None) -> str | None:
        """The value of a field: what was told, unless the pieces speak against it."""
        return self.or_ask(name, lambda: told)

    def or_ask(
        self,
        name: str,
        rule: Callable[[*Given], str | None],
        *given: *Given,
        firm: bool = False,
        hardly: Collection[str | None] = (),
    ) -> str | None:
        """The value of a field: what a rule tells, unless the pieces speak against it.

        The rule is not asked where they would speak against any answer but their own. ``firm``:
        what it tells is no fallback; ``hardly``: values for which no fallback gives way.
        """
        if not self._sums:
            return rule(*given)
        begin, values, places, usual, for_none = self._fields[name]
        sums = self._sums[begin : begin + len(values)]
        *_, second, most = sorted(sums)
        found = values[sums.index(most)]
        margin = usual if found is not None else for_none
        if margin is None or (found is None and self._is_short):
            return rule(*given)
        if second < most - margin:
            return found
        told = rule(*given)
        place = places.get(told)
        if told in _FALLBACKS and not firm and found not in hardly:
            margin = _FALLBACKS[told]
        return told if place is None or sums[place] >= most - margin else found


_NO_OPINION = Opinion({}, [])


def opinion_on(text: str, *, pasted: bool) -> Opinion:
    """What the pieces of a folded text speak for; ``pasted``: it is a copied page or mail."""
    if pasted or len(text) > LONGEST or _STAMPED.match(text):
        return _NO_OPINION
    return opinion_by(weights(), text)


def opinion_by(weights: Weights, text: str) -> Opinion:
    """What the pieces of a folded text speak for by these weights."""
    known = list(filter(None, map(weights.rows.get, pieces_of(text))))
    if not _FEWEST <= len(known) <= _MOST_PIECES:
        return _NO_OPINION
    total = sum(known, weights.before)
    packed = total.to_bytes(weights.size, "little")
    return Opinion(
        weights.fields, memoryview(packed).cast("H").tolist(), is_short=len(text) < _SHORT
    )


@cache
def weights() -> Weights:
    """The weights that were learned, read from their file once, which takes 15 ms."""
    return weights_of(WEIGHTS.read_text("utf-8"))


def weights_of(file: str) -> Weights:
    """The rows of a file: for each field a line of its values, with what speaks for each
    beforehand; then for each piece the weights of all values.
    """
    head, _, body = file.partition("\n\n")
    fields: dict[str, _Field] = {}
    before: list[int] = []
    for line in head.splitlines():
        if line.startswith("#"):
            continue
        name, *told = line.split(" ")
        pairs = [one.rpartition("=") for one in told]
        values = tuple(None if value == NONE else value for value, _, _ in pairs)
        places = {value: place for place, value in enumerate(values)}
        fields[name] = _Field(len(before), values, places, _MARGINS[name], _FOR_NONE.get(name))
        least = min(int(bias) for _, _, bias in pairs)
        before += [int(bias) - least for _, _, bias in pairs]
    from_least = bytes(max(0, code - ord(ZERO) + HEAVIEST) for code in range(128)).ljust(256)
    rows: dict[str, int] = {}
    for line in body.splitlines():
        piece, _, row = line.rpartition("\t")
        wide = bytearray(2 * len(row))
        wide[::2] = row.encode("ascii").translate(from_least)
        rows[piece] = int.from_bytes(wide, "little")
    packed = b"".join(bias.to_bytes(2, "little") for bias in before)
    return Weights(rows, int.from_bytes(packed, "little"), len(packed), fields)
