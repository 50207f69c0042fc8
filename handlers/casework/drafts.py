"""English sentences for AliExpress, filled with the dispute's data, with their meaning beside them.

Short, one fact a line, the reason in AliExpress's own words, the sum named: AliExpress's officers
read a comment in seconds. A block holds at most 256 characters, what Telegram copies in one tap.
AliExpress publishes no limit for a comment that we know of; a draft of one or two such blocks is
assumed to fit.
"""

from handlers.casework.evidence_items import items_for
from handlers.replies import Copyable
from handlers.wording import CaseFacts, main_amount, money_words
from locales.catalogue import Words

LONGEST = 256


def drafts(say: Words, name: str, dispute: CaseFacts) -> tuple[Copyable, ...]:
    """The draft of this name in blocks to copy; the meaning stands with the first."""
    english = Words("en", strict=say.strict)
    text = draft_text(english, name, dispute)
    meaning = ""
    if say.locale != "en":
        meaning = draft_text(say, name, dispute)
    label = say("english-copy")
    return tuple(
        Copyable(block, label, meaning if number == 0 else "")
        for number, block in enumerate(blocks(text))
    )


def draft_text(say: Words, name: str, dispute: CaseFacts) -> str:
    """The draft of this name as one text, in the language of `say`."""
    return say(f"english-{name}", **_facts(say, dispute))


def blocks(text: str, longest: int = LONGEST) -> list[str]:
    """Cut a text between its lines, or within one that is too long between words."""
    found: list[str] = []
    for line in text.splitlines():
        for piece in _pieces(line, longest):
            if found and len(found[-1]) + 1 + len(piece) <= longest:
                found[-1] += "\n" + piece
            else:
                found.append(piece)
    return [block.strip() for block in found if block.strip()]


def _pieces(line: str, longest: int) -> list[str]:
    pieces = [""]
    for word in line.split(" "):
        joined = f"{pieces[-1]} {word}" if pieces[-1] else word
        if len(joined) <= longest:
            pieces[-1] = joined
        else:
            pieces.append(word[:longest])
    return pieces


def _facts(say: Words, dispute: CaseFacts) -> dict[str, str]:
    amount = main_amount(dispute)
    demand = dispute.demand or "full_refund"
    wanted = say(f"english-demand-{demand}")
    # What a partial refund should come to only the buyer knows; the price is no answer to it.
    if amount is not None and demand in ("full_refund", "refund_only", "return_refund"):
        wanted = say("english-demand-of", demand=wanted, amount=money_words(say, amount))
    reason = dispute.reason or "not_as_described"
    return {
        "order": dispute.order_ids[0] if dispute.order_ids else say("english-order-unknown"),
        "tracking": dispute.tracking[0] if dispute.tracking else say("english-tracking-unknown"),
        "wanted": wanted,
        "fact": say(f"english-fact-{reason}"),
        "attached": say("english-list-glue").join(
            say(f"english-item-{item}") for item in items_for(dispute.reason)[:3]
        ),
    }
