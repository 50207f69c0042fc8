"""What a picture shows, in the buyer's words: the items of evidence that a short text names."""

from handlers.reading.lexicon.files import Look
from handlers.reading.lexicon.tables import Table
from handlers.reading.normalise import normalise

_PROOFS = Table("proofs", Look.SELDOM)
_LACKING = Table("proofs lacking", Look.SELDOM)


def proofs_named(text: str) -> list[str]:
    """The items that are named, the more particular first; none if they are said to be lacking."""
    folded = normalise(text).text
    if _LACKING.first(folded):
        return []
    return _PROOFS.all(folded)
