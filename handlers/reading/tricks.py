"""Which of the sellers' well-known tricks a message tells of."""

from handlers.reading.lexicon.tables import Table

_TRICKS = Table("tricks")


def trick_of(text: str) -> str | None:
    """The trick that a folded text tells of, or None."""
    return _TRICKS.first(text)
