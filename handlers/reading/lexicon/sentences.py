"""Which words of a long text stand in one sentence, so that a phrase may join them."""

from handlers.reading.lexicon.phrases import Places
from handlers.reading.patterns import Pattern

_SENTENCE = Pattern(r"[^。!?\n]*[。!?\n]|[^。!?\n]+")


class Sentences:
    """The sentences of a folded text that the words stand in, a bit for each."""

    __slots__ = ("_bits", "_of", "_places")

    def __init__(self, text: str, places: Places) -> None:
        self._places = places
        self._of: dict[int, int] = {}
        # For each character the bit of its sentence.
        self._bits: list[int] = []
        bit = 1
        for sentence in _SENTENCE.findall(text):
            self._bits += [bit] * len(sentence)
            bit <<= 1
        self._bits.append(bit)

    def meet(self, one: int, other: int) -> bool:
        """Whether two words of the text stand in a sentence together.

        A word that ends with its sentence is of the next one, too, which it may be joined to.
        """
        return bool(self._sentences(one) & self._sentences(other))

    def _sentences(self, word: int) -> int:
        known = self._of.get(word)
        if known is None:
            bits = self._bits
            known = 0
            for start, end in self._places[word]:
                known |= bits[start] | bits[end]
            self._of[word] = known
        return known
