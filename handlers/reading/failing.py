"""A device that does not do what it is for, whatever verb says so: 「ポンプが水を吸い上げない」."""

from handlers.reading.lexicon.tables import Table
from handlers.reading.patterns import Pattern

# What is bought and has a name in katakana, or one that ends like a device's …
_DEVICE = Pattern(
    r"(?<![ァ-ヶー])[ァ-ヶー]{3,14}|[一-龠ァ-ヶぁ-ん]{1,5}(?:機|器|計)(?![一-龠])"
    r"|電卓|電球|時計|歯ブラシ|錠前|懐中電灯|自転車"
)
# … while people, pages and papers have such names, too.
_NO_DEVICE = Table("no device")
_OF_THE_CASE = Table("of the case")
_SENTENCES = Pattern(r"[^。!?\n]+")
_FAILS = Pattern(
    r"(?:の[^。、!?\n]{1,6})?(?:[がはもに、]|も、)?[^。、!?\n]{0,20}?"
    r"[わらかがさたばまなえけげせてねべめれきしちにびみりいじっ](?:ない|なかった|なく|ません|へん|ず)"
    r"(?:です|でした|のです|んです|のよ|んだ|けど|ので|し|て|、|。|!|$)"
)


def fails(text: str) -> bool:
    """Whether a folded text tells of a device that does not work."""
    if _DEVICE.search(text) is None:
        return False
    others = [*_NO_DEVICE.found(text), *_OF_THE_CASE.found(text)]
    for sentence in _SENTENCES.finditer(text):
        begin, end = sentence.span()
        spoken = [one for one in others if begin <= one.start < end]
        if any(one.name == "of the case" for one in spoken):
            continue
        for device in _DEVICE.finditer(text, begin, end):
            if any(one.start == device.start() for one in spoken):
                continue
            if _FAILS.match(text, device.end(), end) is not None:
                return True
    return False
