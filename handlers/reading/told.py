"""What a message answers beside all else: how it was paid, whether an appeal was filed …"""

from handlers.reading.lexicon.tables import Table

_TOLD = Table("told")
TABLE = _TOLD.name


def told(text: str) -> tuple[tuple[str, str], ...]:
    """The facts that a folded text tells and their values; of two values the one listed first."""
    found: dict[str, str] = {}
    for row in _TOLD.all(text):
        fact, _, value = row.partition(".")
        found.setdefault(fact, value)
    return tuple(found.items())
