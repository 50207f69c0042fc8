"""Conditions in the playbooks' data: `paypal if paid_with=paypal|?`.

A condition names a fact about the case and the values that it holds for; `?` is the value of a fact
that is not known. Several are joined by ` and `. Facts are the answers to the questions of
`locales/playbooks.toml`, and those of `known.py` that the case itself tells.
"""

from collections.abc import Mapping
from dataclasses import dataclass

UNKNOWN = "?"
"""The value of a fact that nobody has told, or that the buyer does not know."""

Known = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Condition:
    """One fact and the values that it may have."""

    fact: str
    values: frozenset[str]

    def holds(self, known: Known) -> bool:
        """Whether what is known of a case fits."""
        return known.get(self.fact, UNKNOWN) in self.values


Conditions = tuple[Condition, ...]


def conditional(text: str) -> tuple[str, Conditions]:
    """Read `name if fact=value|value and fact=value`. Raises ValueError for anything else."""
    name, _, rest = text.partition(" if ")
    return name.strip(), tuple(_condition(part) for part in rest.split(" and ")) if rest else ()


def _condition(text: str) -> Condition:
    fact, equals, values = text.strip().partition("=")
    if not (fact and equals and values):
        raise ValueError(f"{text!r} is no condition like fact=value|value")
    return Condition(fact.strip(), frozenset(value.strip() for value in values.split("|")))


def hold(conditions: Conditions, known: Known) -> bool:
    """Whether all of them hold; none at all always do."""
    return all(condition.holds(known) for condition in conditions)
