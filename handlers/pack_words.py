"""What an evidence pack says about its pieces, for the overview and the note beside it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from handlers.casework import playbooks
from handlers.casework.drafts import draft_text
from handlers.casework.evidence_items import ITEMS, OTHER
from handlers.evidence_piece import limits
from handlers.evidence_words import item_short
from handlers.wording import demand_words, main_amount, money_words, reason_words
from locales.catalogue import Words
from storage.records import Dispute, Evidence


@dataclass(frozen=True, slots=True)
class Packed:
    """A piece as it lies in the pack: its name there, its hash and size without metadata."""

    piece: Evidence
    name: str
    sha256: str
    size: int
    smaller: str | None


def title(say: Words, case: Dispute) -> str:
    """What it is about."""
    order = case.order_ids[0] if case.order_ids else say("pack-pdf-no-order")
    return say("pack-pdf-title", order=order)


def facts(say: Words, case: Dispute, now: datetime) -> list[tuple[str, str]]:
    """The case in a few lines: a label and what stands beside it."""
    amount = main_amount(case)
    rows = [
        (say("pack-pdf-order"), ", ".join(case.order_ids)),
        (say("pack-pdf-tracking"), ", ".join(case.tracking)),
        (say("pack-pdf-reason"), reason_words(say, case.reason) if case.reason else ""),
        (say("pack-pdf-demand"), demand_words(say, case.demand) if case.demand else ""),
        (say("pack-pdf-amount"), money_words(say, amount) if amount else ""),
        (say("pack-pdf-made"), _moment(now, str(now.tzinfo))),
    ]
    return [row for row in rows if row[1]]


def lines(say: Words, packed: Packed, zone: str) -> list[tuple[str, str, bool]]:
    """One piece: a label, what stands beside it, and whether it is a hash."""
    piece = packed.piece
    item = say(f"proof-{piece.item}") if piece.item in ITEMS else item_short(say, OTHER)
    rows = [
        (say("pack-pdf-item"), item, False),
        (say("pack-pdf-caption"), piece.caption, False),
        (say("pack-pdf-received"), _moment(piece.created_at, zone), False),
        (say("pack-pdf-size"), f"{packed.size:,}", False),
        (say("pack-pdf-sha-received"), piece.sha256, True),
        (say("pack-pdf-sha-here"), packed.sha256, True),
    ]
    return [row for row in rows if row[1]]


def notes(say: Words, packed: Packed) -> list[str]:
    """Where a smaller copy lies. The overview is for AliExpress: what the buyer should mind about
    its limits stands in the note beside it.
    """
    return [say("pack-pdf-smaller", name=packed.smaller)] if packed.smaller else []


def draft(say: Words, case: Dispute) -> str:
    """The English draft that goes with the case."""
    playbook = playbooks.load().get(case.playbook or "")
    name = (playbook.draft if playbook else None) or "facts"
    return draft_text(say, name, case) + "\n"


def readme(say: Words, shown: list[Packed]) -> str:
    """What lies in the pack, for whoever opens it."""
    smaller = sum(packed.smaller is not None for packed in shown)
    told = say("pack-readme", count=str(len(shown)), smaller=str(smaller))
    minded = [
        f"{packed.name}: {' '.join(found)}"
        for packed in shown
        if (found := limits(say, [packed.piece]))
    ]
    return "\n".join([told, *([""] if minded else []), *minded]) + "\n"


def _moment(at: datetime, zone: str) -> str:
    here = at.astimezone(ZoneInfo(zone))
    return f"{here:%Y-%m-%d %H:%M:%S} {zone} ({at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC)"
