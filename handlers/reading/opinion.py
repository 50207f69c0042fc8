"""A second opinion on the fields of a text, and by how much it has to disagree to count.

Who has one: second_opinion.py of what is typed, page_opinion.py of what is copied.
"""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple, TypeVarTuple

from handlers.reading.weights import Field

Given = TypeVarTuple("Given")
_NO_MARGINS: Mapping[str, int] = {}


class Margins(NamedTuple):
    """By how much more has to speak for another value than for what was found, by field.

    In the weights' own unit. Of a field without a margin what was found stands.
    """

    to_another: Mapping[str, int]
    to_none: Mapping[str, int]
    """To say nothing where something was found."""
    from_none: Mapping[str, int] = _NO_MARGINS
    """To say something where nothing was found; without it, as ``to_another``."""
    fallbacks: Mapping[str, int] = _NO_MARGINS
    """By value: what is taken for these is what no rule knew anything else of."""


class Opinion:
    """The sums of the weights of one text."""

    __slots__ = ("_fields", "_is_short", "_margins", "_sums")

    def __init__(
        self,
        fields: Mapping[str, Field],
        sums: list[int],
        margins: Margins,
        *,
        is_short: bool = False,
    ) -> None:
        """``sums``: by field and value, in the order of the file; empty where there is none.
        ``is_short``: of a few words, which have to disagree by half as much again.
        """
        self._fields, self._sums, self._margins = fields, sums, margins
        self._is_short = is_short

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
        what it tells is no fallback; ``hardly``: values for which no fallback gives way, and
        anything else only against twice the margin.
        """
        if not self._sums or name not in self._fields:
            return rule(*given)
        begin, values, places = self._fields[name]
        sums = self._sums[begin : begin + len(values)]
        most = max(sums)
        first = sums.index(most)
        found = values[first]
        to_another, to_none, from_none, fallbacks = self._margins
        margin = (to_another if found is not None else to_none).get(name)
        if margin is None or (found is None and self._is_short):
            return rule(*given)
        if self._is_short:
            margin += margin // 2
        if found in hardly:
            margin *= 2
        from_nothing = from_none.get(name, margin)
        sums[first] = 0
        if max(sums) < most - max(margin, from_nothing):
            return found
        told = rule(*given)
        place = places.get(told)
        if place is None or place == first:
            return told
        if told is None:
            margin = from_nothing
        elif told in fallbacks and not firm and found not in hardly:
            margin = fallbacks[told]
        return told if sums[place] >= most - margin else found


NO_OPINION = Opinion({}, [], Margins({}, {}))
