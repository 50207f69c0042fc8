"""Weights of pieces of text that were learned from messages, as a file keeps them, and their sums.

A row of the file has one character for each value of each field. In memory a row is one number, in
which each value has sixteen bits, so that the rows of all pieces of a text are added at once.
"""

from collections.abc import Iterable
from typing import NamedTuple

NONE = "-"  # how the file writes that a field has no value
ZERO, HEAVIEST = "O", 46  # a weight is counted from this character
# A sum has 16 bits, which the weights of that many pieces cannot fill.
MOST_PIECES = 2**16 // (2 * HEAVIEST + 1) - 50
FOLDED_DIGITS = str.maketrans("123456789\n\t", "000000000  ")


class Field(NamedTuple):
    """The values of a field, and where the first of them stands in a row."""

    begin: int
    values: tuple[str | None, ...]
    places: dict[str | None, int]


class Weights(NamedTuple):
    """The rows of all pieces, and what speaks for each value before any is read."""

    rows: dict[str, int]
    before: int
    size: int
    fields: dict[str, Field]

    def sums(self, pieces: Iterable[str], fewest: int) -> list[int]:
        """What the pieces speak for, by field and value in the order of the file.

        An empty list if fewer of them have a weight, or more than a sum can hold.
        """
        known = list(filter(None, map(self.rows.get, pieces)))
        if not fewest <= len(known) <= MOST_PIECES:
            return []
        packed = sum(known, self.before).to_bytes(self.size, "little")
        return memoryview(packed).cast("H").tolist()

    def by_value(self, pieces: Iterable[str], fewest: int) -> dict[str, int]:
        """The same by the values of the only field of a file."""
        (field,) = self.fields.values()
        return dict(zip(map(str, field.values), self.sums(pieces, fewest), strict=False))


def weights_of(file: str) -> Weights:
    """The rows of a file: for each field a line of its values, with what speaks for each
    beforehand; then for each piece the weights of all values.
    """
    head, _, body = file.partition("\n\n")
    fields: dict[str, Field] = {}
    before: list[int] = []
    for line in head.splitlines():
        if line.startswith("#"):
            continue
        name, *told = line.split(" ")
        pairs = [one.rpartition("=") for one in told]
        values = tuple(None if value == NONE else value for value, _, _ in pairs)
        places = {value: place for place, value in enumerate(values)}
        fields[name] = Field(len(before), values, places)
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
