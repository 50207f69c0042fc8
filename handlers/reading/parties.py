"""Who says or does something in a dispute: the seller, AliExpress or the buyer."""

from handlers.reading.lexicon.tables import Table
from handlers.reading.mail_sections import is_in_lines
from handlers.reading.mail_sentences import have_proposed
from handlers.reading.patterns import Pattern

# Whose proposal it is. A judgement is none, nor is what somebody merely says.
_PROPOSALS = Table("proposals")


def proposer_of(text: str) -> str | None:
    """Whose proposal a folded text speaks of; None where it speaks of none.

    The first named; where the buyer's own stands beside others, as on a page, the latest to come:
    AliExpress' goes before the seller's, and the seller's before the buyer's.
    """
    named = _PROPOSALS.found(text)
    politely = have_proposed(text)
    if "aliexpress" in politely:
        return "aliexpress"
    if not named:
        return "seller" if "seller" in politely else None
    names = {one.name for one in named}
    if len(names) > 1 and ("buyer" in names or is_in_lines(text)):
        return "aliexpress" if "aliexpress" in names else "seller"
    return min(named).name if named else None


_INVALID = Pattern(
    r"invalid(?<![a-z]invalid)(?![a-z])|(?:判断|判定) ?: ?無効"
    r"|無効(?<!返[品送]無効)(?<!返[品送]が無効)(?!な?の?(?:追跡|番号))"
    r"|却下|認められな(?!い場合)|認められませ"
    r"|認めな|棄却|認められず(?<!しか認められず)|認められんかった|妥当(?:で|では|じゃ|や)な|不当と|証拠不十分|認めてもらえな|退けられ"
)
_VALID = Pattern(
    r"valid(?<![a-z]valid)(?<!not valid)(?![a-z])(?! (?:for|until|till|through) )"
    r"|妥当(?!で(?:な|は))"
    r"|認められ(?<!しか認められ)(?<!返[品送]が認められ)(?<!返[品送]も認められ)(?<!延長が認められ)(?!な|ま?せ|ず|ん)|認めた"
    r"|(?:判断|判定) ?: ?有効|有効(?:って|と)(?:言|出|来|き|の)"
    r"|認めて(?:くれ|もらえ)(?:た|まし|て(?!も))|認めました|有効と(?:認|判|さ)|証拠が?有効|認定され"
)
_BY_SELLER = Pattern(
    r"(?:セラー|売り手|店|ショップ|販売者|出品者|先方|相手)(?:が|は|に|から|の)?[^。、!?\n]{0,8}(?:却下|棄却|認めな|認めませ)"
)
_TRACKING = Pattern(
    r"追跡番号[ ▒]*[がは]?(?:が)?無効|無効な追跡|invalid tracking|tracking.{0,12}invalid"
)


def verdict_of(text: str) -> str | None:
    """AliExpress' verdict on the buyer's reason or evidence: valid, invalid or None."""
    # 「妥当と出たのにセラーがまた却下」: the seller's no is no verdict.
    if (
        _INVALID.search(text)
        and _INVALID.search(_BY_SELLER.sub("", text))
        and not _TRACKING.search(text)
    ):
        return "invalid"
    return "valid" if _VALID.search(text) else None
