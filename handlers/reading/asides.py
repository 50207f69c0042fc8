"""What a message tells beside its case: a tap, a trick, another shop, that it is another case."""

from typing import NamedTuple

from handlers.reading import other_cases, shops, taps, told, tricks
from handlers.reading.lexicon.tables import none_in


class Asides(NamedTuple):
    """These fields of a reading (model.py)."""

    tap: str | None = None
    tapped: str | None = None
    trick: str | None = None
    told: tuple[tuple[str, str], ...] = ()
    other_shop: str | None = None
    another_case: bool = False


_NOTHING = Asides()
# Most texts have none of their words, and are through with one look.
_TELLING = frozenset({taps.TABLE, *tricks.TABLES, told.TABLE, shops.TABLE, other_cases.TABLE})


def asides_of(text: str, *, question: bool) -> Asides:
    """What a folded text tells beside its case."""
    if none_in(_TELLING, text):
        tap = taps.tap_in_english(text)
        return Asides(tap) if tap is not None else _NOTHING
    return Asides(
        tap=taps.tap_of(text, question=question),
        tapped=None if question else taps.tapped(text),
        trick=tricks.trick_of(text),
        told=told.told(text),
        other_shop=shops.other_shop_of(text),
        another_case=other_cases.is_another_case(text),
    )
